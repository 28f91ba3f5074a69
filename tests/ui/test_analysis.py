"""Looking through an article in the real window: what is worth a look, voices, the inside check."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.library import Library
from annotator.ui.analysis.voices import LINKED, SOURCED
from annotator.ui.kit import LinkButton, OutlineButton
from annotator.ui.marks.tints import WORTH
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
TEXT = """Harbourton Rethinks Its Bridge Amid $92.5 Million Lawsuit Threat

The threatened lawsuit over the bridge cost the city of Harbourton $92.5 million in 2024.

It was a grey morning, and nobody was about.

“We lost 300 jobs,” said Ada Miller, who leads the dock workers' union, on Monday.

According to officials, traffic on the eastern quay fell by 38 percent in two years.
"""
GERMAN = """<html lang="de"><head><title>Die Brücke</title></head><body><article><h1>Die Brücke</h1>
<p>Die Brücke ist seit elf Monaten gesperrt, und 300 Menschen haben ihre Arbeit verloren.</p>
<p>Die Stadt will sie im Mai wieder öffnen, sagt die Bürgermeisterin.</p></article></body></html>"""
FALL = "According to officials, traffic on the eastern quay fell by 38 percent in two years."


def show_text(text, open_window, tmp_path, preferences, qtbot):  # noqa: F811
    """The window with an article of this text in front."""
    file = tmp_path / "bridge.txt"
    file.write_text(text, encoding="utf-8")
    with Library.open(tmp_path / "library.annotator", True, preferences) as library:
        article = library.import_file(file)
    window = open_window()
    window.desk.open_article(article.id)
    window.activateWindow()
    window.reader.setFocus()
    qtbot.waitUntil(window.reader.view.hasFocus)
    return window


@pytest.fixture
def window(open_window, tmp_path, preferences, qtbot):  # noqa: F811
    """The window with the article in front."""
    return show_text(TEXT, open_window, tmp_path, preferences, qtbot)


def press(window, key, modifier=NONE):
    QTest.keyClick(window.reader.view, key, modifier)


def words(window, passage):
    return window.desk.session.article.text[slice(*passage)] if passage else ""


def tinted(window):
    """The words of each tinted sentence, and its look."""
    found = window.reader.view.tints.between(0, 10_000)
    return {words(window, (tint.start, tint.end)): tint.look for tint in found}


def outlined(window):
    return words(window, window.reader.view.tints.outlined)


@pytest.fixture
def worth(window, qtbot):
    """The bar of sentences worth a look, switched on by its key."""
    press(window, Key.Key_W)
    qtbot.waitUntil(lambda: bool(tinted(window)))
    return window.inspecting.looking.worth_bar


def go_to(window, sentence):
    """Step until a sentence is at hand."""
    for _try in range(8):
        press(window, Key.Key_L)
        if outlined(window) == sentence:
            return
    raise AssertionError("it is not offered")


def test_one_suggestion_after_the_other_becomes_a_claim_by_key(window, worth):
    def statements():
        marks = window.desk.session.annotations()
        return [claim.statement for mark in marks for claim in mark.claims]

    for count in (1, 2, 3):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_L)
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Y)
        QTest.keyClick(
            QApplication.focusWidget(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
        assert QApplication.focusWidget() is window.reader.view
        assert len(statements()) == count
    assert all(one in window.desk.session.article.text for one in statements())


def test_the_next_suggestion_is_seen_with_what_stands_around_it(window, tmp_path, qtbot):
    page = tmp_path / "long.txt"
    told = "Traffic on the quay fell by {n} percent after the mayor had closed the bridge in 2024."
    rest = "It was a grey morning, and nobody was about. "
    page.write_text(
        "A long report\n\n"
        + "\n\n".join(f"{rest * (n % 5)}{told.format(n=n)}" for n in range(11, 41)),
        encoding="utf-8",
    )
    window.resize(1280, 720)
    window.desk.open_article(window.desk.library.import_file(page).id)
    window.reader.setFocus()
    press(window, Key.Key_W)
    qtbot.waitUntil(lambda: bool(tinted(window)))
    view = window.reader.view
    room = view.viewport().height()
    for _turn in range(25):
        QTest.keyClick(view, Key.Key_L)
        rects = view.rectangles(*window.inspecting.looking.at_hand)
        assert max(r.bottom() for r in rects) < room - 30


def test_who_writes_from_a_card_stays_with_the_cards(window):
    mark = window.desk.session.highlight(0, 10)
    window.cards.list.setFocus()
    window.cards.list.set_current(mark.id)
    QTest.keyClick(window.cards.list, Key.Key_Return)
    assert window.cards.list.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert QApplication.focusWidget() is window.cards.list


def test_nothing_is_looked_through_until_it_is_switched_on(window):
    assert window.inspecting._looking is None
    assert tinted(window) == {}
    assert not window.actions_.enabled("look.next")


def test_sentences_are_tinted_and_gone_through_by_key(window, worth):
    assert worth.isVisible()
    assert FALL in tinted(window) and "It was a grey morning" not in str(tinted(window))
    assert set(tinted(window).values()) <= set(WORTH)
    count = len(tinted(window))
    assert worth.says.text() == f"0 of {count} suggestions looked at"
    order = []
    for _step in range(count):
        press(window, Key.Key_L)
        order.append(window.reader.view.tints.outlined)
    assert order == sorted(order) and len(set(order)) == count
    press(window, Key.Key_L, SHIFT)
    assert window.reader.view.tints.outlined == order[-2]
    assert window.reader.caret() == order[-2][0]


def test_the_reasons_of_the_sentence_at_hand_are_said(window, worth):
    assert not worth.claim.isEnabled()
    go_to(window, FALL)
    assert "figure" in worth.reasons.text() and worth.claim.isEnabled()
    assert "verdict" not in worth.reasons.text()


def test_one_key_makes_it_a_claim(window, worth, qtbot):
    go_to(window, FALL)
    press(window, Key.Key_Y)
    (mark,) = window.desk.session.annotations()
    assert mark.claims[0].statement == FALL
    qtbot.waitUntil(lambda: FALL not in tinted(window))
    assert worth.says.text().startswith("1 of ")
    assert not worth.claim.isEnabled()
    assert window.cards.isAncestorOf(QApplication.focusWidget())  # it is written there


def test_one_key_dismisses_it_and_goes_on(window, worth, qtbot):
    go_to(window, FALL)
    press(window, Key.Key_D)
    assert FALL not in tinted(window)
    assert outlined(window) not in ("", FALL)
    assert worth.says.text().startswith("1 of ")
    window.actions_.run("edit.undo")
    qtbot.waitUntil(lambda: FALL in tinted(window))
    window.actions_.run("edit.redo")
    qtbot.waitUntil(lambda: FALL not in tinted(window))


def test_the_slider_offers_more_and_fewer(window, worth, preferences):  # noqa: F811
    usual = len(tinted(window))
    worth.slider.setFocus()
    QTest.keyClick(worth.slider, Key.Key_Home)
    most = len(tinted(window))
    QTest.keyClick(worth.slider, Key.Key_End)
    assert len(tinted(window)) < usual < most
    assert preferences.get("look.threshold") == 0.99


def test_what_was_switched_on_is_so_again(window, worth, open_window, qtbot):  # noqa: F811
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.desk.session is not None)
    qtbot.waitUntil(lambda: again.reader.session is not None and FALL in tinted(again))
    assert again.inspecting.looking.worth_bar.isVisible()
    assert again.actions_.action("look.worth").isChecked()


def test_the_cross_and_escape_put_it_away(window, worth):
    worth.close_.click()
    assert not worth.isVisible() and tinted(window) == {}
    press(window, Key.Key_W)
    worth.slider.setFocus()
    QTest.keyClick(worth.slider, Key.Key_Escape)
    assert not worth.isVisible()
    assert window.reader.view.hasFocus()


def test_it_goes_with_the_article(window, worth, tmp_path, qtbot):
    other = tmp_path / "other.txt"
    other.write_text("Other news\n\nWages rose by 12 percent in March 2025.\n", encoding="utf-8")
    first = window.desk.session.id
    window.desk.open_article(window.desk.library.import_file(other).id)
    qtbot.waitUntil(lambda: "Wages rose by 12 percent in March 2025." in tinted(window))
    assert FALL not in tinted(window)
    window.desk.open_article(first)
    qtbot.waitUntil(lambda: FALL in tinted(window))
    window.desk.open_article(None)
    QApplication.processEvents()
    assert not window.actions_.enabled("look.next")


def test_voices_are_tinted_and_counted(window, worth, qtbot):
    press(window, Key.Key_V)
    bar = window.inspecting.looking.voice_bar
    qtbot.waitUntil(lambda: "named" in str(tinted(window).values()))
    assert bar.isVisible() and not worth.isVisible()
    assert not window.actions_.action("look.worth").isChecked()
    assert tinted(window)["It was a grey morning, and nobody was about."] == "own"
    assert tinted(window)[FALL] == "unnamed"
    assert bar.says.text() == "4 sentences,"
    assert bar.counts[SOURCED].text() == "1 with a named source,"
    assert bar.counts[LINKED].text() == "0 linked" and not bar.counts[LINKED].isEnabled()


def test_a_count_leads_to_the_next_such_sentence(window, qtbot):
    press(window, Key.Key_V)
    bar = window.inspecting.looking.voice_bar
    qtbot.waitUntil(lambda: bar.counts[SOURCED].isEnabled())
    bar.counts[SOURCED].click()
    assert "said Ada Miller" in outlined(window)
    assert "Ada Miller" in bar.who.text()
    bar.legend["unnamed"].click()
    assert outlined(window) == FALL
    bar.legend["own"].click()
    first = outlined(window)
    press(window, Key.Key_L)
    assert outlined(window) != first and tinted(window)[outlined(window)] == "own"


def test_a_source_on_its_claim_links_a_sentence(window, qtbot):
    press(window, Key.Key_V)
    bar = window.inspecting.looking.voice_bar
    qtbot.waitUntil(lambda: bar.counts[SOURCED].isEnabled())
    session = window.desk.session
    start = session.article.text.index("We lost 300 jobs")
    claim = session.claim(start, start + 16)
    session.attach_source(claim.id, "https://union.example/")
    qtbot.waitUntil(lambda: bar.counts[LINKED].text() == "1 linked")


@pytest.fixture
def inside(window, qtbot):
    """The inside check, switched on by its key."""
    press(window, Key.Key_I)
    panel = window.inspecting.inside.panel
    qtbot.waitUntil(lambda: bool(panel.cards))
    return panel


def headline(panel):
    return next(card for card in panel.cards if card.row.row.kind == "headline")


def button(card, text, kind=LinkButton):
    return next(b for b in card.findChildren(kind) if b.text().startswith(text))


def test_headline_and_text_stand_side_by_side(window, inside):
    assert inside.isVisible() and not window.cards.isVisible()
    card = headline(inside)
    said = [mention.cue for mention in card.row.row.mentions]
    assert said[:2] == ["threat", "cost"]
    assert inside.cards.index(card) == 0
    assert "verdict" not in inside.says.text()


def test_the_key_that_opened_the_inside_check_closes_it(window, inside):
    assert inside.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Key.Key_I)
    assert not inside.isVisible() and window.cards.isVisible()
    assert QApplication.focusWidget() is window.reader.view


def test_what_is_not_looked_for_in_another_language_is_said(window, inside, tmp_path, qtbot):
    assert not inside.limits.isVisible()
    page = tmp_path / "bruecke.html"
    page.write_text(GERMAN, encoding="utf-8")
    article = window.desk.library.import_file(page)
    window.desk.open_article(article.id)
    qtbot.waitUntil(inside.limits.isVisible)
    assert "another language than English (de)" in inside.limits.text()


@pytest.mark.parametrize(("key", "name"), [(Key.Key_W, "worth_bar"), (Key.Key_V, "voice_bar")])
def test_the_bars_over_the_text_say_so_too(window, tmp_path, qtbot, key, name):
    page = tmp_path / "bruecke.html"
    page.write_text(GERMAN, encoding="utf-8")
    english = window.desk.session.id
    window.desk.open_article(window.desk.library.import_file(page).id)
    press(window, key)
    bar = getattr(window.inspecting.looking, name)
    qtbot.waitUntil(bar.limits.isVisible)
    assert "another language than English (de)" in bar.limits.text()
    window.desk.open_article(english)
    qtbot.waitUntil(lambda: not bar.limits.isVisible())


def test_a_mention_leads_to_its_passage(window, inside):
    from annotator.ui.analysis.mention import MentionCell

    cells = headline(inside).findChildren(MentionCell)
    assert cells[1].y() == cells[0].y() and cells[1].x() > cells[0].x()
    cells[1].click()
    assert words(window, window.reader.selection()) == cells[1].mention.text


def test_a_row_becomes_a_claim_in_two_passages(window, inside, qtbot):
    button(headline(inside), "Make a claim", OutlineButton).click()
    qtbot.waitUntil(lambda: headline(inside).row.state == "claimed")
    marks = window.desk.session.annotations()
    assert len(marks) == 2 and {m.claims[0].id for m in marks} == {marks[0].claims[0].id}
    assert marks[0].claims[0].kind == "headline"
    button(headline(inside), "Claim C1").click()
    assert window.cards.isVisible() and not inside.isVisible()
    assert window.desk.current == marks[0].id
    assert not window.actions_.action("look.inside").isChecked()


def test_a_row_is_dismissed_and_taken_back(window, inside, qtbot):
    button(headline(inside), "Dismiss").click()
    qtbot.waitUntil(lambda: headline(inside).row.state == "dismissed")
    button(headline(inside), "Take back").click()
    qtbot.waitUntil(lambda: headline(inside).row.state == "open")
    window.actions_.run("edit.undo")
    qtbot.waitUntil(lambda: headline(inside).row.state == "dismissed")


def test_escape_brings_the_cards_back(window, inside):
    QTest.keyClick(inside.area, Key.Key_Escape)
    assert window.cards.isVisible() and not inside.isVisible()
    assert window.reader.view.hasFocus()


def test_writing_a_claim_brings_the_cards_back(window, inside):
    window.reader.setFocus()
    start = window.desk.session.article.text.index("300 jobs")
    window.reader.set_selection(start, start + 8)
    press(window, Key.Key_C)
    assert window.cards.isVisible() and not inside.isVisible()


def test_where_nothing_differs_it_says_so(window, tmp_path, qtbot):
    plain = tmp_path / "plain.txt"
    plain.write_text("A walk\n\nThe hills were green and quiet.\n", encoding="utf-8")
    window.desk.open_article(window.desk.library.import_file(plain).id)
    window.actions_.run("look.inside")
    panel = window.inspecting.inside.panel
    qtbot.waitUntil(lambda: "Nothing differs" in panel.says.text())
    assert panel.cards == []


def click_on(window, sentence):
    """Click a word in the middle of a sentence."""
    start = window.desk.session.article.text.index(sentence) + len(sentence) // 2
    rect = window.reader.view.rectangles(start, start + 1)[0]
    port = window.reader.view.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=rect.center() - port.pos())


def test_a_click_takes_the_sentence_in_hand(window, worth):
    click_on(window, FALL)
    assert outlined(window) == FALL and worth.dismiss.isEnabled()
    click_on(window, "It was a grey morning")
    assert outlined(window) == FALL  # it is not offered


def colour_at(window, sentence):
    """What is painted at the upper left of a sentence, beside its first letter."""
    start = window.desk.session.article.text.index(sentence)
    rect = window.reader.view.rectangles(start, start + 1)[0]
    port = window.reader.view.viewport()
    place = rect.topLeft() - port.pos()
    return port.grab().toImage().pixelColor(place.x() + 1, place.y() + 1).name()


def test_tints_lie_beneath_marks(window, worth):
    tint = colour_at(window, FALL)
    assert tint != window.theme.tokens.paper
    start = window.desk.session.article.text.index(FALL)
    window.desk.session.highlight(start, start + 20, colour="red")
    assert colour_at(window, FALL) == window.theme.tokens.marks["red"]
    assert colour_at(window, FALL[40:]) == tint


def test_a_mention_in_a_source_leads_to_its_article(window, tmp_path, qtbot):
    from annotator.ui.analysis.mention import MentionCell

    words = "The lawsuit was settled for up to $92.5 million, the city of Harbourton said."
    report = tmp_path / "report.txt"
    report.write_text(f"Settlement over the bridge\n\n{words}\n", encoding="utf-8")
    library, session = window.desk.library, window.desk.session
    other = library.import_file(report)
    start = session.article.text.index("$92.5 million")
    claim = session.claim(start, start + len("$92.5 million"))
    library.ledger.add_from_article(claim.id, other.id, quote=words)
    window.reader.setFocus()
    press(window, Key.Key_I)
    panel = window.inspecting.inside.panel
    qtbot.waitUntil(lambda: bool(panel.cards))
    cells = [cell for card in panel.cards for cell in card.findChildren(MentionCell)]
    cell = next(cell for cell in cells if cell.mention.part == "source")
    cell.click()
    assert window.desk.session.id == other.id
    assert words_of(window) == cell.mention.text
    window.actions_.run("go.back")
    assert window.desk.session.id == session.id


def words_of(window):
    return words(window, window.reader.selection())


def test_in_a_narrow_window_the_article_comes_to_the_front_with_its_tints(window):
    window.resize(600, 800)
    window.panes.show_pane("left")
    assert not window.reader.isVisible()
    window.actions_.run("look.voice")
    assert window.reader.isVisible()
