"""What is done to claims on the board by keys: parting them, their status, whose turn it is."""

from PySide6.QtCore import Qt

from tests.ui.board_desk import board, claim, labels, press  # noqa: F401 - fixtures
from tests.ui.test_board import choose
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key


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
