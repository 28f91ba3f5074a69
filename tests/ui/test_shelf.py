"""The left pane: rows that say what was done, filters, search over everything, files dropped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from annotator.errors import LibraryBusy
from annotator.store import HIT_END, HIT_START, articles
from annotator.ui.shelf import article_delegate, article_model, lines, wording
from annotator.ui.theme import Theme
from tests.store.builders import add_article, small_article
from tests.ui.shelf_desk import HARBOUR, Shelf, click_row, drop, row_of


@pytest.fixture
def shelf(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path, theme)
    with qtbot.waitExposed(shelf.pane):
        shelf.pane.show()
    yield shelf
    shelf.close()


def choose(menu: QMenu, *path: str) -> None:
    """Take a command of a menu, by the texts on the way."""
    action = next(a for a in menu.actions() if a.text().split("\t")[0] == path[0])
    if len(path) > 1:
        choose(action.menu(), *path[1:])
    else:
        assert action.isEnabled()
        action.trigger()


def texts(menu: QMenu) -> list[str]:
    return [a.text().split("\t")[0] for a in menu.actions() if not a.isSeparator()]


# Rows


def test_rows_say_where_from_when_and_what_was_done(shelf: Shelf) -> None:
    claim = shelf.session.claim(*shelf.place("38 percent"))
    shelf.session.claim(*shelf.place("Nine of the eleven"))
    shelf.session.update_claim(claim.id, verdict="True")
    shelf.library.session(shelf.bridge).highlight(11, 16)
    assert shelf.spoken(shelf.pane.articles) == [
        f"{HARBOUR}, Coastal Review · 12 May 2026, 1 of 2 claims checked",
        "The bridge, ledger.example · 2026, 1 note",
        "Council minutes, bridge.txt · no date yet",
    ]


def test_what_is_set_aside_is_done(shelf: Shelf) -> None:
    claim = shelf.session.claim(*shelf.place("38 percent"))
    shelf.session.update_claim(claim.id, verdict="Opinion", why="a taste")
    row = shelf.library.articles([shelf.harbour])[0]
    assert wording.work_text(row) == "1 of 1"
    assert article_model.is_done(row)
    assert shelf.spoken(shelf.pane.articles)[0].endswith("0 of 1 claim checked, 1 set aside")


def test_a_click_or_enter_opens_and_ctrl_click_only_chooses(shelf: Shelf, qtbot: QtBot) -> None:
    view = shelf.pane.articles
    with qtbot.waitSignal(shelf.pane.article_chosen) as chosen:
        click_row(view, "The bridge")
    assert chosen.args == [shelf.bridge]
    with qtbot.assertNotEmitted(shelf.pane.article_chosen):
        click_row(view, "Council", Qt.KeyboardModifier.ControlModifier)
    assert view.chosen_ids() == [shelf.bridge, shelf.minutes]
    view.setCurrentIndex(row_of(view, "The bridge"))
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(shelf.pane.article_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [shelf.minutes]


def test_a_long_title_takes_two_lines_and_room_decides(shelf: Shelf, qtbot: QtBot) -> None:
    view = shelf.pane.articles

    def height(start: str) -> int:
        return view.visualRect(row_of(view, start)).height()

    assert height("What the harbour") == height("The bridge") + 17
    shelf.pane.resize(700, 760)
    qtbot.waitUntil(lambda: height("What the harbour") == height("The bridge"))


def test_a_claim_brings_the_line_of_progress(shelf: Shelf, theme: Theme) -> None:
    def green() -> int:
        image, good = shelf.pane.grab().toImage(), theme.colour("good")
        rows = [
            sum(image.pixelColor(x, y) == good for x in range(image.width()))
            for y in range(image.height())
        ]
        return max(rows)

    assert green() == 0
    claim = shelf.session.claim(*shelf.place("38 percent"))
    other = shelf.session.claim(*shelf.place("Nine of the eleven"))
    shelf.session.update_claim(claim.id, verdict="False")
    half = green()
    shelf.session.update_claim(other.id, verdict="True")
    assert 100 < half < 140
    assert green() == pytest.approx(2 * half, abs=6)


def test_only_what_changed_is_asked_for(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    ask = shelf.library.articles
    monkeypatch.setattr(shelf.library, "articles", lambda ids=None: asked.append(ids) or ask(ids))
    shelf.session.highlight(*shelf.place("38 percent"))
    assert asked == [{shelf.harbour}]
    assert shelf.spoken(shelf.pane.articles)[0].endswith("1 note")


def test_thousands_of_rows_are_not_laid_out_for_an_edit(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with shelf.library.store.write("import") as batch:
        for number in range(3_000):
            article = small_article((f"Paragraph {number}.",), f"Article {number}")
            articles.add(shelf.library.store.connection, batch, article, b"%d" % number, "a.txt")
    qtbot.waitUntil(lambda: shelf.pane.articles.verticalScrollBar().maximum() > 100_000)
    shelf.pane.grab()  # has what is still to be laid out done
    measured, painted = [], []
    delegate = article_delegate.ArticleDelegate
    height, paint = delegate.height, delegate._paint_title
    monkeypatch.setattr(
        delegate, "height", lambda self, row: measured.append(row) or height(self, row)
    )
    monkeypatch.setattr(
        delegate, "_paint_title", lambda self, *args: painted.append(1) or paint(self, *args)
    )
    shelf.session.highlight(*shelf.place("38 percent"))
    shelf.pane.grab()
    assert 0 < len(measured) < 300
    assert 0 < len(painted) < 100


def test_articles_come_go_and_return_to_their_place(shelf: Shelf) -> None:
    assert shelf.titles() == [HARBOUR, "The bridge", "Council minutes"]
    shelf.library.remove_article(shelf.bridge)
    assert shelf.titles() == [HARBOUR, "Council minutes"]
    shelf.library.undo()
    assert shelf.titles() == [HARBOUR, "The bridge", "Council minutes"]
    add_article(shelf.library, small_article(("Newest.",), "Third report"))
    assert shelf.titles()[0] == "Third report"
    shelf.library.set_details(shelf.minutes, title="Minutes of the council")
    assert shelf.titles()[-1] == "Minutes of the council"
    assert shelf.chips()[0] == "All 4"


def test_filters_show_what_is_to_check_and_what_is_done(shelf: Shelf, qtbot: QtBot) -> None:
    done = shelf.session.claim(*shelf.place("38 percent"), verdict="True")
    shelf.library.session(shelf.bridge).claim(11, 16)
    assert shelf.chips() == ["All 3", "To check 1", "Done 1"]
    chips = shelf.pane.header.chips
    qtbot.mouseClick(chips["open"], Qt.MouseButton.LeftButton)
    assert shelf.titles() == ["The bridge"]
    qtbot.mouseClick(chips["done"], Qt.MouseButton.LeftButton)
    assert shelf.titles() == [HARBOUR]
    shelf.session.update_claim(done.id, status="to check")
    assert (shelf.titles(), shelf.chips()[2]) == ([], "Done 0")
    assert "Choose All" in shelf.pane.body.hint.text()
    assert shelf.pane.body.hint.isVisible()


def test_the_rows_grow_with_the_interface(shelf: Shelf, theme: Theme, qtbot: QtBot) -> None:
    view = shelf.pane.articles
    before = view.visualRect(row_of(view, "The bridge")).height()
    theme.set_scale(2.0)
    shelf.pane.resize(572, 1400)
    qtbot.waitUntil(lambda: view.visualRect(row_of(view, "The bridge")).height() == 2 * before)


def test_without_a_library_and_without_articles(shelf: Shelf, tmp_path: Path) -> None:
    from tests.store.builders import open_library

    assert shelf.pane.has_articles()
    with open_library(tmp_path / "empty.annotator") as empty:
        shelf.pane.set_library(empty)
        assert not shelf.pane.has_articles()
        assert "Drop saved ones here" in shelf.pane.body.hint.text()
        assert not shelf.pane.sections.isVisible()
        shelf.pane.set_library(None)
        assert shelf.pane.body.hint.text() == ""


# What can be done with rows


def test_the_menu_of_a_row(shelf: Shelf, qtbot: QtBot) -> None:
    air = shelf.library.add_collection("Air & water")
    click_row(shelf.pane.articles, "The bridge")
    menu = shelf.pane.article_menu()
    assert texts(menu) == ["Open", "Open beside", "Details…", "Add to collection", "Remove article"]
    with qtbot.waitSignal(shelf.pane.details_requested) as asked:
        choose(menu, "Details…")
    assert asked.args == [shelf.bridge]
    choose(menu, "Add to collection", "Air && water")
    assert shelf.library.articles_in(air.id) == {shelf.bridge}
    shelf.pane.collections.choose(air.id)
    click_row(shelf.pane.articles, "The bridge")
    choose(shelf.pane.article_menu(), "Remove from collection")
    assert shelf.library.articles_in(air.id) == set()
    assert "This collection is empty" in shelf.pane.body.hint.text()


def test_delete_removes_what_is_chosen_and_undo_brings_it_back(shelf: Shelf) -> None:
    click_row(shelf.pane.articles, "The bridge")
    click_row(shelf.pane.articles, "Council", Qt.KeyboardModifier.ControlModifier)
    assert "Remove 2 articles" in texts(shelf.pane.article_menu())
    QTest.keyClick(shelf.pane.articles, Qt.Key.Key_Delete)
    assert shelf.titles() == [HARBOUR]
    shelf.library.undo()
    assert len(shelf.titles()) == 3


def test_what_fails_is_told_and_can_be_tried_again(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_ids: str) -> None:
        raise LibraryBusy("The disk is full.")

    click_row(shelf.pane.articles, "The bridge")
    with monkeypatch.context() as patch:
        patch.setattr(shelf.library, "remove_article", busy)
        QTest.keyClick(shelf.pane.articles, Qt.Key.Key_Delete)
    sentence, retry = shelf.failures[-1]
    assert (sentence, len(shelf.titles())) == ("The disk is full.", 3)
    retry()
    assert len(shelf.titles()) == 2


def test_files_dropped_anywhere_are_told(shelf: Shelf, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.html"))])
    pane = shelf.pane
    for widget in (pane.articles.viewport(), pane.sections.viewport(), pane.header.search.edit):
        with qtbot.waitSignal(pane.files_dropped) as told:
            assert drop(widget, QPoint(20, 10), data)
        assert told.args == [[tmp_path / "a.html"]]
    data = QMimeData()
    data.setText("just words")
    assert not drop(pane.articles.viewport(), QPoint(20, 10), data)


# Search


def typed(shelf: Shelf, qtbot: QtBot, text: str) -> None:
    """Type into the search and wait until it was asked."""
    shelf.pane.focus_search()
    with qtbot.waitSignal(shelf.pane.finder.changed):
        QTest.keyClicks(shelf.pane.header.search.edit, text)


def test_search_finds_while_one_types(shelf: Shelf, qtbot: QtBot) -> None:
    note = shelf.session.highlight(*shelf.place("38 percent"), note="Ask the harbour master.")
    typed(shelf, qtbot, "harb")
    results, pane = shelf.pane.finder.list, shelf.pane
    assert results.isVisible()
    assert not pane.articles.isVisible()
    assert not pane.header.chips["all"].isVisible()
    said = shelf.spoken(results)
    assert [said[0], said[2], said[4]] == ["Titles", "Notes", "Texts"]
    assert said[3] == f"note, Ask the harbour master., {HARBOUR}"
    QTest.keyClick(pane.header.search.edit, Qt.Key.Key_Down)
    QTest.keyClick(results, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.hit_chosen) as chosen:
        QTest.keyClick(results, Qt.Key.Key_Return)
    assert chosen.args == [shelf.harbour, note.id, "harb"]
    QTest.keyClick(results, Qt.Key.Key_Up)
    QTest.keyClick(results, Qt.Key.Key_Up)
    assert pane.header.search.edit.hasFocus()


def test_enter_takes_the_first_place_at_once(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.pane.focus_search()
    QTest.keyClicks(shelf.pane.header.search.edit, "bridge")
    with qtbot.waitSignal(shelf.pane.hit_chosen) as chosen:
        QTest.keyClick(shelf.pane.header.search.edit, Qt.Key.Key_Return)
    assert chosen.args == [shelf.bridge, "", "bridge"]


def test_esc_leads_back_to_the_articles(shelf: Shelf, qtbot: QtBot) -> None:
    typed(shelf, qtbot, "bridge")
    edit = shelf.pane.header.search.edit
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(shelf.pane.finder.list, Qt.Key.Key_Escape)
    assert edit.hasFocus()
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert shelf.pane.articles.isVisible()
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert shelf.pane.articles.hasFocus()


def test_nothing_found_says_what_to_do(shelf: Shelf, qtbot: QtBot) -> None:
    typed(shelf, qtbot, "zeppelin")
    hint = shelf.pane.body.hint
    assert hint.isVisible()
    assert "“zeppelin”" in hint.text()
    assert "fewer words" in hint.text()


def test_results_follow_what_is_written(shelf: Shelf, qtbot: QtBot) -> None:
    typed(shelf, qtbot, "zeppelin")
    with qtbot.waitSignal(shelf.pane.finder.changed):
        shelf.session.page_note("A zeppelin over the harbour.")
    assert shelf.spoken(shelf.pane.finder.list)[0] == "Notes"


def test_words_that_stand_apart_lead_to_the_first_of_them(shelf: Shelf, qtbot: QtBot) -> None:
    typed(shelf, qtbot, "everywhere figure")
    with qtbot.waitSignal(shelf.pane.hit_chosen) as chosen:
        click_row(shelf.pane.finder.list, "text, ")
    assert chosen.args == [shelf.harbour, "", "figure"]


def test_what_is_not_known_leaves_no_dots_in_results(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.library.set_details(shelf.minutes, site="Council office")
    typed(shelf, qtbot, "bridge")
    assert shelf.spoken(shelf.pane.finder.list)[:2] == ["Titles", "title, The bridge"]
    shelf.pane.header.search.clear()
    typed(shelf, qtbot, "minutes")
    said = shelf.spoken(shelf.pane.finder.list)[1]
    assert said == "title, Council minutes · Council office"


def test_many_places_say_that_they_are_not_all(shelf: Shelf, qtbot: QtBot) -> None:
    with shelf.library.batch("notes"):
        for number in range(60):
            shelf.session.page_note(f"Zeppelin {number}")
    typed(shelf, qtbot, "zeppelin")
    results = shelf.pane.finder.list
    said = shelf.spoken(results)
    assert len(said) == 1 + 50 + 1
    assert said[-1].startswith("Only the first 50 places.")
    QTest.keyClick(shelf.pane.header.search.edit, Qt.Key.Key_Down)
    QTest.keyClick(results, Qt.Key.Key_End)
    QTest.keyClick(results, Qt.Key.Key_Down)
    with qtbot.waitSignal(shelf.pane.hit_chosen) as chosen:
        QTest.keyClick(results, Qt.Key.Key_Return)
    assert shelf.session.annotation(chosen.args[1]).note.startswith("Zeppelin")
    shelf.pane.header.search.clear()
    typed(shelf, qtbot, "zeppelin 59")
    assert not shelf.spoken(results)[-1].startswith("Only")


def test_found_words_are_counted_as_qt_counts() -> None:
    marked = f"😀 an {HIT_START}air{HIT_END} of {HIT_START}x{HIT_END}"
    text, found = lines.found_ranges(marked)
    assert text == "😀 an air of x"
    assert found == [(6, 9), (13, 14)]


def test_found_words_are_told_apart(shelf: Shelf, theme: Theme, qtbot: QtBot) -> None:
    typed(shelf, qtbot, "bridge")
    image = shelf.pane.finder.list.grab().toImage()
    ground = theme.colour("accent_ground")
    assert any(
        image.pixelColor(x, y) == ground
        for x in range(image.width())
        for y in range(image.height())
    )
