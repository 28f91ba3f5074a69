"""Names of the colours in the window: named once, shown wherever a colour is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import make_window
from annotator.library import Preferences
from annotator.ui.dialogs.colours import ColoursDialog


@pytest.fixture
def window(tmp_path, qtbot, qapp):
    file = tmp_path / "bridge.txt"
    file.write_text("The bridge\n\nIt was closed for eleven months.\n", encoding="utf-8")
    preferences = Preferences(tmp_path / "settings.json")
    window = make_window(qapp, [str(tmp_path / "library.annotator"), str(file)], preferences)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    QApplication.processEvents()


def menu_text(window, colour):
    return window.actions_.action(f"mark.colour.{colour}").text()


def dot(window, colour):
    return next(dot for dot in window.reader.bar.dots if dot.colour == colour).accessibleName()


def test_a_name_is_shown_on_the_bar_and_in_the_menu_at_once(window, qtbot):
    assert menu_text(window, "yellow") == "Yellow"
    window.actions_.run("view.colour_names")
    dialog = window.findChild(ColoursDialog)
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or window))
    QTest.keyClicks(QApplication.focusWidget(), "question & doubt")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert menu_text(window, "yellow") == "Yellow: question && doubt"  # one sign, no key
    assert window.actions_.text("mark.colour.yellow") == "Yellow: question & doubt"
    assert "question & doubt" in dot(window, "yellow")
    assert menu_text(window, "red") == "Red"
    window.actions_.run("edit.undo")
    assert menu_text(window, "yellow") == "Yellow"
    assert "question" not in dot(window, "yellow")


def test_another_library_has_names_of_its_own(window, tmp_path):
    window.desk.library.set_colour_name("green", "key point")
    assert menu_text(window, "green") == "Green: key point"
    window.desk.open_library(tmp_path / "other.annotator", create=True)
    assert menu_text(window, "green") == "Green"
    window.desk.open_library(tmp_path / "library.annotator")
    assert menu_text(window, "green") == "Green: key point"
