"""One claim in full, beside the board."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit

from annotator.ui.cards.comment_part import CommentPart
from annotator.ui.cards.parts import TextPart
from annotator.ui.cards.source_part import SourcePart
from annotator.ui.dialogs.open_link import OpenLinkDialog
from tests.ui.board_desk import CTRL, board, claim, press, settle  # noqa: F401 - fixtures
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key


@pytest.fixture
def full(board):  # noqa: F811
    """The first claim in full."""
    board.state.show(claim(board, "closed for eleven").id)
    settle()
    return board


def said(section):
    """All its words."""
    shown = [w for w in section.findChildren(QLabel) if w.isVisibleTo(section)]
    parts = [w for w in section.findChildren(TextPart) if w.isVisibleTo(section)]
    return " | ".join([w.text() for w in shown] + [w.accessibleName() for w in parts])


def button(section, text):
    return next(b for b in section.findChildren(QPushButton)
                if b.text() == text and b.isVisibleTo(section))  # fmt: skip


def press_button(section, text):
    QTest.mouseClick(button(section, text), Qt.MouseButton.LeftButton)


def test_it_says_all_there_is_about_a_claim(full):
    parts = full.inspector.sections
    assert "C1" in said(parts.head) and "checked" in said(parts.head)
    assert "the city" in said(parts.head) and "1 passage" in said(parts.head)
    assert "closed for eleven months" in said(parts.passages)
    assert "¶ 1" in said(parts.passages).replace("\xa0", " ")
    assert "2 entries, 2 origins" in said(parts.evidence)
    assert "To check → Mostly false" in said(parts.trail)
    assert len(parts.evidence.findChildren(SourcePart)) == 2


def test_go_there_leads_to_the_passage(full):
    press_button(full.inspector.sections.passages, "Go there")
    window = full.window
    assert window.faces.current == "read"
    assert window.desk.session.annotation(window.desk.current).quote == "closed for eleven months"


def test_back_leads_from_the_passage_to_the_claim_on_the_board(full):
    window, alt = full.window, Qt.KeyboardModifier.AltModifier
    window.left.article_chosen.emit(claim(full, "lasted eleven").article)  # lies open elsewhere
    window.actions_.run("view.claims")
    full.state.show(claim(full, "closed for eleven").id)
    settle()
    first = full.state.current
    press_button(full.inspector.sections.passages, "Go there")
    full.state.show(claim(full, "the end is near").id)  # somebody chose another one meanwhile
    press(Key.Key_Left, alt)
    assert window.faces.current == "claims"
    assert full.state.current == first
    assert QApplication.focusWidget() is full.board.table
    press(Key.Key_Right, alt)
    assert window.faces.current == "read"
    assert window.desk.session.annotation(window.desk.current).quote == "closed for eleven months"


def test_reasoning_is_written_in_place_and_kept(full):
    section = full.inspector.sections.reasoning
    press_button(section, "Edit")
    field = QApplication.focusWidget()
    assert field.toPlainText() == "the log says ten"
    QTest.keyClicks(field, ", the city eleven")
    press(Key.Key_Return, CTRL)
    id = full.state.current
    assert full.state.library.claims.get(id).reasoning == "the log says ten, the city eleven"
    assert section.editor is None


def test_what_is_being_written_survives_a_change_from_elsewhere(full):
    section = full.inspector.sections.reasoning
    press_button(section, "Edit")
    QTest.keyClicks(QApplication.focusWidget(), " and more")
    full.state.library.claims.update(full.state.current, kind="fact")
    settle()
    assert section.editor is not None
    assert QApplication.focusWidget().toPlainText().endswith(" and more")
    assert "fact" in said(full.inspector.sections.head)


def test_it_is_saved_when_another_claim_is_chosen(full, qtbot):
    first = full.state.current
    press_button(full.inspector.sections.reasoning, "Edit")
    QTest.keyClicks(QApplication.focusWidget(), "!")
    full.state.show(claim(full, "footnote").id)
    qtbot.waitUntil(lambda: "None yet." in said(full.inspector.sections.reasoning))
    assert full.state.library.claims.get(first).reasoning == "the log says ten!"


def test_it_is_saved_when_the_window_closes(full):
    library_path, id = full.state.library.path, full.state.current
    press_button(full.inspector.sections.reasoning, "Edit")
    QTest.keyClicks(QApplication.focusWidget(), "?")
    full.window.close()
    from annotator.library import Library

    with Library.open(library_path) as library:
        assert library.claims.get(id).reasoning == "the log says ten?"


def test_evidence_is_added_by_key_and_taken_away(full):
    full.board.table.setFocus()
    press(Key.Key_E)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "https://city.example/notice")
    press(Key.Key_Return, CTRL)
    settle()
    parts = full.inspector.sections.evidence.findChildren(SourcePart)
    assert len([p for p in parts if p.isVisible()]) == 3
    assert full.state.row(full.state.current).sources == 3
    entry = full.inspector.sections.evidence.view.claim.evidence[-1]
    part = next(p for p in parts if p.evidence_id == entry.id)
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    settle()
    press_button(full.inspector.sections.evidence, "Remove")
    settle()
    assert full.state.row(full.state.current).sources == 2


def test_what_is_wrong_with_evidence_is_brought_into_sight(full, qtbot):
    full.window.resize(1280, 560)
    full.board.table.setFocus()
    press(Key.Key_E)
    editor = full.inspector.sections.evidence.editor
    editor.show_more(True)
    settle()
    QTest.keyClicks(QApplication.focusWidget(), "https://city.example/notice")
    published = next(w for w in editor.findChildren(QLineEdit) if w.accessibleName() == "Published")
    QTest.keyClicks(published, "2026-05-40")
    full.inspector._scroll.verticalScrollBar().setValue(0)
    QTest.keyClick(editor.link.edit, Key.Key_Return, CTRL)
    error = editor._error
    qtbot.waitUntil(lambda: error.visibleRegion().boundingRect() == error.rect())
    assert error.text()
    press_button(full.inspector.sections.evidence, "Cancel")


def test_a_comment_is_said_and_taken_back(full):
    full.board.table.setFocus()
    press(Key.Key_C)
    QTest.keyClicks(QApplication.focusWidget(), "Ask the city again.")
    press(Key.Key_Return, CTRL)
    settle()
    parts = full.inspector.sections.comments.findChildren(CommentPart)
    assert "Ask the city again." in parts[-1].accessibleName()
    full.window.actions_.run("edit.undo")
    settle()
    assert full.state.library.claims.get(full.state.current).comments == ()


def test_ask_approve_and_send_back(full):
    library, id = full.state.library, full.state.current
    bo = next(person for person in library.claims.people() if person.name == "Bo")
    full.acts.ask_for_review(id, bo.id)
    settle()
    assert "to review" in said(full.inspector.sections.head)
    press_button(full.inspector.sections.next, "Send back…")
    QTest.keyClicks(QApplication.focusWidget(), "Whose log?")
    press(Key.Key_Return)
    settle()
    assert full.state.row(id).status == "sent back"
    assert [comment.text for comment in library.claims.get(id).comments] == ["Whose log?"]
    full.acts.ask_for_review(id, bo.id)
    settle()
    press_button(full.inspector.sections.next, "Approve")
    assert full.state.row(id).status == "checked"


def test_space_goes_into_it_and_escape_comes_back(full):
    full.board.table.setFocus()
    press(Key.Key_Space)
    assert full.inspector.isAncestorOf(QApplication.focusWidget())
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is full.board.table


def test_the_statement_and_who_said_so_are_changed_together(full):
    section = full.inspector.sections.head
    press_button(section, "Edit")
    field = QApplication.focusWidget()
    field.selectAll()
    QTest.keyClicks(field, "The bridge was shut for 11 months.")
    press(Key.Key_Return, CTRL)
    assert full.state.row(full.state.current).statement == "The bridge was shut for 11 months."
    settle()
    assert "The bridge was shut" in said(section)


def test_no_field_of_the_form_is_cut_off(full):
    words = "The bridge was closed for eleven months, longer than any of the years before. " * 2
    full.state.library.claims.update(full.state.current, statement=words.strip())
    settle(250)
    section = full.inspector.sections.head
    press_button(section, "Edit")
    settle()
    fields = [*section.editor.findChildren(QLineEdit), *section.editor.findChildren(QTextEdit)]
    for field in fields:
        assert field.height() >= field.minimumSizeHint().height()
        assert field.visibleRegion().boundingRect().size() == field.size()
    assert section.editor.rect().contains(section.editor.childrenRect())


def test_claims_are_merged_and_split_and_undone(full):
    library = full.state.library
    other = claim(full, "lasted eleven").id
    first = full.state.current
    full.state.choose((first, other), first)
    full.acts.merge(first, [other])
    settle()
    assert "2 passages" in said(full.inspector.sections.head)
    assert [row.number for row in full.state.rows] == [1, 2, 3, 5]
    second = library.claims.passages(first)[1].annotation
    full.acts.split(first, second)
    assert len(full.state.rows) == 5
    full.window.actions_.run("edit.undo")
    full.window.actions_.run("edit.undo")
    assert [row.number for row in full.state.rows] == [1, 2, 3, 4, 5]


def test_what_a_button_asks_is_asked_at_the_button(full):
    full.acts.update(status="to review")
    settle()
    here = button(full.inspector.sections.next, "Send back…")
    QTest.mouseClick(here, Qt.MouseButton.LeftButton)
    box = QApplication.focusWidget().parentWidget()
    frame = box.frame().translated(box.mapTo(full.window, QPoint()))
    assert frame.contains(here.mapTo(full.window, here.rect().center()))
    press(Key.Key_Escape)
    assert not box.isVisible()


def test_a_screen_reader_finds_its_way_through_it(full):
    role = QAccessible.Role

    def below(interface):
        children = (interface.child(n) for n in range(interface.childCount()))
        found = [child for child in children if child is not None]
        return [(c.role(), c.text(QAccessible.Text.Name)) for c in found] + [
            pair for child in found for pair in below(child)
        ]

    said = below(QAccessible.queryAccessibleInterface(full.inspector))
    for name in ("Claim", "Passages", "Evidence", "Reasoning", "Trail", "Comments"):
        assert (role.Grouping, name) in said
    texts = [text for kind, text in said if kind == role.StaticText]
    assert any(text.startswith("closed for eleven months") for text in texts)
    assert any("To check → Mostly false" in text for text in texts)
    buttons = [text for kind, text in said if kind == role.Button]
    assert any(text.startswith("refutes, Log book 1") for text in buttons)


def test_a_link_is_shown_before_it_is_opened(full):
    section = full.inspector.sections.evidence
    part = section.findChildren(SourcePart)[0]
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    settle()
    press_button(section, "Open link…")
    (dialog,) = full.window.findChildren(OpenLinkDialog)
    assert "log.example" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


def test_the_steps_of_a_review_are_said_once(full):
    library, id = full.state.library, full.state.current
    bo = next(person for person in library.claims.people() if person.name == "Bo")
    full.acts.ask_for_review(id, bo.id)
    settle()
    parts = full.inspector.sections
    assert "A. Student asked Bo for a review" in said(parts.trail)
    assert "reviewer: Bo" in said(parts.head)
    full.acts.send_back(id, "Whose log?")
    settle()
    assert "sent back by A. Student: Whose log?" in said(parts.trail)
    assert "to review sent back" not in said(parts.trail)
    assert said(parts.trail).count("Whose log?") == 1


def test_who_approved_is_named_not_who_was_asked(full):
    library, id = full.state.library, full.state.current
    bo = next(person for person in library.claims.people() if person.name == "Bo")
    full.acts.ask_for_review(id, bo.id)
    full.acts.approve()
    settle()
    assert "approved by A. Student" in said(full.inspector.sections.head)
    assert "reviewer: Bo" not in said(full.inspector.sections.head)


def test_the_board_says_why_it_cannot_be_left(full):
    full.board.table.setFocus()
    press(Key.Key_E)
    section = full.inspector.sections.evidence
    QTest.keyClicks(QApplication.focusWidget(), "no link at all")
    full.board.table.setFocus()
    full.window.actions_.run("view.read")
    assert full.window.faces.current == "claims"
    assert "Finish or cancel the evidence first." in full.window.messages.bar.text()
    assert section.editor.isAncestorOf(QApplication.focusWidget())
    press(Key.Key_Escape)
    full.window.actions_.run("view.read")
    assert full.window.faces.current == "read"


def test_of_several_claims_it_says_how_many_and_what_can_be_done_to_all(full):
    table = full.board.table
    table.setFocus()
    full.state.show(claim(full, "Nobody knows").id)
    press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle()
    shown = full.inspector.several
    assert shown.isVisible()
    assert "2 claims chosen" in said(shown) and "C2, C3" in said(shown)
    press_button(shown, "Kind…")
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == "quote").trigger()
    menu.close()
    assert {row.kind for row in full.state.chosen_rows()} == {"quote"}
    assert len(full.state.chosen_rows()) == 2
    table.setFocus()
    press(Key.Key_Up)
    settle()
    assert not shown.isVisible()


def test_of_several_claims_the_last_one_gets_the_evidence(full):
    full.board.table.setFocus()
    full.state.show(claim(full, "Nobody knows").id)
    press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle()
    press(Key.Key_E)
    settle()
    editor = full.inspector.sections.evidence.editor
    assert editor.isVisible() and editor.target == full.state.current


def test_a_screen_reader_takes_sections_as_groups_and_their_words_as_words(full):
    head = full.inspector.sections.head
    group = QAccessible.queryAccessibleInterface(head)
    assert (group.role(), group.text(QAccessible.Text.Name)) == (
        QAccessible.Role.Grouping, head.accessibleName(),
    )  # fmt: skip
    words = [QAccessible.queryAccessibleInterface(part) for part in head.findChildren(TextPart)]
    assert "closed for eleven" in " ".join(one.text(QAccessible.Text.Name) for one in words)
    assert {one.role() for one in words} == {QAccessible.Role.StaticText}


def test_the_verdict_is_changed_from_its_chip_by_keys(full):
    head = full.inspector.sections.head
    full.inspector.setFocus()
    while QApplication.focusWidget() is not head.chip:
        press(Key.Key_Tab)
    told = QAccessible.queryAccessibleInterface(head.chip)
    assert (told.role(), told.text(QAccessible.Text.Name)) == (
        QAccessible.Role.Button, "Verdict: Mostly false",
    )  # fmt: skip
    press(Key.Key_Return)
    menu = QApplication.activePopupWidget()
    while menu.activeAction() is None or menu.activeAction().text() != "Half true":
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    settle(20)
    full.window.activateWindow()  # without a display a menu that goes takes that along
    settle(20)
    QTest.keyClicks(QApplication.focusWidget(), "the log says nine")
    press(Key.Key_Return)
    settle()
    assert head.view.claim.verdict.name == "Half true"
    assert QApplication.focusWidget() is head.chip


def test_the_trail_says_in_words_that_claims_became_one_and_were_parted(full):
    first, other = full.state.current, claim(full, "lasted eleven")
    full.acts.merge(first, [other.id])
    second = full.state.library.claims.passages(first)[1].annotation
    full.acts.split(first, second)
    full.state.show(first)
    settle()
    trail = said(full.inspector.sections.trail)
    assert f"C4 was merged into this: “{other.statement}”" in trail
    assert "C6 was split off" in trail
    full.state.show(full.state.rows[-1].id)
    settle()
    assert "split off from C1" in said(full.inspector.sections.trail)
