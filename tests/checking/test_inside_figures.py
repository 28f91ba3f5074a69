"""The same said with another unit, another size, another number: what is shown, and what is not."""

import pytest

from annotator.checking.inside import inside_check
from tests.checking.articles import article, differing

JOBLESS = "# Unemployment rises by 2 percent"
SPILL = "# Three million litres of waste spill into the Pine River"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (JOBLESS, "Unemployment rose by two percentage points in April to 7.4 percent."),
            ("2 percent", "two percentage points"),
        ),
        (
            (SPILL, "About 3 million gallons of waste spilled into the Pine River."),
            ("Three million litres", "About 3 million gallons"),
        ),
        (
            ("# Spill", "The water of the well must not be used within 5 miles of the plant.",
             "It smelled.", "The water must not be used within 5 km of the plant, they were told."),
            ("5 miles", "5 km"),
        ),
    ],
)  # fmt: skip
def test_another_unit_with_the_same_number(lines, expected):
    assert differing(*lines) == [expected]


@pytest.mark.parametrize(
    "lines",
    [
        (JOBLESS, "Unemployment rose by 2 percent, or 0.1 percentage points, in April."),
        (JOBLESS, "Wages rose by two percentage points."),
        (SPILL, "Three million litres of waste spilled into the Pine River, a plant of 3 acres."),
        (
            "# Weather",
            "Two feet of snow fell in Pine County on Monday.",
            "Two inches of rain fell in Pine County on Tuesday.",
        ),
        ("# Walk", "They went 5 miles (8 km) along the river to the town that lay behind it."),
    ],
)
def test_another_unit_for_another_thing_or_told_in_both(lines):
    assert differing(*lines) == []


@pytest.mark.parametrize(
    ("headline", "body", "expected"),
    [
        ("# Dozens hurt as ferry rams pier", "Hundreds were hurt when a ferry rammed a pier.",
         ("Dozens hurt", "Hundreds were hurt")),
        ("# Hundreds hurt as ferry rams pier", "Some 45 were hurt when a ferry rammed a pier.",
         ("Hundreds hurt", "Some 45 were hurt")),
        ("# Thousands protest in Pine County", "Hundreds protested in Pine County.",
         ("Thousands protest", "Hundreds protested")),
        ("# 450 hurt as ferry rams pier", "Dozens were injured when a ferry rammed a pier.",
         ("450 hurt", "Dozens were injured")),
    ],
)  # fmt: skip
def test_dozens_are_not_hundreds(headline, body, expected):
    assert differing(headline, body) == [expected]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("# Dozens hurt as ferry rams pier", "At least 45 were hurt when a ferry rammed a pier."),
        ("# Hundreds hurt as ferry rams pier", "Hundreds were hurt as a ferry hit a pier."),
        ("# Two die as dozens fall ill at Pine Lake",
         "Dozens of people fell ill at Pine Lake. Two died, and two are in hospital."),
        ("# Dozens hurt as ferry rams pier", "Hundreds fled when a ferry rammed a pier."),
        ("# Thousands protest in Pine County", "Some 50,000 protested in Pine County."),
        ("# Thousands protest in Pine County", "Tens of thousands protested in Pine County."),
        ("# Dozens hurt as ferry rams pier", "Scores were hurt when a ferry rammed a pier."),
        ("# Dozens hurt as ferry rams pier", "Hundreds came to look at the pier. 45 were hurt."),
        ("# Dozens hurt as ferry rams pier",
         "Hundreds were hurt as a ferry rammed a pier in 2009. Now 45 were hurt as a ferry did."),
    ],
)  # fmt: skip
def test_rough_numbers_that_fit(headline, body):
    assert differing(headline, body) == []


def test_a_verb_before_the_number_says_what_is_counted():
    assert differing(
        "# A stadium", "The stadium is to open next year and will seat 32,000 people.",
        "! A drawing of the stadium, which is to seat 38,000",
    ) == [("38,000", "32,000")]  # fmt: skip
    assert not differing(
        "# A stadium", "The stadium will seat 32,000 people.", "! The old ground, which sat 18,000"
    )


def test_by_half_is_a_share():
    assert differing(
        "# Coffee cuts risk of stroke by half",
        "Coffee lowers the risk of a stroke by 30 percent, a study found.",
    ) == [("half", "30 percent")]
    assert not differing(
        "# Coffee cuts risk of stroke by half",
        "Coffee lowers the risk of a stroke by 50 percent, a study found.",
    )


def test_one_pair_is_shown_once_with_all_its_words():
    assert differing(
        "# Company fined €4 million", "The company may be fined as much as €4 million."
    ) == [("fined €4 million", "may be fined as much as €4 million")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("# Coffee", "The study followed 11,400 people for years.",
             "Of the 14,100 people who took part, few had a stroke."),
            [("11,400 people", "14,100 people")],
        ),
        (
            ("# Ferry", "A ferry rammed a pier and 40 people were hurt.",
             "Six of the 45 injured are in hospital."),
            [("40 people", "45 injured")],
        ),
        (
            ("# Ferry", "Hundreds of people were hurt as a ferry rammed a pier.",
             "Six of the 45 injured are in hospital."),
            [("Hundreds", "45 injured")],
        ),
    ],
)  # fmt: skip
def test_the_text_against_itself(lines, expected):
    assert differing(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ("# Two", "The first study followed 11,400 people.", "The second had 16,100 people."),
        ("# Table", *(f"District {n} has {n}1,42{n} voters." for n in range(1, 9))),
        ("# Twice", "In 2009 some 40 people were hurt.", "Six of the 45 injured are in hospital."),
        ("# Sum", "Here 40 people were hurt, there 5 were injured.", "The 45 injured are in bed."),
        ("# Rough", "Dozens were hurt.", "The 45 injured are in hospital."),
        ("# Bound", "At least 40 people were hurt.", "The 45 injured are in hospital."),
        ("# Told", "45 went to hospital, 40 people were hurt badly.", "The 45 injured are in bed."),
        ("# Others", "A ferry had 40 on board.", "The 45 injured are in hospital."),
    ],
)
def test_a_text_counts_many_things(lines):
    assert differing(*lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("# Vote", "Ada Quill won the Pine election with 12,411 votes.",
         "! Ada Quill. At the 2019 Pine election she won 4,100 votes"),
        ("# Quake", "In 2008 the Pine earthquake destroyed 1,200 houses.",
         "! The Pine earthquake destroyed 40 houses in the town"),
    ],
)  # fmt: skip
def test_what_was_in_another_year(lines):
    assert differing(*lines) == []


CRASH = "12 people were killed in the train crash in Lindau."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("# Crash", CRASH, "! 14 people were killed in the train crash"), ("14", "12")),
        (("# Crash", CRASH, "! The train crash, in which 14 people died"), ("14", "12")),
        (("# Jobs", "At the plant 1,200 jobs were lost.",
          "It was cold. Some 2,100 jobs were lost at the plant."), ("1,200", "Some 2,100")),
        (("# 1,200 jobs lost", "About 1200 jobs go.", "Some 2,100 jobs were lost."),
         ("1,200", "Some 2,100")),
        (("# Fare rise of 12 percent", "Fares rise by 15 percent.",
          "Fares will rise by 12 percent."), ("12 percent", "15 percent")),
    ],
)  # fmt: skip
def test_another_number_though_one_agrees(lines, expected):
    assert differing(*lines) == [expected]


@pytest.mark.parametrize(
    "lines",
    [
        ("# Crash", CRASH, "! Two children died in the train crash"),
        ("# Crash", CRASH, "! Three people died in the fire behind the train"),
        ("# Crash", CRASH, "! The plaque for a train crash in which 40 people died"),
        ("# Crash kills 12", "12 people died in the crash. Ten people died at the scene."),
        ("# 1,200 jobs lost", "About 1200 jobs go.", "Last year 2,100 jobs were lost."),
        ("# 1,200 jobs lost", "1,200 jobs go. In Leeds 700 jobs were lost, 500 in York."),
        ("# Fare rise of 12 percent", "Bus fares rise by 15 percent. Fares rise by 12 percent."),
        ("# Fare rise of 12 percent", "Fares rise by 12 percent, by 15 percent for children."),
        (
            "# Rents rise by 8 percent",
            "Rents rose by 8 percent.",
            "Rents rose by 12 percent in the city.",
        ),
        ("# Council cuts 40 jobs", "It will cut 40 jobs. The council wanted to cut 60 jobs."),
        ("# Cake", "Add 200 grams of flour and stir well.", "Add 100 grams of flour, stir well."),
    ],
)
def test_a_part_another_time_or_a_plan_is_no_other_number(lines):
    assert differing(*lines) == []


@pytest.mark.parametrize(
    ("lines", "statement"),
    [
        (("# Plan: 12 parking spaces lost",
          "The plan takes 8 parking spaces that are lost, they say"),
         "The headline says “12 parking spaces lost”, the text says “The plan takes 8 parking "
         "spaces that are lost”."),
        (("# Preise steigen um 12 Prozent", "Die Preise steigen um 8 Prozent, sagt das Amt."),
         "The headline says “Preise steigen um 12 Prozent”, the text says “Die Preise steigen um "
         "8 Prozent”."),
        (("# Crash", "After a night in which nobody in all the town of Lindau slept the police said"
          " that 12 people were killed in the train crash.", "! 14 people were killed in the train "
          "crash"),
         "A caption says “14 people were killed in the train crash”, the text says “12 people were "
         "killed in the train crash”."),
        (("# Fire destroys 75 houses", "A fire destroyed houses in Pine County."),
         "The headline says “Fire destroys 75 houses”, a number that the text does not have."),
    ],
)  # fmt: skip
def test_what_is_suggested_as_a_claim_can_be_read_alone(lines, statement):
    (row,) = [row for row in inside_check(article(*lines)) if row.difference]
    assert row.suggestion == statement
