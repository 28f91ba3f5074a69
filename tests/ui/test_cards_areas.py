"""Cards of areas show what is seen there; cards of marks that came with a file say so."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from annotator.ui.cards.menus import card_menu
from annotator.ui.cards.picture_part import PicturePart
from annotator.ui.cards.pictures import SCALES
from annotator.ui.cards.views import Form
from annotator.ui.theme import Theme
from tests.pdf_making import Sheet, make_pdf
from tests.ui.cards_desk import Desk

RED = QColor(255, 0, 0)
BOX = (30.0, 300.0, 120.0, 80.0)
"""A red box of 100 by 50 points with 10 points of white around, 20 below."""


def paper() -> bytes:
    sheet = Sheet(width=300, height=400)
    sheet.text(40, 340, "The bridge", size=20, font="bold")
    sheet.lines(40, 300, ["The bridge was closed for eleven months,", "the city said on Monday."])
    sheet.raw("1 0 0 rg 40 40 100 50 re f")
    return make_pdf(sheet)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, theme)
    file = tmp_path / "bridge.pdf"
    file.write_bytes(paper())
    desk.session = desk.library.session(desk.library.import_file(file).id)
    desk.pane.set_session(desk.session)
    with qtbot.waitExposed(desk.pane):
        desk.pane.show()
    yield desk
    desk.close()


def picture(desk: Desk, id: str) -> PicturePart:
    card = desk.pane.list.card(id)
    assert card is not None
    (part,) = (part for part in card.findChildren(PicturePart) if part.isVisible())
    return part


def shot(part: PicturePart) -> QImage:
    return part.grab().toImage()


def middle(image: QImage, across: float = 0.5) -> QColor:
    """The colour in the middle of the picture that is 120 points wide, at 96 px an inch."""
    ratio = image.devicePixelRatio()
    at = QPoint(round((13 + 160 * across) * ratio), round(40 * ratio))
    return QColor(image.pixel(at))


def test_the_picture_comes_and_its_room_was_kept(desk: Desk, qtbot: QtBot) -> None:
    id = desk.session.mark_area(0, BOX, note="A red box.").id
    part = picture(desk, id)
    height = part.height()
    qtbot.waitUntil(lambda: middle(shot(part)) == RED)
    assert part.height() == height
    assert middle(shot(part), 0.02) == QColor(255, 255, 255)
    assert part.accessibleName() == "Area, p.\u00a01"
    assert desk.pane.list.card(id).accessibleName() == "1, area, note: p. 1; A red box."


def test_painting_does_not_wait_for_a_picture(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go, asked = threading.Event(), []
    drawn = desk.session.draw_page

    def slow(page: int, scale: float, *how: object) -> object:
        asked.append((threading.current_thread(), scale))
        let_go.wait(10)
        return drawn(page, scale, *how)

    monkeypatch.setattr(desk.session, "draw_page", slow)
    part = picture(desk, desk.session.mark_area(0, BOX).id)
    assert middle(shot(part)) != RED
    qtbot.waitUntil(lambda: bool(asked))
    assert middle(shot(part)) != RED
    let_go.set()
    qtbot.waitUntil(lambda: middle(shot(part)) == RED)
    (thread, scale) = asked[0]
    assert thread is not threading.main_thread()
    assert scale in SCALES
    shot(part)
    assert len(asked) == 1


def test_a_moved_area_has_another_picture(desk: Desk, qtbot: QtBot) -> None:
    id = desk.session.mark_area(0, BOX).id
    qtbot.waitUntil(lambda: middle(shot(picture(desk, id))) == RED)
    desk.session.move_area(id, 0, (80.0, 300.0, 120.0, 80.0))
    qtbot.waitUntil(lambda: middle(shot(picture(desk, id)), 0.8) == QColor(255, 255, 255))
    assert middle(shot(picture(desk, id)), 0.2) == RED


def test_a_large_area_is_not_higher_than_its_card_allows(desk: Desk) -> None:
    id = desk.session.mark_area(0, (0.0, 0.0, 300.0, 400.0)).id
    closed = picture(desk, id).height()
    assert closed < 150
    desk.pane.set_current(id)
    assert closed < picture(desk, id).height() < 320


def test_in_one_line_an_area_says_where_it_is(desk: Desk) -> None:
    id = desk.session.mark_area(0, BOX).id
    assert desk.pane.deck.view(id).form == Form.NORMAL
    desk.pane.set_compact(True)
    assert desk.pane.deck.view(id).form == Form.LINE
    card = desk.pane.list.card(id)
    assert not any(part.isVisible() for part in card.findChildren(PicturePart))


def test_an_area_can_be_coloured_and_claimed(desk: Desk, theme: Theme) -> None:
    id = desk.session.mark_area(0, BOX).id
    menu = card_menu(theme, desk.session, id, desk.pane.commands, desk.pane)
    words = [action.text() for action in menu.actions()]
    assert "Colour" in words
    assert "Claim here" in words
    assert "Style" not in words
    assert "Copy quote" not in words
    menu.deleteLater()
    desk.session.update(id, colour="green")
    desk.pane.choose(colour="green")
    assert desk.pane.list.ids() == [id]


@pytest.mark.parametrize(
    ("origin", "words"),
    [("file", "from the file · Jo Berg"), ("returned", "from a returned copy · Jo Berg")],
)
def test_marks_that_were_not_made_here_say_so(desk: Desk, origin: str, words: str) -> None:
    desk.library.set_name("Jo Berg")
    id = desk.session.highlight(0, 10, note="Hm.").id
    with sqlite3.connect(desk.library.path) as file:
        file.execute("UPDATE annotations SET origin = ? WHERE id = ?", (origin, id))
    file.close()
    before = desk.pane.list.card(id).height()
    desk.session.reload()
    desk.pane.list.reset()
    card = desk.pane.list.card(id)
    assert words in card.accessibleName()
    assert card.height() > before


def test_nothing_is_drawn_any_more_when_the_article_is_put_away(desk: Desk, qtbot: QtBot) -> None:
    id = desk.session.mark_area(0, BOX).id
    qtbot.waitUntil(lambda: middle(shot(picture(desk, id))) == RED)
    (thread,) = (each for each in threading.enumerate() if each.name == "area pictures")
    desk.pane.set_session(None)
    assert not thread.is_alive()


def test_pictures_take_on_a_dark_window_s_colours_photographs_do_not(
    desk: Desk, qtbot: QtBot, theme: Theme
) -> None:
    theme.set_scheme("dark")
    paper, words = QColor(theme.tokens.paper), desk.session.mark_area(0, (30, 60, 220, 60)).id
    qtbot.waitUntil(lambda: middle(shot(picture(desk, words)), 0.01) == paper)
    desk.pane.recolour_pages(False)
    qtbot.waitUntil(lambda: middle(shot(picture(desk, words)), 0.01) == QColor(255, 255, 255))


def test_where_nothing_is_to_be_seen_stands_the_sign_of_a_note(desk: Desk, qtbot: QtBot) -> None:
    id = desk.session.mark_area(0, (150.0, 200.0, 120.0, 80.0), note="What is missing here?").id
    before = picture(desk, id).height()
    qtbot.waitUntil(lambda: len(colours(shot(picture(desk, id)), 0.35, 0.65)) > 1)
    assert len(colours(shot(picture(desk, id)), 0.05, 0.3)) == 1
    assert picture(desk, id).height() == before


def test_a_note_s_sign_that_came_with_the_file_is_no_picture(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = Sheet(width=300, height=400)
    sheet.lines(40, 300, ["The bridge was closed for eleven months,", "the city said on Monday."])
    sheet.annotations.append(
        "<< /Type /Annot /Subtype /Text /Rect [100 295 120 315] /Contents (Who says so?) >>"
    )
    file = tmp_path / "noted.pdf"
    file.write_bytes(make_pdf(sheet))
    session = desk.library.session(desk.library.import_file(file).id)
    drawn = []
    monkeypatch.setattr(session, "draw_page", lambda *how: drawn.append(how))
    desk.pane.set_session(session)
    (annotation,) = session.annotations()
    part = picture(desk, annotation.id)
    assert len(colours(shot(part), 0.01, 0.12)) > 1
    assert not drawn


def colours(image: QImage, start: float, end: float) -> set[str]:
    """The colours of a line across the middle of the picture, from one share of the width that 120
    points take to another."""
    ratio, y = image.devicePixelRatio(), round((image.height() - 20 * image.devicePixelRatio()) / 2)
    across = range(round((13 + 160 * start) * ratio), round((13 + 160 * end) * ratio))
    return {image.pixelColor(x, y).name() for x in across}
