"""A fault of ours: said plainly, with everything a report needs ready to copy."""

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

import PySide6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from shiboken6 import isValid

from annotator import __version__
from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.ui.dialogs.sheet import Sheet, fixed_font
from annotator.ui.kit import Label, announce
from annotator.ui.theme import Theme

SHOWN = 20
"""Faults that are put on record in one run; a fault in painting would come sixty times a second."""


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Version, machine and traceback as text."""
    head = (
        f"Annotator {__version__}, Python {platform.python_version()}, "
        f"Qt {PySide6.__version__}, {platform.platform()}"
    )
    return head + "\n\n" + "".join(traceback.format_exception(kind, error, trace))


class CrashDialog(Sheet):
    """The report, and a button that copies it. More faults are added while it is open."""

    def __init__(self, theme: Theme, details: str, parent: QWidget) -> None:
        super().__init__(theme, _("Something went wrong in Annotator"), parent, 640)
        says = _(
            "This is a fault of the program, not yours. What you did before is saved, and you can "
            "go on. The details help to mend it; look them over before you pass them on, for they "
            "may quote what you were working on."
        )
        self.body.addWidget(Label(theme, says, "ui", "secondary", wrap=True))
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(_("Details"))
        self.details.setFont(fixed_font(theme))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setMinimumHeight(theme.px(200))
        self.body.addWidget(self.details, 1)
        self.copy = self.add_button(_("Copy"))
        self.copy.clicked.connect(self._copy)
        close = self.add_button(_("Close"), default=True)
        close.clicked.connect(self.accept)
        self.copy.setFocus()

    def add(self, details: str) -> None:
        """Another fault's report."""
        self.details.appendPlainText("\n" + details)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText(_("Copied"))
        announce(self, _("Copied"))


def install(app: QApplication, window: QWidget, show_message: Callable[[str], object]) -> None:
    """Take over what nobody caught: what is the world's fault is said by ``show_message``, what is
    ours is reported. The console gets ours in any case."""
    faults = _Faults(app, window)

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, UserFacingError):
            show_message(str(error))
            return
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            faults.take(report(kind, error, trace))

    sys.excepthook = caught


class _Faults:
    """Shows each fault once, all in one dialog."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        self._app, self._window = app, window
        self._known: set[str] = set()
        self._dialog: CrashDialog | None = None

    def take(self, details: str) -> None:
        """Show a report, unless it was shown before or nothing can be shown any more."""
        if details in self._known or len(self._known) >= SHOWN or not isValid(self._window):
            return
        self._known.add(details)
        # Later: the fault may come out of painting, where no window may be made.
        QTimer.singleShot(0, self._window, lambda: self._show(details))

    def _show(self, details: str) -> None:
        if self._app.closingDown():
            return
        if self._dialog is not None and isValid(self._dialog) and self._dialog.isVisible():
            self._dialog.add(details)
            return
        self._dialog = CrashDialog(self._window.theme, details, self._window)
        self._dialog.open()
