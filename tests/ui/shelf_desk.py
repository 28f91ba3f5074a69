"""A small library on the shelf, for the tests of the left pane."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from annotator.model import Article, BlockKind, Details
from annotator.reading.builder import ArticleBuilder
from annotator.ui.shelf import LibraryPane
from annotator.ui.theme import Theme
from tests.store.builders import add_article, open_library, small_article

HARBOUR = "What the harbour study really measured and what it left out"
CHAPTERS = (
    ("A number that travelled", 2, "The figure was everywhere within a day. " * 6),
    ("Where the sensors stood", 2, "Nine of the eleven instruments faced the water. " * 6),
    ("The road side", 3, "Two faced the road, where traffic was closed. " * 6),
)


def harbour_study() -> Article:
    """An article with a title, three headings and furniture that has one too."""
    builder = ArticleBuilder()
    builder.add(BlockKind.HEADING, HARBOUR, level=1)
    builder.add(BlockKind.PARAGRAPH, "Particulates fell by 38 percent. " * 12)
    for heading, level, text in CHAPTERS:
        builder.add(BlockKind.HEADING, heading, level=level)
        builder.add(BlockKind.PARAGRAPH, text)
    builder.add(BlockKind.HEADING, "Related articles", level=2, main=False)
    details = Details(title=HARBOUR, site="Coastal Review", published="2026-05-12")
    return builder.article(details, "html", "a" * 64)


class Shelf:
    """A library of three articles, the harbour study open, and the pane that shows them."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self.library = open_library(folder / "Harbour.annotator")
        self.minutes = add_article(self.library, small_article(title="Council minutes"))
        self.bridge = add_article(self.library, small_article(("Steel & stone.",), "The bridge"))
        self.harbour = add_article(self.library, harbour_study())
        self.library.set_details(self.bridge, url="https://www.ledger.example/b", published="2026")
        self.session = self.library.session(self.harbour)
        self.pane = LibraryPane(theme, self.library.preferences)
        self.pane.resize(286, 760)
        self.failures: list[tuple[str, object]] = []
        self.pane.failed.connect(lambda text, retry: self.failures.append((text, retry)))
        self.library.subscribe(self.pane.apply)
        self.pane.set_library(self.library)
        self.pane.set_session(self.session)
        self.pane.set_current_article(self.harbour)

    def place(self, quote: str) -> tuple[int, int]:
        """Where a quote stands in the harbour study."""
        start = self.session.article.text.index(quote)
        return start, start + len(quote)

    def titles(self) -> list[str]:
        """The titles in the list."""
        return [self.pane.model.row_at(row).title for row in range(self.pane.model.rowCount())]

    def spoken(self, view: QListView) -> list[str]:
        """What a screen reader says of the rows of a list."""
        model = view.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]

    def chips(self) -> list[str]:
        """What the filters say."""
        return [chip.text() for chip in self.pane.header.chips.values()]

    def close(self) -> None:
        self.pane.close()
        self.pane.deleteLater()
        self.library.close()


def row_of(view: QListView, start: str) -> QModelIndex:
    """The row whose spoken text begins so."""
    model = view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if index.data(Qt.ItemDataRole.AccessibleTextRole).startswith(start):
            return index
    raise AssertionError(f"no row begins with {start}")


def click_row(
    view: QListView, start: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Click a row as with the mouse."""
    at = view.visualRect(row_of(view, start)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def drop(widget: QWidget, at: QPoint, data: QMimeData) -> bool:
    """Drag something onto a place of a widget and drop it; whether somebody took it."""
    action, button, none = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    enter = QDragEnterEvent(at, action, data, button, none)
    target: QWidget | None = widget
    while target is not None:  # an event that is ignored goes to the next widget outwards
        if target.acceptDrops():
            enter.ignore()
            QApplication.sendEvent(target, enter)
            if enter.isAccepted():
                break
        at, target = target.mapToParent(at), target.parentWidget()
    if target is None:
        return False
    move = QDragMoveEvent(at, action, data, button, none)
    move.accept()  # as Qt does where the entrance was accepted
    QApplication.sendEvent(target, move)
    if not move.isAccepted():
        return False
    dropped = QDropEvent(QPointF(at), action, data, button, none)
    QApplication.sendEvent(target, dropped)
    return dropped.isAccepted()
