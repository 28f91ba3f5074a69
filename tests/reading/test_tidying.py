"""What pages say twice, or in the wrong kind of element."""

from pathlib import Path

import pytest

from annotator.model import Article, BlockKind
from annotator.reading import html
from annotator.reading.people import clean_authors

from .invariants import check

_TEXT = "<p>The council met on Monday, and the harbour, the quay and the port were all it spoke of."


def _article(body: str) -> Article:
    page = f"<title>The harbour vote</title><body><div>{body}{_TEXT * 6}</div>"
    found = html.read(page.encode(), Path("p.html"))
    check(found)
    return found


def _kinds(found: Article, words: str) -> list[tuple[BlockKind, bool]]:
    return [(b.kind, b.main) for b in found.blocks if words == found.text[b.start : b.end]]


def test_a_sections_name_over_the_headline_is_no_heading() -> None:
    found = _article("<h4>Politics —</h4><h1>The harbour vote</h1><h4>The day after</h4>")
    headings = [b for b in found.blocks if b.kind is BlockKind.HEADING]
    assert [(found.text[b.start : b.end], b.level) for b in headings] == [
        ("The harbour vote", 1), ("The day after", 4),
    ]  # fmt: skip
    assert _kinds(found, "Politics —") == [(BlockKind.CAPTION, True)]


def test_a_table_under_the_headline_does_not_say_it_again() -> None:
    table = "<table><caption>{}</caption><tr><th>Yes<td>8<tr><th>No<td>4</table>"
    said = "<h1>The harbour vote</h1>" + table.format("The Harbour Vote")
    assert _kinds(_article(said), "The Harbour Vote") == [(BlockKind.CAPTION, False)]
    other = "<h1>The harbour vote</h1>" + table.format("How they voted")
    assert _kinds(_article(other), "How they voted") == [(BlockKind.CAPTION, True)]


def test_the_one_item_below_a_figure_is_its_caption() -> None:
    figure = "<figure><img src=a.jpg alt='A crane at the quay.' width=600></figure>"
    found = _article(
        f"<h1>The harbour vote</h1>{_TEXT}{figure}<ul><li><p>A crane at the quay</ul>{_TEXT}"
    )
    assert _kinds(found, "A crane at the quay") == [(BlockKind.CAPTION, True)]
    caption = next(b for b in found.blocks if b.kind is BlockKind.CAPTION)
    assert caption.containers == ()
    picture = next(b for b in found.blocks if b.kind is BlockKind.IMAGE)
    assert picture.alt == "", "the caption says it"


def test_a_list_below_a_figure_stays_a_list_and_the_picture_keeps_its_words() -> None:
    figure = "<figure><img src=a.jpg alt='A crane at the quay.' width=600></figure>"
    items = "<ul><li>The quay was shut<li>The port was not</ul>"
    found = _article(f"<h1>The harbour vote</h1>{_TEXT}{figure}{items}{_TEXT}")
    assert _kinds(found, "The quay was shut") == [(BlockKind.ITEM, True)]
    assert [b.alt for b in found.blocks if b.kind is BlockKind.IMAGE] == ["A crane at the quay."]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (["Arthur Conan Doyle", "SIR ARTHUR CONAN DOYLE"], ("Arthur Conan Doyle",)),
        (["SIR ARTHUR CONAN DOYLE", "Arthur Conan Doyle"], ("Arthur Conan Doyle",)),
        (["Dr. Ida Green", "Ida Greene"], ("Dr. Ida Green", "Ida Greene")),
    ],
)
def test_an_author_is_named_once_with_or_without_honours(
    said: list[str], names: tuple[str, ...]
) -> None:
    assert clean_authors(said) == names


def test_declarations_of_a_document_type_are_no_text() -> None:
    subset = "<!ENTITY a \"b]>c\"> <!-- don't show > this -->\n<!ENTITY % d SYSTEM 'e>'>"
    page = f"<!DOCTYPE html [{subset}]>\n<html><body><p>All there is.</p></body></html>"
    found = html.read(page.encode(), Path("p.html"))
    assert found.text == "All there is."
