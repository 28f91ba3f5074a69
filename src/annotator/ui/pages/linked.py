"""The file's own links on its pages: found at a point, followed, offered in menus."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.model.locators import page_label
from annotator.pdf.links import PageLink
from annotator.ui.pages.panning import PannedPages
from annotator.ui.theme import Theme


class LinkedPages(PannedPages):
    """``page_link`` (page from 0, points from its top): a link inside the file was followed;
    ``link_chosen`` (address): one that leads out. ``asked_at``: the point of the stack a menu was
    asked for at last."""

    page_link = Signal(int, float)
    link_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.asked_at = QPointF()
        super().__init__(theme, parent)

    def link_under(self, point: QPointF) -> PageLink | None:
        """The file's own link at a point of the stack, once links are at hand."""
        page, x, y = self.stack.on_page(point)
        if self.places.known(page) is None:
            return None
        links = self.session.links_on(page)
        return next((link for link in links if _holds(link.rect, x, y)), None)

    def follow_link(self, link: PageLink) -> None:
        """Tell where a link leads."""
        if link.url:
            self.link_chosen.emit(link.url)
        elif link.page is not None:
            self.page_link.emit(link.page, link.top or 0.0)

    def link_action(self, offset: int) -> tuple[str, Callable[[], None]] | None:
        """See ``Surface``: of the link under the point, be it of words or not."""
        link, address = self.link_under(self.asked_at), self.link_at(offset)
        if link is not None and link.page is not None and not link.url:
            return self._page_words(link.page), lambda: self.follow_link(link)
        if link is not None and link.url:
            address = link.url
        return (_("Open link…"), lambda: self.link_chosen.emit(address)) if address else None

    def link_tip(self, link: PageLink, marked: bool) -> str:
        """Where a link leads; under a mark also how it is followed, for a click is the mark's."""
        where = link.url or (self._page_words(link.page) if link.page is not None else "")
        words = _("{where} (Ctrl+click)")
        return words.format(where=where) if where and marked else where

    def _page_words(self, page: int) -> str:
        label = page_label(self.session.article.pages, page + 1)
        return _("Go to page {label}").format(label=label)


def _holds(rect: Sequence[float], x: float, y: float) -> bool:
    return rect[0] <= x <= rect[0] + rect[2] and rect[1] <= y <= rect[1] + rect[3]
