"""Searching everything: sources and evidence lead to the mark they were brought to."""

import pytest

from tests.library.test_claims import claim_on
from tests.store.builders import add_article


@pytest.fixture
def claim(library):
    return claim_on(library.session(add_article(library)), "eleven months")


def found(library, query):
    return [
        (hit.field, hit.annotation, hit.snippet.translate({2: "[", 3: "]"}))
        for hit in library.search(query)
    ]


@pytest.mark.parametrize(
    ("query", "snippet"),
    [
        ("kestrel", "Annual [kestrel] report · C. Clerk · City hall"),
        ("clerk", "Annual kestrel report · C. [Clerk] · City hall"),
        ("ospreys", "Nine [ospreys] were seen · A note on gulls"),
        ("gull", "Nine ospreys were seen · A note on [gull]s"),
        ("港湾", "Annual kestrel report [港湾] · C. Clerk · City hall"),
        ("鷗", "Nine ospreys [鷗] were seen · A note on gulls"),
    ],
)
def test_sources_and_quotes_lead_to_the_claims_mark(library, claim, query, snippet):
    title, quote = "Annual kestrel report", "Nine ospreys were seen"
    if query == "港湾":
        title += " 港湾"
    if query == "鷗":
        quote = "Nine ospreys 鷗 were seen"
    library.ledger.add(
        claim.id, url="https://example.org/", title=title, author="C. Clerk",
        publisher="City hall", note="A note on gulls", quote=quote,
    )  # fmt: skip
    mark = library.claims.rows()[0].annotation
    assert found(library, query) == [("source", mark, snippet)]


def test_what_was_brought_to_a_mark_itself_and_what_is_gone(library, claim):
    session = library.session(library.claims.rows()[0].article)
    mark = session.highlight(0, 10)
    entry = library.ledger.add(mark.id, title="The kestrel")
    assert found(library, "kestrel") == [("source", mark.id, "The [kestrel]")]
    library.ledger.move(entry.id, claim.id)
    assert [hit[1] for hit in found(library, "kestrel")] == [library.claims.rows()[0].annotation]
    library.claims.remove(claim.id)
    assert found(library, "kestrel") == []
