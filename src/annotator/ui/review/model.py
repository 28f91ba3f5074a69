"""The open lines as rows of a list: under each rule its lines, of a long rule the first ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from annotator.i18n import _
from annotator.library.review.line import Line
from annotator.ui.review import wording

AT_ONCE = 40
"""Lines of a rule that are shown at once; more when asked for."""
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """``kind``: rule (a heading, with a count) | line | more (how many are not shown)."""

    kind: str
    rule: str
    text: str
    below: str = ""
    count: int = 0
    line: Line | None = None


class LinesModel(QAbstractListModel):
    """Rows to be shown. ``folded`` are rules whose lines are not, ``unfolded`` those of which all
    are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._titles: Mapping[str, str] = {}
        self._rows: list[Row] = []
        self.folded: set[str] = set()
        self.unfolded: set[str] = set()

    @property
    def lines(self) -> Sequence[Line]:
        """All that is open."""
        return self._lines

    def set_lines(self, lines: Sequence[Line], titles: Mapping[str, str]) -> None:
        """Show these; ``titles`` are those of articles, by id, where they are to be said."""
        if (lines, titles) != (self._lines, self._titles):
            self._lines, self._titles = lines, titles
            self._build()

    def fold(self, rule: str) -> None:
        """Hide a rule's lines, or show them again."""
        self.folded ^= {rule}
        self._build()

    def unfold(self, rule: str) -> None:
        """Show all lines of a rule."""
        self.unfolded.add(rule)
        self._build()

    def _build(self) -> None:
        self.beginResetModel()
        names = wording.titles()
        self._rows = []
        for rule, group in groupby(self._lines, key=lambda line: line.rule):
            found = list(group)
            self._rows.append(Row("rule", rule, names[rule], count=len(found)))
            if rule not in self.folded:
                self._rows += self._of_rule(rule, found)
        self.endResetModel()

    def _of_rule(self, rule: str, lines: Sequence[Line]) -> list[Row]:
        shown = lines if rule in self.unfolded else lines[:AT_ONCE]
        rows = [self._row(line) for line in shown]
        if len(shown) < len(lines):
            left = len(lines) - len(shown)
            rows.append(Row("more", rule, _("Show {n} more").format(n=left)))
        return rows

    def _row(self, line: Line) -> Row:
        text, below = wording.parts(line, self._titles.get(line.article, ""))
        return Row("line", line.rule, text, below, line=line)

    # For the list

    def row(self, at: int) -> Row:
        """What stands in a row."""
        return self._rows[at]

    def find(self, kind: str, rule: str, line: Line | None = None) -> int:
        """Where that stands, -1 for nowhere."""
        wanted = (kind, rule, line)
        places = (n for n, r in enumerate(self._rows) if (r.kind, r.rule, r.line) == wanted)
        return next(places, -1)

    def step(self, at: int, step: int) -> int:
        """The next row with a line, going on at the other end; -1 where there is none."""
        count = len(self._rows)
        places = ((at + step * n) % count for n in range(1, count + 1))
        return next((place for place in places if self._rows[place].kind == "line"), -1)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if row.kind == "rule":
                return f"{row.text}, {row.count}"
            return ". ".join(part for part in (row.text, row.below) if part)
        return None
