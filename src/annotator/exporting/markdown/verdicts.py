"""Verdicts as Markdown: a table of all claims, how many got which, what was corrected."""

from collections.abc import Iterable, Iterator, Sequence

from annotator.exporting import claims, ledger, wording
from annotator.exporting.document import ExportArticle, ExportClaim, Judgement
from annotator.exporting.markdown.note import tamed
from annotator.exporting.markdown.text import escape
from annotator.exporting.tally import Tally, tally
from annotator.i18n import _
from annotator.model import TrailEntry
from annotator.model.claims import origins

_BAR = 20
"""Blocks of a bar that stands for all claims."""


def overview(article: ExportArticle, level: int) -> list[str]:
    """What was found, as blocks: the article as a whole, the claims in a table, a chart.
    ``level`` is the headings'."""
    blocks = judgement(article.judgement, level)
    if listed := claims.of([article]):
        blocks += [f"{'#' * level} {_('Verdicts')}", table(listed, [article])]
        blocks += chart(tally(listed))
    return blocks


def judgement(found: Judgement, level: int) -> list[str]:
    """The verdict on the article and its summary, with what was corrected in them."""
    blocks = []
    if found.verdict is not None:
        as_of = ledger.since(found.as_of)
        blocks.append(
            " · ".join([f"**{escape(found.verdict.name)}**", *([as_of] if as_of else [])])
        )
    if found.summary.strip():
        blocks.append(tamed(found.summary, level + 1))
    if changed := list(corrected(found.trail, named=False)):
        blocks += [f"{_('Corrections')}:", "\n".join(changed)]
    return blocks


def table(listed: Sequence[ExportClaim], articles: Sequence[ExportArticle], open_: str = "") -> str:
    """The claims of articles, a row each; ``open_`` stands for a verdict where there is none."""
    heads = ("#", _("Claim"), _("Said by"), _("Verdict"), _("As of"), _("Sources"))
    return rows(heads, (_cells(one, articles, open_) for one in listed))


def _cells(one: ExportClaim, articles: Sequence[ExportArticle], open_: str) -> tuple[str, ...]:
    claim = one.claim
    verdict = claim.verdict.name if claim.verdict else open_ or wording.verdict(claim)
    return (
        claim.label, claim.statement, claims.said_by(one, articles) or _("not said"), verdict,
        wording.shown_date(claim.as_of), _sources(one),
    )  # fmt: skip


def _sources(one: ExportClaim) -> str:
    """``4, 2 origins``: how many entries, and how many of them stand for themselves."""
    entries = one.claim.evidence
    if len(entries) < 2 or origins(entries) == len(entries):
        return str(len(entries))
    return ledger.count(entries)


def chart(counted: Tally) -> list[str]:
    """How far the work is, and a bar of blocks for each verdict."""
    shown = (
        (share.name, str(share.count), "█" * max(1, round(_BAR * share.count / counted.total)))
        for share in counted.shares
    )
    heads = (_("Verdict"), _("Claims"), "")
    return [f"**{escape(counted.progress)}**", rows(heads, shown)]


def rows(heads: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    """A pipe table of plain texts under headings."""
    lines = [list(heads), ["---"] * len(heads)]
    lines += [[escape(cell) for cell in row] for row in cells]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def log(listed: Sequence[ExportClaim], level: int) -> list[str]:
    """The corrections of all claims, as blocks; nothing where no verdict was changed."""
    blocks = []
    for one in listed:
        if claims.corrections(one.trail):
            lines = "\n".join(corrected(one.trail, named=True))
            blocks += [f"**{one.claim.label}** {escape(one.claim.statement)}", lines]
    return [f"{'#' * level} {_('Corrections')}", *blocks] if blocks else []


def corrected(trail: Sequence[TrailEntry], *, named: bool) -> Iterator[str]:
    """The first verdict and its changes, an item each, where there were changes. ``named``: with
    who made them."""
    for entry in claims.verdicts(trail) if claims.corrections(trail) else ():
        who = entry.who if named else ""
        head = " · ".join(
            part for part in (ledger.when(entry), who, ledger.correction(entry)) if part
        )
        why = f": {entry.why}" if entry.why.strip() else ""
        yield f"- {escape(head + why)}"
