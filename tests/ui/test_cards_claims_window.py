"""Taking an article apart in the window: several claims on a passage, one claim on several."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.ui.cards.claim_finder import ClaimFinder
from annotator.ui.kit import LinkButton
from tests.ui.test_window import (  # noqa: F401 - fixtures
    article_file,
    open_window,
    place,
    preferences,
)
from tests.ui.test_window_rooms import settle

KEY, MODIFIER = Qt.Key, Qt.KeyboardModifier
OTHER = """What was said

The bridge was closed for eleven months, a report says. The city never confirmed it.
"""


@pytest.fixture
def window(open_window, article_file, tmp_path):  # noqa: F811
    """The article open, another one in the library."""
    window = open_window(article_file)
    settle()
    other = tmp_path / "other.txt"
    other.write_text(OTHER, encoding="utf-8")
    window.desk.library.import_file(other)
    settle()
    return window


def press(key, modifiers=MODIFIER.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    settle()


def write(text):
    """In place of what stands in the field."""
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_A, MODIFIER.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), text)


def select(window, words):
    window.reader.view.setFocus()
    window.reader.set_selection(*place(window, words))
    settle()


def claims(window):
    current = window.desk.session.annotation(window.desk.current)
    return [claim.statement for claim in current.claims]


def other_article(window):
    return next(r.id for r in window.desk.library.articles() if r.id != window.desk.session.id)


def test_four_claims_of_one_sentence_by_keys_alone(window):
    select(window, "The bridge was closed for eleven months, the city said on Monday")
    press(KEY.Key_C)
    write("The bridge was closed.")
    press(KEY.Key_Return, MODIFIER.ControlModifier | MODIFIER.ShiftModifier)
    # The passage's words are offered and marked: what is typed takes their place.
    QTest.keyClicks(QApplication.focusWidget(), "It took eleven months.")
    press(KEY.Key_Return, MODIFIER.ControlModifier | MODIFIER.ShiftModifier)
    QTest.keyClicks(QApplication.focusWidget(), "The city said so.")
    press(KEY.Key_Return, MODIFIER.ControlModifier)
    press(KEY.Key_C)  # in the list of cards, too
    QTest.keyClicks(QApplication.focusWidget(), "It said so on Monday.")
    press(KEY.Key_Return, MODIFIER.ControlModifier)
    assert claims(window) == [
        "The bridge was closed.", "It took eleven months.", "The city said so.",
        "It said so on Monday.",
    ]  # fmt: skip


def test_a_selection_is_added_to_a_claim_and_marked_only_then(window):
    select(window, "closed for eleven months")
    press(KEY.Key_C)
    write("The bridge was closed for eleven months.")
    press(KEY.Key_Return, MODIFIER.ControlModifier)
    select(window, "counted the months")
    press(KEY.Key_C, MODIFIER.ShiftModifier)
    assert len(window.desk.session.annotations()) == 1
    QTest.keyClicks(QApplication.focusWidget(), "1")
    press(KEY.Key_Return)
    first, second = window.desk.session.annotations()
    assert first.claims == second.claims
    assert window.desk.current == second.id
    assert window.reader.selection() is None
    assert not [finder for finder in window.findChildren(ClaimFinder) if finder.isVisible()]
    press(KEY.Key_Z, MODIFIER.ControlModifier)
    assert len(window.desk.session.annotations()) == 1


def test_from_a_card_to_its_other_passage_in_another_article(window):
    select(window, "closed for eleven months")
    press(KEY.Key_C)
    press(KEY.Key_Return, MODIFIER.ControlModifier)
    (claim,) = window.desk.session.annotation(window.desk.current).claims
    other = other_article(window)
    there = window.desk.library.claims.add_passage_at(claim.id, other, 15, 54)
    settle()
    links = window.cards.findChildren(LinkButton)
    next(b for b in links if b.text() == "also in 1 other passage" and b.isVisible()).click()
    settle()
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    settle()
    assert window.desk.session.id == other
    assert window.desk.current == there
    window.actions_.run("go.back")
    settle()
    assert window.desk.session.id != other


def test_a_claim_on_a_card_is_shown_on_the_board(window):
    select(window, "closed for eleven months")
    press(KEY.Key_C)
    press(KEY.Key_Return, MODIFIER.ControlModifier)
    (claim,) = window.desk.session.annotation(window.desk.current).claims
    window.cards.commands.claims.board_wanted.emit(claim.id)
    settle()
    assert window.faces.current == "claims"


def test_an_attribution_is_split_by_its_key(window):
    select(window, "The bridge was closed for eleven months, the city said on Monday")
    press(KEY.Key_C)
    press(KEY.Key_Return, MODIFIER.ControlModifier)
    press(KEY.Key_Escape)
    assert window.reader.view.hasFocus()
    press(KEY.Key_X, MODIFIER.ShiftModifier)
    said, so = window.desk.session.annotation(window.desk.current).claims
    assert so.attribution == said.id
    press(KEY.Key_Z, MODIFIER.ControlModifier)
    assert len(claims(window)) == 1


def test_of_several_claims_is_asked_which_one_is_meant(window):
    select(window, "closed for eleven months")
    press(KEY.Key_C)
    press(KEY.Key_Return, MODIFIER.ControlModifier | MODIFIER.ShiftModifier)
    QTest.keyClicks(QApplication.focusWidget(), "The city said it took eleven months.")
    press(KEY.Key_Return, MODIFIER.ControlModifier)
    press(KEY.Key_Escape)
    press(KEY.Key_X, MODIFIER.ShiftModifier)
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    assert [action.text()[:2] for action in menu.actions()] == ["C1", "C2"]
    menu.actions()[1].trigger()
    menu.close()
    settle()
    (so,) = (c for c in window.desk.session.annotation(window.desk.current).claims if c.attribution)
    assert window.desk.library.claims.get(so.attribution).label == "C2"


def test_what_can_be_done_with_a_claim_stands_in_its_cards_menu(window):
    select(window, "closed for eleven months")
    press(KEY.Key_C)
    press(KEY.Key_Return, MODIFIER.ControlModifier)
    (claim,) = window.desk.session.annotation(window.desk.current).claims
    window.desk.library.claims.update(claim.id, verdict="True")
    settle()
    window.cards.commands.act("menu", window.desk.current)
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    below = next(a.menu() for a in menu.actions() if a.text() == "Claim C1")
    said = [action.text() for action in below.actions() if action.text()]
    menu.close()
    assert said == [
        "Edit claim", "Add source", "Ask for review…", "Same claim as…",
        "Split into attribution and fact", "Show on the board", "Remove claim",
    ]  # fmt: skip


def test_what_is_asked_at_a_card_goes_with_it(window):
    select(window, "closed for eleven months")
    press(KEY.Key_C)
    press(KEY.Key_Return, MODIFIER.ControlModifier)
    press(KEY.Key_M, MODIFIER.ShiftModifier)
    assert [finder for finder in window.findChildren(ClaimFinder) if finder.isVisible()]
    press(KEY.Key_F7)
    assert window.faces.current == "claims"
    assert not [finder for finder in window.findChildren(ClaimFinder) if finder.isVisible()]
    assert window.faces.centre.isAncestorOf(QApplication.focusWidget())
