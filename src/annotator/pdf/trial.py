"""A PDF read and drawn once in a process that may die of it."""

import multiprocessing
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from annotator.errors import UserFacingError

_SECONDS = 20.0
_SECONDS_A_PAGE = 0.05
_MOST_SECONDS = 300.0
_MEMORY = 1_500 << 20
_COPIES = 4
"""Of the file, on its way into the other process and through PDFium."""
_PIXELS = 300


def survives(data: bytes, password: str | None) -> bool:
    """Whether another process can read and draw all pages in bounded memory and time. It survives
    a file that is refused, too: that is not the end of a process."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_try, args=(there,), daemon=True)
    process.start()
    there.close()
    try:
        here.send((data, password))
        if not here.poll(_SECONDS):
            return False
        pages: int = here.recv()
        return here.poll(min(_SECONDS + _SECONDS_A_PAGE * pages, _MOST_SECONDS)) and here.recv()
    except (EOFError, OSError):
        return False
    finally:
        here.close()
        process.kill()
        process.join()


def _try(answer: Connection) -> None:
    """In the other process: says how many pages there are, then that it is still there."""
    from annotator.pdf.document import open_pdf

    data, password = answer.recv()
    _limit_memory(_MEMORY + _COPIES * len(data))
    try:
        with open_pdf(data, password, examined=True) as file:
            answer.send(file.page_count)
            for page, size in enumerate(file.sizes()):
                with suppress(UserFacingError):
                    file.text(page)
                    file.render(page, min(1.0, _PIXELS / max(*size, 1.0)))
    except UserFacingError:
        answer.send(0)
    answer.send(True)


def _limit_memory(size: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    # A system that cannot limit it stays with the limit to time.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
