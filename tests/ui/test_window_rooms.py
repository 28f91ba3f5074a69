"""Nothing lies over or cuts off what one looks at."""

import time

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu

from tests.ui.test_window import (  # noqa: F401 - fixtures
    article_file,
    open_window,
    place,
    preferences,
)


def settle():
    for _turn in range(12):
        QApplication.processEvents()
        time.sleep(0.005)


def in_window(window, widget):
    return QRect(widget.mapTo(window, QPoint()), widget.size())


@pytest.fixture
def long_file(tmp_path):
    """An article of many headings."""
    file = tmp_path / "long.md"
    parts = [f"## Part {n}\n\nParagraph {n} says something.\n" + "Words. " * 90 for n in range(30)]
    title = "# A long one with a headline that is as wide as the column of the page\n\n"
    file.write_text(title + "\n\n".join(parts), encoding="utf-8")
    return file


def test_the_bar_that_finds_lies_over_no_line(open_window, long_file):  # noqa: F811
    window = open_window(long_file)
    settle()
    window.actions_.run("edit.find")
    settle()
    bar = in_window(window, window.reader.find_bar)
    assert bar.bottom() < in_window(window, window.reader.view).top()
    assert in_window(window, window.reader).contains(bar)


def test_the_text_stays_where_it_is_when_the_bar_comes_and_goes(open_window, long_file):  # noqa: F811
    window = open_window(long_file)
    settle()
    window.reader.scroll_to(window.desk.session.article.text.index("Paragraph 9"), "centre")
    settle()

    def top():
        rect = window.reader.rectangles(*place(window, "Paragraph 9"))[0]
        return window.reader.mapTo(window, rect.topLeft()).y()

    before = top()
    window.actions_.run("edit.find")
    settle()
    assert abs(top() - before) <= 1
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert abs(top() - before) <= 1


def test_what_is_wrong_with_a_link_is_said_once(open_window, article_file):  # noqa: F811
    window = open_window(article_file)
    settle()
    window.reader.view.setFocus()
    window.reader.set_selection(*place(window))
    QTest.keyClick(window.reader.view, Qt.Key.Key_S)
    settle()
    QTest.keyClicks(QApplication.focusWidget(), "no link at all")
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    settle()
    said = [label.text() for label in window.cards.findChildren(QLabel) if label.isVisible()]
    (editor,) = (editor for _name, editor in window.cards.deck.editing.values())
    assert editor.link.hint()
    assert said.count(editor.link.hint()) == 1
    window.cards.commands.editing.drop()


def test_the_open_article_stays_in_sight_when_the_outline_grows(
    open_window, long_file, article_file, tmp_path  # noqa: F811
):  # fmt: skip
    window = open_window(long_file, size=(1440, 700))
    id = window.desk.session.id
    for number in range(4):
        other = tmp_path / f"{number}.txt"
        other.write_text(f"Short {number}\n\nWords of number {number}.\n", encoding="utf-8")
        window.add_files([other])
    settle()
    articles, row = window.left.articles, window.left.model.place(id)
    assert articles.viewport().rect().contains(articles.visualRect(row))
    QTest.mouseClick(
        articles.viewport(), Qt.MouseButton.LeftButton, pos=articles.visualRect(row).center()
    )
    settle()
    assert window.desk.session.id == id
    assert articles.viewport().rect().contains(articles.visualRect(row))


def test_a_long_title_is_shown_from_its_beginning(open_window, long_file):  # noqa: F811
    window = open_window(long_file)
    settle()
    title = "A very long title indeed, " * 12
    window.desk.library.set_details(window.desk.session.id, title=title)
    window.actions_.run("article.details")
    settle()
    dialog = QApplication.activeModalWidget()
    field = dialog.fields["title"].editor
    assert isinstance(field, QLineEdit)
    assert field.text().startswith("A very long title")
    assert field.hasFocus()
    assert field.cursorPositionAt(QPoint(4, field.height() // 2)) == 0
    QTest.keyClicks(field, "Another")
    assert field.text() == "Another"  # it was selected as a whole
    dialog.reject()


def test_the_outline_never_has_the_title(open_window, tmp_path):  # noqa: F811
    file = tmp_path / "kicker.html"
    words = "<p>Words of it, and quite many of them are there to read. </p>" * 9
    file.write_text(
        "<html><head><title>The harbour air</title></head><body><article><h2>Kicker</h2>"
        f"<h2>The  Harbour air</h2>{words}<h3>One</h3>{words}</article></body></html>",
        encoding="utf-8",
    )
    window = open_window(file)
    settle()
    headings = [heading.text for heading in window.left._follower.headings]
    assert "One" in headings
    assert not [text for text in headings if text.casefold() == "the harbour air"]


def test_where_there_is_little_room_the_articles_have_it(open_window, long_file, article_file):  # noqa: F811
    window = open_window(article_file, size=(1280, 720))
    window.add_files([long_file])
    window.viewing.set_scale(2.5)
    settle()
    window.panes.show_pane("left")
    settle()
    articles = window.left.articles
    assert not window.left.sections.isVisible()
    assert articles.viewport().rect().contains(articles.visualRect(articles.model().index(0)))
    window.actions_.run("go.outline")
    settle()
    assert window.focusWidget() is window.left.sections  # what has no room can be gone to
    assert window.left.sections.height() > 200
    window.left.focus_search()
    settle()
    assert not window.left.sections.isVisible()
    window.actions_.run("file.new_collection")
    settle()
    QTest.keyClicks(QApplication.focusWidget(), "Bridges")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert [c.name for c in window.desk.library.collections()] == ["Bridges"]
    window.reader.view.setFocus()
    window.viewing.set_scale(1.0)
    settle()
    assert window.left.sections.isVisible()


def ink_begins(menu, action):
    """The x of the first letter of an entry, px."""
    image = menu.grab().toImage()
    ink, rect = QColor(menu.palette().text().color()), menu.actionGeometry(action)
    for x in range(menu.fontMetrics().height() * 2, rect.right()):
        for y in range(rect.top(), rect.bottom()):
            if abs(image.pixelColor(x, y).lightness() - ink.lightness()) < 90:
                return x
    raise AssertionError(action.text())


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_entries_with_and_without_icon_begin_at_one_line(theme, qtbot, scale):
    theme.set_scale(scale)
    theme.apply(QApplication.instance())
    menu = QMenu()
    qtbot.addWidget(menu)
    plain = menu.addAction("Hear")
    with_icon = menu.addAction(theme.icon("list"), "Hear")
    ticked = menu.addAction("Hear")
    ticked.setCheckable(True)
    ticked.setChecked(True)
    menu.popup(QPoint(0, 0))
    settle()
    begins = [ink_begins(menu, action) for action in (plain, with_icon, ticked)]
    menu.close()
    assert max(begins) - min(begins) <= 1, begins
