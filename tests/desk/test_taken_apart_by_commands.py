"""An article full of claims taken apart with commands alone, up to a fact-check page and a
ClaimReview that a stranger can check."""

import json
import re
from html.parser import HTMLParser

import pytest

from tests.cli.conftest import run  # noqa: F401  the fixture that runs commands
from tests.desk import seed

COST = "a lawsuit that cost New York City $92.5 million for holding thousands of immigrants"
PAGE = "https://desk.example/checks/detainers"


class Headings(HTMLParser):
    """The text of each heading and of each script that says what it is, by a parser of others."""

    def __init__(self, page):
        super().__init__()
        self.found, self.scripts, self._open = [], [], ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self._open = tag
        if tag in ("h1", "h2", "h3"):
            self.found.append("")
        if tag == "script":
            self.scripts.append([dict(attributes).get("type"), ""])

    def handle_endtag(self, tag):
        self._open = ""

    def handle_data(self, data):
        if self._open in ("h1", "h2", "h3"):
            self.found[-1] += data
        if self._open == "script":
            self.scripts[-1][1] += data


@pytest.fixture
def desk(run, samples, tmp_path):  # noqa: F811  the fixture above
    """The library with the article and two sources, and how to call commands on it."""
    library = tmp_path / "desk.annotator"
    (report,), _err = run("import", library, seed.article(samples), "--json")
    run("set", library, report["article"], "--url", "https://news.example/detainers",
        "--published", "2025-02-07", "--author", "Staff", "--site", "Example")  # fmt: skip
    for name, text in (("settlement.md", seed.SETTLEMENT), ("paper.md", seed.STATEMENT)):
        (tmp_path / name).write_text(text)
        run("import", library, tmp_path / name)

    def call(command, *arguments, **more):
        return run(command, library, *arguments, **more)[0]

    call.article, call.folder = report["article"], tmp_path
    return call


@pytest.fixture
def claims(desk):
    """Every claim of the article, made; by its place in the list."""
    text = desk("show", desk.article, "--json")["article"]["text"]
    for claim in seed.claims():
        desk("annotate", desk.article, "--quote", text[claim.start : claim.end],
             "--claim", "--kind", claim.kind, "--claimant", "the article")  # fmt: skip
    return desk("claims", "--json")


def test_every_claim_stands_where_it_was_found(desk, claims):
    marks = {mark["id"]: mark for mark in desk("show", desk.article, "--json")["annotations"]}
    places = {
        (claim["kind"], *(marks[claim["passages"][0]["annotation"]][at] for at in ("start", "end")))
        for claim in claims
    }
    assert places == {(claim.kind, claim.start, claim.end) for claim in seed.claims()}
    assert [claim["number"] for claim in claims] == list(range(1, len(claims) + 1))


def test_spotting_offers_the_sentences_that_carry_them_and_no_caption(desk):
    offered = [one for one in desk("spot", desk.article, "--json") if one["offered"]]

    def on(sentence, kinds):
        return any(
            claim.start < sentence["end"] and sentence["start"] < claim.end
            for claim in seed.claims() if claim.kind in kinds
        )  # fmt: skip

    kinds = {claim.kind for claim in seed.claims()} - {seed.PICTURE}
    assert sum(on(sentence, kinds) for sentence in offered) >= 15
    assert not any(on(sentence, {seed.PICTURE}) for sentence in offered)
    assert all(sentence["reasons"] for sentence in offered)


def test_it_ends_in_a_fact_check_and_a_claim_review(desk, claims):
    text = desk("show", desk.article, "--json")["article"]["text"]
    cost = next(c for c in claims if c["statement"] == text_of(text, "number"))
    desk("evidence", cost["number"], "--from", "What the city agreed to pay",
         "--quote", "The city agreed to pay up to $92.5 million", "--stance", "refutes",
         "--type", "primary")  # fmt: skip
    desk("claim", f"C{cost['number']}", "--verdict", "Half true",
         "--why", "the agreement says up to, and nothing is paid yet")  # fmt: skip
    for opinion in (claim for claim in claims if claim["kind"] == seed.OPINION):
        desk("claim", opinion["id"], "--verdict", "Opinion", "--why", "a judgement, not a fact")
    said = next(claim for claim in claims if claim["kind"] == "attribution")
    desk("evidence", said["id"], "--from", "Detainers: a paper of our association",
         "--quote", "We have no figures on how far trust in law enforcement has changed.",
         "--stance", "context")  # fmt: skip

    board = {claim["number"]: claim for claim in desk("claims", "--json")}
    assert board[cost["number"]]["verdict"] == "Half true"
    assert board[cost["number"]]["sources"][0]["check"]["state"] == "exact"
    assert {c["status"] for c in board.values() if c["kind"] == seed.OPINION} == {"set aside"}

    page = export(desk, "factcheck", "check.html")
    seen = Headings(page)
    assert any("Local Law Enforcement" in heading for heading in seen.found)
    assert [kind for kind, _text in seen.scripts] in ([], ["application/ld+json"])
    for words in ("Half true", "up to $92.5 million", "nothing is paid yet", "Not yet checked"):
        assert words in page
    reviews = json.loads(
        export(desk, "claimreview", "check.json", "--reviewer", "Desk", "--review-url", PAGE)
    )
    rated = [one for one in reviews if one["reviewRating"]["alternateName"] == "Half true"]
    assert_is_a_claim_review(rated[0], cost["statement"])


def text_of(text, kind):
    claim = next(one for one in seed.claims() if one.kind == kind)
    return text[claim.start : claim.end]


def export(desk, format, name, *more):
    path = desk.folder / name
    desk("export", "--article", desk.article, "--format", format, "--output", path, *more)
    return path.read_text()


def assert_is_a_claim_review(review, statement):
    """What those who read such pages ask for, field by field."""
    assert (review["@context"].rstrip("/"), review["@type"]) == (
        "https://schema.org",
        "ClaimReview",
    )
    assert review["claimReviewed"] == statement
    rating = review["reviewRating"]
    assert [float(rating[name]) for name in ("worstRating", "ratingValue", "bestRating")] == [
        1,
        3,
        5,
    ]
    assert review["url"].startswith(PAGE)
    assert review["author"]["name"] == "Desk"
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", review["datePublished"])
    item = review["itemReviewed"]
    assert item["author"]["name"] and item["datePublished"] == "2025-02-07"
    assert "https://news.example/detainers" in json.dumps(item)
    assert "What the city agreed to pay" in json.dumps(review["citation"])
