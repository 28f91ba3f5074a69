"""One claim in several passages, several claims that are one, one that is two; seen before."""

from dataclasses import replace

import pytest

from annotator.errors import InvalidValue, NotFound
from annotator.library.claims.attributing import parts
from annotator.model import Verdict
from tests.library.test_claims import claim_on, evidence
from tests.store.builders import add_article, small_article


@pytest.fixture
def other(library):
    return library.session(add_article(library, small_article(title="Another")))


def place(session, words):
    start = session.article.text.index(words)
    return start, start + len(words)


def shown(session, claim):
    """The quotes of the marks of an open article that show a claim."""
    return [mark.quote for mark in session.annotations() if claim.id in {c.id for c in mark.claims}]


def test_a_claim_stands_in_passages_of_several_articles(library, session, other):
    claim = claim_on(session, "eleven months")
    mark = other.highlight(*place(other, "eleven months"), note="Here, too.")
    library.claims.add_passage(claim.id, mark.id)
    assert library.claims.add_passage_at(claim.id, other.id, *place(other, "sensors")) in {
        one.id for one in other.annotations()
    }
    assert library.claims.add_passage_at(claim.id, other.id, *place(other, "eleven months")) == (
        mark.id
    )
    assert [p.title for p in library.claims.passages(claim.id)] == [
        "The bridge", "Another", "Another",
    ]  # fmt: skip
    assert shown(other, claim) == ["eleven months", "sensors"]
    (row,) = library.claims.rows()
    assert (row.passages, row.articles) == (3, (session.id, other.id))
    assert [part.claims for part in library.claims.counts().by_article] == [1, 1]
    library.claims.remove_passage(claim.id, mark.id)
    assert shown(other, claim) == ["sensors"]
    library.undo()
    assert shown(other, claim) == ["eleven months", "sensors"]
    with pytest.raises(NotFound):
        library.claims.add_passage(claim.id, "nothing")


def test_the_last_passage_stays(library, session):
    claim = claim_on(session, "eleven months")
    with pytest.raises(InvalidValue, match="stands nowhere else"):
        library.claims.remove_passage(claim.id, session.owner_of(claim.id))


def test_merging_brings_all_together_and_is_one_step(library, session, other):
    kept = claim_on(session, "eleven months", statement="It was closed for eleven months.")
    same = claim_on(other, "eleven months", claimant="the city", verdict="True")
    library.claims.update(same.id, reasoning="Counted.", assignee="Ruiz")
    both = session.add_claim(session.owner_of(kept.id), "Again.")
    for claim in (kept, same):
        evidence(library, claim)
    said = other.comment(same.id, "Which months?")
    before = [library.claims.get(claim.id) for claim in (kept, same, both)]
    merged = library.claims.merge(kept.id, same.id, both.id)
    assert merged.statement == "It was closed for eleven months."
    assert (merged.claimant, merged.verdict.name, merged.status) == ("the city", "True", "checked")
    assert (merged.reasoning, merged.assignee.name) == ("Counted.", "Ruiz")
    assert len(merged.evidence) == 2 and merged.comments == (said,)
    assert shown(session, kept) == shown(other, kept) == ["eleven months"]
    assert shown(other, same) == shown(session, both) == []
    assert [row.id for row in library.claims.rows()] == [kept.id]
    assert library.claims.find("C2") == library.claims.find(same.id) == kept.id
    steps = {(s.action, s.before) for s in library.claims.trail(kept.id)}
    assert steps == {
        ("merged", "C2: eleven months"), ("merged", "C3: Again."), ("verdict", ""),
    }  # fmt: skip
    assert library.check() == []
    library.undo()
    assert [library.claims.get(claim.id) for claim in (kept, same, both)] == before
    assert shown(other, same) == ["eleven months"] and shown(other, kept) == []
    assert library.claims.find("C2") == same.id
    library.redo()
    assert library.claims.get(kept.id) == merged


def test_a_claim_is_not_merged_into_itself(library, session):
    claim = claim_on(session, "eleven months")
    for others in ((), (claim.id,)):
        with pytest.raises(InvalidValue, match="another claim"):
            library.claims.merge(claim.id, *others)


def test_what_was_merged_again_leads_to_the_last(library, session):
    first, second, third = (claim_on(session, words) for words in ("sensors", "two", "doubt"))
    library.claims.merge(second.id, first.id)
    library.claims.merge(third.id, second.id)
    assert library.claims.find("C1") == third.id


def test_splitting_takes_passages_to_a_claim_of_their_own(library, session, other):
    claim = claim_on(session, "eleven months", kind="number", claimant="the city")
    there = library.claims.add_passage_at(claim.id, other.id, *place(other, "sensors"))
    made = library.claims.split(claim.id, [there])
    assert (made.label, made.statement, made.kind, made.claimant, made.verdict) == (
        "C2", "sensors", "number", "the city", None,
    )  # fmt: skip
    assert shown(other, made) == ["sensors"] and shown(other, claim) == []
    assert [s.action for s in library.claims.trail(made.id)] == ["split"]
    library.undo()
    assert shown(other, claim) == ["sensors"]
    with pytest.raises(NotFound):
        library.claims.get(made.id)
    for chosen in ([], [there, session.owner_of(claim.id)], ["nothing"]):
        with pytest.raises(InvalidValue, match="not all"):
            library.claims.split(claim.id, chosen)


def test_the_two_claims_of_an_attribution_never_read_alike(library, session):
    words = "The bridge was closed for eleven months."
    claim = claim_on(session, "closed for eleven months", statement=words)
    with pytest.raises(InvalidValue, match="said by"):
        library.claims.split_attribution(claim.id)
    library.claims.update(claim.id, claimant="the Gazette")
    said, fact = library.claims.split_attribution(claim.id)
    assert said.statement == "the Gazette said: “The bridge was closed for eleven months”"
    assert (fact.statement, fact.claimant) == (words, "the Gazette")
    assert said.claimant == "the article"  # which says that the Gazette said so
    library.undo()
    assert library.claims.get(claim.id).statement == words


def test_an_attribution_asks_two_things(library, session):
    claim = claim_on(
        session, "closed for eleven months", kind="number", claimant="the article",
        statement="As reported by the Gazette, the bridge was closed for eleven months.",
    )  # fmt: skip
    said, fact = library.claims.split_attribution(claim.id)
    assert (said.id, said.kind, said.claimant) == (claim.id, "attribution", "the article")
    assert (fact.statement, fact.kind) == ("The bridge was closed for eleven months.", "number")
    assert "Gazette" in fact.claimant
    assert fact.attribution == said.id
    assert shown(session, said) == shown(session, fact) == ["closed for eleven months"]
    for id in (said.id, fact.id):
        with pytest.raises(InvalidValue, match="linked"):
            library.claims.split_attribution(id)
    library.undo()
    assert library.claims.get(claim.id).kind == "number"
    assert len(library.claims.rows()) == 1


@pytest.mark.parametrize(
    ("statement", "said", "source"),
    [
        ("As reported by Politico, the lawsuit cost $92.5 million.",
         "The lawsuit cost $92.5 million.", "Politico"),
        ("The mayor said that crime fell by 38 percent.", "Crime fell by 38 percent.", "The mayor"),
        ("Officials said the sum was $92.5 million.", "The sum was $92.5 million.", "Officials"),
        ("Smith: “The trend is beyond doubt.”", "The trend is beyond doubt.", "Smith"),
        ("“The trend is beyond doubt,” a spokesman told reporters on Monday.",
         "The trend is beyond doubt.", "a spokesman"),
        ("A spokesman told reporters on Monday that the trend is clear.", "The trend is clear.",
         "A spokesman"),
        ("The sum was $92.5 million, according to Politico.", "The sum was $92.5 million.",
         "Politico"),
        ("The bridge, officials said, was closed for eleven months.",
         "The bridge was closed for eleven months.", "officials"),
        ("The bridge was closed for months, the city said.", "The bridge was closed for months.",
         "the city"),
        ("X said that P is not so", "P is not so", "X"),
        ("The city said it took eleven months.", "It took eleven months.", "The city"),
        ("As reported by the Harbour Union, this rule wears trust down.",
         "This rule wears trust down.", "Harbour Union"),
        ("Sheriff Ann Poe criticized the rule, stating that it violates the law.",
         "It violates the law.", "Sheriff Ann Poe"),
        ("The mayor said last week: “Taxes will fall soon.”", "Taxes will fall soon.",
         "The mayor"),
        ("Crime fell in two years.", "Crime fell in two years.", ""),
        ("He said so.", "He said so.", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_statement_without_the_words_that_lay_it_to_somebody(statement, said, source):
    found = parts(statement)
    assert (found.statement, found.source) == (said, source)


def test_what_was_seen_before_comes_nearest_first_with_its_verdict(library, session, other):
    near = claim_on(
        session, "eleven months", statement="The bridge was closed for eleven months.",
        verdict="Half true",
    )  # fmt: skip
    claim_on(session, "sensors", statement="Nine sensors faced the water.")
    far = claim_on(session, "two", statement="The bridge was closed for years.")
    mark = other.highlight(*place(other, "The bridge was closed for eleven months, the city said"))
    found = library.claims.seen_before("The bridge was closed for 11 or eleven months")
    assert [(one.claim and one.claim.id, one.annotation) for one in found] == [
        (near.id, session.owner_of(near.id)), (None, mark.id), (far.id, session.owner_of(far.id)),
    ]  # fmt: skip
    assert (found[0].claim.verdict.name, found[0].title) == ("Half true", "The bridge")
    assert found[1].text.startswith("The bridge was closed") and found[1].title == "Another"
    assert found[0].score >= found[1].score >= found[2].score
    again = library.claims.seen_before("The bridge was closed for eleven months", near.id, limit=1)
    assert [one.annotation for one in again] == [mark.id]


@pytest.mark.parametrize("text", ["", "?", "“”", 'a "b" OR NEAR(', "zebra crossing figures"])
def test_what_is_like_nothing_finds_nothing(library, session, text):
    claim_on(session, "eleven months")
    assert library.claims.seen_before(text) == []


def test_what_others_show_of_a_claim_is_refreshed(library, session, other):
    claim = claim_on(session, "eleven months", verdict="True")
    library.claims.add_passage_at(claim.id, other.id, *place(other, "sensors"))
    heard = []
    library.subscribe(heard.append)

    def told():
        return heard.pop().annotations

    marks = {session.owner_of(claim.id), other.owner_of(claim.id)}
    third = library.claims.add_passage_at(claim.id, other.id, *place(other, "two faced"))
    assert told() == marks | {third}
    library.claims.remove_passage(claim.id, third)
    assert told() == marks | {third}
    library.claims.update(claim.id, "Looked again.", verdict="True")
    assert told() >= marks
    library.claims.update(claim.id, assignee=library.store.identity.person)
    library.set_name("Somebody Else")
    assert told() >= marks
    assert other.annotation(other.owner_of(claim.id)).claims[0].assignee.name == "Somebody Else"


def test_a_verdict_of_another_name_shows_on_the_cards(library, session):
    own = library.scales.add("Own", verdicts=[Verdict("", "", "Holds", 1, "good")])
    library.scales.choose(own.id)
    claim = claim_on(session, "eleven months", verdict="Holds")
    renamed = replace(own.verdicts[0], name="It holds")
    library.scales.change(own.id, verdicts=[renamed])
    assert session.annotation(session.owner_of(claim.id)).claims[0].verdict.name == "It holds"


def test_deleting_a_mark_leaves_claims_that_stand_elsewhere(library, session, other):
    claim = claim_on(session, "eleven months")
    library.claims.add_passage_at(claim.id, other.id, *place(other, "sensors"))
    session.delete(session.owner_of(claim.id))
    (row,) = library.claims.rows()
    assert (row.article, row.passages) == (other.id, 1)
    other.delete(other.owner_of(claim.id))
    assert library.claims.rows() == []
    library.undo()
    library.undo()
    assert library.claims.rows()[0].passages == 2


def test_an_article_nobody_reads_stays_closed_when_a_passage_is_added(library, session, other):
    claim = claim_on(session, "eleven months")
    where = place(other, "sensors")
    library.release(other.id)
    library.claims.add_passage_at(claim.id, other.id, *where)
    assert not library.is_open(other.id)
    assert shown(library.session(other.id), claim) == ["sensors"]


def test_what_is_linked_to_a_claim_in_the_trash_stands_alone_meanwhile(library, session):
    claim = claim_on(session, "eleven months", statement="The city said it took eleven months.")
    said, fact = library.claims.split_attribution(claim.id)
    library.claims.remove(said.id)
    assert library.claims.get(fact.id).attribution == ""
    library.undo()
    assert library.claims.get(fact.id).attribution == said.id


def test_linked_claims_that_are_merged_again_are_no_pair(library, session):
    claim = claim_on(session, "eleven months", statement="The city said it took eleven months.")
    said, fact = library.claims.split_attribution(claim.id)
    assert library.claims.merge(fact.id, said.id).attribution == ""
    assert library.check() == []
    library.undo()
    assert library.claims.merge(said.id, fact.id).attribution == ""
    library.claims.split_attribution(said.id)


def test_a_claim_split_off_says_its_passages_words_unless_the_claim_had_its_own(library, session):
    claim = claim_on(session, "eleven months")
    start, end = place(session, "two faced the road")
    mark = library.claims.add_passage_at(claim.id, session.id, start, end)
    assert library.claims.split(claim.id, [mark]).statement == "two faced the road"
    assert library.claims.get(claim.id).statement == "eleven months"
    library.undo()
    library.claims.update(claim.id, statement="It took eleven months.")
    assert library.claims.split(claim.id, [mark]).statement == "It took eleven months."
