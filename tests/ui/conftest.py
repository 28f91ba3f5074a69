"""Fixtures for the window's tests: no display needed, nothing left behind."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.ui.theme import Theme


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns of what it does not do; that is no fault of the window's."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A light theme at 100 %, in force."""
    theme = Theme("light", 1.0)
    theme.apply(qapp)
    yield theme
    theme.deleteLater()


@pytest.fixture(autouse=True, scope="session")
def no_copy_left(qapp: QApplication) -> Iterator[None]:
    """What Python copied must not outlive it: without a display the clipboard frees its data when
    the process ends, and calls back into an interpreter that is gone."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def no_widgets_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves windows behind once its own names are gone. Garbage is collected
    here alone, as in the program by its window's thread: widgets die in no other."""
    if "qtbot" not in request.fixturenames and "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    before = set(map(id, QApplication.topLevelWidgets()))
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()
    left = [w for w in QApplication.topLevelWidgets() if id(w) not in before]
    assert not left, f"left behind: {left}"
