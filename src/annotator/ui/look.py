"""The article's type and the window's look, as the user's settings have them."""

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from annotator.library import Preferences
from annotator.ui.controllers.viewing import Viewing
from annotator.ui.document_view import DocumentView
from annotator.ui.theme import Theme
from annotator.ui.type_settings import DEFAULTS

if TYPE_CHECKING:
    from annotator.ui.typography import TypographyPanel

TYPE = ("family", "size", "measure", "leading")
PAGES = {"pages_fit": "width", "pages_recoloured": True}
"""How pages are shown until their reader says otherwise; how large is kept for each article."""


class Styled(Protocol):
    """What is set as the settings say."""

    def restyle(self, **settings: Any) -> None:
        """See ``DocumentView``."""


class Look:
    """Carries settings from the panel to the settings file, the theme and the document view."""

    def __init__(
        self, theme: Theme, preferences: Preferences, view: DocumentView, viewing: Viewing,
        window: QWidget,
    ) -> None:  # fmt: skip
        self._theme, self._preferences, self._view = theme, preferences, view
        self._viewing, self._window = viewing, window
        self._panel: TypographyPanel | None = None
        self._others: list[Styled] = []
        viewing.restyle = self.restyle

    def restyle(self) -> None:
        """Set the article as the settings say."""
        settings = self._of_views()
        for view in (self._view, *self._others):
            view.restyle(**settings)
        self._viewing.show_state()

    def follow(self, view: "Styled") -> None:
        """Set another view the same, now and from now on."""
        self._others.append(view)
        view.restyle(**self._of_views())

    def _of_views(self) -> dict[str, Any]:
        kept = {name: self._preferences.get(f"type.{name}", DEFAULTS[name]) for name in TYPE}
        pages = {name: self._preferences.get(name, usual) for name, usual in PAGES.items()}
        return {
            **kept, **pages, "zoom": self._preferences.get("zoom", 1.0),
            "apart": bool(self._preferences.get("marks_apart", False)),
        }  # fmt: skip

    def open_panel(self, under: QWidget) -> None:
        """Show the panel under a button."""
        if self._panel is None:
            from annotator.ui.typography import TypographyPanel

            self._panel = TypographyPanel(self._theme, self._window)
            self._panel.changed.connect(self._take)
        self._panel.set_settings(self._settings())
        self._panel.open_under(under)

    def _settings(self) -> dict[str, Any]:
        kept = {name: self._preferences.get(f"type.{name}", DEFAULTS[name]) for name in TYPE}
        return {
            **kept, "scheme": self._theme.scheme, "scale": self._theme.scale,
            "apart": bool(self._preferences.get("marks_apart", False)),
        }  # fmt: skip

    def _take(self, changed: dict[str, Any]) -> None:
        for name in TYPE:
            if name in changed:
                self._preferences.set(f"type.{name}", changed[name])
        if "apart" in changed:
            self._preferences.set("marks_apart", changed["apart"])
        if "scheme" in changed and changed["scheme"] != self._theme.scheme:
            self._viewing.set_scheme(changed["scheme"])
        if "scale" in changed and changed["scale"] != self._theme.scale:
            self._viewing.set_scale(float(changed["scale"]))
        self.restyle()
