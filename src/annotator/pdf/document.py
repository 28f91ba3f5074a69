"""A PDF that lies open: pages, sizes, and what each of them holds."""

from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

import pypdfium2

from annotator.errors import UnreadableFile
from annotator.model.embedded import EmbeddedAnnotation
from annotator.pdf import bookmarks, embedded, labels, links, metadata, rendering, typefaces
from annotator.pdf.bookmarks import Bookmark
from annotator.pdf.engine import engine
from annotator.pdf.examining import examine
from annotator.pdf.extraction import extract_geometry, extract_text
from annotator.pdf.geometry import PageGeometry
from annotator.pdf.hiding import Hiding
from annotator.pdf.links import PageLink
from annotator.pdf.metadata import Metadata
from annotator.pdf.page_text import PageText
from annotator.pdf.pages import OpenPages
from annotator.pdf.recolour import Recolour
from annotator.pdf.refusals import no_pages, refusal, too_many_pages
from annotator.pdf.rendering import Bitmap
from annotator.pdf.space import Rect, Space

MOST_PAGES = 20_000


class PdfFile:
    """An open PDF, to be closed. May be used from any thread. Pages count from 0;
    ``page_count`` is how many there are, ``data`` the file, ``raw`` PDFium's handle for the
    functions of this package."""

    def __init__(
        self,
        document: pypdfium2.PdfDocument,
        page_count: int,
        data: bytes,
        password: str | None = None,
    ) -> None:
        self._document = document
        self.page_count = page_count
        self.raw = document.raw
        self.data = data
        self._password = password
        self.hiding = Hiding()
        self._spaces: dict[int, Space] = {}
        self._pages = OpenPages(document)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def copy(self) -> "PdfFile":
        """The same file opened once more, to be closed."""
        return open_pdf(self.data, self._password, examined=True)

    def close(self) -> None:
        """Let go of the file."""
        with engine():
            self._pages.close()
            self._document.close()

    def page(self, index: int) -> AbstractContextManager[pypdfium2.PdfPage]:
        """PDFium's page for the functions of this package, with the engine held while it lasts.
        Not to be closed. Raises ``UnreadableFile`` where the page is damaged."""
        return self._pages.page(index)

    def space(self, page: int) -> Space:
        """How the page lies: its visible box and its rotation."""
        if (known := self._spaces.get(page)) is not None:
            return known
        with self.page(page) as opened:
            box = pypdfium2.raw.FS_RECTF()
            # The box PDFium draws: crop and media boxes as inherited, mended, intersected.
            pypdfium2.raw.FPDF_GetPageBoundingBox(opened, box)
            space = Space((box.left, box.bottom, box.right, box.top), opened.get_rotation())
        return self._spaces.setdefault(page, space)

    def text(self, page: int) -> PageText:
        """The text of a page, in reading order, and its blocks: what ``geometry`` says, without
        the places of single letters, which cost the most."""
        space = self.space(page)
        with self.page(page) as opened:
            return extract_text(opened, space)

    def geometry(self, page: int) -> PageGeometry:
        """The text of a page and where each letter of it stands."""
        space = self.space(page)
        with self.page(page) as opened:
            return extract_geometry(opened, space)

    def sizes(self) -> list[tuple[float, float]]:
        """(width, height) of each page as shown, points; no page is loaded for it. (0, 0) is a
        page that is damaged."""
        size = pypdfium2.raw.FS_SIZEF()
        with engine():
            sizes = []
            for index in range(self.page_count):
                found = pypdfium2.raw.FPDF_GetPageSizeByIndexF(self._document, index, size)
                sizes.append((size.width, size.height) if found else (0.0, 0.0))
            return sizes

    def metadata(self) -> Metadata:
        """What the file says about itself; see ``metadata.metadata``."""
        return metadata.metadata(self)

    def labels(self) -> list[str]:
        """What each page is called; see ``labels.labels``."""
        return labels.labels(self)

    def outline(self) -> tuple[Bookmark, ...]:
        """The file's bookmarks; see ``bookmarks.bookmarks``."""
        return bookmarks.bookmarks(self)

    def lacks_typeface(self, page: int) -> bool:
        """Whether the page cannot be seen here; see ``typefaces.lacks_typeface``."""
        return typefaces.lacks_typeface(self, page)

    def annotation_count(self, page: int) -> int:
        """How many annotations are on the page, links and fields included."""
        with self.page(page) as opened:
            count: int = pypdfium2.raw.FPDFPage_GetAnnotCount(opened)
            return max(0, count)

    def links(self, page: int) -> tuple[PageLink, ...]:
        """What leads elsewhere from the page; see ``links.links``."""
        return links.links(self, page)

    def embedded(self, page: int) -> tuple[EmbeddedAnnotation, ...]:
        """The annotations the page came with; see ``embedded.embedded``."""
        return embedded.embedded(self, page)

    def painted(self, page: int) -> frozenset[int]:
        """What to hide when the page is drawn, once they are taken in; see
        ``embedded.painted``."""
        return embedded.painted(self, page)

    def render(
        self,
        page: int,
        scale: float,
        *,
        clip: Rect | None = None,
        recolour: Recolour | None = None,
        hide: frozenset[int] = frozenset(),
    ) -> Bitmap:
        """See ``rendering.render``."""
        return rendering.render(self, page, scale, clip=clip, recolour=recolour, hide=hide)

    def picture(
        self, page: int, rect: Rect, scale: float = 2.0, *, hide: frozenset[int] = frozenset()
    ) -> bytes:
        """A PNG of what is seen in the rectangle; see ``rendering.picture``."""
        return rendering.picture(self, page, rect, scale, hide)


def open_pdf(
    data: bytes, password: str | None = None, *, name: str = "", examined: bool = False
) -> PdfFile:
    """The PDF of these bytes; ``name`` is what a refusal calls it. Raises ``PasswordNeeded`` where
    it opens with a password only (or with another one), ``UnsupportedFormat`` for an encryption
    that is not known, and ``UnreadableFile`` where it is damaged, has no pages, or would take all
    memory. That last one is looked for unless the file is ``examined``: one that was opened
    before."""
    if not examined:
        examine(data, password, name)
    with engine():
        try:
            document = pypdfium2.PdfDocument(data, password=password or None)
        except pypdfium2.PdfiumError as error:
            raise refusal(error.err_code, password, name) from error
        try:
            return PdfFile(document, _count(document, name), data, password)
        except UnreadableFile:
            document.close()
            raise


def _count(document: pypdfium2.PdfDocument, name: str) -> int:
    """How many pages there are. A damaged file says any number: those at the end that are none do
    not count."""
    count, size = len(document), pypdfium2.raw.FS_SIZEF()
    if count > MOST_PAGES:
        raise too_many_pages(MOST_PAGES, name)
    while count and not pypdfium2.raw.FPDF_GetPageSizeByIndexF(document, count - 1, size):
        count -= 1
    if not count:
        raise no_pages(name)
    return count
