"""What is painted under the text: code grounds, quote lines, list signs, rules, missing pictures.

It is no part of the document, because block backgrounds would be painted over the marks, and list
signs would be characters that the article does not have.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.i18n import _
from annotator.model import Block, BlockKind, Container
from annotator.typesetting.formats import CODE_PADDING, INDENT, QUOTE_INDENT, SMALL, Role
from annotator.typesetting.setting import Setting

_QUOTE_LINE = 2.0  # px
_LEGIBLE = 8.0  # em: a frame narrower than that says nothing


def paint_grounds(painter: QPainter, setting: Setting, top: float, bottom: float) -> None:
    """Paint what lies under the text between two heights of the document, in its coordinates.

    Paint it first, then marks, then the document.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index in setting.blocks_between(top, bottom):
        block, rect = setting.article.blocks[index], setting.block_rectangle(index)
        if block.kind is BlockKind.CODE:
            _paint_code(painter, setting, rect)
        elif block.kind is BlockKind.RULE:
            _paint_rule(painter, setting, rect)
        elif block.kind is BlockKind.IMAGE and setting.picture_missing(index):
            _paint_missing(painter, setting, block, rect)
        if block.containers:
            _paint_containers(painter, setting, index, rect)
    painter.restore()


def _paint_code(painter: QPainter, setting: Setting, rect: QRectF) -> None:
    pad = setting.style.px(CODE_PADDING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(setting.style.code_ground))
    radius = setting.style.px(0.3)
    # The lines' extra room stands above them; the ground is even around the type.
    painter.drawRoundedRect(rect.adjusted(-pad, -pad * 0.6, pad, pad), radius, radius)


def _paint_rule(painter: QPainter, setting: Setting, rect: QRectF) -> None:
    painter.setPen(QPen(QColor(setting.style.hairline), 1))
    y = round(rect.center().y()) + 0.5
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def _paint_missing(painter: QPainter, setting: Setting, block: Block, rect: QRectF) -> None:
    style = setting.style
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(style.hairline), 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), style.px(0.3), style.px(0.3))
    if rect.width() < style.px(_LEGIBLE):
        return
    font = setting.formats.font(Role(style.px(SMALL), 400, style.secondary, 0))
    painter.setFont(font)
    painter.setPen(QColor(style.secondary))
    words = _("Picture not saved: {text}").format(text=" ".join(block.alt.split()))
    words = words if block.alt.strip() else _("Picture not saved")
    room = rect.adjusted(style.px(0.8), 0, -style.px(0.8), 0)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


# Quotes and lists


def _paint_containers(painter: QPainter, setting: Setting, index: int, rect: QRectF) -> None:
    block = setting.article.blocks[index]
    before = setting.article.blocks[index - 1] if index else None
    known = {(c.kind, c.id) for c in before.containers} if before else set()
    for container, depth in _steps(setting, block):
        if container.kind == "quote":
            goes_on = (container.kind, container.id) in known
            above = setting.block_rectangle(index - 1).bottom() if goes_on else rect.top()
            _paint_quote(painter, setting, block, rect, above, depth)
    sign = _sign(block)
    if sign is not None and (sign.kind, sign.id) not in known:
        _paint_sign(painter, setting, index, sign, rect)


def _steps(setting: Setting, block: Block) -> Iterator[tuple[Container, float]]:
    """The containers that indent a block, with how far out each begins, px."""
    depth = 0.0
    for container in block.containers:
        yield container, setting.style.px(depth)
        if container.kind == "quote":
            depth += QUOTE_INDENT
        elif container.kind in ("item", "footnote"):
            depth += INDENT


def _paint_quote(
    painter: QPainter, setting: Setting, block: Block, rect: QRectF, above: float, depth: float
) -> None:
    if 0 < above < rect.top():
        rect = QRectF(rect.left(), above, rect.width(), rect.bottom() - above)
    rtl = block.dir == "rtl"
    whole = setting.formats.indent(block)
    x = rect.right() + whole - depth - _QUOTE_LINE if rtl else rect.left() - whole + depth
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(setting.style.hairline))
    painter.drawRect(QRectF(x, rect.top(), _QUOTE_LINE, rect.height()))


def _sign(block: Block) -> Container | None:
    """The list item or footnote whose sign stands at a block, if it is its first."""
    return next((c for c in reversed(block.containers) if c.kind in ("item", "footnote")), None)


def _paint_sign(
    painter: QPainter, setting: Setting, index: int, sign: Container, rect: QRectF
) -> None:
    block = setting.article.blocks[index]
    role = setting.formats.role(block)
    baseline = setting.baseline(index)
    rtl = block.dir == "rtl"
    begin = rect.right() if rtl else rect.left()
    painter.setPen(QColor(setting.style.secondary))
    if sign.kind == "item" and not sign.ordered:
        _paint_bullet(painter, setting, sign, begin, baseline, role, rtl)
        return
    words = sign.label if sign.kind == "footnote" else f"{sign.number}."
    font = setting.formats.font(Role(role.px, 400, role.colour, 0))
    painter.setFont(font)
    gap = setting.style.px(0.45)
    width = QFontMetricsF(font).horizontalAdvance(words)
    painter.drawText(QPointF(begin + gap if rtl else begin - gap - width, baseline), words)


def _paint_bullet(
    painter: QPainter, setting: Setting, sign: Container, begin: float, baseline: float,
    role: Role, rtl: bool,
) -> None:  # fmt: skip
    radius, gap = role.px * 0.135, setting.style.px(0.72)
    centre = QPointF(begin + gap if rtl else begin - gap, baseline - role.px * 0.27)
    hollow = sign.depth % 2 == 0
    painter.setPen(QPen(QColor(setting.style.secondary), 1.2) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QColor(setting.style.secondary))
    painter.drawEllipse(centre, radius, radius)
