"""The commands for the claims of what is selected or current, as data."""

from annotator.i18n import _
from annotator.ui.actions import ActionSpec as Spec


def commands() -> tuple[Spec, ...]:
    """In the order of the menu."""
    add = _("Add passage to an existing claim…")
    return (
        Spec("mark.add_passage", add, "mark", "make", "plus", ("Shift+C",), "article",
             "selection|mark"),
        _own("mark.same_claim", _("Its claim is the same as…"), "Shift+M"),
        _own("mark.split_off", _("Split this passage off its claim"), "X"),
        _own("mark.split_attribution", _("Split its claim into attribution and fact"), "Shift+X"),
    )  # fmt: skip


def _own(command: str, text: str, key: str) -> Spec:
    return Spec(command, text, "mark/claim", "make", "", (key,), "article", "claimed")
