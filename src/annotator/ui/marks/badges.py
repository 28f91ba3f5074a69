"""The marks' numbers beside the text or the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from annotator.i18n import _
from annotator.ui.kit import paint
from annotator.ui.theme import Theme

BETWEEN = 2.0
"""px between numbers that stand under each other."""
SAME_LINE = 22.0
"""px that a number may stand under the middle of its line where another stands on that."""
ASTRAY = 0.7
"""How much of its height a number may stand under its line; lower, it would be taken for the next
line's, so that it shares a box with the one before instead."""

Begin = tuple[float, str, int | None]
"""(middle of the line, id, number) of a mark; None: it is private."""


@dataclass(frozen=True, slots=True)
class Badge:
    """The numbers of ``marks`` (id, number; None: private), one or several that begin close
    together, where they stand in the document; ``label`` is what the box says (None: a lock)."""

    rect: QRectF
    marks: tuple[tuple[str, int | None], ...]
    label: int | str | None

    @property
    def ids(self) -> list[str]:
        """Whose numbers these are."""
        return [id for id, _number in self.marks]

    @property
    def id(self) -> str:
        """The first of them."""
        return self.marks[0][0]

    @property
    def number(self) -> int | None:
        """The first number."""
        return self.marks[0][1]


class Badges:
    """Numbers in document coordinates; ``badges`` are those placed last."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.badges: list[Badge] = []

    def stack(self, begins: Iterable[Begin], left: float, room: float) -> None:
        """Place numbers at ``left``, ``room`` px wide: each beside its line, under the one before
        where they would meet, in one box with that where it would stand too far from its line. The
        topmost comes first."""
        height = paint.badge_size(self.theme, None).height()
        bottom = before = float("-inf")
        boxes: list[tuple[float, list[tuple[str, int | None]]]] = []
        for middle, id, number in begins:
            wanted = round(middle - height / 2)
            top = max(wanted, bottom + BETWEEN)
            bearable = SAME_LINE if wanted - before <= BETWEEN else ASTRAY * height
            if top - wanted > bearable:
                boxes[-1][1].append((id, number))
            else:
                boxes.append((top, [(id, number)]))
                bottom = top + height
            before = wanted
        digits = self._digits(room)
        self.badges += [
            self._badge(QPointF(left, top), tuple(marks), digits) for top, marks in boxes
        ]

    def _badge(
        self, corner: QPointF, marks: tuple[tuple[str, int | None], ...], digits: int
    ) -> Badge:
        label = _label(marks, digits)
        return Badge(QRectF(corner, paint.badge_size(self.theme, label)), marks, label)

    def _digits(self, room: float) -> int:
        """How many digits there is room for."""
        return next(n for n in range(9, 0, -1) if n == 1 or self._width("0" * n) <= room)

    def _width(self, text: str) -> float:
        return paint.badge_size(self.theme, text).width()

    def paint_badges(self, painter: QPainter, current: str, seen: QRectF) -> None:
        """Paint the numbers that can be seen, the current mark's filled."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for badge in self.badges:
            if badge.rect.intersects(seen):
                own = next((mark for mark in badge.marks if mark[0] == current), None)
                label = own[1] if own else badge.label
                paint.badge(painter, self.theme, badge.rect, label, own is not None)

    def at(self, point: QPointF) -> list[str]:
        """The marks whose number is there."""
        return next((badge.ids for badge in self.badges if badge.rect.contains(point)), [])

    def tip(self, point: QPointF) -> str:
        """Whose numbers share the box that is there, "" where none do."""
        found = next((badge for badge in self.badges if badge.rect.contains(point)), None)
        if found is None or len(found.marks) == 1:
            return ""
        words = [_("private") if number is None else str(number) for _id, number in found.marks]
        return _("Marks {numbers}").format(numbers=", ".join(words))


def _label(marks: Sequence[tuple[str, int | None]], digits: int) -> int | str | None:
    """A number, None for a lock; of several ``3–5``, or ``3+`` where there is room for fewer
    ``digits``."""
    numbers = [number for _id, number in marks]
    if len(numbers) == 1:
        return numbers[0]
    known = [number for number in numbers if number is not None]
    if not known:
        return None
    whole = f"{known[0]}–{known[-1]}"
    in_row = len(known) == len(numbers) == known[-1] - known[0] + 1
    return whole if in_row and len(whole) <= digits else f"{known[0]}+"


def number_room(theme: Theme, count: int, gap: float, beside: float) -> float:
    """How wide a gutter must be for the numbers of that many marks, px: ``gap`` before them and
    ``beside`` after, both px at 100 %."""
    return theme.px(gap) + paint.badge_size(theme, count).width() + theme.px(beside)
