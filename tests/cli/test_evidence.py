"""``annotator evidence`` as others use it: a process, its output, its exit status."""

import hashlib
import os
import sqlite3
from datetime import date

import pytest

TEXT = """What the bridge cost

The bridge was closed for eleven months, the city said on Monday, and nobody was told why.
"""
REPORT = """The inspectors' report

The inspectors closed the bridge for nine months, their report says.
"""


@pytest.fixture
def library(run, tmp_path):
    path = tmp_path / "l.annotator"
    for name, text in (("bridge.txt", TEXT), ("report.txt", REPORT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        run("import", path, tmp_path / name)
    run("annotate", path, "What the bridge cost", "--quote", "closed for eleven months", "--claim")
    return path


def evidence(run, library):
    shown = run("show", library, "What the bridge cost", "--json")[0]
    return shown["annotations"][0]["claims"][0]["sources"]


def test_a_link_is_brought_to_a_claim_by_its_number(run, library):
    made, _err = run(
        "evidence", library, "C1", "--url", "example.org/minutes", "--stance", "refutes",
        "--type", "primary", "--title", "Minutes", "--author", "C. Clerk", "--publisher", "City",
        "--published", "2026-05", "--archive", "https://archive.org/x", "--locator", "p. 31",
        "--note", "Signed.", "--private", "--origin", "City hall", "--json",
    )  # fmt: skip
    assert made == {
        **made, "url": "https://example.org/minutes", "stance": "refutes", "type": "primary",
        "title": "Minutes", "author": "C. Clerk", "publisher": "City", "published": "2026-05",
        "archive_url": "https://archive.org/x", "locator": "p. 31", "note": "Signed.",
        "private": True, "origin": "City hall", "accessed": date.today().isoformat(),
        "check": None,
    }  # fmt: skip
    assert [entry["id"] for entry in evidence(run, library)] == [made["id"]]
    out, _err = run("evidence", library, "1", "--doi", "10.5555/abc", "--accessed", "2026-01-02")
    assert out.splitlines() == ["context: https://doi.org/10.5555/abc", "C1: 2 entries, 2 origins"]


def test_a_passage_of_another_article_is_marked_and_checked(run, library):
    call = ("evidence", library, "C1", "--from", "The inspectors' report", "--stance", "refutes")
    made, _err = run(*call, "--quote", "closed the bridge for  nine months", "--json")
    (mark,) = run("show", library, "The inspectors' report", "--json")[0]["annotations"]
    assert (made["annotation"], made["title"]) == (mark["id"], "The inspectors' report")
    assert mark["quote"] == "closed the bridge for nine months"
    assert made["check"] == {"state": "exact", "score": 1.0, "before": "", "parts": []}
    _out, err = run(*call, "--quote", "closed the bridge for ten months", status=1)
    assert "closed the bridge for nine months" in err and err.count("\n") == 1
    run(*call, "--quote", "closed the bridge for nine months")
    assert len(run("show", library, "The inspectors' report", "--json")[0]["annotations"]) == 1


def test_what_is_quoted_from_an_articles_address_is_looked_up(run, library):
    run("set", library, "The inspectors' report", "--url", "https://example.org/report")
    out, _err = run(
        "evidence", library, "C1", "--url", "https://example.org/report", "--quote",
        "closed the bridge for six months",
    )  # fmt: skip
    assert out.splitlines()[1:4] == [
        "    “closed the bridge for six months”: the words differ",
        "        quoted: closed the bridge for [-six-] months",
        "        source: closed the bridge for {+nine+} months",
    ]
    [entry] = evidence(run, library)
    assert (entry["check"]["state"], entry["check"]["parts"]) == ("differs", [
        {"kind": "equal", "quote": "closed the bridge for", "source": "closed the bridge for"},
        {"kind": "replaced", "quote": "six", "source": "nine"},
        {"kind": "equal", "quote": "months", "source": "months"},
    ])  # fmt: skip


def test_a_claim_tells_its_entries_apart_by_quote_and_place(run, library):
    run("set", library, "The inspectors' report", "--url", "https://example.org/report")
    quotes = ("The inspectors closed the bridge", "their report says", "")
    for quote, place in zip(quotes, ("p. 1", "p. 2", "p. 3"), strict=True):
        run("evidence", library, "C1", "--url", "https://example.org/report", "--title", "Report",
            "--quote", quote, "--locator", place)  # fmt: skip
    shown = run("claim", library, "C1")[0]
    told = [line.strip() for line in shown.splitlines()]
    assert [line for line in told if "Report" in line or "the words" in line] == [
        "context: Report, p. 1", "“The inspectors closed the bridge”: the words stand there",
        "context: Report, p. 2", "“their report says”: the words stand there",
        "context: Report, p. 3",
    ]  # fmt: skip


def test_a_bound_that_a_quotation_leaves_out_is_told(run, library, tmp_path):
    text = "Deal\n\nThe city agreed to pay up to $92.5 million over nine years, it said.\n"
    (tmp_path / "deal.txt").write_text(text, encoding="utf-8")
    run("import", library, tmp_path / "deal.txt")
    run("set", library, "Deal", "--url", "https://example.org/deal")
    given = ("evidence", library, "C1", "--url", "https://example.org/deal", "--quote",
             "$92.5 million over nine years")  # fmt: skip
    assert "        the source has “up to” before it" in run(*given)[0].splitlines()


def test_a_file_is_kept_on_demand(run, library, tmp_path):
    file = tmp_path / "log.csv"
    file.write_bytes(b"day,cars\n")
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    made, _err = run("evidence", library, "C1", "--file", file, "--type", "data", "--json")
    assert (made["file"], made["file_sha256"], made["accessed"]) == ("log.csv", sha256, "")
    assert kept(library, sha256) == 0
    run("evidence", library, "C1", "--file", file, "--store")
    assert kept(library, sha256) == 1
    run("check", library)
    run("evidence", library, "C1", "--file", tmp_path / "gone.csv", status=1)


def kept(library, sha256):
    with sqlite3.connect(library) as connection:
        query = "SELECT count(*) FROM originals WHERE sha256 = ?"
        (count,) = connection.execute(query, [sha256]).fetchone()
    connection.close()
    return count


def test_requests_and_searches_are_logged(run, library):
    run("evidence", library, "C1", "--type", "request", "--title", "Mayor", "--asked", "2026-05-01",
        "--deadline", "2026-05-03", "--outcome", "no answer")  # fmt: skip
    out, _err = run(
        "evidence", library, "C1", "--type", "search", "--where", "archive.org", "--query",
        "bridge closed", "--asked", "2026-05-01", "--outcome", "nothing found",
    )  # fmt: skip
    assert out.splitlines()[-1] == "C1: 2 entries, 0 origins"
    request, search = evidence(run, library)
    assert (request["deadline"], request["outcome"], request["accessed"]) == (
        "2026-05-03", "no answer", "",
    )  # fmt: skip
    assert (search["place"], search["query"]) == ("archive.org", "bridge closed")
    assert (search["outcome"], search["url"]) == ("nothing found", "")
    _out, err = run("evidence", library, "C1", "--type", "search", "--where", "here", status=1)
    assert "searched for" in err


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--url", "javascript:alert(1)"), 1),
        (("--url", "https://example.org", "--stance", "proves"), 1),
        (("--doi", "example.org/page"), 1),
        ((), 1),
        (("--from", "What the bridge cost", "--quote", "closed for eleven months"), 1),
        (("--from", "No such article", "--quote", "words"), 1),
        (("--from", "The inspectors' report"), 2),
        (("--url", "https://example.org", "--doi", "10.5555/abc"), 2),
        (("--url", "https://example.org", "--store"), 2),
    ],
)
def test_what_is_wrong_is_one_sentence_and_nothing_is_written(run, library, options, status):
    _out, err = run("evidence", library, "C1", *options, status=status)
    assert err.strip()
    assert evidence(run, library) == []


def test_a_claim_that_is_none_is_refused(run, library):
    run("evidence", library, "C9", "--url", "https://example.org", status=1)


def test_private_evidence_goes_out_only_when_asked_for(run, library, tmp_path):
    run("evidence", library, "C1", "--url", "https://secret.example/a", "--title", "A secret",
        "--private")  # fmt: skip
    run("evidence", library, "C1", "--url", "https://open.example/b", "--title", "An open book")
    out = tmp_path / "out.md"
    call = ("export", library, "--article", "What the bridge cost", "--format", "markdown")
    run(*call, "--output", out)
    text = out.read_text(encoding="utf-8")
    assert "An open book" in text and "secret" not in text
    run(*call, "--output", out, "--private")
    assert "A secret" in out.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="arguments are bytes on POSIX only")
def test_bytes_that_are_no_text_are_no_crash(run, library, tmp_path):
    file = tmp_path / os.fsdecode(b"log-\xff.csv")
    file.write_bytes(b"1\n")
    made, _err = run("evidence", library, "C1", "--file", file, "--title",
                     os.fsdecode(b"Log\xff"), "--note", "a\x07b", "--json")  # fmt: skip
    assert (made["file"], made["title"], made["note"]) == ("log-.csv", "Log", "ab")
    for call in (("show", library, os.fsdecode(b"\xff")),
                 ("annotate", library, "What the bridge cost", "--quote", "nobody was",
                  "--note", os.fsdecode(b"\xff"))):  # fmt: skip
        _out, err = run(*call, status=1)
        assert "UTF-8" in err and err.count("\n") == 1


@pytest.mark.parametrize("format_", ["factcheck", "factcheck-md", "markdown"])
def test_what_goes_out_says_of_a_false_quotation_that_it_is_one(run, library, tmp_path, format_):
    address = "https://example.org/report"
    run("set", library, "The inspectors' report", "--url", address)
    for quote in ("closed the bridge for six months", "nobody has ever driven there by night"):
        run("evidence", library, "C1", "--url", address, "--quote", quote)
    out = tmp_path / "out"
    run(
        "export", library, "--article", "What the bridge cost", "--format", format_, "--output", out
    )
    made = out.read_text(encoding="utf-8")
    assert made.count("the source words it differently") == 1
    assert made.count("not found in the source as saved") == 1
