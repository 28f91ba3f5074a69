"""The words all exports share: dates, bylines, verdicts, what became of a passage."""

import re

from annotator.exporting.document import ExportDocument, ExportMark
from annotator.i18n import _
from annotator.model import AnchorState, Annotation, Claim, Details, Evidence, Source, locators
from annotator.model.claimants import is_the_article, shown
from annotator.model.claims import THE_ARTICLE
from annotator.model.direction import all_apart, apart

SIGNS = {"supports": "+", "refutes": "−", "context": ""}
"""How evidence stands to a claim, as a sign after its source."""

_LINK = re.compile(r"(https?://|mailto:|doi:)\S", re.IGNORECASE)


def shown_date(date: str) -> str:
    """``2026-05-12`` as ``12 May 2026``, ``2026-05`` as ``May 2026``; anything else as it is."""
    match = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])", date)
    if not match or not match[2] or not 1 <= int(match[2]) <= 12:
        return match[1] if match else date
    month = _months()[int(match[2]) - 1]
    return f"{int(match[3])} {month} {match[1]}" if match[3] else f"{month} {match[1]}"


def _months() -> tuple[str, ...]:
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip


def listed(*parts: str) -> str:
    """The parts that say something, with commas between; each keeps to itself where one of them is
    read from the right."""
    return ", ".join(all_apart(parts))


def byline_parts(details: Details) -> list[str]:
    """Who wrote it, where and when, as far as known."""
    known = [details.names, details.place, shown_date(details.published)]
    return [part for part in known if part]


def byline(details: Details) -> str:
    """``byline_parts`` as a line."""
    return listed(*byline_parts(details))


def marked(document: ExportDocument) -> str:
    """By whom it was read and marked, and when; ``""`` when nothing is marked."""
    if not any(article.marks or article.page_notes for article in document.articles):
        return ""
    date, name = shown_date(document.marked_on), apart(document.marked_by)
    if name and date:
        return _("read and marked by {name}, {date}").format(name=name, date=date)
    if name:
        return _("read and marked by {name}").format(name=name)
    return _("read and marked {date}").format(date=date) if date else ""


def locator(mark: ExportMark) -> str:
    """Where it is: ``p. 12`` where there are pages, else ``headline``, ``caption`` or ``¶ 3``, or
    nothing."""
    return locators.cited_page(mark.page) or locators.cited(mark.paragraph, mark.part)


def number(mark: ExportMark) -> str:
    """The mark's number, or that it is private."""
    return str(mark.number) if mark.number is not None else _("private")


def colour_name(document: ExportDocument, annotation: Annotation) -> str:
    """What the user calls the mark's colour."""
    return document.colour_names.get(annotation.colour) or annotation.colour


def verdict(claim: Claim) -> str:
    """The verdict's name; a claim without one is still to check."""
    return claim.verdict.name if claim.verdict else _("To check")


def said_by(claim: Claim, details: Details | None = None) -> str:
    """Who said it and when: ``City council, 2 May 2026``; ``""`` where neither is known. What the
    article itself says has its paper's name, else its authors', as ``details`` tell."""
    who = _the_article(details) if is_the_article(claim.claimant) else claim.claimant
    return listed(who, shown_date(claim.claimed))


def _the_article(details: Details | None) -> str:
    name = (details.site.strip() or details.names) if details else ""
    return _("the article ({name})").format(name=name) if name else shown(THE_ARTICLE)


def became(state: AnchorState) -> str:
    """A sentence where a passage is not simply where it was; ``""`` where it is."""
    match state:
        case AnchorState.LOST:
            return _("This passage is not in this version of the article.")
        case AnchorState.AMBIGUOUS:
            return _("Several passages of this version fit; the mark is attached to none of them.")
        case AnchorState.CHANGED:
            return _("The words of this passage have changed since it was marked.")
    return ""


def lacks_source(claim: Claim) -> bool:
    """Whether nothing was brought to a claim that needs it: an outcome rests on its reason."""
    return not claim.evidence and not (claim.verdict and claim.verdict.is_outcome)


def stance(evidence: Evidence) -> str:
    """The stance as a word; ``""`` for mere context."""
    return {"supports": _("supports"), "refutes": _("refutes")}.get(evidence.stance, "")


def address(url: str) -> str:
    """Where a source's link leads, or ``""`` for what is no link to the web or a mailbox."""
    if not _LINK.match(url):
        return ""
    return f"https://doi.org/{url[4:].strip()}" if url[:4].lower() == "doi:" else url


def source_title(source: Source) -> str:
    """What to call a source in one line; never empty."""
    known = source.label or source.publisher or source.author
    return known or _("Source")


def source_details(source: Source) -> str:
    """What is known of a source besides title and link."""
    known = [source.author, source.publisher, shown_date(source.published)]
    if source.accessed:
        known.append(_("accessed {date}").format(date=shown_date(source.accessed)))
    return listed(*known)
