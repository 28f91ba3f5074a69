"""Exports compared with files that were looked at.

After a change that is meant, write them anew with ``ANNOTATOR_GOLDENS=write pytest
tests/exporting/test_goldens.py`` and read the difference.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.exporting import exporter
from annotator.exporting.document import ExportDocument, ExportOptions, Review
from annotator.exporting.markdown import render
from annotator.model import AnchorState, Details
from tests.exporting.builders import (
    document,
    exported,
    harbour,
    harbour_document,
    note,
    plain,
    structured,
)
from tests.exporting.checked import checked_document

GOLDENS = Path(__file__).parent / "goldens"


def structured_document() -> ExportDocument:
    text = structured()
    notes = [
        note(text, "bold, half", id="a", note="# Heading\n\n```\nnever closed"),
        note(text, "half", id="b", private=True, note="Only mine."),
        note(text, "item in an item\nmore of", id="c", tags=("a/b",)),
        note(text, "38 %", id="d", colour="green"),
        note(text, "print", id="e", style="underline"),
    ]
    made = exported(text, notes)
    changed = replace(made.marks[0], state=AnchorState.CHANGED)
    lost = replace(made.marks[-1], state=AnchorState.LOST, start=None, end=None, paragraph=0)
    return document(replace(made, marks=(changed, *made.marks[1:-1], lost)))


def two_documents() -> ExportDocument:
    other = plain("Second text.\nWith two paragraphs.", Details(title="*Other* | <title>"))
    return document(
        harbour_document().articles[0], exported(other, [note(other, "two", note="Really?")])
    )


CASES = {
    "harbour.md": (harbour_document, ExportOptions()),
    "harbour-whole.md": (harbour_document, ExportOptions(whole=True)),
    "structured.md": (structured_document, ExportOptions()),
    "structured-whole.md": (structured_document, ExportOptions(whole=True)),
    "two.md": (two_documents, ExportOptions()),
    "two-whole.md": (two_documents, ExportOptions(whole=True)),
    "nothing.md": (lambda: document(exported(harbour(), [])), ExportOptions()),
}

DESK = ExportOptions(review=Review("The Desk", "https://desk.example/check", "2026-05-12"))
CHECKED = {
    "checked.md": ("markdown", ExportOptions()),
    "factcheck.html": ("factcheck", replace(DESK, whole=True)),
    "factcheck.md": ("factcheck-md", DESK),
    "claimreview.json": ("claimreview", DESK),
}


@pytest.mark.parametrize("name", CHECKED)
def test_what_was_checked_goes_out_as_the_golden(name: str, tmp_path: Path) -> None:
    format, options = CHECKED[name]
    out = tmp_path / name
    exporter(format).write(checked_document(), options, out)
    compare(name, out.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_the_export_is_the_golden(name: str) -> None:
    make, options = CASES[name]
    compare(name, render(make(), options))


def compare(name: str, made: str) -> None:
    path = GOLDENS / name
    if os.environ.get("ANNOTATOR_GOLDENS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")
