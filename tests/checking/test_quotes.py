"""Whether quoted words occur in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.checking.quotes import article_quotations, check_quote
from tests.checking.articles import article

TEXT = (
    "The repair of the old bridge had cost the town “at least” $4.25 million — far more than "
    "planned. “It’s a disgrace,” said Ada Quill. Fines can be up to $3 million for each case, the "
    "lawyer wrote to the whole council."
)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("The repair of the old bridge", "The repair of the old bridge"),
        ("the repair of  the old\nbridge", "The repair of the old bridge"),
        ("It's a disgrace", "It’s a disgrace"),
        ("“It's a disgrace.”", "It’s a disgrace"),
        ("at least $4.25 million - far more", "at least” $4.25 million — far more"),
        ("The repair […] had cost the town", "The repair of the old bridge had cost the town"),
        ("The repair ... had cost the town", "The repair of the old bridge had cost the town"),
        ("[t]he repair of the old bridge", "The repair of the old bridge"),
        ("the old bridge [sic] had cost", "the old bridge had cost"),
        ("Fines [of this kind] up to $3 million", "Fines can be up to $3 million"),
    ],
)
def test_the_same_words_however_set(quote, passage):
    check = check_quote(quote, TEXT)
    assert (check.state, check.score, TEXT[check.start : check.end]) == ("exact", 1.0, passage)


@pytest.mark.parametrize(
    ("quote", "pieces"),
    [
        ("repair of the new bridge had cost the town", [("replaced", "new", "old")]),
        ("the old bridge had cost $4.25 million", [("missing", "", "the town “at least")]),
        ("a disgrace, really, said Ada Quill", [("added", "really,", "")]),
        ("up to $8 million for each case", [("replaced", "8", "3")]),
        ("THE LAWYER wrote to the whole council", [("replaced", "THE LAWYER", "the lawyer")]),
    ],
)
def test_other_words_are_shown_word_by_word(quote, pieces):
    check = check_quote(quote, TEXT)
    assert check.state == "differs" and 0 < check.score < 1
    assert [(d.kind, d.quote, d.text) for d in check.differences if d.kind != "equal"] == pieces


@pytest.mark.parametrize(
    "quote",
    [
        "geese returned to the frozen lake after eleven months",
        "disgraceful",
        "the whole council … The repair of the old bridge is nothing that anybody wanted",
        "",
        "…",
        "“”",
    ],
)
def test_what_is_not_there(quote):
    check = check_quote(quote, TEXT)
    assert (check.state, check.start, check.end) == ("missing", None, None)


def test_a_bound_left_out_of_the_quote_is_said_and_one_put_in_is_a_difference():
    hedged, plain = "It may cost up to $9.5 million.", "It had cost $9.5 million in all."
    check = check_quote("$9.5 million", hedged)
    assert (check.state, check.before) == ("exact", "up to")
    assert check_quote("$9.5 million", plain).before == ""
    assert check_quote("up to $9.5 million", hedged).state == "exact"
    differs = check_quote("up to $9.5 million", plain)
    assert differs.state == "differs"
    assert ("added", "up to") in [(piece.kind, piece.quote) for piece in differs.differences]


def test_part_of_a_number_is_not_that_number():
    assert check_quote("5 million people", "They were 1.5 million people.").state != "exact"
    assert check_quote("2014", "It was 12,014 then.").state == "missing"


def test_words_around_an_ellipsis_must_follow_each_other():
    text = "First came the geese. Then, weeks later, came the swans."
    assert check_quote("First came the geese … came the swans", text).state == "exact"
    assert check_quote("came the swans … First came the geese", text).state != "exact"


def test_quotations_of_an_article_know_their_speaker():
    told = article(
        "# Mayor: ‘We cannot pay’",
        "The bridge was closed. “We cannot pay for this,” said Mayor Ada Quill. It rained.",
        "“It was a cold year. Nobody came.”",
        "Some call it the “goose law”.",
        "“It is not my bridge,” she added.",
    )
    found = article_quotations(told)
    assert [(told.text[q.start : q.end], q.speaker, q.named) for q in found] == [
        ("We cannot pay", "", False),
        ("We cannot pay for this,", "Mayor Ada Quill", True),
        ("It was a cold year. Nobody came.", "", False),
        ("goose law", "", False),
        ("It is not my bridge,", "Mayor Ada Quill", True),
    ]
    sentence = told.text[found[1].sentence_start : found[1].sentence_end]
    assert sentence == "“We cannot pay for this,” said Mayor Ada Quill."


@given(
    st.text(alphabet=st.sampled_from("ab “”'’.…[]-$19 \n") | st.characters(), max_size=60),
    st.text(alphabet=st.sampled_from("ab “”'’.…[]-$19 \n") | st.characters(), max_size=200),
)
def test_any_quote_and_text(quote, text):
    check = check_quote(quote, text)
    assert check.state in {"exact", "differs", "missing"}
    if check.state == "missing":
        assert check.start is None
    else:
        assert 0 <= check.start < check.end <= len(text)


@given(st.text(min_size=1, max_size=80), st.data())
def test_a_passage_of_whole_words_is_always_found(text, data):
    words = text.split()
    low = data.draw(st.integers(0, max(0, len(words) - 1)))
    high = data.draw(st.integers(low, len(words)))
    quote = " ".join(words[low:high])
    if any(char.isalnum() for char in quote) and not set(quote) & set("[]….()"):
        assert check_quote(quote, text).state == "exact"


def test_samples_quote_themselves(samples):
    from annotator.reading import read

    told = read(samples / "html" / "guardian-1" / "source.html")
    found = article_quotations(told)
    assert sum(passage.named for passage in found) >= 8
    assert all(check_quote(told.text[q.start : q.end], told.text).state == "exact" for q in found)
