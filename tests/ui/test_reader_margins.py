"""Text, details and numbers keep their column whatever the width."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.ui.reader import Reader
from tests.store.builders import add_article, open_library
from tests.ui.sessions import MemorySession, article_of


@pytest.mark.parametrize("width", [420, 640, 720, 730, 760, 900, 1400])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_line_of_details_stands_over_the_text(qtbot, theme, tmp_path, width, scale):
    theme.set_scale(scale)
    with open_library(tmp_path / "a.annotator") as library:
        reader = Reader(theme)
        qtbot.addWidget(reader)
        reader.resize(1400, 700)
        reader.set_session(library.session(add_article(library)))
        reader.show()
        reader.resize(width, 700)
        setting, page = reader.setting, reader.view.page
        text = setting.rectangles(0, 1)[0].left()
        assert abs(page.details_place(setting).x() - text) <= 2
        reader.set_session(None)


@pytest.mark.parametrize("width", [420, 730, 1400])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("count", [99, 999])
def test_the_gutter_grows_with_the_digits_of_its_numbers(qtbot, theme, width, scale, count):
    theme.set_scale(scale)
    session = MemorySession(article_of("# A title", *["Eleven instruments of these."] * 400))
    for start in range(count):
        session.add(start, start + 1)
    reader = Reader(theme)
    qtbot.addWidget(reader)
    reader.resize(width, 700)
    reader.set_session(session)
    reader.show()
    qtbot.waitExposed(reader)
    last = len(session.article.text) - 5
    id = session.add(last, last + 1)  # one digit more
    reader.apply(session.changed(id))
    reader.scroll_to(last)
    reader.grab()
    badge = next(badge for badge in reader.view.gutters.badges if badge.id == id)
    assert badge.number == count + 1
    right = badge.rect.right() - reader.view.scrolled.x()
    assert right < reader.view.viewport().width()
    at = QPoint(round(right) - 3, round(badge.rect.center().y()) - reader.view.scrolled.y())
    with qtbot.waitSignal(reader.marks_clicked) as clicked:
        QTest.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == [[id]]
    reader.set_session(None)
