"""The page an article is set on: its type, its margins, the title where the text has none."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextFrameFormat

from annotator.model import Article, Verdict
from annotator.typesetting.formats import Formats, Role
from annotator.typesetting.setting import Setting
from annotator.typesetting.style import TypeStyle
from annotator.ui.kit import is_rtl
from annotator.ui.text.details_line import DetailsLine, pieces
from annotator.ui.theme import Theme

LEFT, RIGHT = 60.0, 56.0  # px at 100 %: the gutters' width
NARROW_LEFT, NARROW_RIGHT = 48.0, 50.0
LEAST = 120.0  # px whatever the scale, for that is not the article's
ABOVE, BELOW = 28.0, 160.0
UNDER_TITLE, UNDER_DETAILS = 10 / 18.5, 20 / 18.5  # em


@dataclass(frozen=True, slots=True)
class Look:
    """What the reader can choose: see ``DocumentView.restyle``."""

    family: str = "Source Serif 4"
    size: float = 18.5
    measure: float = 600.0
    leading: float = 1.62
    zoom: float = 1.0
    apart: bool = False

    def changed(self, settings: dict[str, Any]) -> "Look":
        """The same with these settings; unknown ones are left out."""
        known = {name: value for name, value in settings.items() if name in self.__slots__}
        return replace(self, **known)


@dataclass(frozen=True, slots=True)
class Margins:
    """The column and its gutters in the view's width, px. ``shift`` is how far the page with its
    gutters is from the view's left, ``measure`` the column's width."""

    left: float
    right: float
    measure: float
    shift: float


def margins(theme: Theme, width: float, measure: float, numbers: float = 0.0) -> Margins:
    """Where the column is: centred and of full measure while there is room. The column keeps its
    width while the window is resized, because to set a long article anew takes time. ``numbers``:
    the least width of the right gutter, px."""
    left, right = theme.px(LEFT), max(theme.px(RIGHT), numbers)
    if width >= measure + left + right:
        return Margins(left, right, measure, round(max(0.0, (width - measure) / 2 - left)))
    left, right = theme.px(NARROW_LEFT), max(theme.px(NARROW_RIGHT), numbers)
    room = max(LEAST, width - left - right)
    return Margins(left, right, min(measure, room), 0.0)


class Page:
    """What stands on the page besides the text, and how the text is set.

    ``head`` is the title's height where the text holds none, ``details`` the line under it.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.look = Look()
        self.details = DetailsLine(theme)
        self.margins = Margins(0, 0, 600, 0)
        self._title = ""
        self._head = 0.0

    @property
    def measure(self) -> float:
        """The column's width where there is room for it, px."""
        return round(self.look.measure * self.look.zoom)

    def style(self, dpi: float) -> TypeStyle:
        """The type, in the theme's colours, for a screen of that many px an inch."""
        look, tokens = self.look, self.theme.tokens
        style = TypeStyle(
            family=look.family, size=look.size * look.zoom, zoom=look.zoom, leading=look.leading,
            measure=self.margins.measure, ink=tokens.ink, secondary=tokens.secondary,
            accent=tokens.accent, hairline=tokens.hairline, control=tokens.control,
            code_ground=tokens.chrome, dpi=dpi,
        )  # fmt: skip
        return replace(style, head_room=self.details.height + style.px(UNDER_DETAILS))

    def write_details(self, article: Article, verdict: Verdict | None = None) -> bool:
        """Put what is known of the article in the line, and the verdict on it; whether the line's
        height changed."""
        before = self.details.height
        rtl = next((b.dir for b in article.blocks if b.main and b.end > b.start), "") == "rtl"
        self.details.set_pieces(pieces(article, verdict=verdict), self.margins.measure, rtl)
        self._title = article.title
        return before != self.details.height

    def frame(self, setting: Setting) -> QTextFrameFormat:
        """The margins around the text, with room for the title where it has none."""
        self._head = 0.0
        if setting.title_block is None:
            self._head = self._title_rect(setting).height()
        form = QTextFrameFormat()
        form.setLeftMargin(self.margins.left)
        form.setRightMargin(self.margins.right)
        extra = setting.style.px(UNDER_TITLE) + setting.style.head_room if self._head else 0.0
        form.setTopMargin(self.theme.px(ABOVE) + self._head + extra)
        form.setBottomMargin(self.theme.px(BELOW))
        return form

    def _role(self, setting: Setting) -> Role:
        heading, px = setting.style.headings[0], setting.style.px(setting.style.headings[0].size)
        return Role(px, heading.weight, setting.style.ink, px * heading.leading)

    def _title_rect(self, setting: Setting) -> QRectF:
        font = Formats(setting.style).font(self._role(setting))
        room = QRectF(self.margins.left, self.theme.px(ABOVE), self.margins.measure, 10_000)
        rect = QFontMetricsF(font).boundingRect(room, _LEFT | _WRAPPED, self._title)
        rect.setWidth(room.width())
        return rect

    def details_place(self, setting: Setting) -> QPointF:
        """The corner of the details' line in the document."""
        index = setting.title_block
        if index is None:
            bottom = self.theme.px(ABOVE) + self._head
        else:
            bottom = setting.block_rectangle(index).bottom()
        return QPointF(self.margins.left, bottom + setting.style.px(UNDER_TITLE))

    def paint(self, painter: QPainter, setting: Setting, top: float) -> None:
        """Paint title and details in document coordinates, unless they are above ``top``."""
        place = self.details_place(setting)
        if place.y() + self.details.height < top:
            return
        if self._head:
            painter.setFont(Formats(setting.style).font(self._role(setting)))
            painter.setPen(self.theme.colour("ink"))
            painter.setLayoutDirection(_WAYS[is_rtl(self._title)])
            alignment = _RIGHT if is_rtl(self._title) else _LEFT  # whatever way the text goes
            painter.drawText(self._title_rect(setting), alignment | _WRAPPED, self._title)
            painter.setLayoutDirection(_WAYS[False])
        self.details.paint(painter, place)

    def field_at(self, setting: Setting, point: QPointF) -> str:
        """The field of the details that a click there adds; "" for none."""
        place = self.details_place(setting)
        inside = (field for rect, field in self.details.fields()
                  if rect.translated(place).contains(point))  # fmt: skip
        return next(inside, "")


_WAYS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
_LEFT, _RIGHT = (
    int(side | Qt.AlignmentFlag.AlignAbsolute)
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


def heights(setting: Setting, groups: int = 800) -> list[tuple[int, int, float, float]]:
    """For each block (start, end, top, bottom), heights in shares of the document's. Blocks of a
    long article are taken together: more than a screen has rows of pixels say nothing new."""
    whole, indices = max(1.0, setting.document.size().height()), setting.shown_blocks
    size = max(1, -(-len(indices) // groups))
    blocks, found = setting.article.blocks, []
    for at in range(0, len(indices), size):
        first, last = indices[at], indices[min(at + size, len(indices)) - 1]
        top = setting.block_rectangle(first).top() / whole
        bottom = setting.block_rectangle(last).bottom() / whole
        found.append((blocks[first].start, blocks[last].end, top, bottom))
    return found
