"""PDFs on the command line: read, marked, shown, unlocked, handed over."""

import io

import pypdf
import pytest

from annotator.library import Library
from tests.library.paged import small_pdf
from tests.pdf_making import Sheet, make_pdf


def locked(password):
    """The small PDF, to be opened with a password only."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(small_pdf()))
    writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.fixture
def library(run, tmp_path):
    file = tmp_path / "bridges.pdf"
    file.write_bytes(small_pdf())
    path = tmp_path / "l.annotator"
    run("import", path, file)
    return path


def test_words_of_a_pdf_are_marked_and_shown_with_their_page(run, library):
    made, _err = run("annotate", library, "bridges", "--quote", "carried  ice", "--json")
    assert (made["kind"], made["quote"], made["page"], made["rect"]) == (
        "highlight", "carried ice", 2, None,
    )  # fmt: skip
    shown, _err = run("show", library, "bridges", "--json")
    assert shown["article"]["format"] == "pdf" and shown["annotations"] == [made]
    text = shown["article"]["text"]
    assert text[made["start"] : made["end"]] == "carried ice"
    assert "p. 2" in run("show", library, "bridges")[0]


def test_an_area_of_a_page(run, library):
    arguments = ("--page", 2, "--rect", "30,40,100.5,50", "--note", "chart", "--colour", "red")
    made, _err = run("annotate", library, "bridges", *arguments, "--claim", "It grew.", "--json")
    assert (made["kind"], made["page"], made["rect"]) == ("area", 2, [30.0, 40.0, 100.5, 50.0])
    assert (made["start"], made["end"], made["quote"], made["number"]) == (None, None, "", 1)
    assert made["claims"][0]["statement"] == "It grew." and made["comments"] == []
    again, _err = run("annotate", library, "bridges", *arguments[:4], "--tag", "x", "--json")
    assert (again["id"], again["tags"]) == (made["id"], ["x"])


def test_pages_without_text_are_said_to_have_none(run, tmp_path):
    file, library = tmp_path / "scan.pdf", tmp_path / "s.annotator"
    file.write_bytes(make_pdf(Sheet()))
    out, err = run("import", library, file)
    assert out == "Added: scan\n"
    assert err == "“scan” has no text; mark areas of its pages with --page and --rect.\n"
    (report,), err = run("import", tmp_path / "t.annotator", file, "--json")
    assert "--page and --rect" in report["message"] and err == ""
    run("annotate", library, "scan", "--page", 1, "--rect", "1,2,30,40")


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("--page", 2), 2, "both --page and --rect"),
        (("--rect", "1,2,3,4"), 2, "both --page and --rect"),
        (("--page", 1, "--rect", "1,2,3"), 2, "is no rectangle"),
        (("--page", 1, "--rect", "1,2,3,4", "--quote", "ice"), 2, "--quote, an area"),
        (("--page", 3, "--rect", "1,2,3,4"), 1, "There is no page 3"),
        (("--page", 0, "--rect", "1,2,3,4"), 1, "There is no page 0"),
        (("--page", 1, "--rect", "900,2,30,40"), 1, "not on page 1"),
        (("--page", 1, "--rect", "1,2,30,40", "--claim", ""), 1, "no words in an area"),
    ],
)
def test_an_area_that_is_none_is_a_sentence(run, library, arguments, status, sentence):
    _out, err = run("annotate", library, "bridges", *arguments, status=status)
    assert sentence in err
    assert run("show", library, "bridges", "--json")[0]["annotations"] == []


def test_a_locked_file_opens_with_a_line_of_the_password_file(run, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.pdf").write_bytes(locked(f"quokka {name}"))
    words, path = tmp_path / "words.txt", tmp_path / "l.annotator"
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    reports, _err = run("import", path, *files, "--json", status=1)
    assert [report["status"] for report in reports] == ["refused", "refused"]
    said = "“one.pdf” opens with a password only; give it and try again."
    assert reports[0]["message"] == said
    words.write_text("quokka\nquokka two\n", encoding="utf-8")
    reports, _err = run("import", path, *files, "--password-file", words, "--json")
    assert [report["status"] for report in reports] == ["refused", "imported"]
    assert reports[0]["message"] == "The password does not open “one.pdf”; try another one."
    assert set(reports[0]) == {"file", "status", "article", "title", "message"}
    (row,), _err = run("list", path, "--json")
    assert b"quokka" not in path.read_bytes() and row["format"] == "pdf"


def test_a_locked_article_is_marked_and_handed_over(run, tmp_path):
    file, words, path = tmp_path / "a.pdf", tmp_path / "words.txt", tmp_path / "l.annotator"
    file.write_bytes(locked("secret"))
    words.write_text("secret", encoding="utf-8")
    run("import", path, file, "--password-file", words)
    run("annotate", path, "a", "--quote", "carried ice", "--note", "bar")
    out = tmp_path / "out.pdf"
    _out, err = run("export", path, "--format", "pdf", "--output", out, status=1)
    assert "--password-file" in err and not out.exists()
    run("export", path, "--format", "pdf", "--output", out, "--password-file", words)
    with pypdf.PdfReader(out) as handed:
        assert handed.decrypt("secret")
        (mark,) = [a.get_object() for a in handed.pages[1]["/Annots"]]
        assert mark["/Subtype"] == "/Highlight" and len(mark["/QuadPoints"]) == 8
    _out, err = run("annotate", path, "a", "--page", 1, "--rect", "1,1,50,50", status=1)
    assert "opens with a password only" in err
    word = ("--password-file", words)
    run("annotate", path, "a", "--page", 1, "--rect", "1,1,50,50", *word)
    run("annotate", path, "a", "--quote", "Nobody", *word)
    with Library.open(path) as opened:
        session = opened.session(opened.find_article("a"))
        placed = {one.quote: bool(one.target.quads) for one in session.annotations()}
    assert placed == {"": True, "carried ice": False, "Nobody": True}
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("numbat", encoding="utf-8")
    arguments = ("annotate", path, "a", "--quote", "crossed it", "--password-file", wrong)
    _out, err = run(*arguments, status=1)
    assert "opens with a password only" in err


def test_a_password_file_that_is_not_there_is_a_sentence(run, library, tmp_path):
    missing = tmp_path / "none.txt"
    arguments = ("import", library, tmp_path / "bridges.pdf", "--password-file", missing)
    _out, err = run(*arguments, status=1)
    assert "could not be read" in err
