"""The commands of the board as data; this is all of it that a start reads."""

from annotator.i18n import _
from annotator.ui.actions import ActionSpec as Spec

SCOPE = "board"
VIEWS = ("table", "columns", "chart")


def faces() -> tuple[Spec, ...]:
    """Which face of the window is in front."""
    return (
        Spec("view.read", _("Read"), "view", "face", "book-open", ("F5",), choice="face"),
        Spec("view.claims", _("Claims"), "view", "face", "flag", ("F7",), choice="face"),
    )


def commands() -> tuple[Spec, ...]:
    """Everything that can be done with claims, in the order of the menu *Claims*."""
    return (*_going(), *_changing(), *_review(), *_whole(), *_showing())


def _one(command: str, text: str, group: str, icon: str, *keys: str) -> Spec:
    """A command for the claims that are chosen on the board."""
    return Spec(command, text, "claims", group, icon, keys, SCOPE, "claim")


def _board(command: str, text: str, group: str, icon: str, *keys: str, choice: str = "") -> Spec:
    return Spec(command, text, "claims", group, icon, keys, SCOPE, "board", choice=choice)


def _going() -> tuple[Spec, ...]:
    show = _("Show the claim on the board")
    return (
        Spec("claims.show", show, "claims", "go", "flag", ("B",), "article", "claimed"),
        _one("claims.passage", _("Go to the passage"), "go", "corner-down-left",
             "Return", "Enter", "B"),
        _one("claims.inspect", _("Look at it in full"), "go", "panel-right", "Space"),
    )  # fmt: skip


def _changing() -> tuple[Spec, ...]:
    return (
        _one("claims.statement", _("Change the statement…"), "change", "pencil", "F2"),
        _one("claims.kind", _("Kind…"), "change", "list", "K"),
        _one("claims.claimant", _("Said by…"), "change", "quote", "N"),
        _one("claims.verdict", _("Verdict…"), "change", "check", "V"),
        _one("claims.status", _("Status…"), "change", "circle-half", "S"),
        _one("claims.assignee", _("Assignee…"), "change", "user", "A"),
        _one("claims.evidence", _("Add evidence…"), "change", "plus", "E"),
        _one("claims.status_back", _("Status a step back"), "change", "arrow-left", "Ctrl+Left"),
        _one("claims.status_on", _("Status a step on"), "change", "", "Ctrl+Right"),
    )


def _review() -> tuple[Spec, ...]:
    return (
        _one("claims.ask", _("Ask for review…"), "review", "eye", "R"),
        _one("claims.approve", _("Approve"), "review", "check", "Ctrl+Return"),
        _one("claims.send_back", _("Send back…"), "review", "undo-2", "Shift+R"),
        _one("claims.comment", _("Comment on the claim"), "review", "message-square", "C"),
    )


def _whole() -> tuple[Spec, ...]:
    same = _("Same claim as…")
    return (
        _one("claims.merge", _("Merge the chosen ones"), "whole", "", "M"),
        _one("claims.same", same, "whole", "", "Shift+M"),
        _one("claims.split", _("Split off a passage…"), "whole", "", "X"),
        _one("claims.split_attribution", _("Split “said so” from “is so”"), "whole", "", "Shift+X"),
        _one("claims.remove", _("Remove claim"), "whole", "trash-2", "Del"),
    )


def _showing() -> tuple[Spec, ...]:
    titles = {"table": _("Table"), "columns": _("Columns"), "chart": _("Chart")}
    views = (
        _board(f"claims.as.{view}", titles[view], "show", "", str(at), choice="board")
        for at, view in enumerate(VIEWS, 1)
    )
    return (
        _board("claims.filter", _("Filter by words"), "show", "list-filter", "/"),
        _board("claims.clear", _("Show all claims"), "show", "", "0"),
        _board("claims.sort", _("Sort by…"), "show", "", "O"),
        *views,
    )
