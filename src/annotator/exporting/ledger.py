"""The words for evidence and for the way to a verdict, which all exports share."""

from collections.abc import Iterable

from annotator.exporting import wording
from annotator.i18n import _
from annotator.model import Claim, Evidence, TrailEntry, evidence_words
from annotator.model.claims import NOTHING_FOUND, origins


def type_name(evidence: Evidence) -> str:
    """What kind of source it is, in words; ``""`` where nobody said."""
    return evidence_words.type_name(evidence.type)


def stance_name(evidence: Evidence) -> str:
    """How it stands to the claim; context is named, too."""
    return wording.stance(evidence) or _("context")


def request(evidence: Evidence) -> str:
    """When somebody was asked, until when they were to answer, and what came of it; ``""`` where
    nothing of it is known."""
    due = wording.shown_date(evidence.deadline)
    parts = []
    if evidence.asked:
        parts.append(_("asked {date}").format(date=wording.shown_date(evidence.asked)))
    if due and not _is_unanswered(evidence):
        parts.append(_("answer due {date}").format(date=due))
    parts.append(_answer(evidence))
    return ", ".join(part for part in parts if part)


def _is_unanswered(evidence: Evidence) -> bool:
    return evidence.outcome == "no answer" and not evidence.answered


def _answer(evidence: Evidence) -> str:
    if evidence.answered:
        return _("answered {date}").format(date=wording.shown_date(evidence.answered))
    if evidence.outcome == "answered":
        return _("answered")
    if evidence.outcome == "no answer" and evidence.deadline:
        return _("no answer by {date}").format(date=wording.shown_date(evidence.deadline))
    if evidence.outcome == "no answer":
        return _("no answer")
    if evidence.outcome:
        return evidence.outcome
    waited_for = evidence.deadline or (evidence.type == "request" and evidence.asked)
    return _("no answer yet") if waited_for else ""


def search(evidence: Evidence) -> str:
    """Where something was searched for, what, when, and that nothing was found."""
    place = evidence.place or wording.source_title(evidence.source)
    return wording.listed(place, _searched(evidence))


def _searched(evidence: Evidence) -> str:
    parts = [f"“{evidence.query}”" if evidence.query else ""]
    parts.append(wording.shown_date(evidence.asked or evidence.source.accessed))
    outcome = _("nothing found") if evidence.outcome == NOTHING_FOUND else evidence.outcome
    return wording.listed(*parts, outcome)


def details(evidence: Evidence) -> str:
    """What is known of it besides title, stance and quote: who, where in it, when."""
    parts = [wording.source_details(evidence.source), evidence.locator]
    if evidence.type == "search":
        named = evidence.place in ("", wording.source_title(evidence.source))
        parts = [_searched(evidence) if named else search(evidence)]
    elif evidence.asked or evidence.deadline or evidence.answered or evidence.outcome:
        parts.append(request(evidence))
    return wording.listed(*parts)


def quote_state(state: str) -> str:
    """What to say of a quote that is not in its source as it stands; ``""`` where it is, or where
    nobody looked."""
    return {
        "differs": _("the source words it differently"),
        "missing": _("not found in the source as saved"),
    }.get(state, "")


def count(evidence: Iterable[Evidence]) -> str:
    """``4 entries, 2 origins``; ``""`` without evidence."""
    entries = tuple(evidence)
    return evidence_words.meter(len(entries), origins(entries)) if entries else ""


def shared_origins(evidence: Iterable[Evidence]) -> dict[str, str]:
    """By the id of each entry that does not stand for itself which origin it shares: the group's
    name, else the entry before it that has the same one."""
    groups: dict[str, list[Evidence]] = {}
    for entry in evidence:
        if entry.root:
            groups.setdefault(entry.root, []).append(entry)
    said = {}
    for first, *others in groups.values():
        for entry in (first, *others) if others else ():
            said[entry.id] = _origin(entry, first)
    return said


def _origin(entry: Evidence, first: Evidence) -> str:
    if entry.origin:
        return _("origin: {name}").format(name=entry.origin)
    if entry is first:
        return ""
    return _("same origin as “{title}”").format(title=wording.source_title(first.source))


def correction(entry: TrailEntry) -> str:
    """``“True” became “Half true”``, or that a verdict was given or taken back."""
    if not entry.before:
        return _("first verdict “{after}”").format(after=entry.after)
    if not entry.after:
        return _("“{before}” was taken back").format(before=entry.before)
    return _("“{before}” became “{after}”").format(before=entry.before, after=entry.after)


def when(entry: TrailEntry) -> str:
    """The day of a step, as dates are shown."""
    return wording.shown_date(entry.when[:10])


def as_of(claim: Claim) -> str:
    """Until when the verdict takes things into account, and when it is looked at again."""
    again = wording.shown_date(claim.check_again)
    again = _("to be checked again {date}").format(date=again) if again else ""
    return ", ".join(part for part in (since(claim.as_of), again) if part)


def since(date: str) -> str:
    """``as of 9 May 2026``; ``""`` without a date."""
    return _("as of {date}").format(date=wording.shown_date(date)) if date else ""
