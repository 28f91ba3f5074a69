"""Two libraries that exchange their histories, in any order and repeatedly, end equal."""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from annotator.errors import InvalidValue, NothingToUndo
from annotator.store import board, fold, rows
from annotator.store.schema import FOLDED, LOCAL
from tests.library.paged import add_paged, small_pdf
from tests.store.builders import add_article, open_library, small_article

SIDES = st.sampled_from(["a", "b"])
TURN = st.integers(0, 5)


def contents(library):
    """All folded rows by id, with the columns that no operation carries."""
    found = {}
    for table in FOLDED:
        names = ", ".join(("id", *rows.columns(table), *LOCAL.get(table, ())))
        query = f"SELECT {names} FROM {table} ORDER BY id"
        found[table] = library.store.connection.execute(query).fetchall()
    return found


def assert_every_claim_has_its_own_number(library):
    found = library.store.connection.execute("SELECT number FROM claims").fetchall()
    assert len(set(found)) == len(found)


def assert_nothing_hangs_on_a_merged_claim(library):
    found = library.store.connection.execute(
        "SELECT e.id FROM evidence e JOIN claims c ON c.id = e.claim "
        "JOIN claims kept ON kept.id = c.merged_into "
        "WHERE c.deleted = 1 AND kept.deleted = 0 AND e.deleted = 0"
    )
    assert found.fetchall() == []


def claims(library, article):
    """Number by statement, as a reader sees them."""
    notes = library.session(article).annotations()
    return {claim.statement: claim.number for note in notes for claim in note.claims}


@pytest.mark.parametrize("first", ["a", "b"])
def test_of_two_claims_of_one_number_the_one_made_first_keeps_it(tmp_path, first):
    sides = {side: open_library(tmp_path / f"{side}.annotator", side) for side in "ab"}
    a, b = sides.values()
    article = add_article(a)
    b.store.receive(a.store)
    for turn in range(2):
        a.session(article).claim(11 + turn, 20, f"a {turn}")
        b.session(article).claim(11 + turn, 20, f"b {turn}")
    ids = {claim.id for note in a.session(article).annotations() for claim in note.claims}
    second = "b" if first == "a" else "a"
    sides[first].store.receive(sides[second].store)
    expected = {"a 0": 1, "a 1": 2, "b 0": 3, "b 1": 4}
    assert claims(sides[first], article) == expected
    sides[second].store.receive(sides[first].store)
    assert claims(sides[second], article) == expected
    assert contents(a) == contents(b)
    assert ids <= {id for (id,) in b.store.connection.execute("SELECT id FROM claims")}
    assert b.session(article).claim(30, 40, "new").number == 5
    assert a.check() == b.check() == []
    for library in sides.values():
        library.close()


def test_pages_and_what_is_marked_on_them_travel_along(tmp_path):
    with (
        open_library(tmp_path / "a.annotator") as a,
        open_library(tmp_path / "b.annotator", "B. Reader") as b,
    ):
        session = a.session(add_paged(a, small_pdf()))
        area = session.mark_area(1, (30, 40, 100, 50))
        mark = session.highlight(4, 10)
        session.comment(mark.id, "Which one?")
        b.store.receive(a.store)
        theirs = b.session(session.id)
        assert theirs.article.pages == session.article.pages != ()
        assert theirs.annotations() == session.annotations()
        assert theirs.area_picture(area.id) == session.area_picture(area.id)
        theirs.comment(mark.id, "The old one.")
        a.store.receive(b.store)
        assert [c.author_name for c in session.annotation(mark.id).comments] == [
            "A. Student", "B. Reader",
        ]  # fmt: skip
        assert contents(a) == contents(b)
        assert a.check() == b.check() == []


class TwoLibraries(RuleBasedStateMachine):
    """Edits on both sides, exchanges in either direction at any time."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.sides = {
            side: open_library(self.folder / f"{side}.annotator", f"Person {side}") for side in "ab"
        }
        for side, library in self.sides.items():
            add_article(library)
            add_article(library, small_article(title=f"Only on {side}"))

    def session(self, side):
        library = self.sides[side]
        shared = [row for row in library.articles() if row.title == "The bridge"]
        return library.session(shared[0].id) if shared else None

    @rule(side=SIDES, at=TURN)
    def mark(self, side, at):
        if session := self.session(side):
            session.highlight(11 + at, 20 + at, tags=[f"tag {at % 2}"])

    @rule(side=SIDES, at=TURN, text=st.sampled_from(["", "x", "y"]))
    def note(self, side, at, text):
        session = self.session(side)
        if session and (marks := session.annotations()):
            session.update(marks[at % len(marks)].id, note=text)

    @rule(side=SIDES, at=TURN)
    def claim(self, side, at):
        session = self.session(side)
        if session and (marks := session.annotations()):
            claim = session.add_claim(marks[at % len(marks)].id, f"claim {at}", verdict="Opinion")
            session.attach_source(claim.id, url=f"https://example.org/{at}")

    @rule(side=SIDES, at=TURN)
    def comment(self, side, at):
        session = self.session(side)
        if session and (marks := session.annotations()):
            mark = marks[at % len(marks)]
            session.comment(mark.claims[0].id if mark.claims else mark.id, f"said {at}")

    @rule(side=SIDES, at=TURN, resolved=st.booleans())
    def settle(self, side, at, resolved):
        session = self.session(side)
        if session and (marks := session.annotations()):
            session.resolve(marks[at % len(marks)].id, resolved)

    @rule(side=SIDES, at=TURN)
    def retag(self, side, at):
        session = self.session(side)
        if session and (marks := session.annotations()):
            session.set_tags(marks[at % len(marks)].id, [f"tag {at % 3}"] if at else [])

    @rule(side=SIDES, at=TURN)
    def delete(self, side, at):
        session = self.session(side)
        if session and (marks := session.annotations()):
            session.delete(marks[at % len(marks)].id)

    @rule(side=SIDES, role=st.sampled_from(["heading", "furniture", None]))
    def role(self, side, role):
        if session := self.session(side):
            session.set_role(1, role)

    def rows(self, side):
        return self.sides[side].claims.rows()

    @rule(side=SIDES, at=TURN, verdict=st.sampled_from(["True", "False", "Opinion", None]))
    def judge(self, side, at, verdict):
        if rows := self.rows(side):
            why = f"because of {at}"
            self.sides[side].claims.update(rows[at % len(rows)].id, why, verdict=verdict)

    @rule(side=SIDES, at=TURN, name=st.sampled_from(["Ruiz", "Ortiz", "Person b"]))
    def assign(self, side, at, name):
        if rows := self.rows(side):
            id = rows[at % len(rows)].id
            self.sides[side].claims.update(id, assignee=name)
            self.sides[side].claims.ask_for_review(id, name)

    @rule(side=SIDES, at=TURN)
    def merge(self, side, at):
        rows = self.rows(side)
        if len(rows) > 1:
            self.sides[side].claims.merge(rows[at % len(rows)].id, rows[at % len(rows) - 1].id)

    @rule(side=SIDES, at=TURN)
    def split(self, side, at):
        rows = [row for row in self.rows(side) if row.passages > 1]
        if rows:
            row = rows[at % len(rows)]
            self.sides[side].claims.split(row.id, [row.annotation])

    @rule(side=SIDES, at=TURN)
    def split_attribution(self, side, at):
        if rows := self.rows(side):
            with suppress(InvalidValue):  # it is one of two already
                self.sides[side].claims.split_attribution(rows[at % len(rows)].id)

    @rule(side=SIDES, at=TURN)
    def switch_scale(self, side, at):
        scales = self.sides[side].scales
        chosen = scales.all()[at % len(scales.all())]
        proposed = {one.key: one.to.id for one in scales.proposal(chosen.id) if one.to}
        scales.choose(chosen.id, proposed)

    @rule(side=SIDES, at=TURN)
    def judge_article(self, side, at):
        if session := self.session(side):
            verdicts = self.sides[side].article_verdicts
            verdicts.give(session.id, "Not checked", f"summary {at}", why="so far")

    @rule(side=SIDES)
    def undo(self, side):
        with suppress(NothingToUndo):
            self.sides[side].undo()

    @rule(side=SIDES)
    def receive(self, side):
        other = "b" if side == "a" else "a"
        self.sides[side].store.receive(self.sides[other].store)

    @invariant()
    def rows_are_what_their_operations_add_up_to(self):
        for library in self.sides.values():
            assert fold.differing_rows(library.store.connection) == []

    @invariant()
    def the_board_shows_what_is_there(self):
        for library in self.sides.values():
            assert library.claims.rows() == board.load(library.store.connection).rows

    def teardown(self):
        a, b = self.sides["a"], self.sides["b"]
        for _ in range(2):
            a.store.receive(b.store)
            b.store.receive(a.store)
        assert contents(a) == contents(b)
        assert a.claims.load(row.id for row in a.claims.rows()) == b.claims.load(
            row.id for row in b.claims.rows()
        )
        assert_every_claim_has_its_own_number(a)
        assert_nothing_hangs_on_a_merged_claim(a)
        assert a.check() == b.check() == []
        for library in self.sides.values():
            library.close()
        shutil.rmtree(self.folder)


TestTwoLibraries = TwoLibraries.TestCase
TestTwoLibraries.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
