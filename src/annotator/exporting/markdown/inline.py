"""The running text of a block as Markdown: its styles, and marks as ``<mark>`` with a footnote sign
after their end.

``<mark>`` is the one form that Markdown parsers pass through and browsers show as a highlight.
Overlapping marks are cut at each other's ends and nested where they overlap.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.exporting import wording
from annotator.exporting.markdown.text import escape_inline, kept_blanks, url
from annotator.model import Block, Span

Wrapper = tuple[str, str]
"""What is around a piece of text: a kind and, for a mark or link, which one."""

_TAGS = {"strike": "del", "sub": "sub", "super": "sup", "bold": "strong", "italic": "em"}
_ASTERISKS = {"bold": "**", "italic": "*"}


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark on one block's text: code points, and the footnote sign to put after it (``""`` when
    the mark goes on in a later block)."""

    start: int
    end: int
    sign: str


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    around: tuple[Wrapper, ...]
    code: bool


def inline(text: str, block: Block, signs: Sequence[Sign] = (), line_break: str = "  \n") -> str:
    """The block's text (``text`` is the whole article's) with styles and marks."""
    pieces = list(_pieces(block, signs))
    out: list[str] = []
    open_: list[tuple[Wrapper, str]] = []
    for at, piece in enumerate(pieces):
        keep = _shared([wrapper for wrapper, _close in open_], piece.around)
        _close(out, open_, keep)
        out += (s.sign for s in signs if s.end == piece.start and s.start < s.end)
        for depth in range(keep, len(piece.around)):
            opening, closing = _wrap(text, block, pieces, at, depth)
            out.append(opening)
            open_.append((piece.around[depth], closing))
        out.append(_shown(text[piece.start : piece.end], piece.code))
    _close(out, open_, 0)
    out += (s.sign for s in signs if s.end == block.end)
    return _lines("".join(out), line_break)


def _lines(markdown: str, line_break: str) -> str:
    lines = (kept_blanks(line) for line in markdown.split("\n") if line.strip())
    return line_break.join(lines)


def _close(out: list[str], open_: list[tuple[Wrapper, str]], keep: int) -> None:
    while len(open_) > keep:
        out.append(open_.pop()[1])


def _shared(open_: Sequence[Wrapper], around: Sequence[Wrapper]) -> int:
    count = 0
    for one, other in zip(open_, around, strict=False):
        if one != other:
            break
        count += 1
    return count


def _pieces(block: Block, signs: Sequence[Sign]) -> Iterator[_Piece]:
    edges = {block.start, block.end}
    edges.update(*((span.start, span.end) for span in block.spans))
    edges.update(*((sign.start, sign.end) for sign in signs))
    spans = list(block.spans)
    for start, end in pairwise(sorted(edge for edge in edges if block.start <= edge <= block.end)):
        while spans and spans[0].end <= start:
            spans.pop(0)
        span = spans[0] if spans and spans[0].start <= start else None
        marks = tuple(
            ("mark", str(at)) for at, s in enumerate(signs) if s.start <= start and end <= s.end
        )
        yield _Piece(start, end, marks + _styles(span), bool(span and span.code))


def _styles(span: Span | None) -> tuple[Wrapper, ...]:
    if span is None:
        return ()
    address = wording.address(span.link)
    named = (
        ("link", address), ("strike", "1" * span.strike), (span.script, span.script),
        ("bold", "1" * span.bold), ("italic", "1" * span.italic),
    )  # fmt: skip
    return tuple((kind, value) for kind, value in named if value)


def _wrap(
    text: str, block: Block, pieces: Sequence[_Piece], at: int, depth: int
) -> tuple[str, str]:
    """What opens and closes the wrapper at ``depth`` of the piece at ``at``."""
    kind, value = pieces[at].around[depth]
    if kind == "mark":
        return "<mark>", "</mark>"
    if kind == "link":
        return "[", f"]({url(value)})"
    if kind in _ASTERISKS and _flanked(text, block, *_extent(pieces, at, depth)):
        return _ASTERISKS[kind], _ASTERISKS[kind]
    return f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>"


def _extent(pieces: Sequence[_Piece], at: int, depth: int) -> tuple[int, int]:
    around = pieces[at].around[: depth + 1]
    last = at
    while last + 1 < len(pieces) and pieces[last + 1].around[: depth + 1] == around:
        last += 1
    return pieces[at].start, pieces[last].end


def _flanked(text: str, block: Block, start: int, end: int) -> bool:
    """Whether asterisks around ``text[start:end]`` are emphasis to every parser."""
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    plain = all(c.isascii() and (c.isspace() or c in ".,;:!?()'\"") for c in (before, after))
    inside = text[start:end]
    return plain and inside[0].isalnum() and inside[-1].isalnum() and "\n" not in inside


def _shown(text: str, code: bool) -> str:
    if not code:
        return "\n".join(escape_inline(line) for line in text.split("\n"))
    if text.strip() == text and not any(c in text for c in "`|\n\t\\"):
        return f"`{text}`"
    return f"<code>{escape_inline(text)}</code>"
