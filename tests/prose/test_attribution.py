"""Who is said to have said it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.prose.attribution import attributions


def who(text):
    return [(one.source, one.named) for one in attributions(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The lake froze, said Mayor Ada Quill.", "Mayor Ada Quill"),
        ("“It froze,” said Mayor Ada Quill.", "Mayor Ada Quill"),
        ("Ada Quill said the lake froze.", "Ada Quill"),
        ("Ada Quill, the mayor of Pine County, has often said that it froze.", "Ada Quill"),
        (
            "Sheriff Bob Marsh of Pine County, Ohio, publicly criticised the rule.",
            "Sheriff Bob Marsh",
        ),
        ("According to the Lake Institute, the lake froze.", "Lake Institute"),
        ("As reported by the Pine Times, the lake froze.", "Pine Times"),
        ("Experts such as Ada Quill have warned that it froze.", "Ada Quill"),
        ("“It froze,” keeper Ada Quill wrote in a letter.", "Ada Quill"),
        ("The lake's keeper, Ada Quill, acknowledged that it froze.", "Ada Quill"),
        ("Ada Quill, of Pine County, Ohio, said so.", "Ada Quill"),
        ("Ada Quill (who keeps geese) noted that it froze.", "Ada Quill"),
        ("Ada Quill shrugged, adding that geese do not mind.", "Ada Quill"),
        ("“It froze,” said the operator’s chief, Ada Quill.", "Ada Quill"),
        ('"It froze," said the operator\'s chief, Ada Quill.', "Ada Quill"),
        ("“They're cold,” said the union's Bob Marsh.", "Bob Marsh"),
        ("“It froze,” said Italy's prime minister, Ada Quill.", "Ada Quill"),
        ("“It froze,” said operator chief Ada Quill.", "Ada Quill"),
        ("“It froze,” said goalkeeper Ada Quill.", "Ada Quill"),
        ("“It froze,” said Ireland’s Mary O’Brien.", "Mary O’Brien"),
        ("“It froze,” said the Pine Times' Ada Quill.", "Ada Quill"),
        ("“It froze,” said study co-author Ada Quill.", "Ada Quill"),
        ("“It froze,” said the plumber, Ada Quill.", "Ada Quill"),
        ("“It froze,” said Ada Quill, the union's president.", "Ada Quill"),
        ("According to Italy's prime minister, Ada Quill, it froze.", "Ada Quill"),
        ("Dr. Ann O'Neill-Smith of the WHO believes that it froze.", "Dr. Ann O'Neill-Smith"),
        ("Ada Quill, a doctor at the WHO, believes that it froze.", "Ada Quill"),
        ("In New York, critics of the WHO said it froze.", "WHO"),
        ('Ada Quill: "It froze."', "Ada Quill"),
        ("The mayor, Ada Quill: “It froze.”", "Ada Quill"),
    ],
)
def test_named_sources(text, source):
    assert who(text) == [(source, True)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Officials say the lake froze.", "Officials"),
        ("Some American scientists argue that the lake froze.", "Some American scientists"),
        ("The lake froze, according to two residents.", "two residents"),
        ("The attorney general of Ohio said that it froze.", "The attorney general"),
        ("It froze, a study of 4,500 people suggests.", "a study"),
        ("A study found that the lake froze.", "A study"),
        ("She said it froze.", "She"),
        ("It froze, according to a programmer who lives there.", "a programmer"),
        ("It froze, the hospital said.", "the hospital"),
        ("It froze, the port authority estimates.", "the port authority"),
        (
            "It froze on Monday, the national statistics office reported on Friday.",
            "the national statistics office",
        ),
        ("It cost a lot, people familiar with the matter said.", "people"),
        ("Some economists believe the worst is over.", "Some economists"),
        ("The opposition called the plan “far too little for us”.", "The opposition"),
        ("“It froze,” said the president's spokesman.", "the president's spokesman"),
        ("“It froze,” said the firm’s lawyers.", "the firm’s lawyers"),
        ("“It froze,” said Italy’s prime minister.", "Italy’s prime minister"),
        ("The boys' teachers said it froze.", "The boys' teachers"),
        ("The Guardian's editor said it froze.", "Guardian's editor"),
        ("It's officials who say that it froze.", "officials"),
        ("“It froze,” said the plumber in a letter to Ada Quill.", "the plumber"),
        ("Witness: “It froze.”", "Witness"),
        ("According to officials, New York will freeze.", "officials"),
    ],
)
def test_sources_without_a_name(text, source):
    assert who(text) == [(source, False)]


@pytest.mark.parametrize(
    "text",
    [
        "The lake froze in Ohio.",
        "We believe that the lake froze.",
        "Ada Quill was called to the lake.",
        "A goose added weight.",
        "Ada Quill was then finally admitted to the club.",
        "Ada Quill has maintained a lake.",
        "The minister believes the mayor.",
        "Officials in the town report to Bob.",
        "The paper will update this post if company officials respond.",
        "Some call it the “goose law”.",
        "The bank found the money, the keys and the cat.",
        "After the fall of Ada Quill one could argue that it is cold.",
        "“Officials say it froze” was on a sign.",
        "People in the state of Ohio report to Bob.",
        "The mayor's plan shows that it froze.",
        "The “goose law” states the rules.",
        "It is all in the letter of Ada Quill: “It froze.”",
    ],
)
def test_nobody_says_so(text):
    assert attributions(text) == []


def test_a_pronoun_is_told_from_a_name():
    (one,) = attributions("She said it froze.")
    assert one.pronoun and not one.named


@given(
    st.lists(
        st.sampled_from(
            ["said", "officials", "Ada", "Quill", "according to", ",", "“", "”", "that"]
        )
        | st.text(max_size=4)
    )
)
def test_any_text_gives_attributions_in_order(words):
    text, at = " ".join(words), 0
    for one in attributions(text):
        assert at <= one.start < one.end <= len(text)
        assert one.source == text[one.source_start : one.source_end]
        at = one.end
