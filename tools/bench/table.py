"""Figures and the bars they are held to: the table that is printed, the file that is kept."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Figures = Mapping[str, float | Mapping[str, float]]
"""A number by its name, or numbers by size (or page) under a name."""

MEANINGS = {
    "start_ms": "process start to first paint, a library of 1,000 articles",
    "start_floor_ms": "the same of an empty window with a text edit",
    "start_ms / start_floor_ms": "",
    "open_1mb_ms": "a stored article of 1 MB to its first paint",
    "open_500kb_5000_ms": "500 KB with 5,000 annotations, marks and cards painted",
    "add_ms": "a highlight written and painted in 500 KB, by annotations there",
    "add_ms last / first": "",
    "undo_ms": "taking it back, written and painted",
    "key_ms": "the same by key on a selection: mark made current, card opened",
    "stall_ms": "the longest the window is busy after that: counts, ticks, layout",
    "board_open_ms": "the board of 10,000 claims, from its key to its first paint",
    "search_ms": "a word in 2 % of 1,000 articles",
    "export_pdf_ms": "500 KB with 1,000 annotations",
    "export_md_ms": "500 KB with 1,000 annotations",
    "import_html_ms": "a page read and stored",
    "rss_mb": "memory with the article of 1 MB open, MB",
    "pdf_open_first_page_ms": "a stored PDF of 320 pages until its first page is painted",
    "pdf_text_ready_ms": "until its text can be selected",
    "pdf_add_ms": "a highlight written and painted, by annotations there",
    "pdf_page_render_ms": "a jump to a page until it is painted",
    "pdf_export_ms": "the PDF handed back with 1,000 marks in it",
    "pdf_rss_mb": "memory after all its pages were scrolled through, MB",
}
"""What each figure is, in the order of the table."""

BARS = {
    "start_ms / start_floor_ms": 3.0, "open_1mb_ms": 300, "open_500kb_5000_ms": 150, "add_ms": 16,
    "add_ms last / first": 1.5, "undo_ms": 16, "board_open_ms": 150, "search_ms": 30,
    "export_pdf_ms": 1500, "export_md_ms": 150, "rss_mb": 180, "pdf_open_first_page_ms": 250,
    "pdf_text_ready_ms": 600, "pdf_add_ms": 16, "pdf_export_ms": 1000, "pdf_rss_mb": 250,
}  # fmt: skip
"""At most so much."""


MOST = 10_000
"""Annotations up to which an edit is held to cost the same."""


@dataclass(frozen=True)
class Row:
    """A line of the table; ``met`` is None where there is no bar."""

    name: str
    size: str
    value: float
    bar: float | None

    @property
    def met(self) -> bool | None:
        """Whether the bar is met."""
        return None if self.bar is None else self.value <= self.bar


def rows(figures: Figures) -> list[Row]:
    """Every figure, and the ratios of some, in the order of ``MEANINGS``."""
    known = {**figures, **ratios(figures)}
    order = [
        *(name for name in MEANINGS if name in known),
        *(n for n in known if n not in MEANINGS),
    ]
    return [
        Row(name, size, value, BARS.get(name))
        for name in order
        for size, value in _by_size(known[name])
    ]


def ratios(figures: Figures) -> dict[str, float]:
    """How many times the floor the start takes; and how many times a mark where there is none one
    where there are most, up to 10,000: more is only measured to see where it leads."""
    found: dict[str, float] = {}
    start, floor = figures.get("start_ms"), figures.get("start_floor_ms")
    if isinstance(start, float) and isinstance(floor, float):
        found["start_ms / start_floor_ms"] = start / floor
    adds = figures.get("add_ms")
    if isinstance(adds, Mapping) and len(adds) > 1:
        by_size = sorted((size for size in adds if int(size) <= MOST), key=int)
        found["add_ms last / first"] = adds[by_size[-1]] / adds[by_size[0]]
    return found


def _by_size(figure: float | Mapping[str, float]) -> Iterator[tuple[str, float]]:
    if isinstance(figure, Mapping):
        yield from figure.items()
    else:
        yield "", figure


def lines(figures: Figures) -> Iterator[str]:
    """The table: figure, bar, whether it is met, what it means."""
    said = ""
    for row in rows(figures):
        bar = "" if row.bar is None else f"≤ {row.bar:g}"
        verdict = {None: "", True: "met", False: "MISSED"}[row.met]
        meaning = "" if row.name == said else MEANINGS.get(row.name, "")
        said = row.name
        name = f"{row.name} {row.size}".strip()
        yield f"{name:36} {row.value:9.1f}  {bar:7} {verdict:7} {meaning}".rstrip()


def write(figures: Figures, path: Path) -> None:
    """Keep the figures as JSON, ``{name: number}`` or ``{name: {size: number}}``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
