"""Links on the pages of an update."""

from pypdf.generic import IndirectObject

from annotator.exporting.original.annotations import numbers, to
from annotator.exporting.original.update import Update
from annotator.exporting.pdf.appearance import Box


def link_to(
    update: Update, box: Box, page: IndirectObject, left: float, top: float
) -> IndirectObject:
    """A link from a box of some page to a place of another."""
    return _link(
        update, update.reserve(), box, f"/Dest [{to(page)} /XYZ {left:.1f} {top:.1f} null]"
    )


def link_out(update: Update, box: Box, url: str) -> IndirectObject:
    """A link from a box of some page to an address."""
    number = update.reserve()
    address = update.string(number, url.encode("utf-8"))
    return _link(update, number, box, f"/A << /Type /Action /S /URI /URI {address} >>")


def _link(update: Update, number: int, box: Box, entry: str) -> IndirectObject:
    written = f"<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect {numbers(box)} {entry} >>"
    update.put(number, written.encode("ascii"))
    return update.reference(number)
