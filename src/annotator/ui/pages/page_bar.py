"""The line over the pages: where one is, how large they are, what can be drawn on them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotator.i18n import _
from annotator.ui.actions import ActionTable
from annotator.ui.kit import IconButton, Label
from annotator.ui.kit.base import Themed
from annotator.ui.theme import Theme

HEIGHT = 36
ROOM_FOR_ZOOM = 460  # px at 100 %: narrower, the zoom's buttons go; the menu has them, too
_LEFT = (("view.thumbnails", "files"),)
_ZOOM = (("view.zoom_out", "zoom-out"), ("view.zoom_in", "zoom-in"))
_TURN = (("view.turn_right", "rotate-cw"),)
_RIGHT = (
    ("view.fit_width", "move-horizontal"), ("view.fit_page", "maximize"),
    ("view.page_colours", "contrast"), ("mark.area", "square-dashed"),
)  # fmt: skip


class PageBar(Themed, QWidget):
    """``page_entered`` (from 0): a number was typed and Enter pressed; ``left``: Esc."""

    page_entered = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._page, self._actions = 0, actions
        self.number = QLineEdit()
        self.number.setAccessibleName(_("Go to page"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setToolTip(_("Type a page and press Enter"))
        self.number.returnPressed.connect(self._enter)
        self._count = Label(theme, "", "small", "secondary")
        self._zoom = Label(theme, "", "small", "secondary")
        row = QHBoxLayout(self)
        self._add(row, theme, actions, _LEFT)
        row.addStretch(1)
        row.addWidget(self.number)
        row.addWidget(self._count)
        row.addStretch(1)
        self._zoom_buttons = self._add(row, theme, actions, _ZOOM[:1])
        row.addWidget(self._zoom)
        self._zoom_buttons += self._add(row, theme, actions, _ZOOM[1:])
        self._turn_buttons = self._add(row, theme, actions, _TURN)
        self._add(row, theme, actions, _RIGHT)
        for id, _icon in _ZOOM:
            actions.action(id).changed.connect(self._name_zoom)
        self._name_zoom()
        self.follow(theme)

    def _add(
        self, row: QHBoxLayout, theme: Theme, actions: ActionTable, known: tuple
    ) -> list[IconButton]:
        buttons = [IconButton.of(theme, actions.action(id), icon, size=28) for id, icon in known]
        for button in buttons:
            row.addWidget(button)
        return buttons

    def _name_zoom(self) -> None:
        """Their commands are named for text, and name buttons again with every change."""
        names = (_("Zoom out"), _("Zoom in"))
        for button, name, (id, _icon) in zip(self._zoom_buttons, names, _ZOOM, strict=True):
            button.set_name(name, self._actions.key_text(id))

    def set_pages(self, labels: tuple[str, ...]) -> None:
        """Another article: its pages' labels, "" for those that have none of their own."""
        self._labels = labels
        self.number.setValidator(None if any(labels) else QIntValidator(1, 999_999, self))
        self.show_page(0)

    def show_page(self, page: int) -> None:
        """The page in sight, from 0."""
        self._page = page
        if not self.number.hasFocus():
            self.number.setText(self._label(page))
        count = len(self._labels)
        words = _("of {count}").format(count=count)
        if self._label(page) != str(page + 1):
            words = _("({number} of {count})").format(number=page + 1, count=count)
        self._count.setText(words)

    def _label(self, page: int) -> str:
        own = self._labels[page] if page < len(self._labels) else ""
        return own or str(page + 1)

    def show_scale(self, scale: float) -> None:
        """How large pages are: 1 is a point for each 1/72 inch of the screen's 96."""
        self._zoom.setText(f"{round(scale * 75)} %")

    def ask(self) -> None:
        """Put the caret into the page's number."""
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def _enter(self) -> None:
        typed = self.number.text().strip()
        labels = [self._label(page) for page in range(len(self._labels))]
        if typed in labels:
            self.page_entered.emit(labels.index(typed))
        elif typed.isdecimal() and 1 <= int(typed) <= len(labels):
            self.page_entered.emit(int(typed) - 1)
        else:
            self.number.setText(self._label(self._page))
            self.number.selectAll()

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.key() == Qt.Key.Key_Escape:
            self.number.setText(self._label(self._page))
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retheme(self) -> None:
        px = self.theme.px
        self.setFixedHeight(px(HEIGHT))
        self.number.setFont(self.theme.font("small"))
        self.number.setFixedWidth(px(56))
        self.layout().setContentsMargins(px(10), 0, px(10), 0)
        self.layout().setSpacing(px(4))
        self.update()

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        room = self.width() >= self.theme.px(ROOM_FOR_ZOOM)
        for widget in (*self._zoom_buttons, *self._turn_buttons, self._zoom):
            widget.setVisible(room)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("chrome"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.colour("hairline"))
