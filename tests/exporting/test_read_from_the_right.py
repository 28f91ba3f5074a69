"""What is read from the right leaves dates beside it whole: on the page, in the PDF, in text."""

import re
from pathlib import Path

import pytest
from lxml import html

from annotator.exporting import exporter
from annotator.exporting.document import ExportDocument, ExportOptions
from annotator.exporting.factcheck.page import page
from annotator.exporting.markdown import render
from annotator.model import Claim, Details, Evidence, Source
from annotator.model.direction import all_apart
from tests.exporting.builders import document, exported, note, plain
from tests.exporting.pdf_reading import poppler

NAME = "ليلى حداد"
_WORD = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]*)<')


def given() -> ExportDocument:
    details = Details(title="خبر", authors=(NAME,), published="2025-03-05",
                      url="https://ar.example/port")  # fmt: skip
    text = plain("انخفضت الجسيمات.", details)
    source = Source("s", "", "تقرير", NAME, published="2025-03-06")
    claim = Claim("c", 1, "خبر", claimant=NAME, claimed="2025-03-07",
                  evidence=(Evidence("e", source, "refutes"),))  # fmt: skip
    return document(exported(text, [note(text, "الجسيمات", id="n", claims=(claim,))]))


def test_the_line_of_the_page_isolates_each_detail_and_reads_from_the_right() -> None:
    [line] = html.document_fromstring(page(given(), ExportOptions())).xpath("//p[@class='byline']")
    assert [one.text_content() for one in line.xpath("./bdi")] == [
        NAME, "5 Mar 2025", "ar.example/port",
    ]  # fmt: skip
    assert line.get("dir") == "rtl"


def test_plain_text_keeps_dates_apart() -> None:
    for made in (page(given(), ExportOptions()), render(given(), ExportOptions())):
        for date in ("6 Mar 2025", "7 Mar 2025"):
            assert f"\u2068{date}\u2069" in made


def test_lines_without_such_words_are_as_they_were() -> None:
    assert all_apart(["Ines Calder", "", "5 Mar 2025"]) == ["Ines Calder", "5 Mar 2025"]


@pytest.mark.parametrize("day", ["5", "6"])
def test_the_pdf_shows_the_day_before_its_month(tmp_path: Path, qapp: object, day: str) -> None:
    out = tmp_path / "rtl.pdf"
    exporter("pdf").write(given(), ExportOptions(), out)
    found = _WORD.findall(poppler("pdftotext", "-bbox", out, "-"))
    words = [(float(left), top, float(right), word) for left, top, right, word in found]
    _left, top, end, _word = next(one for one in words if one[3] == day)
    after = min((one for one in words if one[1] == top and one[0] >= end), default=None)
    assert after is not None and after[3] == "Mar" and after[0] - end < 6
