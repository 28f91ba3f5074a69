"""Files that are refused stay as they were, with a sentence that says what to do."""

import shutil
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryForeign,
    LibraryMissing,
    LibraryTooNew,
)
from annotator.library import Library, Preferences
from annotator.store import connection as opening
from annotator.store.connection import back_up
from tests.store.builders import add_article, open_library


def open_again(path: Path) -> Library:
    return Library.open(path, preferences=Preferences(path.with_suffix(".settings.json")))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.annotator"
    with open_library(path) as library:
        session = library.session(add_article(library))
        session.highlight(11, 21, note="kept")
    return path


def test_a_missing_library_is_refused_and_not_made(tmp_path):
    with pytest.raises(LibraryMissing, match="no library at"):
        open_again(tmp_path / "none.annotator")
    assert list(tmp_path.glob("*.annotator")) == []


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    path = tmp_path / "file" / "Annotator" / "a.annotator"
    with pytest.raises(LibraryBusy, match="check that its folder exists"):
        Library.open(path, create=True, preferences=Preferences(tmp_path / "settings.json"))


def test_another_programs_database_is_refused_untouched(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE t (x)")
    before = path.read_bytes()
    with pytest.raises(LibraryForeign, match="not an Annotator library"):
        open_again(path)
    assert path.read_bytes() == before


def test_a_newer_library_is_refused_and_says_what_it_needs(path):
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 99")
        file.execute("UPDATE library_info SET value = '7.5'")
        file.commit()
    before = path.read_bytes()
    with pytest.raises(LibraryTooNew, match=r"needs version 7\.5"):
        open_again(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"this is no database at all, not even close" * 40])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path, content):
    path = tmp_path / "bad.annotator"
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged, match="not a library, or its beginning is damaged"):
        open_again(path)
    assert path.read_bytes() == content


def test_a_new_library_that_another_program_writes_is_not_taken_away(tmp_path, monkeypatch):
    path = tmp_path / "new.annotator"

    def beaten_to_it(connection, path):
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            prepare(other, path)
            other.execute("BEGIN IMMEDIATE")
            connection.execute("BEGIN IMMEDIATE")

    prepare = opening._prepare
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    monkeypatch.setattr(opening, "_prepare", beaten_to_it)
    with pytest.raises(LibraryBusy):
        open_library(path)
    monkeypatch.undo()
    with open_again(path) as library:
        assert library.articles() == []


def test_a_library_another_program_has_just_made_needs_no_backup(tmp_path, monkeypatch):
    path = tmp_path / "new.annotator"

    def beaten_to_it(connection, path):
        monkeypatch.setattr(opening, "_migrate", migrate)
        open_library(path).close()
        migrate(connection, path)

    migrate = opening._migrate
    monkeypatch.setattr(opening, "_migrate", beaten_to_it)
    open_library(path).close()
    assert [file.name for file in tmp_path.glob("*.annotator")] == ["new.annotator"]


def test_a_torn_file_is_refused_in_a_sentence(path):
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with pytest.raises(LibraryDamaged, match="damaged"), open_again(path) as library:
        library.session(library.articles()[0].id)


def test_a_locked_library_says_so_and_nothing_is_written(path, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with open_again(path) as library, closing(sqlite3.connect(path)) as other:
        session = library.session(library.articles()[0].id)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy, match="in use by another program"):
            session.highlight(30, 40)
        other.rollback()
        assert len(session.annotations()) == 1
        session.highlight(30, 40)
        assert len(session.annotations()) == 2


def test_a_full_disk_says_so_and_the_edit_can_be_tried_again(path):
    with open_again(path) as library:
        session = library.session(library.articles()[0].id)
        pages = library.store.connection.execute("PRAGMA page_count").fetchone()[0]
        library.store.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryBusy, match="disk is full"):
            session.highlight(30, 40, note="x" * 200_000)
        assert len(session.annotations()) == 1
        library.store.connection.execute("PRAGMA max_page_count = 1000000")
        session.highlight(30, 40, note="x" * 200_000)
        assert library.check() == []


def test_a_read_only_library_says_so(path):
    with open_again(path) as library:
        session = library.session(library.articles()[0].id)
        library.store.connection.execute("PRAGMA query_only = ON")
        with pytest.raises(LibraryBusy, match="cannot be written"):
            session.highlight(30, 40)


def test_a_backup_is_made_before_a_migration_and_holds_everything(path, monkeypatch):
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 0")
    with open_again(path) as library:
        assert library.store.connection.execute("PRAGMA user_version").fetchone()[0] == 3
    copies = list(path.parent.glob("a.backup-v0-*.annotator"))
    assert len(copies) == 1
    with closing(sqlite3.connect(copies[0])) as copy:
        assert copy.execute("SELECT note FROM annotations").fetchall() == [("kept",)]


def test_a_backup_can_be_opened(path):
    with closing(sqlite3.connect(path)) as file:
        copy = back_up(file, path)
    shutil.copy(path.with_suffix(".settings.json"), copy.with_suffix(".settings.json"))
    with open_again(copy) as library:
        assert library.check() == []


def test_every_call_that_returned_survives_a_kill(tmp_path):
    path = tmp_path / "k.annotator"
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from tests.store.builders import add_article, open_library
        library = open_library(Path(sys.argv[1]))
        session = library.session(add_article(library))
        while True:
            mark = session.highlight(11, 21, note="n")
            print(mark.id, flush=True)
        """
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    returned = [process.stdout.readline().strip() for _ in range(25)]
    process.kill()
    returned += [line.strip() for line in process.stdout if len(line) == 37]
    process.wait()
    process.stdout.close()
    with open_again(path) as library:
        session = library.session(library.articles()[0].id)
        assert set(returned) <= set(session.ids())
        assert len(returned) >= 25
        assert library.check() == []
