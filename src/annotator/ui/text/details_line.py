"""The line under the title: by whom, where, when; what is not known can be added there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.i18n import _, ngettext
from annotator.model import Article, Verdict
from annotator.ui.cards.wording import date_text
from annotator.ui.kit import is_rtl, paint
from annotator.ui.theme import Theme, tint

WORDS_A_MINUTE, SIGNS_A_MINUTE = 230, 500
_UNSPACED = "[\u0e00-\u0eff\u3040-\U0010ffff]"  # compiled at its first use: 5 ms
SEPARATOR = " · "
LINE = 20.0  # px at 100 %
VERDICT = "verdict"
CHIP_SIDE, CHIP_ICON, CHIP_GAP = 8, 13, 5  # px at 100 %


@dataclass(frozen=True, slots=True)
class Piece:
    """``field``: what of ``Details`` a click on it adds, "" for plain text; ``VERDICT`` for the
    article's verdict, which is shown in its ``tone``."""

    text: str
    field: str = ""
    tone: str = ""


def pieces(
    article: Article, now: QDateTime | None = None, verdict: Verdict | None = None
) -> list[Piece]:
    """What the line says of an article, beginning with the verdict on it."""
    details = article.details
    known = [
        Piece(verdict.name, VERDICT, verdict.tone) if verdict else Piece(""),
        Piece(details.names),
        Piece(details.place),
        Piece(date_text(details.published)),
        Piece(_age(article, now or QDateTime.currentDateTime())),
        Piece(minutes_text(article)),
    ]
    missing = [
        Piece(text, field)
        for text, field, value in (
            (_("add the author"), "authors", details.authors or details.site),
            (_("add the date"), "published", details.published),
            (_("add the URL"), "url", details.url or details.doi),
        )
        if not value
    ]
    return [piece for piece in known if piece.text] + missing


def _age(article: Article, now: QDateTime) -> str:
    """When the page was saved; where the file does not say so, when it was added."""
    if article.details.saved:
        return saved_text(article.details.saved, now)
    return added_text(article.added, now)


def added_text(added: str, now: QDateTime) -> str:
    """``added 3 days ago``; from a month on the date."""
    days, date = _days_since(added, now)
    if days is None or days > 30:
        return _("added {date}").format(date=date) if date else ""
    if days < 2:
        return _("added yesterday") if days else _("added today")
    return ngettext("added {count} day ago", "added {count} days ago", days).format(count=days)


def _days_since(moment: str, now: QDateTime) -> tuple[int | None, str]:
    """How many days ago that was, None where it is no whole date; and its date in words."""
    then = QDateTime.fromString(moment, Qt.DateFormat.ISODate)
    if not then.isValid():
        return None, date_text(moment)
    days = then.toLocalTime().date().daysTo(now.toLocalTime().date())
    return max(0, days), QLocale().toString(then.date(), "d MMM yyyy")


def saved_text(saved: str, now: QDateTime) -> str:
    """``saved 3 days ago``; from a month on the date."""
    days, date = _days_since(saved, now)
    if days is None or days > 30:
        return _("saved {date}").format(date=date) if date else ""
    if days < 2:
        return _("saved yesterday") if days else _("saved today")
    return ngettext("saved {count} day ago", "saved {count} days ago", days).format(count=days)


def minutes_text(article: Article) -> str:
    """``6 min``: how long it takes to read the article's own text."""
    text = "\n".join(article.text[b.start : b.end] for b in article.blocks if b.main)
    # Blanks are words near enough, and counting them is no work in a long article. Scripts without
    # blanks between words are counted by their signs.
    words = text.count(" ") + text.count("\n") + 1
    minutes = max(words / WORDS_A_MINUTE, _unspaced(text) / SIGNS_A_MINUTE)
    return _("{count} min").format(count=max(1, round(minutes))) if text.strip() else ""


def _unspaced(text: str) -> int:
    return 0 if text.isascii() else len(re.findall(_UNSPACED, text))


class DetailsLine:
    """The line, set to a width; taller where it needs more lines. Lengths in px."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._pieces: list[Piece] = []
        self._width = 0.0
        self._rtl = False
        self._placed: list[tuple[QRectF, Piece]] = []

    def set_pieces(self, pieces: Iterable[Piece], width: float, rtl: bool = False) -> None:
        """What to say, and in which width; ``rtl``: from the right."""
        self._pieces, self._width = list(pieces), width
        self._placed, self._rtl = [], rtl
        metrics = QFontMetricsF(self.theme.font("ui"))
        gap, line = metrics.horizontalAdvance(SEPARATOR), self.theme.px(LINE)
        x = y = 0.0
        for piece in self._pieces:
            room = min(self._width_of(piece, metrics), width)
            if x and x + gap + room > width:
                x, y = 0.0, y + line
            x += gap if x else 0.0
            left = width - x - room if rtl else x
            self._placed.append((QRectF(left, y, room, line), piece))
            x += room

    def _width_of(self, piece: Piece, metrics: QFontMetricsF) -> float:
        if not piece.tone:
            return metrics.horizontalAdvance(piece.text)
        words = QFontMetricsF(self.theme.font("small_strong")).horizontalAdvance(piece.text)
        return words + self.theme.px(2 * CHIP_SIDE + CHIP_ICON + CHIP_GAP)

    @property
    def height(self) -> float:
        """Of all its lines."""
        return self._placed[-1][0].bottom() if self._placed else 0.0

    @property
    def text(self) -> str:
        """All it says."""
        return SEPARATOR.join(piece.text for piece in self._pieces)

    def fields(self) -> list[tuple[QRectF, str]]:
        """Where something can be added, and what."""
        return [(rect, piece.field) for rect, piece in self._placed if piece.field]

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its top left corner at ``at``."""
        painter.save()
        painter.setFont(self.theme.font("ui"))
        metrics = QFontMetricsF(self.theme.font("ui"))
        for number, (rect, piece) in enumerate(self._placed):
            place = rect.translated(at)
            if piece.tone:
                self._paint_chip(painter, place, piece)
            else:
                self._paint_words(painter, place, metrics, piece)
            after = self._placed[number + 1 : number + 2]
            if after and after[0][0].top() == rect.top() and not piece.tone:
                self._paint_separator(painter, place, metrics)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, place: QRectF, metrics: QFontMetricsF, piece: Piece
    ) -> None:
        colour = self.theme.colour("middling" if piece.field else "secondary")
        painter.setFont(self.theme.font("ui"))
        painter.setPen(colour)
        shown = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, place.width() + 1)
        painter.setLayoutDirection(_WAYS[is_rtl(shown)])
        painter.drawText(place, _LEFT, shown)
        if piece.field:
            self._underline(painter, place, metrics, colour)

    def _paint_separator(
        self, painter: QPainter, place: QRectF, metrics: QFontMetricsF
    ) -> None:  # fmt: skip
        painter.setFont(self.theme.font("ui"))
        painter.setPen(self.theme.colour("secondary"))
        gap = metrics.horizontalAdvance(SEPARATOR)
        left = place.left() - gap if self._rtl else place.right()
        painter.setLayoutDirection(_WAYS[False])
        painter.drawText(QRectF(left, place.top(), gap, place.height()), _LEFT, SEPARATOR)

    def _paint_chip(self, painter: QPainter, place: QRectF, piece: Piece) -> None:
        """The verdict as it stands on cards."""
        theme, px = self.theme, self.theme.px
        colour, side = theme.tone(piece.tone), px(CHIP_ICON)
        paint.rounded(painter, place, px(6), tint(colour))
        icon = QRectF(place.left() + px(CHIP_SIDE), place.center().y() - side / 2, side, side)
        paint.drawn.paint(painter, paint.VERDICT_ICONS[piece.tone], colour, icon)
        painter.setPen(colour)
        painter.setFont(theme.font("small_strong"))
        words = place.adjusted(px(CHIP_SIDE + CHIP_ICON + CHIP_GAP), 0, -px(CHIP_SIDE) + 1, 0)
        shown = QFontMetricsF(painter.font()).elidedText(
            piece.text, Qt.TextElideMode.ElideRight, words.width() + 1
        )
        painter.setLayoutDirection(_WAYS[is_rtl(shown)])
        painter.drawText(words, _LEFT, shown)

    def _underline(
        self, painter: QPainter, place: QRectF, metrics: QFontMetricsF, colour: QColor
    ) -> None:
        pen = QPen(colour, 1)
        pen.setDashPattern([1, 2])
        painter.setPen(pen)
        y = round(place.center().y() + metrics.ascent() / 2 + 1) + 0.5
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))


_WAYS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
