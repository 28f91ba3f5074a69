"""Writing on cards: what is typed is in the library, and nothing of it is ever lost."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.errors import LibraryBusy
from annotator.ui.cards import editor as editors
from annotator.ui.cards.fields import GrowingText
from annotator.ui.kit import IconButton, LinkButton
from annotator.ui.theme import Theme
from tests.ui.cards_desk import Desk, click

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, theme)
    with qtbot.waitExposed(desk.pane):
        desk.pane.show()
    desk.pane.activateWindow()
    yield desk
    desk.close()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def field(desk: Desk, kind: type[QWidget], name: str) -> QWidget:
    """The field of that accessible name in the open editor."""
    for _name, editor in desk.pane.deck.editing.values():
        for widget in editor.findChildren(kind):
            if widget.accessibleName() == name:
                return widget
    raise AssertionError(name)


def link(desk: Desk, text: str) -> LinkButton:
    """The link of that text on a card in sight."""
    for button in desk.pane.list.viewport().findChildren(LinkButton):
        if button.text() == text and button.isVisible():
            return button
    raise AssertionError(text)


def press(button: QWidget) -> None:
    click(button, button.width() // 2, button.height() // 2)


def operations(desk: Desk) -> int:
    """How many commands the library has seen."""
    with sqlite3.connect(desk.library.path) as file:
        (count,) = file.execute("SELECT count(DISTINCT batch) FROM history").fetchone()
    file.close()
    return int(count)


def test_a_note_is_typed_and_kept(desk: Desk) -> None:
    id = desk.mark("The council")
    desk.pane.set_current(id)
    desk.pane.list.setFocus()
    QTest.keyClick(desk.pane.list, Qt.Key.Key_Return)
    assert isinstance(focused(), GrowingText)
    before = operations(desk)
    QTest.keyClicks(focused(), "Who **counted**?")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert desk.stored().annotation(id).note == "Who **counted**?"
    assert operations(desk) == before + 1
    assert not desk.pane.deck.editing
    assert focused() is desk.pane.list


def test_a_note_is_kept_when_typing_rests(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editors, "REST_MS", 30)
    id = desk.mark("The council")
    desk.pane.begin_note(id)
    QTest.keyClicks(focused(), "abc")
    assert desk.session.annotation(id).note == ""
    qtbot.waitUntil(lambda: desk.session.annotation(id).note == "abc")
    assert isinstance(focused(), GrowingText)
    QTest.keyClicks(focused(), "def")
    assert focused().toPlainText() == "abcdef"
    assert desk.pane.commit()
    assert desk.stored().annotation(id).note == "abcdef"


def test_a_note_is_kept_when_another_card_is_chosen(desk: Desk) -> None:
    first, second = desk.mark("The council"), desk.mark("the road", note="other")
    desk.pane.begin_note(first)
    QTest.keyClicks(focused(), "typed")
    card = desk.pane.list.card(second)
    click(card, 60, 15)
    assert desk.pane.current() == second
    assert desk.stored().annotation(first).note == "typed"
    assert not desk.pane.deck.editing


def test_another_article_keeps_what_was_typed(desk: Desk) -> None:
    id = desk.mark("The council")
    desk.pane.begin_note(id)
    QTest.keyClicks(focused(), "typed")
    desk.pane.set_session(None)
    assert desk.stored().annotation(id).note == "typed"


def test_the_field_undoes_first_then_the_library(desk: Desk) -> None:
    id = desk.mark("The council", note="one")
    desk.pane.begin_note(id)
    text = focused()
    QTest.keyClicks(text, "X")
    QTest.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert text.toPlainText() == "one"
    assert desk.session.annotation(id).note == "one"
    desk.session.update(id, note="two")
    assert text.toPlainText() == "two"
    desk.library.undo()
    assert text.toPlainText() == "one"


def test_what_cannot_be_written_stays_in_its_field(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = desk.mark("The council")
    desk.pane.begin_note(id)
    QTest.keyClicks(focused(), "precious")

    def full(*_arguments: object, **_fields: object) -> None:
        raise LibraryBusy("Not saved: the disk is full. Free some space and try again.")

    with monkeypatch.context() as broken, qtbot.waitSignal(desk.pane.failed) as failed:
        broken.setattr(desk.session, "update", full)
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    sentence, again, words = failed.args
    assert "disk is full" in sentence
    assert words == "precious"
    assert desk.session.annotation(id).note == ""
    assert field(desk, GrowingText, "Note, Markdown").toPlainText() == "precious"
    again()
    assert desk.stored().annotation(id).note == "precious"


def test_what_could_not_be_written_can_be_after_its_field_is_gone(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = desk.mark("The council")
    desk.pane.begin_note(id)
    QTest.keyClicks(focused(), "precious")

    def full(*_arguments: object, **_fields: object) -> None:
        raise LibraryBusy("Not saved: the disk is full.")

    with monkeypatch.context() as broken, qtbot.waitSignal(desk.pane.failed) as failed:
        broken.setattr(desk.session, "update", full)
        desk.pane.set_session(None)
    qtbot.wait(1)  # the editor is deleted now
    failed.args[1]()
    assert desk.stored().annotation(id).note == "precious"


def test_what_is_typed_outlives_what_it_is_about(desk: Desk, qtbot: QtBot) -> None:
    id = desk.mark("The council")
    other = desk.stored()
    desk.pane.begin_note(id)
    QTest.keyClicks(focused(), "precious")
    other.delete(id)
    with qtbot.waitSignal(desk.pane.failed) as failed:
        desk.library.poll()
    _sentence, again, words = failed.args
    assert words == "precious"
    qtbot.wait(1)  # the editor is deleted now
    with qtbot.waitSignal(desk.pane.failed) as failed:
        again()  # it is still gone
    assert failed.args[2] == "precious"
    desk.other.undo()
    desk.library.poll()
    again()
    assert desk.session.annotation(id).note == "precious"


def test_a_new_source_outlives_its_claim(desk: Desk, qtbot: QtBot) -> None:
    id = desk.mark("The council")
    claim = desk.session.add_claim(id, "It fell.")
    other = desk.stored()
    desk.pane.begin_source(claim.id)
    QTest.keyClicks(focused(), "example.org/minutes")
    other.delete(id)
    with qtbot.waitSignal(desk.pane.failed) as failed:
        desk.library.poll()
    assert "example.org/minutes" in failed.args[2]


def test_tags_are_completed_and_made_on_the_fly(desk: Desk) -> None:
    desk.mark("two faced the road", tags=("method/sensors",))
    id = desk.mark("The council")
    desk.pane.begin_tags(id)
    line = focused()
    QTest.keyClicks(line, "meth")
    QTest.keyClick(line, Qt.Key.Key_Right)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "quite new")
    QTest.keyClick(line, Qt.Key.Key_Comma)
    assert desk.stored().annotation(id).tags == ("method/sensors", "quite new")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert desk.session.annotation(id).tags == ("method/sensors",)


def test_a_preview_shows_the_note_without_leaving_it(desk: Desk) -> None:
    id = desk.mark("The council", note="a **bold** word")
    desk.pane.begin_note(id)
    text = focused()
    press(_icon(desk, id, "Preview"))
    assert not text.isVisible()
    press(_icon(desk, id, "Preview"))
    assert text.isVisible()
    assert focused() is text


def _icon(desk: Desk, id: str, name: str) -> IconButton:
    buttons = desk.pane.list.card(id).findChildren(IconButton)
    return next(b for b in buttons if b.accessibleName() == name and b.isVisible())


def test_a_claim_is_made_and_judged(desk: Desk) -> None:
    id = desk.mark("particulates fell by 38 percent")
    desk.pane.set_current(id)
    press(link(desk, "+ Claim"))
    statement = focused()
    assert statement.toPlainText() == "particulates fell by 38 percent"
    QTest.keyClick(statement, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(statement, "Dust fell.")
    said_by = field(desk, QLineEdit, "Said by")
    said_by.setFocus()
    QTest.keyClicks(said_by, "City council")
    choose(field(desk, QComboBox, "Kind"), "number")
    choose(field(desk, QComboBox, "Verdict"), "Mostly false")
    said_on = field(desk, QLineEdit, "Said on")
    QTest.keyClicks(said_on, "2026-05")
    reasoning = field(desk, GrowingText, "Reasoning, Markdown")
    QTest.keyClicks(reasoning, "Other months.")
    assert field(desk, QComboBox, "Status").currentText() == "checked"
    QTest.keyClick(reasoning, Qt.Key.Key_Return, CTRL)
    (claim,) = desk.stored().annotation(id).claims
    assert (claim.statement, claim.kind, claim.claimant) == ("Dust fell.", "number", "City council")
    assert claim.verdict is not None
    assert (claim.verdict.name, claim.status) == ("Mostly false", "checked")
    assert (claim.claimed, claim.reasoning) == ("2026-05", "Other months.")


def choose(box: QComboBox, text: str) -> None:
    """As from the keyboard: the entry of that text."""
    box.setFocus()
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_a_wrong_date_is_said_beside_the_field_and_kept_there(desk: Desk) -> None:
    id = desk.mark("The council")
    claim = desk.session.add_claim(id)
    desk.pane.begin_claim(claim.id)
    said_on = field(desk, QLineEdit, "Said on")
    QTest.keyClicks(said_on, "last May")
    QTest.keyClicks(field(desk, GrowingText, "Reasoning, Markdown"), "Because.")
    QTest.keyClick(said_on, Qt.Key.Key_Escape)
    assert said_on.text() == "last May"
    assert desk.session.annotation(id).claims[0].reasoning == "Because."
    _name, editor = desk.pane.deck.editing[id]
    assert "is no date" in editor._error.text()
    assert editor._error.isVisible()
    said_on.selectAll()
    QTest.keyClicks(said_on, "2026")
    QTest.keyClick(said_on, Qt.Key.Key_Escape)
    assert desk.stored().annotation(id).claims[0].claimed == "2026"


def test_several_claims_share_a_card_and_one_can_go(desk: Desk) -> None:
    id = desk.mark("The council")
    first = desk.session.add_claim(id, "It said so.", kind="quote")
    desk.pane.set_current(id)
    press(link(desk, "+ Claim here"))
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "It is so.")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    stored = desk.stored().annotation(id).claims
    assert [claim.statement for claim in stored] == ["It said so.", "It is so."]
    desk.pane.begin_claim(first.id)
    press(link(desk, "Remove claim"))
    assert [claim.statement for claim in desk.session.annotation(id).claims] == ["It is so."]
    assert not desk.pane.deck.editing


def test_a_source_is_pasted_and_brought_to_a_claim(desk: Desk) -> None:
    id = desk.mark("The council")
    claim = desk.session.add_claim(id)
    desk.pane.set_current(id)
    press(link(desk, "+ Add source"))
    QGuiApplication.clipboard().setText("10.5555/jca.24.118")
    address = focused()
    QTest.keyClick(address, Qt.Key.Key_V, CTRL)
    title = field(desk, QLineEdit, "Title")
    QTest.keyClicks(title, "Methods")
    before = operations(desk)
    _name, editor = desk.pane.deck.editing[id]
    editor._fields["stance"].set("refutes")
    QTest.keyClick(address, Qt.Key.Key_Return)
    assert operations(desk) == before + 1
    (evidence,) = desk.stored().annotation(id).claims[0].evidence
    assert evidence.source.url == "https://doi.org/10.5555/jca.24.118"
    assert (evidence.source.title, evidence.stance) == ("Methods", "refutes")
    assert evidence.source.accessed
    assert desk.session.annotation(id).claims[0].id == claim.id


def test_a_link_that_is_none_is_refused_and_stays(desk: Desk) -> None:
    id = desk.mark("The council")
    desk.pane.begin_source(id)
    address = focused()
    QTest.keyClicks(address, "not a link")
    QTest.keyClick(address, Qt.Key.Key_Return, CTRL)
    assert desk.session.annotation(id).sources == ()
    assert address.text() == "not a link"
    assert id in desk.pane.deck.editing
    press(link(desk, "Cancel"))
    assert not desk.pane.deck.editing


def test_an_empty_source_is_none(desk: Desk) -> None:
    id = desk.mark("The council")
    desk.pane.begin_source(id)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not desk.pane.deck.editing
    assert desk.session.annotation(id).sources == ()


def test_a_link_opens_only_after_it_was_shown(desk: Desk) -> None:
    id = desk.mark("The council")
    evidence = desk.session.attach_source(id, url="https://port.example/a?b=c", title="Report")
    desk.pane.set_current(id)
    row = desk.pane.list.card(id).stops()[1]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert desk.opened == []
    press(link(desk, "Open in browser"))
    assert desk.opened == ["https://port.example/a?b=c"]
    press(link(desk, "Copy link"))
    assert QGuiApplication.clipboard().text() == "https://port.example/a?b=c"
    press(link(desk, "Edit"))
    QTest.keyClicks(field(desk, QLineEdit, "Publisher"), "Port")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert desk.session.annotation(id).sources[0].source.publisher == "Port"
    desk.pane.commands.act("remove source", evidence.id)
    assert desk.stored().annotation(id).sources == ()


def test_a_link_in_a_note_is_shown_before_it_opens(desk: Desk) -> None:
    id = desk.mark("The council", note="[innocent](https://tricky.example/x)")
    desk.pane.set_current(id)
    desk.pane.commands.act("follow", "https://tricky.example/x")
    assert desk.opened == []
    press(link(desk, "Open in browser"))
    assert desk.opened == ["https://tricky.example/x"]


def test_saving_a_new_source_from_outside_makes_one_source(desk: Desk) -> None:
    id = desk.mark("The council")
    desk.pane.begin_source(id)
    QTest.keyClicks(focused(), "https://a.example/x")
    assert desk.pane.commit()
    assert desk.pane.commit()
    assert not desk.pane.deck.editing
    (evidence,) = desk.session.annotation(id).sources
    assert evidence.source.url == "https://a.example/x"


def test_what_another_program_writes_comes_into_fields_nobody_typed_in(desk: Desk) -> None:
    id = desk.mark("The council")
    claim = desk.session.add_claim(id)
    desk.pane.begin_claim(claim.id)
    QTest.keyClicks(field(desk, QLineEdit, "Said by"), "mine")
    other = desk.stored()
    other.update_claim(claim.id, claimant="theirs", reasoning="new")
    desk.library.poll()
    assert field(desk, QLineEdit, "Said by").text() == "mine"
    assert field(desk, GrowingText, "Reasoning, Markdown").toPlainText() == "new"


def test_other_schemes_are_never_opened(desk: Desk, qtbot: QtBot) -> None:
    id = desk.mark("The council", note="[x](file:///etc/passwd)")
    desk.pane.set_current(id)
    for address in ("file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/"):
        with qtbot.waitSignal(desk.pane.said):
            desk.pane.commands.act("open", address)
    assert desk.opened == []


def test_a_page_note_is_begun_from_the_head(desk: Desk) -> None:
    with_plus = next(
        b for b in desk.pane.findChildren(IconButton)
        if b.accessibleName() == "Note on the whole article"
    )  # fmt: skip
    press(with_plus)
    QTest.keyClicks(focused(), "All in all")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    (note,) = desk.stored().annotations()
    assert (note.kind, note.note) == ("page", "All in all")


def test_delete_and_undo_from_the_keyboard(desk: Desk) -> None:
    first, second = desk.mark("The council"), desk.mark("the road")
    desk.pane.set_current(first)
    desk.pane.list.setFocus()
    QTest.keyClick(desk.pane.list, Qt.Key.Key_Delete)
    assert desk.pane.list.ids() == [second]
    assert desk.pane.current() == second
    desk.library.undo()
    assert desk.pane.list.ids() == [first, second]


def test_the_menu_of_a_card_changes_its_mark(desk: Desk) -> None:
    from annotator.ui.cards.menus import card_menu

    id = desk.mark("The council", note="why")
    desk.library.set_colour_name("blue", "key point")
    menu = card_menu(desk.pane.theme, desk.session, id, desk.pane.commands, desk.pane)
    actions = {a.text(): a for sub in menu.findChildren(type(menu)) for a in sub.actions()}
    actions |= {a.text(): a for a in menu.actions()}
    actions["4  key point"].trigger()
    actions["Underline"].trigger()
    actions["Private"].trigger()
    mark = desk.stored().annotation(id)
    assert (mark.colour, mark.style, mark.private) == ("blue", "underline", True)
    actions["Copy as Markdown"].trigger()
    assert QGuiApplication.clipboard().text() == "> The council\n\nwhy\n"
    actions["Copy quote"].trigger()
    assert QGuiApplication.clipboard().text() == "The council"
    menu.deleteLater()


def popup() -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_right_click_opens_the_menu_of_the_card_under_it(desk: Desk) -> None:
    desk.mark("The council", note="x")
    id = desk.mark("the road", note="y")
    card = desk.pane.list.card(id)
    place = QPoint(40, 15)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, card.mapToGlobal(place))
    QApplication.sendEvent(card, event)
    assert desk.pane.current() == id
    next(action for action in popup().actions() if action.text() == "Delete").trigger()
    popup().close()
    assert not desk.stored().has(id)


def test_the_head_opens_a_menu_of_what_is_shown(desk: Desk) -> None:
    desk.mark("The council", tags=("air",))
    id = desk.mark("the road")
    desk.session.add_claim(id)
    press(desk.pane._summary)
    next(action for action in popup().actions() if action.text() == "Claims only").trigger()
    popup().close()
    assert desk.pane.list.ids() == [id]


def test_a_card_that_is_written_on_outlives_its_being_scrolled_away(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    lines = "\n\n".join(f"Line {number} has words." for number in range(80))
    desk = Desk(tmp_path, theme, "Title\n\n" + lines)
    ids = [desk.mark(f"Line {number} ", note="n") for number in range(80)]
    with qtbot.waitExposed(desk.pane):
        desk.pane.show()
    desk.pane.activateWindow()
    desk.pane.begin_note(ids[0])
    QTest.keyClicks(focused(), " typed")
    text = focused()
    desk.pane.list.verticalScrollBar().setValue(3000)
    assert desk.pane.list.card(ids[0]).geometry().bottom() < 0
    QTest.keyClicks(text, " more")
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert desk.session.annotation(ids[0]).note == "n typed more"
    desk.close()


def test_tab_goes_from_the_list_into_the_open_card_and_through_its_fields(desk: Desk) -> None:
    other, id = desk.mark("The council", note="x"), desk.mark("the road", note="y")
    claim = desk.session.add_claim(id)
    desk.pane.set_current(id)
    desk.pane.list.setFocus()
    QTest.keyClick(desk.pane.list, Qt.Key.Key_Tab)
    card = desk.pane.list.card(id)
    assert card.isAncestorOf(focused())
    desk.pane.begin_claim(claim.id)
    seen = []
    for _step in range(6):
        seen.append(focused().accessibleName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert seen == ["Statement", "Kind", "Said by", "Verdict", "Status", "Reasoning, Markdown"]
    assert not desk.pane.list.card(other).isAncestorOf(focused())
