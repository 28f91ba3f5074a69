"""The bar over the panes: what it says of several files, and how long it stays."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui import messages as messages_module
from annotator.ui.controllers.adding import summary
from annotator.ui.messages import Messages
from annotator.ui.theme import Theme

REASON = "“scan.tiff” is a picture."


def reports(added: int = 0, already: int = 0, refused: int = 0) -> list[dict[str, Any]]:
    many = (
        [("imported", "")] * added + [("already", "")] * already + [("refused", REASON)] * refused
    )
    return [{"status": status, "message": message} for status, message in many]


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((12, 2, 1), f"12 articles added, 2 already here, 1 refused: {REASON}"),
        ((1, 0, 0), "1 article added."),
        ((0, 3, 0), "Nothing added, 3 already here."),
        ((5, 0, 4), "5 articles added, 4 refused."),
        ((0, 0, 1), f"Nothing added, 1 refused: {REASON}"),
        ((0, 0, 0), "There was nothing to add."),
    ],
)
def test_what_became_of_several_files(counts: tuple[int, int, int], sentence: str) -> None:
    assert summary(reports(*counts)) == sentence


class Desk:
    """The bar over something else to look at."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.messages = Messages(theme, self.window)
        self.other = QPushButton("elsewhere")
        column = QVBoxLayout(self.window)
        column.addWidget(self.messages.bar)
        column.addWidget(self.other)
        self.window.resize(600, 200)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.other.setFocus()

    def action(self) -> QWidget:
        return next(b for b in self.messages.bar.findChildren(QPushButton) if b.text() == "Undo")


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(messages_module, "PASSING_MS", 60)
    return Desk(theme, qtbot)


def passes(desk: Desk, qtbot: QtBot) -> bool:
    qtbot.waitUntil(lambda: desk.messages.bar.isHidden())
    return True


def test_good_news_passes_and_a_failure_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.messages.inform("Done.")
    assert passes(desk, qtbot)
    desk.messages.inform("Done.")
    desk.messages.fail("The disk is full; make room.")
    qtbot.wait(200)
    assert desk.messages.bar.text() == "The disk is full; make room."


def test_a_failure_stays_until_something_else_is_done_unless_there_is_an_answer_to_it(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.messages.fail("It has no verdict yet.")
    desk.messages.move_on()
    assert desk.messages.bar.isHidden()
    desk.messages.fail("The disk is full.", lambda: None)
    desk.messages.move_on()
    assert desk.messages.bar.text() == "The disk is full."
    desk.messages.inform("It is in the trash.", "Undo", lambda: None)
    desk.messages.move_on()
    assert desk.messages.bar.text() == "It is in the trash."


def test_it_does_not_vanish_under_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    done: list[bool] = []
    desk.messages.inform("It is in the trash.", "Undo", lambda: done.append(True))
    desk.action().setFocus()
    qtbot.wait(200)
    assert desk.messages.bar.text() == "It is in the trash."
    desk.other.setFocus()
    assert passes(desk, qtbot)
    desk.messages.inform("It is in the trash.", "Undo", lambda: done.append(True))
    desk.action().setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert done == [True]


def test_it_does_not_vanish_under_the_mouse(desk: Desk, qtbot: QtBot) -> None:
    desk.messages.inform("Done.")
    QTest.mouseMove(desk.messages.bar, QPoint(20, 10))
    qtbot.waitUntil(desk.messages.bar.underMouse)
    qtbot.wait(200)
    assert desk.messages.bar.text() == "Done."
    QTest.mouseMove(desk.other, QPoint(20, 10))
    assert passes(desk, qtbot)


def test_words_that_could_not_be_saved_can_be_copied(desk: Desk, qtbot: QtBot) -> None:
    tried: list[bool] = []
    desk.messages.fail("It is gone.", lambda: tried.append(True), "what I wrote")
    buttons = {b.text(): b for b in desk.messages.bar.findChildren(QPushButton) if b.isVisible()}
    QTest.mouseClick(buttons["Copy the text"], Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "what I wrote"
    assert desk.messages.bar.text() == "It is gone."
    QTest.mouseClick(buttons["Try again"], Qt.MouseButton.LeftButton)
    assert tried == [True]
    desk.messages.fail("The disk is full.")
    assert not buttons["Copy the text"].isVisible()
