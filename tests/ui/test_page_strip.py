"""The pages of a preview: scrolled, turned, as wide as there is room, drawn only when seen."""

from pathlib import Path

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.pdf import PdfFile
from annotator.ui.dialogs.page_strip import PageStrip
from annotator.ui.theme import Theme

A4 = (595, 842)


def pdf(path: Path, count: int = 5, size: tuple[int, int] = A4) -> Path:
    writer = PdfWriter()
    for _number in range(count):
        writer.add_blank_page(*size)
    writer.write(path)
    return path


@pytest.fixture
def strip(theme: Theme, qtbot: QtBot) -> PageStrip:
    strip = PageStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(500, 400)
    strip.show()
    qtbot.waitExposed(strip)
    yield strip
    strip.close_file()


def white(strip: PageStrip, across: bool) -> int:
    """How many px of the middle row (or column) are paper."""
    image: QImage = strip.viewport().grab().toImage()
    width, height = image.width(), image.height()
    points = (
        [(x, height // 2) for x in range(width)]
        if across
        else [(width // 2, y) for y in range(height)]
    )
    return sum(image.pixelColor(*point).name() == "#ffffff" for point in points)


def test_keys_scroll_through_all_pages(strip: PageStrip, tmp_path: Path, qtbot: QtBot) -> None:
    strip.open(pdf(tmp_path / "a.pdf"))
    seen: list[int] = []
    strip.page_changed.connect(seen.append)
    strip.setFocus()
    for _press in range(20):
        qtbot.keyClick(strip, Qt.Key.Key_PageDown)
    assert seen == [1, 2, 3, 4]
    assert strip.verticalScrollBar().value() == strip.verticalScrollBar().maximum()


def test_turning_stops_at_both_ends(strip: PageStrip, tmp_path: Path) -> None:
    strip.open(pdf(tmp_path / "a.pdf", 3))
    strip.go_to(9)
    assert strip.page == 2
    strip.go_to(-1)
    assert strip.page == 0
    assert strip.verticalScrollBar().value() == 0


def test_a_page_is_as_wide_as_there_is_room_or_seen_as_a_whole(
    strip: PageStrip, tmp_path: Path
) -> None:
    strip.open(pdf(tmp_path / "a.pdf", 3))
    assert strip.viewport().width() - white(strip, across=True) < 40
    assert white(strip, across=False) > strip.viewport().height() - 20  # it goes on below
    strip.set_whole(True)
    high = white(strip, across=False)
    assert strip.viewport().height() - 40 < high < strip.viewport().height() - 20
    assert white(strip, across=True) == pytest.approx(high * A4[0] / A4[1], abs=3)


def test_a_wide_slide_stays_within_the_width(strip: PageStrip, tmp_path: Path) -> None:
    strip.set_whole(True)
    strip.open(pdf(tmp_path / "a.pdf", 2, (1600, 200)))
    assert white(strip, across=False) < strip.viewport().height() / 2
    image = strip.viewport().grab().toImage()
    assert image.pixelColor(5, 40).name() != "#ffffff"
    assert image.pixelColor(image.width() - 5, 40).name() != "#ffffff"


def test_only_what_is_seen_is_drawn_and_not_twice(
    strip: PageStrip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    render = PdfFile.render
    monkeypatch.setattr(PdfFile, "render", lambda self, *how: drawn.append(1) or render(self, *how))
    strip.open(pdf(tmp_path / "a.pdf", 400))
    strip.grab()
    strip.grab()
    assert len(drawn) == 1
    strip.go_to(300)
    strip.grab()
    assert len(drawn) < 4


def test_the_place_is_kept_when_the_room_changes(strip: PageStrip, tmp_path: Path) -> None:
    strip.open(pdf(tmp_path / "a.pdf"))
    strip.go_to(3)
    strip.resize(800, 500)
    assert strip.page == 3
    strip.theme.set_scale(2.0)
    assert strip.page == 3
    strip.theme.set_scale(1.0)


def test_who_is_at_it_sees_so(strip: PageStrip, tmp_path: Path, qtbot: QtBot) -> None:
    strip.open(pdf(tmp_path / "a.pdf"))
    strip.clearFocus()
    without = strip.grab().toImage()
    strip.setFocus()
    qtbot.waitUntil(strip.hasFocus)
    assert strip.grab().toImage() != without


def test_nothing_is_shown_of_a_file_let_go_of(strip: PageStrip, tmp_path: Path) -> None:
    file = pdf(tmp_path / "a.pdf")
    strip.open(file)
    strip.close_file()
    file.unlink()
    strip.resize(300, 300)
    assert strip.pages == 0
    assert white(strip, across=False) == 0
    assert strip.verticalScrollBar().maximum() == 0
