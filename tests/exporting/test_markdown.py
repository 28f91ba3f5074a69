"""The Markdown report: what stands in it, and that nothing a text holds can disturb it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.exporting import exporter
from annotator.exporting.document import ExportOptions
from annotator.exporting.markdown import render as report_of
from annotator.model import AnchorState, Claim, Details, Evidence, Source
from tests.exporting.builders import (
    HALF_TRUE,
    document,
    exported,
    harbour,
    harbour_document,
    harbour_notes,
    note,
    plain,
)
from tests.exporting.rendering import PARSERS, render, words

REPORT = ExportOptions()
SIGNS = "*#|<>`_[](){}!&~=-+.:\\\"'1@^$%/"
TEXT = st.text(
    st.one_of(
        st.sampled_from(SIGNS + " \tab\u00a0\u3000"),
        st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp")),
    ),
    min_size=1,
    max_size=60,
)
PASSAGES = st.lists(TEXT, min_size=1, max_size=3).map("\n".join).filter(lambda text: text.strip())


def lines_of(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def quote_of(text: str, parser: str) -> list[str]:
    """The text of the block quote as the parser shows it, by lines."""
    [quote] = render(text, parser).xpath("//blockquote")
    [paragraph] = quote.xpath("./p")
    assert not paragraph.xpath("./*[not(self::br)]")
    return [paragraph.text] + [br.tail.removeprefix("\n") for br in paragraph]


def test_the_report_tells_all_that_is_known() -> None:
    text = report_of(harbour_document(), REPORT)
    page = words(render(text))
    for part in (
        "What the harbour study really measured",
        "Ines Calder, Coastal Review, 12 May 2026",
        "read and marked by A. Student, 24 Nov 2026",
        "About the whole article Read twice.",
        "1 · ¶ 1 · claim, false",
        "C12 · Mostly false. Particulate pollution",
        "Said by: City council, 2 May 2026",
        "Reasoning: Compares ten winter months",
        "refutes: Report 2025, p. 31",
        "supports: Press release",
        "C14 · To check.",
        "No source yet",
        "Tags: key point, method/season",
    ):
        assert part in page
    assert 'sha256: "5e5e' in text and 'published: "2026-05-12"' in text


def test_sources_are_links_and_are_listed_once_at_the_end() -> None:
    tree = render(report_of(harbour_document(), REPORT))
    links = [a.get("href") for a in tree.xpath("//li//a")]
    assert links.count("https://port.example/report_2025.pdf") == 2
    assert words(tree.xpath("//ol")[-1]).startswith("Report 2025, p. 31 · Port authority")
    assert "for C12" in words(tree.xpath("//ol/li")[0])


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (Source("s", "https://a.example/x", accessed="2026-05-09", archive_url="https://b.example/"),
         "https://a.example/x · accessed 9 May 2026 · https://b.example/ · for 1"),
        (Source("s", "https://a.example/x", "Title", accessed="2026-05-09"),
         "Title · accessed 9 May 2026 · https://a.example/x · for 1"),
        (Source("s", "file:///x", accessed="2026-05-09"),
         "file:///x · accessed 9 May 2026 · for 1"),
        (Source("s", "file:///x", "Title"), "Title · file:///x · for 1"),
    ],
)  # fmt: skip
def test_a_source_is_listed_by_its_title_or_link_first(source: Source, line: str) -> None:
    article = harbour()
    marked = note(article, "The figure", sources=(Evidence("e", source),))
    tree = render(report_of(document(exported(article, [marked])), REPORT))
    assert words(tree.xpath("//ol/li")[-1]) == line


def test_marks_come_in_document_order_with_quote_and_number() -> None:
    tree = render(report_of(harbour_document(), REPORT))
    assert [words(h).split(" ")[0] for h in tree.xpath("//h3")] == ["1", "2", "3", "4"]
    assert [words(q) for q in tree.xpath("//blockquote")] == [
        one.quote for one in harbour_notes(harbour()) if one.quote
    ]


def test_two_exports_are_the_same_bytes(tmp_path: Path) -> None:
    write = exporter("markdown").write
    [one] = write(harbour_document(), REPORT, tmp_path / "one.md")
    [two] = write(harbour_document(), REPORT, tmp_path / "two.md")
    assert one.read_bytes() == two.read_bytes()
    assert b"2026-11-24" in one.read_bytes()


@pytest.mark.parametrize("parser", PARSERS)
@given(PASSAGES)
@example("# *a* | <b>b</b> `c` [d](e) _f_ 1. g")
@example("1. one\n2. two\n- three\n===\n---\n> four\n~~~\n```\n<!-- five\n    six")
@example("\u3000全角の字下げ\n&lt; &copy; AT&T \\* \\\\` https://example.org/a_b_c?d=*e*&copy=1")
@example("[^1]: note\n[x]: /y\n!!! warning\n:   term\n*[HTML]: x\n{: #id }\n$$\n+ a\t|")
def test_any_quote_is_shown_as_it_is(parser: str, text: str) -> None:
    article = plain("x")
    whole = replace(article, text=text)
    marked = note(whole, place=(0, len(text)))
    shown = quote_of(report_of(document(exported(article, [marked])), REPORT), parser)
    expected = [line.replace("\x7f", "") for line in lines_of(text)]
    assert shown == expected


@pytest.mark.parametrize("parser", PARSERS)
@given(TEXT, TEXT.filter(str.strip))
@example("# 1. *Title* #", "- reason\nwith | two lines\n\n    code")
def test_any_title_and_statement_are_shown_as_they_are(
    parser: str, title: str, statement: str
) -> None:
    article = plain("Words to mark", Details(title=title))
    claim = Claim("c", 3, statement, verdict=HALF_TRUE)
    marked = note(article, "Words", claims=(claim,), tags=(statement,))
    tree = render(report_of(document(exported(article, [marked])), REPORT), parser)
    assert words(tree.xpath("//h1")[0]) == " ".join(title.split())
    item = words(tree.xpath("//li")[0])
    joined = " ".join(statement.split())
    assert " ".join(f"C3 · Half true. {joined} Kind: fact".split()) in item
    assert words(tree.xpath("//blockquote/following-sibling::p[1]")[0]) == f"Tags: {joined}".strip()


NOTES = [
    "Check the *amount* | <b>and</b> the #year",
    "# A heading\n\nand text",
    "Title\n=====\n\nSub\n---\nmore",
    "```python\nprint('never closed')",
    "~~~\n```\n~~~\n\n- item\n\n      code",
    "<div>\n\nnever closed",
    "an <!-- open comment",
    "<script>alert(1)",
    "<b>bold never closed",
    "- a list\n    - in a list",
    "> quoted\n\n1. one",
    "[^1]: not a footnote",
    "ends with a line\n---",
    "`<b>` in code and ``a ` b``",
    "---\n***\n",
    "<details><summary>x",
    "*open emphasis",
    "`open code",
    "[open link](",
    "![picture](x.png)",
    "\\",
    "trailing  ",
]


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("first", NOTES)
def test_no_note_reaches_beyond_its_place(first: str, parser: str, whole: bool) -> None:
    """Whatever a note holds, the note after it stands as it would alone, at its own level."""
    if whole and parser == "commonmark":
        pytest.skip("footnotes are no part of CommonMark")
    article = harbour()
    marks = [
        note(article, "The figure", id="a", note=first),
        note(article, "eleven sensors", id="b", note="The second note.", tags=("kept",)),
    ]
    options = ExportOptions(whole=whole)
    tree = render(report_of(document(exported(article, marks)), options), parser)
    assert [words(h) for h in tree.xpath("./h1")] == [article.title]
    if whole:
        [second] = tree.xpath("//div[@class='footnote']/ol/li[2]")
        assert [words(p) for p in second.xpath("./p")][1] == "The second note."
    else:
        heading = tree.xpath("./h3[starts-with(., '2 ')]")[0]
        after = [words(e) for e in heading.itersiblings()]
        assert after == ["eleven sensors", "The second note.", "Tags: kept"]
        assert not heading.xpath("ancestor-or-self::*[self::b or self::em or self::pre]")


@given(st.lists(st.sampled_from([*NOTES, "", "    "]), max_size=4).map("\n".join))
def test_notes_glued_together_stay_in_their_place(first: str) -> None:
    article = harbour()
    marks = [
        note(article, "The figure", id="a", note=first),
        note(article, "eleven sensors", id="b", note="The second note."),
    ]
    tree = render(report_of(document(exported(article, marks)), REPORT))
    heading = tree.xpath("./h3[starts-with(., '2 ')]")[0]
    assert [words(e) for e in heading.itersiblings()] == ["eleven sensors", "The second note."]


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("first", NOTES)
def test_no_reasoning_reaches_beyond_its_place(first: str, parser: str, whole: bool) -> None:
    if whole and parser == "commonmark":
        pytest.skip("footnotes are no part of CommonMark")
    article = harbour()
    claims = (
        Claim("c", 3, "One", reasoning=first, status="in progress", verdict=HALF_TRUE),
        Claim("d", 4, "Two", verdict=HALF_TRUE),
    )
    marks = [note(article, "The figure", claims=claims)]
    options = ExportOptions(whole=whole)
    tree = render(report_of(document(exported(article, marks)), options), parser)
    [three] = tree.xpath(".//li[starts-with(normalize-space(), 'C3 · Half true.')]")
    [four] = three.xpath("following-sibling::li")
    assert words(four).startswith("C4 · Half true. Two Kind: fact Status: to check No source yet")
    assert [words(li) for li in three.xpath("./ul/li")][:2] == ["Kind: fact", "Status: in progress"]
    assert words(three.xpath("./ul/li[last()]")[0]) == "No source yet"
    assert not three.xpath(".//li[last()]/ancestor-or-self::*[self::b or self::em or self::pre]")


def test_reasoning_keeps_its_markdown() -> None:
    article = harbour()
    text = "It was **21 %**.\n\n- one\n- two\n\nThen *this*."
    claim = Claim("c", 3, "A claim", reasoning=text, verdict=HALF_TRUE)
    marks = [note(article, "The figure", claims=(claim,))]
    for parser in PARSERS:
        tree = render(report_of(document(exported(article, marks)), REPORT), parser)
        [item] = tree.xpath("//li[starts-with(normalize-space(), 'Reasoning:')]")
        assert words(item) == "Reasoning: It was 21 %. one two Then this."
        assert [words(li) for li in item.xpath("./ul/li")] == ["one", "two"]
        assert [words(bold) for bold in item.xpath(".//strong")] == ["21 %"]


def test_a_note_keeps_its_markdown() -> None:
    article = harbour()
    text = "Check the *amount* | <b>and</b> the #year\n\n## Why\n\n- one\n- two"
    marks = [note(article, "The figure", note=text)]
    tree = render(report_of(document(exported(article, marks)), REPORT))
    assert words(tree.xpath("./p[em]")[-1]) == "Check the amount | and the #year"
    assert [words(h) for h in tree.xpath("./h5")] == ["Why"]
    assert [words(li) for li in tree.xpath("./ul/li")] == ["one", "two"]


def test_private_and_lost_marks_say_so() -> None:
    article = harbour()
    private = note(article, "The figure", id="p", private=True, note="Only me.")
    lost = note(article, "eleven sensors", id="l")
    made = exported(article, [private, lost])
    marks = (
        made.marks[0],
        replace(made.marks[1], state=AnchorState.LOST, start=None, end=None, paragraph=0),
    )
    text = report_of(document(replace(made, marks=marks)), REPORT)
    assert [words(h) for h in render(text).xpath("//h3")] == [
        "private · ¶ 1 · question",
        "1 · question",
    ]
    assert "not in this version of the article" in text


def test_several_articles_are_one_file_with_a_heading_each() -> None:
    one = exported(harbour(), harbour_notes(harbour()))
    other = exported(plain("Another text.", Details(title="Other", url="https://b.example/")), [])
    text = report_of(document(one, other), REPORT)
    tree = render(text)
    assert [words(h) for h in tree.xpath("//h1")] == [one.article.title, "Other", "Sources"]
    assert text.count("sha256:") == 2
    assert "Nothing is marked in this article." in words(tree)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_only_links_to_the_web_are_links(url: str) -> None:
    article = harbour()
    source = Evidence("e", Source("s", url, "Title"))
    tree = render(
        report_of(
            document(exported(article, [note(article, "The figure", sources=(source,))])), REPORT
        )
    )
    assert not [a for a in tree.xpath("//a/@href") if not a.startswith("https://coastalreview")]


@given(TEXT)
def test_front_matter_is_read_back_as_it_was(title: str) -> None:
    article = plain("x", Details(title=title))
    line = report_of(document(exported(article, [])), REPORT).split("\n")[1]
    assert json.loads(line.removeprefix("title: ")) == title
