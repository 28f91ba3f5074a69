"""Tells lines that were broken to fit a width from lines that were meant, and joins the former."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

BULLET = re.compile(r"\s*([•‣◦●▪∙·*+–-])\s+(?=\S)")
COLUMNS = re.compile(r"\S(?:\t+| {3,})\S|\|.*\|")
_WIDEST = 110
_NARROWEST, _NARROWEST_DENSE = 35, 18
_RAGGED = 3
_FULL_SHARE = 0.6
_CAPITAL_SHARE = 0.7
_SHORT = 0.7
_END_OF_PARAGRAPH = 0.5
_CLOSING = "\"'”’»)]」』）】"
_TERMINAL = ".!?…。！？؟।॥:؛;"


def wrap_width(groups: Sequence[Sequence[str]]) -> int | None:
    """The width, in code points, the lines of a text were broken to; None where each line is a
    paragraph, a verse or a heading of its own. ``groups`` are its runs of lines without a blank
    line between them."""
    pairs = [pair for group in groups for pair in pairwise(group) if _goes_on(*pair)]
    if not pairs:
        return None
    lengths = sorted(len(line) for line, _ in pairs)
    width = lengths[int(len(lengths) * 0.95)]
    pairs = [pair for pair in pairs if len(pair[0]) >= _END_OF_PARAGRAPH * width]
    dense = sum(is_dense(line[-1:]) for line, _ in pairs) * 2 > len(pairs)
    if not (_NARROWEST_DENSE if dense else _NARROWEST) <= width <= _WIDEST:
        return None
    full = sum(is_full(line, following, width) for line, following in pairs)
    cased = [after[:1] for _, after in pairs if after[:1].isupper() or after[:1].islower()]
    capitals = sum(char.isupper() for char in cased)
    if full < _FULL_SHARE * len(pairs) or (cased and capitals > _CAPITAL_SHARE * len(cased)):
        return None
    return width


def _goes_on(line: str, following: str) -> bool:
    """Whether the second line may go on with the first: no list item, no table, no indent."""
    return not (
        BULLET.match(following)
        or COLUMNS.search(line)
        or COLUMNS.search(following)
        or _indent(following) > _indent(line) == 0
    )


def is_full(line: str, following: str, width: int) -> bool:
    """Whether a line ends where it does because the next word did not fit any more."""
    if _indent(line) * 3 > width:  # set to the right or in the middle: a signature, an inscription
        return False
    word = 1 if is_dense(following[:1]) else len(following.split(maxsplit=1)[0])
    return len(line) + 1 + word > width - _RAGGED


def paragraphs(lines: Sequence[str], width: int, small: Collection[str]) -> list[list[str]]:
    """The paragraphs in a group of lines broken to a width: one ends early or the next begins
    indented. Empty where they are no such lines, but verses or a list. ``small`` are the words
    that the text writes small."""
    parts = [[lines[0]]]
    for line, following in pairwise(lines):
        ended = len(line.strip()) < _SHORT * width and ends_sentence(line)
        if ended or _indent(following) > _indent(line) == 0:
            parts.append([])
        parts[-1].append(following)
    several = [part for part in parts if len(part) > 1]
    return parts if several and all(_is_prose(part, width, small) for part in several) else []


def _is_prose(lines: Sequence[str], width: int, small: Collection[str]) -> bool:
    pairs = list(pairwise(lines))
    begun = sum(_begins_verse(*pair, small) for pair in pairs)
    if begun > 1 and 2 * begun > len(pairs):
        return False
    return sum(is_full(*pair, width) for pair in pairs) >= _FULL_SHARE * len(pairs)


def _begins_verse(line: str, following: str, small: Collection[str]) -> bool:
    """Whether a word has a capital only because a line begins with it."""
    word = re.match(r"\s*([^\W\d_]+)", following)
    if word is None or not word[1].istitle() or ends_sentence(line):
        return False
    return word[1].lower() in small


def join(lines: Sequence[str], words: Collection[str]) -> str:
    """One paragraph of its lines: joined by spaces, Chinese and Japanese without.

    A word parted by a hyphen is put together where ``words`` (the text's own, in lower case) has
    it whole, else the hyphen was the author's.
    """
    text = lines[0].strip()
    for line in lines[1:]:
        line = line.strip()
        if text.endswith("-") and not text.endswith(" -"):
            text = _joined_at_hyphen(text, line, words)
        elif is_dense(text[-1:]) and is_dense(line[:1]):
            text += line
        else:
            text += " " + line
    return text


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a full stop or what stands for one."""
    return line.rstrip().rstrip(_CLOSING).endswith(tuple(_TERMINAL))


def _joined_at_hyphen(text: str, line: str, words: Collection[str]) -> str:
    first = re.search(r"[^\W\d_]+-$", text)
    second = re.match(r"[^\W\d_]+", line)
    if first and second and (first[0][:-1] + second[0]).lower() in words:
        return text[:-1] + line
    return text + line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def is_dense(char: str) -> bool:
    """Chinese and Japanese signs, which are written without spaces; Korean has them."""
    return (
        "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"
    )
