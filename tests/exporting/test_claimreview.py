"""ClaimReviews: what those who gather fact-checks read, and that nothing incomplete goes out."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import ExportFailed
from annotator.exporting import exporter
from annotator.exporting.claimreview.objects import reviews
from annotator.exporting.claimreview.validate import missing
from annotator.exporting.claimreview.who import is_person
from annotator.exporting.document import ExportClaim, ExportDocument, ExportOptions, Review
from annotator.model import Claim, Details, Evidence, Source, Verdict
from tests.exporting.builders import HALF_TRUE, document, exported, harbour, note, plain
from tests.exporting.checked import FALSE_, FIVE, NOT_CHECKED, checked_document, step

REVIEW = Review("The Desk", "https://desk.example/check", "2026-05-12")
DESK = ExportOptions(review=REVIEW)


def of(given: ExportDocument, options: ExportOptions = DESK) -> dict[str, dict[str, Any]]:
    return dict(reviews(given, options))


def one_claim(claim: Claim, **history: Any) -> ExportDocument:
    text = harbour()
    known = {claim.id: ExportClaim(claim, **history)}
    return document(
        exported(text, [note(text, "eleven sensors", id="n", claims=(claim,))], histories=known)
    )


def rated(**fields: Any) -> ExportDocument:
    claim = Claim(
        "c", 3, "It fell.", "number", "City council", "2026-05-02", HALF_TRUE, "2026-05-09"
    )
    return one_claim(replace(claim, **fields), bounds=FIVE)


def test_an_object_has_what_consumers_read() -> None:
    found = of(checked_document())["C12"]
    assert found["@context"] == "https://schema.org" and found["@type"] == "ClaimReview"
    assert found["claimReviewed"].startswith("Particulate pollution at the harbour fell")
    assert found["author"] == {"@type": "Organization", "name": "The Desk"}
    assert found["datePublished"] == "2026-05-12"
    item = found["itemReviewed"]
    assert item["@type"] == "Claim"
    assert item["author"] == {"@type": "Organization", "name": "City council"}
    assert item["datePublished"] == "2026-05-02"
    [place] = item["appearance"]
    assert "firstAppearance" not in item  # the council said it somewhere else first
    assert place["url"] == "https://coastalreview.example/harbour-study"
    assert place["name"] == "What the harbour study really measured"


def test_half_true_of_five_is_three_between_one_and_five() -> None:
    assert of(rated())["C3"]["reviewRating"] == {
        "@type": "Rating", "alternateName": "Half true",
        "ratingValue": 3, "bestRating": 5, "worstRating": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("verdict", "bounds"),
    [
        (Verdict("v", "rumours", "Outdated", 0, "middling"), (1, 5)),
        (Verdict("v", "categories", "Misleading", 0, "bad"), None),
        (Verdict("", "none", "Right, but the figure is old.", 0, "none"), None),
    ],
)
def test_a_verdict_outside_a_line_has_words_and_no_numbers(
    verdict: Verdict, bounds: tuple[int, int] | None
) -> None:
    claim = Claim("c", 3, "S", verdict=verdict)
    assert of(one_claim(claim, bounds=bounds))["C3"]["reviewRating"] == {
        "@type": "Rating", "alternateName": verdict.name,
    }  # fmt: skip


def test_only_what_was_reviewed_goes_out() -> None:
    assert list(of(checked_document())) == ["C12", "C15", "C17"]
    assert of(one_claim(Claim("c", 3, "S", verdict=NOT_CHECKED))) == {}


def test_the_article_says_so_means_its_authors() -> None:
    author = of(rated(claimant="the article"))["C3"]["itemReviewed"]["author"]
    assert author == {"@type": "Person", "name": "Ines Calder"}


def test_only_the_article_itself_is_where_its_claim_appeared_first() -> None:
    item = of(rated(claimant="the article"))["C3"]["itemReviewed"]
    assert [item["firstAppearance"]] == item["appearance"]
    for claimant in ("City council", ""):
        assert "firstAppearance" not in of(rated(claimant=claimant))["C3"]["itemReviewed"]


def test_without_authors_it_is_the_site() -> None:
    text = plain("It fell.", Details(title="T", site="Coastal Review"))
    claim = Claim("c", 3, "S", claimant="The Article", verdict=FALSE_)
    given = document(exported(text, [note(text, "fell", id="n", claims=(claim,))]))
    author = of(given)["C3"]["itemReviewed"]["author"]
    assert author == {"@type": "Organization", "name": "Coastal Review"}


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ines Calder", True), ("Ursula von der Leyen", True), ("J. R. R. Tolkien", True),
        ("Conor O’Neill", True), ("City council", False), ("ICE", False),
        ("Host Press", False), ("a spokesman", False), ("University of Leeds", False),
        ("The New York Times", False), ("Ministry of Truth", False),
        ("Goldman Sachs", False), ("Jeffrey Sachs", True), ("Deutsche Bahn", False),
        ("Al Jazeera", False), ("Al Gore", True), ("Saudi Arabia", False),
        ("Black Lives Matter", False), ("李明", True), ("王小明", True), ("中国", False),
        ("新华社", False), ("Rosa Klein, a lawyer", True), ("Rosa Klein, police chief", True),
        ("Rosa Klein, a lawyer at the bank", True), ("Klein Brothers, a bank", False),
        ("Leeds, England", False), ("Rosa Klein,", False),
    ],
)  # fmt: skip
def test_persons_are_told_from_organisations(name: str, person: bool) -> None:
    assert is_person(name) is person


def test_the_date_is_that_of_the_verdict_unless_said() -> None:
    undated = ExportOptions(review=replace(REVIEW, date=""))
    assert of(rated(), undated)["C3"]["datePublished"] == "2026-05-09"
    trail = (step(3, "", "True"), step(7, "True", "Half true"), step(8, "", "x", action="status"))
    claim = Claim("c", 3, "S", verdict=HALF_TRUE)
    assert of(one_claim(claim, trail=trail), undated)["C3"]["datePublished"] == "2026-05-07"


def test_the_address_is_the_one_given_and_leads_to_the_claim_where_there_are_several() -> None:
    assert of(rated())["C3"]["url"] == "https://desk.example/check"
    assert of(checked_document())["C15"]["url"] == "https://desk.example/check#C15"
    anchored = ExportOptions(review=replace(REVIEW, url="https://desk.example/a#b"))
    assert of(checked_document(), anchored)["C15"]["url"] == "https://desk.example/a#C15"
    assert of(rated(), anchored)["C3"]["url"] == "https://desk.example/a#b"


def test_no_address_is_made_up() -> None:
    assert "url" not in of(rated(), ExportOptions())["C3"]


def test_what_the_library_knows_of_the_review_counts_where_nothing_else_is_said() -> None:
    given = replace(rated(), review=REVIEW)
    other = ExportOptions(review=Review("Somebody else"))
    found = of(given, other)["C3"]
    assert found["author"]["name"] == "Somebody else"
    assert found["url"] == "https://desk.example/check"


def test_citations_are_the_evidence_without_searches_open_questions_and_mailboxes() -> None:
    cited = of(checked_document())["C12"]["citation"]
    assert [(one["name"], one.get("url", "")) for one in cited] == [
        ("Report 2025, p. 31", "https://port.example/report_2025.pdf"),
        ("Sampling near the shore", "https://doi.org/10.5555/jca.24.118"),
        ("Ines Calder, study’s author", ""),
    ]  # fmt: skip
    assert cited[0]["publisher"] == {"@type": "Organization", "name": "Port Press"}
    assert cited[0]["archivedAt"] == "https://archive.example/report_2025"


def test_a_page_and_somebody_asked_are_cited_once() -> None:
    minutes = Source("s", "https://city.example/minutes", "The minutes")
    given = (
        Evidence("e-1", Source("s-1", "", "Ines Calder"), "refutes", "No.", "interview"),
        Evidence("e-2", Source("s-2", "mailto:c@u.example", "Ines Calder"), type="email"),
        Evidence("e-3", minutes, quote="nine"),
        Evidence("e-4", replace(minutes, id="s-3", url="http://www.city.example/minutes/#p2")),
    )
    cited = of(rated(evidence=given))["C3"]["citation"]
    assert [(one["name"], one.get("url", "")) for one in cited] == [
        ("Ines Calder", ""), ("The minutes", "https://city.example/minutes"),
    ]  # fmt: skip


def test_the_first_appearance_is_the_earliest() -> None:
    text = harbour()
    claim = Claim("c", 3, "It fell.", claimant="the article", verdict=FALSE_)
    late = exported(text, [note(text, "eleven sensors", id="n", claims=(claim,))])
    early = plain("It fell.", Details(title="Before", url="https://b.example", published="2025"))
    early = replace(early, id="99999999-2222-5333-8444-555555555555")
    first = exported(early, [note(early, "fell", id="m", claims=(claim,))])
    item = of(document(late, first))["C3"]["itemReviewed"]
    assert item["firstAppearance"]["name"] == "Before"
    assert [one["name"] for one in item["appearance"]] == [
        "What the harbour study really measured", "Before",
    ]  # fmt: skip
    assert item["datePublished"] == "2025"


# What is missing


def without(review: Mapping[str, Any], path: str) -> dict[str, Any]:
    """The object without the field at a path."""
    made: dict[str, Any] = json.loads(json.dumps(review))
    *outer, last = path.split(".")
    place = made
    for name in outer:
        place = place[name]
    del place[last]
    return made


def test_a_complete_one_lacks_nothing() -> None:
    for label, one in reviews(checked_document(), DESK):
        assert missing(one, label) == []


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("claimReviewed", "claimReviewed"),
        ("author", "author.name"), ("author.name", "author.name"),
        ("datePublished", "datePublished"), ("url", "url"),
        ("reviewRating", "reviewRating.alternateName"),
        ("reviewRating.alternateName", "reviewRating.alternateName"),
        ("reviewRating.bestRating", "reviewRating"), ("reviewRating.worstRating", "reviewRating"),
        ("itemReviewed.author", "itemReviewed.author.name"),
        ("itemReviewed.datePublished", "itemReviewed.datePublished"),
    ],
)  # fmt: skip
def test_every_missing_field_is_named_with_its_claim(path: str, named: str) -> None:
    [line] = missing(without(of(rated())["C3"], path), "C3")
    assert line.startswith(f"C3: {named}: ")


def test_without_any_address_of_the_article_that_is_named() -> None:
    found = of(rated(claimant="the article"))["C3"]
    found["itemReviewed"].pop("appearance")
    assert missing(found, "C3") == []  # the first appearance has one
    found["itemReviewed"].pop("firstAppearance")
    [line] = missing(found, "C3")
    assert line.startswith("C3: itemReviewed.appearance.url: ")


def test_an_object_without_anything_lacks_everything() -> None:
    assert len(missing({}, "C1")) == 8


@pytest.mark.parametrize(
    ("worst", "value", "best"), [(0, 1, 5), (1, 6, 5), (2, 1, 5), (3, 3, 3), (1, "3", 5)]
)
def test_numbers_that_cannot_be_are_named(worst: int, value: Any, best: int) -> None:
    found = of(rated())["C3"]
    found["reviewRating"] |= {"worstRating": worst, "ratingValue": value, "bestRating": best}
    [line] = missing(found, "C3")
    assert line.startswith("C3: reviewRating: ")


@pytest.mark.parametrize(
    "url",
    [
        "desk.example/check",
        "ftp://desk.example",
        "https://",
        "https://#C3",
        "https://desk.example/a b",
        "mailto:a@b",
    ],
)
def test_an_address_that_is_none_is_named(url: str) -> None:
    found = of(rated())["C3"] | {"url": url}
    [line] = missing(found, "C3")
    assert line.startswith("C3: url: ")


def test_nothing_is_written_where_something_is_missing(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    with pytest.raises(ExportFailed) as failed:
        exporter("claimreview").write(checked_document(), ExportOptions(), out)
    lines = str(failed.value).split("\n")
    assert [line.split(": ")[:2] for line in lines[:4]] == [
        ["C12", "author.name"], ["C12", "url"], ["C15", "author.name"], ["C15", "url"],
    ]  # fmt: skip
    assert "--incomplete" in lines[-1]
    assert list(tmp_path.iterdir()) == []


def test_it_is_written_all_the_same_when_asked_for(tmp_path: Path) -> None:
    out, said = tmp_path / "out.json", list[str]()
    options = ExportOptions(incomplete=True)
    exporter("claimreview").write(rated(), options, out, notice=said.append)
    [found] = json.loads(out.read_bytes())
    assert found["reviewRating"]["alternateName"] == "Half true"
    assert said == ["The ClaimReview is not complete: 2 fields are missing."]


def test_without_a_verdict_there_is_nothing_to_write(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="No claim of these articles has a verdict"):
        exporter("claimreview").write(document(exported(harbour(), [])), DESK, tmp_path / "o")
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_an_array_in_utf_8(tmp_path: Path) -> None:
    out, said = tmp_path / "out.json", list[str]()
    written = exporter("claimreview").write(checked_document(), DESK, out, notice=said.append)
    assert written == [out] and said == []
    found = json.loads(out.read_bytes().decode("utf-8"))
    assert isinstance(found, list) and len(found) == 3
    assert "study’s" in out.read_text(encoding="utf-8")
