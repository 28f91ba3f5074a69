"""An article read from right to left: what is said about it stands on its side."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.kit import is_rtl
from annotator.ui.reader import Reader
from annotator.ui.theme import Theme
from tests.ui.cards_desk import Desk
from tests.ui.sessions import MemorySession, article_of, edited

ARABIC = """هواء الميناء

أعلن المجلس أن الجسيمات انخفضت بنسبة 38 في المئة خلال عامين.

احتفظ فريق من الجامعة بأحد عشر مستشعراً على طول الرصيف الشرقي.
"""


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, theme, ARABIC)
    desk.pane.show()
    qtbot.waitExposed(desk.pane)
    yield desk
    desk.close()


def inked(widget: QWidget, rect: QRect, colour: str = "", ground: str = "") -> range:
    """The columns, from the first to the last, in which a colour, or all but one, is seen."""
    image = widget.grab(rect).toImage()
    rows = range(image.height())
    across = [
        x
        for x in range(image.width())
        if any((n == colour or ground not in ("", n)) for n in names(image, x, rows))
    ]
    return range(across[0], across[-1] + 1)


def names(image: QImage, x: int, rows: range) -> list[str]:
    return [image.pixelColor(x, y).name() for y in rows]


@pytest.mark.parametrize(
    ("text", "rtl"), [("38 أعلن", True), ("“The” أعلن", False), ("", False), ("38", False)]
)
def test_the_first_letter_says_the_way(text: str, rtl: bool) -> None:
    assert is_rtl(text) == rtl


@pytest.mark.parametrize("note", ["", "A note makes it a card of several lines."])
def test_a_quote_stands_at_the_right(desk: Desk, theme: Theme, note: str) -> None:
    id = desk.mark("أعلن المجلس", colour="green", note=note)
    card = desk.pane.list.card(id)
    first = QRect(0, 0, card.width(), theme.px(64))
    bar = inked(card, first, theme.tokens.marks["green"])
    assert bar.start > card.width() * 0.8
    assert len(bar) <= theme.px(4)


def test_details_stand_at_the_right_and_can_be_clicked(qtbot: QtBot, theme: Theme) -> None:
    article = article_of("# هواء الميناء", "أعلن المجلس أن الجسيمات انخفضت.", site="الميناء")
    session = MemorySession(edited(article, lambda block: replace(block, dir="rtl")))
    reader = Reader(theme)
    qtbot.addWidget(reader)
    reader.resize(900, 500)
    reader.set_session(session)
    reader.show()
    qtbot.waitExposed(reader)
    view, page = reader.view, reader.view.page
    place = page.details_place(reader.setting)
    line = QRect(0, round(place.y()), view.viewport().width(), round(page.details.height))
    right = round(page.margins.left + page.margins.measure)
    shown = inked(view.viewport(), line, ground=theme.tokens.paper)
    assert right - theme.px(6) < shown.stop <= right + 1
    rect, field = page.details.fields()[-1]
    at = rect.translated(place).center().toPoint() - QPoint(0, view.scrolled.y())
    with qtbot.waitSignal(reader.details_requested) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [field]
    reader.set_session(None)


@pytest.mark.parametrize(("title", "left"), [("Air", True), ("هواء", False)])
def test_a_title_stands_where_its_own_words_begin(
    qtbot: QtBot, theme: Theme, title: str, left: bool
) -> None:
    article = article_of("أعلن المجلس أن الجسيمات انخفضت.", title=title)
    session = MemorySession(edited(article, lambda block: replace(block, dir="rtl")))
    reader = Reader(theme)
    qtbot.addWidget(reader)
    reader.resize(900, 500)
    reader.set_session(session)
    reader.show()
    qtbot.waitExposed(reader)
    page, view = reader.view.page, reader.view
    high = round(page.details_place(reader.setting).y()) - 4
    shown = inked(view.viewport(), QRect(0, 0, view.viewport().width(), high),
                  ground=theme.tokens.paper)  # fmt: skip
    middle = page.margins.shift + page.margins.left + page.margins.measure / 2
    assert (shown.stop < middle) if left else (shown.start > middle)
    reader.set_session(None)
