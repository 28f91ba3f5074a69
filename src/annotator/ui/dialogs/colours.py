"""What the eight colours mean to their user: "question", "key point"."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.library import Library
from annotator.model.annotation import COLOURS
from annotator.ui.commands import colour_names
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import Label, MessageBar, Themed, paint
from annotator.ui.theme import Theme


class ColoursDialog(Sheet):
    """A field for each colour's name; an empty one gives the colour its own name back. Saved as
    one undo step."""

    def __init__(self, theme: Theme, library: Library, parent: QWidget) -> None:
        super().__init__(theme, _("Names of the colours"), parent, 420)
        self._library = library
        says = _("They are shown where a colour is chosen, and in the legend of what you hand in.")
        self.body.addWidget(Label(theme, says, "ui", "secondary", wrap=True))
        self.fields = self._make_fields(library.colour_names())
        self._before = self.values()
        self.body.addStretch(1)
        self._trouble = MessageBar(theme)
        self._trouble.acted.connect(self._save)
        self.foot.addWidget(self._trouble)
        cancel = self.add_button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = self.add_button(_("Save"), default=True)
        self.save.clicked.connect(self._save)
        self.fields[COLOURS[0]].setFocus()

    def _make_fields(self, names: dict[str, str]) -> dict[str, QLineEdit]:
        grid = QGridLayout()
        grid.setContentsMargins(0, self.theme.px(4), 0, 0)
        grid.setHorizontalSpacing(self.theme.px(12))
        grid.setVerticalSpacing(self.theme.px(8))
        fields = {}
        for row, (colour, own) in enumerate(colour_names().items()):
            field = QLineEdit("" if names[colour] == colour else names[colour])
            field.setPlaceholderText(own)
            field.setAccessibleName(_("Name of {colour}").format(colour=own.lower()))
            grid.addWidget(Swatch(self.theme, colour, row + 1), row, 0)
            grid.addWidget(field, row, 1)
            fields[colour] = field
        self.body.addLayout(grid)
        return fields

    def values(self) -> dict[str, str]:
        """What stands in the fields, by colour."""
        return {colour: " ".join(f.text().split()) for colour, f in self.fields.items()}

    def _save(self) -> None:
        changed = {c: name for c, name in self.values().items() if name != self._before[c]}
        try:
            with self._library.batch(_("names of colours")):
                for colour, name in changed.items():
                    self._library.set_colour_name(colour, name)
        except UserFacingError as error:
            self._trouble.tell(str(error), "warn", action=_("Try again"))
            self.grow()
            return
        self.accept()


class Swatch(Themed, QWidget):
    """A mark's colour with its digit, as on the bar."""

    def __init__(self, theme: Theme, colour: str, digit: int) -> None:
        super().__init__()
        self._colour, self._digit = colour, str(digit)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(26), self.theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, place = QPainter(self), self.theme, QRectF(self.rect())
        edge = theme.colour("control")
        paint.rounded(painter, place, theme.px(7), theme.mark(self._colour), edge)
        painter.setFont(theme.font("badge"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._digit)
