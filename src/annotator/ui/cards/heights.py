"""Where each of thousands of cards stands, without asking any of them."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate


class Heights:
    """Heights of items in order, estimated until they are measured; px throughout.

    A measured height is kept by id, so it outlives inserts, removals and another order.
    """

    def __init__(self, gap: int = 0) -> None:
        self.gap = gap
        self.ids: list[str] = []
        self._known: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self._tops: list[int] = [0]

    def set_ids(self, ids: list[str], estimate: Callable[[str], int]) -> None:
        """The items from now on; ``estimate`` is asked for those not seen before only."""
        self.ids = ids
        self._places = {}
        known = self._known
        for id in ids:
            if id not in known:
                known[id] = estimate(id)
        self._add_up()

    def forget(self, ids: Iterable[str] | None = None) -> None:
        """Drop what is known of some items, or (None) of all."""
        if ids is None:
            self._known.clear()
            return
        for id in ids:
            self._known.pop(id, None)

    def measured(self, id: str, height: int) -> bool:
        """Take in a real height; True when it differs from what was thought."""
        if self._known.get(id) == height:
            return False
        self._known[id] = height
        return True

    def add_up(self) -> None:
        """Make the tops right after ``measured`` said so."""
        self._add_up()

    def _add_up(self) -> None:
        known, gap = self._known, self.gap
        self._tops = list(accumulate((known[id] + gap for id in self.ids), initial=0))

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def total(self) -> int:
        """The height of all items and the gaps between them."""
        return max(0, self._tops[-1] - self.gap)

    def index(self, id: str) -> int | None:
        """An item's place, None when it is not shown."""
        if len(self._places) != len(self.ids):
            self._places = {known: at for at, known in enumerate(self.ids)}
        return self._places.get(id)

    def top(self, index: int) -> int:
        """Where an item begins."""
        return self._tops[index]

    def height(self, index: int) -> int:
        """How high an item is thought to be."""
        return self._known[self.ids[index]]

    def at(self, y: float) -> int:
        """The item at ``y``, its gap below included; the first or last one beyond the ends."""
        if not self.ids:
            return 0
        return min(len(self.ids) - 1, max(0, bisect_right(self._tops, y) - 1))
