"""``annotator``: a first argument that is a command's name goes to the command line, anything else
opens the window."""

import gc
import os
import sys


def main() -> int:
    """Run the program; its exit status."""
    _speak_utf8()
    if sys.argv[1:] == ["--try-pdf"]:
        from annotator.pdf.trial import main as try_pdf

        try_pdf()
        return 0
    if len(sys.argv) > 1 and _is_command(sys.argv[1]):
        from annotator.cli import run

        return run(sys.argv[1:])
    if sentence := _mistyped(sys.argv[1:2]):
        sys.stderr.write(sentence + "\n")
        return 1
    gc.disable()  # until the window stands: what is loaded now stays
    from annotator.app import run as run_app

    return run_app(sys.argv[1:])


def _speak_utf8() -> None:
    if sys.platform == "linux" and os.environ.get("LC_ALL") in ("C", "POSIX"):
        os.environ["LC_ALL"] = "C.UTF-8"  # Qt switches to it too, with four lines of warning
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _is_command(argument: str) -> bool:
    from annotator.cli.names import COMMANDS

    return argument in COMMANDS or argument in ("--help", "-h", "--version")


def _mistyped(first: list[str]) -> str:
    """What to say of a first argument that is neither a command nor a file; ``""`` for others."""
    if not first or first[0].startswith("-") or os.path.lexists(first[0]):
        return ""
    if first[0].lower().endswith(".annotator"):  # a library to be made
        return ""
    from difflib import get_close_matches

    from annotator.cli.names import COMMANDS
    from annotator.i18n import _

    if near := get_close_matches(first[0].lower(), COMMANDS, 1):
        sentence = _("“{word}” is neither a command nor a file; did you mean “{command}”?")
        return sentence.format(word=first[0], command=near[0])
    sentence = _("“{word}” is neither a command nor a file; annotator --help lists the commands.")
    return sentence.format(word=first[0])


if __name__ == "__main__":
    sys.exit(main())
