"""The original PDF handed back with its marks: written by us, looked at with PDFium, poppler and
pypdf."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import pypdfium2.raw as raw
import pytest
from pypdf.errors import DependencyError

from annotator.errors import ExportFailed
from annotator.exporting.original import mark_original, pdfium
from annotator.exporting.original.marks import PdfMark, PdfReply
from annotator.exporting.pdf.appearance import rgb
from annotator.exporting.pdf.sheet import LOOKS
from annotator.model.nearest import nearest
from annotator.store.ids import shared_id
from tests.exporting.originals import (
    ARTICLE,
    FIRST,
    LOCKS,
    REPLY,
    SECOND,
    annotations,
    by_pdfium,
    by_poppler,
    encrypted,
    mark,
    plain_pdf,
    seen,
)

AREA = ((300.0, 600.0, 400.0, 600.0, 300.0, 500.0, 400.0, 500.0),)
MARKS = (
    mark(),
    mark(id="m-2", quads=SECOND, style="underline", colour="purple", contents="2 · Größe"),
    mark(id="m-3", quads=AREA, style="area", colour="red", contents="3 · Figure"),
)


@pytest.mark.parametrize("streams", [False, True], ids=["table", "object streams"])
def test_marks_are_real_annotations_behind_the_untouched_file(streams: bool) -> None:
    data = plain_pdf(2, streams=streams)
    made = mark_original(data, MARKS, ARTICLE)
    assert made.startswith(data)
    first, second, third = seen(made)
    assert [one.subtype for one in (first, second, third)] == [
        raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_SQUARE,
    ]  # fmt: skip
    assert first.name == MARKS[0].id and first.contents == "1 · Check this."
    assert first.author == "Ada" and first.modified == "D:20260513100000+00'00'"
    assert first.quads == FIRST and second.quads == SECOND and third.quads == ()
    assert second.contents == "2 · Größe"
    assert all(one.has_appearance for one in (first, second, third))
    assert seen(made, 1) == []


def test_a_mark_takes_little_room() -> None:
    data = plain_pdf()
    many = [mark(id=f"aaaaaaaa-0000-4000-8000-{n:012}") for n in range(101)]
    grown = len(mark_original(data, many)) - len(mark_original(data, many[:1]))
    assert grown / 100 < 900


def test_what_pypdf_reads_is_complete() -> None:
    highlight, _underline, square = annotations(mark_original(plain_pdf(), MARKS, ARTICLE))
    assert highlight["/F"] == 4 and "/P" in highlight and highlight["/CA"] == 1
    assert highlight["/CreationDate"] == "D:20260512093000+00'00'"
    appearance = highlight["/AP"]["/N"].get_object()
    assert appearance["/Resources"]["/ExtGState"]["/Multiply"]["/BM"] == "/Multiply"
    assert square["/BS"]["/W"] == 1.5


def test_comments_are_replies() -> None:
    made = mark_original(plain_pdf(), [mark(replies=(REPLY,))])
    parent, reply = seen(made)
    assert (reply.author, reply.contents, reply.name) == ("Björn", "Réponse: 好", REPLY.id)
    assert reply.answers == parent.name
    assert annotations(made)[1]["/RT"] == "/R"


def test_marks_written_behind_marks_are_no_twins() -> None:
    once = mark_original(plain_pdf(), [mark(replies=(REPLY,))], ARTICLE)
    assert mark_original(once, [mark(replies=(REPLY,))], ARTICLE) == once
    changed = mark(contents="1 · Checked.", colour="green", replies=(REPLY,))
    twice = mark_original(once, [changed, MARKS[1]], ARTICLE)
    assert twice.startswith(once)
    first, _reply, second = seen(twice)
    assert (first.contents, first.name) == ("1 · Checked.", MARKS[0].id)
    assert second.contents == "2 · Größe"
    ground = by_pdfium(twice).at(236, 84)
    assert ground[1] > ground[0] and ground[1] > ground[2]


# Pages of all kinds

PAGES = {
    "upright": "",
    "turned right": "/Rotate 90",
    "upside down": "/Rotate 180",
    "turned left": "/Rotate 270",
    "cropped": "/CropBox [50 400 350 760]",
    "cropped and turned": "/CropBox [50 400 350 760] /Rotate 90",
    "box elsewhere": "/MediaBox [-20 -30 592 762]",
    "larger units": "/UserUnit 2",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("by", ["PDFium", "poppler"])
def test_pages_differ_only_under_marks(page: str, by: str, tmp_path: Path) -> None:
    data = plain_pdf(page=page)
    made = mark_original(data, [mark()])

    def draw(pdf: bytes):  # type: ignore[no-untyped-def]
        return by_pdfium(pdf) if by == "PDFium" else by_poppler(pdf, tmp_path)

    before, after = draw(data), draw(made)
    left, top, right, bottom = after.differs(before) or (0, 0, 0, 0)
    x0, y0, x1, y1 = _shown(data, FIRST[0], before.width)
    assert abs(left - x0) <= 4 and abs(right - x1) <= 4
    assert abs(top - y0) <= 4 and abs(bottom - y1) <= 4
    assert after.at(round(x0 + x1) // 2, round(y0 + y1) // 2) != (255, 255, 255)


def _shown(data: bytes, quad: tuple[float, ...], width: int) -> tuple[float, ...]:
    """Where a quad is seen, pixels; worked out by pypdf's boxes, not by ours."""
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    box, turn = page.cropbox, page.rotation % 360
    points = []
    for x, y in zip(quad[::2], quad[1::2], strict=True):
        u, v = x - float(box.left), y - float(box.bottom)
        wide, high = float(box.width), float(box.height)
        points.append(
            {0: (u, high - v), 90: (v, u), 180: (wide - u, v), 270: (high - v, wide - u)}[turn]
        )
    unit = width / (float(box.height) if turn in (90, 270) else float(box.width))
    xs, ys = [x * unit for x, _y in points], [y * unit for _x, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def test_text_stays_black_under_a_mark_and_a_slanted_line_is_followed() -> None:
    slanted = ((100.0, 520.0, 190.0, 570.0, 110.0, 502.0, 200.0, 552.0),)
    made = by_pdfium(mark_original(plain_pdf(), [mark(), mark(id="m-2", quads=slanted)]))
    inside = [made.at(x, y) for x in range(72, 240) for y in range(81, 94)]
    assert min(inside)[0] < 60
    assert made.at(150, 792 - 536) == made.at(80, 81) != (255, 255, 255)
    assert made.at(110, 792 - 560) == (255, 255, 255)


@pytest.mark.parametrize("style", ["highlight", "area"])
def test_a_number_is_drawn_where_it_is_asked_for(style: str) -> None:
    plain = mark_original(plain_pdf(), [mark(quads=AREA, style=style)])
    numbered = mark_original(plain_pdf(), [mark(quads=AREA, style=style, label="12")])
    left, top, right, bottom = by_pdfium(numbered).differs(by_pdfium(plain)) or (0, 0, 0, 0)
    assert 380 < left < right < 415 and 185 < top < bottom < 205
    rect = [float(part) for part in annotations(numbered)[0]["/Rect"]]
    assert (rect == [300, 500, 400, 600]) == (style == "area")


# Annotations that hang there already

STAMP = b"<< /Type /Annot /Subtype /Text /Rect [500 700 520 720] /Contents (hello) /NM (x) >>"
FOREIGN = (
    b"<< /Type /Annot /Subtype /Highlight /Rect [72 697 240 712] /C [1 1 0] /Contents (old)"
    b" /NM (ext-1) /T (Zoe) /QuadPoints [72 712 240 712 72 697 240 697] >>"
)
ANNOTS = {
    "none": ("", ()),
    "an indirect array": ("/Annots 10 0 R", (b"[11 0 R]", STAMP)),
    "in the page itself": (f"/Annots [{STAMP.decode()}]", ()),
    "no array": ("/Annots 10 0 R", (STAMP,)),
    "nothing there": ("/Annots 10 0 R", (b"null",)),
    "holes": ("/Annots [null 99 0 R 10 0 R]", (STAMP,)),
    "a number": ("/Annots 7", ()),
}


@pytest.mark.parametrize(("page", "objects"), ANNOTS.values(), ids=ANNOTS)
def test_marks_join_what_hangs_there(page: str, objects: tuple[bytes, ...]) -> None:
    made = mark_original(plain_pdf(page=page, objects=objects), [mark()])
    names = [one.name for one in seen(made) if one.subtype != raw.FPDF_ANNOT_UNKNOWN]
    before = ["x"] if STAMP in (page.encode(), *objects) or "hello" in page else []
    assert names == [*before, mark().id]


def test_pages_that_share_an_array_do_not_share_a_mark() -> None:
    data = plain_pdf(2, page="/Annots 10 0 R", objects=(b"[11 0 R]", STAMP))
    made = mark_original(data, [mark(page=1)])
    assert [one.name for one in seen(made, 0)] == ["x"]
    assert [one.name for one in seen(made, 1)] == ["x", mark().id]


def test_a_mark_from_the_file_stays_as_it_is_or_is_brought_up_to_date() -> None:
    data = plain_pdf(page="/Annots [10 0 R]", objects=(FOREIGN,))
    same = mark(id="made-of-its-place", contents="1 · old", plain="old", in_file=True)
    assert mark_original(data, [same]) == data
    noted = replace(same, contents="1 · old, no: new", plain="old, no: new", colour="blue")
    made = mark_original(data, [noted])
    (one,) = annotations(made)
    assert one["/Contents"] == "1 · old, no: new" and one["/NM"] == "ext-1" and one["/T"] == "Zoe"
    ground = by_pdfium(made).at(238, 84)
    assert ground[2] > ground[0] > 100


FROM_FILE = {
    "a note beside its words": (b"/Text /Rect [500 700 518 718]", FIRST, "old", "yellow"),
    "words struck out": (b"/StrikeOut /Rect [72 697 240 712] /C [1 0 0]", FIRST, "Struck out: old",
                         "red"),
    "a tiny sign": (b"/Ink /Rect [100 500 101 500] /InkList [[100 500 101 500]]",
                    ((94.5, 506, 106.5, 506, 94.5, 494, 106.5, 494),), "", "red"),
}  # fmt: skip


@pytest.mark.parametrize(("entries", "quads", "plain", "colour"), FROM_FILE.values(), ids=FROM_FILE)
def test_marks_from_the_file_get_no_twin(
    entries: bytes, quads: tuple[tuple[float, ...], ...], plain: str, colour: str
) -> None:
    said = b"/Contents (old)" if plain else b""
    hanging = b"<< /Type /Annot /Subtype %s %s >>" % (entries, said)
    data = plain_pdf(page="/Annots [10 0 R]", objects=(hanging,))
    same = mark(
        quads=quads, contents=f"1 · {plain}", plain=plain, in_file=True, colour=colour,
        style="area" if b"Ink" in entries else "highlight",
    )  # fmt: skip
    assert mark_original(data, [same]) == data


def test_a_mark_of_ours_at_the_place_of_another_is_a_mark_of_its_own() -> None:
    data = plain_pdf(page="/Annots [10 0 R]", objects=(FOREIGN,))
    assert [one.contents for one in seen(mark_original(data, [mark()]))] == [
        "old", "1 · Check this.",
    ]  # fmt: skip


def test_replies_of_the_file_are_not_written_twice() -> None:
    reply = b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /IRT 10 0 R /Contents (yes) /T (Al) >>"
    data = plain_pdf(page="/Annots [10 0 R 11 0 R]", objects=(FOREIGN, reply))
    told = (replace(REPLY, author="Al", text="yes"), REPLY)
    made = mark_original(data, [mark(in_file=True, plain="old", replies=told)])
    assert [one.contents for one in seen(made)] == ["old", "yes", "Réponse: 好"]
    assert seen(made)[2].answers == "ext-1"


def test_answers_to_answers_are_not_written_twice_nor_those_with_signs_of_markdown() -> None:
    answer = b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /RT /R /IRT %d 0 R /NM (%s) %s >>"
    there = (
        answer % (10, b"r-1", b"/Contents (yes) /T (Al)"),
        answer % (11, b"r-2", b"/Contents (no) /T (Bo)"),
        answer % (12, b"r-3", b"/Contents (2 *and* 3) /T (Al)"),
        answer % (12, b"r-4", b"/StateModel (Review) /State (Completed) /M (D:2025)"),
    )
    hanging = "/Annots [10 0 R 11 0 R 12 0 R 13 0 R 14 0 R]"
    data = plain_pdf(page=hanging, objects=(FOREIGN, *there))
    article = ARTICLE.id or ""
    ids = [shared_id("embedded", article, name) for name in ("r-1", "r-2", "r-3")]
    told = zip(ids, ("Al", "Bo", "Al"), ("yes", "no", "2 and 3"), strict=True)
    replies = tuple(PdfReply(*one) for one in told)
    same = mark(in_file=True, plain="old", replies=replies, resolved=True)
    made = mark_original(data, [same], ARTICLE)
    assert len(annotations(made)) == 5
    assert made.count(b"/Annots") == 1


# What is known about the file


def test_the_article_is_noted_beside_the_rest_of_the_metadata() -> None:
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/'
        b'22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements'
        b'/1.1/"><dc:source>kept</dc:source></rdf:Description></rdf:RDF></x:xmpmeta>'
    )
    metadata = b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream" % (
        len(packet), packet,
    )  # fmt: skip
    data = plain_pdf(catalogue="/Metadata 10 0 R", objects=(metadata,))
    timeless = mark(created="", modified="")
    once = mark_original(data, [timeless], ARTICLE)
    found = _xmp(once)
    assert "<dc:source>kept</dc:source>" in found
    assert f"<annotator:article>{ARTICLE.id}</annotator:article>" in found
    other = _xmp(mark_original(once, [timeless], replace(ARTICLE, version="v-2")))
    assert re.findall(r"<annotator:version>(.*?)<", other) == ["v-2"]
    assert "kept" in other and "annotator:marked" not in other
    for newest in ("2026-05-13T10:00:00Z", "2026-05-14T10:00:00Z"):
        once = mark_original(once, [mark(modified=newest)], ARTICLE)
        assert re.findall(r"<annotator:marked>(.*?)<", _xmp(once)) == [newest]


@pytest.mark.parametrize("catalogue", ["", "/Metadata 3 0 R", "/Metadata 10 0 R"])
def test_a_file_without_metadata_gets_some(catalogue: str) -> None:
    broken = (b"<< /Length 3 >>\nstream\n\xff\xfe<\nendstream",)
    made = mark_original(plain_pdf(catalogue=catalogue, objects=broken), [mark()], ARTICLE)
    assert f"<annotator:sha256>{ARTICLE.sha256}<" in _xmp(made)
    assert by_pdfium(made).differs(by_pdfium(plain_pdf()))


def _xmp(data: bytes, password: str | None = None) -> str:
    reader = pypdf.PdfReader(io.BytesIO(data), password=password)
    text = reader.root_object["/Metadata"].get_object().get_data().decode()
    assert reader.xmp_metadata is not None  # it is well-formed
    return str(text)


# Signed, encrypted, damaged


def test_a_signed_revision_keeps_its_bytes() -> None:
    signature = (
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached"
        b" /ByteRange [0 0840 1000 9999] /Contents <00> >>"
    )
    field = b"<< /FT /Sig /T (S) /V 10 0 R /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 >>"
    data = plain_pdf(
        page="/Annots [11 0 R]", objects=(signature, field),
        catalogue="/AcroForm << /SigFlags 3 /Fields [11 0 R] >>",
    )  # fmt: skip
    at = data.index(b"<00>")
    whole = b"/ByteRange [0 %04d %04d %04d]" % (at, at + 4, len(data) - at - 4)
    data = data.replace(b"/ByteRange [0 0840 1000 9999]", whole)
    made = mark_original(data, [mark()], ARTICLE)
    field_seen = pypdf.PdfReader(io.BytesIO(made)).root_object["/AcroForm"]["/Fields"][0]
    start, first, second, rest = field_seen.get_object()["/V"]["/ByteRange"]
    assert made[start:first] + made[second : second + rest] == data.replace(b"<00>", b"")
    assert made[: len(data)] == data and len(made) > len(data)


@pytest.mark.parametrize("lock", LOCKS)
def test_an_encrypted_file_stays_encrypted(lock: str) -> None:
    data = encrypted(plain_pdf(), "user", "owner", lock)
    made = mark_original(
        data, [mark(contents="1 · geheim: Größe", replies=(REPLY,))], ARTICLE, "user"
    )
    assert made.startswith(data)
    assert b"geheim" not in made and "Größe".encode("utf-16-be") not in made
    one, reply = seen(made, password="user")
    assert one.contents == "1 · geheim: Größe" and reply.contents == REPLY.text
    assert annotations(made, password="owner")[0]["/T"] == "Ada"
    assert f"<annotator:article>{ARTICLE.id}</" in _xmp(made, "user")
    changed = by_pdfium(made, password="user").differs(by_pdfium(data, password="user"))
    assert changed is not None


@pytest.mark.parametrize(("name", "word"), [("aes-256-foo", "foo"), ("pikepdf-owner", "owner")])
def test_what_other_programs_encrypted_takes_an_update(samples: Path, name: str, word: str) -> None:
    data = (samples / "pdf" / f"{name}.pdf").read_bytes()
    made = mark_original(data, [mark(replies=(REPLY,)), *MARKS[1:]], ARTICLE, word)
    assert made.startswith(data) and ARTICLE.id and ARTICLE.id in _xmp(made, word)
    assert [one.contents for one in seen(made, password=word)] == [
        "1 · Check this.", REPLY.text, "2 · Größe", "3 · Figure",
    ]  # fmt: skip
    assert annotations(made, password=word)[1]["/Contents"] == REPLY.text


def test_what_pypdf_cannot_decrypt_pdfium_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_whatever: object) -> None:
        raise DependencyError("cryptography>=3.1 is required for AES algorithm")

    data = encrypted(plain_pdf(), "foo", "owner", "AES-256")
    monkeypatch.setattr("pypdf._encryption.aes_cbc_decrypt", fail)
    made = mark_original(data, [mark(replies=(REPLY,)), *MARKS[1:]], ARTICLE, "foo")
    assert pypdf.PdfReader(io.BytesIO(made)).is_encrypted
    first, second, third = seen(made, password="foo")
    assert first.contents == "1 · Check this.\n\nBjörn: Réponse: 好".replace(
        "\n", first.contents[15]
    )
    assert (first.name, second.contents, third.quads) == (MARKS[0].id, "2 · Größe", ())
    assert all(one.has_appearance for one in (first, second, third))
    again = mark_original(made, [mark(contents="1 · Checked."), *MARKS[1:]], ARTICLE, "foo")
    assert [one.contents for one in seen(again, password="foo")] == [
        "1 · Checked.", "2 · Größe", "3 · Figure",
    ]  # fmt: skip


def test_what_pdfium_added_says_that_it_is_cross_references(samples: Path) -> None:
    data = (samples / "pdf" / "pikepdf-owner.pdf").read_bytes()
    made = pdfium.mark(data, [mark()], "user")
    assert made is not None
    assert made.startswith(data) and seen(made, password="user")[0].author == "Ada"
    references = made[int(made.split()[-2]) :]
    assert re.match(rb"\d+ 0 obj <</Type/XRef /[^/]", references)
    assert annotations(made, password="user")[0]["/NM"] == MARKS[0].id


@pytest.mark.parametrize("locked", [False, True])
def test_without_marks_the_file_goes_out_as_it_came(locked: bool) -> None:
    data = encrypted(plain_pdf(), "user", "owner") if locked else plain_pdf()
    assert mark_original(data, [], ARTICLE, "user" if locked else None) == data


def test_nobody_is_named_where_there_is_no_name() -> None:
    reply = replace(REPLY, author="")
    one, answer = annotations(mark_original(plain_pdf(), [mark(author="", replies=(reply,))]))
    assert "/T" not in one and "/T" not in answer and answer["/Contents"] == REPLY.text


@pytest.mark.parametrize(("author", "named"), [("Ada", "Ada"), ("", None)])
def test_pdfium_names_the_author_too(author: str, named: str | None) -> None:
    made = pdfium.mark(plain_pdf(), [mark(author=author)], None)
    assert made is not None and annotations(made)[0].get("/T") == named


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "pointer into nowhere": lambda data: re.sub(rb"startxref\n\d+", b"startxref\n999999", data),
    "pointer beside": lambda data: re.sub(
        rb"startxref\n(\d+)", lambda m: b"startxref\n%d" % (int(m[1]) + 3), data
    ),
    "wrong offsets": lambda data: re.sub(
        rb"(\d{10}) 00000 n", lambda m: b"%010d 00000 n" % (int(m[1]) + 7), data
    ),
    "no table": lambda data: data.replace(b"\nxref\n0", b"\nxxxx\n0"),
    "words before it": lambda data: b"HTTP/1.1 200 OK\r\n\r\n" + data,
    "words after it": lambda data: data + b"\n<html>bye</html>\n",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_marked_too(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    made = mark_original(damage(plain_pdf(2)), [mark(page=1)], ARTICLE)
    assert [one.contents for one in seen(made, 1)] == ["1 · Check this."]
    assert seen(made, 0) == []
    for picture in (by_pdfium(made, 1), by_poppler(made, tmp_path, 1)):
        untouched = by_pdfium(plain_pdf(2), 1)
        assert (picture.width, picture.height) == (untouched.width, untouched.height)
        assert picture.at(100, 82) != (255, 255, 255)


def test_objects_keep_their_generation() -> None:
    data = plain_pdf()
    data = data.replace(b"[10 0 R]", b"[10 2 R]").replace(b"10 0 obj", b"10 2 obj")
    entry = b"%010d 00000 n" % data.index(b"10 2 obj")
    data = data.replace(entry, entry.replace(b"00000 n", b"00002 n"))
    made = mark_original(data, [mark()])
    assert made.startswith(data) and len(seen(made)) == 1
    assert len(annotations(made)) == 1


def test_new_objects_are_not_called_as_the_file_calls_its_cross_references() -> None:
    """A stream of cross-references need not list itself, and its size need not count it."""
    data = plain_pdf(streams=True)
    own = max(int(n) for n in re.findall(rb"(\d+) 0 obj\n<< /Type /XRef", data))
    start = data.index(b"%d 0 obj\n<< /Type /XRef" % own)
    rows = data[data.index(b"stream\n", start) + 7 : data.index(b"\nendstream", start)]
    shorter = data[start:].replace(b"/Size %d" % (own + 1), b"/Size %d" % own)
    shorter = shorter.replace(b"/Length %d" % len(rows), b"/Length %d" % (len(rows) - 6))
    made = mark_original(data[:start] + shorter.replace(rows, rows[:-6]), [mark()])
    assert [one["/Subtype"] for one in annotations(made)] == ["/Highlight"]


@pytest.mark.parametrize("data", [b"", b"no PDF", plain_pdf()[:300]], ids=["empty", "text", "cut"])
def test_what_cannot_be_marked_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ExportFailed, match=r"Port.*Markdown"):
        mark_original(data, [mark()], ARTICLE)


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ((1, 1, 0), "yellow"), ((1, 0.82, 0), "yellow"), ((1, 0.4, 0.4), "red"), ((1, 0, 0), "red"),
        ((0.37, 0.7, 0.21), "green"), ((0.18, 0.66, 0.9), "blue"), ((0.64, 0.54, 0.9), "purple"),
        ((0.9, 0.43, 0.93), "magenta"), ((0.95, 0.6, 0.22), "orange"), ((0.66, 0.66, 0.66), "grey"),
        ((0, 0, 1), "blue"), ((0, 0, 0.5), "blue"), ((0, 1, 1), "blue"), ((0, 1, 0), "green"),
        ((1, 0, 1), "magenta"), ((1, 0.5, 0), "orange"), ((0.5, 0, 1), "purple"),
        ((0, 0, 0), "grey"), ((1, 1, 1), "grey"), ((1, 1, 0, 0), "blue"), ((1, 0, 0.1), "red"),
        ((0,), "grey"), ((0, 0, 0, 1), "grey"), ((0, 0, 1, 0), "yellow"), ((), "yellow"),
    ],
)  # fmt: skip
def test_colours_of_other_programs_are_named_as_ours(colour: tuple[float, ...], name: str) -> None:
    assert nearest(colour) == name


@pytest.mark.parametrize("name", LOOKS)
def test_our_colours_are_named_as_they_were(name: str) -> None:
    assert nearest(rgb(LOOKS[name].ground)) == nearest(rgb(LOOKS[name].line)) == name


def test_every_sample_that_opens_is_marked(samples: Path, tmp_path: Path) -> None:
    kept = []
    for file in sorted((samples / "pdf").glob("*.pdf")):
        data = file.read_bytes()
        try:
            before = by_pdfium(data)
        except pypdfium2.PdfiumError:
            continue
        made = mark_original(data, _marks_within(data), ARTICLE)
        kept.append(made.startswith(data))
        assert [one.name for one in seen(made) if one.name in ("m-1", "m-2")] == ["m-1", "m-2"]
        assert by_pdfium(made).differs(before), file.name
    assert sum(kept) >= len(kept) - 1


def _marks_within(data: bytes) -> list[PdfMark]:
    document = pypdfium2.PdfDocument(data)
    x, y = document[0].get_cropbox()[:2]
    document.close()
    quad = (x + 20, y + 60, x + 120, y + 60, x + 20, y + 45, x + 120, y + 45)
    return [mark(id="m-1", quads=(quad,)), mark(id="m-2", quads=(quad,), style="area")]
