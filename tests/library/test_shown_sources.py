"""The sources with what rests on them: true after each edit, which reads only what it concerns."""

from annotator.library.ledger.shown import ShownSources
from tests.store.builders import add_article, small_article


def claim_on(session, words, **fields):
    start = session.article.text.index(words)
    return session.claim(start, start + len(words), **fields)


def test_kept_sources_follow_every_sort_of_edit(library, session):
    other = library.session(add_article(library, small_article(title="Another")))
    first, second = claim_on(session, "eleven months"), claim_on(other, "sensors")
    mark = session.highlight(0, 5)
    ledger = library.ledger
    entry = ledger.add(first.id, url="https://example.org/a", title="zebra")
    ledger.add(second.id, url="https://example.org/b", title="Ärzte")
    ledger.add(mark.id, title="aardvark")
    passage = ledger.add_from_article(first.id, other.id, start=0, end=6)
    edits = [
        (lambda: ledger.update_source(entry.source.id, title="Antelope"), True),
        (lambda: ledger.move(entry.id, second.id), True),
        (lambda: ledger.update(entry.id, stance="refutes"), True),
        (lambda: ledger.update(entry.id, note="Read twice."), False),
        (lambda: library.claims.update(second.id, statement="Nobody measured."), True),
        (lambda: library.claims.update(second.id, verdict="True"), False),
        (lambda: session.move(mark.id, 2, 12), True),
        (lambda: library.claims.merge(second.id, first.id), True),
        (library.undo, True),
        (lambda: library.claims.add_passage(second.id, mark.id), False),
        (lambda: other.delete(passage.source.annotation), False),
        (lambda: session.delete(mark.id), True),
        (library.undo, True),
        (lambda: ledger.remove(entry.id), True),
        (lambda: library.remove_article(other.id), True),
        (library.undo, True),
        (lambda: library.set_details(session.id, title="The long bridge"), False),
    ]
    for number, (edit, shows) in enumerate(edits):
        before = ledger.sources()
        edit()
        now = ledger.sources()
        assert now == ShownSources(library.store).sources(), number
        assert (now != before) is shows, number


def test_an_edit_reads_only_the_sources_it_concerns(library, session):
    claim = claim_on(session, "eleven months")
    changed = library.ledger.add(claim.id, url="https://example.org/a", title="A").source.id
    library.ledger.add(claim.id, url="https://example.org/b", title="B")
    before = {use.source.id: use for use in library.ledger.sources()}
    library.ledger.update_source(changed, publisher="The paper")
    for use in library.ledger.sources():
        assert (use is before[use.source.id]) is (use.source.id != changed)
