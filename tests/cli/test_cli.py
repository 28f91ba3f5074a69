"""The command line as others use it: a process, its output, its exit status."""

import os
import sqlite3
import sys

import pytest

TEXT = """What the bridge cost

The bridge was closed for eleven months, the city said on Monday, and nobody was told why.

Nobody knows who counted the months. The bridge was closed for eleven months, a newsletter wrote.
"""
TITLE = "What the bridge cost"


@pytest.fixture
def library(run, tmp_path):
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT, encoding="utf-8")
    path = tmp_path / "l.annotator"
    run("import", path, file)
    return path


def test_import_reports_each_file_and_refuses_in_one_sentence(run, tmp_path):
    good, empty = tmp_path / "a.txt", tmp_path / "b.txt"
    good.write_text(TEXT, encoding="utf-8")
    empty.write_bytes(b"")
    path = tmp_path / "l.annotator"
    reports, _err = run("import", path, good, good, empty, "--json")
    assert [report["status"] for report in reports] == ["imported", "already", "refused"]
    assert reports[0]["article"] == reports[1]["article"]
    assert reports[2]["article"] is None and reports[2]["message"].count("\n") == 0
    assert run("list", path, "--json")[0][0]["title"] == TITLE
    run("import", path, empty, status=1)


def test_a_file_one_may_not_read_is_refused_and_the_others_are_added(run, tmp_path):
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("everything is readable here")
    good, closed = tmp_path / "a.txt", tmp_path / "b.txt"
    for file in (good, closed):
        file.write_text(TEXT, encoding="utf-8")
    closed.chmod(0)
    reports, _err = run("import", tmp_path / "l.annotator", closed, good, "--json")
    assert [report["status"] for report in reports] == ["refused", "imported"]


def test_a_folder_is_searched_for_articles(run, tmp_path):
    folder = tmp_path / "saved" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "page.html").write_text(
        "<h1>A page</h1><p>With enough words in it to be read as an article.</p>", encoding="utf-8"
    )
    (folder / "picture.tiff").write_bytes(b"II*\0")
    reports, _err = run("import", tmp_path / "l.annotator", tmp_path / "saved", "--json")
    assert sorted(report["title"] for report in reports) == ["A page", TITLE]


def test_annotate_marks_claims_and_sources_in_one_undoable_step(run, library):
    made, err = run(
        "annotate", library, TITLE, "--quote", "closed for  eleven\nmonths", "--claim",
        "--claimant", "the city", "--kind", "number", "--verdict", "mostly TRUE", "--tag",
        "money / bridges", "--source", "doi:10.5555/12345", "--note", "Check *this*", "--json",
    )  # fmt: skip
    assert "2 times" in err
    assert made["quote"] == "closed for eleven months" and made["tags"] == ["money/bridges"]
    (claim,) = made["claims"]
    assert claim["statement"] == made["quote"] and claim["verdict"] == "Mostly true"
    assert claim["status"] == "checked" and claim["claimant"] == "the city"
    assert [source["url"] for source in claim["sources"]] == ["https://doi.org/10.5555/12345"]
    assert made["sources"] == [] and claim["sources"][0]["stance"] == "context"
    shown, _err = run("show", library, TITLE, "--json")
    assert shown["annotations"] == [made]
    text = shown["article"]["text"]
    assert text[made["start"] : made["end"]] == made["quote"]
    listed = run("list", library, "--json")[0][0]
    assert (listed["annotations"], listed["claims"], listed["claims_checked"]) == (1, 1, 1)


def test_the_same_passage_again_adds_to_its_mark(run, library):
    quote = ("--quote", "nobody was told why")
    first, _err = run("annotate", library, TITLE, *quote, "--note", "one", "--json")
    second, _err = run(
        "annotate", library, TITLE, *quote, "--note", "two", "--claim", "They kept it quiet",
        "--colour", "red", "--source", "example.org/x", "--json",
    )  # fmt: skip
    assert second["id"] == first["id"]
    assert second["note"] == "one\n\ntwo" and second["colour"] == "red"
    assert second["claims"][0]["statement"] == "They kept it quiet"
    third, _err = run("annotate", library, TITLE, *quote, "--source", "example.org/y", "--json")
    assert [source["url"] for source in third["sources"]] == ["https://example.org/y"]


def test_prefix_and_nth_choose_among_places(run, library):
    quote = ("--quote", "The bridge was closed for eleven months")
    first, err = run("annotate", library, TITLE, *quote, "--json")
    assert "2 times" in err
    second, err = run("annotate", library, TITLE, *quote, "--nth", "2", "--json")
    assert err == "" and second["start"] > first["start"]
    third, err = run(
        "annotate", library, TITLE, *quote, "--prefix", "counted the months.", "--json"
    )
    assert (third["id"], err) == (second["id"], "")
    _out, err = run("annotate", library, TITLE, *quote, "--nth", "3", status=1)
    assert "no place 3" in err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--quote", "words that are not there"], "not in the article"),
        (["--quote", "bridge", "--colour", "mauve"], "magenta"),
        (["--quote", "bridge", "--claim", "x", "--verdict", "Sort of"], "Half true"),
        (["--quote", "bridge", "--claim", "x", "--kind", "rumour"], "attribution"),
        (["--quote", "bridge", "--style", "blink"], "underline"),
        (["--quote", "bridge", "--source", "not a link"], "no link"),
        (["--quote", "bridge", "--source", "javascript:alert(1)"], "http"),
        (["--quote", "bridge", "--verdict", "True"], "--claim"),
        (["--quote", " "], "not in the article"),
        (["--page-note", "--claim", "x"], "passage"),
    ],
)
def test_a_wrong_value_is_one_sentence_and_writes_nothing(run, library, options, said):
    _out, err = run("annotate", library, TITLE, *options, status=1)
    assert said in err and err.strip().count("\n") == 0
    assert run("show", library, TITLE, "--json")[0]["annotations"] == []


def test_a_page_note_has_no_number_and_no_place(run, library):
    made, _err = run("annotate", library, TITLE, "--page-note", "--note", "All in all", "--json")
    assert (made["kind"], made["number"], made["start"], made["quote"]) == ("page", None, None, "")


def test_private_marks_have_no_number_and_stay_at_home(run, library, tmp_path):
    run("annotate", library, TITLE, "--quote", "nobody", "--private", "--note", "my guess")
    run("annotate", library, TITLE, "--quote", "newsletter", "--note", "for all to see")
    shown, _err = run("show", library, TITLE, "--json")
    assert [a["number"] for a in shown["annotations"]] == [None, 1]
    out = tmp_path / "o.md"
    run("export", library, "--format", "markdown", "--output", out)
    assert "for all to see" in out.read_text("utf-8") and "my guess" not in out.read_text("utf-8")
    run("export", library, "--format", "markdown", "--output", out, "--private")
    assert "my guess" in out.read_text("utf-8")


def test_set_changes_only_what_is_given(run, library):
    run("set", library, TITLE, "--author", "Ines Calder", "--author", "Tom Ferrier",
        "--url", "example.org/bridge", "--published", "2026-05")  # fmt: skip
    run("set", library, TITLE, "--site", "Coastal Review")
    (row,) = run("list", library, "--json")[0]
    assert row["author"] == "Ines Calder; Tom Ferrier" and row["site"] == "Coastal Review"
    assert row["url"] == "https://example.org/bridge" and row["published"] == "2026-05"
    assert "no date" in run("set", library, TITLE, "--published", "in May", status=1)[1]


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--doi", "not a doi", "“not a doi” is no DOI; it looks like 10.1000/182."),
        ("--doi", "https://example.org/10.5555/x", "is no DOI"),
        ("--published", "last week", "write it as 2026-05-12, 2026-05 or 2026"),
        ("--published", "2026-13", "no date"),
        ("--saved", "2026-02-30", "no date"),
        ("--url", "no url", "no link"),
        ("--title", " ", "needs a title"),
    ],
)
def test_set_refuses_what_is_none_in_one_sentence(run, library, option, value, said):
    before = run("list", library, "--json")[0]
    _out, err = run("set", library, TITLE, "--site", "A paper", option, value, status=1)
    assert said in err and err.strip().count("\n") == 0
    assert run("list", library, "--json")[0] == before


def test_set_gives_the_article_its_verdict_and_summary(run, library, tmp_path):
    article = run("list", library, "--json")[0][0]["id"]
    run("set", library, article, "--verdict", "Half true", "--summary", "The **months** differ.")
    page = tmp_path / "page.html"
    run("export", library, "--article", article, "--format", "factcheck", "--output", page)
    assert "Half true" in page.read_text() and "<strong>months</strong>" in page.read_text()
    _out, err = run("set", library, article, "--title", "New", "--verdict", "False", status=1)
    assert "say in one line why" in err
    assert run("list", library, "--json")[0][0]["title"] != "New"
    run("set", library, article, "--verdict", "False", "--why", "The register says so.")
    _out, err = run("set", library, article, "--why", "No verdict", status=2)
    assert "--why goes with --verdict" in err


def test_a_doi_is_kept_as_its_number_however_it_was_written(run, library):
    for written in ("10.5555/AB.1", "doi: 10.5555/AB.1", "https://doi.org/10.5555/AB.1", ""):
        run("set", library, TITLE, "--doi", written)
        connection = sqlite3.connect(library)
        [(kept,)] = connection.execute("SELECT doi FROM articles")
        connection.close()
        assert kept == ("10.5555/AB.1" if written else "")


def test_search_names_the_field_and_shows_the_words(run, library):
    run(
        "annotate", library, TITLE, "--quote", "newsletter", "--note", "a kestrel", "--tag", "birds"
    )
    hits, _err = run("search", library, "kestr", "--json")
    assert [(hit["field"], hit["snippet"]) for hit in hits] == [("note", "a kestrel")]
    assert {h["field"] for h in run("search", library, "bridge", "--json")[0]} == {"title", "text"}
    assert run("search", library, "nothing like it", "--json")[0] == []


def test_articles_are_named_by_id_prefix_or_title(run, library):
    (row,) = run("list", library, "--json")[0]
    assert run("show", library, row["id"][:8], "--json")[0]["article"]["id"] == row["id"]
    assert "annotator list" in run("show", library, "No such title", status=1)[1]


@pytest.mark.parametrize("command", ["list", "check", "search x", "show x", "export"])
def test_a_library_that_is_not_there_is_refused(run, tmp_path, command):
    name, *rest = command.split()
    if name == "export":
        rest = ["--format", "markdown", "--output", str(tmp_path / "o.md")]
    _out, err = run(name, tmp_path / "none.annotator", *rest, status=1)
    assert "no library at" in err
    assert not (tmp_path / "none.annotator").exists()


def test_check_says_when_all_is_well_and_when_not(run, library):
    assert "sound" in run("check", library)[0]
    connection = sqlite3.connect(library)
    connection.execute("UPDATE articles SET title = 'forged'")
    connection.commit()
    connection.close()
    assert "history" in run("check", library, status=1)[0]


@pytest.mark.parametrize(
    ("format", "options", "said"),
    [
        ("pdf", ["--whole"], "--whole goes with --format markdown, factcheck, factcheck-md only."),
        ("markdown", ["--reviewer", "D"], "with --format factcheck, factcheck-md, claimreview"),
        ("pdf", ["--review-url", "u"], "with --format factcheck, factcheck-md, claimreview only."),
        ("factcheck", ["--incomplete"], "--incomplete goes with --format claimreview only."),
        ("markdown", ["--joined"], "--joined goes with --format pdf only."),
        ("markdown", ["--name", "Ada"], "--name goes with --format pdf only."),
        ("markdown", ["--course", "C"], "--course goes with --format pdf only."),
        ("Markdown", ["--date", "2026"], "--date goes with --format pdf only."),
        ("markdown", ["--paper", "a4"], "--paper goes with --format pdf only."),
        ("pdf", ["--name", "Ada"], "--name stands on the cover, which --joined makes"),
    ],
)
def test_an_option_without_effect_is_refused(run, library, tmp_path, format, options, said):
    out = tmp_path / "out"
    _out, err = run("export", library, "--format", format, "--output", out, *options, status=2)
    assert said in " ".join(err.split())
    assert not out.exists()


def test_an_unknown_format_lists_those_there_are(run, library, tmp_path):
    _out, err = run("export", library, "--format", "papyrus", "--output", tmp_path / "o", status=1)
    assert "markdown" in err and "pdf" in err
    assert not (tmp_path / "o").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_file_whose_name_is_no_text_is_taken_in_like_any_other(run, tmp_path):
    folder, library = tmp_path / "saved", tmp_path / "l.annotator"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9-au-lait.txt")).write_text("The council met on Monday.\n" * 3)
    (folder / os.fsdecode(b"\xff.txt")).write_text("The mayor did not come.\n" * 3)
    reports, _err = run("import", library, folder, "--json")
    assert [(one["status"], one["title"]) for one in reports] == [
        ("imported", "caf au lait"), ("imported", ".txt"),
    ]  # fmt: skip
    assert os.fsencode(reports[0]["file"]).endswith(b"caf\xe9-au-lait.txt")
    assert run("check", library)[1] == ""
