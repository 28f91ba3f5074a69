"""Lines of a plain text → its pieces: paragraphs, verses, list items, tables, single lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.reading.text import wrapping
from annotator.reading.text.furniture import is_furniture
from annotator.reading.text.wrapping import BULLET, COLUMNS

_SURE_SIGNS = "•‣◦●▪∙"
_SEPARATOR = re.compile(r"[\s*_=~#·•⁂\-–—]{3,}")
_LABELLED = re.compile(r"\w+: \S")
_VERSE_LONGEST = 80
_VERSE_WORDS = 3
_UNEVEN = 2.5


class Shape(StrEnum):
    """What a piece of plain text looks like."""

    LINE = "line"
    PROSE = "prose"
    VERSE = "verse"  # lines that were meant
    ITEM = "item"
    TABLE = "table"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of the text. ``blank`` counts the empty lines before it; ``wrapped`` tells whether
    the whole text was broken to a width."""

    text: str
    shape: Shape
    blank: int = 0
    wrapped: bool = False


def chunks(text: str) -> list[Chunk]:
    """The pieces of a text in the canonical alphabet, in order; no word is left out."""
    groups = list(_groups(text))
    width = wrapping.wrap_width([[line.rstrip() for line in lines] for _, lines in groups])
    written = re.findall(r"[^\W\d_]+", text) if width else []
    words = frozenset(word.lower() for word in written)
    small = frozenset(word for word in written if word.islower())
    listed = _bulleted(groups)
    found: list[Chunk] = []
    for index, (blank, lines) in enumerate(groups):
        for at, (shape, part) in enumerate(_parts(lines, width, small, index in listed)):
            joined = _written(shape, part, words)
            found.append(Chunk(joined, shape, 0 if at else blank, width is not None))
    return found


def _groups(text: str) -> Iterator[tuple[int, list[str]]]:
    """(empty lines before, lines) of each run of lines that are not empty."""
    blank = 0
    lines: list[str] = []
    for line in (*text.split("\n"), ""):
        if line.strip():
            lines.append(line.rstrip())
            continue
        if lines:
            yield blank, lines
            blank, lines = 0, []
        blank += 1


def _bulleted(groups: Sequence[tuple[int, list[str]]]) -> set[int]:
    """The groups that begin a list item: several in a row, or with a sign used for nothing else."""
    marked = [bool(BULLET.match(lines[0])) for _, lines in groups]
    several = [len([line for line in lines if BULLET.match(line)]) > 1 for _, lines in groups]
    return {
        index
        for index, (_, lines) in enumerate(groups)
        if marked[index]
        and (
            several[index]
            or lines[0].lstrip()[0] in _SURE_SIGNS
            or any(marked[max(0, index - 1) : index])
            or any(marked[index + 1 : index + 2])
        )
    }


def _parts(
    lines: list[str], width: int | None, small: frozenset[str], listed: bool
) -> Iterator[tuple[Shape, list[str]]]:
    if len(lines) == 1 and _SEPARATOR.fullmatch(lines[0]):
        yield Shape.RULE, lines
    elif listed:
        yield from _items(lines)
    elif _is_table(lines):
        yield Shape.TABLE, lines
    elif width is None:
        yield from _unbroken(lines)
    else:
        yield from _broken(lines, width, small)


def _items(lines: list[str]) -> Iterator[tuple[Shape, list[str]]]:
    item: list[str] = []
    for line in lines:
        if item and BULLET.match(line):
            yield Shape.ITEM, item
            item = []
        item.append(line)
    yield Shape.ITEM, item


def _is_table(lines: list[str]) -> bool:
    rows = sum(bool(COLUMNS.search(line)) for line in lines)
    return rows >= 2 and rows >= 0.7 * len(lines)


def _unbroken(lines: list[str]) -> Iterator[tuple[Shape, list[str]]]:
    if looks_like_verse(lines):
        yield Shape.VERSE, lines
        return
    for line in lines:
        yield Shape.LINE, [line]


def _broken(
    lines: list[str], width: int, small: frozenset[str]
) -> Iterator[tuple[Shape, list[str]]]:
    if len(lines) == 1:
        yield Shape.LINE, lines
    elif parts := wrapping.paragraphs(lines, width, small):
        for part in parts:
            yield (Shape.PROSE if len(part) > 1 else Shape.LINE), part
    elif max(map(len, lines)) > _UNEVEN * width:
        for line in lines:
            yield Shape.LINE, [line]
    else:
        yield Shape.VERSE, lines


def looks_like_verse(lines: Sequence[str]) -> bool:
    """Whether lines that were not broken to a width are a stanza and not a list of headlines,
    buttons or bylines: several, of like length, some ending with a comma or a stop."""
    lengths = sorted(len(line.strip()) for line in lines)
    words = sum(len(line.split()) for line in lines)
    labels = sum(bool(_LABELLED.match(line)) for line in lines)
    pauses = sum(line.rstrip()[-1] in ",;.!?:—،。、" for line in lines)
    return (
        len(lines) >= 3
        and lengths[-1] <= min(_VERSE_LONGEST, _UNEVEN * lengths[len(lengths) // 2])
        and words >= _VERSE_WORDS * len(lines)
        and pauses * 4 >= len(lines)
        and len(set(lines)) * 2 > len(lines)
        and labels * 2 < len(lines)
        and not any(map(is_furniture, lines))
    )


def _written(shape: Shape, lines: list[str], words: frozenset[str]) -> str:
    if shape is Shape.TABLE:
        return _dedented(lines)
    if shape is Shape.VERSE:
        return "\n".join(line.strip() for line in lines)
    if shape is Shape.ITEM:
        lines = [BULLET.sub("", lines[0], count=1), *lines[1:]]
    return wrapping.join(lines, words)


def _dedented(lines: list[str]) -> str:
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    return "\n".join(line[margin:] for line in lines)
