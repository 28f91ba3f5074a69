"""Markdown as readers will see it, by two parsers that are not ours."""

import markdown
import pytest
from lxml import html

PARSERS = ("python-markdown", "commonmark")


def render(text: str, parser: str = "python-markdown") -> html.HtmlElement:
    """The exported file, its front matter taken off, as an element tree."""
    assert text.startswith("---\n")
    body = text.split("\n---\n", 1)[1]
    return html.fromstring(f"<div>{_html(body, parser)}</div>")


def _html(body: str, parser: str) -> str:
    if parser == "python-markdown":
        return markdown.markdown(body, extensions=["extra"])
    parsers = pytest.importorskip("markdown_it")
    return parsers.MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body)


def words(element: html.HtmlElement) -> str:
    """An element's text, runs of white space as one blank."""
    return " ".join(element.text_content().split())
