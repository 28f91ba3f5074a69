"""Annotations that a file came with."""

from pathlib import Path

import pytest

from annotator.model.embedded import EmbeddedAnnotation
from annotator.pdf import open_pdf
from tests.pdf_making import Sheet, make_pdf, pdf_string


def annotation(kind: str, entries: str = "", rect: str = "[100 100 200 120]") -> str:
    return f"<< /Type /Annot /Subtype /{kind} /Rect {rect} {entries} >>"


def found(*annotations: str, rotate: int = 0) -> tuple[EmbeddedAnnotation, ...]:
    sheet = Sheet(rotate=rotate, annotations=list(annotations))
    with open_pdf(make_pdf(sheet)) as file:
        return file.embedded(0)


def text(key: str, value: str) -> str:
    return f"/{key} {pdf_string(value)}"


def test_a_highlight_with_all_it_says() -> None:
    entries = " ".join(
        [
            "/QuadPoints [100 120 200 120 100 100 200 100] /C [1 0.5 0]",
            text("Contents", "Look ‹here›\rand there"),
            text("T", "Ève  Adam") + text("NM", "id-1"),
            "/CreationDate (D:20240229235959-01'30') /M (D:2025)",
        ]
    )
    (only,) = found(annotation("Highlight", entries))
    assert (only.name, only.style, only.page) == ("id-1", "highlight", 0)
    assert only.quads == ((100, 120, 200, 120, 100, 100, 200, 100),)
    assert only.box == (100, 100, 200, 120)
    assert only.contents == "Look ‹here›\nand there"
    assert only.author == "Ève Adam"
    assert only.created == "2024-03-01T01:29:59Z"
    assert only.modified == "2025-01-01T00:00:00Z"
    assert only.colour in ("#ff7f00", "#ff8000")


@pytest.mark.parametrize(
    ("kind", "style"),
    [
        ("Highlight", "highlight"),
        ("Underline", "underline"),
        ("StrikeOut", "strike"),
        ("Squiggly", "squiggly"),
        ("Text", "note"),
        ("FreeText", "text"),
        ("Square", "square"),
        ("Ink", "ink"),
    ],
)
def test_kinds(kind: str, style: str) -> None:
    (only,) = found(annotation(kind, text("Contents", "Words")))
    assert (only.style, only.contents) == (style, "Words")
    assert bool(only.quads) == (style in ("highlight", "underline", "strike", "squiggly"))


def test_what_is_none_of_ours_stays_out() -> None:
    assert not found(
        annotation("Link", "/A << /S /URI /URI (https://a.example) >>"),
        annotation("Popup", text("Contents", "x")),
        annotation("Widget", "/FT /Tx /V (x)"),
        annotation("Highlight", "/F 2"),
        annotation("Highlight", "/F 32"),
        annotation("FreeText"),
        annotation("Text"),
        "null",
        "[1 2 3]",
        "<< >>",
    )


@pytest.mark.parametrize(
    "order",
    [
        "100 120 200 120 100 100 200 100",  # as everybody writes it
        "100 100 200 100 200 120 100 120",  # as the standard says
        "100 120 200 120 200 100 100 100",
        "100 100 200 100 100 120 200 120",
        "200 120 100 120 200 100 100 100",
    ],
)
def test_quads_in_any_order_are_put_in_one(order: str) -> None:
    (only,) = found(annotation("Underline", f"/QuadPoints [{order}]"))
    assert only.quads == ((100, 120, 200, 120, 100, 100, 200, 100),)


def test_on_a_turned_page_lines_are_read_as_they_are_seen() -> None:
    """Turned by 90° clockwise, text upright to the eye runs upwards in user space."""
    quad = (100, 100, 100, 200, 120, 100, 120, 200)
    for order in ("100 100 100 200 120 100 120 200", "120 100 120 200 100 200 100 100"):
        (only,) = found(annotation("Highlight", f"/QuadPoints [{order}]"), rotate=90)
        assert only.quads == (quad,)
    (from_rect,) = found(annotation("Highlight", rect="[100 100 120 200]"), rotate=90)
    assert from_rect.quads == (quad,)


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "/QuadPoints []",
        "/QuadPoints [1 2 3]",
        "/QuadPoints (x)",
        "/QuadPoints [0 0 0 0 0 0 0 0]",
        "/QuadPoints [1e39 1 2 3 4 5 6 7]",
        "/QuadPoints [/a /b /c /d /e /f /g /h]",
    ],
)
def test_broken_quads_give_way_to_the_rectangle(broken: str) -> None:
    (only,) = found(annotation("Highlight", broken, rect="[200 120 100 100]"))
    assert only.quads == ((100, 120, 200, 120, 100, 100, 200, 100),)


def test_dates_colours_and_names_that_are_none() -> None:
    entries = "/M (yesterday) /CreationDate (D:20241399) /C (red) /T [1] /NM 7 /Contents << >>"
    (only,) = found(annotation("Highlight", entries))
    assert (only.created, only.modified, only.author, only.contents) == ("", "", "", "")


def test_the_colour_is_known_behind_an_appearance() -> None:
    """PDFium does not say it by itself."""
    appearance = "/AP << /N 3 0 R >> /C [0 0 1]"  # any object will do
    (only,) = found(annotation("Highlight", appearance))
    assert only.colour == "#0000ff"


def linked(*annotations: str) -> bytes:
    """A page of annotations that name each other: ``{0}`` is the reference to the first one."""
    data = make_pdf(Sheet(annotations=[each.format(*range(1001, 1010)) for each in annotations]))
    first = int(data[: data.index(b"/Type /Annot ")].rsplit(b" 0 obj", 1)[0].split()[-1])
    for number in range(len(annotations)):
        data = data.replace(b"%d 0 R" % (1001 + number), b"%-4d 0 R" % (first + number))
    return data


def note(entries: str, **strings: str) -> str:
    said = " ".join(text(key, value) for key, value in strings.items())
    return annotation("Text", entries + said)


def test_answers_hang_on_what_they_answer_in_the_end() -> None:
    data = linked(
        annotation("Highlight", text("Contents", "Really?")),
        note("/IRT {0} 0 R /CreationDate (D:20240103)", Contents="Late", T="B"),
        note("/IRT {1} 0 R /RT /R /CreationDate (D:20240102)", Contents="Early"),
        note("/IRT {0} 0 R", Contents="B set it", StateModel="Review", State="Accepted"),
        annotation("StrikeOut", "/IRT {0} 0 R /RT /Group"),
        note("/IRT {0} 0 R /RT /Group", Contents="Beside it"),
    )
    with open_pdf(data) as file:
        root, grouped, beside = file.embedded(0)
    assert [(reply.contents, reply.created[:10]) for reply in root.replies] == [
        ("Early", "2024-01-02"),
        ("Late", "2024-01-03"),
    ]
    assert root.replies[1].author == "B"
    assert (grouped.style, grouped.replies) == ("strike", ())
    assert beside.contents == "Beside it"


def test_answers_in_a_circle_are_notes_of_their_own() -> None:
    data = linked(note("/IRT {1} 0 R", Contents="one"), note("/IRT {0} 0 R", Contents="two"))
    with open_pdf(data) as file:
        assert {each.contents for each in file.embedded(0)} == {"one", "two"}


def test_a_hundred_thousand_annotations_are_cut_short() -> None:
    mark = annotation("Text", "/IRT 3 0 R" + text("Contents", "x"))
    data = make_pdf(Sheet(annotations=[mark]))
    start = data.index(b"/Annots [") + len(b"/Annots [")
    one = data[start : data.index(b"]", start)]
    data = data[:start] + b" ".join([one] * 100_000) + data[start + len(one) :]
    with open_pdf(data) as file:
        assert 0 < len(file.embedded(0)) <= 5_000


def test_reading_again_after_drawing_without_them() -> None:
    sheet = Sheet(annotations=[annotation("Highlight"), annotation("Ink")])
    with open_pdf(make_pdf(sheet)) as file:
        assert file.painted(0) == {0}
        before = file.embedded(0)
        file.render(0, 1, hide=file.painted(0))
        assert file.embedded(0) == before
        assert len(before) == 2


def test_a_file_that_was_read_in_other_programs(samples: Path) -> None:
    with open_pdf((samples / "pdf" / "zotero-annotated-2.pdf").read_bytes()) as file:
        strike, highlight = file.embedded(0)
    assert (strike.style, len(strike.quads), strike.colour) == ("strike", 4, "#eb2813")
    assert highlight.contents == "Comment on the annotation"
    assert highlight.author
    assert highlight.modified == "2024-04-25T20:14:50Z"
