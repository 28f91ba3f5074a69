"""Which sentences come first: claims before courtesies, questions and slogans."""

import random

import pytest

from annotator.spotting import score
from annotator.spotting.circumstances import agreement
from tests.spotting.transcripts import DEBATE, SPEECH, lines
from tools.train_spotting import average_precision


@pytest.mark.parametrize("transcript", [SPEECH, DEBATE], ids=["speech", "debate"])
def test_claims_stand_above_the_rest_of_a_transcript(transcript):
    sentences, claims = lines(transcript)
    assert average_precision(score(sentences), claims) > 0.9


def test_scores_are_probabilities_one_a_sentence():
    sentences, _claims = lines(SPEECH)
    scores = score(sentences)
    assert len(scores) == len(sentences)
    assert all(0 < value < 1 for value in scores)
    assert score([]) == []
    assert len(score(["", " ", "?!", "日本語。", "\n"])) == 5


@pytest.mark.parametrize(
    ("worthy", "other"),
    [
        (
            "Unemployment fell to 3.6 percent last year.",
            "I am proud to stand here with you tonight.",
        ),
        ("Unemployment fell to 3.6 percent last year.", "Did unemployment fall to 3.6 percent?"),
        ("He voted against the bill in 2003.", "(APPLAUSE)"),
        ("Crime has doubled in our cities since 2010.", "Crime."),
        ("They spent $200 million on it.", "You have 30 seconds to answer that."),
        ("The senator opposed the treaty.", "We must never give up our values."),
    ],
)
def test_one_is_worth_more_of_a_look_than_the_other(worthy, other):
    [first], [second] = score([worthy]), score([other])
    assert first > second + 0.2


def test_order_counts_only_where_there_is_one():
    in_order = [0.9] * 60 + [-0.9] * 60
    shuffled = random.Random(3).sample(in_order, len(in_order))
    assert agreement(in_order) == 1.0
    assert agreement(shuffled) < 0.3
    assert agreement([0.5] * 50) == 0.0


def test_what_stands_before_a_question_is_its_hosts():
    alone = "A poll shows 62 percent of voters think so."
    asked = [alone, "Is it so?", "Well.", "Why?", "I do."] * 3
    told = [alone, "It is so.", "Well.", "Fine.", "I do."] * 3
    assert score(asked)[0] < score(told)[0] - 0.05
