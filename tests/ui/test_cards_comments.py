"""Threads on cards: said, answered, changed, settled; nothing that was typed is lost."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import Annotation, Claim, Comment
from annotator.ui.cards import editor as editors
from annotator.ui.cards import threads
from annotator.ui.cards.comment_part import CommentPart, ThreadPart
from annotator.ui.cards.fields import GrowingText
from annotator.ui.cards.line_part import LinePart
from annotator.ui.kit import LinkButton
from annotator.ui.theme import Theme
from tests.ui.cards_desk import Desk, click

W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, theme)
    desk.library.set_name("Mara Lind")
    with qtbot.waitExposed(desk.pane):
        desk.pane.show()
    desk.pane.activateWindow()
    yield desk
    desk.close()


@pytest.fixture
def mark(desk: Desk) -> str:
    """A mark whose card is open."""
    id = desk.mark("The council", note="Who counted?")
    desk.pane.set_current(id)
    return id


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def shown(desk: Desk, id: str, kind: type[W]) -> list[W]:
    """The pieces of a kind on a card, from top to bottom."""
    card = desk.pane.list.card(id)
    assert card is not None
    return sorted(
        (part for part in card.findChildren(kind) if part.isVisible()), key=lambda part: part.y()
    )


def words(desk: Desk, id: str) -> list[str]:
    """The comments on a card as they are spoken."""
    return [part.accessibleName() for part in shown(desk, id, CommentPart)]


def link(desk: Desk, id: str, text: str) -> LinkButton:
    return next(button for button in shown(desk, id, LinkButton) if button.text() == text)


def press(widget: QWidget) -> None:
    click(widget, widget.width() // 2, widget.height() // 2)


def menu_of(part: CommentPart) -> QMenu:
    """The menu that opens with Enter on a comment."""
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, text: str) -> None:
    action = next(action for action in menu.actions() if action.text() == text)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def written_by_another(desk: Desk, text: str, created: str = "2026-05-12T10:00:00Z") -> None:
    """Let a comment be somebody else's."""
    with sqlite3.connect(desk.library.path) as file:
        file.execute(
            "UPDATE comments SET author = 'x', created = ? WHERE text = ?", (created, text)
        )
    file.close()
    desk.session.reload()
    desk.pane.list.reset()


def test_a_first_comment_and_a_reply(desk: Desk, mark: str) -> None:
    press(link(desk, mark, "+ Comment"))
    QTest.keyClicks(focused(), "Ask them for the log.")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert words(desk, mark) == ["Mara Lind, just now: Ask them for the log."]
    assert focused() is desk.pane.list
    press(link(desk, mark, "Reply…"))
    QTest.keyClicks(focused(), "They sent it.")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    comments = desk.stored().annotation(mark).comments
    assert [comment.text for comment in comments] == ["Ask them for the log.", "They sent it."]
    assert len(words(desk, mark)) == 2
    assert not desk.pane.deck.editing


def test_nothing_typed_is_nothing_said(desk: Desk, mark: str) -> None:
    press(link(desk, mark, "+ Comment"))
    QTest.keyClicks(focused(), "  ")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert desk.session.annotation(mark).comments == ()
    assert not desk.pane.deck.editing


def test_a_comment_is_kept_when_typing_rests_and_goes_on(
    desk: Desk, mark: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editors, "REST_MS", 30)
    desk.pane.begin_comment(mark)
    QTest.keyClicks(focused(), "Ask ")
    qtbot.waitUntil(lambda: len(desk.session.annotation(mark).comments) == 1)
    assert words(desk, mark) == []  # it is in its field, not beside it as well
    assert focused().toPlainText() == "Ask "
    QTest.keyClicks(focused(), "them.")
    assert desk.pane.commit()
    (comment,) = desk.stored().annotation(mark).comments
    assert comment.text == "Ask them."


def test_a_comment_is_kept_when_another_card_is_chosen(desk: Desk, mark: str) -> None:
    other = desk.mark("the road", note="other")
    desk.pane.begin_comment(mark)
    QTest.keyClicks(focused(), "typed")
    click(desk.pane.list.card(other), 60, 15)
    assert [c.text for c in desk.stored().annotation(mark).comments] == ["typed"]
    assert not desk.pane.deck.editing


def test_what_cannot_be_saved_stays_in_the_field(
    desk: Desk, mark: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.pane.begin_comment(mark)
    QTest.keyClicks(focused(), "typed")
    other = sqlite3.connect(desk.library.path, isolation_level=None)
    desk.library.store.wait_at_most(0.01)
    other.execute("BEGIN IMMEDIATE")
    with qtbot.waitSignal(desk.pane.failed) as failed:
        QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert failed.args[2] == "typed"
    desk.pane.apply(desk_changes(desk, mark))
    assert focused().toPlainText() == "typed"
    other.execute("ROLLBACK")
    other.close()
    failed.args[1]()
    assert [c.text for c in desk.session.annotation(mark).comments] == ["typed"]
    assert len(desk.pane.deck.editing) == 1
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert len(desk.session.annotation(mark).comments) == 1


def desk_changes(desk: Desk, id: str):
    from annotator.events import Changes

    ids = frozenset({id})
    return Changes("", "", {"annotations": ids}, frozenset({desk.session.id}), ids)


def test_undo_takes_a_comment_back_and_its_field_with_it(desk: Desk, mark: str) -> None:
    desk.pane.begin_comment(mark)
    QTest.keyClicks(focused(), "typed")
    desk.pane.commit()
    desk.library.undo()
    assert desk.session.annotation(mark).comments == ()
    assert not desk.pane.deck.editing
    desk.library.redo()
    assert words(desk, mark) == ["Mara Lind, just now: typed"]


def test_ones_own_comment_is_changed_and_removed_by_its_menu(desk: Desk, mark: str) -> None:
    desk.session.comment(mark, "Ask them.")
    (part,) = shown(desk, mark, CommentPart)
    choose(menu_of(part), "Edit")
    assert isinstance(focused(), GrowingText)
    QTest.keyClicks(focused(), " Now.")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert [c.text for c in desk.stored().annotation(mark).comments] == ["Ask them. Now."]
    (part,) = shown(desk, mark, CommentPart)
    choose(menu_of(part), "Remove")
    assert desk.session.annotation(mark).comments == ()
    assert words(desk, mark) == []
    desk.library.undo()
    assert len(words(desk, mark)) == 1


def test_a_comment_that_is_emptied_goes_when_finished_and_stays_when_left(
    desk: Desk, mark: str
) -> None:
    comment = desk.session.comment(mark, "Ask them.")
    for key, left in ((None, ["Ask them."]), (Qt.Key.Key_Escape, [])):
        desk.pane.commands.editing.begin_comment_again(comment.id)
        focused().selectAll()
        QTest.keyClick(focused(), Qt.Key.Key_Delete)
        if key is None:
            desk.pane.set_current("")
        else:
            QTest.keyClick(focused(), key)
        assert [c.text for c in desk.session.annotation(mark).comments] == left
        desk.pane.set_current(mark)
        assert not desk.pane.deck.editing


def test_anothers_comment_can_be_copied_only(desk: Desk, mark: str) -> None:
    desk.session.comment(mark, "Ask <b>them</b>.")
    written_by_another(desk, "Ask <b>them</b>.")
    (part,) = shown(desk, mark, CommentPart)
    assert "12 May 2026" in part.accessibleName()
    assert "12 May 2026" in part.toolTip()
    menu = menu_of(part)
    assert [action.text() for action in menu.actions()] == ["Copy text"]
    choose(menu, "Copy text")
    assert QGuiApplication.clipboard().text() == "Ask <b>them</b>."


def test_a_right_click_on_a_comment_opens_its_own_menu(desk: Desk, mark: str) -> None:
    desk.session.comment(mark, "Ask them.")
    (part,) = shown(desk, mark, CommentPart)
    place = part.mapToGlobal(QPoint(60, 10))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(60, 10), place)
    QApplication.sendEvent(part, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [a.text() for a in menu.actions() if a.text()] == ["Edit", "Copy text", "Remove"]
    menu.close()


def test_a_settled_thread_is_one_line_until_it_is_opened_again(desk: Desk, mark: str) -> None:
    desk.session.comment(mark, "Ask them.")
    desk.session.comment(mark, "Done.")
    press(link(desk, mark, "Resolve"))
    assert words(desk, mark) == []
    (line,) = shown(desk, mark, ThreadPart)
    assert line.accessibleName() == "2 comments, resolved"
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert len(words(desk, mark)) == 2
    press(link(desk, mark, "Reopen"))
    assert shown(desk, mark, ThreadPart) == []
    assert len(words(desk, mark)) == 2
    assert not any(comment.resolved for comment in desk.stored().annotation(mark).comments)


def test_a_reply_opens_a_settled_thread(desk: Desk, mark: str) -> None:
    desk.session.comment(mark, "Ask them.")
    desk.session.resolve(mark, True)
    desk.pane.begin_comment(mark)
    assert len(words(desk, mark)) == 1  # one sees what one answers
    QTest.keyClicks(focused(), "But why?")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert len(words(desk, mark)) == 2
    assert shown(desk, mark, ThreadPart) == []


def test_a_claim_has_a_thread_of_its_own(desk: Desk) -> None:
    claim = desk.session.claim(*desk.place("particulates fell"), "Dust fell.")
    id = desk.session.owner_of(claim.id)
    desk.session.comment(id, "On the mark.")
    desk.session.comment(claim.id, "On the claim.")
    desk.pane.set_current(id)
    assert [name.split(": ")[1] for name in words(desk, id)] == ["On the claim.", "On the mark."]
    press(link(desk, id, "Reply…"))
    QTest.keyClicks(focused(), "Indeed.")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    (stored,) = desk.stored().annotation(id).claims
    assert [comment.text for comment in stored.comments] == ["On the claim.", "Indeed."]


def test_what_was_typed_on_a_claim_that_is_removed_elsewhere_is_handed_over(
    desk: Desk, qtbot: QtBot
) -> None:
    claim = desk.session.claim(*desk.place("particulates fell"), "Dust fell.")
    desk.pane.begin_comment(claim.id)
    QTest.keyClicks(focused(), "typed")
    other = desk.stored()
    other.remove_claim(claim.id)
    with qtbot.waitSignal(desk.pane.failed) as failed:
        desk.library.poll()
    assert failed.args[2] == "typed"


def test_closed_cards_say_how_many_and_who_spoke_last(desk: Desk, mark: str) -> None:
    desk.session.comment(mark, "Ask them.")
    desk.session.comment(mark, "Done.")
    desk.pane.set_current("")
    (line,) = shown(desk, mark, ThreadPart)
    assert line.accessibleName() == "2 comments · Mara Lind, just now"
    assert line.stops() == []
    click(line, 30, 8)
    assert desk.pane.current() == mark
    assert "2 comments" in desk.pane.list.card(mark).accessibleName()


def test_one_line_cards_count_what_is_open(desk: Desk, mark: str) -> None:
    desk.pane.set_compact(True)
    desk.pane.set_current("")
    before = desk.pane.list.card(mark).grab().toImage()
    desk.session.comment(mark, "Ask them.")
    (line,) = shown(desk, mark, LinePart)
    counted = desk.pane.list.card(mark).grab().toImage()
    assert counted != before
    desk.session.resolve(mark, True)
    assert desk.pane.list.card(mark).grab().toImage() == before
    assert line.isVisible()


def test_tab_goes_through_a_thread(desk: Desk, mark: str) -> None:
    desk.session.comment(mark, "Ask them.")
    card = desk.pane.list.card(mark)
    stops = card.stops()
    (part,) = shown(desk, mark, CommentPart)
    assert stops.index(part) < stops.index(link(desk, mark, "Reply…"))
    spoken = QAccessible.queryAccessibleInterface(part)
    assert spoken.text(QAccessible.Text.Name) == "Mara Lind, just now: Ask them."
    assert spoken.role() == QAccessible.Role.ButtonMenu


NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("2026-06-01T12:00:40Z", "just now"),
        ("2026-06-01T11:59:30Z", "just now"),
        ("2026-06-01T11:45:00Z", "15 min ago"),
        ("2026-06-01T09:00:00Z", "3 h ago"),
        ("2026-05-31T11:00:00Z", "1 day ago"),
        ("2026-05-27T11:00:00Z", "5 days ago"),
        ("2026-05-12T11:00:00Z", "12 May 2026"),
        ("2026-05-31", "1 day ago"),
        ("", ""),
        ("sometime", "sometime"),
    ],
)
def test_how_long_ago(time: str, said: str) -> None:
    assert threads.ago(time, NOW) == said


def test_where_a_reply_goes() -> None:
    talk, settled = (Comment("1", "x"),), (Comment("1", "x", resolved=True),)
    bare = Annotation("a", "article")
    assert threads.reply_target(bare) == "a"
    claims = (Claim("c", 1, "One"), Claim("d", 2, "Two"))
    assert threads.reply_target(Annotation("a", "article", claims=claims)) == "d"
    talked = (Claim("c", 1, "One", comments=talk), Claim("d", 2, "Two", comments=settled))
    assert threads.reply_target(Annotation("a", "article", claims=talked)) == "c"
    on_mark = Annotation("a", "article", claims=claims, comments=talk)
    assert threads.reply_target(on_mark) == "a"
