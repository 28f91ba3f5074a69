"""Where the marks of an open article stand: order, numbers, and what is visible, each at a cost
that does not grow with the number of marks."""

import math
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from annotator.model import Anchor, Annotation, Quad
from annotator.model.making import maker

CHUNK = 2_000
"""Code points of text per bucket of the index of visible marks."""

Key = tuple[int, int, int, float, int, str, str]
"""Group, offset, page, height on it, end, time, id."""
_WHOLE, _PLACED, _LOST = 0, 1, 2
_BELOW = math.inf
_NOWHERE: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Mark:
    """What the page shows of an annotation. ``verdict_tone`` is None without claims, ``"none"``
    when one of its claims awaits its verdict, else the worst verdict's tone."""

    id: str
    start: int
    end: int
    colour: str
    style: str
    verdict_tone: str | None
    private: bool


_mark = maker(Mark)


def mark_of(annotation: Annotation, anchor: Anchor) -> Mark | None:
    """The mark of a placed annotation, None where there is nothing to show on the page."""
    if anchor.start is None or anchor.end is None or annotation.kind != "highlight":
        return None
    return _mark(
        annotation.id, anchor.start, anchor.end, annotation.colour, annotation.style,
        _tone(annotation), annotation.private,
    )  # fmt: skip


def _tone(annotation: Annotation) -> str | None:
    if not annotation.claims:
        return None
    tones = {claim.verdict.tone if claim.verdict else "none" for claim in annotation.claims}
    return next(tone for tone in ("none", "bad", "middling", "good") if tone in tones)


class MarkIndex:
    """Marks in document order: page notes first, then by position, lost ones last. Areas stand at
    the offset that is given for them, before what begins there, the upper ones first."""

    def __init__(self) -> None:
        self._order: list[Key] = []
        self._ids: list[str] = []
        self._numbered: list[Key] = []
        self._keys: dict[str, Key] = {}
        self._marks: dict[str, Mark] = {}
        self._chunks: dict[int, list[str]] = defaultdict(list)
        self._areas: dict[int, list[str]] = defaultdict(list)

    def put(self, annotation: Annotation, anchor: Anchor, at: int | None = None) -> Mark | None:
        """Add an annotation or bring it up to date; the mark it had before. ``at`` is the place of
        an area."""
        before = self.remove(annotation.id)
        key = _key(annotation, anchor, at)
        self._keys[annotation.id] = key
        at = bisect_left(self._order, key)
        self._order.insert(at, key)
        self._ids.insert(at, annotation.id)
        if not annotation.private and annotation.kind != "page":
            insort(self._numbered, key)
        self._show(annotation, anchor)
        return before

    def fill(
        self, placed: Iterable[tuple[Annotation, Anchor]], areas: Mapping[str, int] = _NOWHERE
    ) -> None:
        """Take in all annotations of an article at once; the index must be empty. ``areas`` are
        the places of these, by id."""
        uncounted: set[str] = set()
        for annotation, anchor in placed:
            self._keys[annotation.id] = _key(annotation, anchor, areas.get(annotation.id))
            if annotation.private or annotation.kind == "page":
                uncounted.add(annotation.id)
            self._show(annotation, anchor)
        self._order = sorted(self._keys.values())
        self._ids = [key[-1] for key in self._order]
        self._numbered = [key for key in self._order if key[-1] not in uncounted]

    def _show(self, annotation: Annotation, anchor: Anchor) -> None:
        mark = mark_of(annotation, anchor)
        if mark:
            self._marks[annotation.id] = mark
            for chunk in _chunks(mark):
                self._chunks[chunk].append(annotation.id)
        elif annotation.kind == "area":
            self._areas[self._keys[annotation.id][2]].append(annotation.id)

    def remove(self, id: str) -> Mark | None:
        """Take an annotation out, if it is there; the mark it had on the page."""
        key = self._keys.pop(id, None)
        if key is None:
            return None
        at = bisect_left(self._order, key)
        del self._order[at], self._ids[at]
        at = bisect_left(self._numbered, key)
        if at < len(self._numbered) and self._numbered[at] == key:
            del self._numbered[at]
        mark = self._marks.pop(id, None)
        if mark:
            for chunk in _chunks(mark):
                self._chunks[chunk].remove(id)
        elif id in self._areas.get(key[2], ()):
            self._areas[key[2]].remove(id)
        return mark

    def ids(self) -> list[str]:
        """All annotations in document order."""
        return self._ids.copy()

    def index(self, id: str) -> int:
        """The annotation's place in document order, from 0."""
        return bisect_left(self._order, self._keys[id])

    def place(self, id: str) -> int | None:
        """The offset at which the annotation stands; None for page notes and what has no place."""
        group, offset = self._keys[id][:2]
        return offset if group == _PLACED else None

    def areas(self, page: int) -> list[str]:
        """The areas on a page (from 1), the upper ones first."""
        return sorted(self._areas.get(page, ()), key=self._keys.__getitem__)

    def number(self, id: str) -> int | None:
        """The annotation's number from 1; None for private ones and page notes."""
        key = self._keys[id]
        at = bisect_left(self._numbered, key)
        found = at < len(self._numbered) and self._numbered[at] == key
        return at + 1 if found else None

    def between(self, start: int, end: int) -> list[Mark]:
        """The marks that touch ``[start, end)``, in document order."""
        chunks = range(start // CHUNK, max(start, end - 1) // CHUNK + 1)
        ids = {id for chunk in chunks for id in self._chunks.get(chunk, ())}
        marks = (self._marks[id] for id in ids)
        touching = [mark for mark in marks if mark.start < end and mark.end > start]
        return sorted(touching, key=lambda mark: self._keys[mark.id])

    def at(self, offset: int) -> list[str]:
        """The annotations whose mark covers the code point at ``offset``, shortest first."""
        marks = self.between(offset, offset + 1)
        return [m.id for m in sorted(marks, key=lambda m: (m.end - m.start, self._keys[m.id]))]

    def marks(self) -> Iterator[Mark]:
        """Every mark on the page, in document order."""
        return (self._marks[id] for id in self._ids if id in self._marks)


def _key(annotation: Annotation, anchor: Anchor, at: int | None) -> Key:
    created, id = annotation.created, annotation.id
    if annotation.kind == "page":
        return (_WHOLE, 0, 0, 0.0, 0, created, id)
    target = annotation.target
    page = target.page if target else 0
    if at is not None:
        height = _height(target.quads[0]) if target and target.quads else 0.0
        return (_PLACED, at, page, height, at, created, id)
    if anchor.start is None or anchor.end is None:
        was = target.selectors.start if target else 0
        return (_LOST, was, page, _BELOW, 0, created, id)
    return (_PLACED, anchor.start, page, _BELOW, anchor.end, created, id)


def _height(quad: Quad) -> float:
    """How far down the page a quad begins: its upper left corner along its own left side, so that
    pages which lie turned need not be asked."""
    down = (quad[4] - quad[0], quad[5] - quad[1])
    length = math.hypot(*down) or 1.0
    return (quad[0] * down[0] + quad[1] * down[1]) / length


def _chunks(mark: Mark) -> Iterable[int]:
    first, last = mark.start // CHUNK, (mark.end - 1) // CHUNK
    return (first,) if last <= first else range(first, last + 1)
