"""Days without a year, and names of one office: what differs, and what may not."""

import pytest

from tests.checking.articles import differing


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("# Bridge", "The bridge over Pine opened on 5 May.", "! The bridge, opened on 3 May"),
         ("3 May", "5 May")),
        (("# Bridge opens on Monday", "It rained. The bridge opens on Tuesday."),
         ("Monday", "Tuesday")),
        (("# Lake", "They met Mayor Anna Lee. Then Mayor Ann Lee left."),
         ("Mayor Anna Lee", "Mayor Ann Lee")),
    ],
)  # fmt: skip
def test_another_day_or_another_mayor(lines, expected):
    assert differing(*lines) == [expected]


@pytest.mark.parametrize(
    "lines",
    [
        ("# Bridge", "The bridge opened on 5 May; lorries came on 3 May.",
         "! The bridge, opened on 3 May"),
        ("# Bridge", "The bridge opened on 5 May.", "! The pool, opened on 3 May"),
        ("# Bridge", "The bridge opened on Tuesday.", "! The bridge, closed on Monday"),
        ("# Police", "Police arrested two men on Tuesday.", "! Police arrested a man on Monday"),
        ("# Ada Quill", "Ada Quill said so on Tuesday.", "! Ada Quill said so on Monday"),
        ("# Ada Quill", "Ada Quill spoke to reporters on Tuesday.",
         "! Ada Quill speaks to reporters on Monday"),
        ("# Vote", "The council voted on the plan on Tuesday.",
         "! The council voted on the budget on Monday"),
        ("# Show", "The second show of the band opens on Tuesday.",
         "! The show of the band opens on Monday"),
        ("# Lees", "They met Mr Tim Lee and Mr Tom Lee. Ann Lee and Anna Lee left."),
    ],
)  # fmt: skip
def test_other_things_on_other_days_and_other_people(lines):
    assert differing(*lines) == []
