"""Markdown (``.md``, ``.markdown``) with front matter → articles, by way of HTML."""

import hashlib
import html as escaping
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import UnreadableFile
from annotator.i18n import _
from annotator.model import Article, BlockKind
from annotator.reading import html
from annotator.reading.encoding import decode
from annotator.reading.html.title import with_title
from annotator.reading.markdown import front_matter
from annotator.reading.pictures import Pictures

if TYPE_CHECKING:
    from markdown import Markdown

SUFFIXES: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
FORMAT = "markdown"

_HEADING = re.compile(rb"^#{1,6} +[^\s#]", re.M)
_DEEP_QUOTE = re.compile(r"^((?: {0,3}> ?){12})(?: {0,3}> ?)+", re.M)
_MAX_TITLE = 500
_MAX_OPEN = 300


def sniff(head: bytes, path: Path) -> bool:
    """Whether the file is named as Markdown; its content alone hardly tells it from plain text.

    One that is named as a web page, and is none, is Markdown where it has a heading.
    """
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    suffix = path.suffix.lower()
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    named = suffix in SUFFIXES or (suffix in html.SUFFIXES and bool(_HEADING.search(plain)))
    return named and (wide or b"\0" not in head)


def read(data: bytes, path: Path, password: str | None = None) -> Article:
    """The article of a Markdown file, with pictures that lie in its folder.

    Raises UnreadableFile where there is no text.
    """
    fields, text = front_matter.split(decode(data, None))
    article = html.article_of(
        to_html(text), hashlib.sha256(data).hexdigest(), Pictures(path.parent), whole=True,
        details=front_matter.details_of(fields), format=FORMAT,
    )  # fmt: skip
    if article is None:
        raise UnreadableFile(
            _("“{name}” holds no text to read; open it in an editor to see what it holds.").format(
                name=path.name
            )
        )
    title = article.details.title or _first_heading(article) or path.stem
    return replace(
        article,
        details=replace(article.details, title=title),
        blocks=with_title(article.blocks, article.text, title),
    )


def to_html(text: str) -> str:
    """Markdown → HTML: tables, footnotes, fenced code, strike-through, lists as people write them.

    Raw HTML passes through; it is for the HTML reader, never to be shown as it is.
    """
    text = _DEEP_QUOTE.sub(r"\1", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = "\n\n".join(map(_without_open_brackets, text.split("\n\n")))
    try:
        return _converter().convert(text)
    except RecursionError:  # brackets or quotes nested without end: show what is written
        paragraphs = re.split(r"\n\s*\n", text)
        return "".join(f"<p>{escaping.escape(paragraph)}</p>" for paragraph in paragraphs)


def _without_open_brackets(paragraph: str) -> str:
    """Hundreds of brackets never closed are no links, and cost the converter minutes."""
    unclosed = max(
        paragraph.count("[") - paragraph.count("]"), paragraph.count("](") - paragraph.count(")")
    )
    if unclosed <= _MAX_OPEN:
        return paragraph
    return paragraph.replace("[", "&#91;")


def _converter() -> "Markdown":
    import markdown
    from markdown.inlinepatterns import SimpleTagInlineProcessor
    from markdown.preprocessors import Preprocessor

    from annotator.reading.markdown.lists import set_out

    class Lists(Preprocessor):
        def run(self, lines: list[str]) -> list[str]:
            return set_out(lines)

    converter = markdown.Markdown(
        extensions=["tables", "footnotes", "fenced_code", "sane_lists", "def_list"]
    )
    # Below fenced code (25), which has put its lines away by then.
    converter.preprocessors.register(Lists(converter), "annotator-lists", 22)
    strike = SimpleTagInlineProcessor(r"(~~)(.+?)~~", "del")
    converter.inlinePatterns.register(strike, "annotator-strike", 65)
    return converter


def _first_heading(article: Article) -> str:
    """The first heading of level 1, else the very first block if it is a heading."""
    headings = [block for block in article.blocks if block.kind is BlockKind.HEADING]
    chosen = next((block for block in headings if block.level == 1), None)
    if chosen is None and headings and headings[0].start == 0:
        chosen = headings[0]
    title = article.text[chosen.start : chosen.end] if chosen else ""
    return " ".join(title.split())[:_MAX_TITLE]
