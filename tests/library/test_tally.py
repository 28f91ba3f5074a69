"""What is counted in an open article is what the file says, after every edit."""

import pytest

from annotator.errors import NotFound
from annotator.library.tally import Counts
from annotator.store import articles, lists
from tests.store.builders import add_article, small_article


def of_the_file(library, session):
    connection = library.store.connection
    return articles.article_rows(connection, [session.id]), lists.tag_counts(connection, session.id)


def shown(library, session):
    return library.articles([session.id]), library.tag_counts(session.id)


def test_every_edit_and_undo_is_counted(library, session):
    shown(library, session)  # counted from here on
    steps = [
        lambda: session.highlight(11, 20, tags=["a/b", "a", "c"]),
        lambda: session.highlight(20, 30, tags=["a"], private=True),
        lambda: session.page_note("all in all"),
        lambda: session.claim(11, 20, verdict="True"),
        lambda: session.add_claim(session.ids()[1], "another"),
        lambda: session.set_tags(session.ids()[1], ["c"]),
        lambda: session.update_claim(session.annotation(session.ids()[1]).claims[1].id,
                                     verdict="True"),
        lambda: session.remove_claim(session.annotation(session.ids()[1]).claims[0].id),
        lambda: session.delete(session.ids()[1]),
    ]  # fmt: skip
    for step in steps:
        step()
        assert shown(library, session) == of_the_file(library, session)
    for turn in (library.undo, library.redo):
        for _step in steps:
            turn()
            assert shown(library, session) == of_the_file(library, session)


def test_counting_an_open_article_asks_the_file_nothing(library, session):
    session.highlight(11, 20, tags=["a", "b"])
    session.claim(11, 20)
    asked = []
    library.store.connection.set_trace_callback(asked.append)
    assert session.counts() == Counts(1, 1, 0, 0, 0, 0, 0, 0)
    assert library.tag_counts(session.id) == session.tag_counts() == [("a", 1), ("b", 1)]
    assert session.tag_sets() == {("a", "b"): 1}
    assert asked == []
    assert library.articles([session.id])[0].annotations == 1
    assert not any("annotations" in query for query in asked)


def test_within_a_batch_the_file_is_asked(library, session):
    with library.batch("two marks"):
        session.highlight(11, 20, tags=["a"])
        session.highlight(20, 30, tags=["a"])
        assert library.articles([session.id])[0].annotations == 2
        assert library.tag_counts(session.id) == [("a", 2)]


def test_a_claim_belongs_to_the_first_mark_it_stands_on(session):
    late = session.highlight(30, 40)
    claim = session.add_claim(late.id)
    assert session.owner_of(claim.id) == late.id
    session.remove_claim(claim.id)
    with pytest.raises(NotFound, match="claim"):
        session.owner_of(claim.id)


def test_each_article_of_a_list_has_its_own_numbers(library):
    ids = [
        add_article(library, small_article(title=f"Bridge {name}"))
        for name in ("one", "two", "three")
    ]
    first, second = library.session(ids[0]), library.session(ids[1])
    claim = first.claim(0, 8, verdict="True")
    first.update_claim(claim.id, status="checked")
    first.add_claim(first.highlight(9, 12).id, "another")
    second.highlight(0, 8)
    second.delete(second.page_note("gone").id)
    for only in (None, ids, ids[:2]):
        rows = articles.article_rows(library.store.connection, only)
        numbers = {row.id: (row.annotations, row.claims, row.claims_checked) for row in rows}
        expected = {ids[0]: (2, 2, 1), ids[1]: (1, 0, 0), ids[2]: (0, 0, 0)}
        assert numbers == {id: expected[id] for id in only or ids}


def test_claims_set_aside_are_done_however_they_are_counted(library, session):
    claim = session.claim(11, 20)
    session.update_claim(claim.id, verdict="Opinion", why="a taste")
    session.claim(0, 8)
    counted_here = library.articles([session.id])[0]
    counted_there = articles.article_rows(library.store.connection, [session.id])[0]
    assert counted_here == counted_there
    assert (counted_there.claims, counted_there.claims_checked, counted_there.claims_done) == (
        2, 0, 1,
    )  # fmt: skip
