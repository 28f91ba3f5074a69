"""The window's program: builds the services and hands them over."""

import gc
import os
import sys
from pathlib import Path

# The core before Qt: PySide6 reads the source of every module that is imported after it.
from annotator import __version__
from annotator.i18n import _
from annotator.library import Preferences, default_library
from annotator.library.arguments import sort_arguments

# isort: split
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.ui.theme import Theme
from annotator.ui.window import MainWindow


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication, named."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("Annotator")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("annotator")
    return app


def make_window(
    app: QApplication, arguments: list[str], preferences: Preferences | None = None
) -> MainWindow:
    """The window with its library open and the files among the arguments on their way in."""
    preferences = preferences or Preferences()
    theme = Theme(preferences.get("scheme", "system"), preferences.get("interface_scale", 1.0))
    theme.apply(app)
    window = MainWindow(theme, preferences)
    chosen, files = sort_arguments(arguments)
    _open_library(window, preferences, chosen)
    if files:
        window.add_files(files)
    return window


def _open_library(window: MainWindow, preferences: Preferences, chosen: Path | None) -> None:
    """The library asked for, else the last one, else the one in the documents folder."""
    last = preferences.get("library")
    candidates = [chosen] if chosen else [Path(last)] if last and _is_there(last) else []
    for path in (*candidates, default_library()):
        if window.desk.open_library(path, create=True):
            return


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:  # a folder that is no longer ours to look into
        return False


def run(arguments: list[str]) -> int:
    """Open the window; the exit status."""
    if not has_display(arguments):
        sys.stderr.write(_("There is no display to open a window on: DISPLAY is not set.") + "\n")
        return 1
    gc.disable()  # until the window stands: what is loaded and made now stays
    app = make_application(arguments)
    window = make_window(app, arguments)
    window.watch_for_crashes(app)
    window.show()
    QTimer.singleShot(0, lambda: _collect_again(window))
    return app.exec()


def has_display(arguments: list[str]) -> bool:
    """Whether Qt will find one. Where there is none it aborts, and blames a library."""
    if sys.platform != "linux" or "-platform" in arguments:
        return True
    said = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(map(os.environ.get, said)) or os.environ.get("XDG_SESSION_TYPE") == "wayland"


def _collect_again(window: MainWindow) -> None:
    from annotator.ui.collector import Collector

    gc.freeze()
    Collector(window)
