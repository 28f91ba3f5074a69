"""Setting type needs an application, but no window."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication

from annotator.model import Article
from annotator.typesetting import Setting, TypeStyle, load_fonts, typeset
from tests.typesetting.pictures import PICTURE, SHA256


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
