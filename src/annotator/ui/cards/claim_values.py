"""A claim as the values of its editor."""

from typing import Any

from annotator.model import Claim

PEOPLE = ("assignee", "reviewer")
MORE = {"claimed", "as_of", "check_again", *PEOPLE}
"""What is shown only when more is asked for."""
_NAMES = (
    "statement", "kind", "claimant", "claimed", "as_of", "check_again", "status", "reasoning",
)  # fmt: skip


def values_of(claim: Claim) -> dict[str, Any]:
    """People and the verdict by their names, "" for none."""
    values = {name: getattr(claim, name) for name in _NAMES}
    for role in PEOPLE:
        who = getattr(claim, role)
        values[role] = who.name if who else ""
    return {**values, "verdict": claim.verdict.name if claim.verdict else ""}
