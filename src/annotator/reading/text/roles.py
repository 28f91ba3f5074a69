"""What each piece of a plain text is: title, heading, paragraph, caption, or the page around it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from annotator.reading.text.chunks import Chunk, Shape
from annotator.reading.text.furniture import is_furniture, opens_links
from annotator.reading.text.headings import find_headings, is_cut
from annotator.reading.text.headline import Head, one_line, same
from annotator.reading.text.notices import first_comment, is_link_line, is_notice
from annotator.reading.text.role_state import Role, State
from annotator.reading.text.under_title import is_section
from annotator.reading.text.wrapping import ends_sentence

_PARAGRAPH = 300
_TOPIC_WORDS = 3
_CAPTION_WORDS, _CAPTION_LONGEST = 6, 35
_CAPTION = re.compile(
    r"(?:photo|image|picture|caption|credit|figure|fig\.|foto|bild|abb(?:ildung|\.)|crédit|légende|"
    r"imagen|фото|写真|图|圖)(?: (?:by|credit|courtesy|von|de|di|\d+))?\s*[:.：]\s*\S.{0,300}",
    re.I,
)
_PHOTO_CREDIT = re.compile(
    r"\([^()]*(?:photo|images?|/ ?ap|afp|reuters|getty|epa|dpa)[^()]*\)$|"
    r"\b(?:photo(?:graph)?s? (?:by|courtesy of)|image credit:?|(?:©|/|via) ?getty images|foto:)"
    r".{0,60}$",
    re.I,
)
_START = re.compile(r"\*\*\*\s*START OF .{0,20}PROJECT GUTENBERG.*", re.I | re.S)
_END = re.compile(r"\*\*\*\s*END OF .{0,20}PROJECT GUTENBERG.*", re.I | re.S)


def assign(pieces: Sequence[Chunk], head: Head) -> list[Role]:
    """The role of each piece."""
    state = State([None] * len(pieces))
    if head.title is not None:
        state.set(head.title, Role.TITLE)
    _wrappers(pieces, state)
    _before_title(pieces, head, state)
    for index in head.credits:
        state.set(index, Role.FURNITURE)
    _by_words(pieces, state)
    _repetitions(pieces, head, state)
    _comments(pieces, state)
    _link_lists(pieces, state)
    for index in head.bare:
        section = is_section(pieces[index].text)
        state.set(index, Role.FURNITURE if section else Role.PARAGRAPH)
    find_headings(pieces, state)
    roles = [role or Role.PARAGRAPH for role in state.roles]
    if all(role is Role.FURNITURE for role in roles):
        return [Role.PARAGRAPH] * len(pieces)
    return roles


def _wrappers(pieces: Sequence[Chunk], state: State) -> None:
    """What Project Gutenberg puts before and after a book."""
    start = next((i for i, piece in enumerate(pieces) if _START.match(piece.text)), -1)
    end = next((i for i, piece in enumerate(pieces) if _END.match(piece.text)), len(pieces))
    for index in (*range(start + 1), *range(max(end, start + 1), len(pieces))):
        state.set(index, Role.FURNITURE)


def _before_title(pieces: Sequence[Chunk], head: Head, state: State) -> None:
    """Taglines, sections, navigation: short pieces above the title. Sentences stay."""
    for index in range(head.title or 0):
        piece = pieces[index]
        if not (ends_sentence(piece.text) and len(piece.text) >= _PARAGRAPH):
            state.set(index, Role.FURNITURE)


def _by_words(pieces: Sequence[Chunk], state: State) -> None:
    for index, piece in enumerate(pieces):
        if (piece.shape is Shape.LINE and is_furniture(piece.text)) or (
            piece.shape is Shape.PROSE and (is_notice(piece.text) or is_link_line(piece.text))
        ):
            state.set(index, Role.FURNITURE)
        elif piece.shape is not Shape.TABLE and _is_caption(one_line(piece.text)):
            state.set(index, Role.CAPTION)


def _is_caption(line: str) -> bool:
    short = len(line.split()) <= _CAPTION_LONGEST
    return bool(_CAPTION.fullmatch(line) or (short and _PHOTO_CREDIT.search(line)))


def _repetitions(pieces: Sequence[Chunk], head: Head, state: State) -> None:
    """A line said twice in a row is a picture's text and its caption; the title and captions that
    come back are furniture, alone or with a few words around."""
    keys = [same(piece.text) for piece in pieces]
    title = keys[head.title] if head.title is not None else ""
    captions: set[str] = set()
    for index, piece in enumerate(pieces):
        key = keys[index]
        if not key or piece.shape not in (Shape.LINE, Shape.PROSE) or index == head.title:
            continue
        if key == title or (title and _carries(key, title)) or key in captions:
            state.set(index, Role.FURNITURE)
            if key in captions:
                state.roles[index] = Role.FURNITURE
        elif _twice(keys, index) and _caption_like(piece.text):
            state.set(index, Role.CAPTION)
            captions.add(key)
        elif state.roles[index] is Role.CAPTION:
            captions.add(key)


def _twice(keys: Sequence[str], index: int) -> bool:
    """Whether the next piece says the same, and no third one beside them."""
    key = keys[index]
    beside = keys[max(0, index - 1) : index], keys[index + 2 : index + 3]
    return keys[index + 1 : index + 2] == [key] and [key] not in beside


def _carries(key: str, title: str) -> bool:
    """Whether a line is the title with a site's name or a label beside it."""
    return len(title.split()) >= 3 and title in key and len(key) - len(title) <= 40


def _caption_like(text: str) -> bool:
    words = len(text.split())
    if words > _CAPTION_LONGEST:
        return False
    return not ends_sentence(text) or words >= _CAPTION_WORDS or is_cut(text)


def _link_lists(pieces: Sequence[Chunk], state: State) -> None:
    """What follows "Related articles": other articles' headlines with their first lines, to the
    end when this article does not go on."""
    done = 0
    for index, piece in enumerate(pieces):
        opens = index >= done and piece.shape is Shape.LINE and opens_links(piece.text)
        if opens and not _names_link(piece.text):
            done = _end_of_links(pieces, index + 1)
            for following in range(index + 1, done):
                state.set(following, Role.FURNITURE)
    _buttons_at_the_end(pieces, state)


def _comments(pieces: Sequence[Chunk], state: State) -> None:
    """What readers wrote below the article, to the end."""
    for index in range(first_comment([piece.text for piece in pieces]), len(pieces)):
        state.set(index, Role.FURNITURE)


def _names_link(line: str) -> bool:
    """Whether the line holds the one headline it leads to ("Related: House vows to block bill")."""
    return len(line.partition(":")[2].split()) > _TOPIC_WORDS


def _end_of_links(pieces: Sequence[Chunk], start: int) -> int:
    """Where a list of links that begins at ``start`` ends."""
    first_text = next((i for i in range(start, len(pieces)) if not _is_headline(pieces[i])), None)
    if first_text is None:
        return len(pieces)
    if first_text == start:  # no headline follows: the article goes on
        return start
    rest = [not _is_headline(piece) for piece in pieces[first_text:]]
    goes_on = any(map(_is_paragraph, pieces[first_text:])) or any(map(all, pairwise(rest)))
    # The last headline before the text goes on is more likely its own.
    return first_text - 1 if goes_on else len(pieces)


def _buttons_at_the_end(pieces: Sequence[Chunk], state: State) -> None:
    """Single words between buttons at the end are buttons too ("Politics", "World", "Share")."""
    for index in range(len(pieces) - 1, 0, -1):
        if state.roles[index] is Role.FURNITURE:
            continue
        piece = pieces[index]
        short = piece.shape is Shape.LINE and len(piece.text.split()) <= 3
        beside = index + 1 < len(pieces) and state.roles[index - 1] is Role.FURNITURE
        if not (short and beside and not ends_sentence(piece.text)):
            return
        state.set(index, Role.FURNITURE)


def _is_paragraph(piece: Chunk) -> bool:
    return len(piece.text) >= _PARAGRAPH and ends_sentence(piece.text)


def _is_headline(piece: Chunk) -> bool:
    return piece.shape in (Shape.LINE, Shape.ITEM) and not ends_sentence(piece.text)
