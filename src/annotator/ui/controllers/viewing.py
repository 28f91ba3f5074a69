"""How it looks: scheme, sizes, whole page, panes."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from annotator.library import Preferences
from annotator.ui.actions import ActionTable, Handler
from annotator.ui.commands import SCHEMES
from annotator.ui.controllers.paging import Paging
from annotator.ui.panes import Panes
from annotator.ui.theme import Theme

ZOOM_STEP = 1.1
SCALE_STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)


class Viewing:
    """The commands of the menu *View*. What is chosen is kept in the user's settings.

    ``restyle`` is called after a change of the article's type with what changed.
    """

    def __init__(
        self, theme: Theme, preferences: Preferences, paging: Paging, window: QWidget
    ) -> None:
        self._theme, self._preferences, self._window = theme, preferences, window
        self._paging = paging
        self.restyle: Callable[[], None] = lambda: None
        self.panes: Panes | None = None
        self.actions: ActionTable | None = None

    def handlers(self) -> Mapping[str, Handler]:
        """The command's ids and what they do."""
        schemes = {f"view.scheme.{name}": self._scheme_handler(name) for name in SCHEMES}
        return {
            **schemes,
            "view.apart": lambda on: self._set("marks_apart", on),
            "view.zoom_in": lambda: self.zoom(ZOOM_STEP),
            "view.zoom_out": lambda: self.zoom(1 / ZOOM_STEP),
            "view.zoom_reset": lambda: self.zoom(0),
            "view.interface_larger": lambda: self._step_scale(1),
            "view.interface_smaller": lambda: self._step_scale(-1),
            "view.interface_reset": lambda: self.set_scale(1.0),
            "view.left": lambda _on: self._toggle("left"),
            "view.cards": lambda _on: self._toggle("right"),
            "view.full_screen": self._full_screen,
        }

    def _set(self, key: str, value: Any) -> None:
        self._preferences.set(key, value)
        self.restyle()

    def zoom(self, factor: float) -> None:
        """Make the article's text, or its pages, larger or smaller; 0 for their usual size."""
        if self._paging.shown:
            self._paging.zoom(factor)
            return
        zoom = float(self._preferences.get("zoom", 1.0)) * factor if factor else 1.0
        self._set("zoom", round(min(4.0, max(0.4, zoom)), 3))

    def _scheme_handler(self, name: str) -> Handler:
        return lambda: self.set_scheme(name)

    def set_scheme(self, name: str) -> None:
        """Light, dark, sepia or as the system."""
        self._preferences.set("scheme", name)
        self._theme.set_scheme(name)
        self.show_state()

    def _step_scale(self, step: int) -> None:
        nearest = min(SCALE_STEPS, key=lambda scale: abs(scale - self._theme.scale))
        at = SCALE_STEPS.index(nearest) + step
        self.set_scale(SCALE_STEPS[max(0, min(len(SCALE_STEPS) - 1, at))])

    def set_scale(self, scale: float) -> None:
        """The interface's size; the article's text has its own."""
        self._preferences.set("interface_scale", scale)
        self._theme.set_scale(scale)

    def _toggle(self, pane: str) -> None:
        if self.panes:
            self.panes.toggle(pane)
        self.show_state()

    def _full_screen(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def show_state(self) -> None:
        """Let the menus show what is on."""
        if self.actions is None or self.panes is None:
            return
        self.actions.set_checked("view.left", self.panes.is_shown("left"))
        self.actions.set_checked("view.cards", self.panes.is_shown("right"))
        self.actions.set_checked(f"view.scheme.{self._theme.scheme}", True)
        self.actions.set_checked("view.thumbnails", bool(self._preferences.get("thumbnails")))
        own = not self._preferences.get("pages_recoloured", True)
        self.actions.set_checked("view.page_colours", own)
        self.actions.set_checked("view.apart", bool(self._preferences.get("marks_apart", False)))
