"""Pages without text say so, and what can be done with them."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.model import Page
from annotator.ui.kit import IconButton
from annotator.ui.pages.scan_hint import ScanHint
from annotator.ui.theme import Theme
from tests.ui.sessions import article_of

SCAN = replace(
    article_of(), id="scan", text="", blocks=(), pages=(Page(0, 0, width=300.0, height=400.0),) * 2
)
TEXT = replace(article_of("Some words."), id="text")


def test_only_pages_without_any_text_say_so(qtbot: QtBot, theme: Theme) -> None:
    hint = ScanHint(theme)
    qtbot.addWidget(hint)
    hint.show_for(SCAN, "A")
    assert hint.text() == (
        "No text on these pages: they are pictures. Press A, or draw with Alt held, to mark an "
        "area."
    )
    assert hint.accessibleName() == hint.text()
    hint.show_for(TEXT, "A")
    assert hint.text() == ""
    hint.show_for(replace(TEXT, pages=(Page(0, len(TEXT.text)),)), "A")
    assert hint.text() == ""
    hint.show_for(SCAN, "")
    assert "Press" not in hint.text()
    hint.show_for(None, "A")
    assert hint.text() == ""


def test_put_away_it_stays_away_for_that_article(qtbot: QtBot, theme: Theme) -> None:
    hint = ScanHint(theme)
    qtbot.addWidget(hint)
    hint.show_for(SCAN, "A")
    cross = hint.findChild(IconButton)
    with qtbot.waitSignal(hint.closed):
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    hint.show_for(SCAN, "A")
    assert hint.text() == ""
    hint.show_for(replace(SCAN, id="another"), "A")
    assert hint.text() != ""


def test_it_is_as_high_as_its_words(qtbot: QtBot, theme: Theme) -> None:
    hint = ScanHint(theme)
    qtbot.addWidget(hint)
    hint.show_for(SCAN, "A")
    assert hint.heightForWidth(260) > hint.heightForWidth(900)
