"""What a reader of a PDF waits for in the real window; a process of its own for each library.

python -m tools.bench.pages LIBRARY SETTINGS

→ first_page_ms, text_ready_ms, add_ms, page_render_ms, export_ms, rss_mb. The library is written
to: hand in a copy. Figures are printed as JSON.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from annotator.app import make_application, make_window
from annotator.library import Preferences
from annotator.ui.window import MainWindow
from tools.bench.core import milliseconds
from tools.bench.memory import resident_mb
from tools.bench.window import EDITS, OPENINGS, WARM_UP, Bench, Painted

FAR = 37
"""Pages between those that are drawn one after the other, so that none was drawn ahead."""


class PageBench(Bench):
    """The window with pages in it. ``text`` is the viewport they are painted on."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self.app, self.window = app, window
        self.article = window.desk.library.articles()[0].id
        window.desk.open_article(self.article)
        self.view = window.reader.view
        self.text, self.cards = self.view.viewport(), window.cards.list.viewport()
        self._painted = Painted(self.text, self.cards)

    def until(self, done: Callable[[], bool]) -> None:
        """Handle events until something holds, and what came of it is painted."""
        while not done():
            self.app.processEvents()
        self._painted.begin()
        self.text.update()
        while not self._painted.has(self.text):
            self.app.processEvents()
        self.app.sendPostedEvents()

    def drawn(self, page: int) -> bool:
        """Whether there is a picture of all that can be seen of a page."""
        view = self.view
        return view.session is not None and all(
            view.pictures.get(tile) is not None for tile in view.tiles(page)
        )


def opening(bench: PageBench) -> tuple[float, float]:
    """Milliseconds from the choice of the PDF until its first page is painted, and until its text
    can be selected on it."""
    bench.window.desk.open_article(None)
    bench.rest(200)
    start = time.perf_counter()
    bench.window.desk.open_article(bench.article)
    bench.until(lambda: bench.drawn(0))
    first = time.perf_counter()
    bench.until(lambda: bench.view.places.known(0) is not None)
    ready = time.perf_counter()
    return (first - start) * 1000, (ready - start) * 1000


def edits(bench: PageBench) -> float:
    """Milliseconds of a highlight in the middle of the PDF, written and painted."""
    desk, reader = bench.window.desk, bench.window.reader
    pages = desk.session.article.pages
    page = pages[len(pages) // 2]
    reader.scroll_to(page.start + 200, align="top")
    bench.rest(600)
    times = []
    for turn in range(EDITS + WARM_UP):
        start = page.start + 260 + turn * 60
        times.append(bench.edit(lambda at=start: desk.session.highlight(at, at + 50)))
        bench.rest(250)
        desk.library.undo()
        bench.rest(100)
    return median(times[WARM_UP:])


def rendering(bench: PageBench) -> float:
    """Milliseconds from a jump to a page until its picture is painted."""
    times = []
    count = len(bench.window.desk.session.article.pages)
    for turn in range(OPENINGS):
        page = (turn + 1) * FAR % count
        start = time.perf_counter()
        bench.view.scroll_to_page(page)
        bench.until(lambda page=page: bench.drawn(page))
        times.append((time.perf_counter() - start) * 1000)
        bench.rest(200)
    return median(times)


def scrolling(bench: PageBench) -> float:
    """Memory in MB after every page was scrolled through and drawn."""
    for page in range(len(bench.window.desk.session.article.pages)):
        bench.view.scroll_to_page(page)
        bench.until(lambda page=page: bench.drawn(page))
    bench.rest()
    return resident_mb()


def exporting(bench: PageBench) -> float:
    """Milliseconds until the PDF is handed back with its marks."""
    library = bench.window.desk.library
    with tempfile.TemporaryDirectory() as folder:

        def export() -> object:
            out = Path(folder) / f"{time.perf_counter_ns()}.pdf"
            return library.export([bench.article], "pdf", out)

        return milliseconds(export, 3)


def measure(bench: PageBench) -> dict[str, float]:
    """Everything, memory after all pages were seen and before an export adds its own."""
    openings = [opening(bench) for _turn in range(OPENINGS + 1)][1:]
    figures = {
        "first_page_ms": median(first for first, _ready in openings),
        "text_ready_ms": median(ready for _first, ready in openings),
        "add_ms": edits(bench),
        "page_render_ms": rendering(bench),
    }
    return {**figures, "rss_mb": scrolling(bench), "export_ms": exporting(bench)}


def main() -> None:
    """Measure and print as JSON."""
    library, settings = sys.argv[1:3]
    app = make_application([])
    window = make_window(app, [library], Preferences(Path(settings)))
    window.resize(1440, 900)
    window.show()
    bench = PageBench(app, window)
    bench.rest()
    print(json.dumps(measure(bench)))
    window.close()
    bench.rest(50)


if __name__ == "__main__":
    main()
