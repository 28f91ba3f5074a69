"""What opens over the window: palette, keys, type, details, hand in; and roles of blocks."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from annotator.i18n import _, ngettext
from annotator.library import ArticleSession
from annotator.model.locators import block_at
from annotator.ui.actions import Handler
from annotator.ui.commands import ROLES, menus
from annotator.ui.shelf import outline

if TYPE_CHECKING:
    from annotator.ui.palette import Entry, Palette
    from annotator.ui.window import MainWindow


class Opening:
    """Panels and dialogs; each is made when it is first asked for."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._palette: Palette | None = None

    def handlers(self) -> Mapping[str, Handler]:
        """The command's ids and what they do."""
        roles = {f"article.role.{role}": self._role_handler(role) for role in ROLES}
        return {
            **roles,
            "article.role.reset": self._role_handler(None),
            "article.details": self.details,
            "article.remove": self.remove_article,
            "edit.palette": self.palette,
            "edit.search": self._search,
            "view.whole_page": self.whole_page,
            "view.typography": self.typography,
            "view.colour_names": self.colour_names,
            "view.next_pane": lambda: self._go_round(1),
            "view.previous_pane": lambda: self._go_round(-1),
            "view.context_menu": self.context_menu,
            "go.outline": self._outline,
            "file.paste": self.paste,
            "file.new_collection": self._new_collection,
            "file.hand_in": self.hand_in,
            "file.quit": self._window.close,
            "help.shortcuts": self.shortcuts,
            "help.about": self.about,
        }

    # The open article

    def whole_page(self, whole: bool) -> None:
        """Show all that was saved, or the article alone; the place is kept."""
        window = self._window
        window.reader.set_whole(whole)
        window.top.show_whole_page(whole)
        window.actions_.set_checked("view.whole_page", whole)

    def show_paged(self, paged: bool) -> None:
        """Pages are shown now, or the article's text."""
        window, session = self._window, self._window.desk.session
        has_pages = session is not None and bool(session.article.pages)
        window.top.show_paged(paged)
        window.actions_.set_checked("view.page_text", has_pages and not paged)
        reading = window.boarding.reading
        window.actions_.set_conditions(
            pages=reading and has_pages, paged=reading and has_pages and paged
        )

    def show_found(self, query: str) -> None:
        """Where words that were searched for stand, be it outside of the article's own text."""
        reader = self._window.reader
        if not query or reader.finding.show(query):
            return
        whole = reader.whole
        self.whole_page(True)
        if not reader.finding.show(query):  # they stand in the title's line or nowhere
            self.whole_page(whole)
            reader.close_find()

    def remember_place(self) -> None:
        """Keep where one is in the open article."""
        window = self._window
        if window.desk.session is not None:
            window.bookmarks.keep(window.desk.session.id, list(window.reader.position()))

    def _role_handler(self, role: str | None) -> Handler:
        return lambda: self._with_session(lambda session: self.set_role(session, role))

    def set_role(
        self, session: ArticleSession, role: str | None, offset: int | None = None
    ) -> None:
        """Say what the block at the caret (or at ``offset``) is."""
        at = self._window.reader.caret() if offset is None else offset
        block = block_at(session.article.blocks, at)
        self._window.desk.attempt(lambda: session.set_role(block, role))

    def _with_session(self, action: Callable[[ArticleSession], object]) -> None:
        session = self._window.desk.session
        if session is not None:
            action(session)

    def details(self, field: str = "", article_id: str = "") -> None:
        """Article details, at a field; the verdict on it has a sheet of its own."""
        if field == "verdict":
            self._window.judging.article_verdict(article_id)
            return
        from annotator.ui.dialogs.details import DetailsDialog

        window = self._window
        session = window.desk.session
        article_id = article_id or (session.id if session else "")
        if window.desk.library is not None and article_id:
            DetailsDialog(window.theme, window.desk.library, article_id, field, window).open()

    def link(self, link: str, article: ArticleSession | None = None) -> None:
        """Show where a link of an article leads, of the first one if none is named, and open it if
        that is wanted."""
        from urllib.parse import urljoin

        from annotator.ui.dialogs.open_link import OpenLinkDialog

        window = self._window
        session = article or window.desk.session
        address = urljoin(session.article.details.url if session else "", link)
        OpenLinkDialog(window.theme, address, window).open()

    def remove_article(self) -> None:
        """Put the open article into the trash; undo brings it back."""
        window = self._window
        session, library = window.desk.session, window.desk.library
        if session is None or library is None:
            return
        title = session.article.title
        if window.desk.attempt(lambda: library.remove_article(session.id)):
            window.messages.inform(
                _("“{title}” is in the trash.").format(title=title), _("Undo"), window.editing.undo
            )

    # Over the window

    def palette(self) -> None:
        """Commands, articles, headings, tags by a few letters."""
        from annotator.ui.palette import Palette, command_entries

        window = self._window
        if self._palette is None:
            self._palette = Palette(
                window.theme, window,
                [
                    lambda: command_entries(window.actions_, menus()),
                    self._headings, self._articles, self._tags,
                ],
            )  # fmt: skip
        self._palette.summon()

    def _articles(self) -> Iterable["Entry"]:
        from annotator.ui.palette import Entry

        library = self._window.desk.library
        for row in library.articles() if library else ():
            yield Entry(
                row.title, lambda id=row.id: self._window.going.to_article(id),
                row.site or _("article"), icon="file-text",
            )  # fmt: skip

    def _headings(self) -> Iterable["Entry"]:
        from annotator.ui.palette import Entry

        session = self._window.desk.session
        for entry in outline.entries(session.article, title=True) if session else ():
            yield Entry(
                entry.text, lambda at=(entry.start, entry.page): self._window.going.to_offset(*at),
                _("heading"), icon="align-justify",
            )  # fmt: skip

    def _tags(self) -> Iterable["Entry"]:
        from annotator.ui.palette import Entry

        library, session = self._window.desk.library, self._window.desk.session
        for path, count in library.tag_counts(session.id) if library and session else ():
            yield Entry(
                f"# {path}", lambda tag=path: self._window.cards.choose(tag=tag),
                ngettext("{n} note", "{n} notes", count).format(n=count), icon="tag",
            )  # fmt: skip

    def typography(self) -> None:
        """The panel of type."""
        self._window.look.open_panel(self._window.top.type_button)

    def colour_names(self) -> None:
        """What the eight colours mean to the user."""
        from annotator.ui.dialogs.colours import ColoursDialog

        window = self._window
        if window.desk.library is not None:
            ColoursDialog(window.theme, window.desk.library, window).open()

    def shortcuts(self) -> None:
        """The page of keys."""
        from annotator.ui.shortcuts_page import ShortcutsPage

        window = self._window
        page = ShortcutsPage(
            window.theme, window.actions_, menus(),
            single_letters=bool(window.preferences.get("single_letters", True)), parent=window,
        )  # fmt: skip
        page.single_letters_changed.connect(self._set_single_letters)
        page.open()

    def _set_single_letters(self, on: bool) -> None:
        self._window.preferences.set("single_letters", on)
        self._window.actions_.set_single_letters(on)

    def about(self) -> None:
        """What this program is."""
        from annotator.ui.dialogs.about import AboutDialog

        AboutDialog(self._window.theme, self._window).open()

    def hand_in(self) -> None:
        """Export, with a preview."""
        from annotator.ui.dialogs.hand_in import HandInDialog

        window = self._window
        if window.desk.library is None or not window.boarding.commit():
            return
        session = window.desk.session
        dialog = HandInDialog(
            window.theme, window.desk.library, session.id if session else "",
            window.preferences, window.adding.jobs, window, collection=window.left.scope,
        )  # fmt: skip
        dialog.unlocked.connect(window.unlocking.unlocked)
        dialog.checklist_wanted.connect(window.reviewing.show_for)
        dialog.open()

    def paste(self) -> None:
        """Make an article of what the clipboard holds."""
        from annotator.ui.dialogs.paste import PasteDialog

        window = self._window
        if window.desk.library is None:
            return
        dialog = PasteDialog(window.theme, window.desk.library, window)
        dialog.pasted.connect(window.desk.open_article)
        dialog.open()

    def _new_collection(self) -> None:
        self._window.panes.show_pane("left")
        self._window.left.new_collection()

    # Panes

    def context_menu(self) -> None:
        """The menu that a right click would open on what has the focus."""
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(self._window.windowHandle(), asked)

    def _search(self) -> None:
        self._window.panes.show_pane("left")
        self._window.left.focus_search()

    def _outline(self) -> None:
        self._window.panes.show_pane("left")
        self._window.left.focus_outline()

    def _go_round(self, step: int) -> None:
        """Small pages are a pane of their own, before the large ones."""
        stops = self._window.reader.stops() if self._window.boarding.reading else []
        stops += self._window.beside.stops() if stops else []
        focus = QApplication.focusWidget()
        at = [number for number, stop in enumerate(stops) if stop is focus]
        if at and 0 <= at[0] + step < len(stops):
            stops[at[0] + step].setFocus(Qt.FocusReason.TabFocusReason)
            return
        pane = self._window.panes.next_pane(step)
        pane.setFocus()
        if stops and pane.isAncestorOf(stops[0]):
            stops[0 if step > 0 else -1].setFocus(Qt.FocusReason.TabFocusReason)
        elif not pane.isAncestorOf(QApplication.focusWidget() or self._window):
            pane.focusNextChild()
