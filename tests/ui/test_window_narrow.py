"""Narrow windows: the drawer, one pane at a time, and what is then painted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from annotator.ui.kit import VerdictButton
from tests.ui.test_window import (  # noqa: F401 - fixtures
    article_file,
    open_window,
    place,
    preferences,
    press,
)

WORDS = ("closed for eleven months", "nobody was told why", "counted the months", "without")


@pytest.fixture
def narrow(open_window, article_file):  # noqa: F811
    """A window with four marks, as narrow as asked."""

    def make(width):
        window = open_window(article_file, size=(width, 800))
        for words in WORDS:
            window.desk.session.highlight(*place(window, words))
        QApplication.processEvents()
        return window

    return make


def test_cards_first_shown_in_a_single_pane_are_painted(narrow):
    window = narrow(600)
    window.grab()  # sets the size of what is hidden
    window.actions_.run("view.cards")
    QApplication.processEvents()
    cards = [window.cards.list.card(id) for id in window.desk.session.ids()]
    held = [w for card in cards for w in (card, *card.findChildren(QWidget)) if w.isVisible()]
    assert all(widget.updatesEnabled() for widget in held)


def test_the_drawer_hides_the_article_under_it(narrow):
    window = narrow(1000)
    window.actions_.run("view.cards")
    QApplication.processEvents()
    image = window.cards.mapTo(window, QPoint(0, 0))
    pixel = window.grab().toImage().pixelColor(image + QPoint(4, window.cards.height() - 4))
    assert pixel == QColor(window.theme.colour("chrome"))


def test_what_floats_over_the_text_stays_clear_of_the_drawer(narrow, qtbot):
    window = narrow(1000)
    window.reader.view.setFocus()
    window.reader.set_selection(*place(window, "closed for eleven months"))
    bar, find = window.reader.bar, window.reader.find_bar
    qtbot.waitUntil(bar.isVisible)
    press(window, Qt.Key.Key_F10)
    edge = window.cards.mapTo(window, QPoint(0, 0)).x()
    shown = bar.frame().translated(bar.mapTo(window, QPoint(0, 0)))
    assert shown.right() < edge
    assert shown.left() > 0
    window.reader.view.setFocus()
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert find.mapTo(window, find.rect().topRight()).x() < edge
    window.panes.show_pane("right", False)
    assert find.mapTo(window, find.rect().topRight()).x() > edge


@pytest.mark.parametrize("width", [1000, 700, 600, 560, 500, 470, 420])
def test_nothing_in_the_bar_on_top_is_squeezed(narrow, width):
    window = narrow(width)
    shown = [w for w in window.top.findChildren(QWidget) if w.isVisible()]
    assert all(w.width() >= w.minimumSizeHint().width() for w in shown)
    assert window.top.page.isVisible()


@pytest.mark.parametrize(
    ("width", "scale"), [(1440, 2.5), (1000, 2.0), (700, 2.0), (700, 2.5), (420, 2.5)]
)
def test_nothing_in_the_bar_is_squeezed_at_another_scale(narrow, width, scale):
    window = narrow(width)
    window.viewing.set_scale(scale)
    QApplication.processEvents()
    shown = [w for w in window.top.findChildren(QWidget) if w.isVisible()]
    assert all(w.width() >= w.minimumSizeHint().width() for w in shown)
    assert window.top.menu_button in shown  # what is left out is in the menu


def test_the_pane_that_is_shown_alone_takes_the_focus(narrow):
    window = narrow(600)
    window.reader.view.setFocus()
    for command, pane in (("view.left", window.left), ("view.cards", window.cards)):
        window.actions_.run(command)
        assert pane.isAncestorOf(window.focusWidget())
    window.actions_.run("view.cards")
    assert window.focusWidget() is window.reader.view


def test_a_pane_that_goes_leaves_the_focus_to_the_article(open_window, article_file):  # noqa: F811
    window = open_window(article_file)
    window.left.focus_search()
    window.actions_.run("view.left")
    assert window.focusWidget() is window.reader.view


def test_the_side_panes_grow_with_the_scale(open_window, article_file):  # noqa: F811
    window = open_window(article_file, size=(2400, 900))
    before = window.left.width(), window.cards.width()
    window.viewing.set_scale(1.5)
    QApplication.processEvents()
    after = window.left.width(), window.cards.width()
    assert all(abs(new - 1.5 * old) <= 2 for old, new in zip(before, after, strict=True))
    window.viewing.set_scale(1.0)
    QApplication.processEvents()
    assert (window.left.width(), window.cards.width()) == before


def test_esc_closes_the_drawer_from_the_cards_and_from_the_text(narrow):
    window = narrow(1000)
    window.actions_.run("view.cards")
    window.cards.list.setFocus()
    QTest.keyClick(window.cards.list, Qt.Key.Key_Escape)
    assert not window.panes.is_shown("right")
    assert window.focusWidget() is window.reader.view
    window.actions_.run("view.cards")
    QTest.keyClick(window.reader.view, Qt.Key.Key_Escape)
    assert not window.panes.is_shown("right")


def whole(pane):
    """Whether no label of a pane is cut off."""
    labels = [label for label in pane.findChildren(QLabel) if label.isVisible() and label.text()]
    return all(label.width() >= label.sizeHint().width() for label in labels)


def test_counts_are_whole_where_there_is_no_room_for_the_file(narrow, qtbot):
    window = narrow(420)
    window.desk.session.claim(*place(window, "on Monday"), verdict="True")
    qtbot.waitUntil(lambda: "1 checked" in window.status.text())
    QApplication.processEvents()
    assert whole(window.status)


@pytest.mark.parametrize(("width", "scale"), [(700, 2.0), (700, 2.5), (500, 2.0)])
def test_no_count_is_cut_off_at_any_scale(narrow, qtbot, width, scale):
    window = narrow(width)
    window.desk.session.claim(*place(window, "on Monday"), verdict="True")
    qtbot.waitUntil(lambda: "1 checked" in window.status.text())
    window.viewing.set_scale(scale)
    QApplication.processEvents()
    assert whole(window.status)
    assert "every mark in place" in window.status.text()


def test_the_hint_in_an_empty_library_is_whole(open_window):  # noqa: F811
    window = open_window(size=(420, 500))
    QApplication.processEvents()
    assert whole(window.centre)


def test_panels_fit_into_the_window_at_any_scale(narrow):
    window = narrow(1000)
    window.viewing.set_scale(2.5)
    window.actions_.run("view.typography")
    panel = window.look._panel
    assert window.rect().contains(panel.frame().translated(panel.pos()))
    window.actions_.run("help.shortcuts")
    page = QApplication.activeModalWidget()
    assert page.width() <= window.width()
    assert page.height() <= window.height()
    page.close()


@pytest.mark.parametrize("width", [1090, 1000, 900, 810])
def test_what_is_worked_on_is_not_under_the_drawer(narrow, width):
    window = narrow(width)
    window.reader.view.setFocus()
    window.reader.set_selection(*place(window, "on Monday"))
    QTest.keyClick(window.reader.view, Qt.Key.Key_C)
    QApplication.processEvents()
    edge = window.cards.mapTo(window, QPoint(0, 0)).x()
    corner = window.reader.mapTo(window, QPoint(0, 0))
    for words in (*WORDS, "on Monday"):
        for rect in window.reader.rectangles(*place(window, words)):
            assert rect.translated(corner).right() < edge
    assert window.cards.isVisible()


def test_the_library_comes_back_when_the_drawer_goes(narrow):
    window = narrow(1000)
    shown = window.actions_.action("view.left").isChecked
    window.actions_.run("view.cards")
    assert not window.left.isVisible()
    assert not shown()
    window.actions_.run("view.cards")
    assert window.left.isVisible()
    assert shown()
    window.actions_.run("view.cards")
    window.actions_.run("edit.search")
    assert window.left.isAncestorOf(window.focusWidget())
    assert not window.cards.isVisible()
    assert not window.actions_.action("view.cards").isChecked()


def test_one_goes_through_the_cards_and_writes_on_them_where_they_stand_alone(narrow):
    window = narrow(600)
    session = window.desk.session
    claim = session.add_claim(session.ids()[2])
    window.actions_.run("view.cards")
    window.cards.list.setFocus()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    assert window.desk.current == session.ids()[1]
    assert window.cards.list.hasFocus() and window.cards.isVisible()
    card = window.cards.list.card(session.owner_of(claim.id))
    (verdict,) = (chip for chip in card.findChildren(VerdictButton) if chip.isVisible())
    QTest.mouseClick(verdict, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert QApplication.focusWidget().accessibleName() == "Verdict"
    assert QApplication.focusWidget().isVisible()
    assert window.desk.current == session.owner_of(claim.id)
