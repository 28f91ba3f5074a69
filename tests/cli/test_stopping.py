"""A command that is stopped leaves nothing half-written."""

import os
import signal
import subprocess
import sys
import time

import pytest

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
