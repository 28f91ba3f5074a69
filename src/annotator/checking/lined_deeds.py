"""A headline that tells a deed as done, and a text that never does: "Mayor wins lawsuit", where he
"could win the lawsuit". Few verbs, and silence where other words may tell it (English)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.checking.content_words import content_words
from annotator.checking.parts import BODY, CAPTION, HEADLINE, STANDFIRST, Side
from annotator.checking.rows import Mention, Row, against, shown
from annotator.prose.sentences import sentences

_SHARED = 2
"""Words of the headline, beside its verb, that a sentence on the same must have."""
_LONGEST = 200
_REACH = 60
_BEGINNING = 3
"""Words of a sentence in which what it is about is looked for."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """``told`` are the forms of a headline that says it was done, ``forms`` all, nouns among them;
    ``else_`` begins other words for it. ``alone``: nothing need be said of whom it was done to."""

    told: str
    forms: str
    else_: str
    alone: bool = False


_DEEDS = (
    _Deed("wins|won", "win|wins|won|winning",
          "victor|prevail|triumph|favou?r|dismiss|threw|succe|rul(?:ed|ing)|verdict|sided|settle"
          "|upheld|beat|defeat|found\\sfor|first"),
    _Deed("approves|approved", "approve|approves|approved|approving|approval",
          "pass|adopt|back|agree|endors|green|voted|clear|sign|went|go(?:es)?\\sthrough|carried"),
    _Deed("murdered|murders", "murder|murders|murdered|murdering",
          "kill|convict|guilt|admit|admission|confess|stab|shot|shoot|strangl|beat|sentence|jail"),
    _Deed("charged", "charge|charges|charged|charging",
          "indict|arraign|plead|trial|prosecut|court|count"),
    _Deed("bans|banned", "ban|bans|banned|banning",
          "block|outlaw|prohibit|barr|order|illegal|injunction|remove|pulled|offline"),
    _Deed("resigns|resigned|quits", "resign|resigns|resigned|resigning|resignation|quit|quits",
          "step|stood\\sdown|stand\\sdown|leav|left|depart|successor|former|replac", alone=True),
)  # fmt: skip
_MAY = re.compile(
    r"\b(?:may|might|could|would|will|shall|should|can|cannot|asked|asks|whether|consider\w*|refus\w+"
    r"|wants?|wanted|plan(?:s|ned)?|hopes?|hoped|threat\w*|expect\w*|seeks?|sought|tr(?:y|ies|ied)"
    r"|fail\w*|declin\w+|likely|unlikely|urge[sd]?|alleged(?:ly)?|accus\w+|suspected|denie[sd]|not"
    r"|never|no|nobody|if|unless|vows?|set\sto|to|claims?|reports?|says|yet|ready|near|close)\b"
    r"|n[’']t\b|[?:“”\"‘]",
    re.IGNORECASE,
)
"""In a headline: it says no more than that it may be. In a sentence, before the verb: the same."""
_ANOTHER = re.compile(
    r"\b(?:too|also|as\swell|another|further|earlier|previous(?:ly)?|last|again|more|second|third)\b",
    re.IGNORECASE,
)
"""A sentence with one of these speaks of another deed."""
_BY_INFINITIVE = re.compile(
    r"\b(?:may|might|could|would|will|shall|should|can|cannot|asked|whether|considering|refused"
    r"|wants?|wanted|plans?|planned|hopes?|hoped|threaten(?:s|ed)?|expected|seeks?|sought|tries"
    r"|tried|failed|declined|unlikely|urged)\b[^.;:]*$|n[’']t\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_BY_PARTICIPLE = re.compile(
    r"\b(?:allegedly|alleged\sto\shave|accused\sof(?:\shaving)?|suspected\sof(?:\shaving)?"
    r"|(?:may|might|could|would|will|should)\s(?:be|have|have\sbeen)|not(?:\sbeen)?|never(?:\sbeen)?"
    r"|no)\s$|n[’']t\s(?:been\s)?$",
    re.IGNORECASE,
)


def lined_deeds(sides: Sequence[Side]) -> Iterator[Row]:
    """The row of a headline's deed, where no sentence of the article tells it as done."""
    side = sides[0]
    for low, high in side.parts[HEADLINE].ranges:
        headline = side.text[low:high]
        if _MAY.search(headline):
            return
        for deed in _DEEDS:
            told = re.search(rf"(?<=\w\s)(?:{deed.told})\b", headline, re.IGNORECASE)
            place = _only_possible(side, headline, deed, told.end()) if told else None
            if told and place:
                yield _row(side, Mention(HEADLINE, low, high, headline, cue=told[0].lower()), place)


def _row(side: Side, one: Mention, place: tuple[int, int, str]) -> Row:
    start, end, cue = place
    end -= side.text[start:end].endswith(".")
    other = Mention(BODY, start, end, side.text[start:end], cue=cue)
    return Row(shown(one.text, 60), (one, other), "headline", against(one, other), "headline")


def _only_possible(
    side: Side, headline: str, deed: _Deed, behind: int
) -> tuple[int, int, str] | None:
    """The first sentence of the text that says that it may be, or was not; None where one may say
    that it was done."""
    forms = re.compile(rf"\b(?:{deed.forms})\b", re.IGNORECASE)
    others = re.compile(rf"\b(?:{deed.else_})", re.IGNORECASE)
    about = content_words(headline) - content_words(" ".join(deed.forms.split("|")))
    to_whom = frozenset() if deed.alone else content_words(headline, behind)
    found = None
    for part, start, end in _sentences(side):
        said = side.text[start:end]
        shared = len(content_words(said) & about)
        cue = _possible(said, forms)
        told = forms.search(said) or others.search(said) or _may_tell(said, about, to_whom)
        if told and not cue:
            return None
        if _ANOTHER.search(said):
            continue
        if cue and part == BODY and shared >= min(_SHARED, len(about)) and end - start <= _LONGEST:
            found = found or (start, end, cue)
    return found


def _may_tell(said: str, about: frozenset[str], to_whom: frozenset[str]) -> bool:
    """Whether a sentence without the verb may tell the deed: it has who and to whom, or begins with
    the latter ("The budget went through")."""
    begins = content_words(" ".join(said.split()[:_BEGINNING]))
    both = len(content_words(said) & about) >= _SHARED
    return bool(to_whom and (both or begins & to_whom))


def _possible(said: str, forms: re.Pattern[str]) -> str:
    """The word by which every form of the verb in a sentence is but possible; "" where one is not,
    or there is none."""
    cue = ""
    for match in forms.finditer(said):
        infinitive = not match[0].lower().endswith(("ed", "won", "s"))
        before = said[max(0, match.start() - _REACH) : match.start()]
        way = _BY_INFINITIVE if infinitive else _BY_PARTICIPLE
        found = way.search(before)
        if not found:
            return ""
        cue = cue or found[0].split()[0].lower()
    return cue


def _sentences(side: Side) -> Iterator[tuple[str, int, int]]:
    for part in (STANDFIRST, CAPTION, BODY):
        for low, high in side.parts[part].ranges:
            for start, end in sentences(side.text[low:high]):
                yield part, low + start, low + end
