"""What a copy says of a mark, told apart from what was written around the note: its number, tags,
claims, sources."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.i18n import _
from annotator.model import AnchorState, Annotation

_NUMBER = re.compile(r"\d{1,6} · ")
_CLAIM = re.compile(r"C\d+ · ")
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
    ``more`` gets lines that the copy may have from us besides.
    """

    def __init__(
        self, annotation: Annotation, past: Sequence[str], more: Callable[[], Iterator[str]]
    ) -> None:
        self._annotation, self._past = annotation, list(dict.fromkeys(reversed(past)))
        self._more = more
        self._known = set(_known(annotation))
        self._asked = False

    def told(self, contents: str) -> Told | None:
        """What somebody else made of the note; None where nothing in ``contents`` is new."""
        lines = self._without_head(contents.split("\n"))
        number = _NUMBER.match(lines[0]) if lines else None
        if number is None:
            return self._read(lines)
        told = self._read([lines[0][number.end() :], *lines[1:]])
        # Copies that were set from a text have no numbers: this may be the note's own.
        return told if told and self._read(lines) else None

    def _without_head(self, lines: list[str]) -> list[str]:
        """Without what stands over what has no passage to hang on."""
        heads = {_("About the whole article"), f"“{_flat(self._annotation.quote)}”", *_fates()}
        while lines and _flat(lines[0]) in heads:
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
        end = next((at for at, line in enumerate(lines) if _opens(line)), len(lines))
        words = "\n".join([*lines[:end], *self._words(lines[end:])]).strip()
        return Told(words, self._most_like(words))

    def _words(self, lines: list[str]) -> list[str]:
        """Those of the lines that are not ours, blank ones at the ends left out."""
        kept = [line if not self._is_ours(line) else None for line in lines]
        words = "\n".join(line for line in kept if line is not None).strip()
        return words.split("\n") if words else []

    def _is_ours(self, line: str) -> bool:
        if not line.strip():
            return False
        if _opens(line) or line.startswith("  ") or _flat(line) in self._known:
            return True
        if not self._asked:
            self._asked = True
            self._known |= {_flat(part) for text in self._more() for part in _lines(text)}
        return _flat(line) in self._known

    def _most_like(self, words: str) -> str:
        from annotator.anchoring.context import similarity

        near = max(self._past, key=lambda note: similarity(_plain(note), words))
        if similarity(_plain(near), words) >= _ALIKE:
            return near
        return "" if "" in self._past else self._past[0]


def _known(annotation: Annotation) -> Iterator[str]:
    from annotator.exporting.pdf.notes import contents

    yield from map(_flat, contents(replace(annotation, note="")).split("\n"))


def _fates() -> Iterator[str]:
    from annotator.exporting import wording

    return (said for state in AnchorState if (said := wording.became(state)))


def _opens(line: str) -> bool:
    """Whether what is ours begins with this line."""
    first = line.startswith(f"{_('Tags:')} ") or line.strip() == _("Sources:")
    return first or bool(_CLAIM.match(line))


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


def _lines(text: str) -> list[str]:
    return _plain(text).split("\n")


def _plain(note: str) -> str:
    from annotator.exporting.pdf.note_text import plain_text

    return plain_text(note)


def _flat(text: str) -> str:
    return " ".join(text.split())
