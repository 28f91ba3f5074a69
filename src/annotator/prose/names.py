"""Names of people, bodies and places in a text, by how they are written.

Capital letters are all there is to go by, so this serves languages that capitalise names only.
Words that begin a sentence, and texts set in title case, are not trusted: see ``names``.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from annotator.prose.name_tokens import Word, name_tokens
from annotator.prose.name_words import (
    BEGIN_NAMES,
    BODY_WORDS,
    CALENDAR,
    COMMON,
    FOR_WORDS,
    NO_ACRONYMS,
    OF_WORDS,
    PARTICLES,
    PLACE_WORDS,
    TITLES,
)
from annotator.prose.word_lists import words as listed

_POSSESSIVE = re.compile(r"[’']s$")
_LONGEST_FIRST = sorted(map(re.escape, TITLES), key=len, reverse=True)
_TITLE = re.compile(rf"(?<![\w-])(?:{'|'.join(_LONGEST_FIRST)})(?![\w-])")
_SECOND = re.compile(
    r"\s(?P<word>[A-Z][a-z’'-]*[a-z](?<!s)(?<!ed)(?<!ing))(?=\s*$|,|\s\(|\s(?:and|at|with|in|on)\s)"
)
_NO_NAME = listed(
    "dead guilty ill hurt shot found won lost left hit held sworn sick safe free sure silent under "
    "fire visit begin home"
)
"""What a headline has behind a surname, of words that no ending tells from a name."""
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name where it stands, title included; offsets are code points, half-open.

    ``name`` is without title and possessive. ``kind``: ``person`` | ``body`` | ``place`` | ""
    (not told). ``long`` is what an acronym stands for, where the text says so, else "".
    """

    start: int
    end: int
    name: str
    title: str = ""
    kind: str = ""
    acronym: bool = False
    long: str = ""

    @property
    def key(self) -> str:
        """What mentions of the same name have in common, however capitalised."""
        return (self.long or self.name).casefold().replace("’", "'")


def names(text: str, known: Collection[str] = ()) -> list[NameMention]:
    """The names of a text in order; they do not overlap.

    A single word that begins a sentence is one only if the text has it in mid-sentence, too, or it
    is in ``known`` (names from elsewhere, as ``NameMention.name``). In a text in title case only
    known names, titles with a surname, and acronyms are.
    """
    words = name_tokens(text)
    if title_case(text):
        return _in_title_case(text, words, known)
    low = {word.text for word in words if not word.capital}
    middle = {word.text for word in words if word.capital and not word.begins}
    middle.update(word for name in known for word in name.split())
    middle.update(f"{a.text} {b.bare}" for a, b in pairwise(words) if _one_name(text, a, b))
    found = []
    for run in _runs(text, words):
        trimmed = _trimmed(run, low, middle)
        if trimmed:
            found += _mentions(text, trimmed)
    return _resolved(text, found)


def _one_name(text: str, a: Word, b: Word) -> bool:
    """Whether two words in mid-sentence have capitals and stand together."""
    return a.capital and b.capital and not a.begins and text[a.end : b.start] == " "


def title_case(text: str) -> bool:
    """Whether a text has capitals as headlines do, so that they say nothing."""
    end = text.rstrip("”\"’' ")
    if end.endswith(".") and not end.endswith(".."):
        return False  # a sentence
    longer: list[str] = re.findall(r"[^\W\d_]{4,}", text[:400])
    if len(longer) < 3:
        return False
    return sum(word[0].isupper() for word in longer) > 0.6 * len(longer)


def _runs(text: str, words: list[Word]) -> Iterator[list[Word]]:
    """Runs of words that may be one name: capitals, joined by what may stand within a name."""
    run: list[Word] = []
    index = 0
    while index < len(words):
        word = words[index]
        if run and len(run) < _LONGEST and (step := _step(text, run, words, index)):
            run += words[index : index + step]
            index += step
            continue
        if run:
            yield run
        run = [word] if word.capital else []
        index += 1
    if run:
        yield run


def _step(text: str, run: list[Word], words: list[Word], index: int) -> int:
    """How many words from ``index`` on go on with the run; 0 when it ends."""
    word, last = words[index], run[-1]
    gap = text[last.end : word.start]
    if word.capital and gap in {"’ ", "' "} and word.bare in BODY_WORDS:
        return 1  # Sheriffs' Association
    if word.begins and gap != " ":
        return 0
    if gap not in {" ", "\u00a0", " & "}:
        return 0
    if _POSSESSIVE.search(last.text) and word.bare not in BODY_WORDS:
        return 0
    if word.capital:
        return 1
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or text[word.end : following.start] != " ":
        return 0
    if word.text in PARTICLES and following.capital and word.text not in {"la", "y"}:
        return 2
    if word.text == "of" and last.text in OF_WORDS:
        return 2 if following.capital else _of_the(text, words, index)
    if word.text == "for" and last.text in FOR_WORDS and following.capital:
        return 2
    if word.text == "and" and following.capital:
        return _and(run, words, index, text)
    return 0


def _of_the(text: str, words: list[Word], index: int) -> int:
    the = words[index + 1]
    if the.text != "the" or index + 2 >= len(words) or not words[index + 2].capital:
        return 0
    return 3 if text[the.end : words[index + 2].start] == " " else 0


def _and(run: list[Word], words: list[Word], index: int, text: str) -> int:
    """ "and" is within a name only before what ends the name of a body."""
    if any(word.text in BODY_WORDS for word in run[-1:]) or _TITLE.match(run[0].text):
        return 0
    for step in (1, 2, 3):
        if index + step >= len(words) or not words[index + step].capital:
            return 0
        if text[words[index + step - 1].end : words[index + step].start] != " ":
            return 0
        if words[index + step].bare in BODY_WORDS:
            return step + 1 if step > 1 or len(run) > 1 else 0
    return 0


def _trimmed(run: list[Word], low: Collection[str], middle: Collection[str]) -> list[Word]:
    """The run without a first word that is capital only because a sentence begins with it."""
    while run and run[0].begins:
        first = run[0].text
        plain = run[0].bare.lower()
        if len(run) > 1 and _TITLE.match(" ".join(word.text for word in run)):
            break
        if len(run) > 1 and _begins_name(run, middle):
            break
        common = plain in COMMON or (plain in low and first not in middle)
        alone = len(run) == 1 and first not in middle and not _is_acronym(first)
        if not common and not alone:
            break
        run = run[1:]
        if run and not run[0].capital:
            return []
        if run and run[0].text in CALENDAR:
            break
        return run
    while run and (run[0].text in CALENDAR or run[0].text in {"I", "The", "A"}):
        run = run[1:]
    return run


def _begins_name(run: list[Word], middle: Collection[str]) -> bool:
    """Whether the first two words are a name's wherever they stand: "New York"."""
    first, second = run[0].text, run[1].bare
    return second in BEGIN_NAMES.get(first, ()) or f"{first} {second}" in middle


def _mentions(text: str, run: list[Word]) -> list[NameMention]:
    start, end = run[0].start, run[-1].end
    name = _POSSESSIVE.sub("", text[start:end])
    if len(run) == 1 and (run[0].text in CALENDAR or name in TITLES or len(name) < 2):
        return []
    end = start + len(name)
    if _is_acronym(name):
        return [NameMention(start, end, name, kind="body", acronym=True)]
    if name in NO_ACRONYMS:
        return []
    return [_named(start, end, name)]


def _named(start: int, end: int, whole: str) -> NameMention:
    titles = list(_TITLE.finditer(whole))
    for match in reversed(titles):
        rest = whole[match.end() :].strip()
        if rest and rest.split()[0] != "of" and not _last_in(rest, BODY_WORDS | PLACE_WORDS):
            title = whole[: match.end()].strip()
            return NameMention(start, end, rest, title, "person")
    return NameMention(start, end, whole, kind=_kind(whole))


def _last_in(name: str, kinds: Collection[str]) -> bool:
    return name.split()[-1] in kinds


def _kind(name: str) -> str:
    words = name.split()
    if words[-1] in PLACE_WORDS or (words[0] in PLACE_WORDS and "of" in words):
        return "place"
    if any(word in BODY_WORDS for word in words):
        return "body"
    return ""


def _is_acronym(word: str) -> bool:
    plain = word.replace(".", "")
    return (
        2 <= len(plain) <= 5
        and plain.isupper()
        and plain.isalpha()
        and plain not in NO_ACRONYMS
        and word.count(".") in {0, len(plain)}
    )


def _resolved(text: str, found: list[NameMention]) -> list[NameMention]:
    """The acronyms with what they stand for: named "(…)" after it or spelt by its initials."""
    initials: dict[str, str] = {}
    for mention in found:
        words = [w for w in re.split(r"[\s-]", mention.name) if w]
        if len(words) > 1 and not mention.title:
            initials.setdefault("".join(w[0] for w in words if w[0].isupper()), mention.name)
            initials.setdefault("".join(w[0] for w in words).upper(), mention.name)
    return [
        replace(mention, long=initials.get(mention.name.replace(".", ""), ""))
        if mention.acronym
        else mention
        for mention in found
    ]


def _in_title_case(text: str, words: list[Word], known: Collection[str]) -> list[NameMention]:
    found = _after_titles(text) + _acronyms(text, words) + _known(text, known)
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[NameMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return _resolved(text, kept)


def _after_titles(text: str) -> list[NameMention]:
    """A title and the one surname behind it, or, where the name surely ends, two names: how far a
    name goes, title case does not tell."""
    surname = re.compile(rf"\s(?P<name>(?:(?:{'|'.join(PARTICLES)})\s){{0,2}}[A-Z][\w’'-]+)")
    found = []
    for title in _TITLE.finditer(text):
        match = surname.match(text, title.end())
        if match and match["name"] not in BODY_WORDS and match["name"].lower() not in COMMON:
            name = _POSSESSIVE.sub("", match["name"])
            if name not in TITLES:
                end = match.start("name") + len(name)
                end = _second_name(text, end) or end
                whole = text[match.start("name") : end]
                found.append(NameMention(title.start(), end, whole, title[0], "person"))
    return found


def _second_name(text: str, end: int) -> int | None:
    """Where a second name ends that stands before a comma, a small word or the end."""
    match = _SECOND.match(text, end)
    word = match["word"] if match else ""
    is_other = word in BODY_WORDS or word in TITLES or word.lower() in COMMON | _NO_NAME
    return match.end() if match and not is_other else None


def _acronyms(text: str, words: list[Word]) -> list[NameMention]:
    if sum(word.text.isupper() for word in words) * 2 > len(words):
        return []  # all in capitals
    bare = [(word, _POSSESSIVE.sub("", word.text)) for word in words]
    return [
        NameMention(word.start, word.start + len(name), name, kind="body", acronym=True)
        for word, name in bare
        if _is_acronym(name)
    ]


def _known(text: str, known: Collection[str]) -> list[NameMention]:
    found = []
    for name in known:
        at = text.find(name)
        if at >= 0 and not text[at + len(name) : at + len(name) + 1].isalpha():
            acronym = _is_acronym(name)
            found.append(NameMention(at, at + len(name), name, kind=_kind(name), acronym=acronym))
    return found
