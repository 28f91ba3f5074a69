"""The mouse on pages: selecting, drawing areas, dragging ends, following links."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.library import ArticleSession
from annotator.ui.document_view import Area, Passage
from annotator.ui.kit import plain_tip
from annotator.ui.marks.ends import Drag, edges, end_at
from annotator.ui.marks.going import GoingOverMarks
from annotator.ui.pages.area_drag import ALL, AreaDrag, cursor, grip_at, on_page
from annotator.ui.pages.linked import LinkedPages
from annotator.ui.theme import Theme

STILL = 4
"""px the mouse may move in a click."""
LEAST_AREA = 6.0
"""px: what is smaller was a click."""


class PointedPages(GoingOverMarks, LinkedPages):
    """``draws_areas``: the next drag draws an area."""

    marks_clicked = Signal(list)
    context_menu_requested = Signal(QPoint, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.draws_areas = False
        self._pressed: QPointF | None = None
        self._word: Passage | None = None
        super().__init__(theme, parent)

    def set_session(self, session: ArticleSession | None) -> None:
        self._pressed = self._word = self.drawing_from = None
        self.draws_areas = False
        super().set_session(session)

    def begin_area(self) -> None:
        """The next drag draws an area."""
        self.draws_areas = True
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.session is None or self.panning or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point = self.in_document(event.position())
        mark = self.mark(self.current)
        which = end_at(edges(self.places, mark.start, mark.end), point) if mark else ""
        numbers = self.numbers.at(point)
        if which:
            self.drag = Drag(mark.id, which, mark.start, mark.end)
        elif grip := "" if self._asked_for_area(event) else self._grip_at(point):
            self._take_area(grip, point)
        elif numbers:
            self.choose(numbers)
        elif self._is_for_area(event, point):
            self.drawing_from = point
        else:
            self._pressed, self._word = point, None
            caret = self.places.nearest(point)
            extend = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.select(self.anchor if extend else caret, caret)

    def _grip_at(self, point: QPointF) -> str:
        """What of the current area a point takes hold of, "" for nothing. Where no words are in
        it, all of it is taken anywhere inside."""
        area = self.current_area()
        rect = self.area_rect(area) if area else None
        if rect is None:
            return ""
        empty = rect.contains(point) and self.places.offset_at(point) is None
        return grip_at(rect, point) or (ALL if empty else "")

    def _take_area(self, grip: str, point: QPointF) -> None:
        page, rect = self.session.area(self.current_area())
        before, size = Area(page, rect), self.stack.sizes[page]
        taken, grip = self.stack.to_page(page, point), on_page(grip, self.turn)
        self.area_drag = AreaDrag(self.current, grip, taken, before, size, before)

    def _drag_area(self, point: QPointF) -> None:
        self.area_drag.to(*self.stack.to_page(self.area_drag.before.page, point))
        self.viewport().update()

    def _drop_area(self, event: QMouseEvent) -> None:
        drag, self.area_drag = self.area_drag, None
        self.viewport().update()
        if drag.moved:
            self.area_moved.emit(drag.id, drag.area)
        else:
            self._click(event)

    def cancel_drag(self) -> bool:
        """Let what is dragged or drawn be as it was; whether anything was."""
        busy = bool(self.drag or self.area_drag or self.drawing_from or self.draws_areas)
        self.drag = self.area_drag = self.drawing_from = None
        self.draws_areas = False
        if busy:
            self.draft = None
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            self.viewport().update()
            self.selection_changed.emit()
        return busy

    def _is_for_area(self, event: QMouseEvent, point: QPointF) -> bool:
        """Areas are drawn when asked for, with Alt held, and on pages without text."""
        part = self.places.pages[self.stack.on_page(point)[0]]
        return self._asked_for_area(event) or part.start == part.end

    def _asked_for_area(self, event: QMouseEvent) -> bool:
        return self.draws_areas or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.panning:
            super().mouseMoveEvent(event)
            return
        point = self.in_document(event.position())
        if self.drag or self._pressed or self.drawing_from or self.area_drag:
            self._scroll_along(event.position().y())
        if self.drag:
            if self.drag.to(self.places.nearest(point)):
                self.viewport().update()
        elif self.area_drag:
            self._drag_area(point)
        elif self.drawing_from is not None:
            self._draw_area(point)
        elif self._pressed is not None:
            self._select_to(self.places.nearest(point))
        elif self.session is not None and not event.buttons():
            self._show_cursor(point)

    def _select_to(self, offset: int) -> None:
        if self._word is None:
            self.select(self.anchor, offset)
            return
        start, end = self._word
        near = self._word_at(offset)
        self.select(*((end, min(start, near[0])) if offset < start else (start, max(end, near[1]))))

    def _scroll_along(self, y: float) -> None:
        beyond = min(0.0, y) or max(0.0, y - self.viewport().height())
        if beyond:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(beyond))

    def _draw_area(self, to: QPointF) -> None:
        page, _x, _y = self.stack.on_page(self.drawing_from)
        rect = self.stack.rect(page)
        inside = QPointF(
            min(max(to.x(), rect.left()), rect.right()), min(max(to.y(), rect.top()), rect.bottom())
        )
        drawn = QRectF(self.drawing_from, inside)
        self.draft = Area(page, self.stack.part_of(page, drawn))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.panning:
            super().mouseReleaseEvent(event)
        elif self.drag:
            self._end_drag()
        elif self.area_drag:
            self._drop_area(event)
        elif self.drawing_from is not None:
            self._end_area(event)
        elif self._pressed is not None:
            pressed, self._pressed = self._pressed, None
            point = self.in_document(event.position())
            if (point - pressed).manhattanLength() <= STILL and self.selection() is None:
                self._click(event)

    def _end_drag(self) -> None:
        drag, self.drag = self.drag, None
        mark = self.mark(drag.id)
        if mark and (drag.start, drag.end) != (mark.start, mark.end):
            self.end_dragged.emit(drag.id, drag.start, drag.end)
        self.viewport().update()

    def _end_area(self, event: QMouseEvent) -> None:
        self.drawing_from, draft = None, self.draft
        least = LEAST_AREA / self.stack.scale
        if draft is None or min(draft.rect[2:]) < least:
            self.draft = None
            self._click(event)
        self.draws_areas = False
        self.viewport().update()
        self.selection_changed.emit()

    def _click(self, event: QMouseEvent) -> None:
        """A link under a mark is followed with Ctrl held; else the click is the mark's."""
        point = self.in_document(event.position())
        link, marks = self.link_under(point), self.marks_under(point)
        follows = not marks or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if link is not None and follows:
            self.follow_link(link)
        else:
            self.choose(marks)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.session is None or event.button() != Qt.MouseButton.LeftButton:
            return
        point = self.in_document(event.position())
        offset = self.places.offset_at(point)
        if offset is not None:
            self._word, self._pressed = self._word_at(offset), point
            self.select(*self._word)

    def _word_at(self, offset: int) -> Passage:
        text, start = self.text, offset
        while start > 0 and _in_word(text[start - 1]):
            start -= 1
        end = offset
        while end < len(text) and _in_word(text[end]):
            end += 1
        return (start, end) if end > start else (offset, min(len(text), offset + 1))

    def marks_under(self, point: QPointF) -> list[str]:
        """The marks at a point of the stack: those of the text, the shortest first, then areas."""
        offset = self.places.offset_at(point)
        page, _x, _y = self.stack.on_page(point)
        rects = ((self.area_rect(area), area.id) for area in self.session.areas_on(page))
        areas = sorted((rect.width(), id) for rect, id in rects if rect and rect.contains(point))
        found = self.session.marks_at(offset) if offset is not None else []
        return [*found, *(id for _width, id in areas)]

    def _show_cursor(self, point: QPointF) -> None:
        mark, shape = self.current_mark(), Qt.CursorShape.ArrowCursor
        if self.places.known(self.stack.on_page(point)[0]) is None:
            return  # a pointer on its way waits for nobody
        if grip := "" if self.draws_areas else self._grip_at(point):
            shape = cursor(grip)
        elif mark and end_at(edges(self.places, mark.start, mark.end), point):
            shape = Qt.CursorShape.SizeHorCursor
        elif self.numbers.at(point) or self.marks_under(point) or self.link_under(point):
            shape = Qt.CursorShape.PointingHandCursor
        elif self.draws_areas:
            shape = Qt.CursorShape.CrossCursor
        elif self.places.offset_at(point) is not None:
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self.session:
            point = self.in_document(QPointF(event.pos()))
            link = self.link_under(point)
            tip = self.numbers.tip(point)
            if link and not tip:
                tip = self.link_tip(link, bool(self.marks_under(point)))
            QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.session is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            line = self.places.caret(self.caret())
            self.asked_at = line.center()
            corner = (line.bottomLeft() - QPointF(self.scrolled)).toPoint()
            place = self.viewport().mapToGlobal(corner)
            self._make_current(self.session.marks_at(self.caret()))
            self.context_menu_requested.emit(place, self.caret())
        else:
            self.asked_at = point = self.in_document(QPointF(event.pos()))
            offset = self.places.nearest(point)
            self._make_current(self.marks_under(point), True)
            self.context_menu_requested.emit(event.globalPos(), offset)

    def _make_current(self, ids: list[str], even_none: bool = False) -> None:
        """A menu is about the mark it was asked for at, not about one that was current before."""
        chosen = self.selection() is not None or self.selected_area() is not None
        if not chosen and self.current not in ids and (ids or even_none):
            self.marks_clicked.emit(ids)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_at(event.position())
            self.zoomed.emit(1.1 ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)


def _in_word(char: str) -> bool:
    return char.isalnum() or char in "'’_"
