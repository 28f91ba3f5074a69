"""Finds the title among the first pieces of a plain text, and the lines that say who and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model import Details
from annotator.reading.dates import iso_date
from annotator.reading.people import BY, clean_authors
from annotator.reading.text.chunks import Chunk, Shape
from annotator.reading.text.furniture import is_furniture, is_reading_time
from annotator.reading.text.under_title import bare_lines, is_proper, is_section
from annotator.reading.text.wrapping import ends_sentence, is_dense

_WITHIN, _BIOGRAPHY = 25, 5
_LONGEST, _MOST_WORDS = 220, 30
_BODY = 160
_SENTENCE = 60

# What speaks for a title, by how much. A headline that comes back elsewhere is one nearly for sure.
_REPEATED, _CONTAINED, _WORDS, _FIRST, _LEADS_IN, _CAPITALS = 4.0, 3.0, 2.0, 1.5, 1.0, 1.0
_SECTION, _TAGLINE = -1.0, -3.0

_SLOGAN = re.compile(
    r"\b(?:your|trusted|source (?:for|of)|since \d{4}|independent|news (?:and|&)|breaking news|"
    r"daily news|all the news|for the people|ihre?|votre|tu fuente|su fuente|ваш)\b",
    re.I,
)
_FIELD = re.compile(
    r"(title|author|authors|by|date|published|url|source|site|publication)\s*:\s+(\S.*)", re.I
)
_NAMES = {
    "authors": "author", "by": "author", "published": "date", "source": "url",
    "publication": "site",
}  # fmt: skip
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
_BY = re.compile(
    rf"(?:{BY}|от|автор:?|author:?|autor:?|autore:?|auteurs?:?|文[:：/]|作者[:：]|记者)"
    r"[:\s]+(?P<who>[^|•·–—\d]{2,80}?)"
    r"(?:,\s*(?P<rest>.{0,60}))?",
    re.I,
)
_BARE_BY = re.compile(rf"{BY}:?", re.I)
_WEEKDAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag"
    r"|mittwoch|sonnabend|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|mi[ée]rcoles"
    r"|jueves|viernes|sábado|domingo|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
)
_DATED = re.compile(
    r"(?:(?:first )?(?:published|posted|updated|last (?:updated|modified)|date|on"
    r"|veröffentlicht|aktualisiert|stand|erschienen|(?:publié|mis à jour|modifié)e?|publicad[ao]"
    r"|actualizad[ao]|atualizad[ao]|pubblicat[ao]|aggiornat[ao]|gepubliceerd|bijgewerkt)\b:?\s*){0,2}"
    r"(?:(?:on|am|vom|den|le|el|il|em|op)\s+)?"
    rf"(?:(?:{_WEEKDAYS})\.?,?\s+)?(?P<date>\d.{{5,40}}|\w+\.?\s\d.{{3,40}})",
    re.I,
)
_WRITTEN_DATE = re.compile(  # in words or orders that dates.py does not take for sure
    r"(?:\w+\.?,? )?(?:\d{1,2}\.?|\w+) (?:de |of )?\w+\.?,? (?:de )?(?:19|20)\d\d"
    r"(?: ?г\.?)?(?:,? (?:at |um |à )?\d{1,2}[:.h]\d\d.{0,12})?|\d{1,2}/\d{1,2}/\d{2,4}.{0,12}|"
    r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日.{0,12}",
    re.I,
)
_LEGAL = re.compile(r"\W*(?:©|\(c\) |copyright\b)", re.I)  # names the site, not the article
_POST = re.compile(
    r"(?:[\w'’-]+ ){0,3}(?:writer|reporter|correspondent|editor|contributor|columnist|staff"
    r"|redakteur(?:in)?|korrespondent(?:in)?|journaliste?|rédact(?:eur|rice)|periodista|redactora?"
    r"|giornalista|jornalista|redacteur)",
    re.I,
)
_POST_AFTER_COMMA = re.compile(rf",\s+(?={_POST.pattern}$)", re.I)
_MINUTES = re.compile(r"\s+\d{1,3}[ -]?min(?:ute)?s?\.?[ -]read$", re.I)
_LONGEST_CREDIT = 120
_NUMBERED = re.compile(r"\d+(?:\.\d+)*[.)]\s")
_NOT_PEOPLE = re.compile(r"\b(?:the|a|an|this|and then|of|in|on|to)\b", re.I)


@dataclass(frozen=True, slots=True)
class Head:
    """The title's piece (None where there is none), the pieces that name authors and dates, with
    what they say, and the other short lines under the title."""

    title: int | None
    credits: frozenset[int]
    details: Details
    bare: tuple[int, ...] = ()


def same(text: str) -> str:
    """What two lines must share to be the same headline: letters and digits, case aside."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def read_head(pieces: Sequence[Chunk]) -> Head:
    """The head of a text."""
    lines = _fields(pieces)
    fields = dict(reversed(lines.values()))  # the first of each name counts
    title = _title(pieces, fields.get("title", ""))
    bare = [] if title is None else bare_lines(pieces, title, is_credit)
    credits = _credits(pieces, title, bare)
    authors = [fields.get("author", ""), *(who for who, _ in credits.values())]
    dates = [iso_date(fields.get("date", "")), *(date for _, date in credits.values())]
    url = fields.get("url", "")
    details = Details(
        title=fields.get("title", "") or ("" if title is None else one_line(pieces[title].text)),
        authors=clean_authors(filter(None, authors)),
        published=next((date for date in dates if _ISO.fullmatch(date)), ""),
        url=url if re.match(r"https?://\S+$", url) else "",
        site=fields.get("site", ""),
    )
    credited = frozenset(credits) | frozenset(lines)
    return Head(title, credited, details, tuple(i for i in bare if i not in credited))


def one_line(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def is_credit(piece: Chunk) -> bool:
    """Whether it is a line that says who wrote it or when, nothing else."""
    return piece.shape is Shape.LINE and any(_credit(piece.text))


def _field(piece: Chunk) -> tuple[str, str] | None:
    """(name, value) of a header line such as "Author: …"."""
    match = _FIELD.fullmatch(piece.text.strip())
    if match is None or is_reading_time(piece.text):
        return None
    return _NAMES.get(match[1].lower(), match[1].lower()), match[2].strip()


def _fields(pieces: Sequence[Chunk]) -> dict[int, tuple[str, str]]:
    """The header lines at the top, at least two of them (one may be a sentence with a colon)."""
    found = {i: field for i, piece in enumerate(pieces[:_WITHIN]) if (field := _field(piece))}
    return found if len(found) > 1 else {}


def _title(pieces: Sequence[Chunk], named: str) -> int | None:
    first = list(enumerate(pieces[:_WITHIN]))
    if named:
        wanted = same(named)
        return next((i for i, piece in first if same(piece.text) == wanted), None)
    lines = [line for piece in pieces for line in piece.text.split("\n")]
    elsewhere = [same(line) for line in lines if not _LEGAL.match(line)]
    scores: dict[int, float] = {}
    in_body = False
    for index, piece in first:
        if _may_be_title(piece):
            score = _score(pieces, index, elsewhere)
            # After the article has begun only a headline that comes back can still be its title.
            if not in_body or (score >= _REPEATED and not scores):
                scores[index] = score
        in_body = in_body or _is_body(piece)
    return max(scores, key=lambda index: scores[index]) if scores else None


def _may_be_title(piece: Chunk) -> bool:
    text = piece.text.strip()
    return (
        piece.shape in (Shape.LINE, Shape.PROSE)
        and len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and any(char.isalpha() for char in text)
        and text[-1] not in ".,;:…،؛。、—"
        and not text.startswith(("***", "---", "http://", "https://", "www."))
        and not _NUMBERED.match(text)
        and not is_furniture(text)
        and not any(_credit(text))
        and not (text[0] in '"“„«' and ends_sentence(text))
    )


def _score(pieces: Sequence[Chunk], index: int, elsewhere: Sequence[str]) -> float:
    text = pieces[index].text
    key, words = same(text), len(text.split())
    wide = len(text) >= 6 and is_dense(text[len(text) // 2])  # words without spaces
    score = 0.0
    if words >= 3 or wide:
        score += _REPEATED * (elsewhere.count(key) > 1)
        score += _CONTAINED * any(key in line and key != line for line in elsewhere)
        score += _WORDS * (words >= 4 or wide)
    score += _FIRST * (index == 0)
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if following:
        score += _LEADS_IN * (_is_body(following) or is_credit(following))
        score += _SECTION * (_may_be_title(following) and len(following.text.split()) <= 2)
    score += _CAPITALS * (text.isupper() and pieces[index].wrapped)
    score += _TAGLINE * bool(_SLOGAN.search(text))
    return score


def _is_body(piece: Chunk) -> bool:
    """Whether a piece is a paragraph of the article: sentences, not a headline or a button."""
    text = piece.text
    sentence = len(text) >= _SENTENCE and ends_sentence(text)
    return sentence or len(text) >= _BODY + 60 or piece.shape in (Shape.VERSE, Shape.ITEM)


def _credits(
    pieces: Sequence[Chunk], title: int | None, bare: Sequence[int]
) -> dict[int, tuple[str, str]]:
    """The lines near the title that give authors and dates → what they give."""
    if title is None:
        return {}
    found: dict[int, tuple[str, str]] = {}
    for index in range(max(0, title - 3), min(len(pieces), title + 7)):
        piece = pieces[index]
        if _BARE_BY.fullmatch(piece.text) and index + 1 < len(pieces):
            name = one_line(pieces[index + 1].text)
            if _is_name(name):
                found |= {index: ("", ""), index + 1: (name, "")}
                continue
        if index > title + 2 and _is_body(piece) and _is_body(pieces[index - 1]):
            break
        if index in bare and _is_author(index, pieces):
            found[index] = (one_line(piece.text), "")
        elif index in bare and _POST.fullmatch(piece.text):
            found[index] = ("", "")
        elif index != title and index not in found and is_credit(piece):
            found[index] = _credit(piece.text)
    return found


def _is_author(index: int, pieces: Sequence[Chunk]) -> bool:
    """Whether a bare line under the title is a name: beside a date or a post, of words that are
    names all through the text, or back where the author is introduced, at the end."""
    name = one_line(pieces[index].text)
    people = clean_authors([name])
    if is_section(name) or not all(len(who.split()) > 1 and _is_name(who) for who in people):
        return False
    following = pieces[index + 1]  # there is one, since a paragraph follows at last
    beside = is_credit(following) or bool(_POST.fullmatch(following.text))
    signed = any(piece.text.startswith(name + " ") for piece in pieces[-_BIOGRAPHY:])
    return beside or signed or is_proper(name, pieces)


def _credit(line: str) -> tuple[str, str]:
    """(author, date) a line gives, each "" where it does not; nothing else may stand in it but a
    reading time. The date is ISO, or as written where it cannot be told for sure."""
    line = _POST_AFTER_COMMA.sub(" | ", _MINUTES.sub("", one_line(line)))
    if len(line) > _LONGEST_CREDIT:
        return "", ""
    who, when = "", ""
    parts = [part for part in re.split(r"\s*[|•·]\s*|\s+[–—-]\s+", line) if part]
    if len(parts) > 1 and _POST.fullmatch(parts[1]) and _is_name(parts[0]):
        who, parts = parts[0], parts[2:]
    for part in parts:
        author, date = _part_of_credit(part)
        if not (author or date or is_reading_time(part)):
            return "", ""
        who, when = who or author, when or date
    return who, when


def _part_of_credit(part: str) -> tuple[str, str]:
    by = _BY.fullmatch(part)
    if by and _is_name(by["who"]):
        return by["who"].strip(), _date(by["rest"] or "")
    return "", _date(part)


def _date(said: str) -> str:
    dated = _DATED.fullmatch(said)
    if not dated or len(said) > 60:
        return ""
    if iso := iso_date(dated["date"]):
        return iso
    return said if _WRITTEN_DATE.fullmatch(dated["date"]) else ""


def _is_name(who: str) -> bool:
    words = re.findall(r"[^\W\d_][\w.'’-]*", who)
    cased = [word for word in words if word[0].isupper() or word[0].islower()]
    capitals = sum(word[0].isupper() for word in cased)
    return (
        0 < len(words) <= 8
        and not ends_sentence(who.rstrip("."))
        and (not cased or (capitals >= 0.6 * len(cased) and cased[0][0].isupper()))
        and not _NOT_PEOPLE.search(who)
    )
