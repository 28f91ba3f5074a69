"""Markdown that somebody wrote, as HTML that can do nothing: known tags, no pictures, links to the
web and mailboxes only."""

import re
from functools import cache
from typing import Any

from annotator.exporting.factcheck.elements import Markup, element
from annotator.exporting.markdown.note import tamed
from annotator.exporting.markdown.pieces import pieces

_TAGS = frozenset(
    {
        *("a", "b", "blockquote", "br", "code", "del", "em", "h4", "h5", "h6", "hr", "i", "li"),
        *("ol", "p", "pre", "s", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead"),
        *("tr", "u", "ul"),
    }
)

_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.;?’‘“”…–—'\"/()%$€£])*")

_BARE = re.compile(r'<a( href="([^"]*)"[^>]*>\2</a>)')
"""A link whose words are its address: on paper none need stand behind it."""


@cache
def _converter() -> Any:
    import markdown

    return markdown.Markdown(extensions=["sane_lists", "nl2br", "tables", "fenced_code"])


def prose(note: str, level: int) -> Markup:
    """A note as HTML, its headings from ``level`` on; empty for an empty one."""
    if not note.strip():
        return Markup("")
    if _PLAIN.fullmatch(note.strip()):  # most notes; spares them the converter
        return element("p", note.strip())
    made = (_converter().reset().convert(piece) for piece in pieces(tamed(note, level)))
    return Markup(_BARE.sub(r'<a class="bare"\1', _clean("\n".join(made))))


def _clean(html: str) -> str:
    import nh3

    return nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags={"script", "style"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
