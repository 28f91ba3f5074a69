"""What is said of the two claims of an attribution."""

import pytest

from tests.store.builders import add_article, open_library


@pytest.fixture
def path(tmp_path):
    """A library with an attribution that was split, and a claim besides."""
    with open_library(tmp_path / "l.annotator") as library:
        session = library.session(add_article(library))
        text = session.article.text
        made = [
            session.claim(text.index(words), text.index(words) + len(words), **said)
            for words, said in (
                ("closed for eleven months", {"claimant": "Reuters"}), ("sensors", {}),
            )
        ]  # fmt: skip
        library.claims.split_attribution(made[0].id)
    return tmp_path / "l.annotator"


def test_each_names_the_other_in_the_table_in_a_sentence_and_as_json(path, run):
    table = run("claims", path)[0].splitlines()
    assert "linked" in table[0]
    assert "is it so: C3" in table[2] and table[2].startswith("C1")
    assert ":" not in table[3] and table[3].startswith("C2")
    assert "was it said: C1" in table[4]
    assert "linked" not in run("claims", path, "--text", "sensors")[0]
    said, so = (run("claim", path, label)[0] for label in ("C1", "C3"))
    assert "\nAsks whether Reuters said it. Whether it is so: C3.\n" in said
    assert "\nAsks whether it is so. Whether Reuters said it: C1.\n" in so
    first, other, second = run("claims", path, "--json")[0]
    assert (first["asks"], first["attribution"]) == ("said", None)
    assert first["linked"] == [{"id": second["id"], "number": 3}]
    assert (second["asks"], second["attribution"]) == ("so", first["id"])
    assert second["linked"] == [{"id": first["id"], "number": 1}]
    assert (other["asks"], other["linked"]) == (None, [])
