"""Areas of pages that claims stand on go into fact-checks with their pictures."""

import re
from base64 import b64decode
from dataclasses import replace

import pytest
from lxml import html

from annotator.exporting.area_pictures import draw
from annotator.exporting.document import ExportOptions
from annotator.exporting.factcheck import pictures, text
from annotator.exporting.factcheck.page import page
from annotator.library import handing_over
from tests.library.paged import add_paged, small_pdf
from tests.store.builders import open_library

PNG = b"\x89PNG\r\n"


@pytest.fixture
def session(tmp_path):
    """An article with an area with a claim, one without, and a claim on words."""
    with open_library(tmp_path / "a.annotator") as library:
        session = library.session(add_paged(library, small_pdf()))
        area = session.mark_area(1, (30, 40, 100, 50))
        session.add_claim(area.id, "The chart shows a fall.", verdict="False")
        session.mark_area(0, (30, 300, 100, 50))
        start = session.article.text.index("eleven months")
        session.claim(start, start + 13, "It took a year.")
        yield session


def export(session, format, path):
    written = session.library.export([session.id], format, path)
    return path.read_text(encoding="utf-8"), written


def test_the_picture_stands_in_the_page_itself(session, tmp_path):
    shown, written = export(session, "factcheck", tmp_path / "f.html")
    tree = html.document_fromstring(shown)
    [picture] = tree.xpath("//img")
    [caption] = picture.xpath("./following-sibling::figcaption")
    assert (picture.get("alt"), caption.text) == ("Area on p. 2", "Area, p. 2")
    kind, data = picture.get("src").split(",")
    assert kind == "data:image/png;base64"
    drawn = [session.area_picture(id) for id in session.ids() if session.annotation(id).claims
             and session.annotation(id).kind == "area"]  # fmt: skip
    assert [b64decode(data)] == drawn
    [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "img-src data:;" in policy, "else no browser shows it"
    assert written == [tmp_path / "f.html"]


def test_the_picture_lies_beside_the_markdown(session, tmp_path):
    shown, written = export(session, "factcheck-md", tmp_path / "f c.md")
    address = re.search(r"!\[Area on p\. 2\]\((.+)\)\n\nArea, p\. 2\n", shown)[1]
    (picture,) = (tmp_path / "f c_files").iterdir()
    assert address == f"f%20c_files/{picture.name}" and written[1:] == [picture]
    assert picture.read_bytes().startswith(PNG)


def test_what_is_large_is_drawn_coarser(session, monkeypatch):
    document = handing_over.document(session.library, [session.id], private=False)
    [article] = document.articles
    [mark] = [m for m in article.marks if m.annotation.kind == "area" and m.annotation.claims]
    fine = draw(article, mark, None)
    coarse = draw(article, mark, None, most=len(fine) - 1)
    assert coarse == session.area_picture(mark.annotation.id, 1.0) and len(coarse) < len(fine)
    monkeypatch.setattr(pictures, "_MOST", 0)
    [made] = [m for m in pictures.with_pictures(document).articles[0].marks if m.picture]
    assert len(made.picture) < len(coarse) * 2


def test_an_area_that_cannot_be_drawn_is_cited_all_the_same(session):
    document = handing_over.document(session.library, [session.id], private=False)
    plain = replace(document, articles=(replace(document.articles[0], area_picture=None),))
    shown = page(pictures.with_pictures(plain), ExportOptions())
    assert "Area, p. 2" in shown and "<img" not in shown
    assert "\n\nArea, p. 2\n\n" in text.render(plain, ExportOptions())
