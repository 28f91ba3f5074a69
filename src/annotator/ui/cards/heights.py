"""Where each of thousands of cards stands, without asking any of them."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

Find = Callable[[str], int | None]


class Heights:
    """Heights of items in order, estimated until they are measured; px throughout.

    A measured height is kept by id, so it outlives inserts, removals and another order. One insert
    among 10,000 costs a copy of the list and its sums, all of it in C.
    """

    def __init__(self, gap: int = 0) -> None:
        self.gap = gap
        self.ids: list[str] = []
        self._known: dict[str, int] = {}
        self._heights: list[int] = []  # with the gap
        self._tops: list[int] = [0]
        self._find: Find | None = None
        self._places: dict[str, int] = {}

    def set_ids(
        self, ids: list[str], estimate: Callable[[str], int], find: Find | None = None
    ) -> None:
        """The items from now on; ``estimate`` is asked for those not seen before only. ``find``
        tells an item's place where somebody knows it without a search."""
        same = _common(self.ids, ids)
        tail = _common(self.ids[same:][::-1], ids[same:][::-1])
        middle = [self._height(id, estimate) for id in ids[same : len(ids) - tail]]
        end = self._heights[len(self._heights) - tail :] if tail else []
        self._heights = self._heights[:same] + middle + end
        self.ids, self._find, self._places = ids, find, {}
        self.add_up()

    def _height(self, id: str, estimate: Callable[[str], int]) -> int:
        if id not in self._known:
            self._known[id] = estimate(id)
        return self._known[id] + self.gap

    def forget(self, ids: Iterable[str] | None = None) -> None:
        """Drop what is known of some items, or (None) of all; they are estimated at the next
        ``set_ids``."""
        if ids is None:
            self._known.clear()
            self.ids, self._heights = [], []
            return
        gone = {id for id in ids if self._known.pop(id, None) is not None}
        if gone:
            kept = [at for at, id in enumerate(self.ids) if id not in gone]
            self._heights = [self._heights[at] for at in kept]
            self.ids = [self.ids[at] for at in kept]

    def measured(self, id: str, height: int) -> bool:
        """Take in a real height; True when it differs from what was thought. Call ``add_up`` after
        the last one."""
        if self._known.get(id) == height:
            return False
        self._known[id] = height
        index = self.index(id)
        if index is not None:
            self._heights[index] = height + self.gap
        return True

    def add_up(self) -> None:
        """Make the tops right after ``measured`` said so."""
        self._tops = list(accumulate(self._heights, initial=0))

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def total(self) -> int:
        """The height of all items and the gaps between them."""
        return max(0, self._tops[-1] - self.gap)

    def index(self, id: str) -> int | None:
        """An item's place, None when it is not shown."""
        if self._find is not None:
            return self._find(id)
        if len(self._places) != len(self.ids):
            self._places = {known: at for at, known in enumerate(self.ids)}
        return self._places.get(id)

    def top(self, index: int) -> int:
        """Where an item begins."""
        return self._tops[index]

    def height(self, index: int) -> int:
        """How high an item is thought to be."""
        return self._heights[index] - self.gap

    def at(self, y: float) -> int:
        """The item at ``y``, its gap below included; the first or last one beyond the ends."""
        if not self.ids:
            return 0
        return min(len(self.ids) - 1, max(0, bisect_right(self._tops, y) - 1))


def _common(one: list[str], other: list[str]) -> int:
    """How many items both begin with; by halving, for lists are compared fast and items slowly."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
