"""One use of a source: the claim, or the mark, that it was brought to."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.model import Evidence, evidence_words
from annotator.store.sources import Use
from annotator.ui.cards.parts import Act, Part, Verb
from annotator.ui.cards.text import Lines, Run, soft
from annotator.ui.evidence import lines
from annotator.ui.evidence.facts import EntryFacts
from annotator.ui.kit import paint
from annotator.ui.kit.roles import Role
from annotator.ui.theme import Theme


class UsePart(Part):
    """A press, Enter or Space leads there (``Verb.FOLLOW`` with the evidence's id)."""

    spoken_as = Role.Button

    def __init__(self, theme: Theme, act: Act, parent: QWidget | None) -> None:
        super().__init__(theme, act, parent)
        self._words, self._quote = Lines(theme), Lines(theme)
        self._use: Use | None = None
        self._pressed = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def fill(self, use: Use, entry: Evidence | None, facts: EntryFacts) -> "UsePart":
        """What it was brought to, and in which words."""
        self._use = use
        label = [Run(f"{use.label}  ", "strong")] if use.claim else []
        words = use.statement if use.claim else use.label or _("a note on the whole article")
        self._words.set([*label, Run(soft(words), "ui")], 3)
        runs = self._detail(entry, facts)
        self._quote.set(runs, 3)
        stance = evidence_words.stance_name(use.stance) if use.claim else _("source")
        said = "".join(run.text for run in runs)
        self.setAccessibleName(", ".join(part for part in (stance, use.label, words, said) if part))
        self.setToolTip(_("Go there"))
        self.update()
        return self

    def _detail(self, entry: Evidence | None, facts: EntryFacts) -> list[Run]:
        """Quote, whether it was found, locator, type; that it is private."""
        if entry is None:
            return []
        said = [Run(entry.locator, "small", "secondary")]
        said.append(
            Run(soft(lines.quoted(entry.quote)) if entry.quote else "", "small", "secondary")
        )
        token = lines.CHECK_TOKENS[facts.check.state] if facts.check else "secondary"
        said.append(Run(lines.check_text(facts.check), "small_strong", token))
        said.append(Run(evidence_words.short_type_name(entry.type), "small", "secondary"))
        said.append(Run(_("private") if entry.private else "", "small", "secondary"))
        return lines.dotted([run for run in said if run.text])

    @property
    def evidence_id(self) -> str:
        """Which use it is."""
        return self._use.evidence if self._use else ""

    def _left(self) -> int:
        return self.theme.px(22)

    def height_for(self, width: int) -> int:
        room = width - self._left()
        return self._words.height(room) + self._quote.height(room) + self.theme.px(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, top = QPainter(self), self.theme, self.theme.px(6)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour("hairline"))
        if self.underMouse():
            hover = theme.colour("selected")
            hover.setAlphaF(0.4)
            painter.fillRect(self.rect().adjusted(0, 1, 0, 0), hover)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()).adjusted(0, 2, 0, -1), theme, theme.px(5))
        side = theme.px(11)
        sign = QRectF(theme.px(1), top + (theme.px(18) - side) // 2, side, side)
        if self._use is not None and self._use.claim:
            paint.stance(painter, theme, sign, self._use.stance)
        else:
            paint.icon(painter, theme, "link", "secondary", sign)
        room = self.width() - self._left()
        self._words.draw(painter, self._left(), top, room)
        self._quote.draw(painter, self._left(), top + self._words.height(room), room)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self.act(Verb.FOLLOW, self.evidence_id)
        self._pressed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.act(Verb.FOLLOW, self.evidence_id)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def stops(self) -> list[QWidget]:
        return [self]
