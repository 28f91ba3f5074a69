"""Takes out of the article what stands in it but is none of its own: share bars, teasers, forms."""

import re
from collections.abc import Sequence

from annotator.reading.html.outline import Node
from annotator.reading.html.score import name_weight
from annotator.reading.html.styles import is_notes
from annotator.reading.html.tables import is_data
from annotator.reading.html.tree import words

_SHARE = re.compile(r"(?:\b|_)(?:share|sharedaddy)(?:\b|_)", re.I)
_MAX_SHARE = 500
_NEVER = words("object embed iframe footer aside input textarea select button")
_FORMS = words("form fieldset")
_LOOKED_AT = _NEVER | _FORMS | words("h1 h2 p table ul div")
_PLAYERS = words("object embed iframe")
_LISTS = words("ul ol")
_TABLE, _FIGURE, _CODE = words("table"), words("figure"), words("code")
_NEAR = 3
_MANY_COMMAS = 10
_SHORT = 25
_NOTICE = re.compile(
    r"^(?:ad(?:vertising|vertisement)?|pub(?:licité)?|werb(?:ung)?|anzeige|广告|реклама|anuncio"
    r"|(?:loading|正在加载|загрузка|chargement|cargando)(?:…|\.\.\.)?)$", re.I,
)  # fmt: skip


def clean(roots: Sequence[Node], *, weigh: bool, conditionally: bool) -> None:
    """Drop what does not belong. ``weigh``: names count; ``conditionally``: shape and links do."""
    nodes = [n for root in roots for n in root.inside() if n.tag in _LOOKED_AT or n.names]
    data_tables = _data_tables(nodes)
    if conditionally:
        _clean_where(nodes, _FORMS, weigh, data_tables)
    for node in nodes:
        if node.tag in _NEVER and _standing(node) and not _belongs(node):
            node.drop()
    for node in nodes:
        if node not in roots and _is_share(node) and _standing(node):
            node.drop()
    for node in nodes:
        if node.tag in ("h1", "h2") and name_weight(node, weigh) < 0 and _standing(node):
            node.drop()
    if conditionally:
        for node in nodes:
            if node.tag == "p" and _standing(node) and _is_notice(node):
                node.drop()
        for tags in ("table", "ul", "div"):
            _clean_where(nodes, words(tags), weigh, data_tables)


def _belongs(node: Node) -> bool:
    """Videos of the article, and its footnotes whatever they stand in."""
    if node.tag in _PLAYERS:
        return node.counts.videos > 0
    return node.element is not None and is_notes(node.element)


def _standing(node: Node) -> bool:
    return node.alive and all(above.alive for above in node.ancestors())


def _is_share(node: Node) -> bool:
    return bool(node.names and _SHARE.search(node.names)) and node.counts.length < _MAX_SHARE


def _data_tables(nodes: Sequence[Node]) -> set[Node]:
    return {
        node
        for node in nodes
        if node.tag == "table" and node.element is not None and is_data(node.element)
    }


def _clean_where(
    nodes: Sequence[Node], tags: frozenset[str], weigh: bool, data_tables: set[Node]
) -> None:
    found = [node for node in nodes if node.tag in tags and _standing(node)]
    for node in reversed(found):
        if not _keeps(node, data_tables) and _is_furniture(node, weigh):
            node.drop()


def _keeps(node: Node, data_tables: set[Node]) -> bool:
    if not data_tables:
        return node.within(_CODE, _NEAR)
    if node in data_tables or any(above in data_tables for above in node.ancestors()):
        return True
    if node.within(_CODE, _NEAR):
        return True
    return any(inner in data_tables for inner in node.inside())


def _is_furniture(node: Node, weigh: bool) -> bool:
    weight = name_weight(node, weigh)
    if weight < 0:
        return True
    counts = node.counts
    if counts.commas >= _MANY_COMMAS or counts.videos:
        return False
    if _is_notice(node):
        return True
    listed = node.tag in _LISTS or _is_list(node)
    furniture = _looks_wrong(node, weight, listed)
    if furniture and listed:
        if any(len(child.elements()) > 1 for child in node.elements()):
            return True
        return counts.images != counts.items
    return furniture


def _is_notice(node: Node) -> bool:
    return node.counts.length < _SHORT and bool(_NOTICE.match(node.words()))


def _is_list(node: Node) -> bool:
    listed = sum(inner.counts.length for inner in node.inside() if inner.tag in _LISTS)
    return node.counts.length > 0 and listed / node.counts.length > 0.9


def _looks_wrong(node: Node, weight: int, listed: bool) -> bool:
    counts = node.counts
    in_figure = node.within(_FIGURE, _NEAR)
    density = node.link_density()
    headed = counts.headings / counts.length if counts.length else 0.0
    return (
        (not in_figure and counts.images > 1 and counts.paragraphs / counts.images < 0.5)
        or (not listed and counts.items - 100 > counts.paragraphs)
        or (counts.inputs > counts.paragraphs // 3)
        or (
            not listed and not in_figure and headed < 0.9 and counts.length < _SHORT
            and (counts.images == 0 or counts.images > 2) and density > 0
        )
        or (not listed and weight < 25 and density > 0.2)
        or (weight >= 25 and density > 0.5)
        or (counts.embeds == 1 and counts.length < 75) or counts.embeds > 1
        or (counts.images == 0 and counts.textish - _itself(node) == 0)
    )  # fmt: skip


def _itself(node: Node) -> int:
    return 1 if node.counts.length else 0
