"""Claims as a table model."""

from PySide6.QtCore import QObject

from annotator.i18n import _, ngettext
from annotator.library.claims.filtering import whose_turn
from annotator.model import pair_words
from annotator.store.board import ClaimRow
from annotator.ui.cards import wording
from annotator.ui.kit import plain_tip
from annotator.ui.table.rows import RowModel

COLUMNS = (
    "number", "statement", "kind", "claimant", "verdict", "sources", "assignee", "status",
)  # fmt: skip


def titles() -> dict[str, str]:
    """The columns' titles."""
    return {
        "number": _("#"), "statement": _("Claim"), "kind": _("Kind"), "claimant": _("Said by"),
        "verdict": _("Verdict"), "sources": _("Sources"), "assignee": _("Who"),
        "status": _("Status"),
    }  # fmt: skip


def sources_text(row: ClaimRow) -> str:
    """``4 · 2 origins``, ``2 · 2`` where all are independent, ``none``, a dash where none is
    needed."""
    if not row.sources:
        return _("none") if row.no_source else "—"
    if row.origins == row.sources:
        return f"{row.sources} · {row.origins}"
    words = ngettext("{n} origin", "{n} origins", row.origins).format(n=row.origins)
    return f"{row.sources} · {words}"


def linked_text(row: ClaimRow) -> str:
    """The claims that ask the other thing, where this one is linked: ``↔ C6``."""
    return f"↔ {row.pair.labels}" if row.pair else ""


def in_full(row: ClaimRow) -> str:
    """The statement, and what the claim asks where it is linked."""
    return "\n".join(filter(None, (row.statement, pair_words.sentence(row.pair))))


def cell_text(row: ClaimRow, column: str) -> str:
    """What a cell says, in words."""
    match column:
        case "number":
            return f"C{row.number}"
        case "statement":
            return row.statement
        case "kind":
            return wording.kind_name(row.kind)
        case "claimant":
            return wording.claimant_name(row.claimant)
        case "verdict":
            return row.verdict.name if row.verdict else "—"
        case "sources":
            return sources_text(row)
        case "assignee":
            return whose_turn(row) or "—"
        case _:
            return wording.status_name(row.status)


def spoken(row: ClaimRow, column: str) -> str:
    """The same for a screen reader: dashes say what they mean, and the column is named."""
    if column == "verdict" and row.verdict is None:
        return _("no verdict yet")
    if column == "assignee" and not whose_turn(row):
        return _("nobody")
    if column == "statement":
        return in_full(row)
    if column == "sources":
        lacking = _("no source yet") if row.no_source else _("no source needed")
        sources = wording.sources_text(row.sources) or lacking
        origins = ngettext("{n} origin", "{n} origins", row.origins).format(n=row.origins)
        return f"{sources}, {origins}" if row.sources else sources
    return cell_text(row, column)


def _tip(row: ClaimRow, column: str) -> str:
    if column == "statement":
        return in_full(row)
    if column == "number":
        return pair_words.sentence(row.pair)
    return row.verdict.definition if column == "verdict" and row.verdict else ""


class ClaimModel(RowModel):
    """Rows are ``ClaimRow``s."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(titles(), parent)
        self.hidden: tuple[str, ...] = ()
        """The columns there is no room for: tooltips say what stands there."""

    def claim(self, row: int) -> ClaimRow:
        """What stands at a row."""
        return self.rows[row]

    def text(self, row: ClaimRow, column: str) -> str:
        return cell_text(row, column)

    def spoken(self, row: ClaimRow, column: str) -> str:
        return spoken(row, column)

    def tip(self, row: ClaimRow, column: str) -> str | None:
        hidden = [f"{titles()[name]}: {cell_text(row, name)}" for name in self.hidden]
        return "".join(map(plain_tip, [_tip(row, column), *hidden])) or None

    def row_title(self, row: ClaimRow) -> str | None:
        return f"C{row.number}"
