"""A PDF in the real window: its pages, what is selected and marked on them, ways about them."""

import threading

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.app import make_window
from annotator.library import Preferences
from annotator.ui.dialogs.open_link import OpenLinkDialog
from tests.pdf_making import Sheet, make_pdf
from tests.ui.pages_desk import (
    WORDS,
    drag,
    on_page,
    paged_window,
    place,
    point,
    report,
    rows,
    wheel,
)

CTRL = Qt.KeyboardModifier.ControlModifier


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
    return window.reader.view


def test_words_selected_with_the_mouse_are_marked_by_a_key(window, view) -> None:
    start, end = place(window)
    drag(view, point(view, start), point(view, end - 1, after=True))
    assert view.selection() == (start, end)
    QTest.keyClick(view, Qt.Key.Key_1)
    assert rows(window, "SELECT exact, page FROM targets") == [(WORDS, 1)]


def test_a_mark_is_painted_over_its_words_and_can_be_read_through(window, view, qtbot) -> None:
    tile = view.tiles(0)[0]
    qtbot.waitUntil(lambda: view.pictures.get(tile) is not None)
    start, end = place(window)
    rect = view.places.rectangles(start, end)[0].translated(-QPointF(view.scrolled))
    rect = rect.adjusted(3, 2, -3, -2)  # the mark's edges are soft
    before = colours(view, rect)
    window.desk.session.highlight(start, end, colour="yellow")
    after = colours(view, rect)
    assert max(before) > (250, 250, 250)
    assert all(blue < red - 40 for red, _green, blue in after if red > 200)
    assert min(after) < (90, 90, 90)


def colours(view, rect) -> set[tuple[int, int, int]]:
    image = view.viewport().grab(rect.toAlignedRect()).toImage()
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return {
        image.pixelColor(x, y).getRgb()[:3]
        for x in range(image.width())
        for y in range(image.height())
    }


def test_a_selection_goes_on_over_the_page_s_end(window, view) -> None:
    start, end = place(window, "so on.")[0], place(window, "Nobody knows")[1]
    window.viewing.zoom(0.5)
    drag(view, point(view, start), point(view, end - 1, after=True))
    assert view.selection() == (start, end)


def test_a_double_click_takes_the_word(window, view) -> None:
    start, end = place(window, "newsletter")
    view.scroll_to(start)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, start + 3))
    assert view.selection() == (start, end)


def test_a_rectangle_drawn_on_a_picture_is_marked_as_an_area(window, view) -> None:
    view.scroll_to_page(3)
    drag(view, on_page(view, 3, 90, 280), on_page(view, 3, 420, 500))
    assert window.reader.bar.isVisible() or view.selected_area()
    QTest.keyClick(view, Qt.Key.Key_3)
    assert rows(window, "SELECT kind, colour FROM annotations") == [("area", "green")]
    area = window.desk.session.areas_on(3)[0]
    page, rect = window.desk.session.area(area)
    assert page == 3
    assert rect == pytest.approx((90, 280, 330, 220), abs=2)
    assert window.desk.current == area.id


def test_an_area_over_text_is_asked_for_by_its_key(window, view) -> None:
    QTest.keyClick(view, Qt.Key.Key_A)
    drag(view, on_page(view, 0, 70, 60), on_page(view, 0, 300, 120))
    assert view.selection() is None
    QTest.keyClick(view, Qt.Key.Key_C)
    kinds = rows(window, "SELECT a.kind FROM annotations a JOIN claim_passages p "
                         "ON p.annotation = a.id")  # fmt: skip
    assert kinds == [("area",)]


def test_clicking_an_area_makes_it_current(window, view) -> None:
    area = window.desk.session.mark_area(3, (100, 300, 200, 150))
    view.scroll_to_page(3)
    window.desk.set_current("")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on_page(view, 3, 150, 350))
    assert window.desk.current == area.id


def test_the_caret_goes_along_the_text_by_keys(window, view) -> None:
    start, end = place(window)
    view.setFocus()
    view.set_caret(start)
    for _letter in range(end - start):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == (start, end)
    view.set_caret(place(window, "The bridge")[0])
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.caret() == place(window, "and so on")[0]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.caret() == place(window, "Nobody")[0]
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.caret() == place(window, "and so on")[0]
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.caret() == place(window, "so on.")[1]


def test_the_wheel_zooms_about_the_pointer(window, view) -> None:
    at = point(view, place(window)[0])
    before = view.stack.on_page(view.in_document(QPointF(at)))
    wheel(view, at, 240, Qt.KeyboardModifier.ControlModifier)
    after = view.stack.on_page(view.in_document(QPointF(at)))
    assert view.look.zoom > 1.1
    assert after[0] == before[0]
    assert after[1:] == pytest.approx(before[1:], abs=1.5)


def test_a_page_is_gone_to_by_its_number_and_back(window, view, qtbot) -> None:
    QTest.keyClick(view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    field = window.reader.pages.bar.number
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert view.page == 2
    assert QApplication.focusWidget() is view
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.page == 0


def test_a_page_that_is_none_leaves_one_where_one_is(window, view) -> None:
    window.paging.handlers()["go.page"]()
    field = window.reader.pages.bar.number
    QTest.keyClicks(field, "99")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert view.page == 0
    assert field.text() == "1"


def test_small_pages_lead_to_the_large_ones(window, view, qtbot) -> None:
    QTest.keyClick(view, Qt.Key.Key_F4)
    thumbnails = window.reader.pages.thumbnails
    assert thumbnails.isVisible()
    index = thumbnails.model().index(1, 0)
    centre = thumbnails.visualRect(index).center()
    QTest.mouseClick(thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert view.page == 1
    qtbot.waitUntil(lambda: view.pictures.get(thumbnails.tiles()[0]) is not None)


def test_text_instead_of_pages_keeps_place_selection_and_mark(window, view) -> None:
    start, end = place(window)
    mark = window.desk.session.highlight(start, end)
    window.desk.set_current(mark.id)
    view.set_selection(start, end)
    QTest.keyClick(view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier
                   | Qt.KeyboardModifier.ShiftModifier)  # fmt: skip
    text = window.reader.view
    assert text is not view
    assert text.selection() == (start, end)
    assert text.current == mark.id
    assert window.top.pages.value() == "text"
    window.paging.show_text(False)
    assert window.reader.view is view
    assert view.selection() == (start, end)


def test_what_is_looked_for_is_found_on_later_pages(window, view) -> None:
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.reader.find_bar.edit, "newsletter")
    assert window.reader.finding.hit == place(window, "newsletter")
    first, last = view.visible_range()
    assert first <= place(window, "newsletter")[0] < last


def test_a_link_inside_the_file_is_followed_and_back_leads_here(window, view) -> None:
    view.scroll_to_page(2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on_page(view, 2, 100, 282))
    assert view.page == 0
    window.going.handlers()["go.back"]()
    assert view.page == 2


def test_a_link_out_of_the_file_is_shown_before_it_is_opened(window, view, qtbot) -> None:
    view.scroll_to_page(2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on_page(view, 2, 100, 182))
    dialog = window.findChild(OpenLinkDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def click(view, at, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, at)


@pytest.mark.parametrize("current", [False, True])
def test_with_ctrl_a_link_under_a_mark_is_followed(window, view, qtbot, current) -> None:
    area = window.desk.session.mark_area(2, (60, 160, 200, 140))
    view.scroll_to_page(2)
    qtbot.waitUntil(lambda: view.places.known(2) is not None)
    window.desk.set_current(area.id if current else "")
    out, inside = on_page(view, 2, 100, 182), on_page(view, 2, 100, 282)
    click(view, out)
    assert window.desk.current == area.id
    assert window.findChild(OpenLinkDialog) is None
    click(view, out, CTRL)
    dialog = window.findChild(OpenLinkDialog)
    assert dialog.address == "https://example.org/source"
    dialog.reject()
    click(view, inside, CTRL)
    assert view.page == 0


@pytest.mark.parametrize(("y", "words"), [(182, "Open link…"), (282, "Go to page 1")])
def test_the_menu_follows_the_link_under_a_mark(window, view, qtbot, monkeypatch, y, words) -> None:
    window.desk.session.mark_area(2, (60, 160, 200, 140))
    view.scroll_to_page(2)
    qtbot.waitUntil(lambda: view.places.known(2) is not None)
    chosen = []

    def popup(menu: QMenu, _at: QPoint) -> None:
        chosen.extend(action for action in menu.actions() if action.text() == words)
        chosen[0].trigger()

    monkeypatch.setattr(QMenu, "popup", popup)
    at = on_page(view, 2, 100, y)
    port = view.viewport()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, port.mapToGlobal(at))
    QApplication.sendEvent(port, asked)
    dialog = window.findChild(OpenLinkDialog)
    assert (dialog is not None, view.page) == ((True, 2) if y == 182 else (False, 0))
    if dialog:
        dialog.reject()


def test_undo_takes_a_mark_off_the_page(window, view) -> None:
    view.set_selection(*place(window))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_2)
    assert window.desk.session.ids()
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.desk.session.ids()


def test_the_place_is_remembered(window, view, tmp_path, qapp, qtbot, preferences) -> None:
    view.scroll_to_page(2)
    before = view.position()
    path = window.desk.library.path
    window.close()
    again = make_window(qapp, [str(path)], preferences)
    again.resize(1440, 900)
    again.show()
    again.desk.open_article(again.desk.library.articles()[0].id)
    assert again.reader.view.position() == pytest.approx(before, abs=2)
    again.close()


def test_no_thread_is_left_when_the_window_closes(window) -> None:
    assert any(thread.name == "page renderer" for thread in threading.enumerate())
    window.close()
    assert not any(thread.name == "page renderer" for thread in threading.enumerate())


def test_a_scan_has_no_text_to_be_shown_and_says_so(tmp_path, qtbot, preferences) -> None:
    sheet = Sheet()
    sheet.raw("0.8 g 100 300 300 200 re f")
    with paged_window(tmp_path, qtbot, preferences, make_pdf(sheet)) as window:
        window.paging.show_text(True)
        assert window.reader.paged
        assert window.top.pages.value() == "pages"
        assert "pictures" in window.messages.bar.text()
