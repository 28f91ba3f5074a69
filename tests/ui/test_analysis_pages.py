"""Tints on pages: beneath the marks, on the letters' own lines, kept between pages and text."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from annotator.library import Preferences
from tests.ui.pages_desk import paged_window, place, report

SENTENCE = "The bridge was closed for eleven months"


@pytest.fixture
def preferences(tmp_path):
    preferences = Preferences(tmp_path / "settings.json")
    preferences.set("scheme", "light")
    return preferences


@pytest.fixture
def window(tmp_path, qtbot, qapp, preferences):
    with paged_window(tmp_path, qtbot, preferences, report()) as window:
        window.reader.setFocus()
        yield window


def looks(window):
    return [tint.look for tint in window.reader.view.tints.between(*place(window, SENTENCE))]


def switch_on(window, qtbot, key):
    QTest.keyClick(window.reader.view, key)
    qtbot.waitUntil(lambda: bool(looks(window)))


def colours(window):
    """The colours where the sentence begins."""
    view, (start, _end) = window.reader.view, place(window, SENTENCE)
    rect = view.places.sure_rectangles(start, start + 3)[0].translated(-QPointF(view.scrolled))
    image = view.viewport().grab(rect.toRect()).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(*at).name() for at in points}


def test_pages_are_tinted_and_stay_legible(window, qtbot):
    view = window.reader.view
    tile = view.tiles(0)[0]
    qtbot.waitUntil(lambda: view.pictures.get(tile) is not None)
    plain = colours(window)
    switch_on(window, qtbot, Qt.Key.Key_V)
    tinted = colours(window)
    assert "#ffffff" in plain and "#ffffff" not in tinted
    assert min(tinted) <= min(plain)  # the ink is as dark as it was


def test_tints_stay_between_pages_and_text(window, qtbot):
    switch_on(window, qtbot, Qt.Key.Key_V)
    on_pages = looks(window)
    window.actions_.run("view.page_text")
    assert not window.reader.paged and looks(window) == on_pages
    window.actions_.run("view.page_text")
    assert window.reader.paged and looks(window) == on_pages
    QTest.keyClick(window.reader.view, Qt.Key.Key_V)
    assert looks(window) == []


def test_a_suggestion_is_gone_to_and_claimed_on_its_page(window, qtbot):
    switch_on(window, qtbot, Qt.Key.Key_W)
    QTest.keyClick(window.reader.view, Qt.Key.Key_L)
    at = window.reader.view.tints.outlined
    assert at is not None
    QTest.keyClick(window.reader.view, Qt.Key.Key_Y)
    (mark,) = window.desk.session.annotations()
    assert (mark.target.selectors.start, mark.target.selectors.end) == at
    assert mark.target.page == 1 and mark.target.quads and len(mark.claims) == 1


def test_where_a_page_is_highlighted_the_mark_alone_is_its_ground(window, qtbot):
    view = window.reader.view
    tile = view.tiles(0)[0]
    qtbot.waitUntil(lambda: view.pictures.get(tile) is not None)
    start, end = place(window, SENTENCE)
    window.desk.session.highlight(start, start + 10)
    window.desk.set_current("")
    marked = colours(window)
    rest = view.places.sure_rectangles(end - 3, end)[0].translated(-QPointF(view.scrolled))
    plain = view.viewport().grab(rest.toRect()).toImage().pixelColor(0, 0)
    switch_on(window, qtbot, Qt.Key.Key_V)
    tinted = view.viewport().grab(rest.toRect()).toImage().pixelColor(0, 0)
    assert plain != tinted
    assert colours(window) == marked
