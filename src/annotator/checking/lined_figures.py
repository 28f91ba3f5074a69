"""Numbers that speak of the same, lined up: the same amount said otherwise, another amount."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from annotator.checking.figure_body import other_counts
from annotator.checking.figure_changes import are_changes, other_changes
from annotator.checking.figure_clauses import stated
from annotator.checking.figure_retold import retold
from annotator.checking.figure_rough import other_sizes
from annotator.checking.figure_rows import differing, topic
from annotator.checking.figure_units import other_units
from annotator.checking.parts import BODY, CAPTION, HEADLINE, SOURCE, STANDFIRST, Side
from annotator.checking.placed_figures import (
    SMALL,
    Placed,
    agrees,
    of_one_time,
    placed_figures,
    plain_value,
    same_casualties,
)
from annotator.checking.rows import Mention, Row, against, in_order, part_name, sentence, shown
from annotator.i18n import _
from annotator.prose.figures import Figure
from annotator.prose.word_lists import words

_HARD = frozenset({"most", "least", "over", "under"})
"""Bounds that make another statement of a number; "nearly" and "about" are roundings."""
_DISTINCT_DIGITS = 3
_LIST = 30
"""A headline that begins with a plain number up to this is a list, "12 ways to …"."""
_TIMES = words("seconds minutes hours days weeks months years decades times")
_NO_MONEY = frozenset({"", "%", "share", "percentage points", *_TIMES})
_MOST = 60
"""Mentions of one amount that are compared with each other; more are a table."""
_FEW = 5
_NOTHING = 3
"""A headline's plain number up to this is in many texts in other words ("a man and a woman")."""
_FRONT = (HEADLINE, STANDFIRST)


def lined_figures(sides: Sequence[Side]) -> Iterator[Row]:
    """The rows of numbers: of the article (the first side) and of its sources."""
    placed = [one for side in sides for one in placed_figures(side)]
    groups: dict[tuple[str, Decimal, Decimal | None], list[Placed]] = defaultdict(list)
    for one in placed:
        groups[one.amount].append(one)
    for group in groups.values():
        yield from _same_amount(group)
    found = [*other_units(placed), *other_sizes(placed), *other_changes(placed)]
    yield from (row for _one, row in found)
    yield from other_counts(placed)
    yield from retold(placed)
    yield from _other_amounts(placed, [one for one, _row in found])


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
        rows = _apart([row for row in (_realisation(pairs), _bounds(pairs)) if row])
        yield from rows
        if not rows:
            agreeing += [one for pair in pairs for one in pair]
    if agreeing:
        mentions = in_order(_first_of_each(agreeing))
        yield Row(topic(agreeing), mentions)


def _apart(rows: list[Row]) -> list[Row]:
    """The rows without those of which another one has every mention, with more words."""
    return [row for row in rows if not any(_has_all(other, row) for other in rows if other != row)]


def _has_all(row: Row, other: Row) -> bool:
    return all(
        any(m.label == n.label and m.start <= n.start and n.end <= m.end for m in row.mentions)
        for n in other.mentions
    )


def _speak_of_the_same(a: Placed, b: Placed) -> bool:
    """An unusual amount is enough; a usual one needs the same thing counted."""
    if a.figure.vague or b.figure.vague:
        return False
    shared = a.words & b.words
    if _unusual(a.figure):
        return a.side is b.side or bool(shared) or _is_money(a.figure)
    counted = a.head & b.head
    return len(shared) > 1 or (bool(counted) and a.figure.value >= SMALL)


def _unusual(figure: Figure) -> bool:
    digits = len(plain_value(figure.value).as_tuple().digits)
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
                topic([a, b]),
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
    said = against(stated(a), stated(b))
    return Row(topic([a, b]), in_order(mentions), "number", said, kind)


def _bound(one: Placed) -> str:
    return one.figure.bound if one.figure.bound in _HARD else ""


# -- another amount ------------------------------------------------------------------------------


def _other_amounts(placed: Sequence[Placed], told: Sequence[Placed]) -> Iterator[Row]:
    """A number of headline, standfirst, caption or source that the text has otherwise, or, of the
    headline, has not at all; ``told`` are those of which something was said already."""
    body = [one for one in placed if one.part == BODY]
    near, amounts = _Near(body), {one.amount for one in body}
    values = {value for _unit, value, _upper in amounts}
    for one in placed:
        is_known = one in told or one.amount in amounts
        if one.part == BODY or one.figure.vague or is_known or _is_list(one):
            continue
        rivals = near.to(one)
        among = [*rivals, *body] if one.part in _FRONT else rivals
        rounded = next((other for other in among if agrees(one, other)), None)
        if rounded and rounded not in rivals:
            continue
        if rounded:
            yield Row(topic([one, rounded]), in_order([one.mention(), rounded.mention()]))
        elif rivals:
            if one.part != SOURCE or not are_changes(one, rivals[0]):
                yield differing(one, rivals[0])
        elif one.part == HEADLINE and one.amount[1] not in values and _tells(one):
            yield _unknown(one)


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
        sure = [
            (-n, at)
            for at, n in shared.items()
            if n >= _needed(one, self._body[at]) and of_one_time(one, self._body[at])
        ]
        return [self._body[at] for _n, at in sorted(sure)[:_FEW]]


def _needed(one: Placed, other: Placed) -> int:
    """How many content words two figures must share to speak of the same."""
    tied = one.lead & other.lead or same_casualties(one, other)
    needed = 2 if one.part == HEADLINE or tied else 3
    counted = one.head & other.head or tied
    return needed + (1 if one.amount[0] in _NO_MONEY and not counted else 0)


def _is_list(one: Placed) -> bool:
    """Whether it is "12 ways to …" at a headline's beginning."""
    if one.part != HEADLINE or one.figure.unit or one.figure.scale:
        return False
    before = one.side.text[one.side.sentence(one.figure.start)[0] : one.figure.start]
    return one.figure.value <= _LIST and before.strip().lower() in {"", "the", "top", "these"}


def _tells(one: Placed) -> bool:
    """Whether a headline's number that the text has not is worth a question."""
    plain_count = not one.figure.unit and one.figure.value <= _NOTHING
    return bool(one.side.parts[BODY].ranges) and not plain_count


def _unknown(one: Placed) -> Row:
    mention = one.mention()
    said = sentence(
        _("{one} says “{this}”, a number that the text does not have").format(
            one=part_name(mention), this=shown(stated(one).text)
        )
    )
    return Row(topic([one]), (mention,), "headline", said, "headline")


# -- words ---------------------------------------------------------------------------------------


def _first_of_each(placed: Iterable[Placed]) -> list[Mention]:
    """One mention for each part of each text."""
    found: dict[tuple[str, str], Mention] = {}
    for one in placed:
        mention = one.mention()
        found.setdefault((mention.part, mention.label), mention)
    return list(found.values())
