"""What the lines of the checklist are called by."""

from annotator.i18n import _, ngettext
from annotator.library.review.line import Line


def titles() -> dict[str, str]:
    """What each rule's lines have in common."""
    return {
        "no-source": _("Claims without a source"),
        "one-origin": _("One origin only"),
        "too-few-sources": _("Too few sources"),
        "no-verdict": _("Claims without a verdict"),
        "other-scale": _("Verdicts of another scale"),
        "no-reasoning": _("Verdicts without a reason"),
        "unfinished": _("Waiting for somebody"),
        "check-again": _("To be checked again"),
        "no-answer": _("Answers that are overdue"),
        "quote-differs": _("Quotations that do not match"),
        "no-accessed": _("Sources without a date of access"),
        "lost": _("Passages that are lost"),
        "ambiguous": _("Passages in several places"),
        "details": _("Details of articles"),
        "private": _("Private, and would go out"),
        "too-few-claims": _("Too few claims"),
        "tag-unused": _("Tags that are asked for"),
        "question": _("Questions without an answer"),
    }


def open_lines(count: int) -> str:
    """How much is open."""
    if not count:
        return _("Nothing is open.")
    return ngettext("{n} line is open", "{n} lines are open", count).format(n=count)


def parts(line: Line, title: str) -> tuple[str, str]:
    """(what stands first, what stands under it) of a line. ``title``: of its article, "" where the
    article is no question. A claim says what is claimed; its number stands before."""
    if not line.subject:
        return line.message, title if title not in line.message else ""
    label, sentence = line.message.split(": ", 1)
    said = "" if line.rule in _SAID else sentence[:1].upper() + sentence[1:]
    below = f"{said.removesuffix('.')} · {title}" if said and title else said or title
    return f"{label}  {line.subject}", below


_SAID = frozenset({"no-source", "no-verdict"})
"""Rules whose title says all that their lines do."""
