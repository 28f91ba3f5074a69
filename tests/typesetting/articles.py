"""Articles made by chance: every kind of block, in and out of quotes, lists and tables."""

from hypothesis import strategies as st

from annotator.model import Article, BlockKind, Container, Details, Resource
from annotator.reading.builder import ArticleBuilder, Run
from tests.typesetting.pictures import PICTURE, SHA256

LETTERS = st.sampled_from(
    [
        *"ab \t.ﬁ", "é", "e\u0301", "😀", "👩\u200d🚀", "\u0e01", "漢", "שלום", "سلام", "\n", "𝔸",
        "\ufffc",
    ]
)  # fmt: skip
TEXTS = st.lists(LETTERS, min_size=1, max_size=12).map("".join)
RUNS = st.builds(
    Run, TEXTS, bold=st.booleans(), italic=st.booleans(), code=st.booleans(),
    script=st.sampled_from(["", "sub", "super"]), link=st.sampled_from(["", "https://example.org"]),
)  # fmt: skip
PLAIN = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CODE, BlockKind.CAPTION])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of one to ten pieces; a piece is a block, a list, a table, a picture or a rule."""
    builder = ArticleBuilder()
    for number in range(draw(st.integers(1, 10))):
        piece = draw(st.sampled_from(["block", "quote", "list", "table", "picture", "rule"]))
        _PIECES[piece](draw, builder, number)
    if not builder.blocks:
        builder.add(BlockKind.PARAGRAPH, "x")
    resource = Resource(SHA256, "image/png", PICTURE)
    return builder.article(Details(title="t"), "text", "", [resource])


def _block(draw: st.DrawFn, builder: ArticleBuilder, number: int) -> None:
    kind = draw(PLAIN)
    builder.add(
        kind, draw(st.lists(RUNS, min_size=1, max_size=4)),
        level=draw(st.integers(1, 6)) if kind is BlockKind.HEADING else 0,
        main=draw(st.booleans()), dir=draw(st.sampled_from(["ltr", "rtl"])),
    )  # fmt: skip


def _quote(draw: st.DrawFn, builder: ArticleBuilder, number: int) -> None:
    for _ in range(draw(st.integers(1, 2))):
        builder.add(BlockKind.PARAGRAPH, [draw(RUNS)], containers=(Container("quote", number),))


def _list(draw: st.DrawFn, builder: ArticleBuilder, number: int) -> None:
    for item in range(draw(st.integers(1, 3))):
        step = Container("item", number * 10 + item, ordered=True, number=item + 1, depth=1)
        builder.add(BlockKind.ITEM, [draw(RUNS)], containers=(step,))


def _table(draw: st.DrawFn, builder: ArticleBuilder, number: int) -> None:
    rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    wide = draw(st.booleans())
    for row in range(rows):
        for column in range(columns):
            if wide and row == 0 and column:
                continue  # the first cell spans the whole first row
            span = columns if wide and row == 0 else 1
            cell = Container("cell", number, row=row, column=column, column_span=span)
            for _ in range(draw(st.integers(0, 2))):
                builder.add(BlockKind.CELL, [draw(RUNS)], containers=(cell,))


def _picture(draw: st.DrawFn, builder: ArticleBuilder, number: int) -> None:
    builder.add(BlockKind.IMAGE, "", resource=draw(st.sampled_from([SHA256, ""])), alt="alt")


def _rule(draw: st.DrawFn, builder: ArticleBuilder, number: int) -> None:
    builder.add(BlockKind.RULE, "")


_PIECES = {
    "block": _block, "quote": _quote, "list": _list, "table": _table, "picture": _picture,
    "rule": _rule,
}  # fmt: skip
