"""Exports compared with files that were looked at.

After a change that is meant, write them anew with ``ANNOTATOR_GOLDENS=write pytest
tests/exporting/test_goldens.py`` and read the difference.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.exporting.document import ExportDocument, ExportOptions
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


@pytest.mark.parametrize("name", CASES)
def test_the_export_is_the_golden(name: str) -> None:
    make, options = CASES[name]
    made = render(make(), options)
    path = GOLDENS / name
    if os.environ.get("ANNOTATOR_GOLDENS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")
