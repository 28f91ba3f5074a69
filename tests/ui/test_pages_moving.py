"""Getting about pages by keys, by hand and by pinching; what those who cannot see them hear."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.library import Preferences
from annotator.ui.kit import IconButton
from annotator.ui.pages.stack import Fit
from tests.pdf_making import Sheet, make_pdf
from tests.ui.pages_desk import paged_window, place, report

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(tmp_path, qtbot, qapp):
    preferences = Preferences(tmp_path / "settings.json")
    with paged_window(tmp_path, qtbot, preferences, report()) as window:
        window.reader.view.setFocus()
        yield window


@pytest.fixture
def view(window):
    return window.reader.view


def bars(view):
    return view.horizontalScrollBar().value(), view.verticalScrollBar().value()


def pushed(view, button):
    port, at, by = view.viewport(), view.viewport().rect().center(), QPoint(-60, -80)
    before = bars(view)
    QTest.mousePress(port, button, pos=at)
    QTest.mouseMove(port, at + by)
    QTest.mouseRelease(port, button, pos=at + by)
    after = bars(view)
    return after[0] - before[0], after[1] - before[1]


def test_the_middle_button_pushes_the_pages(window, view) -> None:
    window.viewing.zoom(2.0)
    assert pushed(view, Qt.MouseButton.MiddleButton) == (60, 80)
    assert view.selection() is None


def test_space_held_pushes_wide_pages_and_else_goes_on_a_screen(window, view) -> None:
    window.viewing.zoom(2.0)
    QTest.keyPress(view, Qt.Key.Key_Space)
    assert pushed(view, Qt.MouseButton.LeftButton) == (60, 80)
    top = bars(view)[1]
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert bars(view)[1] == top
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert bars(view)[1] > top + view.viewport().height() / 2
    assert view.selection() is None


def test_screens_go_by_keys_and_arrows_go_on_in_what_is_seen(window, view) -> None:
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    first = bars(view)[1]
    assert first > view.viewport().height() / 2
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert bars(view)[1] > first
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bars(view)[1] == first
    QTest.keyClick(view, Qt.Key.Key_Down)
    start, end = view.visible_range()
    assert start <= view.caret() <= end
    assert view.caret() > place(window, "and so on")[0]


def test_zooming_by_key_leaves_the_caret_where_it_is(window, view) -> None:
    view.set_caret(place(window)[0])
    caret = view.places.caret(view.caret()).center() - QPointF(view.scrolled)
    QTest.keyClick(view, Qt.Key.Key_Plus, CTRL)
    QTest.keyClick(view, Qt.Key.Key_Plus, CTRL)
    assert view.look.zoom > 1.2
    now = view.places.caret(view.caret()).center() - QPointF(view.scrolled)
    assert now.x() == pytest.approx(caret.x(), abs=3)
    QTest.keyClick(view, Qt.Key.Key_0, CTRL)
    assert view.look.zoom == 1.0
    assert not view.is_wide


def other_article(window, folder):
    file, sheet = folder / "other.pdf", Sheet()
    sheet.text(72, 720, "Another report")
    file.write_bytes(make_pdf(sheet))
    return window.desk.library.import_file(file).id


def test_a_zoom_is_kept_for_its_article_and_goes_to_no_other(window, view, tmp_path) -> None:
    QTest.keyClick(view, Qt.Key.Key_Plus, CTRL)
    QTest.keyClick(view, Qt.Key.Key_Plus, CTRL)
    zoom, scale = view.look.zoom, view.stack.scale
    assert zoom > 1.2
    bridge = window.desk.session.id
    window.desk.open_article(other_article(window, tmp_path))
    assert view.look.zoom == 1.0
    assert view.verticalScrollBar().value() == 0
    window.desk.open_article(bridge)
    assert view.look.zoom == zoom
    assert view.stack.scale == pytest.approx(scale)
    window.paging.show_text(True)
    window.paging.show_text(False)
    assert view.look.zoom == zoom
    QTest.keyClick(view, Qt.Key.Key_0, CTRL)
    window.desk.open_article(None)
    window.desk.open_article(bridge)
    assert view.look.zoom == 1.0


def test_how_pages_fit_is_the_same_for_all(window, view, tmp_path) -> None:
    QTest.keyClick(view, Qt.Key.Key_Plus, CTRL)
    window.actions_.run("view.fit_page")
    assert view.look.zoom == 1.0
    window.desk.open_article(other_article(window, tmp_path))
    assert view.look.fit is Fit.PAGE
    assert view.stack.rect(0).height() <= view.viewport().height()


def test_the_bar_says_zoom_while_the_menu_says_text(window) -> None:
    buttons = window.reader.pages.bar.findChildren(IconButton)
    named = {b.accessibleName(): b.toolTip() for b in buttons}
    assert "Zoom in" in named["Zoom in"] and "+" in named["Zoom in"]
    assert "Zoom out" in named["Zoom out"]
    assert not [name for name in named if "text" in name.lower()]
    window.paging.show_text(True)  # commands come and go, and name their buttons anew
    window.paging.show_text(False)
    window.opening._set_single_letters(False)
    tips = {b.toolTip() for b in buttons}
    assert not [tip for tip in tips if "Larger" in tip or "Smaller" in tip]


def test_a_pinch_zooms(window, view) -> None:
    at = QPointF(view.viewport().rect().center())
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        at, at, at, 0.5, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    assert view.look.zoom == pytest.approx(1.5)


def test_small_pages_are_a_stop_on_the_way_round(window, view) -> None:
    QTest.keyClick(view, Qt.Key.Key_F4)
    small = window.reader.pages.thumbnails
    QTest.keyClick(view, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is small
    QTest.keyClick(small, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is view
    around = []
    for _step in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        around.append(QApplication.focusWidget())
    assert around[-2:] == [small, view]
    QTest.keyClick(view, Qt.Key.Key_F4)
    QTest.keyClick(view, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.left.isAncestorOf(QApplication.focusWidget())


def test_the_page_says_its_words(window, view) -> None:
    assert view.accessibleName() == "What the bridge cost"
    assert view.accessibleDescription().startswith("Page 1. What the bridge cost")
    view.scroll_to_page(1)
    assert "Nobody knows" in view.accessibleDescription()
    view.scroll_to_page(3)
    assert view.accessibleDescription() == "Page 4"


def test_along_sideways_lines_down_goes_to_the_line_beside(tmp_path, qtbot, qapp) -> None:
    sheet = Sheet(rotate=90)
    sheet.lines(72, 600, ["The bridge was closed for eleven months.", "Nobody knows who counted."])
    preferences = Preferences(tmp_path / "settings.json")
    with paged_window(tmp_path, qtbot, preferences, make_pdf(sheet)) as window:
        view = window.reader.view
        view.setFocus()
        view.set_caret(place(window, "eleven")[0])
        stroke = view.places.caret(view.caret())
        assert stroke.width() > stroke.height()  # the lines run down the page
        QTest.keyClick(view, Qt.Key.Key_Down)
        below = view.places.caret(view.caret())
        assert view.caret() >= place(window, "Nobody")[0]
        assert below.y() == pytest.approx(stroke.y(), abs=10)
        QTest.keyClick(view, Qt.Key.Key_Up)
        assert view.caret() == place(window, "eleven")[0]
