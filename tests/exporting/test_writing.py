"""Files are put in place whole or not at all."""

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import ExportFailed, InvalidValue
from annotator.exporting import FORMATS, exporter
from annotator.exporting.document import ExportOptions
from annotator.exporting.names import file_names
from annotator.exporting.writing import Outputs
from tests.exporting.builders import harbour_document


def test_a_format_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidValue, match="markdown, pdf"):
        exporter("docx")
    assert [exporter(f.NAME).SUFFIX for f in FORMATS] == [".md", ".pdf", ".html", ".md", ".json"]


def test_a_failed_export_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError), Outputs() as outputs:
        outputs.write(path, b"after")
        1 / 0  # noqa: B018  any error on the way
    assert [p.name for p in tmp_path.iterdir()] == ["report.md"]
    assert path.read_text() == "before"


def test_several_files_appear_together_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "two.md").mkdir()
    with pytest.raises(ExportFailed, match="is a folder"), Outputs() as outputs:
        outputs.write(tmp_path / "one.md", b"one")
        outputs.write(tmp_path / "two.md", b"two")
    assert [p.name for p in tmp_path.iterdir()] == ["two.md"]


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    path = tmp_path / "none" / "report.md"
    with pytest.raises(ExportFailed, match="does not exist"):
        exporter("markdown").write(harbour_document(), ExportOptions(), path)
    with pytest.raises(ExportFailed, match="does not exist"):
        exporter("pdf").write(harbour_document(), ExportOptions(), path)


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not write")]
)
def test_a_full_disk_is_said_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def fails(_path: Path, _data: bytes) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "write_bytes", fails)
    with pytest.raises(ExportFailed, match=words):
        exporter("markdown").write(harbour_document(), ExportOptions(), tmp_path / "r.md")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["markdown", "pdf"])
def test_a_cancelled_export_leaves_nothing(tmp_path: Path, name: str) -> None:
    class CancelledError(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        exporter(name).write(harbour_document(), ExportOptions(), tmp_path / "r", cancel)
    assert list(tmp_path.iterdir()) == []


def test_files_get_the_rights_any_new_file_gets(tmp_path: Path) -> None:
    [path] = exporter("markdown").write(harbour_document(), ExportOptions(), tmp_path / "r.md")
    (tmp_path / "plain").touch()
    assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_names_from_titles_are_safe_and_unique() -> None:
    titles = ["A/B: c?", "a b  c", "..", "CON", "x" * 400, "Ünï 😀", 'q"<>|*\n', "con.txt"]
    names = file_names(titles, ".pdf")
    assert names[:4] == ["A B c.pdf", "a b c (2).pdf", "Article.pdf", "CON -.pdf"]
    assert len({n.casefold() for n in names}) == len(titles)
    assert all(len(n.encode()) < 200 and not set(n) & set('<>:"/\\|?*\n') for n in names)


@pytest.mark.skipif(sys.platform == "win32", reason="what is open cannot be removed there")
def test_what_killed_exports_left_goes_with_the_next_one(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, signal, sys\n"
        "from annotator.exporting.writing import Outputs\n"
        "place = pathlib.Path(sys.argv[1])\n"
        "outputs = Outputs()\n"
        "for name in ('a.md', 'b.png'): outputs.file(place / name).write_text('half')\n"
        "if sys.argv[2] == 'killed': os.kill(os.getpid(), signal.SIGKILL)\n"
        "print('ready', flush=True)\n"
        "sys.stdin.read()\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path), "killed"], check=False)
    left = set(tmp_path.iterdir())
    assert len(left) == 2
    command = [sys.executable, "-c", code, str(tmp_path), "at work"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout and other.stdout.readline() == "ready\n"
        at_work = set(tmp_path.iterdir()) - left
        with Outputs() as outputs:
            outputs.write(tmp_path / "report.md", b"after")
        assert set(tmp_path.iterdir()) == {*at_work, tmp_path / "report.md"}, "not of one at work"
        assert len(at_work) == 2
        other.communicate("")


@pytest.mark.parametrize("articles", [1, 2])
def test_a_pdf_of_more_pages_than_qt_can_hold_is_refused(tmp_path: Path, articles: int) -> None:
    document = harbour_document()
    one = document.articles[0]
    long = replace(one, article=replace(one.article, text="a" * (5_000_002 // articles)))
    document = replace(document, articles=(long,) * articles)
    with pytest.raises(ExportFailed, match="too long for"):
        exporter("pdf").write(document, ExportOptions(joined=articles > 1), tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")
def test_a_link_stays_one_and_a_pipe_or_device_is_never_replaced(tmp_path: Path) -> None:
    link, target, pipe, loop = (tmp_path / name for name in ("link", "target", "pipe", "loop"))
    link.symlink_to(target)
    loop.symlink_to(loop)
    os.mkfifo(pipe)
    with Outputs() as outputs:
        outputs.write(link, b"text")
    assert link.is_symlink() and target.read_bytes() == b"text"
    for path in (pipe, loop, Path("/dev/null")):
        with pytest.raises(ExportFailed), Outputs() as outputs:
            outputs.write(path, b"text")
    assert pipe.is_fifo() and loop.is_symlink() and not Path("/dev/null").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"link", "target", "pipe", "loop"}
