"""The annotated PDF: its marks are real, its text is whole, its links live."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from annotator.errors import ExportFailed, InvalidValue
from annotator.exporting import exporter
from annotator.exporting.document import ExportDocument, ExportMark, ExportOptions
from annotator.model import AnchorState, Annotation, BlockKind, Claim, Container, Evidence, Source
from annotator.reading.builder import ArticleBuilder
from tests.exporting.builders import (
    TRUE,
    article,
    document,
    exported,
    harbour,
    harbour_document,
    harbour_notes,
    note,
    plain,
)
from tests.exporting.pdf_reading import (
    HIGHLIGHT,
    UNDERLINE,
    annotations,
    bookmarks,
    found,
    links,
    marks,
    pixels,
    poppler,
    text,
)

pytestmark = pytest.mark.usefixtures("qapp")
SENTENCE = (
    "Nine of the eleven instruments faced the water, and two of them faced the road where "
    "traffic was closed for most of the year while the bridge was being rebuilt. "
)


def written(made: ExportDocument, folder: Path, **options: object) -> Path:
    write = exporter("pdf").write
    [path] = write(made, ExportOptions(**options), folder / "out.pdf")  # type: ignore[arg-type]
    return path


@pytest.fixture(scope="module")
def harbour_pdf(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(harbour_document(), tmp_path_factory.mktemp("pdf"))


def marked(quotes: Sequence[str], **fields: object) -> ExportDocument:
    whole = harbour()
    notes = [note(whole, quote, id=f"n-{at}", **fields) for at, quote in enumerate(quotes)]
    return document(exported(whole, notes))


def test_every_mark_is_an_annotation_over_its_words(harbour_pdf: Path) -> None:
    expected = [one for one in harbour_notes(harbour()) if one.quote]
    got = marks(harbour_pdf)
    assert [one.name for one in got] == [one.id for one in expected]
    assert [" ".join(one.words) for one in got] == [one.quote for one in expected]
    assert all(one.subtype == HIGHLIGHT and one.printed and one.drawn for one in got)
    assert len(got[0].boxes) == 2  # a box a line


def test_annotations_say_what_was_said_by_whom_and_when(harbour_pdf: Path) -> None:
    claim, noted, tagged, _open = marks(harbour_pdf)
    assert noted.contents == (
        "Which ones were recalibrated in 2024? Ask for the log.\nTags: method/sensors"
    )
    assert "C12 · Mostly false: Particulate pollution" in claim.contents
    assert "− Report 2025, p. 31 · Port authority" in claim.contents
    assert "https://port.example/report_2025.pdf" in claim.contents
    assert tagged.contents == "Tags: key point, method/season"
    assert noted.author == "A. Student"
    assert noted.created.startswith("D:20260520100000")
    assert noted.modified.startswith("D:20261124093000")


def test_the_text_is_whole_and_in_order(harbour_pdf: Path) -> None:
    whole = harbour()
    shown = text(harbour_pdf)
    at = -1
    for block in whole.blocks:
        words = whole.text[block.start : block.end]
        assert words in shown
        assert shown.index(words) > at
        at = shown.index(words)


@pytest.mark.parametrize("words", ["officials offered", "port’s own", "“the trend is beyond"])
def test_text_is_found_by_a_viewers_search(harbour_pdf: Path, words: str) -> None:
    assert found(harbour_pdf, words)


def test_poppler_reads_each_paragraph_in_one_piece(harbour_pdf: Path) -> None:
    shown = " ".join(poppler("pdftotext", harbour_pdf, "-").split())
    whole = harbour()
    for block in whole.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            assert whole.text[block.start : block.end] in shown


def test_the_margin_tells_verdicts_notes_and_sources(harbour_pdf: Path) -> None:
    shown = text(harbour_pdf)
    for words in (
        "1 Mostly false. C12",
        "2 Which ones were recalibrated in 2024? Ask for the log. method/ sensors",
        "3 key point, method/season",
        "4 To check. C14",
        "No source yet.",
        "About the whole article Read twice. The table at the end",
        "Ines Calder, Coastal Review, 12 May 2026 · coastalreview.example/harbour-study",
        "read and marked by A. Student, 24 Nov 2026",
        "question claim, false key point to check 1 / 2",
    ):
        assert words in shown


def test_notes_stand_beside_their_passages_and_not_over_each_other(tmp_path: Path) -> None:
    quotes = [f"{word} " for word in harbour().text.split()[15:45]]
    made = marked([q.strip() for q in dict.fromkeys(quotes)], note="A note of some length. " * 3)
    shown = poppler("pdftotext", "-bbox", written(made, tmp_path), "-")
    tops = [
        float(line.split('yMin="')[1].split('"')[0])
        for line in shown.splitlines()
        if ">note</word>" in line and float(line.split('xMin="')[1].split('"')[0]) > 400
    ]
    gaps = [after - before for before, after in pairwise(tops)]
    assert len(tops) > 20
    assert all(gap > 7 for gap in gaps if gap > 0)


def test_links_lead_to_the_sources(harbour_pdf: Path) -> None:
    assert set(links(harbour_pdf)) == {
        "https://port.example/report_2025.pdf", "https://doi.org/10.5555/jca.24.118",
        "https://council.example/press", "https://coastalreview.example/harbour-study",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("url", "leads"),
    [("javascript:alert(1)", []), ("file:///etc/passwd", []), ("doi:10.5/x", ["https://doi.org/10.5/x"]),
     ("mailto:a@b.example", ["mailto:a@b.example"])],
)  # fmt: skip
def test_only_links_to_web_and_mail_are_live(tmp_path: Path, url: str, leads: list[str]) -> None:
    source = Evidence("e", Source("s", url, "The source"))
    got = links(written(marked(["The figure"], sources=(source,)), tmp_path))
    assert [one for one in dict.fromkeys(got) if "coastalreview" not in one] == leads


def test_bookmarks_are_the_headings(harbour_pdf: Path) -> None:
    assert bookmarks(harbour_pdf) == [
        (0, "What the harbour study really measured", 0), (1, "A number that travelled", 0),
        (1, "Where the sensors stood", 0), (1, "Verdicts", 0), (1, "Evidence", 1),
        (1, "Sources", 1),
    ]  # fmt: skip


def test_the_file_knows_its_article_and_version(harbour_pdf: Path) -> None:
    packet = poppler("pdfinfo", "-meta", harbour_pdf)
    assert "<annotator:article>11111111-2222-5333-8444-555555555555<" in packet
    assert "<annotator:version>v-1<" in packet
    info = poppler("pdfinfo", harbour_pdf)
    assert "Author:          Ines Calder" in info
    assert "Page size:       595" in info


def test_fonts_are_embedded_and_mapped_to_text(harbour_pdf: Path) -> None:
    rows = poppler("pdffonts", harbour_pdf).splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "no", "yes"] for row in rows)


def test_marks_show_and_text_stays_black_on_them(harbour_pdf: Path) -> None:
    noted = marks(harbour_pdf)[1]
    left, bottom, right, top = (round(n * 2) for n in noted.boxes[0])
    rows = pixels(harbour_pdf)[len(pixels(harbour_pdf)) - top : len(pixels(harbour_pdf)) - bottom]
    inside = [row[left:right] for row in rows]
    colours = {pixel for row in inside for pixel in row}
    assert (0xF3, 0xE3, 0x85) in colours
    assert any(sum(pixel) < 200 for pixel in colours)


def test_colours_are_told_apart_without_colour(tmp_path: Path) -> None:
    """The lines under marks of different colours have different shapes in black and white."""
    patterns = set()
    for colour in ("yellow", "red", "green", "blue", "purple", "magenta", "orange", "grey"):
        path = written(marked(["The study behind it is real"], colour=colour), tmp_path)
        [mark] = marks(path)
        left, bottom, right, _top = mark.boxes[0]
        page = pixels(path, scale=4)
        y, x0, x1 = len(page) - bottom * 4, round(left * 4), round(right * 4)
        band = [page[round(y + shift)][x0 + 20 : x1 - 20] for shift in range(-4, 8)]
        rows = ["".join("#" if sum(p) < 430 else "." for p in row) for row in band]
        patterns.add(tuple((row.count("#") > 20, row.strip(".").count(".#")) for row in rows))
    assert len(patterns) == 8


def test_an_underline_is_an_underline(tmp_path: Path) -> None:
    [mark] = marks(written(marked(["The figure"], style="underline"), tmp_path))
    assert mark.subtype == UNDERLINE
    assert mark.words == ("The figure",)


def test_a_note_loses_its_markdown_and_keeps_its_words(tmp_path: Path) -> None:
    path = written(
        marked(["The figure"], note="Check the *amount* | <b>and</b> the #year"), tmp_path
    )
    assert "Check the amount | and the #year" in text(path)
    assert marks(path)[0].contents == "Check the amount | and the #year"


def test_reasoning_is_markdown_like_a_note(tmp_path: Path) -> None:
    reasoning = "It was **21 %**\n\n- `ships`\n- [roads](https://example.org/r)"
    claim = Claim("c", 3, "A claim", reasoning=reasoning, verdict=TRUE)
    path = written(marked(["The figure"], claims=(claim,)), tmp_path)
    assert "True. C3 A claim. It was 21 %. • ships. • roads. No source yet." in text(path)
    assert "Reasoning: It was 21 %\n• ships\n• roads" in marks(path)[0].contents
    assert "https://example.org/r" in links(path)


def test_notes_read_nothing_from_the_disk(tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    picture.write_bytes(b"\x89PNG")
    path = written(marked(["The figure"], note=f"![x]({picture}) <img src='{picture}'>"), tmp_path)
    assert "secret" not in text(path) or "<img" in text(path)
    assert poppler("pdfimages", "-list", path).count("\n") == 2


def long_article(paragraphs: int = 60) -> tuple[ExportDocument, list[Annotation]]:
    whole = plain("\n".join(f"Paragraph {n}. " + SENTENCE * 4 for n in range(1, paragraphs + 1)))
    notes = [
        note(whole, f"Paragraph {n}. Nine of the eleven", id=f"n-{n}", note=f"Note {n} " * 12)
        for n in range(1, paragraphs + 1)
    ]
    return document(exported(whole, notes)), notes


def test_no_line_is_cut_or_told_twice_at_a_page_break(tmp_path: Path) -> None:
    made, _notes = long_article()
    path = written(made, tmp_path)
    body = poppler("pdftotext", "-x", 40, "-y", 0, "-W", 345, "-H", 780, path, "-")
    shown = " ".join(
        " ".join(line for line in body.split("\n") if not line.strip().isdigit()).split()
    )
    expected = " ".join(made.articles[0].article.text.split())
    assert expected in shown


def test_a_mark_over_a_page_break_is_one_annotation_a_page(tmp_path: Path) -> None:
    whole = plain("\n".join(SENTENCE * 4 for _ in range(6)))
    mark = note(whole, place=(10, len(whole.text) - 10), id="long", note="All of it.")
    got = marks(written(document(exported(whole, [mark])), tmp_path))
    assert [one.name for one in got] == ["long", "long-2"]
    assert [one.page for one in got] == [0, 1]
    assert " ".join(word for one in got for word in one.words) == " ".join(mark.quote.split())


def test_a_heading_stays_with_its_text(tmp_path: Path) -> None:
    for lines in range(30, 44):
        builder = ArticleBuilder()
        for _ in range(lines):
            builder.add(BlockKind.PARAGRAPH, "A line.")
        builder.add(BlockKind.HEADING, "The heading here", level=2)
        builder.add(BlockKind.PARAGRAPH, SENTENCE * 3)
        path = written(document(exported(article(builder), [])), tmp_path)
        pages = poppler("pdftotext", path, "-").split("\f")
        with_heading = [page for page in pages if "The heading here" in page]
        assert "Nine of the eleven instruments" in with_heading[0]


def test_what_does_not_fit_beside_the_text_is_continued(tmp_path: Path) -> None:
    whole = harbour()
    claims = tuple(
        Claim(f"c-{n}", n, f"Statement {n}. " + SENTENCE * 3, verdict=TRUE) for n in range(1, 9)
    )
    marked_up = [
        note(whole, "The figure", id="long", claims=claims),
        note(whole, "eleven sensors", id="short", note="Beside it."),
    ]
    shown = text(written(document(exported(whole, marked_up)), tmp_path))
    assert "continued at the end" in shown
    end = shown.split("Notes, claims and sources, continued")[1]
    assert all(f"C{n} Statement {n}. Nine of the eleven" in end for n in range(1, 9))
    assert "Beside it." in shown


def test_a_page_note_too_long_for_the_margin_is_continued(tmp_path: Path) -> None:
    whole = harbour()
    words = " ".join(f"word{n}" for n in range(2500))
    made = document(exported(whole, [note(whole, id="page", note=words)]))
    shown = text(written(made, tmp_path))
    assert "About the whole article continued at the end" in shown
    assert all(f"word{n} " in shown for n in range(2499))


def test_marks_without_a_place_are_listed(tmp_path: Path) -> None:
    whole = harbour()
    made = exported(whole, [])
    lost = ExportMark(note(whole, "The figure", note="Where?"), 1, AnchorState.LOST, None, None, 0)
    path = written(document(replace(made, marks=(lost,))), tmp_path)
    assert "“The figure” Where? This passage is not in this version" in text(path)
    assert not marks(path)


def test_a_private_mark_has_a_lock_and_no_number(tmp_path: Path) -> None:
    whole = harbour()
    notes = [
        note(whole, "The figure", id="p", note="Only mine.", private=True),
        note(whole, "eleven sensors", id="o", note="For all."),
    ]
    shown = text(written(document(exported(whole, notes)), tmp_path))
    assert "1 For all." in shown
    assert "Only mine." in shown and "1 Only mine." not in shown and "2" + " Only" not in shown


def test_right_to_left_text_is_marked_where_it_stands(tmp_path: Path) -> None:
    builder = ArticleBuilder()
    words = "قال المتحدث إن التقرير السنوي يذكر 21 في المئة من الميناء كله. "
    builder.add(BlockKind.PARAGRAPH, words * 3, dir="rtl", lang="ar")
    whole = article(builder)
    path = written(document(exported(whole, [note(whole, "التقرير السنوي", id="r")])), tmp_path)
    [mark] = marks(path)
    assert len(mark.boxes) == 1
    letters = set("التقرير السنوي")
    assert set(mark.words[0]) <= letters and len(mark.words[0]) >= 12


def test_tables_and_lists_keep_their_words(tmp_path: Path) -> None:
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, SENTENCE)
    for row in range(60):
        for column in range(2):
            cell = Container("cell", 9, row=row, column=column, header=row == 0)
            words = f"cell {row}.{column}" if column else SENTENCE[:60]
            builder.add(BlockKind.CELL, words, containers=(cell,))
    builder.add(BlockKind.ITEM, "An item", containers=(Container("item", 10, True, 3, 1),))
    whole = article(builder)
    path = written(document(exported(whole, [note(whole, "cell 40.1", id="c")])), tmp_path)
    shown = " ".join(poppler("pdftotext", path, "-").split())
    assert all(shown.count(f"cell {row}.1") == 1 for row in range(11, 60))
    assert "3. " in shown and "An item" in shown
    assert marks(path)[0].words == ("cell 40.1",)


def test_pages_of_short_lines_are_found_and_look_the_same(tmp_path: Path) -> None:
    """PDFium takes glyphs placed one by one in short lines for vertical writing."""
    builder = ArticleBuilder()
    for line in range(90):
        builder.add(BlockKind.ITEM, f"Item AVA {line}", containers=(Container("item", line),))
    whole = article(builder)
    path = written(document(exported(whole, [note(whole, "Item AVA 80", id="n")])), tmp_path)
    assert found(path, "Item AVA 50")
    assert marks(path)[0].words == ("Item AVA 80",)


def test_several_articles_are_a_file_each(tmp_path: Path) -> None:
    one = exported(harbour(), harbour_notes(harbour()))
    folder = tmp_path / "new" / "folder"
    paths = exporter("pdf").write(document(one, one), ExportOptions(), folder)
    assert [path.name for path in paths] == [
        "What the harbour study really measured.pdf",
        "What the harbour study really measured (2).pdf",
    ]
    assert sorted(folder.iterdir()) == sorted(paths)
    assert len(marks(paths[1])) == 4


def test_joined_articles_have_cover_contents_and_their_marks(tmp_path: Path) -> None:
    one = exported(harbour(), harbour_notes(harbour()))
    two = exported(plain(SENTENCE * 90), [])
    path = written(
        document(one, two, one), tmp_path, joined=True, name="Ada Example", course="Reporting 2",
        date="2026-11-30",
    )  # fmt: skip
    pages = poppler("pdftotext", path, "-").split("\f")
    cover = " ".join(pages[0].split())
    assert cover == "Reporting 2 Ada Example 30 Nov 2026 3 annotated articles · 8 marks"
    last = len(pages) - 1
    numbers = [word for word in pages[1].split() if word.isdigit() and word != "2026"]
    assert numbers[0] == "3" and str(last - 1) in numbers
    assert [one.page for one in marks(path)] == [2] * 4 + [last - 2] * 4
    assert f"{last} / {last}" in pages[last - 1]
    packet = poppler("pdfinfo", "-meta", path)
    assert packet.count("<annotator:article>") == 3
    jumps = [one for one in annotations(path) if one.page == 1]
    assert len(jumps) == 3


def test_letter_paper(tmp_path: Path) -> None:
    path = written(harbour_document(), tmp_path, paper="letter")
    assert "612 x 792" in poppler("pdfinfo", path)
    assert marks(path)[1].words == ("kept eleven sensors along the eastern quay",)


def test_paper_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="a4, letter"):
        written(harbour_document(), tmp_path, paper="a3")
    assert not list(tmp_path.iterdir())


def test_a_folder_in_the_files_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="is a folder"):
        exporter("pdf").write(harbour_document(), ExportOptions(), tmp_path)


def test_an_article_without_text_or_marks_is_a_page(tmp_path: Path) -> None:
    made = document(exported(article(ArticleBuilder()), []))
    assert "What the harbour study really measured" in text(written(made, tmp_path))


@pytest.mark.parametrize("length", [54, 56, 58, 60])
def test_no_line_of_the_details_ends_within_a_date(tmp_path: Path, length: int) -> None:
    details = replace(harbour().details, authors=("A" + "b" * length,), site="", url="")
    path = written(document(exported(replace(harbour(), details=details), [])), tmp_path)
    shown = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    dated = [line for line in shown.splitlines() if "2026" in line]
    assert dated and all("12" in line and "May" in line for line in dated)
    assert found(path, "12 May 2026"), "a viewer's search finds it as it is written"
