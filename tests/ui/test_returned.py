"""Returned copies in the window: dropped, reviewed with mouse and keyboard, taken in, undone."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.app import make_window
from annotator.library import ArticleSession, Library, Preferences
from annotator.ui.dialogs import returned as returned_sheet
from annotator.ui.dialogs.returned import ReturnedDialog
from annotator.ui.kit import MarkdownLabel
from annotator.ui.window import MainWindow
from tests.library.copies import Reviewer
from tests.library.paged import small_pdf
from tests.ui.shelf_desk import drop as drop_on

DATE = "D:20260518101500Z"


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    preferences = Preferences(tmp_path / "settings.json")
    window = make_window(qapp, [str(tmp_path / "library.annotator")], preferences)
    window.resize(1200, 800)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    if isValid(window):
        window.close()
    QApplication.processEvents()


@pytest.fixture
def session(window: MainWindow, tmp_path: Path) -> ArticleSession:
    """An open PDF with two marks."""
    (tmp_path / "bridges.pdf").write_bytes(small_pdf())
    drop(window, tmp_path / "bridges.pdf")
    session = window.desk.session
    for words in ("closed", "carried ice"):
        start = session.article.text.index(words)
        session.highlight(start, start + len(words), note=f"On {words}.")
    return session


def exported(session: ArticleSession) -> bytes:
    path = session.library.path.with_suffix(".out.pdf")
    session.library.export([session.id], "pdf", path)
    return path.read_bytes()


@pytest.fixture
def back(session: ArticleSession, tmp_path: Path) -> Path:
    """The copy that a reader sent back: a mark more, a mark less, another note."""
    first, second = session.ids()
    reviewer = Reviewer(exported(session)).mark("Nobody", name="e1", Contents="Who?", M=DATE)
    reviewer.set(second, Contents="2 · On carried ice: no.", M=DATE).remove(first)
    (tmp_path / "back.pdf").write_bytes(reviewer.data)
    return tmp_path / "back.pdf"


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert drop_on(window.centre, QPoint(50, 50), data)


def sheets(window: MainWindow) -> list[ReturnedDialog]:
    return [sheet for sheet in window.findChildren(ReturnedDialog) if sheet.isVisible()]


def sheet_of(window: MainWindow, qtbot: QtBot) -> ReturnedDialog:
    qtbot.waitUntil(lambda: bool(sheets(window)))
    (sheet,) = sheets(window)
    qtbot.waitUntil(lambda: sheet.isAncestorOf(QApplication.focusWidget() or window))
    return sheet


def box(sheet: ReturnedDialog, text: str) -> QCheckBox:
    return next(one for one in sheet.findChildren(QCheckBox) if one.text() == text)


def button(sheet: ReturnedDialog, start: str) -> QPushButton:
    return next(b for b in sheet.findChildren(QPushButton) if b.text().startswith(start))


def says(sheet: ReturnedDialog) -> str:
    labels = [label.text() for label in sheet.findChildren(QLabel)]
    notes = [label.toPlainText() for label in sheet.findChildren(MarkdownLabel)]
    return "\n".join(labels + notes)


def test_a_dropped_copy_is_shown_change_by_change(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    drop(window, back)
    sheet = sheet_of(window, qtbot)
    said = says(sheet)
    assert "Returned copy of “bridges”" in said
    assert "Dr. Lovelace · 18 May 2026" in said and "18 May 2026" in said
    assert "On carried ice." in said and "On carried ice: no." in said
    assert {b.text(): b.isChecked() for b in sheet.findChildren(QCheckBox)} == {
        "All changes": True, "Deleted in the copy": False, "Note changed": True,
        "New highlight": True,
    }  # fmt: skip
    assert box(sheet, "All changes").checkState() == Qt.CheckState.PartiallyChecked
    assert sheet.take.text() == "Take in 2 changes" and sheet.take.isDefault()
    assert len(window.desk.library.articles()) == 1 and len(session.annotations()) == 2
    button(sheet, "Ignore").click()
    assert [one.note for one in session.annotations()] == ["On closed.", "On carried ice."]


def test_notes_are_shown_as_they_look(
    window: MainWindow, session: ArticleSession, tmp_path: Path, qtbot: QtBot
) -> None:
    note = "Says **who**?\n\n- one\n- two <b onclick=x>three</b> ![](/etc/passwd)"
    reviewer = Reviewer(exported(session)).mark("Nobody", name="e1", Contents=note, M=DATE)
    (tmp_path / "marked.pdf").write_bytes(reviewer.data)
    drop(window, tmp_path / "marked.pdf")
    sheet = sheet_of(window, qtbot)
    (label,) = (n for n in sheet.findChildren(MarkdownLabel) if "who" in n.toPlainText())
    assert "**" not in label.toPlainText() and "passwd" not in label.toHtml()
    assert "Says who?" in label.toPlainText()
    assert label.height() <= label.parentWidget().height()
    button(sheet, "Ignore").click()


def test_with_the_keyboard_alone(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    drop(window, back)
    sheet = sheet_of(window, qtbot)
    assert QApplication.focusWidget() is box(sheet, "Deleted in the copy")
    for _place in range(20):
        if QApplication.focusWidget() is box(sheet, "New highlight"):
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert sheet.take.text() == "Take in 1 change"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not sheets(window))
    assert [one.note for one in session.annotations()] == ["On closed.", "On carried ice: no."]


def test_what_was_taken_in_is_said_and_undone_from_the_bar(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    drop(window, back)
    sheet_of(window, qtbot).take.click()
    bar = window.messages.bar
    assert bar.text() == "2 changes taken in."
    assert len(session.annotations()) == 3
    next(b for b in bar.findChildren(QPushButton) if b.text() == "Undo").click()
    assert [one.note for one in session.annotations()] == ["On closed.", "On carried ice."]


def test_the_bars_undo_takes_nothing_else_back(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    drop(window, back)
    sheet_of(window, qtbot).take.click()
    session.page_note("Later")
    window.messages.bar.acted.emit()
    assert "Later" in [one.note for one in session.annotations()]


def test_all_and_none(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    drop(window, back)
    sheet = sheet_of(window, qtbot)
    every = box(sheet, "All changes")
    assert every.checkState() == Qt.CheckState.PartiallyChecked
    every.click()
    assert (
        sheet.take.text() == "Take in 3 changes" and box(sheet, "Deleted in the copy").isChecked()
    )
    every.click()
    assert not sheet.take.isEnabled() and not box(sheet, "Note changed").isChecked()
    every.click()
    sheet.take.click()
    assert [one.note for one in session.annotations()] == ["On carried ice: no.", "Who?"]


def test_a_passage_is_shown_with_the_sheet_staying(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    drop(window, back)
    sheet = sheet_of(window, qtbot)
    mark = next(m for m in sheet.marks if m.boxes[0][1].quote == "carried ice")
    QTest.mouseClick(mark, Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
    assert window.desk.current == session.ids()[1] and sheet.isVisible()
    new = next(m for m in sheet.marks if m.boxes[0][1].quote == "Nobody")
    new.findChild(QPushButton).click()
    assert window.reader.caret() == session.article.text.index("Nobody")


def test_every_box_says_all_of_its_change_to_a_screen_reader(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    drop(window, back)
    sheet = sheet_of(window, qtbot)
    spoken = box(sheet, "Note changed").accessibleName()
    assert "carried ice" in spoken and "here: On carried ice." in spoken
    assert "in the copy: On carried ice: no." in spoken
    assert "Dr. Lovelace" in box(sheet, "New highlight").accessibleName()


def test_what_was_changed_here_too_is_said_and_not_ticked(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    session.update(session.ids()[1], note="It did not.")
    drop(window, back)
    sheet = sheet_of(window, qtbot)
    assert "changed here, too" in says(sheet) and not box(sheet, "Note changed").isChecked()


def test_a_copy_without_changes_is_a_sentence(
    window: MainWindow, session: ArticleSession, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "same.pdf").write_bytes(exported(session))
    drop(window, tmp_path / "same.pdf")
    said = "A returned copy of “bridges”: nothing is different in it."
    qtbot.waitUntil(lambda: window.messages.bar.text() == said)
    assert not sheets(window)


def bar_button(window: MainWindow, text: str) -> QPushButton:
    return next(b for b in window.messages.bar.findChildren(QPushButton) if b.text() == text)


def test_what_was_ignored_comes_again_only_when_asked_for(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    drop(window, back)
    sheet_of(window, qtbot).ignore.click()
    drop(window, back)
    said = "A returned copy of “bridges”: nothing new in it, 3 changes were ignored."
    qtbot.waitUntil(lambda: window.messages.bar.text() == said)
    assert not sheets(window)
    bar_button(window, "Show").click()
    sheet = sheet_of(window, qtbot)
    assert not sheet.take.isEnabled() and len(sheet.marks) == 3
    box(sheet, "New highlight").click()
    sheet.take.click()
    assert "Who?" in [one.note for one in session.annotations()]


def test_what_was_left_when_the_rest_was_taken_in_stands_below_the_next_time(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, back)
    sheet_of(window, qtbot).take.click()
    qtbot.waitUntil(lambda: not sheets(window))
    more = Reviewer(back.read_bytes()).mark("carried ice", name="e2", Contents="More.")
    (tmp_path / "more.pdf").write_bytes(more.data)
    drop(window, tmp_path / "more.pdf")
    sheet = sheet_of(window, qtbot)
    assert len(sheet.marks) == 1 and sheet.take.text() == "Take in 1 change"
    button(sheet, "Show 1 change that was ignored").click()
    assert not box(sheet, "Deleted in the copy").isChecked() and len(sheet.marks) == 2
    window.desk.library.undo()
    assert len(session.annotations()) == 2


def test_to_close_the_sheet_decides_nothing(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    drop(window, back)
    QTest.keyClick(sheet_of(window, qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sheets(window))
    drop(window, back)
    assert len(sheet_of(window, qtbot).marks) == 3


def test_the_window_goes_on_while_a_copy_is_compared(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    may_go_on, asked_in = threading.Event(), []
    returned = Library.returned

    def slowly(library: Library, *rest: object) -> object:
        asked_in.append(threading.current_thread())
        may_go_on.wait(20)
        return returned(library, *rest)

    monkeypatch.setattr(Library, "returned", slowly)
    drop(window, back)
    said = "Looking for what is different in “back.pdf”…"
    qtbot.waitUntil(lambda: window.messages.bar.text() == said)
    session.page_note("Written meanwhile")
    assert asked_in and threading.main_thread() not in asked_in
    may_go_on.set()
    sheet = sheet_of(window, qtbot)
    assert window.messages.bar.text() == "" or not window.messages.bar.isVisible()
    sheet.take.click()
    notes = [one.note for one in session.annotations()]
    assert {"Who?", "Written meanwhile"} <= set(notes)


def test_a_copy_that_cannot_be_read_is_a_sentence_and_the_next_one_is_shown(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    window.adding._returned.review(window.desk.library, [back.with_name("gone.pdf"), back])
    sheet_of(window, qtbot)
    assert "gone.pdf" in window.messages.bar.text()


def test_a_window_that_closes_waits_for_what_is_compared(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot
) -> None:
    drop(window, back)
    window.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("comparing")]


def test_several_copies_are_shown_one_after_the_other(
    window: MainWindow, session: ArticleSession, back: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    second = tmp_path / "second.pdf"
    second.write_bytes(
        Reviewer(exported(session), "B. Reader").mark("Nobody", name="e2", Contents="I did.").data
    )
    drop(window, back, second)
    qtbot.waitUntil(lambda: bool(sheets(window)), timeout=20_000)
    sheets(window)[0].take.click()
    qtbot.waitUntil(lambda: any("I did." in says(sheet) for sheet in sheets(window)))
    sheets(window)[0].take.click()
    assert {"Who?", "I did."} <= {one.note for one in session.annotations()}


def test_many_marks_come_in_parts(
    window: MainWindow, session: ArticleSession, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(returned_sheet, "AT_ONCE", 2)
    reviewer = Reviewer(exported(session))
    for number in range(5):
        reviewer.add(0, "Square", [20.0 + 40 * number, 20.0, 50.0 + 40 * number, 40.0])
    (tmp_path / "many.pdf").write_bytes(reviewer.data)
    drop(window, tmp_path / "many.pdf")
    sheet = sheet_of(window, qtbot)
    assert len(sheet.marks) == 2 and sheet.take.text() == "Take in 5 changes"
    button(sheet, "Show 3 more").click()
    assert len(sheet.marks) == 4
    button(sheet, "Show 1 more").click()
    assert len(sheet.marks) == 5
    sheet.take.click()
    assert len(session.annotations()) == 7
