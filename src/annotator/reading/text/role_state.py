"""The roles that the pieces of a plain text can have, and which have got theirs."""

from dataclasses import dataclass
from enum import Enum, auto


class Role(Enum):
    """What a piece is, before it becomes a block."""

    TITLE = auto()
    HEADING = auto()
    SUBHEADING = auto()
    PARAGRAPH = auto()
    CAPTION = auto()
    FURNITURE = auto()


@dataclass(slots=True)
class State:
    """The roles given so far; the first one counts."""

    roles: list[Role | None]

    def set(self, index: int, role: Role) -> None:
        """Give a piece its role unless it has one."""
        if self.roles[index] is None:
            self.roles[index] = role
