"""Builds an article block by block, in the alphabet of the canonical text (``model.alphabet``)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from annotator.model import Article, Block, BlockKind, Container, Details, Resource, Span, make_text
from annotator.model.alphabet import is_odd, normalise
from annotator.reading.cutting import LONGEST, ends

NORMALISER = 1
"""The number of the rules by which text is made; a change to them, or to the alphabet, is a new
number."""


class Run(NamedTuple):
    """A piece of a block's text with one style, before its place in the article is known."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    script: str = ""
    link: str = ""

    @property
    def plain(self) -> bool:
        """Whether the run needs no span."""
        return not any(self[1:])

    def with_text(self, text: str) -> "Run":
        """Another text in the same style."""
        return Run(text, *self[1:])


class ArticleBuilder:
    """Collects blocks in reading order, then makes the article.

    Blocks without text are left out, except pictures and rules, which never have any. ``cut``: one
    that is too long to be shown becomes several.
    """

    def __init__(self, *, cut: bool = True) -> None:
        self._cut = cut
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._offset = 0

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks so far."""
        return self._blocks

    def add(
        self,
        kind: BlockKind,
        runs: Iterable[Run] | str,
        *,
        level: int = 0,
        main: bool = True,
        containers: tuple[Container, ...] = (),
        dir: str = "ltr",
        lang: str = "",
        resource: str = "",
        alt: str = "",
    ) -> None:
        """Add a block. Runs of white space at its ends are cut, inside it they are the caller's."""
        if kind in (BlockKind.IMAGE, BlockKind.RULE):
            self._append(Block(
                kind, 0, 0, level, main, (), containers, dir, lang, resource, normalise(alt)
            ), [])  # fmt: skip
            return
        code = kind is BlockKind.CODE
        given = [Run(runs)] if isinstance(runs, str) else list(runs)
        for at, pieces in enumerate(self._pieces(_trimmed(given, code), code)):
            if at and kind in (BlockKind.HEADING, BlockKind.ITEM):
                kind, level = BlockKind.PARAGRAPH, 0  # it goes on
            self._append(Block(kind, 0, 0, level, main, (), containers, dir, lang), pieces)

    def _pieces(self, runs: list[Run], code: bool) -> Iterator[list[Run]]:
        if not self._cut or sum(len(run.text) for run in runs) <= LONGEST:
            yield from [runs] if runs else []
            return
        for piece in _cut(runs):
            if trimmed := _trimmed(piece, code):
                yield trimmed

    def _append(self, block: Block, runs: list[Run]) -> None:
        spans, text = self._spans(runs)
        end = self._offset + len(text)
        self._blocks.append(replace(block, start=self._offset, end=end, spans=spans))
        self._texts.append(text)
        self._offset = end + 1

    def _spans(self, pieces: list[Run]) -> tuple[tuple[Span, ...], str]:
        spans: list[Span] = []
        at = self._offset
        for run in pieces:
            end = at + len(run.text)
            if not run.plain:
                span = Span(
                    at, end, run.bold, run.italic, run.code, run.strike, run.script, run.link
                )
                if spans and spans[-1].end == at and replace(spans[-1], start=at, end=end) == span:
                    span = replace(span, start=spans.pop().start)
                spans.append(span)
            at = end
        return tuple(spans), "".join(run.text for run in pieces)

    def article(
        self, details: Details, format: str, sha256: str, resources: Iterable[Resource] = ()
    ) -> Article:
        """The article of all blocks added."""
        return Article(
            text=make_text(self._texts),
            blocks=tuple(self._blocks),
            details=details,
            format=format,
            sha256=sha256,
            normaliser=NORMALISER,
            resources=tuple(resources),
        )


def _cut(runs: list[Run]) -> Iterator[list[Run]]:
    """The runs in pieces of at most ``LONGEST`` code points."""
    starts = list(accumulate((len(run.text) for run in runs), initial=0))
    at = start = 0
    for end in ends("".join(run.text for run in runs)):
        piece = []
        while at < len(runs) and starts[at] < end:
            low, high = max(0, start - starts[at]), end - starts[at]
            piece.append(runs[at].with_text(runs[at].text[low:high]))
            if starts[at + 1] > end:
                break
            at += 1
        yield piece
        start = end


def _trimmed(runs: list[Run], code: bool) -> list[Run]:
    """The runs without white space at both ends; code keeps its first line's indent."""
    pieces = [run.with_text(normalise(run.text)) if is_odd(run.text) else run for run in runs]
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if pieces:
        first = pieces[0].text
        pieces[0] = pieces[0].with_text(first.lstrip("\n") if code else first.lstrip())
        pieces[-1] = pieces[-1].with_text(pieces[-1].text.rstrip())
    return [run for run in pieces if run.text]
