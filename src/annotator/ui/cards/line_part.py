"""A card that is one line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.cards.parts import LEFT, Act, Part, Verb
from annotator.ui.cards.text import elided, measure
from annotator.ui.kit import TagChip, VerdictChip, paint
from annotator.ui.theme import Theme


class LinePart(Part):
    """A whole annotation in one line: number, passage, first tag or verdict. There may be many in
    sight, so the number is painted here and is no widget of its own."""

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._number: int | None = None
        self._badged = False
        self._verdict = VerdictChip(theme, parent=self)
        self._tag = TagChip(theme, "", parent=self)
        self._tag.clicked.connect(lambda _path: act(Verb.TAGS, self._id))
        self._id, self._text, self._role, self._colour, self._icons = "", "", "", "", ()
        self._comments = 0
        self._left, self._right, self._rtl = 0, 0, False

    def fill(
        self, id: str, text: str, *, number: int | None, private: bool, colour: str,
        verdict: tuple[str, str] | None, tags: Sequence[str], icons: Sequence[tuple[str, str]] = (),
        comments: int = 0, rtl: bool = False,
    ) -> "LinePart":  # fmt: skip
        """Of ``tags`` the first is shown, the others are counted. ``icons`` are (icon, token) signs
        of what else there is; ``colour`` "" without bar; ``comments``: how many there are to be
        counted; ``rtl``: bar and text stand at the right."""
        self._comments = comments
        self._id, self._text, self._colour, self._icons = id, text, colour, tuple(icons)
        self._rtl = rtl
        self._role = "serif" if colour else "ui"
        self._badged = private or number is not None
        self._number = None if private else number
        self._verdict.show_if(verdict is not None)
        if verdict is not None:
            self._verdict.set_verdict(*verdict)
        self._tag.setVisible(bool(tags) and verdict is None)
        self._tag.show_tags(tags if verdict is None else ())
        self.update()
        return self

    def set_number(self, number: int | None) -> None:
        """Only the number is another one."""
        wider = paint.badge_size(self.theme, number) != paint.badge_size(self.theme, self._number)
        self._number = number
        if wider:
            self.height_for(self.width())
        self.update()

    def height_for(self, width: int) -> int:
        line, gap = self.theme.px(21), self.theme.px(8)
        self._left = 0
        if self._badged:
            self._left = round(paint.badge_size(self.theme, self._number).width()) + gap
        self._right = width
        for chip in (self._verdict, self._tag):
            if chip.isVisibleTo(self):
                size = chip.sizeHint()
                wide = min(size.width(), width * 2 // 5)
                self._right -= wide
                chip.setGeometry(self._right, (line - size.height()) // 2, wide, size.height())
                self._right -= gap
        return line

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, left, right = QPainter(self), self.theme, self._left, self._right
        if self._badged:
            size = paint.badge_size(theme, self._number)
            corner = QPointF(0, (self.height() - size.height()) // 2)
            paint.badge(painter, theme, QRectF(corner, size), self._number)
        right = self._paint_count(painter, right)
        side = theme.px(13)
        for icon, token in self._icons:
            right -= side
            paint.icon(
                painter, theme, icon, token, QRectF(right, (self.height() - side) // 2, side, side)
            )
            right -= theme.px(6)
        if self._colour:
            bar = QRectF(left, 0, theme.px(4), self.height())
            if self._rtl:
                bar.moveRight(right)
                right -= theme.px(13)
            else:
                left += theme.px(13)
            painter.fillRect(bar, theme.mark(self._colour))
        if self._rtl:
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.setFont(theme.font(self._role))
        painter.setPen(theme.colour("ink"))
        text = elided(theme, self._text, self._role, right - left)
        painter.drawText(QRectF(left, 0, right - left, self.height()), LEFT, text)

    def _paint_count(self, painter: QPainter, right: int) -> int:
        """The sign of comments with their number; where what stands before it ends."""
        if not self._comments:
            return right
        theme, side, number = self.theme, self.theme.px(13), str(self._comments)
        wide = measure(theme, number, "small")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(right - wide, 0, wide, self.height()), LEFT, number)
        at = QRectF(right - wide - theme.px(3) - side, (self.height() - side) // 2, side, side)
        paint.icon(painter, theme, "message-square", "secondary", at)
        return round(at.left()) - theme.px(6)
