"""Pages as pixels."""

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from annotator.pdf import Bitmap, Recolour, open_pdf
from tests.pdf_making import Sheet, make_pdf

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
SEPIA = Recolour(paper="#f4ecd8", ink="#3b2f20")
DARK = Recolour(paper="#1e1f22", ink="#d8d9da")
PICTURE = "q 100 0 0 100 {x} {y} cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID {colour}> EI Q"


def at(bitmap: Bitmap, x: int, y: int) -> tuple[int, int, int]:
    """Red, green, blue."""
    place = y * bitmap.stride + 4 * x
    blue, green, red = bitmap.data[place : place + 3]
    return red, green, blue


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def box(colour: str, x: float, y: float, width: float, height: float) -> str:
    return f"{colour} rg {x} {y} {width} {height} re f"


def sheet(*operators: str, **look: object) -> Sheet:
    made = Sheet(**look)  # type: ignore[arg-type]
    for each in operators:
        made.raw(each)
    return made


def drawn(made: Sheet, scale: float = 1.0, **options: object) -> Bitmap:
    with open_pdf(make_pdf(made)) as file:
        return file.render(0, scale, **options)  # type: ignore[arg-type]


def test_a_page_at_a_scale() -> None:
    bitmap = drawn(sheet(box("1 0 0", 10, 180, 20, 10), width=100, height=200), 2)
    assert (bitmap.width, bitmap.height, bitmap.stride) == (200, 400, 800)
    assert len(bitmap.data) == 800 * 400
    assert at(bitmap, 20, 20) == at(bitmap, 59, 39) == (255, 0, 0)
    assert at(bitmap, 19, 20) == at(bitmap, 60, 39) == at(bitmap, 20, 41) == WHITE


def test_sizes_that_are_no_whole_points_are_not_drawn_smaller() -> None:
    bitmap = drawn(sheet(box("0 0 0", 590.28, 0, 5, 3), width=595.28, height=841.89), 2)
    assert bitmap.width == 1191
    assert at(bitmap, 1190, 1683)[0] < 128


def rows_of(bitmap: Bitmap) -> list[bytes]:
    starts = range(0, len(bitmap.data), bitmap.stride)
    return [bitmap.data[start : start + bitmap.stride] for start in starts]


def test_parts_make_up_the_page() -> None:
    page = sheet(width=101.5, height=90)
    page.text(5, 40, "Neighbours", size=18)
    with open_pdf(make_pdf(page)) as file:
        whole = file.render(0, 1.7)
        left = file.render(0, 1.7, clip=(0, 0, 50.25, 90))
        right = file.render(0, 1.7, clip=(50.25, 0, 51.25, 90))
    assert left.width + right.width == whole.width
    joined = zip(rows_of(left), rows_of(right), strict=True)
    assert b"".join(one + other for one, other in joined) == whole.data


def test_a_page_as_large_as_a_house_is_drawn_in_parts() -> None:
    page = sheet(box("0 0 1", 14_000, 100, 50, 50), width=14_400, height=14_400)
    part = drawn(page, 4, clip=(13_990, 14_240, 20, 20))
    assert (part.width, part.height) == (80, 80)
    assert at(part, 60, 60) == (0, 0, 255)
    with pytest.raises(ValueError, match="too many"):
        drawn(page, 4)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_and_cropped_pages_are_drawn_as_shown(rotate: int) -> None:
    page = sheet(box("0 0.5 0", 60, 70, 10, 10), rotate=rotate, crop=(50, 60, 150, 260))
    with open_pdf(make_pdf(page)) as file:
        x, y, width, height = file.space(0).rect_of((60, 70, 70, 80))
        bitmap = file.render(0, 1)
    assert (bitmap.width, bitmap.height) == ((100, 200) if rotate in (0, 180) else (200, 100))
    assert at(bitmap, int(x + width / 2), int(y + height / 2)) == (0, 128, 0)
    assert (
        sum(at(bitmap, i, j) != WHITE for i in range(bitmap.width) for j in range(bitmap.height))
        == 100
    )


HIGHLIGHT = (
    "<< /Type /Annot /Subtype /Highlight /Rect [10 10 40 40] /C [1 1 0]"
    " /QuadPoints [10 40 40 40 10 10 40 10] >>"
)


def test_annotations_of_the_file_are_drawn_but_for_hidden_ones() -> None:
    page = sheet(width=100, height=100, annotations=[HIGHLIGHT, HIGHLIGHT.replace("10", "60")])
    with open_pdf(make_pdf(page)) as file:
        shown = file.render(0, 1)
        hidden = file.render(0, 1, hide=frozenset({0}))
        again = file.render(0, 1)
    assert at(shown, 25, 75) == (255, 255, 0)
    assert at(hidden, 25, 75) == WHITE
    assert again.data == shown.data


def test_sepia() -> None:
    page = sheet(
        box("0 0 0", 0, 0, 10, 100), box("0.5 0.5 0.5", 20, 0, 10, 100), width=50, height=100
    )
    bitmap = drawn(page, recolour=SEPIA)
    assert at(bitmap, 40, 50) == rgb(SEPIA.paper)
    assert at(bitmap, 5, 50) == rgb(SEPIA.ink)
    assert rgb(SEPIA.ink)[0] < at(bitmap, 25, 50)[0] < rgb(SEPIA.paper)[0]


def test_dark_turns_light_and_keeps_hues() -> None:
    page = sheet(
        box("0 0 0", 0, 0, 10, 100),
        box("0.8 0 0", 20, 0, 10, 100),
        box("0.9 0.9 1", 40, 0, 10, 100),
        width=80,
        height=100,
    )
    bitmap = drawn(page, recolour=DARK)
    assert at(bitmap, 70, 50) == rgb(DARK.paper)
    assert all(abs(a - b) <= 1 for a, b in zip(at(bitmap, 5, 50), rgb(DARK.ink), strict=True))
    red, green, blue = at(bitmap, 25, 50)
    assert red > green + 50
    assert red > blue + 50
    assert red > 200  # dark red on white is light red on black
    red, green, blue = at(bitmap, 45, 50)
    assert blue > red
    assert blue < 100


@pytest.mark.parametrize("colours", [SEPIA, DARK])
def test_pictures_keep_their_colours(colours: Recolour) -> None:
    page = sheet(PICTURE.format(x=50, y=50, colour="c08040"), width=300, height=300)
    page.text(5, 10, "Words")
    with open_pdf(make_pdf(page)) as file:
        whole = file.render(0, 1, recolour=colours)
        part = file.render(0, 1, clip=(100, 200, 150, 100), recolour=colours)
    assert at(whole, 100, 200) == at(part, 0, 0) == (0xC0, 0x80, 0x40)
    assert at(whole, 250, 20) == at(part, 140, 10) == rgb(colours.paper)


def test_a_picture_in_a_form_is_found_where_it_is_seen() -> None:
    """Under a matrix of its own and one of the page."""
    page = sheet("q 0.5 0 0 0.5 100 100 cm /Form Do Q", width=300, height=300)
    contents = PICTURE.format(x=10, y=0, colour="c08040")
    form = (
        "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Matrix [2 0 0 2 0 0]"
        f" /Length {len(contents)} >> stream\n{contents}\nendstream\nendobj\n"
    )
    data = make_pdf(page).replace(b"/Resources <<", b"/Resources << /XObject << /Form 900 0 R >>")
    data = data.replace(b"xref\n", f"900 0 obj\n<< {form}xref\n".encode(), 1)
    with open_pdf(data) as file:
        bitmap = file.render(0, 1, recolour=DARK)
    assert at(bitmap, 111, 199) == at(bitmap, 208, 102) == (0xC0, 0x80, 0x40)
    assert at(bitmap, 105, 199) == at(bitmap, 215, 102) == rgb(DARK.paper)


def test_what_is_cut_off_from_a_picture_is_paper() -> None:
    page = sheet(
        "q 100 100 20 20 re W n " + PICTURE.format(x=50, y=50, colour="c08040") + " Q",
        width=300, height=300,
    )  # fmt: skip
    bitmap = drawn(page, recolour=DARK)
    assert at(bitmap, 110, 190) == (0xC0, 0x80, 0x40)
    assert at(bitmap, 80, 220) == rgb(DARK.paper)


def test_a_scan_is_left_as_it_is() -> None:
    page = sheet(PICTURE.format(x=2, y=2, colour="f0f0e0"), width=104, height=104)
    page.text(10, 50, "recognised", mode=3)
    assert drawn(page, recolour=DARK).data == drawn(page).data


def read_png(data: bytes) -> tuple[int, int, int, bytes]:
    """Width, height, colour type, pixels."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    place, chunks = 8, {}
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        assert struct.unpack(">I", data[place + 8 + length : place + 12 + length])[0] == zlib.crc32(
            kind + body
        )
        chunks[kind] = body
        place += 12 + length
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert depth == 8
    row = 1 + width * (3 if colour == 2 else 1)
    rows = zlib.decompress(chunks[b"IDAT"])
    assert {rows[at] for at in range(0, len(rows), row)} == {0}
    pixels = b"".join(rows[at + 1 : at + row] for at in range(0, len(rows), row))
    return width, height, colour, pixels


def test_a_picture_of_an_area() -> None:
    page = sheet(box("1 0 0", 0, 90, 10, 10), width=100, height=100)
    with open_pdf(make_pdf(page)) as file:
        width, height, colour, pixels = read_png(file.picture(0, (5, 0, 10, 20), 2))
        grey = read_png(file.picture(0, (50, 50, 10, 10), 1))
        huge = read_png(file.picture(0, (0, 0, 100, 100), 1_000))
    assert (width, height, colour) == (20, 40, 2)
    assert pixels[:3] == b"\xff\0\0"
    assert pixels[3 * 11 : 3 * 12] == b"\xff\xff\xff"
    assert grey == (10, 10, 0, b"\xff" * 100)
    assert huge[0] < 4_000


def test_real_pages_are_drawn_in_all_colours(samples: Path) -> None:
    for name in ("federal-register-3col.pdf", "bidi-sample.pdf", "nics-rotated-table.pdf"):
        with open_pdf((samples / "pdf" / name).read_bytes()) as file:
            for colours in (None, SEPIA, DARK):
                bitmap = file.render(0, 0.5, recolour=colours)
                paper = rgb(colours.paper) if colours else WHITE
                assert at(bitmap, 1, 1) == paper
                assert len(set(bitmap.data)) > 10


def test_pages_are_drawn_and_read_from_many_threads_at_once() -> None:
    sheets = [sheet(box("1 0 0", 10 * number, 0, 10, 10)) for number in range(6)]
    for number, each in enumerate(sheets):
        each.text(100, 100, f"Page {number}")
    with open_pdf(make_pdf(*sheets)) as file, ThreadPoolExecutor(8) as threads:
        pages = [number % 6 for number in range(60)]
        drawn_pages = threads.map(lambda page: file.render(page, 0.5, recolour=DARK), pages)
        texts = threads.map(lambda page: file.text(page).text, pages)
        assert list(texts) == [f"Page {page}" for page in pages]
        for page, bitmap in zip(pages, drawn_pages, strict=True):
            assert at(bitmap, 5 * page + 2, bitmap.height - 3) != rgb(DARK.paper)
