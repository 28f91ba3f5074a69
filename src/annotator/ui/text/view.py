"""The reader's text as one works in it: selection, caret, keys and mouse."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.model.text import without_blanks
from annotator.ui.caret import Move, moved, nudged
from annotator.ui.document_view import Area, Passage
from annotator.ui.kit import plain_tip
from annotator.ui.marks.ends import Drag, edges, end_at
from annotator.ui.marks.going import GoingOverMarks
from annotator.ui.text.marked import MarkedCanvas
from annotator.ui.theme import Theme

STILL = 4
"""px the mouse may move in a click."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReaderView(GoingOverMarks, MarkedCanvas):
    """The text of a ``DocumentView``. ``bar_entered``: Enter was pressed on a selection."""

    selection_changed = Signal()
    caret_moved = Signal(int)
    marks_clicked = Signal(list)
    end_dragged = Signal(str, int, int)
    context_menu_requested = Signal(QPoint, int)
    details_requested = Signal(str)
    zoomed = Signal(float)
    link_chosen = Signal(str)
    bar_entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._pressed: QPoint | None = None
        super().__init__(theme, parent)
        self.selectionChanged.connect(self.selection_changed)
        self.cursorPositionChanged.connect(lambda: self.caret_moved.emit(self.caret()))

    def set_session(self, session: ArticleSession | None) -> None:
        self.crossed = frozenset()
        super().set_session(session)

    # Selection and caret

    def selection(self) -> Passage | None:
        """See ``DocumentView``."""
        cursor = self.textCursor()
        if self.setting is None or not cursor.hasSelection():
            return None
        start = self.setting.offset(cursor.selectionStart())
        end = self.setting.offset(cursor.selectionEnd())
        text = self.setting.article.text
        start, end = without_blanks(text, start, end)
        return (start, end) if start < end else None

    def selected_area(self) -> Area | None:
        """See ``DocumentView``; set text has no areas."""
        return None

    def reveal(self, annotation_id: str) -> bool:
        """See ``DocumentView``; for an area the text near it."""
        start = self.session.place_of(annotation_id)
        first, last = self.visible_range()
        far = start is not None and not first <= start < last
        if far:
            self.scroll_to(start)
        return far

    def selected_rects(self) -> list[QRect] | None:
        """See ``Surface``."""
        passage = self.selection()
        if passage is None:
            return None
        start, end = self.visible_range()
        return self.rectangles(max(start, passage[0]), min(end, passage[1]))

    def set_selection(self, start: int, end: int) -> None:
        """Select a passage."""
        if self.setting is not None:
            self.select(start, end)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor, bar = self.textCursor(), self.verticalScrollBar()
        cursor.clearSelection()
        place = bar.value()
        self.setTextCursor(cursor)
        bar.setValue(place)  # Qt scrolls to the caret, which may be out of sight

    def caret(self) -> int:
        """Where the caret stands."""
        return self.setting.offset(self.textCursor().position()) if self.setting else 0

    def set_caret(self, offset: int) -> None:
        """See ``DocumentView``."""
        if self.setting is not None:
            self.select(offset, offset)

    def nudge_end(self, which: str, step: int) -> None:
        """See ``DocumentView``."""
        mark = self.mark(self.current) if self.setting else None
        if mark is None:
            return
        text = self.setting.article.text
        start, end = nudged(text, self.blocks, (mark.start, mark.end), which, step)
        if (start, end) != (mark.start, mark.end):
            self.end_dragged.emit(mark.id, start, end)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Words alone are copied: type and colours are this window's, not the article's."""
        data = QMimeData()
        passage = self.selection()
        if passage:
            words = self.textCursor().selection().toPlainText()
            data.setText(words.replace("\ufffc", "").strip())
        return data

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move, before = self.move_of(event), self.caret()
        if self.setting is None:
            event.ignore()
        elif move:
            self._move(move)
        elif event.key() in _ENTER and not event.modifiers():
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self.clear_selection()
        else:
            super().keyPressEvent(event)
        if self.caret() != before:
            self.cross()

    def _move(self, move: Move) -> None:
        caret = moved(self.setting.article.text, self.blocks, self.caret(), move)
        anchor = self.setting.offset(self.textCursor().anchor()) if move.extend else caret
        self.select(anchor, caret)
        self.ensureCursorVisible()

    def _enter(self) -> None:
        if self.selection():
            self.bar_entered.emit()
        else:
            self.choose(self.session.marks_at(self.caret()))

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.setting is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point = self.in_document(event.position())
        mark = self.mark(self.current)
        which = end_at(edges(self.setting, mark.start, mark.end), point) if mark else ""
        field, numbers = self.page.field_at(self.setting, point), self.gutters.at(point)
        if which:
            self.drag = Drag(mark.id, which, mark.start, mark.end)
        elif field:
            self.details_requested.emit(field)
        elif numbers:
            self.choose(numbers)
        else:
            self._pressed = event.position().toPoint()
            if not event.modifiers():
                self.clear_selection()  # or a press on it would drag the words away
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drag:
            self._drag_to(event.position().toPoint())
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._show_cursor(self.in_document(event.position()))

    def _drag_to(self, point: QPoint) -> None:
        beyond = min(0, point.y()) or max(0, point.y() - self.viewport().height())
        if beyond:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + beyond)
        offset = self.setting.offset(self.cursorForPosition(point).position())
        if self.drag.to(offset):
            self.refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.drag:
            drag, self.drag = self.drag, None
            mark = self.mark(drag.id)
            if mark and (drag.start, drag.end) != (mark.start, mark.end):
                self.end_dragged.emit(drag.id, drag.start, drag.end)
            self.refresh()
            return
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        point = event.position().toPoint()
        if pressed is None or (point - pressed).manhattanLength() > STILL:
            return
        if self.setting is not None and not self.textCursor().hasSelection():
            self._click(event)

    def _click(self, event: QMouseEvent) -> None:
        """With Ctrl held a link is followed; else a click is about marks."""
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        link = self._link_under(event.position().toPoint()) if held else ""
        if link and not link.startswith("#"):
            self.link_chosen.emit(link)
        else:
            self.choose(self.marks_under(self.in_document(event.position())))

    def marks_under(self, point: QPointF) -> list[str]:
        """The marks at a point of the document, the shortest first."""
        offset = self.offset_at(point)
        return self.session.marks_at(offset) if offset is not None else []

    def offset_at(self, point: QPointF) -> int | None:
        """The code point that is painted at a point of the document, None beside the text."""
        place = (point - QPointF(self.scrolled)).toPoint()
        nearest = self.setting.offset(self.cursorForPosition(place).position())
        for offset in (nearest, nearest - 1):
            rects = self.setting.rectangles(offset, offset + 1)
            if any(rect.adjusted(-1, -2, 1, 3).contains(point) for rect in rects):
                return offset
        return None

    def _show_cursor(self, point: QPointF) -> None:
        setting, shape = self.setting, Qt.CursorShape.IBeamCursor
        mark = self.current_mark() if setting else None
        if setting is None:
            shape = Qt.CursorShape.ArrowCursor
        elif mark and end_at(edges(setting, mark.start, mark.end), point):
            shape = Qt.CursorShape.SizeHorCursor
        elif (
            self.gutters.at(point) or self.page.field_at(setting, point) or self.marks_under(point)
        ):
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            tip = self.gutters.tip(self.in_document(QPointF(event.pos())))
            tip = tip or self._link_under(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        return super().viewportEvent(event)

    def _link_under(self, point: QPoint) -> str:
        """Where the link at a point leads; links do nothing by themselves."""
        if self.setting is None:
            return ""
        offset = self.offset_at(self.in_document(QPointF(point)))
        return self.setting.link_at(offset) if offset is not None else ""

    def link_action(self, offset: int) -> tuple[str, Callable[[], None]] | None:
        """See ``Surface``."""
        link = self.link_at(offset)
        outward = bool(link) and not link.startswith("#")
        return (_("Open link…"), lambda: self.link_chosen.emit(link)) if outward else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.setting is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            offset = self.caret()
            self._make_current(self.session.marks_at(offset))
        else:
            place = event.globalPos()
            offset = self.setting.offset(self.cursorForPosition(event.pos()).position())
            self._make_current(self.marks_under(self.in_document(QPointF(event.pos()))), True)
        self.context_menu_requested.emit(place, offset)

    def _make_current(self, ids: list[str], even_none: bool = False) -> None:
        """A menu is about the mark it was asked for at, not about one that was current before."""
        if self.selection() is None and self.current not in ids and (ids or even_none):
            self.marks_clicked.emit(ids)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1.1 ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)
