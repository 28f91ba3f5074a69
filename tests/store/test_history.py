"""Every write is an operation; rows are the fold of their operations."""

import json
import sqlite3

import pytest

from annotator.store import fold
from tests.store.builders import add_article, open_library


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "a.annotator") as opened:
        yield opened


def history(library, where="1"):
    names = "tbl, row_id, action, before, after, batch, command, parents"
    rows = library.store.connection.execute(f"SELECT {names} FROM history WHERE {where}")
    return [dict(zip(names.split(", "), row, strict=True)) for row in rows]


def test_one_edit_is_one_batch_with_the_fields_it_changed(library):
    session = library.session(add_article(library))
    mark = session.highlight(11, 21, colour="red")
    session.update(mark.id, colour="blue")
    newest = history(library)[-1]
    assert json.loads(newest["after"]).items() >= {"colour": "blue"}.items()
    assert set(json.loads(newest["after"])) == {"colour", "modified"}
    assert json.loads(newest["before"])["colour"] == "red"
    assert newest["command"] == "colour"


def test_an_edit_that_changes_nothing_writes_nothing(library):
    session = library.session(add_article(library))
    mark = session.highlight(11, 21, colour="red")
    before = len(history(library))
    session.update(mark.id, colour="red")
    session.set_tags(mark.id, ())
    assert len(history(library)) == before


def test_the_log_holds_hashes_in_place_of_text(library):
    session = library.session(add_article(library))
    logged = "".join(row["after"] for row in history(library))
    assert "eleven sensors" in session.article.text
    assert "eleven sensors" not in logged


@pytest.mark.parametrize("statement", ["UPDATE history SET command = 'x'", "DELETE FROM history"])
def test_the_log_refuses_to_be_rewritten(library, statement):
    add_article(library)
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        library.store.connection.execute(statement)


def test_a_row_changed_behind_the_logs_back_is_found(library):
    session = library.session(add_article(library))
    mark = session.highlight(11, 21)
    assert library.check() == []
    library.store.connection.execute("UPDATE annotations SET note = 'forged'")
    assert fold.differing_rows(library.store.connection) == [("annotations", mark.id)]
    assert any(mark.id in problem for problem in library.check())


def test_an_operation_names_the_ones_it_follows(library):
    session = library.session(add_article(library))
    mark = session.highlight(11, 21)
    session.update(mark.id, note="one")
    session.update(mark.id, note="two")
    notes = [row for row in history(library) if "note" in json.loads(row["after"])]
    ids = dict(library.store.connection.execute("SELECT id, seq FROM history").fetchall())
    for row in notes[1:]:
        assert len(json.loads(row["parents"])) == 1
        assert json.loads(row["parents"])[0] in ids


def test_a_failed_batch_leaves_nothing(library):
    session = library.session(add_article(library))
    before = len(history(library))
    with pytest.raises(RuntimeError), library.batch("two edits"):
        session.highlight(11, 21)
        raise RuntimeError
    assert len(history(library)) == before
    assert session.annotations() == []


def test_several_edits_in_a_batch_are_one_undo_step(library):
    session = library.session(add_article(library))
    with library.batch("two edits"):
        session.highlight(11, 21)
        session.highlight(30, 41)
    assert len(session.annotations()) == 2
    library.undo()
    assert session.annotations() == []
