"""An article out of the clipboard."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.library import Library
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import Label
from annotator.ui.theme import Theme

PREVIEW = 2_000
"""Characters of the clipboard's text that are shown."""


class PasteDialog(Sheet):
    """Shows what the clipboard holds and asks where it stood. ``pasted`` carries the article's
    id."""

    pasted = Signal(str)

    def __init__(self, theme: Theme, library: Library, parent: QWidget) -> None:
        super().__init__(theme, _("Paste as article"), parent, 560)
        self._library = library
        data = QGuiApplication.clipboard().mimeData() or QMimeData()
        self._html = data.html() if data.hasHtml() else None
        self._text = data.text() if data.hasText() else None
        shown = (self._text or "").strip()
        self._preview = QPlainTextEdit(shown[:PREVIEW])
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setAccessibleName(_("What the clipboard holds"))
        self.url = QLineEdit(placeholderText="https://…")
        self.url.setAccessibleName(_("URL"))
        self._trouble = Label(theme, "", "small", "bad", wrap=True)
        self._trouble.hide()
        self._lay_out(theme, bool(shown))

    def _lay_out(self, theme: Theme, anything: bool) -> None:
        kind = _("A formatted page") if self._html else _("Plain text")
        says = kind if anything else _("The clipboard holds no text; copy an article’s text first.")
        self.body.addWidget(Label(theme, says, "ui", "secondary", wrap=True))
        self.body.addWidget(self._preview, 1)
        self.body.addWidget(Label(theme, _("URL, if you know it"), "small", "secondary"))
        self.body.addWidget(self.url)
        self.body.addWidget(self._trouble)
        self._preview.setVisible(anything)
        cancel = self.add_button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        add = self.add_button(_("Add"), default=True)
        add.setEnabled(anything)
        add.clicked.connect(self._add)
        self.url.setFocus()

    def _add(self) -> None:
        try:
            article = self._library.paste(self._html, self._text, self.url.text().strip())
        except UserFacingError as error:
            self._trouble.setText(str(error))
            self._trouble.show()
            return
        self.accept()
        self.pasted.emit(article.id)
