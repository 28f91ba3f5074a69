"""A block's words in pieces of one style that lead to one place."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.reading.builder import Run
from annotator.reading.pdf.annotations import Linked

if TYPE_CHECKING:
    from annotator.pdf import Style


def runs(
    text: str, start: int, links: Sequence[Linked], styles: "Sequence[Style]", heading: bool
) -> Iterator[Run]:
    """A block's text, which begins at ``start`` of its page. A ``heading`` is bold as a whole."""
    end = start + len(text)
    links = [link for link in links if link.start < end and link.end > start]
    edges = {start, end}
    for each in [link[:2] for link in links] + [style[:2] for style in styles]:
        edges |= {max(start, each[0]), min(end, each[1])}
    for low, high in pairwise(sorted(edges)):
        link = next((one.url for one in links if one.start <= low < one.end), "")
        style = next((one for one in styles if one.start <= low < one.end), None)
        words = text[low - start : high - start]
        if style is None:
            yield Run(words, link=link)
        else:
            bold = style.bold and not heading
            yield Run(words, bold, style.italic, script=style.script, link=link)
