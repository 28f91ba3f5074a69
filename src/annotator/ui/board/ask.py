"""A line asked for in place: why a verdict is another one, what is missing, by whom."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.ui.kit import Label, LinkButton, OutlineButton, Popover
from annotator.ui.kit.completing import complete
from annotator.ui.theme import Theme

WIDTH = 330
"""px at 100 %."""


class AskBox(Popover):
    """One or two lines and a button. Enter takes them, Esc leaves all as it was; where what was
    typed will not do, the box says so and stays."""

    def __init__(
        self, theme: Theme, parent: QWidget, title: str, action: str,
        fields: Sequence[tuple[str, str]], take: Callable[..., bool | None],
    ) -> None:  # fmt: skip
        """``fields``: (label, text) of each line; ``take`` is given what they hold, may raise
        ``InvalidValue``, and returns False where it could not be written."""
        super().__init__(theme, parent, pad=12)
        self._take = take
        self._edits = any(text for _label, text in fields)
        self.setAccessibleName(title)
        self.body.addWidget(Label(theme, title, "strong", wrap=True))
        self.lines: list[QLineEdit] = []
        for label, text in fields:
            self._add_line(theme, label, text)
        self._error = Label(theme, "", "small", "bad", wrap=True)
        self._error.hide()
        self.body.addWidget(self._error)
        self._add_foot(theme, action)
        self.setFixedWidth(theme.px(WIDTH) + 2 * theme.px(16))
        self.closed.connect(self.deleteLater)

    def _add_line(self, theme: Theme, label: str, text: str) -> None:
        line = QLineEdit(text)
        line.setAccessibleName(label)
        line.setPlaceholderText(label)
        line.setFont(theme.font("ui"))
        line.selectAll()
        line.returnPressed.connect(self.take)
        self.lines.append(line)
        self.body.addWidget(line)

    def _add_foot(self, theme: Theme, action: str) -> None:
        row = QHBoxLayout()
        cancel = LinkButton(theme, _("Cancel"))
        cancel.clicked.connect(self.dismiss)
        done = OutlineButton(theme, action, compact=True)
        done.clicked.connect(self.take)
        row.addWidget(cancel)
        row.addStretch(1)
        row.addWidget(done)
        self.body.addLayout(row)

    def complete(self, words: Sequence[str]) -> None:
        """Offer these for the first line."""
        complete(self.lines[0], words)

    def leave(self) -> None:
        """A click elsewhere keeps what was written anew, as anywhere; what was only asked for is
        asked no more."""
        if self._edits and any(line.isModified() for line in self.lines):
            self.take()
        else:
            self.dismiss()

    def take(self) -> None:
        """What Enter does."""
        try:
            done = self._take(*(line.text().strip() for line in self.lines))
        except InvalidValue as error:
            self._error.setText(str(error))
            self._error.show()
            self.suit()
            return
        if done is not False:
            self.dismiss()

    def open_by(self, anchor: QWidget, rect: QRect) -> None:
        """Open at a place of a widget: over its words, so that one types where one looked."""
        corner = anchor.mapTo(self.parentWidget(), rect.topLeft())
        frame = self.frame()
        self.open_at(corner - frame.topLeft() + QPoint(0, 0))
        self.lines[0].setFocus(Qt.FocusReason.PopupFocusReason)
