"""The bar over the panes: menu, panes, back and forward, faces, title, Reader or whole page, type,
find, undo, and handing in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.actions import ActionTable
from annotator.ui.faces import READ
from annotator.ui.kit import (
    ElidedLabel,
    IconButton,
    OutlineButton,
    SegmentedControl,
    VerdictButton,
)
from annotator.ui.kit.base import Themed
from annotator.ui.theme import Theme

HEIGHT = 48
TIGHT_BELOW = 960
FACES_FROM, FACES_FROM_ELSEWHERE = 650, 420
TYPE_FROM = 480
PAGE_FROM, HAND_IN_FROM = 420, 250
"""px at 100 %: in a narrower bar menu and keys must do; large type makes any window narrow."""
LEFT_OUT = (
    (860, ("go.back", "go.forward")), (790, ("edit.undo", "edit.redo")), (720, ("edit.find",)),
)  # fmt: skip
"""What goes where the bar is narrower than so many px at 100 %; menu and keys have it, too."""


class TopBar(Themed, QWidget):
    """``page_chosen`` tells whether the whole page is to be shown, ``text_chosen`` whether the text
    of an article that has pages; ``typography_requested`` that the panel of type is wanted, under
    ``type_button``; ``face_chosen`` which face of the window; ``verdict_chosen`` that the verdict
    on the article is wanted, which stands here where pages leave it no place of their own."""

    face_chosen = Signal(str)
    page_chosen = Signal(bool)
    text_chosen = Signal(bool)
    typography_requested = Signal()
    verdict_chosen = Signal()

    def __init__(
        self, theme: Theme, actions: ActionTable, faces: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``faces``: their names; the command of one is ``view.`` and its name."""
        super().__init__(parent)
        self._actions = actions
        self._buttons: dict[str, IconButton] = {}
        self._paged = False
        self.menu_button = IconButton(theme, "menu", _("Menu"))
        self.menu_button.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(actions.main_menu())
        labels = [(name, actions.text(f"view.{name}")) for name in faces]
        self.faces = SegmentedControl(theme, labels, _("Face of the window"))
        self.faces.chosen.connect(self.face_chosen)
        self._title = ElidedLabel(theme, "", "ui", "secondary")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verdict = VerdictButton(theme, _("Verdict on the article"))
        self.verdict.hide()
        self.verdict.clicked.connect(self.verdict_chosen)
        self._judged = False
        self.page = SegmentedControl(
            theme, [("reader", _("Reader")), ("page", _("Whole page"))], _("What is shown")
        )
        self.page.chosen.connect(lambda value: self.page_chosen.emit(value == "page"))
        self.pages = SegmentedControl(
            theme, [("pages", _("Pages")), ("text", _("Text"))], _("What is shown")
        )
        self.pages.chosen.connect(lambda value: self.text_chosen.emit(value == "text"))
        self.type_button = IconButton(theme, "a-large-small", _("Typography"), key="Ctrl+Shift+T")
        self.type_button.clicked.connect(self.typography_requested)
        self._hand_in = OutlineButton(theme, _("Hand in…"), "upload")
        hand_in = actions.action("file.hand_in")
        self._hand_in.clicked.connect(hand_in.trigger)
        hand_in.changed.connect(lambda: self._hand_in.setEnabled(hand_in.isEnabled()))
        self._hand_in.setEnabled(hand_in.isEnabled())
        self._hand_in.setToolTip(hand_in.toolTip())
        self._lay_out(theme)
        self.follow(theme)
        self.set_article("")

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout(self)
        row.addWidget(self.menu_button)
        for command, icon in (
            ("view.left", "panel-left"), ("go.back", "chevron-left"),
            ("go.forward", "chevron-right"),
        ):  # fmt: skip
            row.addWidget(self._button(theme, command, icon))
        row.addWidget(self.faces)
        row.addWidget(self._title, 1)
        row.addWidget(self.verdict)
        row.addStretch(0)  # takes the room of a title that is hidden
        row.addWidget(self.page)
        row.addWidget(self.pages)
        row.addWidget(self.type_button)
        for command, icon in (
            ("edit.find", "search"), ("edit.undo", "undo-2"), ("edit.redo", "redo-2"),
            ("view.cards", "panel-right"),
        ):  # fmt: skip
            row.addWidget(self._button(theme, command, icon))
        row.addWidget(self._hand_in)

    def _button(self, theme: Theme, command: str, icon: str) -> IconButton:
        button = IconButton.of(theme, self._actions.action(command), icon, token="ink")
        button.setProperty("quiet", True)  # a pane that is shown needs no sign that it is
        self._buttons[command] = button
        return button

    def set_article(self, title: str, paged: bool = False) -> None:
        """The open article's title, "" for none, and whether it has pages."""
        self._title.setText(title)
        self._paged = paged
        self._fit()

    def set_verdict(self, name: str = "", tone: str = "") -> None:
        """The verdict on the open article, "" for none."""
        self._judged = bool(name)
        if name:
            self.verdict.set_verdict(name, tone)
        self._fit()

    def show_face(self, name: str) -> None:
        """Show which face is in front."""
        self.faces.set_value(name)
        self._fit()

    def show_paged(self, paged: bool) -> None:
        """Show whether pages are on, or their text."""
        self.pages.set_value("pages" if paged else "text")
        self._fit()

    def show_whole_page(self, whole: bool) -> None:
        """Show which of the two is on."""
        self.page.set_value("page" if whole else "reader")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        reading = self.faces.value() == READ
        self._title.setVisible(reading and self.width() >= self.theme.px(TIGHT_BELOW))
        least = FACES_FROM if reading else FACES_FROM_ELSEWHERE
        self.faces.setVisible(self.width() >= self.theme.px(least))
        room = self.width() >= self.theme.px(TYPE_FROM)
        article = reading and bool(self._title.text())
        set_in_type = not self._paged or self.pages.value() == "text"
        self.type_button.setVisible(room and article and set_in_type)
        self.verdict.setVisible(
            article and self._judged and not set_in_type
            and self.width() >= self.theme.px(TIGHT_BELOW)
        )  # fmt: skip
        wide = self.width() >= self.theme.px(PAGE_FROM)
        self.page.setVisible(article and not self._paged and wide)
        self.pages.setVisible(article and self._paged and wide)
        self._hand_in.setVisible(self.width() >= self.theme.px(HAND_IN_FROM))
        for limit, commands in LEFT_OUT:
            for command in commands:
                self._buttons[command].setVisible(self.width() >= self.theme.px(limit))

    def retheme(self) -> None:
        px = self.theme.px
        self.setFixedHeight(px(HEIGHT))
        self.layout().setContentsMargins(px(12), 0, px(12), 0)
        self.layout().setSpacing(px(4))
        self._fit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("chrome"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.colour("hairline"))
