"""Small articles for the tests."""

from annotator.checking.inside import inside_check
from annotator.model import Article, Block, BlockKind, Details, make_text

_KINDS = {
    "#": (BlockKind.HEADING, 1),
    "##": (BlockKind.HEADING, 2),
    "!": (BlockKind.CAPTION, 0),
    "-": (BlockKind.ITEM, 0),
    "~": (BlockKind.PARAGRAPH, 0),
}


def article(*lines: str) -> Article:
    """An article of blocks: "# " a headline, "## " a heading, "! " a caption, "~ " a paragraph
    that is not the article's own, else a paragraph."""
    blocks, texts, at = [], [], 0
    for line in lines:
        sign, _, rest = line.partition(" ")
        kind, level = _KINDS.get(sign, (BlockKind.PARAGRAPH, 0))
        text = rest if sign in _KINDS else line
        blocks.append(Block(kind, at, at + len(text), level, main=sign != "~"))
        texts.append(text)
        at += len(text) + 1
    title = next((t for t, b in zip(texts, blocks, strict=True) if b.level == 1), "Untitled")
    return Article(make_text(texts), tuple(blocks), Details(title), "text", "0" * 64)


def differing(*lines: str) -> list[tuple[str, ...]]:
    """The words side by side of each row of the inside check with a difference."""
    return [
        tuple(mention.text for mention in row.mentions)
        for row in inside_check(article(*lines))
        if row.difference
    ]
