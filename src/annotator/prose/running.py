"""Whether a paragraph's words are running text, or what stands about on a page: bylines, dates,
the letters and figures at a chart's axis, scraps of references, calls to subscribe."""

import re

from annotator.prose.asides import is_credit
from annotator.prose.attribution_words import HEDGED, SAYING
from annotator.prose.word_lists import words as _listed

FEWEST = 4
"""Words of a line that may be a sentence without ending as one."""
_LONGEST = 20
"""Words of a byline or date line."""
_CLOSED = re.compile(r"[.!?…:;。！？．｡؟۔।](?:[\"'”’»›)\]]|\s|\[\d+\])*$")
_PARTED = re.compile(r"\s[·•|]\s|\s/\s")
_DATE_LINE = 10
"""Words of a line that ends with a day alone and is about nothing else."""
_YEAR = re.compile(r"\d{4}|\d[:.]\d\d")
_NAMED = r":?\s+[A-Z][\w.'’-]+"
_AUTHOR = re.compile(
    rf"(?:(?:(?:Posted|Written|Reported|Story|Words|Reporting)\s)?(?:[Bb]y|BY)|Von|Par|Por|Text){_NAMED}"
)
_PHOTO = re.compile(rf"(?:Photo|Photos){_NAMED}")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATED = re.compile(
    rf"(?:\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d)"
    r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?(?:\s+[A-Z]{2,4})?$"
)
_DAY = (
    rf"(?:{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
_POSTED = re.compile(rf"(?:Posted|Published|Submitted|Uploaded)\s(?:by|on)\s.*{_DAY}")
_MADE_WITH = re.compile(
    r"(?:(?:html|pdf|markup|page|document|file|site|website)\s){0,3}(?:automatically\s)?"
    r"(?:produced|generated|created|converted|powered|hosted|built)\s(?:by|with|using|from|on)\b",
    re.IGNORECASE,
)
_PAGED = re.compile(r"\b[Pp]age\s\d+\s?(?:/|of)\s?\d+$")
_BIT = re.compile(r"[^\W\d_]|[\W\d_]*\d[\W\d_]*%?|\W+")


def is_running(text: str) -> bool:
    """Whether a block's text is prose: neither letters and figures one by one nor a credit, nor a
    line of a few words, a byline or a date that does not end as a sentence does."""
    line = " ".join(text.split())
    words = line.split(" ")
    if not line or _is_of_bits(words) or is_credit(line):
        return False
    if _CLOSED.search(line) or len(words) > _LONGEST:
        return True
    if _PARTED.search(line) or _PHOTO.match(line) or _is_byline(line, words):
        return False
    if _begins_with(_MADE_WITH, line) or _PAGED.search(line):
        return False
    return len(words) >= FEWEST or not line.isascii()  # not all scripts part their words


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the text, or when, and nothing else."""
    line = " ".join(text.split())
    words = line.split(" ")
    if _CLOSED.search(line) or len(words) > _LONGEST:
        return False
    return _is_byline(line, words)


def _is_byline(line: str, words: list[str]) -> bool:
    by_whom = _AUTHOR.match(line) or _begins_with(_POSTED, line)
    return bool(by_whom) or _is_date(line, words)


def _begins_with(pattern: re.Pattern[str], line: str) -> bool:
    """Whether a line is that and no more: “Created by Congress, the agency employs 300” is more."""
    found = pattern.match(line)
    if found is None:
        return False
    rest = line[found.end() :]
    return len(rest.split()) < FEWEST or not may_have_verb(rest)


def _is_date(line: str, words: list[str]) -> bool:
    dated = _DATED.search(line)
    return dated is not None and (len(words) <= _DATE_LINE or bool(_YEAR.search(dated[0])))


def _is_of_bits(words: list[str]) -> bool:
    """Single letters and bare figures: ``J F M A M``, ``0 10 20 30``."""
    bits = sum(bool(_BIT.fullmatch(word)) for word in words)
    return len(words) > 1 and bits >= 0.8 * len(words)


_LOOKED_UP = (
    r"(?:Retrieved|Accessed|Last\s(?:accessed|retrieved|checked)|Archived(?:\sfrom\sthe\soriginal)?"
    rf"|Viewed)(?:\s\(PDF\))?(?:\son)?:?\s{_DAY}"
)
_ENDS_LOOKED_UP = re.compile(rf"(?:^|[.,;)”\"’]\s){_LOOKED_UP}(?:,?\s(?:from|at|via)\s\S+)?[.;]?$")
_FROM_ARCHIVE = re.compile(r"Archived\sfrom\sthe\soriginal(?:\s\(PDF\))?[.;]?$")
_DAY_ALONE = re.compile(rf"[(\[]?{_DAY}[)\]]?[.,;]?$")
_CALL = re.compile(
    r"(?:(?:Subscribe|Sign\sup|Register)(?:\s(?:now|today|here|to|for|and|with)\b|[.!]?$)"
    r"|(?:Like|Find)\sus\son\b|Follow\s(?:us|me|him|her|them|@\w+)\son\b|(?:Click|Tap)\s(?:here|on)\b"
    r"|Get\s(?:unlimited|full|our|the\slatest)\b|Support\s(?:our|us|independent)\b"
    r"|Download\s(?:our|the)\s(?:free\s)?app\b|Already\sa\s(?:subscriber|member)\b)",
)


def is_scrap(sentence: str) -> bool:
    """Whether a sentence, wherever it stands, is no sentence but a piece of a reference (an
    English one) or a call to the reader: "Retrieved 2014-07-01.", "Subscribe now for $1"."""
    line = " ".join(sentence.split())
    if line[:1] in ("^", "↑") or _CALL.match(line) or _DAY_ALONE.match(line):
        return True
    if "ed " not in line:  # all that is looked for below has it, few sentences have
        return False
    return bool(_FROM_ARCHIVE.match(line) or _ENDS_LOOKED_UP.search(line))


_CITED = re.compile(
    rf"^\s*[\^↑]|\b{_LOOKED_UP}|\bArchived\sfrom\sthe\soriginal\b"
    r"|\b(?:ISBN|ISSN|PMID|OCLC)[:\s]*\d|\bdoi:\s?10\.|\bdoi\.org/10\.|\barXiv:\d"
)
_IN_A_LIST = re.compile(
    r"\(\d{4}[a-z]?\)|\bpp?\.\s?\d|\b[Vv]ol\.\s|\bhttps?://|,\s(?:1[5-9]|20)\d\d\.?$|\bet al\."
)


def is_citation(text: str, listed: bool = False) -> bool:
    """Whether a block's text cites a source, by what no prose has: "^", "Retrieved 2014-07-01",
    an ISBN. In a list of references (``listed``) less is enough: a year in brackets, pages."""
    return bool(_CITED.search(text) or (listed and _IN_A_LIST.search(text)))


_FINITE = (
    _listed(SAYING)
    | _listed(HEDGED)
    | _listed(
        "i we they he she it who you is are was were am be been has have had do does did will "
        "would shall should can cannot could may might must went came took made got gave told left "
        "lost won became began brought built bought put paid ran sent spent stood saw found knew "
        "led met fought grew rose fell broke gone held kept cost cut hit set let read spoke drew "
        "drove chose threw wore sold shot struck sank shut split hurt quit spread make take get "
        "give go come see want need use work try leave lose win pay run keep mean become begin "
        "bring build buy hold know grow rise fall live face help move meet sell send spend stand "
        "start stop seem remain include provide require allow support affect cause increase "
        "double threaten employ earn carry receive create produce expect plan serve offer reach "
        "kill oppose seek slept swept swore bore bit blew flew froze hid laid lay rode rang shook "
        "sought taught caught understood woke withdrew dealt fed fled heard meant"
    )
)
"""What tells that somebody does something: finite verbs, and the pronouns that always have one."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_CLITIC = re.compile(r"n['’]t$|['’](?:re|ve|ll|d|m)$|^(?:it|that|there|he|she|who|what)['’]s$")
_NO_SUBJECT = _listed(
    "the a an of in on at by to from with without for about into over after before and or its "
    "their his her our my your this that these those many most some several more other all new no "
    "two three four five six seven eight nine ten"
)


def may_have_verb(text: str) -> bool:
    """Whether a finite verb may be among the words (English): False only where surely none is."""
    words = _TOKEN.findall(text)
    for at, word in enumerate(words):
        lower = word.lower()
        if (lower in _FINITE and word != "May") or _CLITIC.search(lower):
            return True
        following = words[at + 1] if at + 1 < len(words) else "."
        if at and _may_be_verb(word, words[at - 1].lower(), following):
            return True
    return False


def _may_be_verb(word: str, before: str, following: str) -> bool:
    """By its ending, and whether a subject may stand before it and something behind it."""
    if not word.islower() or not before[0].isalpha() or before in _NO_SUBJECT:
        return False
    if word.endswith("ed"):
        return True
    is_third = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return is_third and following[0].isalnum() and following not in ("of", "and", "or", "in")
