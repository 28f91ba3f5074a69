"""Exported PDFs read back with PDFium and poppler: not with the libraries that wrote them."""

import ctypes
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest

HIGHLIGHT, UNDERLINE, LINK = raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_LINK


@dataclass(frozen=True)
class Found:
    """An annotation: ``words`` are the page's under each of its boxes, ``boxes`` (left, bottom,
    right, top) in points."""

    page: int
    subtype: int
    name: str
    contents: str
    author: str
    created: str
    modified: str
    printed: bool
    drawn: bool
    boxes: tuple[tuple[float, float, float, float], ...]
    words: tuple[str, ...]
    uri: str


def annotations(path: Path) -> list[Found]:
    """All annotations of a file, page by page."""
    document = pypdfium2.PdfDocument(path)
    found = []
    for number, page in enumerate(document):
        text = page.get_textpage()
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            handle = raw.FPDFPage_GetAnnot(page, index)
            found.append(_found(document, number, text, handle))
            raw.FPDFPage_CloseAnnot(handle)
        text.close()
        page.close()
    document.close()
    return found


def marks(path: Path) -> list[Found]:
    """Its highlights and underlines."""
    return [one for one in annotations(path) if one.subtype in (HIGHLIGHT, UNDERLINE)]


def links(path: Path) -> list[str]:
    """Where its links lead."""
    return [one.uri for one in annotations(path) if one.uri]


def _found(document: Any, page: int, text: Any, handle: Any) -> Found:
    boxes = tuple(_box(handle, at) for at in range(raw.FPDFAnnot_CountAttachmentPoints(handle)))
    return Found(
        page, raw.FPDFAnnot_GetSubtype(handle), _string(handle, "NM"), _string(handle, "Contents"),
        _string(handle, "T"), _string(handle, "CreationDate"), _string(handle, "M"),
        bool(raw.FPDFAnnot_GetFlags(handle) & raw.FPDF_ANNOT_FLAG_PRINT),
        bool(raw.FPDFAnnot_HasKey(handle, b"AP")), boxes,
        tuple(_under(text, box) for box in boxes), _uri(document, handle),
    )  # fmt: skip


def _under(text: Any, box: tuple[float, float, float, float]) -> str:
    """Characters whose middle is in the box."""
    shown = []
    for at in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(at)
        x, y = (left + right) / 2, (bottom + top) / 2
        if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
            shown.append(text.get_text_range(at, 1))
    return " ".join("".join(shown).split())


def _box(handle: Any, at: int) -> tuple[float, float, float, float]:
    quad = raw.FS_QUADPOINTSF()
    raw.FPDFAnnot_GetAttachmentPoints(handle, at, quad)
    across, up = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
    return min(across), min(up), max(across), max(up)


def _string(handle: Any, key: str) -> str:
    size = raw.FPDFAnnot_GetStringValue(handle, key.encode(), None, 0)
    buffer = (ctypes.c_ushort * size)()
    raw.FPDFAnnot_GetStringValue(handle, key.encode(), buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le").rstrip("\0")


def _uri(document: Any, handle: Any) -> str:
    if raw.FPDFAnnot_GetSubtype(handle) != LINK:
        return ""
    action = raw.FPDFLink_GetAction(raw.FPDFAnnot_GetLink(handle))
    if not action:
        return ""
    size = raw.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode()


def text(path: Path) -> str:
    """Every page's text as PDFium has it, white space as one blank."""
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(pages).split())


def found(path: Path, words: str) -> bool:
    """Whether a viewer's search finds the words on one of the pages."""
    document = pypdfium2.PdfDocument(path)
    hits = [page.get_textpage().search(words).get_next() for page in document]
    document.close()
    return any(hits)


def bookmarks(path: Path) -> list[tuple[int, str, int]]:
    """(level, title, page) of each bookmark."""
    document = pypdfium2.PdfDocument(path)
    items = [
        (item.level, item.get_title(), item.get_dest().get_index()) for item in document.get_toc()
    ]
    document.close()
    return items


def poppler(tool: str, *arguments: str | Path) -> str:
    """What one of poppler's tools says."""
    if shutil.which(tool) is None:
        pytest.skip(f"needs poppler's {tool}")
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, check=True, text=True)
    assert not done.stderr
    return done.stdout


def pixels(path: Path, page: int = 0, scale: float = 2.0) -> Any:
    """A page as PDFium paints it, annotations included: rows of (red, green, blue)."""
    document = pypdfium2.PdfDocument(path)
    bitmap = document[page].render(scale=scale, rev_byteorder=True)
    data, stride, channels = bytes(bitmap.buffer), bitmap.stride, bitmap.n_channels
    width, height = bitmap.width, bitmap.height
    document.close()
    return [
        [
            tuple(data[y * stride + x * channels : y * stride + x * channels + 3])
            for x in range(width)
        ]
        for y in range(height)
    ]
