"""Rectangles cover the words they are asked for, and no others."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from PySide6.QtCore import QRectF

from annotator.model import Article, BlockKind, Details
from annotator.reading.builder import ArticleBuilder
from annotator.typesetting.setting import Setting
from tests.typesetting.articles import articles
from tests.typesetting.test_positions import _table_article

LONG = "The study behind it is real, and the winter that was left out is the cold season. " * 3


def _article(*paragraphs: str, dir: str = "ltr") -> Article:
    builder = ArticleBuilder()
    for text in paragraphs:
        builder.add(BlockKind.PARAGRAPH, text, dir=dir)
    return builder.article(Details(title="t"), "text", "")


def test_one_rectangle_for_each_line(lay_out: Callable[..., Setting]) -> None:
    article = _article(LONG)
    setting = lay_out(article)
    rects = setting.rectangles(0, len(article.text))
    lines = setting.text_block(0).layout().lineCount()
    assert lines > 2
    assert len(rects) == lines
    tops = [rect.top() for rect in rects]
    pitch = setting.style.size * setting.style.leading
    for above, below in pairwise(tops):
        assert abs(below - above - pitch) < 0.6
    assert all(rect.height() < pitch for rect in rects)  # marks of two lines do not touch


def test_neighbours_meet_and_do_not_overlap(lay_out: Callable[..., Setting]) -> None:
    article = _article("Waves of words")
    setting = lay_out(article)
    (left,), (right,) = setting.rectangles(0, 5), setting.rectangles(5, 14)
    assert abs(left.right() - right.left()) < 0.1
    assert left.top() == right.top()


def test_a_line_with_emoji_is_no_higher(lay_out: Callable[..., Setting]) -> None:
    plain = lay_out(_article("plain")).rectangles(0, 5)[0]
    emoji = lay_out(_article("pl😀in")).rectangles(0, 5)[0]
    assert emoji.height() == plain.height()


def test_mixed_directions_give_a_rectangle_a_run(lay_out: Callable[..., Setting]) -> None:
    article = _article("one שלום two")
    setting = lay_out(article)
    text = article.text
    first, last = text.index("ש"), text.index("ם")
    (alone,) = setting.rectangles(first, first + 1)
    (end,) = setting.rectangles(last, last + 1)
    assert alone.left() > end.left()  # its first letter stands at the right
    # From the Latin into the middle of the Hebrew: two pieces, the far half of the word left out.
    pieces = setting.rectangles(0, first + 2)
    assert len(pieces) == 2
    assert not any(piece.intersects(end.adjusted(1, 0, -1, 0)) for piece in pieces)


def test_numbers_in_arabic_are_covered(lay_out: Callable[..., Setting]) -> None:
    article = _article("من ١٢٣ إلى Latin هنا", dir="rtl")
    setting = lay_out(article)
    whole = setting.rectangles(0, len(article.text))
    for offset, character in enumerate(article.text):
        if character.isalnum():
            (rect,) = setting.rectangles(offset, offset + 1)
            assert rect.width() > 1
            assert any(big.adjusted(-1, -1, 1, 1).contains(rect) for big in whole)


def test_edges_lean_to_where_the_text_runs(lay_out: Callable[..., Setting]) -> None:
    latin, arabic = lay_out(_article("abc")), lay_out(_article("سلام", dir="rtl"))
    assert latin.edge(0, after=False).x() < latin.edge(3, after=True).x()
    assert arabic.edge(0, after=False).x() > arabic.edge(4, after=True).x()


def test_blocks_between_two_heights(lay_out: Callable[..., Setting]) -> None:
    article = _article(*["A paragraph."] * 50)
    setting = lay_out(article)
    middle = setting.block_rectangle(20)
    assert setting.blocks_between(middle.top() + 1, middle.bottom() - 1) == [20]
    start, end = setting.offsets_between(middle.top() + 1, middle.bottom() - 1)
    assert article.text[start:end] == "A paragraph."


def test_lines_of_a_long_block_are_told_apart(lay_out: Callable[..., Setting]) -> None:
    article = _article(LONG * 20)
    setting = lay_out(article)
    top = setting.block_rectangle(0).top()
    start, end = setting.offsets_between(top + 300, top + 400)
    assert 0 < start < end < len(article.text)
    assert end - start < 600


def test_pictures_and_tables_have_places(lay_out: Callable[..., Setting]) -> None:
    setting = lay_out(_table_article("table", "picture", "table"))
    rects = [setting.block_rectangle(index) for index in setting.shown_blocks]
    assert all(rect.width() > 0 and rect.height() > 0 for rect in rects)
    assert rects[0].top() == rects[1].top()  # cells of one row
    assert rects[2].top() >= rects[1].bottom()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(article=articles())
@example(article=_article("שלום \na", dir="rtl"))
def test_every_visible_letter_has_a_rectangle_in_its_block(
    lay_out: Callable[..., Setting], article: Article
) -> None:
    setting = lay_out(article)
    for index in setting.shown_blocks:
        block, room = article.blocks[index], setting.block_rectangle(index)
        # Sideways too: Qt draws a line that runs from right to left and ends in a blank before a
        # break that blank's width beyond the edge.
        size = setting.style.size
        room = QRectF(room).adjusted(-size, -size, size, size)
        for offset in range(block.start, block.end):
            if article.text[offset].isalpha():
                rects = setting.rectangles(offset, offset + 1)
                assert rects
                assert all(room.contains(rect) for rect in rects)


def test_what_is_not_shown_has_no_rectangles(lay_out: Callable[..., Setting]) -> None:
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Share this", main=False)
    builder.add(BlockKind.PARAGRAPH, "Text")
    setting = lay_out(builder.article(Details(title="t"), "text", ""))
    assert setting.rectangles(0, 10) == []
    assert setting.block_rectangle(0).isEmpty()
    assert len(setting.rectangles(0, len(setting.article.text))) == 1
