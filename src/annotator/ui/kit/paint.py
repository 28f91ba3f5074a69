"""Shapes that several widgets paint, and the reader's gutters with them."""

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache

from annotator.ui.theme import Theme, tint
from annotator.ui.theme import icons as drawn

VERDICT_ICONS = {
    "good": "check",
    "middling": "circle-half",
    "bad": "x",
    "none": "circle",
    "": "circle",
}
STANCE_ICONS = {"supports": "plus", "refutes": "minus", "context": "question"}
STANCE_TONES = {"supports": "good", "refutes": "bad", "context": "none"}


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    ground: QColor | None = None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle whose border lies wholly inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    inset = width / 2 if border is not None else 0
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius - inset, radius - inset)


def focus_ring(painter: QPainter, rect: QRectF, theme: Theme, radius: float) -> None:
    """The 2 px ring of keyboard focus, inside ``rect``."""
    rounded(painter, rect, radius, border=theme.colour("accent"), width=2.0)


def icon(painter: QPainter, theme: Theme, name: str, token: str, rect: QRectF) -> None:
    """An icon in a token's colour, in ``rect``."""
    drawn.paint(painter, name, theme.colour(token), rect)


def centred(rect: QRectF, size: float) -> QRectF:
    """A square of ``size`` in the middle of ``rect``, on whole pixels."""
    corner = rect.center() - QPointF(size / 2, size / 2)
    return QRectF(round(corner.x()), round(corner.y()), size, size)


def badge_size(theme: Theme, number: int | str | None) -> QSizeF:
    """How much room a number (None: the lock of a private mark; as text: several) takes, in px."""
    side = theme.px(19)
    if number is None:
        return QSizeF(theme.px(22), side)
    air = theme.px(4 if isinstance(number, str) else 10)
    width = theme.digits_width("badge", len(str(number))) + air
    return QSizeF(max(side, round(width)), side)


def badge(
    painter: QPainter, theme: Theme, rect: QRectF, number: int | str | None, current: bool = False
) -> None:
    """A mark's number in its box, filled when current; None draws the lock. They are painted again
    and again, so each is drawn once and kept in Qt's own cache."""
    density = painter.device().devicePixelRatioF()
    size = QSize(round(rect.width()), round(rect.height()))
    tokens = theme.tokens
    colours = f"{tokens.ink} {tokens.paper} {tokens.accent} {tokens.on_accent} {tokens.control}"
    key = f"badge {number} {current} {size.width()} {size.height()} {density} {colours}"
    pixmap = QPixmapCache.find(key) or QPixmap()
    if pixmap.isNull():
        pixmap = QPixmap(size * density)
        pixmap.setDevicePixelRatio(density)
        pixmap.fill(Qt.GlobalColor.transparent)
        brush = QPainter(pixmap)
        _draw_badge(brush, theme, QRectF(0, 0, size.width(), size.height()), number, current)
        brush.end()
        QPixmapCache.insert(key, pixmap)
    painter.drawPixmap(QPoint(round(rect.left()), round(rect.top())), pixmap)


def _draw_badge(
    painter: QPainter, theme: Theme, rect: QRectF, number: int | str | None, current: bool
) -> None:
    text = theme.colour("on_accent" if current else "ink")
    ground = theme.colour("accent" if current else "paper")
    border = theme.colour("accent" if current else "control")
    rounded(painter, rect, theme.px(5), ground, border)
    if number is None:
        drawn.paint(painter, "lock", text, centred(rect, theme.px(12)))
        return
    painter.setPen(text)
    painter.setFont(theme.font("badge"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))


def verdict_size(theme: Theme, name: str) -> QSizeF:
    """How much room a verdict's chip takes, in px."""
    metrics = theme.metrics("small_strong")
    width = metrics.horizontalAdvance(name) + theme.px(8 + 13 + 5 + 8)
    return QSizeF(ceil(width), round(metrics.height()) + theme.px(6))


def verdict(painter: QPainter, theme: Theme, rect: QRectF, name: str, tone: str) -> None:
    """A verdict's sign and name on a tint of its tone."""
    colour, side = theme.tone(tone), theme.px(13)
    rounded(painter, rect, theme.px(6), tint(colour))
    place = QRectF(theme.px(8), round((rect.height() - side) / 2), side, side)
    drawn.paint(painter, VERDICT_ICONS[tone], colour, place)
    painter.setPen(colour)
    painter.setFont(theme.font("small_strong"))
    words = rect.adjusted(theme.px(8 + 13 + 5), 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)


def stance(painter: QPainter, theme: Theme, rect: QRectF, name: str) -> None:
    """The sign of how a source stands to a claim: + supports, − refutes, ? context."""
    colour = theme.tone(STANCE_TONES.get(name, "none"))
    drawn.paint(painter, STANCE_ICONS.get(name, "question"), colour, rect, weight=3)


def short_key(native: str) -> str:
    """``Ctrl+Shift+F`` as it fits a key cap: ``Ctrl ⇧ F``."""
    signs = {
        "Shift": "⇧", "Return": "↵", "Enter": "↵",
        "Left": "←", "Right": "→", "Up": "↑", "Down": "↓",
    }  # fmt: skip
    parts = [*native[:-2].split("+"), "+"] if native.endswith("++") else native.split("+")
    return native if native == "+" else " ".join(signs.get(part, part) for part in parts)


def key_cap_size(theme: Theme, text: str) -> QSizeF:
    """How much room a key cap takes, in px; ``text`` as ``short_key`` gives it."""
    metrics = theme.metrics("key")
    width = round(metrics.horizontalAdvance(text)) + theme.px(12)
    return QSizeF(max(width, theme.px(18)), round(metrics.height()) + theme.px(3))


def key_cap(painter: QPainter, theme: Theme, rect: QRectF, text: str) -> None:
    """A key as it is printed on the keyboard."""
    rounded(painter, rect, theme.px(4), None, theme.colour("hairline"))
    painter.setPen(theme.colour("secondary"))
    painter.setFont(theme.font("key"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
