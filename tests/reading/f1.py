"""Token F1 of the main blocks against what a reader mode is expected to keep of a page.

Run by itself it prints a table: ``python tests/reading/f1.py ../shared/samples/html``.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from lxml import etree

from annotator.model import Article
from annotator.reading import html

_BY_CHARACTER = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_BY_CHARACTER}]|[^\W{_BY_CHARACTER}]+")


def tokens(text: str) -> Counter[str]:
    """The bag of lower-cased words; Chinese, Japanese, Korean, Thai by character."""
    return Counter(_TOKEN.findall(text.lower()))


def main_text(article: Article) -> str:
    """The text of the article's own blocks."""
    return "\n".join(article.text[b.start : b.end] for b in article.blocks if b.main)


def expected_text(path: Path) -> str:
    """All text of an HTML file."""
    root = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    return " ".join(root.itertext("*")) if root is not None else ""


def f1(found: Counter[str], wanted: Counter[str]) -> float:
    """The harmonic mean of precision and recall; 1 where both are empty."""
    total = found.total() + wanted.total()
    return 2 * (found & wanted).total() / total if total else 1.0


def scores(samples: Path) -> dict[str, float]:
    """F1 of each folder that holds ``source.html`` and ``expected.html``."""
    found = {}
    for expected in sorted(samples.glob("*/expected.html")):
        source = expected.with_name("source.html")
        article = html.read(source.read_bytes(), source)
        found[source.parent.name] = f1(tokens(main_text(article)), tokens(expected_text(expected)))
    return found


if __name__ == "__main__":
    table = scores(Path(sys.argv[1]))
    for name, score in table.items():
        print(f"{score:.4f}  {name}")
    print(f"{sum(table.values()) / len(table):.4f}  average")
