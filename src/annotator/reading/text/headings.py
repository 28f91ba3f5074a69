"""Which short lines of a plain text are headings."""

import re
from collections.abc import Sequence

from annotator.reading.text.chunks import Chunk, Shape
from annotator.reading.text.role_state import Role, State
from annotator.reading.text.wrapping import ends_sentence, is_dense

_HEADING_LONGEST, _HEADING_WORDS = 110, 16
_HEADING_DENSE = 25  # of signs that are written without spaces
_PARAGRAPH = 300
_LABEL = re.compile(r"(?:[^\W\d_]\S{2,20}\s+)?(?:[IVXLCDM]{1,7}|\d{1,3})[.:)]?")
"""A heading that is a number, alone or after one word: "Chapter 3.", "第１条", "IV."."""
_BARE_NUMBER = re.compile(r"(?:[IVXLCDM]{1,7}|\d{1,3})[.:)]?")
_TWO_SENTENCES = re.compile(r"[a-zß-öø-ÿ]{3,}[.!?][\"'”’)]*\s+\W?[A-ZÀ-ÖØ-Þ]")
_NO_START = "\"'“„«‘‚—–-(（["


def find_headings(pieces: Sequence[Chunk], state: State) -> None:
    """Short lines without a full stop that stand over paragraphs."""
    own = [i for i in range(len(pieces)) if state.roles[i] in (None, Role.TITLE)]
    numbered_under_words = any(
        _looks_like_heading(pieces[i]) and not _BARE_NUMBER.fullmatch(pieces[i].text) for i in own
    )
    is_open = False
    spaced = any(piece.blank for piece in pieces[1:])
    for at, index in enumerate(own):
        piece = pieces[index]
        if state.roles[index] is Role.TITLE:
            is_open = False
            continue
        following = pieces[own[at + 1]] if at + 1 < len(own) else None
        heading = (
            following is not None
            and not is_open
            and not (spaced and _is_subtitle(pieces, state, index))
            and _looks_like_heading(piece)
            and (_is_text(following) or _leads(piece, following, pieces, own, at))
        )
        if heading:
            bare = _BARE_NUMBER.fullmatch(piece.text.strip())
            state.set(index, Role.SUBHEADING if bare and numbered_under_words else Role.HEADING)
        # A sentence that goes on in the next piece makes that no heading.
        is_open = not heading and not _is_closed(piece, is_open)
        if is_cut(piece.text) and piece.shape is Shape.LINE and not heading:
            state.set(index, Role.CAPTION)


def _is_subtitle(pieces: Sequence[Chunk], state: State, index: int) -> bool:
    """Whether a line follows the title without a blank line in a text that has them."""
    return bool(index) and state.roles[index - 1] is Role.TITLE and not pieces[index].blank


def _leads(
    piece: Chunk, following: Chunk, pieces: Sequence[Chunk], own: Sequence[int], at: int
) -> bool:
    """Whether a heading stands over another one and that over text; three short lines in a row
    are a list."""
    if not _looks_like_heading(following) or at + 2 >= len(own):
        return False
    before = pieces[own[at - 1]] if at else None
    alone = before is None or _is_text(before) or at == 1
    return alone and _is_text(pieces[own[at + 2]])


def _looks_like_heading(piece: Chunk) -> bool:
    text = piece.text.strip()
    if piece.shape is not Shape.LINE or not any(char.isalnum() for char in text):
        return False
    if _LABEL.fullmatch(text):
        return True
    if len(text) > _HEADING_LONGEST or len(text.split()) > _HEADING_WORDS:
        return False
    if is_dense(text[len(text) // 2]) and (len(text) > _HEADING_DENSE or "、" in text):
        return False
    if text[0] in _NO_START or text[0].islower() or text[-1] in ",;:،؛、，：；—–-" or is_cut(text):
        return False
    if _TWO_SENTENCES.search(text):
        return False
    if ends_sentence(text) and not (text.endswith("?") and _is_title_case(text)):
        return False
    if piece.wrapped:  # in books a short line may be anything: a signature, a line of a poem
        return piece.blank >= 2 or text.isupper()
    return True


def _is_title_case(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    words = [word for word in words if len(word) > 3] or words
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.6 * len(words)


def _is_text(piece: Chunk) -> bool:
    """Whether a piece can stand under a heading."""
    if piece.shape is not Shape.LINE:
        return piece.shape is not Shape.RULE
    return ends_sentence(piece.text) or not _looks_like_heading(piece)


def _is_closed(piece: Chunk, was_open: bool) -> bool:
    text = piece.text.rstrip()
    if text[-1:] in ",،、，—–:：" and piece.shape is not Shape.RULE:
        return False
    return not was_open or ends_sentence(text) or len(text) >= _PARAGRAPH


def is_cut(text: str) -> bool:
    """Whether a line was cut off by the site ("Mayor and Commissioner host …")."""
    return bool(re.search(r"\s(?:\.\.\.|…)$", text)) and len(text.split()) <= _HEADING_WORDS
