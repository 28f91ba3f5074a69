"""Annotations that were in a file come in with it, once, and stay what they were."""

from dataclasses import replace

import pytest

from annotator.library import embedded
from annotator.model import EmbeddedAnnotation, EmbeddedReply
from annotator.store import articles
from annotator.store.ids import shared_id
from tests.library.paged import paged_article, small_pdf
from tests.store.builders import open_library

QUAD = (40.0, 352.0, 120.0, 352.0, 40.0, 336.0, 120.0, 336.0)
BOX = (40.0, 336.0, 120.0, 352.0)


def found(style="highlight", name="A1", **fields):
    return EmbeddedAnnotation(name, style, fields.pop("page", 0), fields.pop("box", BOX), **fields)


def on_words(style="highlight", name="A1", start=0, end=10, **fields):
    return found(style, name, quads=(QUAD,), start=start, end=end, **fields)


def add(library, *annotations):
    data = small_pdf()
    article = paged_article(data, embedded_annotations=annotations)
    with library.store.write("import") as batch:
        id = articles.add(library.store.connection, batch, article, data, "b.pdf")
        embedded.take_in(library.store, batch, id, article, data)
    return library.session(id)


def test_a_highlight_comes_with_author_times_colour_note_and_thread(library):
    reply = EmbeddedReply("R1", "Ines Calder", "Check the log.", "2024-03-02T08:00:00Z")
    session = add(
        library,
        on_words(
            contents="Really?", author="B. Reader", created="2024-03-01T08:00:00Z",
            modified="2024-03-03T08:00:00Z", colour="#ff6666", replies=(reply,),
        ),
    )  # fmt: skip
    (mark,) = session.annotations()
    assert (mark.kind, mark.origin, mark.quote, mark.note) == (
        "highlight", "file", "The bridge", "Really?",
    )  # fmt: skip
    assert (mark.author_name, mark.colour) == ("B. Reader", "red")
    assert mark.author == shared_id("person", "B. Reader")
    assert (mark.created, mark.modified) == ("2024-03-01T08:00:00Z", "2024-03-03T08:00:00Z")
    assert (mark.target.page, mark.target.quads) == (1, (QUAD,))
    assert mark.id == shared_id("embedded", session.id, "A1")
    (comment,) = mark.comments
    assert (comment.text, comment.author_name) == ("Check the log.", "Ines Calder")
    assert comment.created == "2024-03-02T08:00:00Z"
    assert session.number(mark.id) == 1
    assert library.check() == []


@pytest.mark.parametrize(
    ("style", "kept", "note"),
    [
        ("highlight", "highlight", "why"), ("squiggly", "underline", "why"),
        ("underline", "underline", "why"), ("strike", "highlight", "Struck out: why"),
    ],
)  # fmt: skip
def test_what_marks_words_marks_words(library, style, kept, note):
    (mark,) = add(library, on_words(style, contents="why")).annotations()
    assert (mark.kind, mark.style, mark.note) == ("highlight", kept, note)


def test_what_was_struck_out_without_a_word_says_so(library):
    (mark,) = add(library, on_words("strike")).annotations()
    assert mark.note == "Struck out"


@pytest.mark.parametrize("style", ["square", "ink", "text", "note", "highlight"])
def test_what_stands_on_no_words_is_an_area(library, style):
    session = add(library, found(style, page=1, contents="see here"))
    (mark,) = session.annotations()
    assert (mark.kind, mark.note, mark.target.page) == ("area", "see here", 2)
    assert session.area(mark) == (1, pytest.approx((40, 48, 80, 16)))
    assert session.areas_on(1) == [mark]


def test_a_note_beside_words_stands_on_them(library):
    (mark,) = add(library, found("note", start=4, end=10, contents="which?")).annotations()
    assert (mark.kind, mark.quote) == ("highlight", "bridge")


def test_an_area_of_the_file_has_its_place_among_the_words(library):
    below = found("square", box=(40.0, 100.0, 120.0, 120.0))
    session = add(library, below, on_words(), found("ink", "B", box=(40.0, 390.0, 120.0, 399.0)))
    assert [mark.kind for mark in session.annotations()] == ["area", "highlight", "area"]
    assert session.place_of(session.ids()[2]) == session.article.pages[0].end


def test_a_spot_is_an_area_one_can_see(library):
    session = add(library, found("note", box=(100.0, 200.0, 100.0, 200.0), contents="here"))
    (mark,) = session.annotations()
    assert session.area(mark)[1] == pytest.approx((94, 194, 12, 12))


def test_nothing_comes_twice_and_what_was_deleted_stays_away(library):
    marks = (on_words(), found("square", "", contents="x"), found("square", "", contents="y"))
    session = add(library, *marks)
    assert len(session.annotations()) == 3
    session.delete(session.ids()[0])
    before = len(library.store.connection.execute("SELECT id FROM history").fetchall())
    with library.store.write("again") as batch:
        article = paged_article(small_pdf(), embedded_annotations=marks)
        embedded.take_in(library.store, batch, session.id, article, small_pdf())
    assert len(library.store.connection.execute("SELECT id FROM history").fetchall()) == before
    assert len(session.annotations()) == 2


def test_one_name_given_to_two_is_two(library):
    session = add(library, on_words(), on_words(start=11, end=14), on_words(start=11, end=14))
    assert len(session.annotations()) == 3


def test_the_import_is_one_step_back(library):
    session = add(library, on_words(replies=(EmbeddedReply("", "X", "no"),)))
    library.undo()
    assert library.articles() == []
    library.redo()
    assert texts(library.session(session.id).annotations()[0].comments) == ["no"]


def texts(thread):
    return [comment.text for comment in thread]


def test_two_people_who_read_the_same_file_have_its_marks_once(library, tmp_path):
    reply = EmbeddedReply("", "X", "no")
    one = add(library, on_words(replies=(reply,)), found("square", ""))
    with open_library(tmp_path / "b.annotator", "B") as other:
        add(other, on_words(replies=(reply,)), found("square", ""))
        library.store.receive(other.store)
        assert len(one.annotations()) == 2
        assert sorted(len(mark.comments) for mark in one.annotations()) == [0, 1]
        assert library.check() == []


def test_an_author_without_a_name_is_nobody(library):
    (mark,) = add(library, on_words()).annotations()
    assert (mark.author, mark.author_name) == ("", "")


def test_a_colour_that_is_not_ours_is_the_nearest(library):
    shades = {"#ffd400": "yellow", "#5fb236": "green", "#2ea8e5": "blue", "#aaaaaa": "grey"}
    marks = [replace(on_words(name=hex), colour=hex) for hex in shades]
    session = add(library, *marks)
    seen = {mark.id: mark.colour for mark in session.annotations()}
    assert [seen[shared_id("embedded", session.id, hex)] for hex in shades] == [*shades.values()]
