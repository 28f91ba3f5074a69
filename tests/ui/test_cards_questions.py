"""Questions that came with a pack: on the card they are their author's, and are answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.library import Library, Preferences
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

TEXT = "What the bridge cost\n\nThe bridge was closed for eleven months, the city said.\n"


@pytest.fixture
def window(open_window, tmp_path, preferences, qtbot):  # noqa: F811
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT, encoding="utf-8")
    teacher = Preferences(tmp_path / "teacher.json")
    teacher.set("name", "Mara Ruiz")
    with Library.open(tmp_path / "class.annotator", True, teacher) as library:
        session = library.session(library.import_file(file).id)
        start = TEXT.index("eleven months")
        session.highlight(start - 1, start + 12, note="Who counted them?", tags=["question"])
        pack = library.packs.export(tmp_path / "week.annotator-pack")
    with Library.open(tmp_path / "library.annotator", True, preferences) as library:
        library.packs.apply(pack)
        (article,) = library.articles()
    window = open_window()
    window.desk.open_article(article.id)
    window.going.to_annotation(window.desk.session.ids()[0])
    qtbot.waitUntil(lambda: window.reader.isAncestorOf(QApplication.focusWidget() or window))
    return window


def note(window):
    return window.desk.session.annotations()[0]


def words(window):
    return window.cards.list.card(note(window).id).accessibleName()


def test_a_question_says_who_asks_and_that_it_waits(window):
    assert "Question by Mara Ruiz · not answered yet" in words(window)


def test_the_key_of_notes_answers_and_leaves_the_question_as_it_is(window, qtbot):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
    qtbot.waitUntil(lambda: window.cards.isAncestorOf(QApplication.focusWidget() or window))
    QTest.keyClicks(QApplication.focusWidget(), "The city, it seems.")
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    qtbot.waitUntil(lambda: bool(note(window).comments))
    assert note(window).note == "Who counted them?"
    assert note(window).comments[0].text == "The city, it seems."
    qtbot.waitUntil(lambda: "not answered" not in words(window))
    assert "Question by Mara Ruiz" in words(window)
    assert not [line for line in window.desk.library.review.lines() if line.rule == "question"]


def test_enter_on_its_card_answers_too(window, qtbot):
    window.cards.list.setFocus()
    window.cards.commands.enter(note(window).id)
    QTest.keyClicks(QApplication.focusWidget(), "Nobody.")
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    qtbot.waitUntil(lambda: bool(note(window).comments))
    assert note(window).note == "Who counted them?"
