"""The left pane's sections: collections, outline, tags."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.ui.shelf import LibraryPane
from annotator.ui.theme import Theme
from tests.store.builders import small_article
from tests.ui.shelf_desk import HARBOUR, Shelf, click_row, drop, row_of


@pytest.fixture
def shelf(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path, theme)
    with qtbot.waitExposed(shelf.pane):
        shelf.pane.show()
    yield shelf
    shelf.close()


def name(shelf: Shelf, qtbot: QtBot, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type the name that is asked for in the list."""
    edit = shelf.pane.sections.findChild(QLineEdit)
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, key)
    qtbot.waitUntil(lambda: not shelf.pane.sections.findChildren(QLineEdit))


def sections(shelf: Shelf) -> list[str]:
    return shelf.spoken(shelf.pane.sections)


# Collections


def test_a_collection_is_made_by_typing_its_name(shelf: Shelf, qtbot: QtBot) -> None:
    assert "Collections, expanded" not in sections(shelf)
    shelf.pane.new_collection()
    name(shelf, qtbot, "Harbour air")
    assert sections(shelf)[:2] == ["Collections, expanded", "Harbour air, 0 articles"]
    assert [c.name for c in shelf.library.collections()] == ["Harbour air"]


@pytest.mark.parametrize(("text", "key"), [("", Qt.Key.Key_Return), ("Air", Qt.Key.Key_Escape)])
def test_no_name_no_collection(shelf: Shelf, qtbot: QtBot, text: str, key: Qt.Key) -> None:
    shelf.pane.new_collection()
    name(shelf, qtbot, text, key)
    qtbot.waitUntil(lambda: "Collections, expanded" not in sections(shelf))
    assert shelf.library.collections() == []


def test_a_click_shows_a_collection_and_another_all(shelf: Shelf) -> None:
    air = shelf.library.add_collection("Air")
    shelf.library.collect(air.id, [shelf.bridge])
    click_row(shelf.pane.sections, "Air")
    assert shelf.titles() == ["The bridge"]
    assert shelf.pane.header.scope.accessibleName() == "Shown: Air"
    assert "Air, 1 article, current" in sections(shelf)
    assert shelf.chips()[0] == "All 1"
    shelf.library.collect(air.id, [shelf.minutes])
    assert shelf.titles() == ["The bridge", "Council minutes"]
    click_row(shelf.pane.sections, "Air")
    assert len(shelf.titles()) == 3
    assert shelf.pane.header.scope.accessibleName() == "Shown: Harbour"


def test_the_collection_that_is_shown_is_known(shelf: Shelf) -> None:
    air = shelf.library.add_collection("Air")
    click_row(shelf.pane.sections, "Air")
    shelf.library.rename_collection(air.id, "Clean air")
    assert shelf.pane.scope == air.id
    shelf.library.remove_collection(air.id)
    assert shelf.pane.scope == ""


def test_articles_are_dragged_onto_a_collection(shelf: Shelf) -> None:
    air = shelf.library.add_collection("Air")
    view, target = shelf.pane.articles, shelf.pane.sections
    click_row(view, "The bridge")
    click_row(view, "Council", Qt.KeyboardModifier.ControlModifier)
    data = shelf.pane.model.mimeData(view.selectedIndexes())
    section = target.visualRect(row_of(target, "Collections")).center()
    assert not drop(target.viewport(), section, data)
    assert drop(target.viewport(), target.visualRect(row_of(target, "Air")).center(), data)
    assert shelf.library.articles_in(air.id) == {shelf.bridge, shelf.minutes}
    assert "Air, 2 articles" in sections(shelf)


def test_renaming_in_place_and_removing(shelf: Shelf, qtbot: QtBot) -> None:
    air = shelf.library.add_collection("Air")
    shelf.pane.collections.choose(air.id)
    view = shelf.pane.sections
    view.setFocus()
    view.setCurrentIndex(row_of(view, "Air"))
    QTest.keyClick(view, Qt.Key.Key_F2)
    name(shelf, qtbot, "Clean air")
    assert shelf.library.collections()[0].name == "Clean air"
    assert shelf.pane.header.scope.accessibleName() == "Shown: Clean air"
    shelf.pane.commands.remove_collection(air.id)
    assert "Collections, expanded" not in sections(shelf)
    assert len(shelf.titles()) == 3
    shelf.library.undo()
    assert "Clean air, 0 articles" in sections(shelf)


def test_articles_go_into_a_new_collection_in_one_step(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.pane.collections.begin([shelf.bridge])
    name(shelf, qtbot, "Steel")
    made = shelf.library.collections()[0]
    assert (made.name, made.articles) == ("Steel", 1)
    shelf.library.undo()
    assert shelf.library.collections() == []


# Outline and tags


def test_the_outline_has_the_articles_own_headings_and_counts_marks(shelf: Shelf) -> None:
    shelf.session.highlight(*shelf.place("Nine of the eleven"))
    shelf.session.highlight(*shelf.place("faced the water"))
    assert sections(shelf) == [
        "Outline, expanded",
        "A number that travelled, 0 marks",
        "Where the sensors stood, 2 marks",
        "The road side, 0 marks",
    ]
    depths = [shelf.pane.section_model.entry(row).depth for row in (1, 2, 3)]
    assert depths == [0, 0, 1]


def test_the_outline_follows_the_text_and_leads_there(shelf: Shelf, qtbot: QtBot) -> None:
    start = shelf.place("Where the sensors stood")[0]
    shelf.pane.set_current_offset(start + 5)
    assert [said for said in sections(shelf) if said.endswith("current")] == [
        "Where the sensors stood, 0 marks, current"
    ]
    shelf.pane.set_current_offset(0)
    assert not [said for said in sections(shelf) if said.endswith("current")]
    with qtbot.waitSignal(shelf.pane.heading_chosen) as chosen:
        click_row(shelf.pane.sections, "The road side")
    assert chosen.args == [shelf.place("The road side")[0], 0]


def test_the_heading_one_went_to_stays_current_in_mid_page(shelf: Shelf) -> None:
    def current() -> list[str]:
        return [said.split(",")[0] for said in sections(shelf) if said.endswith("current")]

    click_row(shelf.pane.sections, "The road side")
    start = shelf.place("The road side")[0]
    shelf.pane.set_current_offset(start - 300)  # the page shows it in its middle
    assert current() == ["The road side"]
    shelf.pane.set_current_offset(start + 10)
    shelf.pane.set_current_offset(start - 300)
    assert current() == ["Where the sensors stood"]


def test_a_heading_the_user_makes_joins_the_outline(shelf: Shelf) -> None:
    block = next(
        at for at, block in enumerate(shelf.session.article.blocks)
        if shelf.session.article.text[block.start :].startswith("Nine of")
    )  # fmt: skip
    shelf.session.set_role(block, "heading")
    assert any(said.startswith("Nine of") for said in sections(shelf))


def test_tags_stand_under_each_other(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.session.highlight(*shelf.place("38 percent"), tags=["method/season", "method/sensors"])
    shelf.session.highlight(*shelf.place("faced the water"), tags=["method/season", "key point"])
    tags = [shelf.pane.section_model.entry(row) for row in range(5, 9)]
    assert [(tag.text, tag.depth, tag.count) for tag in tags] == [
        ("# key point", 0, 1),
        ("# method", 0, 2),
        ("season", 1, 2),
        ("sensors", 1, 1),
    ]
    with qtbot.waitSignal(shelf.pane.tag_chosen) as chosen:
        click_row(shelf.pane.sections, "Tag method/season")
    assert chosen.args == ["method/season"]


def test_no_article_no_outline(shelf: Shelf) -> None:
    shelf.pane.set_session(None)
    assert sections(shelf) == []
    shelf.pane.focus_outline()  # has nowhere to go


# Folding, keys, room


def test_sections_fold_and_stay_so(shelf: Shelf, theme: Theme) -> None:
    click_row(shelf.pane.sections, "Outline")
    assert sections(shelf) == ["Outline, collapsed"]
    later = LibraryPane(theme, shelf.library.preferences)
    later.set_library(shelf.library)
    later.set_session(shelf.session)
    assert shelf.spoken(later.sections) == ["Outline, collapsed"]
    later.deleteLater()
    shelf.pane.sections.setFocus()
    QTest.keyClick(shelf.pane.sections, Qt.Key.Key_Right)
    assert len(sections(shelf)) == 4


def test_focus_outline_goes_to_the_current_heading(shelf: Shelf, qtbot: QtBot) -> None:
    click_row(shelf.pane.sections, "Outline")
    shelf.pane.set_current_offset(shelf.place("The road side")[0])
    shelf.pane.focus_outline()
    assert shelf.pane.sections.hasFocus()
    with qtbot.waitSignal(shelf.pane.heading_chosen) as chosen:
        QTest.keyClick(shelf.pane.sections, Qt.Key.Key_Return)
    assert chosen.args == [shelf.place("The road side")[0], 0]


def test_long_sections_leave_the_articles_their_room(shelf: Shelf, qtbot: QtBot) -> None:
    for number in range(40):
        shelf.library.add_collection(f"Collection {number}")
    from tests.store.builders import add_article

    for number in range(20):
        add_article(shelf.library, small_article((f"P {number}",), f"Article {number}"))
    body = shelf.pane.body
    share = shelf.pane.sections.height() / body.height()
    assert 0.4 < share <= 0.45
    qtbot.waitUntil(lambda: shelf.pane.sections.verticalScrollBar().maximum() > 0)
    assert shelf.pane.articles.height() + shelf.pane.sections.height() <= body.height()
    assert HARBOUR in shelf.titles()
