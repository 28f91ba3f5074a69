"""The commands of articles that have pages: sizes, turning, thumbnails, going to one, their text
instead."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.ui.actions import Handler

if TYPE_CHECKING:
    from annotator.ui.pages.pane import PagesPane
    from annotator.ui.window import MainWindow


class Paging:
    """What is chosen is kept in the user's settings: for an article how far its pages are turned
    and zoomed, the rest for all."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._preferences = window, window.preferences
        window.reader.pages_made.connect(self._take)
        window.cards.recolour_pages(bool(self._preferences.get("pages_recoloured", True)))

    def handlers(self) -> Mapping[str, Handler]:
        """The command's ids and what they do."""
        return {
            "view.page_text": self.show_text,
            "view.fit_width": lambda: self._fit("width"),
            "view.fit_page": lambda: self._fit("page"),
            "view.turn_right": lambda: self._turn(90),
            "view.turn_left": lambda: self._turn(-90),
            "view.thumbnails": self._show_thumbnails,
            "view.page_colours": self._show_own_colours,
            "go.page": self._ask_page,
            "go.next_page": lambda: self._step(1),
            "go.previous_page": lambda: self._step(-1),
            "mark.area": self._draw_area,
        }

    @property
    def shown(self) -> bool:
        """Whether pages are shown now."""
        return self._window.reader.paged and self._window.reader.session is not None

    @property
    def wanted(self) -> bool:
        """Whether articles that have pages are shown as these."""
        return bool(self._preferences.get("pages", True))

    def _take(self, pane: QWidget) -> None:
        """The pages were made: give them their bar."""
        pane.add_bar(self._window.actions_)
        pane.jumped.connect(self._window.going.leave)
        pane.view.set_anew.connect(self._look_as_before)
        pane.show_thumbnails(bool(self._preferences.get("thumbnails", False)))

    @property
    def _pane(self) -> "PagesPane | None":
        return self._window.reader.pages if self._window.reader.paged else None

    def _set(self, key: str, value: Any) -> None:
        self._preferences.set(key, value)
        self._window.look.restyle()

    def _show_own_colours(self, own: bool) -> None:
        self._set("pages_recoloured", not own)
        self._window.cards.recolour_pages(not own)

    def zoom(self, factor: float) -> None:
        """Show pages larger or smaller; 0 for as large as they fit."""
        if self._pane:
            zoom = self._pane.view.look.zoom * factor if factor else 1.0
            self._zoom_to(round(min(16.0, max(0.1, zoom)), 3))

    def _zoom_to(self, zoom: float) -> None:
        view = self._pane.view
        self._window.bookmarks.keep_zoom(view.session.id, zoom)
        view.restyle(pages_zoom=zoom)

    def _fit(self, fit: str) -> None:
        if self._pane:
            self._zoom_to(1.0)
        self._set("pages_fit", fit)

    def _turn(self, quarter: int) -> None:
        if self._pane:
            view = self._pane.view
            view.set_turn(view.turn + quarter)
            self._window.bookmarks.keep_turn(view.session.id, view.turn)

    def _look_as_before(self) -> None:
        session = self._pane.view.session if self._pane else None
        if session is not None:
            self._pane.view.set_turn(self._window.bookmarks.turn(session.id))
            self._pane.view.restyle(pages_zoom=self._window.bookmarks.zoom(session.id))

    def show_from_top(self) -> None:
        """Show the pages that were shut until now, from the top of the one whose text is seen."""
        page = self._window.reader.page_in_sight()
        self.show_text(False)
        self._window.reader.scroll_to_page(max(0, page - 1))

    def show_text(self, text: bool) -> None:
        """Show the article's text set for reading, or its pages."""
        if text and self._is_scan():
            words = _("This PDF has no text to be set: its pages are pictures.")
            self._window.messages.inform(words)
            self._window.opening.show_paged(True)
            return
        self._preferences.set("pages", not text)
        self._window.reader.set_paged(not text and not self._window.unlocking.ask_for_pages())
        self._window.opening.show_paged(self._window.reader.paged)

    def _is_scan(self) -> bool:
        session = self._window.reader.session
        return session is not None and session.article.is_scan

    def _show_thumbnails(self, shown: bool) -> None:
        self._preferences.set("thumbnails", shown)
        if self._pane:
            self._pane.show_thumbnails(shown)

    def _ask_page(self) -> None:
        if self._pane and self._pane.bar:
            self._pane.bar.ask()

    def _step(self, step: int) -> None:
        if self._pane:
            self._pane.view.scroll_to_page(self._pane.view.page + step)

    def _draw_area(self) -> None:
        if self._pane:
            self._pane.view.begin_area()
