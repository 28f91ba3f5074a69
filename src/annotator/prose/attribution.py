"""Who is said to have said it: reporting verbs, "according to", "as reported by" (English)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.prose.attribution_words import ACCUSING, BETWEEN, HEDGED, NOUNS_TOO, SAYING
from annotator.prose.names import NameMention, names
from annotator.prose.quotations import Quotation, quotations
from annotator.prose.speakers import QUOTED, Clauses, Source, clauses
from annotator.prose.subjects import NEAR, named_behind, one_phrase, subject_after, widest
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


_STRONG, _WEAK = words(SAYING), words(HEDGED)
_VERBS = _STRONG | _WEAK
_WORD = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:according\sto|as\s(?:first\s)?(?:reported|stated|noted|said|explained|described|told|"
    r"confirmed|claimed|argued)\s(?:by|in)|as\s(?:quoted|cited)\s(?:by|in)|in\sthe\swords\sof|"
    r"(?:reported|confirmed|described|cited|quoted|dubbed|obtained|seen)\sby)\s+",
    re.IGNORECASE,
)
_COLON = re.compile(r"((?:,\s[^,:;.?!\x00]{1,60}|\s\([^():\x00]{1,60}\))?:)\s*\x00")
_PHRASE = re.compile(r"(?:[\w’'&.$%-]+\s){0,5}[\w’'&-]+")
_ENDED = re.compile(r",\s(?:the\s)?(?:[\w’'-]+\s){0,3}$", re.IGNORECASE)
_THAT = re.compile(r"\s*(?:that\b|how\b|[,:]?\s*[\"“‘'«\x00]|[,:]\s*\x00)")
_CLAUSE_FOLLOWS = re.compile(
    r"\s(?:the|an?|this|these|those|it|they|he|she|there|their|his|her|its|such|most|more|some|many|"
    r"all|no)\s[^.;:,]{0,60}?\b(?:is|are|was|were|will|would|could|should|may|might|can|has|have|had)\b"
)
"""What is said, without "that": "believe the worst is over"."""
_CALLING = words("call calls called describe describes described dub dubs dubbed brand branded")
_CALLED = re.compile(r"[^.;:\x00]{1,60}\x00{14}")
"""What somebody calls something in their own words: "called the plan “mad”"."""
_ENDS = re.compile(
    r"(?:\s(?:on|in|at|late|early|earlier|this|last|yesterday|today)\b[^,.;:]{0,40})?\s*[.,]?\s*$"
)
"""The end of a sentence whose last words say who says so: ", the office reported on Monday."."""
_SUPPOSED = re.compile(r"\b(?:if|unless|until|whether)\s(?:the\s|an?\s)?$", re.IGNORECASE)
"""Nobody has said it yet: "if officials respond"."""
_GAP = re.compile(
    r"(?:[’']s\s[\w-]+)?"
    r"(?:\s\([^()]{1,90}\))?"
    r"(?P<phrase>,?\s(?:of|at|in|for|from|with|on|and|who|which|as|familiar|close|briefed)\s[^,;:.?!()]{1,70}?(?=,|\s))?"
    r"(?:,\s[^;:.?!()]{1,90},)?\s*(?P<rest>(?:[\w’'-]+\s+){0,4})"
)
_LONG_GAP = re.compile(
    r"\s(?:of|at|in|from|with|on|who|familiar|close|briefed)\s[^,;:.?!()\x00]{1,60}\s"
)
"""What says more of somebody without a comma: "people familiar with the matter" said."""
_FINITE = re.compile(
    r"\b(?:could|would|should|may|might|can|will|must|is|are|was|were|has|have|had|did|does|do)\b"
)
_RELATIVE = re.compile(r"\s(?:who|which|that|in|on|at|and|but)\s.*$", re.DOTALL)
_QUOTE_BEFORE = 40
_REACH = 170
_BEING = re.compile(r"\b(?:is|are|was|were|be|been|being)\s")
_WITHIN = re.compile(r",?\s(?:of|in|from|at|for)\s(?:[\d.,]+\s)?")
_WITHIN_THE = re.compile(
    r"\s(?:of|in|from|at|for)\sthe\s|,\s(?:an?|the)\s[a-z][^,;:.?!()\x00]{1,60}\s"
)
"""What stands between a person's name and a body: " of the ", ", a doctor at the "."""
_PLACED = re.compile(r"\b(?:in|at|from|near|of|to|on|for|with)\s(?:the\s)?$", re.IGNORECASE)
_SPEAKING = words(
    "said says explained explains argued argues warned warns insisted insists recalled recalls "
    "replied replies admitted admits remarked"
)
"""Behind a quotation whoever follows these speaks, whatever they are."""
_TYING = frozenset({" like ", " such as ", " including ", " ", ", "})


def attributions(
    text: str, known: Sequence[NameMention] | None = None, quoted: Sequence[Quotation] | None = None
) -> list[Attribution]:
    """The attributions in a sentence (or a paragraph), in order.

    ``known`` and ``quoted`` are the names and quotations in this text where they are known
    already. What stands inside a quotation is that speaker's own and not looked at.
    """
    found_names = names(text) if known is None else known
    inside = quotations(text) if quoted is None else quoted
    sentence = clauses(text, found_names, inside)
    found = [*_by_cue(sentence), *_by_colon(sentence)]
    for match in _WORD.finditer(sentence.text):
        if match[0].lower() in _VERBS:
            found += _by_verb(sentence, match)
    return _once(sorted(found, key=lambda attribution: attribution.start))


def _by_cue(sentence: Clauses) -> Iterable[Attribution]:
    """ "According to …", "as reported by …": who stands behind the words."""
    for match in _CUE.finditer(sentence.text):
        source = _behind_cue(sentence, match)
        if source:
            end = match.start() + len(match[0].rstrip())
            verb = " ".join(match[0].lower().split())
            yield _attribution(match.start(), end, source, verb, "according")


def _by_colon(sentence: Clauses) -> Iterable[Attribution]:
    """ "Jane Roe: “…”": the one the text begins with, before words quoted."""
    first = sentence.first
    before = sentence.text[: first.start].strip() if first else ""
    if first is None or first.pronoun or before not in {"", "The"}:
        return
    source = _with_name(sentence, widest(sentence.between(0, NEAR), first))
    colon = _COLON.match(sentence.text, source.end)
    if colon:
        yield _attribution(colon.end(1) - 1, colon.end(1), source, ":")


def _behind_cue(sentence: Clauses, match: re.Match[str]) -> Source | None:
    text = sentence.text
    near = [
        source
        for source in sentence.between(match.end(), match.end() + NEAR)
        if "," not in text[match.end() : source.start]
    ]
    if near:
        whole = widest(near, near[0])
        return whole if whole.named else named_behind(sentence, one_phrase(text, whole, near))
    phrase = _PHRASE.match(text, match.end())
    if phrase is None or match[0][:2].lower() not in {"ac", "as", "in"}:
        return None
    words_of_it = _RELATIVE.sub("", phrase[0])
    return Source(phrase.start(), phrase.start() + len(words_of_it), words_of_it, False)


def _by_verb(sentence: Clauses, match: re.Match[str]) -> Iterable[Attribution]:
    text, verb = sentence.text, match[0].lower()
    closes = text[max(0, match.start() - 4) : match.start()].rstrip(" \t,—–-").endswith(QUOTED)
    source = subject_after(sentence, match.end(), verb in _SPEAKING) if closes else None
    if source is None:
        source = _before(sentence, match)
        if source and not _reports(sentence, match, source, closes):
            return
    if source is None and _after_comma(text, match):
        source = subject_after(sentence, match.end(), anybody=False)
    if source:
        yield _attribution(*match.span(), source, verb)


def _reports(sentence: Clauses, match: re.Match[str], source: Source, closes: bool) -> bool:
    """Whether the verb behind ``source`` says that it says something."""
    verb = match[0].lower()
    if verb in NOUNS_TOO and source.named and not verb.endswith("s"):
        return False  # "the American demand that"
    if _SUPPOSED.search(sentence.text, max(0, source.start - 12), source.start):
        return False
    if closes or _THAT.match(sentence.text, match.end()):
        return True
    if (
        source.named
        and QUOTED in sentence.text[max(0, source.start - _QUOTE_BEFORE) : source.start]
    ):
        return True  # “…,” developer Jane Roe wrote
    if verb in _CALLING and _CALLED.match(sentence.text, match.end()):
        return True
    if _closes(sentence.text, match, source) or _CLAUSE_FOLLOWS.match(sentence.text, match.end()):
        return True
    if verb in NOUNS_TOO:
        return False
    ends = sentence.text[match.end() : match.end() + 4].strip(" .") == ""
    return verb in _STRONG or ends or (verb in ACCUSING and not source.document)


def _closes(text: str, match: re.Match[str], source: Source) -> bool:
    """Whether a sentence says last who says so: "…, the port authority estimates."."""
    ended = _ENDED.search(text, max(0, source.start - 60), source.start)
    return ended is not None and _ENDS.match(text, match.end()) is not None


def _after_comma(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 3) : match.start()].rstrip()
    return before.endswith(",") and match[0].lower() in _STRONG


def _before(sentence: Clauses, match: re.Match[str]) -> Source | None:
    """Who stands before the verb; before "…, stating" it is who the sentence begins with."""
    text = sentence.text
    if match[0].lower().endswith("ing") and not _BEING.search(text, *_just_before(match)):
        comma = text[max(0, match.start() - 2) : match.start()].rstrip().endswith((",", QUOTED))
        first = sentence.first
        if not comma or first is None or first.end > match.start():
            return None
        return _with_name(sentence, first)
    earlier = sentence.between(match.start() - _REACH, match.start())
    for source in reversed(earlier):
        if source.end > match.start():
            continue
        gap = text[source.end : match.start()]
        enclosed = gap == ", " and text[max(0, source.start - 2) : source.start] == ", "
        if enclosed or _joins(gap, match[0]):
            return _with_name(sentence, _head(sentence, source))
    return None


def _just_before(match: re.Match[str]) -> tuple[int, int]:
    return max(0, match.start() - 6), match.start()


def _joins(gap: str, verb: str) -> bool:
    """Whether what stands between is of one clause: "Roe, the mayor, has also" said."""
    if not gap or gap[0].isalnum() or QUOTED in gap or "\n" in gap:
        return False
    found = _GAP.fullmatch(gap)
    if not found:
        return False
    if _LONG_GAP.fullmatch(gap) and not _FINITE.search(gap) and verb.lower() in _STRONG:
        return not verb.endswith("ing")
    if found["phrase"] and _FINITE.search(found["phrase"]):
        return False  # "of Roe, one could" argue
    passive = _BEING.search(found["rest"]) and not verb.endswith("ing")
    between = (word.lower() in BETWEEN or word.endswith("ly") for word in found["rest"].split())
    return not passive and all(between)


def _head(sentence: Clauses, source: Source) -> Source:
    """Who "Sheriff Roe of Pine County, Ohio, said" speaks of: not the place behind."""
    text = sentence.text
    for other in reversed(sentence.between(source.start - NEAR, source.start)):
        gap = text[other.end : source.start]
        enclosed = gap == ", " and text[source.end : source.end + 1] == ","
        if not _WITHIN.fullmatch(gap) and not enclosed and not _is_of_body(text, other, gap):
            break
        source = other
    return source


def _is_of_body(text: str, other: Source, gap: str) -> bool:
    """Whether somebody named is of the body behind: "Jane Roe, a doctor at the WHO"; no place is,
    "In New York, the head of the WHO"."""
    named = other.named and " " in other.text
    placed = _PLACED.search(text, max(0, other.start - 12), other.start)
    return named and not placed and _WITHIN_THE.fullmatch(gap) is not None


def _with_name(sentence: Clauses, source: Source) -> Source:
    """ "Officials like Jane Roe", "a spokeswoman, Jane Roe,": the name, where one is tied to it."""
    if source.named:
        return source
    for other in sentence.between(source.end, source.end + 12):
        if other.named and sentence.text[source.end : other.start] in _TYING:
            return other
    return source


def _attribution(
    start: int, end: int, source: Source, verb: str, kind: str = "says"
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
