"""Where passages are after the text has changed."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.anchoring import describe, match_quote, resolve_all
from annotator.model import Anchor, AnchorState, Selectors
from tests.anchoring.texts import article, edited_around, passages

EXACT, MOVED, CHANGED = AnchorState.EXACT, AnchorState.MOVED, AnchorState.CHANGED
AMBIGUOUS, LOST = AnchorState.AMBIGUOUS, AnchorState.LOST

TEXT = (
    "The council voted on Tuesday to close the library.\n"
    "The mayor said that the decision was hard but necessary for the town.\n"
    "Residents protested outside, and some of them wept.\n"
    "A lawsuit that cost the town two million dollars was settled in May."
)
QUOTE = "the decision was hard but necessary"


def selectors(quote: str, text: str = TEXT) -> Selectors:
    start = text.index(quote)
    return describe(text, start, start + len(quote))


def resolve(text: str, quote: str, *, diff: bool) -> Anchor:
    return resolve_all(text, [selectors(quote)], TEXT if diff else None)[0]


@pytest.mark.parametrize("diff", [False, True])
class TestOnePassage:
    def test_the_same_text(self, diff: bool) -> None:
        assert resolve(TEXT, QUOTE, diff=diff).state is EXACT

    def test_a_paragraph_put_in_before(self, diff: bool) -> None:
        anchor = resolve("A new first paragraph.\n" + TEXT, QUOTE, diff=diff)
        assert (anchor.state, anchor.start) == (MOVED, TEXT.index(QUOTE) + 23)

    def test_a_change_behind_it_leaves_it_exact(self, diff: bool) -> None:
        anchor = resolve(TEXT.replace("town.", "whole town."), QUOTE, diff=diff)
        assert (anchor.state, anchor.start) == (EXACT, TEXT.index(QUOTE))

    @pytest.mark.parametrize(
        "now",
        ["the decision was very hard but necessary", "the decision was hard but needed",
         "the choice was hard but necessary", "the decision was hard, but necessary"],
    )  # fmt: skip
    def test_changed_words(self, diff: bool, now: str) -> None:
        text = TEXT.replace(QUOTE, now)
        anchor = resolve(text, QUOTE, diff=diff)
        assert anchor.state is CHANGED
        assert text[anchor.start : anchor.end] == now
        assert 0.5 < anchor.score < 1

    def test_a_deleted_passage(self, diff: bool) -> None:
        anchor = resolve(TEXT.replace(QUOTE + " ", ""), QUOTE, diff=diff)
        assert (anchor.state, anchor.start, anchor.end) == (LOST, None, None)

    def test_a_deleted_paragraph(self, diff: bool) -> None:
        lines = TEXT.split("\n")
        assert resolve("\n".join([lines[0], *lines[2:]]), QUOTE, diff=diff).state is LOST

    def test_a_paragraph_moved_to_the_end(self, diff: bool) -> None:
        lines = TEXT.split("\n")
        text = "\n".join([lines[0], *lines[2:], lines[1]])
        anchor = resolve(text, QUOTE, diff=diff)
        assert (anchor.state, anchor.start) == (MOVED, text.index(QUOTE))

    def test_a_text_that_is_another(self, diff: bool) -> None:
        assert resolve(article(3), QUOTE, diff=diff).state is LOST

    def test_an_empty_text(self, diff: bool) -> None:
        assert resolve("", QUOTE, diff=diff).state is LOST


def test_a_short_quote_is_never_matched_fuzzily() -> None:
    assert (
        resolve(TEXT.replace("two million", "two billion"), "two million", diff=False).state is LOST
    )


def test_a_short_quote_elsewhere_with_other_neighbours_is_another() -> None:
    was = "He paid the fine at once, quite gladly. Nobody spoke of the matter in the house again."
    now = (
        "Nobody spoke of the matter in the house again. Long after, a fine morning came, and rain."
    )
    start = was.index("fine")
    anchor = resolve_all(now, [describe(was, start, start + 4)])[0]
    assert anchor.state is LOST
    assert anchor.candidates[0][:2] == (now.index("fine"), now.index("fine") + 4)


def test_equal_quotes_in_equal_surroundings_are_ambiguous() -> None:
    line = "The same line stands here again and again, word for word, and so on and on.\n"
    text = line * 12
    start = text.index("word for word", 400)
    anchor = resolve_all("x" + text, [describe(text, start, start + 13)])[0]
    assert (anchor.state, anchor.start) == (AMBIGUOUS, None)
    assert len(anchor.candidates) > 1


def test_context_tells_equal_quotes_apart() -> None:
    text = "In spring the river rises. They left. In autumn the river falls. They left. Then snow."
    start = text.rindex("They left.")
    now = "A new beginning of some length stands here. " + text
    anchor = resolve_all(now, [describe(text, start, start + 10)])[0]
    assert (anchor.state, anchor.start) == (MOVED, now.rindex("They left."))


def test_equal_words_at_the_old_place_do_not_hide_that_the_passage_moved() -> None:
    was = "Alpha beta gamma delta. " * 2 + "The end came soon. " + "Omega psi chi phi. " * 4
    start = was.index("The end")
    filler = "Quite different words, nothing alike!!! ".ljust(start)[:start]
    now = filler + "The end of all other things was near. " + was
    anchor = resolve_all(now, [describe(was, start, start + 7)])[0]
    assert (anchor.state, anchor.start) == (MOVED, now.rindex("The end"))


OLD_LINE = "She said at nine that the levy would rise by half before the year was out, and left."


@pytest.mark.parametrize(
    "words", ["levy", "the levy", "that the levy would rise by half before the year was out"]
)
def test_words_still_at_their_old_place_are_not_lost_where_they_stand_twice(words: str) -> None:
    start, end = OLD_LINE.index(words), OLD_LINE.index(words) + len(words)
    before = "Quite a different line now: bzz! hum! Ooooh!"[:start].ljust(start, "~")
    now = f"{before}{words}; xyzzy? Hmm, (no). 12345 67890 ÄÖÜ ßßß @@@ ### !!!"
    selected = describe(OLD_LINE, start, end)
    once = resolve_all(now, [selected])[0]
    assert (once.state, once.start) == (EXACT, start)
    twice = f"{now} Twice: {words}. Zzz."
    anchor = resolve_all(twice, [selected])[0]
    assert (anchor.state, anchor.start) == (AMBIGUOUS, None)
    places = sorted(candidate[:2] for candidate in anchor.candidates)
    assert places == [(start, end), (twice.rindex(words), twice.rindex(words) + len(words))]


def test_words_at_their_old_place_are_not_lost_in_any_surroundings() -> None:
    chance, words = (
        random.Random(1),
        ["one", "two", "six", "levy", "tax", "rise", "year", "city", "council", "bridge"],
    )
    for _turn in range(300):
        was, now = (" ".join(chance.choices(words, k=40)) for _text in range(2))
        start, length = chance.randrange(100), chance.choice([3, 6, 12, 25])
        selected = describe(was, start, start + length)
        now = now[:start] + selected.exact + now[start + length :]
        anchor = resolve_all(now, [selected])[0]
        assert anchor.state is not LOST
        assert (anchor.state is EXACT) == (anchor.start == start)


def test_of_words_that_stand_twice_those_in_their_old_surroundings_are_meant() -> None:
    start = OLD_LINE.index("levy")
    selected = describe(OLD_LINE, start, start + 4)
    before = "Quite a different line now: bzz! hum! Ooooh!"[:start]
    now = f"{before}levy; xyzzy? Hmm, (no). {OLD_LINE}"
    anchor = resolve_all(now, [selected])[0]
    assert (anchor.state, anchor.start) == (MOVED, now.rindex("levy"))


def test_a_diff_knows_which_of_two_equal_paragraphs_was_deleted() -> None:
    old = "Title of the thing\nFirst text.\nTitle of the thing\nSecond text."
    selected = describe(old, old.rindex("Title"), old.rindex("Title") + 18)
    now = "Title of the thing\nFirst text.\nSecond text."
    assert resolve_all(now, [selected], old)[0].state is LOST


def test_a_number_changed_in_a_short_quote_is_seen_by_a_diff() -> None:
    now = TEXT.replace("two million dollars", "six million dollars")
    anchor = resolve(now, "two million dollars", diff=True)
    assert anchor.state is CHANGED
    assert now[anchor.start : anchor.end] == "six million dollars"


def test_selectors_of_another_text_than_the_previous_are_searched_for() -> None:
    anchor = resolve_all("x " + TEXT, [selectors(QUOTE)], "quite another text")[0]
    assert (anchor.state, anchor.start) == (MOVED, TEXT.index(QUOTE) + 2)


def test_a_very_long_passage_with_changes() -> None:
    text = article(5)
    start, end = text.index("\n") + 1, text.rindex("\n")
    now = "New.\n" + text.replace(" the ", " this ", 9)
    for previous in (None, text):
        anchor = resolve_all(now, [describe(text, start, end)], previous)[0]
        assert anchor.state in (CHANGED, MOVED)
        assert now[anchor.start : anchor.end] == now[now.index("\n", 5) + 1 : now.rindex("\n")]


def test_match_quote_alone() -> None:
    assert match_quote(TEXT, QUOTE).state is MOVED
    assert match_quote(TEXT, QUOTE, hint=TEXT.index(QUOTE)).state is EXACT
    assert match_quote(TEXT, "town", prefix="cost the ").start == TEXT.rindex("town")
    assert match_quote(TEXT, "town").state is AMBIGUOUS
    assert match_quote(TEXT, "no such words in this text at all").state is LOST
    assert match_quote(TEXT, "").state is LOST


@pytest.mark.parametrize("rate", [0.05, 0.2, 0.4])
@pytest.mark.parametrize("diff", [False, True])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_hundred_short_quotes_in_an_edited_text(rate: float, diff: bool, seed: int) -> None:
    text = article(seed, 80)
    kept = passages(text, 100, seed)
    now, places = edited_around(text, kept, rate, seed)
    anchors = resolve_all(now, [describe(text, *one) for one in kept], text if diff else None)
    assert [(anchor.start, anchor.end) for anchor in anchors] == places
    assert {anchor.state for anchor in anchors} <= {EXACT, MOVED}


@pytest.mark.parametrize("diff", [False, True])
def test_deleted_passages_never_land_elsewhere(diff: bool) -> None:
    text = article(4, 60)
    for start, end in passages(text, 60, 4):
        now = text[:start] + text[end:]
        anchor = resolve_all(now, [describe(text, start, end)], text if diff else None)[0]
        assert (anchor.state, anchor.start) == (LOST, None)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(["one", "two", "three", "a b c", "long line of words here", "", "x"])),
    st.lists(
        st.sampled_from(["one", "two", "three", "a b c", "long line of words there", "", "y"])
    ),
    st.data(),
)
def test_every_answer_is_in_order(old: list[str], new: list[str], data: st.DataObject) -> None:
    was, now = "\n".join(old), "\n".join(new)
    if not was:
        return
    start = data.draw(st.integers(0, len(was) - 1))
    selected = describe(was, start, data.draw(st.integers(start + 1, len(was))))
    for anchor in resolve_all(now, [selected], was) + resolve_all(now, [selected]):
        assert 0 <= anchor.score <= 1
        placed = anchor.state in (EXACT, MOVED, CHANGED)
        assert placed == (anchor.start is not None) == (anchor.end is not None)
        if anchor.start is not None and anchor.end is not None:
            assert 0 <= anchor.start < anchor.end <= len(now)
            same = now[anchor.start : anchor.end] == selected.exact
            assert same == (anchor.state is not CHANGED)
            assert (anchor.state is EXACT) == (same and anchor.start == selected.start)


def test_answers_come_in_the_order_asked() -> None:
    wanted = [
        selectors("Residents protested outside"),
        selectors("The council voted"),
        selectors(QUOTE),
    ]
    anchors = resolve_all("New.\n" + TEXT, wanted, TEXT)
    assert [anchor.start for anchor in anchors] == [one.start + 5 for one in wanted]
