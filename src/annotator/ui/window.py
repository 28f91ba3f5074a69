"""The window: it builds the panes, hands them the desk, and passes every change to all of them."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from annotator.library import Preferences
from annotator.ui.actions import ActionTable
from annotator.ui.ahead import LoadingAhead
from annotator.ui.cards import CardsPane
from annotator.ui.centre import Centre
from annotator.ui.commands import commands, menus
from annotator.ui.controllers.adding import Adding
from annotator.ui.controllers.beside import Beside
from annotator.ui.controllers.boarding import CLAIMS, Boarding
from annotator.ui.controllers.editing import Editing
from annotator.ui.controllers.files import Files, dropped_files
from annotator.ui.controllers.going import Going
from annotator.ui.controllers.inspecting import Inspecting
from annotator.ui.controllers.judging import Judging
from annotator.ui.controllers.marking import Marking
from annotator.ui.controllers.opening import Opening
from annotator.ui.controllers.packing import Packing
from annotator.ui.controllers.paging import Paging
from annotator.ui.controllers.reviewing import Reviewing
from annotator.ui.controllers.sourcing import SOURCES, Sourcing
from annotator.ui.controllers.unlocking import Unlocking
from annotator.ui.controllers.viewing import Viewing
from annotator.ui.desk import Desk
from annotator.ui.faces import Faces
from annotator.ui.look import Look
from annotator.ui.messages import Messages
from annotator.ui.panes import Panes
from annotator.ui.passwords import Passwords
from annotator.ui.places import Bookmarks, Trail
from annotator.ui.reader import Reader
from annotator.ui.shelf import LibraryPane
from annotator.ui.status import StatusLine
from annotator.ui.theme import Theme
from annotator.ui.top_bar import TopBar
from annotator.ui.wiring import connect

SIZE = (1440, 900)
LEAST = (420, 320)


class MainWindow(QMainWindow):
    """Library, article and cards of one open library."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.theme, self.preferences = theme, preferences
        self.desk = Desk(preferences, self)
        self.trail, self.bookmarks = Trail(self), Bookmarks(preferences)
        self.messages = Messages(theme, self)
        self.passwords = Passwords(theme, self.messages.fail, self._place_under_messages, self)
        self.reader = Reader(theme)
        self.cards = CardsPane(theme)
        self.left = LibraryPane(theme, preferences)
        self.centre = Centre(theme, self.reader)
        self.faces = Faces(self.left, self.centre, self.cards, self)
        self.panes = Panes(theme, preferences, self.left, self.faces.centre, self.faces.right)
        self.status = StatusLine(theme)
        self._make_controllers()
        self.actions_ = ActionTable(
            self, theme, commands(), self._handlers(), menus=menus(),
            single_letters=bool(preferences.get("single_letters", True)),
        )  # fmt: skip
        self.top = TopBar(theme, self.actions_, self.faces.names())
        self._lay_out()
        self._finish_controllers()
        connect(self)
        LoadingAhead(self)
        self._restore_geometry()

    def _make_controllers(self) -> None:
        self.adding = Adding(self.desk, self.messages, self.passwords, self)
        self.files = Files(self.desk, self, self.add_files)
        self.marking = Marking(
            self.desk,
            self.reader,
            self.cards,
            lambda: (self.beside.make_way(), self.inspecting.show_cards()),
        )
        self.paging = Paging(self)
        self.viewing = Viewing(self.theme, self.preferences, self.paging, self)
        self.going = Going(self.desk, self.reader, self.trail)
        self.editing = Editing(self.desk, self.reader, self.messages)
        self.unlocking = Unlocking(self.desk, self.paging, self.cards, self.passwords, self)
        self.look = Look(self.theme, self.preferences, self.reader, self.viewing, self)
        self.opening = Opening(self)
        self.boarding = Boarding(self)
        self.reviewing, self.judging = Reviewing(self), Judging(self)
        self.packing = Packing(self)
        self.inspecting = Inspecting(self)
        self.faces.add(CLAIMS, self.boarding.make)
        self.sourcing, self.beside = Sourcing(self), Beside(self)
        self.faces.add(SOURCES, self.sourcing.make)

    def _handlers(self) -> dict[str, Any]:
        handlers: dict[str, Any] = {}
        for controller in (
            self.inspecting,
            self.files, self.marking, self.viewing, self.going, self.editing, self.opening,
            self.paging, self.boarding, self.reviewing, self.judging, self.packing,
            self.sourcing, self.beside,
        ):  # fmt: skip
            handlers.update(controller.handlers())
        return handlers

    def _finish_controllers(self) -> None:
        self.judging.finish()
        self.viewing.panes, self.viewing.actions = self.panes, self.actions_
        self.reader.view_made.connect(self.actions_.attach_article)
        recent = self.actions_.submenu("file.recent")
        recent.aboutToShow.connect(lambda: self.files.fill_recent(recent))
        self.look.restyle()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in (
            (self.top, 0), (self.messages.bar, 0), (self.panes, 1), (self.status, 0),
        ):  # fmt: skip
            column.addWidget(widget, stretch)
        self.setCentralWidget(body)
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self.setWindowTitle("Annotator")

    def _place_under_messages(self, bar: QWidget) -> None:
        column = self.centralWidget().layout()
        column.insertWidget(column.indexOf(self.messages.bar) + 1, bar)

    def add_files(self, paths: list[Path]) -> None:
        """Bring saved articles in; a library among them is opened instead, a pack taken in."""
        self.adding.add(self.packing.without_packs(paths))

    # Files are dropped anywhere; what means something else by a drop takes it first.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event.mimeData().urls())
        if paths:
            event.acceptProposedAction()
            self.add_files(paths)

    def watch_for_crashes(self, app: QApplication) -> None:
        """Show what nobody caught in a report that can be copied."""
        from annotator.ui.dialogs.crash import install

        install(app, self, self.messages.fail)

    # Geometry

    def _restore_geometry(self) -> None:
        kept = self.preferences.get("geometry")
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode()))):
            self.resize(*SIZE)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.boarding.commit() or not self.adding.may_close():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.preferences.set("geometry", geometry)
        self.faces.set_library(None)
        self.desk.close()
        self.inspecting.leave()
        QTimer.singleShot(0, self.deleteLater)
        super().closeEvent(event)
