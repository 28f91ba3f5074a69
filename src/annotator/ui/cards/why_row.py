"""One line that says why: asked for beside a verdict that is another one."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.kit import Label, Themed
from annotator.ui.theme import Theme


class WhyRow(Themed, QWidget):
    """Hidden until it is asked for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = Label(theme, "", "small", "middling", wrap=True)
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Why, in one line"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self.line)
        self.hide()
        self.follow(theme)

    def text(self) -> str:
        """What was said."""
        return self.line.text().strip()

    def ask(self, wanted: bool, before: str, now: str) -> bool:
        """Ask why ``before`` (a verdict, "" for none) becomes ``now``, or hide; whether that
        changed anything."""
        words = _("Why “{before}” becomes “{now}”, in one line").format(before=before, now=now)
        if not before:
            words = _("Why it is set aside, in one line")
        changed = wanted == self.isHidden() or (wanted and words != self._title.text())
        if wanted:
            self._title.setText(words)
        elif not self.isHidden():
            self.line.clear()
        self.setVisible(wanted)
        return changed

    def retheme(self) -> None:
        self._column.setContentsMargins(0, self.theme.px(6), 0, 0)
        self._column.setSpacing(self.theme.px(4))
