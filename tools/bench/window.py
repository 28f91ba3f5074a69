"""What a reader waits for in the real window; a process of its own for each library.

python -m tools.bench.window open LIBRARY SETTINGS        → open_ms, stall_ms, rss_mb
python -m tools.bench.window edit LIBRARY SETTINGS        → add_ms, undo_ms, key_ms, stall_ms

The library is written to: hand in a copy. Figures are printed as JSON.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.app import make_application, make_window
from annotator.library import Preferences
from annotator.ui.window import MainWindow
from tools.bench.memory import resident_mb

OPENINGS = 7
EDITS = 21
WARM_UP = 4
EVERYTHING = QEventLoop.ProcessEventsFlag.AllEvents


class Painted(QObject):
    """Which of the watched widgets have been painted since ``begin``."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._seen: set[QObject] = set()
        for widget in widgets:
            widget.installEventFilter(self)

    def begin(self) -> None:
        """None of them has been painted."""
        self._seen.clear()

    def has(self, *widgets: QWidget) -> bool:
        """Whether all of these have been painted."""
        return self._seen.issuperset(widgets)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._seen.add(watched)
        return False


class Bench:
    """The window, and a stop-watch that waits for what it shows."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self.app, self.window = app, window
        self.text, self.cards = window.reader.view.viewport(), window.cards.list.viewport()
        self._painted = Painted(self.text, self.cards)

    def until_idle(self) -> None:
        """Handle events until there is none: all edits shown, all repaints done."""
        dispatcher = QAbstractEventDispatcher.instance()
        while dispatcher.processEvents(EVERYTHING):
            pass

    def opening(self, article: str) -> float:
        """Milliseconds from the choice of an article to its first paint."""
        self._painted.begin()
        start = time.perf_counter()
        self.window.desk.open_article(article)
        while not self._painted.has(self.text, self.cards):
            self.app.processEvents()
        self.app.sendPostedEvents()  # puts on the screen what was painted
        return (time.perf_counter() - start) * 1000

    def edit(self, action: Callable[[], object]) -> float:
        """Milliseconds from an edit until nothing is left to be painted in text and cards."""
        self._painted.begin()
        start = time.perf_counter()
        action()
        self.until_idle()
        took = (time.perf_counter() - start) * 1000
        if not self._painted.has(self.text):
            raise RuntimeError("the edit was not seen in the text")
        return took

    def rest(self, milliseconds: int = 400) -> float:
        """Let timers run out: counts, ticks, what else comes after an edit. The longest that one
        round of events took, ms: so long a key pressed meanwhile would wait."""
        longest, end = 0.0, time.perf_counter() + milliseconds / 1000
        while (start := time.perf_counter()) < end:
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop does it
            longest = max(longest, time.perf_counter() - start)
            time.sleep(0.001)
        return longest * 1000


def measure_opening(bench: Bench) -> dict[str, float]:
    """Opening the library's only article; then the memory with it open."""
    desk = bench.window.desk
    article = desk.library.articles()[0].id
    times, stalls = [], []
    for turn in range(OPENINGS + 1):
        times.append(bench.opening(article))
        stalls.append(bench.rest())
        if turn < OPENINGS:
            desk.open_article(None)
            bench.rest(200)
    return {
        "open_ms": median(times[1:]), "stall_ms": median(stalls[1:]), "rss_mb": resident_mb(),
    }  # fmt: skip


def measure_edits(bench: Bench) -> dict[str, float]:
    """Marks in the middle of what is in sight, in the middle of the article; each taken back."""
    window, desk = bench.window, bench.window.desk
    desk.open_article(desk.library.articles()[0].id)
    bench.rest()
    window.reader.scroll_to(len(desk.session.article.text) // 2, align="centre")
    bench.rest()
    middle = sum(window.reader.visible_range()) // 2
    figures: dict[str, list[float]] = {"add_ms": [], "undo_ms": [], "key_ms": [], "stall_ms": []}
    for turn in range(EDITS + WARM_UP):
        start = middle + turn * 9
        figures["add_ms"].append(bench.edit(lambda at=start: desk.session.highlight(at, at + 30)))
        figures["stall_ms"].append(bench.rest(250))
        figures["undo_ms"].append(bench.edit(desk.library.undo))
        bench.rest(250)
        figures["key_ms"].append(_by_key(bench, start))
        bench.edit(desk.library.undo)
        bench.rest(50)
    return {name: median(times[WARM_UP:]) for name, times in figures.items()}


def _by_key(bench: Bench, start: int) -> float:
    """The same by the key 1 on a selection: the mark becomes the current one, its card opens."""
    view = bench.window.reader.view
    bench.window.activateWindow()
    view.setFocus()
    view.set_selection(start, start + 30)
    bench.rest(50)
    count = len(bench.window.desk.session.ids())
    took = bench.edit(lambda: QTest.keyClick(view, Qt.Key.Key_1))
    if len(bench.window.desk.session.ids()) != count + 1:
        raise RuntimeError("the key made no mark")
    return took


MEASURES = {"open": measure_opening, "edit": measure_edits}


def main() -> None:
    """Measure what is asked for and print it as JSON."""
    what, library, settings = sys.argv[1:4]
    app = make_application([])
    window = make_window(app, [library], Preferences(Path(settings)))
    window.resize(1440, 900)
    window.show()
    bench = Bench(app, window)
    bench.rest()
    print(json.dumps(MEASURES[what](bench)))
    window.close()
    bench.rest(50)


if __name__ == "__main__":
    main()
