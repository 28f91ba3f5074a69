"""The text of pages: reading order, paragraphs, what is joined and what is left out."""

import pytest

from annotator.model.alphabet import normalise
from annotator.pdf import PageText, open_pdf
from tests.pdf_making import Sheet, make_pdf

LEFT = ["The left column begins with", "this sentence of words and", "goes on for a third line."]
RIGHT = ["Now the right column tells", "something else in as many", "lines as the left one has."]


def text_of(sheet: Sheet, **options: object) -> PageText:
    with open_pdf(make_pdf(sheet, **options)) as file:  # type: ignore[arg-type]
        return file.text(0)


def paragraphs(page: PageText) -> list[str]:
    return [page.text[block.start : block.end] for block in page.blocks]


def test_lines_of_a_paragraph_are_joined_and_blocks_make_the_text() -> None:
    sheet = Sheet()
    sheet.text(72, 720, "A title of its own", size=24, font="bold")
    sheet.lines(72, 660, ["One line of a paragraph runs on", "into a second line of it."])
    sheet.lines(72, 600, ["Another one stands apart."])
    page = text_of(sheet)
    assert paragraphs(page) == [
        "A title of its own",
        "One line of a paragraph runs on into a second line of it.",
        "Another one stands apart.",
    ]
    assert page.text == "\n".join(paragraphs(page))
    assert [(block.size, block.bold) for block in page.blocks] == [
        (24, True), (12, False), (12, False),
    ]  # fmt: skip


def test_an_indent_begins_a_paragraph_a_hanging_one_does_not() -> None:
    sheet = Sheet()
    sheet.text(90, 700, "The first line of this one is indented and it")
    sheet.lines(72, 686, ["has a second line, and then ends with a full one."])
    sheet.text(90, 672, "The next begins with an indent again and runs")
    sheet.lines(72, 658, ["on to this line."])
    assert paragraphs(text_of(sheet)) == [
        "The first line of this one is indented and it has a second line, and then ends with a "
        "full one.",
        "The next begins with an indent again and runs on to this line.",
    ]


def test_columns_are_read_one_after_the_other_though_drawn_in_turns() -> None:
    sheet = Sheet()
    for row, (left, right) in enumerate(zip(LEFT * 2, RIGHT * 2, strict=True)):
        sheet.text(72, 700 - 14 * row, left)
        sheet.text(320, 700 - 14 * row, right)
    page = text_of(sheet)
    assert page.text.replace("\n", " ") == " ".join(LEFT * 2 + RIGHT * 2)


def test_a_table_keeps_its_rows() -> None:
    sheet = Sheet()
    rows = [("Country", "2024", "2025"), ("France", "31", "33"), ("Spain", "12", "15")]
    for row, cells in enumerate(rows):
        for x, cell in zip((72, 220, 320), cells, strict=True):
            sheet.text(x, 700 - 14 * row, cell)
    assert text_of(sheet).text == "Country 2024 2025\nFrance 31 33\nSpain 12 15"


def test_what_is_drawn_last_and_stands_on_top_is_read_first() -> None:
    sheet = Sheet()
    sheet.lines(72, 600, ["Below stands the text, two", "lines of it."])
    sheet.text(72, 700, "Above", size=20)
    assert paragraphs(text_of(sheet)) == ["Above", "Below stands the text, two lines of it."]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    sheet = Sheet()
    sheet.lines(72, 400, ["At the foot of the first column", "a sentence goes on in the"])
    sheet.lines(320, 700, ["second one, where it comes to its", "end after all."])
    assert text_of(sheet).text == (
        "At the foot of the first column a sentence goes on in the second one, where it comes to "
        "its end after all."
    )


def test_verse_keeps_its_lines() -> None:
    lines = ["Short lines here,", "And then a longer one that shows", "How wide", "It might be."]
    sheet = Sheet()
    sheet.lines(72, 700, [*lines, *lines])
    assert text_of(sheet).text == "\n".join([*lines, *lines])


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [("Two half-words like invest-", "igation are one word.", "like investigation are"),
     ("The area known as Franco-", "German is no such word.", "as Franco-German is"),
     ("The disease called COVID-", "19 has a number.", "called COVID-19 has"),
     ("A list that was FAA-", "approved is in force.", "was FAA-approved is"),
     ("Ask them at https://", "www.example.org or not.", "at https://www.example.org or"),
     ("From Monday, in fact 1995\u2013", "1998 and after that.", "fact 1995\u20131998 and")],
)  # fmt: skip
def test_a_word_broken_at_a_line_end_is_one(first: str, second: str, joined: str) -> None:
    sheet = Sheet()
    sheet.lines(72, 700, [first, second])
    assert joined in text_of(sheet).text


def test_ligatures_pairs_and_odd_characters_end_in_the_alphabet() -> None:
    codes = {65: "ﬁ", 66: "😀", 67: "ffl", 68: "\u00ad", 69: "\u200b", 70: "\u00a0", 71: "\x07"}
    sheet = Sheet()
    sheet.text(72, 700, "AxBxCxDxExFxGx", font="mapped")
    page = text_of(sheet, unicode=codes)
    assert page.text == "fix😀xfflxxx xx"
    assert normalise(page.text) == page.text


def test_text_that_is_not_painted_counts_and_text_off_the_page_does_not() -> None:
    sheet = Sheet(crop=(50, 50, 500, 700))
    sheet.text(72, 600, "Seen by a scanner", mode=3)
    sheet.text(72, 720, "Above the visible box")
    sheet.text(-400, 500, "Left of the page")
    sheet.text(72, 500, "On the page")
    assert paragraphs(text_of(sheet)) == ["Seen by a scanner", "On the page"]


def test_bold_made_by_drawing_twice_is_read_once() -> None:
    sheet = Sheet()
    sheet.text(72, 700, "Twice drawn")
    sheet.text(72.3, 700, "Twice drawn")
    assert text_of(sheet).text == "Twice drawn"


def test_a_bullet_is_said_and_not_in_the_text() -> None:
    sheet = Sheet()
    sheet.lines(72, 700, ["\u2022 First point", "\u2022 Second point"])
    page = text_of(sheet)
    assert paragraphs(page) == ["First point", "Second point"]
    assert all(block.bullet for block in page.blocks)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_text_along_a_turned_page_is_straight_and_other_text_turned(rotate: int) -> None:
    sheet = Sheet(rotate=rotate)
    origins = {0: (72, 600), 90: (200, 72), 180: (500, 200), 270: (300, 700)}
    x, y = origins[rotate]
    sheet.text(x, y, "Looks up to whoever reads it", angle=rotate)
    sheet.text(400, 400, "stamp", angle=rotate + 90)
    page = text_of(sheet)
    assert [block.turned for block in page.blocks] == [False, True]
    assert paragraphs(page) == ["Looks up to whoever reads it", "stamp"]


def test_hebrew_with_numbers_and_brackets_is_in_the_order_it_is_read() -> None:
    letters = {97 + n: chr(0x5D0 + n) for n in range(22)} | {40: "(", 41: ")"}
    letters |= {code: chr(code) for code in b"0123456789 ,"}
    sheet = Sheet()
    #                from the left: ")" drawn as it looks, words and letters reversed
    sheet.text(72, 700, "fed )42( cba", font="mapped")
    assert text_of(sheet, unicode=letters).text == "אבג (42) דהו"


@pytest.mark.parametrize(
    ("drawn", "read"),
    [("abc", "גבא"), ("XYXYXYX fed cba", "XYXYXYX אבג דהו"), ("fed XY cba", "אבג XY דהו"),
     ("12 cba", "אבג 12"), ("cba (1", "1) אבג")],
)  # fmt: skip
def test_two_directions_in_a_line(drawn: str, read: str) -> None:
    """What is drawn from left to right; a line with more Hebrew is read from the right."""
    letters = {97 + n: chr(0x5D0 + n) for n in range(22)} | {c: chr(c) for c in b"XY 12()"}
    sheet = Sheet()
    sheet.text(72, 700, drawn, font="mapped")
    assert text_of(sheet, unicode=letters).text == read


def test_one_page_full_of_text_is_bounded() -> None:
    sheet = Sheet()
    for row in range(1500):
        line = f"{row:05}lorem" * 100
        sheet.raw(f"BT /sans 1 Tf 1 0 0 1 10 {780 - 0.5 * row} Tm ({line}) Tj ET")
    page = text_of(sheet)
    assert 300_000 < len(page.text) < 420_000


def styled(page: PageText) -> list[tuple[str, str]]:
    return [
        (page.text[style.start : style.end], "b" * style.bold + "i" * style.italic + style.script)
        for block in page.blocks
        for style in block.styles
    ]


def test_styles_that_change_within_a_line_and_small_figures() -> None:
    sheet = Sheet()
    sheet.raw(
        "BT 72 700 Td /sans 12 Tf (Some plain, ) Tj /bold 12 Tf (bold) Tj /sans 12 Tf ( and ) Tj"
        " /italic 12 Tf (slanted words.) Tj /sans 7 Tf 4 Ts (12) Tj 0 Ts /sans 12 Tf ( H) Tj"
        " /sans 7 Tf -2 Ts (2) Tj 0 Ts /sans 12 Tf (O as well) Tj ET"
    )
    assert text_of(sheet).text == "Some plain, bold and slanted words.12 H2O as well"
    assert styled(text_of(sheet)) == [
        ("bold", "b"), ("slanted words.", "i"), ("12", "super"), ("2", "sub"),
    ]  # fmt: skip


def test_a_style_goes_on_over_the_lines_end_and_over_a_broken_word() -> None:
    sheet = Sheet()
    sheet.text(72, 700, "Plain words, then a long run of")
    sheet.lines(
        72, 686, ["bold ones, which goes on for one", "more line and ends here."], font="bold"
    )
    assert styled(text_of(sheet)) == [
        ("bold ones, which goes on for one more line and ends here.", "b")
    ]
    sheet.text(72, 658, "and a paragraph in plain type.")
    assert text_of(sheet).blocks[0].bold is False


def test_small_words_in_a_line_are_not_raised() -> None:
    sheet = Sheet()
    sheet.text(72, 700, "A line with")
    sheet.text(135, 700, "small", size=7)
    sheet.text(154, 700, "words in it")
    assert styled(text_of(sheet)) == []
