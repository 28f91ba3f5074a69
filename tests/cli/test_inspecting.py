"""``annotator inside`` and ``annotator voice``."""

import pytest

TEXT = """Harbourton Rethinks Its Bridge Amid $92.5 Million Lawsuit Threat

The threatened lawsuit over the bridge cost the city of Harbourton $92.5 million in 2024.

“We lost 300 jobs,” said Ada Miller, who leads the dock workers' union, on Monday.
"""


@pytest.fixture
def library(run, tmp_path):
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8")
    run("import", tmp_path / "l.annotator", tmp_path / "bridge.txt")
    return tmp_path / "l.annotator"


def test_inside_lines_up_the_headline_and_the_text(run, library):
    [article], _err = run("list", library, "--json")
    found, _err = run("inside", library, article["id"], "--json")
    (headline,) = [row for row in found if row["kind"] == "headline"]
    assert [m["cue"] for m in headline["mentions"]] == ["threat", "cost"]
    assert [m["part"] for m in headline["mentions"]] == ["headline", "body"]
    shown, _err = run("show", library, article["id"], "--json")
    for mention in headline["mentions"]:
        stands = shown["article"]["text"][mention["start"] : mention["end"]]
        assert stands == mention["text"]
    assert (headline["state"], headline["claim"]) == ("open", None)
    plain, err = run("inside", library, article["id"])
    assert plain.startswith("headline") and "The headline says" in plain
    assert "1 thing is said differently." in err


def test_voice_says_who_says_what(run, library):
    [article], _err = run("list", library, "--json")
    found, _err = run("voice", library, article["id"], "--json")
    assert (found["sentences"], found["own"], found["linked"]) == (2, 1, 0)
    assert found["with_named_source"] == 1
    own, said = found["list"]
    assert own["voice"] == "own" and own["source"] == ""
    assert "Ada Miller" in said["source"] and said["named"] and not said["linked"]
    plain, err = run("voice", library, article["id"])
    assert "We lost 300 jobs" in plain and "threatened" not in plain
    assert "2 sentences, 1 with a named source, 0 linked." in err


def test_an_article_in_another_language_says_what_is_not_looked_for(run, tmp_path):
    page, library = tmp_path / "a.html", tmp_path / "l.annotator"
    page.write_text(
        "<html lang='de'><head><title>Der Hafen</title></head><body><article><h1>Der Hafen</h1>"
        "<p>Die Werte fielen um 38 Prozent, sagte ein Sprecher der Stadt am Montag.</p>"
        "</article></body></html>"
    )
    [report], _err = run("import", library, page, "--json")
    for command in ("inside", "voice"):
        _out, err = run(command, library, report["article"])
        assert "another language than English (de)" in err


@pytest.mark.parametrize(
    "text",
    [
        "Laut dem Verband ist die Brücke zu. Nach Angaben des Amtes bleibt sie auch im Mai zu.",
        "Мэр сказал, что мост закрыт.",
    ],
)
def test_where_no_language_is_set_the_text_tells_that_it_is_not_english(run, tmp_path, text):
    page, library = tmp_path / "a.txt", tmp_path / "l.annotator"
    page.write_text(text, encoding="utf-8")
    [report], _err = run("import", library, page, "--json")
    _out, err = run("voice", library, report["article"])
    assert "does not look English" in err and "recognised in English alone" in err
    found, _err = run("voice", library, report["article"], "--json")
    assert found["limits"].startswith("The article does not look English.")


def test_an_english_article_has_no_limits(run, library):
    [article], _err = run("list", library, "--json")
    found, _err = run("voice", library, article["id"], "--json")
    assert found["limits"] == ""
