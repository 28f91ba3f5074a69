"""What pages without text say over themselves in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator.library import Preferences
from annotator.pdf import PdfFile
from annotator.ui.kit import IconButton
from tests.pdf_making import Sheet, make_pdf
from tests.ui.pages_desk import paged_window, report


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "settings.json")


@pytest.fixture
def open_pdf(tmp_path, qtbot, qapp, preferences):
    return lambda data: paged_window(tmp_path, qtbot, preferences, data)


def scan() -> bytes:
    picture = Sheet()
    picture.raw("0.8 g 100 300 300 200 re f")
    return make_pdf(picture, picture)


def test_a_scan_says_how_an_area_is_marked(open_pdf) -> None:
    with open_pdf(scan()) as window:
        hint = window.reader.pages.hint
        assert hint.isVisible()
        assert "Press A" in hint.text()
        window.opening._set_single_letters(False)
        assert "Press" not in hint.text()
        window.opening._set_single_letters(True)
        QTest.mouseClick(hint.findChild(IconButton), Qt.MouseButton.LeftButton)
        assert not hint.isVisible()
        assert QApplication.focusWidget() is window.reader.view


def test_pages_with_text_say_nothing(open_pdf) -> None:
    with open_pdf(report()) as window:
        assert not window.reader.pages.hint.isVisible()


def test_a_page_without_its_typeface_says_why_it_is_empty(
    open_pdf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PdfFile, "lacks_typeface", lambda _file, page: page == 0)
    with open_pdf(report()) as window:
        pages = window.reader.pages
        hint = pages.typeface_hint
        qtbot.waitUntil(hint.isVisible)
        assert "its typeface is neither in the file nor on this computer" in hint.text()
        assert "All its words are in Text" in hint.text()
        assert "install a typeface" in hint.text()
        pages.go_to_page(2)
        qtbot.waitUntil(lambda: window.reader.view.places.known(2) is not None)
        assert hint.text() == ""
        pages.go_to_page(0)
        assert hint.text() != "" and not pages.hint.isVisible()
        link = next(b for b in hint.findChildren(QPushButton) if b.text() == "Switch to Text")
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        assert not window.reader.paged


def test_put_away_the_word_about_typefaces_stays_away(
    open_pdf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PdfFile, "lacks_typeface", lambda _file, page: page != 1)
    with open_pdf(report()) as window:
        pages = window.reader.pages
        qtbot.waitUntil(pages.typeface_hint.isVisible)
        cross = pages.typeface_hint.findChild(IconButton)
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
        assert QApplication.focusWidget() is window.reader.view
        for page in (1, 2, 0):
            pages.go_to_page(page)
            assert pages.typeface_hint.text() == ""


def test_pages_that_are_seen_say_nothing(open_pdf) -> None:
    with open_pdf(report()) as window:
        assert window.reader.pages.typeface_hint.text() == ""
