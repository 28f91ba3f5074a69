"""A window with two articles: the first has claims, the second is a source of one of them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.library import Library

FIRST = """The harbour study

Particulates fell by 38 percent in two years, the council said on Monday.

A spokesman said that “the trend is beyond doubt”. Nobody asked who counted.
"""
SECOND = """The annual report

The port authority measured a fall of up to 21 percent between the two years.

The trend is hardly beyond any doubt, and more months are needed.
"""


def add(library, folder, name, text):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return library.session(library.import_file(file).id)


def claim(session, words, **fields):
    start = session.article.text.index(words)
    return session.claim(start, start + len(words), **fields)


@pytest.fixture
def harbour(open_window, tmp_path, preferences, qtbot):
    """The window on the first article; ``first`` and ``second`` are the articles' ids, ``fell`` and
    ``doubt`` the claims'."""
    with Library.open(tmp_path / "library.annotator", True, preferences) as library:
        first = add(library, tmp_path, "harbour.txt", FIRST)
        second = add(library, tmp_path, "report.txt", SECOND)
        library.set_details(second.id, site="Port authority")
        fell = claim(first, "Particulates fell by 38 percent in two years", kind="number")
        doubt = claim(first, "“the trend is beyond doubt”", kind="quote")
        ledger = library.ledger
        ledger.add_from_article(fell.id, second.id, quote="a fall of up to 21 percent",
                                stance="refutes", type="primary")  # fmt: skip
        ledger.add(fell.id, url="https://council.example/press", title="Press release",
                   publisher="City council", stance="supports")  # fmt: skip
        ledger.add(doubt.id, url="https://council.example/press", stance="context")
        undated = ledger.add(doubt.id, url="https://ledger.example/bridge", title="Eleven months")
        ledger.update_source(undated.source.id, accessed="")
        mark = first.highlight(first.article.text.index("Nobody"), len(first.article.text) - 1)
        ledger.add(mark.id, title="A letter")
        ids = first.id, second.id, fell.id, doubt.id
    window = open_window()
    window.first, window.second, window.fell, window.doubt = ids
    window.desk.open_article(window.first)
    window.activateWindow()
    window.reader.setFocus()
    qtbot.waitUntil(window.reader.view.hasFocus)
    return window


def drag_over(view, session, words):
    """Select words of an article on its surface with the mouse."""
    start = session.article.text.index(words)
    rects = view.rectangles(start, start + len(words))
    first = rects[0].topLeft() + QPoint(1, rects[0].height() // 2)
    last = QPoint(rects[-1].right() + 1, rects[-1].center().y())
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=first - port.pos())
    QTest.mouseMove(port, last - port.pos())
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last - port.pos())
