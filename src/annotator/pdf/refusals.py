"""Why a PDF is not opened, in sentences that name it. ``name`` is the file's, "" where it is not
known."""

import pypdfium2.raw as raw

from annotator.errors import PasswordNeeded, UnreadableFile, UnsupportedFormat, UserFacingError
from annotator.i18n import _


def refusal(code: int | None, password: str | None, name: str) -> UserFacingError:
    """What PDFium's error code means. ``password`` is the one that was tried."""
    if code == raw.FPDF_ERR_PASSWORD and password:
        sentence = _("The password does not open {file}; try another one.")
        return PasswordNeeded(sentence.format(file=_inside(name)), True)
    if code == raw.FPDF_ERR_PASSWORD:
        sentence = _("{file} opens with a password only; give it and try again.")
        return PasswordNeeded(sentence.format(file=_first(name)))
    if code == raw.FPDF_ERR_SECURITY:
        sentence = _(
            "{file} is encrypted in a way Annotator does not know; save it without protection."
        )
        return UnsupportedFormat(sentence.format(file=_first(name)))
    sentence = _("{file} is damaged and cannot be opened; save it again.")
    return UnreadableFile(sentence.format(file=_first(name)))


def takes_all(name: str) -> UnreadableFile:
    """It would take all memory, or no end of time."""
    sentence = _(
        "{file} unfolds to more than Annotator can take in; print it to a new PDF and add that one."
    )
    return UnreadableFile(sentence.format(file=_first(name)))


def too_many_pages(most: int, name: str) -> UnreadableFile:
    """It has more pages than ``most``."""
    sentence = _("{file} has more than {most} pages; save it in parts.")
    return UnreadableFile(sentence.format(file=_first(name), most=most))


def no_pages(name: str) -> UnreadableFile:
    """It has none."""
    sentence = _("{file} has no pages; save it again.")
    return UnreadableFile(sentence.format(file=_first(name)))


def _first(name: str) -> str:
    return f"“{name}”" if name else _("The PDF")


def _inside(name: str) -> str:
    return f"“{name}”" if name else _("the PDF")
