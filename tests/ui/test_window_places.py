"""Where one was, and where a search leads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.test_window import (  # noqa: F401 - fixtures
    article_file,
    open_window,
    place,
    preferences,
    press,
    window,
)

PAGE = """<html><head><title>Tides</title></head><body><nav><a href="/x">Zeitgeist column</a></nav>
<article><h1>Tides</h1>{}</article></body></html>"""


@pytest.fixture
def long_page(tmp_path):
    words = " something at some length about water, ebb and flow" * 9
    body = "".join(f"<p>Paragraph {n} says{words}.</p>" for n in range(80))
    file = tmp_path / "tides.html"
    file.write_text(PAGE.format(body), encoding="utf-8")
    return file


@pytest.fixture
def two(window, long_page):  # noqa: F811
    """The bridge and the tides, which are open."""
    window.add_files([long_page])
    return window


def search(window, query):  # noqa: F811
    window.left.focus_search()
    QApplication.focusWidget().selectAll()
    QTest.keyClicks(QApplication.focusWidget(), query)
    press(window, Qt.Key.Key_Return)


def found(window):  # noqa: F811
    hit = window.reader.finding.hit
    return window.desk.session.article.text[slice(*hit)] if hit else ""


def article_of(window, title):  # noqa: F811
    return next(row.id for row in window.desk.library.articles() if row.title == title)


def test_the_place_is_kept_however_one_leaves(two, article_file):  # noqa: F811
    text = two.desk.session.article.text
    two.reader.scroll_to(text.index("Paragraph 60"), align="top")
    before, tides = two.reader.visible_range()[0], two.desk.session.id
    two.add_files([article_file])  # it is there already, and opened
    assert two.desk.session.id != tides
    two.desk.open_article(tides)
    QApplication.processEvents()
    assert abs(two.reader.visible_range()[0] - before) < 200


def test_back_leads_to_the_article_one_came_from(two):
    tides = two.desk.session.id
    two.left.article_chosen.emit(article_of(two, "What the bridge cost"))
    assert two.desk.session.id != tides
    press(two, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert two.desk.session.id == tides


def test_a_search_for_words_that_stand_apart_shows_one_of_them(two):
    search(two, "newsletter footnote")
    assert two.desk.session.article.title == "What the bridge cost"
    assert found(two) == "newsletter"


def test_a_search_for_what_stands_around_the_article_shows_the_whole_page(two):
    search(two, "zeitgeist")
    assert found(two).lower() == "zeitgeist"
    assert two.reader.whole


def test_a_search_that_found_details_asks_for_nothing_in_the_text(two):
    two.desk.library.set_details(two.desk.session.id, site="Quayside Gazette")
    search(two, "quayside")
    assert two.reader.find_bar.isHidden()
    assert not two.reader.whole


def test_cards_begin_with_the_notes_on_the_whole_article(window):  # noqa: F811
    session = window.desk.session
    note = session.page_note("About all of it, at some length.\n\n" * 12)
    for words in ("eleven months", "on Monday", "who counted", "without"):
        session.highlight(*place(window, words), note="One line.\n\n" * 8)
    window.reader.visible_range_changed.emit(*window.reader.visible_range())
    QApplication.processEvents()
    card = window.cards.list.card(note.id)
    assert card is not None
    assert card.y() >= 0


def test_an_empty_library_offers_the_sample_to_the_keyboard(open_window):  # noqa: F811
    empty = open_window()
    assert empty.centre.empty.isAncestorOf(empty.focusWidget())
    QTest.keyClick(empty.focusWidget(), Qt.Key.Key_Space)
    assert empty.desk.session is not None
    empty.actions_.run("article.remove")
    assert empty.centre.empty.isAncestorOf(empty.focusWidget())


def test_what_is_typed_elsewhere_is_not_disturbed_when_an_article_goes(two):
    two.left.focus_search()
    field = two.focusWidget()
    two.actions_.run("article.remove")
    assert two.focusWidget() is field


def test_steps_of_zoom_do_not_add_up(two):
    text = two.desk.session.article.text
    two.reader.scroll_to(text.index("Paragraph 60") + 300, align="top")
    before = two.reader.position()[0]
    for _round in range(4):
        two.actions_.run("view.zoom_in")
    for _round in range(4):
        two.actions_.run("view.zoom_out")
    two.actions_.run("view.zoom_reset")
    assert two.reader.position()[0] == before
