"""A quote beside the words of its source, word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.ui.cards.parts import LEFT, Act, Part
from annotator.ui.cards.text import soft, utf16_length
from annotator.ui.kit import paint
from annotator.ui.kit.roles import Role
from annotator.ui.theme import Theme, tint

if TYPE_CHECKING:
    from annotator.checking.quotes import QuoteCheck

KEPT, TAKEN, PUT = "kept", "taken", "put"
_SIGNS = {TAKEN: "−", PUT: "+"}
_TOKENS = {TAKEN: "bad", PUT: "good"}
LEAST = 230
"""px at 100 %: narrower, the two stand one over the other."""
HEAD = 17
"""px at 100 %: the height of what stands over each side."""
_WORDS = 5
"""How many words that are alike stay beside those that are not."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one side; ``kind``: ``KEPT`` (both have them), ``TAKEN`` (the quote alone has them)
    or ``PUT`` (the source alone)."""

    text: str
    kind: str = KEPT


def sides(check: "QuoteCheck") -> tuple[list[Piece], list[Piece]]:
    """(the quote's words, the source's), long stretches that are alike cut short."""
    left: list[Piece] = []
    right: list[Piece] = [Piece(check.before, PUT)] if check.before else []
    last = len(check.differences) - 1
    for at, step in enumerate(check.differences):
        if step.kind == "equal":
            left.append(Piece(_short(step.quote, at == 0, at == last)))
            right.append(Piece(_short(step.text, at == 0, at == last)))
            continue
        if step.quote:
            left.append(Piece(step.quote, TAKEN))
        if step.text:
            right.append(Piece(step.text, PUT))
    return left, right


def _short(text: str, first: bool, last: bool) -> str:
    words = text.split()
    before = [] if first else words[:_WORDS]
    after = [] if last else words[-_WORDS:]
    if len(words) <= len(before) + len(after) + 2:
        return " ".join(words)
    return " ".join([*before, "…", *after])


def spoken(pieces: Sequence[Piece]) -> str:
    """One side as it is written: signs before what the other side has not."""
    return " ".join(_SIGNS.get(piece.kind, "") + " ".join(piece.text.split()) for piece in pieces)


class ComparedPart(Part):
    """Two columns: the quote, what it alone has struck out behind a minus; the source, what it
    alone has underlined behind a plus."""

    spoken_as = Role.StaticText

    def __init__(self, theme: Theme, act: Act, parent: QWidget | None) -> None:
        super().__init__(theme, act, parent)
        self._sides: tuple[list[Piece], list[Piece]] = [], []
        self._indented = 0

    def fill(self, check: "QuoteCheck", quote: str, indent: int = 0) -> "ComparedPart":
        """``quote``: what was quoted; ``indent`` in px at 100 %."""
        self._sides, self._indented = sides(check), indent
        if not check.differences:  # it stands there, with other words before it
            words = Piece(" ".join(quote.split()))
            self._sides = [words], [*self._sides[1], words]
        left, right = (spoken(side) for side in self._sides)
        name = _("quoted: {quote}; in the source: {source}").format(quote=left, source=right)
        self.setAccessibleName(name)
        self.update()
        return self

    # Where things stand

    def _columns(self, width: int) -> tuple[list[QRectF], int]:
        """Where the two stand, and the height of it all."""
        px = self.theme.px
        pad, gap, head = px(8), px(14), px(HEAD)
        left, room = px(self._indented) + pad, width - px(self._indented) - 2 * pad
        beside = room >= px(LEAST)
        wide = (room - gap) / 2 if beside else room
        heights = [self._set(side, wide)[1] for side in self._sides]
        tops = [pad, pad] if beside else [pad, pad + head + heights[0] + px(6)]
        lefts = [left, left + wide + gap] if beside else [left, left]
        rects = [
            QRectF(x, y, wide, head + height)
            for x, y, height in zip(lefts, tops, heights, strict=True)
        ]
        return rects, round(max(rect.bottom() for rect in rects)) + pad

    def height_for(self, width: int) -> int:
        return self._columns(width)[1]

    def _set(self, pieces: Sequence[Piece], width: float) -> tuple[QTextLayout, float]:
        layout = QTextLayout(" ".join(_words(piece) for piece in pieces), self.theme.font("small"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(pieces))
        step, y = self.theme.px(18), 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            y += step
        layout.endLayout()
        return layout, y

    def _formats(self, pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
        formats, at = [], 0
        for piece in pieces:
            length = utf16_length(_words(piece))
            form = QTextLayout.FormatRange()
            form.start, form.length, form.format = at, length, self._format(piece.kind)
            formats.append(form)
            at += length + 1
        return formats

    def _format(self, kind: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self.theme.colour(_TOKENS.get(kind, "ink")))
        if kind != KEPT:
            form.setFont(self.theme.font("small_strong"))
            form.setBackground(tint(self.theme.colour(_TOKENS[kind]), 0.1))
        form.setFontStrikeOut(kind == TAKEN)
        form.setFontUnderline(kind == PUT)
        return form

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        ground = QRectF(self.rect()).adjusted(theme.px(self._indented), 0, 0, 0)
        paint.rounded(painter, ground, theme.px(6), theme.colour("paper"), theme.colour("hairline"))
        rects, _height = self._columns(self.width())
        titles = _("Quoted here"), _("In the source")
        for rect, title, side in zip(rects, titles, self._sides, strict=True):
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("secondary"))
            head = QPointF(0, theme.px(HEAD))
            painter.drawText(QRectF(rect.topLeft(), rect.topRight() + head), LEFT, title)
            layout, _tall = self._set(side, rect.width())
            painter.setPen(theme.colour("ink"))
            layout.draw(painter, rect.topLeft() + head)


def _words(piece: Piece) -> str:
    return _SIGNS.get(piece.kind, "") + soft(" ".join(piece.text.split()))
