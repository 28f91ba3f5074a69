"""From evidence to the very passage, on cards and on the board, in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.cards.source_part import SourcePart
from annotator.ui.evidence.compared_part import ComparedPart
from annotator.ui.kit import LinkButton
from tests.ui.board_desk import settle
from tests.ui.evidence_desk import harbour  # noqa: F401 - fixtures
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

LEFT = Qt.MouseButton.LeftButton


def open_card(window, claim):
    window.going.to_annotation(window.desk.session.owner_of(claim))
    settle()
    return window.cards.list.card(window.desk.current)


def entry(widget, words):
    """The row of evidence that says so."""
    rows = widget.findChildren(SourcePart)
    return next(r for r in rows if words in r.accessibleName() and r.isVisible())


def press_link(widget, text):
    button = next(b for b in widget.findChildren(LinkButton) if b.text() == text and b.isVisible())
    QTest.mouseClick(button, LEFT)
    settle()


def quoted_wrongly(window):
    """An entry whose words are not quite those of the second article."""
    ledger = window.desk.library.ledger
    address = "https://port.example/report"
    window.desk.library.set_details(window.second, url=address)
    return ledger.add(window.doubt, url=address, quote="The trend is beyond any doubt",
                      stance="supports", title="Report by link")  # fmt: skip


def test_a_card_says_whether_the_words_were_found(harbour):  # noqa: F811
    card = open_card(harbour, harbour.fell)
    assert "words found" in entry(card, "The annual report").accessibleName()
    assert "words" not in entry(card, "Press release").accessibleName()


def test_a_click_shows_the_words_side_by_side(harbour):  # noqa: F811
    quoted_wrongly(harbour)
    card = open_card(harbour, harbour.doubt)
    row = entry(card, "words differ")
    assert not [p for p in card.findChildren(ComparedPart) if p.isVisible()]
    QTest.mouseClick(row, LEFT)
    settle()
    (compared,) = [p for p in card.findChildren(ComparedPart) if p.isVisible()]
    assert compared.accessibleName() == (
        "quoted: The trend is beyond any doubt; "
        "in the source: The trend is +hardly beyond any doubt"
    )
    QTest.keyClick(row, Qt.Key.Key_Space)
    settle()
    assert not compared.isVisible()


def test_go_there_leads_to_the_passage_and_back_returns(harbour):  # noqa: F811
    card = open_card(harbour, harbour.fell)
    QTest.mouseClick(entry(card, "The annual report"), LEFT)
    settle()
    press_link(harbour.cards, "Go there")
    session = harbour.desk.session
    assert session.id == harbour.second
    assert session.annotation(harbour.desk.current).quote == "a fall of up to 21 percent"
    harbour.actions_.run("go.back")
    assert harbour.desk.session.id == harbour.first


def test_words_of_a_linked_article_are_selected_there(harbour):  # noqa: F811
    made = quoted_wrongly(harbour)
    card = open_card(harbour, harbour.doubt)
    QTest.mouseClick(entry(card, "Report by link"), LEFT)
    settle()
    press_link(harbour.cards, "Go there")
    start, end = harbour.reader.selection()
    assert harbour.desk.session.article.text[start:end] == "The trend is hardly beyond any doubt"
    assert made.source.annotation == ""


def test_beside_shows_the_passage_next_to_the_claim(harbour):  # noqa: F811
    card = open_card(harbour, harbour.fell)
    QTest.mouseClick(entry(card, "The annual report"), LEFT)
    settle()
    press_link(harbour.cards, "Beside")
    assert harbour.desk.session.id == harbour.first
    assert harbour.beside.session.id == harbour.second
    view = harbour.beside.pane.view.view
    assert harbour.beside.session.annotation(view.current).quote == "a fall of up to 21 percent"


def test_the_board_shows_the_same_and_leads_to_the_same(harbour):  # noqa: F811
    quoted_wrongly(harbour)
    harbour.actions_.run("view.claims")
    face = harbour.faces.face("claims")
    face.show_claim(harbour.doubt)
    settle()
    section = face.inspector.sections.evidence
    QTest.mouseClick(entry(section, "words differ"), LEFT)
    settle()
    assert [p for p in section.findChildren(ComparedPart) if p.isVisible()]
    press_link(section, "Go there")
    assert harbour.faces.current == "read"
    start, end = harbour.reader.selection()
    assert harbour.desk.session.article.text[start:end] == "The trend is hardly beyond any doubt"


def test_on_the_board_too_a_passage_is_shown_next_to_the_claim(harbour):  # noqa: F811
    harbour.actions_.run("view.claims")
    face = harbour.faces.face("claims")
    face.show_claim(harbour.fell)
    settle()
    section = face.inspector.sections.evidence
    QTest.mouseClick(entry(section, "The annual report"), LEFT)
    settle()
    press_link(section, "Beside")
    assert harbour.faces.current == "read"
    assert harbour.desk.session.id == harbour.first
    assert harbour.desk.session.owner_of(harbour.fell) == harbour.desk.current
    view = harbour.beside.pane.view.view
    assert harbour.beside.session.annotation(view.current).quote == "a fall of up to 21 percent"


def test_a_correction_in_the_source_is_seen_at_once(harbour):  # noqa: F811
    made = quoted_wrongly(harbour)
    open_card(harbour, harbour.doubt)
    harbour.desk.library.ledger.update(made.id, quote="hardly beyond any doubt")
    settle()
    card = harbour.cards.list.card(harbour.desk.current)
    assert "words found" in entry(card, "Report by link").accessibleName()
