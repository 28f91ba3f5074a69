"""The colours keep their promises: contrasts, and marks that colour-blind readers tell apart."""

import itertools
import math
from collections.abc import Sequence

import pytest
from PySide6.QtGui import QColor

from annotator.ui.theme import SCHEMES, Tokens, contrast, mix

Vector = Sequence[float]
Matrix = Sequence[Vector]

TEXT, BORDER, MARK_DISTANCE = 4.5, 3.0, 8.0

# Machado, Oliveira, Fernandes 2009, severity 1.0; over linear sRGB.
BLINDNESS: dict[str, Matrix] = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "full sight": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}

SRGB_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
CAT02: Matrix = (
    (0.7328, 0.4296, -0.1624),
    (-0.7036, 1.6975, 0.0061),
    (0.0030, 0.0136, 0.9834),
)
CAT02_TO_HPE: Matrix = (
    (0.7409792, 0.2180250, 0.0410058),
    (0.2853532, 0.6242014, 0.0904454),
    (-0.0096280, -0.0056980, 1.0153260),
)
WHITE_D65 = (95.047, 100.0, 108.883)
ADAPTING, BACKGROUND = 64 / math.pi / 5, 20.0  # cd/m², % of white: sRGB's own conditions


def apply(matrix: Matrix, vector: Vector) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def linear(colour: str) -> list[float]:
    channels = QColor(colour).getRgbF()[:3]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def seen(colour: str, sight: str) -> list[float]:
    return [min(1.0, max(0.0, c)) for c in apply(BLINDNESS[sight], linear(colour))]


def cone_response(xyz: Vector, luminance: float) -> list[float]:
    """The adapted, compressed answers of the three cones (CIECAM02), average surround."""
    adaptation = 1 - math.exp((-ADAPTING - 42) / 92) / 3.6
    white = apply(CAT02, WHITE_D65)
    adapted = [
        (100 * adaptation / w + 1 - adaptation) * c
        for c, w in zip(apply(CAT02, xyz), white, strict=True)
    ]
    result = []
    for value in apply(CAT02_TO_HPE, adapted):
        power = (luminance * abs(value) / 100) ** 0.42
        result.append(math.copysign(400 * power / (27.13 + power), value) + 0.1)
    return result


def cam02_ucs(rgb: Vector) -> tuple[float, float, float]:
    """J′, a′, b′ of CAM02-UCS (Luo, Cui, Li 2006) for linear sRGB."""
    k = 1 / (5 * ADAPTING + 1)
    luminance = 0.2 * k**4 * 5 * ADAPTING + 0.1 * (1 - k**4) ** 2 * (5 * ADAPTING) ** (1 / 3)
    n = BACKGROUND / WHITE_D65[1]
    induction, exponent = 0.725 * n**-0.2, 0.69 * (1.48 + math.sqrt(n))

    def achromatic(r: float, g: float, b: float) -> float:
        return (2 * r + g + b / 20 - 0.305) * induction

    r, g, b = cone_response([100 * c for c in apply(SRGB_TO_XYZ, rgb)], luminance)
    a_axis, b_axis = r - 12 * g / 11 + b / 11, (r + g - 2 * b) / 9
    hue = math.atan2(b_axis, a_axis)
    white = achromatic(*cone_response(WHITE_D65, luminance))
    lightness = 100 * (achromatic(r, g, b) / white) ** exponent
    eccentricity = (math.cos(hue + 2) + 3.8) / 4
    t = 50000 / 13 * induction * eccentricity * math.hypot(a_axis, b_axis) / (r + g + 21 * b / 20)
    chroma = t**0.9 * math.sqrt(lightness / 100) * (1.64 - 0.29**n) ** 0.73
    colourfulness = math.log(1 + 0.0228 * chroma * luminance**0.25) / 0.0228
    return (
        1.7 * lightness / (1 + 0.007 * lightness),
        colourfulness * math.cos(hue),
        colourfulness * math.sin(hue),
    )


@pytest.fixture(params=sorted(SCHEMES))
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return SCHEMES[request.param]


def test_the_colour_space_is_the_published_one() -> None:
    # Computed with colorspacious 1.1.2.
    assert cam02_ucs(linear("#b0d7f8")) == pytest.approx((85.631, -9.331, -15.572), abs=0.02)


def grounds(tokens: Tokens) -> list[str]:
    return [tokens.chrome, tokens.paper, tokens.card, tokens.selected, tokens.accent_ground]


@pytest.mark.parametrize("role", ["ink", "secondary", "accent", "good", "middling", "bad"])
def test_text_can_be_read_on_every_ground(tokens: Tokens, role: str) -> None:
    worst = min(contrast(tokens.colour(role), ground) for ground in grounds(tokens))
    assert worst >= TEXT


@pytest.mark.parametrize("tone", ["good", "middling", "bad", "none"])
def test_verdicts_can_be_read_on_their_tint(tokens: Tokens, tone: str) -> None:
    colour = tokens.tone(tone)
    places = [tokens.card, tokens.paper, tokens.chrome]
    if tone != "none":  # a claim without verdict is a dash in the board's chosen row
        places.append(tokens.accent_ground)
    for ground in places:
        assert contrast(colour, mix(colour, ground, 0.13)) >= TEXT


def test_messages_can_be_read(tokens: Tokens) -> None:
    for tone in ("middling", "bad"):
        ground = mix(tokens.tone(tone), tokens.chrome, 0.13)
        assert contrast(tokens.ink, ground) >= TEXT
        assert contrast(tokens.accent, ground) >= TEXT


def test_text_on_the_accent_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= TEXT


def test_borders_of_controls_can_be_seen(tokens: Tokens) -> None:
    for ground in (tokens.chrome, tokens.paper, tokens.card):
        assert contrast(tokens.control, ground) >= BORDER
        assert contrast(tokens.accent, ground) >= BORDER


def test_ink_on_marks(tokens: Tokens) -> None:
    worst = min(contrast(tokens.ink, mark) for mark in tokens.marks.values())
    assert worst >= (5.0 if tokens.dark else 8.0)


@pytest.mark.parametrize("sight", sorted(BLINDNESS))
def test_marks_are_told_apart(tokens: Tokens, sight: str) -> None:
    assert len(tokens.marks) == 8
    places = {name: cam02_ucs(seen(mark, sight)) for name, mark in tokens.marks.items()}
    distances = {
        (one, other): math.dist(places[one], places[other])
        for one, other in itertools.combinations(places, 2)
    }
    nearest = min(distances, key=lambda pair: distances[pair])
    assert distances[nearest] >= MARK_DISTANCE, nearest
