"""What hangs on a page already: which of it is a mark of ours, and what of that has changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, PdfObject

from annotator.exporting.original.marks import PdfMark, is_name_of
from annotator.model.nearest import nearest
from annotator.pdf.embedded import RESOLVED, STATE_MODEL
from annotator.pdf.space import Box, common_part

_LINES = ("/Highlight", "/Underline", "/StrikeOut", "/Squiggly")
_COLOURED = (*_LINES, "/Square")
"""Those whose colour is all there is to how they look."""
_MARKS = (*_LINES, "/Square", "/Circle", "/Text", "/FreeText", "/Ink", "/Stamp", "/Caret")
_LEAST = 12.0
"""Points: the area that is made of what is smaller."""
_SAME_PLACE = 0.5
"""Share of two boxes' common ground in all of theirs from which they are one place."""


@dataclass(slots=True)
class Entry:
    """An annotation of the file. ``reference`` is None where it stands in the page itself."""

    at: int
    reference: IndirectObject | None
    found: DictionaryObject

    def text(self, key: str) -> str:
        """A text of it, "" where it has none."""
        value = self.found.get(key)
        value = value.get_object() if value is not None else None
        return value if isinstance(value, str) else ""

    def numbers(self, key: str) -> list[float]:
        """Numbers of it, none where they are not all numbers."""
        value = self.found.get(key)
        value = value.get_object() if value is not None else None
        found = [one.get_object() for one in value] if isinstance(value, ArrayObject) else []
        return [float(n) for n in found] if all(isinstance(n, int | float) for n in found) else []

    @property
    def subtype(self) -> str:
        """What kind of annotation it is."""
        return str(self.found.get("/Subtype", ""))

    @property
    def is_answer(self) -> bool:
        """Whether it is part of another's thread. Other kinds than notes that refer to one are
        parts of a group."""
        found = self.found
        return "/IRT" in found and self.subtype == "/Text" and found.get("/RT") != "/Group"

    @property
    def box(self) -> Box | None:
        """Around its lines, or its rectangle, which is not as small as it may be."""
        points = self.numbers("/QuadPoints") or self.numbers("/Rect")
        if len(points) < 4:
            return None
        left, right = _wide(points[::2])
        low, high = _wide(points[1::2])
        return left, low, right, high


class Present:
    """The annotations of one page. ``references`` is its /Annots as it stands, whatever was wrong
    with it left out."""

    def __init__(self, annots: PdfObject | None) -> None:
        annots = annots.get_object() if annots is not None else None
        if isinstance(annots, DictionaryObject):
            annots = ArrayObject([annots.indirect_reference or annots])
        whole = annots if isinstance(annots, ArrayObject) else ArrayObject()
        self.references: list[PdfObject] = list(whole)
        whatever = list(self._read())
        self._entries = [one for one in whatever if one.subtype in _MARKS]
        self._windows = [one for one in whatever if one.subtype == "/Popup"]
        self._taken: set[int] = set()

    def _read(self) -> Iterator[Entry]:
        for at, one in enumerate(self.references):
            reference = one if isinstance(one, IndirectObject) else None
            found = one.get_object() if one is not None else NullObject()
            if isinstance(found, DictionaryObject):
                yield Entry(at, reference, found)

    def find(self, mark: PdfMark, article: str) -> Entry | None:
        """The annotation that is this mark of this article, each of them once."""
        free = [one for one in self._entries if one.at not in self._taken]
        free = [one for one in free if not one.is_answer]
        found = next((one for one in free if _is_named(one, mark, article)), None)
        if (
            mark.removed
        ):  # one with a name is known by that alone: better it stays than another goes
            free = [one for one in free if not one.text("/NM")]
        if found is None and mark.in_file and mark.quads:
            near = [(common_part(one.box, mark.box), one.at, one) for one in free if one.box]
            best = max(near, default=None)
            found = best[2] if best and best[0] >= _SAME_PLACE else _said_alike(free, mark)
        if found is not None:
            self._taken.add(found.at)
        return found

    def replies(self, to: Entry) -> list[Entry]:
        """What was answered to an annotation, and to those answers."""
        if to.reference is None:
            return []
        places = self._all_on({to.at}) - {to.at}
        return [one for one in self._entries if one.at in places and one.is_answer]

    def with_all(self, entry: Entry) -> set[int]:
        """The places of an annotation, its window and all answers to it, and to them."""
        return self._all_on({entry.at})

    def _all_on(self, places: set[int]) -> set[int]:
        found = set(places)
        while more := {at for at in self._hanging(found) if at not in found}:
            found |= more
        return found

    def _hanging(self, on: set[int]) -> Iterator[int]:
        parents = [self.references[at] for at in on]
        for one in self._entries + self._windows:
            key = "/IRT" if one.is_answer else "/Parent" if one.subtype == "/Popup" else ""
            if key in one.found and one.found.raw_get(key) in parents:
                yield one.at


def is_resolved(thread: Iterable[Entry]) -> bool:
    """Whether the last state that these answers give to what they answer is that it is done."""
    states = [one for one in thread if one.text("/StateModel") == STATE_MODEL]
    last = max(states, key=lambda one: (one.text("/M"), one.at), default=None)
    return last is not None and last.text("/State") == RESOLVED


def _is_named(entry: Entry, mark: PdfMark, article: str) -> bool:
    name = entry.text("/NM")
    return bool(name) and is_name_of(mark.id, name, article)


def _said_alike(entries: Iterable[Entry], mark: PdfMark) -> Entry | None:
    """A note that came in as a mark on the words it hangs at, and so has another place."""
    said = _flat(mark.plain or "")
    return next((one for one in entries if said and _flat(one.text("/Contents")) == said), None)


def _wide(numbers: Sequence[float]) -> tuple[float, float]:
    low, high = min(numbers), max(numbers)
    more = max(0.0, _LEAST - (high - low)) / 2
    return low - more, high + more


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different in the file from what the mark is now."""

    contents: bool
    colour: bool
    place: bool

    @property
    def any(self) -> bool:
        """Whether there is something to write."""
        return self.contents or self.colour or self.place


def difference(entry: Entry, mark: PdfMark) -> Difference:
    """What of the mark was changed since it was written into the file."""
    is_line, box = entry.subtype in _LINES, entry.box
    is_coloured = entry.subtype in _COLOURED
    return Difference(
        contents=not _says(entry, mark),
        colour=is_coloured and nearest(entry.numbers("/C")) != mark.colour,
        place=bool(is_line and mark.quads and box and common_part(box, mark.box) < _SAME_PLACE),
    )


def _says(entry: Entry, mark: PdfMark) -> bool:
    """Whether the file says of the mark what is said of it now."""
    said = {_flat(mark.contents)} | ({_flat(mark.plain)} if mark.plain is not None else set())
    there = _flat(entry.text("/Contents"))
    if there in said:
        return True
    # Of words struck out, the mark says that they are.
    return entry.subtype == "/StrikeOut" and any(one.endswith(there) for one in said)


def _flat(text: str) -> str:
    return " ".join(text.split())
