"""What is measured without a window: search, exports, imports."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from annotator.library import Library
from tools.bench.corpora import RARE_WORD, ROOT, copied, paragraphs, settings

SAMPLES = ROOT.parent / "shared" / "samples" / "html"


def milliseconds(action: Callable[[], object], repeats: int = 5) -> float:
    """The median time of an action, after one that does not count."""
    times = []
    for _run in range(repeats + 1):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return median(times[1:])


def search(library: Path) -> float:
    """Milliseconds until a word that stands in two of a hundred articles is found."""
    with copied(library) as copy, Library.open(copy, preferences=settings()) as opened:
        if not opened.search(RARE_WORD):
            raise RuntimeError("the rare word was not found")
        return milliseconds(lambda: opened.search(RARE_WORD), 21)


def spotting(sentences: int = 2_000) -> float:
    """Milliseconds a sentence of the shipped samples takes to be scored and given its reasons."""
    from annotator.prose.sentences import sentences as split
    from annotator.spotting import reasons, score

    samples = sorted((ROOT / "resources" / "samples").glob("*.md"))
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in samples)
    found = [" ".join(text[start:end].split()) for start, end in split(text)]
    many = (found * (sentences // len(found) + 1))[:sentences]

    def spot() -> None:
        score(many)
        for sentence in many:
            reasons(sentence)

    return milliseconds(spot) / len(many)


def exports(library: Path) -> dict[str, float]:
    """Milliseconds for each format, of all that is in the library. The file of every run is
    another, so that none is replaced."""
    with (
        copied(library) as copy,
        Library.open(copy, preferences=settings()) as opened,
        tempfile.TemporaryDirectory() as folder,
    ):

        def export(format: str) -> list[Path]:
            out = Path(folder) / f"{time.perf_counter_ns()}.{format}"
            return opened.export(None, format, out)

        return {
            "export_pdf_ms": milliseconds(lambda: export("pdf"), 3),
            "export_md_ms": milliseconds(lambda: export("markdown"), 7),
        }


def imports() -> dict[str, float]:
    """Milliseconds until each sample page is read and stored."""
    with tempfile.TemporaryDirectory() as folder:
        pages = _samples() or _generated(Path(folder))
        return {name: _import(page) for name, page in pages.items()}


def _import(page: Path, repeats: int = 5) -> float:
    """The median of imports into libraries that do not have the page yet."""
    times = []
    for _run in range(repeats + 1):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "bench.annotator"
            with Library.open(path, create=True, preferences=settings()) as library:
                start = time.perf_counter()
                library.import_file(page)
                times.append((time.perf_counter() - start) * 1000)
    return median(times[1:])


def _samples() -> dict[str, Path]:
    return {page.parent.name: page for page in sorted(SAMPLES.glob("*/source.html"))}


def _generated(folder: Path) -> dict[str, Path]:
    """Pages of our own where the samples do not lie beside the project."""
    pages = {}
    for kilobytes in (10, 100):
        body = "\n".join(f"<p>{text}</p>" for text in paragraphs(kilobytes * 1_000, kilobytes))
        links = "".join(f'<li><a href="/{at}">Elsewhere {at}</a></li>' for at in range(40))
        page = folder / f"generated-{kilobytes}kb.html"
        page.write_text(
            f"<!doctype html><html><head><title>Made for the bench</title></head><body>"
            f"<nav><ul>{links}</ul></nav><article><h1>Made for the bench</h1>{body}</article>"
            f"</body></html>",
            encoding="utf-8",
        )
        pages[page.stem] = page
    return pages
