"""``claims`` and ``claim``."""

import json

import pytest
from click.testing import CliRunner

from annotator.cli import commands
from annotator.errors import InvalidValue, NotFound, UserFacingError
from tests.store.builders import add_article, open_library, small_article

PAGE = """<html><head><title>Bridge shut for a year</title></head><body><article>
<h1>Bridge shut for a year</h1>
<figure><img src="a.png" alt=""><figcaption>Nobody crosses the river now.</figcaption></figure>
<p>The council closed the bridge in May after an inspection found cracks in two of its piers, and
said that it would open again when the work was done.</p>
<p>Engineers had warned of the cracks three years before, in a report that nobody read.</p>
</article></body></html>"""


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A library with an article of two claims and another of one."""
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))
    with open_library(tmp_path / "l.annotator") as library:
        session = library.session(add_article(library))
        text = session.article.text
        for words, fields in (
            ("eleven months", {"kind": "number", "claimant": "the city", "verdict": "True"}),
            ("two faced the road", {"kind": "number"}),
        ):
            start = text.index(words)
            session.claim(start, start + len(words), **fields)
        other = library.session(add_article(library, small_article(title="Another")))
        start = other.article.text.index("beyond doubt")
        other.claim(start, start + 12)
    return tmp_path / "l.annotator"


@pytest.fixture
def run():
    """Runs a command in this process; what it prints, or the error it raises."""

    def call(*arguments):
        done = CliRunner().invoke(commands, [str(a) for a in arguments], standalone_mode=False)
        if done.exception:
            raise done.exception
        return json.loads(done.output) if "--json" in arguments else done.output

    return call


def test_a_claim_as_json_has_everything(path, run):
    assert run("claim", path, "C1", "--assignee", "Ruiz") == ""
    (claim,) = run("claims", path, "--json", "--verdict", "true")
    assert run("claim", path, "1", "--json") == claim
    assert {name: claim[name] for name in ("number", "statement", "kind", "claimant")} == {
        "number": 1, "statement": "eleven months", "kind": "number", "claimant": "the city",
    }  # fmt: skip
    assert (claim["verdict"], claim["status"], claim["origins"]) == ("True", "checked", 0)
    assert (claim["assignee"], claim["reviewer"], claim["sources"]) == ("Ruiz", None, [])
    assert [(step["action"], step["after"]) for step in claim["trail"]] == [
        ("verdict", "True"), ("assignee", "Ruiz"),
    ]  # fmt: skip
    article = run("list", path, "--json")
    place = claim["passages"][0]
    assert place["article"] in {row["id"] for row in article}
    shown = run("show", path, place["article"], "--json")["annotations"]
    assert [mark["claims"] for mark in shown if mark["id"] == place["annotation"]] == [[claim]]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((), [1, 2, 3]),
        (("--descending",), [3, 2, 1]),
        (("--order", "claimant"), [1, 2, 3]),
        (("--verdict", "none"), [2, 3]),
        (("--status", "To Check", "--kind", "number"), [2]),
        (("--claimant", "The City"), [1]),
        (("--article", "Another"), [3]),
        (("--no-source",), [1, 2, 3]),
        (("--one-origin",), []),
        (("--text", "road"), [2]),
    ],
)
def test_claims_are_filtered_and_ordered(path, run, filters, found):
    assert [claim["number"] for claim in run("claims", path, "--json", *filters)] == found


def test_claims_as_a_table(path, run):
    lines = run("claims", path).splitlines()
    assert lines[0].split()[:2] == ["#", "claim"]
    assert lines[2].split() == ["C1", "eleven", "months", "number", "the", "city", "True",
                                "checked", "0"]  # fmt: skip
    assert len(lines) == 5


@pytest.mark.parametrize(
    ("filters", "error", "words"),
    [
        (("--verdict", "Maybe"), InvalidValue, "True, Mostly true"),
        (("--kind", "poem"), InvalidValue, "number, quote"),
        (("--status", "done"), InvalidValue, "to check"),
        (("--order", "colour"), InvalidValue, "number, statement"),
        (("--assignee", "Nobody"), NotFound, "“Nobody”"),
        (("--article", "Nothing"), NotFound, "No article"),
        (("--check-again-by", "soon"), InvalidValue, "no date"),
    ],
)
def test_filters_that_mean_nothing_are_said(path, run, filters, error, words):
    with pytest.raises(error, match=words):
        run("claims", path, *filters)


def test_a_claim_is_changed(path, run):
    changed = run(
        "claim", path, "c2", "--statement", "Two sensors faced the road.", "--kind", "fact",
        "--claimant", "the city", "--verdict", "mostly false", "--why", "It was three.",
        "--assignee", "Ruiz", "--reviewer", "Ortiz", "--as-of", "2026-05-09",
        "--check-again", "2027", "--json",
    )  # fmt: skip
    assert (changed["statement"], changed["kind"]) == ("Two sensors faced the road.", "fact")
    assert (changed["verdict"], changed["status"]) == ("Mostly false", "checked")
    assert (changed["reasoning"], changed["as_of"]) == ("It was three.", "2026-05-09")
    assert (changed["check_again"], changed["reviewer"]) == ("2027", "Ortiz")
    assert changed["trail"][0]["why"] == "It was three."
    with pytest.raises(InvalidValue, match="what is missing with --why"):
        run("claim", path, "C2", "--status", "Sent back")
    back = run("claim", path, "C2", "--status", "sent back", "--why", "Which page?", "--reasoning",
               "See *p. 3*.", "--json")  # fmt: skip
    assert [said["text"] for said in back["comments"]] == ["Which page?"]
    assert (back["status"], back["reasoning"]) == ("sent back", "See *p. 3*.")
    assert run("claim", path, "C2", "--reviewer", "", "--json")["reviewer"] is None


def test_another_verdict_needs_a_word(path, run):
    with pytest.raises(InvalidValue, match="say in one line why"):
        run("claim", path, "C1", "--verdict", "False", "--kind", "fact")
    assert run("claim", path, "C1", "--json")["kind"] == "number"
    run("claim", path, "C1", "--verdict", "False", "--why", "It was nine.")
    run("claim", path, "C1", "--verdict", "", "--why", "Open again.")
    claim = run("claim", path, "C1", "--json")
    assert (claim["verdict"], claim["status"], claim["as_of"]) == (None, "to check", "")
    assert [step["why"] for step in claim["trail"]] == ["", "It was nine.", "Open again."]


def test_outcomes_ask_for_a_reason(path, run):
    with pytest.raises(InvalidValue, match="one line why"):
        run("claim", path, "C3", "--verdict", "opinion")
    run("claim", path, "C3", "--verdict", "opinion", "--reasoning", "A judgement.")
    assert run("claim", path, "C3", "--json")["status"] == "set aside"


def test_a_claim_is_shown(path, run):
    run("claim", path, "C1", "--verdict", "False", "--why", "It was nine.")
    shown = run("claim", path, "C1")
    assert shown.startswith("C1 · False · as of ")
    assert "number · said by the city" in shown
    assert "The bridge · ¶ 1: “eleven months”" in shown
    assert "verdict, True → False (It was nine.)" in shown


@pytest.mark.parametrize("named", ["C9", "nothing"])
def test_what_names_no_claim_is_said(path, run, named):
    with pytest.raises(NotFound, match="annotator claims"):
        run("claim", path, named)


def test_why_goes_with_what_it_explains(path, run):
    with pytest.raises(Exception, match="--why goes with"):
        run("claim", path, "C1", "--statement", "x", "--why", "y")


def test_who_said_it_is_never_made_up_and_is_one_line(path, run):
    made = run("annotate", path, "Another", "--quote", "a spokesman told reporters", "--claim",
               "--json")  # fmt: skip
    label = f"C{made['claims'][0]['number']}"
    assert made["claims"][0]["claimant"] == ""
    run("claim", path, label, "--claimant", " The  Article ")
    assert run("claim", path, label, "--json")["claimant"] == "the article"
    run("claim", path, label, "--claimant", "Ada Miller,\nmayor")
    assert run("claim", path, label, "--json")["claimant"] == "Ada Miller, mayor"
    with pytest.raises(InvalidValue, match="a name of at most 200 characters"):
        run("claim", path, label, "--claimant", "x" * 201)


def test_nothing_is_written_where_one_value_is_wrong(path, run):
    with pytest.raises(UserFacingError, match="no date"):
        run("claim", path, "C2", "--claimant", "me", "--as-of", "soon")
    assert run("claim", path, "C2", "--json")["claimant"] == ""


def test_what_stands_in_the_headline_or_a_caption_is_cited_so_wherever_it_goes(
    tmp_path, run, monkeypatch
):
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))
    page, library, report = (tmp_path / name for name in ("p.html", "l.annotator", "out.md"))
    page.write_text(PAGE, encoding="utf-8")
    run("import", library, page)
    for quote, claim in (("shut for a year", True), ("Nobody crosses", False)):
        made = ("--claim",) if claim else ("--note", "Whose picture?")
        run("annotate", library, "Bridge shut for a year", "--quote", quote, *made)
    shown = run("show", library, "Bridge shut for a year")
    assert "1  headline" in shown and "2  caption" in shown
    assert "Bridge shut for a year · headline: “shut for a year”" in run("claim", library, "C1")
    for format, cited in (("markdown", "1 · headline"), ("factcheck-md", "\n\nheadline\n")):
        run("export", library, "--format", format, "--output", report)
        assert cited in report.read_text(encoding="utf-8")


def test_a_very_long_statement_leaves_room_for_the_others_in_the_table(path, run):
    said = "Residents say that the smell is back. " * 60
    run("claim", path, "C1", "--statement", f"  {said}\n")
    out = run("claims", path)
    assert len(out.splitlines()) < 20 and "…" in out
    assert run("claims", path, "--json")[0]["statement"] == said.strip()


def test_the_trail_says_in_words_which_claims_became_one_and_which_several(path, run):
    with open_library(path) as library:
        first, second = (library.claims.find(label) for label in ("C1", "C2"))
        statement = library.claims.get(second).statement
        library.claims.merge(first, second)
        passages = library.claims.passages(first)
        split = library.claims.split(first, [passages[1].annotation])
    kept = run("claim", path, "C1")
    assert f"C2 was merged into this: “{statement}”" in kept
    assert f"{split.label} was split off" in kept
    assert "split off from C1" in run("claim", path, split.label)


def test_a_claim_that_nobody_rates_is_never_checked(path, tmp_path):
    with open_library(path) as library:
        (first, *_more) = [row.id for row in library.claims.rows()]
        library.claims.update(first, "It is what they think.", verdict="Opinion")
        with pytest.raises(InvalidValue, match="is “Opinion”, so it is set aside"):
            library.claims.update(first, status="checked")
        assert library.claims.get(first).status == "set aside"
        library.claims.update(first, "They gave a number.", verdict="True", status="checked")
        assert library.claims.get(first).status == "checked"
