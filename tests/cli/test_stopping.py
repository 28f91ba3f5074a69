"""A command that is stopped leaves nothing half-written."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from annotator.library import Library
from tests.store.builders import add_article, open_library, small_article


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
def test_a_stopped_export_takes_its_unfinished_file_away(tmp_path):
    long = small_article(tuple(f"Paragraph {n} says something. " * 40 for n in range(900)))
    with open_library(tmp_path / "a.annotator") as library:
        add_article(library, long)
    out = tmp_path / "out"
    out.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator", "export", str(tmp_path / "a.annotator"), "--format",
         "pdf", "--output", str(out / "o.pdf")],
        env={**os.environ, "ANNOTATOR_CONFIG": str(tmp_path)}, stderr=subprocess.PIPE,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not list(out.iterdir()) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert list(out.iterdir()), "it was writing"
    process.send_signal(signal.SIGTERM)
    _out, said = process.communicate(timeout=60)
    assert process.returncode == 130 and said.decode().strip().count("\n") == 0
    assert list(out.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
def test_work_that_never_comes_to_a_safe_place_is_stopped_where_it_is(tmp_path):
    code = (
        "import pathlib, itertools\n"
        "from annotator.cli.progress import Progress\n"
        "from annotator.exporting.writing import Outputs\n"
        "Progress()\n"
        f"with Outputs() as outputs:\n    outputs.file(pathlib.Path({str(tmp_path / 'o.pdf')!r}))\n"
        "    print('begun', flush=True)\n    for _ in itertools.count(): pass\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stdout.readline() == b"begun\n"
    assert list(tmp_path.iterdir())
    process.send_signal(signal.SIGTERM)
    _out, said = process.communicate(timeout=60)
    assert b"KeyboardInterrupt" in said
    assert list(tmp_path.iterdir()) == []


def test_a_library_in_use_is_waited_for_with_a_word_and_not_long(tmp_path, run):
    path = tmp_path / "a.annotator"
    with open_library(path) as library:
        id = add_article(library, small_article())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        _out, said = run("set", path, id, "--site", "The Quay", status=1)
        assert said.splitlines() == [
            "Waiting for a.annotator, which another program is using…",
            "a.annotator is in use by another program; close that one and try again.",
        ]
        out, said = run("list", path)
        assert said == "" and id[:8] in out, "who only reads need not wait"


def test_who_waits_goes_on_when_the_library_is_free(tmp_path):
    path = tmp_path / "a.annotator"
    with open_library(path) as library:
        add_article(library, small_article())
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        told = []

        def waiting():
            told.append("waiting")
            other.execute("ROLLBACK")

        with Library.open(path, waiting=waiting) as library:
            library.add_collection("Harbour")
            assert [collection.name for collection in library.collections()] == ["Harbour"]
        assert told == ["waiting"]


def test_what_was_refused_is_named_each(tmp_path, run):
    path = tmp_path / "a.annotator"
    open_library(path).close()
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"The harbour in file {name} was shut for a day.")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        _out, said = run("import", path, tmp_path / "one.txt", tmp_path / "two.txt", status=1)
    assert [line.split(":")[0] for line in said.splitlines()[1:]] == ["one.txt", "two.txt"]


@pytest.mark.parametrize("command", [("list",), ("check",), ("search", "harbour")])
def test_an_empty_file_is_no_library_but_may_become_one(tmp_path, run, command):
    path = tmp_path / "x.annotator"
    path.touch()
    name, *rest = command
    _out, said = run(name, path, *rest, status=1)
    assert said.startswith("x.annotator is an empty file, no library;") and said.count("\n") == 1
    assert path.stat().st_size == 0
    (tmp_path / "one.txt").write_text("The harbour was shut for a day.")
    run("import", path, tmp_path / "one.txt")
    out, _said = run("list", path)
    assert "one" in out
