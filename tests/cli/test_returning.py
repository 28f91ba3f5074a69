"""Returned copies on the command line."""

import pytest

from tests.library.copies import Reviewer
from tests.library.paged import small_pdf


@pytest.fixture
def library(run, tmp_path):
    """A library with one marked PDF, and the copy that somebody sent back."""
    file, path = tmp_path / "bridges.pdf", tmp_path / "l.annotator"
    file.write_bytes(small_pdf())
    run("import", path, file)
    for quote in ("sensors", "carried ice"):
        run("annotate", path, "bridges", "--quote", quote, "--note", f"On {quote}.")
    out = tmp_path / "out.pdf"
    run("export", path, "--format", "pdf", "--output", out)
    first, second = run("show", path, "bridges", "--json")[0]["annotations"]
    reviewer = Reviewer(out.read_bytes()).mark("Nobody", name="e1", Contents="Nobody?")
    reviewer.set(second["id"], Contents="2 · On carried ice: no.").remove(first["id"])
    (tmp_path / "back.pdf").write_bytes(reviewer.data)
    return path


def test_a_returned_copy_is_known_and_nothing_is_taken_in_unasked(run, library, tmp_path):
    before, _err = run("show", library, "bridges", "--json")
    (report,), _err = run("import", library, tmp_path / "back.pdf", "--json")
    assert report == {
        "file": str(tmp_path / "back.pdf"), "status": "already",
        "article": before["article"]["id"], "title": "bridges",
        "message": "A returned copy of “bridges”: 3 changes; review them in the window, or take "
        "them in with --accept.",
    }  # fmt: skip
    out, _err = run("import", library, tmp_path / "back.pdf")
    assert out.strip() == report["message"]
    assert run("show", library, "bridges", "--json")[0] == before


def test_all_but_deletions_are_taken_in_when_asked_for(run, library, tmp_path):
    out, _err = run("import", library, tmp_path / "back.pdf", "--accept")
    assert out.strip() == "A returned copy of “bridges”: 3 changes, taken in but for 1 deletion."
    shown, _err = run("show", library, "bridges", "--json")
    assert [(one["quote"], one["note"], one["author"]) for one in shown["annotations"]] == [
        ("sensors", "On sensors.", shown["annotations"][0]["author"]),
        ("carried ice", "On carried ice: no.", shown["annotations"][0]["author"]),
        ("Nobody", "Nobody?", "Dr. Lovelace"),
    ]
    assert len(run("list", library, "--json")[0]) == 1
    out, _err = run("import", library, tmp_path / "back.pdf", "--accept")
    assert "1 change, taken in but for 1 deletion" in out
    run("check", library)


def test_a_copy_without_changes_says_so(run, library, tmp_path):
    out, _err = run("import", library, tmp_path / "out.pdf", "--accept")
    assert out.strip() == "A returned copy of “bridges”: nothing is different in it."
