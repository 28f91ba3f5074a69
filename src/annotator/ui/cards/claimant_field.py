"""Who said it, as a field of a form."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit

from annotator.i18n import _
from annotator.library import Library
from annotator.model import claimants
from annotator.model.claims import THE_ARTICLE
from annotator.ui.cards.editor import Editor
from annotator.ui.kit.completing import complete


def add_claimant(editor: Editor, library: Library) -> QLineEdit:
    """The field ``claimant``, completed from those known; the article itself is named in the
    user's language."""
    shown, stored = claimants.shown, claimants.stored
    line = editor.line("claimant", _("Said by"), _("who says so"), shown, stored)
    known = [THE_ARTICLE, *library.claimants()]
    complete(line, dict.fromkeys(map(shown, known)))
    line.installEventFilter(_Offer(line))
    return line


class _Offer(QObject):
    """Selects “the article” when its field is gone into: a name that is typed takes its place."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and claimants.is_the_article(
            claimants.stored(self._line.text())
        ):
            self._line.selectAll()
            QTimer.singleShot(0, self._line, self._line.selectAll)  # a click has set the caret
        return super().eventFilter(watched, event)
