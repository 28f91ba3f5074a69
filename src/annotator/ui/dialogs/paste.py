"""An article out of the clipboard."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from annotator.errors import InvalidValue, UserFacingError
from annotator.i18n import _, ngettext
from annotator.library import Library
from annotator.model.links import normalise_link
from annotator.ui.dialogs.field import Field
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import Label, MessageBar
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
        self._message = MessageBar(theme)
        self._lay_out()

    def _lay_out(self) -> None:
        theme, anything = self.theme, bool(self._html or (self._text or "").strip())
        self.says = Label(theme, self._what(), "ui", "secondary", wrap=True)
        self.body.addWidget(self.says)
        if (self._text or "").strip():
            self.body.addWidget(self._make_preview(), 1)
        self.url = QLineEdit()
        self.address = Field(theme, _("URL, if you know it"), self.url, "https://…")
        self.address.setVisible(anything)
        self.body.addWidget(self.address)
        self.foot.addWidget(self._message)
        cancel = self.add_button(_("Cancel") if anything else _("Close"), default=not anything)
        cancel.clicked.connect(self.reject)
        self.add = self.add_button(_("Add"), default=anything)
        self.add.setVisible(anything)
        self.add.clicked.connect(self._add)
        (self.url if anything else cancel).setFocus()

    def _what(self) -> str:
        """The format, and how much it is."""
        text = (self._text or "").strip()
        if not text:
            if self._html:
                return _("A formatted page; its text will be shown when it is added.")
            return _("The clipboard holds no text. Copy an article’s text, then come back here.")
        count = len(text.split())
        words = ngettext("{n} word", "{n} words", count).format(n=f"{count:,}")
        kind = _("A formatted page") if self._html else _("Plain text")
        return f"{kind} · {words}"

    def _make_preview(self) -> QPlainTextEdit:
        text = (self._text or "").strip()
        self.preview = QPlainTextEdit(text[:PREVIEW] + (" …" if len(text) > PREVIEW else ""))
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(_("What the clipboard holds"))
        self.preview.setFont(self.theme.font("serif"))
        self.preview.setMinimumHeight(self.theme.px(150))
        return self.preview

    def _add(self) -> None:
        link = self.url.text().strip()
        try:
            link = normalise_link(link) if link else ""
        except InvalidValue as error:
            self.address.complain(str(error))
            self.address.speak()
            self.grow()
            return
        try:
            article = self._library.paste(self._html, self._text, link)
        except UserFacingError as error:
            self._message.tell(str(error), "warn", closable=False)
            self.grow()
            return
        self.accept()
        self.pasted.emit(article.id)
