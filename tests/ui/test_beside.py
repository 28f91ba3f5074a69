"""A second article beside the first, in the real window."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.beside.claim_choice import ClaimChoice
from annotator.ui.kit import LinkButton
from tests.ui.board_desk import CTRL, SHIFT, press, settle
from tests.ui.evidence_desk import claim, drag_over, harbour  # noqa: F401 - fixtures
from tests.ui.pages_desk import report
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key
HERE = "The trend is hardly beyond any doubt"


def open_beside(window):
    window.beside.open(window.second)
    settle()
    return window.beside.pane


def choice(window):
    return next(w for w in window.findChildren(ClaimChoice) if w.isVisible())


def evidence(window, id):
    return window.desk.library.claims.get(id).evidence


def test_an_article_is_chosen_by_words_of_its_title(harbour):  # noqa: F811
    press(Key.Key_B, CTRL | SHIFT)
    QTest.keyClicks(QApplication.focusWidget(), "annual")
    press(Key.Key_Return)
    settle()
    assert harbour.beside.session.id == harbour.second
    assert harbour.desk.session.id == harbour.first
    assert (
        harbour.reader.isVisible() and harbour.beside.pane.isVisible() and harbour.cards.isVisible()
    )
    assert harbour.reader.width() > 400 and harbour.beside.pane.width() > 400
    assert harbour.beside.pane.view.view.hasFocus()


def test_esc_closes_it_and_the_library_comes_back(harbour):  # noqa: F811
    open_beside(harbour)
    assert not harbour.left.isVisible()
    press(Key.Key_Escape)
    assert not harbour.beside.pane.isVisible()
    assert harbour.left.isVisible()
    assert harbour.reader.view.hasFocus()
    assert not harbour.desk.library.is_open(harbour.second)


def test_what_is_selected_there_is_evidence_for_the_current_claim(harbour, qtbot):  # noqa: F811
    harbour.going.to_annotation(harbour.desk.session.owner_of(harbour.doubt))
    pane = open_beside(harbour)
    drag_over(pane.view.view, pane.session, HERE)
    qtbot.waitUntil(pane.view.bar.isVisible)
    QTest.keyClick(pane.view.view, Key.Key_E)
    assert choice(harbour).titles()[0].startswith("C2")
    asking = choice(harbour)
    panel = asking.frame().translated(asking.pos())
    chosen = pane.view.selection_in(harbour)
    assert chosen and not any(panel.intersects(rect) for rect in chosen)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    entry = evidence(harbour, harbour.doubt)[-1]
    assert (entry.quote, entry.stance) == (HERE, "refutes")
    assert entry.source.article == harbour.second
    assert pane.session.annotation(entry.source.annotation).quote == HERE
    assert pane.view.selection() is None
    assert "evidence for C2" in harbour.messages.bar.text()
    harbour.actions_.run("edit.undo")
    assert len(evidence(harbour, harbour.doubt)) == 2
    assert not pane.session.has(entry.source.annotation)


def test_a_claim_is_looked_for_by_its_words(harbour):  # noqa: F811
    pane = open_beside(harbour)
    drag_over(pane.view.view, pane.session, HERE)
    QTest.mouseClick(pane.use, Qt.MouseButton.LeftButton)
    QTest.keyClicks(QApplication.focusWidget(), "beyond")
    assert [title[:2] for title in choice(harbour).titles()] == ["C2"]
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert len(evidence(harbour, harbour.doubt)) == 2


def test_without_a_selection_it_says_what_is_missing(harbour):  # noqa: F811
    pane = open_beside(harbour)
    assert not pane.use.isEnabled()
    QTest.keyClick(pane.view.view, Key.Key_E)
    assert not [w for w in harbour.findChildren(ClaimChoice) if w.isVisible()]


def test_find_looks_in_the_article_one_is_in(harbour):  # noqa: F811
    pane = open_beside(harbour)
    press(Key.Key_F, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "months")
    start, end = pane.view.finding.hit
    assert pane.session.article.text[start:end] == "months"
    press(Key.Key_Escape)
    assert pane.isVisible()
    harbour.reader.setFocus()
    press(Key.Key_F, CTRL)
    assert harbour.reader.find_bar.isVisible()


def test_in_a_narrow_window_it_takes_the_cards_place(harbour):  # noqa: F811
    pane = open_beside(harbour)
    harbour.resize(1200, 800)
    settle()
    assert pane.isVisible() and harbour.reader.isVisible()
    assert not harbour.cards.isVisible()
    assert pane.width() > 450
    harbour.resize(700, 700)
    settle()
    assert pane.isVisible() and not harbour.reader.isVisible()
    harbour.resize(1440, 900)
    settle()
    assert pane.isVisible() and harbour.cards.isVisible()
    harbour.beside.close()
    assert harbour.cards.isVisible() and harbour.left.isVisible()


def test_in_a_narrow_window_it_makes_way_for_what_is_written_on_cards(harbour):  # noqa: F811
    harbour.resize(1200, 800)
    settle()
    pane = open_beside(harbour)
    drag_over(harbour.reader.view, harbour.desk.session, "Nobody asked who counted")
    QTest.keyClick(harbour.reader.view, Key.Key_C)
    settle()
    assert harbour.cards.isVisible() and not pane.isVisible()
    assert QApplication.focusWidget().accessibleName() == "Statement"
    press(Key.Key_Escape)
    harbour.reader.setFocus()
    press(Key.Key_B, CTRL | SHIFT)
    assert pane.isVisible() and pane.view.view.hasFocus()
    assert harbour.beside.session.id == harbour.second


def test_words_of_pages_beside_are_evidence(harbour, tmp_path, qtbot):  # noqa: F811
    file = tmp_path / "bridge.pdf"
    file.write_bytes(report())
    harbour.beside.open(harbour.desk.library.import_file(file).id)
    pane = harbour.beside.pane
    qtbot.waitUntil(lambda: pane.view.view.places.known(0) is not None)
    assert pane.view.paged
    start = pane.session.article.text.index("eleven months")
    pane.view.set_selection(start, start + len("eleven months"))
    assert pane.view.view.hasFocus()
    press(Key.Key_E)
    press(Key.Key_Return)
    assert evidence(harbour, harbour.fell)[-1].quote == "eleven months"


def test_the_two_change_places(harbour):  # noqa: F811
    open_beside(harbour)
    QTest.mouseClick(harbour.beside.pane.swap, Qt.MouseButton.LeftButton)
    settle()
    assert harbour.desk.session.id == harbour.second
    assert harbour.beside.session.id == harbour.first


def test_opening_the_second_article_itself_closes_the_second_pane(harbour):  # noqa: F811
    pane = open_beside(harbour)
    harbour.going.to_article(harbour.second)
    assert not pane.isVisible()
    assert harbour.desk.library.is_open(harbour.second)
    assert harbour.desk.session.article.title == "The annual report"


def test_an_article_put_into_the_trash_is_not_shown_any_more(harbour):  # noqa: F811
    pane = open_beside(harbour)
    harbour.desk.library.remove_article(harbour.second)
    assert not pane.isVisible()
    assert harbour.beside.session is None


def test_f6_goes_through_both_articles(harbour):  # noqa: F811
    pane = open_beside(harbour)
    harbour.reader.setFocus()
    press(Key.Key_F6)
    assert pane.view.view.hasFocus()
    press(Key.Key_F6)
    assert harbour.cards.isAncestorOf(QApplication.focusWidget())


def test_an_article_dropped_on_the_text_opens_beside_it(harbour):  # noqa: F811
    model = harbour.left.model
    row = list(model.ids()).index(harbour.second)
    data = model.mimeData([model.index(row)])
    port = harbour.reader.view.viewport()
    place = QPoint(100, 100)
    enter = QDragEnterEvent(
        place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(port, enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(place), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(port, drop)
    settle()
    assert harbour.beside.session.id == harbour.second


def test_the_lists_menu_opens_an_article_beside(harbour):  # noqa: F811
    harbour.left.articles.setCurrentIndex(harbour.left.model.place(harbour.second))
    menu = harbour.left.article_menu()
    next(action for action in menu.actions() if action.text() == "Open beside").trigger()
    menu.deleteLater()
    assert harbour.beside.session.id == harbour.second


def test_the_editor_of_a_source_leads_to_another_article(harbour):  # noqa: F811
    harbour.going.to_annotation(harbour.desk.session.owner_of(harbour.doubt))
    harbour.cards.begin_source(harbour.doubt)
    settle()
    buttons = [b for b in harbour.cards.findChildren(LinkButton) if b.isVisible()]
    button = next(b for b in buttons if b.text() == "From another article…")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(QApplication.focusWidget(), "annual")
    press(Key.Key_Return)
    settle()
    pane = harbour.beside.pane
    assert pane.session.id == harbour.second and not harbour.cards.deck.editing
    drag_over(pane.view.view, pane.session, HERE)
    QTest.keyClick(pane.view.view, Key.Key_E)
    press(Key.Key_Return)
    assert evidence(harbour, harbour.doubt)[-1].quote == HERE


def test_a_claim_made_meanwhile_can_be_chosen(harbour):  # noqa: F811
    pane = open_beside(harbour)
    claim(harbour.desk.session, "Nobody asked who counted")
    drag_over(pane.view.view, pane.session, HERE)
    harbour.beside.use()
    assert [title[:2] for title in choice(harbour).titles()] == ["C1", "C2", "C3"]


def test_a_message_leaves_the_focus_where_one_writes(harbour):  # noqa: F811
    harbour.resize(1200, 800)
    settle()
    open_beside(harbour)
    drag_over(harbour.reader.view, harbour.desk.session, "Nobody asked who counted")
    QTest.keyClick(harbour.reader.view, Key.Key_C)
    settle()
    writing = QApplication.focusWidget()
    harbour.messages.inform("Something was saved.")
    settle()
    assert harbour.messages.bar.isVisible()
    assert QApplication.focusWidget() is writing and writing.isVisible()


def test_a_message_on_the_board_brings_no_other_pane_to_the_front(harbour):  # noqa: F811
    harbour.resize(600, 800)
    settle()
    open_beside(harbour)
    press(Key.Key_F7)
    settle()
    table = harbour.faces.face("claims").board.table
    table.setFocus()
    harbour.messages.inform("Something was saved.")
    settle()
    assert table.hasFocus() and table.isVisible()


def test_the_boards_lists_stay_while_a_second_article_is_open(harbour):  # noqa: F811
    pane = open_beside(harbour)
    assert not harbour.left.isVisible()
    press(Key.Key_F7)
    settle()
    assert harbour.left.isVisible()
    press(Key.Key_F5)
    settle()
    assert pane.isVisible() and not harbour.left.isVisible()
