"""Where a link leads, before anything is opened."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.model.links import normalise_link
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import Label, MessageBar
from annotator.ui.theme import Theme

Opener = Callable[[QUrl], bool]


class OpenLinkDialog(Sheet):
    """Shows host and whole address and asks. Only http, https, mailto and DOIs can be opened;
    anything else can be copied."""

    def __init__(
        self, theme: Theme, link: str, parent: QWidget, open_url: Opener = QDesktopServices.openUrl
    ) -> None:
        super().__init__(theme, _("Open this link?"), parent, 460)
        self._open_url = open_url
        try:
            self.address, trouble = normalise_link(link), ""
        except InvalidValue as error:
            self.address, trouble = link.strip(), str(error)
        self._message = MessageBar(theme)
        self._show(theme, trouble)
        self.foot.addWidget(self._message)
        self.copy = self.add_button(_("Copy link"))
        self.copy.clicked.connect(self._copy)
        cancel = self.add_button(_("Close") if trouble else _("Cancel"), default=bool(trouble))
        cancel.clicked.connect(self.reject)
        self.open_button = self.add_button(_("Open"), default=not trouble)
        self.open_button.setVisible(not trouble)
        self.open_button.clicked.connect(self._open)
        (cancel if trouble else self.open_button).setFocus()

    def _show(self, theme: Theme, trouble: str) -> None:
        if trouble:
            self._message.tell(trouble, "warn", closable=False)
        else:
            self.body.addWidget(Label(theme, where(self.address), "strong", wrap=True))
        # Zero-width spaces let a long address break anywhere; it is copied without them.
        broken = "\u200b".join(self.address) if len(self.address) > 50 else self.address
        whole = Label(theme, broken, "ui", "secondary", wrap=True)
        whole.setAccessibleName(self.address)
        self.body.addWidget(whole)
        self.body.addStretch(1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address)
        self._message.tell(_("Link copied."), icon="check")
        self.grow()

    def _open(self) -> None:
        if self._open_url(QUrl(self.address)):
            self.accept()
            return
        self._message.tell(_("No browser could be opened; copy the link instead."), "warn")
        self.grow()


def where(address: str) -> str:
    """Who answers at the address. A name with foreign letters is shown as computers write it
    too, since letters of two scripts may look alike."""
    url = QUrl(address)
    if url.scheme() == "mailto":
        return _("Write to {mailbox} in your mail program").format(mailbox=url.path())
    shown, plain = url.host(), url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    host = shown if shown == plain else f"{shown} ({plain})"
    if url.scheme() == "http":
        return _("{host}, in your browser, not encrypted").format(host=host)
    return _("{host}, in your browser").format(host=host)
