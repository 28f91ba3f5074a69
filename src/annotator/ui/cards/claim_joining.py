"""Claims that turn out to be one."""

from annotator.i18n import _, ngettext
from annotator.library import Library
from annotator.model import Claim
from annotator.model.evidence_words import entries_in_words


def is_fresh(claim: Claim) -> bool:
    """Whether nothing was found out about a claim yet."""
    return not (claim.verdict or claim.reasoning or claim.evidence or claim.comments)


def same(library: Library, into: str, claim: Claim, annotation: str) -> None:
    """Let a claim be another one, as one step of undo. One that was only just begun makes way; of
    others everything goes over."""
    if not is_fresh(claim) or len(library.claims.standing([claim.id]).get(claim.id, ())) > 1:
        library.claims.merge(into, claim.id)
        return
    with library.store.write(_("passage of a claim")):
        library.claims.add_passage(into, annotation)
        library.claims.remove(claim.id)


def kept(library: Library, into: Claim, claim: Claim) -> str:
    """What is kept and what goes over where ``claim`` is merged into another, in sentences."""
    count = len(library.claims.standing([claim.id]).get(claim.id, ()))
    moved = [ngettext("{n} passage", "{n} passages", count).format(n=count)]
    moved += [entries_in_words(len(claim.evidence))] if claim.evidence else []
    said = [_("{into} keeps what it says.").format(into=into.label), *_verdicts(into, claim)]
    said.append(_("It takes over: {what}.").format(what=", ".join(moved)))
    said.append(_("{claim} leads to it from then on.").format(claim=claim.label))
    return " ".join(said)


def _verdicts(into: Claim, claim: Claim) -> list[str]:
    """Which verdict the claim has then; and that another one is given up."""
    given = into.verdict or claim.verdict
    if given is None:
        return []
    if into.verdict is None or claim.verdict in (None, into.verdict):
        return [_("Its verdict is “{verdict}”.").format(verdict=given.name)]
    stays, goes = into.verdict.name, claim.verdict.name
    if claim.reasoning and into.reasoning:
        words = _(
            "Its verdict stays “{stays}”; “{goes}” and the reasoning of {claim} are given up."
        )
    else:
        words = _("Its verdict stays “{stays}”; “{goes}”, the one of {claim}, is given up.")
    return [words.format(stays=stays, goes=goes, claim=claim.label)]
