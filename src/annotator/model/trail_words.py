"""Steps on a claim's trail by which claims became one, or several, in words: the same in the window
and on the command line."""

from annotator.i18n import _
from annotator.model.claims import TrailEntry


def joined(step: TrailEntry, label: str) -> str:
    """``C5 was merged into this: “Traffic fell.”`` on the trail of the claim that was kept; ``C8
    was split off`` or ``split off from C4``, as the claim called ``label`` is the old or the new
    one. "" for any other step."""
    if step.action == "merged":
        other, _colon, statement = step.before.partition(": ")
        if statement:
            return _("{claim} was merged into this: “{statement}”").format(
                claim=other, statement=statement
            )
        return _("merged into {claim}").format(claim=step.after)
    if step.action == "split":
        if label == step.after:
            return _("split off from {claim}").format(claim=step.before)
        return _("{claim} was split off").format(claim=step.after)
    return ""
