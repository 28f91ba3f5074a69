"""What holds for every article, whatever file it was read from."""

import re
import unicodedata

from annotator.model import Article, Block, BlockKind

_OUTSIDE_ALPHABET = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x85\xad\u200b\u2028\u2029\u2060\ufeff\ud800-\udfff\ufdd0-\ufdef]"
)
_BARE = (BlockKind.IMAGE, BlockKind.RULE)
_CONTAINERS = {"quote", "item", "cell", "figure", "footnote", "part"}


def check(article: Article) -> None:
    """Assert the text model of DESIGN: alphabet, blocks without gaps, spans within their block."""
    text = article.text
    assert not _OUTSIDE_ALPHABET.search(text)
    assert not any(ord(c) & 0xFFFE == 0xFFFE for c in text)
    assert article.blocks
    at = 0
    for block in article.blocks:
        assert block.start == at, "blocks follow each other, one line break between them"
        _check_block(block, text, {resource.sha256 for resource in article.resources})
        at = block.end + 1
    assert article.blocks[-1].end == len(text)


def _check_block(block: Block, text: str, resources: set[str]) -> None:
    said = text[block.start : block.end]
    assert block.start <= block.end
    # Code keeps the indent of its first line.
    assert said == (said.rstrip() if block.kind is BlockKind.CODE else said.strip())
    assert (block.kind in _BARE) == (said == "")
    assert block.dir in ("ltr", "rtl")
    assert (1 <= block.level <= 6) == (block.kind is BlockKind.HEADING)
    assert block.resource == "" or (block.kind is BlockKind.IMAGE and block.resource in resources)
    assert {container.kind for container in block.containers} <= _CONTAINERS
    assert not any(unicodedata.category(c) == "Cs" for c in block.alt)
    at = block.start
    for span in block.spans:
        assert at <= span.start < span.end <= block.end, "sorted, apart, inside"
        assert span.script in ("", "sub", "super")
        at = span.end
