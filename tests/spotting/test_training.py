"""The weights: small, made by the script, the same every time."""

import json
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from annotator.spotting import weighing
from annotator.spotting.grams import GROUPS
from tools import train_spotting

SHIPPED = files("annotator.spotting") / weighing.WEIGHTS


def trained(data, output, seed):
    command = [sys.executable, "-m", "tools.train_spotting", "--data", data, "--output", output]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return output.read_bytes()


def test_training_twice_gives_the_same_bytes(tmp_path):
    texts = ["We cut taxes by {} percent.", "They spent ${} million.", "Thank you, {} times.",
             "Let us hope for {} more."]  # fmt: skip
    data = tmp_path / "train.json"
    entries = [
        {
            "sentence_id": number,
            "label": int(number % 4 < 2),
            "text": texts[number % 4].format(number),
        }
        for number in range(80)
    ]
    data.write_text(json.dumps(entries), encoding="utf-8")
    first = trained(data, tmp_path / "1.json", "1")
    data.write_text(json.dumps(entries[::-1]), encoding="utf-8")
    assert trained(data, tmp_path / "2.json", "2") == first
    model = weighing.from_json(first.decode())
    margins = [model.margin(train_spotting.words(text.format(7))) for text in texts]
    assert min(margins[:2]) > 0 > max(margins[2:])


def test_the_weights_are_small_and_whole():
    text = SHIPPED.read_text(encoding="utf-8")
    assert len(text.encode()) < 1_000_000
    model = weighing.from_json(text)
    assert len(model.groups) == len(GROUPS)
    assert all(isinstance(weight, int) for group in model.groups for weight in group.values())


@pytest.mark.skipif("ANNOTATOR_TRAIN" not in os.environ, reason="trains for some ten seconds")
def test_the_script_makes_the_weights_that_are_shipped(tmp_path):
    if not train_spotting.DATA.exists():
        pytest.skip("needs the training data")
    made = trained(train_spotting.DATA, tmp_path / "weights.json", "7")
    assert made == Path(str(SHIPPED)).read_bytes()


def test_average_precision():
    worthy = [True, False, True, False]
    assert train_spotting.average_precision([4, 3, 2, 1], worthy) == pytest.approx((1 + 2 / 3) / 2)
    assert train_spotting.average_precision([4, 3, 2, 1], worthy, 2) == pytest.approx((1 + 0.5) / 2)
