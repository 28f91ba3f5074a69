"""Who said it, in what is handed out: by name, the article by its paper's, and where nobody is."""

from dataclasses import replace

import pytest
from lxml import html

from annotator.exporting import exporter
from annotator.exporting.claimreview.objects import reviews
from annotator.exporting.claimreview.validate import missing
from annotator.exporting.document import ExportDocument, ExportOptions, Review
from annotator.exporting.factcheck.page import page
from annotator.exporting.markdown import render
from annotator.model import Claim, Details
from tests.exporting.builders import document, exported, note, plain
from tests.exporting.checked import FALSE_

DESK = ExportOptions(review=Review("The Desk", "https://desk.example/check", "2026-05-12"))
PAPER = Details(
    title="T", authors=("Ines Calder", "Ben Ode"), site="Coastal Review", published="2026-05-01",
    url="https://coastal.example/t",
)  # fmt: skip


def said(claimant: str, details: Details = PAPER, claimed: str = "") -> ExportDocument:
    """An article with one claim."""
    text = plain("It fell.", details)
    claim = Claim("c", 3, "It fell, they say.", claimant=claimant, claimed=claimed, verdict=FALSE_)
    return document(exported(text, [note(text, "fell", id="n", claims=(claim,))]))


def line_of_page(given: ExportDocument) -> str:
    [line] = html.document_fromstring(page(given, DESK)).xpath("//p[@class='said']")
    return line.text_content()


@pytest.fixture
def markdown(tmp_path):
    """Writes the fact-check as Markdown."""

    def make(given: ExportDocument) -> list[str]:
        out = tmp_path / "check.md"
        exporter("factcheck-md").write(given, DESK, out)
        return out.read_text("utf-8").splitlines()

    return make


@pytest.mark.parametrize(
    ("claimant", "details", "claimed", "line"),
    [
        ("City council", PAPER, "2026-05-02", "Said by City council, 2 May 2026"),
        ("", PAPER, "", "Said by: not said"),
        ("", PAPER, "2026-05-02", "Said by: not said, 2 May 2026"),
        ("the article", PAPER, "", "Said by the article (Coastal Review)"),
        ("The Article", replace(PAPER, site=""), "", "Said by the article (Ines Calder, Ben Ode)"),
        ("the article", Details(title="T"), "", "Said by the article"),
    ],
)
def test_a_fact_check_says_who_said_it_or_that_nobody_is_named(
    claimant, details, claimed, line, markdown
) -> None:
    given = said(claimant, details, claimed)
    assert line_of_page(given) == line
    assert line in [one.replace("\\", "") for one in markdown(given)]


def test_a_report_names_the_paper_and_has_no_line_where_nobody_is_named() -> None:
    assert "- Said by: the article (Coastal Review)\n" in render(said("the article"), DESK)
    nobody = render(said(""), DESK)
    assert "Said by:" not in nobody
    assert "| not said |" in nobody


def test_of_several_articles_it_is_the_one_that_was_published_first(markdown) -> None:
    claim = Claim("c", 3, "It fell, they say.", claimant="the article", verdict=FALSE_)
    late = plain("It fell.", PAPER)
    early = replace(
        plain("It fell.", replace(PAPER, site="Port News", published="2025")),
        id="99999999-2222-5333-8444-555555555555",
    )
    given = document(*(
        exported(text, [note(text, "fell", id=id, claims=(claim,))])
        for text, id in ((late, "n"), (early, "m"))
    ))  # fmt: skip
    assert line_of_page(given) == "Said by the article (Port News)"
    assert "Said by the article (Port News)" in [one.replace("\\", "") for one in markdown(given)]


def author(given: ExportDocument) -> object:
    [(_label, one)] = reviews(given, DESK)
    return one["itemReviewed"].get("author")


def test_a_claim_review_has_the_articles_authors_else_its_site() -> None:
    assert author(said("the article")) == [
        {"@type": "Person", "name": "Ines Calder"}, {"@type": "Person", "name": "Ben Ode"},
    ]  # fmt: skip
    site = {"@type": "Organization", "name": "Coastal Review"}
    assert author(said("the article", replace(PAPER, authors=()))) == site


@pytest.mark.parametrize(
    ("claimant", "details"), [("", PAPER), ("the article", replace(PAPER, authors=(), site=""))]
)
def test_where_nobody_is_known_the_validator_asks(claimant, details) -> None:
    given = said(claimant, details)
    assert author(given) is None
    [(label, one)] = reviews(given, DESK)
    [line] = missing(one, label)
    assert line == (
        "C3: itemReviewed.author.name: say who made it; for “the article” give its author or site."
    )
