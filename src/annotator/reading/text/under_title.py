"""The bare lines between a plain text's title and its first paragraph: sections, authors, places.

They look like headings, but an article that begins with a heading is rare, unless it is one of
those that open a text ("Introduction").
"""

import re
from collections.abc import Callable, Sequence

from annotator.reading.text.chunks import Chunk, Shape
from annotator.reading.text.furniture import is_furniture
from annotator.reading.text.lines import matches
from annotator.reading.text.wrapping import ends_sentence, is_dense

_MOST_WORDS = 3
_MOST_DENSE = 8  # of signs that are written without spaces
_WITHIN = 8
_ENOUGH_WORDS = 60
_AND = re.compile(r"\s+(?:and|&|und|et|y|e|en|og|och)\s+|,\s+", re.I)
_NUMBERED = re.compile(r"\w+\s+(?:[ivxlcdm]+|\d+)\W?|\W*[\divxlcdm]+\W*", re.I)

_OPENINGS = r"""
introduction|intro|background|abstract|(?:executive |short )?summary|overview|preface|prologue
|foreword|contents|key (?:points|takeaways|findings)|highlights|at a glance|in brief|tl;?dr
|about this .*
|preamble|präambel|préambule|preámbulo|preambolo|preâmbulo|преамбула|الديباجة|序言|前文
|einleitung|einführung|vorwort|zusammenfassung|inhalt|hintergrund|abstrakt|résumé|contexte
|avant-propos|préface|sommaire|introducción|resumen|antecedentes|prólogo|introduzione|sommario
|premessa|introdução|resumo|sumário|inleiding|samenvatting|voorwoord|введение|предисловие|wstęp
|はじめに|序文|概要|引言|摘要|前言|서론|مقدمة"""

_SECTIONS = r"""
(?:(?:local|national|world|business|breaking|latest|top|city|regional|sports?|us|u\.s\.|uk
|eu) )?news|nation(?:al)?|local|regional|metro|city|world|international|global|politics
|government|business|economy|markets?|money|finance|companies|work|careers|opinions?|editorials?
|op-?eds?|comment(?:ary)?|analysis|explainers?|perspectives?|sports?|football|culture|arts?
|entertainment|celebrity|lifestyle|life|living|style|fashion|food|drink|recipes|travel|health
|wellness|science|tech(?:nology)?|environment|climate|nature|energy|education|schools?|society
|people|community|religion|crime|courts?|law|weather|media|books?|films?|movies|music|tv
|television|theat(?:re|er)|games|gaming|obituaries|features?|magazine|investigations?|exclusive
|letters|reviews?|interviews?|blogs?|podcasts?|history|property|real estate|europe|asia|africa
|americas|middle east|united states|fact[ -]?checks?|politik|wirtschaft|kultur|panorama|meinung
|kommentar|wissen(?:schaft)?|gesellschaft|ausland|inland|regionales|lokales|feuilleton|netzwelt
|reise|gesundheit|leben|nachrichten|welt|deutschland|debatte|politique|économie|société|monde
|sciences?|santé|planète|débats?|actualités|idées|política|economía|sociedad|mundo|internacional
|nacional|cultura|deportes|ciencia|tecnología|salud|opinión|noticias|politica|economia|cronaca
|esteri|scienza|salute|opinioni|attualità|brasil|esportes|opinião|saúde|ciência|notícias|politiek
|economie|binnenland|buitenland|cultuur|wetenschap|opinie|nieuws|politik|inrikes|utrikes|kultur
|политика|экономика|общество|культура|спорт|мир|наука|новости|政治|経済|社会|国際|文化|スポーツ|科学|经济|国际|体育|科技
|新闻|정치|경제|사회|문화|스포츠"""
_JOINED = re.compile(r"\s*[/|>›»·•,&]\s*|\s+(?:and|und|et|y|e|en|-|–)\s+", re.I)


def bare_lines(
    pieces: Sequence[Chunk], title: int, is_credit: Callable[[Chunk], bool]
) -> list[int]:
    """The short lines directly under the title, where a paragraph follows at last. ``is_credit``:
    whether a piece says who wrote the text or when; such may stand between them."""
    found: list[int] = []
    for index in range(title + 1, min(len(pieces), title + _WITHIN)):
        piece = pieces[index]
        if is_credit(piece) or is_furniture(piece.text):
            continue
        if not _is_bare(piece):
            return found
        found.append(index)
    return []


def is_section(line: str) -> bool:
    """Whether the line names sections of a paper and nothing else: "Politics", "Arts & Culture"."""
    return all(matches(_SECTIONS, part) for part in _JOINED.split(line.strip()))


def is_proper(name: str, pieces: Sequence[Chunk]) -> bool:
    """Whether all of the words are names, as far as the text tells: none of them stands in it in
    lower case, and it is long enough to tell."""
    words = {word for piece in pieces for word in re.findall(r"[^\W\d_]+", piece.text)}
    return len(words) >= _ENOUGH_WORDS and not any(
        word.lower() in words for word in re.findall(r"[^\W\d_]+", _AND.sub(" ", name))
    )


def _is_bare(piece: Chunk) -> bool:
    text = piece.text.strip()
    if piece.shape is not Shape.LINE or piece.wrapped or ends_sentence(text):
        return False
    if is_section(text):
        return True
    if matches(_OPENINGS, text) or _NUMBERED.fullmatch(text):
        return False
    if is_dense(text[:1]):
        return len(text) <= _MOST_DENSE
    parts = _AND.split(text)
    return not text[0].islower() and all(0 < len(part.split()) <= _MOST_WORDS for part in parts)
