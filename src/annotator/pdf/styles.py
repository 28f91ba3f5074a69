"""Styles that change within a line: bold and slanted words, small figures set high or low.

A line is drawn in pieces, each at once and in one font. Most are one piece; only where there are
more is anything asked for.
"""

from collections.abc import Iterable, Iterator

from annotator.pdf.characters import Characters
from annotator.pdf.line import Line, Style

_SMALLER = 0.85
_HIGH, _HIGHEST, _LOW, _LOWEST = 0.12, 0.8, -0.06, -0.5  # em above the baseline
_LONGEST_SCRIPT = 6


def styles_of(characters: Characters, line: Line) -> tuple[Style, ...]:
    """The styles of a line that is drawn in several pieces."""
    found = []
    for first, last, (bold, italic, _fixed) in characters.pieces(line.start, line.end):
        script = ""
        if len(characters.units[first:last].strip()) <= _LONGEST_SCRIPT and not line.upright:
            script = _script(characters, line, first)
        found.append(Style(first, last, bold, italic, script))
    return tuple(joined(found))


def _script(characters: Characters, line: Line, unit: int) -> str:
    if characters.stance(unit)[0] > _SMALLER * line.size:
        return ""
    raised = (line.y - line.across(*characters.origin(unit))[1]) / line.size
    if _HIGH < raised < _HIGHEST:
        return "super"
    return "sub" if _LOWEST < raised < _LOW else ""


def joined(styles: Iterable[Style]) -> Iterator[Style]:
    """The styles with equal neighbours as one."""
    open_: Style | None = None
    for each in styles:
        if open_ is not None and each.continues(open_):
            open_ = open_._replace(end=each.end)
            continue
        if open_ is not None:
            yield open_
        open_ = each
    if open_ is not None:
        yield open_
