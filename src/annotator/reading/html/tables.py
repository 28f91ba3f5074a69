"""Which tables are tables, and where their cells stand."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

from dataclasses import dataclass

_MAX_SPAN = 100
_BIG_ROWS, _BIG_COLUMNS, _BIG_CELLS = 10, 4, 10
_BLOCKS = ("p", "div", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "form")
_DATA_PARTS = ("caption", "colgroup", "col", "thead", "tfoot", "th")


@dataclass(frozen=True, slots=True)
class Place:
    """A cell's place in the grid, from 0, and how many rows and columns it covers."""

    row: int
    column: int
    row_span: int
    column_span: int
    header: bool


def rows_of(table: "Element") -> list["Element"]:
    """The table's own rows, not those of tables inside it."""
    rows: list[Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows.extend(row for row in child if row.tag == "tr")
    return rows


def places(table: "Element") -> dict["Element", Place]:
    """Where each cell of the table stands."""
    found: dict[Element, Place] = {}
    rows = rows_of(table)
    taken: dict[int, int] = {}  # column -> rows it is still covered from above
    for number, row in enumerate(rows):
        column = 0
        covered = {at: left - 1 for at, left in taken.items() if left > 1}
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while taken.get(column, 0) > 0:
                column += 1
            wide = _span(cell, "colspan")
            high = min(_span(cell, "rowspan"), len(rows) - number)
            header = cell.tag == "th" or _in_head(row)
            found[cell] = Place(number, column, high, wide, header)
            if high > 1:
                covered.update(dict.fromkeys(range(column, column + wide), high - 1))
            column += wide
        taken = covered
    return found


def is_data(table: "Element") -> bool:
    """Whether the table holds data, by the signs its author left or by its size."""
    if table.get("role") == "presentation" or table.get("datatable") == "0":
        return False
    if table.get("summary"):
        return True
    if any(next(table.iter(part), None) is not None for part in _DATA_PARTS):
        return True
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows, columns = _shape(table)
    if rows == 1 or columns == 1:
        return False
    return rows >= _BIG_ROWS or columns > _BIG_COLUMNS or rows * columns > _BIG_CELLS


def is_grid(table: "Element") -> bool:
    """Whether the table should be shown as one: data, or a small table of short cells."""
    if table.get("role") == "presentation":
        return False
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows, columns = _shape(table)
    if rows < 1 or columns < 2:
        return False
    if is_data(table):
        return True
    return rows > 1 and all(next(table.iter(tag), None) is None for tag in _BLOCKS)


def _shape(table: "Element") -> tuple[int, int]:
    rows = rows_of(table)
    widths = (sum(_span(c, "colspan") for c in row if c.tag in ("td", "th")) for row in rows)
    return len(rows), max(widths, default=0)


def _span(cell: "Element", name: str) -> int:
    value = (cell.get(name) or "").strip()
    return max(1, min(int(value), _MAX_SPAN)) if value.isdecimal() and len(value) < 6 else 1


def _in_head(row: "Element") -> bool:
    parent = row.getparent()
    return parent is not None and parent.tag == "thead"
