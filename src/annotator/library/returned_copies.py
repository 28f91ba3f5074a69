"""The use cases of a PDF that went out with marks and comes back."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from annotator.events import Changes

if TYPE_CHECKING:
    from annotator.library.library import Library
    from annotator.library.returning import ReturnedChange, ReturnedCopy


class Returning:
    """The part of a ``Library`` that recognises returned copies."""

    def recognised(self, data: bytes, password: str | None = None, name: str = "") -> str | None:
        """The id of the article (the first one) that a PDF was exported from; None where it is no
        returned copy. Raises like ``returned``."""
        from annotator.library import returning

        return returning.recognised(cast("Library", self), data, password, name)

    def returned(
        self, file: Path | bytes, password: str | None = None, name: str = ""
    ) -> "ReturnedCopy | None":
        """What somebody else changed in a PDF that was exported here; None where it is none (also
        where it is an original that is here). ``password`` opens a locked one, if the article was
        not unlocked; ``name`` is what a refusal calls bytes. Raises ``UnreadableFile``
        (``PasswordNeeded``)."""
        from annotator import reading
        from annotator.library import returning

        if isinstance(file, bytes):
            return returning.returned(cast("Library", self), file, password, name)
        data = reading.load(file)
        return returning.returned(cast("Library", self), data, password, file.name)

    def comparison(self) -> "Callable[[Path], ReturnedCopy | None]":
        """What ``returned`` says of a file, to be called from any thread: it opens the library
        anew there, and knows the passwords that are known now."""
        from annotator.library.library import Library

        this = cast(Library, self)
        path, preferences, passwords = this.path, this.preferences, this.passwords()

        def compare(file: Path) -> "ReturnedCopy | None":
            with Library.open(path, preferences=preferences) as library:
                library.know(passwords)
                return library.returned(file)

        return compare

    def accept(
        self, changes: "Iterable[ReturnedChange]", ignored: "Iterable[ReturnedChange]" = ()
    ) -> Changes:
        """Take changes of returned copies in, and list those ``ignored`` no more: one undo step.
        Those that are in already, and those of marks that are not here any more, write nothing."""
        from annotator.library import returning

        return returning.accept(cast("Library", self), changes, ignored)

    def ignore(self, changes: "Iterable[ReturnedChange]") -> Changes:
        """Leave changes of returned copies alone, now and when they come again: ``returned`` tells
        of them as ``ignored`` from now on. One undo step."""
        return self.accept((), changes)
