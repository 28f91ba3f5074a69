"""A claim being written and judged."""

from collections.abc import Iterable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.library.claims.seen import Seen
from annotator.model import Claim
from annotator.model.claims import CLAIM_KINDS, STATUSES
from annotator.ui.cards import claim_joining, wording
from annotator.ui.cards.claim_foot import ClaimFoot
from annotator.ui.cards.claim_values import MORE, values_of
from annotator.ui.cards.claimant_field import add_claimant
from annotator.ui.cards.editor import Editor, Values
from annotator.ui.cards.fields import Field, GrowingText
from annotator.ui.cards.parts import Verb
from annotator.ui.cards.saving import Saver, Write
from annotator.ui.cards.seen_before import SeenBefore
from annotator.ui.cards.verdict_field import VerdictField
from annotator.ui.cards.why_row import WhyRow
from annotator.ui.kit.completing import complete
from annotator.ui.theme import Theme

DATE_HINT = "2026-05-12"


class ClaimEditor(Editor):
    """Statement, kind, said by, verdict, status and reasoning; more of it unfolds.

    ``acted``: something else is wanted of the claim or its mark (``Verb``, id). ``place_wanted``:
    an article and a mark in it. ``unfolded``: whether all fields are shown.
    """

    acted = Signal(str, str)
    place_wanted = Signal(str, str)
    unfolded = Signal(bool)

    def __init__(
        self, theme: Theme, saver: Saver, session: ArticleSession, id: str, claim: Claim,
        *, more: bool = False,
    ) -> None:  # fmt: skip
        """``more``: with all fields."""
        self._session, self._annotation, self.claim_id = session, id, claim.id
        self._library = session.library
        super().__init__(theme, saver)
        self._add_statement()
        self._add_verdict(claim)
        self.add_row(self.text("reasoning", _("Reasoning, Markdown"), least=2),
                     labels=(_("Reasoning"),))  # fmt: skip
        self._more = self._add_more()
        self._foot = self._add_foot(claim)
        self.end_rows()
        self._show_more(more)

    # Fields

    def _add_statement(self) -> None:
        self.statement = self.text("statement", _("Statement"))
        kinds = [(kind, wording.kind_name(kind)) for kind in CLAIM_KINDS]
        kind = self.choice("kind", _("Kind"), kinds)
        claimant = add_claimant(self, self._library)
        find = partial(self._library.claims.seen_before, exclude=self.claim_id)
        self._seen = SeenBefore(self.theme, self._words_to_look_for, find, self._is_news)
        self._seen.chosen.connect(self._join)
        self._seen.place_wanted.connect(self.place_wanted)
        self._seen.changed.connect(self._take_in_seen)
        self.statement.textChanged.connect(self._seen.look)
        self.add_row(self.statement, labels=(_("Statement"),))
        self.add_row(kind, claimant, labels=(_("Kind"), _("Said by")))
        self._seen_row = self.add_row(self._seen)
        self._seen_row.hide()

    def _add_verdict(self, claim: Claim) -> None:
        now = claim.verdict.name if claim.verdict else ""
        self._verdict = given = VerdictField(self.theme, self._library, now, self)
        given.chosen.connect(self._judged)
        self._chosen.add("verdict")
        if given.words is not None:
            self._add_conclusion(given.words)
        self._keep("verdict", given.box, Field(given.value, given.show_value))
        statuses = [(status, wording.status_name(status)) for status in STATUSES]
        status = self.choice("status", _("Status"), statuses)
        self._why = WhyRow(self.theme)
        self._why.line.returnPressed.connect(self._said_why)
        self.add_row(given.box, status, labels=(_("Verdict"), _("Status")))
        self.watch(self._why.line)
        self._column.addWidget(self._why)

    def _add_conclusion(self, words: GrowingText) -> None:
        """Written when the field is left: half a conclusion is none."""
        words.resized.connect(self.resized)
        self._texts.append(words)
        self.watch(words)
        self.add_row(words, labels=(_("Conclusion"),))

    def _add_more(self) -> list[QWidget]:
        claimed = self.line("claimed", _("Said on"), DATE_HINT)
        as_of = self.line("as_of", _("Verdict as of"), DATE_HINT)
        again = self.line("check_again", _("Check again on"), DATE_HINT)
        people = [person.name for person in self._library.claims.people() if person.name]
        assignee = self._person("assignee", _("Assignee"), people)
        reviewer = self._person("reviewer", _("Reviewer"), people)
        dates = self.add_row(
            claimed, as_of, again, labels=(_("Said on"), _("As of"), _("Check again on"))
        )
        return [dates, self.add_row(assignee, reviewer, labels=(_("Assignee"), _("Reviewer")))]

    def _person(self, name: str, label: str, known: Iterable[str]) -> QLineEdit:
        """Somebody known, or new. It is written when the field is left: half a name is nobody."""
        field = self.line(name, label, _("nobody"))
        field.textEdited.disconnect(self._typed)
        complete(field, known)
        return field

    def _add_foot(self, claim: Claim) -> ClaimFoot:
        foot = ClaimFoot(self.theme, claim)
        foot.more.clicked.connect(self._toggle_more)
        foot.remove.clicked.connect(self._remove)
        foot.done.clicked.connect(self.finish)
        foot.wanted.connect(self._ask)
        self._column.addWidget(foot)
        self._stops += foot.stops()
        return foot

    def stops(self) -> list[QWidget]:
        fields = super().stops()
        at = fields.index(self.statement) + 1
        return fields[:at] + self._seen.links + fields[at:]

    def enter(self, name: str = "") -> None:
        """Go to the verdict, or put the caret into the statement; while that is the passage's
        words, what is typed takes their place."""
        if name == "verdict":
            (self._verdict.words or self._verdict.box).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().enter(name)
        mark = self._session.annotation(self._annotation)
        if self.statement.toPlainText() == mark.quote:
            self.statement.selectAll()

    # More and less

    def _toggle_more(self) -> None:
        shown = self._more[0].isHidden()
        self._show_more(shown)
        self.unfolded.emit(shown)
        self.resized.emit()

    def _show_more(self, shown: bool) -> None:
        for row in self._more:
            row.setVisible(shown)
        self._foot.show_more(shown)

    def complain(self, sentence: str) -> None:
        if sentence and MORE & self.changed().keys() and self._more[0].isHidden():
            self._show_more(True)  # what is wrong may stand there
        super().complain(sentence)

    # Why a verdict is another one

    def _needs_why(self) -> bool:
        changed, before = self.changed(), self._stored.get("verdict")
        if "verdict" not in changed:
            return False
        outcome = changed["verdict"] in self._verdict.outcomes
        return bool(before) or (outcome and not self._reasoned())

    def _reasoned(self) -> bool:
        return bool(self._fields["reasoning"].get().strip())

    def _waits(self) -> bool:
        """Whether the verdict is held back until somebody says why."""
        return self._needs_why() and not self._why.text()

    def due(self) -> Values:
        changed = self.changed()
        if self._waits():
            del changed["verdict"]
        return changed

    def commit(self) -> bool:
        saved = super().commit()
        waits = self._waits()
        if waits and not self.isAncestorOf(self.window().focusWidget()):
            self.complain(_("Say in one line why."))
        self._show_why()
        return saved and not waits

    def _show_why(self) -> None:
        before, now = self._stored.get("verdict", ""), self._fields["verdict"].get()
        if self._why.ask(self._needs_why(), before, now or _("To check")):
            self.resized.emit()

    def _judged(self) -> None:
        self.commit()
        if self._waits():
            self._why.line.setFocus()

    def _said_why(self) -> None:
        if self.commit():
            self._verdict.box.setFocus()

    def finish(self) -> None:
        super().finish()
        if self._waits():
            self.complain(_("Say in one line why."))
            self._why.line.setFocus()

    def escape(self) -> None:
        """Takes a verdict back that nobody gave a reason for; else the same as being done."""
        if self._waits():
            self._verdict.show_value(self._stored["verdict"])
            self._show_why()
            self.complain("")
            self._verdict.box.setFocus()
        else:
            super().escape()

    def _end(self, event: QKeyEvent) -> None:
        super()._end(event)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shift and event.key() != Qt.Key.Key_Escape and not self.changed():
            self.acted.emit(Verb.CLAIM, self._annotation)  # another one on the same passage

    # Seen before

    def _words_to_look_for(self) -> str:
        return self.statement.toPlainText().strip() if self.isVisible() else ""

    def _is_news(self, one: Seen) -> bool:
        here = self._session.annotation(self._annotation).claims
        beside = one.claim is not None and one.claim.id in {claim.id for claim in here}
        return one.annotation != self._annotation and not beside

    def hideEvent(self, event: QHideEvent) -> None:
        self._seen.stop()  # perhaps the library is closed next
        super().hideEvent(event)

    def _take_in_seen(self) -> None:
        for link in self._seen.links:
            link.installEventFilter(self)
        for before, after in pairwise(self.stops()):
            QWidget.setTabOrder(before, after)
        self._seen_row.setVisible(bool(self._seen.links))  # its room goes with it
        self.resized.emit()

    def _join(self, seen: Seen) -> None:
        """The passage belongs to a claim that is there, or another passage to this one."""
        library, claim = self._library, self._claim()
        if claim is None:
            return
        if seen.claim is None:
            if self._saver.save(lambda: library.claims.add_passage(claim.id, seen.annotation)):
                self._seen.look()
            return
        self._stored |= self.changed()  # the claim that is there says it in its own words
        into = seen.claim.id
        if self._saver.save(lambda: claim_joining.same(library, into, claim, self._annotation)):
            self.closed.emit()

    # The claim

    def _ask(self, verb: str) -> None:
        if self.commit():
            self.acted.emit(verb, self.claim_id)

    def _remove(self) -> None:
        self._stored |= self.changed()  # what was typed goes with it
        session, id = self._session, self.claim_id
        if self._saver.save(lambda: session.remove_claim(id)):
            self.closed.emit()

    def _claim(self) -> Claim | None:
        claims = self._session.annotation(self._annotation).claims
        return next((claim for claim in claims if claim.id == self.claim_id), None)

    def load(self) -> Values:
        claim = self._claim()
        return values_of(claim) if claim else dict(self._stored)

    def refresh(self) -> None:
        super().refresh()
        claim = self._claim()
        if claim is not None:
            self._foot.show_review(claim)

    def write(self, changed: Values) -> Write:
        library, id = self._library, self.claim_id
        why = self._why.text() if "verdict" in changed else ""
        if "verdict" in changed:
            changed = {**changed, "verdict": changed["verdict"] or None}

        def write() -> None:
            if not changed.get("statement", "x").strip():
                raise InvalidValue(_("A claim needs a statement."))
            library.claims.update(id, why, **changed)

        return write
