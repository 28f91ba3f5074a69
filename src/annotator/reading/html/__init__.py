"""Saved web pages (``.html``, ``.htm``, ``.xhtml``) → articles."""

import gc
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from annotator.errors import UnreadableFile
from annotator.i18n import _
from annotator.model import Article, Details
from annotator.reading.builder import ArticleBuilder
from annotator.reading.encoding import decode
from annotator.reading.html.asides import without_asides
from annotator.reading.html.blocks import BlockMaker, Own
from annotator.reading.html.details import Page, named_authors, read_details
from annotator.reading.html.main import article_own, everything
from annotator.reading.html.tidying import tidied
from annotator.reading.html.title import with_headline, with_title
from annotator.reading.html.tree import body, parse
from annotator.reading.pictures import Pictures

SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml", ".xht")
FORMAT = "html"

_MARKUP = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--(?>.*?-->)\s*)*)<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.I | re.S,
)
_TAG = re.compile(
    rb"</?(?:a|abbr|address|article|aside|b|blockquote|body|br|center|code|dd|div|dl|dt|em|figure"
    rb"|font|footer|form|h[1-6]|head|header|hr|html|i|img|li|link|main|meta|nav|ol|p|pre|script"
    rb"|section|small|span|strong|style|su[bp]|table|t[dhr]|title|u|ul)(?:[\s/][^<>]*)?>",
    re.I,
)
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.I)
_CHARSET_WITHIN = 65_536


def sniff(head: bytes, path: Path) -> bool:
    """Whether the bytes begin like a web page, or the name says it is one and there are tags."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _MARKUP.match(plain):
        return True
    named = path.suffix.lower() in SUFFIXES
    return named and bool(_TAG.search(plain)) and (wide or b"\0" not in head)


def read(data: bytes, path: Path, password: str | None = None) -> Article:
    """The article of a saved page, with the pictures saved in it or beside it.

    Raises UnreadableFile where the page shows no text.
    """
    source = decode(data, declared_charset(data))
    article = article_of(source, hashlib.sha256(data).hexdigest(), Pictures(path.parent))
    if article is None:
        raise UnreadableFile(
            _("“{name}” holds no text to read; save the page again once it has loaded.").format(
                name=path.name
            )
        )
    if article.details.title:
        return article
    return replace(article, details=replace(article.details, title=path.stem))


def read_fragment(html: str, url: str) -> Article:
    """The article of pasted HTML. ``url`` is where it was copied, "" if not known.

    All of it is main, since somebody chose it. Raises UnreadableFile where there is no text.
    """
    digest = hashlib.sha256(html.encode("utf-8", "replace")).hexdigest()
    article = article_of(html, digest, Pictures(None), whole=True)
    if article is None:
        raise UnreadableFile(_("What was copied holds no text; copy the passage again."))
    details = article.details
    title = details.title or _first_line(article)
    return replace(article, details=replace(details, title=title, url=url or details.url))


def declared_charset(data: bytes) -> str | None:
    """The encoding a page claims for itself near its beginning, if any."""
    head = data[:_CHARSET_WITHIN]
    match = _XML_ENCODING.match(head) or _CHARSET.search(head)
    return match[1].decode("ascii") if match else None


def article_of(
    source: str, sha256: str, pictures: Pictures, *, whole: bool = False,
    details: Details | None = None, format: str = FORMAT,
) -> Article | None:  # fmt: skip
    """The article of HTML text; None where it shows no text. ``whole``: all of it is main."""
    with _uncollected():
        return _article_of(source, sha256, pictures, whole, details, format)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: a page is a million small objects and none of them is."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _article_of(
    source: str, sha256: str, pictures: Pictures, whole: bool, details: Details | None, format: str
) -> Article | None:
    root = parse(source)
    page = Page(root, source)
    details = details or read_details(page)
    own: Own = everything
    if not whole:
        own = article_own(body(root), details.title, byline=not named_authors(page))
    builder = ArticleBuilder()
    BlockMaker(builder, own, pictures).walk(body(root))
    if not _has_text(builder):
        # Pages that hide all until a script has run.
        builder = ArticleBuilder()
        BlockMaker(builder, everything, pictures, styled=False).walk(body(root))
    if not _has_text(builder):
        return None
    article = builder.article(details, format, sha256, pictures.resources)
    blocks = with_title(article.blocks, article.text, details.title)
    if not whole:
        blocks = with_headline(blocks, article.text, details.site)
        blocks = without_asides(blocks, article.text)
    return replace(article, blocks=tidied(blocks, article.text))


def _has_text(builder: ArticleBuilder) -> bool:
    return any(block.end > block.start for block in builder.blocks)


def _first_line(article: Article) -> str:
    first = next(block for block in article.blocks if block.end > block.start)
    line = article.text[first.start : first.end].split("\n")[0]
    return line if len(line) <= 100 else line[:99].rsplit(" ", 1)[0] + "…"
