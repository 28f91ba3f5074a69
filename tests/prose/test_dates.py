"""Dates as far as they are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.prose.dates import dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on 9 July 2011", "2011-07-09"),
        ("on the 9th of July, 2011", "2011-07-09"),
        ("on July 9, 2011", "2011-07-09"),
        ("on Sept. 9, 2011", "2011-09-09"),
        ("am 9.7.2011", "2011-07-09"),
        ("on 7/29/2011", "2011-07-29"),
        ("on 29/7/2011", "2011-07-29"),
        ("on 7/9/2011", "2011"),
        ("stamped 2011-07-09", "2011-07-09"),
        ("in July 2011", "2011-07"),
        ("in 2011", "2011"),
        ("in 2011-12", "2011"),
        ("up to 2011, the", "2011"),
    ],
)
def test_dates_as_far_as_known(text, iso):
    assert [mention.iso for mention in dates(text)] == [iso]


def test_a_day_without_its_year():
    (mention,) = dates("They met on 9 July.")
    assert (mention.year, mention.month, mention.day, mention.iso) == (None, 7, 9, "")


def test_relative_dates_say_only_that():
    found = dates("Last year it rained; three weeks ago, too, and yesterday.")
    assert [mention.relative for mention in found] == ["last year", "three weeks ago", "yesterday"]


def test_weekdays_and_decades():
    weekday, decade = dates("Since that Tuesday in the 1970s")
    assert weekday.weekday == 1
    assert (decade.year, decade.decade, decade.iso) == (1970, True, "")


@pytest.mark.parametrize(
    "text",
    [
        "She may go.",
        "They march on.",
        "more than 2000 geese",
        "2000 people",
        "$1999",
        "1,999",
        "v2014",
    ],
)
def test_what_is_no_date(text):
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("on Tuesday, 9 July 2019", False),
        ("on Friday, 9 July 2019", True),
        ("on 31 June 2019", True),
        ("on 29 February", False),
        ("on 29 February 2019", True),
    ],
)
def test_dates_that_no_calendar_has(text, impossible):
    assert [mention.impossible for mention in dates(text)] == [impossible]


@given(
    st.text(alphabet=st.sampled_from("0123456789-/, .MayJune2019thFridays \n") | st.characters())
)
def test_any_text_gives_dates_in_order(text):
    at = 0
    for mention in dates(text):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end
        assert isinstance(mention.impossible, bool) and isinstance(mention.iso, str)
