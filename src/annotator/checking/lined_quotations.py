"""Quotations of headline, standfirst and captions against the text's, the text's against a
source's."""

from collections.abc import Iterator, Sequence
from itertools import islice

from annotator.checking.parts import BODY, CAPTION, HEADLINE, SOURCE, STANDFIRST, Side
from annotator.checking.quotes import DIFFERS, EXACT, QuoteCheck, QuoteChecker
from annotator.checking.retold import Retellings
from annotator.checking.rows import Mention, Row, against, in_order, part_name, sentence, shown
from annotator.checking.shortened import whole_sentence
from annotator.i18n import _
from annotator.prose.quotations import quotations

_FEWEST = 2
"""Words of a headline's quotation that is looked for; a single one is mostly irony."""
_FEWEST_IN_SOURCE = 5
_MOST = 300
"""Quotations that are looked at; more are a collection of them."""
_SURE = 0.75
"""Likeness from which a passage of a source is what the text quotes."""


def lined_quotations(sides: Sequence[Side]) -> Iterator[Row]:
    """The rows of quotations: of the article (the first side) and its sources."""
    article = sides[0]
    body = QuoteChecker(article.parts[BODY].text)
    has_body = bool(article.parts[BODY].text.strip())
    for part in (HEADLINE, STANDFIRST, CAPTION):
        for mention in islice(_quoted(article, part, _FEWEST), _MOST):
            if has_body:
                yield _front(mention, body.check(mention.text), article)
    quoted = [
        mention
        for part in (HEADLINE, STANDFIRST, BODY)
        for mention in islice(_quoted(article, part, _FEWEST_IN_SOURCE), _MOST)
    ]
    for side in sides[1:]:
        source, retellings = QuoteChecker(side.parts[SOURCE].text), Retellings(side)
        for mention in quoted:
            row = _sourced(mention, source.check(mention.text), side)
            row = row or _retold(mention, retellings, side)
            if row:
                yield row


def _quoted(side: Side, part: str, fewest: int) -> Iterator[Mention]:
    for start, end in side.parts[part].ranges:
        for quotation in quotations(side.text[start:end]):
            low, high = quotation.start + start, quotation.end + start
            text = side.text[low:high]
            if quotation.depth == 0 and len(text.split()) >= fewest:
                yield Mention(part, low, high, text)


def _front(mention: Mention, check: QuoteCheck, article: Side) -> Row:
    kind = "headline" if mention.part == HEADLINE else "quote"
    topic = shown(mention.text, 60)
    if check.start is None or check.end is None:
        said = sentence(
            _("{one} quotes “{words}”, which the text does not").format(
                one=part_name(mention), words=shown(mention.text)
            )
        )
        return Row(topic, (mention,), "quotation", said, kind)
    other = Mention(BODY, check.start, check.end, article.text[check.start : check.end])
    if check.state == EXACT:
        whole = whole_sentence(article, check.start, check.end)
        if whole is None:
            return Row(topic, in_order([mention, other]))
        other = Mention(BODY, *whole, article.text[slice(*whole)])
    return Row(topic, in_order([mention, other]), "quotation", against(mention, other), kind)


def _sourced(mention: Mention, check: QuoteCheck, side: Side) -> Row | None:
    """A source need not have the quotation; where it has it, the words should be the same."""
    if check.start is None or check.end is None:
        return None
    text = side.text[check.start : check.end]
    other = Mention(SOURCE, check.start, check.end, text, side.label)
    topic = shown(mention.text, 60)
    if check.state == EXACT:
        return Row(topic, in_order([mention, other]))
    if check.state == DIFFERS and check.score >= _SURE:
        return Row(topic, in_order([mention, other]), "quotation", against(mention, other), "quote")
    return None


def _retold(mention: Mention, retellings: Retellings, side: Side) -> Row | None:
    """Where the same was said, it seems, and is told in other words."""
    place = retellings.nearest(mention.text)
    if place is None:
        return None
    other = Mention(SOURCE, *place, side.text[slice(*place)], side.label)
    topic = shown(mention.text, 60)
    return Row(topic, in_order([mention, other]), "quotation", against(mention, other), "quote")
