"""What cards say about marks, claims and sources."""

from dataclasses import replace

import pytest

from annotator.model import (
    Anchor,
    AnchorState,
    Annotation,
    Claim,
    Evidence,
    Selectors,
    Source,
    Target,
    Verdict,
)
from annotator.ui.cards import wording
from annotator.ui.cards.views import CardView, Form, form_of
from annotator.ui.evidence import lines

EXACT = Anchor(AnchorState.EXACT, 0, 5, 1.0)
FALSE = Verdict("v", "s", "False", 1, "bad")


def mark(**fields: object) -> Annotation:
    target = Target("t", "v", Selectors(0, 5, "Quote"))
    return replace(Annotation("a", "article", target=target), **fields)


def view(annotation: Annotation, anchor: Anchor = EXACT, form: Form = Form.NORMAL) -> CardView:
    return CardView(annotation, 3, anchor, form)


@pytest.mark.parametrize(
    ("anchor", "words", "token"),
    [
        (EXACT, "", ""),
        (Anchor(AnchorState.MOVED, 7, 12, 1.0), "moved in this version", "secondary"),
        (Anchor(AnchorState.CHANGED, 7, 12, 0.8), "words have changed", "middling"),
        (Anchor(AnchorState.LOST, None, None, 0.0), "not in this version", "bad"),
        (
            Anchor(AnchorState.AMBIGUOUS, None, None, 0.9, ((1, 2, 0.9), (5, 6, 0.9))),
            "two places fit",
            "middling",
        ),
        (
            Anchor(AnchorState.AMBIGUOUS, None, None, 0.9, ((1, 2, 0.9),) * 3),
            "3 places fit",
            "middling",
        ),
    ],
)
def test_what_became_of_a_passage_is_said(anchor: Anchor, words: str, token: str) -> None:
    assert wording.trouble_text(view(mark(), anchor)) == (words, token)
    assert form_of(mark(), anchor, current=False, compact=False) == (
        Form.NORMAL if words else Form.LINE
    )


def test_a_lost_claim_shows_its_passage_too() -> None:
    claimed = mark(claims=(Claim("c", 14, "Another statement"),))
    lost = Anchor(AnchorState.LOST, None, None, 0.0)
    assert not view(claimed, form=Form.OPEN).shows_quote
    assert view(claimed, lost, Form.OPEN).shows_quote
    assert view(claimed, lost).shows_statements


def test_a_claim_as_it_was_marked_shows_the_passage_once() -> None:
    same = view(mark(claims=(Claim("c", 14, "Quote"),)))
    assert (same.shows_quote, same.shows_statements) == (True, False)


def test_the_line_beside_a_verdict() -> None:
    claim = Claim("c", 12, "x", kind="number")
    assert wording.claim_line(claim) == "number · C12"
    judged = replace(claim, verdict=FALSE, status="checked")
    assert wording.claim_line(judged) == "number · checked · C12"


@pytest.mark.parametrize(
    ("date", "words"),
    [("2026-05-02", "2 May 2026"), ("2026-05", "May 2026"), ("2026", "2026"), ("", "")],
)
def test_dates_as_people_write_them(date: str, words: str) -> None:
    assert wording.date_text(date) == words


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://www.port.example/a/b?c=d", "port.example"),
        ("https://doi.org/10.5555/jca.24.118", "doi 10.5555/jca.24.118"),
        ("https://arxiv.org/abs/2401.00001", "arXiv 2401.00001"),
        ("mailto:a@b.example", "a@b.example"),
    ],
)
def test_where_a_link_leads_in_short(url: str, words: str) -> None:
    assert wording.host(url) == words


def test_the_second_line_of_a_source() -> None:
    source = Source("s", "https://port.example/r", "Report", published="2026-05")
    evidence = Evidence("e", source, "refutes", quote="21 percent", type="primary")
    line = "".join(run.text for run in lines.detail_runs(evidence, whole=False))
    assert line == "port.example · May 2026 · “21 percent”"
    assert lines.name_of(evidence, True) == (
        "refutes, Report, port.example · May 2026 · “21 percent”, primary source"
    )
    bare = Evidence("e", Source("s", "https://port.example/r"))
    assert lines.title_text(bare) == "port.example/r"
    assert lines.detail_runs(bare, whole=False) == []


def test_names_for_screen_readers() -> None:
    assert wording.card_name(view(mark(note="n"))) == "3, mark, note: Quote"
    private = replace(view(mark(private=True)), number=None)
    assert wording.card_name(private) == "private, mark: Quote"
    page = Annotation("a", "article", kind="page", note="All of it")
    assert wording.card_name(replace(view(page), number=None)) == (
        "note on the whole article: All of it"
    )
    two = mark(claims=(Claim("c", 1, "One."), Claim("d", 2, "Two.", verdict=FALSE)))
    assert wording.card_name(view(two)) == (
        "3, claim, to check, no source yet, claim, false, no source yet: One.; Two."
    )


def test_a_note_in_one_line() -> None:
    assert wording.plain("# A *note*\n\nwith [a link](https://x.example)") == "A note with a link"
