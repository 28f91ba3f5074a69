"""Evidence: what it is brought to, what its sources are, what is used again."""

import hashlib
from datetime import date

import pytest

from annotator.checking.quotes import check_quote
from annotator.errors import InvalidValue, NotFound, UnreadableFile
from annotator.model.claims import origins
from tests.store.builders import add_article, open_library, small_article

TODAY = date.today().isoformat()
REPORT = (
    "The inspectors closed the bridge for nine months, their report says.",
    "No sensor faced the road, and nobody counted the cars.",
)


@pytest.fixture
def report(library):
    """The id of another article."""
    id = add_article(library, small_article(REPORT, "The inspectors' report"))
    library.set_details(
        id, url="https://www.example.org/report/", authors=["B. Inspector"],
        site="Inspectorate", published="2026-03-02", saved="2026-04-01",
    )  # fmt: skip
    return id


@pytest.fixture
def claim(session):
    return session.claim(*place(session, "closed for eleven months"))


def place(session, words):
    start = session.article.text.index(words)
    return start, start + len(words)


def entries(session, claim):
    return session.annotation(session.owner_of(claim.id)).claims[0].evidence


def test_an_entry_has_all_that_was_said_of_it_and_is_one_undo_step(library, session, claim):
    made = library.ledger.add(
        claim.id, url="example.org/minutes", stance="Refutes", type="primary", quote=" nine ",
        title="The minutes", author="C. Clerk", publisher="City", published="2026-05",
        archive_url="archive.org/x", locator="p. 31", note="*Signed*", private=True,
        origin="City  hall",
    )  # fmt: skip
    assert entries(session, claim) == (made,)
    assert (made.stance, made.type, made.quote) == ("refutes", "primary", "nine")
    assert (made.locator, made.note, made.private, made.origin) == (
        "p. 31", "*Signed*", True, "City hall",
    )  # fmt: skip
    source = made.source
    assert (source.url, source.archive_url) == (
        "https://example.org/minutes", "https://archive.org/x",
    )  # fmt: skip
    assert (source.title, source.author, source.publisher) == ("The minutes", "C. Clerk", "City")
    assert (source.published, source.accessed) == ("2026-05", TODAY)
    library.undo()
    assert entries(session, claim) == ()
    library.redo()
    assert entries(session, claim) == (made,)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"url": "javascript:alert(1)"}, "Links may begin with"),
        ({"url": "file:///etc/passwd"}, "Links may begin with"),
        ({"url": "https://example.org", "archive_url": "ftp://x.example"}, "Links may begin with"),
        ({"url": "https://example.org", "stance": "proves"}, "stance"),
        ({"url": "https://example.org", "type": "rumour"}, "type of source"),
        ({"url": "https://example.org", "published": "last week"}, "no date"),
        ({"title": "Mayor", "type": "request", "outcome": "silence"}, "outcome"),
        ({"title": "Mayor", "type": "request", "answered": "2026-05-02", "outcome": "no answer"},
         "one of the two"),
        ({"type": "search", "place": "archive.org"}, "what was searched for"),
        ({"type": "interview"}, "who was asked"),
        ({}, "link or a title"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    library, session, claim, said, sentence
):
    with pytest.raises(InvalidValue, match=sentence):
        library.ledger.add(claim.id, **said)
    assert entries(session, claim) == () and library.can_undo == "claim"


def test_nothing_can_be_brought_to_what_is_not_there(library, session, claim):
    with pytest.raises(NotFound):
        library.ledger.add("no such id", url="https://example.org")
    with pytest.raises(NotFound):
        library.ledger.add(claim.id, source="no such id")
    with pytest.raises(NotFound):
        library.ledger.get("no such id")
    with pytest.raises(TypeError):
        library.ledger.add(claim.id, url="https://example.org", colour="red")


def test_requests_and_searches_need_no_link_and_were_not_looked_up(library, session, claim):
    asked = library.ledger.add(
        claim.id, type="request", title="Mayor’s office", asked="2026-05-01", deadline="2026-05-03"
    )
    assert asked.source.accessed == "" and asked.outcome == "" and not asked.has_origin
    answered = library.ledger.update(asked.id, answered="2026-05-02")
    assert answered.has_origin and answered.answered == "2026-05-02"
    search = library.ledger.add(
        claim.id, place="archive.org", query="bridge closed", asked="2026-05-01",
        outcome="nothing found",
    )  # fmt: skip
    assert (search.type, search.source.label) == ("search", "archive.org")
    assert origins(entries(session, claim)) == 1


def test_a_doi_is_an_address_and_one_address_is_one_source(library, claim):
    one = library.ledger.add(claim.id, doi="10.5555/abc", title="A study")
    two = library.ledger.add(claim.id, url="https://doi.org/10.5555/abc", author="D. Doe")
    assert one.source.url == "https://doi.org/10.5555/abc"
    assert two.source.id == one.source.id
    assert (two.source.title, two.source.author) == ("A study", "D. Doe")
    known = library.ledger.add(claim.id, source=one.source.id, publisher="A journal")
    assert (known.source.id, known.source.publisher) == (one.source.id, "A journal")


def test_the_article_at_an_address_tells_what_the_source_is(library, claim, report):
    made = library.ledger.add(claim.id, url="http://example.org/report#p2").source
    assert (made.title, made.author, made.publisher, made.published) == (
        "The inspectors' report", "B. Inspector", "Inspectorate", "2026-03-02",
    )  # fmt: skip
    assert (made.url, made.accessed) == ("http://example.org/report#p2", TODAY)
    named = library.ledger.add(claim.id, url="https://example.org/report", title="Ours").source
    assert (named.id, named.title, named.url) == (made.id, "Ours", made.url)


def test_an_address_written_otherwise_is_the_same_source(library, claim):
    first = library.ledger.add(claim.id, url="https://x.example/a_b?q=1").source
    for written in ("http://www.x.example/a_b/?q=1", "https://x.example/a_b?q=1#top"):
        assert library.ledger.add(claim.id, url=written).source == first
    for other in ("https://x.example/aXb?q=1", "https://x.example/a_b?q=2", "x.example/a_b"):
        assert library.ledger.add(claim.id, url=other).source.id != first.id


def test_another_address_corrects_a_source_or_leads_to_the_one_that_has_it(library, claim):
    one = library.ledger.add(claim.id, url="https://example.org/a", title="A")
    two = library.ledger.add(claim.id, url="https://example.org/b", title="B")
    assert library.ledger.update(one.id, url="example.org/c").source.id == one.source.id
    moved = library.ledger.update(one.id, url="https://example.org/b", stance="refutes")
    assert (moved.source.id, moved.source.title, moved.stance) == (two.source.id, "B", "refutes")
    library.undo()
    assert library.ledger.get(one.id).source.url == "https://example.org/c"
    with pytest.raises(InvalidValue, match="link"):
        library.ledger.update(one.id, url="no link at all")


def test_a_file_is_known_by_its_hash_and_kept_when_asked_for(library, claim, tmp_path):
    file = tmp_path / "the-log.csv"
    file.write_bytes(b"day,cars\n1,20\n")
    one = library.ledger.add(claim.id, file=file)
    assert one.source.file_sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (one.source.file_name, one.source.title) == ("the-log.csv", "the log")
    assert one.source.accessed == "" and not library.ledger.has_file(one.source)
    with pytest.raises(NotFound, match="only its hash"):
        library.ledger.file(one.source.id)
    two = library.ledger.add(claim.id, file=file, store_file=True, title="Log of the sensors")
    assert two.source.id == one.source.id and two.source.title == "Log of the sensors"
    assert library.ledger.file(one.source.id) == file.read_bytes()
    assert library.check() == []


def test_a_file_is_kept_later_only_if_it_is_the_same(library, claim, tmp_path):
    file, other = tmp_path / "a.csv", tmp_path / "b.csv"
    file.write_bytes(b"1\n")
    other.write_bytes(b"2\n")
    source = library.ledger.add(claim.id, file=file).source
    with pytest.raises(InvalidValue, match="another file"):
        library.ledger.store_file(source.id, other)
    library.ledger.store_file(source.id, file)
    assert library.ledger.file(source.id) == b"1\n"
    with pytest.raises(UnreadableFile):
        library.ledger.add(claim.id, file=tmp_path / "gone.csv")


def test_files_too_large_to_be_kept_are_known_by_their_hash(library, claim, tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.reading.MAX_BYTES", 10)
    file = tmp_path / "large.bin"
    file.write_bytes(b"0" * 11)
    with pytest.raises(InvalidValue, match="100 MB"):
        library.ledger.add(claim.id, file=file, store_file=True)
    assert library.ledger.sources() == []
    made = library.ledger.add(claim.id, file=file)
    assert made.source.file_sha256 == hashlib.sha256(b"0" * 11).hexdigest()


def test_a_passage_of_another_article_is_marked_and_leads_back_to_it(
    library, session, claim, report
):
    made = library.ledger.add_from_article(
        claim.id, report, quote="closed the  bridge for nine months", stance="refutes"
    )
    there = library.session(report)
    (mark,) = there.annotations()
    start = there.article.text.index("closed the bridge")
    assert library.ledger.where(made.id) == (report, mark.id, start, start + 33)
    source = made.source
    assert (source.annotation, source.article) == (mark.id, report)
    assert (source.title, source.author) == ("The inspectors' report", "B. Inspector")
    assert (source.publisher, source.accessed) == ("Inspectorate", "2026-04-01")
    again = library.ledger.add_from_article(
        claim.id, report, start=start, end=start + 33, note="again"
    )
    assert again.source.id == source.id and again.quote == "closed the bridge for nine months"
    assert len(there.annotations()) == 1
    library.undo()
    library.undo()
    assert there.annotations() == [] and entries(session, claim) == ()


def test_words_that_do_not_stand_there_just_so_are_refused_and_nothing_is_marked(
    library, session, claim, report
):
    with pytest.raises(NotFound, match=r"nearest it has are: “closed the bridge for nine months”"):
        library.ledger.add_from_article(claim.id, report, quote="closed the bridge for ten months")
    with pytest.raises(NotFound, match="not in the article"):
        library.ledger.add_from_article(claim.id, report, quote="the harbour froze over twice")
    with pytest.raises(NotFound, match="not in the article"):
        library.ledger.add_from_article(claim.id, report)
    with pytest.raises(InvalidValue):  # the request is wrong, though the passage is there
        library.ledger.add_from_article(claim.id, report, quote="nine months", stance="proves")
    assert library.session(report).annotations() == []


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ('"The trend is beyond doubt", a spokesman', "The trend is beyond doubt”, a spokesman"),
        ("Nine of the eleven sensors … faced the road",
         "Nine of the eleven sensors faced the water; two faced the road"),
    ],
)  # fmt: skip
def test_typed_quotation_marks_and_ellipses_find_the_passage(library, report, quote, words):
    there = library.session(report)
    claim = there.claim(*place(there, "nine months"))
    article = add_article(library)
    made = library.ledger.add_from_article(claim.id, article, quote=quote)
    assert library.session(article).annotation(made.source.annotation).quote == words
    assert library.ledger.check(made).state == "exact"


def test_a_mark_somebody_else_made_of_the_passage_is_taken(library, session, claim, report):
    with open_library(library.path.with_name("a.annotator"), "B. Reader") as other:
        theirs = other.session(report)
        theirs.highlight(*place(theirs, "nine months"))
    library.poll()
    (mark,) = library.session(report).annotations()
    made = library.ledger.add_from_article(claim.id, report, quote="nine months")
    assert made.source.annotation == mark.id


def test_a_passage_is_no_evidence_for_what_is_claimed_in_it(library, session, claim):
    with pytest.raises(InvalidValue, match="no evidence"):
        library.ledger.add(claim.id, passage=session.owner_of(claim.id))


def test_passages_of_one_article_and_its_address_are_one_origin(library, session, claim, report):
    library.ledger.add_from_article(claim.id, report, quote="nine months")
    library.ledger.add_from_article(claim.id, report, quote="No sensor")
    library.ledger.add(claim.id, url="https://www.example.org/report/")
    assert len({entry.source.id for entry in entries(session, claim)}) == 3
    assert origins(entries(session, claim)) == 1
    library.ledger.add(claim.id, url="https://paper.example", origin="Wire")
    library.ledger.add(claim.id, url="https://other.example", origin="wire")
    assert origins(entries(session, claim)) == 2


def test_evidence_outlives_the_mark_on_its_passage(library, session, claim, report):
    made = library.ledger.add_from_article(claim.id, report, quote="nine months")
    there = library.session(report)
    heard = []
    library.subscribe(heard.append)
    there.delete(made.source.annotation)
    assert heard[-1].annotations == {made.source.annotation, session.owner_of(claim.id)}
    assert library.ledger.where(made.id) is None
    assert entries(session, claim)[0].source.title == "The inspectors' report"
    assert library.ledger.check(made.id).state == "exact"
    library.remove_article(report)
    assert library.ledger.check(made.id) is None and library.ledger.where(made.id) is None


def test_claims_are_told_when_the_passage_they_rest_on_moves(library, session, claim, report):
    made = library.ledger.add_from_article(claim.id, report, quote="nine months")
    there = library.session(report)
    heard = []
    library.subscribe(heard.append)
    there.move(made.source.annotation, *place(there, "No sensor"))
    assert session.owner_of(claim.id) in heard[-1].annotations
    assert session.id in heard[-1].articles
    assert library.ledger.where(made.id)[2:] == place(there, "No sensor")


def test_moved_evidence_is_gone_from_the_one_and_stands_with_the_other(library, session, claim):
    other = session.claim(*place(session, "spokesman"))
    made = library.ledger.add(claim.id, url="https://example.org")
    heard = []
    library.subscribe(heard.append)
    library.ledger.move(made.id, other.id)
    assert heard[-1].annotations >= {session.owner_of(claim.id), session.owner_of(other.id)}
    assert (entries(session, claim), len(entries(session, other))) == ((), 1)
    library.undo()
    assert (len(entries(session, claim)), entries(session, other)) == (1, ())
    library.ledger.move(made.id, session.owner_of(other.id))
    assert len(session.annotation(session.owner_of(other.id)).sources) == 1
    assert entries(session, claim) == ()


def test_several_edits_are_one_step_in_a_batch(library, session, claim):
    with library.batch("evidence") as _batch:
        one = library.ledger.add(claim.id, url="https://example.org/a")
        library.ledger.update(one.id, stance="supports", title="A")
        library.ledger.add(claim.id, url="https://example.org/b")
    assert [e.stance for e in entries(session, claim)] == ["supports", "context"]
    library.undo()
    assert entries(session, claim) == ()


def test_two_claims_in_one_batch_rest_on_one_mark(library, session, claim, report):
    other = session.claim(*place(session, "spokesman"))
    with library.batch("evidence") as _batch:
        one = library.ledger.add_from_article(claim.id, report, quote="nine months")
        two = library.ledger.add_from_article(other.id, report, quote="nine months")
    assert one.source == two.source and len(library.session(report).annotations()) == 1


def test_the_quote_is_looked_for_in_texts_of_the_library(library, session, claim, report):
    ledger = library.ledger
    by_address = ledger.add(claim.id, url="http://example.org/report", quote="for nine months")
    assert ledger.check(by_address.id).state == "exact"
    found = ledger.where(by_address.id)
    text = library.article(report).text
    assert (found.article, found.annotation) == (report, "")
    assert text[found.start : found.end] == "for nine months"
    ledger.update(by_address.id, quote="closed the bridge for six months")
    assert ledger.check(by_address.id).state == "differs"
    ledger.update(by_address.id, quote="the harbour froze over twice in winter")
    assert ledger.check(by_address.id).state == "missing"
    assert ledger.where(by_address.id) == (report, "", None, None)
    ledger.update(by_address.id, quote="")
    assert ledger.check(by_address.id) is None
    elsewhere = ledger.add(claim.id, url="https://example.com/report", quote="for nine months")
    assert ledger.check(elsewhere.id) is None and ledger.where(elsewhere.id) is None


def test_an_article_found_later_gives_its_text_to_what_names_it(library, claim, report):
    entry = library.ledger.add(claim.id, url="https://later.example/a", quote="nine months")
    assert library.ledger.check(entry.id) is None
    library.set_details(report, url="https://later.example/a")
    assert library.ledger.check(entry.id).state == "exact"
    study = library.ledger.add(claim.id, doi="10.5555/ABC", quote="nine months")
    library.set_details(report, doi="10.5555/abc")
    assert library.ledger.check(study).state == "exact"


def test_a_file_that_is_an_article_here_has_that_articles_text(library, claim, tmp_path):
    file = tmp_path / "report.txt"
    file.write_text("A report\n\nThe bridge was closed for nine months.\n", encoding="utf-8")
    entry = library.ledger.add(claim.id, file=file, quote="closed for nine months")
    assert library.ledger.check(entry.id) is None  # only its hash is known
    article = library.import_file(file)
    assert library.ledger.check(entry.id).state == "exact"
    assert library.ledger.where(entry.id).article == article.id


def test_a_file_kept_in_the_library_is_read_for_the_check(library, session, claim, tmp_path):
    file, picture = tmp_path / "minutes.txt", tmp_path / "scan.png"
    file.write_text("Minutes\n\nThe bridge was closed for nine months.\n", encoding="utf-8")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 20)
    entry = library.ledger.add(claim.id, file=file, store_file=True, quote="for nine months")
    seen = library.ledger.add(claim.id, file=picture, store_file=True, quote="nine months")
    assert library.ledger.check(entry.id).state == "exact"
    assert library.ledger.where(entry.id) is None  # there is no article to go to
    assert library.ledger.check(seen.id) is None
    ((label, article),) = library.ledger.texts_of(session.id)
    assert label == "minutes" and "nine months" in article.text and article.id is None


def test_texts_of_an_article_are_those_its_claims_and_marks_rest_on(
    library, session, claim, report
):
    library.ledger.add_from_article(claim.id, report, quote="nine months")
    library.ledger.add(session.owner_of(claim.id), url="https://example.org/report")
    library.ledger.add(claim.id, url="https://example.org/elsewhere")
    found = library.ledger.texts_of(session.id)
    assert [(label, article.id) for label, article in found] == [("The inspectors' report", report)]
    assert library.ledger.texts_of(report) == []


def test_sources_are_listed_with_what_rests_on_them(library, session, claim, report):
    mark = session.highlight(*place(session, "spokesman"))
    other = session.claim(*place(session, "eleven sensors"), statement="Eleven sensors.")
    link = library.ledger.add(
        claim.id, url="https://example.org/a", title="Zebra", stance="refutes"
    )
    library.ledger.add(mark.id, url="https://example.org/a")
    library.ledger.add(other.id, url="https://example.org/a", private=True)
    library.ledger.add_from_article(claim.id, report, quote="nine months")
    first, second = library.ledger.sources()
    assert (first.source.label, first.claims) == ("The inspectors' report", 1)
    assert (second.source.id, second.claims) == (link.source.id, 2)
    assert [(use.claim, use.label, use.stance) for use in second.uses] == [
        (claim.id, "C1", "refutes"), ("", "spokesman", "context"), (other.id, "C2", "context"),
    ]  # fmt: skip
    assert [use.annotation for use in second.uses] == [
        session.owner_of(claim.id), mark.id, session.owner_of(other.id),
    ]  # fmt: skip
    assert [use.private for use in second.uses] == [False, False, True]
    session.remove_claim(claim.id)
    assert [(each.source.label, each.claims) for each in library.ledger.sources()] == [("Zebra", 1)]
    library.remove_article(session.id)
    assert library.ledger.sources() == []


def test_earlier_sources_complete_what_is_typed(library, claim):
    library.ledger.add(
        claim.id, url="https://example.org/a", title="Minutes of May", author="Clerk"
    )
    library.ledger.add(claim.id, url="https://example.org/b", title="Minutes of June")
    library.ledger.add(claim.id, url="https://other.example", title="A report")
    titles = [source.title for source in library.ledger.complete("minu")]
    assert titles == ["Minutes of June", "Minutes of May"]
    assert [source.title for source in library.ledger.complete("may MIN")] == ["Minutes of May"]
    assert [source.title for source in library.ledger.complete("other.ex")] == ["A report"]
    assert library.ledger.complete(" ") == [] and library.ledger.complete("inutes") == []


def test_origins_are_named_as_before_or_by_the_agency_in_the_byline(library, claim):
    first = library.ledger.add(claim.id, url="https://a.example", origin="City hall")
    library.ledger.add(claim.id, url="https://b.example", origin="Wire")
    wire = library.ledger.add(claim.id, url="https://c.example", author="E. Doe, AP")
    plain = library.ledger.add(claim.id, url="https://d.example", author="APRIL SNAP")
    assert library.ledger.origin_names() == ["Wire", "City hall"]
    assert library.ledger.suggest_origin(first.source) == "City hall"
    assert library.ledger.suggest_origin(wire.source) == "Associated Press"
    assert library.ledger.suggest_origin(plain.source) == ""


SPEECH = (
    "“The trend is beyond all doubt, and it will not turn,” the Harbour Board said on Monday.",
    "“Nobody asked us about the sensors”, said Joan Miller, who runs the ferry.",
    "“We never slept at all that winter”, a fisherman said.",
)


def test_quotations_are_looked_up_where_they_are_said_to_come_from(library):
    story = library.session(add_article(library, small_article(SPEECH, "What they said")))
    minutes = add_article(
        library, small_article(("The trend is beyond doubt, and it will not turn.",), "Minutes")
    )
    library.set_details(minutes, site="Harbour Board")
    interview = add_article(
        library, small_article(("Nobody asked us about the sensors.",), "At the ferry")
    )
    claim = story.claim(*place(story, "Nobody asked us about the sensors"), kind="quote")
    assert library.ledger.quotations(story.id) == []
    library.ledger.add_from_article(claim.id, minutes, quote="beyond doubt")
    library.ledger.add_from_article(claim.id, interview, quote="asked us")
    trend, ferry = library.ledger.quotations(story.id)
    text = story.article.text
    assert text[trend.passage.start : trend.passage.end].startswith("The trend")
    assert (trend.label, trend.check.state) == ("Minutes", "differs")
    assert [piece.quote for piece in trend.check.differences if piece.kind == "added"] == ["all"]
    assert (ferry.label, ferry.check.state) == ("At the ferry", "exact")
    assert ferry.source.article == interview


@pytest.mark.parametrize("author", ["Joan Miller", "Ann Other; J. Miller", "Miller"])
def test_speakers_are_known_with_and_without_first_name_and_office(library, author):
    story = library.session(add_article(library, small_article(SPEECH, "What they said")))
    diary = add_article(
        library, small_article(("Nobody asked us about the sensors.",), "A diary"),
    )  # fmt: skip
    library.set_details(diary, authors=author)
    other = add_article(library, small_article(("We never slept.",), "Another diary"))
    library.set_details(other, authors=["Anna Miller-Smith", "P. Joan"])
    claim = story.claim(*place(story, "fisherman"))
    library.ledger.add_from_article(claim.id, diary, quote="Nobody")
    library.ledger.add_from_article(claim.id, other, quote="never")
    found = library.ledger.quotations(story.id)[0]
    assert (found.label, found.check.state) == ("A diary", "exact")
    assert "Another diary" not in {each.label for each in library.ledger.quotations(story.id)}


def test_a_quotation_that_is_not_in_what_it_is_attributed_to_is_told(library):
    story = library.session(add_article(library, small_article(SPEECH, "What they said")))
    minutes = add_article(library, small_article(("Ships came in late.",), "Minutes"))
    library.set_details(minutes, site="Harbour Board")
    claim = story.claim(*place(story, "fisherman"))
    library.ledger.add_from_article(claim.id, minutes, quote="Ships")
    (found,) = library.ledger.quotations(story.id)
    assert (found.label, found.check.state) == ("Minutes", "missing")


def test_words_in_a_long_text_are_found_as_in_a_short_one(library, claim):
    filling = tuple(f"Sentence {n} says that nothing of note happened here." for n in range(2500))
    said = "Repairs cost up to 40 million crowns, the 	 report said."
    id = add_article(library, small_article((*filling, said, *filling), "A long report"))
    library.set_details(id, url="https://long.example")
    long, short = library.article(id).text, "Repairs cost up to 40 million crowns, the report said."
    assert len(long) > 200_000
    for quote in (
        "40 million crowns, the report",
        "cost 40 million crowns",
        "the ship sank at dawn",
    ):
        entry = library.ledger.add(claim.id, url="https://long.example", quote=quote)
        found, expected = library.ledger.check(entry.id), check_quote(quote, short)
        assert (found.state, found.before) == (expected.state, expected.before)
        if found.start is not None:
            words = " ".join(long[found.start : found.end].split())
            assert words == short[expected.start : expected.end]


def test_a_deadline_before_the_day_of_the_question_is_refused(library, claim):
    asked = {"type": "request", "title": "The press office", "asked": "2026-05-02"}
    with pytest.raises(InvalidValue, match="deadline"):
        library.ledger.add(claim.id, **asked, deadline="2026-05-01")
    assert library.claims.get(claim.id).evidence == ()
    entry = library.ledger.add(claim.id, **asked, deadline="2026-05")
    with pytest.raises(InvalidValue, match="deadline"):
        library.ledger.update(entry.id, deadline="2025")


def test_an_answer_before_the_day_of_the_question_is_refused(library, claim):
    asked = {"type": "request", "title": "Press office", "asked": "2026-05-02"}
    with pytest.raises(InvalidValue, match="answer lies before"):
        library.ledger.add(claim.id, **asked, answered="2026-05-01")
    entry = library.ledger.add(claim.id, **asked, answered="2026-05-02")
    assert entry.outcome == "answered"
