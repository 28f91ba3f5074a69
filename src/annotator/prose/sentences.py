"""Where sentences begin and end.

sentencex finds the boundaries: abbreviations, initials, decimals and closing marks in some 300
languages. What it leaves to its callers is mended here: a quotation of many sentences is one to it,
and a few short pieces (``1.``, ``6 p.m. | Monday``) belong to what follows them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.model import Article, Block, BlockKind
from annotator.model.text import without_blanks
from annotator.prose.abbreviations import goes_on
from annotator.prose.language import article_language

Range = tuple[int, int]

LONG = 240
"""Above this many code points a sentence around a quotation is cut within the quotation."""

_SILENT = (BlockKind.CODE, BlockKind.IMAGE, BlockKind.RULE)

_OPENING, _CLOSING = '“„«‹(["', '”»›)]"“'
_ENCLOSING = str.maketrans(dict.fromkeys('“”„«»‹›()[]"', " "))
_BEGINS = re.compile(r"[“„«‹(\[\"'‘¿¡]*[\w$€£¥]")
_WORD = re.compile(r"\w")
_NUMBERING = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]+$")
_DEGREE = re.compile(
    r"\b(?:Ph\.?D|M\.?D|MBA|MPH|M\.?Sc|B\.?Sc|JD|RN|DDS|Esq)\.(?=\s+(?:She|He|They|It|We|I|The|This|That"
    r"|These|Those|Her|His|Their|In|On|At|But|And|When|After|Before|While|There)\b)"
)
"""“Jane Roe, PhD. She”: a sentence ends with what is an abbreviation."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """``article.text[start:end]``, no blanks at its ends; ``block`` is its block's index."""

    start: int
    end: int
    block: int


def sentences(text: str, language: str = "") -> list[Range]:
    """The sentences of a text, in order, without the blanks between them.

    ``language`` is a BCP 47 tag; unknown ones are treated as English. What is no blank belongs to
    exactly one sentence.
    """
    import sentencex

    code = language.partition("-")[0].lower() or "en"
    found = sentencex.get_sentence_boundaries(code, text)
    pieces = (without_blanks(text, piece["start_index"], piece["end_index"]) for piece in found)
    cut = [
        part
        for piece in pieces
        for degree in _cut_behind_degrees(text, piece)
        for part in _cut_inside(text, degree, code)
    ]
    return _joined(text, [(start, end) for start, end in cut if start < end], code)


def article_sentences(article: Article, main_only: bool = True) -> list[Sentence]:
    """The sentences of an article, block by block: no sentence reaches over two blocks.

    A heading is one sentence. Captions, list items and table cells are there, too; code is not.
    """
    language = article.details.language or article_language(article)
    return [
        Sentence(start, end, index)
        for index, block in enumerate(article.blocks)
        if block.kind not in _SILENT and (block.main or not main_only)
        for start, end in _of_block(article, block, language)
    ]


def _of_block(article: Article, block: Block, language: str) -> list[Range]:
    if block.kind is BlockKind.HEADING:
        start, end = without_blanks(article.text, block.start, block.end)
        return [(start, end)] if start < end else []
    text = article.text[block.start : block.end]
    found = sentences(text, block.lang or language)
    return [(block.start + start, block.start + end) for start, end in found]


def _cut_behind_degrees(text: str, piece: Range) -> Iterator[Range]:
    start, end = piece
    for found in _DEGREE.finditer(text, start, end):
        yield start, found.end()
        start = without_blanks(text, found.end(), end)[0]
    yield start, end


def _cut_inside(text: str, piece: Range, language: str) -> Iterator[Range]:
    """The piece cut within quotation marks and brackets that it begins with or is long by."""
    import sentencex

    start, end = piece
    if end - start <= LONG and text[start : start + 1] not in tuple(_OPENING):
        yield piece
        return
    bare = text[start:end].translate(_ENCLOSING)
    for found in sentencex.get_sentence_boundaries(language, bare)[1:]:
        place = _before_opening(text, piece[0] + found["start_index"], piece)
        if place > start and _is_inner_boundary(text, place, piece):
            yield without_blanks(text, start, place)
            start = place
    yield without_blanks(text, start, end)


def _before_opening(text: str, place: int, piece: Range) -> int:
    """The place where the sentence begins, with the marks that open it."""
    while place < piece[1] and text[place].isspace():
        place += 1
    while place > piece[0] and text[place - 1] in _OPENING and not text[place - 1].isspace():
        place -= 1
    return place


def _is_inner_boundary(text: str, place: int, piece: Range) -> bool:
    """Whether a sentence ends before ``place`` although the marks around it stay open.

    After a closing quotation mark it is sentencex that knows better: ``“Stop!” Mr. Smith said.``
    """
    before, after = text[piece[0] : place], text[place : piece[1]]
    if not before[-1:].isspace() or not _BEGINS.match(after):
        return False
    last = before.rstrip()[-1:]
    return last in ")]" or last not in _CLOSING


def _joined(text: str, pieces: list[Range], language: str) -> list[Range]:
    """The pieces, those that are no sentence of their own joined to their neighbour."""
    joined: list[Range] = []
    for start, end in pieces:
        if joined and _belong_together(text[slice(*joined[-1])], text[start:end], language):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _belong_together(left: str, right: str, language: str) -> bool:
    if not _WORD.search(left) or not _WORD.search(right) or _NUMBERING.fullmatch(left):
        return True
    if right[0] in '”’»")]' and (right[1:2].isspace() or right[1:2] in ",;"):
        return True
    return goes_on(left, right, language)
