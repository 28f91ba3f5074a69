"""The numbers above marks' ends: legible however many there are."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from annotator.exporting import exporter
from annotator.exporting.document import ExportDocument, ExportOptions
from annotator.exporting.pdf.badges import badge_width
from annotator.exporting.pdf.numbers import Number, hang, shared
from annotator.exporting.pdf.type import Type
from tests.exporting.builders import document, exported, note, plain
from tests.exporting.pdf_reading import pixels

pytestmark = pytest.mark.usefixtures("qapp")
LEFT, RIGHT = 40.0, 533.0
ENDS = st.lists(
    st.tuples(st.floats(66, 506), st.sampled_from([100.0, 100.4, 123.0]), st.booleans()),
    min_size=1, max_size=60,
)  # fmt: skip
WORDS = "The bridge was closed for eleven months, the city said on Monday, and nobody knew why. "


@pytest.fixture(scope="module")
def type_(qapp: object):  # type: ignore[no-untyped-def]
    device = QImage(10, 10, QImage.Format.Format_Grayscale8)
    made = Type(device)
    made.kept = device  # type: ignore[attr-defined]  # it measures as long as it lives
    return made


@pytest.mark.parametrize("rtl", [False, True])
@given(ENDS)
def test_no_number_covers_another_or_leaves_its_room(type_: Type, rtl: bool, ends) -> None:  # type: ignore[no-untyped-def]
    numbers = [
        Number(0, x, y, None if private else 1000 + at, rtl)
        for at, (x, y, private) in enumerate(ends)
    ]
    rows: dict[bool, list[tuple[float, float]]] = {}
    for _page, corner, text in hang(numbers, LEFT, RIGHT, type_):
        box = (corner.x(), corner.x() + badge_width(type_, text))
        rows.setdefault(corner.y() > 110, []).append(box)
    for boxes in rows.values():
        for before, after in pairwise(sorted(boxes)):
            assert before[1] <= after[0] + 0.01
        assert min(boxes)[0] >= LEFT - 0.01 and max(boxes)[1] <= RIGHT + 0.01


@given(ENDS)
def test_every_number_is_told(type_: Type, ends) -> None:  # type: ignore[no-untyped-def]
    numbers = [Number(0, x, y, 1000 + at) for at, (x, y, _private) in enumerate(ends)]
    told: set[int] = set()
    for _page, _corner, text in hang(numbers, LEFT, RIGHT, type_):
        for part in text.replace("…", "–").split(", "):
            first, _dash, last = part.partition("–")
            told.update(range(int(first), int(last or first) + 1))
    assert told == {number.value for number in numbers}


def test_few_marks_that_end_together_keep_a_number_each(type_: Type) -> None:
    numbers = [Number(0, 300, 100, value) for value in (1204, 1205, 1206)]
    assert [text for _p, _c, text in hang(numbers, LEFT, RIGHT, type_)] == ["1204", "1205", "1206"]


@pytest.mark.parametrize(
    ("values", "text"),
    [([7], "7"), ([9, 7, 8], "7–9"), ([7, 9], "7, 9"), ([1, 3, 5, 7, 8], "1…8"), ([], "")],
)
def test_shared_badges_say_which_marks(values: list[int], text: str) -> None:
    assert shared(values) == text


def many_at_one_place() -> ExportDocument:
    """Fourteen marks that end at the end of a line, numbered from 1001."""
    whole = plain(WORDS * 4)
    end = whole.text.index("Monday") + 6
    notes = [
        note(whole, place=(end - 1 - at, end), id=f"n{at}", note="Beside." * (at == 0))
        for at in range(14)
    ]
    made = exported(whole, notes)
    marks = tuple(replace(mark, number=(mark.number or 0) + 1000) for mark in made.marks)
    return document(replace(made, marks=marks))


def test_numbers_stay_out_of_the_margin(tmp_path: Path) -> None:
    [path] = exporter("pdf").write(many_at_one_place(), ExportOptions(), tmp_path / "o.pdf")
    scale = 2.0
    rows = pixels(path, scale=scale)
    left, right = (round(px * 0.75 * scale) for px in (534.5, 537))  # between text and notes
    top, foot = round(62 * 0.75 * scale), len(rows) - round(80 * 0.75 * scale)
    assert all(pixel == (255, 255, 255) for row in rows[top:foot] for pixel in row[left:right])
    beside = [row[round(538 * 0.75 * scale) :] for row in rows[top:foot]]
    assert any(sum(pixel) < 300 for row in beside for pixel in row)  # the note is there
