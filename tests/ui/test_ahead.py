"""What the board needs is there before its key is pressed."""

import subprocess
import sys

SHOWN = """
import sys, time
from pathlib import Path
from annotator.app import make_application, make_window
from annotator.library import Preferences

folder = Path(sys.argv[1])
app = make_application([])
window = make_window(app, [str(folder / "new.annotator")], Preferences(folder / "settings.json"))
window.show()
app.processEvents()
begun = "annotator.ui.board.face" in sys.modules
end = time.monotonic() + 20
while "annotator.ui.board.face" not in sys.modules and time.monotonic() < end:
    app.processEvents()
before = set(sys.modules)
window.actions_.run("view.claims")
late = [name for name in set(sys.modules) - before if name.startswith("annotator.")]
print(begun, window.faces.current, sorted(late))
window.close()
app.processEvents()
"""


def test_a_resting_window_has_loaded_the_board(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHOWN, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False claims []"
