"""A link in an article leads nowhere until its reader has seen where."""

from PySide6.QtCore import QPointF, Qt
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
