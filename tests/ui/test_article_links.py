"""A link in an article leads nowhere until its reader has seen where."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.dialogs.open_link import OpenLinkDialog
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

PAGE = """<html><head><link rel="canonical" href="https://example.org/news/a.html"></head><body>
<article><h1>A page</h1><p>Some words to read, and then <a href="b.html">the other page</a>, which
has more of them than anybody would want to read in one go.</p></article></body></html>"""


def test_a_link_is_shown_whole_before_it_is_opened(open_window, tmp_path, qtbot):  # noqa: F811
    file = tmp_path / "a.html"
    file.write_text(PAGE, encoding="utf-8")
    window = open_window(file)
    at = window.desk.session.article.text.index("other page")
    window.opening.link(window.reader.setting.link_at(at))
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, OpenLinkDialog))
    assert dialog.address == "https://example.org/news/b.html"
    dialog.reject()


def test_with_ctrl_a_link_under_a_mark_is_shown(open_window, tmp_path):  # noqa: F811
    file = tmp_path / "a.html"
    file.write_text(PAGE, encoding="utf-8")
    window = open_window(file)
    session, view = window.desk.session, window.reader.view
    at = session.article.text.index("other page")
    mark = session.highlight(at, at + 10)
    rect = window.reader.setting.rectangles(at + 3, at + 4)[0]
    point = (rect.center() - QPointF(view.scrolled)).toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert window.desk.current == mark.id
    assert window.findChild(OpenLinkDialog) is None
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, point)
    dialog = window.findChild(OpenLinkDialog)
    assert dialog.address == "https://example.org/news/b.html"
    dialog.reject()


@pytest.fixture
def beside(open_window, tmp_path):  # noqa: F811
    """The window with the page beside another article."""
    page, other = tmp_path / "a.html", tmp_path / "b.txt"
    page.write_text(PAGE, encoding="utf-8")
    other.write_text("Another article\n\nWith other words, and no link.\n", encoding="utf-8")
    window = open_window(other)
    window.beside.open(window.desk.library.import_file(page).id)
    return window


def middle_of_link(view):
    at = view.session.article.text.index("other page")
    rect = view.setting.rectangles(at + 3, at + 4)[0]
    return (rect.center() - QPointF(view.scrolled)).toPoint()


def test_links_of_the_second_article_are_followed(beside):
    view = beside.beside.pane.view.view
    point = middle_of_link(view)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, point)
    dialog = beside.findChild(OpenLinkDialog)
    assert dialog.address == "https://example.org/news/b.html"
    dialog.reject()


def test_the_menu_of_the_second_article_has_its_links(beside):
    view = beside.beside.pane.view.view
    point = middle_of_link(view)
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point)
    )
    QApplication.sendEvent(view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    action = next(action for action in menu.actions() if action.text() == "Open link…")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    dialog = beside.findChild(OpenLinkDialog)
    assert dialog.address == "https://example.org/news/b.html"
    dialog.reject()
