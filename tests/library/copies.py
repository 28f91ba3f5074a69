"""Copies of exported PDFs as somebody else sends them back: edited with pypdf and with PDFium."""

import io

import pypdf
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

from annotator.pdf import open_pdf


def quads_of(data, words, page=0, nth=0):
    """Where words stand on a page of a copy, one quad a line; of several places the ``nth``."""
    with open_pdf(data) as file:
        geometry = file.geometry(page)
    start = -1
    for _place in range(nth + 1):
        start = geometry.text.index(words, start + 1)
    return geometry.quads(start, start + len(words))


def page_with(data, words):
    """The first page of a copy with these words."""
    with open_pdf(data) as file:
        return next(n for n in range(file.page_count) if words in file.geometry(n).text)


class Reviewer:
    """Somebody with a viewer that keeps what it does not know. ``data`` is the copy by now."""

    def __init__(self, data, author="Dr. Lovelace"):
        self.writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
        self.given, self.author = data, author

    @property
    def data(self):
        out = io.BytesIO()
        self.writer.write(out)
        return out.getvalue()

    def annotations(self):
        """(page, annotation) of all that hangs on pages."""
        return [
            (page, one.get_object())
            for page in self.writer.pages
            for one in page.get("/Annots", ())
        ]

    def find(self, name):
        """(page, annotation) called so."""
        return next((p, one) for p, one in self.annotations() if one.get("/NM") == name)

    def set(self, name, **entries):
        """Change entries of an annotation; with ``M`` as a viewer does, without it as some do."""
        for key, value in entries.items():
            self.find(name)[1][NameObject(f"/{key}")] = _object(value)
        return self

    def remove(self, name):
        """Take an annotation away."""
        page, one = self.find(name)
        kept = [ref for ref in page["/Annots"] if ref.get_object() is not one]
        page[NameObject("/Annots")] = ArrayObject(kept)
        return self

    def mark(self, words, page=None, subtype="Highlight", name="", nth=0, **entries):
        """Mark words that stand on a page."""
        page = page_with(self.given, words) if page is None else page
        quads = quads_of(self.given, words, page, nth)
        xs = [x for quad in quads for x in quad[::2]]
        ys = [y for quad in quads for y in quad[1::2]]
        flat = [number for quad in quads for number in quad]
        rect = [min(xs), min(ys), max(xs), max(ys)]
        colour = entries.pop("C", [1.0, 0.83, 0.0])
        return self.add(page, subtype, rect, name=name, QuadPoints=flat, C=colour, **entries)

    def add(self, page, subtype, rect, name="", **entries):
        """Hang something on a page."""
        made = {"Type": "/Annot", "Subtype": f"/{subtype}", "Rect": rect, "T": self.author}
        if name:
            made["NM"] = name
        made = {NameObject(f"/{k}"): _object(v) for k, v in {**made, **entries}.items()}
        reference = self.writer._add_object(DictionaryObject(made))
        target = self.writer.pages[page]
        hanging = ArrayObject([*target.get("/Annots", ()), reference])
        target[NameObject("/Annots")] = hanging
        return self

    def reply(self, name, text, own="R-1", **entries):
        """Answer an annotation."""
        page, one = self.find(name)
        number = list(self.writer.pages).index(page)
        rect = [float(n) for n in one["/Rect"]]
        self.add(number, "Text", rect, name=own, Contents=text, RT="/R", **entries)
        hanging = page["/Annots"][-1].get_object()
        hanging[NameObject("/IRT")] = one.indirect_reference
        return self


def _object(value):
    if isinstance(value, list):
        return ArrayObject(FloatObject(number) for number in value)
    if value.startswith("/"):
        return NameObject(value)
    return TextStringObject(value)


def without_xmp(data):
    """The copy as a viewer writes it that drops what describes the file, in one revision."""
    for _time in range(2):  # what nothing refers to is left behind the second time
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
        writer.root_object.pop("/Metadata", None)
        out = io.BytesIO()
        writer.write(out)
        data = out.getvalue()
    return data


def by_pdfium(data, change):
    """The copy after ``change(page)`` of PDFium's first page, written anew by it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    page = document[0]
    change(page.raw)
    page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()
