"""One annotation as PDFium hands it out."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite

import pypdfium2
import pypdfium2.raw as raw

from annotator.model.embedded import Quad
from annotator.pdf.quad_points import ordered
from annotator.pdf.space import Box
from annotator.pdf.strings import iso_date, wide

_MOST_QUADS = 2_000
_LONGEST = 100_000
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW


class RawAnnotation:
    """The entry at ``place`` of a page's /Annots. Needs the engine, as long as it is open."""

    def __init__(self, page: pypdfium2.PdfPage, handle: raw.FPDF_ANNOTATION) -> None:
        self._page = page
        self._handle = handle
        self.kind: int = raw.FPDFAnnot_GetSubtype(handle)

    @property
    def seen(self) -> bool:
        """Whether the file wants it shown."""
        return not raw.FPDFAnnot_GetFlags(self._handle) & _UNSEEN

    def text(self, key: str) -> str:
        """A string of its dictionary, "" where there is none."""
        name = key.encode()
        value = wide(
            lambda buffer, size: raw.FPDFAnnot_GetStringValue(self._handle, name, buffer, size)
        )
        return value[:_LONGEST]

    def date(self, key: str) -> str:
        """A date of its dictionary, UTC."""
        return iso_date(self.text(key))

    def has(self, key: str) -> bool:
        """Whether its dictionary has the entry."""
        return bool(raw.FPDFAnnot_HasKey(self._handle, key.encode()))

    def box(self) -> Box | None:
        """Its /Rect; None where that is broken."""
        rect = raw.FS_RECTF()
        if not raw.FPDFAnnot_GetRect(self._handle, rect):
            return None
        sides = (rect.left, rect.bottom, rect.right, rect.top)
        if not all(isfinite(side) and abs(side) < 1e6 for side in sides):
            return None
        across, up = sorted(sides[0::2]), sorted(sides[1::2])
        return across[0], up[0], across[1], up[1]

    def quads(self, rotation: int) -> tuple[Quad, ...]:
        """Its QuadPoints in order, without those that are none."""
        points = raw.FS_QUADPOINTSF()
        made = []
        count = min(raw.FPDFAnnot_CountAttachmentPoints(self._handle), _MOST_QUADS)
        for index in range(count):
            if raw.FPDFAnnot_GetAttachmentPoints(self._handle, index, points):
                values = tuple(getattr(points, name) for name, _type in points._fields_)
                made.append(ordered(values, rotation))
        return tuple(quad for quad in made if quad)

    def replies_to(self) -> int | None:
        """The place of the annotation it answers; None where it answers none of this page."""
        if not self.has("IRT"):
            return None
        linked = raw.FPDFAnnot_GetLinkedAnnot(self._handle, b"IRT")
        if not linked:
            return None
        place = raw.FPDFPage_GetAnnotIndex(self._page, linked)
        raw.FPDFPage_CloseAnnot(linked)
        return place if place >= 0 else None

    def colour(self) -> str | None:
        """Its /C as ``#rrggbb``, "" without one; None where PDFium does not say because the
        annotation has an appearance."""
        if not self.has("C"):
            return ""
        channels = [ctypes.c_uint() for _ in range(4)]
        if not raw.FPDFAnnot_GetColor(self._handle, raw.FPDFANNOT_COLORTYPE_Color, *channels):
            return None
        red, green, blue = (min(channel.value, 255) for channel in channels[:3])
        return f"#{red:02x}{green:02x}{blue:02x}"

    def without_appearance(self) -> "RawAnnotation":
        """The same once its appearance is thrown away: for a copy of the file only."""
        raw.FPDFAnnot_SetAP(self._handle, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None)
        return self


@contextmanager
def annotation(page: pypdfium2.PdfPage, place: int) -> Iterator[RawAnnotation | None]:
    """The annotation at this place of the page; None where it is none."""
    handle = raw.FPDFPage_GetAnnot(page, place)
    try:
        yield RawAnnotation(page, handle) if handle else None
    finally:
        if handle:
            raw.FPDFPage_CloseAnnot(handle)
