"""Where it goes: a folder that is remembered and a name that fits, until the user says another."""

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator.exporting.names import file_names
from annotator.i18n import _
from annotator.ui.theme import Theme

KNOWN = {".pdf", ".md", ".markdown", ".txt", ".html", ".json", ".annotator-pack"}
"""Endings that are one; the 2 of “report v1.2” is none."""


class Place(QWidget):
    """A path and a button that asks for another. ``changed``: the user chose one.

    ``offer`` says what name and ending would fit; a name of the user's own stays, its ending
    follows the format. What is typed without a folder means the folder the dialog began with.
    """

    changed = Signal()

    def __init__(self, theme: Theme, folder: Path) -> None:
        super().__init__()
        self._base = self._folder = folder
        self._suffix, self._own = "", ""
        self.edit = QLineEdit()
        self.choose = QPushButton(_("Choose…"))
        self.choose.setAccessibleName(_("Choose where"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.edit, 1)
        row.addWidget(self.choose)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._typed)
        self.choose.clicked.connect(self._browse)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def path(self) -> Path | None:
        """The file, or the folder for several; None while that is not said."""
        text = self.edit.text().strip()
        path = self._whole(text)
        if path is None or not self._suffix:
            return path
        if text.endswith(("/", os.sep)) or path.name in ("", "..") or path == self._base:
            return None  # a folder, and no name yet
        ended = path.suffix.lower() in KNOWN
        return path if ended else path.with_name(path.name + self._suffix)

    def _whole(self, text: str) -> Path | None:
        """A whole path of what is typed; None of nothing, and of the home of nobody we know."""
        try:
            return self._base / Path(text).expanduser() if text else None
        except RuntimeError:
            return None

    def offer(self, title: str, suffix: str) -> None:
        """A name made of a title, with this ending ("" for a folder)."""
        if suffix == self._suffix and self._own:
            return
        self._suffix = suffix
        name = self._own or file_names([title], "")[0]
        self._show(self._folder / (name + suffix))

    def _show(self, path: Path) -> None:
        self.edit.setText(str(path))
        self.edit.setToolTip(str(path))

    def _typed(self) -> None:
        path = self.path()
        if path is not None:
            self._folder = path.parent
            self._own = path.stem if path.suffix.lower() in KNOWN else path.name
        self.changed.emit()

    def _browse(self) -> None:
        path = self.path() or self._folder
        if not self._suffix:
            name = QFileDialog.getExistingDirectory(self, _("Hand in to"), str(self._folder))
        else:
            # Whether to replace what is there is asked later, in the window, and only once.
            name, _filter = QFileDialog.getSaveFileName(
                self, _("Hand in as"), str(path), f"*{self._suffix}",
                options=QFileDialog.Option.DontConfirmOverwrite,
            )  # fmt: skip
        if name:
            self._show(Path(name))
            self._typed()
