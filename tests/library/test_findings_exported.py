"""What the library hands to exports about verdicts, and who reviews."""

import json
from pathlib import Path

import pytest

from annotator.errors import ExportFailed, InvalidValue
from annotator.exporting.document import ExportOptions, Review
from annotator.library import Library
from annotator.library.handing_over import document

TEXT = "# The settlement\n\nThe lawsuit cost the city $92.5 million, the paper says.\n"
QUOTE = "The lawsuit cost the city $92.5 million"


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "l.annotator", create=True) as opened:
        yield opened


@pytest.fixture
def claim(library, tmp_path: Path):
    """A claim with a verdict that was changed once."""
    page = tmp_path / "a.md"
    page.write_text(TEXT, encoding="utf-8")
    article = library.import_file(page)
    library.set_details(
        article.id, url="https://a.example", published="2025-02-07", authors=["Ines Calder"]
    )
    start = article.text.index(QUOTE)
    made = library.session(article.id).claim(start, start + len(QUOTE), claimant="the article")
    library.claims.update(made.id, verdict="True", why="so they say")
    library.claims.update(made.id, verdict="Half true", why="the settlement says up to")
    return made


def exported(library, private: bool = False):
    [article] = document(library, [row.id for row in library.articles()], private).articles
    return article


def test_a_claim_goes_out_with_its_way_to_the_verdict(library, claim):
    [one] = exported(library).claims
    steps = [(e.before, e.after, e.why) for e in one.trail if e.action == "verdict"]
    assert steps == [
        ("", "True", "so they say"), ("True", "Half true", "the settlement says up to"),
    ]  # fmt: skip
    assert one.bounds == (1, 5)
    [passage] = one.passages
    assert (passage.quote, passage.locator) == (QUOTE, "¶ 1")


def test_the_verdict_on_the_article_goes_out(library, claim):
    [row] = library.articles()
    library.article_verdicts.give(row.id, "Mostly true", "All **but** one.")
    found = exported(library).judgement
    assert found.verdict is not None and found.verdict.name == "Mostly true"
    assert found.summary == "All **but** one."


@pytest.mark.parametrize("format", ["factcheck", "factcheck-md", "markdown", "claimreview"])
def test_private_evidence_and_marks_stay_here(library, claim, tmp_path, format):
    library.ledger.add(claim.id, url="https://open.example", title="Open")
    library.ledger.add(claim.id, url="https://secret.example", title="Secret", private=True)
    [row] = library.articles()
    session = library.session(row.id)
    session.highlight(4, 14, note="Whispered.", private=True)
    options = ExportOptions(review=Review("Desk", "https://desk.example"))
    out = tmp_path / "out"
    library.export(None, format, out, options)
    shown = out.read_text(encoding="utf-8")
    assert "https://open.example" in shown
    assert "secret.example" not in shown and "Whispered" not in shown
    library.export(None, format, out, options, private=True)
    assert "https://secret.example" in out.read_text(encoding="utf-8")


def test_the_page_tells_why(library, claim, tmp_path):
    out = tmp_path / "out.html"
    library.export(None, "factcheck", out)
    assert "the settlement says up to" in out.read_text(encoding="utf-8")


def test_who_reviews_is_a_setting_and_options_go_before_it(library, claim, tmp_path):
    out = tmp_path / "out.json"
    with pytest.raises(ExportFailed, match=r"author\.name"):
        library.export(None, "claimreview", out)
    assert not out.exists()
    library.review_settings.set(reviewer="The Desk", url="https://desk.example/check")
    library.export(None, "claimreview", out)
    [found] = json.loads(out.read_text(encoding="utf-8"))
    assert found["author"]["name"] == "The Desk" and found["url"] == "https://desk.example/check"
    library.export(None, "claimreview", out, ExportOptions(review=Review("Another")))
    assert json.loads(out.read_text(encoding="utf-8"))[0]["author"]["name"] == "Another"


def test_settings_of_the_review_are_kept_changed_and_undone(library):
    settings = library.review_settings
    assert settings.get() == Review()
    settings.set(reviewer="  The   Desk ", url="https://desk.example", date="2026-05")
    settings.set(url="")
    assert settings.get() == Review("The Desk", "", "2026-05")
    library.undo()
    assert settings.get().url == "https://desk.example"


def test_a_date_that_is_none_is_refused(library):
    with pytest.raises(InvalidValue, match="is no date"):
        library.review_settings.set(reviewer="The Desk", date="soon")
    assert library.review_settings.get() == Review()
