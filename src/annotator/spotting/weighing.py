"""The linear model: what was learned, and the margin of a sentence."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, sqrt

from annotator.spotting.grams import FACTORS, GROUPS, grams
from annotator.spotting.words import Word

WEIGHTS = "weights.json"
"""The file beside this module that ``tools/train_spotting.py`` writes."""


@dataclass(frozen=True, slots=True)
class Model:
    """``groups``: a gram's weight, a whole number of ``unit``, for each group of grams.

    ``slope`` and ``offset`` turn a margin into a probability.
    """

    groups: tuple[dict[str, int], ...]
    bias: float
    unit: float
    slope: float
    offset: float

    def margin(self, sentence: list[Word]) -> float:
        """How far a sentence lies on the side of the check-worthy; about -2 to 2.

        Weights are whole numbers, so that the sum does not depend on the order of a set.
        """
        total = self.bias
        for group, factor, found in zip(self.groups, FACTORS, grams(sentence), strict=True):
            if found:
                weight = sum(map(group.get, found, _zeros()))
                total += self.unit * factor * weight / sqrt(len(found))
        return total

    def probability(self, margin: float) -> float:
        """From 0 to 1, rising with the margin."""
        return 1 / (1 + exp(-(self.slope * margin + self.offset)))


def _zeros() -> Iterable[int]:
    from itertools import repeat

    return repeat(0)


def from_json(text: str) -> Model:
    """The model as the training wrote it."""
    read = json.loads(text)
    groups = tuple(read["groups"][name] for name in GROUPS)
    return Model(groups, read["bias"], read["unit"], read["slope"], read["offset"])


@cache
def model() -> Model:
    """The model that the program comes with; read once, about 10 ms."""
    return from_json((files(__package__) / WEIGHTS).read_text(encoding="utf-8"))
