"""Which texts of a page are the article's own, and which the page around it.

Nothing is thrown away on this: a wrong verdict costs a click (*Whole page*), never a text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.reading.html.clean import clean
from annotator.reading.html.outline import TEXT, Node, count, outline
from annotator.reading.html.prepare import prepare
from annotator.reading.html.score import best_of, vote, with_siblings
from annotator.reading.html.title import title_test

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ENOUGH = 500


@dataclass(frozen=True, slots=True)
class _Rules:
    strip: bool
    weigh: bool
    conditionally: bool


_ATTEMPTS = (
    _Rules(True, True, True),
    _Rules(False, True, True),
    _Rules(False, False, True),
    _Rules(False, False, False),
)
"""Ever more trusting; the next is tried when one leaves hardly any text."""


def everything(element: "Element", where: str) -> bool:
    """All of it is the article's own."""
    return True


def article_own(body: "Element", title: str, *, byline: bool) -> Callable[["Element", str], bool]:
    """A test for each text (``text``, ``tail``) and picture (``self``) of the page's elements.

    ``byline``: the first byline is furniture, since it alone tells the author.
    """
    best: set[tuple[Element, str]] = set()
    most = 0
    for rules in _ATTEMPTS:
        roots = _attempt(body, title, byline, rules)
        length = sum(root.counts.length for root in roots if root.alive)
        if length > most:
            best, most = _kept(roots), length
        if length >= _ENOUGH:
            break
    if not most:
        return everything
    return lambda element, where: (element, where) in best


def _attempt(body: "Element", title: str, byline: bool, rules: _Rules) -> list[Node]:
    root = outline(body)
    voters = prepare(root, strip=rules.strip, byline=byline, is_title=title_test(title))
    count(root)
    roots = with_siblings(best_of(vote(voters, rules.weigh), root, rules.weigh))
    clean(roots, weigh=rules.weigh, conditionally=rules.conditionally)
    return roots


def _kept(roots: list[Node]) -> set[tuple["Element", str]]:
    return {
        (node.element, node.where if node.tag == TEXT else "self")
        for root in roots
        for node in root.inside()
        if node.element is not None
    }
