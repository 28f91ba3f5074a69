"""Fixtures for every test."""

import gc
import sys
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("annotator", deadline=None)  # time is the bench's, not the tests'
settings.load_profile("annotator")


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: object) -> object:
    """The window's application, before an export makes one that has no widgets: in which order
    files of tests run is not said."""
    return qapp


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real saved articles beside the project; the test is skipped without it."""
    folder = Path(__file__).parents[2] / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("needs the folder of real saved articles")
    return folder


def pytest_unconfigure() -> None:
    """Take Qt down in order: what is left of it would otherwise outlive its application."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is not None:
        sys.modules["PySide6.QtGui"].QPixmapCache.clear()
        gc.collect()
        application.shutdown()
