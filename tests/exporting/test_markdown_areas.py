"""Areas of pages go into Markdown with their pictures."""

import errno
import re

import pytest

from annotator.errors import ExportFailed
from annotator.exporting import writing
from annotator.exporting.document import ExportOptions
from tests.library.paged import add_paged, small_pdf
from tests.store.builders import open_library


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "a.annotator") as opened:
        yield opened


@pytest.fixture
def marked(library):
    """An article with an area, a mark on words, and a private area."""
    session = library.session(add_paged(library, small_pdf()))
    session.mark_area(1, (30, 40, 100, 50), colour="red", note="The chart is cut off.")
    start = session.article.text.index("eleven months")
    session.highlight(start, start + 13)
    session.mark_area(0, (30, 300, 100, 50), private=True)
    return session


def test_the_picture_lies_beside_and_is_named_in_the_text(library, marked, tmp_path):
    path = tmp_path / "my notes #1.md"
    written = library.export([marked.id], "markdown", path)
    text = path.read_text(encoding="utf-8")
    assert "### 1 · p. 1 · yellow\n\n> eleven months" in text
    address = re.search(r"### 2 · p\. 2 · red\n\n!\[Area on p\. 2\]\((.+)\)\n\nThe chart", text)[1]
    (picture,) = (tmp_path / "my notes #1_files").iterdir()
    assert address == f"my%20notes%20%231_files/{picture.name}"
    assert picture.read_bytes() == marked.area_picture(marked.ids()[-1])
    assert written == [path, picture]


def test_two_exports_are_the_same(library, marked, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        library.export([marked.id], "markdown", tmp_path / name / "n.md", private=True)
    files = {
        name: {
            str(file.relative_to(tmp_path / name)): file.read_bytes()
            for file in (tmp_path / name).rglob("*.*")
            if file.is_file()
        }
        for name in ("one", "two")
    }
    assert files["one"] == files["two"] and len(files["one"]) == 3


def test_with_the_whole_article_areas_have_a_part_of_their_own(library, marked, tmp_path):
    path = tmp_path / "whole.md"
    library.export([marked.id], "markdown", path, ExportOptions(whole=True))
    text = path.read_text(encoding="utf-8")
    assert "## Areas of pages\n\n### 2 · p. 2 · red\n\n![Area on p. 2](whole_files/area-" in text
    assert "[^1]: p. 1 · yellow" in text
    assert "without a place" not in text


def test_no_folder_is_made_where_there_is_no_area(library, tmp_path):
    session = library.session(add_paged(library, small_pdf()))
    session.highlight(0, 10)
    assert library.export(None, "markdown", tmp_path / "n.md") == [tmp_path / "n.md"]
    assert not (tmp_path / "n_files").exists()


def test_an_open_article_stays_open_and_a_closed_one_is_closed_again(library, marked, tmp_path):
    library.export([marked.id], "markdown", tmp_path / "n.md")
    assert library.is_open(marked.id) and marked.geometry_of(0)
    library.release(marked.id)
    library.export([marked.id], "markdown", tmp_path / "n.md")
    assert not library.is_open(marked.id)


@pytest.mark.parametrize("format", ["markdown", "factcheck-md"])
def test_an_export_that_fails_leaves_no_folder(library, marked, tmp_path, monkeypatch, format):
    area = next(one for one in marked.annotations() if one.kind == "area" and not one.private)
    marked.add_claim(area.id, "The chart is cut off.")
    (tmp_path / "taken.md").mkdir()
    before = sorted(tmp_path.rglob("*"))
    for name in ("a.annotator", "taken.md", "none/x.md"):
        with pytest.raises(ExportFailed):
            library.export([marked.id], format, tmp_path / name)
    assert sorted(tmp_path.rglob("*")) == before
    with monkeypatch.context() as patched, pytest.raises(ExportFailed, match="disk is full"):
        patched.setattr(writing, "_to_disk", full)
        library.export([marked.id], format, tmp_path / "x.md")
    assert sorted(tmp_path.rglob("*")) == before
    library.export([marked.id], format, tmp_path / "x.md")
    assert list((tmp_path / "x_files").iterdir())


def full(path):
    raise OSError(errno.ENOSPC, "No space left on device")
