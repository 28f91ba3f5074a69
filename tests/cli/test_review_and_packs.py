"""``review`` and ``pack`` as scripts call them."""

import pytest

TEXT = "The harbour study\n\nThe harbour office says particulates fell by 38 percent.\n"
FELL = "particulates fell by 38 percent"


@pytest.fixture
def library(run, tmp_path):
    file = tmp_path / "study.txt"
    file.write_text(TEXT)
    path = tmp_path / "l.annotator"
    (report,), _err = run("import", path, file, "--json")
    details = ("--author", "Staff", "--site", "S", "--url", "example.org/a", "--published", "2026")
    run("set", path, report["article"], *details)
    return path


def test_review_lists_what_is_open_and_only_strict_fails(run, library):
    assert run("review", library)[0] == "Nothing is open.\n"
    assert run("review", library, "--strict")[1] == ""
    run("annotate", library, "The harbour study", "--quote", FELL, "--claim")
    out, err = run("review", library)
    assert out.splitlines()[0].split(maxsplit=1) == [
        "no-source", "C1: it has no source.  (The harbour study)",
    ]  # fmt: skip
    assert err == "2 lines are open.\n"
    run("review", library, "--strict", status=1)
    lines, _err = run("review", library, "--article", "The harbour study", "--json")
    assert [line["rule"] for line in lines] == ["no-source", "no-verdict"]
    assert all(line["claim"] and line["annotation"] and line["article"] for line in lines)


def test_a_pack_goes_from_one_library_to_another(run, library, tmp_path):
    run("annotate", library, "The harbour study", "--quote", FELL, "--note", "Which months?",
        "--tag", "question")  # fmt: skip
    pack, other = tmp_path / "c.annotator-pack", tmp_path / "other.annotator"
    run("pack", "export", library, pack, "--name", "Course", "--sources", "2", "--scale", "rumours",
        "--other-person")  # fmt: skip
    out, _err = run("pack", "apply", other, pack)
    assert out == "Course: 1 article and 1 question added.\n"
    run("annotate", other, "The harbour study", "--quote", FELL, "--claim", "--verdict", "Outdated")
    lines, _err = run("review", other, "--json")
    assert {"question", "unfinished"} <= {line["rule"] for line in lines}
    _out, err = run("claim", other, "C1", "--status", "checked", status=1)
    assert "somebody else looks over a verdict" in err


def test_a_question_on_no_passage_stays_here_and_is_told(run, library, tmp_path):
    pack = tmp_path / "c.annotator-pack"
    asked = ("annotate", library, "The harbour study", "--tag", "question", "--note", "Why?")
    run(*asked, "--quote", FELL)
    assert run("pack", "export", library, pack)[1] == ""
    run(*asked, "--page-note")
    _out, err = run("pack", "export", library, pack)
    assert err == "1 question is on no passage and stays here; mark the words it is about.\n"
    assert run("pack", "export", library, pack, "--no-articles")[1] == ""
    out, _err = run("pack", "apply", tmp_path / "other.annotator", pack)
    assert "0 articles" in out


def test_no_scale_is_switched_by_a_pack_where_verdicts_of_another_one_are(run, library, tmp_path):
    pack, other = tmp_path / "c.annotator-pack", tmp_path / "other.annotator"
    run("pack", "export", library, other.with_suffix(".annotator-pack"))
    run("pack", "apply", other, other.with_suffix(".annotator-pack"))
    mark = ("annotate", library, "The harbour study", "--quote", FELL, "--claim", "--verdict")
    run(*mark, "False")
    _out, err = run("pack", "export", library, pack, "--scale", "six-point", status=1)
    assert "since “False”" in err and "in the window" in err and not pack.exists()
    run(*mark, "Half true")  # still of the scale in use
    run("pack", "export", other, pack, "--scale", "six-point")
    out, err = run("pack", "apply", library, pack)
    assert "added" in out and "The scale stays “five-point”" in err
    lines, _err = run("review", library, "--json")
    assert "other-scale" not in {line["rule"] for line in lines}


def test_a_pack_that_is_none_makes_no_library(run, library, tmp_path):
    bad, other = tmp_path / "bad.annotator-pack", tmp_path / "other.annotator"
    bad.write_text("hello")
    _out, err = run("pack", "apply", other, bad, status=1)
    assert err == "This is no pack, or a damaged one; ask for the file again.\n"
    assert not other.exists()
    _out, err = run("pack", "apply", other, tmp_path / "nowhere", status=1)
    assert "cannot be read" in err and not other.exists()
    _out, err = run("pack", "export", library, tmp_path / "x", "--scale", "stars", status=1)
    assert "five-point" in err


def test_a_pack_that_cannot_be_written_changes_no_rule(run, library, tmp_path):
    pack = tmp_path / "c.annotator-pack"
    for where, option, said in (
        (pack, ("--scale", "stars"), "five-point"),
        (pack, ("--article", "nowhere"), "No article is called"),
        (pack, ("--tag", " / "), "A tag needs a name"),
        (tmp_path / "none" / "x", ("--scale", "rumours"), "does not exist"),
        (".", (), "is a folder"), (tmp_path / "none" / "-wal", (), "does not exist"),
    ):  # fmt: skip
        out, err = run("pack", "export", library, where, "--sources", "2", *option, status=1)
        assert out == "" and said in err
    run("annotate", library, "The harbour study", "--quote", FELL, "--claim", "--verdict", "True",
        "--source", "https://example.org/a")  # fmt: skip
    lines, _err = run("review", library, "--json")
    assert {line["rule"] for line in lines} == {"one-origin", "no-reasoning"}
    assert not pack.exists()
