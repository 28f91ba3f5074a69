"""A local file as a source: chosen or dropped, known by its hash, kept where that is wanted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.kit import ElidedLabel, IconButton, Label, LinkButton, Themed
from annotator.ui.theme import Theme

Ask = Callable[[QWidget], str]


def ask_for_file(parent: QWidget) -> str:
    """Let the user choose a file; "" for none."""
    name, _filter = QFileDialog.getOpenFileName(parent, _("A file as the source"))
    return name


class FileRow(Themed, QWidget):
    """``changed``: another file, or none, or it is to be kept. ``ask`` lets the user choose one.
    ``passage_wanted``: it is a passage of another article, which is to be opened beside."""

    changed = Signal()
    passage_wanted = Signal()

    def __init__(self, theme: Theme, ask: Ask = ask_for_file) -> None:
        super().__init__()
        self._ask = ask
        self.alone = True  # whether no article can be opened beside
        self.path: Path | None = None
        self.choose = LinkButton(theme, _("A file instead…"))
        self.choose.clicked.connect(self._choose)
        self.passage = LinkButton(theme, _("From another article…"))
        self.passage.clicked.connect(self.passage_wanted)
        self._name = ElidedLabel(theme, "", "strong")
        self.drop = IconButton(theme, "x", _("Not this file"), size=22, token="secondary")
        self.drop.clicked.connect(lambda: self.set_path(None))
        self.keep = QCheckBox(_("Keep a copy in the library"))
        self._note = Label(
            theme, _("Without a copy only its hash is kept."), "small", "secondary", wrap=True
        )
        self._lay_out()
        self.follow(theme)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.addWidget(self.choose)
        line.addWidget(self.passage)
        line.addWidget(self._name, 1)
        line.addWidget(self.drop)
        line.addStretch(0)
        column.addLayout(line)
        column.addWidget(self.keep)
        column.addWidget(self._note)
        self.keep.toggled.connect(lambda _on: (self._show(), self.changed.emit()))

    def retheme(self) -> None:
        self.keep.setFont(self.theme.font("ui"))

    def offer_passages(self) -> None:
        """An article can be opened beside the one that is read."""
        self.alone = False
        self._show()

    def set_path(self, path: Path | None) -> None:
        """Another file, None for none."""
        self.path = path
        with QSignalBlocker(self.keep):
            self.keep.setChecked(False)
        self._show()
        self.changed.emit()

    def _choose(self) -> None:
        name = self._ask(self)
        if name:
            self.set_path(Path(name))

    def _show(self) -> None:
        there = self.path is not None
        self._name.setText(self.path.name if self.path else "")
        self._name.setVisible(there)
        self.passage.setVisible(not there and not self.alone)
        self.drop.setVisible(there)
        self.keep.setVisible(there)
        self._note.setVisible(there and not self.keep.isChecked())
        self.choose.setText(_("Another file…") if there else _("A file instead…"))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.choose, self.passage, self.drop, self.keep]
