"""The right pane of the face: the current source in full."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.ui.cards.saving import Saver
from annotator.ui.kit import Label, Themed, roles
from annotator.ui.sources.sections import KnownSection, UsesSection
from annotator.ui.sources.state import SourcesState
from annotator.ui.sources.view import view_of
from annotator.ui.theme import Theme

REST_MS = 60
"""Who goes through sources by key sees one in full once the key rests that long."""


class Details(Themed, QWidget):
    """``left``: Esc was pressed. ``failed``: a sentence, a way to try again, words that would be
    lost."""

    left = Signal()
    failed = Signal(str, object, str)

    def __init__(self, theme: Theme, state: SourcesState) -> None:
        super().__init__()
        roles.install()
        self._state, self._shown = state, ""
        self.setAccessibleName(_("Source in full"))
        self.saver = Saver(self)
        self.saver.failed.connect(self.failed)
        self.known, self.uses = KnownSection(theme, self.saver), UsesSection(theme, self.saver)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.refresh)
        self._nothing = Label(theme, "", "ui", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = self._make_scroll()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._scroll)
        self.setFocusProxy(self._scroll)
        self.known.edited.connect(self._scroll.setFocus)
        state.current_changed.connect(self._rest.start)
        state.rows_changed.connect(self._rest.start)
        self.follow(theme)

    def _make_scroll(self) -> QScrollArea:
        page = QWidget()
        self._column = QVBoxLayout(page)
        for section in (self.known, self.uses):
            self._column.addWidget(section)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(_("Source in full"))
        scroll.setWidget(page)
        page.setAutoFillBackground(False)
        return scroll

    # Showing

    def refresh(self) -> None:
        """Show the current source as it is now."""
        self._rest.stop()
        row, library = self._state.row(), self._state.library
        if library is None or row is None:
            self._nothing.setText(_("Choose a source.") if self._state.rows else "")
            self._stack.setCurrentWidget(self._nothing)
            return
        if not self.isVisible():
            return
        try:
            view = view_of(library, row)
        except UserFacingError as error:  # busy, or gone in this very moment
            self.failed.emit(str(error), self.refresh, "")
            return
        self.known.library = library
        for section in (self.known, self.uses):
            section.show_view(view)
        self._stack.setCurrentWidget(self._scroll)
        if self._shown != row.id:
            self._shown = row.id
            self._scroll.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()

    def commit(self) -> bool:
        """Save what is being written; False where that was not possible."""
        return self.known.commit()

    def edit(self, field: str = "") -> None:
        """Write what is known of the current source."""
        self.refresh()
        self.known.begin(field)
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.known))

    def retheme(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(12), px(10), px(12), px(20))
        self._column.setSpacing(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("chrome"))
