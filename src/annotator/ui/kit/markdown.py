"""Notes in Markdown, shown without letting them do anything.

A note is hostile text: it may come from somebody else's library. Qt would read ``![](/any/file)``
from the disk and follow links by itself, so HTML is cleaned to a short list of tags without
pictures, and a link is only told to whoever asks.
"""

from functools import cache, lru_cache
from html import escape
from typing import Any

from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.ui.kit.rich import RichLabel
from annotator.ui.theme import Theme

TAGS = frozenset(
    {
        *("a", "b", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("hr", "i", "li", "ol", "p", "pre", "s", "strong", "sub", "sup", "table", "tbody", "td"),
        *("th", "thead", "tr", "u", "ul"),
    }
)
SCHEMES = frozenset({"http", "https", "mailto"})
_PLAIN = frozenset(" ,.;?’‘“”…–—'\"/()%")


@cache
def _converter() -> Any:
    import markdown

    return markdown.Markdown(extensions=["sane_lists", "nl2br", "tables", "fenced_code"])


@lru_cache(maxsize=512)
def safe_html(text: str) -> str:
    """Markdown as HTML that Qt may show: known tags, no pictures, no styles, links to http, https
    and mailto only."""
    if all(letter.isalpha() or letter in _PLAIN for letter in text):
        return f"<p>{escape(text.strip())}</p>"  # most notes; spares them the converter
    import nh3

    return nh3.clean(
        _converter().reset().convert(text),
        tags=set(TAGS),
        clean_content_tags={"script", "style"},
        attributes={"a": {"href"}},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


class MarkdownLabel(RichLabel):
    """A note. ``link_activated`` tells of a link that was chosen; nothing is opened or loaded."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "ui",
        token: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        self._source = ""
        super().__init__(theme, role, token, _("Note"), parent)
        self.set_markdown(text)

    def set_markdown(self, text: str) -> None:
        """Shows another note."""
        self._source = text
        self.set_html(safe_html(text))

    def markdown(self) -> str:
        """The note as it was given."""
        return self._source
