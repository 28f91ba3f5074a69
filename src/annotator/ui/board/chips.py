"""The row of filters over the claims."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.board import filters
from annotator.ui.board.filters import Ask
from annotator.ui.board.menus import choice_menu
from annotator.ui.board.state import NOTHING_ASKED, BoardState
from annotator.ui.kit import Chip, FlowLayout, SearchField, Themed, paint
from annotator.ui.theme import Theme

FIELD, FIELD_LEAST = 170, 104
"""px at 100 %: the field for words, where there is room and where not."""
FILTERS = ("status", "verdict", "kind", "assignee", "tag")


class MenuChip(Chip):
    """A filter of which one of several may be on. ``name`` is what it says while none is."""

    def __init__(self, theme: Theme, name: str) -> None:
        self._name = name
        super().__init__(theme, name)
        self.setAccessibleDescription(_("Opens a menu"))

    def set_value(self, text: str) -> None:
        """What is on, "" for nothing."""
        self.setChecked(bool(text))
        shown = f"{self._name}: {text}" if text else self._name
        self.setText(shown.replace("# #", "#"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self.theme.px(13), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, theme, on = QPainter(self), QRectF(self.rect()), self.theme, self.isChecked()
        radius = rect.height() / 2
        ground = theme.colour("accent_ground") if on else None
        if ground is None and self.underMouse():
            ground = theme.colour("selected")
        token = "accent" if on else "secondary"
        paint.rounded(painter, rect, radius, ground, theme.colour("accent" if on else "control"))
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, radius)
        side = theme.px(11)
        room = rect.adjusted(theme.px(10), 0, -theme.px(9) - side, 0)
        painter.setPen(theme.colour(token))
        painter.setFont(theme.font("small_strong" if on else "small"))
        text = QFontMetrics(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        place = paint.centred(rect, side)
        place.moveRight(rect.right() - theme.px(8))
        paint.icon(painter, theme, "chevron-down", token, place)


class Filters(Themed, QWidget):
    """All, to check, and what is chosen from menus; words to look for. ``left_down``: Down was
    pressed in the field, or Esc in an empty one."""

    left_down = Signal()

    def __init__(self, theme: Theme, state: BoardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.all, self.to_check = Chip(theme, ""), Chip(theme, "")
        names = {"status": _("Status"), "verdict": _("Verdict"), "kind": _("Kind"),
                 "assignee": _("Assignee"), "tag": _("# Tag")}  # fmt: skip
        self.menus = {name: MenuChip(theme, names[name]) for name in FILTERS}
        self.words = SearchField(theme, _("Filter"), key="/")
        self._strip = QWidget()
        self._flow = FlowLayout(self._strip)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._strip, 1)
        self._row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignTop)
        for chip in (self.all, self.to_check, *self.menus.values()):
            self._flow.addWidget(chip)
        self._connect()
        self.follow(theme)
        self.show_asked()

    def _connect(self) -> None:
        state = self._state
        self.all.clicked.connect(lambda: self._ask_all())
        self.to_check.clicked.connect(self._toggle_to_check)
        for name, chip in self.menus.items():
            chip.clicked.connect(lambda _on=False, name=name: self._open(name))
        self.words.changed.connect(lambda text: state.ask(text=text))
        self.words.left_down.connect(self.left_down)
        self.words.submitted.connect(lambda _text: self.left_down.emit())
        self.words.escaped.connect(self.left_down)
        state.rows_changed.connect(self.show_asked)
        state.asked_changed.connect(self.show_asked)

    def _ask_all(self) -> None:
        self._state.ask_only()
        self.show_asked()

    def _toggle_to_check(self) -> None:
        on = self._state.asked.status == "to check"
        self._state.ask(status="" if on else "to check")
        self.show_asked()

    def show_asked(self) -> None:
        """Counts and what is on."""
        asked, counts = self._state.asked, self._state.counts
        total = counts.total if counts else 0
        due = counts.by_status.get("to check", 0) if counts else 0
        self.all.setText(_("All {n}").format(n=total))
        self.to_check.setText(_("To check {n}").format(n=due))
        self.all.setChecked(asked == NOTHING_ASKED)
        self.to_check.setChecked(asked.status == "to check")
        for name, chip in self.menus.items():
            value = getattr(asked, name)
            on = value is not None if name == "verdict" else bool(value)
            chip.set_value(self._words_for(name, value) if on else "")
        if self.words.text() != asked.text:
            self.words.set_text(asked.text)
        self._flow.invalidate()
        self._fit()

    def _fit(self) -> None:
        """The field gives way while the chips fit in one line beside it."""
        px, chips = self.theme.px, (self.all, self.to_check, *self.menus.values())
        taken = sum(chip.sizeHint().width() + px(6) for chip in chips) + px(10)
        room = self.width() - taken
        self.words.setFixedWidth(max(px(FIELD_LEAST), min(px(FIELD), room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _words_for(self, name: str, value: str) -> str:
        found = [ask.text for ask in self.asks(name) if ask.wanted[name] == value]
        return found[0] if found else value or _("No verdict yet")

    # Menus

    def asks(self, name: str) -> list[Ask]:
        """What the menu of a filter offers."""
        state = self._state
        if state.library is None or state.counts is None:
            return []
        make: dict[str, Callable[[], list[Ask]]] = {
            "status": lambda: filters.status_asks(state.counts),
            "verdict": lambda: filters.verdict_asks(
                state.counts, [v.name for v in state.library.verdicts()]
            ),
            "kind": lambda: filters.kind_asks(state.counts),
            "assignee": lambda: filters.assignee_asks(state.counts, state.library.claims.people()),
            "tag": lambda: filters.tag_asks(state.library.claims.rows()),
        }
        return make[name]()

    def _open(self, name: str) -> None:
        self.show_asked()  # a click is no choice yet
        chip, asks = self.menus[name], self.asks(name)
        anything = None if name == "verdict" else ""
        now = getattr(self._state.asked, name)
        labels = [_("Any"), *(f"{ask.text}   {ask.count}" for ask in asks)]
        values = [anything, *(ask.wanted[name] for ask in asks)]
        choices = [(str(at), label) for at, label in enumerate(labels)]
        at = str(values.index(now)) if now in values else None
        menu = choice_menu(
            self, [choices[0], None, *choices[1:]], at,
            lambda at: self._state.ask(**{name: values[int(at)]}),
        )  # fmt: skip
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + self.theme.px(2))))

    def retheme(self) -> None:
        px = self.theme.px
        self._flow.set_gaps(px(6), px(6))
        self._row.setSpacing(px(10))
        self.words.setFixedHeight(px(26))
        self._fit()
