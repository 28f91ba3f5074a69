"""Collections: the one whose articles are shown, and what is done to them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from annotator.model import Collection
from annotator.ui.shelf import menus
from annotator.ui.shelf.article_model import ArticleModel
from annotator.ui.shelf.commands import Commands
from annotator.ui.shelf.section_list import SectionList
from annotator.ui.shelf.section_model import SectionModel


class Collections(QObject):
    """``scope`` is the id of the collection that is shown, "" for the whole library. ``scoped``:
    it is another, or was renamed."""

    scoped = Signal()

    def __init__(
        self, commands: Commands, articles: ArticleModel, model: SectionModel, view: SectionList,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.all: list[Collection] = []
        self.scope = ""
        self._commands, self._articles = commands, articles
        self._model, self._view, self._pane = model, view, parent
        self._to_collect: list[str] = []
        # Queued: the list must not change while its editor hands over what was typed.
        model.named.connect(self._name, Qt.ConnectionType.QueuedConnection)
        view.articles_dropped.connect(commands.collect)
        view.menu_wanted.connect(self._show_menu)

    @property
    def name(self) -> str:
        """The shown collection's name, "" for the whole library."""
        return next((c.name for c in self.all if c.id == self.scope), "")

    def start(self) -> None:
        """Another library: all of it is shown."""
        self.scope = ""
        self.refresh()

    def refresh(self) -> None:
        """Ask the library anew."""
        self.all = self._commands.ask(lambda library: library.collections(), [])
        if self.scope not in {c.id for c in self.all}:
            self.scope = ""
        self._model.set_collections(self.all, self.scope)
        scope = self.scope
        within = self._commands.ask(lambda library: library.articles_in(scope), set())
        self._articles.set_scope(within if scope else None)
        self.scoped.emit()

    def choose(self, id: str) -> None:
        """Show a collection's articles; "" for all."""
        self.scope = id
        self.refresh()

    def toggle(self, id: str) -> None:
        """Show a collection's articles, or all where it was shown already."""
        self.choose("" if id == self.scope else id)

    def begin(self, to_collect: Sequence[str] = ()) -> None:
        """Have the user type the name of a new collection, for these articles."""
        if self._commands.library is not None:
            self._to_collect = list(to_collect)
            self._view.begin_new()

    def _name(self, id: str, name: str) -> None:
        if id:
            made = self._commands.rename_collection(id, name)
        elif self._to_collect:
            made = self._commands.collect_anew(name, self._to_collect)
        else:
            made = self._commands.add_collection(name)
        if made:
            self.refresh()  # at once: what was typed should not vanish first

    def add_commands(self, menu: QMenu, id: str) -> None:
        """What can be done with a collection."""
        menus.add_collection_commands(
            menu, lambda: self._view.rename(id), lambda: self._commands.remove_collection(id)
        )

    def _show_menu(self, at: QPoint, id: str) -> None:
        menus.collection_menu(id, self.add_commands, self._pane).popup(at)
