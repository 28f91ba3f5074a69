"""ClaimReview: verdicts as JSON-LD in schema.org's words, as those who gather fact-checks read it.

One object for each claim with a verdict. *Not checked* is none: nothing was reviewed. *Opinion*
and *Not checkable* are told in words, without a number.
"""

import json
from collections.abc import Callable
from pathlib import Path

from annotator.errors import ExportFailed
from annotator.exporting.claimreview.objects import reviews
from annotator.exporting.claimreview.validate import missing
from annotator.exporting.document import ExportDocument, ExportOptions
from annotator.exporting.writing import Outputs
from annotator.i18n import _, ngettext

NAME = "claimreview"
SUFFIX = ".json"


def write(
    document: ExportDocument,
    options: ExportOptions,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    notice: Callable[[str], None] | None = None,
) -> list[Path]:
    """Write a JSON array to one file. Raises ``ExportFailed`` with a line for everything that is
    missing, unless ``options.incomplete``; then ``notice`` is told how much that is."""
    found = reviews(document, options)
    lines = [line for label, one in found for line in missing(one, label)]
    if not found:
        lines = [_("No claim of these articles has a verdict; give one first.")]
    if lines and not options.incomplete:
        raise ExportFailed("\n".join([*lines, *_way_out(bool(found))]))
    text = json.dumps([one for _label, one in found], ensure_ascii=False, indent=2)
    with Outputs() as outputs:
        outputs.write(path, f"{text}\n".encode("utf-8", "replace"))
    if progress:
        progress(1, 1)
    if lines and found and notice:
        notice(_sentence(len(lines)))
    return [path]


def _way_out(any_: bool) -> list[str]:
    if not any_:
        return []
    return [_("Nothing was written; fill these in, or write it as it is with --incomplete.")]


def _sentence(count: int) -> str:
    return ngettext(
        "The ClaimReview is not complete: {n} field is missing.",
        "The ClaimReview is not complete: {n} fields are missing.",
        count,
    ).format(n=count)
