"""From the start of a process to the first paint of its window."""

import compileall
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tools.bench.corpora import ROOT

FLOOR = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            app.removeEventFilter(self)
            QTimer.singleShot(0, done)
        return False
def done():
    print((time.time_ns() - int(sys.argv[1])) / 1e6)
    app.quit()
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit("Some words to read. " * 50))
window.resize(1440, 900)
watch = Watch()
app.installEventFilter(watch)
window.show()
app.exec()
"""

WINDOW = """
import sys, time
import gc
gc.disable()  # as the program itself does
from annotator.app import make_application, make_window
from PySide6.QtCore import QEvent, QObject, QTimer
from pathlib import Path
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is window.panes:
            app.removeEventFilter(self)
            QTimer.singleShot(0, done)
        return False
def done():
    print((time.time_ns() - int(sys.argv[1])) / 1e6)
    app.quit()
app = make_application([])
from annotator.library import Preferences
window = make_window(app, [sys.argv[2]], Preferences(Path(sys.argv[3])))
watch = Watch()
app.installEventFilter(watch)
window.show()
app.exec()
"""


def once(script: str, *arguments: str) -> float:
    """Milliseconds from just before the process was asked for until its window was painted."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", script, str(time.time_ns()), *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, check=True, cwd=ROOT
    )
    return float(done.stdout.strip().splitlines()[-1])


def measure(library: Path, settings: Path, runs: int = 9) -> dict[str, float]:
    """``start_ms`` and ``start_floor_ms``, taken in turn so that both meet the same machine."""
    compileall.compile_dir(ROOT / "src", quiet=1)  # as pip does for what it installs
    ours: list[float] = []
    floor: list[float] = []
    for _run in range(runs + 1):
        floor.append(once(FLOOR))
        ours.append(once(WINDOW, str(library), str(settings)))
    return {"start_ms": median(ours[1:]), "start_floor_ms": median(floor[1:])}
