"""Pieces a card is stacked from. Each knows its height at a width, so no layout is asked."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.cards.text import Lines, Run, measure, soft
from annotator.ui.kit import paint
from annotator.ui.kit.roles import Role
from annotator.ui.theme import Theme

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Verb(StrEnum):
    """What a card asks for; the id that goes with it is named beside."""

    NOTE = "note"  # annotation
    TAGS = "tags"  # annotation
    CLAIM = "claim"  # annotation
    EDIT_CLAIM = "edit claim"  # claim
    JUDGE = "judge"  # claim
    SOURCE = "source"  # annotation or claim
    EDIT_SOURCE = "edit source"  # evidence
    UNFOLD = "unfold"  # evidence
    OPEN = "open"  # evidence
    COPY_LINK = "copy link"  # evidence
    REMOVE_SOURCE = "remove source"  # evidence
    GO = "go"  # evidence
    BESIDE = "beside"  # evidence
    FOLLOW = "follow"  # an address out of a note
    MENU = "menu"  # annotation
    PREVIEW = "preview"  # annotation
    COPY = "copy"  # annotation
    DELETE = "delete"  # annotation
    COMMENT = "comment"  # annotation or claim
    RESOLVE = "resolve"  # annotation or claim
    REOPEN = "reopen"  # annotation or claim
    COMMENT_MENU = "comment menu"  # comment
    CLAIM_MENU = "claim menu"  # claim
    PLACES = "places"  # claim
    ASK = "ask"  # claim
    APPROVE = "approve"  # claim
    SEND_BACK = "send back"  # claim


Act = Callable[[Verb, str], None]
Link = tuple[str, Verb, str]
"""Its text, what it asks for, and the id that goes with it."""


class Part(QWidget):
    """A piece of a card. Where it takes no mouse press, the card gets it.

    ``bleed`` is how far it reaches into the card's margins, px. ``spoken_as`` is what a screen
    reader takes it for, None where the card says it all.
    """

    spoken_as: Role | None = None

    @property
    def bleed(self) -> int:
        return 0

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.act = theme, act

    def height_for(self, width: int) -> int:
        """The height in px at a width in px."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return []


def set_reachable(widget: QWidget, reachable: bool) -> None:
    """Whether Tab stops here: only on the open card, or hundreds were in the way."""
    policy = Qt.FocusPolicy.TabFocus if reachable else Qt.FocusPolicy.NoFocus
    widget.setFocusPolicy(policy)


class TextPart(Part):
    """Runs of text, and perhaps a colour's bar at the left or some words at the right."""

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._lines, self._right, self._colour, self._indented = Lines(theme), "", "", 0
        self._rtl = False

    def fill(
        self,
        runs: Sequence[Run],
        *,
        colour: str = "",
        most: int = 0,
        right: str = "",
        indent: int = 0,
        rtl: bool = False,
    ) -> "TextPart":
        """``colour`` is the mark's, "" for no bar; ``most`` lines are shown; ``right`` stands at
        the other end of the first line; ``indent`` in px at 100 %; ``rtl``: bar and text stand at
        the right."""
        self._lines.set([Run(soft(run.text), run.role, run.token) for run in runs], most, rtl)
        self._colour, self._right, self._indented, self._rtl = colour, right, indent, rtl
        self.update()
        return self

    def _indent(self) -> int:
        return self.theme.px(13 if self._colour else self._indented)

    def _room(self, width: int) -> int:
        taken = measure(self.theme, self._right, "small") + self.theme.px(8) if self._right else 0
        return width - self._indent() - taken

    def height_for(self, width: int) -> int:
        least = self.theme.px(18) if self._right else 0
        return max(least, self._lines.height(self._room(width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._colour:
            bar = QRectF(0, 0, self.theme.px(4), self.height())
            if self._rtl:
                bar.moveRight(self.width())
            painter.fillRect(bar, self.theme.mark(self._colour))
        self._lines.draw(painter, 0 if self._rtl else self._indent(), 0, self._room(self.width()))
        if self._right:
            painter.setFont(self.theme.font("small"))
            painter.setPen(self.theme.colour("secondary"))
            first = QRectF(0, 0, self.width(), self.theme.px(18))
            painter.drawText(first, RIGHT, self._right)


class RulePart(Part):
    """A hairline between the claims of one passage."""

    def height_for(self, width: int) -> int:
        return 1

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("hairline"))


def paint_warning(painter: QPainter, theme: Theme, rect: QRectF, text: str, token: str) -> None:
    """A warning sign and words in a token's colour, at the left of ``rect``."""
    side = theme.px(13)
    top = rect.top() + (rect.height() - side) // 2
    paint.icon(painter, theme, "triangle-alert", token, QRectF(rect.left(), top, side, side))
    painter.setFont(theme.font("small_strong"))
    painter.setPen(theme.colour(token))
    painter.drawText(rect.adjusted(theme.px(18), 0, theme.px(4), 0), LEFT, text)
