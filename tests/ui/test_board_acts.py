"""What is done to claims on the board by keys: parting them, their status, whose turn it is."""

from PySide6.QtCore import Qt

from annotator.library.claims.filtering import whose_turn
from annotator.ui.board.model import COLUMNS
from tests.ui.board_desk import board, claim, labels, press, settle  # noqa: F401 - fixtures
from tests.ui.test_board import choose
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
