"""Claims on cards: judged with a reason, known again, one or several, looked over."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.library.claims.claims import Claims
from annotator.library.claims.seen import Seen
from annotator.model import Claim
from annotator.ui.board.ask import AskBox
from annotator.ui.cards.claim_editor import ClaimEditor
from annotator.ui.cards.claim_finder import ClaimFinder
from annotator.ui.cards.fields import GrowingText
from annotator.ui.cards.parts import TextPart, Verb
from annotator.ui.kit import IconButton, LinkButton, VerdictButton
from annotator.ui.theme import Theme
from tests.ui.cards_desk import Desk, click

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PASSAGE = "particulates fell by 38 percent in two years"


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, theme)
    with qtbot.waitExposed(desk.pane):
        desk.pane.show()
    desk.pane.activateWindow()
    yield desk
    desk.close()


def claim_on(desk: Desk, quote: str, **fields: object) -> Claim:
    """A claim of a quote."""
    return desk.session.claim(*desk.place(quote), **fields)


def editor(desk: Desk) -> ClaimEditor:
    """The claim's editor that is open."""
    ((_name, found),) = desk.pane.deck.editing.values()
    assert isinstance(found, ClaimEditor)
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def field(desk: Desk, kind: type[QWidget], name: str) -> QWidget:
    """The field of that accessible name."""
    return next(f for f in editor(desk).findChildren(kind) if f.accessibleName() == name)


def judge(desk: Desk, verdict: str) -> None:
    """Choose a verdict as from the keyboard."""
    box = field(desk, QComboBox, "Verdict")
    box.setFocus()
    box.setCurrentIndex(box.findText(verdict))
    box.activated.emit(box.currentIndex())


def link(desk: Desk, text: str) -> LinkButton:
    """The link of that text that is in sight."""
    links = desk.pane.list.viewport().findChildren(LinkButton)
    return next(b for b in links if b.text() == text and b.isVisible())


def press(button: QWidget) -> None:
    click(button, button.width() // 2, button.height() // 2)


def words(desk: Desk, annotation: str) -> str:
    """All the plain words on a card."""
    parts = desk.pane.list.card(annotation).findChildren(TextPart)
    return "\n".join(part._lines.text for part in parts if part.isVisible())


def stored(desk: Desk, claim: str) -> Claim:
    """A claim as another program sees it."""
    desk.stored()
    return desk.other.claims.get(claim)


# Verdicts


def test_another_verdict_waits_until_somebody_says_why(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE, verdict="True")
    desk.pane.begin_claim(claim.id)
    judge(desk, "False")
    why = focused()
    assert why.accessibleName() == "Why, in one line"
    assert desk.library.claims.get(claim.id).verdict.name == "True"
    QTest.keyClicks(why, "The months differ.")
    QTest.keyClick(why, Qt.Key.Key_Return)
    assert stored(desk, claim.id).verdict.name == "False"
    last = desk.library.claims.trail(claim.id)[-1]
    assert (last.before, last.after, last.why) == ("True", "False", "The months differ.")
    assert not why.isVisible()


def test_a_card_stays_open_while_a_verdict_waits_and_esc_takes_it_back(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE, verdict="True")
    desk.pane.begin_claim(claim.id)
    judge(desk, "False")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert editor(desk)._error.text() == "Say in one line why."
    assert not desk.pane.commit()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert field(desk, QComboBox, "Verdict").currentText() == "True"
    assert desk.pane.commit()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not desk.pane.deck.editing
    assert len(desk.library.claims.trail(claim.id)) == 1


def test_keys_in_a_closed_verdict_write_what_they_stop_at_once(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE)
    desk.pane.begin_claim(claim.id)
    box = field(desk, QComboBox, "Verdict")
    box.setFocus()
    for _step in range(3):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Half true" and focused() is box
    assert stored(desk, claim.id).verdict is None
    QTest.keyClick(box, Qt.Key.Key_Return)
    found = stored(desk, claim.id)
    assert (found.verdict.name, found.status) == ("Half true", "checked")
    assert [step.after for step in desk.library.claims.trail(claim.id)] == ["Half true"]


def test_a_closed_status_is_written_when_it_is_left(desk: Desk, qtbot: QtBot) -> None:
    claim = claim_on(desk, PASSAGE)
    desk.pane.begin_claim(claim.id)
    box = field(desk, QComboBox, "Status")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert stored(desk, claim.id).status == "to check"
    QTest.keyClick(box, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: stored(desk, claim.id).status == "to review")
    assert len(desk.library.claims.trail(claim.id)) == 1


def test_a_verdict_stepped_to_and_left_asks_why(desk: Desk, qtbot: QtBot) -> None:
    claim = claim_on(desk, PASSAGE, verdict="True")
    desk.pane.begin_claim(claim.id)
    box = field(desk, QComboBox, "Verdict")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    why = editor(desk)._why.line
    assert not why.isVisible()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    qtbot.waitUntil(why.isVisible)
    assert stored(desk, claim.id).verdict.name == "True"


def test_a_verdict_chosen_in_the_open_list_is_written_at_once(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE)
    desk.pane.begin_claim(claim.id)
    box = field(desk, QComboBox, "Verdict")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert stored(desk, claim.id).verdict.name == "True"


def test_an_opinion_is_set_aside_with_a_reason(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE)
    desk.pane.begin_claim(claim.id)
    judge(desk, "Opinion")
    QTest.keyClicks(focused(), "A judgement.")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    found = stored(desk, claim.id)
    assert (found.status, found.reasoning) == ("set aside", "A judgement.")
    mark = desk.session.owner_of(claim.id)
    desk.pane.set_current("")
    assert "A judgement." in words(desk, mark)
    assert not [b for b in _links(desk, mark) if b.text() == "+ Add source"]


def _links(desk: Desk, mark: str) -> list[LinkButton]:
    links = desk.pane.list.card(mark).findChildren(LinkButton)
    return [button for button in links if button.isVisible()]


def test_reasoning_that_is_there_is_reason_enough(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE)
    desk.session.update_claim(claim.id, reasoning="It cannot be looked up.")
    desk.pane.begin_claim(claim.id)
    judge(desk, "Not checkable")
    assert stored(desk, claim.id).verdict.name == "Not checkable"


def test_without_scale_a_conclusion_is_written_and_shown_in_full(desk: Desk) -> None:
    scales = desk.library.scales
    scales.choose(next(scale.id for scale in scales.all() if scale.name == "no scale"))
    claim = claim_on(desk, PASSAGE)
    desk.pane.begin_claim(claim.id)
    line = field(desk, GrowingText, "Conclusion")
    line.setFocus()
    QTest.keyClicks(line, "It fell, but over other months.")
    assert not editor(desk)._rest.isActive()
    QTest.keyClick(line, Qt.Key.Key_Return, CTRL)
    assert stored(desk, claim.id).verdict.name == "It fell, but over other months."
    assert "It fell, but over other months." in words(desk, desk.session.owner_of(claim.id))


def test_without_scale_an_outcome_takes_the_place_of_words(desk: Desk) -> None:
    scales = desk.library.scales
    scales.choose(next(scale.id for scale in scales.all() if scale.name == "no scale"))
    claim = claim_on(desk, PASSAGE)
    desk.library.claims.update(claim.id, verdict="It fell.", reasoning="Two tables.")
    desk.pane.begin_claim(claim.id)
    assert field(desk, GrowingText, "Conclusion").toPlainText() == "It fell."
    judge(desk, "Opinion")
    assert field(desk, GrowingText, "Conclusion").toPlainText() == ""
    QTest.keyClicks(focused(), "It is one.")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert stored(desk, claim.id).verdict.name == "Opinion"
    QTest.keyClicks(field(desk, GrowingText, "Conclusion"), "It rose.")
    assert field(desk, QComboBox, "Verdict").currentText() == "In words"


# Fields


def test_more_unfolds_and_stays_so_for_the_next_claim(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE)
    desk.pane.begin_claim(claim.id)
    assert not field(desk, QLineEdit, "Assignee").isVisible()
    before = editor(desk).height()
    press(link(desk, "More: dates, people"))
    assert field(desk, QLineEdit, "Assignee").isVisible()
    assert editor(desk).height() > before
    desk.pane.begin_claim(claim_on(desk, "two faced the road").id)
    assert field(desk, QLineEdit, "Assignee").isVisible()


def test_people_are_named_when_their_field_is_left(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE)
    desk.pane.deck.more_of_claims = True
    desk.pane.begin_claim(claim.id)
    assignee = field(desk, QLineEdit, "Assignee")
    assignee.setFocus()
    QTest.keyClicks(assignee, "Ana Ruiz")
    assert not editor(desk)._rest.isActive()
    QTest.keyClick(assignee, Qt.Key.Key_Return, CTRL)
    assert stored(desk, claim.id).assignee.name == "Ana Ruiz"
    names = [person.name for person in desk.library.claims.people()]
    assert [name for name in names if name.startswith("A")] == ["Ana Ruiz"]


def test_a_day_to_look_again_is_shown_when_it_has_come(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE, verdict="True")
    desk.library.claims.update(claim.id, as_of="2020-05-01", check_again="2020-05-01")
    mark = desk.session.owner_of(claim.id)
    assert "check again: due since 1 May 2020" in words(desk, mark)
    desk.library.claims.update(claim.id, check_again="2120-05-01")
    assert "due" not in words(desk, mark)


def test_what_is_typed_takes_the_place_of_the_passages_words(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE)
    desk.pane.begin_claim(claim.id)
    assert focused().textCursor().selectedText() == PASSAGE
    QTest.keyClicks(focused(), "Dust fell.")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert stored(desk, claim.id).statement == "Dust fell."
    desk.pane.begin_claim(claim.id)
    assert not focused().textCursor().hasSelection()


def test_one_key_saves_a_claim_and_begins_another(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE)
    desk.pane.begin_claim(claim.id)
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "Dust fell.")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL | SHIFT)
    assert isinstance(focused(), GrowingText)
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "It took two years.")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    claims = desk.stored().annotation(desk.session.owner_of(claim.id)).claims
    assert [one.statement for one in claims] == ["Dust fell.", "It took two years."]


def chips(desk: Desk, claim: Claim) -> list[VerdictButton]:
    card = desk.pane.list.card(desk.session.owner_of(claim.id))
    assert card is not None
    return [chip for chip in card.findChildren(VerdictButton) if chip.isVisible()]


def test_a_verdict_is_pressed_to_give_another(desk: Desk) -> None:
    first = claim_on(desk, PASSAGE, verdict="Mostly false")
    second = desk.session.add_claim(desk.session.owner_of(first.id), "Dust fell.")
    desk.pane.set_current(desk.session.owner_of(first.id))
    QApplication.processEvents()
    judged, open_ = chips(desk, first)
    assert judged.accessibleName() == "Verdict: Mostly false"
    assert open_.accessibleName() == "No verdict yet"
    click(open_, 10, 10)
    assert editor(desk).claim_id == second.id
    assert isinstance(focused(), QComboBox) and focused().accessibleName() == "Verdict"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_reach_and_press_the_verdict(desk: Desk, key: Qt.Key) -> None:
    first = claim_on(desk, PASSAGE)
    second = desk.session.add_claim(desk.session.owner_of(first.id), "Dust fell.")
    desk.pane.set_current(desk.session.owner_of(first.id))
    desk.pane.list.setFocus()
    QApplication.processEvents()
    while focused() is not chips(desk, first)[1]:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), key)
    assert editor(desk).claim_id == second.id
    assert focused().accessibleName() == "Verdict"


def test_a_verdict_is_a_button_to_a_screen_reader(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE, verdict="Mostly false")
    desk.pane.set_current(desk.session.owner_of(claim.id))
    (chip,) = chips(desk, claim)
    told = QAccessible.queryAccessibleInterface(chip)
    assert told.role() == QAccessible.Role.Button
    assert told.text(QAccessible.Text.Description) == "Change the verdict"


# Seen before


def test_what_is_known_is_shown_and_takes_the_passage_in(desk: Desk, qtbot: QtBot) -> None:
    known = claim_on(desk, PASSAGE, verdict="Mostly false")
    claim = claim_on(desk, "two faced the road")
    mark = desk.session.owner_of(claim.id)
    desk.pane.begin_claim(claim.id)
    assert not editor(desk)._seen.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "Particulates fell by 38 percent.")
    qtbot.waitUntil(lambda: editor(desk)._seen.isVisible())
    undone = desk.library.can_undo
    press(link(desk, f"Add this passage to {known.label}"))
    assert [one.id for one in desk.stored().annotation(mark).claims] == [known.id]
    assert not desk.pane.deck.editing
    assert desk.library.can_undo != undone
    desk.library.undo()
    assert [one.id for one in desk.session.annotation(mark).claims] == [claim.id]


def test_where_what_was_known_fits_no_longer_no_hole_stays(desk: Desk, qtbot: QtBot) -> None:
    claim_on(desk, PASSAGE, verdict="Mostly false")
    claim = claim_on(desk, "two faced the road")
    desk.pane.begin_claim(claim.id)
    qtbot.waitUntil(lambda: not editor(desk)._seen.looks)
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "Tea.")
    qtbot.waitUntil(lambda: not editor(desk)._seen.looks)
    QApplication.processEvents()
    before = editor(desk).height()
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "Particulates fell by 38 percent.")
    qtbot.waitUntil(lambda: editor(desk)._seen.isVisible())
    QApplication.processEvents()
    assert editor(desk).height() > before
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "Tea.")
    qtbot.waitUntil(lambda: not editor(desk)._seen.isVisible())
    QApplication.processEvents()
    assert editor(desk).height() == before
    assert editor(desk)._seen_row.isHidden()


def test_a_claim_with_findings_is_merged_so_that_nothing_is_lost(
    desk: Desk, qtbot: QtBot
) -> None:  # fmt: skip
    known = claim_on(desk, PASSAGE)
    claim = claim_on(desk, "two faced the road", statement="particulates fell by 38 percent")
    desk.session.attach_source(claim.id, "https://example.org/a")
    desk.pane.begin_claim(claim.id)
    qtbot.waitUntil(lambda: editor(desk)._seen.isVisible())
    press(link(desk, f"Add this passage to {known.label}"))
    assert len(desk.library.claims.get(known.id).evidence) == 1
    assert desk.library.claims.find(claim.label) == known.id


def test_the_claim_itself_and_those_beside_it_are_no_news(desk: Desk, qtbot: QtBot) -> None:
    first = claim_on(desk, PASSAGE)
    second = desk.session.add_claim(desk.session.owner_of(first.id), "Particulates fell.")
    desk.pane.begin_claim(second.id)
    qtbot.waitUntil(lambda: not editor(desk)._seen.looks)
    assert not editor(desk)._seen.isVisible()


def test_one_goes_on_writing_while_it_is_looked_for(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    claim_on(desk, PASSAGE, verdict="Mostly false")
    claim = claim_on(desk, "two faced the road")
    find, written = Claims.seen_before, threading.Event()
    asked: list[str] = []
    in_time: list[bool] = []

    def slowly(claims: Claims, text: str, *more: Any, **named: Any) -> list[Seen]:
        asked.append(text)
        in_time.append(written.wait(3))
        return find(claims, text, *more, **named)

    monkeypatch.setattr(Claims, "seen_before", slowly)
    desk.pane.begin_claim(claim.id)
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "Particulates fell by 38 percent.")
    qtbot.waitUntil(lambda: bool(asked))
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "Tea.")
    written.set()
    qtbot.waitUntil(lambda: not editor(desk)._seen.looks)
    assert all(in_time) and asked[-1] == "Tea."
    assert not editor(desk)._seen.isVisible()


def test_a_form_that_is_closed_while_it_is_looked_for_leaves_one_file(
    desk: Desk, qtbot: QtBot
) -> None:  # fmt: skip
    claim = claim_on(desk, PASSAGE)
    desk.pane.begin_claim(claim.id)
    QTest.keyClicks(focused(), "Particulates fell by 38 percent.")
    looking = editor(desk)._seen
    qtbot.waitUntil(looking._wait.isActive)
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert not looking.looks
    assert "looking for what was seen before" not in [t.name for t in threading.enumerate()]


# One claim in several passages


def finder(desk: Desk) -> ClaimFinder:
    (found,) = desk.pane.findChildren(ClaimFinder)
    return found


def test_merging_says_which_verdict_is_given_up_and_enter_does_it(desk: Desk) -> None:
    into = claim_on(desk, PASSAGE, verdict="Mostly false")
    claim = claim_on(desk, "two faced the road", verdict="True")
    desk.pane.commands.claims.same_as(claim)
    QTest.keyClicks(focused(), into.label)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    words = " ".join(label.text() for label in finder(desk).findChildren(QLabel))
    assert f"stays “Mostly false”; “True”, the one of {claim.label}, is given up" in words
    question = finder(desk)._question
    assert question.height() >= question.heightForWidth(question.width())
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert desk.library.claims.find(claim.label) == into.id


def test_a_passage_is_added_to_a_claim_that_is_looked_for(desk: Desk) -> None:
    known, other = claim_on(desk, PASSAGE), claim_on(desk, "two faced the road")
    mark = desk.mark("published the readings")
    desk.pane.commands.claims.add_passage(mark)
    assert set(finder(desk).ids()) == {known.id, other.id}
    QTest.keyClicks(focused(), known.label)
    assert finder(desk).ids()[0] == known.id
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert [claim.id for claim in desk.stored().annotation(mark).claims] == [known.id]
    desk.pane.set_current(mark)
    assert link(desk, "also in 1 other passage")


def test_other_passages_lead_there_in_other_articles_too(desk: Desk, qtbot: QtBot) -> None:
    page = desk.folder / "other.txt"
    page.write_text("Another report\n\nParticulates fell, it says.\n", encoding="utf-8")
    other = desk.library.session(desk.library.import_file(page).id)
    claim = claim_on(desk, PASSAGE)
    there = desk.library.claims.add_passage_at(claim.id, other.id, 16, 33)
    desk.pane.set_current(desk.session.owner_of(claim.id))
    press(link(desk, "also in 1 other passage"))
    menu = next(m for m in desk.pane.findChildren(QMenu) if m.isVisible())
    (action,) = menu.actions()
    assert "Another report" in action.text()
    with qtbot.waitSignal(desk.pane.place_wanted) as wanted:
        action.trigger()
    menu.close()
    assert wanted.args == [other.id, there]


def test_claims_become_one_after_it_was_said_what_is_kept(desk: Desk) -> None:
    known = claim_on(desk, PASSAGE, verdict="False")
    claim = claim_on(desk, "two faced the road")
    desk.pane.commands.claims.same_as(claim)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert "Its verdict is “False”." in finder(desk)._question.text()
    assert desk.library.claims.find(claim.label) == claim.id
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert desk.library.claims.find(claim.label) == known.id
    desk.library.undo()
    assert desk.library.claims.find(claim.label) == claim.id


def test_a_passage_is_split_off_its_claim(desk: Desk) -> None:
    claim, mark = claim_on(desk, PASSAGE), desk.mark("two faced the road")
    desk.library.claims.add_passage(claim.id, mark)
    desk.pane.commands.claims.split_off(claim, mark)
    (split,) = desk.stored().annotation(mark).claims
    assert split.id != claim.id
    assert editor(desk).claim_id == split.id
    assert focused() is editor(desk).statement


def test_an_attribution_is_split_and_both_say_what_they_ask(desk: Desk) -> None:
    quote = "The council announced that particulates fell by 38 percent in two years."
    claim = claim_on(desk, quote, kind="attribution")
    mark = desk.session.owner_of(claim.id)
    desk.pane.commands.claims.of_mark(mark, desk.pane.commands.claims.split_attribution)
    said, so = desk.session.annotation(mark).claims
    shown = words(desk, mark)
    assert f"{said.label}: that they said it ↔ {so.label}: that it is so" in shown
    assert f"{so.label}: that it is so ↔ {said.label}: that they said it" in shown


def test_each_claim_of_a_passage_has_its_menu(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE)
    mark = desk.session.owner_of(claim.id)
    second = desk.session.add_claim(mark, "It took two years.")
    desk.pane.set_current(mark)
    buttons = desk.pane.list.card(mark).findChildren(IconButton)
    _first, dots = (b for b in buttons if b.accessibleName() == "More" and b.isVisible())
    press(dots)
    menu = next(m for m in desk.pane.findChildren(QMenu) if m.isVisible())
    below = menu.pos() - dots.mapToGlobal(dots.rect().topLeft())
    assert 0 < below.y() < 60
    next(action for action in menu.actions() if action.text() == "Remove claim").trigger()
    menu.close()
    assert [one.id for one in desk.session.annotation(mark).claims] == [claim.id]
    assert second.id not in [row.id for row in desk.library.claims.rows()]


def test_a_screen_reader_says_where_else_a_claim_stands(desk: Desk) -> None:
    claim, mark = claim_on(desk, PASSAGE), desk.mark("two faced the road")
    desk.library.claims.add_passage(claim.id, mark)
    assert "also in 1 other passage" in desk.pane.list.card(mark).accessibleName()


# Review and trail


def test_a_verdict_is_looked_over_from_its_card(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE, verdict="True")
    mark = desk.session.owner_of(claim.id)
    desk.pane.set_current(mark)
    desk.pane.commands.act(Verb.ASK, claim.id)
    QTest.keyClicks(focused(), "Jo Ortiz")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert stored(desk, claim.id).status == "to review"
    assert "reviewer: Jo Ortiz" in words(desk, mark)
    press(link(desk, "Send back…"))
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    (box,) = (box for box in desk.pane.findChildren(AskBox) if box.isVisible())
    assert "Say what is missing" in box._error.text()
    QTest.keyClicks(focused(), "Which months?")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    found = desk.library.claims.get(claim.id)
    assert (found.status, found.comments[0].text) == ("sent back", "Which months?")
    desk.library.claims.ask_for_review(claim.id)
    press(link(desk, "Approve"))
    assert desk.library.claims.get(claim.id).status == "checked"


def test_the_trail_unfolds_when_it_is_asked_for(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE, verdict="True")
    desk.library.claims.update(claim.id, "The months differ.", verdict="False")
    mark = desk.session.owner_of(claim.id)
    desk.pane.set_current(mark)
    assert "True → False" not in words(desk, mark)
    press(link(desk, "Trail"))
    assert "True → False" in words(desk, mark)
    press(link(desk, "Trail"))
    assert "True → False" not in words(desk, mark)


def test_the_meter_says_how_many_origins_there_are(desk: Desk) -> None:
    claim = claim_on(desk, PASSAGE)
    for at in range(3):
        entry = desk.session.attach_source(claim.id, f"https://example.org/{at}")
        if at:
            desk.library.ledger.update(entry.id, origin="the agency")
    assert [one.origins for one in desk.library.claims.load([claim.id])] == [2]
    desk.pane.set_current(desk.session.owner_of(claim.id))
    card = desk.pane.list.card(desk.session.owner_of(claim.id))
    assert "3 entries, 2 origins" in _link_words(card)


def _link_words(card: QWidget) -> list[str]:
    from annotator.ui.cards.links_part import LinksPart

    return [part._words for part in card.findChildren(LinksPart) if part.isVisible()]


def test_heights_are_guessed_about_right(desk: Desk) -> None:
    quote = "The council announced that particulates fell by 38 percent in two years."
    said = claim_on(desk, quote, kind="attribution", claimant="The council")
    aside = claim_on(desk, "two faced the road", statement="Two of them did not.")
    plain = claim_on(desk, "published the readings")
    desk.library.claims.split_attribution(said.id)
    desk.library.claims.update(aside.id, "Nobody can tell.", verdict="Not checkable")
    pane = desk.pane.list
    guess = desk.pane.deck.estimate(desk.pane.theme.px, pane._card_width())
    for claim in (said, aside, plain):
        mark = desk.session.owner_of(claim.id)
        assert abs(guess(mark) - pane.card(mark).height()) <= 24
