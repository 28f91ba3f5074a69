"""Numbers, what they count, and what bounds them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.prose.figures import figures


def one(text):
    found = figures(text)
    assert len(found) == 1, [text[f.start : f.end] for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It paid $4.25 million.", "4250000", "$"),
        ("It paid £3bn.", "3000000000", "£"),
        ("It paid twelve thousand euros.", "12000", "€"),
        ("It paid 700 USD.", "700", "$"),
        ("a fall of 17 percent", "17", "%"),
        ("a fall of 17%", "17", "%"),
        ("a fall of 2.5 percentage points", "2.5", "percentage points"),
        ("some 8,400 houses", "8400", ""),
        ("forty-two geese", "42", ""),
        ("a hundred and five geese", "105", ""),
        ("half of the geese", "0.5", "share"),
        ("three quarters of all geese", "0.75", "share"),
        ("one in four geese", "0.25", "share"),
        ("half a dozen geese", "6", ""),
        ("a 31-year-old goose", "31", "years old"),
        ("7,5 % der Gänse", "7.5", "%"),
        ("it was -12°C", "-12", "°C"),
        ("a wall of 300 km", "300", "km"),
        ("a wall of 1.5m", "1.5", "m"),
        ("1.5m homes", "1500000", ""),
    ],
)
def test_value_and_unit(text, value, unit):
    figure = one(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "passage", "bound"),
    [
        ("fines of up to $9 million", "up to $9 million", "most"),
        ("At least 40 geese", "At least 40", "least"),
        ("more than 3,000 geese", "more than 3,000", "over"),
        ("nearly two thirds of them", "nearly two thirds", "near"),
        ("about 60 geese", "about 60", "about"),
        ("30 or more geese", "30 or more", "least"),
        ("exactly 30 geese", "exactly 30", "exact"),
        ("30 geese", "30", ""),
    ],
)
def test_what_bounds_it_belongs_to_it(text, passage, bound):
    figure = one(text)
    assert (text[figure.start : figure.end], figure.bound) == (passage, bound)


def test_vague_numbers_say_so():
    figure = one("It fed thousands of geese.")
    assert figure.vague and figure.value == 1000


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 5 and 8 percent", 5, 8),
        ("5-8 km", 5, 8),
        ("$5 million to $8 million", 5_000_000, 8_000_000),
        ("5 to 8 million geese", 5_000_000, 8_000_000),
    ],
)
def test_ranges(text, low, high):
    figure = one(text)
    assert (figure.value, figure.upper) == (low, high)


def test_a_change_is_no_range():
    assert [figure.upper for figure in figures("It rose from 5 to 8 percent.")] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 it began.",
        "on 3 May 2014",
        "the 5th goose",
        "at 10:30 or at 5 p.m.",
        "Section 230 and Article 9",
        "version 1.8.3",
        "COVID-19 and the F-16",
        "The one that flew away.",
        "as noted [12]",
        "the 1990s",
    ],
)
def test_what_is_no_figure(text):
    assert figures(text) == []


def test_a_count_that_looks_like_a_year():
    assert one("more than 2000 geese").value == 2000


@given(
    st.text(alphabet=st.sampled_from("0123456789.,-$%€ mkbn–/:()'aeinorstu\n") | st.characters())
)
def test_any_text_gives_figures_in_order(text):
    at = 0
    for figure in figures(text):
        assert at <= figure.start < figure.end <= len(text)
        assert figure.start <= figure.number_start < figure.end
        at = figure.end
