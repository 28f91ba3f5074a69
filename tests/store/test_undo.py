"""Undo and redo of everything, also after a restart, never over somebody else's edit."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import NothingToUndo
from annotator.store import fold
from tests.store.builders import add_article, open_library

STEPS = st.lists(
    st.sampled_from(
        ["mark", "note", "colour", "tag", "claim", "verdict", "source", "delete", "role",
         "details", "collection", "undo", "redo"]
    ),
    max_size=14,
)  # fmt: skip


def picture(library):
    """Everything a user sees of the library."""
    rows = library.articles()
    sessions = [library.session(row.id) for row in rows]
    state = [
        (s.id, s.article.details, s.article.blocks, [_shown(a) for a in s.annotations()])
        for s in sessions
    ]
    return state, library.collections()


def _shown(annotation):
    return (
        annotation.id, annotation.colour, annotation.note, annotation.tags, annotation.claims,
        annotation.sources, annotation.quote,
    )  # fmt: skip


def perform(library, session, step, turn):
    """One edit, where it is possible; whether anything could have changed."""
    marks = session.annotations()
    mark = marks[turn % len(marks)] if marks else None
    claims = [claim for m in marks for claim in m.claims]
    match step:
        case "mark":
            session.highlight(11 + turn, 21 + turn)
        case "role":
            session.set_role(1, "heading" if turn % 2 else "furniture")
        case "details":
            library.set_details(session.id, site=f"site {turn}")
        case "collection":
            library.add_collection(f"collection {turn}")
        case "note" if mark:
            session.update(mark.id, note=f"note {turn}")
        case "colour" if mark:
            session.update(mark.id, colour=("red", "green", "blue")[turn % 3])
        case "tag" if mark:
            session.set_tags(mark.id, [f"tag/{turn % 3}"])
        case "claim" if mark:
            session.add_claim(mark.id, f"statement {turn}")
        case "verdict" if claims:
            session.update_claim(claims[-1].id, verdict=("True", "False")[turn % 2])
        case "source" if mark:
            session.attach_source(mark.id, url=f"https://example.org/{turn % 2}")
        case "delete" if mark:
            session.delete(mark.id)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_undo_gives_back_each_earlier_state_and_redo_each_later_one(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("undo") / "a.annotator"
    with open_library(path) as library:
        session = library.session(add_article(library))
        states = [picture(library)]
        undone = []
        for turn, step in enumerate(steps):
            if step == "undo":
                if len(states) > 1:
                    library.undo()
                    undone.append(states.pop())
            elif step == "redo":
                if undone:
                    library.redo()
                    states.append(undone.pop())
            else:
                perform(library, session, step, turn)
                if picture(library) != states[-1]:
                    states.append(picture(library))
                    undone.clear()
            assert picture(library) == states[-1]
        while len(states) > 1:
            library.undo()
            undone.append(states.pop())
            assert picture(library) == states[-1]
        while undone:
            library.redo()
            states.append(undone.pop())
            assert picture(library) == states[-1]
        assert fold.differing_rows(library.store.connection) == []


def test_undo_after_a_restart(tmp_path):
    path = tmp_path / "a.annotator"
    with open_library(path) as library:
        session = library.session(add_article(library))
        mark = session.highlight(11, 21)
        session.update(mark.id, note="to be taken back")
    with open_library(path) as library:
        assert library.can_undo == "note"
        library.undo()
        session = library.session(library.articles()[0].id)
        assert session.annotation(mark.id).note == ""
    with open_library(path) as library:
        assert library.can_redo == "note"
        library.redo()
        session = library.session(library.articles()[0].id)
        assert session.annotation(mark.id).note == "to be taken back"


def test_undo_leaves_what_somebody_else_wrote_since(tmp_path):
    with open_library(tmp_path / "a.annotator") as mine:
        session = mine.session(add_article(mine))
        mark = session.highlight(11, 21)
        session.update(mark.id, note="mine")
        with open_library(tmp_path / "b.annotator", "B. Editor") as theirs:
            theirs.store.receive(mine.store)
            theirs.session(session.id).update(mark.id, note="theirs")
            mine.store.receive(theirs.store)
        assert session.annotation(mark.id).note == "theirs"
        with pytest.raises(NothingToUndo, match="changed elsewhere"):
            mine.undo()
        assert session.annotation(mark.id).note == "theirs"


def test_nothing_to_undo_is_a_sentence(tmp_path):
    with (
        open_library(tmp_path / "a.annotator") as library,
        pytest.raises(NothingToUndo, match="nothing to undo"),
    ):
        library.undo()
