"""Finding commands: the fuzzy fit, the palette, the page of keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.actions import ActionTable
from annotator.ui.commands import commands, menus
from annotator.ui.fuzzy import score
from annotator.ui.palette import SHOWN, Entry, Palette, command_entries, ranked, spoken
from annotator.ui.shortcuts_page import ShortcutsPage
from annotator.ui.theme import Theme


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("hand", "Hand in", "Add by hand"),
        ("mark", "Next mark", "Remarks"),
        ("mark", "Remarks", "Move a red kite"),
        ("hdn", "Hand in", "Undo"),
        ("exmd", "Export Markdown", "Examine what was said in the middle of it"),
        ("next cl", "Next claim", "Next mark"),
        ("note", "Note", "Note on the whole article"),
        ("ÄRGER", "Ärger im Hafen", "Harbour"),
    ],
)
def test_better_fits_first(query: str, better: str, worse: str) -> None:
    good, bad = score(query, better), score(query, worse)
    assert good is not None
    assert bad is None or good > bad


@pytest.mark.parametrize("query", ["sepia", "theme", "cards"])
def test_letters_strewn_over_a_sentence_are_no_fit(query: str) -> None:
    title = "Two-year-old bug exposes thousands of private images"
    entries = [Entry(title, print, "Security, politics, culture and research, daily"),
               Entry(query.title(), print)]  # fmt: skip
    assert [entry.title for entry in ranked(query, entries)] == [query.title()]


def test_every_word_must_fit() -> None:
    assert score("next xyz", "Next mark") is None
    assert score("mark next", "Next mark") is not None


def test_titles_go_before_what_they_belong_to() -> None:
    entries = [Entry("Yellow", print, "Mark"), Entry("Delete mark", print), Entry("Quit", print)]
    assert [e.title for e in ranked("mark", entries)] == ["Delete mark", "Yellow"]
    assert [e.title for e in ranked("  ", entries)] == ["Yellow", "Delete mark", "Quit"]
    assert len(ranked("", [Entry(str(n), print) for n in range(1000)])) == SHOWN


def test_speech_has_it_all() -> None:
    assert spoken(Entry("Claim", print, "Mark", "C")) == "Claim, Mark, C"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(800, 500)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def table(window: QWidget, theme: Theme, done: list[str]) -> ActionTable:
    handlers = {
        spec.id: lambda *_on, i=spec.id: done.append(i) for spec in commands() if not spec.submenu
    }
    table = ActionTable(window, theme, commands(), handlers, menus=menus())
    table.set_conditions(article=True)
    return table


@pytest.fixture
def palette(window: QWidget, theme: Theme, table: ActionTable, done: list[str]) -> Palette:
    def places() -> list[Entry]:
        return [Entry("Where the sensors stood", lambda: done.append("heading"), "Heading")]

    return Palette(theme, window, [lambda: command_entries(table, menus()), places])


def test_typing_and_enter_does_it(palette: Palette, qtbot: QtBot, done: list[str]) -> None:
    palette.summon()
    qtbot.keyClicks(palette.field.edit, "dark")
    assert palette.titles()[0] == "Dark"
    qtbot.keyClick(palette.field.edit, Qt.Key.Key_Return)
    assert done == ["view.scheme.dark"]
    assert not palette.isVisible()


def test_places_are_found_too(palette: Palette, qtbot: QtBot, done: list[str]) -> None:
    palette.summon("sensors")
    qtbot.keyClick(palette.field.edit, Qt.Key.Key_Return)
    assert done == ["heading"]


def test_arrows_go_round(palette: Palette, qtbot: QtBot, done: list[str]) -> None:
    palette.summon("library")
    titles = palette.titles()
    assert len(titles) > 1
    qtbot.keyClick(palette.field.edit, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(titles) - 1
    qtbot.keyClick(palette.field.edit, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0


def test_what_cannot_be_done_now_is_left_out(palette: Palette, table: ActionTable) -> None:
    palette.summon("undo")
    assert "Undo" not in palette.titles()
    table.set_conditions(undo=True)
    palette.summon("undo")
    assert "Undo" in palette.titles()


def test_nothing_fits_is_said(palette: Palette, qtbot: QtBot, done: list[str]) -> None:
    palette.summon("qqqq")
    assert palette.titles() == []
    assert palette.list.isHidden()
    qtbot.keyClick(palette.field.edit, Qt.Key.Key_Return)
    qtbot.keyClick(palette.field.edit, Qt.Key.Key_Escape)
    assert done == []
    assert not palette.isVisible()


def test_it_fits_into_a_small_window_at_twice_the_size(
    palette: Palette, theme: Theme, window: QWidget
) -> None:
    theme.set_scale(2.0)
    palette.summon()
    assert window.rect().contains(palette.frame().translated(palette.pos()))


def test_the_page_of_keys_searches_commands_and_keys(
    table: ActionTable, theme: Theme, qtbot: QtBot
) -> None:
    page = ShortcutsPage(theme, table, menus())
    qtbot.addWidget(page)
    of_commands = [s.plain_text for s in commands() if not s.submenu]
    assert sorted(page.commands()[: len(of_commands)]) == sorted(of_commands)
    page.field.set_text("typing backspace")
    assert page.commands() == ["Take off the last tag"]
    page.field.set_text("ctrl+shift+o")
    assert page.commands() == ["Open library"]
    page.field.set_text("previous claim")
    assert page.commands() == ["Previous claim"]


def test_single_letters_are_switched_there(table: ActionTable, theme: Theme, qtbot: QtBot) -> None:
    page = ShortcutsPage(theme, table, menus())
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.single_letters_changed) as told:
        page.letters.setChecked(False)
    assert told.args == [False]
    assert table.key_text("mark.claim") == ""
