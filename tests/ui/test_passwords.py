"""Locked PDFs in the window: asked for in a bar, tried, added, opened; no password is kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.app import make_window
from annotator.library import Preferences
from annotator.ui.controllers import locked_files
from annotator.ui.controllers.adding import summary
from annotator.ui.dialogs.hand_in import HandInDialog
from annotator.ui.window import MainWindow
from tests.ui.locked_pdfs import PASSWORD, locked_pdf
from tests.ui.shelf_desk import drop as drop_on


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "settings.json")


@pytest.fixture
def window(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, preferences: Preferences
) -> Iterator[MainWindow]:
    window = make_window(qapp, [str(tmp_path / "library.annotator")], preferences)
    window.resize(1200, 800)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    if isValid(window):
        window.close()
    QApplication.processEvents()


def drop(window: MainWindow, *paths: Path) -> None:
    """Drop files on the middle of the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert drop_on(window.centre, QPoint(50, 50), data)


def answer(window: MainWindow, password: str) -> None:
    """Type a password and press Enter."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field is window.passwords.bar.field
    field.clear()
    QTest.keyClicks(field, password)
    QTest.keyClick(field, Qt.Key.Key_Return)


def everything_stored(folder: Path) -> bytes:
    """What lies in the folder of library and settings, the dropped files left out."""
    return b"".join(
        path.read_bytes() for path in folder.iterdir() if path.is_file() and path.suffix != ".pdf"
    )


def test_a_locked_file_is_asked_for_and_opened(window: MainWindow, tmp_path: Path) -> None:
    drop(window, locked_pdf(tmp_path))
    bar = window.passwords.bar
    assert bar.question() == "“report.pdf” is locked."
    assert bar.field.echoMode() == QLineEdit.EchoMode.Password
    answer(window, "wrong")
    assert "another" in bar.complaint()
    assert window.desk.session is None
    assert bar.field.selectedText() != ""
    answer(window, PASSWORD)
    assert bar.question() == ""
    assert bar.field.text() == ""
    assert window.desk.session is not None
    assert "closed for eleven months" in window.desk.session.article.text
    assert not window.desk.session.locked
    window.desk.library.store.checkpoint()
    assert PASSWORD.encode() not in everything_stored(tmp_path)


def test_skipping_adds_nothing(window: MainWindow, tmp_path: Path) -> None:
    drop(window, locked_pdf(tmp_path))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.passwords.bar.question() == ""
    assert window.messages.bar.text() == "“report.pdf” was not added."
    assert window.desk.library.articles() == []


def test_of_several_files_the_locked_ones_are_asked_for_in_turn(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("A title\n\nSome words that stand in a plain text file.\n", "utf-8")
    first, second = locked_pdf(tmp_path, "one.pdf"), locked_pdf(tmp_path, "two.pdf", "other")
    drop(window, first, plain, second)
    bar = window.passwords.bar
    qtbot.waitUntil(lambda: bar.question() != "", timeout=20_000)
    assert bar.question() == "“one.pdf” is locked."
    assert window.messages.bar.text() == "1 article added, 2 locked."
    answer(window, PASSWORD)
    assert bar.question() == "“two.pdf” is locked."
    skip = next(b for b in bar.findChildren(QPushButton) if b.text() == "Skip")
    QTest.mouseClick(skip, Qt.MouseButton.LeftButton)
    assert bar.question() == ""
    titles = {row.title for row in window.desk.library.articles()}
    assert titles == {"A title", "The bridge of one"}


def test_a_large_locked_file_is_read_elsewhere_and_its_password_is_on_no_command_line(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locked_files, "SMALL", 0)
    asked: list[list[str]] = []
    run = window.adding.jobs._run
    monkeypatch.setattr(
        window.adding.jobs, "_run",
        lambda commands, **more: asked.extend(map(list, commands)) or run(commands, **more),
    )  # fmt: skip
    drop(window, locked_pdf(tmp_path))
    bar = window.passwords.bar
    qtbot.waitUntil(lambda: bar.question() != "", timeout=20_000)
    answer(window, PASSWORD)
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=20_000)
    assert not window.desk.session.locked
    assert len(asked) == 2
    assert not any(PASSWORD in argument for command in asked for argument in command)


def test_an_article_opened_later_asks_once_for_its_pages(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, qapp: QApplication, preferences: Preferences
) -> None:
    article = window.desk.library.import_file(locked_pdf(tmp_path), PASSWORD)
    library = window.desk.library
    mark = library.session(article.id).highlight(0, 10, note="A note")
    path = library.path
    window.close()
    QApplication.processEvents()
    again = make_window(qapp, [str(path)], preferences)
    try:
        with qtbot.waitExposed(again):
            again.show()
        again.desk.open_article(article.id)
        bar = again.passwords.bar
        qtbot.waitUntil(lambda: bar.question() != "")
        assert "locked" in bar.question()
        assert again.cards.list.card(mark.id) is not None
        assert not again.reader.paged
        answer(again, "wrong")
        assert bar.complaint()
        answer(again, PASSWORD)
        assert bar.question() == ""
        assert again.reader.paged
        view = again.reader.pages.view
        top = view.stack.rect(0).top() - view.scrolled.y()
        assert 0 <= top <= view.theme.px(40)  # not at the first words, but where the page begins
        qtbot.waitUntil(lambda: view.pictures.stand_in(0) is not None)
        again.desk.open_article(None)
        again.desk.open_article(article.id)
        QApplication.processEvents()
        assert bar.question() == ""
    finally:
        again.close()
        QApplication.processEvents()


def test_who_does_not_know_it_now_is_not_asked_again(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    library = window.desk.library
    article = library.import_file(locked_pdf(tmp_path), PASSWORD)
    library.release(article.id)
    library._passwords.clear()
    window.desk.open_article(article.id)
    bar = window.passwords.bar
    qtbot.waitUntil(lambda: bar.question() != "")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    window.desk.open_article(None)
    window.desk.open_article(article.id)
    QApplication.processEvents()
    assert bar.question() == ""
    assert not window.reader.paged
    window.actions_.run("view.page_text")  # but asking for the pages is asking for it
    assert bar.question() != ""
    assert not window.reader.paged
    assert window.actions_.action("view.page_text").isChecked()
    answer(window, PASSWORD)
    assert window.reader.paged


def test_a_password_given_elsewhere_shows_the_pages(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    library = window.desk.library
    article = library.import_file(locked_pdf(tmp_path), PASSWORD)
    library.release(article.id)
    library._passwords.clear()
    window.desk.open_article(article.id)
    bar = window.passwords.bar
    qtbot.waitUntil(lambda: bar.question() != "")
    window.actions_.run("file.hand_in")
    (dialog,) = window.findChildren(HandInDialog)
    qtbot.waitUntil(lambda: dialog.locks.passwords.bar.question() != "", timeout=30_000)
    QTest.keyClicks(dialog.locks.passwords.bar.field, PASSWORD)
    QTest.keyClick(dialog.locks.passwords.bar.field, Qt.Key.Key_Return)
    assert bar.question() == "" and window.reader.paged
    dialog.reject()


def test_another_article_takes_the_question_back(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    library = window.desk.library
    article = library.import_file(locked_pdf(tmp_path), PASSWORD)
    library._passwords.clear()
    window.desk.open_article(article.id)
    qtbot.waitUntil(lambda: window.passwords.bar.question() != "")
    window.desk.open_article(None)
    assert window.passwords.bar.question() == ""


def test_the_report_counts_locked_files() -> None:
    reports = [
        {"status": "imported", "message": ""}, {"status": "locked", "message": "x"},
        {"status": "refused", "message": "It is empty."},
    ]  # fmt: skip
    assert summary(reports) == "1 article added, 1 locked, 1 refused: It is empty."


def test_nothing_of_a_password_is_in_the_history(window: MainWindow, tmp_path: Path) -> None:
    drop(window, locked_pdf(tmp_path))
    answer(window, PASSWORD)
    with closing(sqlite3.connect(window.desk.library.path)) as file:
        rows = file.execute("SELECT before, after FROM history").fetchall()
    assert rows
    assert not any(PASSWORD in (text or "") for row in rows for text in row)
