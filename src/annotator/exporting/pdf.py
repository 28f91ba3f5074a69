"""Annotated PDF (set in ``pdf_*`` modules, which are imported when called: they need Qt)."""

from collections.abc import Callable
from pathlib import Path

from annotator.exporting.document import ExportDocument, ExportOptions

NAME = "pdf"
SUFFIX = ".pdf"


def write(
    document: ExportDocument,
    options: ExportOptions,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Write the document. Raises ``ExportFailed``."""
    raise NotImplementedError
