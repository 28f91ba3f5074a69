"""An open article: marks, numbers, roles, claims, sources, as its readers see them."""

import pytest

from annotator.errors import InvalidValue, NotFound
from annotator.events import Changes
from annotator.library.annotating import MarkRequest, annotate
from annotator.model import BlockKind
from tests.store.builders import add_article, open_library, small_article


def place(session, words):
    start = session.article.text.index(words)
    return start, start + len(words)


def test_blanks_at_the_ends_of_a_selection_are_not_marked(session):
    start, end = place(session, "eleven months")
    mark = session.highlight(start - 1, end)
    assert mark.quote == "eleven months"
    with pytest.raises(InvalidValue, match="no text"):
        session.highlight(start - 1, start)


def test_numbers_follow_the_text_and_skip_private_marks(session):
    late = session.highlight(*place(session, "spokesman"))
    early = session.highlight(*place(session, "bridge was"))
    hidden = session.highlight(*place(session, "sensors"), private=True)
    note = session.page_note("all in all")
    assert session.ids() == [note.id, early.id, hidden.id, late.id]
    assert [session.number(id) for id in session.ids()] == [None, 1, None, 2]
    session.update(hidden.id, private=False)
    assert [session.number(id) for id in session.ids()] == [None, 1, 2, 3]


def test_a_claim_on_the_same_passage_joins_the_mark_that_is_there(session):
    mark = session.highlight(*place(session, "eleven months"), colour="blue")
    first = session.claim(*place(session, "eleven months"))
    second = session.claim(*place(session, "eleven months"), statement="It took eleven months.")
    assert len(session.annotations()) == 1
    assert [claim.id for claim in session.annotation(mark.id).claims] == [first.id, second.id]
    assert first.statement == "eleven months" and (first.number, second.number) == (1, 2)
    assert session.annotation(mark.id).colour == "blue"


def test_a_mark_another_program_has_just_made_is_found(library, session):
    here = place(session, "eleven months")
    with open_library(library.store.path) as other:
        there = other.session(session.id).highlight(*here)
    claim = session.claim(*here)
    assert session.owner_of(claim.id) == there.id
    here = place(session, "spokesman")
    with open_library(library.store.path) as other:
        there = other.session(session.id).highlight(*here, note="Theirs.")
    added = annotate(session, *here, MarkRequest(note="Ours."))
    assert (added.id, added.note) == (there.id, "Theirs.\n\nOurs.")


@pytest.mark.parametrize("date", ["2026-13", "2026-02-30", "2026-13-45", "2026-00-01", "May 2026"])
def test_dates_that_are_on_no_calendar_are_refused(library, session, date):
    with pytest.raises(InvalidValue, match="is no date"):
        library.set_details(session.id, published=date)


@pytest.mark.parametrize("date", ["", "2026", "2026-02", "2024-02-29", "2026-05-14T08:00:00Z"])
def test_dates_may_be_partial(library, session, date):
    library.set_details(session.id, published=date)
    assert session.article.details.published == date


def test_a_verdict_checks_a_claim_and_taking_it_back_unchecks_it(session):
    claim = session.claim(*place(session, "eleven months"))
    given = session.update_claim(claim.id, verdict="half TRUE")
    assert given.verdict.name == "Half true" and given.status == "checked" and given.as_of
    taken = session.update_claim(claim.id, verdict=None)
    assert taken.verdict is None and taken.status == "to check" and taken.as_of == ""
    session.update_claim(claim.id, status="to review")
    assert session.update_claim(claim.id, verdict="True").status == "to review"


def test_the_same_link_is_one_source_and_fills_in_what_is_new(library, session):
    claim = session.claim(*place(session, "eleven months"))
    mark = session.highlight(*place(session, "spokesman"))
    one = session.attach_source(claim.id, url="example.org/a", stance="refutes", quote="ten")
    two = session.attach_source(mark.id, url="https://example.org/a", title="The minutes")
    assert one.source.id == two.source.id and one.source.accessed
    assert [source.title for source in library.sources()] == ["The minutes"]
    assert session.annotation(mark.id).sources[0].source.title == "The minutes"
    (shown,) = session.annotation(session.owner_of(claim.id)).claims[0].evidence
    assert (shown.stance, shown.quote, shown.source.title) == ("refutes", "ten", "The minutes")
    with pytest.raises(NotFound):
        session.attach_source("no such id", url="https://example.org")
    with pytest.raises(InvalidValue, match="link or a title"):
        session.attach_source(mark.id)


def test_deleting_a_mark_takes_its_claims_along_and_undo_brings_both_back(library, session):
    claim = session.claim(*place(session, "eleven months"))
    session.delete(session.owner_of(claim.id))
    assert library.articles()[0].claims == 0
    library.undo()
    assert session.owner_of(claim.id)
    assert library.articles()[0].claims == 1


def test_a_session_kept_while_its_article_was_in_the_trash_is_right_again(library, session):
    session.highlight(*place(session, "eleven months"), note="kept")
    session.set_role(1, "heading")
    for _step in range(3):
        library.undo()
    assert library.articles() == [] and not library.is_open(session.id)
    with pytest.raises(NotFound):
        library.session(session.id)
    for _step in range(3):
        library.redo()
    assert [mark.note for mark in session.annotations()] == ["kept"]
    assert session.article.blocks[1].kind is BlockKind.HEADING
    assert library.session(session.id) is session and library.is_open(session.id)
    session.highlight(*place(session, "spokesman"))
    assert len(session.annotations()) == 2


def test_a_session_hears_of_what_came_while_its_article_was_in_the_trash(library, session):
    library.remove_article(session.id)
    with open_library(library.store.path) as other:
        other.undo()
        other.session(session.id).highlight(*place(session, "spokesman"), note="theirs")
    assert library.session(session.id) is session
    assert [mark.note for mark in session.annotations()] == ["theirs"]


def test_an_end_can_be_moved_and_the_quote_follows(session):
    mark = session.highlight(*place(session, "eleven months"))
    start, end = place(session, "closed for eleven")
    moved = session.move(mark.id, start, end)
    assert moved.quote == "closed for eleven"
    assert (session.anchor(mark.id).start, session.anchor(mark.id).end) == (start, end)


def test_roles_change_what_a_block_is_and_nothing_else(library, session):
    text = session.article.text
    session.set_role(1, "heading")
    assert session.article.blocks[1].kind is BlockKind.HEADING
    assert session.paragraphs[1] == 0 and session.paragraphs[2] == 1
    session.set_role(2, "title")
    assert session.article.blocks[2].level == 1
    assert library.articles()[0].title == session.article.title == text.split("\n")[2]
    session.set_role(1, None)
    assert session.article.blocks[1].kind is BlockKind.PARAGRAPH
    session.set_role(2, None)
    assert library.articles()[0].title == "The bridge"
    assert session.article.text == text


def test_changes_name_the_annotations_that_look_different(library, session):
    heard: list[Changes] = []
    library.subscribe(heard.append)
    mark = session.highlight(*place(session, "eleven months"), tags=["a"])
    other = session.highlight(*place(session, "spokesman"), tags=["a"])
    source = session.attach_source(mark.id, url="https://example.org/a").source
    session.attach_source(other.id, url="https://example.org/a")
    heard.clear()
    session.update_source(source.id, title="The minutes")
    assert heard[-1].annotations == {mark.id, other.id}
    assert heard[-1].articles == {session.id}


def test_tags_are_cleaned_made_once_and_counted(library, session):
    mark = session.highlight(*place(session, "eleven months"), tags=[" #economy /  inflation "])
    session.highlight(*place(session, "spokesman"), tags=["economy/inflation", "people"])
    assert mark.tags == ("economy/inflation",)
    assert [tag.path for tag in library.tags()] == ["economy/inflation", "people"]
    assert library.tag_counts(session.id) == [("economy/inflation", 2), ("people", 1)]
    session.set_tags(mark.id, [])
    assert library.tag_counts(session.id) == [("economy/inflation", 1), ("people", 1)]


def test_an_article_can_be_in_several_collections(library, session):
    one, two = library.add_collection("One"), library.add_collection(" Two ")
    library.collect(one.id, [session.id])
    library.collect(two.id, [session.id])
    library.rename_collection(two.id, "Three")
    assert [(c.name, c.articles) for c in library.collections()] == [("One", 1), ("Three", 1)]
    library.uncollect(one.id, [session.id])
    library.remove_collection(two.id)
    assert [(c.name, c.articles) for c in library.collections()] == [("One", 0)]
    assert len(library.articles()) == 1


def test_search_finds_every_field_and_scripts_without_spaces(library, session):
    session.highlight(*place(session, "eleven months"), note="kestrel", tags=["birds/kestrel"])
    session.claim(*place(session, "spokesman"), statement="A kestrel said so")
    fields = sorted(hit.field for hit in library.search("kestrel"))
    assert fields == ["claim", "note", "tag"]
    add_article(library, small_article(("東京都の人口は減少した。",), "人口"))
    assert [hit.field for hit in library.search("人口")] == ["title", "text"]
    assert library.search('"unbalanced AND (') == []
    assert library.search("") == []


def test_many_hits_of_one_sort_leave_room_for_others(library, session):
    for _turn in range(30):
        session.highlight(*place(session, "eleven months"), note="the bridge again")
    fields = [hit.field for hit in library.search("bridge", limit=20)]
    assert len(fields) == 20 and {"title", "note", "text"} <= set(fields)
