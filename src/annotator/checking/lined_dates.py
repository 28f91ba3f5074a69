"""Dates side by side: impossible ones, and two for what is most likely one event."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.checking.content_words import content_words, plain
from annotator.checking.parts import BODY, SOURCE, Side
from annotator.checking.rows import Mention, Row, against, in_order, sentence, shown
from annotator.checking.topics import topic_words
from annotator.i18n import _
from annotator.prose.dates import DateMention, dates

_SHARED = 4
"""Content words that two sentences must share to speak of one event."""

_SHARED_WITH_VERB = 2
"""The same where one verb stands before both dates, and all words of the first are in the other."""
_MORE_DAYS = re.compile(
    r"\b(?:first|second|third|again|another|other|next|last|until|from|since|before|after|each|every"
    r"|postponed|moved|instead|originally|not|also|resum\w+|continu\w+)\b|n[’']t\b",
    re.IGNORECASE,
)

_VERB = re.compile(
    r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bof\s)(?<!\bin\s)(?<!\bat\s)(?<!\bfor\s)(?<!\bby\s)"
    r"(?<!\bwith\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)(?<!\bfrom\s)"
    r"\b(?P<verb>[a-z]{3,}(?<!rs)(?<!ts))\s(?:on\s)?$"
)

_NEAR = 160
"""Code points before and after a date, within its sentence, that say what happened then."""
_LEAD = 14
"""Code points before a date that hold the verb it belongs to ("to open in")."""
_MOST = 300
"""Dates of a text that are looked at; more are a calendar."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date where it stands, what its sentence is about, and the words directly before it."""

    part: str
    side: Side
    date: DateMention
    words: frozenset[str]
    lead: frozenset[str]

    @property
    def mention(self) -> Mention:
        text = self.side.text[self.date.start : self.date.end]
        return Mention(self.part, self.date.start, self.date.end, text, self.side.label)


def lined_dates(sides: Sequence[Side]) -> Iterator[Row]:
    """The rows of dates: of the article (the first side) and its sources."""
    found = [one for side in sides for one in _dated(side)]
    yield from (_impossible(one) for one in found if one.date.impossible)
    body = [one for one in found if one.part == BODY and one.date.month][:_MOST]
    others = [one for one in found if one.part != BODY and one.date.month][:_MOST]
    yield from _other_days(found)
    for one in others:
        same = next((other for other in body if _same(one.date, other.date)), None)
        rival = next((other for other in body if _contradict(one, other)), None)
        if same and (rival is None or one.words & same.words):
            yield Row(shown(one.mention.text), in_order([one.mention, same.mention]))
        elif rival:
            mentions = (one.mention, rival.mention)
            topic = _topic(one, one.words & rival.words)
            yield Row(topic, in_order(mentions), "date", against(*mentions), "fact")


def _other_days(found: Sequence[Dated]) -> Iterator[Row]:
    """Days without a year: "3 May" of headline, standfirst or caption, that the text has nowhere,
    and "5 May" of the same; "Monday" and "Tuesday"."""
    body = [one for one in found if one.part == BODY][:_MOST]
    for one in [one for one in found if one.part not in (BODY, SOURCE)][:_MOST]:
        sort = _sort(one.date)
        if sort and not any(_day(one.date) == _day(other.date) for other in body):
            rival = next((o for o in body if _sort(o.date) == sort and _of_one_day(one, o)), None)
            if rival is not None and not _contradict(one, rival):
                mentions = (one.mention, rival.mention)
                topic = _topic(one, one.words & rival.words)
                yield Row(topic, in_order(mentions), "date", against(*mentions), "fact")


def _sort(date: DateMention) -> str:
    if date.year or date.impossible:
        return ""
    return "day" if date.month and date.day else "weekday" if date.weekday is not None else ""


def _day(date: DateMention) -> tuple[int | None, int | None] | int | None:
    return (date.month, date.day) if date.month else date.weekday


def _of_one_day(a: Dated, b: Dated) -> bool:
    """Whether the same verb stands before both, of the same things, and nothing of more days."""
    shared = a.words & b.words
    if a.date.month != b.date.month or len(shared) < _SHARED_WITH_VERB:
        return False
    if _verb(a) == "" or _verb(a) != _verb(b):
        return False
    told = [one.side.text[slice(*one.side.sentence(one.date.start))] for one in (a, b)]
    many = any(_MORE_DAYS.search(text) or len(dates(text)) > 1 for text in told)
    return not many and (a.words <= b.words or len(shared) > _SHARED_WITH_VERB)


def _verb(one: Dated) -> str:
    """The word before "on 3 May" in the form in which it is compared; "" where it is a noun."""
    start = one.date.start
    match = _VERB.search(one.side.text, max(one.side.sentence(start)[0], start - _NEAR), start)
    return plain(match["verb"]) if match else ""


def _dated(side: Side) -> Iterator[Dated]:
    for part in side.parts.values():
        for start, end in part.ranges:
            for date in dates(side.text[start:end]):
                if not date.relative:
                    moved = replace(date, start=date.start + start, end=date.end + start)
                    low, high = side.sentence(moved.start)
                    words = content_words(side.text, max(low, moved.start - _NEAR), moved.start)
                    words |= content_words(side.text, moved.end, min(high, moved.end + _NEAR))
                    lead = content_words(side.text, max(low, moved.start - _LEAD), moved.start)
                    yield Dated(part.name, side, moved, words, lead)


def _topic(one: Dated, shared: frozenset[str]) -> str:
    return topic_words(one.side, (one.date.start, one.date.end), shared, _NEAR)


def _impossible(one: Dated) -> Row:
    mention = one.mention
    said = sentence(_("There is no “{date}”").format(date=shown(mention.text)))
    return Row(shown(mention.text), (mention,), "date", said, "fact")


def _same(a: DateMention, b: DateMention) -> bool:
    """Whether two dates with a month agree in all that both say."""
    pairs = ((a.year, b.year), (a.month, b.month), (a.day, b.day))
    return a.month == b.month and all(x == y or not (x and y) for x, y in pairs)


def _contradict(a: Dated, b: Dated) -> bool:
    """Whether two dates differ in one number and their sentences speak of one event: by many words,
    or by the verb before dates that both have a year. A source may report on each month."""
    x, y = a.date, b.date
    if not (x.month and y.month) or (SOURCE in (a.part, b.part) and not (x.day and y.day)):
        return False
    pairs = ((x.day, y.day), (x.month, y.month), (x.year, y.year))
    differing = [bool(one and other and one != other) for one, other in pairs]
    tied = a.lead & b.lead and x.year and y.year and SOURCE not in (a.part, b.part)
    return sum(differing) == 1 and bool(tied or len(a.words & b.words) >= _SHARED)
