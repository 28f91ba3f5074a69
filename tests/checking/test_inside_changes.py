"""Percent changes of the same thing in the article and in a stored source."""

from pathlib import Path

import pytest

from annotator.checking.inside import inside_check
from annotator.reading import read
from tests.checking.articles import article

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
TOLD = "Particulates at the harbour fell by 38 percent, the port said."


def differing(told, source):
    """The words side by side of each row with a difference."""
    return [
        tuple(mention.text for mention in row.mentions)
        for row in inside_check(told, [("Report", source)])
        if row.difference
    ]


def test_the_walk_through_lines_up_the_fall_with_that_of_the_report():
    study = read(SAMPLES / "harbour-study.txt")
    report = read(SAMPLES / "port-report.html")
    assert differing(study, report) == [
        ("Particulates at the harbour fell by 38 percent", "a fall of 21 percent")
    ]


@pytest.mark.parametrize(
    ("told", "source", "expected"),
    [
        (
            TOLD,
            "At the port particulates fell 21 percent.",
            "At the port particulates fell 21 percent",
        ),
        (TOLD, "The port found a drop of 21 percent in particulates.", "a drop of 21 percent"),
        (
            "Food prices rose by 9 percent in Pine County in May.",
            "Food prices grew by 4 percent in Pine County, the office says.",
            "Food prices grew by 4 percent",
        ),
    ],
)
def test_another_size_of_the_same_change(told, source, expected):
    ((_own, other),) = differing(article("# News", told), source)
    assert other == expected


@pytest.mark.parametrize(
    ("told", "source"),
    [
        (TOLD, "Particulates at the port fell by 38 percent, then by 21 percent."),
        (TOLD, "Particulates at the port rose by 21 percent."),
        (TOLD, "The number of ships at the port fell by 21 percent."),
        (TOLD, "Particulates fell. It rained. The port finds a fall of 21 percent in calls."),
        (TOLD, "Particulates at the port fell by about 40 percent."),
        ("Diesel prices rose by 9 percent in May, stations say.",
         "Petrol prices rose by 4 percent in May, stations say."),
        ("Food prices rose by 9 percent in Pine County in May.",
         "Food prices rose by 4 percent in Pine County in April."),
        ("Sales of electric cars rose by 9 percent, the makers in Germany say.",
         "Sales of electric cars rose by 4 percent, the makers in France say."),
        ("Crime fell by 9 percent in the city.", "Crime fell by 4 percent."),
    ],
)  # fmt: skip
def test_other_things_times_and_places_contradict_nothing(told, source):
    assert differing(article("# News", told), source) == []
