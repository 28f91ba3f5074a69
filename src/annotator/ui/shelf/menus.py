"""The menus of the pane. Each deletes itself when it closes."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from annotator.i18n import _, ngettext
from annotator.model import Collection

Do = Callable[[], object]


def scope_menu(
    library: tuple[str, int],
    collections: Sequence[Collection],
    scope: str,
    choose: Callable[[str], object],
    new: Do,
    change: Callable[[QMenu, str], None],
    parent: QWidget,
) -> QMenu:
    """Which articles are shown. ``library``: its name and how many articles it has; ``scope``: the
    id of the chosen collection or ""; ``change`` adds what can be done with that collection."""
    menu = _menu(parent)
    group = QActionGroup(menu)
    named = [("", *library), *((c.id, c.name, c.articles) for c in collections)]
    for id, name, count in named:
        action = _add(menu, f"{name}\t{count}", lambda id=id: choose(id))
        action.setCheckable(True)
        action.setChecked(id == scope)
        group.addAction(action)
        if not id and collections:
            menu.addSeparator()
    menu.addSeparator()
    _add(menu, _("New collection…"), new)
    if scope:
        change(menu, scope)
    return menu


def collection_menu(id: str, change: Callable[[QMenu, str], None], parent: QWidget) -> QMenu:
    """What can be done with a collection."""
    menu = _menu(parent)
    change(menu, id)
    return menu


def add_collection_commands(menu: QMenu, rename: Do, remove: Do) -> None:
    """Rename and remove."""
    _add(menu, _("Rename…"), rename, "F2")
    _add(menu, _("Remove collection"), remove)


def article_menu(
    ids: Sequence[str],
    collections: Sequence[Collection],
    within: str,
    commands: dict[str, Callable[..., object]],
    parent: QWidget,
) -> QMenu:
    """What can be done with articles. ``within``: the id of the collection that is shown, or "";
    ``commands``: open, beside, details, collect(collection), collect_anew, uncollect, remove."""
    menu = _menu(parent)
    _add(menu, _("Open"), commands["open"])
    beside = _add(menu, _("Open beside"), commands["beside"])
    beside.setEnabled(len(ids) == 1)
    details = _add(menu, _("Details…"), commands["details"], "F2")
    details.setEnabled(len(ids) == 1)
    menu.addSeparator()
    into = menu.addMenu(_("Add to collection"))
    for collection in collections:
        if collection.id != within:
            _add(into, collection.name, lambda id=collection.id: commands["collect"](id))
    into.addSeparator()
    _add(into, _("New collection…"), commands["collect_anew"])
    if within:
        _add(menu, _("Remove from collection"), commands["uncollect"])
    menu.addSeparator()
    words = ngettext("Remove article", "Remove {n} articles", len(ids)).format(n=len(ids))
    _add(menu, words, commands["remove"], "Del")
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add(menu: QMenu, text: str, do: Do, key: str = "") -> QAction:
    """``key`` is what does it in the list; shown only, for the list hears it itself."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    action = menu.addAction(text.replace("&", "&&") + (f"\t{shown}" if shown else ""))
    action.triggered.connect(lambda _checked=False: do())
    return action
