"""Handing in: what goes out, how, where to, and a look at it before."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QWidget

from annotator.i18n import _, ngettext
from annotator.library import Library, Preferences
from annotator.ui.dialogs.hand_in_form import HandInForm
from annotator.ui.dialogs.hand_in_locks import Locks
from annotator.ui.dialogs.hand_in_preview import Preview
from annotator.ui.dialogs.hand_in_request import SUFFIXES, Request
from annotator.ui.dialogs.open_link import Opener
from annotator.ui.dialogs.result_bar import ResultBar
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.jobs import Job, Jobs
from annotator.ui.kit import ProgressLine, SegmentedControl
from annotator.ui.theme import Theme

PREVIEW_DELAY_MS = 400
WIDE = 760
"""From this width on (px at 100 %) the choices and the preview stand side by side."""


class HandInDialog(Sheet):
    """Form on the left, preview on the right, and what became of it below; where there is little
    room, one of the two at a time. ``collection``: the one that is shown, if any; it is offered
    first, unless the open article is none of it. ``unlocked`` carries the id of an article whose
    password was given here; ``checklist_wanted`` one whose open lines are to be seen, None for
    those of the whole library."""

    unlocked = Signal(str)
    checklist_wanted = Signal(object)

    def __init__(
        self, theme: Theme, library: Library, article_id: str, preferences: Preferences,
        jobs: Jobs, parent: QWidget, open_url: Opener = QDesktopServices.openUrl,
        *, collection: str = "",
    ) -> None:  # fmt: skip
        super().__init__(theme, _("Hand in"), parent, 980)
        self._jobs, self._open_url = jobs, open_url
        self._job: Job | None = None
        self._written: list[Path] = []
        self._agreed: Request | None = None
        self.form = HandInForm(theme, library, article_id, preferences, collection)
        self.preview = Preview(theme, jobs)
        self.locks = Locks(theme, library, self._place_over_message, self)
        self._was_sent = False
        self.message = ResultBar(theme)
        self._delay = QTimer(self, singleShot=True, interval=PREVIEW_DELAY_MS)
        self._delay.timeout.connect(self._show_preview)
        self._lay_out(theme)
        self._connect()
        self._delay.start(0)

    def _lay_out(self, theme: Theme) -> None:
        sides = [("form", _("Choices")), ("preview", _("Preview"))]
        self.side = SegmentedControl(theme, sides, _("What is shown"))
        self.body.addWidget(self.side, 0, Qt.AlignmentFlag.AlignLeft)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(20))
        columns.addWidget(self.form)
        columns.addWidget(self.preview, 1)
        self.body.addLayout(columns, 1)
        self.progress = ProgressLine(theme, name=_("Progress"))
        self.progress.hide()
        self.foot.addWidget(self.progress)
        self.foot.addWidget(self.message)
        self.cancel = self.add_button(_("Cancel"))
        self.send = self.add_button(_("Hand in"), default=True)
        self._arrange(self.sizeHint().width())
        self.form.scope.setFocus()

    def _place_over_message(self, bar: QWidget) -> None:
        self.foot.insertWidget(self.foot.indexOf(self.message), bar)

    def _connect(self) -> None:
        self.form.changed.connect(self._changed)
        self.form.moved.connect(self._forget)
        self.form.failed.connect(lambda sentence: self._tell(sentence, "warn"))
        self.form.open_lines.wanted.connect(self._show_checklist)
        self.preview.failed.connect(self._no_preview)
        self.preview.made.connect(self._look_at)
        self.locks.failed.connect(self._still_locked)
        self.locks.unlocked.connect(self._unlocked)
        self.side.chosen.connect(lambda _side: self._arrange(self.width()))
        self.cancel.clicked.connect(self._cancel)
        self.send.clicked.connect(self._send)
        self.message.acted.connect(self._answer)
        self.message.more_acted.connect(self._open_folder)
        actions = QAbstractSlider.SliderAction
        for key, action in (
            ("PgUp", actions.SliderPageStepSub), ("PgDown", actions.SliderPageStepAdd),
        ):  # fmt: skip
            QShortcut(QKeySequence(key), self, lambda action=action: self._leaf(action))

    # Room

    def _arrange(self, width: int) -> None:
        wide = width >= self.theme.px(WIDE)
        self.side.setVisible(not wide)
        self.form.set_column(self.theme.px(350) if wide else None)
        self.form.setVisible(wide or self.side.value() == "form")
        self.preview.setVisible(wide or self.side.value() == "preview")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().isValid():  # before, it has not got its size yet
            self._arrange(event.size().width())

    # Preview

    def _changed(self) -> None:
        self._forget()
        self._delay.start()
        self.grow()

    def _forget(self) -> None:
        """What was said and agreed on before is about something else now."""
        self.message.dismiss()
        self.locks.passwords.withdraw()
        self._written, self._agreed, self._was_sent = [], None, False

    def _show_preview(self) -> None:
        self.preview.show_request(self.form.request())

    def _leaf(self, action: QAbstractSlider.SliderAction) -> None:
        """Go through the preview from wherever the keyboard is."""
        self.preview.front.verticalScrollBar().triggerAction(action)

    def _no_preview(self, sentence: str) -> None:
        if self._job is not None or self.message.text():  # how the export ended matters more
            return
        if not self._ask_for_password():
            self._tell(sentence, "warn")

    def _look_at(self, file: Path) -> None:
        """Say what the ClaimReview lacks."""
        if file.suffix == SUFFIXES["claimreview"]:
            from annotator.ui.dialogs.hand_in_lacks import lacking

            self.form.review.tell(lacking(file))
            self.grow()

    def _show_checklist(self, article: str | None) -> None:
        self.reject()
        self.checklist_wanted.emit(article)

    # Locked PDFs

    def _ask_for_password(self) -> bool:
        asks = self.locks.ask(self.form.request())
        self.grow()
        return asks

    def _unlocked(self, article_id: str) -> None:
        """Go on with what it was needed for."""
        self.unlocked.emit(article_id)
        self._show_preview()
        if self._was_sent:
            self._send()

    def _still_locked(self, sentence: str) -> None:
        self._was_sent = False
        self._tell(sentence, "warn")

    # Out

    def _tell(self, text: str, kind: str = "info", **rest: str) -> None:
        self.message.tell(text, kind, **rest)
        self.grow()

    def _send(self) -> None:
        request = self.form.request()
        there = request.in_the_way(self.form.titles())
        if not request.articles:
            self._tell(_("Choose at least one article."), "warn")
        elif request.path is None:
            self._tell(_("Say where it shall go."), "warn")
            self.form.place.setFocus()
        elif request.format == "claimreview" and self.form.review.is_lacking:
            self._tell(_("Fill in what the ClaimReview lacks, or choose to write it incomplete."),
                       "warn")  # fmt: skip
            self.form.review.enter()
        elif there and self._agreed != request:
            self._ask_to_replace(request, there)
        else:
            self._start(request)

    def _ask_to_replace(self, request: Request, there: list[Path]) -> None:
        self._agreed = request
        text = _("{name} is there already.").format(name=there[0].name)
        if len(there) > 1:
            text = ngettext(
                "{n} file is there already.", "{n} files are there already.", len(there)
            ).format(n=len(there))
        self._tell(text, "warn", action=_("Replace"))
        self.message.focus_action()

    def _start(self, request: Request) -> None:
        self.form.keep()
        self._was_sent = False
        self._set_busy(True)
        self.message.tell(_("Writing…"), closable=False)
        self.grow()
        job = self._job = self._jobs.start(request.arguments(), request.folder, request.told)
        job.progressed.connect(self._progressed)
        job.finished.connect(lambda lines: self._done(lines, job.notices))
        job.failed.connect(self._failed)
        job.cancelled.connect(self._stopped)

    def _set_busy(self, busy: bool) -> None:
        self.form.setEnabled(not busy)
        self.send.setEnabled(not busy)
        self.progress.set_share(0)
        self.progress.setVisible(busy)
        self.cancel.setText(_("Stop") if busy else _("Cancel"))
        if busy:
            self.cancel.setFocus()

    def _progressed(self, done: int, total: int) -> None:
        share = done / max(1, total)
        self.progress.set_share(share)
        self.message.set_progress(_("Writing… {percent} %").format(percent=round(100 * share)))

    def _end(self) -> None:
        self._job = self._agreed = None
        self._set_busy(False)

    def _done(self, lines: list[str], notices: list[str]) -> None:
        self._end()
        self._written = [Path(line) for line in lines]
        self.cancel.setText(_("Close"))
        several = len(lines) > 1
        text = _("Saved as {name}.").format(name=self._written[0].name)
        if several:
            text = _("Saved {n} files in {folder}.").format(
                n=len(lines), folder=self._written[0].parent.name
            )
        opens = {} if several else {"action": _("Open")}
        look = {"kind": "warn"} if notices else {"icon": "check"}
        self._tell(" ".join([text, *notices]), more=_("Open folder"), **look, **opens)

    def _failed(self, sentence: str) -> None:
        self._end()
        if self._ask_for_password():
            self._was_sent = True
            self.message.dismiss()
        else:
            self._tell(sentence, "error")

    def _stopped(self) -> None:
        self._end()
        self._tell(_("Stopped; nothing was written."))

    def _answer(self) -> None:
        """The message's action: replace what is there, or open what was written."""
        if self._written:
            self._open(self._written[0])
        elif self._agreed is not None:
            self._send()

    def _open_folder(self) -> None:
        self._open(self._written[0].parent)

    def _open(self, path: Path) -> None:
        if not self._open_url(QUrl.fromLocalFile(str(path))):
            self._tell(_("It could not be opened; it lies in {path}.").format(path=path), "warn")

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            self.reject()

    def reject(self) -> None:
        """Esc stops an export first, and closes then."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Closing stops what still runs."""
        self._delay.stop()
        self.form.counter.stop()
        self.form.open_lines.stop()
        self.preview.stop()
        super().done(result)
