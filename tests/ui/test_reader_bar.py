"""The bar at the selection and find in the article, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.reader import Reader
from annotator.ui.reader.finding import find_matches
from annotator.ui.theme import Theme
from tests.ui.sessions import MemorySession, article_of

LEFT = Qt.MouseButton.LeftButton
TEXT = "The winter was long. In winter ships keep their engines running; winters are cold."
ARTICLE = article_of(
    "# Winter", TEXT, "-- winter sale", *["Nothing to be found here."] * 40, "Winter."
)


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme) -> Reader:
    reader = Reader(theme)
    qtbot.addWidget(reader)
    reader.resize(800, 600)
    reader.show()
    reader.activateWindow()
    qtbot.waitUntil(reader.isActiveWindow)
    reader.set_session(MemorySession(ARTICLE))
    reader.view.setFocus()
    return reader


def _select(qtbot: QtBot, reader: Reader, words: str) -> tuple[int, int]:
    start = ARTICLE.text.index(words)
    reader.set_selection(start, start + len(words))
    qtbot.waitUntil(reader.bar.isVisible)
    return start, start + len(words)


# The bar


def test_it_comes_under_the_end_of_the_selection(qtbot: QtBot, reader: Reader) -> None:
    passage = _select(qtbot, reader, "winter was long")
    end = reader.rectangles(*passage)[-1]
    frame = reader.bar.frame().translated(reader.bar.pos())
    assert end.bottom() < frame.top() < end.bottom() + 20
    assert frame.left() <= end.right() <= frame.right()
    assert reader.view.hasFocus()  # typing goes on in the article


def test_near_the_bottom_it_stands_above(qtbot: QtBot, reader: Reader) -> None:
    reader.resize(800, 190)
    passage = _select(qtbot, reader, "winter was long")
    frame = reader.bar.frame().translated(reader.bar.pos())
    assert frame.bottom() < reader.rectangles(*passage)[0].top()
    assert frame.bottom() < reader.height()


def test_it_goes_with_the_selection_and_leaves_with_it(qtbot: QtBot, reader: Reader) -> None:
    _select(qtbot, reader, "winter was long")
    reader.view.verticalScrollBar().setValue(600)
    assert not reader.bar.isVisible()
    reader.clear_selection()
    reader.view.verticalScrollBar().setValue(0)
    assert not reader.bar.isVisible()


def test_it_is_out_of_the_way_while_one_scrolls(qtbot: QtBot, reader: Reader) -> None:
    passage = _select(qtbot, reader, "winter was long")
    reader.view.verticalScrollBar().setValue(20)
    assert not reader.bar.isVisible()
    qtbot.waitUntil(reader.bar.isVisible)
    frame = reader.bar.frame().translated(reader.bar.pos())
    assert not frame.intersects(reader.rectangles(*passage)[0])


def test_who_goes_along_it_by_keys_keeps_it(qtbot: QtBot, reader: Reader) -> None:
    _select(qtbot, reader, "winter was long")
    QTest.keyClick(reader.view, Qt.Key.Key_Return)
    reader.view.verticalScrollBar().setValue(20)
    assert reader.bar.isVisible()
    assert reader.bar.dots[0].hasFocus()


def test_a_colour_is_chosen_by_mouse(qtbot: QtBot, reader: Reader) -> None:
    passage = _select(qtbot, reader, "winter was long")
    dot = reader.bar.dots[2]
    with qtbot.waitSignal(reader.action_chosen) as chosen:
        QTest.mouseClick(dot, LEFT, pos=QPoint(dot.width() // 2, dot.height() // 2))
    assert chosen.args == ["mark.colour.green"]
    assert reader.selection() == passage


def test_enter_goes_in_arrows_go_along_and_escape_comes_back(qtbot: QtBot, reader: Reader) -> None:
    passage = _select(qtbot, reader, "winter was long")
    QTest.keyClick(reader.view, Qt.Key.Key_Return)
    assert reader.bar.dots[0].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert reader.bar.dots[1].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert reader.bar.commands["edit.copy"].hasFocus()  # round the end
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert reader.view.hasFocus()
    assert reader.selection() == passage
    assert reader.caret() == passage[1]


def test_enter_in_the_bar_chooses(qtbot: QtBot, reader: Reader) -> None:
    _select(qtbot, reader, "winter was long")
    QTest.keyClick(reader.view, Qt.Key.Key_Return)
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    with qtbot.waitSignal(reader.action_chosen) as chosen:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == ["mark.claim"]
    assert reader.view.hasFocus()


def test_names_and_keys_are_told(reader: Reader) -> None:
    reader.set_colour_names({"yellow": "question"})
    assert reader.bar.dots[0].toolTip() == "question (1)"
    assert "question" in reader.bar.dots[0].accessibleName()
    assert reader.bar.commands["mark.claim"].toolTip() == "Claim (C)"


# Find


@pytest.mark.parametrize(
    ("query", "options", "count"),
    [
        ("winter", {}, 5),
        ("winter", {"case": True}, 3),
        ("winter", {"words": True}, 4),
        ("engines  running", {}, 1),
        ("   ", {}, 0),
        ("(", {}, 0),
    ],
)
def test_matches(query: str, options: dict[str, bool], count: int) -> None:
    shown = [(block.start, block.end) for block in ARTICLE.blocks if block.main]
    found = find_matches(ARTICLE.text, shown, query, **options)
    assert len(found) == count
    words = " ".join(query.split()).lower()
    assert all(ARTICLE.text[slice(*hit)].lower() == words for hit in found)


def test_matches_count_code_points_and_know_curly_quotes() -> None:
    text = "😀 the port’s “own” note"
    assert find_matches(text, [(0, len(text))], "port's") == [(6, 12)]
    assert find_matches(text, [(0, len(text))], '"own"') == [(13, 18)]
    assert find_matches(text, [(0, 8), (8, len(text))], "port") == []  # not across blocks


def test_find_goes_through_the_hits(qtbot: QtBot, reader: Reader) -> None:
    reader.open_find()
    assert reader.find_bar.edit.hasFocus()
    QTest.keyClicks(reader.find_bar.edit, "winter")
    assert reader.find_bar.count.text() == "1 of 5"
    for _ in range(4):
        QTest.keyClick(reader.find_bar.edit, Qt.Key.Key_Return)
    assert reader.find_bar.count.text() == "5 of 5"
    last = ARTICLE.text.rindex("Winter")
    assert last in range(*reader.visible_range())
    QTest.keyClick(reader.find_bar.edit, Qt.Key.Key_Return)
    assert reader.find_bar.count.text() == "1 of 5"
    QTest.keyClick(reader.find_bar.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reader.find_bar.count.text() == "5 of 5"


def test_every_hit_is_framed_and_the_current_one_stronger(
    qtbot: QtBot, reader: Reader, theme: Theme
) -> None:
    first = ARTICLE.text.index("winter was")
    second = ARTICLE.text.index("winter ships")

    def ground(offset: int) -> str:
        rect = reader.rectangles(offset, offset + 6)[0]
        return reader.grab().toImage().pixelColor(rect.right() - 1, rect.top() + 3).name()

    reader.open_find()
    reader.find_bar.edit.setText("winter")
    reader.find_step(1)
    assert len({theme.tokens.paper, ground(first), ground(second)}) == 3
    reader.close_find()
    assert ground(first) == theme.tokens.accent  # the hit is selected where one stopped


def test_escape_closes_and_takes_the_hit(qtbot: QtBot, reader: Reader) -> None:
    reader.open_find()
    QTest.keyClicks(reader.find_bar.edit, "engines")
    with qtbot.waitSignal(reader.found_changed) as changed:
        QTest.keyClick(reader.find_bar.edit, Qt.Key.Key_Escape)
    assert changed.args == [False]
    assert not reader.find_bar.isVisible()
    assert reader.view.hasFocus()
    assert ARTICLE.text[slice(*reader.selection())] == "engines"


def test_nothing_found_is_said(qtbot: QtBot, reader: Reader) -> None:
    reader.open_find()
    QTest.keyClicks(reader.find_bar.edit, "summer")
    assert reader.find_bar.count.text() == "nothing found"


def test_the_whole_page_is_searched_when_it_is_shown(qtbot: QtBot, reader: Reader) -> None:
    reader.open_find()
    reader.find_bar.edit.setText("sale")
    assert reader.find_bar.count.text() == "nothing found"
    reader.set_whole(True)
    assert reader.find_bar.count.text() == "1 of 1"


def test_in_a_narrow_pane_everything_is_within(qtbot: QtBot, reader: Reader, theme: Theme) -> None:
    reader.resize(360, 600)
    _select(qtbot, reader, "winter was long")
    frame = reader.bar.frame().translated(reader.bar.pos())
    assert reader.rect().contains(frame)
    buttons = [*reader.bar.dots, *reader.bar.commands.values()]
    assert all(reader.bar.frame().contains(button.geometry()) for button in buttons)
    reader.open_find()
    assert reader.rect().contains(reader.find_bar.geometry())
