"""The whole article as Markdown, marks inline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exporting.document import ExportOptions
from annotator.exporting.markdown import render as report_of
from annotator.model import BlockKind, Details
from annotator.reading.builder import ArticleBuilder, Run
from tests.exporting.builders import (
    article,
    document,
    exported,
    harbour,
    harbour_document,
    note,
    structured,
)
from tests.exporting.rendering import PARSERS, render, words
from tests.exporting.test_markdown import TEXT

WHOLE = ExportOptions(whole=True)


def test_marks_stand_in_the_text_with_their_notes_as_footnotes() -> None:
    tree = render(report_of(harbour_document(), WHOLE))
    assert [words(m) for m in tree.xpath("//p/mark")] == [
        "Particulates at the harbour fell by 38 percent in two years",
        "kept eleven sensors along the eastern quay",
        "the two years do not cover the same months",
        "a fall of 21 percent for the whole port",
    ]
    [second] = tree.xpath("//div[@class='footnote']/ol/li[2]")
    assert "Which ones were recalibrated in 2024? Ask for the log." in words(second)
    assert second.xpath(".//strong")[0].text == "log"


def test_structure_survives() -> None:
    text = structured()
    tree = render(report_of(document(exported(text, [])), WHOLE))
    assert words(tree.xpath("//ul/li/ul/li/p[2]")[0]) == "more of it"
    assert [words(li) for li in tree.xpath("//ol/li")] == ["counted"]
    assert words(tree.xpath("//blockquote")[0]) == "said in a quote over two lines"
    assert tree.xpath("//pre/code")[0].text == "if a < b:\n    print(`x`)\n"
    assert [words(c) for c in tree.xpath("//table//th|//table//td")] == [
        "Site", "Fall|change", "Quay", "38 %", "Road", "<b>",
    ]  # fmt: skip
    assert words(tree.xpath("//strong")[0]) == "bold"
    assert tree.xpath("//a[.='link to it']/@href") == ["https://example.org/a_b?%28c%29"]
    assert "[Picture: A *map* of the quay]" in words(tree)
    assert "Share this page" not in words(tree)


def test_page_furniture_with_a_mark_is_shown() -> None:
    text = structured()
    tree = render(report_of(document(exported(text, [note(text, "Share")])), WHOLE))
    assert words(tree.xpath("//mark")[0]) == "Share"


def test_a_mark_over_several_blocks_has_one_footnote_at_its_end() -> None:
    text = harbour()
    start = text.text.index("without a footnote")
    end = text.text.index("behind it is real")
    tree = render(report_of(document(exported(text, [note(text, place=(start, end))])), WHOLE))
    assert [words(m) for m in tree.xpath("//mark")] == [
        "without a footnote.", "A number that travelled", "The study",
    ]  # fmt: skip
    assert len(tree.xpath("//sup")) == 1
    assert tree.xpath("//sup")[0].getprevious().text == "The study "


RUNS = st.lists(
    st.builds(
        Run, TEXT, st.booleans(), st.booleans(), st.booleans(), st.booleans(),
        st.sampled_from(["", "sub", "super"]), st.sampled_from(["", "https://e.org/a_(b)*"]),
    ),
    min_size=1, max_size=5,
)  # fmt: skip


@pytest.mark.parametrize("parser", PARSERS)
@given(RUNS, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=4))
def test_text_with_any_styles_and_overlapping_marks_reads_the_same(
    parser: str, runs: list[Run], places: list[tuple[int, int]]
) -> None:
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Before.")
    builder.add(BlockKind.PARAGRAPH, runs)
    text = article(builder, Details(title="T"))
    size = len(text.text)
    cut = [(s % size, min(size, s % size + n)) for s, n in places]
    marks = [note(text, place=place, id=str(at)) for at, place in enumerate(cut)]
    tree = render(report_of(document(exported(text, marks)), WHOLE), parser)
    for sign in tree.xpath("//sup[starts-with(@id, 'fnref')]"):
        sign.drop_tree()
    shown = " ".join(words(p) for p in tree.xpath("./p"))
    if parser == "commonmark":
        shown = shown.split("[^1]: ")[0]
        for at in range(1, 5):
            shown = shown.replace(f"[^{at}]", "")
    assert " ".join(text.text.split()) in " ".join(shown.split())


def test_labels_are_unique_over_several_articles() -> None:
    text = harbour()
    one = exported(text, [note(text, "The figure", note="first")])
    two = exported(text, [note(text, "The study", note="second")])
    tree = render(report_of(document(one, two), WHOLE))
    notes = [words(li) for li in tree.xpath("//div[@class='footnote']/ol/li")]
    assert ["first" in notes[0], "second" in notes[1]] == [True, True]
    assert [words(mark) for mark in tree.xpath("//mark")] == ["The figure", "The study"]


def test_a_mark_in_code_is_quoted_where_the_code_ends_and_in_its_footnote() -> None:
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "The table of sites.")
    builder.add(BlockKind.CODE, "| site | fall |\n|------|------|\n| Quay | 38 %  |")
    text = builder.article(Details(title="Sites"), "text", "")
    marks = [note(text, "The table"), note(text, "Quay | 38 %", note="Which one?")]
    tree = render(report_of(document(exported(text, marks)), WHOLE))
    assert "“Quay | 38 %”" in words(tree), "under the code"
    assert [words(quoted) for quoted in tree.xpath("//blockquote")] == ["Quay | 38 %"]
