"""An entry of evidence in words, and a quote beside its source word by word."""

from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from annotator.checking.quotes import check_quote
from annotator.model import Evidence, Source
from annotator.ui.evidence import lines
from annotator.ui.evidence.compared_part import KEPT, PUT, TAKEN, sides, spoken
from annotator.ui.evidence.facts import EntryFacts

TEXT = "The trend is hardly beyond any doubt. Emissions fell by up to 21 percent in two years."


def said(entry: Evidence, quote: str = "", whole: bool = False) -> str:
    facts = EntryFacts(check_quote(quote, TEXT)) if quote else EntryFacts()
    return "".join(run.text for run in lines.detail_runs(entry, facts, whole=whole))


def entry(quote: str = "", **fields: object) -> Evidence:
    return Evidence("e", Source("s", "https://port.example/a", "Report"), quote=quote, **fields)


def test_the_check_is_said_in_words() -> None:
    assert said(entry("hardly beyond any doubt"), "hardly beyond any doubt").endswith("words found")
    assert said(entry("x"), "The trend is beyond any doubt").endswith("words differ")
    assert said(entry("x"), "nobody ever counted ships").endswith("words not found")
    assert "words" not in said(entry("hardly beyond any doubt"))


def test_words_that_bound_a_number_are_not_kept_back() -> None:
    line = said(entry("21 percent"), "21 percent")
    assert line.endswith("words found, but “up to” stands before them")


def test_what_was_asked_and_what_came_of_it() -> None:
    asked = {"type": "request", "asked": "2026-05-02"}
    assert said(entry(**asked, deadline="2026-05-09", outcome="no answer")).startswith(
        "asked 2 May 2026 · no answer by 9 May 2026"
    )
    assert "answered 3 May 2026" in said(entry(**asked, answered="2026-05-03"))
    assert "no answer yet" in said(entry(**asked))
    assert lines.title_text(entry(**asked)) == "Asked Report"


def test_a_search_that_found_nothing_says_so() -> None:
    search = entry(type="search", place="Minutes", query="dust", outcome="nothing found")
    assert lines.title_text(search) == "Searched Minutes"
    assert said(search).startswith("for “dust” · nothing found")


def test_origin_note_and_privacy_are_said() -> None:
    line = said(entry(origin="AFP", note="two of three"), whole=True)
    assert "same origin: AFP" in line and "two of three" in line
    assert "private" in lines.name_of(entry(private=True), True)


def test_words_that_bring_their_quotation_marks_get_no_others() -> None:
    assert said(entry("“beyond doubt”")).endswith("· “beyond doubt”")


def test_the_two_sides_hold_what_the_other_has_not() -> None:
    left, right = sides(check_quote("The trend is well beyond any doubt", TEXT))
    assert [(p.text, p.kind) for p in left if p.kind != KEPT] == [("well", TAKEN)]
    assert [(p.text, p.kind) for p in right if p.kind != KEPT] == [("hardly", PUT)]
    assert spoken(left) == "The trend is −well beyond any doubt"
    assert spoken(right) == "The trend is +hardly beyond any doubt"


def test_long_stretches_that_are_alike_are_cut_short() -> None:
    same = " ".join(f"word{n}" for n in range(40))
    left, _right = sides(check_quote(f"First {same} last", f"Also {same} end."))
    kept = next(piece for piece in left if piece.kind == KEPT)
    assert "…" in kept.text and len(kept.text.split()) < 15


def test_pieces_read_from_the_right_stand_in_their_order(qapp: QApplication) -> None:
    publisher, quote = "سلطة الميناء", "انخفاض بنسبة 21 في المئة"
    source = Source("s", "https://port.example/a", "Report", publisher=publisher)
    line = said(Evidence("e", source, quote=quote))
    layout = QTextLayout(line)
    layout.beginLayout()
    row = layout.createLine()
    layout.endLayout()
    places = [row.cursorToX(line.index(part) + 1)[0] for part in ("port", publisher, quote)]
    assert places == sorted(places)
