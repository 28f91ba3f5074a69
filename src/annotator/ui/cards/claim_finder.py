"""A claim looked for among all: by its number, by words of it, by what it is like."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.i18n import _
from annotator.library import Library
from annotator.library.claims.filtering import ClaimFilter
from annotator.model import Claim
from annotator.store.board import ClaimRow
from annotator.ui.cards.claim_line import ClaimLine
from annotator.ui.finder_list import FinderList
from annotator.ui.kit import Label, LinkButton, OutlineButton, Popover, SearchField
from annotator.ui.theme import Theme

WIDTH, MOST, SEEN = 420, 60, 5


def spoken(row: ClaimRow) -> str:
    """A claim as a screen reader says it."""
    verdict = row.verdict.name if row.verdict else _("To check")
    return ", ".join((row.label, verdict, row.statement))


class ClaimFinder(Popover):
    """A search field over the claims; without words the nearest ones stand first. Enter takes one,
    where ``confirm`` is given after its words were read."""

    def __init__(
        self, theme: Theme, parent: QWidget, library: Library, title: str, near: str,
        without: set[str], take: Callable[[str], bool],
        confirm: Callable[[Claim], str] | None = None,
    ) -> None:  # fmt: skip
        """``near``: words that the claim may be like; ``without``: ids not to offer; ``take`` is
        given an id and says whether it was written."""
        super().__init__(theme, parent, pad=12)
        self._library, self._without, self._take = library, without, take
        self._confirm, self._chosen = confirm, ""
        seen = library.claims.seen_before(near, limit=SEEN + len(without)) if near else []
        self._near = [one.claim.id for one in seen if one.claim]
        self.setAccessibleName(title)
        self.body.addWidget(Label(theme, title, "strong", wrap=True))
        self._make_list(theme)
        self._question = Label(theme, "", "ui", wrap=True)
        self._none = Label(theme, _("No claim fits."), "small", "secondary", wrap=True)
        self.body.addWidget(self._none)
        self.body.addWidget(self._question)
        self._add_foot(theme)
        reach = 2 * theme.px(16)
        self.setFixedWidth(min(theme.px(WIDTH), parent.width() - reach) + reach)
        self.closed.connect(self.deleteLater)
        self._filter()

    def _make_list(self, theme: Theme) -> None:
        self.field = SearchField(theme, _("Number or words"))
        self.list = FinderList(
            self.field, ClaimLine(theme, self), _("Claims that fit"), shown=spoken, spoken=spoken,
            page=5,
        )  # fmt: skip
        for widget in (self.field, self.list):
            self.body.addWidget(widget)
        self.field.edit.installEventFilter(self)
        self.field.changed.connect(self._filter)
        self.list.taken.connect(self._choose)

    def _add_foot(self, theme: Theme) -> None:
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        back = LinkButton(theme, _("Another one"))
        back.clicked.connect(lambda: self._ask(None))
        self._merge = OutlineButton(theme, _("Merge"), compact=True)
        self._merge.clicked.connect(lambda: self._done(self._chosen))
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._merge)
        self.body.addWidget(self._foot)
        self._foot.hide()
        self._question.hide()

    def open_by(self, anchor: QWidget, rect: QRect) -> None:
        """Open at a place of a widget."""
        corner = anchor.mapTo(self.parentWidget(), rect.topRight())
        frame = self.frame()
        self.open_at(QPoint(corner.x() - frame.right(), corner.y() - frame.top()))
        self.field.setFocus()

    def ids(self) -> list[str]:
        """The claims offered, the best first."""
        return [row.id for row in self.list.lines()]

    # Looking

    def _filter(self) -> None:
        text = self.field.text().strip()
        rows = self._library.claims.rows(ClaimFilter(text=text), "modified", descending=True)
        if not text:
            place = {id: at for at, id in enumerate(self._near)}
            rows = sorted(rows, key=lambda row: place.get(row.id, len(place)))
        shown = [row for row in rows if row.id not in self._without]
        shown.sort(key=lambda row: row.label.casefold() != _label(text))
        self._show(shown[:MOST])

    def _show(self, rows: list[ClaimRow]) -> None:
        self.list.show_lines(rows)
        self._none.setVisible(not rows)
        if rows:
            self.list.setFixedHeight(min(len(rows), 6) * self.list.sizeHintForRow(0))
        self.suit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        ours = watched is self.field.edit and event.type() == QEvent.Type.KeyPress
        if ours and event.key() == Qt.Key.Key_Escape and not self.field.text():
            self.dismiss()
            return True
        return super().eventFilter(watched, event)

    # Taking

    def _choose(self, row: ClaimRow) -> None:
        if self._confirm is None:
            self._done(row.id)
        else:
            self._ask(self._library.claims.get(row.id))

    def _ask(self, claim: Claim | None) -> None:
        """Say what will be done with the chosen one; None: back to looking."""
        asks = claim is not None and self._confirm is not None
        for widget in (self._question, self._foot):
            widget.setVisible(asks)
        for widget in (self.field, self.list):
            widget.setVisible(not asks)
        if claim is not None and self._confirm is not None:
            self._chosen = claim.id
            self._question.setText(f"{claim.label}: {claim.statement}\n\n{self._confirm(claim)}")
            self._merge.setFocus()
        else:
            self._show(self.list.lines())
            self.field.setFocus()
        self.open_at(self.pos())  # as large as it is now, within the window

    def _done(self, id: str) -> None:
        if self._take(id):
            self.dismiss()


def _label(text: str) -> str:
    """What is typed, as a claim's number: ``c14`` for ``14``."""
    text = text.casefold()
    return f"c{text}" if text.isdigit() else text
