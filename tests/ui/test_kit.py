"""The kit's small widgets: what they say, show and answer to."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QImage, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui import kit
from annotator.ui.kit.paint import short_key
from annotator.ui.theme import SCHEMES, Theme

LONG = "Particulate pollution at the harbour fell by 38 % between 2023 and 2025. " * 6


def shown(qtbot: QtBot, widget: QWidget, width: int = 0) -> QWidget:
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, widget.heightForWidth(width) or widget.sizeHint().height())
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def everything(theme: Theme) -> list[QWidget]:
    """One of each, with something in it."""
    search = kit.SearchField(theme, "Search everything", key="Ctrl+Shift+F")
    tags = kit.TagField(theme, lambda: ["method/season"])
    tags.set_tags(["method/sensors", "key point"])
    bar = kit.MessageBar(theme)
    bar.tell("Not saved: the disk is full.", "error", action="Try again")
    return [
        kit.IconButton(theme, "menu", "Menu", key="Alt+M"),
        kit.OutlineButton(theme, "Hand in…", "upload"),
        kit.LinkButton(theme, "+ Add source"),
        kit.SegmentedControl(theme, [("reader", "Reader"), ("page", "Whole page")], "View"),
        kit.Chip(theme, "To check 2"),
        kit.VerdictChip(theme, "Mostly false", "bad"),
        kit.NumberBadge(theme, 12),
        kit.NumberBadge(theme, None),
        kit.KeyCap(theme, "Ctrl+K"),
        kit.TagChip(theme, "method/sensors", removable=True),
        kit.StanceSign(theme, "refutes"),
        kit.SectionHeading(theme, "Outline"),
        kit.ProgressLine(theme, 0.42, "5 of 12 checked"),
        kit.ElidedLabel(theme, LONG),
        kit.ClampedLabel(theme, LONG),
        kit.MarkdownLabel(theme, "Ask for the **log**, see [there](https://example.org)."),
        kit.LinkField(theme),
        search,
        tags,
        bar,
        kit.CardFrame(theme),
    ]


def test_everything_paints_in_every_scheme_and_scale(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in everything(theme):
        column.addWidget(widget)
    shown(qtbot, window)
    for scheme in SCHEMES:
        for scale in (0.8, 2.5):
            theme.set_scheme(scheme)
            theme.set_scale(scale)
            assert not window.grab().isNull()


def test_controls_have_names_for_speech(theme: Theme, qtbot: QtBot) -> None:
    for widget in everything(theme):
        qtbot.addWidget(widget)
        for control in [widget, *widget.findChildren(QWidget)]:
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.focusProxy() is None:
                text = getattr(control, "text", lambda: "")()
                assert control.accessibleName() or text or control.property("text"), control


def test_buttons_leave_the_caret_where_it_is_when_clicked(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    field, button = kit.SearchField(theme, "Search"), kit.IconButton(theme, "menu", "Menu")
    row.addWidget(field)
    row.addWidget(button)
    shown(qtbot, window)
    field.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.edit.hasFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_a_tooltip_says_the_key(theme: Theme, qtbot: QtBot) -> None:
    button = kit.IconButton(theme, "undo-2", "Undo", key="Ctrl+Z")
    qtbot.addWidget(button)
    assert button.toolTip() == "Undo (Ctrl+Z)"
    assert button.accessibleName() == "Undo"


def test_segments_are_chosen_by_mouse_and_arrow(theme: Theme, qtbot: QtBot) -> None:
    control = kit.SegmentedControl(theme, [("reader", "Reader"), ("page", "Whole page")], "View")
    shown(qtbot, control)
    told: list[str] = []
    control.chosen.connect(told.append)
    page = control.findChildren(QWidget)[1]
    qtbot.mouseClick(page, Qt.MouseButton.LeftButton)
    assert control.value() == "page"
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert told == ["page", "reader"]
    control.set_value("page")
    assert told == ["page", "reader"]


def test_a_chip_answers_anywhere_on_it(theme: Theme, qtbot: QtBot) -> None:
    chip = shown(qtbot, kit.Chip(theme, "To check 2"))
    corner = QPoint(chip.width() - 2, chip.height() // 2)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=corner)
    assert chip.isChecked()


def test_a_claim_without_verdict_is_to_check(theme: Theme, qtbot: QtBot) -> None:
    chip = kit.VerdictChip(theme)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "No verdict yet"
    narrow = chip.sizeHint().width()
    chip.set_verdict("Mostly false", "bad")
    assert chip.accessibleName() == "Verdict: Mostly false"
    assert chip.sizeHint().width() > narrow


def test_a_private_mark_has_a_lock_and_no_number(theme: Theme, qtbot: QtBot) -> None:
    badge = kit.NumberBadge(theme, 127)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "Mark 127"
    badge.set_number(None)
    assert badge.accessibleName() == "Private mark"


@pytest.mark.parametrize(
    ("native", "cap"),
    [("Ctrl+Shift+F", "Ctrl ⇧ F"), ("C", "C"), ("Ctrl++", "Ctrl +"), ("+", "+"), ("F3", "F3")],
)
def test_key_caps(native: str, cap: str) -> None:
    assert short_key(native) == cap


def test_an_elided_line_tells_the_rest_as_plain_text(theme: Theme, qtbot: QtBot) -> None:
    hostile = "<img src='/etc/passwd'> " + LONG
    label = shown(qtbot, kit.ElidedLabel(theme, hostile), 200)
    label.grab()
    assert "&lt;img" in label.toolTip()
    label.setText("short")
    label.grab()
    assert label.toolTip() == ""


def test_a_clamped_text_has_its_lines_and_no_more(theme: Theme, qtbot: QtBot) -> None:
    label = kit.ClampedLabel(theme, "", 2)
    qtbot.addWidget(label)
    one = label.heightForWidth(300)
    label.setText(LONG)
    two = label.heightForWidth(300)
    assert one < two < 2.2 * one
    label.setText("short")
    assert label.heightForWidth(300) == one


def test_messages_say_act_and_go(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    QVBoxLayout(window).addWidget(bar := kit.MessageBar(theme))
    shown(qtbot, window)
    assert bar.text() == ""
    bar.tell("12 added, 1 refused: <b>scan.tiff</b>", action="Show", strong=["1 refused"])
    assert bar.text() == "12 added, 1 refused: <b>scan.tiff</b>"
    link = next(b for b in bar.findChildren(QPushButton) if b.text() == "Show")
    with qtbot.waitSignal(bar.acted):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.closed):
        bar.dismiss()
    assert bar.text() == ""


def test_search_clears_on_escape_then_lets_go(theme: Theme, qtbot: QtBot) -> None:
    field = shown(qtbot, kit.SearchField(theme, "Search", key="Ctrl+F"))
    asked: list[str] = []
    field.changed.connect(asked.append)
    qtbot.keyClicks(field.edit, "quay ")
    assert field.text() == "quay"
    assert asked[-1] == "quay"
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.escaped):
        qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    with qtbot.waitSignal(field.left_down):
        qtbot.keyClick(field.edit, Qt.Key.Key_Down)


def test_a_link_is_understood_or_refused_while_typed(theme: Theme, qtbot: QtBot) -> None:
    field = shown(qtbot, kit.LinkField(theme))
    sent: list[str] = []
    field.submitted.connect(sent.append)
    qtbot.keyClicks(field.edit, "doi:10.5555/jca.24.118")
    assert field.hint() == "https://doi.org/10.5555/jca.24.118"
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    field.set_text("javascript:alert(1)")
    assert "javascript" in field.hint()
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert sent == ["https://doi.org/10.5555/jca.24.118"]
    field.set_text("")
    assert field.hint() == ""
    assert field.link() == ""


def test_flow_wraps_and_keeps_its_height(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    flow = kit.FlowLayout(window, 5, 5)
    chips = [kit.TagChip(theme, f"tag {n}") for n in range(10)]
    for chip in chips:
        flow.addWidget(chip)
    window.resize(180, 10)
    shown(qtbot, window)
    window.resize(180, window.layout().heightForWidth(180))
    qtbot.wait(1)
    assert len({chip.y() for chip in chips}) > 2
    assert all(window.rect().contains(chip.geometry()) for chip in chips)
    assert not any(
        a.geometry().intersects(b.geometry()) for a in chips for b in chips if a is not b
    )


def test_a_popover_stays_inside_and_gives_the_focus_back(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(500, 400)
    column = QVBoxLayout(window)
    field = kit.SearchField(theme, "Search")
    column.addWidget(field)
    popover = kit.Popover(theme, window)
    inner = kit.SearchField(theme, "Inside")
    popover.body.addWidget(inner)
    shown(qtbot, window)
    field.setFocus()
    popover.open_at(QPoint(490, 390))
    inner.setFocus()
    frame = popover.frame().translated(popover.pos())
    assert window.rect().contains(frame)
    with qtbot.waitSignal(popover.closed):
        qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert field.edit.hasFocus()


def test_a_click_beside_a_popover_closes_it(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(500, 400)
    popover = kit.Popover(theme, window)
    popover.body.addWidget(inside := kit.Label(theme, "inside"))
    shown(qtbot, window)
    popover.open_at(QPoint(0, 0))
    qtbot.mouseClick(inside, Qt.MouseButton.LeftButton)
    assert popover.isVisible()
    qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(480, 380))
    assert not popover.isVisible()


def test_tab_in_a_popover_ties_nothing_outside_to_what_may_go(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    going, note = kit.LinkButton(theme, "Edit"), kit.MarkdownLabel(theme, "what was *said*")
    column.addWidget(going)
    column.addWidget(note)
    popover = kit.Popover(theme, window)
    first, second = kit.LinkButton(theme, "Cancel"), kit.LinkButton(theme, "Done")
    for button in (first, second):
        popover.body.addWidget(button)
    shown(qtbot, window)
    popover.open_at(QPoint(0, 0))
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert first.hasFocus()
    going.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert note.heightForWidth(300) > 0


def test_a_ring_shows_where_the_keyboard_is(theme: Theme, qtbot: QtBot) -> None:
    def accent(image: QImage) -> int:
        ring = theme.colour("accent").rgb()
        return sum(
            image.pixel(x, y) == ring for x in range(image.width()) for y in range(image.height())
        )

    for widget in (kit.Chip(theme, "Done"), kit.IconButton(theme, "menu", "Menu")):
        window = QWidget()
        QVBoxLayout(window).addWidget(widget)
        window.layout().addWidget(other := kit.OutlineButton(theme, "Other"))
        shown(qtbot, window)
        other.setFocus()
        before = accent(widget.grab().toImage())
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert accent(widget.grab().toImage()) > before + 20


def test_a_long_message_is_shown_whole(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(bar := kit.MessageBar(theme))
    column.addStretch()
    bar.tell(LONG[:150], "warn", action="Compare")
    window.resize(420, 300)
    shown(qtbot, window)
    text = bar.findChild(kit.RichLabel)
    assert text.height() >= text.heightForWidth(text.width()) > theme.px(30)


def test_a_button_of_an_action_follows_it(theme: Theme, qtbot: QtBot) -> None:
    action = QAction("Undo")
    action.setToolTip("Undo (Ctrl+Z)")
    button = kit.IconButton.of(theme, action, "undo-2")
    qtbot.addWidget(button)
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setIcon(theme.icon("x"))
    assert button.icon().cacheKey() == theme.icon("undo-2", "ink").cacheKey()
    assert button.toolTip() == "Undo (Ctrl+Z)"
    assert button.accessibleName() == "Undo"


@pytest.mark.parametrize("kind", [kit.Label, kit.ElidedLabel, kit.ClampedLabel, kit.SectionHeading])
def test_a_label_keeps_to_the_scheme_when_it_moves_to_another_parent(qtbot, theme, kind):
    here, there = QWidget(), QWidget()
    qtbot.addWidget(here)
    qtbot.addWidget(there)
    label = kind(theme, "Inside check", parent=here)
    here.show()
    for scheme in ("dark", "sepia"):
        theme.set_scheme(scheme)
        for parent in (there, here):
            label.setParent(parent)
            parent.show()
            label.show()
            shown_in = label.palette().color(QPalette.ColorRole.WindowText)
            assert shown_in == theme.colour("secondary" if kind is kit.SectionHeading else "ink")


def test_a_disabled_search_field_keeps_one_ground(qtbot, theme):
    field = shown(qtbot, kit.SearchField(theme, "Filter"), 200)
    field.setEnabled(False)
    image = field.grab().toImage()
    inside = image.pixelColor(field.edit.geometry().center() + QPoint(40, -8))
    assert inside == theme.colour("paper") == image.pixelColor(QPoint(6, 16))
