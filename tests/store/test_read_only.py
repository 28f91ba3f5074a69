"""A library that cannot be written is read all the same, and an edit says why it cannot be made."""

import gzip
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import LibraryBusy
from annotator.library import Library, Preferences
from tests.store.builders import add_article, open_library


def open_again(path: Path) -> Library:
    return Library.open(path, preferences=Preferences(path.parent.parent / "made.settings.json"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed library, alone in its folder, with a mark that says “kept”."""
    path = tmp_path / "folder" / "a.annotator"
    path.parent.mkdir()
    made = tmp_path / "made.annotator"
    with open_library(made) as library:
        session = library.session(add_article(library))
        session.highlight(11, 21, note="kept")
    made.replace(path)
    return path


def mount(folder: Path, options: str) -> None:
    """A small disk of its own in place of the folder; skips where that is not permitted."""
    command = shutil.which("mount")
    done = command and subprocess.run(
        [command, "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, check=False
    )
    if not done or done.returncode:
        pytest.skip("needs the right to mount")


def fill(folder: Path) -> None:
    with (folder / "all the rest").open("wb", buffering=0) as file, pytest.raises(OSError):
        while True:
            file.write(bytes(4096))


@pytest.fixture(params=["not ours", "read-only disk", "full disk"])
def unwritable(request, path, monkeypatch):
    """(path, why, a function that makes it writable)."""
    ours = pytest.MonkeyPatch()
    if request.param == "not ours":
        ours.setattr(os, "access", lambda path, mode: False)
        yield path, "cannot be written; copy it", ours.undo
        ours.undo()
        return
    data = path.read_bytes()
    mount(path.parent, "size=2m")
    try:
        path.write_bytes(data)
        if request.param == "full disk":
            fill(path.parent)
            yield path, "disk is full. Free some space", (path.parent / "all the rest").unlink
        else:
            remount(path.parent, "ro")
            yield path, "cannot be written; copy it", lambda: remount(path.parent, "rw")
    finally:
        subprocess.run(["umount", path.parent], check=True)


def remount(folder: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", folder], check=True)


def test_everything_can_be_read(unwritable, tmp_path):
    path, why, _mend = unwritable
    with open_again(path) as library:
        assert why in library.read_only
        (row,) = library.articles()
        assert (row.title, row.annotations) == ("The bridge", 1)
        assert library.session(row.id).annotations()[0].note == "kept"
        assert [hit.field for hit in library.search("kept")] == ["note"]
        library.export(None, "markdown", tmp_path / "out.md")
        assert "kept" in (tmp_path / "out.md").read_text(encoding="utf-8")
        assert library.check() == []
        library.poll()


def test_reading_leaves_nothing_behind(path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    before = path.read_bytes()
    with open_again(path) as library:
        library.check()
    assert (path.read_bytes(), list(path.parent.iterdir())) == (before, [path])


def test_an_edit_says_why_not_and_works_once_it_can(unwritable):
    path, why, mend = unwritable
    with open_again(path) as library:
        session = library.session(library.articles()[0].id)
        for edit in (
            lambda: session.highlight(30, 40),
            lambda: session.claim(30, 40),
            lambda: library.add_collection("One"),
            library.undo,
            lambda: library.paste(None, "Words of some length that are pasted."),
        ):
            with pytest.raises(LibraryBusy, match=why):
                edit()
        assert len(session.annotations()) == 1
        mend()
        session.highlight(30, 40)
        assert (len(session.annotations()), library.read_only) == (2, "")
    with open_again(path) as library:
        assert library.articles()[0].annotations == 2


def test_what_another_program_writes_meanwhile_is_seen(path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with open_again(path) as library:
        session = library.session(library.articles()[0].id)
        monkeypatch.undo()
        other = open_library(path, "B. Colleague")
        other.session(session.id).highlight(30, 40, note="theirs")
        monkeypatch.setattr(os, "access", lambda path, mode: False)
        library.poll()
        assert [mark.note for mark in session.annotations()] == ["kept", "theirs"]
        other.session(session.id).highlight(40, 46, note="more")
        library.poll()
        assert [mark.note for mark in session.annotations()] == ["kept", "theirs", "more"]
        with pytest.raises(LibraryBusy, match="cannot be written"):
            session.highlight(30, 40)
        other.close()


def test_changes_in_a_log_that_cannot_be_read_are_not_passed_over(path, tmp_path):
    with open_again(path) as library:
        library.session(library.articles()[0].id).highlight(30, 40, note="in the log")
        left = {file.name: file.read_bytes() for file in path.parent.glob("a.annotator*")}
        assert left.pop("a.annotator-shm") and left["a.annotator-wal"]
    disk = tmp_path / "disk"
    disk.mkdir()
    mount(disk, "size=4m")
    try:
        for name, data in left.items():
            (disk / name).write_bytes(data)
        remount(disk, "ro")
        with pytest.raises(LibraryBusy, match="copy both to a folder of your own"):
            open_again(disk / path.name)
    finally:
        subprocess.run(["umount", disk], check=True)


def test_an_older_library_that_cannot_be_brought_up_to_date_says_so(path, monkeypatch):
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 0")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(LibraryBusy, match="older Annotator"):
        open_again(path)


def test_a_log_that_cannot_be_folded_in_does_not_keep_a_library_from_closing(path, monkeypatch):
    library = open_again(path)
    library.session(library.articles()[0].id).highlight(30, 40, note="in the log")

    def fail():
        raise LibraryBusy("Not saved: the disk is full.")

    monkeypatch.setattr(library.store, "checkpoint", fail)
    library.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        library.articles()
    with open_again(path) as library:
        assert library.articles()[0].annotations == 2


def annotator(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command line, without root's right to write everywhere."""
    command = [sys.executable, "-m", "annotator", *map(str, arguments)]
    if os.name == "posix" and os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("needs somebody who may not write everywhere")
        right = "-dac_override"
        command = ["setpriv", "--bounding-set", right, "--inh-caps", right, *command]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_the_command_line_reads_what_it_may_not_write(path, what):
    protected = path if what == "file" else path.parent
    mode = protected.stat().st_mode
    protected.chmod(mode & ~0o222)
    try:
        listed = annotator("list", path)
        assert (listed.returncode, listed.stderr) == (0, "") and "The bridge" in listed.stdout
        refused = annotator("annotate", path, "The bridge", "--quote", "bridge")
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr.strip() == (
            "a.annotator cannot be written; copy it to a folder of your own."
        )
    finally:
        protected.chmod(mode)
    assert [file.name for file in path.parent.iterdir()] == ["a.annotator"]


@pytest.fixture
def full(tmp_path):
    """A small disk with an older library on it, and no room for anything else."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount(folder, "size=2m")
    try:
        old = gzip.decompress((Path(__file__).parent / "version-2.annotator.gz").read_bytes())
        (folder / "old.annotator").write_bytes(old)
        fill(folder)
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def test_on_a_full_disk_nothing_half_made_is_left_and_the_disk_is_named(full):
    with pytest.raises(LibraryBusy, match="brought up to date, for which the disk is too full"):
        open_library(full / "old.annotator")
    with pytest.raises(LibraryBusy, match="disk is full"):
        open_library(full / "new.annotator")
    assert not [*full.glob("new*"), *full.glob("*backup*")]
    (full / "all the rest").unlink()
    with open_library(full / "old.annotator") as library:
        assert library.check() == [] and len(library.articles()) == 2
