"""What one can do with a page whose typeface is neither in the file nor on this computer."""

from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.ui.pages.hint import Hint
from annotator.ui.theme import Theme


class TypefaceHint(Hint):
    """Says over a page that looks empty why that is. ``acted``: the text is wanted instead."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "triangle-alert", _("Switch to Text"), parent)

    def show_for(self, session: ArticleSession | None, page: int) -> None:
        """Another page (from 0), or more is known of this one."""
        lacks = session is not None and session.paged.known_to_lack_typeface(page)
        sentence = _(
            "This page cannot be shown: its typeface is neither in the file nor on this computer. "
            "All its words are in Text; where these are boxes, too, install a typeface for their "
            "script."
        )
        self.tell(session.id if session else None, sentence if lacks else "")
