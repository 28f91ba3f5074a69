"""What a reader waits for in the real window. Run as a process of its own, one corpus each:

python -m tools.bench.window open LIBRARY        → open_ms, rss_mb
python -m tools.bench.window edit LIBRARY        → add_ms, undo_ms
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from annotator.app import make_application, make_window
from annotator.library import Preferences
from annotator.ui.window import MainWindow
from tools.bench.corpora import FOLDER

REPEATS = 15


def settle(app: QApplication, milliseconds: int = 400) -> None:
    """Let timers and deferred work run out."""
    end = time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < end:
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop does it here


def painted(app: QApplication, window: MainWindow) -> None:
    """All that is due now is done: events handled, text and cards painted."""
    app.processEvents()
    app.sendPostedEvents()


def timed(app: QApplication, window: MainWindow, action: Callable[[], object]) -> float:
    """Milliseconds until what the action changed is seen."""
    start = time.perf_counter()
    action()
    painted(app, window)
    return (time.perf_counter() - start) * 1000


def open_article(app: QApplication, window: MainWindow) -> dict[str, float]:
    """Opening the only article, several times; and the memory with it open."""
    article = window.desk.library.articles()[0].id
    times = []
    for _turn in range(5):
        times.append(timed(app, window, lambda: window.desk.open_article(article)))
        settle(app)
        window.desk.open_article(None)
        settle(app, 100)
    window.desk.open_article(article)
    settle(app)
    return {"open_ms": median(times), "first_open_ms": times[0], "rss_mb": memory()}


def memory() -> float:
    """Resident memory of this process in MB."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(ln for ln in status.read_text().splitlines() if ln.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def edit(app: QApplication, window: MainWindow) -> dict[str, float]:
    """A highlight in the middle of the article, seen; then taken back, seen."""
    window.desk.open_article(window.desk.library.articles()[0].id)
    settle(app)
    session = window.desk.session
    middle = len(session.article.text) // 2
    window.reader.scroll_to(middle, align="centre")
    settle(app)
    first = window.reader.visible_range()[0] + 40
    adds, undos = [], []
    for turn in range(REPEATS + 3):
        start = first + turn * 9
        adds.append(timed(app, window, lambda at=start: session.highlight(at, at + 30)))
        settle(app, 20)
        undos.append(timed(app, window, window.desk.library.undo))
        settle(app, 20)
    return {"add_ms": median(adds[3:]), "undo_ms": median(undos[3:])}


def main() -> None:
    """Measure what is asked for and print it as JSON."""
    what, library = sys.argv[1:3]
    app = make_application([])
    settings = FOLDER / f"settings-{os.getpid()}.json"  # nothing remembered of an earlier run
    window = make_window(app, [library], Preferences(settings))
    window.resize(1440, 900)
    window.show()
    settle(app)
    print(json.dumps((open_article if what == "open" else edit)(app, window)))
    window.close()
    settle(app, 50)
    settings.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
