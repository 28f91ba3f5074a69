"""Work in child processes: told how far it is, stopped, failed, without a trace."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.errors import BugError
from annotator.library import Library
from annotator.ui import job as job_module
from annotator.ui import jobs as jobs_module
from annotator.ui.job import TRACEBACK, Job, program
from annotator.ui.jobs import Jobs
from tests.store.builders import add_article, open_library

Stub = Callable[[str], None]


@pytest.fixture
def jobs(qapp: QObject) -> Jobs:
    jobs = Jobs()
    yield jobs
    jobs.stop_all()
    assert jobs.running == ()


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stub:
    """Puts a small script in the program's place; ``say`` prints at once."""

    def make(code: str) -> None:
        script = tmp_path / "stub.py"
        head = "import sys, time, json, signal, pathlib, os\n"
        head += "say = lambda text, end='\\n': print(text, end=end, file=sys.stderr, flush=True)\n"
        script.write_text(head + code, encoding="utf-8")
        monkeypatch.setattr(job_module, "program", lambda: [sys.executable, str(script)])

    return make


def test_progress_is_told_and_what_was_printed_comes_back(
    jobs: Jobs, stub: Stub, qtbot: QtBot
) -> None:
    stub(
        "say('progress 1 2'); say('prog', ''); time.sleep(0.2); say('ress 2 2')\n"
        "print('[one].pdf'); print(' '.join(sys.argv[1:]))\n"
        "print(os.environ['ANNOTATOR_PROGRESS'])"
    )
    job = jobs.start(["export", "x y"])
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.finished) as finished:
        pass
    assert told == [(1, 2), (2, 2)]
    assert finished.args == [["[one].pdf", "export x y", "1"]]


def test_the_last_sentence_of_a_failure_is_said(jobs: Jobs, stub: Stub, qtbot: QtBot) -> None:
    stub("say('progress 0 1'); say('The disk is full; make room.'); sys.exit(1)")
    with qtbot.waitSignal(jobs.start(["export"]).failed) as failed:
        pass
    assert failed.args == ["The disk is full; make room."]


def test_what_is_said_about_what_was_made_comes_with_it(
    jobs: Jobs, stub: Stub, qtbot: QtBot
) -> None:
    stub("say('qt.fonts: noise'); say('notice One prints as a box.'); print('a.pdf')")
    job = jobs.start(["export"])
    with qtbot.waitSignal(job.finished) as finished:
        pass
    assert finished.args == [["a.pdf"]]
    assert job.notices == ["One prints as a box."]


def test_what_a_command_is_to_know_goes_through_its_standard_input(
    jobs: Jobs, stub: Stub, qtbot: QtBot
) -> None:
    stub("print(sys.stdin.read())")
    with qtbot.waitSignal(jobs.start(["export"], told="open sesame").finished) as finished:
        pass
    assert finished.args == [["open sesame"]]


def test_a_report_counts_even_when_all_was_refused(jobs: Jobs, stub: Stub, qtbot: QtBot) -> None:
    stub("print(json.dumps([{'status': 'refused'}])); sys.exit(1)")
    with qtbot.waitSignal(jobs.start(["import", "--json"]).finished) as finished:
        pass
    assert finished.args == [[{"status": "refused"}]]


def test_a_fault_of_ours_is_raised_for_the_crash_report(
    jobs: Jobs, stub: Stub, qtbot: QtBot
) -> None:
    stub("raise KeyError('nothing here')")
    job = jobs.start(["export"])
    with qtbot.capture_exceptions() as caught, qtbot.waitSignal(job.failed) as failed:
        pass
    assert "KeyError" not in failed.args[0]
    assert caught[0][0] is BugError
    assert TRACEBACK in str(caught[0][1])


def test_a_program_that_cannot_be_started_is_said(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    monkeypatch.setattr(job_module, "program", lambda: [str(tmp_path / "nothing")])
    job = jobs.start(["export"])
    with qtbot.waitSignals([job.failed, job.ended]):
        pass
    assert jobs.running == ()


def test_a_cancelled_export_leaves_nothing_half_written(
    jobs: Jobs, stub: Stub, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    others = folder / ".annotator-aaaaaa.part"
    others.touch()
    stub(f"pathlib.Path({str(folder)!r}, '.annotator-bbbbbb.part').touch()\n"
         "say('progress 0 9'); time.sleep(60)")  # fmt: skip
    job = jobs.start(["export"], folder)
    with qtbot.waitSignal(job.progressed):
        pass
    assert len(list(folder.iterdir())) == 2
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert list(folder.iterdir()) == [others]


@pytest.mark.skipif(sys.platform == "win32", reason="a crash is an exit code there")
def test_a_child_that_crashes_is_said_and_leaves_nothing(
    jobs: Jobs, stub: Stub, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    stub(f"pathlib.Path({str(folder)!r}, '.annotator-cccccc.part').touch()\n"
         "say('QFont: what no reader understands'); print('[{', flush=True)\n"
         "os.kill(os.getpid(), signal.SIGKILL)")  # fmt: skip
    job = jobs.start(["export", "--json"], folder)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert failed.args == ["It broke off before it was done; try again."]
    assert list(folder.iterdir()) == []
    assert jobs.running == ()


@pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc")
def test_no_process_is_left_of_a_job_that_was_cancelled(
    jobs: Jobs, stub: Stub, qtbot: QtBot
) -> None:
    stub("say('progress 1 1'); print(os.getpid(), flush=True); time.sleep(60)")
    job = jobs.start(["export"])
    with qtbot.waitSignal(job.progressed):
        pass
    process = Path(f"/proc/{job._process.processId()}")
    assert process.exists()
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert not process.exists()  # a zombie would still be listed


def test_a_child_reads_the_settings_of_who_starts_it(
    jobs: Jobs, stub: Stub, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path))
    stub("print(os.environ['ANNOTATOR_CONFIG'])")
    with qtbot.waitSignal(jobs.start(["export"]).finished) as finished:
        pass
    assert finished.args == [[str(tmp_path)]]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no polite way to end there")
def test_a_child_that_does_not_listen_is_killed(
    jobs: Jobs, stub: Stub, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_module, "KILL_AFTER_MS", 50)
    stub("signal.signal(signal.SIGTERM, signal.SIG_IGN); say('progress 0 9'); time.sleep(60)")
    job = jobs.start(["export"])
    with qtbot.waitSignal(job.progressed):
        pass
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert jobs.running == ()


def test_cancelled_before_it_began(jobs: Jobs, stub: Stub, qtbot: QtBot, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    stub(f"pathlib.Path({str(trace)!r}).touch()")
    job = jobs.start(["export"])
    with qtbot.waitSignal(job.ended):
        job.cancel()
    with qtbot.waitSignal(jobs.start(["export"]).finished):  # the one after it does run
        assert not trace.exists()
    assert trace.exists()


def test_stopping_all_waits_and_frees_them(jobs: Jobs, stub: Stub, qtbot: QtBot) -> None:
    stub("say('progress 0 9'); time.sleep(60)")
    started = [jobs.start(["export"]) for _number in range(2)]
    with qtbot.waitSignals([job.progressed for job in started]):
        pass
    jobs.stop_all()
    assert jobs.running == ()
    assert all(job.is_over for job in started)
    qtbot.waitUntil(lambda: not any(isValid(job) for job in started))


def test_many_files_go_in_several_commands_and_come_back_as_one_report(
    jobs: Jobs, stub: Stub, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_module, "LONGEST_COMMAND", 30)
    stub("files = sys.argv[sys.argv.index('--') + 2:]\n"
         "say(f'progress {len(files)} {len(files)}'); print(json.dumps(files))")  # fmt: skip
    names = [f"/files/{number:08}" for number in range(5)]
    job = jobs.import_files(tmp_path / "library", [Path(name) for name in names])
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.finished) as finished:
        pass
    assert finished.args == [[str(Path(name)) for name in names]]
    assert len(told) > 1
    assert told[-1] == (5, 5)


def test_a_folder_called_like_the_program_is_not_run(
    tmp_path: Path, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    impostor = tmp_path / "annotator"
    impostor.mkdir()
    (impostor / "__main__.py").write_text("print('not us')", encoding="utf-8")
    (impostor / "__init__.py").touch()
    monkeypatch.chdir(tmp_path)
    with qtbot.waitSignal(jobs.start(["--version"]).finished, timeout=30_000) as finished:
        pass
    assert finished.args[0][0].startswith("annotator")


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program() == [sys.executable]


def test_files_come_in_and_marks_go_out(
    jobs: Jobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))
    with open_library(tmp_path / "l.annotator") as library:
        add_article(library)
    file = tmp_path / "-begins with a dash.md"
    file.write_text("# Second\n\nWords to read.\n", encoding="utf-8")
    job = jobs.import_files(tmp_path / "l.annotator", [file, tmp_path / "missing.txt"])
    with qtbot.waitSignal(job.finished, timeout=30_000) as finished:
        pass
    assert [report["status"] for report in finished.args[0]] == ["imported", "refused"]
    with Library.open(tmp_path / "l.annotator") as library:
        assert {row.title for row in library.articles()} == {"The bridge", "Second"}
    out = tmp_path / "out.md"
    arguments = ["export", str(tmp_path / "l.annotator"), "--format", "markdown", "--output"]
    job = jobs.start([*arguments, str(out)], tmp_path)
    with qtbot.waitSignal(job.finished, timeout=30_000) as finished:
        pass
    assert finished.args == [[str(out)]]
    assert "Second" in out.read_text(encoding="utf-8")


def test_a_job_is_a_child_of_who_runs_it(jobs: Jobs, stub: Stub, qtbot: QtBot) -> None:
    stub("pass")
    job = jobs.start(["export"])
    assert isinstance(job, Job)
    assert job.parent() is jobs
    with qtbot.waitSignal(job.finished):
        pass
