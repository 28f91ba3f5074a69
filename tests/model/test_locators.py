"""Paragraph numbers: what is counted is what is shown, and each passage can be cited."""

from annotator.model import Article, Block, BlockKind, Container, Details, with_roles
from annotator.model.locators import locator, paragraph_at, paragraph_numbers


def _blocks(*kinds: str, cell: tuple[int, ...] = ()) -> tuple[Block, ...]:
    """Blocks of nine code points each; those in ``cell`` stand in a table."""
    inside = (Container("cell", 1),)
    return tuple(
        Block(BlockKind(kind), 10 * at, 10 * at + 9, containers=inside if at in cell else ())
        for at, kind in enumerate(kinds)
    )


def _cited(blocks: tuple[Block, ...]) -> list[int]:
    numbers = paragraph_numbers(blocks)
    return [paragraph_at(blocks, numbers, block.start + 3) for block in blocks]


def test_items_in_a_table_have_no_number_like_all_that_is_in_it() -> None:
    blocks = _blocks("cell", "item", "paragraph", "paragraph", "item", cell=(0, 1, 2))
    assert paragraph_numbers(blocks) == (0, 0, 0, 1, 2)


def test_a_paragraph_that_becomes_a_heading_hands_its_number_on() -> None:
    blocks = with_roles(_blocks("paragraph", "paragraph", "paragraph"), {1: "heading"})
    assert paragraph_numbers(blocks) == (1, 0, 2)
    assert _cited(blocks) == [1, 2, 2], "a heading is cited with what it heads"


def test_captions_and_cells_are_cited_with_what_is_before_them() -> None:
    assert _cited(_blocks("paragraph", "caption", "paragraph", "cell")) == [1, 1, 2, 2]
    assert _cited(_blocks("caption", "paragraph")) == [1, 1], "or after them, at the beginning"


def test_the_last_heading_is_cited_with_what_is_before_it() -> None:
    assert _cited(_blocks("paragraph", "heading")) == [1, 1]
    assert _cited(_blocks("heading")) == [0]


def _locators(title: str, *blocks: tuple[str, str]) -> list[str]:
    """How blocks of these kinds and words are cited; "h1" is a heading of level 1."""
    made, at = [], 0
    for kind, words in blocks:
        level = int(kind[1:]) if kind[0] == "h" else 0
        plain = BlockKind.HEADING if level else BlockKind(kind)
        made.append(Block(plain, at, at + len(words), level))
        at += len(words) + 1
    text = "\n".join(words for _, words in blocks)
    article = Article(text, tuple(made), Details(title=title), "text", "")
    numbers = paragraph_numbers(article.blocks)
    return [locator(article, numbers, block.start + 1) for block in article.blocks]


def test_the_headline_and_captions_are_cited_as_what_they_are() -> None:
    blocks = (
        ("h1", "Bridge shut"), ("caption", "The bridge"), ("paragraph", "One."),
        ("h2", "Why"), ("paragraph", "Two."),
    )  # fmt: skip
    assert _locators("Bridge shut", *blocks) == ["headline", "caption", "¶ 1", "¶ 2", "¶ 2"]


def test_of_several_headings_the_one_that_is_the_title_is_the_headline() -> None:
    blocks = (("h1", "The paper"), ("paragraph", "One."), ("h1", "Bridge shut"))
    assert _locators("Bridge  shut", *blocks) == ["¶ 1", "¶ 1", "headline"]
    assert _locators("Another title", *blocks) == ["headline", "¶ 1", "¶ 1"]
