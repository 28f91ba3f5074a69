"""A row of the inside check: what it speaks of, its mentions side by side, what becomes of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.library.inspecting.found import CLAIMED, DISMISSED, OPEN, InsideRow
from annotator.library.inspecting.inspecting import own_passages
from annotator.ui.analysis.mention import MentionCell
from annotator.ui.kit import CardFrame, Label, LinkButton, OutlineButton, Themed
from annotator.ui.theme import Theme

COLUMNS = 2


class RowCard(Themed, QWidget):
    """``gone_to`` carries a ``Mention`` and the article it stands in (``""``: this one);
    ``claim_wanted``, ``dismissed`` and ``taken_back`` are about the row, ``claim_chosen`` leads to
    the claim it has become."""

    gone_to = Signal(object, str)
    claim_wanted = Signal(object)
    dismissed = Signal(object)
    taken_back = Signal(object)
    claim_chosen = Signal(str)

    def __init__(self, theme: Theme, row: InsideRow, label: str = "") -> None:
        """``label``: of the claim it has become (``C14``)."""
        super().__init__()
        self.row = row
        self._frame = CardFrame(theme, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self._column = QVBoxLayout(self._frame)
        self._head(theme)
        self._grid = QGridLayout()
        self._fill_grid(theme)
        self._column.addLayout(self._grid)
        if row.row.suggestion:
            says = Label(theme, row.row.suggestion, "small", "secondary", wrap=True)
            self._column.addWidget(says)
        self._foot = QHBoxLayout()
        self._fill_foot(theme, label)
        self._column.addLayout(self._foot)
        self.setAccessibleName(row.row.topic)
        self.follow(theme)

    def _head(self, theme: Theme) -> None:
        kind = difference_words(self.row.row.difference)
        if kind:
            self._column.addWidget(Label(theme, kind, "caps", "middling", wrap=True))
        self._column.addWidget(Label(theme, self.row.row.topic, "strong", wrap=True))

    def _fill_grid(self, theme: Theme) -> None:
        mentions = self.row.row.mentions
        columns = min(COLUMNS, len(mentions))
        for at, (mention, article) in enumerate(zip(mentions, self.row.sources, strict=True)):
            cell = MentionCell(theme, mention, mention.part != "source" or bool(article))
            cell.clicked.connect(
                lambda _on=False, m=mention, article=article: self.gone_to.emit(m, article)
            )
            self._grid.addWidget(cell, at // columns, at % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def _fill_foot(self, theme: Theme, label: str) -> None:
        row, state = self.row, self.row.state
        if state == OPEN and row.row.difference and own_passages(row.row):
            claim = OutlineButton(theme, _("Make a claim"), "flag", compact=True)
            claim.setToolTip(_("A claim that stands in each of these passages of the article"))
            claim.clicked.connect(lambda: self.claim_wanted.emit(row.row))
            self._foot.addWidget(claim)
        if state == CLAIMED:
            link = LinkButton(theme, _("Claim {label}").format(label=label))
            link.clicked.connect(lambda: self.claim_chosen.emit(row.claim))
            self._foot.addWidget(link)
        if state == OPEN and row.row.difference:
            dismiss = LinkButton(theme, _("Dismiss"))
            dismiss.clicked.connect(lambda: self.dismissed.emit(row.row))
            self._foot.addWidget(dismiss)
        if state == DISMISSED:
            self._foot.addWidget(Label(theme, _("Dismissed"), "small", "secondary"))
            back = LinkButton(theme, _("Take back"))
            back.clicked.connect(lambda: self.taken_back.emit(row.row))
            self._foot.addWidget(back)
        self._foot.addStretch(1)

    def retheme(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(12), px(10), px(12), px(10))
        self._column.setSpacing(px(6))
        self._grid.setSpacing(px(6))
        self._foot.setSpacing(px(12))
        super().retheme()


def difference_words(difference: str) -> str:
    """In what mentions differ, as a heading; "" where they agree."""
    return {
        "": "",
        "number": _("Numbers differ"),
        "headline": _("Headline and text differ"),
        "picture": _("Picture and text differ"),
        "date": _("Dates differ"),
        "name": _("Names differ"),
        "quotation": _("Wordings differ"),
    }.get(difference, _("Different"))
