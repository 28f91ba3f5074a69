"""Notes in a margin that is added to an original's pages, right of what they show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pypdf import PageObject
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
)
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from annotator.exporting.document import ExportArticle, ExportMark
from annotator.exporting.original.graft import Graft
from annotator.exporting.original.links import link_out
from annotator.exporting.original.notes import Notes, add_notes_pages, lost_notes
from annotator.exporting.original.update import Update
from annotator.exporting.pdf.beside import add_notes
from annotator.exporting.pdf.file import set_pages
from annotator.exporting.pdf.marks import Beside
from annotator.exporting.pdf.notes import Said, says_something
from annotator.exporting.pdf.page import Page
from annotator.exporting.pdf.sheet import HAIRLINE, POINT, Sheet
from annotator.exporting.pdf.type import Type
from annotator.i18n import _
from annotator.pdf import Space
from annotator.pdf.space import Box

_WIDE = 272.0
"""The margin's width, px."""
_EDGE, _INDENT = 24.0, 12.0
_USUAL, _LEAST = 792.0, 0.85
"""A page of this length (points; letter) has notes of the usual size, shorter ones at least of this
part of it; they grow with longer ones, which are looked at from further off."""
_LETTER = (0.0, 0.0, 612.0, 792.0)
_NAME = "/AnnotatorMargin"


@dataclass(frozen=True, slots=True)
class _Strip:
    """A page's margin. ``scale`` is units of user space to a point of the margin's own."""

    page: int
    space: Space
    scale: float

    @property
    def sheet(self) -> Sheet:
        """Where notes stand in it, px."""
        height = self.space.size[1] / (self.scale * POINT)
        free = Sheet(0, 0).height - Sheet(0, 0).bottom  # a sheet keeps room for its foot
        return Sheet(
            _WIDE, height + free - _EDGE, top=_EDGE, left=_INDENT, margin_left=_INDENT, right=_EDGE
        )

    def rectangle(self, box: QRectF) -> Box:
        """A place of it, px, in the page's user space."""
        unit = self.scale * POINT
        left = self.space.size[0] + box.left() * unit
        shown = (left, box.top() * unit, box.width() * unit, box.height() * unit)
        return self.space.box_of(shown)

    @property
    def whole(self) -> Box:
        """All of it, in user space."""
        unit = self.scale * POINT
        return self.rectangle(QRectF(0, 0, _WIDE, self.space.size[1] / unit))

    def y(self, mark: ExportMark) -> float:
        """How far down a mark begins, px."""
        quad = mark.places[0][1][0]
        points = zip(quad[::2], quad[1::2], strict=True)
        return min(self.space.to_shown(x, y)[1] for x, y in points) / (self.scale * POINT)

    def matrix(self, height: float) -> list[float]:
        """What puts a form of this height (points), its upper left corner in the margin's."""
        wide = self.space.size[0]
        x, y = self.space.to_user(wide, height * self.scale)
        right = self.space.to_user(wide + self.scale, height * self.scale)
        up = self.space.to_user(wide, (height - 1) * self.scale)
        return [right[0] - x, right[1] - y, up[0] - x, up[1] - y, x, y]


def add_margin(
    update: Update, one: ExportArticle, paper: Sheet, look: Callable[[Type], None]
) -> None:
    """Widen all pages, and set the notes beside their passages; what has no room there goes on
    pages at the end. ``look`` is shown what was set."""
    strips = [_strip(update, page) for page in range(len(update.pages))]
    drawn: dict[int, Page] = {}
    continued: list[Said] = []
    marks = [mark for mark in one.marks if mark.places and says_something(mark.annotation)]

    def lay(type: Type) -> list[Page]:
        for strip in strips:
            its = [mark for mark in marks if mark.places[0][0] == strip.page]
            about = one.page_notes if strip.page == 0 else ()
            if its or about:
                drawn[strip.page] = page = Page(numbered=False)
                continued.extend(_lay(page, replace(one, page_notes=about), strip, its, type))
        look(type)
        return list(drawn.values())

    if marks or one.page_notes:
        high = max((strip.sheet.height for strip in strips), default=paper.height)
        sheet = replace(strips[0].sheet, height=high)
        data = set_pages(lay, sheet, {}, lambda _done, _total: None)
        _draw(update, strips, drawn, data, high * POINT)
    notes = Notes(_("Notes, claims and sources, continued"), continued, lost_notes(one))
    add_notes_pages(update, one, notes, paper, look)


def _lay(
    page: Page, one: ExportArticle, strip: _Strip, marks: Sequence[ExportMark], type: Type
) -> list[Said]:
    height = strip.space.size[1] / (strip.scale * POINT)

    def rule(painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, 0.8, height), QColor(HAIRLINE))

    page.draws.append(rule)
    beside = [Beside(mark, 0, strip.y(mark)) for mark in marks]
    beside.sort(key=lambda one: one.y)  # columns: the order of reading is not that down the page
    return add_notes([page], one, strip.sheet, type, beside)


def _strip(update: Update, number: int) -> _Strip:
    page = update.reader.pages[number]
    media = _media(page)
    crop = _box(page, "/CropBox") or media
    seen = (
        max(media[0], crop[0]), max(media[1], crop[1]),
        min(media[2], crop[2]), min(media[3], crop[3]),
    )  # fmt: skip
    if seen[0] >= seen[2] or seen[1] >= seen[3]:
        seen = media
    space = Space(seen, page.rotation % 360)
    unit = float(page.user_unit or 1)
    return _Strip(number, space, max(_LEAST, max(space.size) * unit / _USUAL) / unit)


def _media(page: PageObject) -> Box:
    """A page's box; viewers take one that says none for a letter."""
    return _box(page, "/MediaBox") or _LETTER


def _box(page: PageObject, key: str) -> Box | None:
    found = page.get(key)
    found = found.get_object() if found is not None else None
    parts = [one.get_object() for one in found[:4]] if isinstance(found, ArrayObject) else []
    if len(parts) < 4 or not all(isinstance(one, int | float) for one in parts):
        return None
    xs, ys = sorted(map(float, parts[::2])), sorted(map(float, parts[1::2]))
    return (xs[0], ys[0], xs[1], ys[1]) if xs[0] < xs[1] and ys[0] < ys[1] else None


# Into the file


def _draw(
    update: Update, strips: Sequence[_Strip], drawn: dict[int, Page], data: bytes, height: float
) -> None:
    graft = Graft.of(update, data)
    forms = {page: graft.form(at) for at, page in enumerate(drawn)}
    opening = update.add(_stream(b"q"))
    for strip in strips:
        reference = update.pages[strip.page]
        target = update.dictionary(reference)
        media = _media(update.reader.pages[strip.page])
        seen = _around(strip.space.box, strip.whole)
        target[NameObject("/CropBox")] = _array(seen)
        target[NameObject("/MediaBox")] = _array(_around(media, seen))
        if strip.page in forms:
            _show(update, target, strip, opening, forms[strip.page], height)
            _add_links(update, target, strip, drawn[strip.page])
        elif media != strip.space.box:  # what was cut off must not come into view
            _add_contents(update, target, opening, _cover(strip))
        update.put(reference, target)


def _show(
    update: Update, page: DictionaryObject, strip: _Strip, opening: IndirectObject,
    form: IndirectObject, height: float,
) -> None:  # fmt: skip
    matrix = " ".join(f"{part:.6g}" for part in strip.matrix(height))
    _add_contents(update, page, opening, f"{_cover(strip)}\nq {matrix} cm {_NAME} Do Q")
    inherited = update.reader.pages[strip.page].get("/Resources")
    resources = inherited.get_object() if inherited is not None else None
    resources = DictionaryObject(resources if isinstance(resources, DictionaryObject) else {})
    forms = resources.get("/XObject")
    forms = forms.get_object() if forms is not None else None
    forms = DictionaryObject(forms if isinstance(forms, DictionaryObject) else {})
    forms[NameObject(_NAME)] = form
    resources[NameObject("/XObject")] = forms
    page[NameObject("/Resources")] = resources


def _cover(strip: _Strip) -> str:
    x0, y0, x1, y1 = strip.whole
    return f"q 1 g {x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re f Q"


def _add_contents(
    update: Update, page: DictionaryObject, opening: IndirectObject, operators: str
) -> None:
    """Draw something above what the page shows, whatever state that leaves behind."""
    old = page.raw_get("/Contents") if "/Contents" in page else None
    found = old.get_object() if old is not None else None
    kept = (
        list(found) if isinstance(found, ArrayObject) else [old] * isinstance(found, StreamObject)
    )
    closing = update.add(_stream(f"Q\n{operators}".encode("ascii")))
    page[NameObject("/Contents")] = ArrayObject([opening, *kept, closing])


def _add_links(update: Update, page: DictionaryObject, strip: _Strip, drawn: Page) -> None:
    links = [link_out(update, strip.rectangle(box), url) for box, url in drawn.links]
    if links:
        old = page.get("/Annots")
        old = old.get_object() if old is not None else None
        hanging = list(old) if isinstance(old, ArrayObject) else []
        page[NameObject("/Annots")] = ArrayObject([*hanging, *links])


def _stream(data: bytes) -> StreamObject:
    made = StreamObject()
    made.set_data(data)
    return made


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]),
    )  # fmt: skip


def _array(box: Box) -> ArrayObject:
    return ArrayObject(FloatObject(round(part, 3)) for part in box)
