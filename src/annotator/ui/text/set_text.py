"""A text edit with a text that was set in type: offsets, and where on the screen they are."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from annotator.typesetting.setting import Setting
from annotator.ui.document_view import Passage
from annotator.ui.theme import Theme

NEAR = 4_000
"""Code points from the beginning that are laid out at once."""


class SetText(QTextEdit):
    """A read-only text edit over a ``Setting``, None while there is no text. Offsets are code
    points of the article, rectangles in px.

    ``visible_range_changed`` (start, end): what is in sight.
    """

    visible_range_changed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setting: Setting | None = None
        self._held: tuple[Sequence[float], int] = ((), 0)
        self.setProperty("bare", "true")  # the style sheet gives it neither frame nor padding
        self.setFrameStyle(0)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.tell_range)

    def whole_size(self) -> QSizeF:
        """The document's size; lays out what is not yet, for who goes far into it."""
        return self.document().size()

    @property
    def scrolled(self) -> QPoint:
        """How far the document is scrolled, px."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def in_document(self, point: QPointF) -> QPointF:
        """A point of the viewport in the document."""
        return point + QPointF(self.scrolled)

    def rectangles(self, start: int, end: int) -> list[QRect]:
        """See ``DocumentView``; in this widget's coordinates."""
        if self.setting is None:
            return []
        corner = self.viewport().pos() - self.scrolled
        found = self.setting.rectangles(start, end)
        return [rect.toAlignedRect().translated(corner) for rect in found]

    def visible_range(self) -> Passage:
        """What is in sight."""
        if self.setting is None:
            return (0, 0)
        top = self.scrolled.y()
        return self.setting.offsets_between(top, top + self.viewport().height())

    def tell_range(self) -> None:
        """Tell what is in sight."""
        if self.setting is not None:
            self.visible_range_changed.emit(*self.visible_range())

    def line(self, offset: int) -> QRectF:
        """The line that an offset stands in, at its place there, in the document."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.setting.position(offset))
        return QRectF(self.cursorRect(cursor)).translated(QPointF(self.scrolled))

    def select(self, anchor: int, caret: int) -> None:
        """Select from one offset to another, where the caret then is."""
        cursor = self.textCursor()
        cursor.setPosition(self.setting.position(anchor))
        cursor.setPosition(self.setting.position(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def scroll_to(self, offset: int, align: str = "centre") -> None:
        """See ``DocumentView``."""
        if self.setting is None:
            return
        self.whole_size()
        line, height, top = self.line(offset), self.viewport().height(), self.scrolled.y()
        if align == "top":
            top = line.top() - self.theme.px(24)
        elif align == "centre":
            top = line.center().y() - height * 0.4
        elif line.top() < top or line.bottom() > top + height:
            top = line.top() - height * (0.2 if line.top() < top else 0.8)
        self.verticalScrollBar().setValue(round(top))

    def position(self) -> list[float]:
        """See ``DocumentView``."""
        if self.setting is None:
            return [0.0, 0.0]
        offset = self.visible_range()[0]
        line = self.line(offset)
        return [float(offset), (self.scrolled.y() - line.top()) / max(1.0, line.height())]

    def restore(self, position: Sequence[float]) -> None:
        """See ``DocumentView``."""
        if self.setting is None or len(position) != 2:
            return
        if position[0] > NEAR:
            self.whole_size()
        line = self.line(int(position[0]))
        bar = self.verticalScrollBar()
        bar.setValue(round(line.top() + position[1] * line.height()))
        self._held = position, bar.value()

    def let_go(self) -> None:
        """Another text: the place in the one before means nothing."""
        self._held = ((), 0)

    def held_place(self) -> Sequence[float]:
        """The place; as it was restored while nobody scrolls, or steps of zoom would add up."""
        place, value = self._held
        return place if place and value == self.verticalScrollBar().value() else self.position()
