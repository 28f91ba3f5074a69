"""Who hears what: the signals of the panes, and the one place where changes are handed out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu

from annotator.events import Changes
from annotator.i18n import _
from annotator.library import ArticleSession, Library
from annotator.ui.colour_words import show_colour_names
from annotator.ui.counting import Counting
from annotator.ui.document_view import Area
from annotator.ui.faces import READ

if TYPE_CHECKING:
    from annotator.ui.window import MainWindow

_ON_A_PASSAGE = (
    "edit.copy", "mark.claim", "mark.add_passage", "mark.note", "mark.tag", "mark.source",
    "mark.comment",
)  # fmt: skip


def connect(window: "MainWindow") -> None:
    """Join the panes to the desk and to each other's commands."""
    wiring = Wiring(window)
    wiring.connect_desk()
    wiring.connect_left()
    wiring.connect_reader()
    wiring.connect_cards()
    wiring.connect_frame()


class Wiring(QObject):
    """Lives as long as its window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._counting = Counting(window, self._name_article)

    # Desk

    def connect_desk(self) -> None:
        desk, window = self._window.desk, self._window
        desk.library_opened.connect(self._show_library)
        desk.article_opened.connect(self._show_article)
        desk.changed.connect(self._hand_out)
        desk.failed.connect(window.messages.fail)
        desk.current_changed.connect(self._show_current)
        desk.leaving.connect(window.opening.remember_place)

    def _show_library(self, library: Library) -> None:
        window = self._window
        window.trail.clear()
        window.left.set_library(library)
        window.faces.set_library(library)
        show_colour_names(library.colour_names(), window.actions_, window.reader)
        window.status.set_file(library.path.name, _("saved"))
        window.setWindowTitle(f"{library.name} – Annotator")
        self._show_article(None)
        self._enable()
        # When the window stands, and unless something else was opened until then.
        QTimer.singleShot(0, self, lambda: self._resume(library))

    def _resume(self, library: Library) -> None:
        """Open the article that lay open last."""
        window, desk = self._window, self._window.desk
        if desk.library is not library or desk.session or window.adding.jobs.running:
            return
        id = window.bookmarks.opened(library.path.resolve())
        if id in window.left.model.ids():
            desk.open_article(id)

    def _show_article(self, session: ArticleSession | None) -> None:
        window = self._window
        if session is not None:
            window.boarding.show(READ)  # who brings an article wants to see it
        focus = window.focusWidget()
        in_text = focus is None or window.reader.isAncestorOf(focus)
        window.cards.set_session(session)
        paged = window.paging.wanted and not window.unlocking.is_shut(session)
        window.reader.set_session(session, paged)
        window.left.set_session(session)
        window.centre.show_article(session is not None, not window.left.has_articles())
        self._name_article(session)
        window.opening.show_paged(session is not None and window.reader.paged)
        if session is not None:
            window.left.set_current_article(session.id)
            position = window.bookmarks.position(session.id)
            if position:
                window.reader.restore(position)
            window.bookmarks.keep_open(session.library.path.resolve(), session.id)
            window.reader.setFocus()
        elif in_text:
            window.centre.setFocus()
        window.opening.whole_page(False)
        self._counting.now()
        self._enable()

    def _name_article(self, session: ArticleSession | None) -> None:
        article = session.article if session else None
        self._window.top.set_article(
            article.title if article else "", bool(article and article.pages)
        )

    def _hand_out(self, changes: Changes) -> None:
        """To the article and its cards at once; what counts follows when edits rest."""
        window = self._window
        window.reader.apply(changes)
        window.cards.apply(changes)
        window.faces.apply(changes)
        if changes.touches("settings") and window.desk.library:
            names = window.desk.library.colour_names()
            show_colour_names(names, window.actions_, window.reader)
        self._counting.hear(changes)
        if changes.command:  # nobody else's: an edit made here
            window.messages.move_on()
        self._enable()

    def _show_current(self, id: str) -> None:
        self._window.reader.set_current(id)
        self._window.cards.set_current(id)
        self._enable()

    def _enable(self) -> None:
        window = self._window
        library, session = window.desk.library, window.desk.session
        reading = window.boarding.reading  # elsewhere nobody sees what would be changed
        read = session if reading else None
        window.actions_.set_conditions(
            article=read is not None,
            articles=library is not None and window.left.has_articles(),
            mark=reading and bool(window.desk.current),
            claimed=self._claim_is_current(read),
            area=self._area_is_current(read),
            selection=read is not None and self._selected(),
            undo=bool(library and library.can_undo), redo=bool(library and library.can_redo),
            back=window.trail.can_go_back, forward=window.trail.can_go_forward,
        )  # fmt: skip
        self._name_undo(library)

    def _area_is_current(self, session: ArticleSession | None) -> bool:
        id = self._window.desk.current
        known = session is not None and bool(id) and session.has(id)
        return known and session.annotation(id).kind == "area"

    def _claim_is_current(self, session: ArticleSession | None) -> bool:
        id = self._window.desk.current
        known = session is not None and bool(id) and session.has(id)
        return known and bool(session.annotation(id).claims)

    def _selected(self) -> bool:
        reader = self._window.reader
        return reader.selection() is not None or reader.selected_area() is not None

    def _name_undo(self, library: Library | None) -> None:
        actions = self._window.actions_
        undo, redo = (library.can_undo, library.can_redo) if library else ("", "")
        actions.set_text("edit.undo", _("Undo {what}").format(what=undo) if undo else _("Undo"))
        actions.set_text("edit.redo", _("Redo {what}").format(what=redo) if redo else _("Redo"))

    # Panes

    def connect_left(self) -> None:
        window, left = self._window, self._window.left
        left.article_chosen.connect(self._open)
        left.add_requested.connect(window.files.choose_files)
        left.files_dropped.connect(window.add_files)
        left.hit_chosen.connect(self._open_hit)
        left.heading_chosen.connect(self._go_to)
        left.tag_chosen.connect(lambda tag: window.cards.choose(tag=tag))
        left.details_requested.connect(lambda id: window.opening.details("", id))
        left.beside_requested.connect(window.beside.open)
        left.failed.connect(window.messages.fail)
        left.removed.connect(self._offer_undo)

    def _offer_undo(self, sentence: str) -> None:
        self._window.messages.inform(sentence, _("Undo"), self._window.editing.undo)

    def _open(self, article_id: str) -> None:
        self._window.going.to_article(article_id)
        if self._window.panes.arrangement == "single":
            self._window.panes.show_pane("centre")

    def _open_hit(self, article_id: str, annotation_id: str, query: str) -> None:
        self._window.going.to_hit(article_id, annotation_id or None)
        if not annotation_id:
            self._window.opening.show_found(query)
        if self._window.panes.arrangement == "single":
            self._window.panes.show_pane("centre")

    def _go_to(self, offset: int, page: int) -> None:
        if self._window.panes.arrangement == "single":
            self._window.panes.show_pane("centre")
        self._window.going.to_offset(offset, page)

    def connect_reader(self) -> None:
        window, reader = self._window, self._window.reader
        reader.selection_changed.connect(self._enable)
        reader.marks_clicked.connect(lambda ids: window.desk.set_current(ids[0] if ids else ""))
        reader.end_dragged.connect(self._move_end)
        reader.area_moved.connect(self._move_area)
        reader.visible_range_changed.connect(self._follow)
        reader.context_menu_requested.connect(self._reader_menu)
        reader.details_requested.connect(window.opening.details)
        reader.zoomed.connect(window.viewing.zoom)
        reader.link_chosen.connect(window.opening.link)
        reader.action_chosen.connect(window.actions_.run)
        reader.found_changed.connect(lambda any_: window.actions_.set_conditions(found=any_))

    def _move_end(self, id: str, start: int, end: int) -> None:
        session = self._window.desk.session
        if session is not None:
            self._window.desk.attempt(lambda: session.move(id, start, end))

    def _move_area(self, id: str, area: Area) -> None:
        session = self._window.desk.session
        if session is not None:
            self._window.desk.attempt(lambda: session.move_area(id, area.page, area.rect))

    def _follow(self, start: int, end: int) -> None:
        session = self._window.desk.session
        if session is None:
            return
        self._window.left.set_current_offset(start, self._window.reader.page_in_sight())
        seen = session.marks_between(start, end)
        if seen:
            self._window.cards.follow_text(seen[0].id)

    def _reader_menu(self, at: QPoint, offset: int) -> None:
        window = self._window
        menu = QMenu(window)
        for command in _ON_A_PASSAGE:
            menu.addAction(window.actions_.action(command))
        menu.addMenu(window.actions_.menu("mark/colour", menu))
        menu.addSeparator()
        for command in ("mark.private", "mark.delete"):
            menu.addAction(window.actions_.action(command))
        menu.addSeparator()
        menu.addMenu(window.actions_.menu("article/role", menu))
        if link := window.reader.link_action(offset):
            menu.addSeparator()
            menu.addAction(*link)
        if not self._selected():
            window.reader.set_caret(offset)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def connect_cards(self) -> None:
        window, cards = self._window, self._window.cards
        cards.annotation_chosen.connect(window.going.follow)
        cards.navigated.connect(self._back_to_text)
        cards.failed.connect(self._not_saved)
        cards.said.connect(window.status.set_hint)
        cards.page_note_made.connect(window.desk.set_current)
        cards.place_wanted.connect(window.boarding.go_to)
        cards.board_wanted.connect(window.boarding.show_claim)
        own = ("mark.same_claim", "mark.split_off", "mark.split_attribution")
        for command in ("mark.claim", "mark.add_passage", *own, "claims.show"):
            cards.list.addAction(window.actions_.action(command))

    def _not_saved(self, sentence: str, retry: object, words: str) -> None:
        kept = _("What you typed is kept here.") if words else ""
        self._window.messages.fail(f"{sentence} {kept}".strip(), retry, words)

    def _back_to_text(self, id: str) -> None:
        window = self._window
        if id:
            window.going.to_annotation(id)
        if window.panes.arrangement == "single":
            window.panes.show_pane("centre")
        elif window.panes.arrangement == "drawer":
            window.panes.show_pane("right", False)
        window.reader.setFocus()

    # Frame

    def _change_face(self, name: str) -> None:
        window = self._window
        window.boarding.face_changed(name)
        window.opening.show_paged(window.reader.paged and window.desk.session is not None)
        self._counting.show()
        self._enable()

    def connect_frame(self) -> None:
        window = self._window
        window.going.arriving = lambda: window.boarding.show(READ)
        window.going.elsewhere = window.boarding.place
        window.going.returning = window.boarding.back_to
        window.faces.changed.connect(self._change_face)
        window.top.face_chosen.connect(window.boarding.show)
        window.top.page_chosen.connect(window.opening.whole_page)
        window.top.text_chosen.connect(window.paging.show_text)
        window.top.typography_requested.connect(window.opening.typography)
        window.centre.empty.sample_requested.connect(window.files.add_sample)
        window.centre.empty.add_requested.connect(window.files.choose_files)
        window.trail.moved.connect(self._enable)
        window.panes.shown_changed.connect(window.viewing.show_state)
        window.panes.covered.connect(window.reader.set_covered)
