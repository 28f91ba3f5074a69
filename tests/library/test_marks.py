"""The index of marks answers as a plain list would, whatever is put in and taken out."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.library.marks import CHUNK, MarkIndex
from annotator.model import Anchor, AnchorState, Annotation, Selectors, Target

PLACES = st.tuples(st.integers(0, 3 * CHUNK), st.integers(1, 2 * CHUNK))
STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "remove"]), st.integers(0, 9), PLACES, st.booleans()),
    max_size=40,
)


def annotation(id, start, end, private):
    target = Target("t", "v", Selectors(start, end, "x"))
    return Annotation(id, "a", private=private, created=f"2026-01-0{id}", target=target)


@given(steps=STEPS, asked=PLACES)
def test_like_a_list(steps, asked):
    index, plain = MarkIndex(), {}
    for what, number, (start, length), private in steps:
        id = str(number)
        if what == "put":
            anchor = Anchor(AnchorState.EXACT, start, start + length, 1.0)
            index.put(annotation(id, start, start + length, private), anchor)
            plain[id] = (start, start + length, private)
        else:
            index.remove(id)
            plain.pop(id, None)
    order = sorted(plain, key=lambda id: (*plain[id][:2], id))
    assert index.ids() == order
    numbered = [id for id in order if not plain[id][2]]
    for id in order:
        assert index.index(id) == order.index(id)
        assert index.number(id) == (numbered.index(id) + 1 if id in numbered else None)
    start, end = asked[0], asked[0] + asked[1]
    touching = [id for id in order if plain[id][0] < end and plain[id][1] > start]
    assert [mark.id for mark in index.between(start, end)] == touching
    assert set(index.at(start)) == {id for id in order if plain[id][0] <= start < plain[id][1]}


@given(st.lists(PLACES, max_size=20, unique=True))
def test_filled_at_once_is_like_one_by_one(places):
    placed = [
        (annotation(str(n), start, start + length, False),
         Anchor(AnchorState.EXACT, start, start + length, 1.0))
        for n, (start, length) in enumerate(places)
    ]  # fmt: skip
    one_by_one, at_once = MarkIndex(), MarkIndex()
    for pair in placed:
        one_by_one.put(*pair)
    at_once.fill(placed)
    assert at_once.ids() == one_by_one.ids()
    assert at_once.between(0, 5 * CHUNK) == one_by_one.between(0, 5 * CHUNK)
