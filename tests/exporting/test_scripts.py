"""Words of scripts that are never slanted, and of those that no typeface here has."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF, QPdfWriter

from annotator.exporting import exporter
from annotator.exporting.document import ExportOptions
from annotator.exporting.pdf.file import application
from annotator.exporting.pdf.type import SERIF, Type
from annotator.exporting.pdf.words import Run
from annotator.model import BlockKind, Details
from annotator.reading.builder import ArticleBuilder
from annotator.reading.builder import Run as Words
from annotator.typesetting.setting import typeset
from annotator.typesetting.style import TypeStyle
from tests.exporting.originals import plain_pdf
from tests.exporting.test_pdf_original_notes import FIRST, document, made_mark

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ARABIC = "سلام عليكم"


@pytest.fixture
def type(qapp: object, tmp_path: Path) -> Iterator[Type]:
    application()
    made = Type(QPdfWriter(str(tmp_path / "a.pdf")))
    if not made.metrics(made.font(11)).inFontUcs4(ord(ARABIC[0])):
        pytest.skip("no typeface here has Arabic")
    yield made


@pytest.mark.parametrize("family", ["Inter", SERIF])
def test_slanted_words_of_a_script_without_slant_are_set_upright(type: Type, family: str) -> None:
    set_ = type.set([Run(f"“{ARABIC}” ", italic=True), Run("and words", italic=True)], 900,
                    family=family)  # fmt: skip
    fonts = [run.rawFont() for line in set_.lines for run in line.line.glyphRuns()]
    glyphs = [glyph for line in set_.lines for run in line.line.glyphRuns()
              for glyph in run.glyphIndexes()]  # fmt: skip
    assert 0 not in glyphs, "0 is the box"
    assert any("Italic" in font.styleName() for font in fonts), "other words are slanted still"


def test_so_are_those_of_an_article(type: Type) -> None:
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, [Words(ARABIC, italic=True)])
    builder.add(BlockKind.PARAGRAPH, [Words("words", italic=True)])
    article = builder.article(Details(title="t"), "text", "", [])
    blocks = typeset(article, TypeStyle(), whole=True).document
    fonts = [
        next(iter(blocks.findBlockByNumber(at))).fragment().charFormat().font() for at in (0, 1)
    ]
    if QFontMetricsF(fonts[1]).inFontUcs4(ord(ARABIC[0])):
        pytest.skip("here Arabic is slanted, too")
    assert [font.italic() for font in fonts] == [False, True]


@pytest.mark.parametrize("originals", ["notes", "margin"])
def test_what_has_no_typeface_in_notes_of_an_original_is_said(
    qapp: object, tmp_path: Path, originals: str
) -> None:
    strange = "\U00012000"  # cuneiform
    given = document(plain_pdf(2), (made_mark(1, 0, FIRST, note=f"{strange} and {strange}"),))
    said: list[str] = []
    options = ExportOptions(originals=originals)
    exporter("pdf").write(given, options, tmp_path / "o.pdf", notice=said.append)
    if QFontMetricsF(Type(QPdfWriter(str(tmp_path / "b.pdf"))).font(11)).inFontUcs4(ord(strange)):
        assert said == []
    else:
        [sentence] = said
        assert sentence.startswith(f"1 character ({strange}) has no typeface on this computer")
