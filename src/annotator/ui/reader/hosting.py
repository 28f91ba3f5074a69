"""One article, two ways to show it: as set text, or as the pages it has."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QPoint, QRect, Signal, SignalInstance
from PySide6.QtWidgets import QScrollBar, QStackedLayout, QWidget

from annotator.events import Changes
from annotator.library import ArticleSession
from annotator.library.marks import Mark
from annotator.model.locators import page_at
from annotator.ui.document_view import Area, DocumentView, Passage
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.typesetting.setting import Setting
    from annotator.ui.marks.tints import Tints
    from annotator.ui.pages.pane import PagesPane

_TOLD = (
    "selection_changed", "caret_moved", "visible_range_changed", "marks_clicked", "end_dragged",
    "context_menu_requested", "details_requested", "zoomed", "link_chosen",
)  # fmt: skip


class Surface(DocumentView, Protocol):
    """What an article is shown on: a scroll area that is a ``DocumentView`` itself."""

    session: ArticleSession | None
    current: str
    set_anew: SignalInstance
    """Another article, or the same set otherwise."""
    laid_out: SignalInstance
    """All of it has its place."""
    bar_entered: SignalInstance
    """Enter was pressed on a selection."""

    def viewport(self) -> QWidget:
        """See ``QAbstractScrollArea``."""

    def verticalScrollBar(self) -> QScrollBar:
        """See ``QAbstractScrollArea``."""

    def copy(self) -> None:
        """Copy what is selected."""

    def mark(self, id: str) -> Mark | None:
        """The mark of an annotation, None where it has none here."""

    def selected_rects(self) -> list[QRect] | None:
        """What of the selection is in sight, in its own coordinates; None without a selection."""

    def column(self) -> QRect:
        """Where the text stands, in its own coordinates."""

    def passages(self) -> list[Passage]:
        """The blocks that are shown."""

    def heights(self) -> Sequence[tuple[int, int, float, float]]:
        """(start, end, top, bottom) of blocks, heights in shares of the whole."""

    def link_action(self, offset: int) -> tuple[str, Callable[[], None]] | None:
        """What a menu at an offset says about the link there, and what follows it."""


class HostedView(QWidget):
    """A ``DocumentView`` that hands everything on to the one it shows. Each of the two is made when
    it is first needed. ``view_made`` carries it; ``pages_made`` the pages with what belongs to
    them."""

    selection_changed = Signal()
    caret_moved = Signal(int)
    visible_range_changed = Signal(int, int)
    marks_clicked = Signal(list)
    end_dragged = Signal(str, int, int)
    area_moved = Signal(str, object)
    context_menu_requested = Signal(QPoint, int)
    details_requested = Signal(str)
    zoomed = Signal(float)
    link_chosen = Signal(str)
    view_made = Signal(QWidget)
    pages_made = Signal(QWidget)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._views: dict[str, Surface] = {}
        self._homes: dict[str, QWidget] = {}
        self._shown = "text"
        self._settings: dict[str, Any] = {}
        self._tints: Tints | None = None
        self.stack = QStackedLayout()

    # The two ways to show an article

    @property
    def view(self) -> Surface:
        """What the article is shown on."""
        return self._view_of(self._shown)

    def _view_of(self, kind: str) -> Surface:
        if kind not in self._views:
            view, home = self._made(kind)
            self._views[kind], self._homes[kind] = view, home
            view.restyle(**self._settings)
            self.connect_view(view)
            self.stack.addWidget(home)
            if kind == self._shown:
                self.setFocusProxy(view)
            self.view_made.emit(view)
            if home is not view:
                self.pages_made.emit(home)
        return self._views[kind]

    def _made(self, kind: str) -> tuple[Surface, QWidget]:
        """The view, and the widget it stands in."""
        if kind == "pages":
            from annotator.ui.pages.pane import PagesPane
            from annotator.ui.pages.view import PagesView

            view = PagesView(self.theme)
            view.area_moved.connect(self.area_moved)
            return view, PagesPane(self.theme, view)
        from annotator.ui.text.view import ReaderView

        view = ReaderView(self.theme)
        return view, view

    @property
    def pages(self) -> "PagesPane | None":
        """The pages with what belongs to them, once they were made."""
        return self._homes.get("pages")

    def stops(self) -> list[QWidget]:
        """What the focus goes to in turn: the article, before it its small pages, if shown."""
        if self.session is None:
            return []
        small = self.pages.thumbnails if self.paged and self.pages else None
        return [small, self.view] if small and small.isVisible() else [self.view]

    def connect_view(self, view: Surface) -> None:
        """Hand on what a view tells; it has just been made."""
        for name in _TOLD:
            getattr(view, name).connect(getattr(self, name))

    @property
    def paged(self) -> bool:
        """Whether the article's pages are shown."""
        return self._shown == "pages"

    def set_paged(self, paged: bool) -> None:
        """Show the open article's pages, or its text; the place, the caret, what is selected and
        the current mark stay. Where there are no pages the text is shown."""
        session = self.session
        if session is None or paged == self.paged or not session.article.pages:
            return
        before = self.view
        at, chosen, caret = before.visible_range()[0], before.selection(), before.caret()
        had_focus = before.hasFocus()
        self._show("pages" if paged else "text", session)
        self.view.set_current(before.current)
        before.set_session(None)
        self.view.set_selection(*chosen) if chosen else self.view.set_caret(caret)
        self.view.scroll_to(at, "top")
        if had_focus:
            self.view.setFocus()

    def _show(self, kind: str, session: ArticleSession | None) -> None:
        self._shown = kind
        view = self._view_of(kind)
        self.setFocusProxy(view)
        self.stack.setCurrentWidget(self._homes[kind])
        self.layout().activate()  # or a view just made would be set to a width it does not keep
        view.set_session(session)
        if self._tints is not None:
            view.set_tints(self._tints)

    # Showing

    @property
    def session(self) -> ArticleSession | None:
        """The article's session."""
        return self.view.session if self._views else None

    @property
    def setting(self) -> "Setting | None":
        """The article as it is set; None where its pages are shown."""
        text = self._views.get("text")
        return text.setting if text and not self.paged else None

    @property
    def whole(self) -> bool:
        """Whether the page around the article is shown, too."""
        return self._views["text"].whole if "text" in self._views else False

    def set_session(self, session: ArticleSession | None, paged: bool = True) -> None:
        """Show an article from its beginning, or none; one with pages as these, if ``paged``."""
        self._tints = None
        before = self._views.get(self._shown)
        kind = "pages" if session and paged and session.article.pages else "text"
        if before is not None and (session is None or kind != self._shown):
            before.set_session(None)
        if session is not None:
            self._show(kind, session)

    def apply(self, changes: Changes) -> None:
        """Show what a change touched."""
        if self.session is not None:
            self.view.apply(changes)

    def set_current(self, annotation_id: str) -> None:
        """The mark whose ends are shown; "" for none."""
        if self._views:
            self.view.set_current(annotation_id)

    def set_whole(self, whole: bool) -> None:
        """Show the page around the article, too; offsets and marks stay what they are."""
        if whole or "text" in self._views:
            self._view_of("text").set_whole(whole)

    def restyle(self, **settings: Any) -> None:
        """See ``DocumentView``."""
        self._settings |= settings
        for view in self._views.values():
            view.restyle(**settings)

    # Places

    def selection(self) -> Passage | None:
        """See ``DocumentView``."""
        return self.view.selection()

    def selected_area(self) -> Area | None:
        """See ``DocumentView``."""
        return self.view.selected_area()

    def set_selection(self, start: int, end: int) -> None:
        """Select a passage."""
        self.view.set_selection(start, end)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self.view.clear_selection()

    def copy(self) -> None:
        """Copy what is selected."""
        self.view.copy()

    def caret(self) -> int:
        """Where the caret stands."""
        return self.view.caret()

    def set_caret(self, offset: int) -> None:
        """See ``DocumentView``."""
        self.view.set_caret(offset)

    def rectangles(self, start: int, end: int) -> list[QRect]:
        """See ``DocumentView``."""
        corner = self.room().topLeft()
        return [rect.translated(corner) for rect in self.view.rectangles(start, end)]

    def room(self) -> QRect:
        """Where the view is in this widget."""
        return QRect(self.view.mapTo(self, QPoint()), self.view.size())

    def visible_range(self) -> Passage:
        """What is in sight."""
        return self.view.visible_range()

    def scroll_to(self, offset: int, align: str = "centre") -> None:
        """See ``DocumentView``."""
        self.view.scroll_to(offset, align)

    def scroll_to_page(self, page: int) -> None:
        """See ``DocumentView``."""
        if self.paged:
            self.view.scroll_to_page(page)
        elif self.session and page < len(self.session.article.pages):
            self.view.scroll_to(self.session.article.pages[page].start, "top")

    def page_in_sight(self) -> int:
        """See ``DocumentView``."""
        pages = self.session.article.pages if self.session else ()
        if self.paged and pages:
            return self.view.page + 1
        return page_at(pages, self.visible_range()[0]) if pages else 0

    def reveal(self, annotation_id: str) -> bool:
        """See ``DocumentView``."""
        return self.view.reveal(annotation_id)

    def position(self) -> list[float]:
        """See ``DocumentView``."""
        return self.view.position()

    def restore(self, position: Sequence[float]) -> None:
        """See ``DocumentView``."""
        self.view.restore(position)

    def nudge_end(self, which: str, step: int) -> None:
        """See ``DocumentView``."""
        self.view.nudge_end(which, step)

    def nudge_area(self, grip: str, right: int, down: int) -> None:
        """See ``DocumentView``."""
        if self.paged:
            self.view.nudge_area(grip, right, down)

    def link_action(self, offset: int) -> tuple[str, Callable[[], None]] | None:
        """What a menu at an offset says about the link there, and what follows it."""
        return self.view.link_action(offset)

    def set_found(self, found: Sequence[Passage], current: int = -1) -> None:
        """See ``DocumentView``."""
        self.view.set_found(found, current)

    def set_tints(self, tints: "Tints") -> None:
        """See ``DocumentView``."""
        self._tints = tints
        if self._views:
            self.view.set_tints(tints)
