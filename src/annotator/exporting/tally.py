"""How many claims got which verdict, and how far the work is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.exporting.document import ExportClaim
from annotator.i18n import _, ngettext
from annotator.model import Verdict

_SHADES = (1.0, 0.6, 0.38)
"""How strong the verdicts of one tone are drawn, the one farthest from the middle first."""


@dataclass(frozen=True, slots=True)
class Share:
    """Claims with the same verdict; ``verdict`` is None for those without one. ``strength``, over
    0 to 1, is how strongly its colour is drawn, to tell the verdicts of one tone apart."""

    name: str
    verdict: Verdict | None
    count: int
    strength: float = 1.0

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
    strong = strengths([verdict for _name, (verdict, _n) in ordered])
    shares = tuple(
        Share(name, verdict, n, strength)
        for (name, (verdict, n)), strength in zip(ordered, strong, strict=True)
    )
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


def strengths(verdicts: Sequence[Verdict | None]) -> list[float]:
    """How strongly the colour of each is drawn, over 0 to 1: the worst of the bad ones and the
    best of all others in full, those nearer to the middle of the scale paler."""
    found = [1.0] * len(verdicts)
    seen: Counter[tuple[bool, str]] = Counter()
    rated = [(at, verdict) for at, verdict in enumerate(verdicts) if verdict is not None]
    for at, verdict in sorted(rated, key=lambda item: _from_the_end(item[1])):
        group = (verdict.is_outcome, verdict.tone)
        found[at] = _SHADES[min(seen[group], len(_SHADES) - 1)]
        seen[group] += 1
    return found


def _from_the_end(verdict: Verdict) -> tuple[int, int]:
    """What orders verdicts of one tone by how far they are from the middle of their scale."""
    if verdict.tone == "bad":
        return verdict.rating, -verdict.position
    return -verdict.rating, verdict.position
