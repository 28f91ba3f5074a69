"""Articles looked through: suggestions and what became of them, voices, the inside check."""

from dataclasses import replace

import pytest

from annotator.checking.rows import Mention
from annotator.errors import InvalidValue
from annotator.library.inspecting.inspecting import own_passages
from tests.store.builders import add_article, small_article

HEADLINE = "Harbourton Rethinks Its Bridge Amid $92.5 Million Lawsuit Threat"
STORY = (
    "The threatened lawsuit over the bridge cost the city of Harbourton $92.5 million in 2024.",
    "It was a grey morning, and nobody was about.",
    "“We lost 300 jobs,” said Ada Miller, who leads the dock workers' union, on Monday.",
    "According to officials, traffic on the eastern quay fell by 38 percent in two years.",
)


@pytest.fixture
def session(library):
    return library.session(add_article(library, small_article(STORY, HEADLINE)))


def sentence(session, words):
    """The first place of these words."""
    start = session.article.text.index(words)
    return start, start + len(words)


def state(library, session, words):
    """What became of the suggestion that has these words."""
    start, _end = sentence(session, words)
    found = library.inspecting.suggestions(session.id)
    return next(one.state for one in found if one.start <= start < one.end)


def test_sentences_worth_a_look_are_offered_with_reasons(library, session):
    offers = library.inspecting.suggestions(session.id)
    said = {session.article.text[one.start : one.end]: one for one in offers}
    assert STORY[0] in said and STORY[3] in said
    assert STORY[1] not in said
    assert "figure" in said[STORY[3]].reasons
    assert {one.state for one in offers} == {"open"}
    every = library.inspecting.suggestions(session.id, 0.0)
    assert len(every) > len(offers)
    assert library.inspecting.coverage(session.id, 0.0) == (0, len(every))


def test_a_claim_in_the_sentence_handles_its_suggestion(library, session):
    before = library.inspecting.coverage(session.id)
    claim = session.claim(*sentence(session, "fell by 38 percent"))
    assert state(library, session, "According to officials") == "claimed"
    assert state(library, session, "cost the city") == "open"
    assert library.inspecting.coverage(session.id) == (before[0] + 1, before[1])
    session.remove_claim(claim.id)
    assert state(library, session, "According to officials") == "open"


def test_a_dismissed_suggestion_stays_so_until_undone(library, session):
    place = sentence(session, STORY[3])
    library.inspecting.dismiss(session.id, "spotting", *place)
    assert state(library, session, STORY[3]) == "dismissed"
    changes = []
    library.subscribe(changes.append)
    library.undo()
    assert changes[0].articles == {session.id}
    assert state(library, session, STORY[3]) == "open"
    library.redo()
    assert state(library, session, STORY[3]) == "dismissed"
    library.inspecting.take_back(session.id, "spotting", *place)
    assert state(library, session, STORY[3]) == "open"
    library.inspecting.dismiss(session.id, "spotting", *place)
    assert state(library, session, STORY[3]) == "dismissed"
    assert library.check() == []


def test_dismissing_what_is_dismissed_writes_nothing(library, session):
    place = sentence(session, STORY[3])
    library.inspecting.dismiss(session.id, "spotting", *place)
    changes = []
    library.subscribe(changes.append)
    library.inspecting.dismiss(session.id, "spotting", *place)
    library.inspecting.take_back(session.id, "spotting", *sentence(session, STORY[0]))
    assert changes == []
    with pytest.raises(InvalidValue):
        library.inspecting.dismiss(session.id, "spotting", 3, 3)


def test_what_was_found_out_is_kept_until_the_text_is_another(library, session, monkeypatch):
    import annotator.spotting

    asked, real = [], annotator.spotting.spot
    monkeypatch.setattr(annotator.spotting, "spot", lambda a: asked.append(a) or real(a))
    library.inspecting.suggestions(session.id)
    session.highlight(*sentence(session, "300 jobs"))
    library.set_details(session.id, site="Harbour News")
    library.inspecting.suggestions(session.id)
    assert len(asked) == 1
    block = next(n for n, b in enumerate(session.article.blocks) if "38" in _text(session, b))
    session.set_role(block, "caption")
    offers = library.inspecting.suggestions(session.id)
    assert len(asked) == 2
    assert not any("38 percent" in session.article.text[o.start : o.end] for o in offers)


def _text(session, block):
    return session.article.text[block.start : block.end]


def test_an_article_that_is_not_open_is_none_afterwards(library, session):
    id = session.id
    library.release(id)
    assert library.inspecting.suggestions(id)
    assert library.inspecting.voice_counts(id).sentences
    assert library.inspecting.inside(id)
    assert not library.is_open(id)


def test_voices_are_counted_and_linked_by_a_claim_with_a_source(library, session):
    counts = library.inspecting.voice_counts(session.id)
    assert (counts.sentences, counts.named + counts.quoted, counts.unnamed) == (4, 1, 1)
    assert (counts.with_named_source, counts.linked) == (1, 0)
    own = session.claim(*sentence(session, "a grey morning"))
    session.attach_source(own.id, "https://weather.example/")
    claim = session.claim(*sentence(session, "We lost 300 jobs"))
    assert library.inspecting.voice_counts(session.id).linked == 0
    session.attach_source(claim.id, "https://union.example/jobs")
    assert library.inspecting.voice_counts(session.id).linked == 1
    (linked,) = [one for one in library.inspecting.voices(session.id) if one.linked]
    assert "Ada Miller" in linked.sentence.source


def headline_row(library, session):
    return next(r for r in library.inspecting.inside(session.id) if r.row.kind == "headline")


def test_the_headline_and_the_text_stand_side_by_side(library, session):
    found = headline_row(library, session)
    assert [m.cue for m in found.row.mentions][:2] == ["threat", "cost"]
    assert (found.state, found.claim, set(found.sources)) == ("open", "", {""})


def test_a_row_becomes_one_claim_in_all_its_passages_by_one_step(library, session):
    found = headline_row(library, session)
    steps = []
    library.subscribe(steps.append)
    claim = library.inspecting.claim_of_row(session.id, found.row)
    assert len(steps) == 1
    assert (claim.kind, claim.statement) == ("headline", found.row.suggestion)
    passages = library.claims.passages(claim.id)
    assert len(passages) == len(own_passages(found.row)) == 2
    assert "Threat" in passages[0].quote and "cost" in passages[1].quote
    now = headline_row(library, session)
    assert (now.state, now.claim) == ("claimed", claim.id)
    library.undo()
    assert headline_row(library, session).state == "open"
    assert not session.annotations()


def test_a_row_is_said_by_who_is_named_in_its_first_passage_but_headlines_by_nobody_else(
    library, session
):
    row = headline_row(library, session).row
    said = Mention("text", *sentence(session, "300 jobs"), "300 jobs")
    number = replace(row, kind="number", mentions=(said, *row.mentions))
    assert library.inspecting.row_said_by(session.id, number) == "Ada Miller"
    headline = replace(number, kind="headline")
    assert library.inspecting.row_said_by(session.id, headline) == "the article"
    made = library.inspecting.claim_of_row(session.id, number, "Ada Miller")
    assert library.claims.get(made.id).claimant == "Ada Miller"


def test_areas_and_notes_on_the_whole_are_the_articles(library, session):
    note = session.page_note("Read again.")
    begun = library.inspecting.mark_claim_fields
    assert begun(session.id, note.id) == {"claimant": "the article"}
    mark = session.highlight(*sentence(session, "300 jobs"))
    assert begun(session.id, mark.id) == {"claimant": "Ada Miller", "kind": "number"}


@pytest.mark.parametrize(
    ("text", "passage", "kind"),
    [
        ("The bridge cost 4.6 million euros.", "", "number"),
        ("The mayor said the bridge was closed.", "", "attribution"),
        ("“The bridge is as safe as a house,” the mayor said.", "", "quote"),
        ("The mayor said: “It is done.” Trucks caused the cracks.", "Trucks caused", "cause"),
        ("The bridge is increasingly avoided by trucks.", "", "trend"),
        ("A court held the closure to be unlawful.", "", "legal"),
        ("It is a shameful, outrageous end for the bridge.", "", "opinion"),
        ("The bridge is made of steel.", "", "fact"),
    ],
)
def test_a_claim_begins_with_the_kind_its_words_look_like(library, text, passage, kind):
    opened = library.session(add_article(library, small_article(("A bridge.", text))))
    begun = library.inspecting.claim_fields(opened.id, *sentence(opened, passage or text))
    assert begun["kind"] == kind


def test_claims_of_headlines_and_captions_are_the_articles(library, session):
    headline = session.article.text.index("Lawsuit Threat")
    begun = library.inspecting.claim_fields(session.id, headline, headline + 14)
    assert begun == {"claimant": "the article", "kind": "headline"}


def test_who_says_it_is_the_fullest_name_that_leaves_no_doubt(library):
    text = (
        "Mayor Jane Roe said the bridge was closed. Ms Roe said that it is old.",
        "Bill Doe said it is new. Ann Doe said it is not. Doe said it was sold.",
    )
    opened = library.session(add_article(library, small_article(text)))
    assert library.inspecting.said_by(opened.id, *sentence(opened, "it is old")) == "Mayor Jane Roe"
    assert library.inspecting.said_by(opened.id, *sentence(opened, "was sold")) == "Doe"
    whole = sentence(opened, text[0])
    assert library.inspecting.said_by(opened.id, *whole) == "Mayor Jane Roe"


def test_nothing_is_made_up_where_no_form_is(library, session):
    assert session.claim(*sentence(session, "300 jobs")).claimant == ""
    row = headline_row(library, session).row
    assert library.inspecting.claim_of_row(session.id, row).claimant == ""


def test_a_dismissed_row_comes_back_when_it_is_taken_back(library, session):
    row = headline_row(library, session).row
    library.inspecting.dismiss_row(session.id, row)
    assert headline_row(library, session).state == "dismissed"
    library.inspecting.take_row_back(session.id, row)
    assert headline_row(library, session).state == "open"
    library.inspecting.dismiss_row(session.id, row)
    library.undo()
    assert headline_row(library, session).state == "open"


def test_the_sources_stored_are_lined_up_too(library, session):
    words = "The lawsuit was settled for up to $92.5 million, the city of Harbourton said."
    report = add_article(library, small_article((words,), "Settlement over the bridge"))
    assert not any(any(r.sources) for r in library.inspecting.inside(session.id))
    claim = session.claim(*sentence(session, "$92.5 million"))
    library.ledger.add_from_article(claim.id, report, quote=words)
    rows = [r for r in library.inspecting.inside(session.id) if report in r.sources]
    assert any("up to $92.5 million" in m.text for r in rows for m in r.row.mentions)


def test_what_is_found_out_beside_old_sources_is_not_taken_for_new(library, session):
    old = library.inspecting.analysis(session.id, sources=True)
    voices = library.inspecting.voices(session.id)
    words = "The lawsuit was settled for up to $92.5 million, the city of Harbourton said."
    report = add_article(library, small_article((words,), "Settlement over the bridge"))
    claim = session.claim(*sentence(session, "$92.5 million"))
    library.ledger.add_from_article(claim.id, report, quote=words)
    now = library.inspecting.analysis(session.id, sources=True)
    old.find("inside")  # in its thread, only now
    assert not now.has("inside") and now.has("voice")
    assert any(report in row.sources for row in library.inspecting.inside(session.id))
    assert [one.sentence for one in library.inspecting.voices(session.id)] == [
        one.sentence for one in voices
    ]
