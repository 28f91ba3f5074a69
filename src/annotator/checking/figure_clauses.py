"""The words in which a number stands, so that they can be read alone: "12 people were killed", not
"12"."""

import re
from dataclasses import replace

from annotator.checking.placed_figures import Placed
from annotator.checking.rows import Mention

_STOP = re.compile(r"[;:()—–\n“”]\s*|,\s|\s-\s")
_LONGEST = 90
_BEHIND = 60
_WORD_END = re.compile(r"\s")
_ENDS = " \t\n.,"


def stated(one: Placed, mention: Mention | None = None) -> Mention:
    """The figure (or its mention) as a statement quotes it: with its clause, where that is long
    with what stands behind it. The words are as they stand there."""
    mention = mention or one.mention()
    text = one.side.text
    low, high = one.side.sentence(mention.start)
    begin = max([low, *(m.end() for m in _STOP.finditer(text, low, mention.start))])
    stop = _STOP.search(text, mention.end, high)
    end = stop.start() if stop else high
    if end - begin > _LONGEST:
        begin = mention.start
        end = _cut(text, mention.end, min(end, mention.end + _BEHIND), end)
    words = text[begin:end]
    start = begin + len(words) - len(words.lstrip())
    return replace(mention, start=start, end=end, text=words.strip(_ENDS))


def _cut(text: str, low: int, at: int, end: int) -> int:
    """The end of the last whole word before ``at``, where the clause goes on behind it."""
    if at >= end:
        return end
    gaps = [gap.start() for gap in _WORD_END.finditer(text, low, at + 1)]
    return gaps[-1] if gaps else low
