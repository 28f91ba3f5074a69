"""The pages of an open article: the file they are drawn from, and where each letter stands."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from annotator.errors import InvalidValue, NotFound, UnreadableFile
from annotator.i18n import _
from annotator.model import Article

if TYPE_CHECKING:
    from annotator.pdf import Bitmap, PageGeometry, PageLink, PdfFile, Recolour, Rect, Space

ROOM = 64
"""Pages whose geometry is kept; those used longest ago go first."""


class Pages:
    """Opened when something is first asked of it, by whichever thread asks; pages count from 0.

    ``original`` gets the file's bytes (from any thread), ``password`` what opens it, None where
    nobody said. Raises ``PasswordNeeded`` where that is not enough, ``NotFound`` once closed.
    """

    def __init__(
        self,
        article: Article,
        original: Callable[[], bytes],
        password: Callable[[], str | None],
    ) -> None:
        self._article = article
        self._original, self._password = original, password
        self._file: PdfFile | None = None
        self._closed = False
        self._using = threading.RLock()  # whoever draws; closing waits for that
        self._keeping = threading.Lock()  # never held while PDFium works
        self._geometries: OrderedDict[int, PageGeometry] = OrderedDict()
        self._links: dict[int, tuple[PageLink, ...]] = {}
        self._spaces: dict[int, Space] = {}
        self._hidden: dict[int, frozenset[int]] = {}
        self._shapeless: dict[int, bool] = {}

    @contextmanager
    def _use(self) -> "Iterator[PdfFile]":
        from annotator.pdf import open_pdf

        with self._using:
            if self._closed:
                raise NotFound(_("This article is not open any more."))
            if self._file is None:
                # Looked through when it was taken in; that takes longer than opening does.
                self._file = open_pdf(self._original(), self._password(), examined=True)
            yield self._file

    def close(self) -> None:
        """Let go of the file, for good."""
        with self._using:
            self._closed = True
            if self._file is not None:
                self._file.close()
                self._file = None

    def open(self) -> None:
        """Open the file now, if it is not. Raises what opening it raises."""
        with self._use():
            pass

    def _check(self, page: int) -> None:
        count = len(self._article.pages)
        if not 0 <= page < count:
            raise InvalidValue(
                _("There is no page {page}; the article has {count}.").format(
                    page=page + 1, count=count
                )
            )

    def known(self, page: int) -> "PageGeometry | None":
        """The geometry of a page if it is at hand; never waits."""
        with self._keeping:
            geometry = self._geometries.get(page)
            if geometry is not None:
                self._geometries.move_to_end(page)
            return geometry

    def geometry(self, page: int) -> "PageGeometry":
        """Where the letters of a page stand, in offsets of the page's stored text."""
        self._check(page)
        geometry = self.known(page)
        if geometry is None:
            geometry = self._measured(page)
            with self._keeping:
                self._spaces[page] = geometry.space
                self._geometries[page] = geometry
                while len(self._geometries) > ROOM:
                    self._geometries.popitem(last=False)
        return geometry

    def _measured(self, page: int) -> "PageGeometry":
        from annotator.pdf import mapped

        with self._use() as file:
            geometry = file.geometry(page)
            if page not in self._shapeless:
                self._shapeless[page] = file.lacks_typeface(page)
        stored = self._article.pages[page]
        if stored.sha256 and stored.sha256 != geometry.sha256:
            return mapped(geometry, self._article.text[stored.start : stored.end])
        return geometry

    def space(self, page: int) -> "Space":
        """How a page lies."""
        self._check(page)
        if page not in self._spaces:
            with self._use() as file:
                self._spaces[page] = file.space(page)
        return self._spaces[page]

    def known_space(self, page: int) -> "Space | None":
        """The same if it is at hand; never waits for who draws."""
        return self._spaces.get(page)

    def links(self, page: int) -> "tuple[PageLink, ...]":
        """The file's own links on a page."""
        self._check(page)
        if page not in self._links:
            with self._use() as file:
                self._links[page] = file.links(page)
        return self._links[page]

    def lacks_typeface(self, page: int) -> bool:
        """Whether most of a page's letters have no shape here: their typeface is neither in the
        file nor on this computer. A damaged page lacks none."""
        self._check(page)
        if page not in self._shapeless:
            with self._use() as file, suppress(UnreadableFile):
                self._shapeless[page] = file.lacks_typeface(page)
        return self._shapeless.setdefault(page, False)

    def known_to_lack_typeface(self, page: int) -> bool:
        """The same, as soon as a page's geometry was at hand; never waits."""
        return self._shapeless.get(page, False)

    def draw(
        self, page: int, scale: float, rect: "Rect | None", recolour: "Recolour | None"
    ) -> "Bitmap":
        """A page, or a part of it, as a picture of ``scale`` px a point. Annotations of the file
        that became ours are left out: the window paints ours."""
        self._check(page)
        with self._use() as file:
            hidden = self._hidden_on(file, page)
            return file.render(page, scale, clip=rect, recolour=recolour, hide=hidden)

    def picture(self, page: int, rect: "Rect", scale: float) -> bytes:
        """What is seen in a rectangle of a page, as PNG."""
        self._check(page)
        with self._use() as file:
            return file.picture(page, rect, scale, hide=self._hidden_on(file, page))

    def _hidden_on(self, file: "PdfFile", page: int) -> frozenset[int]:
        if page not in self._hidden:
            self._hidden[page] = file.painted(page)
        return self._hidden[page]
