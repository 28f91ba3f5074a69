"""Paragraph numbers: what is counted is what is shown, and each passage can be cited."""

from annotator.model import Block, BlockKind, Container, with_roles
from annotator.model.locators import paragraph_at, paragraph_numbers


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
