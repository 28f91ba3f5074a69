"""The left pane."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from annotator.events import Changes
from annotator.i18n import _
from annotator.library import ArticleSession, Library, Preferences
from annotator.store import Hit
from annotator.ui.controllers.files import dropped_files
from annotator.ui.kit import Themed, paint
from annotator.ui.shelf import menus, outline
from annotator.ui.shelf.article_list import ArticleList
from annotator.ui.shelf.article_model import ArticleModel
from annotator.ui.shelf.body import Body
from annotator.ui.shelf.collections import Collections
from annotator.ui.shelf.commands import Commands
from annotator.ui.shelf.finder import Finder
from annotator.ui.shelf.header import Header
from annotator.ui.shelf.section_list import SectionList
from annotator.ui.shelf.section_model import Entry, SectionModel
from annotator.ui.theme import Theme

FOLDED = "shelf.folded"


class LibraryPane(Themed, QWidget):
    """Articles, search, collections; outline and tags of the open article.

    ``article_chosen``, ``details_requested``, ``beside_requested``: an article's id.
    ``hit_chosen``: article, annotation or "", the words to look for there. ``heading_chosen``: a
    code point of the open article and the page it is on (from 1), 0 where the code point says all.
    ``tag_chosen``: its path. ``files_dropped``: paths. ``failed``: a sentence and a callable that
    tries again, or None. ``removed``: a sentence about what now is in the trash.
    """

    article_chosen = Signal(str)
    add_requested = Signal()
    files_dropped = Signal(list)
    hit_chosen = Signal(str, str, str)
    heading_chosen = Signal(int, int)
    tag_chosen = Signal(str)
    details_requested = Signal(str)
    beside_requested = Signal(str)
    failed = Signal(str, object)
    removed = Signal(str)

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Library"))
        self.setAcceptDrops(True)
        self._preferences = preferences
        self._session: ArticleSession | None = None
        self._follower = outline.Follower()
        self._dragging = False
        self._instead: QWidget | None = None
        self._cover: QWidget | None = None
        self._make(theme)
        self._connect()
        self.follow(theme)

    def _make(self, theme: Theme) -> None:
        self.commands = Commands(self)
        self.model = ArticleModel(self)
        self.section_model = SectionModel(self._preferences.get(FOLDED, []), self)
        self.header = Header(theme)
        self.articles = ArticleList(theme, self.model)
        self.sections = SectionList(theme, self.section_model)
        self.finder = Finder(theme, self.header.search, self.commands)
        self.body = Body(theme, self.articles, self.finder.list, self.sections)
        self.collections = Collections(
            self.commands, self.model, self.section_model, self.sections, self
        )
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self.body, 1)
        self.setFocusProxy(self.articles)

    def _connect(self) -> None:
        self.commands.failed.connect(self.failed)
        self.commands.removed.connect(self.removed)
        self.header.add_requested.connect(self.add_requested)
        self.header.scope_pressed.connect(self._show_scopes)
        self.header.filtered.connect(self._filter)
        self.articles.opened.connect(
            lambda index: self.article_chosen.emit(self.model.row_at(index.row()).id)
        )
        self.articles.left_up.connect(self.header.search.edit.setFocus)
        self.articles.menu_wanted.connect(self._show_article_menu)
        self.articles.removal_wanted.connect(
            lambda: self.commands.remove_articles(self.articles.chosen_ids())
        )
        self.articles.details_wanted.connect(
            lambda: self.details_requested.emit(self.articles.chosen_ids()[0])
        )
        self.finder.changed.connect(self._show_body)
        self.finder.chosen.connect(self._choose_hit)
        self.finder.left.connect(self.articles.setFocus)
        self.sections.chosen.connect(self._choose_entry)
        self.sections.folded.connect(
            lambda: self._preferences.set(FOLDED, sorted(self.section_model.folded))
        )
        self.collections.scoped.connect(self._show_counts)

    # What others ask for

    def set_library(self, library: Library | None) -> None:
        """Show another library, or none."""
        self.set_session(None)
        self.commands.library = library
        self.header.set_filter("all")
        self.model.set_filter("all")
        self.model.set_rows(self.commands.ask(lambda library: library.articles(), []))
        self.collections.start()
        self.finder.clear()
        self._show_counts()

    def set_session(self, session: ArticleSession | None) -> None:
        """Show outline and tags of an article, or of none."""
        self._session = session
        self._follower.restart()
        self._show_outline()
        self._show_tags()
        if session is None:
            self.set_current_article("")

    def set_current_article(self, id: str) -> None:
        """Which article lies open."""
        self.articles.set_current(id)

    def set_current_offset(self, offset: int, page: int = 0) -> None:
        """Which code point of the article is the first in sight, and which page (from 1) is."""
        self._follower.offset, self._follower.page = offset, page
        number = self._follower.current()
        if self.section_model.set_current_heading(number):
            self.sections.follow_heading(number)

    @property
    def scope(self) -> str:
        """The id of the collection that is shown, "" for the whole library."""
        return self.collections.scope

    def has_articles(self) -> bool:
        """Whether the library has any."""
        return bool(self.model.total)

    def show_instead(self, lists: QWidget | None) -> None:
        """Show somebody's lists under the head while nothing is searched for; None: our own."""
        self._instead = self._put(self._instead, lists)
        self._show_body()

    def cover(self, panel: QWidget | None) -> None:
        """Show a panel in place of whatever lists stand here; None puts it away."""
        self._cover = self._put(self._cover, panel)
        self._show_body()

    def _put(self, before: QWidget | None, lists: QWidget | None) -> QWidget | None:
        if before is not None:
            before.hide()
        if lists is not None and self._column.indexOf(lists) < 0:
            lists.hide()
            self._column.addWidget(lists, 1)
        return lists

    def focus_search(self) -> None:
        """Go to the search over everything."""
        self.header.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.edit.selectAll()

    def focus_outline(self) -> None:
        """Go to the outline of the open article."""
        self.body.show_sections()
        self.sections.focus_section("outline")

    def new_collection(self) -> None:
        """Have the user type the name of a new collection."""
        self.body.show_sections()
        self.collections.begin()

    def apply(self, changes: Changes) -> None:
        """Show what a change touched."""
        touched = changes.articles | changes.rows.get("articles", frozenset())
        if touched:
            self._refresh_articles(touched)
        if changes.touches("collections", "collection_articles", "articles"):
            self.collections.refresh()
        if self._session is not None and self._session.id in touched:
            if changes.touches("annotations", "targets", "block_roles", "articles"):
                self._show_outline()
            if changes.touches("annotations", "annotation_tags", "tags"):
                self._show_tags()
        self._show_counts()
        self.finder.search_soon()

    def _refresh_articles(self, ids: frozenset[str]) -> None:
        rows = self.commands.ask(lambda library: library.articles(ids), None)
        if rows is not None and not self.model.update(rows, ids):
            self.model.set_rows(self.commands.ask(lambda library: library.articles(), []))

    # What is shown

    def _show_counts(self) -> None:
        library = self.commands.library
        self.header.set_counts(self.model.counts())
        self.header.scope.set_name(self.collections.name or (library.name if library else ""))
        self._show_body()

    def _filter(self, name: str) -> None:
        self.model.set_filter(name)
        self._show_body()

    def _show_body(self) -> None:
        searching = bool(self.finder.query)
        instead = None if searching else self._cover or self._instead
        self.header.show_chips(not searching and instead is None)
        self.body.setVisible(instead is None)
        for lists in (self._instead, self._cover):
            if lists is not None:
                lists.setVisible(lists is instead)
        if instead is not None:
            self.setFocusProxy(instead)
            return
        rows = self.finder.found if searching else self.model.rowCount()
        view = self.finder.list if searching else self.articles
        if not rows:
            self.body.hint.setText(self._hint())
        self.body.show_top(view if rows else self.body.hint)
        self.setFocusProxy(view if rows else self.header.search)

    def _hint(self) -> str:
        if self.finder.query:
            return _(
                "Nothing found for “{query}”. Try fewer words, or only the beginning of one."
            ).format(query=self.finder.query)
        if self.commands.library is None:
            return ""
        if not self.model.total:
            return _("No articles yet. Drop saved ones here, or choose Add.")
        if self.collections.scope and not self.model.counts()["all"]:
            return _("This collection is empty. Drag articles from the library onto its name.")
        return _("No article here. Choose All to see the others.")

    def _show_outline(self) -> None:
        headings = outline.headings(self._session) if self._session else []
        self._follower.take(headings)
        self.section_model.set_current_heading(self._follower.current())
        self.section_model.set_headings(headings)

    def _show_tags(self) -> None:
        self.section_model.set_tags(outline.tag_levels(self._session) if self._session else [])

    # What is chosen

    def _choose_hit(self, hit: Hit) -> None:
        self.hit_chosen.emit(hit.article, hit.annotation or "", self.finder.words_to_find(hit))

    def _choose_entry(self, entry: Entry) -> None:
        if entry.kind == "heading":
            heading = self._follower.choose(int(entry.key))
            self.heading_chosen.emit(heading.start, heading.page)
        elif entry.kind == "tag":
            self.tag_chosen.emit(entry.key)
        else:
            self.collections.toggle(entry.key)

    # Menus

    def _show_scopes(self) -> None:
        library, button = self.commands.library, self.header.scope
        if library is None:
            return
        menu = menus.scope_menu(
            (library.name, self.model.total), self.collections.all, self.collections.scope,
            self.collections.choose, self.collections.begin, self.collections.add_commands, self,
        )  # fmt: skip
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + self.theme.px(2))))

    def _show_article_menu(self, at: QPoint) -> None:
        self.article_menu().popup(at)

    def article_menu(self) -> QMenu:
        """What can be done with the chosen articles."""
        ids, within = self.articles.chosen_ids(), self.collections.scope
        commands = {
            "open": lambda: self.article_chosen.emit(ids[0]),
            "beside": lambda: self.beside_requested.emit(ids[0]),
            "details": lambda: self.details_requested.emit(ids[0]),
            "collect": lambda collection: self.commands.collect(collection, ids),
            "collect_anew": lambda: self.collections.begin(ids),
            "uncollect": lambda: self.commands.uncollect(within, ids),
            "remove": lambda: self.commands.remove_articles(ids),
        }
        return menus.article_menu(ids, self.collections.all, within, commands, self)

    # Look, and files dropped here

    def retheme(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(10), px(10), 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("chrome"))
        if self._dragging:
            inner = self.rect().toRectF().adjusted(3, 3, -3, -3)
            paint.focus_ring(painter, inner, self.theme, self.theme.px(8))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData().urls()):
            event.acceptProposedAction()
            self._set_dragging(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_dragging(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_dragging(False)
        paths = dropped_files(event.mimeData().urls())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _set_dragging(self, dragging: bool) -> None:
        self._dragging = dragging
        self.update()
