"""Sources known from earlier ones, offered while somebody types."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from annotator.model import Source
from annotator.ui.cards import wording
from annotator.ui.kit import plain_tip
from annotator.ui.kit.completing import dress

REST_MS = 120
LEAST = 2
"""Letters from which on something is offered."""
_ROLE = Qt.ItemDataRole.UserRole


class SourceCompletion(QObject):
    """Offers sources under a field: ``look_up`` gives those that fit what is typed. ``chosen``
    carries the one taken."""

    chosen = Signal(object)

    def __init__(self, field: QLineEdit, look_up: Callable[[str], list[Source]]) -> None:
        super().__init__(field)
        self._field, self._look_up = field, look_up
        self._model = QStandardItemModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        dress(self.completer)
        self.completer.setWidget(field)  # not its own: it would write the whole line into itself
        self.completer.activated[QModelIndex].connect(self._take)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.offer)
        field.textEdited.connect(lambda _text: self._rest.start())

    def offer(self) -> None:
        """Show what fits."""
        self._rest.stop()
        text = self._field.text().strip()
        found = self._look_up(text) if len(text) >= LEAST and self._field.hasFocus() else []
        self._model.clear()
        for source in found:
            self._model.appendRow(_item(source))
        if found:
            self.completer.complete()
        else:
            self.completer.popup().hide()

    def _take(self, index: QModelIndex) -> None:
        source = index.data(_ROLE)
        if source is not None:
            self.chosen.emit(source)


def _item(source: Source) -> QStandardItem:
    site = wording.host(source.url) if source.title and source.url else source.file_name
    item = QStandardItem(
        wording.joined(source.label, source.publisher or site, wording.date_text(source.published))
    )
    item.setData(source, _ROLE)
    item.setToolTip(plain_tip(source.url or source.label))
    return item
