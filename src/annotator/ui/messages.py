"""What the window has to say, in one bar over the panes: failures with *Try again*, reports,
undo that could not be."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.i18n import _
from annotator.ui.dialogs.result_bar import ResultBar
from annotator.ui.jobs import Job
from annotator.ui.kit import announce
from annotator.ui.theme import Theme

PASSING_MS = 8_000


class Messages(QObject):
    """One message at a time; good news passes. A failure stays until it is answered, or where
    there is nothing to answer, until something else is done."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bar = ResultBar(theme)
        self.bar.acted.connect(self._act)
        self.bar.more_acted.connect(self._copy)
        self._words = ""
        self._until_next = False
        self._action: Callable[[], object] | None = None
        self._work: Job | None = None
        self._passing = QTimer(self, interval=PASSING_MS, singleShot=True)
        self._passing.timeout.connect(self._pass)

    def fail(
        self, sentence: str, retry: Callable[[], object] | None = None, words: str = ""
    ) -> None:
        """Say what went wrong; ``retry`` is offered where trying again may help, and to copy the
        ``words`` that could not be saved."""
        self._say(sentence, "warn", _("Try again") if retry else "", retry, words)
        self._until_next = not (retry or words)

    def inform(
        self,
        sentence: str,
        action: str = "",
        do: Callable[[], object] | None = None,
        passing: bool = True,
    ) -> None:
        """Say what was done; it passes by itself unless told otherwise."""
        self._say(sentence, "info", action, do)
        if passing:
            self._passing.start()

    def move_on(self) -> None:
        """Something else was done: what was refused before is not of this moment any more."""
        if self._until_next:
            self.bar.dismiss()
            self._until_next = False

    def work(self, sentence: str, job: Job) -> None:
        """Say what is being done, how far it is, and offer to stop it."""
        self._say(sentence, "info", _("Stop"), job.cancel)
        job.progressed.connect(
            lambda done, total: self.bar.set_progress(f"{sentence} {done} / {total}")
        )
        self._work = job
        job.ended.connect(lambda: self._done(job))

    def _pass(self) -> None:
        """Put it away, unless the user is just at it: then it waits as long again."""
        focus = QApplication.focusWidget()
        if self.bar.underMouse() or (focus is not None and self.bar.isAncestorOf(focus)):
            self._passing.start()
        else:
            self.bar.dismiss()

    def _done(self, job: Job) -> None:
        if self._work is job:  # nothing else has been said meanwhile
            self.bar.dismiss()

    def _say(
        self, sentence: str, kind: str, action: str, do: Callable[[], object] | None,
        words: str = "",
    ) -> None:  # fmt: skip
        self._passing.stop()
        self._work, self._until_next = None, False
        self._action, self._words = do, words
        self.bar.tell(sentence, kind, action=action, more=_("Copy the text") if words else "")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self.bar.set_more(_("Copied"))
        announce(self.bar, _("Copied"))

    def _act(self) -> None:
        action = self._action
        self.bar.dismiss()
        if action:
            action()
