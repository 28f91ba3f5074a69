"""``make bench``: measures, prints a table, writes ``build/bench.json``.

Medians; milliseconds unless the name says otherwise. ``start_ms``: process start to first paint
with 1,000 articles; ``start_floor_ms``: an empty window with a text edit. ``open_…``: a stored
article until text and cards are painted. ``add_ms``, ``undo_ms``: an edit until it is on disk and
painted, with so many marks in the article. ``search_ms``: a word in 2 % of 1,000 articles.
``export_…``: 500 KB with 1,000 marks. ``import_html_ms``: reading a page. ``rss_mb``: memory with
1 MB open.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tools.bench import core, corpora, start

MARKS = (0, 1_000, 5_000, 10_000)
BARS = {
    "start_ratio": 3.0, "open_1mb_ms": 300, "open_500kb_5000_ms": 150, "add_ms": 16,
    "undo_ms": 16, "search_ms": 30, "export_pdf_ms": 1500, "export_md_ms": 150, "rss_mb": 180,
}  # fmt: skip


def in_window(what: str, library: Path) -> dict[str, float]:
    """Figures of a window in a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench.window", what, str(library)],
        capture_output=True, text=True, env=environment, check=True, cwd=corpora.ROOT,
    )  # fmt: skip
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def measure(marks: tuple[int, ...]) -> dict[str, Any]:
    """Everything."""
    thousand = corpora.thousand_articles()
    figures: dict[str, Any] = start.measure(thousand, corpora.FOLDER / "settings.json")
    long = in_window("open", corpora.one_article("one-megabyte", 1_000_000, 0))
    figures |= {"open_1mb_ms": long["open_ms"], "rss_mb": long["rss_mb"]}
    many = in_window("open", corpora.one_article("open-5000", 500_000, 5_000))
    figures["open_500kb_5000_ms"] = many["open_ms"]
    edits = {n: in_window("edit", corpora.one_article(f"edit-{n}", 500_000, n)) for n in marks}
    figures["add_ms"] = {str(n): figure["add_ms"] for n, figure in edits.items()}
    figures["undo_ms"] = edits[max(marks)]["undo_ms"]
    figures |= core.search(thousand)
    figures |= core.exports(corpora.one_article("export", 500_000, 1_000))
    return figures | core.imports()


def rows(figures: dict[str, Any]) -> list[tuple[str, float, str]]:
    """(name, figure, what is expected) of everything."""
    listed: list[tuple[str, float, str]] = []
    for name, figure in figures.items():
        bar = BARS.get(name)
        for size, value in figure.items() if isinstance(figure, dict) else [("", figure)]:
            says = "" if bar is None else f"≤ {bar:g}" + ("" if value <= bar else "  missed")
            listed.append((f"{name} {size}".strip(), value, says))
    ratio = figures["start_ms"] / figures["start_floor_ms"]
    says = f"≤ {BARS['start_ratio']:g}" + ("" if ratio <= BARS["start_ratio"] else "  missed")
    return [*listed, ("start_ms / start_floor_ms", ratio, says)]


def main() -> None:
    """Measure, print, write."""
    scale = "--scale" in sys.argv
    figures = measure((*MARKS, 20_000, 50_000) if scale else MARKS)
    for name, value, says in rows(figures):
        print(f"{name:36}{value:10.1f}   {says}")
    out = corpora.ROOT / "build" / ("bench-scale.json" if scale else "bench.json")
    out.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    print(out.relative_to(corpora.ROOT))


if __name__ == "__main__":
    main()
