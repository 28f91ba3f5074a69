"""The fact-check page: what one would publish, as one HTML file without scripts."""

from collections.abc import Callable
from pathlib import Path

from annotator.exporting.document import ExportDocument, ExportOptions
from annotator.exporting.factcheck.page import page
from annotator.exporting.factcheck.pictures import with_pictures
from annotator.exporting.writing import Outputs

NAME = "factcheck"
SUFFIX = ".html"


def write(
    document: ExportDocument,
    options: ExportOptions,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    notice: Callable[[str], None] | None = None,
) -> list[Path]:
    """Write the page to one file. Raises ``ExportFailed``, ``PasswordNeeded`` where an area with a
    claim is in a locked article. Noticed are pages that cannot be drawn."""
    made = page(with_pictures(document, notice), options).encode("utf-8", "replace")
    with Outputs() as outputs:
        outputs.write(path, made)
    if progress:
        progress(1, 1)
    return [path]
