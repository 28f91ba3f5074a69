"""How much is still open in what is to be handed in, and the way to the checklist."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.library import Library
from annotator.ui.kit import LinkButton
from annotator.ui.review import wording
from annotator.ui.review.looking import Looking
from annotator.ui.theme import Theme

DELAY_MS = 300
"""The form stands first; what is open is counted after."""


class OpenLines(LinkButton):
    """“3 lines are open”, shown once they are counted and where there are some. ``wanted`` carries
    the article to be looked at, None for the whole library."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._library = library
        self._articles: tuple[str, ...] = ()
        self.count = 0
        self._looking = Looking(self)
        self._looking.found.connect(self._show)
        self._delay = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._delay.timeout.connect(self._look)
        self.clicked.connect(lambda: self.wanted.emit(self._place))
        self.hide()

    @property
    def _place(self) -> str | None:
        return self._articles[0] if len(self._articles) == 1 else None

    def ask(self, articles: tuple[str, ...]) -> None:
        """Count what is open in these articles."""
        if articles == self._articles:
            return
        self._articles = articles
        self._looking.stop()
        self.hide()
        if articles:
            self._delay.start()

    def _look(self) -> None:
        self._looking.look(self._library, self._place)

    def _show(self, lines: list) -> None:
        here = set(self._articles)
        self.count = sum(line.article in here or not line.article for line in lines)
        self.setText(f"{wording.open_lines(self.count)}…")
        self.setVisible(self.count > 0)

    def stop(self) -> None:
        """Count no more."""
        self._delay.stop()
        self._looking.stop()
