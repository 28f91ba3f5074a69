"""The trail: who changed what about a claim, and why; review."""

import pytest

from annotator.errors import InvalidValue
from annotator.library import Library, Preferences
from annotator.library.minimum import OTHER_PERSON
from tests.library.test_claims import claim_on


@pytest.fixture
def claim(session):
    return claim_on(session, "eleven months")


@pytest.fixture
def strict(library):
    with library.store.write("rule") as batch:
        batch.ensure("settings", OTHER_PERSON, value="1")


def steps(library, claim):
    return [(s.action, s.before, s.after, s.why) for s in library.claims.trail(claim.id)]


def test_a_first_verdict_needs_no_word_and_its_reason_becomes_the_reasoning(library, claim):
    (given,) = library.claims.update(claim.id, "The works\nreport.", verdict="mostly true")
    assert (given.verdict.name, given.status, given.reasoning) == (
        "Mostly true", "checked", "The works\nreport.",
    )  # fmt: skip
    assert steps(library, claim) == [("verdict", "", "Mostly true", "The works report.")]
    step = library.claims.trail(claim.id)[0]
    assert step.who == "A. Student" and step.when.endswith("Z")


def test_another_verdict_asks_why_and_is_a_correction(library, claim):
    library.claims.update(claim.id, verdict="True", reasoning="Counted.")
    with pytest.raises(InvalidValue, match="C1 was “True”"):
        library.claims.update(claim.id, verdict="False", claimant="the city")
    assert library.claims.get(claim.id).claimant == ""
    (changed,) = library.claims.update(claim.id, "It was nine.", verdict="False")
    assert (changed.verdict.name, changed.reasoning) == ("False", "Counted.")
    with pytest.raises(InvalidValue):
        library.claims.update(claim.id, verdict=None)
    library.claims.update(claim.id, "Open again.", verdict=None)
    assert library.claims.get(claim.id).status == "to check"
    library.claims.update(claim.id, verdict="Half true")
    assert [(s.before, s.after) for s in library.claims.corrections(claim.id)] == [
        ("True", "False"), ("False", ""), ("", "Half true"),
    ]  # fmt: skip


def test_the_same_verdict_again_writes_nothing_unless_somebody_says_why(library, claim):
    library.claims.update(claim.id, verdict="True", as_of="2026-01-02")
    before = library.store.connection.total_changes
    library.claims.update(claim.id, verdict="true")
    assert library.store.connection.total_changes == before
    assert library.claims.get(claim.id).as_of == "2026-01-02"
    library.claims.update(claim.id, "Looked again.", verdict="true")
    assert library.claims.get(claim.id).as_of != "2026-01-02"
    assert steps(library, claim)[-1] == ("verdict", "True", "True", "Looked again.")
    assert library.claims.corrections(claim.id) == []


def test_open_articles_and_marks_write_the_same_trail(library, session):
    first = claim_on(session, "sensors", verdict="True")
    session.update_claim(first.id, verdict="False")
    session.update_claim(first.id, status="sent back", why="Which ones?")
    assert steps(library, first) == [
        ("verdict", "", "True", ""), ("verdict", "True", "False", ""),
        ("sent back", "checked", "sent back", "Which ones?"),
    ]  # fmt: skip


def test_open_articles_name_people_too(library, session):
    claim = session.add_claim(session.highlight(0, 5).id, assignee="Ruiz")
    assert claim.assignee.name == "Ruiz"
    assert session.update_claim(claim.id, assignee=None, reviewer="Ortiz").reviewer.name == "Ortiz"
    assert library.claims.get(claim.id).assignee.name == "Ruiz"  # None says nothing here
    assert session.update_claim(claim.id, assignee="").assignee is None
    assert library.check() == []


@pytest.mark.parametrize("outcome", ["Opinion", "Not checkable", "Not checked"])
def test_outcomes_are_set_aside_with_a_reason(library, claim, outcome):
    with pytest.raises(InvalidValue, match="one line why"):
        library.claims.update(claim.id, verdict=outcome)
    (given,) = library.claims.update(claim.id, "A judgement.", verdict=outcome)
    assert (given.status, given.reasoning, given.verdict.is_outcome) == (
        "set aside", "A judgement.", True,
    )  # fmt: skip
    (rated,) = library.claims.update(claim.id, "There is a figure.", verdict="True")
    assert (rated.status, rated.reasoning) == ("checked", "There is a figure.")


def test_a_reason_gives_way_to_the_next_verdicts_until_somebody_writes_a_reasoning(library, claim):
    def judged(verdict, why):
        return library.claims.update(claim.id, why, verdict=verdict)[0].reasoning

    assert judged("True", "The works\nreport.") == "The works\nreport."
    assert judged("True", "Seen again.") == "The works\nreport."
    assert judged("False", "Another report.") == "Another report."
    library.claims.update(claim.id, reasoning="Two reports, **compared**.")
    assert judged("Half true", "They differ.") == "Two reports, **compared**."
    assert [step.why for step in library.claims.trail(claim.id)] == [
        "The works report.", "Seen again.", "Another report.", "They differ.",
    ]  # fmt: skip
    library.undo()
    assert library.claims.get(claim.id).verdict.name == "False"


def test_people_are_named_made_and_kept_apart(library, claim):
    library.claims.update(claim.id, assignee="Ruiz", reviewer="Ortiz")
    library.claims.update(claim.id, assignee=" RUIZ ")
    ruiz = library.claims.get(claim.id).assignee
    assert ruiz.name == "Ruiz"
    assert library.claims.add_person("ruiz") == ruiz
    assert [person.name for person in library.claims.people()] == ["A. Student", "Ortiz", "Ruiz"]
    library.claims.update(claim.id, assignee="a. student", reviewer=None)
    changed = library.claims.get(claim.id)
    assert changed.assignee.id == library.store.identity.person
    assert changed.reviewer is None
    assert steps(library, claim) == [
        ("assignee", "", "Ruiz", ""), ("reviewer", "", "Ortiz", ""),
        ("assignee", "Ruiz", "A. Student", ""), ("reviewer", "Ortiz", "", ""),
    ]  # fmt: skip
    assert library.check() == []


def test_several_claims_are_changed_in_one_step(library, session, claim):
    other = claim_on(session, "sensors")
    library.claims.update([claim.id, other.id], assignee="Ruiz", priority="2")
    assert {row.assignee for row in library.claims.rows()} == {"Ruiz"}
    library.undo()
    assert {(row.assignee, row.priority) for row in library.claims.rows()} == {("", 0)}
    assert steps(library, claim) == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"colour": "red"}, "statement, kind"),
        ({"statement": " "}, "needs words"),
        ({"check_again": "soon"}, "no date"),
        ({"priority": "high"}, "whole number"),
        ({"verdict": "Pants on fire"}, "True, Mostly true"),
    ],
)
def test_what_a_field_cannot_hold_is_said_and_nothing_is_written(library, claim, fields, words):
    with pytest.raises(InvalidValue, match=words):
        library.claims.update(claim.id, claimant="the city", **fields)
    assert library.claims.get(claim.id).claimant == ""


def test_review_goes_out_comes_back_and_is_approved(library, session, claim):
    with pytest.raises(InvalidValue, match="no verdict yet"):
        library.claims.approve(claim.id)
    library.claims.update(claim.id, verdict="True")
    asked = library.claims.ask_for_review(claim.id, "Ortiz")
    assert (asked.status, asked.reviewer.name) == ("to review", "Ortiz")
    with pytest.raises(InvalidValue, match="with a comment"):
        library.claims.send_back(claim.id, "  ")
    back = library.claims.send_back(claim.id, "Which report?\nName it.")
    assert (back.status, back.comments[0].text) == ("sent back", "Which report?\nName it.")
    assert session.annotation(session.owner_of(claim.id)).claims[0].comments == back.comments
    assert library.claims.approve(claim.id).status == "checked"
    assert steps(library, claim)[1:] == [
        ("asked", "checked", "Ortiz", ""), ("sent back", "to review", "sent back", "Which report?"),
        ("approved", "sent back", "checked", ""),
    ]  # fmt: skip
    for _ in range(2):
        library.undo()
    assert (library.claims.get(claim.id).status, back.comments[0].id) == (
        "to review", back.comments[0].id,
    )  # fmt: skip
    assert library.claims.get(claim.id).comments == ()


def test_what_is_approved_though_it_was_set_aside_stays_so(library, claim):
    library.claims.update(claim.id, "A wish.", verdict="Opinion")
    library.claims.ask_for_review(claim.id)
    assert library.claims.approve(claim.id).status == "set aside"


def test_a_library_may_ask_for_somebody_else(library, strict, session, claim, tmp_path):
    library.claims.update(claim.id, verdict="True")
    assert library.claims.get(claim.id).status == "to review"
    for edit in (
        lambda: library.claims.approve(claim.id),
        lambda: library.claims.update(claim.id, status="checked"),
        lambda: library.claims.update(claim.id, "No.", verdict="False", status="checked"),
        lambda: library.claims.update(claim.id, reviewer="A. Student"),
        lambda: library.claims.ask_for_review(claim.id, "A. Student"),
        lambda: session.update_claim(claim.id, status="checked"),
    ):
        with pytest.raises(InvalidValue, match="somebody else"):
            edit()
    assert library.claims.get(claim.id).status == "to review"
    assert library.claims.get(claim.id).verdict.name == "True"
    library.claims.ask_for_review(claim.id, "B. Other")
    preferences = Preferences(tmp_path / "other.json")
    preferences.set("name", "B. Other")
    with Library.open(library.path, preferences=preferences) as theirs:
        assert theirs.claims.approve(claim.id).status == "checked"
        assert theirs.claims.trail(claim.id)[-1].who == "B. Other"


@pytest.fixture
def theirs(library, tmp_path):
    """The same library as somebody else opens it."""
    preferences = Preferences(tmp_path / "theirs.json")
    preferences.set("name", "B. Other")
    with Library.open(library.path, preferences=preferences) as opened:
        yield opened


def test_a_new_verdict_waits_for_a_review_whatever_was_checked_before(
    library, strict, session, claim, theirs
):
    assert library.claims.update(claim.id, verdict="True")[0].status == "to review"
    theirs.poll()
    approved = theirs.claims.update(claim.id, status="checked")[0]
    assert (approved.status, approved.reviewer.name) == ("checked", "B. Other")
    library.poll()
    with pytest.raises(InvalidValue, match="somebody else"):
        library.claims.update(claim.id, "No.", verdict="False", status="checked")
    assert library.claims.update(claim.id, "No.", verdict="False")[0].status == "to review"
    for status in ("set aside", "to check"):
        library.claims.update(claim.id, "Enough.", status=status)
        assert "unfinished" in [line.rule for line in library.review.lines()]
    with pytest.raises(InvalidValue, match="somebody else"):
        session.add_claim(session.owner_of(claim.id), "x", verdict="True", status="checked")


def test_no_claim_is_checked_without_a_verdict(library, session, claim):
    for edit in (
        lambda: library.claims.approve(claim.id),
        lambda: library.claims.update(claim.id, status="checked"),
        lambda: session.update_claim(claim.id, status="checked"),
        lambda: session.add_claim(session.owner_of(claim.id), "Another.", status="checked"),
    ):
        with pytest.raises(InvalidValue, match="give one"):
            edit()
    assert library.claims.get(claim.id).status == "to check"
    assert library.claims.update(claim.id, verdict="True", status="checked")[0].verdict
    with pytest.raises(InvalidValue, match="give one"):
        library.claims.update(claim.id, "Open.", verdict=None, status="checked")


def test_who_gives_the_verdict_is_no_reviewer_any_more(library, strict, claim, theirs):
    library.claims.update(claim.id, reviewer="A. Student")
    assert library.claims.update(claim.id, verdict="True")[0].reviewer is None
    assert library.claims.trail(claim.id)[-1].before == "A. Student"
    theirs.poll()
    assert theirs.claims.update(claim.id, status="checked")[0].reviewer.name == "B. Other"


def test_a_verdict_that_came_by_merging_is_still_of_who_gave_it(
    library, strict, session, claim, theirs
):
    other = claim_on(session, "sensors")
    library.claims.update(other.id, verdict="True")
    theirs.poll()
    theirs.claims.merge(claim.id, other.id)
    library.poll()
    with pytest.raises(InvalidValue, match="somebody else"):
        library.claims.approve(claim.id)
    assert theirs.claims.approve(claim.id).status == "checked"


def test_a_status_given_by_command_is_the_act_of_a_reviewer(library, claim, theirs):
    library.claims.update(claim.id, verdict="True")
    library.claims.update(claim.id, status="to review")
    theirs.poll()
    (back,) = theirs.claims.update(claim.id, "Which report?", status="sent back")
    assert [said.text for said in back.comments] == ["Which report?"]
    theirs.claims.update(claim.id, status="to review")
    theirs.claims.update(claim.id, status="checked")
    acts = [(step.action, step.after, step.who) for step in theirs.claims.trail(claim.id)[2:]]
    assert acts == [
        ("sent back", "sent back", "B. Other"), ("status", "to review", "B. Other"),
        ("approved", "checked", "B. Other"),
    ]  # fmt: skip


def test_what_another_program_does_while_one_waits_is_in_the_trail(
    library, claim, theirs, monkeypatch
):
    write = library.store.write

    def meanwhile(command):
        monkeypatch.undo()
        theirs.claims.update(claim.id, verdict="True")
        return write(command)

    monkeypatch.setattr(library.store, "write", meanwhile)
    with pytest.raises(InvalidValue, match="was “True”"):
        library.claims.update(claim.id, verdict="False")
    library.claims.update(claim.id, "No.", verdict="False")
    assert steps(library, claim) == [
        ("verdict", "", "True", ""), ("verdict", "True", "False", "No."),
    ]  # fmt: skip
