"""The reasons, in words."""

import pytest

from annotator.spotting import reasons
from annotator.spotting.words import words


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They spent $92.5 million.", {"figure"}),
        ("Two thirds of all farms closed.", {"figure"}),
        ("It is larger than ever and the highest in Europe.", {"comparison", "name"}),
        ("Rents went up because wages rose.", {"trend", "cause"}),
        ("The court ruled that it was illegal.", {"law"}),
        ("It was raining, according to the mayor.", {"attribution"}),
        ("He called it “a squabble”.", {"quotation"}),
        ("It closed on Monday, 12 March 2019.", {"date", "figure", "name"}),
        ("We met Anna Berg.", {"name"}),
        ("We met some farmers.", {"vague number"}),
        ("Law enforcement came.", {"statement of fact"}),
        ("It is so.", {"statement of fact"}),
    ],
)
def test_reasons(sentence, expected):
    assert set(reasons(sentence)) == expected


def test_those_that_say_most_come_first():
    found = reasons("Anna Berg said on Monday that rents rose by 5 percent.")
    assert found == ("figure", "trend", "attribution", "date", "name")


def test_words_and_their_kinds():
    kinds = [
        word.kind for word in words("In 1990 Ada's team raised $1.5m, or 3%, for the 2nd time.")
    ]
    assert kinds == [
        "in", "YEAR", "NAME", "word", "-ed", "$N", "word", ",", "or", "N%", ",", "for", "the",
        "ORD", "word", ".",
    ]  # fmt: skip
