"""Verdicts and progress as bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.exporting.tally import strengths
from annotator.i18n import _, ngettext
from annotator.library.claims.filtering import BoardCounts
from annotator.model import Verdict
from annotator.ui.board.state import BoardState
from annotator.ui.cards.text import elided
from annotator.ui.kit import Label, SectionHeading, Themed, paint, roles
from annotator.ui.kit.roles import Role
from annotator.ui.theme import Theme, tint

ROW, LABEL, COUNT, BAR = 30, 190, 84, 12
"""px at 100 %: a bar's row, its name's and its number's room, the bar itself."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Bar:
    """``parts`` are (tone, claims) side by side, of ``whole``, drawn with a ``strength`` over 0 to
    1; ``wanted`` is what a click asks for; ``spoken`` says all of it."""

    name: str
    icon: str
    tone: str
    parts: tuple[tuple[str, int], ...]
    whole: int
    number: str
    spoken: str
    wanted: dict[str, Any]
    strength: float = 1.0


class BarRow(Themed, QWidget):
    """A bar that can be chosen. ``reached``: the focus has come to it."""

    spoken_as = Role.Button

    chosen = Signal(object)
    reached = Signal()

    def __init__(self, theme: Theme, bar: Bar) -> None:
        super().__init__()
        self.bar = bar
        self.setAccessibleName(bar.spoken)
        self.setToolTip(_("Show these claims"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(320), self.theme.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.theme, self.theme.px
        box = QRectF(self.rect())
        if self.underMouse():
            paint.rounded(painter, box, px(6), theme.colour("selected"))
        if self.hasFocus():
            paint.focus_ring(painter, box, theme, px(6))
        wide = min(px(LABEL), int(box.width() * 0.45))
        self._paint_name(painter, QRectF(px(8), 0, wide - px(14), box.height()))
        room = QRectF(wide, 0, box.width() - wide - px(COUNT), box.height())
        self._paint_bar(painter, room)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink"))
        number = QRectF(room.right() + px(10), 0, px(COUNT - 10), box.height())
        painter.drawText(number, LEFT, self.bar.number)

    def _paint_name(self, painter: QPainter, room: QRectF) -> None:
        theme, px = self.theme, self.theme.px
        if self.bar.icon:
            sign = paint.centred(QRectF(room.left(), 0, px(14), room.height()), px(13))
            paint.drawn.paint(painter, self.bar.icon, theme.tone(self.bar.tone), sign)
            room = room.adjusted(px(20), 0, 0, 0)
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(room, LEFT, elided(theme, self.bar.name, "ui", room.width()))

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        theme, px = self.theme, self.theme.px
        top, left = round((room.height() - px(BAR)) / 2), room.left()
        track = QRectF(left, top, room.width(), px(BAR))
        paint.rounded(painter, track, px(3), theme.colour("hairline"))
        for tone, claims in self.bar.parts:
            wide = room.width() * claims / max(1, self.bar.whole)
            if claims:
                part = QRectF(left, top, max(px(3), wide), px(BAR))
                fill = tint(theme.tone(tone), self.bar.strength)
                paint.rounded(painter, part, px(3), fill)
            left += wide

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.bar.wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _chooses(event):
            event.accept()  # these keys mean the bar, all others the board
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _chooses(event):
            self.chosen.emit(self.bar.wanted)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


def _chooses(event: QKeyEvent) -> bool:
    choosing = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in choosing and not plain


def verdict_bars(counts: BoardCounts, verdicts: Sequence[Verdict]) -> list[Bar]:
    """One a verdict in use, in the order of the scale, conclusions in words after it; last the
    claims without. What is drawn palest is nearest to the middle of its scale."""
    named = {verdict.name: verdict.tone for verdict in verdicts}
    others = {name: "none" for name in counts.by_verdict if name and name not in named}
    tones = {**named, **others}
    names = [name for name in tones if counts.by_verdict.get(name) or name in _rated(verdicts)]
    most = max(counts.by_verdict.values(), default=0)
    used = [verdict for verdict in verdicts if counts.by_verdict.get(verdict.name)]
    strong = dict(zip((verdict.name for verdict in used), strengths(used), strict=True))
    bars = [_verdict_bar(n, tones[n], counts, most, strong.get(n, 1.0)) for n in names]
    return [*bars, _verdict_bar("", "none", counts, most)]


def _rated(verdicts: Sequence[Verdict]) -> set[str]:
    return {verdict.name for verdict in verdicts if not verdict.is_outcome}


def _verdict_bar(
    name: str, tone: str, counts: BoardCounts, most: int, strength: float = 1.0
) -> Bar:
    count, shown = counts.by_verdict.get(name, 0), name or _("No verdict yet")
    claims = ngettext("{n} claim", "{n} claims", count).format(n=count)
    return Bar(
        shown, paint.VERDICT_ICONS.get(tone, "circle") if name else "minus", tone,
        ((tone, count),), most, str(count), f"{shown}: {claims}", {"verdict": name}, strength,
    )  # fmt: skip


def article_bars(counts: BoardCounts) -> list[Bar]:
    """How far each article is."""
    return [
        Bar(
            article.title, "", "none",
            (("good", article.checked), ("none", article.set_aside)), article.claims,
            _("{done} of {all}").format(
                done=article.checked + article.set_aside, all=article.claims
            ),
            _("{title}: {done} of {all} checked, {aside} set aside").format(
                title=article.title, done=article.checked, all=article.claims,
                aside=article.set_aside,
            ),
            {"article": article.article},
        )
        for article in counts.by_article
    ]  # fmt: skip


class Chart(Themed, QScrollArea):
    """``chosen``: what a bar stands for was asked for. ``view_made``: a bar that has the focus for
    the first time; there may be hundreds."""

    chosen = Signal()
    view_made = Signal(QWidget)

    def __init__(self, theme: Theme, state: BoardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        roles.install()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Verdicts and progress"))
        self.viewport().setAutoFillBackground(False)
        state.rows_changed.connect(self.refresh)
        self.follow(theme)

    def refresh(self) -> None:
        """Draw what the library holds; the filter does not matter here."""
        counts = self._state.counts
        if self.isHidden() or counts is None or self._state.library is None:
            return
        inner = QWidget()
        column = QVBoxLayout(inner)
        px = self.theme.px
        column.setContentsMargins(0, px(6), px(12), px(20))
        column.setSpacing(px(2))
        self._add(column, _("Verdicts"), verdict_bars(counts, self._state.library.verdicts()))
        column.addSpacing(px(16))
        self._add(column, _("Checked, by article"), article_bars(counts))
        note = _("A bar is all claims of an article: those checked, then, grey, those set aside.")
        column.addWidget(Label(self.theme, note, "small", "secondary", wrap=True))
        column.addStretch(1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # which setWidget turned on

    def _add(self, column: QVBoxLayout, title: str, bars: list[Bar]) -> None:
        column.addWidget(SectionHeading(self.theme, title))
        column.addSpacing(self.theme.px(4))
        for bar in bars:
            row = BarRow(self.theme, bar)
            row.chosen.connect(self._choose)
            row.reached.connect(lambda row=row: self._reach(row))
            column.addWidget(row)

    def _reach(self, row: BarRow) -> None:
        if not row.actions():
            self.view_made.emit(row)

    def _choose(self, wanted: dict[str, Any]) -> None:
        self._state.ask_only(**wanted)
        self.chosen.emit()

    def bars(self) -> list[BarRow]:
        """The bars, from top to bottom."""
        return self.widget().findChildren(BarRow) if self.widget() else []
