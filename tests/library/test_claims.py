"""Claims wherever they stand: rows of the board, counts, edits and the trail they leave."""

from datetime import date, timedelta

import pytest

from annotator.errors import InvalidValue, NotFound
from annotator.library.claims.filtering import ClaimFilter
from annotator.model.claims import origins
from annotator.store import board
from annotator.store.ids import new_id
from tests.store.builders import add_article, open_library, small_article


def claim_on(session, words, **fields):
    start = session.article.text.index(words)
    return session.claim(start, start + len(words), **fields)


def evidence(library, claim, **fields):
    """An entry of evidence, with its own source unless one is given."""
    with library.store.write("evidence") as batch:
        source = fields.pop("source", None) or batch.insert(
            "sources", new_id(), url=fields.pop("url", "")
        )
        batch.insert("evidence", new_id(), source=source, claim=claim.id, **fields)
        return source


def test_a_row_says_what_the_claim_and_its_first_passage_say(library, session):
    claim = claim_on(session, "eleven months", kind="number", claimant="the city", verdict="True")
    mark = session.annotation(session.owner_of(claim.id))
    session.set_tags(mark.id, ["bridge/closure", "figures"])
    (row,) = library.claims.rows()
    assert (row.id, row.label, row.statement) == (claim.id, "C1", "eleven months")
    assert (row.kind, row.claimant, row.verdict.name) == ("number", "the city", "True")
    assert (row.status, row.passages, row.annotation) == ("checked", 1, mark.id)
    assert (row.article, row.article_title) == (session.id, "The bridge")
    assert row.tags == ("bridge/closure", "figures")


def test_rows_count_origins_as_claims_do(library, session):
    claim = claim_on(session, "eleven months")
    shared = evidence(library, claim, url="https://example.org/a")
    for fields in (
        {"source": shared}, {"origin": "AP"}, {"origin": "ap"}, {"type": "search"},
        {"type": "request"}, {"type": "request", "outcome": "answered"},
        {"type": "request", "answered": "2026-05-01", "origin": "Straße"}, {"origin": "STRASSE"},
        {"url": "https://example.org/a"},
    ):  # fmt: skip
        evidence(library, claim, **fields)
    (row,) = library.claims.rows()
    loaded = library.claims.get(claim.id)
    assert (row.sources, row.origins) == (len(loaded.evidence), origins(loaded.evidence)) == (10, 4)


def test_one_page_and_one_person_asked_twice_are_one_origin_each(library, session):
    claim = claim_on(session, "eleven months")
    for fields in (
        {"title": "Ines Calder", "type": "interview"},
        {"title": "Ines  calder", "type": "email", "url": "mailto:calder@uni.example"},
        {"title": "The minutes", "url": "https://example.org/settle"},
        {"title": "The minutes", "url": "http://www.example.org/settle/#p2", "quote": "nine"},
        {"title": "Ines Calder", "type": "interview", "url": "https://radio.example/calder"},
    ):
        library.ledger.add(claim.id, **fields)
    (row,) = library.claims.rows()
    assert (row.sources, row.origins) == (5, 3)
    assert library.claims.get(claim.id).origins == 3


def test_what_is_written_shows_in_the_next_rows_also_from_another_program(library, session):
    claim = claim_on(session, "eleven months")
    assert len(library.claims.rows()) == 1
    library.claims.update(claim.id, claimant="the city")
    assert library.claims.rows()[0].claimant == "the city"
    with open_library(library.path) as other:
        other.claims.update(claim.id, kind="number")
    assert library.claims.rows()[0].kind == "number"
    library.undo()
    assert library.claims.rows()[0].kind == "fact"


def test_claims_of_articles_in_the_trash_are_left_out(library, session):
    claim = claim_on(session, "eleven months")
    other = library.session(add_article(library, small_article(title="Another")))
    kept = claim_on(other, "sensors")
    library.remove_article(session.id)
    assert [row.id for row in library.claims.rows()] == [kept.id]
    library.undo()
    assert {row.id for row in library.claims.rows()} == {claim.id, kept.id}


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"verdict": "true"}, ["C1"]),
        ({"verdict": ""}, ["C2", "C3"]),
        ({"status": "to check"}, ["C2", "C3"]),
        ({"kind": "number"}, ["C1", "C2"]),
        ({"tag": "figures"}, ["C2"]),
        ({"claimant": "the city"}, ["C1"]),
        ({"no_source": True}, ["C2", "C3"]),
        ({"one_origin": True}, ["C1"]),
        ({"check_again_by": "2026-06"}, ["C3"]),
        ({"text": "c2"}, ["C2"]),
        ({"text": "ROAD two"}, ["C2"]),
        ({"kind": "number", "claimant": "the city"}, ["C1"]),
        ({"kind": "fact", "claimant": "the city"}, []),
    ],
)
def test_filters(library, session, where, found):
    first = claim_on(session, "eleven months", kind="number", claimant="the city", verdict="True")
    second = claim_on(session, "two faced the road", kind="number")
    third = claim_on(session, "beyond doubt")
    session.set_tags(session.owner_of(second.id), ["figures/small"])
    library.claims.update(third.id, check_again="2026-05-12")
    evidence(library, first)
    assert [row.label for row in library.claims.rows(ClaimFilter(**where))] == found


def test_rows_in_order_those_without_come_last_either_way(library, session):
    for words in ("eleven months", "sensors", "beyond doubt"):
        claim_on(session, words)
    ids = [row.id for row in library.claims.rows()]
    library.claims.update(ids[0], verdict="False", claimant="b")
    library.claims.update(ids[2], verdict="Mostly true", claimant="A")

    def labels(*order):
        return [row.label for row in library.claims.rows(ClaimFilter(), *order)]

    assert labels("verdict") == ["C3", "C1", "C2"]
    assert labels("verdict", True) == ["C1", "C3", "C2"]
    assert labels("claimant") == ["C3", "C1", "C2"]
    assert labels("number", True) == ["C3", "C2", "C1"]
    assert labels("status") == ["C2", "C1", "C3"]
    with pytest.raises(InvalidValue, match="number, statement"):
        labels("colour")


def test_setting_aside_asks_for_a_reason_and_a_reason_is_one_line(library, session):
    claim = claim_on(session, "eleven months")
    with pytest.raises(InvalidValue, match="why"):
        library.claims.update(claim.id, status="set aside")
    library.claims.update(claim.id, status="set aside", why="Nobody kept\n  the readings.")
    assert library.claims.get(claim.id).status == "set aside"
    assert library.claims.trail(claim.id)[-1].why == "Nobody kept the readings."


def test_counts(library, session):
    first = claim_on(session, "eleven months", verdict="True", claimant="the city")
    claim_on(session, "sensors", kind="number")
    library.claims.update(first.id, assignee="Ruiz", as_of="2020", check_again="2020")
    other = library.session(add_article(library, small_article(title="Another")))
    third = claim_on(other, "beyond doubt")
    library.claims.update(third.id, verdict="Opinion", why="A judgement.")
    counts = library.claims.counts()
    ruiz = next(person.id for person in library.claims.people() if person.name == "Ruiz")
    assert counts.total == 3
    assert counts.by_status["checked"] == counts.by_status["set aside"] == 1
    assert counts.by_status["to review"] == 0
    assert counts.by_verdict == {"True": 1, "": 1, "Opinion": 1}
    assert counts.by_assignee == {ruiz: 1, "": 2}
    assert (counts.no_source, counts.one_origin, counts.due) == (2, 0, 1)
    assert [
        (part.title, part.claims, part.checked, part.set_aside) for part in counts.by_article
    ] == [("The bridge", 2, 1, 0), ("Another", 1, 0, 1)]


@pytest.mark.parametrize("text", ["C2", "c2", " 2 ", "{id}", "{id:.8}"])
def test_a_claim_is_found_by_number_id_or_the_beginning_of_it(library, session, text):
    claim_on(session, "eleven months")
    claim = claim_on(session, "sensors")
    assert library.claims.find(text.format(id=claim.id)) == claim.id


@pytest.mark.parametrize("text", ["C9", "", "zzzz", "99999999999999999999999"])
def test_what_names_no_claim_is_said(library, session, text):
    claim_on(session, "eleven months")
    with pytest.raises(NotFound, match="No claim is called"):
        library.claims.find(text)


def test_passages_are_cited_alike_whether_the_article_is_open_or_not(library, session):
    claim = claim_on(session, "Nine of the eleven sensors")
    opened = library.claims.passages(claim.id)
    library.release(session.id)
    assert library.claims.passages(claim.id) == opened
    (passage,) = opened
    assert (passage.title, passage.quote) == ("The bridge", "Nine of the eleven sensors")
    assert (passage.locator, passage.start) == ("¶ 2", session.article.text.index("Nine"))


def test_what_stands_in_the_headline_is_cited_so(library, session):
    claim = claim_on(session, "The bridge")
    opened = library.claims.passages(claim.id)
    library.release(session.id)
    assert library.claims.passages(claim.id) == opened
    assert [passage.locator for passage in opened] == ["headline"]


def test_kept_rows_follow_every_sort_of_edit(library, session):
    other = library.session(add_article(library, small_article(title="Another")))
    first = claim_on(session, "eleven months", verdict="True")
    second = claim_on(other, "sensors")
    mark = session.owner_of(first.id)
    entry = library.ledger.add(first.id, url="https://example.org/", origin="AP")
    moved = session.highlight(0, 5)
    edits = [
        (lambda: session.set_tags(mark, ["figures"]), True),
        (lambda: library.ledger.move(entry.id, second.id), True),
        (lambda: library.ledger.update(entry.id, origin="dpa"), False),
        (lambda: session.update_source(entry.source.id, url="https://example.org/b"), False),
        (lambda: session.comment(first.id, "Sure?"), False),
        (lambda: library.claims.update(first.id, assignee="Ruiz"), True),
        (lambda: library.set_name("Somebody Else"), False),
        (lambda: library.claims.add_passage(second.id, moved.id), True),
        (lambda: session.delete(moved.id), True),
        (lambda: library.claims.merge(second.id, first.id), True),
        (lambda: library.set_details(session.id, title="The long bridge"), False),
        (lambda: library.remove_article(session.id), True),
        (library.undo, True),
        (lambda: library.claims.remove(second.id), True),
        (library.undo, True),
    ]
    for edit, shows in edits:
        before = library.claims.rows()
        edit()
        now = library.claims.rows()
        assert now == board.load(library.store.connection).rows
        assert (now != before) is shows


def test_what_was_taken_back_while_it_was_written_is_not_kept(library, session):
    claim = claim_on(session, "eleven months")
    with pytest.raises(ZeroDivisionError), library.batch("edits"):
        library.claims.update(claim.id, claimant="the city")
        assert library.claims.rows()[0].claimant == "the city"
        raise ZeroDivisionError
    library.claims.update(claim.id, kind="number")
    (row,) = library.claims.rows()
    assert (row.claimant, row.kind) == ("", "number")


def test_dates_that_cannot_be_are_refused_and_nothing_is_written(library, session):
    claim = claim_on(session, "eleven months", verdict="True")
    today = date.today()
    tomorrow, yesterday = (str(today + timedelta(days=days)) for days in (1, -1))
    for fields, sentence in (
        ({"as_of": tomorrow}, "lies in the future"),
        ({"check_again": yesterday}, "lies before the day the verdict holds for"),
        ({"as_of": "2026-05-02", "check_again": "2026-05-01"}, "lies before the day"),
    ):
        with pytest.raises(InvalidValue, match=sentence):
            library.claims.update(claim.id, **fields)
        with pytest.raises(InvalidValue, match=sentence):
            session.update_claim(claim.id, **fields)
        assert library.claims.get(claim.id) == claim
    library.claims.update(claim.id, as_of=str(today.year), check_again=str(today))
    with pytest.raises(InvalidValue, match="future"):
        library.article_verdicts.give(session.id, "True", as_of=tomorrow)
    with pytest.raises(InvalidValue, match="future"):
        library.ledger.add(claim.id, url="https://a.example", accessed=tomorrow)
    library.ledger.add(claim.id, url="https://a.example", accessed=str(today))
