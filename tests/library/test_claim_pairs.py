"""Two linked claims: each knows what it asks, and which one asks the other thing."""

import pytest

from annotator.model import pair_words
from annotator.model.pairs import SAID, SO
from annotator.store import pairs
from tests.library.test_claims import claim_on
from tests.store.builders import add_article, small_article

WORDS = "The city said that it took eleven months."


@pytest.fixture
def pair(library, session):
    """An attribution and what was attributed."""
    claim = claim_on(session, "eleven months", statement=WORDS)
    return library.claims.split_attribution(claim.id)


def shown(session):
    """What the claims of an open article ask, as it is held in memory."""
    claims = [claim for mark in session.annotations() for claim in mark.claims]
    return {claim.label: pair_words.sentence(claim.pair) for claim in claims}


def on_board(library):
    return {row.label: pair_words.hint(row.pair) for row in library.claims.rows()}


def test_each_of_the_two_says_what_it_asks_and_names_the_other(library, session, pair):
    said, so = pair
    assert (said.pair.asks, so.pair.asks) == (SAID, SO)
    assert [[other.id for other in one.pair.others] for one in pair] == [[so.id], [said.id]]
    assert shown(session) == {
        "C1": "Asks whether the city said it. Whether it is so: C2.",
        "C2": "Asks whether it is so. Whether the city said it: C1.",
    }
    assert on_board(library) == {"C1": "is it so: C2", "C2": "was it said: C1"}
    library.undo()
    assert shown(session) == {"C1": ""}
    assert on_board(library) == {"C1": ""}


def test_who_said_it_follows_the_claims(library, session, pair):
    assert "C1" in on_board(library)  # the rows are kept from here on
    library.claims.update(pair[1].id, claimant="the article")
    assert shown(session)["C1"] == "Asks whether it was said. Whether it is so: C2."
    assert shown(session)["C2"] == "Asks whether it is so. Whether it was said: C1."
    library.claims.update(pair[0].id, claimant="The mayor {claims}")
    assert shown(session)["C2"] == (
        "Asks whether it is so. Whether the mayor {claims} said it: C1."
    )


def test_a_claim_hears_of_the_other_one_wherever_that_stands(library, session, pair):
    """The two stand in different articles; what becomes of one is seen at the other."""
    said, so = pair
    other = library.session(add_article(library, small_article(title="Another")))
    start = other.article.text.index("sensors")
    library.claims.add_passage_at(so.id, other.id, start, start + 7)
    library.claims.remove_passage(so.id, session.owner_of(said.id))
    assert shown(session) == {"C1": "Asks whether the city said it. Whether it is so: C2."}
    assert on_board(library) == {"C1": "is it so: C2", "C2": "was it said: C1"}
    library.claims.remove(so.id)
    assert shown(session) == {"C1": ""}
    assert on_board(library) == {"C1": ""}
    library.undo()
    assert shown(session)["C1"].endswith("C2.")
    assert on_board(library)["C1"] == "is it so: C2"
    library.claims.remove(said.id)
    assert shown(other) == {"C2": ""}
    assert on_board(library) == {"C2": ""}


def test_one_attribution_may_lead_to_several_claims(library, session, pair):
    said, so = pair
    start = session.article.text.index("sensors")
    mark = library.claims.add_passage_at(so.id, session.id, start, start + 7)
    library.claims.split(so.id, [mark])
    assert shown(session) == {
        "C1": "Asks whether the city said it. Whether it is so: C2, C3.",
        "C2": "Asks whether it is so. Whether the city said it: C1.",
        "C3": "Asks whether it is so. Whether the city said it: C1.",
    }
    assert library.claims.get(said.id).pair.labels == "C2, C3"
    many = [so.id, *(f"nobody-{n}" for n in range(600))]  # of so many all pairs are read
    found = pairs.of_claims(library.store.connection, many)
    assert found == {so.id: library.claims.get(so.id).pair}


def test_claims_that_take_the_place_of_one_of_a_pair_are_linked(library, session, pair):
    said, _so = pair
    kept = claim_on(session, "sensors", statement="The city claims eleven months.")
    assert on_board(library) == {"C1": "is it so: C2", "C2": "was it said: C1", "C3": ""}
    library.claims.merge(kept.id, said.id)
    assert on_board(library) == {"C2": "was it said: C3", "C3": "is it so: C2"}
    library.undo()
    assert on_board(library) == {"C1": "is it so: C2", "C2": "was it said: C1", "C3": ""}
    assert shown(session)["C3"] == ""
