"""Handing in: what goes out, how, where to, and a look at it before."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from annotator.i18n import _
from annotator.library import Library, Preferences
from annotator.ui.dialogs.hand_in_form import HandInForm
from annotator.ui.dialogs.hand_in_preview import Preview
from annotator.ui.dialogs.hand_in_request import Request
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.jobs import Job, Jobs
from annotator.ui.kit import MessageBar
from annotator.ui.theme import Theme

PREVIEW_DELAY_MS = 500


class HandInDialog(Sheet):
    """Form on the left, preview on the right, and what became of it below."""

    def __init__(
        self, theme: Theme, library: Library, article_id: str, preferences: Preferences,
        jobs: Jobs, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(theme, _("Hand in"), parent, 980)
        self._library, self._preferences, self._jobs = library, preferences, jobs
        self._job: Job | None = None
        self._written: list[Path] = []
        self._replace: Path | None = None
        self.form = HandInForm(theme, library, article_id, preferences)
        self.preview = Preview(theme, jobs)
        self.message = MessageBar(theme)
        self._delay = QTimer(self, singleShot=True, interval=PREVIEW_DELAY_MS)
        self._delay.timeout.connect(self._show_preview)
        self._lay_out(theme)
        self._connect()
        self._delay.start(0)

    def _lay_out(self, theme: Theme) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(20))
        columns.addWidget(self.form, 0)
        columns.addWidget(self.preview, 1)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self.message)
        self.cancel = self.add_button(_("Cancel"))
        self.send = self.add_button(_("Hand in"), default=True)
        self.setMinimumHeight(min(theme.px(700), self.parentWidget().window().height() - 60))

    def _connect(self) -> None:
        self.form.changed.connect(self._changed)
        self.form.browse_requested.connect(self._browse)
        self.cancel.clicked.connect(self._cancel)
        self.send.clicked.connect(self._send)
        self.message.acted.connect(self._answer)

    # Preview

    def _changed(self) -> None:
        self.message.dismiss()
        self._written = []
        self._delay.start()

    def _show_preview(self) -> None:
        self.preview.show_request(self.form.request())

    # Out

    def _browse(self) -> None:
        request = self.form.request()
        if request.to_folder:
            chosen = QFileDialog.getExistingDirectory(self, _("Hand in to"), str(request.path))
        else:
            chosen, _filter = QFileDialog.getSaveFileName(
                self, _("Hand in as"), str(request.path),
                options=QFileDialog.Option.DontConfirmOverwrite,
            )  # fmt: skip
        if chosen:
            self.form.set_path(Path(chosen))

    def _send(self) -> None:
        request = self.form.request()
        if not request.articles:
            self.message.tell(_("Choose at least one article."), "warn")
        elif request.path.is_file() and not self._asked(request):
            self._replace = request.path
            self.message.tell(
                _("{name} is there already.").format(name=request.path.name), "warn",
                action=_("Replace"),
            )  # fmt: skip
        else:
            self._start(request)

    def _asked(self, request: Request) -> bool:
        return self._replace == request.path

    def _start(self, request: Request) -> None:
        self.form.keep()
        self.send.setEnabled(False)
        self.message.tell(_("Writing…"), closable=False)
        self._job = self._jobs.start(request.arguments())
        self._job.progressed.connect(self._progressed)
        self._job.finished.connect(self._done)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._stopped)

    def _progressed(self, done: int, total: int) -> None:
        self.message.set_progress(_("Writing… {done} of {total}").format(done=done, total=total))

    def _done(self, lines: list[str]) -> None:
        self._job = None
        self._written = [Path(line) for line in lines]
        self.send.setEnabled(True)
        self.cancel.setText(_("Close"))
        name = self._written[0].name if len(self._written) == 1 else self.form.request().path.name
        self.message.tell(_("Saved as {name}.").format(name=name), icon="check",
                          action=_("Open"))  # fmt: skip

    def _failed(self, sentence: str) -> None:
        self._job = None
        self.send.setEnabled(True)
        self.message.tell(sentence, "error")

    def _stopped(self) -> None:
        self._failed(_("Stopped; nothing was written."))

    def _answer(self) -> None:
        """The message's action: replace what is there, or open what was written."""
        if self._written:
            target = self._written[0] if len(self._written) == 1 else self._written[0].parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
        elif self._replace is not None:
            self._start(self.form.request())

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            self.reject()

    def done(self, result: int) -> None:
        """Closing stops what still runs."""
        if self._job is not None:
            self._job.stop()
        self._delay.stop()
        self.preview.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.done(0)
        super().closeEvent(event)
