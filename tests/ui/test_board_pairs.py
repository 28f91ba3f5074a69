"""Linked claims on the board: which of them asks what, and the way from one to the other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from annotator.ui.board.column import Column
from annotator.ui.table.rows import ROW
from tests.ui.board_desk import board, claim, press, settle  # noqa: F401 - fixtures
from tests.ui.test_board_inspector import said
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

SAID = "Asks whether the city said it. Whether it is so: C6."
SO = "Asks whether it is so. Whether the city said it: C1."
Key = Qt.Key


@pytest.fixture
def pair(board):  # noqa: F811
    """The first claim, split: C1 asks whether it was said, C6 whether it is so."""
    one = claim(board, "closed for eleven")
    board.state.library.claims.split_attribution(one.id)
    board.state.show(one.id)
    settle()
    return board


def link(face) -> QPushButton:
    """What leads from the claim in full to the other one."""
    (found,) = (b for b in face.inspector.sections.head.links if b.isVisible())
    return found


def click(widget: QWidget) -> None:
    """A click of the mouse, routed as from the screen."""
    place = widget.mapTo(widget.window(), widget.rect().center())
    QTest.mouseClick(widget.window().windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    settle()


def test_the_table_says_with_which_claim_one_is_linked_and_its_tip_what_it_asks(pair):
    model = pair.board.table.claims
    told = {}
    for row in range(model.rowCount()):
        for column in ("number", "statement"):
            index = model.index(row, pair.board.table.cells.columns.index(column))
            tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
            told[index.data(ROW).label, column] = tip
    assert SAID in told["C1", "number"] and SAID in told["C1", "statement"]
    assert SO in told["C6", "number"] and SO in told["C6", "statement"]
    assert "Asks" not in told["C2", "number"] + told["C2", "statement"]
    statement = model.index(model.place(pair.state.current), 1)
    assert statement.data(Qt.ItemDataRole.AccessibleTextRole).endswith(SAID)


def test_the_hint_is_seen_in_table_and_columns(pair):
    """A cell with it is painted other than the same one without."""
    table = pair.board.table

    def cell():
        return table.viewport().grab(table.cell(pair.state.current, "number")).toImage()

    linked = cell()
    library = pair.state.library
    library.claims.remove(library.claims.get(pair.state.current).pair.others[0].id)
    settle()
    assert cell() != linked


def test_columns_tell_it_too(pair):
    pair.run("claims.as.columns")
    settle()
    models = [column.claims for column in pair.board.findChildren(Column)]
    cards = [m.index(at) for m in models for at in range(m.rowCount())]
    told = {c.data(ROW).label: c.data(Qt.ItemDataRole.AccessibleTextRole) for c in cards}
    assert SAID in told["C1"] and SO in told["C6"] and "Asks" not in told["C2"]
    tips = {c.data(ROW).label: str(c.data(Qt.ItemDataRole.ToolTipRole)) for c in cards}
    assert SAID in tips["C1"] and SO in tips["C6"]


def test_a_click_leads_to_the_other_claim_and_back(pair):
    assert "Asks whether the city said it." in said(pair.inspector.sections.head)
    assert link(pair).text() == "is it so: C6"
    click(link(pair))
    assert pair.state.row(pair.state.current).label == "C6"
    assert "Asks whether it is so." in said(pair.inspector.sections.head)
    assert pair.board.table.currentIndex().data(ROW).label == "C6"
    click(link(pair))
    assert pair.state.row(pair.state.current).label == "C1"


def test_keys_lead_there_and_back_and_past_a_filter(pair):
    pair.state.ask(kind="attribution")
    pair.inspector.setFocus()
    for _press in range(20):
        if QApplication.focusWidget() is link(pair):
            break
        press(Key.Key_Tab)
    for label in ("C6", "C1"):  # C6 would be left out by the filter
        press(Key.Key_Space)
        settle()
        assert pair.state.row(pair.state.current).label == label
        assert QApplication.focusWidget() is link(pair)


def test_it_goes_when_the_other_claim_goes(pair):
    library = pair.state.library
    library.claims.remove(library.claims.get(pair.state.current).pair.others[0].id)
    settle()
    assert "Asks" not in said(pair.inspector.sections.head)
    assert pair.inspector.sections.head.links == []
