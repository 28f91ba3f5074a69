"""Menus of the board: one of several, and what can be done with the chosen claims."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.ui.kit import plain_tip

Choice = tuple[str, str]
"""A value and how it is shown."""


def choice_menu(
    parent: QWidget, choices: Sequence[Choice | None], now: str | None,
    choose: Callable[[str], object], title: str = "", tips: Mapping[str, str] | None = None,
) -> QMenu:  # fmt: skip
    """One of several; None among them draws a line. ``tips`` say more about values. It deletes
    itself when closed."""
    menu = QMenu(title, parent)
    menu.setToolTipsVisible(bool(tips))
    menu.aboutToHide.connect(menu.deleteLater)
    group = QActionGroup(menu)
    for choice in choices:
        if choice is None:
            menu.addSeparator()
            continue
        value, label = choice
        action = menu.addAction(label.replace("&", "&&"))
        action.setCheckable(True)
        if tips and tips.get(value):
            action.setToolTip(plain_tip(tips[value]))
        action.setChecked(value == now)
        action.triggered.connect(lambda _checked=False, value=value: choose(value))
        group.addAction(action)
        if value == now:
            menu.setActiveAction(action)
    return menu
