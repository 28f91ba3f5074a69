"""Evidence written in full on a card: short at first, more by type, completed from earlier ones."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import Claim, Evidence
from annotator.ui.cards.fields import GrowingText
from annotator.ui.cards.source_editor import SourceEditor
from annotator.ui.theme import Theme
from tests.ui.cards_desk import Desk
from tests.ui.test_cards_editing import choose, focused, link, operations, press

CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date.today().isoformat()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, theme)
    with qtbot.waitExposed(desk.pane):
        desk.pane.show()
    desk.pane.activateWindow()
    yield desk
    desk.close()


@pytest.fixture
def claim(desk: Desk) -> Claim:
    return desk.session.add_claim(desk.mark("The council"))


def begin(desk: Desk, target: str) -> SourceEditor:
    desk.pane.begin_source(target)
    return editor(desk)


def editor(desk: Desk) -> SourceEditor:
    ((_name, made),) = desk.pane.deck.editing.values()
    assert isinstance(made, SourceEditor)
    return made


def field(desk: Desk, kind: type[QWidget], name: str) -> QWidget:
    """The field of that name, if it is shown."""
    found = [w for w in editor(desk).findChildren(kind) if w.accessibleName() == name]
    assert found, name
    assert found[0].isVisible(), f"{name} is folded"
    return found[0]


def write(desk: Desk, name: str, text: str) -> None:
    widget = field(desk, QLineEdit, name)
    widget.setFocus()
    QTest.keyClicks(widget, text)


def entries(desk: Desk, claim: Claim) -> tuple[Evidence, ...]:
    return desk.stored().library.claims.get(claim.id).evidence


def end() -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)


def test_few_fields_at_first_and_all_where_asked_for(desk: Desk, claim: Claim) -> None:
    begin(desk, claim.id)
    shown = [stop.accessibleName() for stop in editor(desk).stops()]
    assert "Link" in shown and "Quote" in shown and "Title" in shown
    assert "Publisher" not in shown and "Asked on" not in shown
    press(link(desk, "More"))
    for name in ("Author", "Publisher", "Published", "Looked at", "Archived copy", "Where in it"):
        assert field(desk, QLineEdit, name)
    press(link(desk, "Less"))
    assert "Publisher" not in [stop.accessibleName() for stop in editor(desk).stops()]


def test_a_title_is_seen_whole_and_where_in_it_is_asked_at_once(desk: Desk, claim: Claim) -> None:
    begin(desk, claim.id)
    write(desk, "Where in it", "p. 31")
    write(desk, "Title", "Annual air quality report 2025")
    title = field(desk, QLineEdit, "Title")
    assert title.fontMetrics().horizontalAdvance(title.text()) < title.width() - 16
    end()
    assert entries(desk, claim)[0].locator == "p. 31"


def test_all_of_it_is_one_edit(desk: Desk, claim: Claim) -> None:
    begin(desk, claim.id)
    QTest.keyClicks(focused(), "https://port.example/air")
    QTest.keyClicks(field(desk, GrowingText, "Quote"), "up to 21 percent")
    write(desk, "Title", "Annual report")
    choose(field(desk, QComboBox, "Type"), "primary source")
    assert entries(desk, claim) == ()  # choosing a type adds nothing yet
    press(link(desk, "More"))
    for name, text in (
        ("Author", "M. Ortiz"), ("Publisher", "Port"), ("Published", "2026-05"),
        ("Archived copy", "web.archive.org/x"), ("Where in it", "p. 31"),
        ("Same origin as", "Port authority"),
    ):  # fmt: skip
        write(desk, name, text)
    QTest.keyClicks(field(desk, GrowingText, "Note on the evidence"), "preliminary")
    private = next(b for b in editor(desk).findChildren(QCheckBox) if "Private" in b.text())
    QTest.keyClick(private, Qt.Key.Key_Space)
    before = operations(desk)
    end()
    (entry,) = entries(desk, claim)
    assert operations(desk) == before + 1
    source = entry.source
    assert (entry.quote, entry.type, entry.locator) == ("up to 21 percent", "primary", "p. 31")
    assert (entry.origin, entry.note, entry.private) == ("Port authority", "preliminary", True)
    assert (source.url, source.title) == ("https://port.example/air", "Annual report")
    assert (source.author, source.publisher, source.published) == ("M. Ortiz", "Port", "2026-05")
    assert source.archive_url.endswith("web.archive.org/x")
    assert source.accessed == TODAY
    desk.library.undo()
    assert desk.library.claims.get(claim.id).evidence == ()


def test_a_request_for_comment_asks_whom_and_when(desk: Desk, claim: Claim) -> None:
    begin(desk, claim.id)
    choose(field(desk, QComboBox, "Type"), "request for comment")
    write(desk, "Whom", "the press office")
    write(desk, "Asked on", "2026-05-02")
    write(desk, "Answer by", "2026-05-09")
    choose(field(desk, QComboBox, "What came of it"), "no answer")
    end()
    (entry,) = entries(desk, claim)
    assert (entry.type, entry.source.title) == ("request", "the press office")
    assert (entry.asked, entry.deadline, entry.outcome) == ("2026-05-02", "2026-05-09", "no answer")
    assert entry.source.accessed == ""
    row = desk.pane.list.card(desk.session.owner_of(claim.id)).stops()
    said = " | ".join(stop.accessibleName() for stop in row)
    assert "Asked the press office" in said and "no answer by 9 May 2026" in said


def test_a_search_says_where_and_what_for(desk: Desk, claim: Claim) -> None:
    begin(desk, claim.id)
    choose(field(desk, QComboBox, "Type"), "search")
    write(desk, "Where", "Council minutes")
    end()
    assert "A search needs where it was made" in editor(desk)._error.text()
    write(desk, "Searched for", "particulates")
    write(desk, "Searched on", "2026-05-03")
    choose(field(desk, QComboBox, "What came of it"), "nothing found")
    end()
    (entry,) = entries(desk, claim)
    assert (entry.place, entry.query, entry.asked) == (
        "Council minutes", "particulates", "2026-05-03",
    )  # fmt: skip
    assert entry.outcome == "nothing found"
    assert desk.library.claims.get(claim.id).origins == 0


def test_what_contradicts_itself_is_told_and_stays(desk: Desk, claim: Claim) -> None:
    begin(desk, claim.id)
    choose(field(desk, QComboBox, "Type"), "request for comment")
    write(desk, "Whom", "the press office")
    write(desk, "Answered on", "2026-05-02")
    choose(field(desk, QComboBox, "What came of it"), "no answer")
    end()
    assert "There was an answer or there was none" in editor(desk)._error.text()
    assert field(desk, QLineEdit, "Answered on").text() == "2026-05-02"
    assert entries(desk, claim) == ()


def test_what_is_wrong_is_brought_into_sight(desk: Desk, claim: Claim, qtbot: QtBot) -> None:
    desk.pane.resize(desk.pane.width(), 260)
    begin(desk, claim.id)
    choose(field(desk, QComboBox, "Type"), "request for comment")
    write(desk, "Whom", "the press office")
    write(desk, "Asked on", "2026-05-40")
    editor(desk).link.edit.setFocus()
    end()
    error = editor(desk)._error
    whole = error.rect()
    qtbot.waitUntil(lambda: error.visibleRegion().boundingRect().height() == whole.height())
    assert error.text()


def test_a_source_is_completed_from_an_earlier_one(desk: Desk, claim: Claim, qtbot: QtBot) -> None:
    known = desk.library.ledger.add(
        claim.id, url="https://port.example/air", title="Annual air quality report",
        publisher="Port authority", published="2026-03-02", accessed="2026-04-01",
    )  # fmt: skip
    begin(desk, claim.id)
    title = field(desk, QLineEdit, "Title")
    title.setFocus()
    QTest.keyClicks(title, "qual air")
    popup = editor(desk).completions[1].completer.popup()
    qtbot.waitUntil(popup.isVisible)
    assert "Annual air quality report" in popup.model().index(0, 0).data()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert title.text() == "Annual air quality report"
    assert editor(desk).link.text() == "https://port.example/air"
    QTest.keyClicks(field(desk, GrowingText, "Quote"), "21 percent")
    before = desk.library.ledger.source(known.source.id)
    end()
    first, second = entries(desk, claim)
    assert second.source.id == first.source.id
    assert desk.library.ledger.source(known.source.id) == before


def test_another_link_makes_it_another_source(desk: Desk, claim: Claim) -> None:
    known = desk.library.ledger.add(claim.id, url="https://port.example/air", title="Report")
    made = begin(desk, claim.id)
    made.take_source(known.source)
    made.link.edit.selectAll()
    QTest.keyClicks(made.link.edit, "https://port.example/noise")
    end()
    assert len({entry.source.id for entry in entries(desk, claim)}) == 2


def test_the_same_house_is_suggested_as_the_same_origin(desk: Desk, claim: Claim) -> None:
    desk.library.ledger.add(claim.id, url="https://port.example/a", publisher="Port authority")
    begin(desk, claim.id)
    QTest.keyClicks(focused(), "https://port.example/b")
    press(link(desk, "More"))
    press(link(desk, "Same origin as “Port authority”?"))
    assert field(desk, QLineEdit, "Same origin as").text() == "Port authority"
    end()
    assert entries(desk, claim)[-1].origin == "Port authority"


def dropped(widget: QWidget, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    place, none = QPoint(5, 5), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(place), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none
    )
    QApplication.sendEvent(widget, drop)


@pytest.mark.parametrize("keep", [False, True])
def test_a_file_is_dropped_and_kept_only_where_that_is_ticked(
    desk: Desk, claim: Claim, tmp_path: Path, keep: bool
) -> None:
    file = tmp_path / "sensor-log.csv"
    file.write_text("month,value\nMay,21\n", encoding="utf-8")
    made = begin(desk, claim.id)
    dropped(made.link.edit, file)
    assert made.link.text() == ""
    assert made.file is not None and made.file.keep.isVisible()
    assert not made.file.keep.isChecked()
    if keep:
        QTest.keyClick(made.file.keep, Qt.Key.Key_Space)
    end()
    (entry,) = entries(desk, claim)
    assert entry.source.file_name == "sensor-log.csv"
    assert entry.source.accessed == ""
    assert desk.library.ledger.has_file(entry.source) is keep


def test_a_file_that_is_gone_is_told(desk: Desk, claim: Claim, tmp_path: Path) -> None:
    made = begin(desk, claim.id)
    assert made.file is not None
    made.file.set_path(tmp_path / "gone.csv")
    made.link.edit.setFocus()
    end()
    assert "gone.csv" in made._error.text()
    assert entries(desk, claim) == ()


def test_a_file_is_chosen_by_the_button(desk: Desk, claim: Claim, tmp_path: Path) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text("Nobody was told.", encoding="utf-8")
    made = begin(desk, claim.id)
    assert made.file is not None
    made.file._ask = lambda _parent: str(file)
    press(made.file.choose)
    made.link.edit.setFocus()
    end()
    assert entries(desk, claim)[0].source.file_name == "minutes.txt"


def test_what_is_there_is_changed_field_by_field(desk: Desk, claim: Claim) -> None:
    entry = desk.library.ledger.add(claim.id, url="https://a.example/", title="A")
    desk.pane.commands.act("edit source", entry.id)
    press(link(desk, "More"))
    write(desk, "Where in it", "p. 4")
    choose(field(desk, QComboBox, "Type"), "data")
    end()
    (now,) = entries(desk, claim)
    assert (now.locator, now.type, now.source.url) == ("p. 4", "data", "https://a.example/")
    desk.library.undo()
    (before,) = desk.library.claims.get(claim.id).evidence
    assert (before.locator, before.type) == ("", "")


def test_esc_in_the_list_of_sources_closes_the_list_alone(
    desk: Desk, claim: Claim, qtbot: QtBot
) -> None:
    desk.library.ledger.add(claim.id, url="https://a.example/", title="Annual report")
    made = begin(desk, claim.id)
    title = field(desk, QLineEdit, "Title")
    title.setFocus()
    QTest.keyClicks(title, "annual")
    popup = made.completions[1].completer.popup()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert editor(desk) is made
    assert title.text() == "annual"
