"""Articles with pages: where marks stand on them, areas, their order and their pictures."""

import threading

import pytest

from annotator.errors import InvalidValue, NotFound
from annotator.library.annotating import MarkRequest, annotate, annotate_area
from annotator.model import AnchorState
from tests.library.paged import add_paged, small_pdf
from tests.pdf_making import Sheet, make_pdf
from tests.store.builders import add_article


@pytest.fixture
def session(library):
    return library.session(add_paged(library, small_pdf()))


def place(session, words):
    start = session.article.text.index(words)
    return start, start + len(words)


def test_a_mark_knows_its_page_and_its_lines_in_user_space(session):
    mark = session.highlight(*place(session, "carried ice"))
    assert mark.target.page == 2 and mark.target.more == ()
    (quad,) = mark.target.quads
    assert quad[0] > 40 and quad[2] > quad[0] and 340 < quad[1] < 360
    assert quad[5] < 340 < quad[1]
    assert session.locator(mark.id) == "p. 2"


def test_a_mark_over_two_pages_has_quads_on_both(library, session):
    start = session.article.text.index("faced the water")
    end = session.article.text.index("carried")
    mark = session.highlight(start, end)
    assert mark.target.page == 1
    ((page, quads),) = mark.target.more
    assert page == 2 and len(quads) == 1
    assert [page for page, _quads in session.places(mark.id)] == [1, 2]
    library.release(session.id)
    assert library.session(session.id).annotation(mark.id).target == mark.target


def test_moving_a_mark_moves_its_lines(library, session):
    mark = session.highlight(*place(session, "river"))
    moved = session.move(mark.id, *place(session, "eleven months"))
    assert (moved.target.page, moved.quote) == (1, "eleven months")
    assert moved.target.quads != mark.target.quads
    library.undo()
    assert session.annotation(mark.id).target == mark.target


def test_claims_and_the_command_lines_marks_have_their_lines_too(session):
    claim = session.claim(*place(session, "eleven months"))
    assert session.annotation(session.owner_of(claim.id)).target.quads
    made = annotate(session, *place(session, "Nobody"), MarkRequest(note="really?"))
    assert made.target.page == 2 and made.target.quads


def test_an_area_keeps_its_rectangle(library, session):
    area = session.mark_area(1, (30, 40, 100, 50), colour="red", note="chart", tags=["x"])
    assert (area.kind, area.colour, area.note, area.tags, area.quote) == (
        "area", "red", "chart", ("x",), "",
    )  # fmt: skip
    page, rect = session.area(area)
    assert page == 1 and rect == pytest.approx((30, 40, 100, 50))
    assert area.target.quads == ((30, 360, 130, 360, 30, 310, 130, 310),)
    assert session.areas_on(1) == [area] and session.areas_on(0) == []
    anchor = session.anchor(area.id)
    assert (anchor.state, anchor.start, anchor.end) == (AnchorState.EXACT, None, None)
    session.move_area(area.id, 0, (10, 10, 20, 20))
    assert session.areas_on(1) == []
    assert session.area(session.areas_on(0)[0]) == (0, pytest.approx((10, 10, 20, 20)))
    library.undo()
    library.undo()
    assert session.areas_on(0) == session.areas_on(1) == []


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_areas_are_kept_as_they_are_seen_however_the_page_lies(library, rotate):
    session = library.session(add_paged(library, small_pdf(rotate=rotate)))
    low = session.mark_area(0, (20, 200, 60, 30))
    high = session.mark_area(0, (20, 20, 60, 30))
    assert session.area(low)[1] == pytest.approx((20, 200, 60, 30))
    assert [area.id for area in session.areas_on(0)] == [high.id, low.id]


def test_areas_have_their_place_among_the_marks(session):
    lower = session.highlight(*place(session, "sensors"))
    upper = session.highlight(*place(session, "bridge was"))
    between = session.mark_area(0, (40, 75, 100, 10))
    above = session.mark_area(0, (40, 5, 100, 10))
    below = session.mark_area(0, (40, 300, 100, 10))
    later = session.highlight(*place(session, "river"))
    order = [above, upper, between, lower, below, later]
    assert session.ids() == [mark.id for mark in order]
    assert [session.number(mark.id) for mark in order] == [1, 2, 3, 4, 5, 6]
    starts = [session.place_of(mark.id) for mark in order]
    assert starts == sorted(starts) and None not in starts


def test_an_area_is_numbered_in_its_own_column(library):
    sheet = Sheet()
    lefts = [f"Left line {n} reads on and on until it ends" for n in range(30)]
    rights = [f"Right line {n} reads on and on and ends" for n in range(40)]
    sheet.lines(60, 700, lefts)  # down to 498 points from the top
    sheet.lines(330, 707, rights)  # each a little above the one beside it
    session = library.session(add_paged(library, make_pdf(sheet)))
    words = ["Left line 5 ", "Left line 29", "Right line 0", "Right line 5 ", "Right line 30"]
    marks = {word: session.highlight(*place(session, word)).id for word in words}
    left = session.mark_area(0, (60, 130, 100, 14)).id  # above the sixth line of the left
    low = session.mark_area(0, (60, 510, 100, 60)).id  # under all that stands there
    right = session.mark_area(0, (340, 130, 100, 14)).id
    assert session.ids() == [
        left, marks["Left line 5 "], marks["Left line 29"], low, marks["Right line 0"],
        right, marks["Right line 5 "], marks["Right line 30"],
    ]  # fmt: skip


def test_areas_of_a_scan_are_numbered_by_page_and_height(library):
    session = library.session(add_paged(library, small_pdf(((), (), ()))))
    assert session.article.text == ""
    rects = [(2, 10), (0, 200), (1, 50), (0, 10), (1, 300)]
    made = {(page, y): session.mark_area(page, (10, y, 50, 30)).id for page, y in rects}
    assert session.ids() == [made[key] for key in sorted(made)]
    library.release(session.id)
    assert library.session(session.id).ids() == [made[key] for key in sorted(made)]


@pytest.mark.parametrize(
    "rect", [(400, 0, 10, 10), (0, 0, 0, 10), (float("nan"), 0, 5, 5), (10, 10, -5, 5)]
)
def test_a_rectangle_beside_the_page_is_refused(session, rect):
    with pytest.raises(InvalidValue, match="not on page 1, which is 300 by 400 points"):
        session.mark_area(0, rect)
    assert session.annotations() == []


def test_an_area_is_cut_off_at_the_pages_edge(session):
    area = session.mark_area(0, (-20, 380, 100, 100))
    assert session.area(area)[1] == pytest.approx((0, 380, 80, 20))


def test_a_page_that_is_none_and_an_article_without_pages_say_so(library, session):
    with pytest.raises(InvalidValue, match="no page 3; the article has 2"):
        session.mark_area(2, (0, 0, 10, 10))
    flat = library.session(add_article(library))
    with pytest.raises(InvalidValue, match="has no pages"):
        flat.mark_area(0, (0, 0, 10, 10))
    mark = flat.highlight(11, 21)
    assert (mark.target.page, flat.places(mark.id), flat.locator(mark.id)) == (0, (), "¶ 1")


def test_only_words_are_moved_to_words(session):
    area = session.mark_area(0, (10, 10, 50, 50))
    with pytest.raises(InvalidValue, match="Only a mark on words"):
        session.move(area.id, 0, 5)
    with pytest.raises(InvalidValue, match="no area"):
        session.move_area(session.highlight(0, 10).id, 0, (10, 10, 50, 50))


def test_the_picture_of_an_area_is_a_png_and_always_the_same(session):
    area = session.mark_area(0, (40, 50, 100, 20))
    picture = session.area_picture(area.id)
    assert picture.startswith(b"\x89PNG") and picture[16:24] == bytes([0, 0, 0, 200, 0, 0, 0, 40])
    assert session.area_picture(area.id) == picture
    assert session.area_picture(session.mark_area(0, (40, 150, 100, 20)).id) != picture


def test_the_same_rectangle_twice_is_one_mark(session):
    first = annotate_area(session, 0, (10, 10, 50, 50), MarkRequest(note="a"))
    second = annotate_area(session, 0, (10, 10, 50, 50), MarkRequest(tags=["t"], claim="It grew."))
    assert second.id == first.id and (second.note, second.tags) == ("a", ("t",))
    assert second.claims[0].statement == "It grew."
    with pytest.raises(InvalidValue, match="no words in an area"):
        annotate_area(session, 0, (10, 10, 50, 50), MarkRequest(claim=""))


def test_geometry_is_kept_and_can_be_asked_for_from_another_thread(session):
    assert session.known_geometry(0) is None
    found = []
    worker = threading.Thread(target=lambda: found.append(session.geometry_of(0)))
    worker.start()
    worker.join()
    assert found[0] is session.geometry_of(0) is session.known_geometry(0)
    drawn = session.draw_page(0, 1.0, None, None)
    assert (drawn.width, drawn.height) == (300, 400)


def test_a_page_read_otherwise_before_is_mapped_onto_its_stored_text(library):
    data = small_pdf()
    from dataclasses import replace

    from annotator.store import articles
    from tests.library.paged import paged_article

    article = paged_article(data)
    text = article.text.replace("eleven months", "elev en months", 1)
    first, second = article.pages
    pages = (
        replace(first, end=first.end + 1, sha256="0" * 64),
        replace(second, start=second.start + 1, end=second.end + 1),
    )
    article = replace(article, text=text, pages=pages)
    with library.store.write("import") as batch:
        id = articles.add(library.store.connection, batch, article, data, "b.pdf")
    session = library.session(id)
    geometry = session.geometry_of(0)
    assert geometry.text == text[: pages[0].end]
    mark = session.highlight(*place(session, "faced"))
    assert mark.target.quads[0][1] < 340


def test_a_file_is_looked_through_when_it_is_taken_in_and_not_again(session, monkeypatch):
    looked = []
    monkeypatch.setattr("annotator.pdf.document.examine", lambda *about: looked.append(about))
    assert session.geometry_of(0).text
    assert not session.locked
    assert not looked


def test_a_session_that_was_let_go_says_so(library, session):
    session.geometry_of(0)
    library.release(session.id)
    with pytest.raises(NotFound, match="not open any more"):
        session.geometry_of(1)


def test_pages_and_outline_are_kept_and_checked(library, session):
    assert [page.width for page in session.article.pages] == [300, 300]
    assert library.check() == []
    library.store.connection.execute("UPDATE article_versions SET pages = '[]'")
    assert library.check() == [
        f"The pages of article version {session.article.version} were changed."
    ]
