"""The board's keys act wherever one is on it, and the focus comes back to where it was."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.ui.board.chart import BarRow
from annotator.ui.dialogs.rules import RulesDialog
from tests.ui.board_desk import (  # noqa: F401 - fixtures
    CTRL,
    board,
    claim,
    labels,
    press,
    settle,
)
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key
LINK = "https://city.example/notice"


def focus():
    return QApplication.focusWidget()


def evidence(face):
    return face.state.library.claims.get(face.state.current).evidence


def entries(face):
    return face.inspector.sections.evidence._rows


def on_chart(face):
    press(Key.Key_3)
    assert isinstance(focus(), BarRow)


def to_claim(face):
    face.state.show(claim(face, "closed for eleven").id)
    settle()


def test_from_the_chart_keys_lead_to_the_other_forms(board):  # noqa: F811
    for key, form in ((Key.Key_2, "columns"), (Key.Key_1, "table")):
        on_chart(board)
        press(key)
        assert board.board.view == form
        press(Key.Key_1)


def test_every_bar_of_the_chart_hears_the_keys_of_the_board(board):  # noqa: F811
    on_chart(board)
    press(Key.Key_Down)
    press(Key.Key_Slash)
    assert focus() is board.board.filters.words.edit


def test_from_the_chart_a_verdict_can_be_given(board):  # noqa: F811
    on_chart(board)
    press(Key.Key_V)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_enter_and_space_are_a_bars_own(board):  # noqa: F811
    on_chart(board)
    wanted = focus().bar.wanted["verdict"]
    press(Key.Key_Space)
    assert board.board.view == "table" and board.state.asked.verdict == wanted
    assert board.window.faces.current == "claims"


def test_after_evidence_was_added_the_claims_have_the_focus(board):  # noqa: F811
    to_claim(board)
    press(Key.Key_E)
    QTest.keyClicks(focus(), LINK)
    press(Key.Key_Return, CTRL)
    assert len(evidence(board)) == 3
    assert focus() is board.board.table
    press(Key.Key_E)
    assert board.inspector.sections.evidence.editor is not None


def test_esc_gives_up_an_entry_that_was_just_begun(board, tmp_path):  # noqa: F811
    to_claim(board)
    press(Key.Key_E)
    editor = board.inspector.sections.evidence.editor
    (tmp_path / "log.txt").write_text("ten months", encoding="utf-8")
    editor.file.set_path(tmp_path / "log.txt")
    QTest.keyClicks(focus(), LINK)
    press(Key.Key_Escape)
    assert board.inspector.sections.evidence.editor is None
    assert len(evidence(board)) == 2
    assert focus() is board.board.table


def test_esc_in_an_entry_that_is_there_keeps_what_was_typed(board):  # noqa: F811
    to_claim(board)
    section = board.inspector.sections.evidence
    section.begin(evidence(board)[0])
    press(Key.Key_End)
    QTest.keyClicks(focus(), "/more")
    press(Key.Key_Escape)
    assert section.editor is None
    assert evidence(board)[0].source.url.endswith("/more")


def test_enter_on_an_entry_leads_to_what_can_be_done_with_it(board):  # noqa: F811
    to_claim(board)
    entries(board)[0].setFocus()
    press(Key.Key_Return)
    assert focus().text() == "Edit…"
    assert focus() in board.inspector.sections.evidence._links_of[evidence(board)[0].id].stops()


def test_an_entry_has_its_menu(board):  # noqa: F811
    to_claim(board)
    entry = entries(board)[1]
    entry.setFocus()
    board.window.actions_.run("view.context_menu")
    menu = QApplication.activePopupWidget()
    assert [a.text() for a in menu.actions()] == ["Edit…", "Open link…", "Copy link", "Remove"]
    menu.actions()[-1].trigger()
    menu.close()
    assert [e.source.title for e in evidence(board)] == ["Log book 1"]


def test_its_menu_opens_by_mouse_too(board):  # noqa: F811
    to_claim(board)
    at = entries(board)[0].mapToGlobal(QPoint(5, 5))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), at)
    QApplication.sendEvent(entries(board)[0], event)
    menu = QApplication.activePopupWidget()
    assert menu.actions()[0].text() == "Edit…"
    menu.close()


def test_who_has_no_name_is_asked_once_and_led_to_the_field(board):  # noqa: F811
    window = board.window
    window.preferences.set("name", "")
    board.acts.update([claim(board, "footnote").id], verdict="True")
    bar = window.messages.bar
    assert bar.isVisible() and "your name" in bar.text()
    assert focus() is board.board.table
    bar.acted.emit()
    settle()
    dialog = next(d for d in window.findChildren(RulesDialog) if d.isVisible())
    assert dialog.focusWidget() is dialog.name
    dialog.reject()
    board.acts.update([claim(board, "Nobody").id], verdict="True")
    assert bar.text() == ""


def test_who_has_a_name_is_not_asked(board):  # noqa: F811
    board.acts.update([claim(board, "footnote").id], verdict="True")
    assert board.window.messages.bar.text() == ""


def test_what_was_refused_is_not_said_over_what_is_done_next(board):  # noqa: F811
    bar = board.window.messages.bar
    unjudged = next(row for row in board.state.rows if row.verdict is None)
    board.state.show(unjudged.id)
    board.run("claims.approve")
    assert "no verdict yet" in bar.text() and bar.isVisible()
    board.acts.update([claim(board, "footnote").id], kind="cause")
    settle()
    assert not bar.isVisible()
