"""The checklist before something is handed in: each line is there when something is open, and gone
when it is not."""

import pytest

from annotator.errors import InvalidValue
from annotator.library import Library, Preferences
from annotator.library.minimum import Minimum

TEXT = """The harbour study

The harbour office says particulates fell by 38 percent in two years.

Nobody else has measured there since the bridge was closed.
"""
FELL = "particulates fell by 38 percent"


@pytest.fixture
def library(tmp_path):
    file = tmp_path / "study.txt"
    file.write_text(TEXT)
    preferences = Preferences(tmp_path / "settings.json")
    with Library.open(tmp_path / "l.annotator", create=True, preferences=preferences) as opened:
        article = opened.import_file(file)
        opened.set_details(
            article.id, authors="Staff", site="Example", url="https://example.org/a",
            published="2026-05-02",
        )  # fmt: skip
        yield opened


@pytest.fixture
def session(library):
    return library.session(library.articles()[0].id)


def span(session, words):
    start = session.article.text.index(words)
    return start, start + len(words)


def rules(library, article=None):
    return [line.rule for line in library.review.lines(article)]


def test_an_article_with_its_details_and_no_claim_has_nothing_open(library):
    assert library.review.lines() == []


def test_missing_details_are_named_in_one_line(library, session):
    library.set_details(session.id, url="", published="")
    (line,) = library.review.lines()
    assert (line.rule, line.article) == ("details", session.id)
    assert "the address or DOI" in line.message and "published" in line.message
    assert "author" not in line.message


def test_a_new_claim_lacks_source_and_verdict_and_its_lines_lead_to_it(library, session):
    claim = session.claim(*span(session, FELL), kind="number")
    lines = library.review.lines()
    assert [line.rule for line in lines] == ["no-source", "no-verdict"]
    mark = session.annotations()[0].id
    assert {(line.claim, line.annotation, line.article) for line in lines} == {
        (claim.id, mark, session.id)
    }
    assert all(line.message.startswith("C1: ") for line in lines)


def test_what_is_done_is_open_no_more(library, session):
    claim = session.claim(*span(session, FELL))
    session.attach_source(claim.id, url="https://example.org/one", stance="refutes")
    assert rules(library) == ["one-origin", "no-verdict"]
    session.attach_source(claim.id, url="https://example.com/two")
    session.update_claim(claim.id, verdict="Half true")
    assert rules(library) == ["no-reasoning"]
    session.update_claim(claim.id, reasoning="The months differ.")
    assert rules(library) == []


def test_private_evidence_does_not_go_out_and_is_no_source(library, session):
    claim = session.claim(*span(session, FELL), verdict="False")
    session.update_claim(claim.id, reasoning="The months differ.")
    first = session.attach_source(claim.id, url="https://example.org/one")
    second = session.attach_source(claim.id, url="https://example.com/two")
    assert rules(library) == []
    session.update_evidence(first.id, private=True)
    (line,) = library.review.lines()
    assert (line.rule, line.message) == (
        "one-origin",
        "C1: all it rests on has one origin only. 1 private entry does not go out.",
    )
    session.update_evidence(second.id, private=True)
    (line,) = library.review.lines()
    assert (line.rule, line.message) == (
        "no-source", "C1: it has no source. 2 private entries do not go out.",
    )  # fmt: skip


def test_an_outcome_needs_a_reason_and_no_source(library, session):
    claim = session.claim(*span(session, FELL))
    session.update_claim(claim.id, verdict="Not checkable")
    assert rules(library) == ["no-reasoning"]
    session.update_claim(claim.id, reasoning="Nobody kept the readings.")
    assert rules(library) == []


def test_a_source_without_the_date_it_was_looked_up(library, session):
    note = session.highlight(*span(session, FELL))
    brought = session.attach_source(note.id, url="https://example.org/one", accessed="2026-05-04")
    assert rules(library) == []
    session.update_source(brought.source.id, accessed="")
    (line,) = library.review.lines()
    assert (line.rule, line.evidence, line.annotation) == ("no-accessed", brought.id, note.id)


def test_words_that_do_not_stand_so_in_their_source(library, session, tmp_path):
    other = tmp_path / "report.txt"
    report = "For the same months the fall was 21 percent, on two sites."
    other.write_text(f"Annual report\n\n{report}\n")
    report = library.import_file(other)
    library.set_details(
        report.id, authors="Office", site="Office", url="https://example.org/report",
        published="2026",
    )  # fmt: skip
    claim = session.claim(*span(session, FELL), verdict="False")
    session.update_claim(claim.id, reasoning="See the report.")
    session.attach_source(claim.id, url="https://example.com/x")
    brought = session.attach_source(
        claim.id, url="https://example.org/report", quote="the fall was 12 percent"
    )
    (line,) = library.review.lines()
    assert (line.rule, line.evidence) == ("quote-differs", brought.id)
    session.update_evidence(brought.id, quote="the fall was 21 percent")
    assert library.review.lines() == []


def test_words_the_article_itself_puts_into_its_sources_mouth(library, tmp_path):
    article, speech = tmp_path / "story.txt", tmp_path / "speech.txt"
    article.write_text(
        "A story\n\n“We closed both of the road-side sensors for most of the year,” "
        "said Mara Ruiz, who runs the office.\n"
    )
    speech.write_text(
        "Speech\n\nThank you. We closed one of the road-side sensors for most of the year.\n"
    )
    session, source = library.session(library.import_file(article).id), library.import_file(speech)
    for one in (session.id, source.id):
        library.set_details(
            one, authors="Mara Ruiz", site="S", url=f"https://example.org/{one}", published="2026"
        )
    words = "We closed both of the road-side sensors for most of the year"
    claim = session.claim(*span(session, words), kind="quote", verdict="Opinion")
    session.update_claim(claim.id, reasoning="See the speech.")
    session.attach_source(claim.id, url=f"https://example.org/{source.id}", title="Speech")
    (line,) = library.review.lines(session.id)
    assert (line.rule, line.annotation) == ("quote-differs", session.annotations()[0].id)
    assert "Speech" in line.message and "both" in line.message
    other = session.claim(*span(session, "who runs the office"), verdict="Opinion")
    url = f"https://example.org/{source.id}"
    session.attach_source(other.id, url=url, title="Speech", author="Mara Ruiz")
    session.delete(session.owner_of(claim.id))
    (line,) = [one for one in library.review.lines(session.id) if one.rule == "quote-differs"]
    assert line.annotation == ""
    assert session.article.text[line.start :].startswith("We closed both")


def test_what_is_private_and_would_go_out(library, session):
    claim = session.claim(*span(session, FELL), verdict="Opinion")
    session.update_claim(claim.id, reasoning="A wish.")
    other = session.highlight(*span(session, "Nobody else has measured there"))
    library.claims.add_passage(claim.id, other.id)
    assert rules(library) == []
    session.update(other.id, private=True)
    (line,) = library.review.lines()
    assert (line.rule, line.claim) == ("private", claim.id)


def test_the_librarys_own_minimum(library, session):
    library.review.ask_for(Minimum(sources=3, origins=3, claims=2, tags=("method",)))
    claim = session.claim(*span(session, FELL), verdict="True")
    session.update_claim(claim.id, reasoning="Read twice.")
    for page in ("one", "two"):
        session.attach_source(claim.id, url=f"https://example.org/{page}")
    lines = {line.rule: line.message for line in library.review.lines()}
    assert set(lines) == {"one-origin", "too-few-sources", "too-few-claims", "tag-unused"}
    assert "2 sources where 3 are asked for" in lines["too-few-sources"]
    assert "1 claim where 2" in lines["too-few-claims"] and "method" in lines["tag-unused"]
    library.undo()
    with pytest.raises(InvalidValue):
        library.review.ask_for(Minimum(sources=-1))


def test_a_date_to_look_again_that_has_come(library, session):
    claim = session.claim(*span(session, FELL), verdict="Opinion")
    library.claims.update(claim.id, reasoning="A wish.", check_again="2999-01-01")
    assert rules(library) == []
    library.claims.update(claim.id, as_of="2020-01", check_again="2020-01")
    assert rules(library) == ["check-again"]


def test_an_answer_that_was_due(library, session):
    claim = session.claim(*span(session, FELL), verdict="Opinion")
    library.claims.update(claim.id, reasoning="A wish.")
    ask = {"type": "request", "title": "Press office", "asked": "2026-05-02"}
    asked = session.attach_source(claim.id, **ask, deadline="2999-01-01")
    assert rules(library) == []
    session.update_evidence(asked.id, deadline="2026-05-09")
    (line,) = library.review.lines()
    assert (line.rule, line.claim, line.evidence) == ("no-answer", claim.id, asked.id)
    assert "Press office" in line.message and "2026-05-09" in line.message
    session.update_evidence(asked.id, outcome="no answer")
    assert rules(library) == []
    session.update_evidence(asked.id, outcome="", answered="2026-05-20")
    assert rules(library) == []


def test_an_answer_that_was_due_on_a_mark_without_a_claim(library, session):
    note = session.highlight(*span(session, FELL))
    asked = session.attach_source(note.id, type="email", title="M. Ruiz", deadline="2026-05-09")
    (line,) = library.review.lines()
    assert (line.rule, line.annotation, line.evidence) == ("no-answer", note.id, asked.id)


def test_one_article_alone(library, session, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Another page\n\nShips at berth keep their engines running.\n")
    second = library.import_file(other)
    session.claim(*span(session, FELL))
    assert rules(library, second.id) == ["details"]
    assert rules(library, session.id) == ["no-source", "no-verdict"]
    assert rules(library) == ["no-source", "no-verdict", "details"]


def test_an_article_that_is_but_a_source_need_hold_no_claims(library, session, tmp_path):
    library.review.ask_for(Minimum(claims=1))
    claim = session.claim(*span(session, FELL), kind="number")
    file = tmp_path / "report.txt"
    file.write_text("The report\n\nParticulates fell by 21 percent at the port as a whole.\n")
    report = library.import_file(file)
    assert "too-few-claims" in rules(library, report.id)
    quote = "fell by 21 percent"
    library.ledger.add_from_article(claim.id, report.id, quote=quote, stance="refutes")
    assert "too-few-claims" not in rules(library, report.id)
    library.review.ask_for(Minimum(claims=2))
    assert "too-few-claims" in rules(library, session.id)


def test_the_lines_of_claims_say_what_is_claimed(library, session):
    session.claim(*span(session, FELL), "Air got  better.")
    assert {line.subject for line in library.review.lines()} == {"Air got better."}


def test_a_library_is_gone_through_article_by_article_and_comes_to_the_same(
    library, session, tmp_path
):
    other = tmp_path / "other.txt"
    other.write_text("Another study\n\nIt says particulates fell by 38 percent, too.\n")
    second = library.session(library.import_file(other).id)
    claim = session.claim(*span(session, FELL))
    library.claims.add_passage_at(claim.id, second.id, *span(second, FELL))
    gone = tmp_path / "gone.txt"
    gone.write_text("A third study\n\nNobody measured anything at all in it.\n")
    third = library.session(library.import_file(gone).id)
    nowhere = third.claim(*span(third, "Nobody measured"))
    library.remove_article(third.id)
    library.review.ask_for(Minimum(tags=("never",)))
    steps = list(library.review.steps())
    assert len(steps) > 3
    said = [line.message for step in steps for line in step]
    assert sorted(said) == sorted(line.message for line in library.review.lines())
    assert len(set(said)) == len(said)
    assert [line.claim for line in steps[-2]] == [nowhere.id] * 2
    assert [line.rule for line in steps[-1]] == ["tag-unused"]


def test_the_words_of_an_article_are_taken_apart_once_while_its_marks_change(
    library, session, monkeypatch
):
    from annotator.checking import quoted

    asked = []
    taken_apart = quoted.article_quotations
    monkeypatch.setattr(
        quoted, "article_quotations", lambda article: asked.append(1) or taken_apart(article)
    )
    library.review.lines()
    session.claim(*span(session, FELL))
    library.review.lines(session.id)
    assert len(asked) == 1
    session.set_role(1, "caption")
    library.review.lines(session.id)
    assert len(asked) == 2


def test_sources_asked_for_are_different_ones_that_say_something(library, session):
    claim = session.claim(*span(session, FELL))
    library.review.ask_for(Minimum(sources=2))
    session.attach_source(claim.id, url="https://example.org/1", quote="one")
    session.attach_source(claim.id, url="https://example.org/1", quote="another")
    library.ledger.add(claim.id, type="search", place="Register", query="air")
    lines = {line.rule: line.message for line in library.review.lines()}
    assert "1 source where 2 are asked for" in lines["too-few-sources"]
    session.attach_source(claim.id, url="https://example.org/2")
    assert "too-few-sources" not in rules(library)


def test_a_tag_below_the_one_that_is_asked_for_will_do(library, session):
    library.review.ask_for(Minimum(tags=("method",)))
    session.highlight(*span(session, FELL), tags=["methods"])
    assert "tag-unused" in rules(library)
    session.highlight(*span(session, "Nobody else"), tags=["method/sampling"])
    assert "tag-unused" not in rules(library)
