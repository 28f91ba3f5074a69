"""No output ever takes the place of a library."""

import pytest

from annotator.library import Library, Preferences

PICTURE = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="  # noqa: E501


PARAGRAPHS = "".join(
    f"<p>In month {n} of the study, particulates in the harbour fell, by {n + 30} percent in all, "
    "which its office says is more than in any other harbour on this coast.</p>"
    for n in range(1, 9)
)


@pytest.fixture
def library(run, tmp_path):
    (tmp_path / "study.html").write_text(
        f"<html><head><title>The study</title></head><body><article><h1>The study</h1>{PARAGRAPHS}"
        f"<img src='{PICTURE}' alt='A chart'></article></body></html>"
    )
    run("import", tmp_path / "l.annotator", tmp_path / "study.html")
    run("annotate", tmp_path / "l.annotator", "The study", "--quote", "38 percent", "--claim")
    return tmp_path / "l.annotator"


def everything(folder):
    """All files but settings, with what is in them."""
    return {
        path.relative_to(folder): path.is_file() and path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if "config" not in path.parts
    }


@pytest.mark.parametrize("format", ["markdown", "pdf", "factcheck", "factcheck-md", "claimreview"])
def test_an_export_never_overwrites_a_library(run, tmp_path, library, format):
    before = everything(tmp_path)
    incomplete = ["--incomplete"] if format == "claimreview" else []
    _out, err = run("export", library, "--format", format, "--output", library, *incomplete,
                    status=1)  # fmt: skip
    assert "is an Annotator library" in err and err.count("\n") == 1
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    "name", ["hard", "symbolic", "l.annotator-wal", "l.annotator-shm", "other"]
)
def test_nor_by_another_name_nor_a_part_of_it_nor_another_one(run, tmp_path, library, name):
    path = tmp_path / name
    if name == "hard":
        path.hardlink_to(library)
    elif name == "symbolic":
        path.symlink_to(library)
    elif name == "other":
        run("import", path, tmp_path / "study.html")
    before = everything(tmp_path)
    _out, err = run("export", library, "--format", "markdown", "--output", path, status=1)
    assert "is an Annotator library" in err
    assert everything(tmp_path) == before


def test_nor_one_whose_making_lies_in_the_log_beside_it(run, tmp_path, library):
    young = tmp_path / "young.annotator"
    with Library.open(young, True, Preferences(tmp_path / "s.json")) as opened:
        _out, err = run("export", library, "--format", "markdown", "--output", young, status=1)
        assert "is an Annotator library" in err
        opened.add_collection("Still here")
    with Library.open(young, False, Preferences(tmp_path / "s.json")) as opened:
        assert [collection.name for collection in opened.collections()] == ["Still here"]


def test_a_pack_never_overwrites_a_library_either(run, tmp_path, library):
    before = everything(tmp_path)
    _out, err = run("pack", "export", library, library, "--sources", "2", status=1)
    assert "is an Annotator library" in err
    assert everything(tmp_path) == before


def test_other_databases_are_no_libraries(run, tmp_path, library):
    """What one may overwrite by name stays overwritable."""
    import sqlite3

    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    run("export", library, "--format", "markdown", "--output", path)
    assert path.read_text().startswith("---")


@pytest.mark.parametrize("format", ["markdown", "pdf", "factcheck", "factcheck-md"])
@pytest.mark.parametrize("place", [".", "/"])
def test_a_folder_without_a_name_is_told_to_be_one(run, library, format, place):
    _out, err = run("export", library, "--format", format, "--output", place, status=1)
    assert "is a folder; name the file to write" in err
