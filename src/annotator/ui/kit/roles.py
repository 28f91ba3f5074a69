"""What a screen reader takes widgets for that are painted by themselves.

A class, or a single widget, says so as ``spoken_as``; its name is the widget's accessible name.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role


class _Named(QAccessibleWidget):
    """A widget with a role of its choice."""


@cache
def install() -> None:
    """Teach Qt to ask; once in a process."""
    QAccessible.installFactory(_interface)


def _interface(_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    role = getattr(thing, "spoken_as", None)
    if isinstance(thing, QWidget) and isinstance(role, Role):
        return _Named(thing, role)
    return None
