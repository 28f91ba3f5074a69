"""Every shown code point has its place in the document, and that place leads back to it."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model import Article, BlockKind, Container, Details
from annotator.reading.builder import ArticleBuilder
from annotator.typesetting.setting import Setting
from tests.typesetting.articles import articles
from tests.typesetting.pictures import SHA256

_LENIENT = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _first_unit(character: str) -> str:
    return character.encode("utf-16-le")[:2].decode("utf-16-le", "surrogatepass")


@_LENIENT
@given(article=articles(), whole=st.booleans())
def test_offsets_and_positions_answer_each_other(
    lay_out: Callable[..., Setting], article: Article, whole: bool
) -> None:
    setting = lay_out(article, whole=whole)
    document = setting.document
    for index in setting.shown_blocks:
        block = article.blocks[index]
        assert whole or block.main
        for offset in range(block.start, block.end + 1):
            assert setting.offset(setting.position(offset)) == offset
        for offset in range(block.start, block.end):
            shown = document.characterAt(setting.position(offset))
            expected = article.text[offset].replace("\n", "\u2028")
            assert shown == _first_unit(expected)


@_LENIENT
@given(article=articles())
def test_what_is_left_out_leads_to_the_next_place_shown(
    lay_out: Callable[..., Setting], article: Article
) -> None:
    setting = lay_out(article)
    shown = [article.blocks[index] for index in setting.shown_blocks]
    for index, block in enumerate(article.blocks):
        if setting.shown(index):
            continue
        later = [b.start for b in shown if b.start > block.start]
        if later:
            assert setting.offset(setting.position(block.start)) == later[0]
        elif shown:
            assert setting.offset(setting.position(block.start)) == shown[-1].end


@_LENIENT
@given(article=articles())
def test_the_document_says_what_the_article_says(
    lay_out: Callable[..., Setting], article: Article
) -> None:
    setting = lay_out(article, whole=True)
    for index in setting.shown_blocks:
        if article.blocks[index].kind not in (BlockKind.IMAGE, BlockKind.RULE):
            written = setting.text_block(index).text().replace("\u2028", "\n")
            assert written == setting.text_of(index)


def _table_article(*kinds: str) -> Article:
    builder = ArticleBuilder()
    for number, kind in enumerate(kinds):
        if kind == "table":
            for column in range(2):
                cell = Container("cell", number, row=0, column=column)
                builder.add(BlockKind.CELL, f"{number}😀{column}", containers=(cell,))
        elif kind == "picture":
            builder.add(BlockKind.IMAGE, "", resource=SHA256)
        else:
            builder.add(BlockKind.PARAGRAPH, f"text {number}")
    return builder.article(Details(title="t"), "text", "")


def test_tables_and_pictures_shift_positions_and_the_map_knows(
    lay_out: Callable[..., Setting],
) -> None:
    article = _table_article("table", "table", "picture", "text", "table")
    setting = lay_out(article)
    for offset, character in enumerate(article.text):
        if character.isalnum():
            assert setting.document.characterAt(setting.position(offset)) == character
    assert setting.position(0) > 0  # the table at the start


def test_the_middle_of_a_wide_character_is_that_character(lay_out: Callable[..., Setting]) -> None:
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "a😀b")
    setting = lay_out(builder.article(Details(title="t"), "text", ""))
    first = setting.position(0)
    assert [setting.offset(first + n) for n in range(5)] == [0, 1, 1, 2, 3]


def test_furniture_is_shown_where_it_is_asked_for(lay_out: Callable[..., Setting]) -> None:
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Related", main=False)
    builder.add(BlockKind.PARAGRAPH, "Text")
    builder.add(BlockKind.PARAGRAPH, "Share", main=False)
    article = builder.article(Details(title="t"), "text", "")
    assert lay_out(article).shown_blocks == [1]
    assert lay_out(article, shown=[2]).shown_blocks == [1, 2]
    assert lay_out(article, whole=True).shown_blocks == [0, 1, 2]
