"""Setting type needs an application, but no window."""

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtGui import QGuiApplication

from annotator.model import Article
from annotator.typesetting.fonts import load_fonts
from annotator.typesetting.setting import Setting, typeset
from annotator.typesetting.style import TypeStyle
from tests.typesetting.pictures import PICTURE, SHA256


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Which scripts this computer has fonts for is no matter of the setting."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("OpenType support missing"))


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QGuiApplication) -> None:
    load_fonts()


@pytest.fixture(scope="session")
def lay_out() -> Callable[..., Setting]:
    """Sets an article and lays it out to the measure."""

    def lay_out(article: Article, style: TypeStyle | None = None, **options: object) -> Setting:
        style = style or TypeStyle()
        setting = typeset(article, style, picture={SHA256: PICTURE}.get, **options)
        setting.document.setTextWidth(style.measure)
        return setting

    return lay_out
