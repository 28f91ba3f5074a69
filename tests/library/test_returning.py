"""Copies that were handed out come back: our marks are known again, what somebody else did to them
is a list to take in or leave."""

import ctypes
import io
import itertools
import os

import pypdf
import pypdfium2.raw as raw
import pytest

from annotator.errors import PasswordNeeded
from annotator.exporting.document import ExportOptions
from annotator.exporting.pdf.notes import contents
from annotator.store.ids import shared_id
from tests.library.copies import Reviewer, by_pdfium, quads_of, without_xmp
from tests.library.paged import small_pdf
from tests.store.builders import open_library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytestmark = pytest.mark.usefixtures("qapp")  # what sets PDFs makes an application of its own else

PAGE = "".join(
    f"<p>Part {n}: the bridge of Calder was closed for {n} months, the city said, and nobody "
    f"crossed it because of the ice on its twenty-five sensors.</p>"
    for n in range(3, 14)
)
LATER = "D:20991231120000Z"


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "a.annotator", "Ada") as opened:
        yield opened


@pytest.fixture
def pdf(library, tmp_path):
    """The open article of a PDF of two pages."""
    file = tmp_path / "bridges.pdf"
    file.write_bytes(small_pdf())
    return library.session(library.import_file(file).id)


def saved_page(library, tmp_path, body):
    """The open article of a saved web page."""
    file = tmp_path / "bridge.html"
    head = "<title>The bridge of Calder</title>"
    body = f"<article><h1>The bridge of Calder</h1>{body}</article>"
    file.write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return library.session(library.import_file(file).id)


@pytest.fixture
def web(library, tmp_path):
    return saved_page(library, tmp_path, PAGE)


@pytest.fixture(params=["pdf", "web"])
def session(request):
    """An open article of either sort."""
    return request.getfixturevalue(request.param)


def export(session, path=None, **options):
    path = path or session.library.path.with_suffix(".out.pdf")
    session.library.export([session.id], "pdf", path, ExportOptions(**options))
    return path.read_bytes()


def highlight(session, words, **fields):
    start = session.article.text.index(words)
    return session.highlight(start, start + len(words), **fields)


def changes(session, data):
    copy = session.library.returned(data)
    assert copy is not None and copy.article == session.id
    return copy.changes


def the_change(session, data):
    (change,) = changes(session, data)
    return change


# What nobody changed


def fully_marked(session):
    highlight(session, "closed for", note="**Check** the [log](https://example.org/x).\n\nSoon.")
    highlight(session, "said" if "said" in session.article.text else "ice", style="underline",
              colour="purple", tags=("method/sensors",))  # fmt: skip
    highlight(session, "because" if "because" in session.article.text else "Nobody", private=True)
    start = session.article.text.index("months")
    claim = session.claim(start, start + 6, "It was closed long.", verdict="Half true")
    session.update_claim(claim.id, reasoning="First.\n\n- one\n- two", claimant="The city")
    session.attach_source(claim.id, "https://example.org/a", "refutes", "Eleven\nmonths")
    session.attach_source(session.ids()[0], "https://example.org/b")
    session.comment(session.ids()[0], "Is *that* so?")
    session.comment(claim.id, "I asked.")
    about = session.page_note("On the whole: fine.")
    session.comment(about.id, "All of it?")
    session.comment(session.ids()[1], "- Done:\n- all.")
    session.resolve(session.ids()[1])
    if session.article.pages:
        session.mark_area(1, (30, 100, 100, 50), note="A figure", colour="red")
    return session


def is_as_it_was(session, data):
    assert changes(session, data) == ()
    assert changes(session, without_xmp(data)) == ()
    assert changes(session, by_pdfium(data, lambda _page: None)) == ()


def test_a_copy_that_nobody_changed_has_nothing_new(session):
    is_as_it_was(session, export(fully_marked(session)))


@pytest.mark.parametrize("originals", ["notes", "margin"])
def test_a_copy_with_notes_beside_it_that_nobody_changed_has_nothing_new(pdf, originals):
    is_as_it_was(pdf, export(fully_marked(pdf), originals=originals))


def test_a_joined_copy_that_nobody_changed_has_nothing_new(library, pdf, web, tmp_path):
    for session in (pdf, web):
        fully_marked(session)
    out = tmp_path / "joined.pdf"
    library.export([web.id, pdf.id], "pdf", out, ExportOptions(joined=True))
    assert library.returned(out).changes == ()


def test_what_was_changed_here_since_is_no_news(session):
    mark = highlight(session, "closed for", note="Check this.")
    gone = highlight(session, "months", note="Gone soon.")
    comment = session.comment(mark.id, "Really?")
    data = export(session)
    session.update(mark.id, note="Checked.", colour="red")
    start = session.article.text.index("closed")
    session.move(mark.id, start, start + 6)
    session.set_tags(mark.id, ["a"])
    session.update_comment(comment.id, text="No.")
    session.delete(gone.id)
    highlight(session, "ice", note="Later")
    assert changes(session, data) == ()


def test_other_files_are_no_copies(library, pdf, tmp_path):
    highlight(pdf, "ice")
    assert library.returned(small_pdf()) is None  # the original itself
    assert library.returned(small_pdf([("Another page.",)])) is None
    assert library.returned(b"Only words about %PDF-") is None
    with open_library(tmp_path / "b.annotator") as other:
        assert other.returned(export(pdf)) is None


# What somebody else did


@pytest.mark.parametrize("rewritten", [False, True], ids=["as is", "rewritten"])
def test_another_note(session, rewritten):
    mark = highlight(session, "closed for", note="Check this.", tags=("a",))
    reviewer = Reviewer(export(session))
    said = reviewer.find(mark.id)[1]["/Contents"].replace("Check this.", "Check this. Done: no.")
    data = reviewer.set(mark.id, Contents=said.replace("\n", "\r"), M=LATER).data
    change = the_change(session, without_xmp(data) if rewritten else data)
    assert (change.kind, change.annotation, change.quote) == ("note", mark.id, "closed for")
    assert (change.before, change.after) == ("Check this.", "Check this. Done: no.")
    assert (change.number, change.date) == (1, "2099-12-31T12:00:00Z")
    assert change.suggested and not change.changed_here
    session.library.accept([change])
    assert session.annotation(mark.id).note == "Check this. Done: no."
    assert session.annotation(mark.id).tags == ("a",)
    assert changes(session, data) == ()


def test_words_after_tags_and_claims_are_added_to_the_note(session):
    start = session.article.text.index("months")
    claim = session.claim(start, start + 6, "Long.", verdict="True")
    mark = session.owner_of(claim.id)
    session.update(mark, note="See **there**.")
    session.set_tags(mark, ["a"])
    reviewer = Reviewer(export(session))
    said = reviewer.find(mark)[1]["/Contents"]
    change = the_change(session, reviewer.set(mark, Contents=f"{said}\n\nI doubt it.").data)
    assert change.after == "See **there**.\n\nI doubt it."


def test_a_note_where_there_was_none_and_one_taken_away(session):
    bare, told = highlight(session, "closed for"), highlight(session, "months", note="So long?")
    data = Reviewer(export(session)).set(bare.id, Contents="Why?").set(told.id, Contents="").data
    assert {(c.annotation, c.before, c.after) for c in changes(session, data)} == {
        (bare.id, "", "Why?"), (told.id, "So long?", ""),
    }  # fmt: skip


def test_a_note_changed_on_both_sides_says_so(session):
    mark = highlight(session, "closed for", note="Check this with the city.")
    reviewer = Reviewer(export(session))
    said = reviewer.find(mark.id)[1]["/Contents"]
    data = reviewer.set(mark.id, Contents=f"{said} And the port.", M=LATER).data
    session.update(mark.id, note="The city says no.")
    change = the_change(session, data)
    assert change.changed_here and not change.suggested
    assert change.before == "The city says no."
    assert change.after == "Check this with the city. And the port."


def test_a_new_highlight(session):
    highlight(session, "months", note="So long?")
    words = "the city said" if not session.article.pages else "carried ice"
    reviewer = Reviewer(export(session))
    data = reviewer.mark(
        words, name="ext-1", Contents="Source?", M="D:20260601101500Z", C=[0.7, 0.85, 1.0]
    ).data
    change = the_change(session, data)
    assert (change.kind, change.author, change.after) == ("new", "Dr. Lovelace", "Source?")
    assert change.date == "2026-06-01T10:15:00Z"
    if session.article.pages:
        assert (change.quote, change.locator) == ("carried ice", "p. 2")
    session.library.accept([change])
    made = session.annotation(change.annotation)
    assert (made.quote, made.note, made.origin, made.colour) == (
        words, "Source?", "returned", "blue",
    )  # fmt: skip
    assert (made.author_name, made.author) == (
        "Dr. Lovelace", shared_id("person", "Dr. Lovelace"),
    )  # fmt: skip
    assert session.anchor(made.id).state == "exact" and session.number(made.id)
    if session.article.pages:
        assert made.target.page == 2 and len(made.target.quads) == 1
    assert session.library.check() == []


def test_the_right_one_of_equal_passages_is_marked(web):
    highlight(web, "months", note="So long?")
    reviewer = Reviewer(export(web))
    data = reviewer.mark("the city said, and nobody", nth=6).data
    change = the_change(web, data)
    assert change.start == web.article.text.index("the city", web.article.text.index("Part 9"))


def test_words_that_may_be_in_several_places_are_kept_without_one(library, tmp_path):
    said = "Nobody crossed the bridge of Calder in those months."
    web = saved_page(library, tmp_path, f"{PAGE}<p>{said}</p><p>{said}</p><p>{said}</p>")
    highlight(web, "closed for", note="Check this.")
    data = Reviewer(export(web)).mark("crossed the bridge of", Contents="Who says so?").data
    change = the_change(web, data)
    web.library.accept([change])
    made = web.annotation(change.annotation)
    assert (made.quote, made.note) == ("crossed the bridge of", "Who says so?")
    assert web.anchor(made.id).state == "ambiguous"
    assert web.library.check() == []
    assert changes(web, data) == ()


def test_what_stands_on_no_words_of_the_article_is_a_note_on_all_of_it(web):
    highlight(web, "months", note="A margin note that we set ourselves beside the text.")
    data = Reviewer(export(web)).mark("A margin note that we set", Contents="Yes.").data
    change = the_change(web, data)
    web.library.accept([change])
    made = web.annotation(change.annotation)
    assert "Yes." in made.note
    assert "A margin note that we set" in (made.note + made.quote)
    assert web.anchor(made.id).start is None


def test_an_empty_spot_is_a_note_on_the_whole_article_and_an_area_of_a_page(session):
    highlight(session, "months", note="So long?")
    page = 1 if session.article.pages else 0
    data = Reviewer(export(session)).add(page, "Square", [200, 20, 260, 50], Contents="See").data
    change = the_change(session, data)
    session.library.accept([change])
    made = session.annotation(change.annotation)
    assert made.kind == ("area" if session.article.pages else "page")
    assert made.note == "See"


def test_a_reply_and_a_reply_to_something_new(session):
    mark = highlight(session, "closed for", note="Check this.")
    data = Reviewer(export(session)).reply(mark.id, "Done, see annex.", M="D:20260601101500Z").data
    change = the_change(session, data)
    assert (change.kind, change.author, change.after) == (
        "reply", "Dr. Lovelace", "Done, see annex.",
    )  # fmt: skip
    session.library.accept([change])
    (comment,) = session.annotation(mark.id).comments
    assert (comment.text, comment.author_name) == ("Done, see annex.", "Dr. Lovelace")
    again = Reviewer(data).set("R-1", Contents="Done, see annex 2.").data
    change = the_change(session, again)
    assert (change.before, change.after) == ("Done, see annex.", "Done, see annex 2.")
    session.library.accept([change])
    assert [c.text for c in session.annotation(mark.id).comments] == ["Done, see annex 2."]


def test_what_stands_in_a_thread_here_is_no_answer_from_there(session):
    mark = highlight(session, "closed for")
    comment = session.comment(mark.id, "Is it *so*?")
    reviewer = Reviewer(export(session)).set(comment.id, Contents="Is it so? Really?")
    reviewer.reply(comment.id, "It is.")
    answer, reworded = sorted(changes(session, reviewer.data), key=lambda one: one.before)
    assert (reworded.kind, reworded.before, reworded.after) == (
        "answer", "Is it *so*?", "Is it so? Really?",
    )  # fmt: skip
    assert (answer.kind, answer.after, answer.author) == ("reply", "It is.", "Dr. Lovelace")


def test_a_new_mark_brings_its_thread(pdf):
    highlight(pdf, "months")
    reviewer = Reviewer(export(pdf)).mark("carried ice", page=1, name="ext-1")
    change = the_change(pdf, reviewer.reply("ext-1", "And when?").data)
    pdf.library.accept([change])
    assert [c.text for c in pdf.annotation(change.annotation).comments] == ["And when?"]


def test_another_colour(session):
    mark = highlight(session, "closed for", note="Check this.")
    reviewer = Reviewer(export(session))
    reviewer.find(mark.id)[1].pop("/AP")
    change = the_change(session, reviewer.set(mark.id, C=[0.69, 0.84, 0.97]).data)
    assert (change.kind, change.before, change.after) == ("colour", "yellow", "blue")
    session.library.accept([change])
    assert session.annotation(mark.id).colour == "blue"


def test_a_colour_that_a_viewer_rounds_is_the_same(session):
    mark = highlight(session, "closed for")
    reviewer = Reviewer(export(session))
    colour = [float(n) + 0.008 for n in reviewer.find(mark.id)[1]["/C"]]
    assert changes(session, reviewer.set(mark.id, C=colour).data) == ()


def test_a_mark_moved_to_more_words(session):
    mark = highlight(session, "closed for")
    data = export(session)
    more = "was closed for eleven" if session.article.pages else "was closed for 3"
    quads = quads_of(data, more)
    flat = [number for quad in quads for number in quad]
    moved = Reviewer(data).set(mark.id, QuadPoints=flat).data
    change = the_change(session, moved)
    assert (change.kind, change.before, change.after) == ("moved", "closed for", more)
    session.library.accept([change])
    assert session.annotation(mark.id).quote == more
    assert changes(session, moved) == ()


def test_quads_in_another_order_are_the_same(session):
    text = session.article.text
    start = text.index("was closed")
    mark = session.highlight(start, min(start + 120, len(text) - 5))
    reviewer = Reviewer(export(session))
    for _page, one in reviewer.annotations():
        if str(one.get("/NM", "")).startswith(mark.id):
            points = [float(n) for n in one["/QuadPoints"]]
            quads = [points[at : at + 8] for at in range(0, len(points), 8)]
            around = [[*q[4:8], q[2], q[3], q[0], q[1]] for q in reversed(quads)]
            reviewer.set(one["/NM"], QuadPoints=[n for quad in around for n in quad])
    assert changes(session, reviewer.data) == ()


def test_a_moved_area(pdf):
    area = pdf.mark_area(1, (30, 100, 100, 50), note="A figure")
    data = Reviewer(export(pdf)).set(area.id, Rect=[30.0, 200.0, 180.0, 300.0]).data
    change = the_change(pdf, data)
    assert change.kind == "moved"
    pdf.library.accept([change])
    assert pdf.area(pdf.annotation(area.id)) == (1, pytest.approx((30, 100, 150, 100)))
    nearly = Reviewer(export(pdf)).set(area.id, Rect=[31.0, 201.0, 179.0, 299.0]).data
    assert changes(pdf, nearly) == ()


def test_a_deleted_mark_is_listed_and_left_alone(session, monkeypatch):
    seconds = itertools.count(10)
    monkeypatch.setattr(
        "annotator.library.edits.utc_now", lambda: f"2026-05-12T10:00:{next(seconds)}Z"
    )
    highlight(session, "months")
    mark = highlight(session, "closed for", note="Check this.")
    data = Reviewer(export(session)).remove(mark.id).data
    highlight(session, "ice", note="Made after the copy")
    copy = session.library.returned(data)
    (change,) = copy.changes
    assert (change.kind, change.annotation, change.suggested) == ("deleted", mark.id, False)
    assert copy.additions == ()
    session.library.accept(copy.changes)
    assert not session.has(mark.id)
    session.library.undo()
    assert session.has(mark.id)


# Names that viewers lose


def test_marks_whose_names_were_lost_are_known_by_their_place(session):
    mark = highlight(session, "closed for", note="Check this.")
    highlight(session, "months", note="So long?")
    reviewer = Reviewer(export(session))
    for number, (_page, one) in enumerate(reviewer.annotations()):
        if "/NM" in one:
            reviewer.set(one["/NM"], NM=f"fresh-{number}")
    data = reviewer.data
    assert changes(session, data) == ()
    said = next(one for _p, one in reviewer.annotations() if "Check" in one.get("/Contents", ""))
    reviewer.set(said["/NM"], Contents="1 · Check this, please.")
    change = the_change(session, reviewer.data)
    assert (change.annotation, change.after) == (mark.id, "Check this, please.")


def test_another_persons_mark_on_the_same_words_is_new(session):
    highlight(session, "closed for", note="Check this.")
    change = the_change(session, Reviewer(export(session)).mark("closed for").data)
    assert (change.kind, change.author) == ("new", "Dr. Lovelace")


def test_a_thread_that_a_viewer_flattened_is_known(session):
    mark = highlight(session, "closed for", note="Check this.")
    comment = session.comment(mark.id, "Really?")
    reviewer = Reviewer(export(session))
    if session.article.pages:  # where copies have threads
        reviewer.find(comment.id)[1].pop("/IRT")
    assert changes(session, reviewer.data) == ()


def test_a_copy_that_lost_its_description_is_known_by_its_marks(session):
    mark = highlight(session, "closed for", note="Check this.")
    data = without_xmp(export(session))
    assert b"annotator:article" not in data and not data.startswith(small_pdf())
    assert the_change(session, Reviewer(data).set(mark.id, Contents="No.").data).after == "No."


def test_an_original_that_was_marked_elsewhere_is_known_by_its_bytes(pdf):
    writer = pypdf.PdfWriter(io.BytesIO(small_pdf()), incremental=True)
    reviewer = Reviewer(small_pdf())
    reviewer.writer = writer
    data = reviewer.mark("carried ice", page=1, Contents="Mine").data
    assert data.startswith(small_pdf())
    change = the_change(pdf, data)
    assert (change.kind, change.quote, change.after) == ("new", "carried ice", "Mine")


# PDFium's hand


def wide(text):
    encoded = (text + "\0").encode("utf-16-le")
    return (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)


def test_a_viewer_on_pdfium(session):
    mark = highlight(session, "closed for", note="Check this.")
    data = export(session)
    (quad,) = quads_of(data, "The bridge" if session.article.pages else "Part 4: the")

    def change(page):
        for at in range(raw.FPDFPage_GetAnnotCount(page)):
            found = raw.FPDFPage_GetAnnot(page, at)
            size = raw.FPDFAnnot_GetStringValue(found, b"NM", None, 0)
            name = (ctypes.c_ushort * (size // 2))()
            raw.FPDFAnnot_GetStringValue(found, b"NM", name, size)
            if bytes(name)[:-2].decode("utf-16-le") == mark.id:
                raw.FPDFAnnot_SetStringValue(found, b"Contents", wide("1 · Checked."))
            raw.FPDFPage_CloseAnnot(found)
        made = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
        raw.FPDFAnnot_SetStringValue(made, b"T", wide("Dr. Lovelace"))
        points = raw.FS_QUADPOINTSF(*quad)
        raw.FPDFAnnot_AppendAttachmentPoints(made, points)
        rect = raw.FS_RECTF(quad[0], quad[1], quad[2], quad[5])
        raw.FPDFAnnot_SetRect(made, rect)
        raw.FPDFPage_CloseAnnot(made)

    found = {one.kind: one for one in changes(session, by_pdfium(data, change))}
    assert set(found) == {"note", "new"}
    assert found["note"].after == "Checked."
    assert found["new"].quote == ("The bridge" if session.article.pages else "Part 4: the")


# Into the library


def reviewed(session):
    mark = highlight(session, "closed for", note="Check this.")
    words = "carried ice" if session.article.pages else "Part 4: the"
    reviewer = Reviewer(export(session)).mark(words, Contents="Source?")
    return reviewer.reply(mark.id, "Done.").set(mark.id, Contents="1 · Check that.").data


def history(session):
    return session.library.store.connection.execute("SELECT count(*) FROM history").fetchone()[0]


def test_all_of_it_is_one_step_back_and_comes_again_only_then(session):
    data, library = reviewed(session), session.library
    before = [(one.id, one.note) for one in session.annotations()]
    copy = library.returned(data)
    assert [change.kind for change in copy.changes].count("new") == 1 and len(copy.changes) == 3
    told = library.accept(copy.changes)
    assert session.id in told.articles and len(session.annotations()) == 2
    written = history(session)
    library.accept(copy.changes)
    assert history(session) == written
    assert library.returned(data).changes == ()
    library.undo()
    assert [(one.id, one.note) for one in session.annotations()] == before
    assert not session.annotations()[0].comments
    assert len(library.returned(data).changes) == 3
    library.accept(library.returned(data).changes)
    assert len(session.annotations()) == 2 and library.check() == []
    assert len(session.annotation(before[0][0]).comments) == 1


def test_only_what_is_wanted_is_taken_in(session):
    data, library = reviewed(session), session.library
    note = next(c for c in library.returned(data).changes if c.kind == "note")
    library.accept([note])
    assert len(session.annotations()) == 1
    assert {c.kind for c in library.returned(data).changes} == {"new", "reply"}


def test_what_was_ignored_is_asked_about_no_more(session):
    data, library = reviewed(session), session.library
    copy = library.returned(data)
    library.ignore(copy.changes)
    again = library.returned(data)
    assert (again.changes, again.ignored) == ((), copy.changes)
    assert again.summary.endswith("nothing new in it, 3 changes were ignored")
    assert len(session.annotations()) == 1 and library.check() == []
    written = history(session)
    library.ignore(copy.changes)
    assert history(session) == written
    library.undo()
    assert library.returned(data).changes == copy.changes


def test_what_is_new_in_the_next_copy_is_listed_beside_what_was_ignored(session):
    data, library = reviewed(session), session.library
    library.ignore(library.returned(data).changes)
    (mark,) = session.ids()
    rewritten = Reviewer(data).set(mark, Contents="1 · Check it twice.").data
    copy = library.returned(rewritten)
    assert [(c.kind, c.after) for c in copy.changes] == [("note", "Check it twice.")]
    assert sorted(c.kind for c in copy.ignored) == ["new", "reply"]


def test_what_was_ignored_can_be_taken_in_after_all(session):
    data, library = reviewed(session), session.library
    changes = library.returned(data).changes
    library.accept(changes[:1], ignored=changes[1:])
    assert library.returned(data).changes == ()
    library.accept(library.returned(data).ignored)
    assert library.returned(data).ignored == () and len(session.annotations()) == 2
    library.undo(), library.undo()
    assert library.returned(data).changes == changes


def test_what_was_ignored_is_known_to_the_other_library(session, tmp_path):
    data, library = reviewed(session), session.library
    library.ignore(library.returned(data).changes)
    with open_library(tmp_path / "b.annotator", "B") as other:
        other.store.receive(library.store)
        assert other.returned(data).changes == () and len(other.returned(data).ignored) == 3


def test_a_thread_that_is_done(session):
    mark = highlight(session, "closed for", note="Check this.")
    session.comment(mark.id, "Is it so?")
    done = {"StateModel": "Review", "State": "Completed", "M": "D:20260701101500Z"}
    reviewer = Reviewer(export(session))
    change = the_change(session, reviewer.reply(mark.id, "Completed", own="S-1", **done).data)
    assert change.kind == "resolved" and change.suggested
    session.library.accept([change])
    assert [c.resolved for c in session.annotation(mark.id).comments] == [True]
    assert changes(session, reviewer.data) == ()
    session.resolve(mark.id, False)
    assert changes(session, reviewer.data) == ()  # which it was here, too, and is not any more


def test_a_thread_that_was_answered_and_is_done(session):
    mark = highlight(session, "closed for", note="Check this.")
    reviewer = Reviewer(export(session)).reply(mark.id, "It is.")
    reviewer.reply(mark.id, "", own="S-1", StateModel="Review", State="Completed")
    found = changes(session, reviewer.data)
    assert [change.kind for change in found] == ["reply", "resolved"]
    session.library.accept(found)
    assert [c.resolved for c in session.annotation(mark.id).comments] == [True]
    assert changes(session, reviewer.data) == ()


def test_a_new_mark_whose_thread_is_done(pdf):
    highlight(pdf, "months")
    reviewer = Reviewer(export(pdf)).mark("carried ice", page=1, name="ext-1")
    reviewer.reply("ext-1", "And when?")
    reviewer.reply("ext-1", "", own="S-1", StateModel="Review", State="Completed")
    change = the_change(pdf, reviewer.data)
    pdf.library.accept([change])
    assert [c.resolved for c in pdf.annotation(change.annotation).comments] == [True]
    assert changes(pdf, reviewer.data) == ()


def test_two_libraries_take_the_same_copy_in_once(session, tmp_path):
    data, library = reviewed(session), session.library
    library.accept(library.returned(data).changes)
    with open_library(tmp_path / "b.annotator", "B") as other:
        other.store.receive(library.store)
        library.undo()
        library.accept(library.returned(data).changes)
        other.store.receive(library.store)
        assert len(other.session(session.id).annotations()) == 2 and other.check() == []


def test_adding_a_copy_adds_no_article(session, tmp_path):
    file = tmp_path / "from the teacher.pdf"
    file.write_bytes(reviewed(session))
    report = session.library.add(file)
    assert (report.status, report.article, report.returned) == ("already", session.id, True)
    assert report.message == f"A returned copy of “{session.article.title}”: 3 changes"
    assert session.library.import_file(file).id == session.id
    assert len(session.library.articles()) == 1


def test_a_copy_of_a_trashed_article_is_an_article(session, tmp_path):
    file = tmp_path / "from the teacher.pdf"
    file.write_bytes(reviewed(session))
    library, id = session.library, session.id
    library.remove_article(id)
    report = library.add(file)
    assert report.status == "imported" and report.article != id


def test_marks_in_a_joined_copy_land_on_their_articles(library, pdf, web, tmp_path):
    highlight(pdf, "months", note="So long?")
    highlight(web, "closed for", note="Check this.")
    out = tmp_path / "joined.pdf"
    library.export([web.id, pdf.id], "pdf", out, ExportOptions(joined=True))
    reviewer = Reviewer(out.read_bytes()).mark("carried ice", name="e1")
    copy = library.returned(reviewer.mark("Part 5: the bridge", name="e2").data)
    assert {(c.article, c.quote) for c in copy.changes} == {
        (pdf.id, "carried ice"), (web.id, "Part 5: the bridge"),
    }  # fmt: skip
    library.accept(copy.changes)
    assert len(pdf.annotations()) == len(web.annotations()) == 2


def test_a_locked_copy_is_named_where_it_is_refused(session, tmp_path):
    reviewer = Reviewer(reviewed(session))
    reviewer.writer.encrypt("open sesame", algorithm="AES-256")
    file = tmp_path / "from the teacher.pdf"
    file.write_bytes(reviewer.data)
    report = session.library.add(file)
    assert report.locked and "“from the teacher.pdf” opens with a password" in report.message


def test_a_locked_copy_asks_for_its_password(session):
    reviewer = Reviewer(reviewed(session))
    reviewer.writer.encrypt("open sesame", algorithm="RC4-128")
    data = reviewer.data
    with pytest.raises(PasswordNeeded):
        session.library.returned(data)
    assert len(session.library.returned(data, "open sesame").changes) == 3


# What is said of a mark besides its note


SORTS = ("note", "tags", "claim", "source", "bare", "area")


def one_of_each(pdf):
    """A mark of each sort that is written in a copy, by what it has."""
    words = ("closed for", "months", "sensors", "ice", "crossed")
    made = {
        sort: highlight(pdf, word, note=f"Of {sort}." if at < 3 else "").id
        for at, (sort, word) in enumerate(zip(SORTS, words, strict=False))
    }
    made["area"] = pdf.mark_area(1, (30, 100, 100, 50), note="Of area.").id
    pdf.set_tags(made["tags"], ["x/y", "z"])
    claim = pdf.add_claim(made["claim"], "It was long.", verdict="False")
    pdf.update_claim(claim.id, reasoning="One.\n\nTwo.", claimant="The city")
    pdf.attach_source(claim.id, "https://example.org/a", "refutes")
    pdf.attach_source(made["source"], "https://example.org/b")
    return made


def said_of(pdf, id, edit):
    reviewer = Reviewer(export(pdf))
    said = str(reviewer.find(id)[1].get("/Contents", ""))
    return changes(pdf, reviewer.set(id, Contents=edit(said), M=LATER).data)


@pytest.mark.parametrize("sort", SORTS)
def test_whatever_is_typed_into_what_is_said_of_a_mark_is_shown(pdf, sort):
    id = one_of_each(pdf)[sort]
    note = pdf.annotation(id).note

    def after(edit):
        (change,) = said_of(pdf, id, edit)
        assert (change.kind, change.annotation, change.before) == ("note", id, note)
        return change.after

    at_end = after(lambda said: f"{said} PROF: no.")
    assert at_end.split() == f"{note} PROF: no.".split()
    assert after(lambda said: f"{said}\nPROF: no.") == "\n\n".join(
        filter(None, (note, "PROF: no."))
    )
    assert after(lambda said: f"PROF: no. {said}") == f"PROF: no. {note}".strip()
    assert after(lambda said: f"PROF: no.\n{said}") == f"PROF: no.\n{note}".strip()
    first = after(
        lambda said: said.replace("\n", " PROF: no.\n", 1) if "\n" in said else "PROF: no."
    )
    assert "PROF: no." in first and "https" not in first and "Tags" not in first


@pytest.mark.parametrize("sort", SORTS)
def test_an_emptied_note_is_shown(pdf, sort):
    id = one_of_each(pdf)[sort]
    emptied = [(change.before, change.after) for change in said_of(pdf, id, lambda _said: "")]
    note = pdf.annotation(id).note
    assert emptied == ([(note, "")] if note else [])


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("edit", ["{said} PROF: no.", "{said}\nPROF: no.", "PROF: no. {said}"])
def test_what_was_typed_in_is_taken_in_once(pdf, sort, edit):
    id = one_of_each(pdf)[sort]
    reviewer = Reviewer(export(pdf))
    said = edit.format(said=reviewer.find(id)[1].get("/Contents", ""))
    data = reviewer.set(id, Contents=said, M=LATER).data
    pdf.library.accept(changes(pdf, data))
    assert "PROF: no." in pdf.annotation(id).note
    assert changes(pdf, data) == ()
    pdf.library.undo()
    assert len(changes(pdf, data)) == 1


def test_what_was_written_in_one_go_was_never_there_by_halves(pdf):
    with pdf.library.batch("area") as batch:
        area = pdf.mark_area(1, (30, 100, 100, 50))
        batch.touch("annotations", area.id, note="A figure")
    (change,) = said_of(pdf, area.id, lambda _said: "")
    assert (change.before, change.after) == ("A figure", "")


@pytest.mark.parametrize(
    ("sort", "ours", "theirs"),
    [
        ("tags", "Tags: x/y, z", "Tags: x/y, zero"),
        ("claim", "False: It was long.", "True: It was long."),
        ("claim", "Two.", "Three."),
        ("source", "example.org/b", "example.com/b"),
    ],
)
def test_another_tag_verdict_reason_or_source_is_shown(pdf, sort, ours, theirs):
    id = one_of_each(pdf)[sort]
    (change,) = said_of(pdf, id, lambda said: said.replace(ours, theirs))
    note = pdf.annotation(id).note
    assert change.after.startswith(note) and theirs in change.after
    assert change.after.removeprefix(note).strip().count("\n") == 0


def test_tags_claims_and_sources_that_were_changed_here_since_are_no_news(session):
    mark = highlight(session, "closed for", note="See.", tags=("a", "b"))
    claim = session.add_claim(mark.id, "It was long.", verdict="False")
    gone = session.add_claim(mark.id, "It was cold.", claimant="The port")
    session.update_claim(claim.id, reasoning="One.\n\nTwo.", claimant="The city")
    evidence = session.attach_source(claim.id, "https://example.org/a", "refutes")
    other = session.attach_source(mark.id, "https://example.org/b")
    session.comment(mark.id, "Really?")
    data = export(session)
    session.set_tags(mark.id, ["c"])
    session.update_claim(claim.id, verdict="True", reasoning="Else.", claimant="")
    session.remove_claim(gone.id)
    session.update_evidence(evidence.id, stance="supports")
    session.update_source(evidence.source.id, title="The log")
    session.remove_evidence(other.id)
    assert changes(session, data) == ()


@pytest.mark.parametrize("now", ["as it was", "removed", "merged", "named otherwise", "undone"])
def test_what_became_of_linked_claims_since_is_no_news(session, now):
    mark = highlight(session, "closed for", note="See.")
    claim = session.add_claim(mark.id, "Reuters reported that it was cold.", claimant="Reuters")
    claims = session.library.claims
    said, so = claims.split_attribution(claim.id)
    assert "Whether it is so: C2." in contents(session.annotation(mark.id))
    data = export(session)
    if now == "removed":
        claims.remove(so.id)
    elif now == "merged":
        other = highlight(session, "months")
        claims.merge(session.add_claim(other.id, "Reuters has it.").id, said.id)
    elif now == "named otherwise":
        claims.update(so.id, claimant="An agency")
    elif now == "undone":
        session.library.undo()
    assert changes(session, data) == ()
