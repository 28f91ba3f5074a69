"""What the program says when neither a command nor a window can be meant."""

import os
import subprocess
import sys

import pytest

UNSEEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")


def run(tmp_path, *arguments):
    """The program without a display: its exit status and what it says on stderr."""
    environment = {key: value for key, value in os.environ.items() if key not in UNSEEN}
    environment["ANNOTATOR_CONFIG"] = str(tmp_path / "config")
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *arguments], cwd=tmp_path, env=environment,
        capture_output=True, timeout=120,
    )  # fmt: skip
    assert done.stdout == b""
    return done.returncode, done.stderr.decode("utf-8").strip()


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("frob", "“frob” is neither a command nor a file; annotator --help lists the commands."),
        ("exprot", "“exprot” is neither a command nor a file; did you mean “export”?"),
        ("Import", "“Import” is neither a command nor a file; did you mean “import”?"),
        ("gone.html", "“gone.html” is neither a command nor a file; annotator --help lists the "
                      "commands."),
    ],
)  # fmt: skip
def test_what_is_neither_a_command_nor_a_file_is_said(tmp_path, word, said):
    assert run(tmp_path, word, "l.annotator") == (1, said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize("arguments", [[], ["new.annotator"], ["there.txt"]])
def test_without_a_display_there_is_a_sentence(tmp_path, arguments):
    (tmp_path / "there.txt").write_text("Some words.", encoding="utf-8")
    status, said = run(tmp_path, *arguments)
    assert status == 1
    assert "no display" in said and "\n" not in said
    assert not (tmp_path / "new.annotator").exists()
