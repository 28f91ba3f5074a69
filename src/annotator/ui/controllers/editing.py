"""Undo, redo, copy, finding on."""

from collections.abc import Mapping

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from annotator.events import Changes
from annotator.i18n import _
from annotator.ui.actions import Handler
from annotator.ui.desk import Desk
from annotator.ui.messages import Messages
from annotator.ui.reader import Reader


class Editing:
    """Most commands of the menu *Edit*. A text field's own undo goes before the library's."""

    def __init__(self, desk: Desk, reader: Reader, messages: Messages) -> None:
        self._desk, self._reader, self._messages = desk, reader, messages

    def handlers(self) -> Mapping[str, Handler]:
        """The command's ids and what they do."""
        return {
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "edit.copy": self._reader.copy,
            "edit.find_next": lambda: self._reader.find_step(1),
            "edit.find_previous": lambda: self._reader.find_step(-1),
        }

    def undo(self) -> None:
        """Take back what was typed in the field with the focus, else the newest edit."""
        field = _field()
        if field is not None and _can(field, "Undo"):
            field.undo()
        elif self._desk.library is not None:
            library = self._desk.library
            self._desk.attempt(lambda: self._tell(library.undo()), retry=False)

    def redo(self) -> None:
        """Do again what was taken back."""
        field = _field()
        if field is not None and _can(field, "Redo"):
            field.redo()
        elif self._desk.library is not None:
            library = self._desk.library
            self._desk.attempt(lambda: self._tell(library.redo()), retry=False)

    def _tell(self, changes: Changes) -> None:
        if changes.skipped:
            self._messages.inform(
                _("Undone, except for what was changed elsewhere since; that was left as it is.")
            )
        session = self._desk.session
        if session is not None and len(changes.annotations) == 1:
            (id,) = changes.annotations
            if session.has(id):
                self._desk.set_current(id)


def _field() -> QLineEdit | QTextEdit | QPlainTextEdit | None:
    widget = QApplication.focusWidget()
    editable = isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit)
    return widget if editable and not widget.isReadOnly() else None


def _can(field: QLineEdit | QTextEdit | QPlainTextEdit, what: str) -> bool:
    if isinstance(field, QLineEdit):
        return bool(getattr(field, f"is{what}Available")())
    return bool(getattr(field.document(), f"is{what}Available")())
