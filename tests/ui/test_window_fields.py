"""Where one types on the cards: in sight from the first key on, and no key goes astray."""

import time

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from tests.ui.test_window import (  # noqa: F401 - fixtures
    article_file,
    open_window,
    place,
    preferences,
    press,
    rows,
)

FIELDS = {"note": Qt.Key.Key_N, "claim": Qt.Key.Key_C, "tag": Qt.Key.Key_T, "source": Qt.Key.Key_S}


def settle():
    for _turn in range(12):
        QApplication.processEvents()
        time.sleep(0.005)


def begin(window, key, words="eleven months"):
    """Select words and press the key of a field."""
    settle()
    window.reader.view.setFocus()
    window.reader.set_selection(*place(window, words))
    QTest.keyClick(window.reader.view, key)
    settle()


def in_sight(window, field):
    """Whether all of a field can be seen in the window."""
    place = QRect(field.mapTo(window, QPoint()), field.size())
    return field.visibleRegion().boundingRect().size() == field.size() and (
        window.rect().contains(place)
    )


def crowd(window):
    """Cards before and after the one that is worked on, so that it does not stand at the top."""
    text = window.desk.session.article.text
    for start in [*range(0, 120, 8), *range(len(text) - 80, len(text) - 8, 8)]:
        window.desk.session.highlight(start, start + 3, note="A note of a few words.")
    settle()


@pytest.mark.parametrize("key", FIELDS.values(), ids=FIELDS)
@pytest.mark.parametrize(
    ("size", "scale"), [((700, 420), 1.0), ((1440, 600), 2.0), ((1440, 640), 2.5), ((1000, 330), 1)]
)
def test_the_field_of_the_first_key_is_in_sight(open_window, article_file, size, scale, key):  # noqa: F811
    window = open_window(article_file, size=size)
    window.viewing.set_scale(scale)
    crowd(window)
    begin(window, key)
    assert window.cards.isAncestorOf(QApplication.focusWidget())
    assert in_sight(window, QApplication.focusWidget())
    QTest.keyClicks(QApplication.focusWidget(), "a.org")
    settle()
    assert in_sight(window, QApplication.focusWidget())


def test_tab_brings_each_field_into_sight(open_window, article_file):  # noqa: F811
    window = open_window(article_file, size=(1440, 320))
    crowd(window)
    begin(window, Qt.Key.Key_C)
    seen = []
    for _field in range(6):
        field = QApplication.focusWidget()
        seen.append(field)
        assert in_sight(window, field), field.accessibleName()
        QTest.keyClick(field, Qt.Key.Key_Tab)
        settle()
    assert len(set(seen)) == 6


def test_enter_in_a_link_adds_the_source_and_opens_nothing_else(open_window, article_file):  # noqa: F811
    window = open_window(article_file)
    begin(window, Qt.Key.Key_C)
    press(window, Qt.Key.Key_Escape)
    begin(window, Qt.Key.Key_S)
    QTest.keyClicks(QApplication.focusWidget(), "example.org/minutes")
    press(window, Qt.Key.Key_Return)
    settle()
    assert rows(window, "SELECT url FROM sources") == [("https://example.org/minutes",)]
    assert not window.cards.deck.editing
    assert QApplication.focusWidget() is window.reader.view


def test_keys_that_a_field_has_no_use_for_do_nothing_to_the_card(open_window, article_file):  # noqa: F811
    window = open_window(article_file)
    mark = window.desk.session.claim(*place(window), "It was shut.")
    other = window.desk.session.highlight(*place(window, "without"))
    window.cards.begin_claim(mark.id)
    settle()
    (editor,) = (editor for _name, editor in window.cards.deck.editing.values())
    by_name = {w.accessibleName(): w for w in editor.findChildren(QComboBox)}
    lines = {w.accessibleName(): w for w in editor.findChildren(QLineEdit)}
    QTest.keyClick(by_name["Verdict"], Qt.Key.Key_Delete)
    assert window.desk.session.has(window.desk.session.owner_of(mark.id))
    lines["Said by"].setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(lines["Said by"], key)
        assert QApplication.focusWidget() is lines["Said by"]
        assert window.cards.current() != other.id


def test_esc_leaves_no_tag_of_half_a_word(open_window, article_file):  # noqa: F811
    window = open_window(article_file)
    begin(window, Qt.Key.Key_T)
    QTest.keyClicks(QApplication.focusWidget(), "whole")
    press(window, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "money/")
    press(window, Qt.Key.Key_Escape)
    settle()
    assert not window.cards.deck.editing
    (note,) = window.desk.session.annotations()
    assert note.tags == ("whole",)


def test_ctrl_enter_keeps_the_tag_that_was_typed(open_window, article_file):  # noqa: F811
    window = open_window(article_file)
    begin(window, Qt.Key.Key_T)
    QTest.keyClicks(QApplication.focusWidget(), "money")
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    (note,) = window.desk.session.annotations()
    assert note.tags == ("money",)
