"""Pages whose letters have no shape here are told from those that can be seen."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from annotator.library.pages import Pages
from annotator.model import Article, Details
from annotator.model.article import Page
from annotator.pdf import open_pdf
from tests.pdf_making import Sheet, make_pdf

JAPANESE = "65E5672C8A9E306E6587"


def page_of(font: dict[str, object], content: str) -> bytes:
    """A page with this font as /F and this content."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(Sheet(width=300, height=200)))))
    made = writer._add_object(_pdf({"/Type": NameObject("/Font"), **font}))
    page = writer.pages[0]
    fonts = DictionaryObject({NameObject("/F"): made})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = StreamObject()
    stream.set_data(f"BT /F 30 Tf 20 100 Td {content} ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _pdf(entries: dict[str, object]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def japanese(mode: int = 0) -> bytes:
    """Japanese in a typeface that is not in the file. ``mode`` 3: nobody is to see it."""
    from pypdf.generic import NumberObject, TextStringObject

    system = _pdf({
        "/Registry": TextStringObject("Adobe"), "/Ordering": TextStringObject("Japan1"),
        "/Supplement": NumberObject(2),
    })  # fmt: skip
    below = _pdf({
        "/Type": NameObject("/Font"), "/Subtype": NameObject("/CIDFontType0"),
        "/BaseFont": NameObject("/Ryumin-Light"), "/CIDSystemInfo": system,
        "/DW": NumberObject(1000),
    })  # fmt: skip
    font = {
        "/Subtype": NameObject("/Type0"), "/BaseFont": NameObject("/Ryumin-Light-UniJIS-UCS2-H"),
        "/Encoding": NameObject("/UniJIS-UCS2-H"), "/DescendantFonts": ArrayObject([below]),
    }  # fmt: skip
    return page_of(font, f"{mode} Tr <{JAPANESE}> Tj")


def latin(name: str) -> bytes:
    font = {"/Subtype": NameObject("/Type1"), "/BaseFont": NameObject(f"/{name}")}
    return page_of(font, "(Steel and stone) Tj")


def is_blank(data: bytes) -> bool:
    with open_pdf(data) as file:
        bitmap = file.render(0, 1.0)
    return len(set(zip(*[iter(bitmap.data)] * 4, strict=True))) == 1


def lacks(data: bytes) -> bool:
    with open_pdf(data) as file:
        assert file.text(0).text.strip()
        return file.lacks_typeface(0)


def test_what_cannot_be_seen_for_want_of_a_typeface_is_told() -> None:
    # Where there is a Japanese typeface, it can be seen.
    assert lacks(japanese()) == is_blank(japanese())


@pytest.mark.parametrize("name", ["Helvetica", "Symbol", "Foobar-Serif", "Courier-Bold"])
def test_another_typeface_in_its_place_is_seen(name: str) -> None:
    assert not lacks(latin(name)) and not is_blank(latin(name))


def test_letters_that_nobody_is_to_see_lack_nothing() -> None:
    assert not lacks(japanese(mode=3))


def test_a_page_without_letters_lacks_nothing() -> None:
    with open_pdf(make_pdf(Sheet())) as file:
        assert not file.lacks_typeface(0)


def test_the_pages_of_an_article_know_it() -> None:
    data = japanese()
    article = Article("", (), Details(title="Poem"), "pdf", "", pages=(Page(0, 0),))
    pages = Pages(article, lambda: data, lambda: None)
    assert pages.lacks_typeface(0) == pages.lacks_typeface(0) == is_blank(data)
    pages.close()
