"""The settings file: the same author for window and command line; never lost, never in the way."""

from annotator.library import Preferences
from annotator.library.arguments import sort_arguments
from tests.store.builders import open_library


def test_the_authors_id_is_made_once(tmp_path):
    first = Preferences(tmp_path / "s.json").identity()
    assert Preferences(tmp_path / "s.json").identity() == first
    assert first.person and first.device and first.person != first.device


def test_a_broken_file_is_put_aside_and_not_lost(tmp_path):
    path = tmp_path / "s.json"
    path.write_text("{not json", encoding="utf-8")
    preferences = Preferences(path)
    preferences.set("scheme", "dark")
    assert Preferences(path).get("scheme") == "dark"
    assert path.with_suffix(".broken.json").read_text("utf-8") == "{not json"


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    preferences = Preferences(in_the_way / "s.json")
    preferences.set("scheme", "dark")
    assert preferences.get("scheme") == "dark"


def test_arguments_are_sorted_by_what_the_files_are(tmp_path):
    library = tmp_path / "renamed.db"
    with open_library(library):
        pass
    page, fake = tmp_path / "page.html", tmp_path / "fake.annotator"
    page.write_text("<p>x", encoding="utf-8")
    fake.write_text("no database", encoding="utf-8")
    new = tmp_path / "new.annotator"
    assert sort_arguments([str(page), str(library)]) == (library, [page])
    assert sort_arguments([str(new), str(page)]) == (new, [page])
    assert sort_arguments([str(fake)]) == (None, [fake])
    assert sort_arguments([]) == (None, [])
