"""Builds an article block by block, keeping to the alphabet of the canonical text.

The alphabet: no C0 controls but line break and tab, no line or paragraph separators, no
surrogates, no noncharacters. Soft hyphens and zero-width marks that carry no meaning are dropped;
ZWJ and ZWNJ are kept (Persian, emoji).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.model import Article, Block, BlockKind, Container, Details, Resource, Span, make_text

NORMALISER = 1
"""The number of the rules in this module; a change to them is a new number."""

_DROPPED = dict.fromkeys(
    [0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F,
     *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0),
     *(plane * 0x10000 + last for plane in range(17) for last in (0xFFFE, 0xFFFF))]
)  # fmt: skip
_BREAKS = {0x2028: "\n", 0x2029: "\n", 0x0C: "\n", 0x85: "\n"}
_ALPHABET = str.maketrans({**_DROPPED, **_BREAKS})
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x85\xad\u200b\u2028\u2029\u2060\ufeff\ud800-\udfff\ufdd0-\ufdef"
    "\ufffe\uffff\U0001fffe-\U0001ffff\U0002fffe-\U0010ffff]"
)


def normalise(text: str) -> str:
    """The text in the canonical alphabet; line ends become ``\\n``. Spaces are left alone."""
    if not _ODD.search(text):
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_ALPHABET)


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
    pieces = [run.with_text(normalise(run.text)) if _ODD.search(run.text) else run for run in runs]
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if pieces:
        first = pieces[0].text
        pieces[0] = pieces[0].with_text(first.lstrip("\n") if code else first.lstrip())
        pieces[-1] = pieces[-1].with_text(pieces[-1].text.rstrip())
    return [run for run in pieces if run.text]
