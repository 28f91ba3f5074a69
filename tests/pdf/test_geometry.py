"""Where letters stand: offsets ↔ places, on straight, turned, cropped and slanted pages."""

import random
import re
from pathlib import Path

import pypdfium2
import pytest

from annotator.errors import UnreadableFile
from annotator.pdf import PageGeometry, mapped, open_pdf
from tests.pdf_making import Sheet, make_pdf

WORDS = ["Words of the first line of it,", "and then a second line of them."]


def geometry_of(sheet: Sheet, **options: object) -> PageGeometry:
    with open_pdf(make_pdf(sheet, **options)) as file:  # type: ignore[arg-type]
        geometry = file.geometry(0)
        assert geometry.text == file.text(0).text
        return geometry


def place(geometry: PageGeometry, words: str) -> tuple[int, int]:
    start = geometry.text.index(words)
    return start, start + len(words)


def test_a_passage_over_two_lines_has_a_quad_for_each() -> None:
    sheet = Sheet()
    sheet.lines(100, 700, WORDS)
    geometry = geometry_of(sheet)
    first, second = geometry.quads(*place(geometry, "line of it, and then"))
    left = 100 + 12 * 0.278  # further than the first letter
    assert first[0] > left and abs(first[1] - first[3]) < 0.01 and first[1] > first[5]
    assert first[1] > 700 > first[5] and second[1] > 686 > second[5]
    assert second[0] == pytest.approx(100, abs=0.5)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 60, 500, 700)])
def test_what_is_shown_is_where_the_words_are_seen(
    rotate: int, crop: tuple[float, float, float, float] | None
) -> None:
    sheet = Sheet(rotate=rotate, crop=crop)
    sheet.text(200, 400, "upright", angle=rotate)
    geometry = geometry_of(sheet)
    ((x, y, width, height),) = geometry.rectangles(0, 7)
    across, down = geometry.to_shown(200, 400)
    assert x == pytest.approx(across, abs=1) and width > height
    assert y < down < y + height
    assert geometry.offset_at(x + 2, y + height / 2) == 0
    assert geometry.nearest(x + width + 40, y) == 7
    assert geometry.nearest(x - 40, y) == 0
    (quad,) = geometry.quads(0, 7)
    assert geometry.covered(quad) == (0, 7)


def test_the_hyphen_of_a_broken_word_is_covered_though_not_in_the_text() -> None:
    sheet = Sheet()
    sheet.lines(100, 700, ["Words that are hyphen-", "ated are one."])
    geometry = geometry_of(sheet)
    start, end = place(geometry, "hyphenated")
    first, second = geometry.quads(start, end)
    (without,) = geometry.quads(start, start + 6)
    assert first[2] == pytest.approx(without[2] + 12 * 0.333, abs=0.7)
    assert second[0] == pytest.approx(100, abs=0.5)


def test_letters_of_a_ligature_share_its_room() -> None:
    sheet = Sheet()
    sheet.text(100, 700, "AAA", font="mapped")
    geometry = geometry_of(sheet, unicode={65: "ffi"})
    assert geometry.text == "ffiffiffi"
    edges = [geometry.box(at)[0] for at in range(9)]
    assert edges == sorted(edges) and len(set(edges)) == 9


def test_blanks_reach_from_word_to_word_and_line_ends_have_no_width() -> None:
    sheet = Sheet()
    sheet.text(100, 700, "drawn")
    sheet.text(140, 700, "apart")
    sheet.text(100, 686, "below both of these")
    geometry = geometry_of(sheet)
    blank, end = geometry.box(5), geometry.box(geometry.text.index(" below"))
    assert blank[0] == pytest.approx(geometry.box(4)[2]) and blank[2] == pytest.approx(140, abs=1)
    assert end[0] == end[2] > 140


def test_slanted_text_has_slanted_quads() -> None:
    sheet = Sheet()
    sheet.text(100, 400, "Draft copy", size=40, angle=30)
    geometry = geometry_of(sheet)
    (quad,) = geometry.quads(0, len(geometry.text))
    rise, run = quad[3] - quad[1], quad[2] - quad[0]
    assert rise / run == pytest.approx(0.577, abs=0.01)
    assert (run**2 + rise**2) ** 0.5 == pytest.approx(40 * 4.8, rel=0.1)


def test_right_to_left_the_caret_goes_the_other_way() -> None:
    letters = {97 + n: chr(0x5D0 + n) for n in range(22)}
    sheet = Sheet()
    sheet.text(100, 700, "cba", font="mapped")
    geometry = geometry_of(sheet, unicode=letters)
    assert geometry.text == "אבג"
    ((x, y, width, height),) = geometry.rectangles(0, 3)
    assert geometry.nearest(x + width + 20, y + height / 2) == 0
    assert geometry.nearest(x - 20, y + height / 2) == 3
    assert geometry.offset_at(x + 2, y + height / 2) == 2


def test_a_passage_of_mixed_directions_falls_apart_where_it_does() -> None:
    letters = {97 + n: chr(0x5D0 + n) for n in range(22)} | {code: chr(code) for code in b"XYZ "}
    sheet = Sheet()
    sheet.text(100, 700, "XYZ fed cba XYZ", font="mapped")
    geometry = geometry_of(sheet, unicode=letters)
    assert geometry.text == "XYZ אבג דהו XYZ"
    pieces = geometry.rectangles(0, 7)  # the Latin word and the Hebrew one, which stands farther on
    assert len(pieces) == 2


def test_geometry_serves_a_text_that_another_engine_made() -> None:
    sheet = Sheet()
    sheet.lines(100, 700, WORDS)
    geometry = geometry_of(sheet)
    other = geometry.text.replace("second", "2nd").replace("Words", "Wordss")
    moved = mapped(geometry, other)
    assert moved.text == other and len(moved.boxes) == 4 * len(other)
    assert moved.sha256 != geometry.sha256
    was, now = place(geometry, "line of them"), place(moved, "line of them")
    assert moved.quads(*now) == geometry.quads(*was)
    was, now = place(geometry, "second"), place(moved, "2nd")
    assert moved.rectangles(*now)[0][0] == pytest.approx(geometry.rectangles(*was)[0][0])
    assert mapped(geometry, geometry.text) is geometry


def test_styles_keep_to_their_words_in_another_text() -> None:
    sheet = Sheet()
    sheet.raw("BT 72 700 Td /sans 12 Tf (Some words are ) Tj /bold 12 Tf (bold) Tj ET")
    geometry = geometry_of(sheet)
    moved = mapped(geometry, "Quite some words are bold")
    (style,) = moved.blocks[0].styles
    assert moved.text[style.start : style.end] == "bold" and style.bold


def test_an_empty_page_answers() -> None:
    geometry = geometry_of(Sheet())
    assert geometry.text == "" and geometry.quads(0, 0) == ()
    assert geometry.offset_at(10, 10) is None and geometry.nearest(10, 10) == 0


def squeezed(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).casefold()


def test_quads_of_random_passages_hold_their_words(samples: Path) -> None:
    """Read back by PDFium: what it finds in the quads of a passage is the passage."""
    chance = random.Random(4)
    asked = exact = near = 0
    for path in sorted((samples / "pdf").glob("*.pdf")):
        try:
            file = open_pdf(path.read_bytes())
        except UnreadableFile:
            continue
        document = pypdfium2.PdfDocument(path)
        with file:
            for page in range(min(3, file.page_count)):
                geometry = file.geometry(page)
                text_page = document[page].get_textpage()
                for _ in range(12 if geometry.text else 0):
                    start = chance.randrange(len(geometry.text))
                    end = min(len(geometry.text), start + chance.randint(4, 120))
                    words = squeezed(geometry.text[start:end])
                    found = squeezed("".join(
                        text_page.get_text_bounded(*_bounds(quad))
                        for quad in geometry.quads(start, end)
                    ))  # fmt: skip
                    asked += 1
                    exact += words in found
                    near += words in found or _nearly(words, found)
                text_page.close()
        document.close()
    assert asked > 150
    assert near == asked
    assert exact >= 0.85 * asked  # PDFium's order within a turned or mixed line is another one


def _bounds(quad: tuple[float, ...]) -> tuple[float, float, float, float]:
    xs, ys = quad[0::2], quad[1::2]
    return min(xs) - 0.5, min(ys), max(xs) + 0.5, max(ys)


def _nearly(words: str, found: str) -> bool:
    """The same letters, whatever their order (turned lines, two directions)."""
    return (
        sorted(set(words)) == sorted(set(words) & set(found)) and len(found) <= 2 * len(words) + 8
    )


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_stroke_stands_across_the_line_where_reading_comes_to_a_letter(rotate) -> None:
    sheet = Sheet(rotate=rotate)
    sheet.text(100, 600, "one two")
    geometry = geometry_of(sheet)
    first, last = geometry.edge(0, after=False), geometry.edge(6, after=True)
    (line,) = geometry.rectangles(0, 7)
    sideways = rotate in (90, 270)
    for stroke in (first, last):
        assert stroke[2 if not sideways else 3] == pytest.approx(0, abs=0.01)
        assert stroke[3 if not sideways else 2] > 5
    along = 1 if sideways else 0
    far = line[along] + line[along + 2]
    ends = (line[along], far) if rotate in (0, 90) else (far, line[along])
    assert (first[along], last[along]) == pytest.approx(ends, abs=0.1)


def test_a_letter_of_no_line_has_no_stroke() -> None:
    sheet = Sheet()
    sheet.text(100, 600, "one")
    assert geometry_of(sheet).edge(3, after=False) is None


def test_reading_from_the_right_begins_at_the_right() -> None:
    sheet = Sheet()
    sheet.text(100, 600, "abc", font="mapped")
    geometry = geometry_of(sheet, unicode={97: "\u05d2", 98: "\u05d1", 99: "\u05d0"})
    assert geometry.text == "\u05d0\u05d1\u05d2"
    (line,) = geometry.rectangles(0, 3)
    first, last = geometry.edge(0, after=False), geometry.edge(2, after=True)
    assert first[0] == pytest.approx(line[0] + line[2], abs=0.1)
    assert last[0] == pytest.approx(line[0], abs=0.1)
