"""What on a page leads elsewhere."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw

from annotator.pdf.destinations import action_destination, destination
from annotator.pdf.open_file import OpenFile
from annotator.pdf.space import Box, Rect, Space
from annotator.pdf.strings import narrow, wide

MOST_LINKS = 5_000
"""Of one page."""
_SCHEMES = ("http://", "https://", "mailto:", "doi:")
_CLOSE = 4.0
"""Points between runs of letters of one address."""
_LONGEST_URL = 4_096


@dataclass(frozen=True, slots=True)
class PageLink:
    """``rect`` is where it is seen. It leads to ``url``, or to ``page`` (from 0) and there to
    ``top`` (shown points, None: the page's top)."""

    rect: Rect
    url: str | None = None
    page: int | None = None
    top: float | None = None


def links(file: OpenFile, page: int) -> tuple[PageLink, ...]:
    """The links of a page, then addresses in its text that are no links yet. Only http, https,
    mailto and doi lead out of the file; scripts, programs and files are no links."""
    space = file.space(page)
    with file.page(page) as opened:
        made = list(_annotated(file, opened, space))
        made += [link for link in _written(opened, space) if not _is_within(link, made)]
    return tuple(made)


def safe_url(url: str) -> str | None:
    """The address if it may be a link."""
    url = "".join(url.split())
    if url.lower().startswith("www."):
        url = "http://" + url
    known = url.lower().startswith(_SCHEMES) and len(url) <= _LONGEST_URL
    return url if known else None


def _annotated(file: OpenFile, page: pypdfium2.PdfPage, space: Space) -> Iterator[PageLink]:
    position, link, box = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    for _ in range(MOST_LINKS):
        if not raw.FPDFLink_Enumerate(page, position, link):
            return
        if raw.FPDFLink_GetAnnotRect(link, box):
            rect = space.rect_of((box.left, box.bottom, box.right, box.top))
            if (made := _target(file, link, rect)) is not None:
                yield made


def _target(file: OpenFile, link: raw.FPDF_LINK, rect: Rect) -> PageLink | None:
    document, count = file.raw, file.page_count
    action = raw.FPDFLink_GetAction(link)
    if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
        url = safe_url(
            narrow(lambda buffer, size: raw.FPDFAction_GetURIPath(document, action, buffer, size))
        )
        return PageLink(rect, url) if url else None
    # Asked for a destination, PDFium hands out that of an action, of one in another file too.
    if action:
        place = action_destination(document, action, count)
    else:
        place = destination(document, raw.FPDFLink_GetDest(document, link), count)
    if place is None:
        return None
    page, x, y = place
    top = None if y is None else file.space(page).to_shown(x or 0.0, y)[1]
    return PageLink(rect, None, page, top)


def _written(page: pypdfium2.PdfPage, space: Space) -> Iterator[PageLink]:
    text = raw.FPDFText_LoadPage(page)
    if not text:
        return
    found = raw.FPDFLink_LoadWebLinks(text)
    for index in range(min(raw.FPDFLink_CountWebLinks(found), MOST_LINKS)):
        url = safe_url(_address(found, index))
        for rect in _rects(found, index, space) if url else ():
            yield PageLink(rect, url)
    raw.FPDFLink_CloseWebLinks(found)
    raw.FPDFText_ClosePage(text)


def _address(found: raw.FPDF_PAGELINK, index: int) -> str:
    # It counts UTF-16 units where other functions of PDFium count bytes.
    return wide(lambda buffer, size: 2 * raw.FPDFLink_GetURL(found, index, buffer, size // 2))


def _rects(found: raw.FPDF_PAGELINK, index: int, space: Space) -> list[Rect]:
    """A rectangle a line: PDFium has one for each run of letters, sometimes for each letter."""
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    boxes: list[Box] = []
    for number in range(min(raw.FPDFLink_CountRects(found, index), 1_000)):
        if not raw.FPDFLink_GetRect(found, index, number, left, top, right, bottom):
            continue
        box = (left.value, bottom.value, right.value, top.value)
        if boxes and _same_line(boxes[-1], box):
            box = _joined(boxes.pop(), box)
        boxes.append(box)
    return [space.rect_of(box) for box in boxes]


def _same_line(one: Box, other: Box) -> bool:
    """They overlap in one direction, and lie close together in the other."""
    gaps = [max(one[axis], other[axis]) - min(one[axis + 2], other[axis + 2]) for axis in (0, 1)]
    return min(gaps) < 0 and max(gaps) < _CLOSE


def _joined(one: Box, other: Box) -> Box:
    x0, y0 = min(one[0], other[0]), min(one[1], other[1])
    return x0, y0, max(one[2], other[2]), max(one[3], other[3])


def _is_within(link: PageLink, others: list[PageLink]) -> bool:
    x, y = link.rect[0] + link.rect[2] / 2, link.rect[1] + link.rect[3] / 2
    return any(
        left <= x <= left + width and top <= y <= top + height
        for left, top, width, height in (other.rect for other in others)
    )
