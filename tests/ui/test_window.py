"""The main job in the real window: mouse, keys, and what then stands in the file."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from annotator.app import make_window
from annotator.library import Preferences
from tests.ui.shelf_desk import drop

TEXT = """What the bridge cost

The bridge was closed for eleven months, the city said on Monday, and nobody was told why.

Nobody knows who counted the months. A newsletter repeated the figure without a footnote.
"""
WORDS = "eleven months"


@pytest.fixture
def preferences(tmp_path):
    preferences = Preferences(tmp_path / "settings.json")
    preferences.set("scheme", "light")
    preferences.set("name", "A. Student")
    return preferences


@pytest.fixture
def open_window(tmp_path, qtbot, qapp, preferences):
    """Opens the window on a library in a folder of its own; again after it was closed."""
    opened = []

    def make(*arguments, size=(1440, 900)):
        path = tmp_path / "library.annotator"
        window = make_window(qapp, [str(path), *map(str, arguments)], preferences)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        opened.append(window)
        return window

    yield make
    for window in opened:
        if isValid(window):
            window.close()
    QApplication.processEvents()


@pytest.fixture
def article_file(tmp_path):
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def window(open_window, article_file):
    window = open_window(article_file)
    assert window.desk.session is not None
    return window


def rows(window, query):
    with closing(sqlite3.connect(window.desk.library.path)) as plain:
        return plain.execute(query).fetchall()


def place(window, words=WORDS):
    start = window.desk.session.article.text.index(words)
    return start, start + len(words)


def drag_over(window, words=WORDS):
    """Select words with the mouse, as a hand does."""
    view = window.reader.view
    rectangles = view.rectangles(*place(window, words))
    first = rectangles[0].topLeft() + QPoint(1, rectangles[0].height() // 2)
    last = QPoint(rectangles[-1].right() + 1, rectangles[-1].center().y())
    corner = view.viewport().pos()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first - corner)
    QTest.mouseMove(view.viewport(), last - corner)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last - corner)


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def test_select_with_the_mouse_press_a_key_and_look_at_the_file(window):
    drag_over(window)
    assert window.reader.selection() == place(window)
    press(window, Qt.Key.Key_3)
    assert rows(window, "SELECT colour, deleted FROM annotations") == [("green", 0)]
    assert rows(window, "SELECT exact FROM targets") == [(WORDS,)]
    assert window.desk.current == window.desk.session.ids()[0]
    press(window, Qt.Key.Key_4)
    assert rows(window, "SELECT colour FROM annotations") == [("blue",)]
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows(window, "SELECT colour FROM annotations") == [("green",)]
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.session.ids() == []
    press(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(window.desk.session.ids()) == 1


def test_mark_claim_source_and_export_with_keys_only(window, qtbot, tmp_path):
    view = window.reader.view
    view.setFocus()
    text = window.desk.session.article.text
    window.reader.set_caret(text.index("The bridge was"))
    for _word in range(3):
        press(window, Qt.Key.Key_Right, CTRL_SHIFT)
    press(window, Qt.Key.Key_2)
    press(window, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not view)
    QTest.keyClicks(QApplication.focusWidget(), "The bridge was shut.")
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (statement,) = rows(window, "SELECT statement FROM claims")[0]
    assert "The bridge was shut." in statement
    view.setFocus()
    press(window, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not view)
    QTest.keyClicks(QApplication.focusWidget(), "example.org/minutes")
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rows(window, "SELECT url FROM sources") == [("https://example.org/minutes",)]
    assert rows(window, "SELECT claim IS NOT NULL FROM evidence") == [(1,)]
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    QApplication.activeModalWidget().close()


CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_note_typed_in_the_card_is_in_the_file(window, qtbot):
    drag_over(window)
    press(window, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not window.reader.view)
    QTest.keyClicks(QApplication.focusWidget(), "Who counted?")
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rows(window, "SELECT note FROM annotations") == [("Who counted?",)]


def test_closing_and_coming_back_finds_everything_where_it_was(window, open_window):
    drag_over(window)
    press(window, Qt.Key.Key_1)
    article = window.desk.session.id
    window.close()
    again = open_window()
    again.desk.open_article(article)
    assert [a.quote for a in again.desk.session.annotations()] == [WORDS]
    assert again.actions_.enabled("edit.undo")
    again.actions_.run("edit.undo")
    assert again.desk.session.annotations() == []


def test_letters_typed_into_a_field_mark_nothing(window):
    drag_over(window)
    window.left.focus_search()
    QTest.keyClicks(QApplication.focusWidget(), "123 cnt")
    assert rows(window, "SELECT count(*) FROM annotations") == [(0,)]


def test_single_letters_can_be_switched_off(window):
    window.actions_.set_single_letters(False)
    drag_over(window)
    press(window, Qt.Key.Key_1)
    assert rows(window, "SELECT count(*) FROM annotations") == [(0,)]


def test_a_refused_file_is_one_sentence_in_the_window(window, tmp_path):
    bad = tmp_path / "picture.html"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    window.add_files([bad])
    assert "picture.html" in window.messages.bar.text()
    assert rows(window, "SELECT count(*) FROM articles") == [(1,)]


def test_the_same_file_again_is_said_and_opened(window, article_file):
    window.add_files([article_file])
    assert "already" in window.messages.bar.text()
    assert rows(window, "SELECT count(*) FROM articles") == [(1,)]


def test_several_files_are_reported(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))
    files = []
    for number in range(3):
        file = tmp_path / f"{number}.md"
        file.write_text(f"# Title {number}\n\nSome words to read.\n", encoding="utf-8")
        files.append(file)
    refused = tmp_path / "scan.tiff"
    refused.write_bytes(b"II*\x00" + bytes(500))
    window.add_files([*files, refused])
    qtbot.waitUntil(lambda: "3 articles added" in window.messages.bar.text(), timeout=30_000)
    assert "1 refused" in window.messages.bar.text()
    assert rows(window, "SELECT count(*) FROM articles") == [(4,)]


@pytest.mark.parametrize("on", ["cards", "top", "status", "text", "note"])
def test_files_are_dropped_anywhere_on_the_window(window, tmp_path, on):
    dropped = tmp_path / "dropped.txt"
    dropped.write_text("Another one\n\nSome words of it.\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(dropped))])
    data.setText(str(dropped))  # as file managers do
    if on == "note":
        window.cards.add_page_note()
    widget = {
        "cards": window.cards.list.viewport(), "top": window.top, "status": window.status,
        "text": window.reader.view.viewport(), "note": QApplication.focusWidget(),
    }[on]  # fmt: skip
    assert drop(widget, QPoint(5, 5), data)
    assert window.desk.session.article.title == "Another one"


def test_what_another_program_writes_is_seen(window, qtbot, preferences):
    from annotator.library import Library

    path, article = window.desk.library.path, window.desk.session.id
    with Library.open(path, preferences=preferences) as other:
        other.session(article).highlight(*place(window), note="from elsewhere")
    qtbot.waitUntil(lambda: len(window.desk.session.ids()) == 1, timeout=5_000)
    assert window.desk.session.annotations()[0].note == "from elsewhere"


def test_a_block_can_be_said_to_be_furniture_and_taken_back(window):
    block = window.desk.session.article.blocks[-1]
    window.reader.view.setFocus()
    window.reader.set_caret(block.start + 3)
    press(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert not window.desk.session.article.blocks[-1].main
    window.actions_.run("edit.undo")
    assert window.desk.session.article.blocks[-1].main


def test_an_article_removed_can_be_brought_back(window):
    window.actions_.run("article.remove")
    assert window.desk.session is None
    assert rows(window, "SELECT deleted FROM articles") == [(1,)]
    window.actions_.run("edit.undo")
    assert rows(window, "SELECT deleted FROM articles") == [(0,)]


@pytest.mark.parametrize(("width", "shown"), [(1440, "wide"), (1000, "drawer"), (700, "single")])
def test_narrow_windows_fold_their_panes(open_window, article_file, width, shown):
    window = open_window(article_file, size=(width, 700))
    assert window.panes.arrangement == shown
    assert window.panes.is_shown("centre")
    assert window.panes.is_shown("right") == (shown == "wide")
    window.actions_.run("view.cards")
    assert window.panes.is_shown("right") == (shown != "wide")


def test_f6_goes_round_the_panes(window):
    window.reader.view.setFocus()
    seen = []
    for _turn in range(3):
        press(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        seen.append(next(
            name for name, pane in (("left", window.left), ("centre", window.centre),
                                    ("right", window.cards))
            if pane is focus or pane.isAncestorOf(focus)
        ))  # fmt: skip
    assert seen == ["right", "left", "centre"]


def test_the_place_in_an_article_is_remembered(open_window, tmp_path):
    long = tmp_path / "long.txt"
    paragraphs = [f"Paragraph {n} says something at some length. " * 8 for n in range(80)]
    long.write_text("A long one\n\n" + "\n\n".join(paragraphs), encoding="utf-8")
    window = open_window(long)
    article = window.desk.session.id
    window.reader.scroll_to(window.desk.session.article.text.index("Paragraph 60"), align="top")
    before = window.reader.visible_range()[0]
    window.close()
    again = open_window()
    again.desk.open_article(article)
    QApplication.processEvents()
    assert abs(again.reader.visible_range()[0] - before) < 400
