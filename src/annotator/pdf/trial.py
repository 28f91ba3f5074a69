"""A PDF read and drawn once in a process that may die of it.

The process is a new interpreter that gets the file through its standard input and knows nothing of
the program that started it: a script that is piped to Python cannot be imported there again, which
is what ``multiprocessing`` would do.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from typing import IO

from annotator.errors import UserFacingError

ARGUMENT = "--try-pdf"
"""What a packaged program is started with, to do here what ``main`` does."""

_SECONDS = 20.0
_SECONDS_A_PAGE = 0.05
_MOST_SECONDS = 300.0
_MEMORY = 768 << 20
_COPIES = 4
"""Of the file, on its way into the other process and through PDFium."""
_PIXELS = 300
_WHOLE = b"whole\n"


def survives(data: bytes, password: str | None) -> bool:
    """Whether another process can read and draw all pages in bounded memory and time. It survives
    a file that is refused, too: that is not the end of a process."""
    try:
        with _started() as process:
            return _went_well(process, data, password)
    except OSError:  # it died before it had taken everything in
        return False


@contextmanager
def _started() -> "Iterator[subprocess.Popen[bytes]]":
    with subprocess.Popen(
        _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def _went_well(process: "subprocess.Popen[bytes]", data: bytes, password: str | None) -> bool:
    assert process.stdin and process.stdout
    with _at_most(_SECONDS, process):
        _send(process.stdin, data, password)
        pages = int(process.stdout.readline() or 0)
    with _at_most(min(_SECONDS + _SECONDS_A_PAGE * pages, _MOST_SECONDS), process):
        return process.stdout.readline() == _WHOLE


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    path = [place for place in sys.path if isinstance(place, str)]
    code = f"import sys; sys.path[:] = {path!r}; from annotator.pdf.trial import main; main()"
    return [sys.executable, "-c", code]


@contextmanager
def _at_most(seconds: float, process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """The process is killed where what is asked of it takes longer."""
    timer = Timer(seconds, process.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _send(pipe: IO[bytes], data: bytes, password: str | None) -> None:
    secret = (password or "").encode()
    pipe.write(b"%d %d\n" % (len(secret), len(data)))
    pipe.write(secret)
    pipe.write(data)
    pipe.flush()


def main() -> None:
    """In the other process: says how many pages there are, then that it is still there."""
    with open(0, "rb") as asked, open(1, "wb", buffering=0) as answer:
        secret, size = map(int, asked.readline().split())
        _limit_memory(_MEMORY + _COPIES * size)
        password = asked.read(secret).decode()
        _try(asked.read(size), password, answer)
        answer.write(_WHOLE)


def _try(data: bytes, password: str, answer: IO[bytes]) -> None:
    from annotator.pdf.document import open_pdf

    try:
        with open_pdf(data, password, examined=True) as file:
            answer.write(b"%d\n" % file.page_count)
            for page, size in enumerate(file.sizes()):
                with suppress(UserFacingError):
                    file.text(page)
                    file.render(page, min(1.0, _PIXELS / max(*size, 1.0)))
    except UserFacingError:
        answer.write(b"0\n")


def _limit_memory(size: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    # A system that cannot limit it stays with the limit to time.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
