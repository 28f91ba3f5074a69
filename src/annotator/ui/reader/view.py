"""The reader's text: marks under it, numbers beside it, caret, selection and mouse in it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from annotator.events import Changes
from annotator.library import ArticleSession
from annotator.library.marks import Mark
from annotator.typesetting import paint_grounds
from annotator.ui.document_view import Passage
from annotator.ui.kit import announce
from annotator.ui.reader.canvas import Canvas
from annotator.ui.reader.ends import Drag, edges, end_at
from annotator.ui.reader.gutters import LOOK_BACK, Gutters
from annotator.ui.reader.keys import Move, move_of, moved, nudged
from annotator.ui.reader.painting import MarkPainter
from annotator.ui.reader.wording import crossing_text
from annotator.ui.theme import Theme

SPILL = 12
"""px that marks and knobs reach over their lines."""
STILL = 4
"""px the mouse may move in a click."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReaderView(Canvas):
    """The text of a ``DocumentView``. ``bar_entered``: Enter was pressed on a selection."""

    selection_changed = Signal()
    caret_moved = Signal(int)
    marks_clicked = Signal(list)
    end_dragged = Signal(str, int, int)
    context_menu_requested = Signal(QPoint, int)
    details_requested = Signal(str)
    zoomed = Signal(float)
    bar_entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._marks = MarkPainter(theme)
        self.gutters = Gutters(theme)
        self._numbers_stale = True
        self._found: Sequence[Passage] = ()
        self._found_current: Passage | None = None
        self._current = ""
        self._drag: tuple[Drag, Mark] | None = None
        self._pressed: QPoint | None = None
        self._crossed: frozenset[str] = frozenset()
        super().__init__(theme, parent)
        self.selectionChanged.connect(self.selection_changed)
        self.cursorPositionChanged.connect(lambda: self.caret_moved.emit(self.caret()))
        self.visible_range_changed.connect(self._place_numbers_again)

    # What is shown

    def set_session(self, session: ArticleSession | None) -> None:
        self._current, self._drag, self._crossed = "", None, frozenset()
        self._found, self._found_current = (), None
        super().set_session(session)

    def apply(self, changes: Changes) -> None:
        super().apply(changes)
        if self._current and self.session and not self.session.has(self._current):
            self._current = ""
        self._place_numbers_again()
        self.viewport().update()

    def set_current(self, annotation_id: str) -> None:
        """The mark whose ends are shown; "" for none."""
        if annotation_id != self._current:
            self._current, self._drag = annotation_id, None
            self.viewport().update()

    def set_found(self, found: Sequence[Passage], current: int = -1) -> None:
        """See ``DocumentView``; ``found`` in the text's order."""
        self._found = found
        self._found_current = found[current] if 0 <= current < len(found) else None
        self.viewport().update()

    def _place_numbers_again(self) -> None:
        self._numbers_stale = True

    def mark(self, id: str) -> Mark | None:
        """The mark of an annotation, None where it has none on the page."""
        anchor = self.session.anchor(id) if id and self.session.has(id) else None
        if anchor is None or anchor.start is None:
            return None
        near = self.session.marks_between(anchor.start, anchor.start + 1)
        return next((mark for mark in near if mark.id == id), None)

    def _current_mark(self) -> Mark | None:
        """The current mark as it is shown, an end on its way included."""
        if self._drag:
            drag, mark = self._drag
            return replace(mark, start=drag.start, end=drag.end)
        return self.mark(self._current)

    def _marks_between(self, start: int, end: int) -> list[Mark]:
        marks = self.session.marks_between(start, end)
        if not self._drag:
            return marks
        return [m for m in marks if m.id != self._drag[0].id] + [self._current_mark()]

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.theme.colour("paper"))
        if self.setting is None:
            return
        painter.translate(-QPointF(self.scrolled))
        self._paint_under(painter, event)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        painter.translate(-QPointF(self.scrolled))
        self._paint_over(painter, event)

    def _paint_under(self, painter: QPainter, event: QPaintEvent) -> None:
        setting, seen = self.setting, event.rect().translated(self.scrolled)
        top, bottom = seen.top() - SPILL, seen.bottom() + SPILL
        paint_grounds(painter, setting, top, bottom)
        start, end = setting.offsets_between(top, bottom)
        self._marks.apart = self.page.look.apart
        self._marks.paint(painter, setting, self._marks_between(start, end), (start, end))
        found = [hit for hit in self._found if hit[0] < end and hit[1] > start]
        self._marks.paint_found(painter, setting, found, self._found_current)

    def _paint_over(self, painter: QPainter, event: QPaintEvent) -> None:
        setting, page = self.setting, self.page
        seen = event.rect().translated(self.scrolled)
        column = page.margins.left, page.margins.left + setting.style.measure
        page.paint(painter, setting, seen.top())
        if seen.left() < column[0]:
            blocks = setting.blocks_between(seen.top() - SPILL, seen.bottom() + SPILL)
            numbers = self.session.paragraphs
            self.gutters.paint_paragraphs(painter, setting, numbers, blocks, column[0])
        if self._numbers_stale:
            self._place_numbers(column[1])
        if seen.right() > column[1]:
            self.gutters.paint_badges(painter, self._current, QRectF(seen))
        mark = self._current_mark()
        if mark:
            self._marks.paint_handles(painter, edges(setting, mark.start, mark.end))

    def _place_numbers(self, right: float) -> None:
        top = self.scrolled.y()
        bottom = top + self.viewport().height() + SPILL
        start, end = self.setting.offsets_between(top - LOOK_BACK, bottom)
        marks = [mark for mark in self._marks_between(start, end) if mark.start >= start]
        self.gutters.place(self.setting, self.session, marks, right)
        self._numbers_stale = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_numbers_again()
        super().resizeEvent(event)

    # Selection and caret

    def selection(self) -> Passage | None:
        """See ``DocumentView``."""
        cursor = self.textCursor()
        if self.setting is None or not cursor.hasSelection():
            return None
        start = self.setting.offset(cursor.selectionStart())
        end = self.setting.offset(cursor.selectionEnd())
        text = self.setting.article.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return (start, end) if start < end else None

    def set_selection(self, start: int, end: int) -> None:
        """Select a passage."""
        if self.setting is not None:
            self.select(start, end)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def caret(self) -> int:
        """Where the caret stands."""
        return self.setting.offset(self.textCursor().position()) if self.setting else 0

    def set_caret(self, offset: int) -> None:
        """See ``DocumentView``."""
        if self.setting is not None:
            self.select(offset, offset)

    def nudge_end(self, which: str, step: int) -> None:
        """See ``DocumentView``."""
        mark = self.mark(self._current) if self.setting else None
        if mark is None:
            return
        text = self.setting.article.text
        start, end = nudged(text, self.blocks, (mark.start, mark.end), which, step)
        if (start, end) != (mark.start, mark.end):
            self.end_dragged.emit(mark.id, start, end)

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._move_of(event):
            event.accept()  # ours, whatever the window does with it elsewhere
            return True
        return super().event(event)

    def _move_of(self, event: QKeyEvent) -> Move | None:
        return move_of(event.key(), event.modifiers()) if self.setting else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move, before = self._move_of(event), self.caret()
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
            self._cross()

    def _move(self, move: Move) -> None:
        caret = moved(self.setting.article.text, self.blocks, self.caret(), move)
        anchor = self.setting.offset(self.textCursor().anchor()) if move.extend else caret
        self.select(anchor, caret)
        self.ensureCursorVisible()

    def _enter(self) -> None:
        if self.selection():
            self.bar_entered.emit()
        else:
            self._choose(self.session.marks_at(self.caret()))

    def _cross(self) -> None:
        """Say what marks the caret has come into."""
        inside = frozenset(self.session.marks_at(self.caret()))
        entered = [id for id in self.session.marks_at(self.caret()) if id not in self._crossed]
        self._crossed = inside
        if entered:
            texts = [crossing_text(self.session.annotation(id)) for id in entered]
            announce(self, "; ".join(texts))

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.setting is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point = self.in_document(event.position())
        mark = self.mark(self._current)
        which = end_at(edges(self.setting, mark.start, mark.end), point) if mark else ""
        field, number = self.page.field_at(self.setting, point), self.gutters.at(point)
        if which:
            self._drag = (Drag(mark.id, which, mark.start, mark.end), mark)
        elif field:
            self.details_requested.emit(field)
        elif number:
            self.marks_clicked.emit([number])
        else:
            self._pressed = event.position().toPoint()
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag:
            self._drag_to(event.position().toPoint())
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._show_cursor(self.in_document(event.position()))

    def _drag_to(self, point: QPoint) -> None:
        offset = self.setting.offset(self.cursorForPosition(point).position())
        if self._drag[0].to(offset):
            self._place_numbers_again()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag:
            (drag, mark), self._drag = self._drag, None
            if (drag.start, drag.end) != (mark.start, mark.end):
                self.end_dragged.emit(drag.id, drag.start, drag.end)
            self.viewport().update()
            return
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        point = event.position().toPoint()
        if pressed is None or (point - pressed).manhattanLength() > STILL:
            return
        if self.setting is not None and not self.textCursor().hasSelection():
            self._choose(self.marks_under(self.in_document(event.position())))

    def _choose(self, ids: list[str]) -> None:
        """Tell of a click on these marks, the one after the current one first."""
        if self._current in ids:
            at = ids.index(self._current) + 1
            ids = ids[at:] + ids[:at]
        self.marks_clicked.emit(ids)

    def marks_under(self, point: QPointF) -> list[str]:
        """The marks at a point of the document, the shortest first."""
        offset = self.setting.offset(
            self.cursorForPosition((point - QPointF(self.scrolled)).toPoint()).position()
        )
        for at in (offset, offset - 1):
            if any(r.adjusted(-1, -2, 1, 3).contains(point) for r in
                   self.setting.rectangles(at, at + 1)):  # fmt: skip
                return self.session.marks_at(at)
        return []

    def _show_cursor(self, point: QPointF) -> None:
        setting, shape = self.setting, Qt.CursorShape.IBeamCursor
        mark = self._current_mark() if setting else None
        if setting is None:
            shape = Qt.CursorShape.ArrowCursor
        elif mark and end_at(edges(setting, mark.start, mark.end), point):
            shape = Qt.CursorShape.SizeHorCursor
        elif (
            self.gutters.at(point) or self.page.field_at(setting, point) or self.marks_under(point)
        ):
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.setting is None:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.context_menu_requested.emit(place, self.caret())
        else:
            position = self.cursorForPosition(event.pos()).position()
            self.context_menu_requested.emit(event.globalPos(), self.setting.offset(position))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1.1 ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)
