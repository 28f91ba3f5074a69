"""The documented schema is the real one; the search indexes follow every write."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.store.fts import INDEXED, triggers
from annotator.store.schema import FOLDED
from tests.store.builders import add_article, open_library

DOCS = Path(__file__).parents[2] / "docs" / "schema.md"
SHADOW = re.compile(r"_fts(_\w+)?$")


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "a.annotator") as opened:
        yield opened


def real_tables(connection):
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name: [(c[1], c[2]) for c in connection.execute(f"PRAGMA table_info({name})")]
        for (name,) in names.fetchall()
        if not SHADOW.search(name) and not name.startswith(("sqlite_", "_sqlite"))
    }


def documented_tables():
    sections = re.split(r"^### ", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {
        section.split("\n", 1)[0]: re.findall(r"^\| (\w+) \| ([A-Z]+) \|", section, re.MULTILINE)
        for section in sections
    }


def test_every_table_and_column_is_documented(library):
    assert documented_tables() == real_tables(library.store.connection)


def test_the_indexes_and_their_triggers_are_documented_and_there(library):
    text = DOCS.read_text(encoding="utf-8")
    present = {
        name
        for (name,) in library.store.connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        )
    }
    for table, columns in INDEXED.items():
        assert f"`{table}_fts` ({', '.join(columns)})" in text.replace("\n", " ")
        assert set(triggers(table)) <= present


def test_an_update_of_another_column_leaves_the_index_alone(library):
    for table, columns in INDEXED.items():
        statement = triggers(table)[f"{table}_fts_update"]
        assert f"AFTER UPDATE OF {', '.join(columns)} ON" in statement


def test_search_finds_what_was_written_and_not_what_was_changed(library):
    session = library.session(add_article(library))
    mark = session.highlight(11, 21, note="kestrels nest there")
    assert [hit.annotation for hit in library.search("kestrel")] == [mark.id]
    session.update(mark.id, note="gulls nest there")
    assert library.search("kestrel") == []
    assert [hit.annotation for hit in library.search("gulls")] == [mark.id]
    session.delete(mark.id)
    assert library.search("gulls") == []
    library.undo()
    assert [hit.annotation for hit in library.search("gulls")] == [mark.id]


def test_foreign_keys_hold_and_are_deferred(library):
    connection = library.store.connection
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    for table in FOLDED:
        sql = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = ?", [table]
        ).fetchone()[0]
        assert sql.count("REFERENCES") == sql.count("DEFERRABLE INITIALLY DEFERRED")
        assert "CASCADE" not in sql and sql.endswith("STRICT")


def test_any_sqlite_tool_reads_the_file_after_it_was_closed(tmp_path):
    path = tmp_path / "b.annotator"
    with open_library(path) as library:
        add_article(library)
    assert [p.name for p in tmp_path.glob("b.annotator*")] == ["b.annotator"]
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("SELECT title FROM articles").fetchall() == [("The bridge",)]
        assert plain.execute("PRAGMA application_id").fetchone()[0] == 0x416E6E6F
