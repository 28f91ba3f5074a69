"""A source on a card: how it stands, what it is, and whether its words were found."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.model import Evidence, evidence_words
from annotator.ui.cards.parts import Act, Part, Verb, set_reachable
from annotator.ui.cards.text import Lines, Run, elided, measure, soft
from annotator.ui.evidence import lines
from annotator.ui.evidence.facts import NOTHING, EntryFacts
from annotator.ui.kit import paint, plain_tip
from annotator.ui.kit.roles import Role
from annotator.ui.theme import Theme

DETAIL_LINES = 2


class SourcePart(Part):
    """One row of a claim's ledger. A press, Enter or Space unfolds what can be done with it."""

    spoken_as = Role.Button

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._title, self._detail = Lines(theme), Lines(theme)
        self._evidence: Evidence | None = None
        self._stance, self._type, self._ruled, self._private = "", "", False, False
        self._pressed = False

    def fill(
        self, evidence: Evidence, *, of_claim: bool, open: bool, ruled: bool, unfolded: bool,
        facts: EntryFacts = NOTHING,
    ) -> "SourcePart":  # fmt: skip
        """``ruled``: with a hairline above; ``facts``: what the library knows of it."""
        self._evidence, self._private = evidence, evidence.private
        self._stance = evidence.stance if of_claim else ""
        self._type, self._ruled = evidence_words.short_type_name(evidence.type), ruled
        self._title.set([Run(soft(lines.title_text(evidence)), "ui")], 0 if unfolded else 2)
        runs = lines.detail_runs(evidence, facts, whole=unfolded)
        self._detail.set(runs, 0 if unfolded else DETAIL_LINES)
        self.setAccessibleName(lines.name_of(evidence, of_claim, facts))
        tip = _("Private: it goes out only when asked for.") if self._private else ""
        self.setToolTip(plain_tip(evidence.source.url or tip))
        self.setCursor(Qt.CursorShape.PointingHandCursor if open else Qt.CursorShape.ArrowCursor)
        set_reachable(self, open)
        self.update()
        return self

    @property
    def evidence_id(self) -> str:
        """Which one it is."""
        return self._evidence.id if self._evidence else ""

    def _left(self) -> int:
        return self.theme.px(22)

    def _right(self) -> int:
        wide = measure(self.theme, self._type, "small") if self._type else 0
        lock = self.theme.px(16) if self._private else 0
        return wide + lock + self.theme.px(9) if wide or lock else 0

    def height_for(self, width: int) -> int:
        room = width - self._left() - self._right()
        detail = self._detail.height(width - self._left())
        return self._title.height(room) + detail + self.theme.px(11)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, top = QPainter(self), self.theme, self.theme.px(6)
        if self._ruled:
            painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour("hairline"))
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()).adjusted(0, 2, 0, -1), theme, theme.px(5))
        self._paint_sign(painter, top)
        room = self.width() - self._left() - self._right()
        self._title.draw(painter, self._left(), top, room)
        below = top + self._title.height(room)
        self._detail.draw(painter, self._left(), below, self.width() - self._left())
        self._paint_right(painter, top)

    def _paint_sign(self, painter: QPainter, top: int) -> None:
        side = self.theme.px(11)
        place = QRectF(self.theme.px(1), top + (self.theme.px(18) - side) // 2, side, side)
        if self._stance:
            paint.stance(painter, self.theme, place, self._stance)
        else:
            paint.icon(painter, self.theme, "link", "secondary", place.adjusted(0, 0, 2, 2))

    def _paint_right(self, painter: QPainter, top: int) -> None:
        """The type, behind a lock where it is private."""
        theme = self.theme
        place = QRectF(self.width() - self._right(), top, self._right(), theme.px(18))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        text = elided(theme, self._type, "small", self._right())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if self._private:
            side = theme.px(12)
            taken = measure(theme, self._type, "small") + theme.px(4) if self._type else 0
            left = place.right() - taken - side
            paint.icon(
                painter, theme, "lock", "secondary",
                QRectF(round(left), top + (theme.px(18) - side) // 2, side, side),
            )  # fmt: skip

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # On a card that is not open, the card is chosen first.
        self._pressed = self.focusPolicy() != Qt.FocusPolicy.NoFocus
        event.setAccepted(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self.act(Verb.UNFOLD, self.evidence_id)
        self._pressed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.act(Verb.UNFOLD, self.evidence_id)
        else:
            super().keyPressEvent(event)

    def stops(self) -> list[QWidget]:
        return [self] if self.focusPolicy() != Qt.FocusPolicy.NoFocus else []
