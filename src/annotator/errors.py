"""The errors Annotator raises on purpose.

    AnnotatorError
    ├── UserFacingError        the world's fault: a calm sentence that says what to do next
    │   ├── UnreadableFile     a file that is missing, empty, damaged or not what its name says
    │   │   └── PasswordNeeded a file that opens with a password only
    │   ├── UnsupportedFormat  a file we can tell, but do not read
    │   ├── LibraryError       the library file cannot be used
    │   │   ├── LibraryMissing
    │   │   ├── LibraryTooNew  made by a newer Annotator
    │   │   ├── LibraryForeign another program's database
    │   │   ├── LibraryDamaged
    │   │   └── LibraryBusy    locked, read-only or out of space: nothing was written
    │   ├── NotFound           no such article, annotation, claim, passage
    │   ├── InvalidValue       a colour, kind, verdict or date that is none
    │   ├── NothingToUndo
    │   └── ExportFailed       nothing was left half-written
    └── BugError               our fault: a crash report, never swallowed

Every message is one sentence a user can read, translated where it is made.
"""


class AnnotatorError(Exception):
    """Root of everything raised on purpose."""


class UserFacingError(AnnotatorError):
    """Something outside the program is wrong; ``str(error)`` is a sentence for the user."""


class UnreadableFile(UserFacingError):
    """The file is missing, empty, too large, damaged or holds no text."""


class PasswordNeeded(UnreadableFile):
    """The file opens with a password only. ``wrong``: one was given, and it is not the one."""

    def __init__(self, message: str, wrong: bool = False) -> None:
        super().__init__(message)
        self.wrong = wrong


class UnsupportedFormat(UserFacingError):
    """The file's format is none that Annotator reads."""


class LibraryError(UserFacingError):
    """The library file cannot be used as it is."""


class LibraryMissing(LibraryError):
    """There is no file at the path, and none was to be made."""


class LibraryTooNew(LibraryError):
    """The library was written by a newer Annotator."""


class LibraryForeign(LibraryError):
    """The file is no Annotator library."""


class LibraryDamaged(LibraryError):
    """SQLite cannot read the file, or its contents contradict each other."""


class LibraryBusy(LibraryError):
    """Locked, read-only or the disk is full. Nothing was written."""


class NotFound(UserFacingError):
    """No article, annotation, claim, source or passage answers to what was asked for."""


class InvalidValue(UserFacingError):
    """A value outside its vocabulary or form; the message lists what is allowed."""


class NothingToUndo(UserFacingError):
    """The undo or redo list is empty, or somebody else has changed the same thing since."""


class ExportFailed(UserFacingError):
    """The export could not be written; the place it was to go to is as it was before."""


class BugError(AnnotatorError):
    """A broken promise inside the program. Reported whole, never turned into a sentence."""
