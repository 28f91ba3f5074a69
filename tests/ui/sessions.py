"""An open article that lives in memory only, with what the reader asks of a session."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from annotator.events import Changes
from annotator.library.article_verdicts import ArticleVerdict
from annotator.library.marks import Mark, MarkIndex
from annotator.model import (
    Anchor,
    AnchorState,
    Annotation,
    Article,
    Block,
    BlockKind,
    Details,
    Selectors,
    Target,
)
from annotator.model.locators import paragraph_numbers
from annotator.reading.builder import ArticleBuilder


class MemoryLibrary:
    """Has pictures and no verdict on anything."""

    def __init__(self, pictures: dict[str, bytes] | None = None) -> None:
        self._pictures = pictures or {}
        self.article_verdicts = self

    def of(self, article_id: str) -> ArticleVerdict:
        return ArticleVerdict()

    def resource(self, sha256: str) -> bytes | None:
        return self._pictures.get(sha256)


class MemorySession:
    """Annotations over an article, indexed as the real session does it."""

    def __init__(self, article: Article, pictures: dict[str, bytes] | None = None) -> None:
        self.id = "article"
        self.article = replace(article, id=self.id)
        self.library = MemoryLibrary(pictures)
        self.paragraphs = paragraph_numbers(article.blocks)
        self._annotations: dict[str, Annotation] = {}
        self._anchors: dict[str, Anchor] = {}
        self._index = MarkIndex()
        self._before: dict[str, Mark | None] = {}

    def add(self, start: int, end: int, **fields: Any) -> str:
        id = f"a{len(self._annotations)}"
        target = Target("", "", Selectors(start, end, self.article.text[start:end]))
        self._put(Annotation(id, self.id, target=target, **fields), start, end)
        return id

    def mark(self, words: str, **fields: Any) -> str:
        """Marks the first place where the words stand."""
        start = self.article.text.index(words)
        return self.add(start, start + len(words), **fields)

    def _put(self, annotation: Annotation, start: int, end: int) -> None:
        anchor = Anchor(AnchorState.EXACT, start, end, 1.0)
        self._annotations[annotation.id] = annotation
        self._anchors[annotation.id] = anchor
        self._before[annotation.id] = self._index.put(annotation, anchor)

    def mark_before(self, id: str) -> Mark | None:
        return self._before.get(id)

    def move(self, id: str, start: int, end: int) -> None:
        self._put(self._annotations[id], start, end)

    def change(self, id: str, **fields: Any) -> None:
        anchor = self._anchors[id]
        self._put(replace(self._annotations[id], **fields), anchor.start, anchor.end)

    def remove(self, id: str) -> None:
        del self._annotations[id], self._anchors[id]
        self._before[id] = self._index.remove(id)

    def changed(self, *ids: str, rows: Iterable[str] = ("annotations",)) -> Changes:
        """What the library would tell."""
        return Changes(
            "", "", dict.fromkeys(rows, frozenset(ids)), frozenset({self.id}), frozenset(ids)
        )

    def has(self, id: str) -> bool:
        return id in self._annotations

    def ids(self) -> list[str]:
        return self._index.ids()

    def annotation(self, id: str) -> Annotation:
        return self._annotations[id]

    def anchor(self, id: str) -> Anchor:
        return self._anchors[id]

    def number(self, id: str) -> int | None:
        return self._index.number(id)

    def marks_between(self, start: int, end: int) -> list[Mark]:
        return self._index.between(start, end)

    def marks(self) -> list[Mark]:
        return list(self._index.marks())

    def marks_at(self, offset: int) -> list[str]:
        return self._index.at(offset)


def article_of(*paragraphs: str, title: str = "A title", **details: Any) -> Article:
    """An article of these paragraphs; ``# `` before one makes it a heading of level 1, ``## `` of
    level 2, ``-- `` page furniture."""
    builder = ArticleBuilder()
    for text in paragraphs:
        sign, _blank, rest = text.partition(" ")
        match sign:
            case "#" | "##":
                builder.add(BlockKind.HEADING, rest, level=len(sign))
            case "--":
                builder.add(BlockKind.PARAGRAPH, rest, main=False)
            case _:
                builder.add(BlockKind.PARAGRAPH, text)
    return builder.article(Details(title=title, **details), "text", "")


def edited(article: Article, edit: Callable[[Block], Block]) -> Article:
    """The article with each block changed."""
    return replace(article, blocks=tuple(edit(block) for block in article.blocks))
