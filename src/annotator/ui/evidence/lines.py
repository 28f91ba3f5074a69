"""An entry of evidence in words: what stands in its row under the title."""

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.i18n import _
from annotator.model import Claim, Evidence
from annotator.model import evidence_words as words
from annotator.model.claims import NOTHING_FOUND
from annotator.ui.cards import wording
from annotator.ui.cards.text import Run, soft
from annotator.ui.evidence.facts import NOTHING, EntryFacts
from annotator.ui.kit import apart

if TYPE_CHECKING:
    from annotator.checking.quotes import QuoteCheck

CHECK_TOKENS = {"exact": "good", "differs": "middling", "missing": "bad"}
_DOT = " · "


def title_text(entry: Evidence) -> str:
    """What the entry is called: its source, or what was asked or looked for."""
    title = wording.source_title(entry.source) or entry.source.file_name
    if entry.type == "request":
        return _("Asked {whom}").format(whom=title)
    if entry.type == "search":
        return _("Searched {place}").format(place=entry.place or title)
    return title


def detail_runs(entry: Evidence, facts: EntryFacts = NOTHING, *, whole: bool) -> list[Run]:
    """The line under the title: where, when, what came of it, in which words, and whether those
    stand there. ``whole``: with what is left out while the row is folded."""
    parts = [Run(soft(part), "small", "secondary") for part in _said(entry, whole) if part]
    if entry.quote:
        parts.append(Run(soft(quoted(entry.quote)), "small", "secondary"))
        state = check_text(facts.check)
        token = CHECK_TOKENS[facts.check.state] if facts.check else "secondary"
        parts += [Run(state, "small_strong", token)] if state else []
    if entry.origin:
        same = _("same origin: {name}").format(name=entry.origin)
        parts.append(Run(same, "small", "secondary"))
    if entry.note and whole:
        parts.append(Run(soft(entry.note), "small", "ink"))
    return dotted(parts)


def quoted(quote: str) -> str:
    """Words in quotation marks, unless they bring their own."""
    return quote if quote[:1] in '“„«"' else f"“{quote}”"


def dotted(parts: list[Run]) -> list[Run]:
    """Stretches of text with dots between."""
    runs: list[Run] = []
    for part in parts:
        runs += [Run(_DOT, "small", "secondary")] if runs else []
        runs.append(replace(part, text=apart(part.text)))
    return runs


def _said(entry: Evidence, whole: bool) -> list[str]:
    source = entry.source
    site = wording.host(source.url) if source.title and source.url else ""
    publisher = "" if source.publisher.casefold() == site.casefold() else source.publisher
    accessed = _("looked at {date}").format(date=wording.date_text(source.accessed))
    return [
        *_asking(entry), entry.locator, source.author if whole else "", site, publisher,
        wording.date_text(source.published), source.file_name if source.title and whole else "",
        accessed if whole and source.accessed else "",
    ]  # fmt: skip


def _asking(entry: Evidence) -> list[str]:
    """What came of asking or searching."""
    if entry.type == "search":
        query = _("for “{query}”").format(query=entry.query) if entry.query else ""
        found = words.outcome_name(NOTHING_FOUND) if entry.outcome == NOTHING_FOUND else ""
        return [query, wording.date_text(entry.asked), found]
    if not (entry.asked or entry.deadline or entry.answered or entry.outcome):
        return [_("no answer yet")] if entry.type == "request" else []
    asked = _("asked {date}").format(date=wording.date_text(entry.asked)) if entry.asked else ""
    return [asked, answer_text(entry)]


def answer_text(entry: Evidence) -> str:
    """What became of a question: ``answered 9 May``, ``no answer by 9 May``, ``until 9 May``."""
    answered, deadline = wording.date_text(entry.answered), wording.date_text(entry.deadline)
    if answered:
        return _("answered {date}").format(date=answered)
    if entry.outcome == "no answer" and deadline:
        return _("no answer by {date}").format(date=deadline)
    if entry.outcome:
        return words.outcome_name(entry.outcome)
    if deadline:
        return _("no answer yet, asked for by {date}").format(date=deadline)
    return _("no answer yet") if entry.type == "request" else ""


def check_text(check: "QuoteCheck | None") -> str:
    """Whether quoted words stand in their source, in words; "" where nobody can say."""
    if check is None:
        return ""
    if check.state == "exact" and check.before:
        return _("words found, but “{before}” stands before them").format(before=check.before)
    names = {"exact": _("words found"), "differs": _("words differ")}
    return names.get(check.state, _("words not found"))


def name_of(entry: Evidence, of_claim: bool, facts: EntryFacts = NOTHING) -> str:
    """An entry for a screen reader."""
    detail = "".join(run.text for run in detail_runs(entry, facts, whole=False))
    parts = [words.stance_name(entry.stance) if of_claim else _("source"), title_text(entry)]
    parts += [detail, words.type_name(entry.type), _("private") if entry.private else ""]
    return ", ".join(part for part in parts if part)


def meter(claim: Claim) -> str:
    """``4 entries, 2 origins``, "" where there is nothing to count."""
    count = len(claim.evidence)
    return words.meter(count, claim.origins) if count else ""
