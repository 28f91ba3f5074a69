"""What a copy says of a mark, told apart from what was written around the note: its number, tags,
claims, sources."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.i18n import _
from annotator.library.returning.composed import composed
from annotator.model import AnchorState, Annotation

_NUMBER = re.compile(r"(?:^|(?<=\s))(\d{1,6}) ·(?:\s|$)")
_ALIKE = 0.4
"""Two notes more alike than this are one note, edited."""


@dataclass(frozen=True, slots=True)
class Told:
    """Another note. ``base`` is what it was made from, as far as one can tell."""

    note: str
    base: str


class Notes:
    """Reads what a copy says of one mark.

    ``past`` are the notes that the mark may have had when the copy was made, the present one last;
    ``earlier`` gets what else the copy may have of it from us. ``numbered``: such copies have
    numbers before what is said; ``number`` is the present one.
    """

    def __init__(
        self, annotation: Annotation, past: Sequence[str], earlier: Callable[[], Iterator[str]],
        numbered: bool = False, number: int | None = None,
    ) -> None:  # fmt: skip
        self._past = list(dict.fromkeys(reversed(past)))
        self._earlier, self._numbered, self._number = earlier, numbered, number
        self._heads = {_("About the whole article"), f"“{_flat(annotation.quote)}”", *_fates()}
        self._known = self._heads | set(_flat_lines(composed(annotation)))
        self._standing: set[str] = set()
        self._asked = False

    def told(self, contents: str) -> Told | None:
        """What somebody else made of the note; None where nothing in ``contents`` is new."""
        self._standing = set(_flat_lines([contents]))
        lines = self._without_head(contents.split("\n"))
        bare = self._without_number(lines)
        told = self._read(bare)
        if told is None or bare is lines:
            return told
        # Not all copies have numbers: this may be the note's own.
        as_it_is = self._read(lines)
        own = _NUMBER.match(_plain(as_it_is.base)) if as_it_is else None
        doubted = own and lines[0].startswith(own[0]) and not bare[0].startswith(own[0])
        return as_it_is if as_it_is is None or doubted else told

    def _without_number(self, lines: list[str]) -> list[str]:
        """Without the number that we wrote, wherever it stands by now."""
        found = [(at, one) for at, line in enumerate(lines) for one in _NUMBER.finditer(line)]
        ours = (
            next((each for each in found if self._begins(lines[each[0]][each[1].end() :])), None)
            or next(
                (each for each in found if self._numbered and each[0] == each[1].start() == 0), None
            )
            or next((each for each in found if int(each[1][1]) == self._number), None)
        )
        if ours is None:
            return lines
        at, number = ours
        line = lines[at][: number.start()] + lines[at][number.end() :]
        return [*lines[:at], line, *lines[at + 1 :]]

    def _begins(self, text: str) -> bool:
        """Whether it begins as what we write after a number does."""
        starts = {_flat(_plain(note).split("\n")[0]) for note in self._past} | self._known
        return any(_flat(text).startswith(start) for start in starts if start)

    def _without_head(self, lines: list[str]) -> list[str]:
        """Without what stands over what has no passage to hang on."""
        while lines and _flat(lines[0]) in self._heads:
            lines = lines[1:]
        return lines

    def _read(self, lines: list[str]) -> Told | None:
        for note in sorted(self._past, key=len, reverse=True):
            rest = _after(lines, _plain(note))
            if rest is not None and (note.strip() or not self._words(rest)):
                return self._added(note, rest)
        return self._rewritten(lines)

    def _added(self, note: str, rest: list[str]) -> Told | None:
        added = self._words(rest)
        return Told(_joined(note, added), note) if added else None

    def _rewritten(self, lines: list[str]) -> Told | None:
        words = "\n".join(self._words(lines))
        return Told(words, self._most_like(words))

    def _words(self, lines: list[str]) -> list[str]:
        """What in the lines is not ours, blank ones at the ends left out."""
        kept = (self._rest(line) for line in lines)
        words = "\n".join(line for line in kept if line is not None).strip()
        return words.split("\n") if words else []

    def _rest(self, line: str) -> str | None:
        """What somebody else wrote in a line; None where all of it is ours."""
        flat = _flat(line)
        if flat and not self._is_known(flat):
            return self._without_ours(line)
        return None if flat else line

    def _is_known(self, flat: str) -> bool:
        if flat not in self._known and not self._asked:
            self._asked = True
            self._known |= set(_flat_lines(self._earlier()))
        return flat in self._known

    def _without_ours(self, line: str) -> str:
        """Without a line of ours that somebody wrote on before or after. Those that still stand
        by themselves were not written on."""
        flat = _flat(line)
        for ours in sorted(self._known - self._standing, key=len, reverse=True):
            if ours and flat.startswith(f"{ours} "):
                return flat[len(ours) :].strip()
            if ours and flat.endswith(f" {ours}"):
                return flat[: -len(ours)].strip()
        return line

    def _most_like(self, words: str) -> str:
        from annotator.anchoring.context import similarity

        near = max(self._past, key=lambda note: similarity(_plain(note), words))
        if similarity(_plain(near), words) >= _ALIKE:
            return near
        return "" if "" in self._past else self._past[0]


def _flat_lines(texts: Iterable[str]) -> Iterator[str]:
    return (_flat(line) for text in texts for line in text.split("\n"))


def _fates() -> Iterator[str]:
    from annotator.exporting import wording

    return (said for state in AnchorState if (said := wording.became(state)))


def _after(lines: Sequence[str], note: str) -> list[str] | None:
    """The lines that follow a note; None where they do not begin with it."""
    wanted, read = _flat(note), ""
    for at in range(len(lines) + 1):
        if read == wanted:
            return list(lines[at:])
        if at == len(lines) or not wanted.startswith(read):
            return None
        read = _flat(f"{read} {lines[at]}")
    return None


def _joined(note: str, added: Sequence[str]) -> str:
    return "\n\n".join(filter(None, (note.rstrip(), "\n".join(added))))


def _plain(note: str) -> str:
    from annotator.exporting.pdf.note_text import plain_text

    return plain_text(note)


def _flat(text: str) -> str:
    return " ".join(text.split())
