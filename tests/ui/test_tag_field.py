"""Typing tags."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.kit import FlowLayout, TagField, clean_tag
from annotator.ui.kit.tag_field import completions
from annotator.ui.theme import Theme

KNOWN = ["method/season", "method/sensors", "key point"]


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> TagField:
    window = QWidget()
    field = TagField(theme, lambda: KNOWN)
    FlowLayout(window, last_takes_rest=True).addWidget(field)
    window.resize(300, 120)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    field.window_kept = window
    return field


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("season", "season"),
        (" # method / season ", "method/season"),
        ("//a//b/", "a/b"),
        ("key   point", "key point"),
        ("#", ""),
        ("/", ""),
    ],
)
def test_clean(typed: str, tag: str) -> None:
    assert clean_tag(typed) == tag


def test_completions_begin_with_what_is_typed() -> None:
    assert completions("Me", KNOWN) == ["method/season", "method/sensors"]
    assert completions("method/se", KNOWN, ["method/season"]) == ["method/sensors"]
    assert completions("", KNOWN) == []
    assert completions("key point", KNOWN) == []


def test_enter_makes_what_was_typed(field: TagField, qtbot: QtBot) -> None:
    told: list[tuple[str, ...]] = []
    field.changed.connect(told.append)
    qtbot.keyClicks(field.edit, "me")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(field.edit, "new/one,")
    assert field.tags() == ("me", "new/one")
    assert told == [("me",), ("me", "new/one")]
    assert field.edit.text() == ""


def test_tab_takes_the_completion_and_stays(field: TagField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.edit, "me")
    assert field.edit.completion() == "method/season"
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert field.edit.text() == "method/season"
    assert field.edit.hasFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.tags() == ("method/season",)


@pytest.mark.parametrize(
    ("moves", "tag"),
    [
        ([Qt.Key.Key_Down], "method/season"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], "method/sensors"),
        ([Qt.Key.Key_Up], "method/sensors"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Up], "method/sensors"),
    ],
)
def test_enter_takes_the_completion_that_was_chosen(
    field: TagField, qtbot: QtBot, moves: list[Qt.Key], tag: str
) -> None:
    qtbot.keyClicks(field.edit, "me")
    for move in moves:
        qtbot.keyClick(field.edit, move)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.tags() == (tag,)
    assert field.edit.text() == ""


def test_typing_on_lets_go_of_the_choice(field: TagField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.edit, "me")
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    qtbot.keyClicks(field.edit, "t")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.tags() == ("met",)


def test_right_takes_the_chosen_completion_into_the_line(field: TagField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.edit, "me")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(field.edit, key)
    assert field.edit.text() == "method/sensors"
    assert field.tags() == ()


def test_the_chosen_completion_stands_out(field: TagField, qtbot: QtBot, theme: Theme) -> None:
    qtbot.keyClicks(field.edit, "me")
    assert theme.tokens.accent_ground not in colours(field.edit)
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert theme.tokens.accent_ground in colours(field.edit)


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_backspace_takes_the_last_tag_off(field: TagField, qtbot: QtBot) -> None:
    field.set_tags(["a", "b"])
    qtbot.keyClicks(field.edit, "c")
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.tags() == ("a", "b")
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.tags() == ("a",)


def test_the_same_tag_is_not_added_twice(field: TagField, qtbot: QtBot) -> None:
    field.set_tags(["a"])
    qtbot.keyClicks(field.edit, "a,")
    assert field.tags() == ("a",)


def test_leaving_keeps_what_was_typed(field: TagField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.edit, "half")
    field.edit.clearFocus()
    assert field.tags() == ("half",)


def test_enter_with_nothing_typed_is_done(field: TagField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.finished):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_chips_wrap_and_the_field_grows(field: TagField, qtbot: QtBot) -> None:
    low = field.heightForWidth(200)
    field.set_tags([f"tag number {n}" for n in range(8)])
    assert field.heightForWidth(200) > 2 * low
