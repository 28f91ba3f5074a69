"""From the start of a process to the first paint of its window.

The clock starts in the parent, before it asks for the process. It stops when the watched widget
has handled its first paint event and the event loop came round once more, so that what was painted
has been put on the screen. Watched are, in ours, the list of articles, whose 1,000 articles must
be there by then; in the other, the text edit.
"""

import compileall
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tools.bench.corpora import ROOT, copied

_WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    def __init__(self, widget):
        super().__init__()
        self.widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.widget.removeEventFilter(self)
            QTimer.singleShot(0, done)
        return False

def done():
    print((time.time_ns() - int(sys.argv[1])) / 1e6, {check})
    app.exit()  # quit() would close the window, which keeps the size this screen leaves it
"""

FLOOR = (
    _WATCH.format(check=1)
    + """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
app = QApplication([])
window = QMainWindow()
edit = QTextEdit("Some words to read. " * 50)
window.setCentralWidget(edit)
window.resize(1440, 900)
watch = Watch(edit.viewport())
window.show()
app.exec()
"""
)

WINDOW = (
    """
import gc
gc.disable()  # as the program itself does until its window stands
from annotator.app import make_application, make_window  # first, as the program does
"""
    + _WATCH.format(check="window.left.model.rowCount()")
    + """
from pathlib import Path
from annotator.library import Preferences
app = make_application([])
window = make_window(app, [sys.argv[2]], Preferences(Path(sys.argv[3])))
watch = Watch(window.left.articles.viewport())
window.show()
app.exec()
"""
)


def once(script: str, *arguments: str) -> float:
    """Milliseconds from just before the process was asked for until its window was painted."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", script, str(time.time_ns()), *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, check=True, cwd=ROOT, timeout=60
    )
    took, rows = done.stdout.split()
    if int(rows) == 0:
        raise RuntimeError("the window was painted before its list of articles was there")
    return float(took)


def measure(library: Path, runs: int = 9) -> dict[str, float]:
    """``start_ms`` and ``start_floor_ms``, taken in turn so that both meet the same machine. A
    first pair, which reads the files from the disk, does not count."""
    compileall.compile_dir(ROOT / "src", quiet=1)  # as pip does for what it installs
    ours: list[float] = []
    floor: list[float] = []
    with copied(library) as copy:
        for _run in range(runs + 1):
            floor.append(once(FLOOR))
            ours.append(once(WINDOW, str(copy), str(copy.with_name("settings.json"))))
    return {"start_ms": median(ours[1:]), "start_floor_ms": median(floor[1:])}
