"""What the pane does to the library. What fails for the world's reasons is told, not raised."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.errors import UserFacingError
from annotator.i18n import _, ngettext
from annotator.library import Library

T = TypeVar("T")


class Commands(QObject):
    """Edits of the open library. ``failed`` carries a sentence and a callable that tries again,
    ``removed`` a sentence about what now is in the trash."""

    failed = Signal(str, object)
    removed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library: Library | None = None

    def ask(self, question: Callable[[Library], T], otherwise: T) -> T:
        """What the library answers, ``otherwise`` without one or where it fails."""
        if self.library is None:
            return otherwise
        try:
            return question(self.library)
        except UserFacingError as error:
            self.failed.emit(str(error), None)
            return otherwise

    def do(self, edit: Callable[[Library], object]) -> bool:
        """Make an edit; whether it was made."""
        if self.library is None:
            return False
        try:
            edit(self.library)
        except UserFacingError as error:
            self.failed.emit(str(error), lambda: self.do(edit))
            return False
        return True

    def remove_articles(self, ids: Iterable[str]) -> bool:
        """Put articles into the trash."""
        ids = list(ids)
        if not ids:
            return False
        said = ngettext("{n} article is in the trash.", "{n} articles are in the trash.", len(ids))
        return self._remove(lambda library: library.remove_article(*ids), said.format(n=len(ids)))

    def _remove(self, edit: Callable[[Library], object], said: str) -> bool:
        def remove(library: Library) -> None:
            edit(library)
            self.removed.emit(said)

        return self.do(remove)

    def collect(self, collection: str, ids: Iterable[str]) -> bool:
        """Put articles into a collection."""
        ids = list(ids)
        return self.do(lambda library: library.collect(collection, ids))

    def collect_anew(self, name: str, ids: Iterable[str]) -> bool:
        """Put articles into a new collection."""
        ids = list(ids)

        def edit(library: Library) -> None:
            with library.batch(_("collection")):
                library.collect(library.add_collection(name).id, ids)

        return self.do(edit)

    def uncollect(self, collection: str, ids: Iterable[str]) -> bool:
        """Take articles out of a collection."""
        ids = list(ids)
        return self.do(lambda library: library.uncollect(collection, ids))

    def add_collection(self, name: str) -> bool:
        """Make a collection."""
        return self.do(lambda library: library.add_collection(name))

    def rename_collection(self, id: str, name: str) -> bool:
        """Give a collection another name."""
        return self.do(lambda library: library.rename_collection(id, name))

    def remove_collection(self, id: str) -> bool:
        """Put a collection into the trash; its articles stay."""
        return self._remove(
            lambda library: library.remove_collection(id),
            _("The collection is in the trash; its articles stay in the library."),
        )
