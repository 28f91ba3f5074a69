"""Rows in columns, as wide as a terminal shows them: Chinese signs take two cells, accents none."""

import unicodedata
from collections.abc import Iterator, Sequence

_GAP = "  "


def width(text: str) -> int:
    """How many cells of a terminal a line takes."""
    return sum(map(_cells, text))


def table(
    headers: Sequence[str], rows: Sequence[Sequence[str]], widest: Sequence[int], right: int
) -> str:
    """Lines of headers, a rule and the rows. Cells of more than ``widest`` (0: any) go on in lines
    below; from column ``right`` on they stand at the right."""
    cells = [
        [list(_wrapped(text, widest[at])) for at, text in enumerate(row)]
        for row in (headers, *rows)
    ]
    columns = range(len(headers))
    wide = [max(width(line) for row in cells for line in row[at]) for at in columns]

    def shown(line: Sequence[str]) -> str:
        return _GAP.join(
            _padded(text, wide[at], at >= right) for at, text in enumerate(line)
        ).rstrip()

    found = [shown(line) for row in cells for line in _lines(row)]
    heads = max(len(cell) for cell in cells[0])
    return "\n".join([*found[:heads], _GAP.join("-" * each for each in wide), *found[heads:]])


def _lines(row: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    for at in range(max(len(cell) for cell in row)):
        yield [cell[at] if at < len(cell) else "" for cell in row]


def _padded(text: str, wide: int, right: bool) -> str:
    blanks = " " * (wide - width(text))
    return blanks + text if right else text + blanks


def _wrapped(text: str, widest: int) -> Iterator[str]:
    """The text in lines of at most ``widest`` cells, broken at blanks where there are any."""
    line = ""
    for word in text.split() or [""]:
        longer = f"{line} {word}" if line else word
        if not widest or width(longer) <= widest:
            line = longer
            continue
        if line:
            yield line
        *whole, line = _pieces(word, widest)
        yield from whole
    yield line


def _pieces(word: str, widest: int) -> list[str]:
    """A word in pieces that fit, a sign with its accents in one."""
    pieces, used = [""], 0
    for sign in word:
        cells = _cells(sign)
        if used + cells > widest:
            pieces.append("")
            used = 0
        pieces[-1] += sign
        used += cells
    return pieces


def _cells(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
