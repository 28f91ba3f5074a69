"""Writing what was typed, with nothing lost when the library cannot be written."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.errors import LibraryError, NotFound

Write = Callable[[], object]


class Saver(QObject):
    """Runs writes. ``failed`` carries a sentence and what to call to try again."""

    failed = Signal(str, object)

    def save(self, write: Write, again: Callable[[], object] | None = None) -> bool:
        """Whether it was written. ``again`` is the way to try once more, the write itself unless
        given. ``InvalidValue`` goes through: whoever asked shows it beside the field."""
        try:
            write()
        except (LibraryError, NotFound) as error:
            self.failed.emit(str(error), again or (lambda: self.save(write)))
            return False
        return True
