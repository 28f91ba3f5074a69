"""Names by how they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.prose.names import names


def found(text, known=()):
    return [(mention.title, mention.name) for mention in names(text, known)]


def test_titles_are_told_from_names():
    text = "Yesterday Oregon Attorney General Ada Quill met Mayor Tom de Vries’s lawyers."
    assert found(text) == [("Oregon Attorney General", "Ada Quill"), ("Mayor", "Tom de Vries")]
    assert {mention.kind for mention in names(text)} == {"person"}


def test_bodies_and_places():
    text = "In Pine County the Bureau of Land and Water Affairs met the Teachers' Union."
    assert [(mention.name, mention.kind) for mention in names(text)] == [
        ("Pine County", "place"),
        ("Bureau of Land and Water Affairs", "body"),
        ("Teachers' Union", "body"),
    ]


def test_a_word_that_begins_a_sentence_is_no_name():
    assert found("Geese came. Lakes froze. It’s cold. Yet nobody left.") == []
    assert found("Quill came. Then they asked Quill.") == [("", "Quill"), ("", "Quill")]
    assert found("Quill came.", known=["Ada Quill"]) == [("", "Quill")]


def test_a_name_keeps_a_first_word_that_begins_sentences_elsewhere():
    assert found("New York City paid. New rules came.") == [("", "New York City")]
    assert found("First Avenue is shut. They met on First Avenue.") == [("", "First Avenue")] * 2


def test_what_a_body_is_for_is_of_its_name():
    text = "Then the Office for National Statistics asked Ada Quill for Bob Marsh."
    assert [name for _title, name in found(text)] == [
        "Office for National Statistics", "Ada Quill", "Bob Marsh",
    ]  # fmt: skip


def test_two_people_are_two_names():
    assert found("They saw Ada Quill and Bob Marsh.") == [("", "Ada Quill"), ("", "Bob Marsh")]


def test_an_acronym_is_what_the_text_says_it_is():
    text = "The Bureau of Water Safety met. Soon BWS was asked, and so was the XQZ."
    long = {mention.name: mention.long for mention in names(text) if mention.acronym}
    assert long == {"BWS": "Bureau of Water Safety", "XQZ": ""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Geese Rebel Against Harsh Winter Feeding Rules", []),
        ("Mayor Quill Says Geese Need Better Winter Rules", [("Mayor", "Quill")]),
        ("BWS Rules Make Geese Angry All Winter", [("", "BWS")]),
        ("Geese Leave Pine County After Harsh Winter", [("", "Pine County")]),
    ],
)
def test_headlines_in_title_case_are_not_full_of_names(text, expected):
    assert found(text, known=["Pine County"]) == expected


def test_days_and_months_are_no_names():
    assert found("They met on Friday in March.") == []


@given(st.text(alphabet=st.sampled_from("ABCabc’'. &\n-oftheand") | st.characters()))
def test_any_text_gives_names_in_order(text):
    at = 0
    for mention in names(text):
        assert at <= mention.start < mention.end <= len(text)
        assert mention.name
        at = mention.end
