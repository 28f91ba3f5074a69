"""What one can do with pages that hold no text."""

from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.model import Article
from annotator.ui.pages.hint import Hint
from annotator.ui.theme import Theme


class ScanHint(Hint):
    """Says over scans how to mark in them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "image", parent=parent)

    def show_for(self, article: Article | None, key: str) -> None:
        """Another article, or none. ``key`` is what draws an area now (``A``), as this platform
        writes it; "" where none does."""
        press = _("No text on these pages: they are pictures. Press {key}, or draw with Alt held, "
                  "to mark an area.")  # fmt: skip
        draw = _("No text on these pages: they are pictures. Draw with Alt held to mark an area.")
        is_scan = article is not None and article.is_scan
        sentence = (press.format(key=key) if key else draw) if is_scan else ""
        self.tell(article.id if article else None, sentence)
