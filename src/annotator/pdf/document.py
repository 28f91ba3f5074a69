"""A PDF that lies open: pages, sizes, and what each of them holds."""

import pypdfium2

from annotator.model.embedded import EmbeddedAnnotation
from annotator.pdf import bookmarks, embedded, labels, links, metadata, rendering, typefaces
from annotator.pdf.bookmarks import Bookmark
from annotator.pdf.engine import engine
from annotator.pdf.examining import examine
from annotator.pdf.extraction import extract_geometry, extract_text
from annotator.pdf.geometry import PageGeometry
from annotator.pdf.links import PageLink
from annotator.pdf.metadata import Metadata
from annotator.pdf.open_file import OpenFile, open_document
from annotator.pdf.page_text import PageText
from annotator.pdf.recolour import Recolour
from annotator.pdf.rendering import Bitmap
from annotator.pdf.space import Rect


class PdfFile(OpenFile):
    """An open PDF, to be closed. May be used from any thread. Pages count from 0;
    ``page_count`` is how many there are, ``data`` the file."""

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
    return PdfFile(*open_document(data, password, name), data, password)
