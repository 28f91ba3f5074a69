"""Pages turned in the view: everything on them stays where it is on the page."""

import hashlib

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.library import Preferences
from tests.pdf_making import Sheet, make_pdf
from tests.ui.pages_desk import WORDS, drag, on_page, paged_window, place, report, rows

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_ALT = CTRL | Qt.KeyboardModifier.AltModifier
RECT = (100, 300, 200, 150)


@pytest.fixture
def preferences(tmp_path):
    preferences = Preferences(tmp_path / "settings.json")
    preferences.set("scheme", "light")
    return preferences


@pytest.fixture
def window(tmp_path, qtbot, qapp, preferences):
    with paged_window(tmp_path, qtbot, preferences, report()) as window:
        yield window


@pytest.fixture
def view(window):
    window.reader.setFocus()
    return window.reader.view


def turn(view, quarters):
    """By keys: clockwise, or (less than 0) the other way."""
    key = Qt.Key.Key_R if quarters > 0 else Qt.Key.Key_L
    for _quarter in range(abs(quarters)):
        QTest.keyClick(view, key, CTRL)


def spots(rect, inside):
    """A point at the middle of each side, so many px inside of it."""
    x, y = rect.center().x(), rect.center().y()
    return {
        "left": QPointF(rect.left() + inside, y),
        "right": QPointF(rect.right() - inside, y),
        "top": QPointF(x, rect.top() + inside),
        "bottom": QPointF(x, rect.bottom() - inside),
    }


def in_port(view, rect):
    return rect.translated(-QPointF(view.scrolled))


def test_keys_turn_all_pages_round_and_back(view) -> None:
    wide, high = view.stack.size(0)
    turn(view, 1)
    assert (view.turn, view.stack.size(0), view.stack.size(2)) == (90, (high, wide), (high, wide))
    assert view.stack.rect(0).width() > view.stack.rect(0).height()
    turn(view, -2)
    assert view.turn == 270
    turn(view, 1)
    assert (view.turn, view.stack.size(0)) == (0, (wide, high))


def test_what_one_looks_at_stays_in_sight(view, window) -> None:
    view.scroll_to_page(1)
    turn(view, 1)
    assert view.page == 1


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_words_are_selected_where_they_are_seen(window, view, quarters) -> None:
    start, end = place(window)
    turn(view, quarters)
    view.scroll_to(start, "centre")
    first, last = (
        in_port(view, view.places.sure_rectangles(at, at + 1)[0]) for at in (start, end - 1)
    )
    before, after = (spots(rect, 1) for rect in (first, last))
    sides = {1: ("top", "bottom"), 2: ("right", "left"), 3: ("bottom", "top")}[quarters]
    drag(view, before[sides[0]].toPoint(), after[sides[1]].toPoint())
    assert view.selection() == (start, end)
    QTest.keyClick(view, Qt.Key.Key_1)
    assert rows(window, "SELECT exact, page FROM targets") == [(WORDS, 1)]


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_the_picture_is_turned_with_its_page(window, view, qtbot, quarters) -> None:
    turn(view, quarters)
    view.scroll_to_page(3)
    qtbot.waitUntil(lambda: all(view.pictures.get(tile) is not None for tile in view.tiles(3)))
    grey, paper = on_page(view, 3, 110, 310), on_page(view, 3, 110, 270)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(grey).red() < 230
    assert image.pixelColor(paper).red() == 255


@pytest.mark.parametrize(
    ("quarters", "side"), [(0, "bottom"), (1, "left"), (2, "top"), (3, "right")]
)
def test_a_line_stands_at_the_feet_of_its_words(window, view, qtbot, quarters, side) -> None:
    start, end = place(window)
    turn(view, quarters)
    view.scroll_to(start, "centre")
    qtbot.waitUntil(lambda: all(view.pictures.get(tile) is not None for tile in view.tiles(0)))
    rect = in_port(view, view.places.rectangles(start, end)[0])
    plain = view.viewport().grab().toImage()
    window.desk.session.highlight(start, end, style="underline")
    marked = view.viewport().grab().toImage()
    changed = {
        name
        for name, spot in spots(rect, -1).items()
        if plain.pixelColor(spot.toPoint()) != marked.pixelColor(spot.toPoint())
    }
    assert changed == {side}


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_an_area_is_drawn_dragged_and_stepped_as_it_is_seen(window, view, qtbot, quarters) -> None:
    turn(view, quarters)
    view.scroll_to_page(3)
    qtbot.waitUntil(lambda: view.places.known(3) is not None)
    drag(view, on_page(view, 3, 100, 300), on_page(view, 3, 300, 450))
    QTest.keyClick(view, Qt.Key.Key_2)
    session = window.desk.session
    area = session.areas_on(3)[0]
    window.desk.set_current(area.id)
    assert session.area(area)[1] == pytest.approx(RECT, abs=2)
    drag(view, on_page(view, 3, 300, 375), on_page(view, 3, 340, 375))  # the page's own right side
    wider = session.area(session.annotation(area.id))[1]
    assert wider == pytest.approx((100, 300, 240, 150), abs=3)
    before = view.area_rect(session.annotation(area.id))
    view.nudge_area("n", 0, -1)
    after = view.area_rect(session.annotation(area.id))
    step = 3 * view.stack.scale
    assert after.top() == pytest.approx(before.top() - step, abs=0.5)
    assert after.bottom() == pytest.approx(before.bottom(), abs=0.5)


def test_small_pages_are_turned_too(window, view, qtbot) -> None:
    window.actions_.run("view.thumbnails")
    small = window.reader.pages.thumbnails
    before = small.row_size(0)
    turn(view, 1)
    assert small.row_size(0).height() < before.height()
    assert {tile.turn for tile in small.tiles()} == {90}


def test_it_is_remembered_for_this_article(window, view, tmp_path, qtbot) -> None:
    turn(view, 1)
    window.paging.show_text(True)
    window.paging.show_text(False)
    assert window.reader.view.turn == 90
    other = tmp_path / "other.pdf"
    sheet = Sheet()
    sheet.text(72, 720, "Another report")
    other.write_bytes(make_pdf(sheet))
    bridge = window.desk.session.id
    added = window.desk.library.import_file(other).id
    window.desk.open_article(added)
    assert window.reader.view.turn == 0
    window.desk.open_article(bridge)
    assert window.reader.view.turn == 90


def test_what_is_handed_in_is_not_turned(window, view, tmp_path) -> None:
    def exported(name):
        path = tmp_path / name
        window.desk.library.export([window.desk.session.id], "pdf", path)
        return hashlib.sha256(path.read_bytes()).hexdigest()

    before = exported("before.pdf")
    turn(view, 1)
    assert exported("after.pdf") == before


def test_a_page_is_gone_to_from_its_top(window, view) -> None:
    for _quarter in range(4):
        view.scroll_to_page(2)
        QApplication.processEvents()
        top = view.stack.rect(2).top() - view.scrolled.y()
        assert 0 <= top < 40
        turn(view, 1)
