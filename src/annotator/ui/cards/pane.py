"""The right pane: a head that says what is shown, and the cards."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.events import Changes
from annotator.i18n import _, ngettext
from annotator.library import ArticleSession
from annotator.model import Annotation
from annotator.ui.cards.commands import Commands
from annotator.ui.cards.deck import Deck
from annotator.ui.cards.empty import EmptyHint
from annotator.ui.cards.list import CardList
from annotator.ui.cards.menus import card_menu, choice_menu, claim_menu, comment_menu
from annotator.ui.cards.parts import Verb
from annotator.ui.cards.saving import Saver
from annotator.ui.cards.summary import Summary
from annotator.ui.cards.wording import joined
from annotator.ui.kit import IconButton, Themed
from annotator.ui.theme import Theme

OF_FACTS = ("claims", "claim_passages", "trail", "people", "articles", "evidence", "sources")
"""Tables on which hangs what the library knows of claims and evidence."""


class CardsPane(Themed, QWidget):
    """The notes on the open article. ``set_session`` and ``apply`` are all that changes it.

    ``annotation_chosen``: the user made a card the current one. ``navigated``: the user wants back
    into the text, at that annotation ("" for where the caret was). ``failed``: a sentence, what
    to call to try again, and the words that were typed; nothing of them is lost meanwhile.
    ``said``: a short message. ``page_note_made``: the id of a new note on the whole article.
    ``place_wanted``: an article and a mark in it, perhaps another one. ``board_wanted``: a claim.
    """

    annotation_chosen = Signal(str)
    navigated = Signal(str)
    failed = Signal(str, object, str)
    said = Signal(str)
    page_note_made = Signal(str)
    place_wanted = Signal(str, str)
    board_wanted = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.deck = Deck()
        self._saver = Saver(self)
        self.list = CardList(theme, self.deck, self)
        self.commands = Commands(theme, self.deck, self.list, self._saver, open_url)
        self._empty = EmptyHint(theme, self)
        self._summary = Summary(theme, self)
        self._compact = IconButton(
            theme, "list", _("One line each"), size=28, token="secondary", checkable=True
        )
        self._plus = IconButton(
            theme, "plus", _("Note on the whole article"), size=28, token="secondary"
        )
        self._head = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head.addWidget(self._summary, 1)
        self._head.addWidget(self._compact)
        self._head.addWidget(self._plus)
        column.addLayout(self._head)
        body = QGridLayout()  # one over the other: hidden, the list would lose its width
        body.addWidget(self.list, 0, 0)
        body.addWidget(self._empty, 0, 0)
        column.addLayout(body, 1)
        self.setAccessibleName(_("Notes"))
        self.setFocusProxy(self.list)
        self._connect()
        self.follow(theme)
        self._show_state()

    def _connect(self) -> None:
        self.list.chosen.connect(self.commands.choose)
        self.list.entered.connect(self.commands.enter)
        self.list.acted.connect(self.commands.act)
        self.list.left.connect(lambda: self.navigated.emit(self.deck.current))
        self.commands.chosen.connect(self.annotation_chosen)
        self.commands.said.connect(self.said)
        self.commands.menu_wanted.connect(self._open_card_menu)
        self.commands.claim_menu_wanted.connect(self._open_claim_menu)
        self.commands.comment_menu_wanted.connect(self._open_comment_menu)
        self.commands.editing.place_wanted.connect(self.place_wanted)
        self.commands.claims.place_wanted.connect(self.place_wanted)
        self.commands.claims.board_wanted.connect(self.board_wanted)
        self.commands.claims.said.connect(self.said)
        self._saver.failed.connect(self.failed)
        self._empty.all_wanted.connect(self._show_all)
        self._summary.clicked.connect(self._open_choice_menu)
        self._compact.toggled.connect(self.set_compact)
        self._plus.clicked.connect(self.add_page_note)

    # What the window calls

    def set_session(self, session: ArticleSession | None) -> None:
        """Show another article's annotations, or none. What is being typed is saved first; where
        that fails, ``failed`` carries what saves it."""
        if session is self.deck.session:
            return
        self.commands.editing.close_all()
        self.commands.editing.drop()
        self.deck.session = session
        self.list.pictures.set_session(session)
        self.deck.current = self.deck.unfolded = ""
        self.deck.forget_facts()
        self.deck.choose(tag="", colour="", claims=False, private=False)
        self.list.restart()
        self._show_state()

    def apply(self, changes: Changes) -> None:
        """Take in what was written, here or elsewhere."""
        session = self.deck.session
        if changes.touches(*OF_FACTS):
            self.deck.forget_facts()
        if session is None or session.id not in changes.articles:
            return
        self.commands.editing.refresh()
        self.list.refresh(changes.annotations)
        self._show_state()

    def set_current(self, id: str) -> None:
        """Open the card of an annotation, "" for none; emits nothing."""
        if id != self.deck.current:
            self.commands.editing.choose(id)

    def current(self) -> str:
        """The annotation whose card is open, or ""."""
        return self.deck.current

    def follow_text(self, id: str) -> None:
        """Keep step with the text: the first annotation in sight there. Notes on the whole article
        come before the first of them."""
        ids, session = self.list.ids(), self.deck.session
        if session is None:
            return
        first = next((i for i in ids if session.annotation(i).kind != "page"), "")
        self.list.follow(ids[0] if id == first else id)

    def begin_note(self, id: str) -> None:
        """Write the note of an annotation."""
        self.commands.editing.begin_note(id)

    def begin_tags(self, id: str) -> None:
        """Write the tags of an annotation."""
        self.commands.editing.begin_tags(id)

    def begin_claim(self, claim_id: str) -> None:
        """Write a claim that is there."""
        self.commands.editing.begin_claim(claim_id)

    def begin_source(self, target_id: str) -> None:
        """Bring a source to an annotation or a claim."""
        self.commands.editing.begin_source(target_id)

    def begin_comment(self, target_id: str) -> None:
        """Say something about an annotation or a claim."""
        self.commands.editing.begin_comment(target_id)

    def commit(self) -> bool:
        """Save what is being typed; False when it could not be, then it stays in its field."""
        return self.commands.editing.commit()

    def unlocked(self) -> None:
        """The article's file opens now: draw what could not be drawn."""
        self.list.pictures.retry()
        self.list.viewport().update()

    def recolour_pages(self, recoloured: bool) -> None:
        """Whether pictures of pages take on the window's colours."""
        self.list.pictures.recoloured = recoloured
        self.list.viewport().update()

    def refresh_theme(self) -> None:
        """Measure and paint anew."""
        self.retheme()

    def set_compact(self, compact: bool) -> None:
        """One line for each annotation, or as much as there is to say."""
        self._compact.setChecked(compact)
        self._compact.set_name(_("All of each note") if compact else _("One line each"))
        if compact != self.deck.compact:
            self.deck.compact = compact
            self.list.restart()
            self.list.scroll_to(self.deck.current)

    def choose(self, **fields: object) -> None:
        """Order and filter: the fields of ``deck.Choice`` that change."""
        self.deck.choose(**fields)
        self.list.restart()
        self._show_state()
        self.list.scroll_to(self.deck.current)

    def _show_all(self) -> None:
        self.choose(tag="", colour="", claims=False, private=False)

    def add_page_note(self) -> None:
        """Begin a note on the whole article."""
        session = self.deck.session
        made: list[Annotation] = []
        if session is not None and self._saver.save(lambda: made.append(session.page_note())):
            self.begin_note(made[0].id)
            self.page_note_made.emit(made[0].id)

    # Head

    def retheme(self) -> None:
        px = self.theme.px
        self._head.setContentsMargins(px(14), px(10), px(12), px(8))
        self._head.setSpacing(px(4))
        self._show_state()
        self.list.reset()

    def _show_state(self) -> None:
        session = self.deck.session
        shown = len(self.list.ids())
        count = shown
        if session is not None and not self.deck.choice.all:
            count = len(session.ids())
        self._summary.set_text(self._words(count))
        for widget in (self._summary, self._compact, self._plus):
            widget.setVisible(session is not None)
        self._compact.setEnabled(count > 0)
        state = "closed" if session is None else "filtered" if count else "empty"
        self._empty.show_state(state)
        self._empty.setVisible(shown == 0)

    def _words(self, count: int) -> str:
        choice, shown = self.deck.choice, len(self.list.ids())
        if not count:
            return _("No notes yet")
        notes = ngettext("{count} note", "{count} notes", count).format(count=count)
        if not choice.all:
            notes = _("{shown} of {notes}").format(shown=shown, notes=notes)
        orders = {
            "text": _("in text order"), "newest": _("newest first"), "colour": _("by colour"),
        }  # fmt: skip
        colour = self._colour_name(choice.colour) if choice.colour else ""
        return joined(
            notes, f"# {choice.tag}" if choice.tag else "", colour,
            _("claims") if choice.claims else "", _("private") if choice.private else "",
            orders[choice.order],
        )  # fmt: skip

    def _colour_name(self, colour: str) -> str:
        session = self.deck.session
        return session.library.colour_names()[colour] if session is not None else colour

    # Menus

    def _open_choice_menu(self) -> None:
        session = self.deck.session
        if session is None:
            return
        menu = choice_menu(self.theme, session, self.deck.choice, self.choose, self)
        menu.popup(self._summary.mapToGlobal(self._summary.rect().bottomLeft()))

    def _open_card_menu(self, id: str) -> None:
        session = self.deck.session
        if session is None or not self.deck.has(id):
            return
        if id != self.deck.current:
            self.commands.choose(id)
        menu = card_menu(self.theme, session, id, self.commands, self)
        card = self.list.card(id)
        if card is not None and card.menu_at is not None:
            menu.popup(card.menu_at)
            card.menu_at = None
            return
        corner = (
            QPoint(card.width() - menu.sizeHint().width(), self.theme.px(34)) if card else QPoint()
        )
        menu.popup((card or self).mapToGlobal(corner))

    def _open_claim_menu(self, id: str) -> None:
        from annotator.ui.cards.head_part import HeadPart

        found = self.deck.find_claim(id)
        if found is not None:
            menu = claim_menu(found[1], found[0].id, self.commands, self)
            card = self.list.card(found[0].id)
            heads = card.findChildren(HeadPart) if card else []
            corners = (head.menu_corner((Verb.CLAIM_MENU, id)) for head in heads)
            menu.popup(next(filter(None, corners), self.mapToGlobal(QPoint())))

    def _open_comment_menu(self, id: str) -> None:
        from annotator.ui.cards.comment_part import CommentPart

        session, found = self.deck.session, self.deck.find_comment(id)
        if session is None or found is None:
            return
        annotation, _target, comment = found
        own = comment.author == session.library.store.identity.person
        menu = comment_menu(comment, own, self.commands, self)
        card = self.list.card(annotation.id)
        parts = card.findChildren(CommentPart) if card else []
        part = next((p for p in parts if p.comment_id == id and p.isVisibleTo(card)), None)
        menu.popup(part.menu_corner() if part else self.mapToGlobal(QPoint()))
