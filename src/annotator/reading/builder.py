"""Builds an article block by block, in the alphabet of the canonical text (``model.alphabet``)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.model import Article, Block, BlockKind, Container, Details, Resource, Span, make_text
from annotator.model.alphabet import is_odd, normalise

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

    Blocks without text are left out, except pictures and rules, which never have any.
    """

    def __init__(self) -> None:
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
        bare = kind in (BlockKind.IMAGE, BlockKind.RULE)
        given = [Run(runs)] if isinstance(runs, str) else list(runs)
        pieces = [] if bare else _trimmed(given, kind is BlockKind.CODE)
        if not pieces and not bare:
            return
        spans, text = self._spans(pieces)
        block = Block(
            kind, self._offset, self._offset + len(text), level, main, spans, containers,
            dir, lang, resource, normalise(alt),
        )  # fmt: skip
        self._blocks.append(block)
        self._texts.append(text)
        self._offset += len(text) + 1

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
