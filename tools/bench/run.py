"""``make bench``: measures, prints a table, writes ``build/bench.json``.

All figures are medians, in milliseconds unless the name says otherwise:

- ``start_ms``: process start to first paint of the window with a library of 1,000 articles;
  ``start_floor_ms``: an empty window with a text edit. Both in turn, each in fresh processes.
- ``open_1mb_ms``, ``open_500kb_5000_ms``: a stored article until text, marks and cards are painted.
- ``add_ms`` by the number of annotations that are there in 500 KB: a highlight until it is on disk
  and painted in text and cards. ``undo_ms``: taking it back, where there are most.
- ``key_ms``: the same by its key on a selection; the mark becomes the current one, its card opens.
  ``stall_ms``: after an edit (by number of annotations) or an opening, the longest the window is
  busy at a time with what may lag behind. Nothing holds us to these two but what a reader feels.
- ``search_ms``: a word in 2 % of 1,000 articles. ``export_pdf_ms``, ``export_md_ms``: 500 KB with
  1,000 annotations. ``import_html_ms`` by page: read and stored.
- ``rss_mb``: resident memory with 1 MB open.
- ``board_open_ms``: the board of 10,000 claims, from its key to its first paint, made for it.
- ``spot_ms_per_sentence``: a sentence scored by how much it is worth a look, with its reasons.
- ``pdf_…`` with a PDF of 320 pages: its first page painted, its text there to be selected, a mark
  written and painted, a page jumped to painted, handed back with 1,000 marks, and memory after
  all pages were scrolled through.

``--scale`` (``make bench-scale``) measures more sizes and writes ``build/bench-scale.json``. It
takes some minutes. A busy machine makes every figure larger; its load is printed first.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tools.bench import core, corpora, start, table


@dataclass(frozen=True)
class Sizes:
    """How much is measured: annotations in the article and in the PDF, length in MB of those opened
    besides, articles of the libraries searched."""

    marks: tuple[int, ...] = (0, 1_000, 5_000, 10_000)
    page_marks: tuple[int, ...] = (0, 1_000, 5_000)
    megabytes: tuple[int, ...] = ()
    articles: tuple[int, ...] = ()


PAGES = 320
CLAIMS, BOARDS = 10_000, 7
"""Claims on the board, and how often it is opened."""
WINDOW = ("tools.bench.window",)
SCALE = Sizes(marks=(0, 1_000, 5_000, 10_000, 20_000), megabytes=(2, 5), articles=(10_000,))


def in_window(*what: str, library: Path) -> dict[str, float]:
    """Figures of a window in a process of its own, on a copy of the library."""
    with corpora.copied(library) as copy:
        settings = copy.with_name("settings.json")  # nothing remembered of an earlier run
        done = subprocess.run(
            [sys.executable, "-m", *what, str(copy), str(settings)],
            stdout=subprocess.PIPE, text=True, check=True, cwd=corpora.ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )  # fmt: skip
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def measure(sizes: Sizes) -> table.Figures:
    """Everything."""
    thousand = corpora.many_articles(1_000)
    exported = corpora.one_article(500_000, 1_000)
    return {
        **start.measure(thousand),
        **_windows(sizes),
        "search_ms": core.search(thousand),
        **core.exports(exported),
        "import_html_ms": core.imports(),
        "board_open_ms": _board(),
        "spot_ms_per_sentence": core.spotting(),
        **_pages(sizes),
        **_larger(sizes),
    }


def _windows(sizes: Sizes) -> dict[str, float | dict[str, float]]:
    long = in_window(*WINDOW, "open", library=corpora.one_article(1_000_000, 0))
    many = in_window(*WINDOW, "open", library=corpora.one_article(500_000, 5_000))
    edits = {
        str(n): in_window(*WINDOW, "edit", library=corpora.one_article(500_000, n))
        for n in sizes.marks
    }
    opened = {"opening 1 MB": long["stall_ms"], "opening 5000": many["stall_ms"]}
    return {
        "open_1mb_ms": long["open_ms"], "open_500kb_5000_ms": many["open_ms"],
        "add_ms": {n: figures["add_ms"] for n, figures in edits.items()},
        "undo_ms": list(edits.values())[-1]["undo_ms"],
        "key_ms": {n: figures["key_ms"] for n, figures in edits.items()},
        "stall_ms": {n: figures["stall_ms"] for n, figures in edits.items()} | opened,
        "rss_mb": long["rss_mb"],
    }  # fmt: skip


def _board() -> float:
    """A process each; the first one, which reads files from the disk, does not count."""
    library = corpora.many_claims(CLAIMS)
    taken = [in_window("tools.bench.board", library=library) for _run in range(BOARDS + 1)]
    return median(figures["board_open_ms"] for figures in taken[1:])


def _pages(sizes: Sizes) -> dict[str, float | dict[str, float]]:
    """A PDF: opened without marks, marked where there are more and more, handed back with some."""
    found = {
        str(n): in_window("tools.bench.pages", library=corpora.one_pdf(PAGES, n))
        for n in sizes.page_marks
    }
    plain, some = found["0"], found["1000"]
    return {
        "pdf_open_first_page_ms": plain["first_page_ms"],
        "pdf_text_ready_ms": plain["text_ready_ms"],
        "pdf_add_ms": {n: figures["add_ms"] for n, figures in found.items()},
        "pdf_page_render_ms": plain["page_render_ms"],
        "pdf_export_ms": some["export_ms"],
        "pdf_rss_mb": some["rss_mb"],
    }


def _larger(sizes: Sizes) -> dict[str, dict[str, float]]:
    """What only ``--scale`` asks for."""
    figures: dict[str, dict[str, float]] = {}
    for megabytes in sizes.megabytes:
        found = in_window(*WINDOW, "open", library=corpora.one_article(megabytes * 1_000_000, 0))
        figures.setdefault("open_by_mb_ms", {})[str(megabytes)] = found["open_ms"]
        figures.setdefault("rss_by_mb_mb", {})[str(megabytes)] = found["rss_mb"]
    for count in sizes.articles:
        library = corpora.many_articles(count)
        started = start.measure(library)
        figures.setdefault("start_by_articles_ms", {})[str(count)] = started["start_ms"]
        figures.setdefault("search_by_articles_ms", {})[str(count)] = core.search(library)
    return figures


def main() -> None:
    """Measure, print, write."""
    scale = "--scale" in sys.argv[1:]
    if hasattr(os, "getloadavg"):
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    figures = measure(SCALE if scale else Sizes())
    for line in table.lines(figures):
        print(line)
    out = corpora.ROOT / "build" / ("bench-scale.json" if scale else "bench.json")
    table.write(figures, out)
    print(out.relative_to(corpora.ROOT))


if __name__ == "__main__":
    main()
