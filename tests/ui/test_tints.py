"""Tints under sentences: found quickly, told apart, beneath all marks."""

import itertools
import math

import pytest

from annotator.ui.marks import tints
from annotator.ui.marks.tints import VOICES, WORTH, Tint, Tints
from annotator.ui.theme import SCHEMES, Tokens, contrast
from tests.ui.test_tokens import BLINDNESS, cam02_ucs, seen

APART = 4.0


@pytest.fixture(params=sorted(SCHEMES))
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return SCHEMES[request.param]


def test_only_the_tints_in_sight_are_found() -> None:
    some = [Tint(n * 10, n * 10 + 8, "own") for n in range(100)]
    kept = Tints(some)
    assert [t.start for t in kept.between(15, 31)] == [10, 20, 30]
    assert [t.start for t in kept.between(18, 20)] == []
    assert [t.start for t in kept.between(990, 5_000)] == [990]
    assert not Tints().between(0, 100)


def test_the_ink_can_be_read_on_every_tint(tokens: Tokens) -> None:
    worst = min(contrast(tokens.ink, tints.ground(tokens, look)) for look in (*WORTH, *VOICES))
    assert worst >= (6.0 if tokens.dark else 8.0)


@pytest.mark.parametrize("sight", sorted(BLINDNESS))
@pytest.mark.parametrize("looks", [WORTH, VOICES])
def test_tints_are_told_apart(tokens: Tokens, sight: str, looks: tuple[str, ...]) -> None:
    colours = {look: tints.ground(tokens, look).name() for look in looks} | {"": tokens.paper}
    places = {look: cam02_ucs(seen(colour, sight)) for look, colour in colours.items()}
    for one, other in itertools.combinations(places, 2):
        assert math.dist(places[one], places[other]) >= APART, (one, other)


def test_each_voice_has_a_line_of_its_own(tokens: Tokens) -> None:
    lines = [drawn[0] if (drawn := tints.line(tokens, look)) else None for look in VOICES]
    assert len(set(lines)) == len(VOICES)
    for look in VOICES[1:]:
        drawn = tints.line(tokens, look)
        assert drawn is not None
        assert contrast(drawn[1], tints.ground(tokens, look)) >= 3.0
