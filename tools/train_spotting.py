"""Train the model that finds sentences worth checking, and measure it.

    python -m tools.train_spotting [--data FILE] [--output FILE]     train, write the weights
    python -m tools.train_spotting --measure                         five-fold cross-validation

A linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al.
2008). It needs nothing but additions, products, divisions and square roots, which every processor
rounds alike: the same data give the same file, byte for byte. docs/spotting.md has the figures.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from annotator.spotting import weighing
from annotator.spotting.grams import FACTORS, GROUPS, grams
from annotator.spotting.words import words

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data" / "claimbuster" / "train.json"
OUTPUT = Path(weighing.__file__).with_name(weighing.WEIGHTS)

COST = 0.2
ROUNDS = 25
UNIT = 0.001
VIEWS = 20
"""So many models are trained, each on a part of the grams, and their weights averaged: words that
stand in for each other all learn what the best of them would keep to itself (feature bagging,
Sutton et al. 2006)."""
KEPT = 0.25
LEAST = {"words": 2, "stems": 2, "pairs": 2, "shapes": 3, "signs": 3}
"""In how many sentences a gram of a group has to stand."""
PRUNED = 15
"""Weights below so many units are left out: they do not change the order of sentences."""

Row = list[tuple[int, float]]


@dataclass(frozen=True)
class Example:
    """A sentence of the training data; ``place`` is its number in the debates it comes from."""

    text: str
    worthy: bool
    place: int


@dataclass(frozen=True)
class Learned:
    """The weight of each gram of the vocabulary, and the bias."""

    vocabulary: dict[tuple[int, str], int]
    weights: list[float]


def load(path: Path) -> list[Example]:
    """The examples in the order of the debates."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    examples = [Example(e["text"], e["label"] == 1, e["sentence_id"]) for e in entries]
    return sorted(examples, key=lambda example: (example.place, example.text))


def train(examples: Sequence[Example]) -> Learned:
    """Learn from examples."""
    found = [grams(words(example.text)) for example in examples]
    counted = Counter(
        (g, gram) for groups in found for g, group in enumerate(groups) for gram in group
    )
    known = sorted(key for key, count in counted.items() if count >= LEAST[GROUPS[key[0]]])
    vocabulary = {key: index for index, key in enumerate(known, start=1)}  # 0 is the bias
    rows = [row(groups, vocabulary) for groups in found]
    signs = [1.0 if example.worthy else -1.0 for example in examples]
    total = [0.0] * (len(vocabulary) + 1)
    for seed in range(VIEWS):
        for index, weight in viewed(rows, signs, len(total), random.Random(seed)):
            total[index] += weight / VIEWS
    return Learned(vocabulary, total)


def viewed(
    rows: list[Row], signs: list[float], size: int, chance: random.Random
) -> Iterator[tuple[int, float]]:
    """The indices and weights of a model that sees a part of the grams."""
    scale = 1 / sqrt(KEPT)
    scales = [1.0] + [scale if chance.random() < KEPT else 0.0 for _index in range(1, size)]
    seen = [
        [(index, value * scales[index]) for index, value in row if scales[index]] for row in rows
    ]
    for index, weight in enumerate(descend(seen, signs, size)):
        if weight:
            yield index, weight * scales[index]


def row(groups: Sequence[set[str]], vocabulary: dict[tuple[int, str], int]) -> Row:
    """A sentence as indices and values, in one order whatever the order of the sets."""
    made: Row = [(0, 1.0)]
    for number, group in enumerate(groups):
        value = FACTORS[number] / sqrt(len(group) or 1)
        indices = [vocabulary[(number, gram)] for gram in group if (number, gram) in vocabulary]
        made.extend((index, value) for index in sorted(indices))
    return made


def descend(rows: list[Row], signs: list[float], size: int) -> list[float]:
    """The weights that part the rows by their signs, by dual coordinate descent."""
    weights, alphas = [0.0] * size, [0.0] * len(rows)
    diagonal = 1 / (2 * COST)
    squares = [added([value * value for _index, value in row]) + diagonal for row in rows]
    order = list(range(len(rows)))
    random.Random(0).shuffle(order)
    for _round in range(ROUNDS):
        for i in order:
            reached = added([weights[index] * value for index, value in rows[i]])
            gradient = signs[i] * reached - 1 + diagonal * alphas[i]
            alpha = max(alphas[i] - gradient / squares[i], 0.0)
            step = (alpha - alphas[i]) * signs[i]
            if step:
                alphas[i] = alpha
                for index, value in rows[i]:
                    weights[index] += step * value
    return weights


def added(values: list[float]) -> float:
    """One after another: ``sum`` rounds otherwise from Python 3.12 on."""
    total = 0.0
    for value in values:
        total += value
    return total


def model_of(learned: Learned, slope: float, offset: float) -> weighing.Model:
    """What the program needs: whole weights, the small ones left out."""
    groups: tuple[dict[str, int], ...] = tuple({} for _name in GROUPS)
    for (group, gram), index in learned.vocabulary.items():
        weight = round(learned.weights[index] / UNIT)
        if abs(weight) >= PRUNED:
            groups[group][gram] = weight
    return weighing.Model(groups, round(learned.weights[0], 4), UNIT, slope, offset)


def folds(examples: Sequence[Example], count: int, by_debate: bool) -> list[list[int]]:
    """Indices to hold out: at random, or whole stretches of debates at a time."""
    if by_debate:
        return [
            [i for i, e in enumerate(examples) if e.place // 1200 % count == fold]
            for fold in range(count)
        ]
    order = list(range(len(examples)))
    random.Random(1).shuffle(order)
    return [order[fold::count] for fold in range(count)]


def held_out(examples: Sequence[Example], parts: list[list[int]]) -> list[float]:
    """The margin of each example, by a model that has not seen it."""
    margins = [0.0] * len(examples)
    for part in parts:
        out = set(part)
        learned = train([e for i, e in enumerate(examples) if i not in out])
        model = model_of(learned, 1.0, 0.0)
        for i in part:
            margins[i] = model.margin(words(examples[i].text))
    return margins


def average_precision(
    margins: Sequence[float], worthy: Sequence[bool], weight: float = 1.0
) -> float:
    """The mean precision at each worthy sentence; ``weight``: how many each other one counts."""
    precisions, hits, misses = [], 0, 0
    for i in sorted(range(len(margins)), key=lambda i: -margins[i]):
        if worthy[i]:
            hits += 1
            precisions.append(hits / (hits + weight * misses))
        else:
            misses += 1
    return sum(precisions) / len(precisions)


def measure(examples: Sequence[Example]) -> None:
    """Print the figures of cross-validation; as rare as in a transcript: 2 % worthy."""
    worthy = [e.worthy for e in examples]
    rare = 49 * sum(worthy) / (len(worthy) - sum(worthy))
    for name, by_debate in (("at random", False), ("by debate", True)):
        margins = held_out(examples, folds(examples, 5, by_debate))
        plain, scarce = (average_precision(margins, worthy, weight) for weight in (1.0, rare))
        print(f"{name}: average precision {plain:.4f}, at 2 % worthy {scarce:.4f}")


def written(model: weighing.Model) -> str:
    """The model as JSON, one gram a line."""
    groups = {
        name: dict(sorted(group.items())) for name, group in zip(GROUPS, model.groups, strict=True)
    }
    head = {"bias": model.bias, "unit": model.unit, "slope": model.slope, "offset": model.offset}
    return json.dumps({**head, "groups": groups}, ensure_ascii=False, indent=0) + "\n"


def main() -> None:
    """Train or measure, as asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    examples = load(options.data)
    if options.measure:
        measure(examples)
        return
    options.output.write_text(written(model_of(train(examples), SLOPE, OFFSET)), encoding="utf-8")
    print(f"{options.output}: {options.output.stat().st_size:,} bytes")


SLOPE, OFFSET = 3.4, -0.2
"""What makes a margin a probability: the slope as measured on held-out debates (3.3), the offset
below the one measured (0.8), as in whole texts claims are rarer than in the training data."""

if __name__ == "__main__":
    main()
