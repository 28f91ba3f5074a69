"""Who is said to have said it: reporting verbs, "according to", "as reported by" (English)."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.prose.attribution_words import (
    ACCUSING,
    BETWEEN,
    DOCUMENTS,
    HEDGED,
    NOUNS_TOO,
    PERSONS,
    PRONOUNS,
    SAYING,
)
from annotator.prose.names import NameMention, names
from annotator.prose.quotations import Quotation, quotations
from annotator.prose.word_lists import words


@dataclass(frozen=True, slots=True)
class Attribution:
    """A place where somebody is said to say something; offsets into the text given.

    ``start``, ``end``: the words that say so ("according to", "said"). ``source_start``,
    ``source_end``: who, None where it is not said. ``named``: by name; a pronoun is not, though
    ``pronoun`` tells the caller to look for who it is. ``kind``: ``says`` | ``according``.
    """

    start: int
    end: int
    source_start: int | None
    source_end: int | None
    source: str
    named: bool
    verb: str
    kind: str = "says"
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class _Source:
    start: int
    end: int
    text: str
    named: bool
    pronoun: bool = False
    document: bool = False


class _Sentence:
    """A text without its quotations, and who may say something in it."""

    def __init__(self, text: str, sources: Sequence[_Source]) -> None:
        self.text = text
        self._sources = sorted(sources, key=lambda source: (source.start, source.end))
        self._starts = [source.start for source in self._sources]

    @property
    def first(self) -> _Source | None:
        return self._sources[0] if self._sources else None

    def between(self, low: int, high: int) -> list[_Source]:
        """Those that start in ``[low, high)``, in order."""
        return self._sources[bisect_left(self._starts, low) : bisect_left(self._starts, high)]


_STRONG, _WEAK = frozenset(SAYING.split()), frozenset(HEDGED.split())
_VERB = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(_STRONG | _WEAK))})(?![\w-])", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:according\sto|as\s(?:first\s)?(?:reported|stated|noted|said|explained|described|told|"
    r"confirmed|claimed|argued)\s(?:by|in)|as\s(?:quoted|cited)\s(?:by|in)|in\sthe\swords\sof|"
    r"(?:reported|confirmed|described|cited|quoted|dubbed|obtained|seen)\sby)\s+",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"(?:[\w’'&.$%-]+\s){0,5}[\w’'&-]+")
_THAT = re.compile(r"\s*(?:that\b|how\b|[,:]?\s*[\"“‘'«\x00]|[,:]\s*\x00)")
_SUBJECT_AFTER = re.compile(r"\s+(?:the\s|a\s|an\s)?")
_NOUN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_GAP = re.compile(
    r"(?:[’']s\s[\w-]+)?"
    r"(?:,?\s(?:of|at|in|for|from|with|on|and|who|which|as)\s[^,;:.?!]{1,70}(?=,|\s))?"
    r"(?:,\s[^;:.?!]{1,90},)?\s*(?P<rest>(?:[\w’'-]+\s+){0,4})"
)
_REACH = 170
_BEING = re.compile(r"\b(?:is|are|was|were|be|been|being)\s$")
_CLAUSE = re.compile(r"\b(?:when|if|how|why|before|after|until|unless)\s$", re.IGNORECASE)
_NEAR = 60
_WITHIN = frozenset({" of ", " in ", " from ", " at ", " for "})
_TYING = frozenset({" like ", " such as ", " including ", " ", ", "})
_STOP = words(
    "that the a an and but or if when while as because so in on at for of to with from by than is "
    "are was were be it this its their his her your my our which what how why"
)


def attributions(
    text: str, known: Sequence[NameMention] | None = None, quoted: Sequence[Quotation] | None = None
) -> list[Attribution]:
    """The attributions in a sentence (or a paragraph), in order.

    ``known`` and ``quoted`` are the names and quotations in this text where they are known
    already. What stands inside a quotation is that speaker's own and not looked at.
    """
    found_names = names(text) if known is None else known
    inside = quotations(text) if quoted is None else quoted
    bare = _without_quotations(text, inside)
    sources = _sources(bare, [name for name in found_names if bare[name.start] != "\x00"])
    sentence = _Sentence(bare, sources)
    found = [*_by_cue(sentence)]
    for match in _VERB.finditer(bare):
        found += _by_verb(sentence, match)
    return _once(sorted(found, key=lambda attribution: attribution.start))


def _without_quotations(text: str, inside: Iterable[Quotation]) -> str:
    parts, at = [], 0
    for quotation in inside:
        if quotation.depth == 0 and quotation.outer_start >= at:
            length = quotation.outer_end - quotation.outer_start
            parts += [text[at : quotation.outer_start], "\x00" * length]
            at = quotation.outer_end
    return "".join([*parts, text[at:]])


def _sources(text: str, found: Sequence[NameMention]) -> list[_Source]:
    """Those who may say something, in order: names, nouns such as "officials", pronouns."""
    sources = [_Source(n.start, n.end, text[n.start : n.end], True) for n in found]
    covered = bytearray(len(text))
    for source in sources:
        covered[source.start : source.end] = b"\x01" * (source.end - source.start)
    for match in _NOUN.finditer(text):
        word = match[0].lower()
        if covered[match.start()]:
            continue
        if word in PRONOUNS:
            if not _CLAUSE.search(text, max(0, match.start() - 8), match.start()):
                sources.append(_Source(*match.span(), match[0], False, pronoun=True))
        elif (single := _singular(word)) in PERSONS or single in DOCUMENTS:
            start = _phrase_start(text, match.start(), covered)
            words = text[start : match.end()]
            sources.append(_Source(start, match.end(), words, False, document=single in DOCUMENTS))
    return sources


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _phrase_start(text: str, start: int, covered: bytearray) -> int:
    """Where "some American officials" begins: at most three words before the noun."""
    for _ in range(3):
        before = re.search(r"[\w’'-]+\s$", text[max(0, start - 24) : start])
        if not before or start - len(before[0]) < 0:
            break
        word = before[0].strip().lower()
        if word in {"the", "a", "an", "some", "many", "several", "other", "one", "two", "most"}:
            return start - len(before[0])
        if word in _STOP or word in BETWEEN or _VERB.fullmatch(word):
            break
        start -= len(before[0])
    return start


def _by_cue(sentence: _Sentence) -> Iterable[Attribution]:
    """ "According to …", "as reported by …": who stands behind the words."""
    for match in _CUE.finditer(sentence.text):
        source = _behind_cue(sentence, match)
        if source:
            end = match.start() + len(match[0].rstrip())
            verb = " ".join(match[0].lower().split())
            yield _attribution(match.start(), end, source, verb, "according")


def _behind_cue(sentence: _Sentence, match: re.Match[str]) -> _Source | None:
    text = sentence.text
    near = [
        source
        for source in sentence.between(match.end(), match.end() + _NEAR)
        if "," not in text[match.end() : source.start]
    ]
    if near:
        tied = (s for s in near if s.named and _one_phrase(text, near[0], s))
        return near[0] if near[0].named else next(tied, near[0])
    phrase = _PHRASE.match(text, match.end())
    if phrase is None or match[0][:2].lower() not in {"ac", "as", "in"}:
        return None
    return _Source(*phrase.span(), text[slice(*phrase.span())], False)


def _one_phrase(text: str, first: _Source, second: _Source) -> bool:
    """Whether "police chief" and "Jane Roe" are one: nothing but blanks, commas between."""
    return second.start >= first.end and text[first.end : second.start] in {" ", ", ", " of "}


def _by_verb(sentence: _Sentence, match: re.Match[str]) -> Iterable[Attribution]:
    text, verb = sentence.text, match[0].lower()
    closes = text[max(0, match.start() - 4) : match.start()].rstrip(" \t,—–-").endswith("\x00")
    source = _after(sentence, match) if closes else None
    if source is None:
        source = _before(sentence, match)
        if source and not _reports(sentence, match, source, closes):
            return
    if source is None and _after_comma(text, match):
        source = _after(sentence, match)
    if source:
        yield _attribution(*match.span(), source, verb)


def _reports(sentence: _Sentence, match: re.Match[str], source: _Source, closes: bool) -> bool:
    """Whether the verb behind ``source`` says that it says something."""
    verb = match[0].lower()
    if verb in NOUNS_TOO and source.named and not verb.endswith("s"):
        return False  # "the American demand that"
    if closes or _THAT.match(sentence.text, match.end()):
        return True
    if verb in NOUNS_TOO:
        return False
    ends = sentence.text[match.end() : match.end() + 4].strip(" .") == ""
    return verb in _STRONG or ends or (verb in ACCUSING and not source.document)


def _after_comma(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 3) : match.start()].rstrip()
    return before.endswith(",") and match[0].lower() in _STRONG


def _after(sentence: _Sentence, match: re.Match[str]) -> _Source | None:
    """“…,” said Sheriff Roe."""
    begin = _SUBJECT_AFTER.match(sentence.text, match.end())
    if begin is None:
        return None
    near = sentence.between(match.end() + 1, match.end() + _NEAR)
    for source in near:
        if source.start <= begin.end():
            tied = (s for s in near if s.named and _one_phrase(sentence.text, source, s))
            return source if source.named else next(tied, source)
    return None


def _before(sentence: _Sentence, match: re.Match[str]) -> _Source | None:
    """Who stands before the verb; before "…, stating" it is who the sentence begins with."""
    text = sentence.text
    if match[0].lower().endswith("ing") and not _BEING.search(text, *_just_before(match)):
        comma = text[max(0, match.start() - 2) : match.start()].rstrip().endswith((",", "\x00"))
        first = sentence.first
        if not comma or first is None or first.end > match.start():
            return None
        return _with_name(sentence, first)
    earlier = sentence.between(match.start() - _REACH, match.start())
    for source in reversed(earlier):
        if source.end <= match.start() and _joins(text[source.end : match.start()], match[0]):
            return _with_name(sentence, _head(sentence, source))
    return None


def _just_before(match: re.Match[str]) -> tuple[int, int]:
    return max(0, match.start() - 6), match.start()


def _joins(gap: str, verb: str) -> bool:
    """Whether what stands between is of one clause: "Roe, the mayor, has also" said."""
    if not gap or gap[0].isalnum() or "\x00" in gap or "\n" in gap:
        return False
    found = _GAP.fullmatch(gap)
    if not found:
        return False
    passive = _BEING.search(gap) and not verb.endswith("ing")
    between = (word.lower() in BETWEEN or word.endswith("ly") for word in found["rest"].split())
    return not passive and all(between)


def _head(sentence: _Sentence, source: _Source) -> _Source:
    """Who "Sheriff Roe of Pine County, Ohio, said" speaks of: not the place behind."""
    text = sentence.text
    for other in reversed(sentence.between(source.start - _NEAR, source.start)):
        gap = text[other.end : source.start]
        enclosed = gap == ", " and text[source.end : source.end + 1] == ","
        if gap not in _WITHIN and not enclosed:
            break
        source = other
    return source


def _with_name(sentence: _Sentence, source: _Source) -> _Source:
    """ "Officials like Jane Roe", "a spokeswoman, Jane Roe,": the name, where one is tied to it."""
    if source.named:
        return source
    for other in sentence.between(source.end, source.end + 12):
        if other.named and sentence.text[source.end : other.start] in _TYING:
            return other
    return source


def _attribution(
    start: int, end: int, source: _Source, verb: str, kind: str = "says"
) -> Attribution:
    return Attribution(
        start, end, source.start, source.end, source.text, source.named, verb, kind, source.pronoun
    )


def _once(found: Iterable[Attribution]) -> list[Attribution]:
    """One of those that overlap: "as reported by" has "reported" in it."""
    kept: list[Attribution] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
