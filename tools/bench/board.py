"""How long the board of claims takes to come; a process of its own for each measurement.

python -m tools.bench.board LIBRARY SETTINGS        → board_open_ms

From the command to the first paint of the claims, the board being made for it. Printed as JSON.
"""

import json
import sys
import time
from pathlib import Path

from annotator.app import make_application, make_window
from annotator.library import Preferences
from tools.bench.window import Bench, Painted


def opening(bench: Bench) -> float:
    """Milliseconds until the claims were painted for the first time."""
    window = bench.window
    start = time.perf_counter()
    window.actions_.run("view.claims")
    table = window.faces.face("claims").board.table
    painted = Painted(table.viewport())
    while not painted.has(table.viewport()):
        bench.app.processEvents()
    bench.app.sendPostedEvents()  # puts on the screen what was painted
    took = (time.perf_counter() - start) * 1000
    if table.claims.rowCount() == 0:
        raise RuntimeError("the board was painted before its claims were there")
    return took


def main() -> None:
    """Measure once and print it as JSON."""
    library, settings = sys.argv[1:3]
    app = make_application([])
    window = make_window(app, [library], Preferences(Path(settings)))
    window.resize(1440, 900)
    window.show()
    bench = Bench(app, window)
    bench.rest()
    print(json.dumps({"board_open_ms": opening(bench)}))
    window.close()
    bench.rest(50)


if __name__ == "__main__":
    main()
