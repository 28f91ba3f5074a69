"""Long Markdown cut into pieces that mean the same one by one.

What reads Markdown needs, for each item of a list or each open bracket, time that grows with all
that came before: a note of two million characters would never end.
"""

import re
from collections.abc import Iterator

PIECE = 20_000
"""Code points from which on a piece ends where it can."""
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])\s")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S")


def pieces(markdown: str) -> Iterator[str]:
    """The Markdown (tamed: all its fences are closed) in pieces of at least ``PIECE`` code points,
    cut between paragraphs or between the items of a list. What links by name lead to stands in
    each."""
    if len(markdown) <= PIECE:
        yield markdown
        return
    names = "\n".join(line for line in markdown.split("\n") if _DEFINITION.match(line))
    shared = f"\n\n{names}" if names and len(names) < PIECE else ""
    for piece in _cut(markdown.split("\n")):
        yield piece + shared


def _cut(lines: list[str]) -> Iterator[str]:
    start = size = 0
    fence = ""
    for at, line in enumerate(lines):
        if size >= PIECE and not fence and _may_begin(line, lines[at - 1]):
            yield "\n".join(lines[start:at])
            start, size = at, 0
        size += len(line) + 1
        fence = _still_open(fence, line)
    yield "\n".join(lines[start:])


def _may_begin(line: str, above: str) -> bool:
    """Whether a piece may begin with a line: not within a paragraph or an item."""
    if _ITEM.match(line):
        return True
    return bool(line.strip()) and not line[0].isspace() and not above.strip()


def _still_open(fence: str, line: str) -> str:
    match = _FENCE.match(line)
    if not match:
        return fence
    if not fence:
        return match[1]
    closes = match[1].startswith(fence) and not line.strip().strip(fence[0])
    return "" if closes else fence
