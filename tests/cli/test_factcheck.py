"""Fact-checks and ClaimReviews by command."""

import json

import pytest


@pytest.fixture
def library(run, tmp_path):
    """A library with one claim that has a verdict, and one that has none."""
    library, page = tmp_path / "l.annotator", tmp_path / "a.txt"
    page.write_text("The settlement\n\nIt cost the city $92.5 million. It was late.\n", "utf-8")
    run("import", library, page)
    run(
        "set", library, "The settlement", "--url", "https://a.example", "--published", "2025-02-07",
        "--author", "Ines Calder",
    )  # fmt: skip
    for quote, options in (
        ("It cost the city $92.5 million", ["--verdict", "Half true", "--claimant", "the article"]),
        ("It was late", ["--claimant", "Conor O’Neill"]),
    ):
        run("annotate", library, "The settlement", "--quote", quote, "--claim", *options)
    return library


def export(run, library, out, *options, status=0, format="claimreview"):
    return run(
        "export", library, "--format", format, "--output", out, *options, status=status
    )  # fmt: skip


def test_a_review_without_reviewer_and_address_is_refused_field_by_field(run, library, tmp_path):
    out = tmp_path / "review.json"
    _out, err = export(run, library, out, status=1)
    assert [line.split(": ")[:2] for line in err.strip().split("\n")[:2]] == [
        ["C1", "author.name"], ["C1", "url"],
    ]  # fmt: skip
    assert not out.exists()


def test_a_complete_review_is_written(run, library, tmp_path):
    out = tmp_path / "review.json"
    export(
        run, library, out, "--reviewer", "Desk", "--review-url", "https://desk.example/1",
        "--review-date", "2026-05-12",
    )  # fmt: skip
    [found] = json.loads(out.read_text("utf-8"))
    assert found["author"]["name"] == "Desk" and found["url"] == "https://desk.example/1"
    assert found["datePublished"] == "2026-05-12"
    assert found["itemReviewed"]["author"] == {"@type": "Person", "name": "Ines Calder"}
    assert found["reviewRating"]["ratingValue"] == 3


def test_an_incomplete_one_is_written_on_demand_and_said_to_be_so(run, library, tmp_path):
    out = tmp_path / "review.json"
    _out, err = export(run, library, out, "--incomplete")
    assert "2 fields are missing" in err
    assert len(json.loads(out.read_text("utf-8"))) == 1


def test_a_date_that_is_none_is_refused(run, library, tmp_path):
    out = tmp_path / "review.json"
    _out, err = export(run, library, out, "--review-date", "soon", status=1)
    assert "is no date" in err and not out.exists()


@pytest.mark.parametrize("format", ["factcheck", "factcheck-md"])
def test_a_page_holds_checked_claims_and_open_ones(run, library, tmp_path, format):
    out = tmp_path / "page"
    export(run, library, out, "--reviewer", "The Desk", format=format)
    shown = out.read_text("utf-8")
    for expected in ("The settlement", "Half true", "Not yet checked", "Checked by The Desk"):
        assert expected in shown


def test_an_address_without_a_host_is_refused_in_a_sentence(run, library, tmp_path):
    out = tmp_path / "review.json"
    for address in ("https://", "https://#C1", "desk.example/1"):
        _out, err = export(run, library, out, "--review-url", address, status=1)
        assert err.count("\n") == 1 and f"“{address}” is no web address" in err
    assert not out.exists()


def test_the_day_a_claim_was_made_goes_out_else_the_articles(run, library, tmp_path):
    review = ("--reviewer", "Desk", "--review-url", "https://desk.example/1")
    for options, day in (((), "2025-02-07"), (("--claimed", "2025-02-01"), "2025-02-01")):
        run("claim", library, "C1", *options)
        export(run, library, out := tmp_path / f"{day}.json", *review)
        assert json.loads(out.read_bytes())[0]["itemReviewed"]["datePublished"] == day
    run(
        "annotate", library, "The settlement", "--quote", "$92.5 million", "--claim",
        "--claimed", "2025-01",
    )  # fmt: skip
    assert run("claims", library, "--json")[0][2]["claimed"] == "2025-01"
