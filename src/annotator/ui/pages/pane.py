"""Pages with what belongs around them: the line over them, a word about those that show nothing,
thumbnails."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.library import ArticleSession
from annotator.ui.actions import ActionTable
from annotator.ui.pages.page_bar import PageBar
from annotator.ui.pages.scan_hint import ScanHint
from annotator.ui.pages.thumbnails import Thumbnails
from annotator.ui.pages.typeface_hint import TypefaceHint
from annotator.ui.pages.view import PagesView
from annotator.ui.theme import Theme

ROOM_FOR_THUMBNAILS = 560  # px at 100 %


class PagesPane(QWidget):
    """``jumped``: somebody is about to go far away, so that *back* may lead here again."""

    jumped = Signal()

    def __init__(self, theme: Theme, view: PagesView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view, self.theme = view, theme
        self.bar: PageBar | None = None
        self.hint, self.typeface_hint = ScanHint(theme, self), TypefaceHint(theme, self)
        self._actions: ActionTable | None = None
        self.thumbnails = Thumbnails(theme, view, self)
        self._wanted = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.hint)
        self._column.addWidget(self.typeface_hint)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.thumbnails)
        row.addWidget(view, 1)
        self._column.addLayout(row, 1)
        self.thumbnails.hide()
        self.thumbnails.page_chosen.connect(self.go_to_page)
        view.set_anew.connect(self._take_pages)
        view.page_changed.connect(self._show_page)
        view.laid_out.connect(self._show_scale)
        view.page_link.connect(self.go_to_page)
        view.renderer.measured.connect(lambda _page: self._show_typeface_hint())
        for hint in (self.hint, self.typeface_hint):
            hint.closed.connect(view.setFocus)

    def add_bar(self, actions: ActionTable) -> None:
        """Put the line over the pages, made of the window's commands."""
        self._actions = actions
        self.bar = PageBar(self.theme, actions, self)
        self._column.insertWidget(0, self.bar)
        self.bar.page_entered.connect(self._enter_page)
        self.bar.left.connect(self.view.setFocus)
        self.typeface_hint.acted.connect(actions.action("view.page_text").trigger)
        actions.action("mark.area").changed.connect(self._show_hint)  # its key may be another
        self._take_pages()

    def _take_pages(self) -> None:
        session: ArticleSession | None = self.view.session
        labels = tuple(page.label for page in session.article.pages) if session else ()
        self.thumbnails.set_pages(tuple(own or str(n) for n, own in enumerate(labels, 1)))
        if self.bar is not None:
            self.bar.set_pages(labels)
        self._show_page(self.view.page)
        self._show_hint()

    def _show_hint(self) -> None:
        session = self.view.session
        key = self._actions.key_text("mark.area") if self._actions else ""
        self.hint.show_for(session.article if session else None, key)

    def _show_typeface_hint(self) -> None:
        self.typeface_hint.show_for(self.view.session, self.view.page)

    def _show_page(self, page: int) -> None:
        self._show_typeface_hint()
        if self.bar is not None:
            self.bar.show_page(max(0, page))
        self.thumbnails.show_page(max(0, page))

    def _show_scale(self) -> None:
        if self.bar is not None:
            self.bar.show_scale(self.view.stack.scale)

    def show_thumbnails(self, shown: bool) -> None:
        """Show the small pages beside the large ones, where there is room."""
        self._wanted = shown
        self._fit()

    def _fit(self) -> None:
        room = self.width() >= self.theme.px(ROOM_FOR_THUMBNAILS)
        self.thumbnails.setVisible(self._wanted and room)
        if self.thumbnails.isVisible():
            self.thumbnails.show_page(self.view.page)
            self.view.ask_for_pictures()

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._fit()

    def go_to_page(self, page: int, y: float = 0.0) -> None:
        """Go to a page (from 0), ``y`` points below its top."""
        self.jumped.emit()
        self.view.scroll_to_page(page, y)

    def _enter_page(self, page: int) -> None:
        self.go_to_page(page)
        self.view.setFocus()
