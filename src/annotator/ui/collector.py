"""Python's cycle collector, run by the window's thread alone.

Left to itself it runs in whatever thread happens to allocate, and what it lets go of may be a
widget, which only the window's thread may do: a page drawn beside it would take the window down.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
SELDOM = (1, 1, 6)
"""How many times rarer each generation is collected than Python would: the oldest holds all that is
open, and to walk it takes a while."""


class Collector(QObject):
    """Collects about as often as Python would, once it is made; never in another thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        limits = zip(gc.get_count(), gc.get_threshold(), SELDOM, strict=True)
        due = [at for at, (count, least, times) in enumerate(limits) if count > least * times]
        if due:
            gc.collect(max(due))
