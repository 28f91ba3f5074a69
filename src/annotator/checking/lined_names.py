"""Names in headline, captions and body side by side; the same name spelt otherwise; captions that
speak of nobody the text knows."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.checking.content_words import content_words
from annotator.checking.parts import BODY, CAPTION, HEADLINE, SOURCE, STANDFIRST, Side
from annotator.checking.rows import Mention, Row, in_order, part_name, sentence, shown
from annotator.checking.spellings import Named, spellings
from annotator.i18n import _
from annotator.prose.names import NameMention, names, title_case

_AGENCIES = (
    "AP|AFP|Agence France|Reuters|Getty|EPA|PA|NPR|CNN|BBC|Bloomberg|Shutterstock|iStock|Alamy|"
    "Associated Press|Unsplash|Flickr|Wikimedia|dpa|EFE|ANSA|Anadolu"
)
_CREDIT = re.compile(
    r"(?:\b(?:Photograph|Photo|Picture|Image|Illustration|Credit|Courtesy|Copyright|Source)\b\s*"
    r"(?:by|copyright|credit|courtesy|:|©|of\b|/)|\bCredit\b|©"
    rf"|\((?:[\w .]{{1,40}}[/,]\s?)?(?:{_AGENCIES})\b"
    rf"|[\w.’'-]+(?:\s[\w.’'-]+){{0,3}}\s?/\s?(?:{_AGENCIES})\b"
    rf"|\b(?:via|by)\s(?:{_AGENCIES})\b"
    r"|(?:Getty|Reuters|AP|AFP|EPA|PA)\s(?:Images|Photos?)\b"
    r"|(?:[A-Z][\w.’'-]+\s){2,4}for\s(?:the\s|The\s)?[A-Z]).*$",
    re.DOTALL,
)
_OF_THE_TEXT = 2
"""Content words that a caption shares with the text where only a place is its own."""
_POSSESSIVE = re.compile(r"[’']s$")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def lined_names(sides: Sequence[Side]) -> Iterator[Row]:
    """The rows of names and pictures: of the article (the first side) and its sources."""
    article = sides[0]
    body = _of_part(article, BODY)
    known = _Known(body)
    front = [
        one for part in (HEADLINE, STANDFIRST, CAPTION) for one in _of_part(article, part, known)
    ]
    sources = [one for side in sides[1:] for one in _of_part(side, SOURCE)]
    yield from spellings([*front, *body, *sources])
    yield from _agreeing([*front, *(one for one in sources if _certain(one.name))], body)
    yield from _pictures(article, front, body)
    yield from _strangers(article, front)


class _Known:
    """The names of the body, to be found by a word of theirs."""

    def __init__(self, body: Sequence[Named]) -> None:
        self._names: dict[str, set[str]] = defaultdict(set)
        for one in body:
            for word in one.name.name.split():
                self._names[word].add(one.name.name)

    def of(self, text: str) -> set[str]:
        """Those that share a word with a text."""
        found = (self._names.get(_POSSESSIVE.sub("", word), ()) for word in _WORD.findall(text))
        return {name for names_of_word in found for name in names_of_word}


def _of_part(side: Side, part: str, known: _Known | None = None) -> list[Named]:
    whole = side.parts[part]
    if known is None:
        return [Named(part, side, name) for name in names(whole.text)]
    found = []
    for start, end in whole.ranges:
        text = side.text[start:end]
        text = _CREDIT.sub("", text) if part == CAPTION else text
        for name in names(text, known.of(text)):
            moved = replace(name, start=name.start + start, end=name.end + start)
            found.append(Named(part, side, moved))
    return found


def _certain(name: NameMention) -> bool:
    """Whether it is surely a name: more than one word with a capital."""
    return bool(name.title or name.acronym or " " in name.name)


# -- side by side --------------------------------------------------------------------------------


def _agreeing(front: Sequence[Named], body: Sequence[Named]) -> Iterator[Row]:
    """Names of headline, standfirst, captions and sources that the text has, too."""
    in_body: dict[str, Named] = {}
    for one in body:
        in_body.setdefault(one.name.key, one)
        if one.name.acronym and one.name.long:
            in_body.setdefault(one.name.name.casefold(), one)
    groups: dict[str, dict[tuple[str, str], Mention]] = defaultdict(dict)
    for one in front:
        if one.name.key in in_body:
            groups[one.name.key].setdefault((one.part, one.side.label), one.mention)
    for key, mentions in groups.items():
        other = in_body[key]
        yield Row(other.name.long or other.name.name, in_order([*mentions.values(), other.mention]))


# -- pictures and strangers ----------------------------------------------------------------------


def _pictures(article: Side, front: Sequence[Named], body: Sequence[Named]) -> Iterator[Row]:
    """Captions with names of which the text has none."""
    spoken = (
        _words_of(article, BODY) | _words_of(article, STANDFIRST) | _words_of(article, HEADLINE)
    )
    told = content_words(article.parts[BODY].text)
    captions = article.parts[CAPTION].ranges if body else ()
    for start, end in captions:
        inside = [one for one in front if one.part == CAPTION and start <= one.name.start < end]
        subjects = [one for one in inside if not _occurs(one.name, spoken)]
        certain = any(_certain(one.name) for one in subjects)
        if not certain and len(content_words(article.text, start, end) & told) >= _OF_THE_TEXT:
            continue
        if inside and len(subjects) == len(inside):
            mention = Mention(CAPTION, start, end, article.text[start:end])
            listed = _listed(dict.fromkeys(shown(one.mention.text) for one in subjects))
            said = sentence(
                _("{one} names {name}, the text does not").format(
                    one=part_name(mention), name=listed
                )
            )
            yield Row(listed, (mention,), "picture", said, "picture")


def _listed(names_: Iterable[str]) -> str:
    """Names in a row: ``A, B and C``."""
    *before, last = names_
    if not before:
        return last
    return _("{names} and {last}").format(names=", ".join(before), last=last)


def _strangers(article: Side, front: Sequence[Named]) -> Iterator[Row]:
    """People and bodies of a headline that the text does not name; title case tells none."""
    spoken = _words_of(article, BODY) | _words_of(article, STANDFIRST)
    for one in front:
        (start, end) = article.sentence(one.name.start)
        certain = _certain(one.name) and not one.name.acronym
        if one.part != HEADLINE or not spoken or title_case(article.text[start:end]) or not certain:
            continue
        if not _occurs(one.name, spoken):
            said = sentence(
                _("{one} names {name}, the text does not").format(
                    one=part_name(one.mention), name=one.mention.text
                )
            )
            yield Row(one.name.name, (one.mention,), "name", said, "headline")


def _words_of(side: Side, part: str) -> frozenset[str]:
    text = side.parts[part].text
    return frozenset(_bare(word) for word in _WORD.findall(text))


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word).casefold().replace("’", "'")


def _occurs(name: NameMention, spoken: frozenset[str]) -> bool:
    """Whether any telling word of the name is in the text."""
    listed = [_bare(word) for word in _WORD.findall(name.long or name.name)]
    return any(word in spoken for word in listed if len(word) > 2)
