"""What a screen reader says of a mark that the caret comes into."""

from annotator.i18n import _
from annotator.model import Annotation
from annotator.ui.cards.wording import sources_text


def crossing_text(annotation: Annotation) -> str:
    """``claim, mostly false, 2 sources``; of a mark without claims ``mark, note, tag season``."""
    if annotation.claims:
        parts = []
        for claim in annotation.claims:
            verdict = claim.verdict.name.lower() if claim.verdict else _("to check")
            parts += [_("claim"), verdict, sources_text(len(claim.evidence))]
    else:
        parts = [_("mark"), _("note") if annotation.note else ""]
        parts += [sources_text(len(annotation.sources))]
    if annotation.private:
        parts.insert(0, _("private"))
    if annotation.tags:
        parts.append(_("tags {tags}").format(tags=", ".join(annotation.tags)))
    return ", ".join(part for part in parts if part)
