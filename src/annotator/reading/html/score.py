"""Where on the page the article stands: paragraphs vote for what they stand in.

The method is that of Arc90's Readability, which browsers' reader modes grew from: long paragraphs
with commas score for the elements around them, names like "sidebar" count against, links too.
"""

import re

from annotator.reading.html.outline import HEADINGS, Node
from annotator.reading.html.tree import words

MIN_PARAGRAPH = 25
_VOTE_DEPTH = 5
_TOP = 5
_NEAR_TOP = 0.75
_ALIKE = 3
_GOOD = re.compile(r"article|body|content|entry|main|page|post|text|blog|story", re.I)
_BAD = re.compile(
    r"-ad-|hidden|(?:^| )hid(?: |$)|banner|combx|comment|com-|contact|footer|gdpr|masthead|media"
    r"|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags"
    r"|widget", re.I,
)  # fmt: skip
_NAME_WEIGHT = 25
_TAG_SCORES = {
    "div": 5,
    **dict.fromkeys(("pre", "td", "blockquote"), 3),
    **dict.fromkeys(("address", "ol", "ul", "dl", "dd", "dt", "li", "form"), -3),
    **dict.fromkeys((*HEADINGS, "th"), -5),
}
_LISTED = words("div article section p ol ul")
_SENTENCE_END = re.compile(r"\.(?: |$)|[。！？।؟۔]")


def name_weight(node: Node, weigh: bool) -> int:
    """What the element's class and id say for or against it; 0 where names do not count."""
    if not weigh or not node.names.strip():
        return 0
    weight = 0
    for name in (node.get("class"), node.get("id")):
        if name:
            weight += _NAME_WEIGHT * (bool(_GOOD.search(name)) - bool(_BAD.search(name)))
    return weight


def vote(paragraphs: list[Node], weigh: bool) -> list[Node]:
    """Score what the paragraphs stand in; the elements that got votes, in order."""
    candidates: list[Node] = []
    for paragraph in paragraphs:
        length = paragraph.counts.length
        if length < MIN_PARAGRAPH or paragraph.parent is None:
            continue
        score = 2 + paragraph.counts.commas + min(length // 100, 3)
        for level, node in zip(range(_VOTE_DEPTH), paragraph.ancestors(), strict=False):
            if not node.scored:
                candidates.append(_scored(node, weigh))
            node.score += score / (1 if level == 0 else 2 if level == 1 else level * 3)
    for node in candidates:
        node.score *= 1 - node.link_density()
    return candidates


def best_of(candidates: list[Node], root: Node, weigh: bool) -> Node:
    """The element the article stands in; ``weigh``: names count."""
    top = sorted(candidates, key=lambda node: -node.score)[:_TOP]
    if not top or top[0] is root:
        return root
    best = _scored(_shared_ancestor(top, root), weigh)
    best = _better_parent(best, root)
    while best.parent is not None and best.parent is not root and _only_child(best):
        best = best.parent
    return _scored(best, weigh)


def with_siblings(best: Node) -> list[Node]:
    """The element and those of its siblings that go on with the article."""
    if best.parent is None:
        return [best]
    threshold = max(10.0, best.score * 0.2)
    class_name = best.get("class")
    kept: list[Node] = []
    for sibling in best.parent.elements():
        bonus = best.score * 0.2 if class_name and sibling.get("class") == class_name else 0.0
        scored = sibling.scored and sibling.score + bonus >= threshold
        if sibling is best or scored or (sibling.tag == "p" and _goes_on(sibling)):
            if sibling.tag not in _LISTED:
                sibling.tag = "div"
            kept.append(sibling)
    return kept


def _scored(node: Node, weigh: bool) -> Node:
    """The node, with the score its name gives it if nothing has voted for it yet."""
    if not node.scored:
        node.scored = True
        node.score = _TAG_SCORES.get(node.tag, 0) + name_weight(node, weigh)
    return node


def _shared_ancestor(top: list[Node], root: Node) -> Node:
    """Where several good candidates stand apart, what holds most of them."""
    best = top[0]
    near = [set(node.ancestors()) for node in top[1:] if node.score >= best.score * _NEAR_TOP]
    if len(near) < _ALIKE:
        return best
    for node in best.ancestors():
        if node is root:
            break
        if sum(node in ancestors for ancestors in near) >= _ALIKE:
            return node
    return best


def _better_parent(best: Node, root: Node) -> Node:
    last = best.score
    threshold = last / 3
    for node in best.ancestors():
        if node is root:
            break
        if not node.scored:
            continue
        if node.score < threshold:
            break
        if node.score > last:
            return node
        last = node.score
    return best


def _only_child(node: Node) -> bool:
    return node.parent is not None and len(node.parent.elements()) == 1


def _goes_on(paragraph: Node) -> bool:
    length, density = paragraph.counts.length, paragraph.link_density()
    if length > 80:
        return density < 0.25
    return length > 0 and density == 0 and bool(_SENTENCE_END.search(paragraph.words()))
