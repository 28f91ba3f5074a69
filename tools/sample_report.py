"""Sets the sample report, ``resources/samples/port-air-annex.pdf``: two columns, a chart, a table.

Run with QT_QPA_PLATFORM=offscreen when its words, beside this file, have changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)

from annotator.app import make_application
from annotator.typesetting.fonts import load_fonts

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "samples" / "port-air-annex.pdf"
TITLE = "Air at the port, 2023 to 2025"
UNDER_TITLE = "Technical annex to the annual report · Port authority, 14 March 2026"
MARGIN, GUTTER, TOP, FOOT = 56.0, 22.0, 84.0, 64.0
BODY, LEADING = 10.0, 14.0
INK, QUIET, BLUE, SAND = QColor("#1f2328"), QColor("#5a5f66"), QColor("#2a5684"), QColor("#c9b27c")

WORDS = Path(__file__).with_suffix(".txt")
STATIONS = (
    ("Eastern quay, water (9)", "29.8", "24.4", "−18 %"),
    ("Eastern quay, road (2)", "38.6", "23.3", "−40 %"),
    ("Western mole (6)", "27.9", "22.6", "−19 %"),
    ("Whole port (17)", "30.0", "23.7", "−21 %"),
)
MONTHS = ((0, 15), (0, 14), (14, 13), (12, 11), (10, 10), (9, 9),
          (9, 8), (9, 9), (10, 9), (12, 11), (14, 12), (16, 14))  # fmt: skip


@dataclass
class Place:
    """Where the next line goes."""

    page: int = 1
    column: int = 0
    y: float = 0.0


class Report:
    """Sets the words into the columns of a writer's pages; measures in points."""

    def __init__(self, writer: QPdfWriter, painter: QPainter) -> None:
        self._writer, self._painter = writer, painter
        self._width, self._height = 595.0, 842.0
        self._column = (self._width - 2 * MARGIN - GUTTER) / 2
        self._place = Place()

    def set(self) -> None:
        """The whole report."""
        self._head_of_report()
        for kind, words in pieces():
            if kind == "heading":
                self._need(60)
                self._lines(words, font(11.5, 650), LEADING + 1, before=8)
            elif kind == "paragraph":
                self._lines(words, font(BODY), LEADING, before=3)
            elif words == "table":
                self._table()
            else:
                self._chart()
        self._furniture()

    def _head_of_report(self) -> None:
        self._text(MARGIN, 98, TITLE, font(23, 650), INK)
        self._text(MARGIN, 120, UNDER_TITLE, font(10.5), QUIET)
        self._rule(132)
        self._place = Place(1, 0, 146)

    def _lines(self, words: str, face: QFont, leading: float, before: float) -> None:
        self._place.y += before
        layout = QTextLayout(words, face, self._writer)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._column)
        layout.endLayout()
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            part = words[line.textStart() : line.textStart() + line.textLength()].rstrip()
            self._need(leading)
            self._place.y += leading
            self._text(self._left(), self._place.y, part, face, INK)

    def _left(self) -> float:
        return MARGIN + self._place.column * (self._column + GUTTER)

    def _need(self, height: float) -> None:
        """Go on in the next column where there is no room."""
        place = self._place
        if place.y + height <= self._height - FOOT:
            return
        if place.column == 0:
            place.column, place.y = 1, 146.0 if place.page == 1 else TOP
        else:
            self._furniture()
            self._writer.newPage()
            self._place = Place(place.page + 1, 0, TOP)

    def _furniture(self) -> None:
        if self._place.page > 1:
            self._text(MARGIN, 52, f"{TITLE} · Port authority", font(8.5), QUIET)
            self._rule(60)
        self._text(self._width / 2 - 3, self._height - 34, str(self._place.page), font(9), QUIET)

    def _table(self) -> None:
        self._need(40 + 15 * len(STATIONS))
        self._lines(
            "Table 1. Means by place (instruments), same months, µg/m³", font(9, 550), 13, 6
        )
        widths = (0.0, 0.54, 0.7, 0.85)
        for row in (("Place", "2023", "2025", "change"), *STATIONS):
            self._place.y += 15
            for share, cell in zip(widths, row, strict=True):
                face = font(9, 550 if row[0] == "Place" else 400)
                self._text(self._left() + share * self._column, self._place.y, cell, face, INK)
            self._rule(self._place.y + 4, self._left(), self._column)
        self._place.y += 8

    def _chart(self) -> None:
        height = 120.0
        self._need(height + 50)
        self._place.y += 8
        left, bottom = self._left(), self._place.y + height
        step = self._column / len(MONTHS)
        for month, (before, after) in enumerate(MONTHS):
            for at, (value, colour) in enumerate(((before, SAND), (after, BLUE))):
                bar = QRectF(left + month * step + 2 + at * (step / 2 - 2),
                             bottom - value * 6, step / 2 - 2, value * 6)  # fmt: skip
                self._painter.fillRect(bar, colour)
            letter = "JFMAMJJASOND"[month]
            self._text(left + month * step + 4, bottom + 10, letter, font(7.5), QUIET)
        self._rule(bottom, left, self._column)
        self._place.y = bottom + 14
        self._lines("Figure 1. Eastern quay by month: 2023 light, 2025 dark", font(9, 550), 13, 2)

    def _text(self, x: float, y: float, words: str, face: QFont, colour: QColor) -> None:
        self._painter.setFont(face)
        self._painter.setPen(colour)
        self._painter.drawText(QPointF(x, y), words)

    def _rule(self, y: float, left: float = MARGIN, width: float | None = None) -> None:
        self._painter.setPen(QPen(QColor("#b8b2a6"), 0.5))
        right = left + (self._width - 2 * MARGIN if width is None else width)
        self._painter.drawLine(QPointF(left, y), QPointF(right, y))


def font(size: float, weight: int = 400) -> QFont:
    """The reading font at so many points of the page."""
    made = QFont("Source Serif 4")
    made.setPointSizeF(size)
    made.setVariableAxis(QFont.Tag("wght"), float(weight))
    for feature in ("liga", "clig"):
        made.setFeature(QFont.Tag(feature), 0)  # or no search finds "officials"
    return made


def pieces() -> Iterator[tuple[str, str]]:
    """(heading | paragraph | set piece, words) of the report in order."""
    for piece in WORDS.read_text(encoding="utf-8").strip().split("\n\n"):
        line = " ".join(piece.split())
        if line.startswith("# "):
            yield "heading", line[2:]
        elif line.startswith("= "):
            yield "piece", line[2:]
        else:
            yield "paragraph", line


def main() -> None:
    """Write the file."""
    app = make_application([])
    load_fonts()
    writer = QPdfWriter(str(TARGET))
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4),
                                     QPageLayout.Orientation.Portrait, QMarginsF()))  # fmt: skip
    writer.setResolution(72)
    writer.setTitle(TITLE)
    painter = QPainter(writer)
    Report(writer, painter).set()
    painter.end()
    print(TARGET.relative_to(ROOT), TARGET.stat().st_size)
    app.quit()


if __name__ == "__main__":
    main()
