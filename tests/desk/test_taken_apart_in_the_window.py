"""An article full of claims taken apart in the window, by its keys, up to a fact-check page and a
ClaimReview."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from annotator.library import Library
from annotator.ui.dialogs.hand_in import HandInDialog
from annotator.ui.kit import OutlineButton
from tests.desk import seed
from tests.ui.board_desk import settle
from tests.ui.evidence_desk import drag_over
from tests.ui.test_board import choose, click
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY, MODIFIER = Qt.Key, Qt.KeyboardModifier
CTRL, NONE = MODIFIER.ControlModifier, MODIFIER.NoModifier
MADE = {"headline", "picture"}
"""Kinds whose claims are made of what the inside check offers."""
CHILD_MS = 60_000
PAGE = "https://desk.example/checks/detainers"


@pytest.fixture
def window(open_window, samples, tmp_path, preferences, qtbot):  # noqa: F811
    """The window with the article in front and two sources in the library."""
    with Library.open(tmp_path / "library.annotator", True, preferences) as library:
        article = library.import_file(seed.article(samples)).id
        library.set_details(
            article, url="https://news.example/detainers", published="2025-02-07",
            authors="Staff", site="Example",
        )  # fmt: skip
        for name, text in (("settlement.md", seed.SETTLEMENT), ("paper.md", seed.STATEMENT)):
            (tmp_path / name).write_text(text)
            library.import_file(tmp_path / name)
    window = open_window()
    window.desk.open_article(article)
    window.activateWindow()
    window.reader.setFocus()
    qtbot.waitUntil(window.reader.view.hasFocus)
    return window


def press(key, modifier=NONE):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    settle(20)


def text_of(window):
    return window.desk.session.article.text


def make_claim(window, claim):
    """Select the passage, press C, say the kind, and be done."""
    window.reader.view.setFocus()
    window.reader.set_selection(claim.start, claim.end)
    press(KEY.Key_C)
    box = next(
        box for box in window.cards.findChildren(QComboBox)
        if box.accessibleName() == "Kind" and box.isVisible()
    )  # fmt: skip
    box.setFocus()
    QTest.keyClicks(box, claim.kind.capitalize())
    press(KEY.Key_Return, CTRL)


def take_apart(window):
    """Every claim but those that the inside check makes."""
    for claim in seed.claims():
        if claim.kind not in MADE:
            make_claim(window, claim)


def take_what_differs(window, qtbot):
    """A claim of each difference that the inside check shows."""
    window.reader.view.setFocus()
    QTest.keyClick(window.reader.view, KEY.Key_I)
    panel = window.inspecting.inside.panel
    qtbot.waitUntil(lambda: len(panel.cards) >= 3)
    sides = [[mention.cue for mention in card.row.row.mentions] for card in panel.cards]
    assert ["threat", "cost"] in [cues[:2] for cues in sides]
    for at in range(len(panel.cards)):
        card = panel.cards[at]
        if card.row.row.kind in MADE and card.row.state == "open":
            button(card, "Make a claim").click()
            qtbot.waitUntil(lambda at=at: panel.cards[at].row.state == "claimed")
    QTest.keyClick(panel.area, KEY.Key_Escape)


def button(card, text):
    return next(b for b in card.findChildren(OutlineButton) if b.text().startswith(text))


def passages(window):
    """(kind, start, end) of every claim's passages."""
    session = window.desk.session
    return {
        (claim.kind, session.anchor(mark.id).start, session.anchor(mark.id).end)
        for mark in session.annotations()
        for claim in mark.claims
    }


def shading(window):
    """The shaded sentences of the whole text."""
    return window.reader.view.tints.between(0, len(text_of(window)))


def test_sentences_that_carry_claims_are_shaded_and_no_caption_is(window, qtbot):
    QTest.keyClick(window.reader.view, KEY.Key_W)
    qtbot.waitUntil(lambda: bool(shading(window)))
    shaded = shading(window)

    def on(tint, picture):
        return any(
            claim.start < tint.end and tint.start < claim.end
            for claim in seed.claims() if (claim.kind == seed.PICTURE) is picture
        )  # fmt: skip

    assert sum(on(tint, picture=False) for tint in shaded) >= 15
    assert not any(on(tint, picture=True) for tint in shaded)


def test_from_the_article_to_what_is_handed_in(window, qtbot, tmp_path):
    take_apart(window)
    take_what_differs(window, qtbot)
    wanted = {(c.kind, c.start, c.end) for c in seed.claims() if c.kind not in MADE}
    assert wanted <= passages(window)
    assert {"headline", "picture"} <= {kind for kind, _start, _end in passages(window)}

    number = number_claim(window)
    bring_evidence(window, number, qtbot)
    judge_on_the_board(window, number)
    library = window.desk.library
    (entry,) = library.claims.get(number).evidence
    assert library.ledger.check(entry.id).state == "exact"
    assert [step.why for step in library.claims.trail(number)][-1] == "it says up to"

    page, reviews = hand_in(window, qtbot, tmp_path)
    for words in ("Half true", "up to $92.5 million", "it says up to", "Opinion", "ot yet checked"):
        assert words in page
    rated = next(r for r in reviews if r["reviewRating"]["alternateName"] == "Half true")
    assert rated["reviewRating"]["ratingValue"] == 3
    assert rated["url"].startswith(PAGE)
    assert library.check() == []


def number_claim(window):
    claim = next(c for c in seed.claims() if c.kind == "number")
    words = text_of(window)[claim.start : claim.end]
    claims = (c for mark in window.desk.session.annotations() for c in mark.claims)
    return next(c.id for c in claims if c.statement == words)


def bring_evidence(window, claim, qtbot):
    """Open the settlement beside the article, select words, and use them."""
    library = window.desk.library
    window.going.to_annotation(window.desk.session.owner_of(claim))
    window.beside.open(library.find_article("What the city agreed to pay"))
    settle()
    pane = window.beside.pane
    drag_over(pane.view.view, pane.session, "pay up to $92.5 million")
    qtbot.waitUntil(pane.view.bar.isVisible)
    QTest.keyClick(pane.view.view, KEY.Key_E)
    press(KEY.Key_Tab)
    press(KEY.Key_Tab)
    press(KEY.Key_Return)  # of the stances: refutes
    qtbot.waitUntil(lambda: bool(library.claims.get(claim).evidence))
    QTest.keyClick(pane.view.view, KEY.Key_Escape)


def judge_on_the_board(window, number):
    """A verdict with its reason; the opinions set aside, all at once."""
    press(KEY.Key_F7)
    face = window.faces.face("claims")
    face.show_claim(number)
    press(KEY.Key_V)
    choose("Half true")
    QTest.keyClicks(QApplication.focusWidget(), "it says up to")
    press(KEY.Key_Return)
    opinions = [row.id for row in face.state.rows if row.kind == seed.OPINION]
    face.show_claim(opinions[0])
    for id in opinions[1:]:
        click(face, at(face, id), "statement", CTRL)
    press(KEY.Key_V)
    choose("Opinion")
    QTest.keyClicks(QApplication.focusWidget(), "a judgement, not a fact")
    press(KEY.Key_Return)
    claims = window.desk.library.claims
    assert {claims.get(id).status for id in opinions} == {"set aside"}


def at(face, id):
    """The row of a claim, scrolled into sight."""
    claims = face.board.table.claims
    row = next(row for row in range(claims.rowCount()) if claims.claim(row).id == id)
    face.board.table.scrollTo(claims.index(row, 0))
    return row


def hand_in(window, qtbot, folder):
    """Both forms of what was found, through *Hand in*."""
    window.desk.library.review_settings.set("The desk", PAGE)
    claims = window.desk.library.claims
    claims.update([row.id for row in claims.rows()], claimant="the article")
    found = []
    for form, name in (("factcheck", "check.html"), ("claimreview", "check.json")):
        window.actions_.run("file.hand_in")
        dialog = next(d for d in window.findChildren(HandInDialog) if d.isVisible())
        at = dialog.form.format.findData(form)
        dialog.form.format.setCurrentIndex(at)
        dialog.form.place.edit.setText(str(folder / name))
        dialog.send.click()
        qtbot.waitUntil(lambda d=dialog: "Saved as" in d.message.text(), timeout=CHILD_MS)
        found.append((folder / name).read_text("utf-8"))
        dialog.reject()
    return found[0], json.loads(found[1])
