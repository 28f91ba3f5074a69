"""What a PDF says about itself: title, authors, dates, page labels, bookmarks."""

from pathlib import Path

import pytest

from annotator.pdf import Bookmark, Metadata, open_pdf
from annotator.pdf.strings import iso_date
from tests.pdf_making import Sheet, make_pdf

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" pdf:Producer="P"
 prism:doi="10.1000/182">
 <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
 <dc:creator><rdf:Seq><rdf:li>Ada L.</rdf:li><rdf:li>Grace H.</rdf:li></rdf:Seq></dc:creator>
 </rdf:Description></rdf:RDF></x:xmpmeta>"""


def about(data: bytes) -> Metadata:
    with open_pdf(data) as file:
        return file.metadata()


def with_xmp(packet: str, info: dict[str, str] | None = None) -> bytes:
    return make_pdf(Sheet(), info=info) + b"\n%" + packet.encode()


def test_the_document_information() -> None:
    info = {
        "Title": "Über  Flüsse",
        "Author": "Ada L.; Grace H.",
        "CreationDate": "D:20260528143000+02'00'",
        "ModDate": "D:20260601",
        "Producer": "Press",
        "Subject": "A study, doi:10.1000/xyz-9.",
    }
    said = about(make_pdf(Sheet(), info=info, catalogue="/Lang (de-AT)"))
    assert said.title == "Über Flüsse"
    assert said.authors == ("Ada L.", "Grace H.")
    assert said.created == "2026-05-28T12:30:00Z"
    assert said.modified == "2026-06-01T00:00:00Z"
    assert (said.language, said.producer, said.doi) == ("de-AT", "Press", "10.1000/xyz-9")


def test_nothing_said_is_nothing() -> None:
    assert about(make_pdf(Sheet())) == Metadata()


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Microsoft Word - Rivers of Europe", "Rivers of Europe"),
        ("Microsoft Word - rivers_v3.docx", ""),
        ("PowerPoint Presentation", ""),
        ("untitled", ""),
        ("report.indd", ""),
        ("Version 1.2 of everything", "Version 1.2 of everything"),
    ],
)
def test_the_name_of_a_file_or_program_is_no_title(written: str, title: str) -> None:
    assert about(make_pdf(Sheet(), info={"Title": written})).title == title


def test_the_packet_fills_what_is_open() -> None:
    said = about(with_xmp(XMP.format(title="Rivers"), {"Author": "Ada L. and others"}))
    assert (said.title, said.authors) == ("Rivers", ("Ada L.", "Grace H."))
    assert said.doi == "10.1000/182"


def test_a_packet_of_a_picture_is_not_the_documents() -> None:
    picture = XMP.format(title="A photograph").replace("http://ns.adobe.com/pdf/1.3/", "urn:x")
    assert about(with_xmp(picture)).title == ""


@pytest.mark.parametrize(
    "packet",
    [
        "<x:xmpmeta http://ns.adobe.com/pdf/1.3/ <<< </x:xmpmeta>",
        XMP.format(title="<dc:title>" * 300 + "</dc:title>" * 300),
        "<x:xmpmeta" * 5_000,
    ],
)
def test_broken_and_evil_packets_say_nothing(packet: str) -> None:
    assert about(with_xmp(packet)).title == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("D:20260528143000Z", "2026-05-28T14:30:00Z"),
        ("D:20260101003000+01'00'", "2025-12-31T23:30:00Z"),
        ("20260528", "2026-05-28T00:00:00Z"),
        ("D:2026", "2026-01-01T00:00:00Z"),
        ("D:20261399", ""),
        ("D:00010101000000+14'00'", ""),
        ("28 May 2026", ""),
        ("", ""),
    ],
)
def test_dates(written: str, meant: str) -> None:
    assert iso_date(written) == meant


def test_labels_are_the_files_own_or_numbers() -> None:
    styles = "/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /P (A-) >>] >>"
    with open_pdf(make_pdf(*[Sheet()] * 4, catalogue=styles)) as file:
        assert file.labels() == ["i", "ii", "A-1", "A-2"]
    with open_pdf(make_pdf(Sheet(), Sheet())) as file:
        assert file.labels() == ["1", "2"]


def test_bookmarks_in_their_levels() -> None:
    entries = [("One\n two", 1, 0), ("Inside", 2, 1), ("Three", 1, 2)]
    with open_pdf(make_pdf(*[Sheet()] * 3, outline=entries)) as file:
        assert file.outline() == (
            Bookmark("One two", 1, 0, 0.0, 700.0),
            Bookmark("Inside", 2, 1, 0.0, 700.0),
            Bookmark("Three", 1, 2, 0.0, 700.0),
        )


def outline(*items: str) -> bytes:
    """A file with these entries as objects 901, 902, … below object 900."""
    objects = [f"900 0 obj\n<< /First 901 0 R /Last {900 + len(items)} 0 R >>\nendobj\n"]
    objects += [f"{901 + at} 0 obj\n<< {item} >>\nendobj\n" for at, item in enumerate(items)]
    data = make_pdf(Sheet(), Sheet(), catalogue="/Outlines 900 0 R")
    return data.replace(b"xref\n", "".join(objects).encode() + b"xref\n", 1)


def test_bookmarks_by_action_by_view_and_to_nowhere() -> None:
    data = outline(
        "/Title (Part) /First 902 0 R /Next 904 0 R",
        "/Title (Fit) /Dest [4 0 R /FitH 300] /Next 903 0 R",
        "/Title (Act) /A << /S /GoTo /D [3 0 R /Fit] >>",
        "/Title (Script) /A << /S /JavaScript /JS (app.alert\\(1\\)) >> /Next 905 0 R",
        "/Title () /Dest [3 0 R /Fit]",
    )
    with open_pdf(data) as file:
        assert file.outline() == (
            Bookmark("Part", 1, 1, None, 300.0),
            Bookmark("Fit", 2, 1, None, 300.0),
            Bookmark("Act", 2, 0),
        )


def test_bookmarks_that_bite_their_tail_end() -> None:
    data = outline(
        "/Title (A) /Dest [3 0 R /Fit] /First 901 0 R /Next 902 0 R",
        "/Title (B) /Dest [3 0 R /Fit] /First 900 0 R /Next 901 0 R",
    )
    with open_pdf(data) as file:
        assert [entry.title for entry in file.outline()] == ["A", "B"]


def test_a_sample_whose_outline_is_a_circle(samples: Path) -> None:
    with open_pdf((samples / "pdf" / "cyclic-toc.pdf").read_bytes()) as file:
        assert 1 <= len(file.outline()) <= 3
