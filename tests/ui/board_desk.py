"""A window with some claims in it, and what the board's tests do to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.library import Library

TEXT = """What the bridge cost

The bridge was closed for eleven months, the city said on Monday, and nobody was told why.

Nobody knows who counted the months. A newsletter repeated the figure without a footnote.
"""
OTHER = """The bridge again

The works lasted eleven months. A spokesman said that “the end is near”.
"""
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def fill(library: Library, folder) -> None:
    """Two articles, five claims: two judged, one of them with two sources."""
    first = _add(library, folder, "bridge.txt", TEXT)
    second = _add(library, folder, "again.txt", OTHER)
    closed = _claim(first, "closed for eleven months", "number", "the city")
    counted = _claim(first, "Nobody knows who counted", "fact", "the article")
    _claim(first, "without a footnote", "fact", "the article")
    _claim(second, "lasted eleven months", "number", "a spokesman")
    quote = _claim(second, "the end is near", "quote", "a spokesman")
    ada, _bo = library.claims.add_person("Ada"), library.claims.add_person("Bo")
    library.claims.update(closed.id, verdict="Mostly false", why="the log says ten")
    library.claims.update(quote.id, verdict="True", why="heard it")
    library.claims.update([closed.id, counted.id], assignee=ada.id)
    for number in (1, 2):
        first.attach_source(closed.id, f"https://log.example/{number}", "refutes",
                            title=f"Log book {number}")  # fmt: skip
    first.set_tags(first.owner_of(closed.id), ["method/log"])


def _add(library, folder, name, text):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return library.session(library.import_file(file).id)


def _claim(session, words, kind, claimant):
    start = session.article.text.index(words)
    return session.claim(start, start + len(words), kind=kind, claimant=claimant)


def press(key, modifier=NONE):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def settle(milliseconds=120):
    QTest.qWait(milliseconds)


def statements(face):
    """The claims the table shows, from top to bottom."""
    model = face.board.table.claims
    return [model.claim(row).statement for row in range(model.rowCount())]


def labels(face):
    """Their numbers."""
    model = face.board.table.claims
    return [model.claim(row).number for row in range(model.rowCount())]


def claim(face, words):
    """The row of a claim by words of its statement."""
    return next(row for row in face.state.rows if words in row.statement)


@pytest.fixture
def board(open_window, tmp_path, preferences, qtbot):
    """The board of a library with five claims, in front."""
    with Library.open(tmp_path / "library.annotator", True, preferences) as library:
        fill(library, tmp_path)
    window = open_window()
    window.actions_.run("view.claims")
    settle()
    face = window.faces.face("claims")
    face.window = window
    window.activateWindow()
    face.board.table.setFocus()
    qtbot.waitUntil(face.board.table.hasFocus)
    return face
