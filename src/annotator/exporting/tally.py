"""How many claims got which verdict, and how far the work is."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.exporting.document import ExportClaim
from annotator.i18n import _, ngettext
from annotator.model import Verdict

SHADES = (1.0, 0.6, 0.38)
"""How strong the verdicts of one tone are drawn, the best of them first."""


@dataclass(frozen=True, slots=True)
class Share:
    """Claims with the same verdict; ``verdict`` is None for those without one. ``step`` counts
    the verdicts of one tone from 0, to tell them apart by shade."""

    name: str
    verdict: Verdict | None
    count: int
    step: int = 0

    @property
    def tone(self) -> str:
        """The tone to draw it in: a verdict's own, ``outcome`` for reasons why there is no
        rating, ``open`` where there is no verdict yet."""
        if self.verdict is None:
            return "open"
        return "outcome" if self.verdict.is_outcome else self.verdict.tone


@dataclass(frozen=True, slots=True)
class Tally:
    """The shares in a scale's order, outcomes and open claims last; and how many claims are
    checked, set aside with a reason, open."""

    shares: tuple[Share, ...]
    checked: int
    set_aside: int
    open: int

    @property
    def total(self) -> int:
        """How many claims there are."""
        return self.checked + self.set_aside + self.open

    @property
    def progress(self) -> str:
        """``5 of 8 claims checked, 1 set aside``."""
        done = ngettext(
            "{done} of {total} claim checked", "{done} of {total} claims checked", self.total
        ).format(done=self.checked, total=self.total)
        if not self.set_aside:
            return done
        return f"{done}, " + _("{n} set aside").format(n=self.set_aside)


def tally(claims: Iterable[ExportClaim]) -> Tally:
    """Count them. A conclusion in words is one share with all others."""
    counts: dict[str, tuple[Verdict | None, int]] = {}
    for one in claims:
        verdict = one.claim.verdict
        name = _name(verdict)
        counts[name] = (counts.get(name, (verdict, 0))[0], counts.get(name, (verdict, 0))[1] + 1)
    ordered = sorted(counts.items(), key=lambda item: _order(item[1][0]))
    shares = _stepped([Share(name, verdict, n) for name, (verdict, n) in ordered])
    aside = sum(s.count for s in shares if s.tone == "outcome")
    waiting = sum(s.count for s in shares if s.tone == "open")
    return Tally(shares, sum(s.count for s in shares) - aside - waiting, aside, waiting)


def _name(verdict: Verdict | None) -> str:
    if verdict is None:
        return _("Not yet checked")
    return verdict.name if verdict.id else _("Concluded in words")


def _order(verdict: Verdict | None) -> tuple[int, str, int]:
    if verdict is None:
        return 2, "", 0
    return int(verdict.is_outcome), verdict.scale, verdict.position


def _stepped(shares: list[Share]) -> tuple[Share, ...]:
    seen: dict[str, int] = {}
    found = []
    for share in shares:
        step = seen.get(share.tone, 0)
        seen[share.tone] = step + 1
        found.append(Share(share.name, share.verdict, share.count, step))
    return tuple(found)
