"""What is done to claims on the board by keys: parting them, their status, whose turn it is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.library.claims.filtering import whose_turn
from annotator.ui.board.model import COLUMNS
from tests.ui.board_desk import (  # noqa: F401 - fixtures
    CTRL,
    SHIFT,
    board,
    claim,
    labels,
    press,
    settle,
)
from tests.ui.test_board import box, choose, click
from tests.ui.test_board_forms import drop_on
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_a_claim_split_off_says_its_own_passage_and_is_looked_at_next(board):  # noqa: F811
    library = board.state.library
    first, other = claim(board, "closed for").id, claim(board, "lasted eleven").id
    library.claims.merge(first, other)
    board.state.show(first)
    press(Key.Key_X)
    choose("lasted eleven months")
    assert labels(board) == [1, 2, 3, 5, 6]
    row = board.state.row(board.state.current)
    assert (row.number, row.statement) == (6, "lasted eleven months")
    assert board.board.table.claims.claim(board.board.table.currentIndex().row()).id == row.id


def test_why_a_claim_of_one_passage_cannot_be_split_is_said(board):  # noqa: F811
    board.state.show(claim(board, "who counted").id)
    press(Key.Key_X)
    assert "C2 stands in one passage only" in board.window.messages.bar.text()


def test_who_is_the_reviewer_while_a_claim_is_to_review(board):  # noqa: F811
    claims, at = board.state.library.claims, COLUMNS.index("assignee")
    asked = claim(board, "closed for")
    assert board.board.table.claims.data(board.board.table.claims.index(0, at)) == "Ada"
    claims.ask_for_review(asked.id, "Bo")
    settle()
    model = board.board.table.claims
    assert model.data(model.index(0, at)) == "Bo"
    assert model.data(model.index(0, at), SPOKEN) == "Who: Bo"
    board.state.sort("assignee")
    assert [whose_turn(row) for row in board.state.rows][:2] == ["Ada", "Bo"]
    claims.send_back(asked.id, "Which log?")
    settle()
    assert whose_turn(claim(board, "closed for")) == "Ada"


def test_a_claim_without_a_verdict_is_not_called_checked(board):  # noqa: F811
    board.state.show(claim(board, "who counted").id)
    press(Key.Key_S)
    choose("checked")
    assert "C2 has no verdict yet" in board.window.messages.bar.text()
    assert claim(board, "who counted").status == "to check"


def test_whoever_is_sent_back_by_status_is_told_what_is_missing(board):  # noqa: F811
    board.state.show(claim(board, "who counted").id)
    press(Key.Key_S)
    choose("sent back")
    press(Key.Key_Return)
    asked = box()
    assert "Say what is missing" in asked._error.text()
    QTest.keyClicks(asked.lines[0], "Who says so?")
    press(Key.Key_Return)
    row = claim(board, "who counted")
    comments = board.state.library.claims.get(row.id).comments
    assert (row.status, [said.text for said in comments]) == ("sent back", ["Who says so?"])


def test_a_card_that_is_dragged_is_held_to_the_same(board):  # noqa: F811
    press(Key.Key_2)
    views = board.board.columns.views()
    data = views[0].claims.mimeData([views[0].claims.index(1)])
    assert drop_on(views[3], data)
    QTest.keyClicks(box().lines[0], "Which footnote?")
    press(Key.Key_Return)
    assert claim(board, "footnote").status == "sent back"
    data = views[0].claims.mimeData([views[0].claims.index(0)])
    assert drop_on(views[4], data)
    assert "C2 has no verdict yet" in board.window.messages.bar.text()
    assert claim(board, "who counted").status == "to check"


def test_several_claims_are_sent_back_with_one_comment_in_one_step(board):  # noqa: F811
    click(board, 1, "statement")
    click(board, 2, "statement", SHIFT)
    press(Key.Key_R, SHIFT)
    QTest.keyClicks(box().lines[0], "Which page?")
    press(Key.Key_Return)
    assert [row.status for row in board.state.rows][1:3] == ["sent back", "sent back"]
    press(Key.Key_Z, CTRL)
    assert [row.status for row in board.state.rows][1:3] == ["to check", "to check"]


def test_setting_aside_leads_to_the_outcomes_and_their_reason(board):  # noqa: F811
    board.state.show(claim(board, "who counted").id)
    press(Key.Key_S)
    choose("set aside")
    asked = box()
    press(Key.Key_Return)
    assert "Choose one of these: Opinion, Not checkable, Not checked." in asked._error.text()
    QTest.keyClicks(asked.lines[0], "opinion")
    asked.lines[1].setFocus()
    press(Key.Key_Return)
    assert "with a reason" in asked._error.text()
    QTest.keyClicks(asked.lines[1], "Nobody can count it.")
    press(Key.Key_Return)
    row = claim(board, "who counted")
    assert (row.verdict.name, row.status) == ("Opinion", "set aside")
