"""Small articles and libraries for tests of the store and what stands on it."""

import hashlib
from pathlib import Path

from annotator.library import Library, Preferences
from annotator.model import Article, BlockKind, Details
from annotator.reading.builder import ArticleBuilder
from annotator.store import articles

PARAGRAPHS = (
    "The bridge was closed for eleven months, the city said.",
    "Nine of the eleven sensors faced the water; two faced the road 😀.",
    "“The trend is beyond doubt”, a spokesman told reporters on Monday.",
)


def small_article(paragraphs: tuple[str, ...] = PARAGRAPHS, title: str = "The bridge") -> Article:
    """A heading and some paragraphs."""
    builder = ArticleBuilder()
    builder.add(BlockKind.HEADING, title, level=1)
    for paragraph in paragraphs:
        builder.add(BlockKind.PARAGRAPH, paragraph)
    sha256 = hashlib.sha256("\n".join((title, *paragraphs)).encode()).hexdigest()
    return builder.article(Details(title=title), "text", sha256)


def open_library(path: Path, name: str = "A. Student") -> Library:
    """A library whose author's settings lie beside it."""
    preferences = Preferences(path.with_suffix(".settings.json"))
    preferences.set("name", name)
    return Library.open(path, create=True, preferences=preferences)


def add_article(library: Library, article: Article | None = None) -> str:
    """Store an article without reading a file; its id."""
    article = article or small_article()
    original = "\n".join((article.title, *article.text.split("\n")[1:])).encode()
    with library.store.write("import") as batch:
        return articles.add(library.store.connection, batch, article, original, "bridge.txt")
