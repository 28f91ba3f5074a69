"""What is done to the chosen claims. Each act is one write, one step of undo."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotator.errors import InvalidValue
from annotator.model.claims import NO_SCALE
from annotator.ui.board.state import BoardState

if TYPE_CHECKING:
    from annotator.library.claims.claims import Claims


class Acts:
    """Writes for the board. Where the library cannot be written the window says so; what is not
    acceptable goes to whoever asked, as ``InvalidValue``."""

    def __init__(self, state: BoardState) -> None:
        self._state = state

    @property
    def _claims(self) -> "Claims":
        return self._state.library.claims

    def ids(self) -> list[str]:
        """The claims that are meant."""
        return [row.id for row in self._state.chosen_rows()]

    def update(self, ids: Sequence[str] | None = None, why: str = "", **fields: object) -> bool:
        """Change fields of claims, the chosen ones unless told."""
        meant = self.ids() if ids is None else list(ids)
        return bool(meant) and self._do(lambda: self._claims.update(meant, why, **fields))

    def ask_for_review(self, id: str, reviewer: str) -> bool:
        """Ask somebody, or anybody, to look at a claim."""
        return self._do(lambda: self._claims.ask_for_review(id, reviewer))

    def approve(self) -> bool:
        """The current claim is right as it stands."""
        return self._do(lambda: self._claims.approve(self._state.current))

    def send_back(self, id: str, comment: str) -> bool:
        """It needs more work, and why."""
        return self._do(lambda: self._claims.send_back(id, comment))

    def merge(self, into: str, others: Sequence[str]) -> bool:
        """They are one claim."""
        return self._do(lambda: self._claims.merge(into, *others))

    def split(self, id: str, annotation: str) -> bool:
        """A passage says something else; the claim made of it is the one looked at next."""
        made: list[str] = []
        done = self._do(lambda: made.append(self._claims.split(id, [annotation]).id))
        for claim in made:
            self._state.show(claim)
        return done

    def split_attribution(self) -> bool:
        """Whether somebody said so, and whether it is so, are two questions."""
        return self._do(lambda: self._claims.split_attribution(self._state.current))

    def remove(self) -> bool:
        """Put the chosen claims into the trash."""
        ids = self.ids()
        return bool(ids) and self._do(lambda: self._claims.remove(*ids))

    def _do(self, write: Callable[[], object]) -> bool:
        wrong: list[InvalidValue] = []

        def checked() -> None:
            try:
                write()
            except InvalidValue as error:
                wrong.append(error)

        done = self._state.attempt(checked)
        if wrong:
            raise wrong[0]
        return done

    @property
    def free_words(self) -> bool:
        """Whether the library's verdicts are conclusions in words."""
        return self._state.library.scales.current.name == NO_SCALE
