"""PDFs as articles: roles of their blocks, pages, outline, links, details, what is refused."""

import io
import subprocess
from difflib import SequenceMatcher
from pathlib import Path
from shutil import which

import pypdf
import pytest

from annotator import reading
from annotator.errors import PasswordNeeded, UnreadableFile, UserFacingError
from annotator.model import Article, Block, BlockKind
from annotator.model.alphabet import normalise
from annotator.reading.pdf import read_pages
from tests.pdf_making import Sheet, make_pdf

BODY = [
    "A paragraph of plain words in the size that most of",
    "the words have, which goes on for a few lines until",
    "it comes to its end here.",
]


def read(tmp_path: Path, data: bytes, name: str = "a-file.pdf", **options: str) -> Article:
    path = tmp_path / name
    path.write_bytes(data)
    return reading.read(path, **options)  # type: ignore[arg-type]


def words(article: Article, block: Block) -> str:
    return article.text[block.start : block.end]


def named(article: Article, start: str) -> Block:
    return next(block for block in article.blocks if words(article, block).startswith(start))


def report(pages: int = 4) -> list[Sheet]:
    """Pages with a running head, a title on the first one, a section each, and a page number."""
    sheets = []
    for number in range(1, pages + 1):
        sheet = Sheet()
        sheet.text(72, 760, f"Annual Report {2020 + number}", size=9)
        if number == 1:
            sheet.text(72, 690, "What the Year Brought", size=26, font="bold")
        sheet.text(72, 640, f"{number}. A section", size=16, font="bold")
        sheet.lines(72, 600, BODY)
        sheet.lines(72, 540, ["Figure 2. What the numbers say"], size=9)
        sheet.text(300, 30, str(number), size=9)
        sheets.append(sheet)
    return sheets


def test_blocks_have_their_roles(tmp_path: Path) -> None:
    article = read(tmp_path, make_pdf(*report()))
    kinds = [(b.kind, b.level, b.main, words(article, b)[:16]) for b in article.blocks[:6]]
    assert kinds == [
        (BlockKind.PARAGRAPH, 0, False, "Annual Report 20"),
        (BlockKind.HEADING, 1, True, "What the Year Br"),
        (BlockKind.HEADING, 2, True, "1. A section"),
        (BlockKind.PARAGRAPH, 0, True, "A paragraph of p"),
        (BlockKind.CAPTION, 0, True, "Figure 2. What t"),
        (BlockKind.PARAGRAPH, 0, False, "1"),
    ]
    assert article.format == "pdf" and article.details.title == "What the Year Brought"
    assert [b.main for b in article.blocks].count(False) == 8


def test_pages_are_slices_of_the_text(tmp_path: Path) -> None:
    sheets = report(3)
    sheets.insert(1, Sheet(width=842, height=595, rotate=90))
    article = read(tmp_path, make_pdf(*sheets, catalogue="/PageLabels <</Nums [0 <</S /r>>]>>"))
    assert [page.label for page in article.pages] == ["i", "ii", "iii", "iv"]
    assert [(page.width, page.height) for page in article.pages[:2]] == [(612, 792), (595, 842)]
    assert article.pages[1].start == article.pages[1].end == article.pages[0].end
    full = [page for page in article.pages if page.end > page.start]
    assert article.text == "\n".join(article.text[page.start : page.end] for page in full)
    for block in article.blocks:
        assert any(page.start <= block.start and block.end <= page.end for page in full)


def test_hashes_are_those_of_the_geometry(tmp_path: Path) -> None:
    from annotator.pdf import open_pdf

    data = make_pdf(*report(2))
    article = read(tmp_path, data)
    with open_pdf(data) as file:
        for number, page in enumerate(article.pages):
            geometry = file.geometry(number)
            assert geometry.sha256 == page.sha256
            assert geometry.text == article.text[page.start : page.end]


def test_bookmarks_are_the_outline_and_make_headings(tmp_path: Path) -> None:
    sheets = report(2)
    sheets[1].lines(72, 400, ["A plain line that a bookmark names"])
    sheets[1].lines(72, 370, BODY)
    data = make_pdf(
        *sheets, outline=[("1. A section", 1, 0), ("A plain line that a bookmark names", 2, 1)]
    )
    article = read(tmp_path, data)
    first, second = article.outline
    assert (first.title, first.level, first.page) == ("1. A section", 1, 1)
    assert article.text[first.offset :].startswith("1. A section")
    assert (second.level, second.page) == (2, 2)
    heading = named(article, "A plain line")
    assert heading.start == second.offset
    assert (heading.kind, heading.level) == (BlockKind.HEADING, 3)


def test_links_are_over_their_words(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(72, 700, "Read the report at https://example.org/report, or not.")
    sheet.text(72, 600, "Somewhere here")
    sheet.annotations.append(
        "<< /Type /Annot /Subtype /Link /Rect [72 595 133 612]"
        " /A << /S /URI /URI (https://example.com/here) >> >>"
    )
    article = read(tmp_path, make_pdf(sheet))
    found = {
        article.text[span.start : span.end]: span.link
        for block in article.blocks
        for span in block.spans
    }
    assert found["https://example.org/report"] == "https://example.org/report"
    assert found["Somewhere"] == "https://example.com/here"


def test_annotations_are_anchored_to_the_words_under_them(tmp_path: Path) -> None:
    first, sheet = Sheet(), Sheet()
    first.lines(72, 700, BODY)
    sheet.lines(72, 700, BODY)
    sheet.annotations.append(
        "<< /Type /Annot /Subtype /Highlight /Rect [72 690 160 712] /C [1 1 0] /Contents (Why?)"
        " /QuadPoints [72 711 138 711 72 697 138 697] /T (Ada) /NM (n1) >>"
    )
    (found,) = read(tmp_path, make_pdf(first, sheet)).embedded_annotations
    assert (found.name, found.page, found.contents, found.author) == ("n1", 1, "Why?", "Ada")
    article = read(tmp_path, make_pdf(first, sheet))
    assert found.start is not None and found.start > article.pages[1].start - 1
    assert article.text[found.start : found.end] == "A paragraph"


def test_of_very_many_annotations_the_first_come_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_pages, "MOST_ANNOTATIONS", 3)
    note = "<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /Contents (Note) >>"
    sheets = [Sheet(annotations=[note] * 2) for _page in range(3)]
    found = read(tmp_path, make_pdf(*sheets)).embedded_annotations
    assert [each.page for each in found] == [0, 0, 1]


def test_line_numbers_are_furniture(tmp_path: Path) -> None:
    sheet = Sheet()
    for number in range(1, 26):
        sheet.text(60, 720 - 24 * number, f"{number:2}", font="mono")
        sheet.text(
            100, 720 - 24 * number, "Words of a witness, as they were said in court", font="mono"
        )
    article = read(tmp_path, make_pdf(sheet))
    own = " ".join(words(article, block) for block in article.blocks if block.main)
    assert own.count("Words of a witness") == 25
    assert not any(sign.isdigit() for sign in own)


@pytest.mark.parametrize(
    ("info", "title"),
    [
        ({"Title": "Sea Levels since 1900"}, "Sea Levels since 1900"),
        ({"Title": "Microsoft Word - sea_final.doc"}, "What the Year Brought"),
        ({"Title": "untitled"}, "What the Year Brought"),
        ({"Title": "10811.exe"}, "What the Year Brought"),
        ({}, "What the Year Brought"),
    ],
)
def test_the_title_is_one(tmp_path: Path, info: dict[str, str], title: str) -> None:
    article = read(tmp_path, make_pdf(*report(), info=info))
    assert article.details.title == title


def test_details(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.lines(72, 700, [*BODY, "doi:10.1000/xyz.123"])
    data = make_pdf(
        sheet,
        info={"Author": "Ada Lovelace; Mary Somerville", "CreationDate": "D:20250301120000Z"},
        catalogue="/Lang (en-GB)",
    )
    details = read(tmp_path, data, name="sea_levels.pdf").details
    assert details.title == "sea levels"
    assert details.authors == ("Ada Lovelace", "Mary Somerville")
    assert (details.saved, details.published) == ("2025-03-01", "")
    assert (details.doi, details.language) == ("10.1000/xyz.123", "en-GB")


def test_a_scan_is_an_article_without_text(tmp_path: Path) -> None:
    article = read(tmp_path, make_pdf(Sheet(), Sheet()), name="Scan of a letter.pdf")
    assert (article.text, article.blocks, len(article.pages)) == ("", (), 2)
    assert article.title == "Scan of a letter"


def test_a_locked_file_opens_with_its_password_only(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf(*report(1))))
    writer.encrypt("secret", algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    data = buffer.getvalue()
    with pytest.raises(PasswordNeeded) as needed:
        read(tmp_path, data)
    assert not needed.value.wrong
    with pytest.raises(PasswordNeeded) as wrong:
        read(tmp_path, data, password="guess")
    assert wrong.value.wrong
    assert "“a-file.pdf”" in str(needed.value) and "“a-file.pdf”" in str(wrong.value)
    assert "paragraph" in read(tmp_path, data, password="secret").text


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a"])
def test_content_decides(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, b"\n\n" + make_pdf(*report(1)), name).format == "pdf"
    talk = b"A text about the header %PDF- of files, and why it is sought so far in."
    assert read(tmp_path, talk, "talk.txt").format == "text"


def test_a_damaged_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"^“broken\.pdf” is damaged .*\.$"):
        read(tmp_path, b"%PDF-1.7\n" + bytes(range(256)) * 20, "broken.pdf")


def test_samples_keep_the_rules(samples: Path) -> None:
    seen = 0
    for path in sorted((samples / "pdf").glob("*.pdf")):
        try:
            article = reading.read(path)
        except UserFacingError:
            continue
        seen += 1
        assert article.text == normalise(article.text)
        assert article.text == "\n".join(words(article, block) for block in article.blocks)
        assert all(block.start < block.end for block in article.blocks)
        assert article.pages and article.title
    assert seen >= 15


@pytest.mark.skipif(which("pdftotext") is None, reason="needs poppler's pdftotext")
@pytest.mark.parametrize("name", ["federal-register-3col.pdf", "wasteland.pdf"])
def test_the_order_is_the_one_that_poppler_finds(samples: Path, name: str) -> None:
    path = samples / "pdf" / name
    made = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, text=True)
    article = reading.read(path)
    ours = " ".join(words(article, b) for b in article.blocks if b.main).split()
    theirs = made.stdout.replace("\f", " ").split()
    alike = SequenceMatcher(None, ours[:6000], theirs[:6000], autojunk=False)
    pieces = [piece for piece in alike.get_matching_blocks() if piece.size >= 3]
    assert sum(piece.size for piece in pieces) > 0.85 * min(len(ours), 6000)


def test_running_heads_that_name_the_chapter_are_furniture_by_their_number(tmp_path: Path) -> None:
    sheets = []
    for number, chapter in enumerate(["Waters", "Shores", "Depths", "Tides"], 41):
        sheet = Sheet()
        sheet.text(72, 760, f"{chapter} of the sea {number}", size=10)
        sheet.text(72, 700, f"{number} {chapter} at large", size=20, font="bold")
        sheet.lines(72, 640, BODY)
        sheets.append(sheet)
    article = read(tmp_path, make_pdf(*sheets))
    assert not named(article, "Shores of the sea 42").main
    assert named(article, "42 Shores at large").main


def test_a_table_of_contents_keeps_its_lines_and_is_no_heading(tmp_path: Path) -> None:
    sheet = Sheet()
    lines = [f"{n} Chapter {'. ' * 30}{n * 7}" for n in range(1, 4)]
    sheet.lines(72, 700, lines, font="bold")
    sheet.lines(72, 600, BODY * 3)
    article = read(tmp_path, make_pdf(sheet))
    assert article.text.startswith("\n".join(lines))
    assert article.blocks[0].kind is BlockKind.PARAGRAPH


def titled(tmp_path: Path, sheet: Sheet) -> str:
    return read(tmp_path, make_pdf(sheet), "named-so.pdf").title


def test_a_title_in_the_size_of_the_text_stands_alone_in_bold_above_it(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(72, 720, "What the River Took", font="bold")
    sheet.lines(72, 690, BODY)
    sheet.text(72, 620, "The second flood", font="bold")
    sheet.lines(72, 590, BODY)
    assert titled(tmp_path, sheet) == "What the River Took"
    sheet.text(72, 750, "Proceedings of an Office", font="bold")  # which of the two is it?
    sheet.contents.insert(0, sheet.contents.pop())
    assert titled(tmp_path, sheet) == "named so"


@pytest.mark.parametrize("large", ["https://www.example.org", "This ends the first part.", "07"])
def test_what_is_large_is_not_always_a_title(tmp_path: Path, large: str) -> None:
    sheet = Sheet()
    sheet.text(72, 720, large, size=24)
    sheet.lines(72, 690, BODY)
    sheet.lines(72, 590, BODY)
    assert titled(tmp_path, sheet) == "named so"


def test_a_page_that_lies_on_its_side_has_a_title_too(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(60, 100, "Checks of the Year", size=20, angle=90)
    for number, line in enumerate(BODY):
        sheet.text(100 + 14 * number, 100, line, angle=90)
    assert titled(tmp_path, sheet) == "Checks of the Year"


def noted(number: str, **look: float) -> Sheet:
    """A page with a note at its foot."""
    sheet = Sheet()
    sheet.lines(72, 700, BODY)
    sheet.lines(72, 600, BODY)
    sheet.text(72, 120, number, **({"size": 8} | look))  # type: ignore[arg-type]
    note = [
        "See the report of the year before, which says",
        "the same of the year before that one.",
    ]
    sheet.lines(88, 120, note, size=8, leading=10)
    return sheet


@pytest.mark.parametrize("sheet", [noted("1."), noted("*"), noted("1"), noted("17)")])
def test_notes_at_the_foot_are_footnotes(tmp_path: Path, sheet: Sheet) -> None:
    article = read(tmp_path, make_pdf(sheet))
    *text, note = article.blocks
    assert note.container("footnote") and note.main
    assert words(article, note).endswith("the year before that one.")
    assert not any(block.containers for block in text)


def test_small_type_elsewhere_is_no_footnote(tmp_path: Path) -> None:
    above, between = Sheet(), noted("1.")
    above.lines(72, 740, ["1. In small type, and above"], size=8)
    above.lines(72, 700, BODY)
    between.lines(72, 80, BODY)
    table = Sheet()
    table.lines(72, 700, BODY)
    table.lines(72, 120, ["4 CARD32 N_ALIASES of the list", "4 CARD32 N_ENTRIES of it"], size=8)
    for sheet in (above, between, table, noted("It")):
        article = read(tmp_path, make_pdf(sheet))
        assert not any(block.containers for block in article.blocks)


def test_words_keep_their_styles_and_headings_are_not_bold_twice(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(72, 720, "What the River Took", size=20, font="bold")
    sheet.raw("BT 72 690 Td /bold 12 Tf (Note:) Tj /sans 12 Tf ( plain words) Tj"
              " /sans 7 Tf 4 Ts (3) Tj ET")  # fmt: skip
    sheet.lines(72, 650, BODY)
    article = read(tmp_path, make_pdf(sheet))
    found = [
        (article.text[s.start : s.end], s.bold, s.script) for b in article.blocks for s in b.spans
    ]
    assert found == [("Note:", True, ""), ("3", False, "super")]


def test_a_link_on_styled_words_is_both(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.raw("BT 72 700 Td /sans 12 Tf (Read ) Tj /bold 12 Tf (all of https://example.org/a) Tj"
              " /sans 12 Tf ( now.) Tj ET")  # fmt: skip
    article = read(tmp_path, make_pdf(sheet))
    spans = [(article.text[s.start : s.end], s.bold, s.link) for s in article.blocks[0].spans]
    assert spans == [
        ("all of ", True, ""), ("https://example.org/a", True, "https://example.org/a"),
    ]  # fmt: skip
