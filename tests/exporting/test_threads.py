"""Comments in what is handed over: answers to marks in PDFs, threads under notes elsewhere."""

import io
import os
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from annotator.exporting import exporter
from annotator.exporting.document import ExportDocument, ExportOptions
from annotator.exporting.markdown import render as report_of
from annotator.model import Annotation, Claim, Comment
from tests.exporting.builders import HALF_TRUE, document, exported, harbour, note
from tests.exporting.pdf_reading import text
from tests.exporting.rendering import PARSERS, render, words

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ASKED = Comment("c-1", "Is *that* so?", "p", "Ines", "2026-05-12T08:00:00Z", "2026-05-12T08:00:00Z")
TOLD = Comment("c-2", "Yes:\n\n- one\n- two", "q", "", "2026-05-13T08:00:00Z")
INTERNAL = Comment("c-3", "I rang them.", "p", "Ines", "2026-05-14T08:00:00Z")


def discussed(done: bool = False, **fields: object) -> ExportDocument:
    thread = tuple(replace(one, resolved=done) for one in (ASKED, TOLD))
    claim = Claim("k", 3, "A claim", verdict=HALF_TRUE, comments=(INTERNAL,))
    fields = {"claims": (claim,), **fields}
    article = harbour()
    mark = note(article, "The figure", comments=thread, **fields)
    about = Annotation("about", "", "page", note="On the whole", comments=(INTERNAL,))
    return document(exported(article, [mark, about]))


def written(made: ExportDocument, format: str, path: Path) -> Path:
    [path] = exporter(format).write(made, ExportOptions(), path)
    return path


@pytest.mark.parametrize("done", [False, True])
def test_comments_answer_their_mark_in_a_pdf(qapp: object, tmp_path: Path, done: bool) -> None:
    path = written(discussed(done), "pdf", tmp_path / "a.pdf")
    page = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages[0]
    found = [one.get_object() for one in page["/Annots"]]  # type: ignore[attr-defined]
    mark, *answers = [one for one in found if one["/Subtype"] != "/Link"]
    assert all(one["/IRT"] == mark and one["/F"] == 30 for one in answers)
    said = [(one["/NM"], one.get("/T"), one["/Contents"]) for one in answers]
    assert said[:3] == [
        ("c-1", "Ines", "Is that so?"), ("c-2", None, "Yes:\n• one\n• two"),
        ("c-3", "Ines", "C3: I rang them."),
    ]  # fmt: skip
    assert answers[0]["/CreationDate"] == "D:20260512080000+00'00'"
    assert [one.get("/State") for one in answers[3:]] == ["Completed"] * done


def test_a_mark_with_nothing_but_a_thread_has_it_beside_it(qapp: object, tmp_path: Path) -> None:
    shown = text(written(discussed(claims=()), "pdf", tmp_path / "a.pdf"))
    assert (
        "Ines: Is that so?" in shown
        and "Somebody: Yes: • one • two" in shown
        and "Resolved" not in shown
    )
    assert "On the whole Ines: I rang them." in shown
    shown = text(written(discussed(True), "pdf", tmp_path / "a.pdf"))
    assert "No source yet. Ines: I rang them." in shown and "Resolved" in shown


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("parser", PARSERS)
def test_comments_are_threads_in_markdown(parser: str, whole: bool) -> None:
    if whole and parser == "commonmark":
        pytest.skip("footnotes are no part of CommonMark")
    tree = render(report_of(discussed(True), ExportOptions(whole=whole)), parser)
    items = [words(li) for li in tree.xpath("//li")]
    assert "Ines: Is that so?" in items and "Somebody: Yes: one two" in items
    assert items.count("Ines: I rang them.") == 1, "that on the article"
    assert "Comments: Ines: I rang them." in items, "that of the claim is one of its facts"
    [turn] = tree.xpath("//li[starts-with(normalize-space(), 'Somebody: Yes')]")
    assert [words(li) for li in turn.xpath("./ul/li")] == ["one", "two"]
    assert "Comments (resolved):" in words(tree)


@pytest.mark.parametrize("format", ["factcheck", "factcheck-md"])
def test_comments_stay_out_of_what_is_published(tmp_path: Path, format: str) -> None:
    shown = written(discussed(), format, tmp_path / "a").read_text(encoding="utf-8")
    assert "A claim" in shown
    assert "so?" not in shown and "rang" not in shown
