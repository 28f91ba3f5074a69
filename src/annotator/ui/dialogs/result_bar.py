"""A message with two things to do about it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.kit import LinkButton, MessageBar
from annotator.ui.theme import Theme


class ResultBar(MessageBar):
    """``tell(…, action=…, more=…)``: ``more`` stands before the action; ``more_acted`` says that it
    was chosen. Neither puts the message away."""

    more_acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._more = LinkButton(theme, "", role="ui")
        self._more.hide()
        self._more.clicked.connect(self.more_acted)
        self._row.insertWidget(self._row.indexOf(self._action), self._more)

    def tell(self, text: str, kind: str = "info", *, more: str = "", **rest: Any) -> None:
        """Like ``MessageBar.tell``, with the text of the second thing to do."""
        self._more.setText(more)
        self._more.setVisible(bool(more))
        super().tell(text, kind, **rest)

    def set_more(self, text: str) -> None:
        """Another wording of the second thing, now that it was done."""
        self._more.setText(text)

    def focus_action(self) -> None:
        """Put the keyboard on the action."""
        self._action.setFocus()
