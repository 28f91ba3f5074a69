"""What stands in quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.prose.quotations import quotations


def words(text, depth=0):
    return [text[q.start : q.end] for q in quotations(text) if q.depth == depth]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('She said, "it rains", and left.', "it rains"),
        ("She said, “it rains”, and left.", "it rains"),
        ("She said, ‘it doesn’t rain’, and left.", "it doesn’t rain"),
        ("She said, 'it doesn't rain', and left.", "it doesn't rain"),
        ("Sie sagte: „Es regnet“ und ging.", "Es regnet"),
        ("Sie sagte: »Es regnet« und ging.", "Es regnet"),
        ("Elle dit : « Il pleut » et sortit.", " Il pleut "),
        ("彼女は「雨だ」と言った。", "雨だ"),
    ],
)
def test_marks_of_many_countries(text, inside):
    assert words(text) == [inside]


@pytest.mark.parametrize(
    "text",
    [
        "It isn't the farmers' fault, it's the geese's.",
        'The screen is 27" wide and the door 6\'2" high.',
        "Rock 'n' roll of the '90s, so they let 'em in.",
        "An opening mark “ that stands alone",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text):
    assert words(text) == []


def test_a_possessive_does_not_end_a_quotation():
    text = "He wrote 'the farmers' geese are loud' and sighed."
    assert words(text) == ["the farmers' geese are loud"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He heard ‘rock ’n’ roll’ all day.", ["rock ’n’ roll"]),
        ("‘Today in Focus’ podcasts, readers’ letters, editors’ picks", ["Today in Focus"]),
        ("He praised 'the best plans' and 'the worst' today.", ["the best plans", "the worst"]),
        (
            "‘It’s the bosses’ fault,’ said O’Neill. ‘They’re mad.’",
            ["It’s the bosses’ fault,", "They’re mad."],
        ),
    ],
)
def test_apostrophes_in_and_beside_quotations(text, inside):
    assert words(text) == inside


def test_quotations_in_quotations():
    text = "“He called it ‘a flood’ again,” she said."
    assert words(text) == ["He called it ‘a flood’ again,"]
    assert words(text, depth=1) == ["a flood"]


def test_a_speech_that_goes_on_in_the_next_paragraph():
    text = "“It rained for days.\n“Then it stopped,” she said."
    first, second = quotations(text)
    assert text[first.start : first.end] == "It rained for days." and not first.closed
    assert text[second.start : second.end] == "Then it stopped," and second.closed


@given(st.text(alphabet=st.sampled_from("\"'“”‘’„«»‹› abS.\n") | st.characters()))
def test_any_text_gives_quotations_that_lie_in_it(text):
    found = quotations(text)
    for q in found:
        assert 0 <= q.outer_start < q.start < q.end <= q.outer_end <= len(text)
        assert "\n" not in text[q.start : q.end]
    outer = [q for q in found if q.depth == 0]
    assert all(a.outer_end <= b.outer_start for a, b in pairwise(outer))
