"""Claims that are the same, claims that are several: merging and splitting, asked for in place."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library.claims.filtering import ClaimFilter
from annotator.store.board import ClaimRow
from annotator.ui.board.acts import Acts
from annotator.ui.board.changing import Changing
from annotator.ui.board.state import BoardState
from annotator.ui.cards.claim_face import ANOTHER

OFFERED = 12


class Joining:
    """The part of the menu *Claims* that is about what one claim is."""

    def __init__(self, state: BoardState, acts: Acts, changing: Changing) -> None:
        self._state, self._acts, self._changing = state, acts, changing

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {
            "claims.merge": self.merge, "claims.same": self.same, "claims.split": self.split,
            "claims.split_attribution": self._acts.split_attribution,
        }  # fmt: skip

    def merge(self) -> None:
        """The chosen claims become one, the one with the lowest number; of one alone is asked
        which it is the same as."""
        rows = sorted(self._state.chosen_rows(), key=lambda row: row.number)
        if len(rows) < 2:
            self.same()
            return
        self._offer_merging(rows)

    def _offer_merging(self, rows: list[ClaimRow]) -> None:
        self._changing.offer(
            [("merge", _merging(rows))], None,
            lambda _value: self._acts.merge(rows[0].id, [row.id for row in rows[1:]]), "statement",
        )  # fmt: skip

    def same(self) -> None:
        """The current claim is the same as another, which is named or looked for."""
        row = self._state.row(self._state.current)
        if row is None:
            return
        box = self._changing.ask(
            _("{claim} is the same claim as…").format(claim=row.label), _("Merge"),
            [(_("Its number, or words of it"), "")], lambda text: self._merge_with(row, text),
        )  # fmt: skip
        box.complete([f"{other.label}  {other.statement}" for other in self._others(row, "")])

    def _others(self, row: ClaimRow, text: str) -> list[ClaimRow]:
        rows = self._state.library.claims.rows(ClaimFilter(text=text))
        return [other for other in rows if other.id != row.id]

    def _merge_with(self, row: ClaimRow, text: str) -> bool:
        label = text.split("  ")[0]
        others = self._others(row, "")
        named = [other for other in others if other.label.casefold() == label.casefold()]
        found = named or (self._others(row, text) if text else [])
        if len(found) == 1 and len(_verdicts([found[0], row])) < 2:
            return self._acts.merge(found[0].id, [row.id])
        if len(found) == 1:
            self._when_closed(lambda: self._offer_merging([found[0], row]))
        elif found:
            self._when_closed(lambda: self._offer(row, found[:OFFERED]))
        return bool(found)

    def _when_closed(self, offer: Callable[[], object]) -> None:
        """Offer more when the box that asked has gone, and the focus is back."""
        QTimer.singleShot(0, self._state, offer)

    def _offer(self, row: ClaimRow, found: list[ClaimRow]) -> None:
        choices = [(other.id, f"{other.label}  {_short(other.statement)}") for other in found]
        self._changing.offer(choices, None, lambda id: self._acts.merge(id, [row.id]), "statement")

    def split(self) -> None:
        """A passage says something else: it gets a claim of its own."""
        id = self._state.current
        row = self._state.row(id)
        if row is None:
            return
        passages = self._state.library.claims.passages(id)
        choices = [
            (passage.annotation, f"{_short(passage.quote)} · {_short(passage.title, 30)}")
            for passage in passages
        ]
        if len(choices) < 2:
            raise InvalidValue(_stands_once(row.label))
        self._changing.offer(choices, None, lambda mark: self._acts.split(id, mark), "statement")


def _verdicts(rows: Iterable[ClaimRow]) -> list[str]:
    """The verdicts that were given to these, each once, the one that stays first."""
    return list(dict.fromkeys(row.verdict.name for row in rows if row.verdict is not None))


def _merging(rows: list[ClaimRow]) -> str:
    """What merging does, in a line: into the first; and which verdict stays."""
    one, others = rows[0].label, ", ".join(row.label for row in rows[1:])
    given = _verdicts(rows)
    words = _("Merge {others} into {one}")
    if len(given) > 1:
        words = _("Merge {others} into {one}, with the verdict “{verdict}”")
    return words.format(others=others, one=one, verdict=given[0] if given else "")


def _stands_once(label: str) -> str:
    key = QKeySequence(ANOTHER).toString(QKeySequence.SequenceFormat.NativeText)
    return _(
        "{claim} stands in one passage only, which cannot be split off. For another claim of the "
        "same passage go there with Enter and press {key} in the claim on its card."
    ).format(claim=label, key=key)


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
