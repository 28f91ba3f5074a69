"""A fault of ours: said plainly, with everything a report needs ready to copy."""

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from annotator import __version__
from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import Label
from annotator.ui.theme import Theme


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Version, machine and traceback as text."""
    head = (
        f"Annotator {__version__}, Python {platform.python_version()}, "
        f"Qt {PySide6.__version__}, {platform.platform()}"
    )
    return head + "\n\n" + "".join(traceback.format_exception(kind, error, trace))


class CrashDialog(Sheet):
    """The report, and a button that copies it."""

    def __init__(self, theme: Theme, details: str, parent: QWidget) -> None:
        super().__init__(theme, _("Something went wrong in Annotator"), parent, 640)
        says = _(
            "This is a fault of the program, not yours. Everything you did before is saved. "
            "The details below help to mend it; they hold no text of your articles."
        )
        self.body.addWidget(Label(theme, says, "ui", "secondary", wrap=True))
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(_("Details"))
        self.details.setMinimumHeight(theme.px(220))
        self.body.addWidget(self.details, 1)
        copy = self.add_button(_("Copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        close = self.add_button(_("Close"), default=True)
        close.clicked.connect(self.accept)


def install(app: QApplication, window: QWidget, say: Callable[[str], object]) -> None:
    """Take over what nobody caught: the world's faults are said, ours are reported."""

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, UserFacingError):
            say(str(error))
            return
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt) and not app.closingDown():
            CrashDialog(window.theme, report(kind, error, trace), window).open()

    sys.excepthook = caught
