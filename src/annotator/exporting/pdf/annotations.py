"""Marks, links, bookmarks and what is known about the file, written into the PDF by pypdf.

A mark is a Highlight or Underline annotation with a box a line and an appearance of its own, so
that every viewer and printer shows it the same: the ground multiplied with the page, so text stays
black on it, and the colour's own line below.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from annotator.exporting.pdf.appearance import Box, around, painted, rgb
from annotator.exporting.pdf.replies import (
    COMMENT,
    FLAGS,
    PdfReply,
    state_entries,
    state_name,
    state_of,
)
from annotator.exporting.pdf.sheet import LOOKS, POINT, Sheet
from annotator.exporting.thread import is_done
from annotator.i18n import _

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from PySide6.QtCore import QRectF

    from annotator.exporting.pdf.page import MarkBox, Page


def annotate(
    data: bytes,
    pages: "Sequence[Page]",
    sheet: Sheet,
    info: dict[str, str],
    before: "Callable[[PdfWriter], None]",
) -> bytes:
    """The PDF with the pages' marks, links and headings. ``info`` goes into its Info dictionary,
    ``before`` may change the file first."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(data))
    before(writer)
    _Annotations(writer, sheet).add(pages)
    _add_bookmarks(writer, pages, sheet)
    writer.add_metadata(info)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class _Annotations:
    """Adds a file's annotations; what they share is made once.

    There may be thousands, so each is written as the bytes it becomes instead of as a tree of
    pypdf's objects: that takes a tenth of the time.
    """

    def __init__(self, writer: "PdfWriter", sheet: Sheet) -> None:
        self._writer = writer
        self._height = sheet.height
        state = self._add(b"<< /Type /ExtGState /BM /Multiply /AIS false >>")
        self._resources = self._add(f"<< /ExtGState << /Multiply {state} >> >>".encode())

    def add(self, pages: "Sequence[Page]") -> None:
        """Add everything to the pages."""
        from pypdf.generic import ArrayObject, IndirectObject, NameObject

        targets = [page.indirect_reference for page in self._writer.pages]
        for page, target in zip(pages, targets, strict=True):
            assert target is not None  # it belongs to the writer
            place = f"{target.idnum} 0 R"
            made = [one for box in page.marks for one in self._with_answers(box, place)]
            made += [self._put(self._link(box, url)) for box, url in page.links]
            for jump in page.jumps:
                made.append(self._put(self._jump(jump.box, targets[jump.page])))
            if made:
                numbers = [int(one.split()[0]) for one in made]
                references = ArrayObject(IndirectObject(n, 0, self._writer) for n in numbers)
                target.get_object()[NameObject("/Annots")] = references  # type: ignore[index]

    def _add(self, data: bytes) -> str:
        """Add an object that is already written; how to refer to it."""
        reference = self._writer._add_object(_written(data))
        return f"{reference.idnum} 0 R"

    def _put(self, annotation: str) -> str:
        return self._add(annotation.encode("ascii"))

    def _with_answers(self, mark: "MarkBox", page: str) -> Iterator[str]:
        """A mark, and the answers to it with its first part."""
        yield (parent := self._put(self._mark(mark, page)))
        if mark.part > 1:
            return
        annotation, thread = mark.annotation, mark.replies
        rect = _numbers(around([self._points(box) for box in mark.boxes]))
        place = f"/P {page} /Rect {rect} /IRT {parent}"
        for reply in thread:
            yield self._put(_reply(reply, place, COMMENT))
        if is_done(annotation.comments):
            name, time = annotation.author_name, annotation.modified
            state = state_name(True)
            said = state_of(annotation.id, name, time, thread, state)
            yield self._put(_reply(said, place, state_entries(state)))

    def _mark(self, mark: "MarkBox", page: str) -> str:
        annotation = mark.annotation
        look = LOOKS[annotation.colour]
        boxes = [self._points(box) for box in mark.boxes]
        underline = annotation.style == "underline"
        quads = [n for x0, y0, x1, y1 in boxes for n in (x0, y1, x1, y1, x0, y0, x1, y0)]
        part = "" if mark.part == 1 else f"-{mark.part}"
        operators = painted(look, mark.line, mark.strong, boxes, underline)
        entries = [
            f"/Type /Annot /Subtype /{'Underline' if underline else 'Highlight'} /F 4 /P {page}",
            f"/Rect {_numbers(around(boxes))} /QuadPoints {_numbers(quads)}",
            f"/C {_numbers(rgb(mark.line if underline else look.ground))}",
            f"/NM {_string(f'{annotation.id}{part}')} /T {_string(annotation.author_name)}",
            f"/Contents {_string(mark.contents)}",
            f"/AP << /N {self._appearance(operators, boxes)} >>",
            *_dates(annotation.created, annotation.modified),
        ]
        return f"<< {' '.join(entries)} >>"

    def _appearance(self, operators: str, boxes: "Sequence[Box]") -> str:
        data = zlib.compress(operators.encode("ascii"))
        head = (
            f"<< /Type /XObject /Subtype /Form /BBox {_numbers(around(boxes))}"
            f" /Resources {self._resources} /Filter /FlateDecode /Length {len(data)} >>"
        )
        return self._add(head.encode() + b"\nstream\n" + data + b"\nendstream")

    def _link(self, box: "QRectF", url: str) -> str:
        address = url.encode("utf-8").hex().upper()
        return self._hotspot(box, f"/A << /Type /Action /S /URI /URI <{address}> >>")

    def _jump(self, box: "QRectF", page: Any) -> str:
        return self._hotspot(box, f"/Dest [ {page.idnum} 0 R /Fit ]")

    def _hotspot(self, box: "QRectF", entry: str) -> str:
        rect = _numbers(self._points(box))
        return f"<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] /F 4 /Rect {rect} {entry} >>"

    def _points(self, box: "QRectF") -> "Box":
        left, right = box.left() * POINT, box.right() * POINT
        bottom, top = (self._height - box.bottom()) * POINT, (self._height - box.top()) * POINT
        return left, bottom, right, top


def _reply(reply: PdfReply, place: str, more: str) -> str:
    entries = [
        f"/Type /Annot /Subtype /Text /RT /R /F {FLAGS} {place} {more}",
        f"/NM {_string(reply.id)} /Contents {_string(reply.text)}",
        *([f"/T {_string(reply.author)}"] if reply.author else []),
        *_dates(reply.created, reply.modified or reply.created),
    ]
    return f"<< {' '.join(entries)} >>"


def _dates(created: str, modified: str) -> Iterator[str]:
    for key, time in (("M", modified), ("CreationDate", created)):
        if date := pdf_date(time):
            yield f"/{key} {_string(date)}"


def _written(data: bytes) -> Any:
    from pypdf.generic import PdfObject

    class Written(PdfObject):
        """An object as the bytes it is written as."""

        def write_to_stream(self, stream: Any, encryption_key: Any = None) -> None:
            stream.write(data)

    return Written()


def _numbers(numbers: "Sequence[float]") -> str:
    return f"[ {' '.join(f'{number:.2f}' for number in numbers)} ]"


def _string(text: str) -> str:
    """A text string of the PDF: as it is where it is plain ASCII, else UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


# The file


def pdf_date(time: str) -> str:
    """``2026-11-24T09:30:00Z`` (or a date) as a PDF date, ``""`` for anything else."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d))?", time)
    if not match:
        return ""
    return f"D:{''.join(part or '00' for part in match.groups())}+00'00'"


def _add_bookmarks(writer: "PdfWriter", pages: "Sequence[Page]", sheet: Sheet) -> None:
    """The headings as bookmarks, lower ones below higher ones."""
    from pypdf.generic import Fit

    open_: list[tuple[int, Any]] = []
    for number, page in enumerate(pages):
        for level, title, y in page.headings:
            while open_ and open_[-1][0] >= level:
                open_.pop()
            parent = open_[-1][1] if open_ else None
            fit = Fit.xyz(left=0, top=round((sheet.height - y) * POINT, 1))
            item = writer.add_outline_item(title=title, page_number=number, parent=parent, fit=fit)
            open_.append((level, item))


def subject(count: int) -> str:
    """What the file is, for its Info dictionary."""
    return _("Annotated article") if count == 1 else _("Annotated articles")
