"""What people say about a mark, on its card."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.model import Comment
from annotator.ui.cards import threads
from annotator.ui.cards.parts import LEFT, RIGHT, Act, Part, Verb, set_reachable
from annotator.ui.cards.text import Lines, Run, elided, measure, soft
from annotator.ui.kit import IconButton, is_rtl, paint, plain_tip
from annotator.ui.kit.roles import Role
from annotator.ui.theme import Theme

INDENT = 22
"""px at 100 %: where words begin beside a sign, as with sources."""


class CommentPart(Part):
    """One turn of a thread: who, when, the words. Its menu opens by the button at the right, by a
    right click, and by Enter or Space while it has the focus."""

    spoken_as = Role.ButtonMenu

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._text = Lines(theme)
        self._comment = Comment("", "")
        self._ruled = False
        self.menu_at: QPoint | None = None  # where the mouse asked for it
        self._more = IconButton(theme, "ellipsis", "", size=20, token="secondary", parent=self)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.clicked.connect(self._ask_menu)

    def fill(self, comment: Comment, *, ruled: bool) -> "CommentPart":
        """``ruled``: with a hairline above, the first of its thread."""
        self._comment, self._ruled = comment, ruled
        self._text.set([Run(soft(comment.text), "ui")], rtl=is_rtl(comment.text))
        self.setAccessibleName(threads.comment_name(comment))
        self._more.set_name(_("More: comment by {name}").format(name=threads.author_name(comment)))
        self.setToolTip(plain_tip(threads.moment(comment)))
        set_reachable(self, True)
        self.update()
        return self

    @property
    def comment_id(self) -> str:
        """Which one it is."""
        return self._comment.id

    def menu_corner(self) -> QPoint:
        """Where its menu opens on the screen."""
        at, self.menu_at = self.menu_at, None
        return at or self._more.mapToGlobal(self._more.rect().bottomLeft())

    def _top(self) -> int:
        return self.theme.px(7 if self._ruled else 3)

    def _line(self) -> int:
        return self.theme.px(19)

    def height_for(self, width: int) -> int:
        left = self.theme.px(INDENT)
        size = self._more.size()
        middle = self._top() + (self._line() - size.height()) // 2
        self._more.move(width - size.width(), middle)
        return self._top() + self._line() + self._text.height(width - left) + self.theme.px(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, top = QPainter(self), self.theme, self._top()
        if self._ruled:
            painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour("hairline"))
            side = theme.px(13)
            at = QRectF(0, top + (self._line() - side) // 2, side, side)
            paint.icon(painter, theme, "message-square", "secondary", at)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(theme.px(15), 2, 0, 0)
            paint.focus_ring(painter, ring, theme, theme.px(5))
        self._paint_head(painter, top)
        left = theme.px(INDENT)
        self._text.draw(painter, left, top + self._line(), self.width() - left)

    def _paint_head(self, painter: QPainter, top: int) -> None:
        theme, left = self.theme, self.theme.px(INDENT)
        when = threads.ago(self._comment.created)
        room = self._more.x() - theme.px(5) - left
        wide = measure(theme, when, "small")
        name = elided(
            theme, threads.author_name(self._comment), "small_strong", room - wide - theme.px(8)
        )
        place = QRectF(left, top, room, self._line())
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("small_strong"))
        painter.drawText(place, LEFT, name)
        painter.setPen(theme.colour("secondary"))
        painter.setFont(theme.font("small"))
        painter.drawText(place, RIGHT, when)

    def _ask_menu(self) -> None:
        self.act(Verb.COMMENT_MENU, self.comment_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_at = event.globalPos()
        self._ask_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask_menu()
        else:
            super().keyPressEvent(event)

    def stops(self) -> list[QWidget]:
        return [self]


class ThreadPart(Part):
    """A whole thread in one quiet line. On an open card a press, Enter or Space unfolds it."""

    spoken_as = Role.Button

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._comments: tuple[Comment, ...] = ()
        self._what, self._unfolded, self._pressed = "", False, False

    def fill(
        self, comments: Sequence[Comment], what: str = "", *, unfolded: bool = False
    ) -> "ThreadPart":
        """``what`` is what ``Verb.UNFOLD`` is about, "" where it does not unfold."""
        self._comments, self._what, self._unfolded = tuple(comments), what, unfolded
        self.setAccessibleName(threads.summary(comments))
        self.setCursor(Qt.CursorShape.PointingHandCursor if what else Qt.CursorShape.ArrowCursor)
        set_reachable(self, bool(what))
        self.update()
        return self

    def height_for(self, width: int) -> int:
        return self.theme.px(20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, middle = QPainter(self), self.theme, self.height() // 2
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), theme, theme.px(5))
        side, left = theme.px(13), theme.px(INDENT)
        at = QRectF(0, middle - side // 2, side, side)
        paint.icon(painter, theme, "message-square", "secondary", at)
        room = self.width() - left - (theme.px(18) if self._what else 0)
        text = elided(theme, threads.summary(self._comments), "small", room)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(left, 0, room, self.height()), LEFT, text)
        if self._what:
            icon = "chevron-up" if self._unfolded else "chevron-down"
            place = QRectF(self.width() - side, middle - side // 2, side, side)
            paint.icon(painter, theme, icon, "secondary", place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = bool(self._what)
        event.setAccepted(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self.act(Verb.UNFOLD, self._what)
        self._pressed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._what and event.key() in keys:
            self.act(Verb.UNFOLD, self._what)
        else:
            super().keyPressEvent(event)

    def stops(self) -> list[QWidget]:
        return [self] if self._what else []
