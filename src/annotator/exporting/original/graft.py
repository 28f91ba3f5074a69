"""Objects of another PDF copied into an update: each once, whatever refers to it."""

import io
from collections.abc import Mapping, Sequence

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from annotator.exporting.original.reader import Unwritable
from annotator.exporting.original.update import Update

_PAGE = (
    "/Contents", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox",
    "/Rotate", "/UserUnit", "/Group", "/Annots",
)  # fmt: skip
"""What a page is made of that is no place in its old file."""


class Graft:
    """Copies from the file of ``reader`` into ``update``."""

    def __init__(self, update: Update, reader: PdfReader) -> None:
        self._update = update
        self.reader = reader
        self._copies: dict[tuple[int, int], IndirectObject] = {}
        self._waiting: list[tuple[IndirectObject, IndirectObject]] = []

    @classmethod
    def of(cls, update: Update, data: bytes) -> "Graft":
        """A graft from these bytes."""
        return cls(update, PdfReader(io.BytesIO(data)))

    def replace(self, reference: IndirectObject, by: IndirectObject) -> None:
        """Let what refers to an object of the other file refer to this one."""
        self._copies[reference.idnum, reference.generation] = by

    def copy(self, what: PdfObject) -> PdfObject:
        """A copy of it, and of all that it refers to."""
        copied = self._copied(what)
        while self._waiting:
            source, target = self._waiting.pop()
            found = source.get_object()
            if found is not None:
                self._update.put(target, self._copied(found))
        return copied

    def _copied(self, what: PdfObject) -> PdfObject:
        if isinstance(what, IndirectObject):
            return self._reference(what)
        if isinstance(what, ArrayObject):
            return ArrayObject(self._copied(one) for one in what)
        if isinstance(what, DictionaryObject):
            made = StreamObject() if isinstance(what, StreamObject) else DictionaryObject()
            for key in what:
                made[NameObject(key)] = self._copied(what.raw_get(key))
            if isinstance(what, StreamObject):
                made._data = what._data  # type: ignore[attr-defined]
            return made
        return what

    def _reference(self, source: IndirectObject) -> IndirectObject:
        key = source.idnum, source.generation
        if key not in self._copies:
            self._copies[key] = self._update.reference(self._update.reserve())
            self._waiting.append((source, self._copies[key]))
        return self._copies[key]

    # Pages

    def page(self, number: int, parent: PdfObject) -> DictionaryObject:
        """A page of the other file, with what it inherits there, to hang below ``parent``."""
        page = self.reader.pages[number]
        made = DictionaryObject({NameObject("/Type"): NameObject("/Page")})
        made[NameObject("/Parent")] = parent
        for key in _PAGE:
            if key in page:  # the list of annotations itself, to be added to
                what = page[key] if key == "/Annots" else page.raw_get(key)
                made[NameObject(key)] = self.copy(what)
        return made

    def form(self, number: int) -> IndirectObject:
        """What a page of the other file shows, as a form."""
        page = self.reader.pages[number]
        contents = page.get_contents()
        made = StreamObject()
        made.set_data(contents.get_data() if contents is not None else b"")
        made[NameObject("/Type")] = NameObject("/XObject")
        made[NameObject("/Subtype")] = NameObject("/Form")
        made[NameObject("/BBox")] = ArrayObject(page.mediabox)
        made[NameObject("/Resources")] = self.copy(page.raw_get("/Resources"))
        return self._update.add(made.flate_encode())


def append_pages(update: Update, pages: Sequence[DictionaryObject], node: IndirectObject) -> None:
    """Hang pages, whose parent is ``node``, behind the file's own."""
    root = update.dictionary(update.root)
    place = root.raw_get("/Pages")
    if not isinstance(place, IndirectObject):
        raise Unwritable("pages")
    tree = update.dictionary(place)
    kids = tree.get("/Kids")
    kids = kids.get_object() if kids is not None else None
    if not isinstance(kids, ArrayObject):
        raise Unwritable("pages")
    references = ArrayObject(update.add(page) for page in pages)
    made: Mapping[str, PdfObject] = {
        "/Type": NameObject("/Pages"), "/Parent": place, "/Kids": references,
        "/Count": NumberObject(len(pages)),
    }  # fmt: skip
    update.put(node, DictionaryObject({NameObject(key): one for key, one in made.items()}))
    tree[NameObject("/Kids")] = ArrayObject([*kids, node])
    tree[NameObject("/Count")] = NumberObject(len(update.pages) + len(pages))
    update.put(place, tree)
