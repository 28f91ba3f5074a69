"""What pages without text say over themselves in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.library import Preferences
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
