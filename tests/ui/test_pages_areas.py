"""Areas of pages: taken by their edges with the mouse, stepped by keys, asked for menus."""

import threading

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.library import Preferences
from annotator.ui.pages.area_drag import ALL, adjusted
from tests.pdf_making import Sheet, make_pdf
from tests.ui.pages_desk import drag, on_page, paged_window, place, report

RECT = (100, 300, 200, 150)
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(tmp_path, qtbot, qapp):
    preferences = Preferences(tmp_path / "settings.json")
    with paged_window(tmp_path, qtbot, preferences, report()) as window:
        yield window


@pytest.fixture
def view(window):
    return window.reader.view


def marked(window, view, qtbot, page=3, rect=RECT):
    """A current area in sight."""
    area = window.desk.session.mark_area(page, rect)
    view.scroll_to_page(page)
    qtbot.waitUntil(lambda: view.places.known(page) is not None)
    window.desk.set_current(area.id)
    view.setFocus()
    return area.id


def rect_of(window, id):
    session = window.desk.session
    return session.area(session.annotation(id))[1]


@pytest.mark.parametrize(
    ("grip", "to", "expected"),
    [
        ((300, 450), (340, 480), (100, 300, 240, 180)),
        ((100, 300), (120, 290), (120, 290, 180, 160)),
        ((200, 300), (260, 330), (100, 330, 200, 120)),
        ((100, 375), (80, 300), (80, 300, 220, 150)),
    ],
)
def test_corners_and_sides_are_dragged(window, view, qtbot, grip, to, expected) -> None:
    id = marked(window, view, qtbot)
    drag(view, on_page(view, 3, *grip), on_page(view, 3, *to))
    assert rect_of(window, id) == pytest.approx(expected, abs=2)
    assert window.desk.current == id
    window.editing.undo()
    assert rect_of(window, id) == pytest.approx(RECT, abs=0.01)


def test_an_area_without_words_is_moved_from_inside(window, view, qtbot) -> None:
    id = marked(window, view, qtbot)
    drag(view, on_page(view, 3, 180, 350), on_page(view, 3, 200, 390))
    assert rect_of(window, id) == pytest.approx((120, 340, 200, 150), abs=2)
    drag(view, on_page(view, 3, 180, 400), on_page(view, 3, 9000, 420))
    rect = rect_of(window, id)
    assert rect[0] + rect[2] == pytest.approx(612, abs=0.1)  # it stays on its page
    assert rect[2:] == pytest.approx((200, 150), abs=0.1)


def test_words_in_an_area_can_be_selected_its_edge_moves_it(window, view, qtbot) -> None:
    id = marked(window, view, qtbot, 0, (60, 90, 400, 60))
    start, end = place(window)
    first, last = (view.places.sure_rectangles(at, at + 1)[0] for at in (start, end - 1))
    corner = QPointF(view.scrolled)
    drag(view, (first.center() - corner).toPoint(), (last.center() - corner).toPoint())
    assert view.selection() is not None
    assert rect_of(window, id) == pytest.approx((60, 90, 400, 60), abs=0.01)
    view.clear_selection()
    window.desk.set_current(id)
    drag(view, on_page(view, 0, 110, 90), on_page(view, 0, 120, 95))
    assert rect_of(window, id) == pytest.approx((70, 95, 400, 60), abs=2)


def test_esc_leaves_the_area_as_it_was(window, view, qtbot) -> None:
    id = marked(window, view, qtbot)
    port, at = view.viewport(), on_page(view, 3, 300, 450)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(port, at + QPoint(60, 60))
    assert view.area_drag.moved
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 60))
    assert rect_of(window, id) == pytest.approx(RECT, abs=0.01)
    assert window.desk.current == id


def test_esc_ends_drawing_before_it_began(window, view) -> None:
    QTest.keyClick(view, Qt.Key.Key_A)
    assert view.draws_areas
    QTest.keyClick(view, Qt.Key.Key_Escape)
    drag(view, on_page(view, 0, 70, 60), on_page(view, 0, 300, 120))
    assert view.selected_area() is None


def test_a_click_inside_keeps_it_current_and_alt_draws_another(window, view, qtbot) -> None:
    id = marked(window, view, qtbot)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on_page(view, 3, 180, 350))
    assert window.desk.current == id
    start, end = on_page(view, 3, 150, 320), on_page(view, 3, 250, 400)
    drag(view, start, end, Qt.KeyboardModifier.AltModifier)
    assert view.selected_area() is not None
    assert rect_of(window, id) == pytest.approx(RECT, abs=0.01)


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.NoModifier, (97, 300, 203, 150)),
        (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.NoModifier, (100, 300, 203, 150)),
        (Qt.Key.Key_Up, CTRL_ALT, (100, 297, 200, 153)),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier | SHIFT, (100, 300, 200, 153)),
        (Qt.Key.Key_Right, CTRL_ALT | SHIFT, (103, 300, 200, 150)),
    ],
)
def test_keys_step_it(window, view, qtbot, key, modifiers, expected) -> None:
    id = marked(window, view, qtbot)
    QTest.keyClick(view, key, modifiers)
    assert rect_of(window, id) == pytest.approx(expected, abs=0.01)


def test_its_keys_are_at_work_only_on_areas(window, view) -> None:
    assert not window.actions_.enabled("mark.area_up")
    mark = window.desk.session.highlight(*place(window))
    window.desk.set_current(mark.id)
    assert not window.actions_.enabled("mark.area_up")
    window.desk.set_current(window.desk.session.mark_area(3, RECT).id)
    assert window.actions_.enabled("mark.area_up")


def test_a_menu_is_about_the_area_it_was_asked_for_at(window, view, qtbot) -> None:
    id = marked(window, view, qtbot)
    window.desk.set_current("")
    ask(view, on_page(view, 3, 150, 350))
    assert window.desk.current == id
    ask(view, on_page(view, 3, 500, 100))
    assert window.desk.current == ""


def test_a_menu_keeps_what_was_drawn(window, view, qtbot) -> None:
    view.scroll_to_page(3)
    drag(view, on_page(view, 3, 90, 280), on_page(view, 3, 420, 500))
    ask(view, on_page(view, 3, 150, 350))
    assert view.selected_area() is not None


def ask(view, at: QPoint) -> None:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at)
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    for menu in view.window().findChildren(QMenu):
        menu.close()


def test_painting_and_the_pointer_never_wait_for_the_file(window, view, qtbot, monkeypatch) -> None:
    marked(window, view, qtbot)
    session, waited = window.desk.session, []
    use = session.paged._use

    def watched():
        if threading.current_thread() is threading.main_thread():
            waited.append("file")
        return use()

    monkeypatch.setattr(session.paged, "_use", watched)
    session.paged._spaces.clear()
    session.paged._geometries.clear()
    view.places.known = lambda _page: None
    view.viewport().grab()
    QTest.mouseMove(view.viewport(), on_page(view, 3, 180, 360))
    assert not waited


def test_an_area_stays_on_its_page_and_an_area() -> None:
    size = (300.0, 400.0)
    assert adjusted((10, 10, 50, 50), "se", (-500, 20), size) == (10, 10, 6, 70)
    assert adjusted((10, 10, 50, 50), "nw", (-500, -500), size) == (0, 0, 60, 60)
    assert adjusted((10, 10, 50, 50), ALL, (-500, 500), size) == (0, 350, 50, 50)


def scan() -> bytes:
    """A white picture on the left half of a page, nothing on the right."""
    sheet = Sheet()
    sheet.raw("q 306 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID FF> EI Q")
    return make_pdf(sheet)


def row(view, left, y, width=24) -> list[QColor]:
    """The colours on a line across the viewport."""
    image = view.viewport().grab().toImage()
    return [image.pixelColor(round(left) + x, round(y)) for x in range(width)]


def apart(one: QColor, other: QColor) -> int:
    """How far two colours are from each other in the channel that differs most."""
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.mark.parametrize("scheme", ["light", "sepia", "dark"])
@pytest.mark.parametrize(("x", "colour"), [(60, "yellow"), (60, "blue"), (360, "yellow")])
def test_an_area_is_seen_on_pictures_and_on_paper(tmp_path, qtbot, qapp, scheme, x, colour) -> None:
    preferences = Preferences(tmp_path / "settings.json")
    preferences.set("scheme", scheme)
    with paged_window(tmp_path, qtbot, preferences, scan()) as window:
        view = window.reader.view
        tile = view.tiles(0)[0]
        qtbot.waitUntil(lambda: view.pictures.get(tile) is not None)
        edge = on_page(view, 0, x, 200)
        bare = row(view, edge.x() - 12, edge.y())
        window.desk.session.mark_area(0, (x, 100, 180, 200), colour=colour)
        qtbot.waitUntil(lambda: view.area_rect(window.desk.session.areas_on(0)[0]) is not None)
        marked = row(view, edge.x() - 12, edge.y())
    line = [new for new, old in zip(marked[8:17], bare[8:17], strict=True) if apart(new, old) > 90]
    assert len(line) >= 2  # px
    assert max(pixel.hsvSaturation() for pixel in line) > 90  # in its colour, not grey
    assert 14 <= apart(marked[-1], bare[-1]) <= 110  # its ground, lightly
    assert marked[:6] == bare[:6]
