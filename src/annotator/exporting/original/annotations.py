"""Marks into the pages of an update, as real annotations.

Each is written as the bytes it becomes: there may be thousands, and pypdf's objects take ten times
as long.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from annotator.exporting.original.appearance import BORDER, operators, rectangle
from annotator.exporting.original.marks import PdfMark, PdfReply, is_name_of
from annotator.exporting.original.present import Difference, Entry, Present, difference, is_resolved
from annotator.exporting.original.update import Update
from annotator.exporting.pdf.annotations import pdf_date
from annotator.exporting.pdf.appearance import rgb
from annotator.exporting.pdf.replies import COMMENT, FLAGS, state_entries, state_name, state_of

_SUBTYPES = {"highlight": "Highlight", "underline": "Underline", "area": "Square", "note": "Text"}
_OURS = ("/Highlight", "/Underline", "/Square")
"""What we can draw anew."""


class Annotations:
    """Adds marks to an update. ``article`` is the article's id, which names what came with the
    file."""

    def __init__(self, update: Update, article: str = "") -> None:
        self._update = update
        self._article = article
        self._resources = ""

    def add(self, page: IndirectObject, marks: Sequence[PdfMark]) -> None:
        """Add a page's marks; those that hang there already are brought up to date, or taken
        away with all that hangs on them."""
        target = self._update.dictionary(page)
        present = Present(target.raw_get("/Annots") if "/Annots" in target else None)
        hanging = list(present.references)
        for mark in marks:
            if mark.removed:
                continue
            entry = present.find(mark, self._article)
            if entry is None:
                hanging += self._new(page, mark)
                continue
            hanging[entry.at] = reference = self._bring_up_to_date(entry, mark)
            hanging += self._thread(page, reference, mark, present.replies(entry))
        gone = self._gone(present, marks)
        hanging = [one for at, one in enumerate(hanging) if at not in gone]
        if hanging != present.references:
            target[NameObject("/Annots")] = ArrayObject(hanging)
            self._update.put(page, target)

    def _new(self, page: IndirectObject, mark: PdfMark) -> Iterator[PdfObject]:
        number = self._update.reserve()
        self._update.put(number, self._written(number, page, mark))
        reference = self._update.reference(number)
        yield reference
        yield from self._thread(page, reference, mark, [])

    def _gone(self, present: Present, marks: Iterable[PdfMark]) -> set[int]:
        """The places of removed marks and of what hangs on them; asked after the others, which
        each have taken their own."""
        found = (present.find(mark, self._article) for mark in marks if mark.removed)
        return {at for entry in found if entry is not None for at in present.with_all(entry)}

    def _written(self, number: int, page: IndirectObject, mark: PdfMark) -> bytes:
        rect = rectangle(mark)
        colour = mark.look.ground if mark.style in ("highlight", "note") else mark.ink
        entries = [
            f"/Subtype /{_SUBTYPES[mark.style]} /Rect {numbers(rect)} /C {numbers(rgb(colour))}",
            f"/CA 1 /AP << /N {to(self._appearance(mark, rect))} >>",
            self._shape(mark),
        ]
        return self._annotation(number, page, mark, mark.contents, entries, 4)

    def _shape(self, mark: PdfMark) -> str:
        match mark.style:
            case "area":
                return f"/BS << /W {BORDER:g} /S /S >>"
            case "note":
                return "/Name /Note"
        return f"/QuadPoints {numbers(point for quad in mark.quads for point in quad)}"

    def _thread(
        self, page: IndirectObject, parent: IndirectObject, mark: PdfMark, there: Sequence[Entry]
    ) -> Iterator[PdfObject]:
        """The replies that are not ``there``, and the thread's state where it is another."""
        for reply in _unheard(mark, there, self._article):
            yield self._reply(page, parent, mark, reply, COMMENT)
        if mark.resolved != is_resolved(there):
            state = state_name(mark.resolved)
            said = state_of(mark.id, mark.author, mark.modified, mark.replies, state)
            yield self._reply(page, parent, mark, said, state_entries(state))

    def _reply(
        self, page: IndirectObject, parent: IndirectObject, mark: PdfMark, reply: PdfReply,
        entries: str,
    ) -> IndirectObject:  # fmt: skip
        number = self._update.reserve()
        rect = rectangle(replace(mark, label=""))
        parts = [f"/Subtype /Text /Rect {numbers(rect)} /IRT {to(parent)} /RT /R", entries]
        written = self._annotation(number, page, reply, reply.text, parts, FLAGS)
        self._update.put(number, written)
        return self._update.reference(number)

    def _annotation(
        self, number: int, page: IndirectObject, what: PdfMark | PdfReply, contents: str,
        entries: Iterable[str], flags: int,
    ) -> bytes:  # fmt: skip
        text = self._update.text
        parts = [
            f"<< /Type /Annot /F {flags} /P {to(page)} /NM {text(number, what.id)}",
            f"/Contents {text(number, contents)}",
        ]
        if what.author:
            parts.append(f"/T {text(number, what.author)}")
        for key, time in (("M", what.modified or what.created), ("CreationDate", what.created)):
            if date := pdf_date(time):
                parts.append(f"/{key} {text(number, date)}")
        return "\n".join([*parts, *entries, ">>"]).encode("ascii")

    def _appearance(self, mark: PdfMark, rect: Sequence[float]) -> IndirectObject:
        number = self._update.reserve()
        entries = (
            f"/Type /XObject /Subtype /Form /BBox {numbers(rect)}"
            f" /Resources {self._shared()} /Filter /FlateDecode"
        )
        data = zlib.compress(operators(mark).encode("ascii"))
        self._update.put(number, self._update.stream(number, entries, data))
        return self._update.reference(number)

    def _shared(self) -> str:
        """What appearances draw with, once a file."""
        if not self._resources:
            font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>"
            state = self._update.add(b"<< /Type /ExtGState /BM /Multiply /AIS false >>")
            bold = self._update.add(font)
            resources = f"<< /ExtGState << /Multiply {to(state)} >> /Font << /Bold {to(bold)} >> >>"
            self._resources = to(self._update.add(resources.encode()))
        return self._resources

    # What hangs there already

    def _bring_up_to_date(self, entry: Entry, mark: PdfMark) -> IndirectObject:
        """Where the annotation now is: where it was, unless it stood in the page itself."""
        differs = difference(entry, mark)
        if not differs.any and entry.reference:
            return entry.reference
        changed = DictionaryObject(entry.found)
        if differs.any:
            self._change(changed, entry, mark, differs)
        if entry.reference is None:
            return self._update.add(changed)
        self._update.put(entry.reference, changed)
        return entry.reference

    def _change(
        self, changed: DictionaryObject, entry: Entry, mark: PdfMark, differs: Difference
    ) -> None:
        if differs.contents:
            changed[NameObject("/Contents")] = TextStringObject(mark.contents)
            changed.pop("/RC", None)
        if date := pdf_date(mark.modified):
            changed[NameObject("/M")] = TextStringObject(date)
        if not (differs.colour or differs.place):
            return
        drawn = self._drawn(entry, mark, differs)
        colour = mark.look.ground if entry.subtype == "/Highlight" else mark.ink
        changed[NameObject("/C")] = _array(rgb(colour))
        changed.pop("/AP", None)
        if entry.subtype in _OURS:
            rect = rectangle(drawn)
            forms = {NameObject("/N"): self._appearance(drawn, rect)}
            changed[NameObject("/AP")] = DictionaryObject(forms)
            changed[NameObject("/Rect")] = _array(rect)
            if entry.subtype != "/Square":
                points = [point for quad in drawn.quads for point in quad]
                changed[NameObject("/QuadPoints")] = _array(points)

    def _drawn(self, entry: Entry, mark: PdfMark, differs: Difference) -> PdfMark:
        """The mark where it is in the file, unless it was moved here."""
        points = entry.numbers("/QuadPoints")
        style = {"/Square": "area", "/Underline": "underline"}.get(entry.subtype, "highlight")
        if differs.place or style == "area" or not points or len(points) % 8:
            return replace(mark, style=style)
        quads = tuple(tuple(points[at : at + 8]) for at in range(0, len(points), 8))
        return replace(mark, style=style, quads=quads)  # type: ignore[arg-type]


def _unheard(mark: PdfMark, there: Sequence[Entry], article: str) -> Iterator[PdfReply]:
    """The replies that do not hang there yet."""
    names = {name for one in there if (name := one.text("/NM"))}
    told = {_told(one.text("/T"), one.text("/Contents")) for one in there}
    for reply in mark.replies:
        is_there = any(is_name_of(reply.id, name, article) for name in names)
        if not is_there and _told(reply.author, reply.text) not in told:
            yield reply


def _told(author: str, text: str) -> tuple[str, str]:
    return author.strip(), " ".join(text.split())


def to(reference: IndirectObject) -> str:
    """How an object is referred to."""
    return f"{reference.idnum} {reference.generation} R"


def numbers(of: Iterable[float]) -> str:
    """Numbers as an array of the PDF."""
    shown = (f"{number:.3f}".rstrip("0").rstrip(".") for number in of)
    return f"[{' '.join('0' if one == '-0' else one for one in shown)}]"


def _array(numbers: Iterable[float]) -> ArrayObject:
    return ArrayObject(FloatObject(round(number, 3)) for number in numbers)
