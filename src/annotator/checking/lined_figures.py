"""Numbers that speak of the same, lined up: the same amount said otherwise, another amount."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from annotator.checking.content_words import content_words, plain
from annotator.checking.parts import BODY, CAPTION, HEADLINE, SOURCE, STANDFIRST, Side
from annotator.checking.realised import Cue, cue
from annotator.checking.rows import Mention, Row, against, in_order, part_name, sentence, shown
from annotator.i18n import _
from annotator.prose.figures import Figure, figures
from annotator.prose.word_lists import words

_HARD = frozenset({"most", "least", "over", "under"})
"""Bounds that make another statement of a number; "nearly" and "about" are roundings."""
_DISTINCT_DIGITS = 3
_SMALL = 100
_LIST = 30
"""A headline that begins with a plain number up to this is a list, "12 ways to …"."""
_TIMES = words("seconds minutes hours days weeks months years decades times")
_NO_MONEY = frozenset({"", "%", "share", "percentage points", *_TIMES})
_NEAR = 80
"""Code points before and after a number in which the words are that say what it is of."""
_MOST = 60
"""Mentions of one amount that are compared with each other; more are a table."""
_FEW = 5
_FRONT = (HEADLINE, STANDFIRST)


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure where it stands. ``words`` are the content words near it in its sentence, ``head``
    those directly behind it (what is counted)."""

    part: str
    side: Side
    figure: Figure
    words: frozenset[str]
    head: frozenset[str]
    cue: Cue | None

    @property
    def amount(self) -> tuple[str, Decimal, Decimal | None]:
        """What makes two figures the same amount; a share of a whole is a percentage."""
        figure = self.figure
        if figure.unit == "share":
            return "%", _plain(figure.value * 100), None
        upper = None if figure.upper is None else _plain(figure.upper)
        return figure.unit, _plain(figure.value), upper

    def mention(self, with_cue: bool = False) -> Mention:
        """The figure as a mention, with the words up to its cue where that is what matters."""
        start, end = self.figure.start, self.figure.end
        if with_cue and self.cue:
            start, end = min(start, self.cue.start), max(end, self.cue.end)
        word = self.cue.word if self.cue else ""
        return Mention(self.part, start, end, self.side.text[start:end], self.side.label, word)


def lined_figures(sides: Sequence[Side]) -> Iterator[Row]:
    """The rows of numbers: of the article (the first side) and of its sources."""
    placed = [one for side in sides for one in _placed(side)]
    groups: dict[tuple[str, Decimal, Decimal | None], list[Placed]] = defaultdict(list)
    for one in placed:
        groups[one.amount].append(one)
    for group in groups.values():
        yield from _same_amount(group)
    yield from _other_amounts(placed)


def _placed(side: Side) -> Iterator[Placed]:
    for part in side.parts.values():
        for start, end in part.ranges:
            for figure in figures(side.text[start:end]):
                moved = replace(
                    figure,
                    start=figure.start + start,
                    end=figure.end + start,
                    number_start=figure.number_start + start,
                )
                yield _place(side, part.name, moved)


def _place(side: Side, part: str, figure: Figure) -> Placed:
    low, high = side.sentence(figure.start)
    near = (max(low, figure.start - _NEAR), min(high, figure.end + _NEAR))
    before = content_words(side.text, near[0], figure.start)
    after = content_words(side.text, figure.end, near[1])
    head = _head(side.text, figure.end, high)
    found = cue(side.text, figure.start, figure.end, (low, high))
    return Placed(part, side, figure, before | after, head, found)


def _head(text: str, start: int, end: int) -> frozenset[str]:
    """What is counted: the one or two words directly behind the number."""
    behind = text[start : min(end, start + 40)]
    clause = behind
    for stop in ",;:.()—–\n":
        clause = clause.partition(stop)[0]
    listed = clause.split()[:3]
    listed = listed[1:] if listed and listed[0] in {"of", "more", "other"} else listed[:2]
    return frozenset(form for word in listed if (form := plain(word)))


def _plain(value: Decimal) -> Decimal:
    return value.normalize()


# -- the same amount -----------------------------------------------------------------------------


def _same_amount(group: Sequence[Placed]) -> Iterator[Row]:
    """Rows of one amount that stands in several parts."""
    body = [one for one in group if one.part == BODY][:_MOST]
    front = [one for one in group if one.part in (*_FRONT, CAPTION)][:_MOST]
    sources = [one for one in group if one.part == SOURCE][:_MOST]
    agreeing: list[Placed] = []
    for others in ([front, body], [[*front, *body], sources]):
        pairs = [(a, b) for a in others[0] for b in others[1] if _speak_of_the_same(a, b)]
        if not pairs:
            continue
        rows = [row for row in (_realisation(pairs), _bounds(pairs)) if row]
        yield from rows
        if not rows:
            agreeing += [one for pair in pairs for one in pair]
    if agreeing:
        mentions = in_order(_first_of_each(agreeing))
        yield Row(_topic(agreeing), mentions)


def _speak_of_the_same(a: Placed, b: Placed) -> bool:
    """An unusual amount is enough; a usual one needs the same thing counted."""
    if a.figure.vague or b.figure.vague:
        return False
    shared = a.words & b.words
    if _unusual(a.figure):
        return a.side is b.side or bool(shared)
    if _is_money(a.figure) and len(shared) > 1:
        return True
    counted = a.head & b.head
    return bool(counted) and (a.figure.value >= _SMALL or bool(shared - counted))


def _unusual(figure: Figure) -> bool:
    digits = len(_plain(figure.value).as_tuple().digits)
    return digits >= _DISTINCT_DIGITS or (_is_money(figure) and digits > 1)


def _is_money(figure: Figure) -> bool:
    return figure.unit not in _NO_MONEY and bool(figure.scale)


def _realisation(pairs: Sequence[tuple[Placed, Placed]]) -> Row | None:
    """One says that it happened, the other that it may."""
    for a, b in pairs:
        if a.cue and b.cue and a.cue.happened != b.cue.happened:
            mentions = (a.mention(with_cue=True), b.mention(with_cue=True))
            in_front = a.part in _FRONT
            return Row(
                _topic([a, b]),
                in_order(mentions),
                "headline" if in_front else ("picture" if a.part == CAPTION else "number"),
                against(*mentions),
                "headline" if in_front else "number",
            )
    return None


def _bounds(pairs: Sequence[tuple[Placed, Placed]]) -> Row | None:
    """One says "up to", the other does not."""
    if any(_bound(a) == _bound(b) for a, b in pairs):
        return None
    a, b = next((pair for pair in pairs if pair[0].part == BODY), pairs[0])
    mentions = _first_of_each([a, b, *(one for pair in pairs for one in pair)])
    kind = "headline" if a.part == HEADLINE else "number"
    said = against(a.mention(), b.mention())
    return Row(_topic([a, b]), in_order(mentions), "number", said, kind)


def _bound(one: Placed) -> str:
    return one.figure.bound if one.figure.bound in _HARD else ""


# -- another amount ------------------------------------------------------------------------------


def _other_amounts(placed: Sequence[Placed]) -> Iterator[Row]:
    """A number of headline, standfirst, caption or source that the text has otherwise, or, of the
    headline, has not at all."""
    body = [one for one in placed if one.part == BODY]
    near, amounts = _Near(body), {one.amount for one in body}
    for one in placed:
        if one.part == BODY or one.figure.vague or one.amount in amounts or _is_list(one):
            continue
        rivals = near.to(one)
        among = [*rivals, *body] if one.part in _FRONT else rivals
        rounded = next((other for other in among if _agrees(one, other)), None)
        if rounded and rounded not in rivals:
            continue
        if rounded:
            yield Row(_topic([one, rounded]), in_order([one.mention(), rounded.mention()]))
        elif rivals:
            mentions = (one.mention(), rivals[0].mention())
            kind = "headline" if one.part == HEADLINE else "number"
            said = against(*mentions)
            yield Row(_topic([one, rivals[0]]), in_order(mentions), "number", said, kind)
        elif one.part == HEADLINE and one.side.parts[BODY].ranges:
            yield _unknown(one)


def _agrees(one: Placed, other: Placed) -> bool:
    """Whether the amount is the other one, rounded."""
    if one.amount[0] != other.amount[0]:
        return False
    low, high = other.figure.value, other.figure.upper or other.figure.value
    scale = 100 if other.figure.unit == "share" else 1
    value = one.amount[1]
    _sign, digits, exponent = value.as_tuple()
    half = Decimal(5).scaleb(int(exponent) - 1)
    half = half if len(digits) > 1 or abs(value) < _SMALL else half / 10
    return low * scale - half <= value <= high * scale + half


class _Near:
    """The figures of the text, to be found by what they count."""

    def __init__(self, body: Sequence[Placed]) -> None:
        self._body = body
        self._by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, one in enumerate(body):
            if not one.figure.vague:
                for word in one.words:
                    self._by_word[one.amount[0], word].append(index)

    def to(self, one: Placed) -> list[Placed]:
        """Those that surely count the same thing as ``one``, the surest first."""
        shared: Counter[int] = Counter()
        for word in one.words:
            shared.update(self._by_word.get((one.amount[0], word), [])[:_MOST])
        sure = [(-n, at) for at, n in shared.items() if n >= _needed(one, self._body[at])]
        return [self._body[at] for _n, at in sorted(sure)[:_FEW]]


def _needed(one: Placed, other: Placed) -> int:
    """How many content words two figures must share to speak of the same."""
    needed = 2 if one.part in (HEADLINE, CAPTION) else 3
    counted = one.head & other.head
    return needed + (1 if one.amount[0] in _NO_MONEY and not counted else 0)


def _is_list(one: Placed) -> bool:
    """Whether it is "12 ways to …" at a headline's beginning."""
    if one.part != HEADLINE or one.figure.unit or one.figure.scale:
        return False
    begins = one.side.text[one.side.sentence(one.figure.start)[0] : one.figure.start].strip() == ""
    return begins and one.figure.value <= _LIST


def _unknown(one: Placed) -> Row:
    mention = one.mention()
    said = sentence(
        _("{one} says “{this}”, a number that the text does not have").format(
            one=part_name(mention), this=shown(mention.text)
        )
    )
    return Row(_topic([one]), (mention,), "headline", said, "headline")


# -- words ---------------------------------------------------------------------------------------


def _topic(of: Sequence[Placed]) -> str:
    """The amount and what it is of, as the mentions have it in common."""
    first = of[0]
    amount = first.side.text[first.figure.number_start : first.figure.end]
    shared = frozenset.intersection(*(one.words for one in of)) - _cues(of)
    text = first.side.text.lower()
    low, _high = first.side.sentence(first.figure.start)
    near = sorted(shared, key=lambda word: (abs(text.find(word, low) - first.figure.start), word))
    listed = sorted(near[:2], key=lambda word: text.find(word, low))
    return " · ".join([shown(amount), " ".join(listed)] if listed else [shown(amount)])


def _cues(of: Iterable[Placed]) -> frozenset[str]:
    return frozenset(plain(one.cue.word) for one in of if one.cue)


def _first_of_each(placed: Iterable[Placed]) -> list[Mention]:
    """One mention for each part of each text."""
    found: dict[tuple[str, str], Mention] = {}
    for one in placed:
        mention = one.mention()
        found.setdefault((mention.part, mention.label), mention)
    return list(found.values())
