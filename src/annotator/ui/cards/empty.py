"""What the pane says while there is nothing to show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.kit import KeyCap, Label, LinkButton, Themed
from annotator.ui.theme import Theme


class EmptyHint(Themed, QWidget):
    """A quiet hint: how to make the first note. ``all_wanted``: the filter is to go."""

    all_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Label(theme, "", "serif_strong", "secondary", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._keys = QWidget()
        rows = QVBoxLayout(self._keys)
        rows.setContentsMargins(0, 0, 0, 0)
        for keys, words in (
            (("1", "8"), _("highlight it in a colour")),
            (("C",), _("make it a claim")),
            (("N",), _("write a note")),
        ):
            rows.addLayout(self._row(theme, keys, words))
        self._all = LinkButton(theme, _("Show all"), role="ui")
        self._all.clicked.connect(self.all_wanted)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self._title)
        self._column.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        self.follow(theme)

    def _row(self, theme: Theme, keys: tuple[str, ...], words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(5))
        for at, key in enumerate(keys):
            if at:
                row.addWidget(Label(theme, "–", "small", "secondary"))
            row.addWidget(KeyCap(theme, key))
        row.addWidget(Label(theme, words, "small", "secondary"), 1)
        return row

    def show_state(self, state: str) -> None:
        """``closed``: no article; ``empty``: none yet; ``filtered``: none that was asked for."""
        words = {
            "closed": _("No article is open"),
            "empty": _("Select text in the article, then press"),
            "filtered": _("No note is like that"),
        }
        self._title.setText(words[state])
        self._keys.setVisible(state == "empty")
        self._all.setVisible(state == "filtered")

    def retheme(self) -> None:
        side = self.theme.px(24)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(self.theme.px(12))
        super().retheme()
