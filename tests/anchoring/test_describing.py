"""A passage's selectors, and quotes as people type them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.anchoring import describe, find_quote, resolve_all
from annotator.model import AnchorState


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(st.text(min_size=1, max_size=400))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@settings(deadline=None)
@given(passages())
def test_selectors_give_the_passage_back(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    selectors = describe(text, start, end)
    assert text[selectors.start : selectors.end] == selectors.exact == text[start:end]
    assert text[:start].endswith(selectors.prefix)
    assert text[end:].startswith(selectors.suffix)
    assert max(len(selectors.prefix), len(selectors.suffix)) <= 64
    anchor = resolve_all(text, [selectors])[0]
    assert (anchor.state, anchor.start, anchor.end, anchor.score) == (
        AnchorState.EXACT, start, end, 1.0,
    )  # fmt: skip


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 1), (0, 99)])
def test_no_passage_has_no_selectors(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        describe("some text", start, end)


def test_offsets_are_code_points() -> None:
    selectors = describe("a😀bc", 1, 3)
    assert (selectors.exact, selectors.prefix, selectors.suffix) == ("😀b", "a", "c")


def test_a_quote_is_found_across_line_breaks_and_other_spaces() -> None:
    text = "It cost\n$92.5 million. Again: it  cost $92.5\u00a0million."
    assert [text[a:b] for a, b in find_quote(text, "cost $92.5\nmillion")] == [
        "cost\n$92.5 million", "cost $92.5\u00a0million",
    ]  # fmt: skip


def test_a_prefix_tells_places_apart() -> None:
    text = "first one, second one\nthird one"
    assert find_quote(text, "one") == [(6, 9), (18, 21), (28, 31)]
    assert find_quote(text, "one", "second ") == [(18, 21)]
    assert find_quote(text, "one", "no such") == []


def test_signs_with_a_meaning_in_patterns_are_only_signs() -> None:
    assert find_quote("a.b (c)* a-b", "(c)*") == [(4, 8)]
    assert find_quote("axb", "a.b") == []


def test_overlapping_places_are_all_found() -> None:
    assert find_quote("aaa", "aa") == [(0, 2), (1, 3)]


@pytest.mark.parametrize("quote", ["", "  \n"])
def test_no_words_stand_nowhere(quote: str) -> None:
    assert find_quote("some text", quote) == []


@settings(deadline=None)
@given(passages())
def test_any_passage_is_found_by_its_words(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    quote = text[start:end]
    inner = start + len(quote) - len(quote.lstrip())
    if quote.strip():
        assert (inner, inner + len(quote.strip())) in find_quote(text, quote)
