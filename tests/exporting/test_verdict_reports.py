"""Verdicts in reports: the table, the chart, evidence with stance and dates, what was corrected;
and the fact-check page as Markdown."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from annotator.exporting import exporter
from annotator.exporting.document import ExportDocument, ExportOptions, Review
from annotator.exporting.factcheck.text import render as factcheck_of
from annotator.exporting.markdown import render as report_of
from annotator.exporting.tally import tally
from annotator.model import Claim, Evidence, Source, Verdict
from tests.exporting.builders import document, exported, harbour, harbour_document, note
from tests.exporting.checked import FALSE_, checked_article, checked_document, step
from tests.exporting.pdf_reading import poppler
from tests.exporting.rendering import PARSERS, render, words

DESK = ExportOptions(review=Review("The Desk", "https://desk.example/check", "2026-05-12"))
ROWS = [
    ["C12", "Particulate pollution at the harbour fell by 38 % between 2023 and 2025.",
     "City council, 2 May 2026", "Mostly false", "9 May 2026", "5 entries, 3 origins"],
    ["C15", "A spokesman said that the trend is beyond doubt.", "the article (Coastal Review)",
     "True", "9 May 2026", "1"],
    ["C16", "The trend is beyond doubt.", "A spokesman", "To check", "", "0"],
    ["C17", "The summary hides what matters.", "the article (Coastal Review)", "Opinion",
     "9 May 2026", "0"],
]  # fmt: skip


def rows(table: html.HtmlElement) -> list[list[str]]:
    return [[words(cell) for cell in row.xpath("./td")] for row in table.xpath(".//tbody/tr")]


def items_after(tree: html.HtmlElement, heading: str) -> list[str]:
    """The items of the list that follows a heading."""
    [found] = [h for h in tree.xpath("//h1|//h2|//h3|//h4") if words(h) == heading][:1]
    return [words(item) for item in found.xpath("./following::ul[1]/li")]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("whole", [False, True])
def test_the_report_begins_with_a_table_of_verdicts(parser: str, whole: bool) -> None:
    tree = render(report_of(checked_document(), ExportOptions(whole=whole)), parser)
    table, chart = tree.xpath("//table")[:2]
    assert [words(cell) for cell in table.xpath(".//th")] == [
        "#", "Claim", "Said by", "Verdict", "As of", "Sources",
    ]  # fmt: skip
    assert rows(table) == ROWS
    assert [row[:2] for row in rows(chart)] == [
        ["True", "1"], ["Mostly false", "1"], ["Opinion", "1"], ["Not yet checked", "1"],
    ]  # fmt: skip
    assert "2 of 4 claims checked, 1 set aside" in words(tree)


def test_bars_are_as_long_as_verdicts_are_frequent() -> None:
    text = harbour()
    claims = tuple(
        Claim(f"c{n}", n, f"S{n}", verdict=FALSE_ if n < 4 else None) for n in range(1, 5)
    )
    given = document(exported(text, [note(text, "eleven", id="n", claims=claims)]))
    chart = render(report_of(given, ExportOptions())).xpath("//table")[1]
    assert [len(row[2]) for row in rows(chart)] == [15, 5]


def test_the_report_tells_evidence_with_stance_kind_and_dates() -> None:
    page = words(render(report_of(checked_document(), ExportOptions())))
    for expected in (
        "refutes: Report 2025, p. 31 · Port authority, Port Press, 2025, accessed 9 May 2026, "
        "p. 31 · “a fall of 21 percent” · the source words it differently · primary source · "
        "archived copy",
        "asked 3 May 2026, no answer by 7 May 2026 · request for comment",
        "Check again: 1 May 2027",
    ):
        assert expected in page


def test_the_report_logs_corrections_with_who_made_them() -> None:
    tree = render(report_of(checked_document(), ExportOptions()))
    assert items_after(tree, "Corrections") == [
        "6 May 2026 · Mara Editor · first verdict “Half true”: the report has another figure",
        "9 May 2026 · Mara Editor · “Half true” became “Mostly false”: the months do not match",
    ]


def test_without_corrections_there_is_no_log() -> None:
    assert "Corrections" not in report_of(harbour_document(), ExportOptions())


def test_a_correction_cannot_disturb_the_report() -> None:
    given = checked_article()
    trail = (step(1, "", "*a* | b"), step(2, "*a* | b", "# c", "why [x](javascript:a) <b>"))
    told = replace(given, claims=(replace(given.claims[0], trail=trail),))
    tree = render(report_of(document(told), ExportOptions()))
    assert items_after(tree, "Corrections")[1].endswith(
        "“*a* | b” became “# c”: why [x](javascript:a) <b>"
    )


def test_an_article_without_claims_has_no_table() -> None:
    text = harbour()
    report = report_of(document(exported(text, [note(text, "eleven", id="n")])), ExportOptions())
    assert "Verdicts" not in report and "|" not in report


# The fact-check page as Markdown


def page_of(given: ExportDocument, parser: str) -> html.HtmlElement:
    """The page as a parser shows it; it has no front matter."""
    return render(f"---\n---\n{factcheck_of(given, DESK)}", parser)


@pytest.mark.parametrize("parser", PARSERS)
def test_the_page_as_markdown_tells_the_same(parser: str) -> None:
    tree = page_of(checked_document(), parser)
    page = words(tree)
    for expected in (
        "Fact-check: What the harbour study really measured",
        "Checked by The Desk, 12 May 2026",
        "Half true · as of 10 May 2026",
        "2 of 4 claims checked, 1 set aside",
        "Mostly false · as of 9 May 2026, to be checked again 1 May 2027",
        "Evidence · 2 entries, 2 origins",
        "Why there is no rating What matters is for readers to judge.",
        "How it was checked it is in their release",
    ):
        assert expected in page
    assert items_after(tree, "Searches") == [
        "Council minutes 2023–2025, “particulates”, 6 May 2026, nothing found"
    ]
    assert items_after(tree, "Corrections") == [
        "6 May 2026 · first verdict “Half true”: the report has another figure",
        "9 May 2026 · “Half true” became “Mostly false”: the months do not match",
    ]
    assert "Mara Editor" not in page
    assert rows(tree.xpath("//table")[1])[2][3] == "Not yet checked"


@pytest.mark.parametrize("parser", PARSERS)
def test_no_text_disturbs_the_page_as_markdown(parser: str) -> None:
    hostile = "# a | *b* <script>x</script> [c](javascript:d) ~~~"
    text = harbour()
    source = Source("s", "https://a.example", hostile, hostile)
    entry = Evidence("e", source, "supports", hostile, "primary", note=hostile)
    verdict = replace(FALSE_, name=hostile, definition=hostile)
    one = Claim("c", 1, hostile, "fact", hostile, verdict=verdict, evidence=(entry,))
    given = document(exported(text, [note(text, "eleven", id="n", claims=(one,))]))
    tree = page_of(given, parser)
    assert not tree.xpath("//script|//h1[not(starts-with(., 'Fact-check'))]|//pre|//del")
    assert set(tree.xpath("//a/@href")) == {
        "https://coastalreview.example/harbour-study", "https://a.example",
    }  # fmt: skip
    assert f"C1 · {hostile}" in words(tree)


def test_the_markdown_page_is_written(tmp_path: Path) -> None:
    out = tmp_path / "check.md"
    assert exporter("factcheck-md").write(checked_document(), DESK, out) == [out]
    assert out.read_text(encoding="utf-8").startswith("# Fact-check: What the harbour")


@pytest.mark.parametrize("parser", PARSERS)
def test_a_note_on_evidence_keeps_its_lists_and_tables(parser: str) -> None:
    text = harbour()
    table = "| Month | µg |\n|---|---|\n| May | 3 |"
    said = f"The months:\n\n- January\n- *February*\n\n{table}\n\nAll told."
    noted = [Evidence(f"e{n}", Source(f"s{n}", "", f"Log {n}"), note=said) for n in (1, 2)]
    searched = Evidence("f", Source("t", "", "Minutes"), "context", type="search", note=said,
                        place="Minutes", query="works")  # fmt: skip
    claim = Claim("c1", 1, "It fell.", evidence=(*noted, searched))
    mark = note(text, "eleven", id="n", claims=(claim,), sources=(noted[0],))
    given = document(exported(text, [mark]))
    for tree in (render(report_of(given, ExportOptions()), parser), page_of(given, parser)):
        for item in ("Log 1", "Log 2", "Minutes"):
            found = (e for e in tree.xpath("//li[table]") if item in words(e).split(" · ")[0])
            entry = next(found)
            assert [words(one) for one in entry.xpath("./ul/li")] == ["January", "February"]
            assert [words(one) for one in entry.xpath("./table//td")] == ["May", "3"]
            assert words(entry).endswith("All told.")


@pytest.mark.parametrize("parser", PARSERS)
def test_quotes_that_do_not_stand_in_their_source_say_so(parser: str) -> None:
    for made in (report_of(checked_document(), ExportOptions()), None):
        tree = render(made, parser) if made else page_of(checked_document(), parser)
        shown = words(tree)
        assert "“a fall of 21 percent” · the source words it differently" in shown
        assert "“The winters are missing.” · not found in the source as saved" in shown
        assert "“beyond doubt” · primary source" in shown
        assert "context: Sampling near the shore" in shown


@pytest.mark.parametrize("parser", PARSERS)
def test_a_note_on_evidence_is_markdown_and_disturbs_nothing(parser: str) -> None:
    text = harbour()
    found = Source("s", "https://example.org/a", "Minutes")
    said = "Counted **by March**\n\n- # <script>x</script> [go](javascript:alert(1))"
    searched = Evidence("f", Source("t", "", "Minutes"), "context", type="search", note="*Twice*.",
                        place="Minutes", query="works")  # fmt: skip
    claim = Claim("c1", 1, "It fell.", evidence=(Evidence("e", found, note=said), searched))
    given = document(exported(text, [note(text, "eleven", id="n", claims=(claim,))]))
    report = report_of(given, ExportOptions())
    for tree in (render(report, parser), page_of(given, parser)):
        assert [words(one) for one in tree.xpath("//li//strong")][-1] == "by March"
        assert words(tree.xpath("//li//em")[-1]) == "Twice"
        assert not tree.xpath("//script|//a[contains(@href, 'javascript')]")
    assert "Minutes · Minutes" not in report


@pytest.mark.parametrize("parser", PARSERS)
def test_the_whole_article_stands_behind_the_page_as_markdown(parser: str) -> None:
    tree = render(
        f"---\n---\n{factcheck_of(checked_document(), ExportOptions(whole=True))}", parser
    )
    [heading] = [h for h in tree.xpath("//h2") if words(h) == "The article’s text"]
    marked = heading.xpath("./following::mark")
    assert words(marked[0]) == "Particulates at the harbour fell by 38 percent in two years"
    assert [words(one) for one in heading.xpath("./following::sup")] == ["C12", "C15, C16", "C17"]
    said = " ".join(words(one) for one in heading.xpath("./following::p"))
    assert "eleven sensors" in said
    assert "The article’s text" not in factcheck_of(checked_document(), DESK)


# PDF


@pytest.fixture(scope="module")
def pdf_text(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> str:
    out = tmp_path_factory.mktemp("pdf") / "report.pdf"
    exporter("pdf").write(checked_document(), ExportOptions(), out)
    return " ".join(poppler("pdftotext", out, "-").split())


@pytest.mark.parametrize(
    "expected",
    [
        "Half true as of 10 May 2026",
        "The study is real; the figure the council made of it is not.",
        "2 of 4 claims checked, 1 set aside",
        "City council, 2 May 2026 · as of 9 May 2026, to be checked again 1 May 2027 · 5 entries, "
        "3 origins",
        "refutes · primary source · Report 2025, p. 31 · Port authority, Port Press, 2025, "
        "accessed 9 May 2026, p. 31 · “a fall of 21 percent” · the source words it differently",
        "context · request for comment · Port authority, press office · asked 3 May 2026, "
        "no answer by 7 May 2026",
        "9 May 2026 · Mara Editor · “Half true” became “Mostly false”: the months do not match",
        "A spokesman · no source",
    ],
)
def test_the_pdf_report_tells_verdicts_evidence_and_corrections(
    pdf_text: str, expected: str
) -> None:
    assert expected in pdf_text


def test_a_long_statement_stands_whole_over_its_evidence(tmp_path: Path, qapp: object) -> None:
    text = harbour()
    statement = " ".join(f"word{n}" for n in range(60))
    noted = (Evidence("e", Source("s", "", "Report")),)
    one = Claim("c1", 1, statement, evidence=noted)
    out = tmp_path / "long.pdf"
    given = document(exported(text, [note(text, "eleven", id="n", claims=(one,))]))
    exporter("pdf").write(given, ExportOptions(), out)
    evidence = poppler("pdftotext", out, "-").split("Evidence\n", 1)[1]
    assert f"C1 {statement}" in " ".join(evidence.split())


def test_a_long_table_goes_over_pages_and_no_row_is_lost(tmp_path: Path, qapp: object) -> None:
    text = harbour()
    claims = tuple(Claim(f"c{n}", n, f"Statement number {n}.") for n in range(1, 61))
    given = document(exported(text, [note(text, "eleven", id="n", claims=claims)]))
    out = tmp_path / "long.pdf"
    exporter("pdf").write(given, ExportOptions(), out)
    table = poppler("pdftotext", out, "-").split("0 of 60 claims checked", 1)[1]
    assert [n for n in range(1, 61) if f"Statement number {n}." not in table] == []
    assert "\f" in table.strip("\f\n")


def test_code_and_chinese_signs_are_set_letter_by_letter_on_pages_of_short_lines(
    tmp_path: Path, qapp: object
) -> None:
    text = harbour()
    noted = (Evidence("e", Source("s", "", "Report"), note="So `javascript:alert(12)` is code."),)
    claims = tuple(Claim(f"c{n}", n, "水质已经恢复正常", evidence=noted) for n in range(1, 19))
    out = tmp_path / "signs.pdf"
    given = document(exported(text, [note(text, "eleven", id="n", claims=claims)]))
    exporter("pdf").write(given, ExportOptions(), out)
    said = poppler("pdftotext", "-raw", out, "-")
    assert said.count("So javascript:alert(12) is code") == len(claims)
    assert "水 质" not in said


@pytest.mark.parametrize("marks", range(8, 17))
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    tmp_path: Path, qapp: object, marks: int
) -> None:
    text = harbour()
    claims = tuple(
        replace(checked_document().articles[0].claims[0].claim, id=f"c{n}", number=n)
        for n in range(1, marks)
    )
    out = tmp_path / "long.pdf"
    given = document(exported(text, [note(text, "eleven", id="n", claims=claims)]))
    exporter("pdf").write(given, ExportOptions(), out)
    for page in poppler("pdftotext", out, "-").split("\f"):
        lines = [line for line in page.splitlines() if line.strip()]
        headings = {"Verdicts", "Evidence", "Sources", "Notes, claims and sources, continued"}
        assert not headings & set(lines[-4:])


# Counting


def test_verdicts_are_counted_in_the_scales_order_outcomes_and_open_ones_last() -> None:
    counted = tally(checked_article().claims)
    assert [(share.name, share.count, share.tone) for share in counted.shares] == [
        ("True", 1, "good"), ("Mostly false", 1, "bad"), ("Opinion", 1, "outcome"),
        ("Not yet checked", 1, "open"),
    ]  # fmt: skip
    assert (counted.checked, counted.set_aside, counted.open) == (2, 1, 1)


def test_conclusions_in_words_are_one_share() -> None:
    text = harbour()
    said = [Verdict("", "no-scale", words_, 0, "none") for words_ in ("Right.", "Nearly right.")]
    claims = tuple(Claim(f"c{n}", n, "S", verdict=one) for n, one in enumerate(said))
    counted = tally(exported(text, [note(text, "eleven", id="n", claims=claims)]).claims)
    assert [(share.name, share.count) for share in counted.shares] == [("Concluded in words", 2)]


def test_the_worst_and_the_best_verdict_are_drawn_strongest() -> None:
    text = harbour()
    tones = ("good", "good", "middling", "bad", "bad", "bad")
    scale = [Verdict(f"v{n}", "s", f"V{n}", 6 - n, tone, "", n) for n, tone in enumerate(tones)]
    claims = tuple(Claim(f"c{n}", n, "S", verdict=one) for n, one in enumerate(scale))
    counted = tally(exported(text, [note(text, "eleven", id="n", claims=claims)]).claims)
    good, nearly, half, poor, bad, worst = (share.strength for share in counted.shares)
    assert good == half == worst == 1
    assert nearly < good and poor < bad < worst
