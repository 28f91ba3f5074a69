"""The sources of a library in the real window, by mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from annotator.ui.dialogs.open_link import OpenLinkDialog
from annotator.ui.kit import LinkButton
from annotator.ui.sources.rows import COLUMNS
from annotator.ui.sources.use_part import UsePart
from tests.ui.board_desk import CTRL, press, settle
from tests.ui.evidence_desk import harbour  # noqa: F401 - fixtures
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key


@pytest.fixture
def face(harbour, qtbot):  # noqa: F811
    """The face, in front."""
    press(Key.Key_F8)
    face = harbour.faces.face("sources")
    qtbot.waitUntil(face.page.table.hasFocus)
    face.window = harbour
    settle()
    return face


def shown(face):
    """The titles in the table, from top to bottom."""
    return [row.source.label for row in face.page.table.sources.rows]


def go_to(face, title):
    face.state.choose(next(row.id for row in face.state.rows if row.source.label == title))
    settle()


def uses(face):
    return [part for part in face.details.uses.findChildren(UsePart) if part.isVisible()]


def said(widget):
    texts = [w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget)]
    named = [w.accessibleName() for w in widget.findChildren(object) if hasattr(w, "fill")]
    return " | ".join([*texts, *named])


def test_every_source_stands_there_with_what_rests_on_it(face):
    assert shown(face) == ["A letter", "Eleven months", "Press release", "The annual report"]
    cells = face.page.table.sources
    used = [cells.index(row, COLUMNS.index("used")).data() for row in range(4)]
    assert used == ["1 mark", "1 claim", "2 claims", "1 claim"]
    kinds = [cells.index(row, COLUMNS.index("kind")).data() for row in range(4)]
    assert kinds == ["no link", "web page", "web page", "article here"]
    assert "4 sources · 2 claims rest on them" in face.page._summary.text()


def test_a_missing_date_of_access_is_told_and_given_in_place(face):
    cells, column = face.page.table.sources, COLUMNS.index("accessed")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert cells.index(1, column).data() == "missing"
    assert cells.index(1, column).data(role) == "Looked at: no date of access"
    press(Key.Key_A)
    assert shown(face) == ["Eleven months"]
    press(Key.Key_E)
    settle()
    assert QApplication.focusWidget().accessibleName() == "Looked at"
    QTest.keyClicks(QApplication.focusWidget(), "2026-05-12")
    press(Key.Key_Return, CTRL)
    assert face.state.library.ledger.sources()[1].source.accessed == "2026-05-12"
    assert shown(face) == []
    assert face.page.empty.isVisible()


def test_a_wrong_date_stays_in_its_field_and_is_told(face):
    go_to(face, "Press release")
    press(Key.Key_E)
    settle()
    editor = face.details.known.editor
    published = next(e for e in editor.findChildren(QLineEdit) if e.accessibleName() == "Published")
    QTest.keyClicks(published, "last May")
    QTest.keyClick(published, Key.Key_Return, CTRL)
    assert "is no date" in editor._error.text()
    assert published.text() == "last May"
    published.clear()
    QTest.keyClicks(published, "2026-05")
    QTest.keyClick(published, Key.Key_Return, CTRL)
    assert face.state.row().source.published == "2026-05"
    face.window.actions_.run("edit.undo")
    assert face.state.row().source.published == ""


def test_words_leave_only_what_has_them_and_a_claims_number_counts(face):
    press(Key.Key_Slash)
    QTest.keyClicks(QApplication.focusWidget(), "coun")
    assert shown(face) == ["Press release"]
    QApplication.focusWidget().clear()
    QTest.keyClicks(QApplication.focusWidget(), "C2")
    assert shown(face) == ["Eleven months", "Press release"]
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert face.page.table.hasFocus()
    assert len(shown(face)) == 4


def test_a_title_sorts_the_most_used_first(face):
    header, at = face.page.table.horizontalHeader(), COLUMNS.index("used")
    place = QPoint(header.sectionViewportPosition(at) + 10, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(face)[0] == "Press release"
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(face)[-1] == "Press release"


def test_every_use_leads_to_the_claims_passage(face):
    go_to(face, "Press release")
    named = [part.accessibleName() for part in uses(face)]
    assert named[0].startswith("supports, C1, Particulates fell")
    assert named[1].startswith("context, C2")
    QTest.mouseClick(uses(face)[1], Qt.MouseButton.LeftButton)
    window = face.window
    assert window.faces.current == "read"
    assert window.desk.session.owner_of(window.doubt) == window.desk.current


def test_whether_a_quote_stands_in_its_source_is_said_there(face):
    go_to(face, "The annual report")
    (use,) = uses(face)
    assert "“a fall of up to 21 percent”" in use.accessibleName()
    assert "words found" in use.accessibleName()


def test_a_screen_reader_hears_uses_as_buttons(face):
    go_to(face, "Press release")
    heard = QAccessible.queryAccessibleInterface(uses(face)[0])
    assert heard.role() == QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name).startswith("supports, C1")


def test_enter_leads_to_the_first_use_and_f8_back(face):
    go_to(face, "The annual report")
    press(Key.Key_Return)
    assert face.window.desk.session.owner_of(face.window.fell) == face.window.desk.current
    press(Key.Key_F8)
    assert face.page.table.hasFocus()
    assert face.state.row().source.label == "The annual report"


def test_a_link_is_shown_before_it_is_opened(face):
    go_to(face, "Press release")
    press(Key.Key_O)
    (dialog,) = face.window.findChildren(OpenLinkDialog)
    assert dialog.address == "https://council.example/press"
    dialog.reject()


def test_a_source_that_is_an_article_here_is_read_at_the_passage(face):
    go_to(face, "The annual report")
    button = next(
        b for b in face.details.findChildren(LinkButton) if b.text() == "Read the article"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    session = face.window.desk.session
    assert session.id == face.window.second
    assert session.annotation(face.window.desk.current).quote == "a fall of up to 21 percent"
    current = face.state.current
    face.window.actions_.run("go.back")
    assert face.window.faces.current == "sources"
    assert face.state.current == current
    assert QApplication.focusWidget() is face.page.table


def test_a_request_for_comment_is_called_that(face):
    library = face.state.library
    library.ledger.add(face.window.doubt, title="The council's press office", type="request",
                       asked="2026-05-02")  # fmt: skip
    go_to(face, "The council's press office")
    cells = face.page.table.sources
    row = cells.place(face.state.current)
    assert cells.index(row, COLUMNS.index("kind")).data() == "request for comment"
    assert "request for comment" in said(face.details.known)


def test_what_another_program_brings_appears(face):
    library = face.state.library
    library.ledger.add(face.window.doubt, url="https://new.example/", title="Brand new")
    assert "Brand new" in shown(face)
    face.window.actions_.run("edit.undo")
    assert "Brand new" not in shown(face)


def test_a_library_without_sources_says_how_they_come_about(open_window):  # noqa: F811
    window = open_window()
    window.actions_.run("view.sources")
    face = window.faces.face("sources")
    assert face.page.empty.isVisible()
    assert "No sources yet" in said(face.page.empty)
