"""A table as Markdown; spans are shown at their first cell."""

from collections.abc import Sequence

from annotator.model import Container


def table(cells: Sequence[tuple[Container, str]]) -> str:
    """A pipe table of cells and their one-line contents; a cell may come in several parts.

    Where the first row is no header, an empty one is put above: Markdown's tables need one.
    """
    width = max(cell.column + max(1, cell.column_span) for cell, _content in cells)
    rows: dict[int, list[list[str]]] = {}
    for cell, content in cells:
        row = rows.setdefault(cell.row, [[] for _ in range(width)])
        if content:
            row[cell.column].append(content)
    headed = all(cell.header for cell, _content in cells if cell.row == min(rows))
    lines = [["<br>".join(cell) for cell in rows[at]] for at in sorted(rows)]
    if not headed:
        lines.insert(0, [""] * width)
    lines.insert(1, ["---"] * width)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
