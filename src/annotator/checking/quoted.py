"""The quotations inside an article, and who is said to have said them."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.checking.speech import is_prose, with_speakers
from annotator.model import Article, Block, BlockKind
from annotator.prose.attribution import attributions
from annotator.prose.quotations import quotations

_TITLES = (BlockKind.HEADING, BlockKind.CAPTION)


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """The quoted words ``article.text[start:end]``, without their marks.

    ``sentence_start``, ``sentence_end``: from where the sentence begins that the quotation begins
    in to where the one ends that it ends in. ``speaker`` is who is said to have said it, ""
    where nobody is; ``named``: by name.
    """

    start: int
    end: int
    sentence_start: int
    sentence_end: int
    speaker: str = ""
    named: bool = False
    block: int = 0


def article_quotations(article: Article) -> list[QuotedPassage]:
    """The quotations of the article's own text, headline and captions, in order."""
    found = [*_in_prose(article)]
    for index, block in enumerate(article.blocks):
        if block.main and block.kind in _TITLES and not is_prose(block):
            found += _in_title(article, index, block)
    return sorted(found, key=lambda passage: passage.start)


def _in_prose(article: Article) -> Iterator[QuotedPassage]:
    passages: dict[int, QuotedPassage] = {}
    for one, speaker in with_speakers(article):
        for quotation in one.quotations:
            before = passages.get(quotation.start)
            name, named = (speaker.name, speaker.named) if speaker else ("", False)
            if before:
                name, named = before.speaker or name, before.named or (not before.speaker and named)
            passages[quotation.start] = QuotedPassage(
                quotation.start,
                quotation.end,
                before.sentence_start if before else one.sentence.start,
                one.sentence.end,
                name,
                named,
                one.sentence.block,
            )
    yield from passages.values()


def _in_title(article: Article, index: int, block: Block) -> Iterator[QuotedPassage]:
    text = article.text[block.start : block.end]
    inside = quotations(text)
    said = attributions(text, quoted=inside) if inside else []
    speaker = next((one for one in said if one.named), None)
    for quotation in inside:
        if quotation.depth == 0:
            yield QuotedPassage(
                block.start + quotation.start,
                block.start + quotation.end,
                block.start,
                block.end,
                speaker.source if speaker else "",
                speaker is not None,
                index,
            )
