"""Pieces of text → runs: white space as a browser shows it, main parted from furniture."""

import re
import unicodedata
from typing import NamedTuple

from annotator.reading.builder import Run

_WORD = re.compile(r"[^\W_]")
_SPACES = re.compile(r"[ \t\n\r\f]+")


class Piece(NamedTuple):
    """A text under one style, before its white space is collapsed."""

    text: str
    style: Run
    own: bool
    pre: bool


def first_strong(text: str) -> str:
    """``rtl`` or ``ltr``, as the first character with a direction of its own says."""
    if text.isascii():
        return "ltr"
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def parts_of(pieces: list[Piece]) -> list[tuple[bool, list[Piece]]]:
    """The pieces in stretches that are alike in being the article's own.

    Punctuation and white space go with what they stand beside.
    """
    parts: list[tuple[bool, list[Piece]]] = []
    loose: list[Piece] = []
    for piece in pieces:
        if not _WORD.search(piece.text):
            (parts[-1][1] if parts else loose).append(piece)
        elif parts and parts[-1][0] is piece.own:
            parts[-1][1].append(piece)
        else:
            parts.append((piece.own, [*loose, piece]))
            loose = []
    if loose:
        parts.append((loose[0].own, loose))
    return _without_holes(parts)


def _without_holes(parts: list[tuple[bool, list[Piece]]]) -> list[tuple[bool, list[Piece]]]:
    """What stands in the middle of a line of the article is part of it: "by *Ida Green* in"."""
    whole: list[tuple[bool, list[Piece]]] = []
    for at, (own, pieces) in enumerate(parts):
        hole = not own and 0 < at < len(parts) - 1 and not _breaks(parts[at - 1][1][-1], *pieces)
        if whole and (hole or (own and whole[-1][0])):
            whole[-1][1].extend(pieces)
        else:
            whole.append((own, pieces))
    return whole


def _breaks(*pieces: Piece) -> bool:
    return any(piece.pre and piece.text == "\n" for piece in pieces)


def collapsed(pieces: list[Piece], code: bool) -> list[Run]:
    """White space as a browser would show it: runs of it are one space, none beside a break.

    ``code``: all of it is, so that no part needs to say so.
    """
    texts: list[tuple[Run, list[str]]] = []
    open_space = True  # a space here would follow a space, a break or nothing
    for piece in pieces:
        text = piece.text
        if piece.pre:
            if text == "\n" and texts:
                texts[-1][1][-1] = texts[-1][1][-1].rstrip(" ")
        else:
            if "  " in text or not text.isprintable():
                text = _SPACES.sub(" ", text)
            if open_space and text.startswith(" "):
                text = text[1:]
        if not text:
            continue
        open_space = text.endswith((" ", "\n"))
        if texts and texts[-1][0] is piece.style:
            texts[-1][1].append(text)
        else:
            texts.append((piece.style, [text]))
    return [_styled("".join(parts), style, code) for style, parts in texts]


def _styled(text: str, style: Run, code: bool) -> Run:
    return (style._replace(code=False) if code and style.code else style).with_text(text)
