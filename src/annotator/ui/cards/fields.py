"""Fields of the editors on cards."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextEdit

from annotator.ui.theme import Theme

ALL_SEEN = 30
"""Entries of a drop-down up to which all are seen at once."""


class GrowingText(QTextEdit):
    """A plain text field as high as its text. Its own undo goes first; when it has nothing left to
    undo, the key is the application's."""

    resized = Signal()

    def __init__(self, theme: Theme, name: str, *, least: int = 1) -> None:
        super().__init__()
        self.theme, self._least = theme, least
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(theme.font("ui"))
        self.textChanged.connect(self._grow)

    def fit(self, width: int) -> None:
        """Take the height that the text needs at a width in px."""
        frame = self.theme.px(12)
        self.document().setTextWidth(width - frame)
        lines = (
            self._least * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        )
        height = max(self.document().size().height(), lines) + self.theme.px(10)
        self.setFixedHeight(round(height))

    def _grow(self) -> None:
        before = self.height()
        self.fit(self.width())
        if self.height() != before:
            self.resized.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files dropped here are to be added; their names are no part of a note.
        files = any(url.isLocalFile() for url in source.urls())
        return not files and super().canInsertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._spent(event):
            event.ignore()
            return False
        return super().event(event)

    def _spent(self, event: QKeyEvent) -> bool:
        document = self.document()
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        return (event.matches(undo) and not document.isUndoAvailable()) or (
            event.matches(redo) and not document.isRedoAvailable()
        )


@dataclass(frozen=True, slots=True)
class Field:
    """How to read and set one value of an editor."""

    get: Callable[[], Any]
    set: Callable[[Any], None]


def set_text(field: QTextEdit, text: str) -> None:
    """Put a text in, with the caret where it was, or at the end of what is new."""
    at = min(field.textCursor().position(), len(text))
    field.setPlainText(text)
    cursor = field.textCursor()
    cursor.setPosition(at if at else len(field.toPlainText()))
    field.setTextCursor(cursor)
