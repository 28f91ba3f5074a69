"""Scales: which one is in use, switching with what was given, scales of one's own; the verdict on
an article."""

import pytest

from annotator.errors import InvalidValue, NotFound
from annotator.model import Verdict
from tests.library.test_claims import claim_on


def scale(library, name):
    return next(one for one in library.scales.all() if one.name == name)


def verdict(library, scale_name, name):
    return next(one for one in scale(library, scale_name).verdicts if one.name == name)


def test_a_proposal_goes_by_name_then_by_place(library, session):
    claim_on(session, "eleven months", verdict="True")
    claim_on(session, "sensors", verdict="Mostly false")
    claim_on(session, "two faced", verdict="Mostly false")
    claim_on(session, "beyond doubt", verdict="Opinion")
    proposed = {
        one.verdict.name: (one.claims, one.to and one.to.name)
        for one in library.scales.proposal(scale(library, "categories").id)
    }
    assert proposed == {"True": (1, "True"), "Mostly false": (2, "Misleading")}
    library.scales.choose(scale(library, "six-point").id)
    claim_on(session, "reporters", verdict="Pants on fire")
    back = library.scales.proposal(scale(library, "five-point").id)
    assert [(one.verdict.name, one.to.name) for one in back] == [("Pants on fire", "False")]


def test_what_has_no_place_on_a_line_is_not_guessed(library, session):
    library.scales.choose(scale(library, "rumours").id)
    claim_on(session, "eleven months", verdict="Unproven")
    (mapped,) = library.scales.proposal(scale(library, "five-point").id)
    assert mapped.to is None


def test_switching_maps_what_was_given_in_one_step(library, session):
    low = claim_on(session, "eleven months", verdict="Mostly false")
    kept = claim_on(session, "sensors", verdict="True")
    gone = claim_on(session, "beyond doubt", verdict="Half true")
    library.article_verdicts.give(session.id, "Mostly false")
    proposed = library.scales.proposal(scale(library, "categories").id)
    assert {one.verdict.name: (one.claims, one.articles) for one in proposed} == {
        "Mostly false": (1, ("The bridge",)), "True": (1, ()), "Half true": (1, ()),
    }  # fmt: skip
    before = {claim.id: library.claims.get(claim.id) for claim in (low, kept, gone)}
    library.scales.choose(
        scale(library, "categories").id,
        {
            verdict(library, "five-point", "Mostly false").id:
                verdict(library, "categories", "Misleading").id,
            verdict(library, "five-point", "Half true").id: "",
        },
    )  # fmt: skip
    assert library.scales.current.name == "categories"
    assert session.update_claim(kept.id, reasoning="So.").verdict.name == "True"
    library.undo()
    mapped = library.claims.get(low.id)
    assert (mapped.verdict.name, mapped.as_of) == ("Misleading", before[low.id].as_of)
    last = library.claims.trail(low.id)[-1]
    assert (last.before, last.after) == ("Mostly false", "Misleading")
    assert "categories" in last.why
    taken = library.claims.get(gone.id)
    assert (taken.verdict, taken.status) == (None, "to check")
    assert library.article_verdicts.of(session.id).verdict.name == "Misleading"
    library.undo()
    assert library.scales.current.name == "five-point"
    assert {id: library.claims.get(id) for id in before} == before
    assert len(library.claims.trail(low.id)) == 1
    assert library.check() == []


def test_the_cards_of_mapped_claims_are_refreshed(library, session):
    claim = claim_on(session, "eleven months", verdict="Mostly false")
    library.scales.choose(
        scale(library, "categories").id,
        {claim.verdict.id: verdict(library, "categories", "Altered").id},
    )
    shown = session.annotation(session.owner_of(claim.id)).claims[0]
    assert shown.verdict.name == "Altered"


def test_a_mapping_leads_into_the_new_scale_only(library, session):
    claim = claim_on(session, "eleven months", verdict="True")
    with pytest.raises(InvalidValue, match="categories"):
        library.scales.choose(scale(library, "categories").id, {claim.verdict.id: claim.verdict.id})
    assert library.scales.current.name == "five-point"


def test_without_a_scale_any_words_are_the_conclusion(library, session):
    library.scales.choose(scale(library, "no scale").id)
    claim = claim_on(session, "eleven months", verdict="It was nine months,\nnot eleven. ")
    assert claim.verdict.name == "It was nine months, not eleven."
    assert (claim.status, claim.verdict.id) == ("checked", "")
    opinion = claim_on(session, "beyond doubt", verdict="opinion")
    assert opinion.verdict.is_outcome and opinion.status == "set aside"
    assert session.update_claim(opinion.id, verdict="A wish.").status == "checked"
    assert session.update_claim(claim.id, verdict=None).verdict is None
    assert library.claims.rows()[1].verdict.name == "A wish."
    (mapped,) = library.scales.proposal(scale(library, "five-point").id)
    assert (mapped.key, mapped.to) == ("A wish.", None)
    library.scales.choose(
        scale(library, "five-point").id,
        {"A wish.": verdict(library, "five-point", "False").id},
    )
    assert library.claims.get(opinion.id).verdict.name == "False"
    assert library.check() == []


OWN = (
    Verdict("", "", "Holds", 2, "good", "It does."),
    Verdict("", "", "Does not hold", 1, "bad"),
)


def test_a_scale_of_ones_own(library, session):
    own = library.scales.add("Course scale", "For the seminar.", OWN)
    assert [one.name for one in own.verdicts] == ["Holds", "Does not hold"]
    assert (own.bounds, own.built_in) == ((1, 2), False)
    library.scales.choose(own.id)
    assert claim_on(session, "eleven months", verdict="holds").verdict.definition == "It does."
    first, second = own.verdicts
    changed = library.scales.change(
        own.id, name="Seminar", verdicts=[second, first, Verdict("", "", "Open", 0, "middling")]
    )
    assert [one.name for one in changed.verdicts] == ["Does not hold", "Holds", "Open"]
    with pytest.raises(InvalidValue, match="“Holds” was given"):
        library.scales.change(own.id, verdicts=[second])
    with pytest.raises(InvalidValue, match="in use"):
        library.scales.remove(own.id)
    assert library.check() == []


def test_a_scale_nobody_used_can_go_and_comes_back(library):
    own = library.scales.add("Course scale", verdicts=OWN)
    library.scales.remove(own.id)
    with pytest.raises(NotFound):
        library.scales.get(own.id)
    library.undo()
    assert library.scales.get(own.id) == own


@pytest.mark.parametrize(
    ("name", "verdicts", "words"),
    [
        (" ", (), "needs a name"),
        ("Six-Point", (), "already"),
        ("x", (Verdict("", "", "", 0, "good"),), "verdict needs a name"),
        ("x", (Verdict("", "", "a", 0, "pink"),), "good, middling, bad, none"),
        ("x", (Verdict("", "", "a", -1, "good"),), "counts from 1"),
        ("x", (Verdict("", "", "not  Checked", 0, "none"),), "called “not Checked” already"),
        ("x", tuple(Verdict("", "", a, 0, "none") for a in ("Holds", "holds")), "already"),
    ],
)
def test_what_no_scale_can_be(library, name, verdicts, words):
    before = library.scales.all()
    with pytest.raises(InvalidValue, match=words):
        library.scales.add(name, verdicts=verdicts)
    assert library.scales.all() == before


def test_built_in_scales_stay_as_they_are(library):
    for edit in (library.scales.change, library.scales.remove):
        with pytest.raises(InvalidValue, match="comes with the program"):
            edit(scale(library, "rumours").id)


def test_the_article_itself_gets_a_verdict_and_a_summary(library, session):
    nothing = library.article_verdicts.of(session.id)
    assert (nothing.verdict, nothing.summary, nothing.trail) == (None, "", ())
    given = library.article_verdicts.give(session.id, "Half true", "Two of three hold.")
    assert (given.verdict.name, given.summary, len(given.as_of)) == (
        "Half true", "Two of three hold.", 10,
    )  # fmt: skip
    with pytest.raises(InvalidValue, match="say in one line why"):
        library.article_verdicts.give(session.id, "True")
    library.article_verdicts.give(session.id, summary="One of three holds.", as_of="2026-05")
    again = library.article_verdicts.give(session.id, "False", why="A new\nreport.")
    assert [(step.before, step.after, step.why) for step in again.trail] == [
        ("", "Half true", ""), ("Half true", "False", "A new report."),
    ]  # fmt: skip
    assert again.summary == "One of three holds."
    library.undo()
    assert library.article_verdicts.of(session.id).as_of == "2026-05"
    with pytest.raises(NotFound):
        library.article_verdicts.of("nothing")
