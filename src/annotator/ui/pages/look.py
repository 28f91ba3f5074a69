"""How pages are shown, as the user's settings have it."""

from dataclasses import dataclass, replace
from typing import Any

from annotator.ui.pages.stack import Fit


@dataclass(frozen=True, slots=True)
class PageLook:
    """``zoom`` multiplies what ``fit`` comes to; ``recoloured``: pages take on the colours of a
    dark or sepia window."""

    fit: Fit = Fit.WIDTH
    zoom: float = 1.0
    recoloured: bool = True
    apart: bool = False

    def changed(self, settings: dict[str, Any]) -> "PageLook":
        """The same with the settings of pages; others are left out."""
        names = {"fit": "pages_fit", "zoom": "pages_zoom", "recoloured": "pages_recoloured",
                 "apart": "apart"}  # fmt: skip
        given = {name: settings[key] for name, key in names.items() if key in settings}
        if "fit" in given:
            given["fit"] = Fit(given["fit"])
        return replace(self, **given)
