"""The text of the article behind its fact-check, where it is asked for: passages of claims marked,
with the claims' numbers to go to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.exporting import claims
from annotator.exporting.document import ExportArticle
from annotator.exporting.factcheck.elements import Markup, element, join
from annotator.exporting.factcheck.elements import text as escaped
from annotator.exporting.shown import placed, shown_blocks, title_block
from annotator.i18n import _
from annotator.model import Block, BlockKind

_TAGS = {BlockKind.HEADING: "h3", BlockKind.CODE: "pre"}


@dataclass(frozen=True, slots=True)
class _Passage:
    """A claim's words on one block, code points; ``labels`` stand after them (none where they go
    on in a later block)."""

    start: int
    end: int
    labels: tuple[str, ...]


def article_text(article: ExportArticle) -> Markup:
    """The article's own text as a section."""
    passages = _passages(article)
    title = title_block(article.article)
    made = [
        _block(article, at, passages.get(at, ())) for at in shown_blocks(article) if at != title
    ]
    language = article.article.details.language
    inside = element("div", made, lang=language, dir="auto")
    return element("section", element("h2", _("The article’s text")), inside, class_="text")


def _passages(article: ExportArticle) -> Mapping[int, Sequence[_Passage]]:
    found: dict[int, list[_Passage]] = defaultdict(list)
    known = labels(article)
    for mark, pieces in placed(article):
        numbers = known[mark.annotation.id]
        for piece in pieces if numbers else ():
            after = numbers if piece is pieces[-1] else ()
            found[piece.block].append(_Passage(piece.start, piece.end, after))
    return found


def labels(article: ExportArticle) -> dict[str, tuple[str, ...]]:
    """By an annotation's id the numbers of its claims, in the order in which claims are shown."""
    order = {one.claim.id: at for at, one in enumerate(claims.of([article]))}
    return {
        mark.annotation.id: tuple(
            claim.label
            for claim in sorted(mark.annotation.claims, key=lambda one: order.get(one.id, 0))
        )
        for mark in article.marks
    }


def _block(article: ExportArticle, at: int, passages: Sequence[_Passage]) -> Markup:
    block = article.article.blocks[at]
    if block.kind is BlockKind.RULE:
        return element("hr")
    if block.end == block.start:
        return Markup("")
    name = _TAGS.get(block.kind, "p")
    kind = block.kind.value if name == "p" and block.kind is not BlockKind.PARAGRAPH else ""
    made = join(_pieces(article.article.text, block, passages))
    return element(name, made, class_=kind, dir=block.dir)


def _pieces(text: str, block: Block, passages: Sequence[_Passage]) -> Iterator[Markup]:
    """The block's text cut at the passages' ends; numbers stand where passages end."""
    edges = {block.start, block.end}
    edges.update(edge for passage in passages for edge in (passage.start, passage.end))
    for start, end in pairwise(sorted(edges)):
        marked = any(p.start <= start and end <= p.end for p in passages)
        yield element("mark", text[start:end]) if marked else escaped(text[start:end])
        yield from (_number(label) for p in passages if p.end == end for label in p.labels)


def _number(label: str) -> Markup:
    return element("sup", element("a", label, href=f"#{label}"))
