"""PDFs in the real window, for tests of their pages."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.app import make_window
from annotator.library import Preferences
from annotator.ui.window import MainWindow
from tests.pdf_making import Sheet, make_pdf

WORDS = "eleven months"


def report() -> bytes:
    """Three pages of text and one without."""
    first = Sheet()
    first.text(72, 720, "What the bridge cost", size=24, font="bold")
    first.lines(72, 680, ["The bridge was closed for eleven months, the city said,", "and so on."])
    second = Sheet()
    second.lines(72, 720, ["Nobody knows who counted the months.", "A newsletter repeated it."])
    third = Sheet()
    third.text(72, 720, "The end.")
    picture = Sheet()
    picture.raw("0.8 g 100 300 300 200 re f")
    third.annotations.append(
        "<< /Type /Annot /Subtype /Link /Rect [72 600 200 620] /Border [0 0 0]"
        " /A << /S /URI /URI (https://example.org/source) >> >>"
    )
    third.annotations.append(
        "<< /Type /Annot /Subtype /Link /Rect [72 500 200 520] /Border [0 0 0]"
        " /Dest [3 0 R /XYZ 0 792 0] >>"
    )
    return make_pdf(first, second, third, picture, info={"Title": "What the bridge cost"})


@contextmanager
def paged_window(
    folder: Path, qtbot: QtBot, preferences: Preferences, data: bytes
) -> Iterator[MainWindow]:
    """The window with this PDF open, its first page's letters at hand."""
    file = folder / "bridge.pdf"
    file.write_bytes(data)
    app = QApplication.instance()
    window = make_window(app, [str(folder / "library.annotator"), str(file)], preferences)
    window.resize(1440, 900)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.desk.session is not None)
    qtbot.waitUntil(lambda: window.reader.view.places.known(0) is not None)
    try:
        yield window
    finally:
        if isValid(window):
            window.close()
        QApplication.processEvents()


def place(window, words=WORDS):
    start = window.desk.session.article.text.index(words)
    return start, start + len(words)


def rows(window, query):
    with closing(sqlite3.connect(window.desk.library.path)) as plain:
        return plain.execute(query).fetchall()


def point(view, offset, *, after=False):
    """Where a letter begins (or ends) in the viewport."""
    rect = view.places.sure_rectangles(offset, offset + 1)[0].translated(-QPointF(view.scrolled))
    return QPointF(rect.right() - 1 if after else rect.left() + 1, rect.center().y()).toPoint()


def drag(view, start: QPoint, end: QPoint, modifier=Qt.KeyboardModifier.NoModifier):
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, modifier, start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, modifier, end)


def on_page(view, page, x, y):
    """A point of a page (points) in the viewport."""
    return (view.stack.from_page(page, (x, y, 0, 0)).topLeft() - QPointF(view.scrolled)).toPoint()


def wheel(view, at, steps, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(view.viewport().mapToGlobal(at)), QPoint(), QPoint(0, steps),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
