"""The claims as columns and as a chart."""

from xml.etree import ElementTree

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.claims import CLAIM_KINDS
from annotator.ui.board.chart import LABEL
from annotator.ui.board.model import COLUMNS
from annotator.ui.cards.wording import kind_name
from tests.ui.board_desk import (  # noqa: F401 - fixtures
    CTRL,
    board,
    claim,
    labels,
    press,
    settle,
)
from tests.ui.shelf_desk import drop
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key


def columns(face):
    """The numbers of the claims in each column."""
    return {
        column.status: [row.number for row in column.claims.rows]
        for column in face.board.columns.views()
    }


def drop_on(column, data):
    return drop(column.viewport(), QPoint(20, 20), data)


def test_every_status_is_a_column(board):  # noqa: F811
    press(Key.Key_2)
    assert board.board.view == "columns"
    assert columns(board) == {
        "to check": [2, 3, 4], "in progress": [], "to review": [], "sent back": [],
        "checked": [1, 5], "set aside": [],
    }  # fmt: skip


def test_keys_act_in_a_column_and_a_claim_wanders_with_ctrl(board):  # noqa: F811
    press(Key.Key_2)
    column = board.board.columns.views()[0]
    column.setFocus()
    press(Key.Key_Down)
    assert board.state.row(board.state.current).number == 3
    press(Key.Key_Right, CTRL)
    assert columns(board)["in progress"] == [3]
    assert board.state.row(board.state.current).number == 3
    press(Key.Key_Z, CTRL)
    assert columns(board)["in progress"] == []


def test_left_and_right_go_from_column_to_column(board):  # noqa: F811
    press(Key.Key_2)
    first, last = board.board.columns.views()[0], board.board.columns.views()[4]
    first.setFocus()
    press(Key.Key_Right)
    assert QApplication.focusWidget() is last
    assert board.state.row(board.state.current).number == 1
    press(Key.Key_Left)
    assert QApplication.focusWidget() is first


def test_a_card_that_is_dragged_has_that_status(board):  # noqa: F811
    press(Key.Key_2)
    source, target = board.board.columns.views()[0], board.board.columns.views()[2]
    data = source.claims.mimeData([source.claims.index(1)])
    assert drop_on(target, data)
    assert columns(board)["to review"] == [3]
    press(Key.Key_Z, CTRL)
    assert columns(board)["to check"] == [2, 3, 4]


def test_what_is_no_claim_is_not_dropped(board):  # noqa: F811
    press(Key.Key_2)
    data = QMimeData()
    data.setText("words")
    assert not drop_on(board.board.columns.views()[1], data)
    assert columns(board)["in progress"] == []


def test_titles_of_columns_are_read_whole_and_the_last_one_ends_where_the_page_does(
    board,  # noqa: F811
):
    board.window.resize(1440, 900)
    press(Key.Key_2)
    settle()
    for stack in board.board.columns.stacks:
        title = stack.title
        assert title.width() >= title.fontMetrics().horizontalAdvance(title.text().upper())
    page, progress = board.board, board.board.progress
    seen = board.board.columns.viewport()
    last = board.board.columns.stacks[-1]
    ends = [w.mapTo(page, QPoint(w.width(), 0)).x() for w in (progress, seen, last)]
    assert ends == [ends[0]] * 3


def test_cards_say_what_they_are(board):  # noqa: F811
    press(Key.Key_2)
    column = board.board.columns.views()[4]
    said = column.claims.data(column.claims.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("C1, Mostly false, 2 sources")
    assert column.accessibleName() == "checked: 2"


def test_the_chart_says_in_words_what_its_bars_show(board):  # noqa: F811
    press(Key.Key_3)
    said = [bar.accessibleName() for bar in board.board.chart.bars()]
    assert "Mostly false: 1 claim" in said
    assert "No verdict yet: 3 claims" in said
    assert "The bridge again: 1 of 2 checked, 0 set aside" in said


def test_the_worst_verdict_is_drawn_strongest(board):  # noqa: F811
    def saturation(name):
        bar = next(b for b in board.board.chart.bars() if b.bar.name == name)
        left = min(bar.theme.px(LABEL), int(bar.width() * 0.45))
        return bar.grab().toImage().pixelColor(left + 8, bar.height() // 2).saturation()

    board.state.library.claims.update(claim(board, "who counted").id, verdict="False")
    press(Key.Key_3)
    settle()
    assert saturation("False") > saturation("Mostly false") > 0


def test_a_bar_leads_to_its_claims(board):  # noqa: F811
    press(Key.Key_3)
    bar = next(b for b in board.board.chart.bars() if b.accessibleName().startswith("No verdict"))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton)
    assert board.board.view == "table"
    assert labels(board) == [2, 3, 4]


def test_the_form_is_kept(board, preferences):  # noqa: F811
    press(Key.Key_3)
    board.window.actions_.run("view.read")
    board.window.actions_.run("view.claims")
    assert board.board.view == "chart"
    assert board.window.actions_.action("claims.as.chart").isChecked()


def test_a_filter_holds_in_columns_too(board):  # noqa: F811
    press(Key.Key_2)
    board.state.ask(kind="number")
    assert [n for numbers in columns(board).values() for n in numbers] == [4, 1]
    assert claim(board, "lasted").number == 4
    settle()


def test_under_the_drawer_no_column_is_hidden(open_window, board):  # noqa: F811
    board.window.resize(1000, 720)
    settle()
    press(Key.Key_Space)
    settle()
    table = board.board.table
    right = table.mapTo(board.window, QPoint(table.width(), 0)).x()
    assert board.inspector.isVisible()
    assert right <= board.inspector.mapTo(board.window, QPoint()).x()


def test_all_six_columns_are_seen_in_a_window_of_1440(board):  # noqa: F811
    board.window.resize(1440, 900)
    for row, status in zip(board.state.rows, board_statuses(), strict=False):
        board.state.library.claims.update(row.id, "so it is", status=status)
    press(Key.Key_2)
    settle()
    view = board.board.columns
    assert view.horizontalScrollBar().maximum() == 0
    for stack in view.stacks:
        assert stack.title.width() >= stack.title.sizeHint().width()


def board_statuses():
    return ["in progress", "to review", "sent back", "set aside", "checked"]


def test_no_kind_is_broken_in_two(board):  # noqa: F811
    board.window.resize(1440, 900)
    settle()
    table = board.board.table
    at = COLUMNS.index("kind")
    widest = max(table.fontMetrics().horizontalAdvance(kind_name(kind)) for kind in CLAIM_KINDS)
    assert table.columnWidth(at) >= widest + 12


def words_painted(view, path):
    """All that a view shows in words, read from a drawing of it as SVG."""
    drawing = QSvgGenerator()
    drawing.setFileName(str(path))
    drawing.setSize(view.size())
    view.render(drawing)
    tree = ElementTree.parse(path)
    return " ".join("".join(t.itertext()) for t in tree.iter("{http://www.w3.org/2000/svg}text"))


def test_verdicts_are_read_whole_in_all_six_columns(board, tmp_path):  # noqa: F811
    board.window.resize(1440, 900)
    update = board.state.library.claims.update
    verdicts = ("Mostly false", "Not checkable", "Mostly true", "Half true", "Mostly false")
    for row, status, verdict in zip(board.state.rows, board_statuses(), verdicts, strict=False):
        update(row.id, "so it is", verdict=verdict)
        update(row.id, status=status)
    press(Key.Key_2)
    settle()
    for column in board.board.columns.views():
        painted = words_painted(column, tmp_path / "column.svg")
        for row in column.claims.rows:
            assert row.verdict is None or row.verdict.name in painted


def test_columns_that_do_not_fit_are_scrolled_to(board, tmp_path):  # noqa: F811
    board.window.resize(1100, 700)
    for row, status in zip(board.state.rows, board_statuses(), strict=False):
        verdict = "Mostly false" if status == "checked" else "Not checkable"
        board.state.library.claims.update(row.id, "so it is", verdict=verdict)
        board.state.library.claims.update(row.id, status=status)
    press(Key.Key_2)
    settle()
    view = board.board.columns
    assert view.horizontalScrollBar().isVisible()
    assert "Not checkable" in words_painted(view.views()[1], tmp_path / "column.svg")


def test_a_claim_is_dragged_to_a_column_out_of_sight(board):  # noqa: F811
    board.window.resize(1100, 700)
    for row, status in zip(board.state.rows, board_statuses(), strict=False):
        board.state.library.claims.update(row.id, "so it is", status=status)
    press(Key.Key_2)
    settle()
    view = board.board.columns
    data = view.views()[1].claims.mimeData([view.views()[1].claims.index(0)])
    bar, how = view.horizontalScrollBar(), (
        Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    edge = QPoint(view.viewport().width() - 4, 60)
    for _moved in range(60):
        over = view.viewport().childAt(edge)  # other columns come under the mouse
        if over is not None and over.acceptDrops():
            place = over.mapFrom(view.viewport(), edge)
            QApplication.sendEvent(over, QDragEnterEvent(place, *how))
            QApplication.sendEvent(over, QDragMoveEvent(place, *how))
        else:
            bar.setValue(bar.value() + 1)  # the mouse lies between two columns
    assert bar.value() == bar.maximum() > 60
