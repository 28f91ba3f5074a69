"""Bookmarks of a PDF: in the outline, in the palette, and where they lead."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.library import Preferences
from tests.pdf_making import Sheet, make_pdf
from tests.ui.pages_desk import paged_window, place
from tests.ui.shelf_desk import click_row


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "settings.json")


def bookmarked() -> bytes:
    """Six pages, the fourth and fifth without text."""
    sheets = [Sheet() for _ in range(6)]
    for number in (0, 1, 2, 5):
        sheets[number].text(72, 720, f"Chapter {number + 1}", size=24, font="bold")
        sheets[number].lines(72, 680, [f"Words of chapter {number + 1}.", "And more of them."])
    for number in (3, 4):
        sheets[number].raw("0.8 g 100 300 300 200 re f")
    marks = [
        ("Part one", 1, 0), ("Chapter 2", 2, 1), ("First map", 1, 3), ("Second map", 1, 4),
        ("Third chapter", 1, 2),
    ]  # fmt: skip
    return make_pdf(*sheets, outline=marks)


@pytest.fixture
def window(tmp_path, qtbot, qapp, preferences):
    with paged_window(tmp_path, qtbot, preferences, bookmarked()) as window:
        yield window


def outline(window):
    model = window.left.section_model
    entries = [model.entry(row) for row in range(model.rowCount())]
    return [entry for entry in entries if entry.kind == "heading"]


def current(window):
    return [entry.text for entry in outline(window) if entry.current]


def counts(window):
    return {entry.text: entry.count for entry in outline(window)}


def test_bookmarks_are_the_outline_and_lead_to_their_words(window) -> None:
    texts = [(entry.text, entry.depth) for entry in outline(window)]
    assert texts[:3] == [("Part one", 0), ("Chapter 2", 1), ("First map", 0)]
    click_row(window.left.sections, "Third chapter")
    view = window.reader.view
    assert view.page == 2
    page = window.desk.session.article.pages[2]
    assert page.start <= view.caret() < page.end
    assert current(window) == ["Third chapter"]


def test_a_bookmark_to_a_page_without_text_leads_to_the_page_and_back(window) -> None:
    click_row(window.left.sections, "Second map")
    view = window.reader.view
    assert view.page == 4
    assert current(window) == ["Second map"]
    click_row(window.left.sections, "First map")
    assert view.page == 3
    assert current(window) == ["First map"]
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.page == 4


def test_the_current_bookmark_follows_the_pages(window) -> None:
    window.reader.view.scroll_to_page(1)
    assert current(window) == ["Chapter 2"]
    window.reader.view.scroll_to_page(3)
    assert current(window) == ["First map"]
    window.paging.show_text(True)
    window.reader.scroll_to(place(window, "Chapter 2")[0], "top")
    assert current(window)[0] in ("Chapter 2", "Part one")


def test_marks_are_counted_under_their_bookmarks_whatever_the_order(window, qtbot) -> None:
    session = window.desk.session
    session.highlight(*place(window, "Words of chapter 3"))
    session.mark_area(4, (100, 300, 100, 100))
    session.mark_area(4, (100, 450, 100, 100))
    qtbot.waitUntil(lambda: counts(window)["Second map"] == 2)
    assert counts(window)["Third chapter"] == 1
    assert counts(window)["First map"] == 0


def test_the_palette_offers_bookmarks(window) -> None:
    QTest.keyClick(window.reader.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.opening._palette
    QTest.keyClicks(palette.field.edit, "second map")
    QTest.keyClick(palette.field.edit, Qt.Key.Key_Return)
    assert window.reader.view.page == 4
