"""Widgets are let go of by the window's thread, whatever other threads are doing."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from annotator.ui.collector import Collector


class Knot:
    """Something that only the cycle collector lets go of."""

    def __init__(self) -> None:
        self.self = self


def test_garbage_waits_for_the_window_s_thread(qtbot, qapp) -> None:
    gc.enable()
    owner = QObject()
    collector = Collector(owner)
    thread = []
    weakref.finalize(Knot(), lambda: thread.append(threading.current_thread()))
    worker = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    worker.start()
    worker.join()
    assert not thread
    kept = [[] for _ in range(gc.get_threshold()[0] + 100)]
    collector.collect()
    assert thread == [threading.main_thread()]
    assert kept
    owner.deleteLater()
