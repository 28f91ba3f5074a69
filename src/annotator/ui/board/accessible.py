"""What the board paints by itself, as a screen reader is to take it."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class _Named(QAccessibleWidget):
    """A widget with a role of our choice; its name is the widget's accessible name."""


@cache
def install() -> None:
    """Teach Qt the roles; once in a process."""
    QAccessible.installFactory(_interface)


def _interface(_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    role = _role(thing)
    return _Named(thing, role) if role is not None else None


def _role(thing: QWidget) -> QAccessible.Role | None:
    from annotator.ui.board.chart import BarRow
    from annotator.ui.board.inspector.evidence import Entry
    from annotator.ui.board.inspector.pieces import Held
    from annotator.ui.board.inspector.section import Section
    from annotator.ui.cards.parts import TextPart
    from annotator.ui.sources.use_part import UsePart

    if isinstance(thing, Entry | BarRow | UsePart):
        return QAccessible.Role.Button
    if isinstance(thing, Section):
        return QAccessible.Role.Grouping
    if type(thing) is TextPart and isinstance(thing.parentWidget(), Held):
        return QAccessible.Role.StaticText
    return None
