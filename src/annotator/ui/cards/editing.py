"""Editors on cards: opened one at a time, saved and closed, never lost."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from annotator.library import ArticleSession
from annotator.model import Claim, Comment, Evidence
from annotator.ui.cards.deck import Deck
from annotator.ui.cards.list import CardList
from annotator.ui.cards.saving import Saver
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.cards.editor import Editor


class Editing(QObject):
    """Which editor is open on which card. One that cannot be saved stays open.

    ``acted``: an editor wants something else done (``Verb``, id). ``place_wanted``: an article and
    a mark in it. ``beside_wanted``: another article, to take a passage of it as evidence.
    """

    chosen = Signal(str)
    acted = Signal(str, str)
    place_wanted = Signal(str, str)
    beside_wanted = Signal()

    def __init__(self, theme: Theme, deck: Deck, cards: CardList, saver: Saver) -> None:
        super().__init__(cards)
        self._theme, self._deck, self._cards, self._saver = theme, deck, cards, saver
        self._came_from: QWidget | None = None

    @property
    def _session(self) -> ArticleSession:
        assert self._deck.session is not None
        return self._deck.session

    def choose(self, id: str) -> None:
        """Make a card the current one; editors elsewhere are saved and closed first."""
        self.close_all(but=id)
        self._cards.set_current(id)

    def begin_note(self, id: str) -> None:
        """Open the note of an annotation."""
        self._begin_note(id)

    def begin_tags(self, id: str) -> None:
        """Open the tags of an annotation."""
        self._begin_note(id, "tags")

    def _begin_note(self, id: str, field: str = "") -> None:
        from annotator.ui.cards.note_editor import NoteEditor  # editors cost the start nothing

        make = partial(NoteEditor, self._theme, self._saver, self._session, id)
        self._begin(id, "note", make, field)

    def begin_claim(self, claim_id: str) -> None:
        """Open a claim."""
        self._begin_claim(claim_id)

    def begin_verdict(self, claim_id: str) -> None:
        """Open a claim at its verdict."""
        self._begin_claim(claim_id, "verdict")

    def _begin_claim(self, claim_id: str, field: str = "") -> None:
        found = self._deck.find_claim(claim_id)
        if found is None:
            return
        id, claim = found[0].id, found[1]
        self._begin(id, f"claim:{claim_id}", lambda: self._claim_editor(id, claim), field)

    def _claim_editor(self, id: str, claim: Claim) -> "Editor":
        from annotator.ui.cards.claim_editor import ClaimEditor

        deck = self._deck
        editor = ClaimEditor(
            self._theme, self._saver, self._session, id, claim, more=deck.more_of_claims
        )
        editor.acted.connect(self.acted)
        editor.place_wanted.connect(self.place_wanted)
        editor.unfolded.connect(lambda more: setattr(deck, "more_of_claims", more))
        return editor

    def begin_source(self, target: str) -> None:
        """Open an empty source for an annotation or a claim."""
        found = self._deck.find_claim(target)
        id = found[0].id if found else target
        self._begin(id, f"source:{target}", self._source(target, of_claim=found is not None))

    def begin_evidence(self, id: str) -> None:
        """Open a source that is there."""
        found = self._deck.find_evidence(id)
        if found is None:
            return
        annotation, evidence, of_claim = found
        make = self._source(id, evidence, of_claim=of_claim)
        self._begin(annotation.id, f"evidence:{id}", make)

    def _source(self, *what: str | Evidence, of_claim: bool) -> "Callable[[], Editor]":
        def make() -> "Editor":
            from annotator.ui.cards.source_editor import SourceEditor

            editor = SourceEditor(
                self._theme, self._saver, self._session, *what, of_claim=of_claim,
                find=self._deck.find_evidence,
            )  # fmt: skip
            editor.offer_passages()
            editor.beside_wanted.connect(self.beside_wanted)
            return editor

        return make

    def begin_comment(self, target: str) -> None:
        """Open an empty comment on an annotation or a claim."""
        found = self._deck.find_claim(target)
        id = found[0].id if found else target
        self._begin(id, f"reply:{target}", self._comment(id, target))

    def begin_comment_again(self, id: str) -> None:
        """Open a comment that is there."""
        found = self._deck.find_comment(id)
        if found is not None:
            annotation, target, comment = found
            make = self._comment(annotation.id, target, comment)
            self._begin(annotation.id, f"comment:{id}", make)

    def _comment(self, id: str, *what: str | Comment) -> "Callable[[], Editor]":
        def make() -> "Editor":
            from annotator.ui.cards.comment_editor import CommentEditor

            editor = CommentEditor(
                self._theme, self._saver, self._session, *what, find=self._deck.find_comment
            )
            editor.made.connect(lambda made: self._rename(id, f"comment:{made}"))
            return editor

        return make

    def _rename(self, id: str, name: str) -> None:
        """What an editor is about has come to be: from now on it is about that."""
        if id in self._deck.editing:
            self._deck.editing[id] = name, self._deck.editing[id][1]
            self._cards.remeasure(id)

    def _begin(self, id: str, name: str, make: "Callable[[], Editor]", field: str = "") -> None:
        if not self._deck.has(id):
            return
        open_, editor = self._deck.editing.get(id, ("", None))
        came_from = QApplication.focusWidget()
        if open_ != name:
            if not self.close_all():
                return
            editor = make()
            editor.resized.connect(lambda: self._cards.remeasure(id))
            editor.worked_in.connect(self._cards.show_focus)
            editor.complained.connect(self._cards.show_inside)
            editor.closed.connect(lambda: self._close(id))
            self._deck.editing[id] = name, editor
        if came_from is None or not self._cards.isAncestorOf(came_from):
            self._came_from = came_from
        was = self._deck.current
        self._cards.reveal(id)
        self._cards.set_current(id)
        if was != id:
            self.chosen.emit(id)
        editor.enter(field)
        self._cards.show_focus()

    def close_all(self, but: str = "") -> bool:
        """Save and close all editors, but those of one card; False when one could not be saved."""
        others = [id for id in self._deck.editing if id != but]
        ended = [self._end(id) for id in others]  # every one of them, whatever the first says
        return all(ended)

    def _end(self, id: str) -> bool:
        editor = self._deck.editing[id][1]
        saved = editor.commit()
        if saved:
            self._close(id, focus=False)
        return saved

    def _close(self, id: str, *, focus: bool = True) -> None:
        if id not in self._deck.editing:
            return
        _name, editor = self._deck.editing.pop(id)
        if focus:
            self._go_back()
        editor.hide()
        editor.deleteLater()
        self._cards.refresh()

    def _go_back(self) -> None:
        """To where one wrote from: the text, to go on reading there, else the cards."""
        before, self._came_from = self._came_from, None
        there = before is not None and isValid(before) and before.isVisible()
        (before if there else self._cards).setFocus()

    def commit(self) -> bool:
        """Save what is being typed; the editors stay open."""
        saved = [editor.commit() for _name, editor in list(self._deck.editing.values())]
        return all(saved)

    def drop(self) -> None:
        """Let go of all editors, saved or not."""
        for _name, editor in self._deck.editing.values():
            editor.hide()
            editor.deleteLater()
        self._deck.editing.clear()

    def refresh(self) -> None:
        """Editors take in what was written; those whose annotation is gone go too."""
        for editor in self._deck.drop_missing():
            editor.abandon()
            editor.hide()
            editor.deleteLater()
        for id, (name, editor) in list(self._deck.editing.items()):
            if self._thing_is_there(name):
                editor.refresh()
            else:
                editor.abandon()
                self._close(id)

    def _thing_is_there(self, name: str) -> bool:
        kind, _colon, id = name.partition(":")
        if kind == "claim":
            return self._deck.find_claim(id) is not None
        if kind == "evidence":
            return self._deck.find_evidence(id) is not None
        if kind == "comment":
            return self._deck.find_comment(id) is not None
        if kind == "reply":
            return self._deck.has(id) or self._deck.find_claim(id) is not None
        return True

    def preview(self, id: str) -> None:
        """Show the note that is being written as it will look, or go on writing."""
        name, editor = self._deck.editing.get(id, ("", None))
        if name == "note":
            editor.toggle_preview()
