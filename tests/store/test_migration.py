"""Libraries made by earlier versions of the schema are brought up to date, and nothing is lost.

``version-1.annotator.gz`` was written by the code of that version: two articles, marks, tags, a
claim with a verdict and evidence, a page note, a role, a collection, a mark in the trash, and a
colour that was changed twice and taken back once. ``version-2.annotator.gz`` by that of version 2:
two articles, a claim with a verdict, evidence and a comment on its mark, another claim.
"""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import NothingToUndo
from annotator.library import Library, Preferences
from annotator.store import fold
from tests.store.builders import open_library

KEPT = Path(__file__).with_name("version-1.annotator.gz")
AUTHOR = "6f1c1c1e-0000-4000-8000-000000000001"
DEVICE = "6f1c1c1e-0000-4000-8000-000000000002"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "old.annotator"
    path.write_bytes(gzip.decompress(KEPT.read_bytes()))
    return path


def opened(path):
    preferences = Preferences(path.with_suffix(".settings.json"))
    for key, value in {"person": AUTHOR, "device": DEVICE, "name": "A. Student"}.items():
        preferences.set(key, value)
    return Library.open(path, preferences=preferences)


def shape(path):
    """Every table, index and trigger as SQLite keeps it."""
    with closing(sqlite3.connect(path)) as file:
        found = file.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return dict(found.fetchall())


def test_what_is_kept_is_a_library_of_version_1(path):
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA user_version").fetchone()[0] == 1
        tables = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        assert ("comments",) not in tables


def test_everything_is_there_and_sound(path):
    with opened(path) as library:
        assert library.store.connection.execute("PRAGMA user_version").fetchone()[0] == 3
        assert library.check() == []
        assert fold.differing_rows(library.store.connection) == []
        session = library.session(library.find_article("The bridge"))
        note, mark, claimed = session.annotations()
        assert (note.kind, mark.note, mark.colour) == ("page", "**kept** across versions", "green")
        assert (mark.tags, mark.origin, mark.comments) == (("bridge", "economy/inflation"), "", ())
        assert (mark.target.page, mark.target.quads) == (0, ())
        assert claimed.claims[0].verdict.name == "Half true"
        assert claimed.claims[0].evidence[0].quote == "nine of eleven"
        assert session.roles == {1: "caption"}
        assert session.article.pages == () == session.article.outline
        assert [hit.annotation for hit in library.search("versions")] == [mark.id]


def test_the_file_as_it_was_lies_beside_it(path):
    before = path.read_bytes()
    opened(path).close()
    (copy,) = path.parent.glob("old.backup-v1-*.annotator")
    with closing(sqlite3.connect(copy)) as file, closing(sqlite3.connect(path)) as now:
        assert file.execute("PRAGMA user_version").fetchone()[0] == 1
        query = "SELECT id, after FROM history ORDER BY seq"
        assert file.execute(query).fetchall() == now.execute(query).fetchall()
    assert path.read_bytes() != before
    opened(path).close()
    assert len(list(path.parent.glob("old.backup-*"))) == 1


def test_what_was_done_before_can_be_done_again_and_undone(path):
    with opened(path) as library:
        session = library.session(library.find_article("The bridge"))
        library.redo()
        assert session.annotations()[1].colour == "blue"
        steps = 0
        with pytest.raises(NothingToUndo):
            while True:
                library.undo()
                steps += 1
        assert steps > 10
        assert library.articles() == []
        assert library.check() == []


def test_what_version_2_had_of_claims_is_there_and_found(tmp_path):
    path = tmp_path / "second.annotator"
    path.write_bytes(gzip.decompress(KEPT.with_name("version-2.annotator.gz").read_bytes()))
    with opened(path) as library:
        assert library.check() == []
        session = library.session(library.find_article("The harbour study"))
        (mark,) = session.annotations()
        (claim,) = mark.claims
        assert (claim.label, claim.verdict.name, claim.status) == ("C1", "Half true", "checked")
        assert (claim.assignee, claim.check_again, claim.origins) == (None, "", 1)
        (brought,) = claim.evidence
        assert (brought.source.title, brought.quote, brought.private) == (
            "Annual report", "21 percent", False,
        )  # fmt: skip
        assert [comment.text for comment in mark.comments] == ["Which months?"]
        assert [verdict.name for verdict in library.verdicts()][-3:] == [
            "Opinion", "Not checkable", "Not checked",
        ]  # fmt: skip
    assert list(tmp_path.glob("second.backup-v2-*.annotator"))


def test_an_old_file_brought_up_to_date_is_built_like_a_new_one(path, tmp_path):
    opened(path).close()
    open_library(tmp_path / "new.annotator").close()
    assert shape(path) == shape(tmp_path / "new.annotator")
