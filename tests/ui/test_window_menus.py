"""Menus and keys that are about the row, card or mark at hand."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu

from annotator.ui.dialogs.details import DetailsDialog
from tests.ui.test_window import (  # noqa: F401 - fixtures
    article_file,
    open_window,
    place,
    preferences,
    press,
    window,
)

OTHER = "nobody was told why"


@pytest.fixture
def asked(window, monkeypatch) -> Iterator[list[list[str]]]:  # noqa: F811
    """The texts of the menus that were opened."""
    shown: list[list[str]] = []

    def popup(menu: QMenu, _at: QPoint) -> None:
        shown.append([action.text().split("\t")[0] for action in menu.actions() if action.text()])
        menu.aboutToHide.emit()

    monkeypatch.setattr(QMenu, "popup", popup)
    yield shown


def shift_f10(window) -> None:  # noqa: F811
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


def menu_key(window) -> None:  # noqa: F811
    """What the platform sends when the Menu key is pressed."""
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(window.windowHandle(), asked)


def open_dialog():
    return next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, DetailsDialog) and w.isVisible()
    )


@pytest.mark.parametrize("ask", [shift_f10, menu_key])
def test_the_menu_of_what_has_the_focus(window, asked, ask):  # noqa: F811
    session = window.desk.session
    session.highlight(*place(window))
    window.desk.library.add_collection("Steel")
    QTest.qWait(200)
    window.reader.view.setFocus()
    ask(window)
    assert asked[-1][:2] == ["Copy", "Claim"]
    window.cards.list.setFocus()
    ask(window)
    assert {"Note", "Delete"} <= set(asked[-1])
    assert window.desk.current == session.ids()[0]
    window.left.articles.setFocus()
    ask(window)
    assert asked[-1][:2] == ["Open", "Open beside"]
    sections = window.left.sections
    sections.setFocus()
    sections.setCurrentIndex(window.left.section_model.index(1))
    ask(window)
    assert asked[-1] == ["Rename…", "Remove collection"]
    assert len(asked) == 4


def test_a_right_click_is_about_the_mark_it_is_on(window, asked):  # noqa: F811
    session, view = window.desk.session, window.reader.view
    first = session.highlight(*place(window)).id
    second = session.highlight(*place(window, OTHER)).id
    window.desk.set_current(first)
    corner = view.viewport().pos()
    inside = view.rectangles(*place(window, OTHER))[0].center() - corner
    right_click(view.viewport(), inside)
    assert window.desk.current == second
    assert window.actions_.enabled("mark.delete")
    right_click(view.viewport(), QPoint(view.viewport().width() - 5, 5))
    assert window.desk.current == ""
    assert len(asked) == 2


def right_click(widget, at):
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def test_the_menu_by_key_is_about_the_mark_at_the_caret(window, asked):  # noqa: F811
    session = window.desk.session
    first = session.highlight(*place(window)).id
    second = session.highlight(*place(window, OTHER)).id
    window.desk.set_current(first)
    window.reader.view.setFocus()
    window.reader.set_caret(place(window, OTHER)[0] + 3)
    menu_key(window)
    assert window.desk.current == second


def test_f2_renames_the_collection_in_place(window, qtbot):  # noqa: F811
    window.desk.library.add_collection("Steel")
    QTest.qWait(200)
    sections = window.left.sections
    sections.setFocus()
    sections.setCurrentIndex(window.left.section_model.index(1))
    press(window, Qt.Key.Key_F2)
    edit = sections.findChild(QLineEdit)
    assert edit is not None
    edit.selectAll()
    QTest.keyClicks(edit, "Stone")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.library.collections()[0].name == "Stone")
    assert not any(isinstance(w, DetailsDialog) for w in QApplication.topLevelWidgets())


def test_f2_on_a_row_is_about_that_article(window, tmp_path):  # noqa: F811
    other = tmp_path / "tides.txt"
    other.write_text("Tides\n\nThe water rose and fell.\n", encoding="utf-8")
    bridge = window.desk.session.id
    window.add_files([other])
    QTest.qWait(200)
    assert window.desk.session.id != bridge
    rows = window.left.articles
    rows.setFocus()
    rows.setCurrentIndex(window.left.model.place(bridge))
    press(window, Qt.Key.Key_F2)
    dialog = open_dialog()
    assert dialog.values()["title"] == "What the bridge cost"
    dialog.reject()
    window.reader.view.setFocus()
    press(window, Qt.Key.Key_F2)
    dialog = open_dialog()
    assert dialog.values()["title"] == "Tides"
    dialog.reject()


def test_a_collection_is_removed_from_its_menu_and_brought_back(window):  # noqa: F811
    library = window.desk.library
    steel = library.add_collection("Steel")
    library.collect(steel.id, [window.desk.session.id])
    QTest.qWait(200)
    sections = window.left.sections
    sections.setFocus()
    sections.setCurrentIndex(window.left.section_model.index(1))
    menu_key(window)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert library.collections() == []
    assert len(library.articles()) == 1
    assert "trash" in window.messages.bar.text()
    undo = next(b for b in window.messages.bar.findChildren(QAbstractButton) if b.text() == "Undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert [(c.name, c.articles) for c in library.collections()] == [("Steel", 1)]
    QTest.qWait(200)
    assert window.left.section_model.entry(1).text == "Steel"


def test_articles_removed_in_the_list_can_be_brought_back(window):  # noqa: F811
    rows = window.left.articles
    rows.setFocus()
    rows.setCurrentIndex(window.left.model.place(window.desk.session.id))
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert window.desk.session is None
    assert window.messages.bar.text() == "1 article is in the trash."
    window.actions_.run("edit.undo")
    assert len(window.desk.library.articles()) == 1


@pytest.mark.parametrize(
    ("inside", "offered"), [(True, "Collection: Steel"), (False, "This article")]
)
def test_hand_in_offers_the_collection_that_is_shown(window, inside, offered):  # noqa: F811
    library = window.desk.library
    steel = library.add_collection("Steel")
    library.collect(steel.id, [window.desk.session.id] if inside else [])
    QTest.qWait(200)
    sections = window.left.sections
    sections.setFocus()
    sections.setCurrentIndex(window.left.section_model.index(1))
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert dialog.form.scope.currentText() == offered
    dialog.reject()


@pytest.fixture
def recent(window, tmp_path, preferences):  # noqa: F811
    """The menu of recent libraries, open; another one of the same name was open before."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    path, here = folder / "library.annotator", window.desk.library.path
    window.desk.open_library(path, create=True)
    window.desk.open_library(here)
    menu = window.actions_.submenu("file.recent")
    menu.popup(QPoint(0, 0))
    yield menu, path
    menu.close()


def test_libraries_of_one_name_are_told_apart_and_opened(window, recent):  # noqa: F811
    menu, path = recent
    shown = [(action.text(), action.isEnabled()) for action in menu.actions()]
    here = window.desk.library.path
    assert shown == [
        (f"library in {here.parent}", False), (f"library in {path.parent}", True),
    ]  # fmt: skip
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert window.desk.library.path == path


def test_a_library_that_has_gone_meanwhile_is_said_and_not_made_anew(window, recent):  # noqa: F811
    menu, path = recent
    here = window.desk.library.path
    path.unlink()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert str(path) in window.messages.bar.text()
    assert window.desk.library.path == here
    assert not path.exists()
    menu.popup(QPoint(0, 0))
    assert len(menu.actions()) == 1


def test_a_fault_of_ours_is_shown_over_the_window_and_can_be_copied(window, qapp, monkeypatch):  # noqa: F811
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    monkeypatch.setattr(sys, "__excepthook__", lambda *_error: None)
    window.watch_for_crashes(qapp)
    try:
        raise RuntimeError("the cat sat on it")
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    QTest.qWait(50)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert "the cat sat on it" in QApplication.clipboard().text()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
