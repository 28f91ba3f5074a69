"""Originals with pages of notes behind them, or with a margin of notes beside what they show."""

import io
import itertools
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from annotator.errors import InvalidValue
from annotator.exporting import exporter
from annotator.exporting.document import ExportArticle, ExportDocument, ExportMark, ExportOptions
from annotator.model import (
    AnchorState,
    Annotation,
    Article,
    Claim,
    Comment,
    Details,
    Evidence,
    Selectors,
    Source,
    Target,
)
from annotator.model.article import Page
from annotator.model.embedded import Quad
from annotator.pdf import open_pdf
from tests.exporting.builders import COLOUR_NAMES, MOSTLY_FALSE, harbour_document
from tests.exporting.originals import (
    FIRST,
    LOCKS,
    SECOND,
    Picture,
    annotations,
    by_pdfium,
    by_poppler,
    encrypted,
    plain_pdf,
    seen,
)

SOURCE = Source("s", "https://example.org/report", title="Annual report")
CLAIM = Claim(
    "c", 7, "The port fell by 38 percent", claimant="The council", verdict=MOSTLY_FALSE,
    reasoning="The months differ.", evidence=(Evidence("e", SOURCE, "refutes"),),
    comments=(Comment("k", "Are you sure?", author_name="Bea"),),
)  # fmt: skip


def made_mark(number: int, page: int, quads: tuple[Quad, ...], **fields: object) -> ExportMark:
    target = Target("t", "v-1", Selectors(0, 5, "words of the passage"), page + 1, quads)
    note = Annotation(f"m-{number}", "a", author_name="Ada", target=target, **fields)  # type: ignore[arg-type]
    places = ((page, quads),) if quads else ()
    state = AnchorState.EXACT if quads else AnchorState.LOST
    return ExportMark(note, number, state, 0 if quads else None, 5 if quads else None, 0, places)


MARKS = (
    made_mark(1, 0, FIRST, note="First thing to say.", colour="red"),
    made_mark(2, 1, SECOND, claims=(CLAIM,), tags=("economy",)),
    made_mark(3, 0, (), note="Lost its passage."),
)
ABOUT = Annotation("about", "a", kind="page", note="All in all, careful.", author_name="Ada")


def document(data: bytes, marks: Sequence[ExportMark] = MARKS, pages: int = 2) -> ExportDocument:
    article = Article(
        text="", blocks=(), details=Details(title="Port"), format="pdf", sha256="ab" * 32,
        id="11111111-2222-5333-8444-555555555555", version="v-1",
        pages=tuple(Page(0, 0, label) for label in itertools.islice(("i", "ii", ""), pages)),
    )  # fmt: skip
    one = ExportArticle(article, tuple(marks), (ABOUT,), (), original=lambda: data)
    return ExportDocument((one,), COLOUR_NAMES, "Ada", "2026-05-14")


def exported(given: ExportDocument, folder: Path, **options: str) -> bytes:
    path = folder / "out.pdf"
    exporter("pdf").write(given, ExportOptions(**options), path)  # type: ignore[arg-type]
    return path.read_bytes()


def words(data: bytes, page: int, password: str | None = None) -> str:
    """A page's text as PDFium reads it, in one line."""
    file = pypdfium2.PdfDocument(data, password=password)
    text = file[page].get_textpage().get_text_range()
    file.close()
    return " ".join(text.split())


def size(data: bytes, page: int = 0) -> tuple[int, int]:
    file = pypdfium2.PdfDocument(data)
    wide, high = file[page].get_size()
    file.close()
    return round(wide), round(high)


def test_marks_go_into_the_original_with_all_that_is_said(tmp_path: Path) -> None:
    data = plain_pdf(2)
    made = exported(document(data), tmp_path)
    assert made.startswith(data)
    first, lost, about = seen(made, 0)
    assert first.contents == "1 · First thing to say." and first.name == "m-1"
    assert "“words of the passage”" in lost.contents and "3 · Lost its" in lost.contents
    assert about.contents.endswith("All in all, careful.")
    second, reply = seen(made, 1)
    for part in ("2 · ", "economy", "C7", "Mostly false", "The months differ.", SOURCE.url):
        assert part in second.contents
    assert (reply.contents, reply.author, reply.answers) == ("C7: Are you sure?", "Bea", "m-2")
    assert len(pypdfium2.PdfDocument(made)) == 2


@pytest.mark.parametrize("originals", ["plain", "notes", "margin"])
def test_an_article_without_marks_goes_out_byte_for_byte(originals: str, tmp_path: Path) -> None:
    data = plain_pdf(2)
    given = document(data, ())
    (one,) = given.articles
    bare = replace(given, articles=(replace(one, page_notes=()),))
    assert exported(bare, tmp_path, originals=originals) == data


def test_pages_of_notes_follow_and_lead_back(tmp_path: Path) -> None:
    data = plain_pdf(2)
    made = exported(document(data), tmp_path, originals="notes")
    assert made.startswith(data)
    reader = pypdf.PdfReader(io.BytesIO(made))
    assert len(reader.pages) == 3 and len(pypdfium2.PdfDocument(made)) == 3
    told = words(made, 2)
    for part in (
        "Notes, claims and sources", "All in all, careful.", "First thing to say.", "p. i", "p. ii",
        "Mostly false.", "Annual report", "Marks without a place", "Lost its passage.", "3 / 3",
    ):  # fmt: skip
        assert part in told
    jumps = [one["/Dest"] for one in annotations(made, 2) if "/Dest" in one]
    pages = [page.indirect_reference.idnum for page in reader.pages]  # type: ignore[union-attr]
    assert [pages.index(jump[0].idnum) for jump in jumps] == [0, 1]
    assert 712 <= float(jumps[0][3]) <= 792 and jumps[0][1] == "/XYZ"
    assert SOURCE.url in [one["/A"]["/URI"] for one in annotations(made, 2) if "/A" in one]
    assert size(made, 2) == (595, 842)


def test_what_the_pages_show_stays_with_pages_of_notes(tmp_path: Path) -> None:
    data = plain_pdf(2)
    made = exported(document(data, MARKS[1:2]), tmp_path, originals="notes")
    left, top, right, bottom = by_pdfium(made, 1).differs(by_pdfium(data, 1)) or (0, 0, 0, 0)
    assert left > 60 and right < 300 and top > 85 and bottom < 125


BLANK = ((300.0, 600.0, 400.0, 600.0, 300.0, 560.0, 400.0, 560.0),)
"""Where nothing is written."""
TURNS = (0, 90, 180, 270)


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("box", ["", "/CropBox [30 400 430 760]"], ids=["whole", "cropped"])
def test_a_margin_stands_right_of_what_the_page_shows(turn: int, box: str, tmp_path: Path) -> None:
    data = plain_pdf(2, page=f"/Rotate {turn} {box}")
    first = made_mark(1, 0, BLANK, note="First thing to say.")
    made = exported(document(data, [first, MARKS[1]]), tmp_path, originals="margin")
    before, after = by_pdfium(data), by_pdfium(made)
    assert after.height == before.height and after.width > before.width + 150
    assert size(made, 1)[0] == size(made, 0)[0]
    assert _ink(after, before.width) == pytest.approx(_ink(before, before.width), rel=0.04)
    assert after.at(*_middle(data)) != (255, 255, 255)
    margin = [after.at(x, y) for y in range(after.height) for x in range(before.width, after.width)]
    assert min(margin)[0] < 120 and margin.count((255, 255, 255)) > 0.8 * len(margin)
    assert "First thing to say." in words(made, 0) and "Mostly false." in words(made, 1)
    assert "The port fell" in words(made, 0)


def _ink(picture: Picture, width: int) -> int:
    """How much black there is left of ``width``."""
    pixels = (picture.at(x, y) for y in range(picture.height) for x in range(width))
    return sum(255 - pixel[0] for pixel in pixels if max(pixel) - min(pixel) < 6)


def _middle(data: bytes) -> tuple[int, int]:
    """The middle of the first mark, as it is shown."""
    file = open_pdf(data)
    x, y, wide, high = file.space(0).rect_of((300, 560, 400, 600))
    file.close()
    return round(x + wide / 2), round(y + high / 2)


def test_what_was_cut_off_stays_out_of_view_beside_a_margin(tmp_path: Path) -> None:
    """Text outside of the visible box lies where the margin comes to stand."""
    data = plain_pdf(2, page="/CropBox [0 400 100 760]")
    for marks in (MARKS[:1], MARKS[1:2]):
        made = exported(document(data, marks), tmp_path, originals="margin")
        for page in (0, 1):
            after = by_pdfium(made, page)
            told = "Mostly" in words(made, page) or "First" in words(made, page)
            if not told and page:
                ink = [after.at(x, y) for x in range(102, after.width) for y in range(50, 90)]
                assert set(ink) == {(255, 255, 255)}


def test_notes_without_room_in_the_margin_go_behind_the_pages(tmp_path: Path) -> None:
    long = made_mark(1, 0, FIRST, note="\n\n".join(f"Paragraph {n} of many." for n in range(90)))
    made = exported(document(plain_pdf(2), [long]), tmp_path, originals="margin")
    assert "continued at the end" in words(made, 0)
    assert "Paragraph 89" in words(made, 3) + words(made, 2)


def test_notes_stand_down_the_page_in_the_order_of_their_passages(tmp_path: Path) -> None:
    high, low = FIRST, ((320.0, 312.0, 400.0, 312.0, 320.0, 297.0, 400.0, 297.0),)
    marks = [made_mark(1, 0, low, note="Lower."), made_mark(2, 0, high, note="Upper.")]
    told = words(exported(document(plain_pdf(2), marks), tmp_path, originals="margin"), 0)
    assert told.index("Upper.") < told.index("Lower.")


def test_links_of_the_margin_lie_in_it(tmp_path: Path) -> None:
    data = plain_pdf(2, page="/Rotate 90")
    made = exported(document(data, MARKS[1:2]), tmp_path, originals="margin")
    (link,) = [one for one in annotations(made, 1) if "/A" in one]
    assert link["/A"]["/URI"] == SOURCE.url
    assert float(link["/Rect"][1]) > 792  # turned right: the right is up in user space


@pytest.mark.parametrize("originals", ["plain", "notes", "margin"])
def test_poppler_reads_what_came_out(originals: str, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs poppler's tools")
    exported(document(plain_pdf(2, streams=True)), tmp_path, originals=originals)
    command = ["pdftotext", str(tmp_path / "out.pdf"), "-"]
    ran = subprocess.run(command, capture_output=True, check=True, text=True)
    assert ran.stderr == "" and "The port fell by 38 percent." in ran.stdout
    assert ("First thing to say." in ran.stdout) == (originals != "plain")


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("streams", [False, True], ids=["table", "object streams"])
def test_encrypted_originals_get_pages_too(tmp_path: Path, lock: str, streams: bool) -> None:
    made = _locked_and_exported(plain_pdf(2, streams=streams), lock, tmp_path, "notes")
    assert "First thing to say." in words(made, 2, "user")
    assert "The port fell by 38 percent." in words(made, 0, "user")


@pytest.mark.parametrize("box", [b"", b"/MediaBox [0 0 0 0]", b"/MediaBox 7", b"/CropBox [1 2]"])
def test_pages_that_do_not_say_how_large_they_are_are_letters(tmp_path: Path, box: bytes) -> None:
    old = b"/MediaBox [0 0 612 792]"
    data = plain_pdf(2).replace(old, box.ljust(len(old)))
    made = exported(document(data), tmp_path, originals="margin")
    assert made.startswith(data)
    assert size(data) == (612, 792) and size(made)[0] > 612 and size(made)[1] == 792
    assert "First thing to say." in words(made, 0)


@pytest.mark.parametrize("lock", LOCKS)
def test_encrypted_originals_get_a_margin_too(tmp_path: Path, lock: str) -> None:
    made = _locked_and_exported(plain_pdf(2), lock, tmp_path, "margin")
    page = words(made, 0, "user")
    assert "First thing to say." in page and "The port fell by 38 percent." in page
    assert by_pdfium(made, password="user").width > 612
    assert by_poppler(made, tmp_path, password="user").width > 612


def _locked_and_exported(data: bytes, lock: str, folder: Path, originals: str) -> bytes:
    locked = encrypted(data, "user", "owner", lock)
    given = document(locked)
    one = replace(given.articles[0], password="user")
    made = exported(replace(given, articles=(one,)), folder, originals=originals)
    assert made.startswith(locked)
    assert b"First thing" not in made and b"careful" not in made
    return made


def test_notes_pages_and_margins_are_for_pdfs(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="none of these articles is one"):
        exported(harbour_document(), tmp_path, originals="margin")
    assert list(tmp_path.iterdir()) == []
