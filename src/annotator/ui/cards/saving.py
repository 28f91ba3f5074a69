"""Writing what was typed, with nothing lost when the library cannot be written."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.errors import LibraryError, NotFound
from annotator.i18n import _

Write = Callable[[], object]


class Saver(QObject):
    """Runs writes. ``failed`` carries a sentence, what to call to try again, and the words that
    would be lost, "" where none were typed."""

    failed = Signal(str, object, str)

    def save(
        self, write: Write, again: Callable[[], object] | None = None, words: str = ""
    ) -> bool:
        """Whether it was written. ``again`` is the way to try once more, the write itself unless
        given. ``InvalidValue`` goes through: whoever asked shows it beside the field."""
        try:
            write()
        except (LibraryError, NotFound) as error:
            self.failed.emit(str(error), again or (lambda: self.save(write, words=words)), words)
            return False
        return True

    def homeless(self, write: Write, words: str) -> None:
        """Tell of an edit whose place is gone: somebody removed what it is about."""
        sentence = _("What you were writing on was removed elsewhere.")
        self.failed.emit(sentence, lambda: self.save(write, words=words), words)
