"""The board of claims in the real window, by mouse and keys."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from annotator.ui.board.ask import AskBox
from annotator.ui.board.model import COLUMNS
from tests.ui.board_desk import (  # noqa: F401 - fixtures
    CTRL,
    SHIFT,
    board,
    claim,
    labels,
    press,
    settle,
    statements,
)
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key


def box():
    """The question that is open."""
    return next(
        w for w in QApplication.focusWidget().window().findChildren(AskBox) if w.isVisible()
    )


def choose(text):
    """Take an entry of the open menu."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text().startswith(text))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def cell(face, row, column):
    index = face.board.table.claims.index(row, COLUMNS.index(column))
    return face.board.table.visualRect(index).center()


def click(face, row, column, modifier=Qt.KeyboardModifier.NoModifier):
    viewport = face.board.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, modifier, cell(face, row, column))


def test_all_claims_stand_on_the_board_by_number(board):  # noqa: F811
    assert labels(board) == [1, 2, 3, 4, 5]
    assert "5 in 2 articles · 2 checked" in board.board._summary.text()
    assert board.window.top.faces.value() == "claims"


def test_cells_say_what_they_are_to_a_screen_reader(board):  # noqa: F811
    model, role = board.board.table.claims, Qt.ItemDataRole.AccessibleTextRole
    said = [model.data(model.index(1, at), role) for at in range(len(COLUMNS))]
    assert "Verdict: no verdict yet" in said
    assert "Who: Ada" in said
    assert "Sources: no source yet" in said


def test_what_is_set_aside_is_done_and_lacks_no_source(board):  # noqa: F811
    row = claim(board, "who counted")
    board.state.library.claims.update(row.id, verdict="Opinion", why="a taste")
    settle()
    assert "5 in 2 articles · 2 checked, 1 set aside" in board.board._summary.text()
    assert board.board.progress._share == 3 / 5
    model, at = board.board.table.claims, COLUMNS.index("sources")
    assert model.data(model.index(1, at)) == "—"
    assert model.data(model.index(2, at)) == "none"
    said = model.data(model.index(1, at), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Sources: no source needed"
    board.state.show(row.id)
    settle()
    shown = [label.text() for label in board.inspector.sections.evidence.findChildren(QLabel)]
    assert "No source needed." in shown


def test_the_line_at_the_foot_counts_what_is_in_front(board, qtbot):  # noqa: F811
    window, status = board.window, board.window.status
    assert status.text().startswith("5 claims · 2 checked |")
    board.state.library.claims.update(claim(board, "who counted").id, verdict="True")
    qtbot.waitUntil(lambda: status.text().startswith("5 claims · 3 checked |"))
    press(Key.Key_F8)
    assert status.text().startswith("2 sources · 1 claim rests on them |")
    window.left.article_chosen.emit(claim(board, "lasted eleven").article)
    assert status.text().startswith("2 notes | 2 claims · 1 checked | every mark in place |")


def test_what_there_is_no_room_for_is_told_where_the_mouse_rests(board):  # noqa: F811
    model, role = board.board.table.claims, Qt.ItemDataRole.ToolTipRole

    def tip():
        return model.data(model.index(0, COLUMNS.index("status")), role)

    board.window.resize(1600, 800)
    settle()
    assert tip() is None
    board.window.resize(1280, 720)
    settle()
    assert tip() == "<p>Kind: number</p><p>Who: Ada</p>"


def test_a_title_sorts_and_sorts_back(board):  # noqa: F811
    header = board.board.table.horizontalHeader()
    at = COLUMNS.index("claimant")
    place = QPoint(header.sectionViewportPosition(at) + 10, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row.claimant for row in board.state.rows] == sorted(
        row.claimant for row in board.state.rows
    )
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert board.state.rows[0].claimant == "the city"


def test_arrows_go_from_claim_to_claim_and_the_claim_stays_through_a_sort(board):  # noqa: F811
    press(Key.Key_Home)
    press(Key.Key_Down)
    here = board.state.current
    assert board.state.row(here).number == 2
    board.state.sort("statement")
    assert board.state.current == here
    assert board.board.table.claims.claim(board.board.table.currentIndex().row()).id == here
    press(Key.Key_End)
    assert board.state.current == board.state.rows[-1].id


def test_a_slash_filters_by_words_and_escape_leads_back(board):  # noqa: F811
    press(Key.Key_Slash)
    QTest.keyClicks(QApplication.focusWidget(), "eleven")
    assert len(statements(board)) == 2
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert len(statements(board)) == 5
    assert QApplication.focusWidget() is board.board.table


def test_a_filter_that_leaves_all_out_offers_a_way_out(board):  # noqa: F811
    board.filter()
    QTest.keyClicks(QApplication.focusWidget(), "zebra")
    assert board.board.empty.isVisible()
    press(Key.Key_Return)
    press(Key.Key_0)
    assert len(statements(board)) == 5


def test_chips_filter_and_show_that_they_do(board):  # noqa: F811
    filters = board.board.filters
    assert filters.all.text() == "All 5"
    QTest.mouseClick(filters.to_check, Qt.MouseButton.LeftButton)
    assert labels(board) == [2, 3, 4]
    assert filters.to_check.isChecked() and not filters.all.isChecked()
    QTest.mouseClick(filters.menus["kind"], Qt.MouseButton.LeftButton)
    choose("number")
    assert labels(board) == [4]
    assert filters.menus["kind"].text() == "Kind: number"
    QTest.mouseClick(filters.all, Qt.MouseButton.LeftButton)
    assert labels(board) == [1, 2, 3, 4, 5]


def test_a_chip_asks_by_any_status_and_says_how_many_have_it(board):  # noqa: F811
    claims = board.state.library.claims
    claims.update(claim(board, "who counted").id, status="in progress")
    settle()
    chip = board.board.filters.menus["status"]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Any", "to check   2", "in progress   1", "to review   0", "sent back   0", "checked   2",
        "set aside   0",
    ]  # fmt: skip
    choose("in progress")
    assert labels(board) == [2]
    assert chip.text() == "Status: in progress" and chip.isChecked()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    choose("Any")
    assert labels(board) == [1, 2, 3, 4, 5] and not chip.isChecked()


def test_a_status_typed_in_full_finds_its_claims(board):  # noqa: F811
    board.state.library.claims.update(claim(board, "who counted").id, status="in progress")
    settle()
    board.filter()
    QTest.keyClicks(QApplication.focusWidget(), "in progress")
    assert labels(board) == [2]
    QTest.keyClicks(QApplication.focusWidget(), " counted")
    assert labels(board) == [2]


def test_the_left_list_asks_by_source_article_and_who_said_so(board):  # noqa: F811
    model, view = board.places.model, board.places.list
    texts = [model.entry(row).text for row in range(model.rowCount())]

    def ask(text):
        index = model.index(texts.index(text))
        place = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    ask("No source")
    assert labels(board) == [2, 3, 4, 5]
    ask("The bridge again")
    assert labels(board) == [4, 5]
    ask("the city")
    assert labels(board) == [1]
    ask("All")
    assert labels(board) == [1, 2, 3, 4, 5]


def test_a_first_verdict_becomes_the_reasoning_and_a_change_asks_why(board):  # noqa: F811
    click(board, 1, "statement")
    press(Key.Key_V)
    choose("False")
    QTest.keyClicks(QApplication.focusWidget(), "the minutes name him")
    press(Key.Key_Return)
    row = claim(board, "who counted")
    assert (row.verdict.name, row.status) == ("False", "checked")
    claims = board.state.library.claims
    assert claims.get(row.id).reasoning == "the minutes name him"
    press(Key.Key_V)
    choose("True")
    press(Key.Key_Return)
    assert box().isVisible()  # a line why is missing, and it says so
    assert claim(board, "who counted").verdict.name == "False"
    QTest.keyClicks(QApplication.focusWidget(), "another page")
    press(Key.Key_Return)
    assert claim(board, "who counted").verdict.name == "True"
    assert claims.corrections(row.id)[-1].why == "another page"
    press(Key.Key_Z, CTRL)
    assert claim(board, "who counted").verdict.name == "False"


def test_escape_leaves_a_verdict_as_it_was(board):  # noqa: F811
    click(board, 0, "verdict")
    press(Key.Key_V)
    choose("True")
    press(Key.Key_Escape)
    assert claim(board, "eleven").verdict.name == "Mostly false"
    assert QApplication.focusWidget() is board.board.table


def test_f2_changes_the_statement(board):  # noqa: F811
    click(board, 2, "statement")
    press(Key.Key_F2)
    field = QApplication.focusWidget()
    assert field.text() == "without a footnote"
    QTest.keyClicks(field, "It names no source.")
    press(Key.Key_Return)
    assert statements(board)[2] == "It names no source."
    assert QApplication.focusWidget() is board.board.table


def test_a_click_elsewhere_keeps_the_statement_that_was_written(board):  # noqa: F811
    table = board.board.table
    id = board.state.current
    table.setFocus()
    press(Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "It was shut for nine months.")
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.viewport().rect().bottomLeft()
    )
    settle()
    assert board.state.library.claims.get(id).statement == "It was shut for nine months."
    press(Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Nobody knows.")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert board.state.library.claims.get(id).statement == "It was shut for nine months."


def test_a_double_click_changes_what_was_clicked(board):  # noqa: F811
    viewport, place = board.board.table.viewport(), cell(board, 3, "kind")
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    choose("cause")
    assert claim(board, "lasted").kind == "cause"


def test_several_chosen_claims_change_in_one_step(board):  # noqa: F811
    click(board, 1, "statement")
    click(board, 3, "statement", SHIFT)
    assert len(board.state.chosen) == 3
    press(Key.Key_A)
    choose("Bo")
    assert [row.assignee for row in board.state.rows] == ["Ada", "Bo", "Bo", "Bo", ""]
    assert len(board.state.chosen) == 3
    press(Key.Key_Z, CTRL)
    assert [row.assignee for row in board.state.rows] == ["Ada", "Ada", "", "", ""]


def test_somebody_new_is_made_known(board):  # noqa: F811
    click(board, 2, "statement")
    press(Key.Key_A)
    choose("Somebody else")
    QTest.keyClicks(QApplication.focusWidget(), "Cleo")
    press(Key.Key_Return)
    assert claim(board, "footnote").assignee == "Cleo"


def test_status_goes_a_step_on_and_back_by_key(board):  # noqa: F811
    click(board, 2, "statement")
    press(Key.Key_Right, CTRL)
    assert claim(board, "footnote").status == "in progress"
    press(Key.Key_Left, CTRL)
    assert claim(board, "footnote").status == "to check"


def test_enter_goes_to_the_passage_and_b_comes_back(board):  # noqa: F811
    window = board.window
    click(board, 3, "statement")
    press(Key.Key_Return)
    assert window.faces.current == "read"
    assert window.desk.session.article.title == "The bridge again"
    assert window.desk.session.annotation(window.desk.current).quote == "lasted eleven months"
    assert window.reader.isAncestorOf(QApplication.focusWidget())
    press(Key.Key_B)
    assert window.faces.current == "claims"
    assert board.state.row(board.state.current).number == 4
    assert QApplication.focusWidget() is board.board.table


def test_a_claim_that_a_filter_leaves_out_is_shown_all_the_same(board):  # noqa: F811
    click(board, 3, "statement")
    press(Key.Key_Return)
    board.state.ask_only(kind="quote")
    press(Key.Key_B)
    assert board.state.row(board.state.current).number == 4


def test_keys_of_the_article_do_nothing_on_the_board(board):  # noqa: F811
    window = board.window
    window.going.to_article(board.state.rows[0].article)
    window.actions_.run("view.claims")
    for command in ("article.details", "article.remove", "article.page_note", "mark.delete"):
        assert not window.actions_.enabled(command), command
    window.actions_.run("view.read")
    assert window.actions_.enabled("article.remove")
    assert not window.actions_.enabled("claims.remove")


def test_del_puts_a_claim_into_the_trash_and_undo_brings_it_back(board):  # noqa: F811
    click(board, 2, "statement")
    press(Key.Key_Delete)
    assert labels(board) == [1, 2, 4, 5]
    press(Key.Key_Z, CTRL)
    assert labels(board) == [1, 2, 3, 4, 5]


def test_a_change_from_elsewhere_leaves_choice_and_place(board):  # noqa: F811
    click(board, 3, "statement")
    bar = board.board.table.verticalScrollBar()
    board.window.resize(1440, 420)
    settle()
    bar.setValue(bar.maximum())
    at = bar.value()
    assert at > 0
    library = board.state.library
    library.claims.update(board.state.rows[4].id, kind="trend")
    assert board.board.table.claims.claim(4).kind == "trend"
    assert (board.state.row(board.state.current).number, bar.value()) == (4, at)


def test_what_was_written_while_one_reads_is_on_the_board_afterwards(board):  # noqa: F811
    window = board.window
    window.actions_.run("view.read")
    board.state.library.claims.update(claim(board, "footnote").id, statement="Other words.")
    window.actions_.run("view.claims")
    assert "Other words." in statements(board)


def test_an_empty_library_says_how_a_claim_is_made(open_window):  # noqa: F811
    window = open_window()
    window.actions_.run("view.claims")
    face = window.faces.face("claims")
    assert face.board.empty.isVisible()
    assert not face.board.empty.clear.isVisible()


def test_the_board_is_not_read_in_until_it_is_shown(open_window):  # noqa: F811
    window = open_window()
    assert window.faces._made == {}


def test_the_same_claim_twice_is_merged_by_its_number(board):  # noqa: F811
    click(board, 3, "statement")
    press(Key.Key_M, SHIFT)
    QTest.keyClicks(QApplication.focusWidget(), "c1")
    press(Key.Key_Return)
    assert labels(board) == [1, 2, 3, 5]
    assert claim(board, "closed for").passages == 2
    press(Key.Key_Z, CTRL)
    assert labels(board) == [1, 2, 3, 4, 5]


def test_several_claims_are_merged_into_the_first(board):  # noqa: F811
    click(board, 1, "statement")
    click(board, 2, "statement", CTRL)
    press(Key.Key_M)
    choose("Merge C3 into C2")
    assert labels(board) == [1, 2, 4, 5]


def test_the_menu_of_a_claim_has_what_its_keys_do(board):  # noqa: F811
    click(board, 1, "statement")
    board.show_menu(board.window.mapToGlobal(QPoint(400, 200)))
    choose("Status a step on")
    assert claim(board, "who counted").status == "in progress"


def test_a_column_is_chosen_to_sort_by_with_keys(board):  # noqa: F811
    press(Key.Key_O)
    choose("Sources")
    assert board.state.order == "sources"
    assert labels(board)[-1] == 1


def test_what_will_not_do_is_said_in_the_window(board):  # noqa: F811
    library = board.state.library
    library.review.ask_for(replace(library.review.minimum, other_person=True))
    board.state.show(claim(board, "closed for").id)
    board.run("claims.approve")
    assert board.window.messages.bar.isVisible()
    assert claim(board, "closed for").status == "checked"


def test_whoever_goes_to_a_place_or_brings_an_article_reads(board, tmp_path):  # noqa: F811
    window = board.window
    click(board, 3, "statement")
    press(Key.Key_Return)
    actions = window.actions_
    window.going.to_article(claim(board, "closed for").article)
    actions.run("view.claims")
    actions.run("go.back")
    assert window.faces.current == "read"
    assert window.desk.session.article.title == "The bridge again"
    actions.run("view.claims")
    file = tmp_path / "new.txt"
    file.write_text("A new one\n\nWith some words in it, which nobody has marked so far.\n")
    window.add_files([file])
    settle()
    assert window.desk.session.article.title == "A new one"
    assert window.faces.current == "read"


def test_colours_and_size_change_while_the_board_is_shown(board):  # noqa: F811
    table = board.board.table
    before = table.rowHeight(0)
    board.window.viewing.set_scheme("dark")
    board.window.viewing.set_scale(1.5)
    settle()
    assert table.rowHeight(0) == board.board.table.cells.row_height() > before
    image = board.board.grab().toImage()
    assert image.pixelColor(3, 3) == board.window.theme.colour("paper")
    assert image.pixelColor(3, 3).lightness() < 60


def test_claims_with_two_verdicts_are_merged_when_it_was_said_which_one_stays(board):  # noqa: F811
    click(board, 4, "statement")
    press(Key.Key_M, SHIFT)
    QTest.keyClicks(QApplication.focusWidget(), "c1")
    press(Key.Key_Return)
    settle()
    assert labels(board) == [1, 2, 3, 4, 5]
    choose("Merge C5 into C1, with the verdict “Mostly false”")
    assert labels(board) == [1, 2, 3, 4]
    assert claim(board, "closed for").verdict.name == "Mostly false"


def test_of_several_that_fit_one_is_chosen_and_the_box_is_gone(board):  # noqa: F811
    click(board, 1, "statement")
    press(Key.Key_M, SHIFT)
    asked = box()
    QTest.keyClicks(asked.lines[0], "months")
    press(Key.Key_Return)
    settle()
    choose("C4")
    assert labels(board) == [1, 3, 4, 5]
    assert not [w for w in board.window.findChildren(AskBox) if w.isVisible()]
