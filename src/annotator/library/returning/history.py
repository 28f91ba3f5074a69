"""What marks were here when a copy may have been made: none of their states since then is news."""

from collections.abc import Iterable, Sequence
from typing import Any

from annotator.i18n import _
from annotator.library.returning.pairing import Pair
from annotator.model import Annotation
from annotator.store import Store, past


def command() -> str:
    """What taking changes in is called in the undo list."""
    return _("changes of a copy")


class Since:
    """The states of rows from a moment on: the last one of which it is certain, by what stands in
    the copy, that this cannot have been made before."""

    def __init__(
        self, store: Store, annotations: Sequence[Annotation], pairs: Iterable[Pair], marked: str
    ) -> None:
        """``marked``: when the newest of the copy's marks was changed, as far as it says."""
        self.store = store
        ids = [one.id for one in annotations]
        self._writes = past.writes(store.connection, "annotations", ids)
        seen = [self._seen(pair) for pair in pairs if pair.ours]
        if seen and marked:
            seen.append(self._written(marked))
        self.moment = max(seen, default=0)

    def _written(self, modified: str) -> int:
        """When a change of that time was written here first; 0 where none was."""
        times = [hlc for one in self._writes.values() for hlc, time in one if time == modified]
        return min(times, default=0)

    def _seen(self, pair: Pair) -> int:
        """When, at the earliest, the copy's state of a mark was here. What came with the file, or
        from a copy, says nothing."""
        if pair.ours is None or pair.ours.origin:
            return 0
        writes = self._writes[pair.id]
        known = (hlc for hlc, modified in writes if modified == pair.mark.modified)
        return max(writes[0][0], next(known, 0))

    def of(self, table: str, id: str, field: str) -> list[Any]:
        """What a field was from then on, the present value last. What was taken in from a copy and
        put back again is none of it."""
        states = past.states(self.store.connection, table, id)
        earlier = sum(one.since <= self.moment for one in states)
        return [
            one.fields[field]
            for one in states[max(0, earlier - 1) :]
            if not (one.undone and one.command == command())
        ]

    def had(self, annotation: Annotation) -> bool:
        """Whether the annotation was here at that moment."""
        return self._writes[annotation.id][0][0] <= self.moment
