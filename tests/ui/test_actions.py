"""The table of commands, and what becomes of it: keys, conditions, menus."""

import itertools
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.actions import ActionSpec, ActionTable, is_character_key
from annotator.ui.commands import commands, menus
from annotator.ui.theme import Theme

FACES = ("board", "sources")
"""What has the window in place of the article."""


class Window(QWidget):
    """An article that only reads, and a field."""

    def __init__(self) -> None:
        super().__init__()
        self.article = QTextEdit("The figure was everywhere within a day.")
        self.article.setReadOnly(True)
        self.article.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.article)
        column.addWidget(self.field)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def table(window: Window, theme: Theme, done: list[str]) -> ActionTable:
    toggles = {spec.id for spec in commands() if spec.checkable}
    handlers = {
        spec.id: (lambda on, i=spec.id: done.append(f"{i} {on}"))
        if spec.id in toggles
        else (lambda i=spec.id: done.append(i))
        for spec in commands()
        if not spec.submenu
    }
    table = ActionTable(window, theme, commands(), handlers, menus=menus())
    table.attach_article(window.article)
    every = {n for s in commands() for n in s.enabled_when.split("|") if n}
    table.set_conditions(**dict.fromkeys(every, True))
    return table


def test_ids_are_unique_and_menus_known() -> None:
    assert not [i for i, n in Counter(s.id for s in commands()).items() if n > 1]
    assert {s.menu for s in commands()} <= {path for path, _title in menus()}


def test_no_two_commands_share_a_key() -> None:
    keys = [(QKeySequence(key).toString(), s) for s in commands() for key in s.shortcuts]
    assert all(text for text, _spec in keys)
    for (one, first), (other, second) in itertools.combinations(keys, 2):
        assert one != other or _apart(first, second), (first.id, second.id)


def _apart(one: ActionSpec, other: ActionSpec) -> bool:
    """Whether one never acts where the other does: the article is not in front with another face,
    and what has the focus is one thing at a time."""
    if one.scope != other.scope and "window" not in (one.scope, other.scope):
        return True
    face, other = (one, other) if one.scope in FACES else (other, one)
    return face.scope in FACES and other.enabled_when == "article"


def test_character_keys_belong_to_what_has_the_focus() -> None:
    for spec in commands():
        if any(is_character_key(key) for key in spec.shortcuts):
            assert spec.scope != "window", spec.id


@pytest.mark.parametrize(
    ("key", "character"),
    [
        *(("C", True), ("1", True), ("Shift+J", True), ("[", True)),
        *(("Del", False), ("F2", False), ("Ctrl+C", False), ("Alt+1", False)),
    ],
)
def test_character_keys(key: str, character: bool) -> None:
    assert is_character_key(key) is character


def test_letters_act_in_the_article(
    qtbot: QtBot, window: Window, table: ActionTable, done: list[str]
) -> None:
    window.article.setFocus()
    for key in (Qt.Key.Key_C, Qt.Key.Key_1, Qt.Key.Key_J, Qt.Key.Key_Delete):
        qtbot.keyClick(window.article, key)
    assert done == ["mark.claim", "mark.colour.yellow", "go.next_mark", "mark.delete"]


def test_letters_are_letters_in_a_field(
    qtbot: QtBot, window: Window, table: ActionTable, done: list[str]
) -> None:
    window.field.setFocus()
    qtbot.keyClicks(window.field, "c1j")
    assert window.field.text() == "c1j"
    assert done == []


def test_window_keys_act_everywhere(
    qtbot: QtBot, window: Window, table: ActionTable, done: list[str]
) -> None:
    for widget in (window.field, window.article):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert done == ["edit.palette"] * 2


def test_letters_can_be_switched_off(
    qtbot: QtBot, window: Window, table: ActionTable, done: list[str]
) -> None:
    table.set_single_letters(False)
    window.article.setFocus()
    qtbot.keyClick(window.article, Qt.Key.Key_C)
    qtbot.keyClick(window.article, Qt.Key.Key_Delete)
    assert done == ["mark.delete"]
    assert table.key_text("mark.claim") == ""
    assert table.key_text("mark.copy_quote") == "Ctrl+Shift+C"


def test_conditions_decide(table: ActionTable, done: list[str]) -> None:
    table.set_conditions(selection=False, mark=False)
    table.run("mark.claim")
    assert done == []
    table.set_conditions(mark=True)
    table.run("mark.claim")
    assert done == ["mark.claim"]


def test_toggles_say_what_they_are_now(table: ActionTable, done: list[str]) -> None:
    table.set_checked("view.left", True)
    assert done == []
    table.run("view.left")
    assert done == ["view.left False"]


def test_choices_exclude_each_other(table: ActionTable, done: list[str]) -> None:
    table.run("view.scheme.dark")
    table.run("view.scheme.sepia")
    assert done == ["view.scheme.dark", "view.scheme.sepia"]
    assert not table.action("view.scheme.dark").isChecked()
    assert table.action("view.scheme.sepia").isChecked()


def test_what_is_on_has_a_tick_in_the_menu(table: ActionTable) -> None:
    for action in table.menu("view/scheme").actions():
        assert action.isCheckable()
        assert not action.isIconVisibleInMenu()


def test_tooltips_name_the_key(table: ActionTable) -> None:
    assert table.action("file.add").toolTip() == "Add files (Ctrl+O)"
    table.set_text("edit.undo", "Undo highlight")
    assert table.action("edit.undo").toolTip() == "Undo highlight (Ctrl+Z)"
    table.set_shortcuts("file.add", ["Ctrl+I"])
    assert table.action("file.add").toolTip() == "Add files (Ctrl+I)"


def texts(menu: QMenu) -> list[str]:
    """All commands in a menu and its submenus."""
    found: list[str] = []
    for action in menu.actions():
        sub = action.menu()
        found += texts(sub) if sub is not None else [action.text()] if action.text() else []
    return found


def test_every_command_is_in_the_menu(table: ActionTable) -> None:
    table.submenu("file.recent").addAction("harbour-study.annotator")
    shown = texts(table.main_menu())
    assert sorted(shown) == sorted(
        [s.text for s in commands() if not s.submenu] + ["harbour-study.annotator"]
    )


def test_what_nobody_handles_is_not_there(window: Window, theme: Theme) -> None:
    table = ActionTable(window, theme, commands(), {"help.about": lambda: None}, menus=menus())
    assert [a.text() for a in table.main_menu().actions()] == ["File", "Help"]
    with pytest.raises(KeyError):
        ActionTable(window, theme, commands(), {"mark.eat": lambda: None})
