"""Commands as data, and the QActions, menus and keys made of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.ui.theme import Theme

Handler = Callable[..., object]
_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command.

    ``menu`` is its menu's path (``mark/colour``), ``group`` its section there: a line is drawn
    where it changes. ``scope`` ``article``: its keys act only while the article has the focus;
    ``board``: while the board of claims has it;
    ``window``: anywhere. ``enabled_when`` names the conditions of which one must hold, joined by
    ``|``; "" is always. Commands with the same ``choice`` exclude each other. ``submenu``: not a
    command but a menu somebody fills.
    """

    id: str
    text: str
    menu: str
    group: str = ""
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    scope: str = "window"
    enabled_when: str = ""
    checkable: bool = False
    choice: str = ""
    submenu: bool = False

    @property
    def plain_text(self) -> str:
        """The text without its ellipsis, as it reads in a list of keys."""
        return self.text.rstrip("…")


def is_character_key(key: str) -> bool:
    """Whether a shortcut is a letter, digit or sign alone, with at most Shift: what speech input
    and a slip of the hand set off, so it can be switched off (WCAG 2.1.4)."""
    sequence = QKeySequence(key)
    if sequence.count() != 1:
        return False
    combination = sequence[0]
    modifiers = combination.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return modifiers == Qt.KeyboardModifier.NoModifier and combination.key() < Qt.Key.Key_Escape


class ActionTable(QObject):
    """The commands somebody handles, as QActions.

    ``handlers`` gives a callable for a command's id; commands without one do not exist. A checkable
    command's handler is called with whether it is on now, every other without arguments.
    """

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        specs: Iterable[ActionSpec],
        handlers: Mapping[str, Handler],
        *,
        menus: Sequence[tuple[str, str]] = (),
        single_letters: bool = True,
    ) -> None:
        """``menus``: (path, title) of every menu, in order. Raises ``KeyError`` for a handler whose
        command is not in the table."""
        super().__init__(window)
        self._window, self._theme, self._titles = window, theme, dict(menus)
        known = tuple(specs)
        unknown = set(handlers) - {spec.id for spec in known}
        if unknown:
            raise KeyError(", ".join(sorted(unknown)))
        self.specs = tuple(spec for spec in known if spec.id in handlers or spec.submenu)
        self._single_letters = single_letters
        self._conditions: dict[str, bool] = {}
        self._choices: dict[str, QActionGroup] = {}
        self._submenus: dict[str, QMenu] = {}
        self._keys = {spec.id: spec.shortcuts for spec in self.specs}
        self._actions = {
            spec.id: self._make(spec, handlers[spec.id]) for spec in self.specs if not spec.submenu
        }
        self._needing = self._by_condition()
        self._refresh_all()
        self._drawn: set[str] = set()
        theme.changed.connect(self._retheme)

    def action(self, command: str) -> QAction:
        """The QAction of a command."""
        return self._actions[command]

    def run(self, command: str) -> None:
        """Does it, if it can be done now."""
        self._actions[command].trigger()

    def enabled(self, command: str) -> bool:
        """Whether it can be done now."""
        return self._actions[command].isEnabled()

    def shortcuts(self, command: str) -> tuple[str, ...]:
        """The keys that do it now, as ``QKeySequence`` reads them."""
        return tuple(key for key in self._keys[command] if self._acts(key, command))

    def key_text(self, command: str) -> str:
        """Its first key as this platform writes it, "" for none."""
        keys = self.shortcuts(command)
        return QKeySequence(keys[0]).toString(_NATIVE) if keys else ""

    def set_conditions(self, **conditions: bool) -> None:
        """Says what holds now (``article=True``, ``selection=False``); the rest stays."""
        # Asked for several times a key press: only what hangs on a change is looked at.
        changed = {n for n, holds in conditions.items() if self._conditions.get(n) != holds}
        self._conditions.update(conditions)
        for name in changed:
            for spec in self._needing.get(name, ()):
                self._actions[spec.id].setEnabled(self._possible(spec))

    def set_checked(self, command: str, checked: bool) -> None:
        """Shows a checkable command as on or off without doing it: handlers hear ``triggered``."""
        self._actions[command].setChecked(checked)

    def text(self, command: str) -> str:
        """How it is worded now."""
        return self._actions[command].text().replace("&&", "&")

    def set_text(self, command: str, text: str) -> None:
        """Another wording for now, such as “Undo highlight”. An ampersand is one, no key."""
        if self.text(command) != text:
            self._actions[command].setText(text.replace("&", "&&"))
            self._tooltip(command)

    def set_single_letters(self, on: bool) -> None:
        """Switches keys that are a letter, digit or sign alone on or off."""
        self._single_letters = on
        self._refresh_all()

    def set_shortcuts(self, command: str, keys: Sequence[str]) -> None:
        """Other keys for a command."""
        self._keys[command] = tuple(keys)
        self._refresh(command)

    def attach(self, scope: str, view: QWidget) -> None:
        """Makes the commands of a scope act on keys pressed in this widget."""
        for spec in self.specs:
            if spec.scope == scope and spec.id in self._actions:
                view.addAction(self._actions[spec.id])

    def attach_article(self, view: QWidget) -> None:
        """Makes the commands of scope ``article`` act on keys pressed in this widget."""
        self.attach("article", view)

    def submenu(self, command: str) -> QMenu:
        """The menu to fill of a spec that is one."""
        if command not in self._submenus:
            spec = next(spec for spec in self.specs if spec.id == command)
            self._submenus[command] = QMenu(spec.text, self._window)
        return self._submenus[command]

    def menu(self, path: str, parent: QWidget | None = None) -> QMenu:
        """A new menu with the commands of this path, its own submenus included."""
        menu = QMenu(self._titles.get(path, ""), parent or self._window)
        self._fill(menu, path)
        # Drawing every icon at the start would cost more than opening the library.
        menu.aboutToShow.connect(lambda: self._draw_icons(path))
        return menu

    def main_menu(self) -> QMenu:
        """Every menu as a submenu of one, for a menu button."""
        whole = QMenu(self._window)
        for path in self._titles:
            if "/" not in path and self._used(path):
                whole.addMenu(self.menu(path, whole))
        return whole

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """The same for platforms with one menu bar for all windows."""
        for path in self._titles:
            if "/" not in path and self._used(path):
                bar.addMenu(self.menu(path, bar))

    def _used(self, path: str) -> bool:
        return any(s.menu == path or s.menu.startswith(f"{path}/") for s in self.specs)

    def _fill(self, menu: QMenu, path: str) -> None:
        """Submenus stand where their first command stands in the table."""
        group: str | None = None
        done: set[str] = set()
        for spec in self.specs:
            child = spec.menu if spec.menu.startswith(f"{path}/") else ""
            if spec.menu != path and (not child or child in done):
                continue
            if group is not None and spec.group != group:
                menu.addSeparator()
            group = spec.group
            if child:
                done.add(child)
                menu.addMenu(self.menu(child, menu))
            elif spec.submenu:
                menu.addMenu(self.submenu(spec.id))
            else:
                menu.addAction(self._actions[spec.id])

    def _make(self, spec: ActionSpec, handler: Handler) -> QAction:
        action = QAction(spec.text, self._window)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable or bool(spec.choice))
        action.setIconVisibleInMenu(not action.isCheckable())  # it would stand where the tick does
        if spec.choice:
            group = self._choices.setdefault(spec.choice, QActionGroup(self))
            group.addAction(action)
        if spec.scope != "window":
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self._window.addAction(action)
        toggles = spec.checkable and not spec.choice
        action.triggered.connect(handler if toggles else lambda _checked=False: handler())
        action.setEnabled(self._possible(spec))
        return action

    def _by_condition(self) -> dict[str, list[ActionSpec]]:
        needing: dict[str, list[ActionSpec]] = {}
        for spec in self.specs:
            for name in spec.enabled_when.split("|") if spec.id in self._actions else ():
                needing.setdefault(name, []).append(spec)
        return needing

    def _possible(self, spec: ActionSpec) -> bool:
        names = spec.enabled_when.split("|") if spec.enabled_when else []
        return not names or any(self._conditions.get(name, False) for name in names)

    def _acts(self, key: str, command: str) -> bool:
        return self._single_letters or not is_character_key(key)

    def _refresh_all(self) -> None:
        for command in self._actions:
            self._refresh(command)

    def _refresh(self, command: str) -> None:
        keys = [QKeySequence(key) for key in self.shortcuts(command)]
        self._actions[command].setShortcuts(keys)
        self._tooltip(command)

    def _tooltip(self, command: str) -> None:
        action, key = self._actions[command], self.key_text(command)
        text = self.text(command).rstrip("…")
        action.setToolTip(f"{text} ({key})" if key else text)

    def _draw_icons(self, path: str) -> None:
        """The icons of a menu's commands, in the theme's colours."""
        self._drawn.add(path)
        for spec in self.specs:
            if spec.menu == path and spec.icon and spec.id in self._actions:
                self._actions[spec.id].setIcon(self._theme.icon(spec.icon, "secondary", 16))

    def _retheme(self) -> None:
        for path in self._drawn:
            self._draw_icons(path)
