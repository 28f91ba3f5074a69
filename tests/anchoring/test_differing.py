"""The pieces two texts share."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.anchoring.differing import common_pieces
from annotator.anchoring.mapping import Mapping
from tests.anchoring.texts import article, edited_around

TEXTS = st.text("ab \n.", max_size=60)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_pieces_are_equal_apart_and_in_order(old: str, new: str) -> None:
    at_old = at_new = 0
    for piece in common_pieces(old, new):
        assert piece.size > 0
        assert old[piece.old : piece.old + piece.size] == new[piece.new : piece.new + piece.size]
        assert piece.old >= at_old
        assert piece.new >= at_new
        at_old, at_new = piece.old + piece.size, piece.new + piece.size


@settings(deadline=None)
@given(TEXTS)
def test_a_text_shares_all_with_itself(text: str) -> None:
    assert sum(piece.size for piece in common_pieces(text, text)) == len(text)
    assert len(common_pieces(text, text)) == bool(text)


def test_most_of_an_edited_text_is_shared() -> None:
    old = article(7)
    new, _ = edited_around(old, [], 0.1, 7)
    assert sum(piece.size for piece in common_pieces(old, new)) > 0.85 * len(old)


def test_a_paragraph_broken_in_two_keeps_its_words() -> None:
    old = "One sentence here. Another sentence there."
    new = "One sentence here.\nAnother sentence there."
    assert sum(piece.size for piece in common_pieces(old, new)) == len(old) - 1


@settings(deadline=None)
@given(TEXTS.filter(bool), TEXTS, st.data())
def test_carried_passages_stay_inside_the_new_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    place = Mapping.between(old, new).carry(start, end)
    assert 0 <= place.start <= place.end <= len(new)
    assert place.kept <= end - start
    if place.whole:
        assert new[place.start : place.end] == old[start:end]
