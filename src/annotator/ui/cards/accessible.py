"""Cards as list items to a screen reader, whatever widgets they are made of."""

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
    from annotator.ui.cards.card import Card
    from annotator.ui.cards.comment_part import CommentPart, ThreadPart
    from annotator.ui.cards.list import CardList
    from annotator.ui.cards.picture_part import PicturePart
    from annotator.ui.cards.source_part import SourcePart
    from annotator.ui.evidence.compared_part import ComparedPart

    roles = {
        Card: QAccessible.Role.ListItem,
        CardList: QAccessible.Role.List,
        SourcePart: QAccessible.Role.Button,
        CommentPart: QAccessible.Role.ButtonMenu,
        ThreadPart: QAccessible.Role.Button,
        PicturePart: QAccessible.Role.Graphic,
        ComparedPart: QAccessible.Role.StaticText,
    }
    role = roles.get(type(thing))
    return _Named(thing, role) if role is not None and isinstance(thing, QWidget) else None
