"""The checklist in the real window: what is open, the way there, and that it follows edits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.library import Library
from annotator.library.minimum import Minimum
from annotator.library.review.line import Line
from annotator.ui.review.model import AT_ONCE
from tests.ui.board_desk import CTRL, SHIFT, fill, settle
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key


@pytest.fixture
def window(open_window, tmp_path, preferences, qtbot):  # noqa: F811
    with Library.open(tmp_path / "library.annotator", True, preferences) as library:
        fill(library, tmp_path)
        first = next(r.id for r in library.articles() if r.title.startswith("What the bridge"))
    window = open_window()
    window.desk.open_article(first)
    qtbot.waitUntil(lambda: window.reader.isAncestorOf(QApplication.focusWidget() or window))
    return window


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    front = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w.parent() is None)
    QTest.keyClick(QApplication.focusWidget() or front, key, modifier)


def rows(panel):
    model = panel.list.lines
    return [model.row(at) for at in range(model.rowCount())]


def texts(panel, rule):
    return [row.text for row in rows(panel) if row.kind == "line" and row.rule == rule]


def counts(panel):
    return {row.rule: row.count for row in rows(panel) if row.kind == "rule"}


def click(panel, text, rule=""):
    lines = enumerate(rows(panel))
    at = next(n for n, row in lines if row.text == text and rule in ("", row.rule))
    place = panel.list.visualRect(panel.list.lines.index(at)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.fixture
def panel(window, qtbot):
    press(Key.Key_P, CTRL | SHIFT)
    panel = window.reviewing.panel
    qtbot.waitUntil(lambda: bool(panel.list.lines.lines))
    return panel


def test_a_key_shows_what_is_open_in_the_article_by_rule_and_takes_it_away(window, panel):
    assert panel.isVisible() and panel.isAncestorOf(QApplication.focusWidget())
    assert texts(panel, "no-source") == [
        "C2  Nobody knows who counted", "C3  without a footnote",
    ]  # fmt: skip
    assert counts(panel)["no-verdict"] == 2
    assert panel.says.text() == f"{len(panel.list.lines.lines)} lines are open"
    press(Key.Key_Escape)
    assert not panel.isVisible()
    assert window.left.body.isVisible()
    assert not window.actions_.action("file.checklist").isChecked()


def test_a_line_leads_to_its_mark_and_card(window, panel):
    click(panel, "C3  without a footnote")
    session = window.desk.session
    assert session.annotation(window.desk.current).quote == "without a footnote"
    assert panel.isVisible()


def test_a_line_about_evidence_unfolds_it_on_its_card(window, panel, qtbot):
    session = window.desk.session
    claim = next(c for n in session.annotations() for c in n.claims if c.number == 1)
    entry = claim.evidence[0]
    session.library.ledger.update_source(entry.source.id, accessed="")
    qtbot.waitUntil(lambda: bool(texts(panel, "no-accessed")))
    click(panel, texts(panel, "no-accessed")[0])
    assert window.desk.current == session.owner_of(claim.id)
    assert window.cards.deck.unfolded == entry.id


def test_an_answer_that_is_overdue_leads_to_the_request(window, panel, qtbot):
    session = window.desk.session
    claim = next(c for n in session.annotations() for c in n.claims if c.number == 2)
    asked = session.library.ledger.add(
        claim.id, type="request", title="Press office", asked="2026-05-02", deadline="2026-05-09"
    )
    qtbot.waitUntil(lambda: bool(texts(panel, "no-answer")))
    click(panel, texts(panel, "no-answer")[0], "no-answer")
    assert window.desk.current == session.owner_of(claim.id)
    assert window.cards.deck.unfolded == asked.id
    session.library.ledger.update(asked.id, outcome="no answer")
    qtbot.waitUntil(lambda: "no-answer" not in counts(panel))


def test_on_the_board_a_line_leads_to_its_claim_there(window, panel, qtbot):
    window.actions_.run("view.claims")
    settle()
    click(panel, "C3  without a footnote")
    face = window.faces.face("claims")
    assert window.faces.current == "claims"
    assert face.state.row(face.state.current).number == 3


def test_keys_go_from_line_to_line(window, panel):
    press(Key.Key_J, CTRL)
    first = window.desk.current
    assert window.desk.session.annotation(first).quote == "Nobody knows who counted"
    press(Key.Key_J, CTRL)
    assert window.desk.current != first
    press(Key.Key_J, CTRL | SHIFT)
    assert window.desk.current == first


def test_lines_go_as_the_work_is_done_and_come_back_with_undo(window, panel, qtbot):
    session = window.desk.session
    claim = next(c for n in session.annotations() for c in n.claims if c.number == 3)
    session.attach_source(claim.id, "https://a.example/1", "supports")
    qtbot.waitUntil(lambda: texts(panel, "no-source") == ["C2  Nobody knows who counted"])
    window.desk.library.undo()
    qtbot.waitUntil(lambda: len(texts(panel, "no-source")) == 2)


def test_the_whole_library_is_looked_at_and_each_line_says_its_article(window, panel, qtbot):
    panel.scope._segments["library"].click()
    qtbot.waitUntil(lambda: "C4  lasted eleven months" in texts(panel, "no-source"))
    line = next(row for row in rows(panel) if row.text == "C4  lasted eleven months")
    assert line.below == "The bridge again"
    click(panel, "C4  lasted eleven months")
    assert window.desk.session.article.title == "The bridge again"
    assert "C2  Nobody knows who counted" in texts(panel, "no-source")


def test_another_article_has_its_own_lines(window, panel, qtbot):
    other = next(r.id for r in window.desk.library.articles() if r.title == "The bridge again")
    window.desk.open_article(other)
    said = ["C4  lasted eleven months", "C5  the end is near"]
    qtbot.waitUntil(lambda: texts(panel, "no-source") == said)


def test_details_that_are_missing_are_asked_for_at_their_field(window, panel, qtbot):
    click(panel, next(row.text for row in rows(panel) if row.rule == "details" and row.line))
    (sheet,) = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    qtbot.waitUntil(sheet.fields["authors"].editor.hasFocus)
    sheet.reject()


def test_a_tag_that_is_asked_for_leads_to_what_is_asked_for(window, panel, qtbot):
    panel.scope._segments["library"].click()
    window.desk.library.review.ask_for(Minimum(tags=("never",)))
    qtbot.waitUntil(lambda: "tag-unused" in counts(panel))
    click(panel, texts(panel, "tag-unused")[0])
    (sheet,) = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    assert sheet.minimum().tags == ("never",)
    sheet.reject()


def test_a_rule_folds_and_unfolds(window, panel):
    panel.list.setFocus()
    press(Key.Key_Home)
    press(Key.Key_Left)
    assert texts(panel, "no-source") == [] and counts(panel)["no-source"] == 2
    press(Key.Key_Right)
    assert len(texts(panel, "no-source")) == 2


def test_of_a_long_rule_the_first_lines_are_shown_and_the_others_on_demand(window, panel, qtbot):
    session = window.desk.session
    for number in range(AT_ONCE + 5):
        session.claim(0, 4, f"Claim {number}")
    qtbot.waitUntil(lambda: counts(panel)["no-source"] == AT_ONCE + 7)
    assert len(texts(panel, "no-source")) == AT_ONCE
    more = panel.list.lines.index(panel.list.lines.find("more", "no-source"))
    assert more.data() == "Show 7 more"
    panel.list.setFocus()
    panel.list.setCurrentIndex(more)
    press(Key.Key_Return)
    assert len(texts(panel, "no-source")) == AT_ONCE + 7


def test_where_nothing_is_open_there_is_a_tick_and_the_way_on(window, panel, qtbot):
    library, session = window.desk.library, window.desk.session
    library.set_details(
        session.id, authors="A", site="B", url="https://a.example", published="2026-05-02"
    )
    for claim in [c for n in session.annotations() for c in n.claims]:
        session.remove_claim(claim.id)
    qtbot.waitUntil(lambda: not panel.list.lines.lines)
    assert panel.done.isVisible() and panel.done.text() == "Nothing is open."
    assert panel.hand_in.isVisible()
    assert not window.actions_.enabled("go.next_open")


def test_while_no_article_is_open_the_library_is_looked_at(window, qtbot):
    window.desk.open_article(None)
    window.actions_.run("file.checklist")
    panel = window.reviewing.panel
    qtbot.waitUntil(lambda: bool(panel.list.lines.lines))
    assert panel.scope.value() == "library"


def test_a_quotation_without_a_mark_is_gone_to_in_the_text(window, panel, qtbot):
    start = window.desk.session.article.text.index("footnote")
    window.reviewing.go_to(
        Line("quote-differs", "it does not", window.desk.session.id, start=start)
    )
    assert window.reader.caret() == start


@pytest.fixture
def painted(panel, monkeypatch):
    """The heights in which rows were painted and those they need, as told by the call."""
    delegate, seen = panel.list.itemDelegate(), {}
    real = type(delegate).paint

    def paint(self, painter, option, index):
        seen[index.row()] = option.rect.height(), self.sizeHint(None, index).height()
        real(self, painter, option, index)

    monkeypatch.setattr(type(delegate), "paint", paint)

    def look():
        seen.clear()
        panel.list.viewport().grab()
        return list(seen.values())

    return look


def test_rows_are_as_high_as_they_need_where_the_scale_changed_out_of_sight(window, panel, painted):
    window.panes.show_pane("left", False)
    settle()
    window.theme.set_scale(2.0)
    settle()
    window.resize(2600, 900)
    window.panes.show_pane("left", True)
    settle()
    heights = painted()
    assert heights
    assert all(has == needs for has, needs in heights)


def test_rows_are_as_high_as_they_need_where_the_pane_became_narrower(window, panel, painted):
    wide = painted()
    width = panel.list.width()
    panel.list.setMinimumWidth(0)
    panel.list.resize(width // 2, panel.list.height())
    panel.list.executeDelayedItemsLayout()
    narrow = painted()
    assert all(has == needs for has, needs in narrow)
    assert sum(has for has, _needs in narrow) / len(narrow) > sum(h for h, _n in wide) / len(wide)
