"""A headline that tells as done what the text never does."""

import pytest

from annotator.checking.inside import inside_check
from tests.checking.articles import article


def told(headline, body):
    """(text, cue) side by side of each row with a difference."""
    return [
        [(mention.text, mention.cue) for mention in row.mentions]
        for row in inside_check(article(f"# {headline}", "It is cold. " + body))
        if row.difference
    ]


@pytest.mark.parametrize(
    ("headline", "cue", "body", "other"),
    [
        ("Mayor wins lawsuit", "wins", "The mayor could win the lawsuit, they say", "could"),
        ("Council approves budget", "approves",
         "The council will vote on Monday and may approve the budget", "will"),
        ("Suspect murdered wife", "murdered", "The suspect allegedly murdered his wife",
         "allegedly"),
        ("Minister charged with fraud", "charged",
         "No charges have been brought against the minister, who denies fraud", "no"),
        ("Judge bans app", "bans", "The judge was asked to ban the app and refused", "asked"),
        ("Mayor Keller resigns", "resigns", "Mayor Keller was considering whether to resign",
         "considering"),
    ],
)  # fmt: skip
def test_a_deed_that_the_text_never_tells_as_done(headline, cue, body, other):
    assert told(headline, f"{body}.") == [[(headline, cue), (body, other)]]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Mayor could win lawsuit", "The mayor could win the lawsuit."),
        ("Mayor wins lawsuit?", "The mayor could win the lawsuit."),
        ("Mayor wins lawsuit", "The mayor won. She could win the mayor’s lawsuit on costs, too."),
        ("Mayor wins lawsuit", "A judge ruled. The mayor could win the lawsuit on costs, too."),
        ("Mayor wins lawsuit", "The lawsuit is over. The mayor could win the lawsuit on costs."),
        ("Council approves budget", "The council voted to approve the budget."),
        ("Council approves budget", "The budget went through. It may approve a council’s budget."),
        ("Council approves budget", "The council, which could fall, approved the budget."),
        ("Mayor Keller resigns", "She stepped down. Mayor Keller was asked to resign in May."),
        ("Mayor Keller resigns", "Her resignation came late. Mayor Keller was asked to resign."),
        ("Minister charged with fraud",
         "No charges against the minister were brought in the earlier fraud case."),
        ("Judge bans app", "The app goes dark. The judge was asked to ban the app in May."),
    ],
)  # fmt: skip
def test_what_may_be_told_as_done_in_other_words(headline, body):
    assert told(headline, body) == []


def test_dozens_fled_where_hundreds_flee():
    ((headline, body),) = told("Hundreds flee flood", "Dozens of people fled the flood.")
    assert (headline[0], body[0]) == ("Hundreds flee", "Dozens of people fled")
