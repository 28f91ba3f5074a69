"""What is measured without a window: search, exports, imports."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from annotator import reading
from annotator.library import Library, Preferences
from tools.bench.corpora import FOLDER, RARE_WORD, ROOT


def milliseconds(action: Callable[[], object], repeats: int = 5) -> float:
    """The median time of an action, after one that does not count."""
    times = []
    for _run in range(repeats + 1):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return median(times[1:])


def _open(path: Path) -> Library:
    return Library.open(path, preferences=Preferences(FOLDER / "settings.json"))


def search(path: Path) -> dict[str, float]:
    """A word that stands in two of a hundred articles."""
    with _open(path) as library:
        assert len(library.search(RARE_WORD)) == 20
        return {"search_ms": milliseconds(lambda: library.search(RARE_WORD), 15)}


def exports(path: Path) -> dict[str, float]:
    """Both formats of one long article with many marks."""
    with _open(path) as library, tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        return {
            "export_md_ms": milliseconds(lambda: library.export(None, "markdown", out / "o.md"), 5),
            "export_pdf_ms": milliseconds(lambda: library.export(None, "pdf", out / "o.pdf"), 3),
        }


def imports() -> dict[str, dict[str, float]]:
    """Reading each sample page, where the samples lie beside the project."""
    pages = sorted((ROOT.parent / "shared" / "samples" / "html").glob("*/source.html"))
    shipped = sorted((ROOT / "resources" / "samples").glob("*.html"))
    figures = {
        page.parent.name if page.name == "source.html" else page.stem: milliseconds(
            lambda page=page: reading.read(page), 3
        )
        for page in (*pages, *shipped)
    }
    return {"import_html_ms": figures}
