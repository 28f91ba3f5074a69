"""Two people take an article apart in copies of one library; what they did comes together."""

import pytest

from annotator.cli import forms
from annotator.exporting.document import ExportOptions
from tests.store.builders import add_article, open_library
from tests.store.test_exchange import contents

PLACES = ((11, 20), (21, 30), (31, 40), (12, 18), (22, 28))


@pytest.fixture
def ann(tmp_path):
    with open_library(tmp_path / "ann.annotator", "Ann") as library:
        session = library.session(add_article(library))
        for at in range(3):
            session.claim(*PLACES[at], f"claim {at}")
        yield library


@pytest.fixture
def bob(tmp_path, ann):
    with open_library(tmp_path / "bob.annotator", "Bob") as library:
        library.store.receive(ann.store)
        yield library


def ids(library):
    return [row.id for row in library.claims.rows()]


def shown(library):
    """Claims as a script reads them."""
    return [forms.claim(claim, library) for claim in library.claims.load(ids(library))]


def exchange(ann, bob):
    for _ in range(2):
        ann.store.receive(bob.store)
        bob.store.receive(ann.store)
    assert contents(ann) == contents(bob) and shown(ann) == shown(bob)
    assert ann.check() == bob.check() == []


def test_claims_merged_in_each_others_are_one_and_none_is_lost(ann, bob):
    first, second, third = ids(ann)
    ann.attach_source(second, url="https://example.org/ann")
    ann.claims.merge(first, second)
    bob.attach_source(first, url="https://example.org/bob")
    bob.claims.merge(second, first)
    exchange(ann, bob)
    assert ids(ann) == [first, third]
    kept = shown(ann)[0]
    assert [source["url"][-3:] for source in kept["sources"]] == ["ann", "bob"]
    assert len(kept["passages"]) == 2
    assert ann.claims.find("C2") == bob.claims.find("C2") == first


def test_work_at_a_claim_that_was_merged_meanwhile_goes_over(ann, bob):
    first, second, third = ids(ann)
    ann.claims.merge(first, second)
    bob.attach_source(second, url="https://example.org/bob", stance="refutes")
    session = bob.session(bob.articles()[0].id)
    session.comment(second, "Look here.")
    bob.claims.add_passage_at(second, session.id, 41, 48)
    bob.claims.update(second, "The works report.", verdict="False")
    exchange(ann, bob)
    kept = shown(ann)[0]
    assert (kept["id"], kept["verdict"], kept["status"]) == (first, "False", "checked")
    assert (kept["reasoning"], len(kept["sources"]), len(kept["passages"])) == (
        "The works report.", 1, 3,
    )  # fmt: skip
    assert [comment["text"] for comment in kept["comments"]] == ["Look here."]
    steps = [(step["action"], step["after"], step["who"]) for step in kept["trail"]]
    assert ("verdict", "False", "Bob") in steps
    ann.claims.update(first, "No.", verdict=None)
    bob.claims.update(third, verdict="True")
    exchange(ann, bob)
    assert shown(ann)[0]["verdict"] is None


def test_a_verdict_known_when_its_claim_was_merged_does_not_come_back(ann, bob):
    first, second, _third = ids(ann)
    ann.claims.update(second, "So.", verdict="True")
    ann.claims.merge(first, second)
    ann.claims.update(first, "Not so.", verdict=None)
    exchange(ann, bob)
    assert shown(bob)[0]["verdict"] is None


def test_what_both_added_stands_in_one_order_in_both_and_in_what_is_handed_in(ann, bob, tmp_path):
    first = ids(ann)[0]
    for at, (start, end) in enumerate(PLACES[1:]):
        for library in (bob, ann):
            name = library.store.identity.name
            article = library.articles()[0].id
            library.claims.add_passage_at(first, article, start, end + (name == "Bob"))
            library.attach_source(first, url=f"https://example.org/{name}/{at}")
            library.claims.update(first, name, verdict=("True", "False")[at % 2])
    exchange(ann, bob)
    assert [source["url"][20:23] for source in shown(ann)[0]["sources"]] == ["Bob", "Ann"] * 4
    for format in ("factcheck-md", "markdown"):
        pages = []
        for library in (ann, bob):
            (path,) = library.export(None, format, tmp_path / "x", ExportOptions())
            pages.append(path.read_bytes())
        assert pages[0] == pages[1]


def test_what_was_done_before_an_exchange_is_undone_after_it_unless_it_is_another_s(ann, bob):
    first, second, _third = ids(ann)
    ann.claims.update(first, verdict="True")
    bob.claims.update(second, verdict="False")
    exchange(ann, bob)
    ann.undo()
    bob.undo()
    exchange(ann, bob)
    assert [claim["verdict"] for claim in shown(ann)] == [None, None, None]
    assert [claim["trail"] for claim in shown(ann)] == [[], [], []]
