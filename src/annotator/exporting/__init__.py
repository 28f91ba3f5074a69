"""Articles with their annotations, handed over: one module a format, all from an
``ExportDocument``."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from annotator.errors import InvalidValue
from annotator.exporting import claimreview, factcheck, markdown, pdf
from annotator.exporting.document import ExportDocument, ExportOptions
from annotator.exporting.factcheck import text as factcheck_text
from annotator.i18n import _

Progress = Callable[[int, int], None]
"""Told how much is done of how much; to cancel, it raises, and nothing is left behind."""


Notice = Callable[[str], None]
"""Told, in a sentence each, what somebody should know about the files that were written."""


class Exporter(Protocol):
    """A format: its name as commands write it, the usual suffix of its files."""

    NAME: str
    SUFFIX: str

    def write(
        self,
        document: ExportDocument,
        options: ExportOptions,
        path: Path,
        progress: Progress | None = None,
        notice: Notice | None = None,
    ) -> list[Path]:
        """Write the document; the files written. Raises ``ExportFailed``."""


FORMATS: tuple[Exporter, ...] = (markdown, pdf, factcheck, factcheck_text, claimreview)


def exporter(name: str) -> Exporter:
    """The format of that name. Raises ``InvalidValue``, which lists those there are."""
    for format in FORMATS:
        if name.strip().casefold() == format.NAME:
            return format
    raise InvalidValue(
        _("“{name}” is no format to export to; choose one of: {names}.").format(
            name=name, names=", ".join(format.NAME for format in FORMATS)
        )
    )
