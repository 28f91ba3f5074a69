"""Marks, claims, notes, tags and sources on what is selected, or else on the current mark."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtGui import QGuiApplication

from annotator.library import ArticleSession
from annotator.model import Annotation, Claim
from annotator.model.annotation import COLOURS
from annotator.ui.actions import Handler
from annotator.ui.cards import CardsPane
from annotator.ui.cards.questions import is_question
from annotator.ui.cards.threads import reply_target
from annotator.ui.desk import Desk
from annotator.ui.document_view import DocumentView


class Marking:
    """The commands of the menu *Mark*."""

    def __init__(self, desk: Desk, view: DocumentView, cards: CardsPane,
                 show_cards: Callable[[], None]) -> None:  # fmt: skip
        self._desk, self._view, self._cards = desk, view, cards
        self._show_cards = show_cards

    def handlers(self) -> Mapping[str, Handler]:
        """The command's ids and what they do."""
        colours = {f"mark.colour.{c}": self._colour_handler(c) for c in COLOURS}
        return {
            **colours,
            "mark.underline": lambda _on=None: self._do(self._underline),
            "mark.claim": lambda _on=None: self._do(self._claim),
            "mark.add_passage": lambda: self._do(self._add_passage),
            "mark.same_claim": lambda: self._do(self._same_claim),
            "mark.split_off": lambda: self._do(self._split_off),
            "mark.split_attribution": lambda: self._do(self._split_attribution),
            "mark.note": lambda _on=None: self._do(self._note),
            "mark.tag": lambda _on=None: self._do(self._tag),
            "mark.source": lambda _on=None: self._do(self._source),
            "mark.comment": lambda _on=None: self._do(self._comment),
            "mark.copy_quote": lambda: self._do(self._copy_quote),
            "mark.private": lambda _on=None: self._do(self._private),
            "mark.delete": lambda: self._do(self._delete),
            "mark.start_earlier": lambda: self._view.nudge_end("start", -1),
            "mark.start_later": lambda: self._view.nudge_end("start", 1),
            "mark.end_later": lambda: self._view.nudge_end("end", 1),
            "mark.end_earlier": lambda: self._view.nudge_end("end", -1),
            "mark.area_top_up": lambda: self._view.nudge_area("n", 0, -1),
            "mark.area_top_down": lambda: self._view.nudge_area("n", 0, 1),
            "mark.area_bottom_up": lambda: self._view.nudge_area("s", 0, -1),
            "mark.area_bottom_down": lambda: self._view.nudge_area("s", 0, 1),
            "mark.area_left": lambda: self._view.nudge_area("all", -1, 0),
            "mark.area_right": lambda: self._view.nudge_area("all", 1, 0),
            "mark.area_up": lambda: self._view.nudge_area("all", 0, -1),
            "mark.area_down": lambda: self._view.nudge_area("all", 0, 1),
            "article.page_note": lambda: self._do(self._page_note),
        }

    def _colour_handler(self, colour: str) -> Handler:
        return lambda: self._do(lambda session: self.colour(session, colour))

    def _do(self, action: Callable[[ArticleSession], object]) -> None:
        session = self._desk.session
        if session is not None:
            self._desk.attempt(lambda: action(session))

    @property
    def last_colour(self) -> str:
        """The colour used last; a note or tag on a fresh selection takes it."""
        return str(self._desk.preferences.get("colour", "yellow"))

    def colour(self, session: ArticleSession, colour: str) -> None:
        """Mark the selection in a colour, or give the current mark that colour."""
        self._desk.preferences.set("colour", colour)
        made = self._made(session, colour=colour)
        if made:
            self._chosen(made.id)
        elif self._desk.current:
            session.update(self._desk.current, colour=colour)

    def _made(self, session: ArticleSession, **fields: Any) -> Annotation | None:
        """A new mark of what is selected: a passage, or an area drawn on a page."""
        area, passage = self._view.selected_area(), self._view.selection()
        if area:
            return session.mark_area(area.page, area.rect, **fields)
        return session.highlight(*passage, **fields) if passage else None

    def _chosen(self, id: str) -> str:
        self._view.clear_selection()
        self._desk.set_current(id)
        return id

    def _mark(self, session: ArticleSession) -> str:
        """The mark to work on: made of the selection, or the current one; "" for neither."""
        passage = self._view.selection()
        if self._view.selected_area():
            return self._chosen(self._made(session, colour=self.last_colour).id)
        if not passage:
            return self._desk.current
        selectors = session.selectors(*passage)
        known = session.same_range(selectors.start, selectors.end)
        mark = known or session.highlight(*passage, colour=self.last_colour)
        return self._chosen(mark.id)

    def _underline(self, session: ArticleSession) -> None:
        passage = self._view.selection()
        if passage:
            mark = session.highlight(*passage, colour=self.last_colour, style="underline")
            self._chosen(mark.id)
        elif self._desk.current:
            style = session.annotation(self._desk.current).style
            session.update(
                self._desk.current, style="highlight" if style == "underline" else "underline"
            )

    def _claim(self, session: ArticleSession) -> None:
        passage = self._view.selection()
        if passage and not self._view.selected_area():
            fields = session.library.inspecting.claim_fields(session.id, *passage)
            claim = session.claim(*passage, **fields)
            self._chosen(session.owner_of(claim.id))
        elif mark := self._mark(session):
            fields = session.library.inspecting.mark_claim_fields(session.id, mark)
            claim = session.add_claim(mark, **fields)
        else:
            return
        self._show_cards()
        self._cards.begin_claim(claim.id)

    def _add_passage(self, session: ArticleSession) -> None:
        """Marks what is selected only when a claim was chosen for it."""
        passage, claims = self._view.selection(), self._cards.commands.claims
        self._show_cards()
        if passage and not self._view.selected_area():
            claims.add_passage_at(*passage, self._chosen)
        elif id := self._mark(session):
            claims.add_passage(id)

    def _same_claim(self, session: ArticleSession) -> None:
        self._of_claim(self._cards.commands.claims.same_as)

    def _split_off(self, session: ArticleSession) -> None:
        claims, mark = self._cards.commands.claims, self._desk.current
        self._of_claim(lambda claim: claims.split_off(claim, mark))

    def _split_attribution(self, session: ArticleSession) -> None:
        self._of_claim(self._cards.commands.claims.split_attribution)

    def _of_claim(self, do: Callable[[Claim], object]) -> None:
        """Something about the current mark's claim; of several is asked which."""
        if self._desk.current:
            self._show_cards()
            self._cards.commands.claims.of_mark(self._desk.current, do)

    def _note(self, session: ArticleSession) -> None:
        """Write the note; a question is answered instead, for it is somebody else's."""
        self._edit(session, lambda id: self._write(session, id))

    def _write(self, session: ArticleSession, id: str) -> None:
        if is_question(session.annotation(id)):
            self._cards.begin_comment(id)
        else:
            self._cards.begin_note(id)

    def _tag(self, session: ArticleSession) -> None:
        self._edit(session, self._cards.begin_tags)

    def _source(self, session: ArticleSession) -> None:
        """A source goes to the mark's newest claim, where it has one."""

        def begin(id: str) -> None:
            claims = session.annotation(id).claims
            self._cards.begin_source(claims[-1].id if claims else id)

        self._edit(session, begin)

    def _comment(self, session: ArticleSession) -> None:
        """A reply in the thread that is going on, else the first word about mark or claim."""
        self._edit(
            session,
            lambda id: self._cards.begin_comment(reply_target(session.annotation(id))),
        )

    def _edit(self, session: ArticleSession, begin: Callable[[str], None]) -> None:
        id = self._mark(session)
        if id:
            self._show_cards()
            begin(id)

    def _page_note(self, session: ArticleSession) -> None:
        notes = [a for a in session.annotations() if a.kind == "page"]
        id = notes[0].id if notes else session.page_note().id
        self._desk.set_current(id)
        self._show_cards()
        self._cards.begin_note(id)

    def _copy_quote(self, session: ArticleSession) -> None:
        passage = self._view.selection()
        if not passage and self._desk.current:
            anchor = session.anchor(self._desk.current)
            passage = (anchor.start, anchor.end) if anchor.start is not None else None
        if passage:
            QGuiApplication.clipboard().setText(session.citation(*passage))

    def _private(self, session: ArticleSession) -> None:
        if self._desk.current:
            private = session.annotation(self._desk.current).private
            session.update(self._desk.current, private=not private)

    def _delete(self, session: ArticleSession) -> None:
        if self._desk.current:
            session.delete(self._desk.current)
