"""``annotator spot``."""

TEXT = """The town and its bridge

The bridge was closed for 11 months and cost the town $3 million, the mayor said. What a day!

Let us hope for a wonderful summer together.
"""


def test_spot_lists_what_is_worth_a_look(run, tmp_path):
    (tmp_path / "town.txt").write_text(TEXT, encoding="utf-8")
    library = tmp_path / "l.annotator"
    [imported], _err = run("import", library, tmp_path / "town.txt", "--json")
    found, _err = run("spot", library, imported["article"], "--json")
    shown, _err = run("show", library, imported["article"], "--json")
    text = shown["article"]["text"]
    assert all(set(each) == {"start", "end", "score", "reasons", "offered"} for each in found)
    sentences = [text[each["start"] : each["end"]] for each in found]
    assert sentences == [
        "The town and its bridge",
        "The bridge was closed for 11 months and cost the town $3 million, the mayor said.",
        "What a day!",
        "Let us hope for a wonderful summer together.",
    ]
    assert [each["offered"] for each in found] == [False, True, False, False]
    assert {"figure", "attribution"} <= set(found[1]["reasons"])
    assert all(0 <= each["score"] <= 1 for each in found)

    plain, err = run("spot", library, imported["article"])
    assert "figure" in plain and "The bridge was closed" in plain and "What a day" not in plain
    assert "1 of 4 sentences" in err


def test_an_article_that_is_not_there(run, tmp_path):
    (tmp_path / "town.txt").write_text(TEXT, encoding="utf-8")
    library = tmp_path / "l.annotator"
    run("import", library, tmp_path / "town.txt")
    _out, err = run("spot", library, "no such title", status=1)
    assert err.strip()
