"""What came with the file and was deleted here goes from it; threads that are done say so."""

from dataclasses import replace

import pytest

from annotator.exporting.original import mark_original, pdfium
from annotator.exporting.original.marks import PdfMark
from annotator.pdf import open_pdf
from annotator.store.ids import shared_id
from tests.exporting.originals import ARTICLE, FIRST, REPLY, annotations, mark, plain_pdf, seen


def annotation(kind: str, entries: str) -> bytes:
    return f"<< /Type /Annot /Subtype /{kind} /Rect [72 697 240 712] {entries} >>".encode()


QUADS = "/QuadPoints [72 712 240 712 72 697 240 697]"
THREAD = (
    annotation("Highlight", f"{QUADS} /Contents (old) /NM (ext-1) /Popup 11 0 R"),
    annotation("Popup", "/Parent 10 0 R"),
    annotation("Text", "/IRT 10 0 R /Contents (why) /NM (ext-2)"),
    annotation("Text", "/IRT 12 0 R /RT /R /Contents (since) /NM (ext-3)"),
    annotation("StrikeOut", f"{QUADS} /IRT 10 0 R /RT /Group /NM (ext-4)"),
    annotation("Square", "/Contents (stays) /NM (ext-5)"),
)
ANNOTS = "/Annots [10 0 R 11 0 R 12 0 R 13 0 R 14 0 R 15 0 R]"


def removed(name: str = "", **fields: object) -> PdfMark:
    id = shared_id("embedded", ARTICLE.id, name) if name else "made-of-its-place"
    return mark(id=id, in_file=True, removed=True, **fields)


def names(data: bytes) -> list[str]:
    return [one.name for one in seen(data)]


def test_a_mark_goes_with_its_window_and_all_answers() -> None:
    data = plain_pdf(page=ANNOTS, objects=THREAD)
    made = mark_original(data, [removed("ext-1"), mark()], ARTICLE)
    assert made.startswith(data)
    assert names(made) == ["ext-4", "ext-5", mark().id]
    assert names(mark_original(made, [removed("ext-1"), mark()], ARTICLE)) == names(made)


def test_where_only_pdfium_can_write_it_goes_too() -> None:
    data = plain_pdf(page=ANNOTS, objects=THREAD)
    made = pdfium.mark(data, [removed("ext-1"), mark()], None, ARTICLE.id or "")
    assert made is not None and names(made) == ["ext-4", "ext-5", mark().id]


def test_one_without_a_name_is_known_by_its_place_and_one_with_a_name_is_not() -> None:
    nameless = annotation("Highlight", f"{QUADS} /Contents (nameless)")
    named = annotation("Highlight", f"{QUADS} /Contents (named) /NM (n)")
    data = plain_pdf(page="/Annots [10 0 R 11 0 R]", objects=(named, nameless))
    made = mark_original(data, [removed(plain="nameless")], ARTICLE)
    assert names(made) == ["n"]
    only = plain_pdf(page="/Annots [10 0 R]", objects=(named,))
    assert names(mark_original(only, [removed(plain="named")], ARTICLE)) == ["n"]


def test_what_is_there_still_is_not_taken_for_what_went() -> None:
    twins = [annotation("Highlight", f"{QUADS} /Contents ({said})") for said in ("one", "two")]
    data = plain_pdf(page="/Annots [10 0 R 11 0 R]", objects=twins)
    stays = mark(id="other", in_file=True, contents="1 · one", plain="one")
    made = mark_original(data, [removed(plain="two"), stays], ARTICLE)
    assert len(annotations(made)) == 1


def test_deleted_here_it_is_gone_from_the_export(tmp_path, library_of) -> None:
    data = plain_pdf(page=ANNOTS, objects=THREAD)
    library, id = library_of(data)
    session = library.session(id)
    first = next(one for one in session.annotations() if one.note == "old")
    assert [one.text for one in first.comments] == ["why", "since"]
    session.delete(first.id)
    library.export([id], "pdf", tmp_path / "out.pdf")
    assert names((tmp_path / "out.pdf").read_bytes()) == ["ext-4", "ext-5"]
    library.undo()
    library.export([id], "pdf", tmp_path / "again.pdf")
    assert "ext-1" in names((tmp_path / "again.pdf").read_bytes())


# Threads that are done


def is_done(data: bytes) -> bool:
    with open_pdf(data) as file:
        (found,) = file.embedded(0)
    assert [reply.contents for reply in found.replies] == [REPLY.text]
    return found.resolved


def test_a_thread_that_is_done_says_so_and_is_opened_again() -> None:
    asked = mark(replies=(REPLY,))
    once = mark_original(plain_pdf(), [asked], ARTICLE)
    assert not is_done(once)
    done = mark_original(once, [replace(asked, resolved=True)], ARTICLE)
    assert is_done(done)
    state = annotations(done)[-1]
    assert (state["/StateModel"], state["/State"], state["/RT"]) == ("Review", "Completed", "/R")
    assert state["/T"] == REPLY.author
    assert mark_original(done, [replace(asked, resolved=True)], ARTICLE) == done
    again = mark_original(
        done, [replace(asked, replies=(replace(REPLY, modified="2026-05-20"),))], ARTICLE
    )
    assert not is_done(again)


@pytest.mark.parametrize("new", [True, False])
def test_it_comes_in_as_done(library_of, new: bool) -> None:
    data = mark_original(plain_pdf(), [mark(replies=(REPLY,), resolved=new)])
    library, id = library_of(data)
    (found,) = library.session(id).annotations()
    assert [(one.text, one.resolved) for one in found.comments] == [(REPLY.text, new)]
    assert found.target.quads == FIRST


@pytest.fixture
def library_of(tmp_path):
    """A library of one PDF, and that article's id."""
    from annotator.library import Library, Preferences

    opened = []

    def make(data: bytes):
        (tmp_path / "in.pdf").write_bytes(data)
        preferences = Preferences(tmp_path / "settings.json")
        library = Library.open(tmp_path / "l.annotator", create=True, preferences=preferences)
        opened.append(library)
        return library, library.import_file(tmp_path / "in.pdf").id

    yield make
    for library in opened:
        library.close()
