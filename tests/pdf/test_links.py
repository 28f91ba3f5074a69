"""What leads elsewhere from a page."""

from pathlib import Path

import pytest

from annotator.pdf import PageLink, open_pdf
from tests.pdf_making import Sheet, make_pdf


def link(target: str) -> str:
    return f"<< /Type /Annot /Subtype /Link /Rect [100 690 200 702] {target} >>"


def links(*targets: str, catalogue: str = "") -> tuple[PageLink, ...]:
    sheet = Sheet(annotations=[link(target) for target in targets])
    other = Sheet(crop=(0, 92, 612, 792))
    with open_pdf(make_pdf(sheet, other, catalogue=catalogue)) as file:
        return file.links(0)


def test_an_address() -> None:
    assert links("/A << /S /URI /URI (https://example.org/a?b=c) >>") == (
        PageLink((100, 90, 100, 12), url="https://example.org/a?b=c"),
    )


@pytest.mark.parametrize(
    "address", ["HTTP://a.example", "mailto:a@b.example", "doi:10.1000/182", "www.a.example"]
)
def test_addresses_that_may_be_opened(address: str) -> None:
    (only,) = links(f"/A << /S /URI /URI ({address}) >>")
    assert only.url is not None
    assert only.url.endswith(address)


@pytest.mark.parametrize(
    "target",
    [
        "/A << /S /URI /URI (javascript:alert\\(1\\)) >>",
        "/A << /S /URI /URI (file:///etc/passwd) >>",
        "/A << /S /URI /URI (smb://host/share) >>",
        "/A << /S /URI >>",
        "/A << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        "/A << /S /Launch /F (calc.exe) >>",
        "/A << /S /GoToR /F (other.pdf) /D [0 /Fit] >>",
        "/Dest [999 0 R /Fit]",
        "/Dest (nowhere)",
        "",
    ],
)
def test_what_is_no_link(target: str) -> None:
    assert links(target) == ()


def test_inside_the_file() -> None:
    named = "/Dests << /Here [4 0 R /XYZ 10 500 0] >>"
    places = links(
        "/Dest [4 0 R /XYZ 72 692 null]",
        "/A << /S /GoTo /D [4 0 R /FitH 592] >>",
        "/Dest [4 0 R /Fit]",
        "/Dest /Here",
        catalogue=named,
    )
    assert [(each.page, each.top) for each in places] == [(1, 100), (1, 200), (1, None), (1, 292)]
    assert {each.url for each in places} == {None}


def test_addresses_in_the_text_once() -> None:
    sheet = Sheet(annotations=[link("/A << /S /URI /URI (https://a.example/) >>")])
    sheet.text(100, 692, "https://a.example/")
    sheet.text(100, 400, "See www.b.example/path for more", font="mono")
    with open_pdf(make_pdf(sheet)) as file:
        first, second = file.links(0)
    assert first.url == "https://a.example/"
    assert second.url == "http://www.b.example/path"
    x, y, width, height = second.rect
    assert 125 < x < 135
    assert 380 < y < 395
    assert 120 < width < 140
    assert 5 < height < 16


def test_links_of_real_pages(samples: Path) -> None:
    with open_pdf((samples / "pdf" / "wasteland.pdf").read_bytes()) as file:
        inside = [each for each in file.links(0) if each.page is not None]
        assert inside
        assert all(each.page < file.page_count for each in inside if each.page is not None)
