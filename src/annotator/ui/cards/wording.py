"""The words on cards, for eyes and for screen readers."""

import re
from urllib.parse import urlsplit

from annotator.i18n import _, ngettext
from annotator.model import AnchorState, Annotation, Claim, Evidence, Source, claimants
from annotator.ui.cards import threads
from annotator.ui.cards.claim_words import due_text, elsewhere_text
from annotator.ui.cards.phrases import date_text as date_text
from annotator.ui.cards.phrases import joined as joined
from annotator.ui.cards.questions import is_question, question_text
from annotator.ui.cards.views import CardView

NONE_YET = "to check"


def kind_name(kind: str) -> str:
    """A kind of claim in the user's language."""
    names = {
        "number": _("number"), "quote": _("quote"), "attribution": _("attribution"),
        "fact": _("fact"), "cause": _("cause"), "trend": _("trend"), "legal": _("legal"),
        "headline": _("headline"), "picture": _("picture"), "opinion": _("opinion"),
        "other": _("other"),
    }  # fmt: skip
    return names.get(kind, kind)


def status_name(status: str) -> str:
    """A claim's status in the user's language."""
    names = {
        "to check": _("to check"), "in progress": _("in progress"), "to review": _("to review"),
        "sent back": _("sent back"), "checked": _("checked"), "set aside": _("set aside"),
    }  # fmt: skip
    return names.get(status, status)


def style_name(style: str) -> str:
    """A mark's style in the user's language."""
    return {"highlight": _("Highlight"), "underline": _("Underline")}.get(style, style)


def claimant_name(claimant: str) -> str:
    """Who said it; the article itself in the user's language."""
    return claimants.shown(claimant)


def claim_line(claim: Claim) -> str:
    """What stands at the right of a claim's verdict: ``number · checked · C12``."""
    said = claim.status == NONE_YET and claim.verdict is None
    return joined(kind_name(claim.kind), "" if said else status_name(claim.status), claim.label)


def place_text(view: CardView) -> str:
    """What stands at the right of a card's head when it holds no claim."""
    annotation = view.annotation
    if annotation.private:
        return _("private, never handed in")
    if annotation.kind == "page":
        return _("whole article")
    if annotation.kind == "area":
        return ""  # it is said under the picture
    return unbroken(view.locator)


def area_text(view: CardView) -> str:
    """What an area is called in place of a quote: ``Area, p. 3``."""
    if not view.locator:
        return _("Area")
    return _("Area, {place}").format(place=unbroken(view.locator))


def origin_text(annotation: Annotation) -> str:
    """Where a mark came from, if it was not made here, whose it is and of when."""
    if not annotation.origin:
        return ""
    if is_question(annotation):
        return question_text(annotation)
    returned = annotation.origin == "returned"
    where = _("from a returned copy") if returned else _("from the file")
    return joined(where, annotation.author_name, date_text(annotation.created[:10]))


def unbroken(locator: str) -> str:
    """How a place is cited, kept in one line."""
    return locator.replace(" ", "\u00a0")


def trouble_text(view: CardView) -> tuple[str, str]:
    """(what became of a passage that is not as it was, colour token), or two empty texts."""
    match view.anchor.state:
        case AnchorState.AMBIGUOUS:
            count = len(view.anchor.candidates)
            if count < 2:
                return _("several places fit"), "middling"
            words = ngettext("{count} place fits", "{count} places fit", count)
            two = _("two places fit")
            return two if count == 2 else words.format(count=count), "middling"
        case AnchorState.LOST:
            return _("not in this version"), "bad"
        case AnchorState.CHANGED:
            return _("words have changed"), "middling"
        case AnchorState.MOVED:
            return _("moved in this version"), "secondary"
    return "", ""


def sources_text(count: int) -> str:
    """``3 sources``, or nothing."""
    return ngettext("{count} source", "{count} sources", count).format(count=count) if count else ""


def host(url: str) -> str:
    """Where a link leads, in short: its host, its DOI, its address."""
    if url.startswith("https://doi.org/"):
        return "doi " + url.removeprefix("https://doi.org/")
    if url.startswith("https://arxiv.org/abs/"):
        return "arXiv " + url.removeprefix("https://arxiv.org/abs/")
    if url.startswith("mailto:"):
        return url.removeprefix("mailto:")
    return (urlsplit(url).hostname or url).removeprefix("www.")


def source_title(source: Source) -> str:
    """What to call a source in one line."""
    return source.title or source.url.removeprefix("https://").removeprefix("http://")


def card_name(view: CardView) -> str:
    """A card for a screen reader: ``3, claim, mostly false, 2 sources: Particulate …``."""
    annotation = view.annotation
    parts = [str(view.number)] if view.number else []
    parts += ([_("private")] if annotation.private else []) + _what(view)
    parts += [trouble_text(view)[0]]
    if annotation.tags:
        parts.append(_("tags {tags}").format(tags=", ".join(annotation.tags)))
    if annotation.note and (annotation.quote or annotation.kind == "area"):
        parts.append(_("note"))
    said = (annotation.comments, *(claim.comments for claim in annotation.claims))
    parts += [threads.summary(thread) for thread in said if thread]
    parts.append(origin_text(annotation))
    return f"{', '.join(part for part in parts if part)}: {_words(view)}"


def _what(view: CardView) -> list[str]:
    annotation = view.annotation
    if not annotation.claims:
        names = {"page": _("note on the whole article"), "area": _("area")}
        what = names.get(annotation.kind, _("mark"))
        return [what, sources_text(len(annotation.sources))]
    parts: list[str] = []
    for claim in annotation.claims:
        verdict = claim.verdict.name.lower() if claim.verdict else _("to check")
        count = len(claim.evidence)
        parts += [_("claim"), verdict, sources_text(count) or _("no source yet")]
        parts += [elsewhere_text(view.of(claim.id)), due_text(claim)]
    return parts


def plain(markdown: str) -> str:
    """A note in one line without its marks."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    return " ".join(re.sub(r"[*_`~#>]+", "", text).split())


def _words(view: CardView) -> str:
    annotation = view.annotation
    if annotation.claims:
        return "; ".join(claim.statement for claim in annotation.claims)
    if annotation.kind == "area":
        return "; ".join(filter(None, (view.locator, plain(annotation.note))))
    return annotation.quote or plain(annotation.note)


def markdown_of(view: CardView) -> str:
    """The annotation as Markdown to paste elsewhere: quote, note, claims, sources, tags."""
    annotation = view.annotation
    parts: list[str] = []
    if annotation.quote:
        parts.append("\n".join(f"> {line}" for line in annotation.quote.splitlines()))
    if annotation.kind == "area":
        parts.append(area_text(view))
    for claim in annotation.claims:
        verdict = claim.verdict.name if claim.verdict else _("To check")
        parts.append(f"**{claim.statement}** ({verdict}, {claim.label})")
        parts += [claim.reasoning] if claim.reasoning else []
        parts += ["\n".join(map(_markdown_source, claim.evidence))] if claim.evidence else []
        parts += ["\n".join(threads.as_markdown(claim.comments))] if claim.comments else []
    parts += [annotation.note] if annotation.note else []
    if annotation.sources:
        parts.append("\n".join(map(_markdown_source, annotation.sources)))
    if annotation.comments:
        parts.append("\n".join(threads.as_markdown(annotation.comments)))
    if annotation.tags:
        parts.append(" ".join(f"#{tag}" for tag in annotation.tags))
    return "\n\n".join(parts) + "\n"


def _markdown_source(evidence: Evidence) -> str:
    source = evidence.source
    link = f"[{source.label}](<{source.url}>)" if source.url else source.label
    return f"- {link}"
