"""PDFium, one caller at a time.

The library keeps fonts and caches for the whole process and is not made for threads; a call beside
another one crashes. So there is one lock a process, as there is one PDFium. The functions of this
package take it for their calls and let go between them; nobody outside needs to know.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_LOCK = threading.RLock()


@contextmanager
def engine() -> Iterator[None]:
    """While it lasts, PDFium is ours. Keep it short: whoever scrolls may be waiting."""
    with _LOCK:
        yield
