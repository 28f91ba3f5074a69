"""Threads on marks and claims: said, changed, settled, taken back, found."""

import pytest

from annotator.errors import InvalidValue, NotFound
from tests.store.builders import open_library


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "a.annotator", "Ines Calder") as opened:
        yield opened


def texts(thread):
    return [comment.text for comment in thread]


def test_a_thread_on_a_mark(library, session):
    mark = session.highlight(11, 21)
    first = session.comment(mark.id, " Is this so? ")
    session.comment(mark.id, "The log says it is.")
    thread = session.annotation(mark.id).comments
    assert texts(thread) == ["Is this so?", "The log says it is."]
    assert (first.author_name, first.resolved) == ("Ines Calder", False)
    assert thread[0].created.endswith("Z") and thread[0] == first
    session.update_comment(first.id, text="Is this really so?")
    session.remove_comment(thread[1].id)
    assert texts(session.annotation(mark.id).comments) == ["Is this really so?"]
    library.undo()
    library.undo()
    assert texts(session.annotation(mark.id).comments) == ["Is this so?", "The log says it is."]
    library.undo()
    library.undo()
    assert session.annotation(mark.id).comments == ()
    assert library.check() == []


def test_a_claims_thread_shows_on_every_passage_of_it(library, session):
    claim = session.claim(11, 21)
    other = session.highlight(30, 40)
    with library.store.write("link") as batch:
        batch.insert("claim_passages", "link", claim=claim.id, annotation=other.id)
    heard = []
    library.subscribe(heard.append)
    session.comment(claim.id, "Ask them.")
    owner = session.owner_of(claim.id)
    assert heard[0].annotations == {owner, other.id}
    assert heard[0].articles == {session.id}
    for id in (owner, other.id):
        annotation = session.annotation(id)
        assert annotation.comments == () and texts(annotation.claims[0].comments) == ["Ask them."]


def test_a_thread_is_settled_and_reopened_whole(library, session):
    mark = session.highlight(11, 21)
    session.comment(mark.id, "one")
    session.comment(mark.id, "two")
    session.resolve(mark.id, True)
    assert [c.resolved for c in session.annotation(mark.id).comments] == [True, True]
    assert library.can_undo == "thread resolved"
    session.resolve(mark.id, False)
    assert [c.resolved for c in session.annotation(mark.id).comments] == [False, False]
    library.undo()
    assert [c.resolved for c in session.annotation(mark.id).comments] == [True, True]


def test_comments_are_found(library, session):
    mark = session.highlight(11, 21)
    claim = session.claim(30, 40)
    session.comment(mark.id, "kestrels nest there")
    session.comment(claim.id, "no kestrel was seen")
    hits = library.search("kestrel")
    assert {(hit.field, hit.annotation) for hit in hits} == {
        ("comment", mark.id), ("comment", session.owner_of(claim.id)),
    }  # fmt: skip
    session.delete(mark.id)
    assert [hit.annotation for hit in library.search("kestrel")] == [session.owner_of(claim.id)]
    session.comment(claim.id, "隼はいない")
    assert [hit.field for hit in library.search("隼")] == ["comment"]


def test_what_cannot_be_said(session):
    mark = session.highlight(11, 21)
    with pytest.raises(InvalidValue, match="needs words"):
        session.comment(mark.id, "  ")
    with pytest.raises(NotFound, match="no annotation or claim"):
        session.comment("nobody", "hello")
    said = session.comment(mark.id, "hello")
    session.remove_comment(said.id)
    with pytest.raises(NotFound, match="comment is not there"):
        session.update_comment(said.id, text="again")
    with pytest.raises(NotFound):
        session.remove_comment(said.id)


def test_another_programs_comment_comes_in_with_the_next_look(library, session):
    mark = session.highlight(11, 21)
    with open_library(library.path, "B. Reader") as other:
        other.session(session.id).comment(mark.id, "From elsewhere.")
    library.poll()
    assert texts(session.annotation(mark.id).comments) == ["From elsewhere."]
