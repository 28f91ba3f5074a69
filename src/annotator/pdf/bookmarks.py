"""The file's own outline."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2.raw as raw

from annotator.pdf.destinations import Place, action_destination, destination
from annotator.pdf.engine import engine
from annotator.pdf.open_file import OpenFile
from annotator.pdf.strings import one_line, wide

MOST_BOOKMARKS = 20_000
DEEPEST = 12
_LONGEST_TITLE = 300
Entry = tuple[str, int, Place | None]
"""Title, level, place."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """``level`` counts from 1, ``page`` from 0; ``x`` and ``y`` are user space, None where the
    bookmark only says the page."""

    title: str
    level: int
    page: int
    x: float | None = None
    y: float | None = None


def bookmarks(file: OpenFile) -> tuple[Bookmark, ...]:
    """The outline in order, as far as it leads to pages of the file; a heading that leads nowhere
    itself leads where the first one below it does. Outlines that bite their own tail are followed
    once."""
    with engine():
        entries = list(_Outline(file).entries())
    made: list[Bookmark] = []
    for title, level, place in reversed(entries):
        if place is None and made and made[-1].level > level:
            made.append(replace(made[-1], title=title, level=level))
        elif place is not None:
            made.append(Bookmark(title, level, *place))
    return tuple(reversed(made))


class _Outline:
    def __init__(self, file: OpenFile) -> None:
        self._file = file
        self._seen: set[int] = set()

    def entries(self) -> Iterator[Entry]:
        """Depth first, without recursion."""
        waiting = [(self._first(None), 1)]
        while waiting and len(self._seen) < MOST_BOOKMARKS:
            item, level = waiting.pop()
            if not item or (key := _address(item)) in self._seen:
                continue
            self._seen.add(key)
            if (entry := self._entry(item, level)) is not None:
                yield entry
            waiting.append((raw.FPDFBookmark_GetNextSibling(self._file.raw, item), level))
            if level < DEEPEST:
                waiting.append((self._first(item), level + 1))

    def _first(self, item: "raw.FPDF_BOOKMARK | None") -> "raw.FPDF_BOOKMARK":
        return raw.FPDFBookmark_GetFirstChild(self._file.raw, item)

    def _entry(self, item: raw.FPDF_BOOKMARK, level: int) -> Entry | None:
        title = one_line(wide(lambda buffer, size: raw.FPDFBookmark_GetTitle(item, buffer, size)))
        return (title[:_LONGEST_TITLE], level, self._place(item)) if title else None

    def _place(self, item: raw.FPDF_BOOKMARK) -> Place | None:
        document, count = self._file.raw, self._file.page_count
        action = raw.FPDFBookmark_GetAction(item)
        if action:
            return action_destination(document, action, count)
        return destination(document, raw.FPDFBookmark_GetDest(document, item), count)


def _address(item: raw.FPDF_BOOKMARK) -> int:
    """Which dictionary of the file it is: PDFium's handles are their addresses."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0
