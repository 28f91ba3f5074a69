"""A small library with one article on the desk, for the tests of the cards."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotator.library import ArticleSession, Library, Preferences
from annotator.ui.cards import CardsPane
from annotator.ui.theme import Theme

TEXT = """Harbour air

The council announced that particulates fell by 38 percent in two years.

A university team kept eleven sensors along the eastern quay and published the readings.

Nine of the eleven instruments faced the water, two faced the road.
"""


def open_library(folder: Path) -> Library:
    """The library in a folder; opened twice it is seen by two programs."""
    return Library.open(
        folder / "test.annotator", create=True, preferences=Preferences(folder / "settings.json")
    )


def click(widget: QWidget, x: int, y: int) -> None:
    """A click of the mouse on a place of a widget, routed as from the screen."""
    window = widget.window()
    place = widget.mapTo(window, QPoint(x, y))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)


class Desk:
    """A library, its open article, and the pane that shows it."""

    def __init__(self, folder: Path, theme: Theme, text: str = TEXT) -> None:
        self.folder = folder
        self.library = open_library(folder)
        page = folder / "harbour.txt"
        page.write_text(text, encoding="utf-8")
        self.session = self.library.session(self.library.import_file(page).id)
        self.opened: list[str] = []
        self.pane = CardsPane(theme, open_url=self._open)
        self.library.subscribe(self.pane.apply)
        self.pane.resize(372, 800)
        self.pane.set_session(self.session)

    def _open(self, url: QUrl) -> bool:
        self.opened.append(url.toString())
        return True

    def place(self, quote: str) -> tuple[int, int]:
        """Where a quote stands in the text."""
        start = self.session.article.text.index(quote)
        return start, start + len(quote)

    def mark(self, quote: str, **fields: object) -> str:
        """Highlight a quote; the annotation's id."""
        return self.session.highlight(*self.place(quote), **fields).id

    def stored(self) -> ArticleSession:
        """The same article as another program sees it in the file."""
        self.other = open_library(self.folder)
        return self.other.session(self.session.id)

    def close(self) -> None:
        """Nothing stays behind."""
        self.pane.set_session(None)
        self.pane.close()
        self.pane.deleteLater()
        if hasattr(self, "other"):
            self.other.close()
        self.library.close()
