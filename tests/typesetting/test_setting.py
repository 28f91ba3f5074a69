"""How an article looks when it is set."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QUrl
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextDocument, QTextTable

from annotator.model import Article, BlockKind, Container, Details, Page
from annotator.reading.builder import ArticleBuilder, Run
from annotator.typesetting.grounds import paint_grounds
from annotator.typesetting.setting import Setting, typeset
from annotator.typesetting.style import TypeStyle
from tests.typesetting.pictures import PICTURE, SHA256

IMAGE = QTextDocument.ResourceType.ImageResource.value


def _one(kind: BlockKind, *runs: Run | str, **fields: object) -> Article:
    builder = ArticleBuilder()
    pieces = [run if isinstance(run, Run) else Run(run) for run in runs]
    builder.add(kind, pieces, **fields)
    return builder.article(Details(title="t"), "text", "")


def _fonts(setting: Setting) -> list[QFont]:
    iterator, found = setting.text_block(0).begin(), []
    while not iterator.atEnd():
        found.append(iterator.fragment().charFormat().font())
        iterator += 1
    return found


def test_sizes_are_points_of_the_device(lay_out: Callable[..., Setting]) -> None:
    article = _one(BlockKind.PARAGRAPH, "text")
    (screen,) = _fonts(lay_out(article, TypeStyle(size=18.5, dpi=96)))
    (dense,) = _fonts(lay_out(article, TypeStyle(size=37, dpi=192)))
    assert screen.pointSizeF() == dense.pointSizeF() == pytest.approx(13.875)


def test_lines_keep_their_pitch_whatever_stands_in_them(lay_out: Callable[..., Setting]) -> None:
    runs = ["text ", Run("2", script="super"), Run(" code", code=True), Run(" 😀 bold", bold=True)]
    plain = lay_out(_one(BlockKind.PARAGRAPH, "text"))
    rich = lay_out(_one(BlockKind.PARAGRAPH, *runs))
    height = plain.block_rectangle(0).height()
    assert height == pytest.approx(18.5 * 1.62, abs=0.1)
    assert rich.block_rectangle(0).height() == height


def test_a_zoom_is_the_same_setting_larger(lay_out: Callable[..., Setting]) -> None:
    article = _one(BlockKind.PARAGRAPH, "Ships keep their engines running in the winter. " * 8)
    style = TypeStyle(size=20)
    once, twice = lay_out(article, style), lay_out(article, style.zoomed(2))
    lines = [setting.text_block(0).layout().lineCount() for setting in (once, twice)]
    assert lines[0] == lines[1] > 3
    assert twice.block_rectangle(0).height() == pytest.approx(2 * once.block_rectangle(0).height())
    (small,), (large,) = _fonts(once), _fonts(twice)
    optical = QFont.Tag("opsz")
    assert small.variableAxisValue(optical) == large.variableAxisValue(optical)


def test_emphasis_links_and_code(lay_out: Callable[..., Setting]) -> None:
    setting = lay_out(
        _one(
            BlockKind.PARAGRAPH, Run("a", bold=True), Run("b", italic=True), Run("c", strike=True),
            Run("d", code=True), Run("e", link="https://example.org"),
        )
    )  # fmt: skip
    bold, italic, struck, code, _link = _fonts(setting)
    assert bold.variableAxisValue(QFont.Tag("wght")) == 700
    assert italic.italic()
    assert struck.strikeOut()
    assert code.family() == "DejaVu Sans Mono"
    end = setting.document.find("e").charFormat()
    assert end.fontUnderline()
    assert not end.isAnchor()  # inert: nothing happens on a click
    assert end.foreground().color() == QColor(setting.style.accent)
    assert setting.link_at(4) == "https://example.org"
    assert setting.link_at(0) == ""


def test_paper_has_no_ligatures(lay_out: Callable[..., Setting]) -> None:
    article = _one(BlockKind.PARAGRAPH, "officials")

    def glyphs(style: TypeStyle) -> int:
        setting = lay_out(article, style)  # Qt's lines live as long as their document
        line = setting.text_block(0).layout().lineAt(0)
        return sum(len(run.glyphIndexes()) for run in line.glyphRuns())

    assert glyphs(TypeStyle(ligatures=False)) == len("officials")
    assert glyphs(TypeStyle()) < len("officials")


def test_lists_and_quotes_stand_in(lay_out: Callable[..., Setting]) -> None:
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "text")
    outer, inner = Container("item", 1, depth=1), Container("item", 2, depth=2)
    builder.add(BlockKind.ITEM, "item", containers=(outer,))
    builder.add(BlockKind.ITEM, "item", containers=(outer, inner))
    builder.add(BlockKind.PARAGRAPH, "quote", containers=(Container("quote", 3),))
    builder.add(BlockKind.ITEM, "فقرة", containers=(outer,), dir="rtl")
    setting = lay_out(builder.article(Details(title="t"), "text", ""))
    rects = [setting.block_rectangle(index) for index in range(5)]
    assert rects[0].left() == 0 < rects[1].left() < rects[2].left()
    assert rects[3].left() > 0
    assert rects[4].left() == 0
    assert rects[4].right() < rects[0].right()


def test_list_signs_are_painted_but_not_written(lay_out: Callable[..., Setting]) -> None:
    def left_of_text(container: Container) -> int:
        setting = lay_out(_one(BlockKind.ITEM, "item", containers=(container,)))
        rect = setting.block_rectangle(0)
        assert setting.document.toPlainText() == "item"
        image = QImage(600, 60, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_grounds(painter, setting, 0, 60)
        painter.end()
        return sum(
            image.pixelColor(x, y) != QColor("white")
            for x in range(int(rect.left()))
            for y in range(60)
        )

    assert left_of_text(Container("item", 1, depth=1)) > 10
    assert left_of_text(Container("item", 1, depth=1, ordered=True, number=7)) > 10


def test_tables_are_tables(lay_out: Callable[..., Setting]) -> None:
    builder = ArticleBuilder()
    spanning = Container("cell", 1, row=0, column=0, column_span=2, header=True)
    builder.add(BlockKind.CELL, "Quays", containers=(spanning,))
    for column in range(2):
        cell = Container("cell", 1, row=7, column=column)
        builder.add(BlockKind.CELL, f"cell {column}", containers=(cell,))
    setting = lay_out(builder.article(Details(title="t"), "text", ""))
    (table,) = setting.document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    assert (table.rows(), table.columns()) == (2, 2)  # rows nothing begins in are left out
    assert table.cellAt(0, 0).columnSpan() == 2
    head, cell = setting.text_block(0), setting.text_block(1)
    weight = QFont.Tag("wght")
    heavy = head.begin().fragment().charFormat().font().variableAxisValue(weight)
    assert heavy > cell.begin().fragment().charFormat().font().variableAxisValue(weight)


# Pictures


def _png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _shown(data: bytes | None, style: TypeStyle | None = None) -> Setting:
    article = _one(BlockKind.IMAGE, resource=SHA256, alt="A quay")
    style = style or TypeStyle(measure=300)
    setting = typeset(article, style, picture={SHA256: data}.get)
    setting.document.setTextWidth(style.measure)
    return setting


def test_a_large_picture_fits_the_measure() -> None:
    setting = _shown(_png(1200, 400))
    assert setting.block_rectangle(0).height() == pytest.approx(100, abs=2)
    image = setting.document.resource(IMAGE, QUrl(f"sha256:{SHA256}"))
    assert image.width() == 600  # twice the measure, for dense screens
    assert not setting.picture_missing(0)


def test_a_small_picture_keeps_its_size() -> None:
    assert _shown(_png(40, 90)).block_rectangle(0).height() == pytest.approx(90, abs=2)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'


@pytest.mark.parametrize("data", [None, b"", b"no picture", SVG, PICTURE[:30]])
def test_a_picture_that_cannot_be_shown_is_said_to_be_missing(data: bytes | None) -> None:
    setting = _shown(data)
    assert setting.picture_missing(0)
    assert setting.block_rectangle(0).height() > 20  # room for saying so


def test_the_document_loads_nothing_by_itself(tmp_path) -> None:
    outside = tmp_path / "outside.png"
    outside.write_bytes(_png(10, 10))
    document = _shown(_png(10, 10)).document
    for url in (QUrl.fromLocalFile(str(outside)), QUrl(str(outside)), QUrl("sha256:0")):
        loaded = document.resource(IMAGE, url)
        assert (loaded.width(), loaded.height()) == (1, 1)  # nothing of the file


# The title


def test_the_title_is_the_heading_that_says_it(lay_out: Callable[..., Setting]) -> None:
    builder = ArticleBuilder()
    builder.add(BlockKind.HEADING, "Section", level=1)
    builder.add(BlockKind.HEADING, "The  title", level=1)
    article = builder.article(Details(title="The title"), "text", "")
    assert lay_out(article).title_block == 1
    other = replace(article, details=Details(title="Another"))
    assert lay_out(other).title_block == 0
    assert lay_out(_one(BlockKind.PARAGRAPH, "text")).title_block is None


@pytest.mark.parametrize(
    ("above", "below", "is_one"),
    [
        ("The ships kept their", "engines running.", True),
        ("The ships kept their engines.", "and more.", False),
        ("The ships kept their", "Engines ran.", False),
        ("The ships kept (as one says).”", "and more.", False),
    ],
)
def test_a_paragraph_that_goes_on_over_the_page_has_no_gap(
    lay_out: Callable[..., Setting], above: str, below: str, is_one: bool
) -> None:
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, above)
    builder.add(BlockKind.PARAGRAPH, "Ships at sea 7", main=False)
    builder.add(BlockKind.PARAGRAPH, below)
    article = builder.article(Details(title="t"), "pdf", "")
    first, head, last = article.blocks
    apart = lay_out(article).block_rectangle(2).top() - lay_out(article).block_rectangle(0).bottom()
    paged = replace(article, pages=(Page(0, first.end), Page(head.start, last.end)))
    setting = lay_out(paged)
    gap = setting.block_rectangle(2).top() - setting.block_rectangle(0).bottom()
    assert apart > 10
    assert gap == pytest.approx(0 if is_one else apart, abs=0.5)
    whole = lay_out(paged, whole=True)
    assert whole.block_rectangle(1).top() - whole.block_rectangle(0).bottom() > 10
