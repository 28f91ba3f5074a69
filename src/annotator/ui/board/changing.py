"""Changing the chosen claims where they stand: menus and one-line questions at the cell."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from annotator.errors import InvalidValue
from annotator.i18n import _, ngettext
from annotator.library.claims.reviewing import said_missing
from annotator.model import claimants
from annotator.model.claims import CLAIM_KINDS, STATUSES, THE_ARTICLE
from annotator.store.board import ClaimRow
from annotator.ui.board.acts import Acts
from annotator.ui.board.ask import AskBox
from annotator.ui.board.board import Board
from annotator.ui.board.menus import Choice, choice_menu
from annotator.ui.board.state import BoardState
from annotator.ui.cards import wording
from annotator.ui.theme import Theme

SOMEBODY_NEW, IN_WORDS = "\x00new", "\x00words"
"""Entries of menus that lead on to a question."""


class Changing:
    """What the keys of the menu *Claims* open. ``window`` is where boxes float."""

    def __init__(
        self, theme: Theme, state: BoardState, acts: Acts, board: Board, window: QWidget,
        guarded: Callable[[Callable[[], object]], None],
    ) -> None:  # fmt: skip
        """``guarded`` does something, and says in the window what will not do."""
        self._theme, self._state, self._acts = theme, state, acts
        self._guarded = guarded
        self._board, self._window = board, window
        self._at: QWidget | None = None

    def ask_at(self, widget: QWidget | None) -> None:
        """Menus and boxes open at this widget from now on; None: at the current claim."""
        self._at = widget

    def _place(self, column: str) -> tuple[QWidget, QRect]:
        if self._at is not None and isValid(self._at) and self._at.isVisible():
            return self._at, self._at.rect()
        return self._board.place_of(self._state.current, column)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {
            "claims.statement": self.statement, "claims.kind": self.kind,
            "claims.claimant": self.claimant, "claims.verdict": self.verdict,
            "claims.status": self.status, "claims.assignee": self.assignee,
            "claims.ask": self.ask_for_review, "claims.send_back": self.send_back,
        }  # fmt: skip

    def edit(self, column: str) -> None:
        """What a double click on a column opens."""
        named = {
            "statement": self.statement, "kind": self.kind, "claimant": self.claimant,
            "verdict": self.verdict, "status": self.status, "assignee": self.assignee,
        }  # fmt: skip
        if column in named:
            named[column]()

    def _row(self) -> ClaimRow | None:
        return self._state.row(self._state.current)

    # Boxes and menus at the claim

    def ask(
        self, title: str, action: str, fields: Sequence[tuple[str, str]],
        take: Callable[..., bool | None], column: str = "statement",
    ) -> AskBox:  # fmt: skip
        """Ask for something at the current claim."""
        box = AskBox(self._theme, self._window, title, action, fields, take)
        anchor, rect = self._place(column)
        box.open_by(anchor, rect)
        return box

    def offer(
        self, choices: Sequence[Choice | None], now: str | None, choose: Callable[[str], object],
        column: str, tips: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Offer a menu at the current claim."""
        anchor, rect = self._place(column)
        menu = choice_menu(
            self._window, choices, now, lambda value: self._guarded(lambda: choose(value)),
            tips=tips,
        )  # fmt: skip
        menu.popup(anchor.mapToGlobal(rect.topLeft()))

    # Fields

    def statement(self) -> None:
        """Another wording."""
        row = self._row()
        if row is not None:
            self.ask(
                row.label, _("Change"), [(_("Statement"), row.statement)],
                lambda text: self._acts.update([row.id], statement=text),
            )  # fmt: skip

    def claimant(self) -> None:
        """Who said so."""
        row = self._row()
        if row is None:
            return
        box = self.ask(
            _("Said by"), _("Change"), [(_("Said by"), wording.claimant_name(row.claimant))],
            lambda name: self._acts.update(claimant=claimants.stored(name)), "claimant",
        )  # fmt: skip
        known = [wording.claimant_name(name) for name in self._state.library.claimants()]
        box.complete(list(dict.fromkeys([wording.claimant_name(THE_ARTICLE), *known])))

    def kind(self) -> None:
        """What kind of claim it is."""
        row = self._row()
        if row is not None:
            choices = [(kind, wording.kind_name(kind)) for kind in CLAIM_KINDS]
            self.offer(choices, row.kind, lambda kind: self._acts.update(kind=kind), "kind")

    def status(self) -> None:
        """How far it is."""
        row = self._row()
        if row is not None:
            choices = [(status, wording.status_name(status)) for status in STATUSES]
            self.offer(choices, row.status, self.set_status, "status")

    def step_status(self, step: int) -> None:
        """The current claim's status, one column on or back, and that of all chosen ones."""
        for row in self._state.chosen_rows()[:1]:
            at = STATUSES.index(row.status) + step
            if 0 <= at < len(STATUSES):
                self.set_status(STATUSES[at])

    def move(self, ids: Sequence[str], status: str) -> None:
        """Claims were dragged to a status."""
        self._state.choose(ids, ids[0])
        self.set_status(status)

    def set_status(self, status: str) -> None:
        """Give the chosen claims a status. What goes with it is asked for: what is missing where
        they are sent back, the outcome where they are set aside."""
        rows = self._state.chosen_rows()
        if status == "sent back" and any(row.status != status for row in rows):
            self.send_back()
        elif status == "set aside" and not all(_is_outcome(row) for row in rows):
            self._ask_outcome()
        else:
            self._acts.update(status=status)

    def _ask_outcome(self) -> None:
        names = [one.name for one in self._state.library.verdicts() if one.is_outcome]
        box = self.ask(
            _("Set {claim} aside").format(claim=self._subject()), _("Set aside"),
            [(", ".join(names), ""), (self._why(), "")],
            lambda name, why: self._set_aside(names, name, why), "status",
        )  # fmt: skip
        box.complete(names)

    def _set_aside(self, names: Sequence[str], name: str, why: str) -> bool:
        known = [one for one in names if one.casefold() == name.casefold()]
        if not known:
            raise InvalidValue(
                _(
                    "A claim is set aside with an outcome and a reason. "
                    "Choose one of these: {names}."
                ).format(names=", ".join(names))
            )
        return self._acts.update(why=why, verdict=known[0])

    def assignee(self) -> None:
        """Who works on it."""
        row = self._row()
        if row is not None:
            self.offer(
                self._people(_("Nobody")), row.assignee_id, self._assign, "assignee"
            )  # fmt: skip

    def _people(self, nobody: str) -> list[Choice | None]:
        people = self._state.library.claims.people()
        named = [(person.id, person.name or _("Somebody")) for person in people]
        return [("", nobody), None, *named, None, (SOMEBODY_NEW, _("Somebody else…"))]

    def _assign(self, id: str) -> None:
        if id == SOMEBODY_NEW:
            self._ask_name(lambda person: self._acts.update(assignee=person))
        else:
            self._acts.update(assignee=id)

    def _ask_name(self, take: Callable[[str], bool]) -> None:
        self.ask(
            _("Somebody else"), _("Choose"), [(_("Name"), "")],
            lambda name: bool(name) and take(name), "assignee",
        )  # fmt: skip

    # Verdicts

    def verdict(self) -> None:
        """What was found out."""
        row = self._row()
        if row is None:
            return
        rated: list[Choice | None] = []
        outcomes: list[Choice | None] = []
        verdicts = self._state.library.verdicts()
        for verdict in verdicts:
            (outcomes if verdict.is_outcome else rated).append((verdict.name, verdict.name))
        words: list[Choice | None] = (
            [(IN_WORDS, _("Conclusion in words…"))] if self._acts.free_words else []
        )
        choices = [("", _("To check")), None, *rated, *words, None, *outcomes]
        now = row.verdict.name if row.verdict else ""
        tips = {verdict.name: verdict.definition for verdict in verdicts}
        self.offer(choices, now, self._judge, "verdict", tips)

    def _judge(self, name: str) -> None:
        row = self._row()
        if row is None:
            return
        if name == IN_WORDS:
            now = row.verdict.name if row.verdict else ""
            self.ask(
                self._subject(), _("Conclude"), [(_("Conclusion"), now), (self._why(), "")],
                lambda words, why: bool(words) and self._acts.update(why=why, verdict=words),
                "verdict",
            )  # fmt: skip
            return
        before = row.verdict.name if row.verdict else _("To check")
        title = f"{self._subject()}: {before} → {name or _('To check')}"
        self.ask(
            title, _("Change verdict") if row.verdict else _("Give verdict"), [(self._why(), "")],
            lambda why: self._acts.update(why=why, verdict=name or None), "verdict",
        )  # fmt: skip

    def _why(self) -> str:
        return _("Why, in one line")

    def _subject(self) -> str:
        rows = self._state.chosen_rows()
        if len(rows) == 1:
            return rows[0].label
        return ngettext("{n} claim", "{n} claims", len(rows)).format(n=len(rows))

    # Review

    def ask_for_review(self) -> None:
        """Have somebody look at it."""
        row = self._row()
        if row is not None:
            self.offer(
                self._people(_("Anybody")), row.reviewer_id,
                lambda id: self._ask_reviewer(row.id, id), "assignee",
            )  # fmt: skip

    def _ask_reviewer(self, claim: str, id: str) -> None:
        if id == SOMEBODY_NEW:
            self._ask_name(lambda person: self._acts.ask_for_review(claim, person))
        else:
            self._acts.ask_for_review(claim, id)

    def send_back(self) -> None:
        """Say what is missing in the chosen claims."""
        if self._row() is not None:
            self.ask(
                _("Send {claim} back").format(claim=self._subject()), _("Send back"),
                [(_("What is missing"), "")], self._send_back, "status",
            )  # fmt: skip

    def _send_back(self, comment: str) -> bool:
        ids = self._acts.ids()
        if len(ids) == 1:
            return self._acts.send_back(ids[0], comment)
        return self._acts.update(why=said_missing(comment), status="sent back")


def _is_outcome(row: ClaimRow) -> bool:
    return row.verdict is not None and row.verdict.is_outcome
