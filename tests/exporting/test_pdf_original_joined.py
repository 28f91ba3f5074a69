"""Original PDFs and articles of other kinds in one file."""

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from annotator.errors import ExportFailed
from annotator.exporting.document import ExportDocument, ExportOptions
from annotator.exporting.pdf import write
from annotator.model import OutlineEntry
from tests.exporting.builders import harbour_document
from tests.exporting.originals import annotations, by_pdfium, by_poppler, encrypted, plain_pdf
from tests.exporting.test_pdf_original_notes import MARKS, document, size, words


def both(data: bytes) -> ExportDocument:
    """A PDF between two other articles."""
    other = harbour_document()
    original = document(data).articles[0]
    outline = (OutlineEntry("Second page", 1, 0, 2),)
    original = replace(original, article=replace(original.article, outline=outline))
    articles = (other.articles[0], original, other.articles[0])
    return replace(other, articles=articles)


def joined(given: ExportDocument, folder: Path, **options: str) -> bytes:
    path = folder / "joined.pdf"
    write(given, ExportOptions(joined=True, course="History", **options), path)  # type: ignore[arg-type]
    return path.read_bytes()


LINK = b"<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /Dest [15 0 R /Fit] >>"


def test_original_pages_stand_between_the_others(tmp_path: Path) -> None:
    data = plain_pdf(2, page="/CropBox [0 300 500 792] /Annots [10 0 R]", objects=(LINK,))
    data = data.replace(b"[15 0 R /Fit]", b"[13 0 R /Fit]")
    made = joined(both(data), tmp_path)
    file = pypdfium2.PdfDocument(made)
    told = [words(made, page) for page in range(len(file))]
    file.close()
    first = next(at for at, text in enumerate(told) if text.startswith("The port fell"))
    assert [told[first + 1].startswith("The port fell"), "harbour" in told[first + 2]] == [True] * 2
    assert size(made, first) == (500, 492) and size(made, first + 2) == (595, 842)
    assert f" {first + 1} {first + 3} " in told[1]
    names = [one.get("/NM") for one in annotations(made, first)]
    assert names == [None, "m-1", MARKS[2].annotation.id, "about"]
    assert f"{first + 3} / {len(told)}" in told[first + 2]


def test_links_bookmarks_and_marks_lead_to_the_pages_here(tmp_path: Path) -> None:
    data = plain_pdf(2, page="/Annots [10 0 R]", objects=(LINK,))
    data = data.replace(b"[15 0 R /Fit]", b"[13 0 R /Fit]")
    reader = pypdf.PdfReader(io.BytesIO(joined(both(data), tmp_path)))
    pages = [page.indirect_reference.idnum for page in reader.pages]  # type: ignore[union-attr]
    ports = [at for at, page in enumerate(reader.pages) if page.cropbox.width == 612]
    link = reader.pages[ports[0]]["/Annots"][0].get_object()
    assert pages.index(link["/Dest"][0].idnum) == ports[1]
    mark = reader.pages[ports[0]]["/Annots"][1].get_object()
    assert pages.index(mark.raw_get("/P").idnum) == ports[0]
    named = {item.title: item for item in _flat(reader.outline)}
    assert reader.get_destination_page_number(named["Port"]) == ports[0]
    assert reader.get_destination_page_number(named["Second page"]) == ports[1]


def _flat(outline: list[object]) -> list[pypdf.generic.Destination]:
    found: list[pypdf.generic.Destination] = []
    for item in outline:
        found += _flat(item) if isinstance(item, list) else [item]  # type: ignore[list-item]
    return found


def test_pages_look_as_in_the_original_but_for_the_marks(tmp_path: Path) -> None:
    data = plain_pdf(2, page="/Rotate 90")
    made = joined(both(data), tmp_path)
    reader = pypdf.PdfReader(io.BytesIO(made))
    second = [at for at, page in enumerate(reader.pages) if page.rotation == 90][1]
    before = by_pdfium(data, 1)
    left, top, right, bottom = by_pdfium(made, second).differs(before) or (0, 0, 0, 0)
    assert 670 < left < right < 700 and 65 < top < bottom < 300
    assert by_poppler(made, tmp_path, second).width == before.width


def test_notes_come_behind_each_original(tmp_path: Path) -> None:
    made = joined(both(plain_pdf(2)), tmp_path, originals="notes")
    reader = pypdf.PdfReader(io.BytesIO(made))
    ports = [at for at, page in enumerate(reader.pages) if page.cropbox.width == 612]
    assert "Notes, claims and sources" in words(made, ports[-1] + 1)
    jump = next(one for one in annotations(made, ports[-1] + 1) if "/Dest" in one)
    pages = [page.indirect_reference.idnum for page in reader.pages]  # type: ignore[union-attr]
    assert pages.index(jump["/Dest"][0].idnum) == ports[0]


@pytest.mark.parametrize("lock", ["RC4-128", "AES-256"])
def test_protected_files_are_not_opened_up_by_joining(tmp_path: Path, lock: str) -> None:
    given = both(encrypted(plain_pdf(2), "", "owner", lock))
    with pytest.raises(ExportFailed, match=r"“Port” is protected"):
        joined(given, tmp_path)
    assert list(tmp_path.iterdir()) == []
