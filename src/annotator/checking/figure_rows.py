"""The rows in which figures stand, and what such a row is about."""

from collections.abc import Iterable, Sequence

from annotator.checking.content_words import plain
from annotator.checking.figure_clauses import stated
from annotator.checking.parts import HEADLINE
from annotator.checking.placed_figures import Placed
from annotator.checking.rows import Row, against, in_order, shown
from annotator.checking.topics import topic_words
from annotator.prose.names import title_case

_AROUND = 120


def differing(one: Placed, other: Placed) -> Row:
    """Two figures that say the same thing differently."""
    mentions = (one.mention(), other.mention())
    kind = "headline" if one.part == HEADLINE else "number"
    said = against(stated(one), stated(other))
    return Row(topic([one, other]), in_order(mentions), "number", said, kind)


def topic(of: Sequence[Placed]) -> str:
    """The amount and what it is of, as the mentions have it in common."""
    first = of[0]
    shared = frozenset.intersection(*(one.words for one in of)) - _cues(of)
    told = next((one for one in of if not _in_capitals(one)), first)
    near = topic_words(told.side, (told.figure.start, told.figure.end), shared, _AROUND)
    amount = shown(first.side.text[first.figure.number_start : first.figure.end])
    return " · ".join(filter(None, (amount, near)))


def _in_capitals(one: Placed) -> bool:
    start, end = one.side.sentence(one.figure.start)
    return title_case(one.side.text[start:end])


def _cues(of: Iterable[Placed]) -> frozenset[str]:
    return frozenset(plain(one.cue.word) for one in of if one.cue)
