"""The list of cards: few widgets, the right order, nothing that jumps."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.library import edits
from annotator.ui.cards.card import Card
from annotator.ui.cards.heights import Heights
from annotator.ui.cards.list import CardList
from annotator.ui.kit import TagChip
from annotator.ui.theme import Theme
from tests.ui.cards_desk import Desk, click

MANY = 5_000


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, theme)
    with qtbot.waitExposed(desk.pane):
        desk.pane.show()
    yield desk
    desk.close()


@pytest.fixture
def long_desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    """Thousands of annotations of different heights, made in one transaction."""
    words = [f"word{number}" for number in range(MANY + 100)]
    lines = [" ".join(words[at : at + 20]) + "." for at in range(0, len(words), 20)]
    desk = Desk(tmp_path, theme, "A long text\n\n" + "\n\n".join(lines))
    text, at = desk.session.article.text, 0
    with desk.library.batch("many"):
        for number in range(MANY):
            at = text.index(f"word{number}", at)
            note = "A note of some words. " * (number % 7)
            desk.session.highlight(at, at + len(f"word{number}"), note=note)
    with qtbot.waitExposed(desk.pane):
        desk.pane.show()
    yield desk
    desk.close()


def cards(desk: Desk) -> list[Card]:
    """The cards in sight from top to bottom."""
    shown = [c for c in desk.pane.list.viewport().findChildren(Card) if c.isVisible()]
    return sorted(shown, key=lambda card: card.y())


def test_heights_find_items_and_keep_what_was_measured() -> None:
    heights = Heights(gap=10)
    heights.set_ids(["a", "b", "c"], lambda _id: 100)
    assert (heights.total, heights.at(0), heights.at(109), heights.at(110)) == (320, 0, 0, 1)
    assert heights.measured("b", 40)
    heights.add_up()
    assert [heights.top(at) for at in range(3)] == [0, 110, 160]
    heights.set_ids(["b", "new", "c"], lambda _id: 70)
    assert [heights.height(at) for at in range(3)] == [40, 70, 100]
    heights.set_ids(["c", "b"], lambda _id: 70)
    assert [heights.height(at) for at in range(2)] == [100, 40]
    heights.forget(["c"])
    heights.set_ids(["b", "c", "new"], lambda _id: 55)
    assert [heights.height(at) for at in range(3)] == [40, 55, 70]
    assert heights.at(-5) == 0
    assert heights.at(10_000) == 2
    assert heights.index("a") is None


def test_thousands_of_cards_are_a_few_widgets(long_desk: Desk) -> None:
    made = long_desk.pane.list.viewport().findChildren(Card)
    assert len(long_desk.pane.list.ids()) == MANY
    assert 5 < len(made) < 30
    bar = long_desk.pane.list.verticalScrollBar()
    for value in range(0, bar.maximum(), bar.maximum() // 40):
        bar.setValue(value)
    assert len(long_desk.pane.list.viewport().findChildren(Card)) < 45


def test_cards_stand_below_each_other_in_text_order_wherever_one_scrolls(long_desk: Desk) -> None:
    bar, ids = long_desk.pane.list.verticalScrollBar(), long_desk.pane.list.ids()
    for share in (0, 0.1, 0.5, 1):
        bar.setValue(round(bar.maximum() * share))
        shown = cards(long_desk)
        first = ids.index(shown[0].view.id)
        assert [card.view.id for card in shown] == ids[first : first + len(shown)]
        for above, below in pairwise(shown):
            assert below.y() == above.geometry().bottom() + 1 + 8
        assert shown[0].y() <= 0
        assert shown[-1].geometry().bottom() >= long_desk.pane.list.viewport().height() - 13
    assert ids[-1] == cards(long_desk)[-1].view.id


def test_scrolling_up_into_unmeasured_cards_moves_nothing_in_sight(long_desk: Desk) -> None:
    bar, ids = long_desk.pane.list.verticalScrollBar(), long_desk.pane.list.ids()
    long_desk.pane.list.scroll_to(ids[2_000])
    for _step in range(60):
        before = {card.view.id: card.y() for card in cards(long_desk)}
        bar.setValue(bar.value() - 30)
        moved = {
            card.y() - before[card.view.id]
            for card in cards(long_desk)
            if card.view.id in before and card.y() >= 0
        }
        assert moved == {30}


def test_a_new_card_appears_at_its_place_and_numbers_follow(desk: Desk) -> None:
    desk.mark("the eastern quay")
    desk.mark("two faced the road")
    desk.mark("The council")
    assert [card.view.annotation.quote for card in cards(desk)] == [
        "The council", "the eastern quay", "two faced the road",
    ]  # fmt: skip
    assert [card.view.number for card in cards(desk)] == [1, 2, 3]


def test_what_is_in_sight_stays_when_something_is_added_above(long_desk: Desk) -> None:
    ids = long_desk.pane.list.ids()
    long_desk.pane.list.scroll_to(ids[3_000])
    place = long_desk.pane.list.card(ids[3_000]).y()
    long_desk.session.page_note("Above all others")
    assert long_desk.pane.list.card(ids[3_000]).y() == place


def test_a_click_opens_a_card_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    first, second = desk.mark("The council", note="a note"), desk.mark("the eastern quay")
    with qtbot.waitSignal(desk.pane.annotation_chosen) as chosen:
        click(desk.pane.list.card(second), 60, 12)
    assert chosen.args == [second]
    assert desk.pane.current() == second
    assert desk.pane.list.card(second).height() > 60
    with qtbot.waitSignal(desk.pane.annotation_chosen) as chosen:
        click(desk.pane.list.card(first), 60, 72)  # on its note
    assert chosen.args == [first]
    assert not desk.pane.deck.editing


def test_following_the_text_emits_nothing(desk: Desk, qtbot: QtBot) -> None:
    id = desk.mark("The council")
    with qtbot.assertNotEmitted(desk.pane.annotation_chosen):
        desk.pane.set_current(id)
        desk.pane.follow_text(id)
    assert desk.pane.current() == id


def test_keys_go_through_the_cards(long_desk: Desk, qtbot: QtBot) -> None:
    pane, ids = long_desk.pane, long_desk.pane.list.ids()
    pane.set_current(ids[0])
    pane.list.setFocus()

    def press(key: Qt.Key) -> str:
        QTest.keyClick(pane.list, key)
        card = pane.list.card(pane.current())
        assert card is not None
        assert card.y() >= 0
        return pane.current()

    assert press(Qt.Key.Key_Down) == ids[1]
    assert press(Qt.Key.Key_Up) == ids[0]
    assert press(Qt.Key.Key_End) == ids[-1]
    assert press(Qt.Key.Key_Down) == ids[-1]
    assert ids.index(press(Qt.Key.Key_PageUp)) < MANY - 4
    assert press(Qt.Key.Key_Home) == ids[0]
    with qtbot.waitSignal(pane.navigated) as left:
        QTest.keyClick(pane.list, Qt.Key.Key_Escape)
    assert left.args == [ids[0]]


def test_only_the_open_card_stands_in_the_way_of_tab(desk: Desk) -> None:
    first, second = desk.mark("The council", note="[a](https://a.example)"), desk.mark("the road")
    desk.session.add_claim(second)
    desk.pane.set_current(first)
    assert desk.pane.list.card(first).stops()
    assert not desk.pane.list.card(second).stops()


def test_cards_are_list_items_to_a_screen_reader(desk: Desk) -> None:
    id = desk.mark("particulates fell by 38 percent", tags=("air",))
    claim = desk.session.add_claim(id, verdict="Mostly false")
    desk.session.attach_source(claim.id, url="https://a.example", stance="refutes")
    desk.session.attach_source(claim.id, url="https://b.example", stance="refutes")
    card = QAccessible.queryAccessibleInterface(desk.pane.list.card(id))
    assert card.role() == QAccessible.Role.ListItem
    assert card.text(QAccessible.Text.Name) == (
        "1, claim, mostly false, 2 sources, tags air: particulates fell by 38 percent"
    )
    cards = QAccessible.queryAccessibleInterface(desk.pane.list)
    assert cards.role() == QAccessible.Role.List
    assert isinstance(desk.pane.list, CardList)


def test_a_mark_with_nothing_said_is_one_line(desk: Desk) -> None:
    plain, noted = desk.mark("The council", tags=("a",)), desk.mark("the road", note="Why?")
    assert desk.pane.list.card(plain).height() < 45 < desk.pane.list.card(noted).height()
    desk.pane.set_compact(True)
    assert desk.pane.list.card(noted).height() == desk.pane.list.card(plain).height()


def test_filters_leave_others_out_and_say_how_many(desk: Desk) -> None:
    tagged = desk.mark("The council", tags=("air/port",), colour="blue")
    private = desk.mark("the road", private=True)
    claimed = desk.mark("the water")
    desk.session.add_claim(claimed)
    summary = desk.pane._summary
    assert summary.text() == "3 notes · in text order"
    desk.pane.choose(tag="air")
    assert desk.pane.list.ids() == [tagged]
    assert summary.text() == "1 of 3 notes · # air · in text order"
    desk.pane.choose(tag="", claims=True)
    assert desk.pane.list.ids() == [claimed]
    desk.pane.choose(claims=False, private=True)
    assert desk.pane.list.ids() == [private]
    desk.pane.choose(private=False, colour="blue")
    assert desk.pane.list.ids() == [tagged]
    desk.pane.choose(colour="red")
    assert desk.pane._empty.isVisible()


def test_orders(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    days = iter(range(1, 10))
    monkeypatch.setattr(edits, "utc_now", lambda: f"2026-05-{next(days):02}T00:00:00Z")
    water = desk.mark("the water", colour="red")
    road = desk.mark("the road", colour="yellow")
    council = desk.mark("The council", colour="blue")
    assert desk.pane.list.ids() == [council, water, road]
    desk.pane.choose(order="newest")
    assert desk.pane.list.ids() == [council, road, water]
    desk.pane.choose(order="colour")
    assert desk.pane.list.ids() == [road, water, council]


def test_an_article_without_notes_says_how_to_make_one(desk: Desk) -> None:
    assert desk.pane._empty.isVisible()
    desk.mark("The council")
    assert not desk.pane._empty.isVisible()
    assert [card.view.annotation.quote for card in cards(desk)] == ["The council"]


def test_large_type_sets_the_cards_anew(desk: Desk, theme: Theme) -> None:
    id = desk.mark("The council", note="Some words")
    small = desk.pane.list.card(id).height()
    theme.set_scale(2.0)
    assert desk.pane.list.card(id).height() > 1.6 * small


def heard(widget: QWidget) -> list[str]:
    """All names in the tree that a screen reader is given of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    names = [interface.text(QAccessible.Text.Name)]
    for at in range(interface.childCount()):
        child = interface.child(at).object()
        names += heard(child) if isinstance(child, QWidget) else []
    return [name for name in names if name]


def test_nothing_is_heard_of_what_a_card_does_not_show(desk: Desk) -> None:
    page = desk.session.page_note("**Ask Mara.**").id
    mark = desk.mark("The council", note="one", tags=("late", "money"))
    claim = desk.session.claim(*desk.place("38 percent in two years"), verdict="True")
    desk.session.attach_source(claim.id, "https://example.org/minutes")
    for id in (desk.session.owner_of(claim.id), page, mark, page):
        desk.pane.set_current(id)
    (first,) = (card for card in cards(desk) if card.view.id == page)
    assert first.accessibleName().endswith(": Ask Mara.")
    words = heard(first)
    assert not [name for name in words if "Mark" in name or "verdict" in name.lower()]
    (second,) = (card for card in cards(desk) if card.view.id == mark)
    words = heard(second)
    assert "Tag late" in words
    assert not [name for name in words if "verdict" in name.lower() or "example.org" in name]


def test_a_line_counts_the_tags_it_has_no_room_for(desk: Desk) -> None:
    id = desk.mark("The council", tags=("late", "money", "who"))
    other = desk.mark("the road", tags=("late",))
    desk.pane.set_current("")
    chips = [
        next(chip for chip in desk.pane.list.card(i).findChildren(TagChip) if chip.isVisible())
        for i in (id, other)
    ]
    assert [chip.accessibleName() for chip in chips] == ["Tags late, money, who", "Tag late"]
    assert chips[0].sizeHint().width() > chips[1].sizeHint().width()
