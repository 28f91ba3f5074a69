"""The strip at the page's edge keeps up with the marks."""

from dataclasses import replace
from itertools import groupby

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from annotator.model import Claim, Verdict
from annotator.ui.reader import Reader
from annotator.ui.theme import Theme
from tests.ui.sessions import MemorySession, article_of

ARTICLE = article_of(
    "# The harbour study",
    "The figure was everywhere within a day.",
    *["Eleven instruments faced the quay, and nobody wrote down the months."] * 40,
    "Two faced the water.",
)
TRUE = Verdict("v", "default", "True", 5, "good")


def near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def ticks(reader: Reader, session: MemorySession) -> list[str]:
    """The colours on the strip, from top to bottom, each once; a verdict's by its tone."""
    strip, mark = reader.strip, session.marks()[0]
    known = {
        colour: strip.colour(replace(mark, colour=colour, verdict_tone=None))
        for colour in strip.theme.tokens.marks
    }
    known["good"] = strip.colour(replace(mark, verdict_tone="good"))
    strip.set_window(0.0, 1.0)
    image: QImage = strip.grab().toImage()
    column = [image.pixelColor(strip.width() // 2, y) for y in range(strip.height())]
    seen = (name for pixel in column for name, colour in known.items() if near(pixel, colour))
    return [name for name, _same in groupby(seen)]


def test_ticks_follow_marks_that_come_change_and_go(qtbot: QtBot, theme: Theme) -> None:
    session = MemorySession(ARTICLE)
    first = session.mark("figure")
    second = session.mark("figure", colour="red")  # in the same row
    reader = Reader(theme)
    qtbot.addWidget(reader)
    reader.resize(800, 600)
    reader.show()
    qtbot.waitExposed(reader)
    reader.set_session(session)

    def shows(*names: str) -> None:
        qtbot.waitUntil(lambda: ticks(reader, session) == list(names))

    shows("yellow")
    later = session.mark("water", colour="green")
    reader.apply(session.changed(later))
    assert ticks(reader, session) == ["yellow", "green"]  # at once
    shows("yellow", "green")
    session.change(first, colour="blue")
    reader.apply(session.changed(first))
    shows("blue", "green")
    session.change(second, claims=(Claim("c", 1, "It was.", verdict=TRUE),))
    reader.apply(session.changed(second))
    shows("good", "green")  # what was checked goes before what was only marked
    session.remove(second)
    session.remove(later)
    reader.apply(session.changed(second, later))
    shows("blue")
    reader.set_session(None)
