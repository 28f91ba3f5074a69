"""What is asked for, scales, packs and the verdict on an article, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from shiboken6 import isValid

from annotator.library import Library
from annotator.library.minimum import Minimum
from annotator.model import Verdict
from tests.pdf_making import Sheet, make_pdf
from tests.ui.board_desk import fill
from tests.ui.shelf_desk import drop
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key
CHILD_MS = 30_000


@pytest.fixture
def window(open_window, tmp_path, preferences, qtbot):  # noqa: F811
    with Library.open(tmp_path / "library.annotator", True, preferences) as library:
        fill(library, tmp_path)
        first = next(r.id for r in library.articles() if r.title.startswith("What the bridge"))
    window = open_window()
    window.desk.open_article(first)
    qtbot.waitUntil(lambda: window.reader.isAncestorOf(QApplication.focusWidget() or window))
    return window


@pytest.fixture
def sheet(window, qtbot):
    """Does a command and gives the sheet it opens; closed when the test is over."""
    opened = []

    def make(command):
        window.actions_.run(command)
        found = next(
            w for w in QApplication.topLevelWidgets()
            if w.isVisible() and w is not window and w not in opened
        )  # fmt: skip
        opened.append(found)
        qtbot.waitUntil(lambda: found.isAncestorOf(QApplication.focusWidget() or window))
        return found

    yield make
    for one in reversed(opened):
        if isValid(one):
            one.close()


def button(sheet, text):
    return next(b for b in sheet.findChildren(QPushButton) if b.text() == text and b.isVisible())


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def type_(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


# What is asked for


def test_rules_are_written_by_keys_and_taken_back_in_one_step(window, sheet):
    library = window.desk.library
    rules = sheet("file.rules")
    type_("2")
    press(Key.Key_Tab)
    press(Key.Key_Up)
    press(Key.Key_Up)
    rules.other_person.setFocus()
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert library.review.minimum == Minimum(sources=2, origins=2, other_person=True)
    assert library.claims.other_person
    library.undo()
    assert library.review.minimum == Minimum()


def test_a_tag_that_is_typed_is_asked_for(window, sheet):
    rules = sheet("file.rules")
    rules.tags.edit.setFocus()
    type_("method/log")
    click(rules.save)
    assert window.desk.library.review.minimum.tags == ("method/log",)


def test_ones_own_name_is_kept_with_the_rules(window, sheet):
    rules = sheet("file.rules")
    rules.name.setText("Mara  Ruiz")
    click(rules.save)
    assert window.preferences.get("name") == "Mara Ruiz"
    assert window.desk.library.store.identity.name == "Mara Ruiz"
    assert not window.desk.library.can_undo.startswith("rules")


# Scales


def row(scales, name):
    names = [scales.list.item(at).text() for at in range(scales.list.count())]
    return names.index(name)


def verdict(window, number):
    found = [r for r in window.desk.library.claims.rows() if r.number == number]
    return found[0].verdict.name


def test_a_scale_is_looked_at_with_its_definitions_before_it_is_used(window, sheet):
    scales = sheet("claims.scales")
    scales.list.setCurrentRow(row(scales, "Six points"))
    words = [label.text() for label in scales.page.findChildren(QLabel)]
    assert "Not accurate, and ridiculous besides." in words and "1 of 6" in words
    assert window.desk.library.scales.current.name == "five-point"


def test_another_scale_is_used_by_a_mapping_that_is_shown_and_can_be_changed(window, sheet):
    library = window.desk.library
    scales = sheet("claims.scales")
    scales.list.setCurrentRow(row(scales, "Categories"))
    click(scales.use)
    assert library.scales.current.name == "five-point"
    choices = {
        next(v.name for v in library.scales.current.verdicts if v.id == key): choice
        for key, choice in scales.page.choices.items()
    }
    assert choices["True"].currentText() == "True"
    choices["Mostly false"].setCurrentIndex(choices["Mostly false"].findText("Missing context"))
    click(scales.use)
    assert library.scales.current.name == "categories"
    assert (verdict(window, 1), verdict(window, 5)) == ("Missing context", "True")
    library.undo()
    assert library.scales.current.name == "five-point"
    assert verdict(window, 1) == "Mostly false"


def test_a_mapping_names_the_articles_whose_own_verdict_changes_with_it(window, sheet):
    library = window.desk.library
    article = window.desk.session.id
    library.article_verdicts.give(article, "Mostly false")
    for other in library.articles():
        if other.id != article:
            library.article_verdicts.give(other.id, "Half true")
    scales = sheet("claims.scales")
    scales.list.setCurrentRow(row(scales, "Categories"))
    click(scales.use)
    words = [label.text() for label in scales.page.findChildren(QLabel)]
    assert {"1 claim", "1 claim, 1 article", "1 article"} <= set(words)
    assert "On the article itself: “What the bridge cost”" in words
    assert "On the article itself: “The bridge again”" in words
    assert library.article_verdicts.of(article).verdict.name == "Mostly false"
    click(scales.use)
    assert library.article_verdicts.of(article).verdict.name == "Misleading"


def test_a_mapping_that_is_left_changes_nothing(window, sheet):
    library = window.desk.library
    scales = sheet("claims.scales")
    scales.list.setCurrentRow(row(scales, "Six points"))
    click(scales.use)
    click(scales.back)
    assert scales.list.isEnabled() and verdict(window, 1) == "Mostly false"
    assert library.scales.current.name == "five-point"


def test_a_scale_of_ones_own_is_made_from_another_and_edited(window, sheet):
    library = window.desk.library
    scales = sheet("claims.scales")
    click(scales.add)
    type_("Desk scale")
    page = scales.page
    last = page.rows[-1]
    last.name.setText("Wrong")
    last.definition.setText("It is wrong.")
    last.tone.setCurrentIndex(last.tone.findData("middling"))
    click(last.up)
    click(page.rows[0].remove)
    click(page.add)
    type_("No idea")
    click(scales.save)
    own = next(s for s in library.scales.all() if s.name == "Desk scale")
    assert [v.name for v in own.verdicts] == [
        "Mostly true", "Half true", "Wrong", "Mostly false", "No idea",
    ]  # fmt: skip
    assert (own.verdicts[2].tone, own.verdicts[2].definition) == ("middling", "It is wrong.")
    assert own.verdicts[-1].rating == 0


def test_a_switch_of_scale_is_told_and_taken_back_in_the_window(window, sheet):
    library, before = window.desk.library, verdict(window, 1)
    scales = sheet("claims.scales")
    scales.list.setCurrentRow(row(scales, "Categories"))
    click(scales.use)
    choice = next(iter(scales.page.choices.values()))
    choice.setCurrentIndex(choice.findText("Misleading"))
    click(scales.use)
    click(scales.close_button)
    assert "“Categories”" in window.messages.bar.text()
    click(button(window, "Undo"))
    assert library.scales.current.name == "five-point" and verdict(window, 1) == before


def test_a_verdict_that_was_given_is_not_taken_out_of_its_scale(window, sheet):
    library = window.desk.library
    library.scales.choose(library.scales.add("Ours", "", [Verdict("", "", "Odd", 0, "bad")]).id)
    library.claims.update(library.claims.rows()[0].id, verdict="Odd", why="It is.")
    scales = sheet("claims.scales")
    (row_,) = scales.page.rows
    click(row_.remove)
    assert "renamed" in scales.trouble.text()
    assert scales.page.rows == [row_]
    row_.name.setText("Strange")
    click(scales.close_button)
    assert verdict(window, 1) == "Strange"


def test_tab_goes_through_verdicts_in_the_order_they_stand(window, sheet):
    scales = sheet("claims.scales")
    click(scales.add)
    page = scales.page
    click(page.rows[-1].up)
    click(page.add)
    type_("No idea")
    page.rows[0].name.setFocus()
    reached = []
    while (focus := QApplication.focusWidget()) is not page.add:
        reached += [row for row in page.rows if row.name is focus]
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert reached == page.rows


def test_a_scale_with_a_name_that_is_taken_is_told_in_the_sheet_and_stays(window, sheet):
    scales = sheet("claims.scales")
    click(scales.add)
    scales.page.name.setText("categories")
    scales.list.setCurrentRow(0)
    assert "already" in scales.trouble.text()
    assert scales.list.currentRow() == scales.list.count() - 1
    assert scales.page.name.text() == "categories"


def test_a_scale_of_ones_own_that_nobody_used_can_go(window, sheet):
    scales = sheet("claims.scales")
    click(scales.add)
    click(scales.remove)
    assert len(window.desk.library.scales.all()) == scales.list.count() == 5


def test_in_a_large_type_a_scale_of_ones_own_is_made_and_removed_without_scrolling(window, sheet):
    window.theme.set_scale(2.0)
    scales = sheet("claims.scales")
    click(scales.add)
    for link in (scales.add, scales.remove):
        place = link.visibleRegion().boundingRect()
        assert place.size() == link.size()
        assert link.focusPolicy() & Qt.FocusPolicy.TabFocus
    click(scales.remove)
    assert len(window.desk.library.scales.all()) == 5


def test_the_menu_of_verdicts_on_the_board_explains_each(window, qtbot):
    window.actions_.run("view.claims")
    face = window.faces.face("claims")
    face.board.table.setFocus()
    face.state.show(face.state.rows[0].id)
    window.actions_.run("claims.verdict")
    menu = QApplication.activePopupWidget()
    tips = {action.text(): action.toolTip() for action in menu.actions()}
    menu.close()
    assert menu.toolTipsVisible()
    assert "Holds a grain of truth" in tips["Mostly false"]
    assert "A judgement or a wish" in tips["Opinion"]


# The verdict on the article


def test_an_article_gets_a_verdict_that_stands_over_its_text(window, sheet, qtbot):
    library, session = window.desk.library, window.desk.session
    dialog = sheet("article.verdict")
    dialog.verdict.setCurrentIndex(dialog.verdict.findText("Half true"))
    dialog.summary.setPlainText("The **cost** is right, the months are not.")
    click(dialog.save)
    found = library.article_verdicts.of(session.id)
    assert (found.verdict.name, found.as_of != "") == ("Half true", True)
    assert window.reader.view.page.details.text.startswith("Half true")
    library.undo()
    assert "Half true" not in window.reader.view.page.details.text


def test_another_verdict_asks_why_in_place(window, sheet):
    library, session = window.desk.library, window.desk.session
    library.article_verdicts.give(session.id, "True", "All right.")
    dialog = sheet("article.verdict")
    assert not dialog.why.isVisible()
    dialog.verdict.setCurrentIndex(dialog.verdict.findText("False"))
    assert dialog.why.isVisible()
    click(dialog.save)
    assert dialog.isVisible() and library.article_verdicts.of(session.id).verdict.name == "True"
    assert QApplication.focusWidget() is dialog.why
    type_("the log says ten")
    click(dialog.save)
    found = library.article_verdicts.of(session.id)
    assert (found.verdict.name, found.trail[-1].why) == ("False", "the log says ten")
    assert found.summary == "All right."


def test_a_summary_is_not_lost_to_one_escape(window, sheet, qtbot):
    library, session = window.desk.library, window.desk.session
    dialog = sheet("article.verdict")
    dialog.summary.setFocus()
    type_("Half of it is right.")
    press(Key.Key_Escape)
    assert dialog.isVisible() and dialog.summary.toPlainText() == "Half of it is right."
    assert "not saved yet" in dialog._trouble.text()
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())
    again = sheet("article.verdict")
    press(Key.Key_Escape)  # nothing was written
    qtbot.waitUntil(lambda: not isValid(again) or not again.isVisible())
    assert library.article_verdicts.of(session.id).summary == ""


def test_a_scale_keeps_what_was_written_when_its_sheet_is_left_by_escape(window, sheet, qtbot):
    scales = sheet("claims.scales")
    click(scales.add)
    type_("Desk scale")
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(scales) or not scales.isVisible())
    assert "Desk scale" in [scale.name for scale in window.desk.library.scales.all()]


def test_a_click_on_the_verdict_over_the_text_opens_its_sheet(window, qtbot):
    library, session = window.desk.library, window.desk.session
    library.article_verdicts.give(session.id, "True")
    view = window.reader.view
    (place,) = [r for r, field in view.page.details.fields() if field == "verdict"]
    corner = view.page.details_place(view.setting)
    point = place.translated(corner).center().toPoint()
    point -= QPoint(0, view.verticalScrollBar().value())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    found = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    assert [w.windowTitle() for w in found] == ["Verdict on the article"]
    found[0].reject()


def test_the_verdict_on_an_article_with_pages_stands_in_the_bar(window, tmp_path, qtbot):
    sheet = Sheet()
    sheet.text(72, 720, "The bridge was closed.")
    file = tmp_path / "paged.pdf"
    file.write_bytes(make_pdf(sheet))
    window.add_files([file])
    qtbot.waitUntil(lambda: bool(window.desk.session.article.pages), timeout=CHILD_MS)
    chip = window.top.verdict
    assert not chip.isVisible()
    verdicts = window.desk.library.article_verdicts
    verdicts.give(window.desk.session.id, "False")
    assert chip.isVisible() and chip.accessibleName() == "Verdict: False"
    click(chip)
    found = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    assert [w.windowTitle() for w in found] == ["Verdict on the article"]
    found[0].reject()
    window.actions_.run("view.page_text")
    assert not chip.isVisible()


def test_where_there_is_no_scale_a_conclusion_is_written(window, sheet):
    library, session = window.desk.library, window.desk.session
    none = next(s for s in library.scales.all() if s.name == "no scale")
    library.scales.choose(none.id)
    dialog = sheet("article.verdict")
    dialog.verdict.setEditText("Right on cost, wrong on time")
    click(dialog.save)
    found = library.article_verdicts.of(session.id).verdict
    assert (found.id, found.name) == ("", "Right on cost, wrong on time")


# Packs


def pack(window, sheet, tmp_path, qtbot):
    """A pack with the open article and a question on it, written by the sheet."""
    session = window.desk.session
    start = session.article.text.index("eleven months")
    session.highlight(start, start + 13, note="Who counted them?", tags=["question"])
    dialog = sheet("file.pack_out")
    dialog.name.setText("Week three")
    QTest.keyClick(dialog.name, Key.Key_Space)
    dialog.place.edit.setText(str(tmp_path / "week.annotator-pack"))
    assert dialog.says.text().startswith("Goes out: 1 article, 1 question;")
    click(dialog.send)
    qtbot.waitUntil(lambda: "Saved as" in dialog.message.text(), timeout=CHILD_MS)
    click(dialog.cancel)
    return tmp_path / "week.annotator-pack"


def test_a_pack_goes_out_and_comes_in_by_a_drop_and_is_told(
    window, sheet, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path))  # the child is the same person
    window.desk.library.review.ask_for(Minimum(sources=3))
    file = pack(window, sheet, tmp_path, qtbot)
    assert file.is_file()
    window.desk.open_library(tmp_path / "other.annotator", create=True)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert drop(window, QPoint(600, 400), data)
    qtbot.waitUntil(
        lambda: "1 article and 1 question added" in window.messages.bar.text(), timeout=CHILD_MS
    )
    library = window.desk.library
    assert library.review.minimum == Minimum(sources=3)
    (article,) = library.articles()
    (note,) = library.session(article.id).annotations()
    assert (note.origin, note.note, note.quote) == ("pack", "Who counted them?", "eleven months")
    qtbot.waitUntil(window.left.has_articles)
    library.undo()
    assert (library.articles(), library.review.minimum) == ([], Minimum())


def test_a_pack_is_taken_in_by_the_menu_and_what_is_none_is_refused(
    window, tmp_path, qtbot, monkeypatch
):
    file = tmp_path / "broken.annotator-pack"
    file.write_bytes(b"no zip at all")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_more: (str(file), ""))
    window.actions_.run("file.pack_in")
    said = window.messages.bar.text
    qtbot.waitUntil(lambda: "no pack" in said(), timeout=CHILD_MS)
    assert window.preferences.get("folder.pack") == str(tmp_path)


def test_a_pack_without_articles_needs_no_tag_and_asks_before_it_replaces(
    window, sheet, tmp_path, qtbot
):
    dialog = sheet("file.pack_out")
    there = Path(tmp_path / "week.annotator-pack")
    there.write_bytes(b"")
    dialog.articles.setCurrentIndex(dialog.articles.findData("none"))
    dialog.place.edit.setText(str(there))
    assert not dialog.questions.isVisible()
    click(dialog.send)
    assert "is there already" in dialog.message.text() and there.read_bytes() == b""
    click(button(dialog, "Replace"))
    qtbot.waitUntil(lambda: "Saved as" in dialog.message.text(), timeout=CHILD_MS)
    assert there.read_bytes()[:2] == b"PK"
