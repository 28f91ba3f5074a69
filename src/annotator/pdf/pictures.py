"""Where the pictures of a page are: what stays as it is when the page is recoloured."""

import ctypes
from collections.abc import Iterator
from math import isfinite

import pypdfium2
import pypdfium2.raw as raw

from annotator.pdf.space import Box

_MOST_OBJECTS = 20_000
_DEEPEST = 8
_SMALLEST = 6.0
"""Points. Rules and bullets are set as pictures, too; they are line art."""

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def picture_boxes(page: pypdfium2.PdfPage) -> list[Box]:
    """The boxes of the page's pictures, user space, without those too small to be one. Needs the
    engine."""
    found = {box for box in _Walk(page).boxes() if _is_picture(box)}
    return sorted(found)


def _is_picture(box: Box) -> bool:
    return all(map(isfinite, box)) and min(box[2] - box[0], box[3] - box[1]) >= _SMALLEST


class _Walk:
    """Through the objects of a page and of the forms in it; ends in files that never would."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self._left = _MOST_OBJECTS

    def boxes(self) -> Iterator[Box]:
        page = self._page
        for index in range(raw.FPDFPage_CountObjects(page)):
            yield from self._of(raw.FPDFPage_GetObject(page, index), _IDENTITY, 0)
            if self._left <= 0:
                return

    def _of(self, item: raw.FPDF_PAGEOBJECT, matrix: Matrix, depth: int) -> Iterator[Box]:
        self._left -= 1
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            if (box := _visible(item)) is not None:
                yield _moved(box, matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from self._inside(item, _joined(_matrix(item), matrix), depth + 1)

    def _inside(self, form: raw.FPDF_PAGEOBJECT, matrix: Matrix, depth: int) -> Iterator[Box]:
        for index in range(raw.FPDFFormObj_CountObjects(form)):
            if self._left <= 0:
                return
            yield from self._of(raw.FPDFFormObj_GetObject(form, index), matrix, depth)


def _visible(item: raw.FPDF_PAGEOBJECT) -> Box | None:
    """The picture's box, as far as it is not cut off."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(item, *sides):
        return None
    x0, y0, x1, y1 = (side.value for side in sides)
    clip = raw.FPDFPageObj_GetClipPath(item)
    for index in range(min(raw.FPDFClipPath_CountPaths(clip), 16) if clip else 0):
        if (edge := _around(clip, index)) is not None:
            x0, y0 = max(x0, edge[0]), max(y0, edge[1])
            x1, y1 = min(x1, edge[2]), min(y1, edge[3])
    return x0, y0, x1, y1


def _around(clip: raw.FPDF_CLIPPATH, index: int) -> Box | None:
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for number in range(min(raw.FPDFClipPath_CountPathSegments(clip, index), 1_000)):
        segment = raw.FPDFClipPath_GetPathSegment(clip, index, number)
        if raw.FPDFPathSegment_GetPoint(segment, x, y):
            points.append((x.value, y.value))
    if not points:
        return None
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def _matrix(item: raw.FPDF_PAGEOBJECT) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _joined(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s,
        c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _moved(box: Box, matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = box
    corners = [(x, y) for x in (x0, x1) for y in (y0, y1)]
    across = [a * x + c * y + e for x, y in corners]
    up = [b * x + d * y + f for x, y in corners]
    return min(across), min(up), max(across), max(up)
