"""Typography and the line at the window's foot."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.status import StatusLine
from annotator.ui.theme import Theme
from annotator.ui.typography import DEFAULTS, TypographyPanel


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> TypographyPanel:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    panel = TypographyPanel(theme, window)
    window.show()
    panel.kept = window
    return panel


@pytest.fixture
def told(panel: TypographyPanel) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    panel.changed.connect(told.append)
    return told


def test_turning_tells_only_what_changed(
    panel: TypographyPanel, told: list[dict[str, Any]], qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.size_, Qt.Key.Key_Right)
    qtbot.keyClick(panel.leading, Qt.Key.Key_Left)
    panel.apart.setChecked(True)
    assert told == [{"size": 19.0}, {"leading": 1.6}, {"apart": True}]
    assert panel.size_.accessibleDescription() == "19 px"


def test_settings_are_shown_and_not_told_back(
    panel: TypographyPanel, told: list[dict[str, Any]]
) -> None:
    panel.set_settings(
        {"family": "Some Serif", "size": 24, "measure": 700, "scheme": "sepia", "scale": 2.0}
    )
    assert told == []
    assert panel.family.currentText() == "Some Serif"
    assert panel.size_.number() == 24
    assert panel.measure.number() == 700
    assert panel.scheme.value() == "sepia"
    assert panel.scale.words() == "200%"
    assert panel.leading.number() == DEFAULTS["leading"]


def test_a_scheme_is_chosen(panel: TypographyPanel, told: list[dict[str, Any]]) -> None:
    dark = next(child for child in panel.scheme.findChildren(QWidget) if child.text() == "Dark")
    dark.click()
    assert told == [{"scheme": "dark"}]


def test_it_grows_with_the_window(panel: TypographyPanel, theme: Theme) -> None:
    before = panel.sizeHint().width()
    theme.set_scale(2.0)
    assert panel.sizeHint().width() > 1.6 * before


def test_the_status_counts_and_says_what_is_in_place(theme: Theme, qtbot: QtBot) -> None:
    status = StatusLine(theme)
    qtbot.addWidget(status)
    status.set_file("harbour-study.annotator", "saved")
    assert status.text() == "harbour-study.annotator · saved"
    status.set_counts(27, 12, 5)
    status.set_places()
    assert status.text() == (
        "27 notes | 12 claims · 5 checked | every mark in place | harbour-study.annotator · saved"
    )
    status.set_counts(1)
    status.set_places(moved=2, lost=1)
    assert status.text().startswith("1 note | 2 moved, 1 lost | ")
    status.set_counts(None)
    assert status.text() == "harbour-study.annotator · saved"


def test_the_keyboard_gets_into_the_panel_round_it_and_out(
    panel: TypographyPanel, qtbot: QtBot
) -> None:
    window = panel.parentWidget()
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    field.setFocus()
    panel.open_under(field)
    assert window.focusWidget() is panel.family
    seen = []
    for _step in range(8):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    assert panel.apart in seen
    assert seen[-1] is panel.family
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert window.focusWidget() is field
