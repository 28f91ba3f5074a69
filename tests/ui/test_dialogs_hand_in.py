"""Hand in: what is chosen, what would go out, the preview, the files."""

import gc
import json
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.library import Library
from annotator.ui import job as job_module
from annotator.ui.dialogs import hand_in_preview
from annotator.ui.dialogs.hand_in import HandInDialog
from annotator.ui.dialogs.hand_in_request import Request
from annotator.ui.jobs import Jobs
from annotator.ui.theme import Theme
from tests.pdf_making import Sheet, make_pdf
from tests.store.builders import add_article, open_library, small_article
from tests.ui.locked_pdfs import PASSWORD, locked_pdf

CHILD_MS = 30_000


class Desk:
    """A library of two articles, one marked, and *Hand in* over its window."""

    def __init__(self, folder: Path, theme: Theme, library: Library, qtbot: QtBot) -> None:
        self.folder, self.theme, self.library, self.qtbot = folder, theme, library, qtbot
        self.window = QWidget()
        self.window.resize(1200, 860)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.article = add_article(library, small_article())
        self.other = add_article(library, small_article(("Steel & stone.",), "Minutes: 14/4"))
        session = library.session(self.article)
        session.highlight(11, 21, note="Which one?")
        session.highlight(25, 35, private=True, note="mine alone")
        claim = session.claim(40, 60, "The bridge was shut.")
        session.claim(62, 70, "Two faced the road.", verdict="True")
        session.attach_source(claim.id, "https://example.org/report")
        self.jobs = Jobs(self.window)
        self.went: list[str] = []

    def open(self, article: str = "") -> HandInDialog:
        dialog = HandInDialog(
            self.theme, self.library, article, self.library.preferences, self.jobs, self.window,
            lambda url: not self.went.append(url.toLocalFile()),
        )  # fmt: skip
        dialog.open()
        self.qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or self.window))
        return dialog


@pytest.fixture
def desk(tmp_path: Path, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))
    with open_library(tmp_path / "Harbour.annotator") as library:
        desk = Desk(tmp_path, theme, library, qtbot)
        yield desk
        desk.jobs.stop_all()


@pytest.fixture
def no_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a script in the program's place, one that does nothing until told otherwise."""
    script = tmp_path / "stub.py"

    def make(code: str) -> None:
        script.write_text("import sys, time, pathlib\n" + code, encoding="utf-8")

    make("sys.exit(1)")
    monkeypatch.setattr(job_module, "program", lambda: [sys.executable, str(script)])
    return make


def choose(combo: QWidget, value: str) -> None:
    combo.setCurrentIndex(combo.findData(value))


def button(dialog: HandInDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text and b.isVisible())


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def words_of(file: Path) -> str:
    """The text of a PDF, as another program reads it."""
    document = pypdfium2.PdfDocument(file)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def preview_is_there(dialog: HandInDialog, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: words in dialog.preview.says.text(), timeout=CHILD_MS)


def test_it_says_what_goes_out_and_what_is_missing(
    desk: Desk, qtbot: QtBot, no_child: object
) -> None:
    form = desk.open(desk.article).form
    assert form.says.text() == "Goes out: 3 marks, 2 claims; 1 private note stays here."
    assert form.gaps.text() == "1 claim without a verdict, 1 claim without a source"
    form.private.click()
    assert form.says.text() == "Goes out: 4 marks, 2 claims."
    assert form.request().private
    choose(form.scope, "chosen")
    form.listing.item(0).setCheckState(Qt.CheckState.Checked)
    assert form.says.text() == "Goes out: 4 marks, 2 claims."
    for row in range(form.listing.count()):
        item = form.listing.item(row)
        other = item.text() == "Minutes: 14/4"
        item.setCheckState(Qt.CheckState.Checked if other else Qt.CheckState.Unchecked)
    assert form.says.text() == "Goes out: 0 marks."
    assert not form.private.isEnabled()
    assert not form.request().private
    form.window().reject()


def test_a_large_library_is_counted_bit_by_bit(
    desk: Desk, qtbot: QtBot, no_child: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.dialogs.hand_in_count.SLICE_S", 0)
    dialog = desk.open()
    choose(dialog.form.scope, "all")
    assert "Counting" in dialog.form.says.text()
    monkeypatch.setattr("annotator.ui.dialogs.hand_in_count.SLICE_S", 5)
    qtbot.waitUntil(lambda: "3 marks" in dialog.form.says.text())
    assert desk.library.is_open(desk.article)
    assert not desk.library.is_open(desk.other)
    dialog.reject()


def test_only_choices_that_matter_are_shown(desk: Desk, qtbot: QtBot, no_child: object) -> None:
    dialog = desk.open(desk.article)
    form = dialog.form
    assert not form.listing.isVisible()
    assert not form.joined.isVisible()
    choose(form.scope, "all")
    assert form.joined.isVisible()
    assert not form.course.isVisible()
    form.joined.click()
    assert form.course.isVisible()
    choose(form.format, "markdown")
    assert not form.course.isVisible()
    assert not form.paper.isVisible()
    dialog.reject()


def test_the_name_follows_what_is_chosen_until_the_user_says_another(
    desk: Desk, qtbot: QtBot, no_child: object
) -> None:
    made = desk.library.add_collection("Coursework")
    desk.library.collect(made.id, [desk.article, desk.other])
    dialog = desk.open(desk.article)
    form = dialog.form
    assert form.request().path == desk.folder / "The bridge.pdf"
    choose(form.format, "whole")
    assert form.request().path == desk.folder / "The bridge.md"
    choose(form.scope, made.id)
    assert form.request().path == desk.folder / "Coursework.md"
    choose(form.format, "pdf")
    assert form.request().path == desk.folder / "Coursework"
    assert form.request().to_folder
    form.joined.click()
    assert form.request().path == desk.folder / "Coursework.pdf"
    form.place.edit.clear()
    assert form.request().path is None
    qtbot.keyClicks(form.place.edit, "essay v1.2")
    assert form.request().path == desk.folder / "essay v1.2.pdf"
    choose(form.format, "markdown")
    assert form.request().path == desk.folder / "essay v1.2.md"
    choose(form.scope, "this")
    assert form.request().path == desk.folder / "essay v1.2.md"
    dialog.reject()


def test_a_pdf_is_previewed_and_handed_in(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open(desk.article)
    preview_is_there(dialog, qtbot, "Page 1 of")
    assert dialog.preview.back.isVisible() and dialog.preview.on.isVisible()
    image = dialog.preview.sheet.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3)
               for y in range(0, image.height(), 3)}  # fmt: skip
    assert "#ffffff" in colours
    assert len(colours) > 10  # more than an empty page on its ground
    folder = Path(dialog.preview._folder.path())
    click(qtbot, dialog.send)
    assert not dialog.form.isEnabled()
    qtbot.waitUntil(lambda: "Saved as The bridge.pdf" in dialog.message.text(), timeout=CHILD_MS)
    written = desk.folder / "The bridge.pdf"
    assert "The bridge" in words_of(written)
    assert "Which one?" in words_of(written)
    assert "mine alone" not in words_of(written)
    assert desk.library.preferences.get("folder.hand_in") == str(desk.folder)
    click(qtbot, button(dialog, "Open"))
    click(qtbot, button(dialog, "Open folder"))
    assert [Path(path) for path in desk.went] == [written, desk.folder]
    click(qtbot, button(dialog, "Close"))
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert not folder.exists()


def test_markdown_is_previewed_as_text_without_private_notes(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open(desk.article)
    choose(dialog.form.format, "markdown")
    preview_is_there(dialog, qtbot, "The text as it goes out")
    assert "Which one?" in dialog.preview.text.toPlainText()
    assert "mine alone" not in dialog.preview.text.toPlainText()
    assert dialog.preview.back.isHidden() and dialog.preview.on.isHidden()
    dialog.form.private.click()
    qtbot.waitUntil(lambda: "mine alone" in dialog.preview.text.toPlainText(), timeout=CHILD_MS)
    dialog.reject()


def test_keys_go_through_the_preview_from_any_field(
    desk: Desk, qtbot: QtBot, no_child: object
) -> None:
    dialog = desk.open(desk.article)
    dialog.preview.text.setPlainText("a line\n" * 500)
    dialog.preview._stack.setCurrentWidget(dialog.preview.text)
    bar = dialog.preview.text.verticalScrollBar()
    for field in (dialog.form.scope, dialog.form.name, dialog.preview.text):
        bar.setValue(0)
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_PageDown)
        qtbot.keyClick(field, Qt.Key.Key_PageDown)
        down = bar.value()
        assert down > 0
        qtbot.keyClick(field, Qt.Key.Key_PageUp)
        assert 0 < bar.value() < down
    assert dialog.form.scope.currentData() == "this"
    dialog.reject()


def test_the_list_of_articles_keeps_its_keys(desk: Desk, qtbot: QtBot, no_child: object) -> None:
    dialog = desk.open()
    listing = dialog.form.listing
    listing.setFocus()
    listing.setCurrentRow(0)
    qtbot.keyClick(listing, Qt.Key.Key_PageDown)
    assert listing.currentRow() == listing.count() - 1
    dialog.reject()


@pytest.mark.parametrize(("scale", "size"), [(0.8, (1280, 720)), (2.5, (1280, 720)),
                                             (1.0, (420, 320)), (2.0, (800, 600))])  # fmt: skip
def test_nothing_is_cut_off_at_any_size(
    desk: Desk, qtbot: QtBot, no_child: object, scale: float, size: tuple[int, int]
) -> None:
    desk.theme.set_scale(scale)
    desk.window.resize(*size)
    dialog = desk.open(desk.article)
    dialog.form.scope.setCurrentIndex(dialog.form.scope.count() - 1)
    dialog.form.joined.setChecked(True)
    QApplication.processEvents()
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    area = dialog.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()  # it scrolls down, never sideways
    assert dialog.rect().contains(dialog.send.geometry())
    dialog.reject()
    desk.theme.set_scale(1.0)


def test_nothing_of_it_stays_in_memory(desk: Desk, qtbot: QtBot, no_child: object) -> None:
    left = weakref.ref(desk.open(desk.article))
    qtbot.waitUntil(lambda: "no preview" in left().preview.says.text())
    left().reject()
    qtbot.waitUntil(lambda: not desk.jobs.running)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None


def test_a_preview_that_cannot_be_made_says_why(
    desk: Desk, qtbot: QtBot, no_child: Callable[[str], None]
) -> None:
    no_child("print('The disk is full; make room.', file=sys.stderr); sys.exit(1)")
    dialog = desk.open(desk.article)
    qtbot.waitUntil(lambda: "no preview" in dialog.preview.says.text())
    assert dialog.message.text() == "The disk is full; make room."
    dialog.reject()


def test_several_pdfs_go_into_a_folder(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open()
    choose(dialog.form.scope, "all")
    click(qtbot, dialog.send)
    qtbot.waitUntil(lambda: "Saved 2 files" in dialog.message.text(), timeout=CHILD_MS)
    names = sorted(path.name for path in (desk.folder / "Harbour").iterdir())
    assert names == ["Minutes 14 4.pdf", "The bridge.pdf"]
    dialog.reject()


def test_what_is_there_already_is_replaced_only_when_asked(
    desk: Desk, qtbot: QtBot, no_child: Callable[[str], None]
) -> None:
    there = desk.folder / "The bridge.md"
    there.write_text("mine", encoding="utf-8")
    no_child("path = next(a for a in sys.argv if a.startswith('--output='))[9:]\n"
             "pathlib.Path(path).write_text('new'); print(path)")  # fmt: skip
    dialog = desk.open(desk.article)
    choose(dialog.form.format, "markdown")
    click(qtbot, dialog.send)
    assert "is there already" in dialog.message.text()
    assert there.read_text() == "mine"
    dialog.form.private.click()  # something else now: ask again
    assert dialog.message.text() == ""
    dialog.send.setFocus()
    qtbot.keyClick(dialog.send, Qt.Key.Key_Return)
    assert "is there already" in dialog.message.text()
    assert QApplication.focusWidget() is button(dialog, "Replace")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Saved as" in dialog.message.text())
    assert there.read_text() == "new"
    dialog.reject()


def test_progress_is_shown_and_esc_stops_the_export_first(
    desk: Desk, qtbot: QtBot, no_child: Callable[[str], None]
) -> None:
    no_child("path = pathlib.Path(next(a for a in sys.argv if a.startswith('--output='))[9:])\n"
             "path.with_name('.annotator-aa.part').touch()\n"
             "print('progress 1 4', file=sys.stderr, flush=True); time.sleep(60)")  # fmt: skip
    dialog = desk.open(desk.article)
    click(qtbot, dialog.send)
    assert dialog.progress.isVisible()
    assert dialog.cancel.text() == "Stop"
    job = dialog._job
    with qtbot.waitSignal(job.progressed):
        pass
    with qtbot.waitSignal(job.cancelled):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "nothing was written" in dialog.message.text()
    assert not list(desk.folder.glob("*.part"))
    assert dialog.send.isEnabled()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_failed_export_says_so_and_can_be_tried_again(
    desk: Desk, qtbot: QtBot, no_child: Callable[[str], None]
) -> None:
    no_child("print('The disk is full; make room.', file=sys.stderr); sys.exit(1)")
    dialog = desk.open(desk.article)
    click(qtbot, dialog.send)
    qtbot.waitUntil(lambda: dialog.message.kind == "error")
    assert dialog.message.text() == "The disk is full; make room."
    assert dialog.send.isEnabled()
    assert dialog.form.isEnabled()
    dialog.reject()


def test_nothing_chosen_and_no_place_are_said(desk: Desk, qtbot: QtBot, no_child: object) -> None:
    dialog = desk.open()
    click(qtbot, dialog.send)
    assert "at least one article" in dialog.message.text()
    choose(dialog.form.scope, "all")
    dialog.form.place.edit.clear()
    click(qtbot, dialog.send)
    assert "where" in dialog.message.text()
    dialog.reject()


def test_ones_name_is_kept_for_all_that_one_hands_in(
    desk: Desk, qtbot: QtBot, no_child: object
) -> None:
    dialog = desk.open(desk.article)
    dialog.form.name.setFocus()
    dialog.form.name.selectAll()
    qtbot.keyClicks(dialog.form.name, "  Ines  Calder ")
    dialog.form.scope.setFocus()
    assert desk.library.preferences.get("name") == "Ines Calder"
    desk.library.release(desk.article)
    (note, *_rest) = desk.library.session(desk.article).annotations()
    assert note.author_name == "Ines Calder"
    dialog.reject()


def test_where_there_is_little_room_one_side_is_shown_at_a_time(
    desk: Desk, qtbot: QtBot, no_child: object, theme: Theme
) -> None:
    dialog = desk.open(desk.article)
    assert dialog.form.isVisible()
    assert dialog.preview.isVisible()
    assert not dialog.side.isVisible()
    dialog.resize(520, 600)
    assert dialog.form.isVisible()
    assert not dialog.preview.isVisible()
    click(qtbot, next(side for side in dialog.side.children() if hasattr(side, "text")
                      and side.text() == "Preview"))  # fmt: skip
    assert dialog.preview.isVisible()
    assert not dialog.form.isVisible()
    dialog.reject()


def test_closing_while_a_preview_is_made_leaves_nothing(
    desk: Desk, qtbot: QtBot, no_child: Callable[[str], None]
) -> None:
    no_child("time.sleep(60)")
    dialog = desk.open(desk.article)
    folder = Path(dialog.preview._folder.path())
    qtbot.waitUntil(lambda: bool(desk.jobs.running))
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog) and not desk.jobs.running)
    assert not folder.exists()


def test_a_preview_of_many_shows_the_first_few(tmp_path: Path) -> None:
    ids = tuple(f"id{number}" for number in range(9))
    file = tmp_path / "p.pdf"
    apart = Request(tmp_path, ids, "pdf", tmp_path, everything=True)
    assert apart.preview(file).articles == ids[:1]
    assert apart.preview(file).arguments().count("--article") == 1
    joined = Request(tmp_path, ids, "pdf", tmp_path / "a.pdf", joined=True)
    assert len(joined.preview(file).articles) == hand_in_preview.PREVIEWED
    assert "--joined" in joined.preview(file).arguments()
    assert "--article" not in apart.arguments()  # all: no list as long as the library


def test_a_file_url_is_what_is_opened(desk: Desk, qtbot: QtBot, no_child: object) -> None:
    dialog = desk.open(desk.article)
    asked: list[QUrl] = []
    dialog._open_url = lambda url: asked.append(url)
    dialog._open(desk.folder / "a b#c.pdf")
    assert Path(asked[0].toLocalFile()) == desk.folder / "a b#c.pdf"
    assert "could not be opened" in dialog.message.text()
    dialog.reject()


# PDFs


def add_pdf(desk: Desk) -> str:
    """A PDF with a marked passage."""
    sheet = Sheet(width=300, height=400)
    sheet.text(40, 340, "What the bridge cost", size=20, font="bold")
    sheet.text(40, 300, "It was closed for eleven months.")
    file = desk.folder / "cost.pdf"
    file.write_bytes(make_pdf(sheet, info={"Title": "What the bridge cost"}))
    article = desk.library.import_file(file)
    start = article.text.index("eleven months")
    desk.library.session(article.id).highlight(start, start + 13, note="Who counted?")
    return article.id


def test_pages_of_pdfs_are_asked_for_where_there_are_any(
    desk: Desk, qtbot: QtBot, no_child: object
) -> None:
    pdf = add_pdf(desk)
    form = desk.open(pdf).form
    assert form.originals.isVisible()
    assert not form.paper.isVisible()  # its pages have their size
    choose(form.originals, "notes")
    assert form.paper.isVisible()
    assert "--notes-pages" in form.request().arguments()
    choose(form.originals, "margin")
    assert "--margin" in form.request().arguments()
    choose(form.format, "markdown")
    assert not form.originals.isVisible()
    assert "--margin" not in form.request().arguments()
    form.window().reject()


def test_articles_that_are_no_pdfs_have_no_pages_of_their_own(
    desk: Desk, qtbot: QtBot, no_child: object, tmp_path: Path
) -> None:
    pdf = add_pdf(desk)
    form = desk.open(desk.article).form
    choose(form.originals, "margin")
    assert not form.originals.isVisible()
    assert form.paper.isVisible()
    assert "--margin" not in form.request().arguments()
    choose(form.scope, "all")
    assert form.originals.isVisible()
    assert form.paper.isVisible()
    request = form.request()
    assert "--margin" in request.arguments()
    first = request.preview(tmp_path / "p.pdf")  # of several files apart the first is shown
    assert ("--margin" in first.arguments()) == (first.articles == (pdf,))
    choose(form.originals, "plain")
    form.joined.click()
    assert form.paper.isVisible()  # the cover's
    form.window().reject()


def test_a_pdf_goes_out_as_its_own_pages_with_pages_of_notes(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open(add_pdf(desk))
    preview_is_there(dialog, qtbot, "Page 1 of 1")
    choose(dialog.form.originals, "notes")
    preview_is_there(dialog, qtbot, "Page 1 of 2")
    click(qtbot, dialog.send)
    written = desk.folder / "What the bridge cost.pdf"
    qtbot.waitUntil(lambda: "Saved as" in dialog.message.text(), timeout=CHILD_MS)
    assert "It was closed for eleven months." in words_of(written)
    assert "Who counted?" in words_of(written)
    assert desk.library.preferences.get("originals") == "notes"
    dialog.reject()


def test_a_locked_pdf_goes_out_with_the_password_that_opened_it(desk: Desk, qtbot: QtBot) -> None:
    article = desk.library.import_file(locked_pdf(desk.folder), PASSWORD)
    dialog = desk.open(article.id)
    request = dialog.form.request()
    assert PASSWORD not in " ".join(request.arguments())
    assert PASSWORD not in repr(request)
    preview_is_there(dialog, qtbot, "Page 1 of 1")
    click(qtbot, dialog.send)
    qtbot.waitUntil(lambda: "Saved as" in dialog.message.text(), timeout=CHILD_MS)
    dialog.reject()


def locked_article(desk: Desk, name: str = "report.pdf") -> str:
    """A locked PDF whose password nobody has said yet."""
    article = desk.library.import_file(locked_pdf(desk.folder, name), PASSWORD)
    desk.library._passwords.clear()
    return article.id


def asks(dialog: HandInDialog) -> str:
    return dialog.locks.passwords.bar.question()


def give(qtbot: QtBot, dialog: HandInDialog, password: str) -> None:
    field = dialog.locks.passwords.bar.field
    field.clear()
    qtbot.keyClicks(field, password)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_locked_pdf_asks_for_its_password_and_goes_out(desk: Desk, qtbot: QtBot) -> None:
    article, told = locked_article(desk), []
    dialog = desk.open(article)
    dialog.unlocked.connect(told.append)
    qtbot.waitUntil(lambda: asks(dialog) == "“The bridge of report” is locked.", timeout=CHILD_MS)
    assert "--password" not in dialog.message.text()
    give(qtbot, dialog, "numbat")
    assert "not the password" in dialog.locks.passwords.bar.complaint()
    give(qtbot, dialog, PASSWORD)
    assert asks(dialog) == "" and told == [article]
    preview_is_there(dialog, qtbot, "Page 1 of 1")
    assert dialog.message.text() == ""  # Enter in the field handed nothing in
    dialog.reject()


def test_handing_in_goes_on_with_the_password(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open(locked_article(desk))
    dialog._delay.stop()  # no preview asks first
    click(qtbot, dialog.send)
    qtbot.waitUntil(lambda: asks(dialog) != "", timeout=CHILD_MS)
    assert "--password" not in dialog.message.text() and dialog.send.isEnabled()
    give(qtbot, dialog, PASSWORD)
    qtbot.waitUntil(lambda: "Saved as" in dialog.message.text(), timeout=CHILD_MS)
    dialog.reject()


def test_who_does_not_know_the_password_is_told_what_that_means(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open(locked_article(desk))
    qtbot.waitUntil(lambda: asks(dialog) != "", timeout=CHILD_MS)
    qtbot.keyClick(dialog.locks.passwords.bar.field, Qt.Key.Key_Escape)
    assert dialog.isVisible() and asks(dialog) == ""
    assert "goes out with its password only" in dialog.message.text()
    dialog.reject()


def test_what_prints_as_boxes_is_said_with_the_result(desk: Desk, qtbot: QtBot) -> None:
    article = add_article(desk.library, small_article(("A sign: \U0001f7a5 \U000e0041.",), "Signs"))
    dialog = desk.open(article)
    click(qtbot, dialog.send)
    qtbot.waitUntil(lambda: "Saved as" in dialog.message.text(), timeout=CHILD_MS)
    assert "as a box" in dialog.message.text() or "as boxes" in dialog.message.text()
    assert dialog.message.kind == "warn"
    assert button(dialog, "Open")
    dialog.reject()


def retype(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)


@pytest.mark.parametrize("typed", ["/", "//", "..", "a/", "~nobody-of-that-name/x", "."])
def test_a_place_without_a_name_is_none_and_nothing_breaks(
    desk: Desk, qtbot: QtBot, no_child: object, typed: str
) -> None:
    dialog = desk.open(desk.article)
    retype(qtbot, dialog.form.place.edit, typed)
    assert dialog.form.place.path() is None
    click(qtbot, dialog.send)
    assert "where" in dialog.message.text()
    dialog.reject()


def test_a_relative_place_grows_no_folders_while_it_is_typed(
    desk: Desk, qtbot: QtBot, no_child: object
) -> None:
    dialog = desk.open(desk.article)
    place = dialog.form.place
    suffix = place.path().suffix
    retype(qtbot, place.edit, "sub/out")
    assert place.path() == desk.folder / "sub" / f"out{suffix}"
    retype(qtbot, place.edit, "out")
    assert place.path() == desk.folder / f"out{suffix}"
    retype(qtbot, place.edit, "~/out")
    assert place.path() == Path.home() / f"out{suffix}"
    dialog.reject()


# Fact-checks


def test_a_claimreview_says_what_it_lacks_and_goes_out_when_that_is_filled_in(
    desk: Desk, qtbot: QtBot
) -> None:
    dialog = desk.open(desk.article)
    form = dialog.form
    choose(form.format, "claimreview")
    said = form.review.lacks
    qtbot.waitUntil(lambda: said.isVisible(), timeout=CHILD_MS)
    assert said.text().splitlines() == [
        "Say who publishes it.", "Say where it is published, with http or https.",
        "Not said who made the claim, or who wrote the article: C2",
        "Neither the claim nor the article has a date: C2",
        "The article has no address: C2",
    ]  # fmt: skip
    click(qtbot, dialog.send)
    assert "Fill in what the ClaimReview lacks" in dialog.message.text()
    assert form.review.reviewer.hasFocus()
    qtbot.keyClicks(form.review.reviewer, "The Desk")
    qtbot.keyClick(form.review.reviewer, Qt.Key.Key_Tab)
    assert desk.library.review_settings.get().reviewer == "The Desk"
    qtbot.waitUntil(lambda: "who publishes" not in said.text(), timeout=CHILD_MS)
    form.review.incomplete.click()
    click(qtbot, dialog.send)
    file = desk.folder / "The bridge.json"
    qtbot.waitUntil(file.is_file, timeout=CHILD_MS)
    assert "The Desk" in file.read_text("utf-8")
    qtbot.waitUntil(lambda: "is not complete" in dialog.message.text(), timeout=CHILD_MS)


def test_claims_in_the_same_words_are_told_apart(desk: Desk, qtbot: QtBot) -> None:
    library = desk.library
    third = library.session(desk.article).claim(72, 80, "Two faced the road.", verdict="True")
    library.claims.update(library.claims.find("C2"), claimant="the city")
    dialog = desk.open(desk.article)
    choose(dialog.form.format, "claimreview")
    said = dialog.form.review.lacks
    qtbot.waitUntil(lambda: said.isVisible(), timeout=CHILD_MS)
    assert third.label == "C3"
    assert "Not said who made the claim, or who wrote the article: C3" in said.text().splitlines()
    assert "The article has no address: C2, C3" in said.text().splitlines()
    dialog.reject()


def test_a_private_source_counts_only_where_private_things_go_out(
    desk: Desk, qtbot: QtBot, no_child: object
) -> None:
    session = desk.library.session(desk.article)
    for claim in desk.library.claims.rows():
        session.attach_source(claim.id, url="https://example.org/kept", private=True)
    form = desk.open(desk.article).form
    assert form.gaps.text() == "1 claim without a verdict, 1 claim without a source"
    form.private.click()
    assert form.gaps.text() == "1 claim without a verdict"
    form.window().reject()


def test_it_counts_the_claims_that_the_format_writes(
    desk: Desk, qtbot: QtBot, no_child: object
) -> None:
    library = desk.library
    session = library.session(desk.article)
    third = session.claim(72, 80, "It was closed.")
    library.claims.update(third.id, verdict="Not checked", why="It does not matter.")
    form = desk.open(desk.article).form
    choose(form.format, "claimreview")
    assert form.says.text() == (
        "Goes out: 1 claim; 1 without a verdict stays out; 1 not checked stays out; "
        "1 private note stays here."
    )
    assert form.gaps.text() == "1 claim without a source"
    choose(form.format, "factcheck")
    assert form.says.text() == "Goes out: 3 claims; 1 private note stays here."
    assert form.gaps.text() == "1 claim without a verdict, 1 claim without a source"
    choose(form.format, "markdown")
    assert form.says.text() == "Goes out: 4 marks, 3 claims; 1 private note stays here."
    form.window().reject()


def test_a_complete_claimreview_is_asked_nothing(desk: Desk, qtbot: QtBot) -> None:
    library = desk.library
    library.set_details(desk.article, url="https://a.example/1", published="2026-05-01")
    library.claims.update(library.claims.find("C2"), claimant="the city")
    library.review_settings.set("The Desk", "https://desk.example/1", "2026-05-12")
    dialog = desk.open(desk.article)
    choose(dialog.form.format, "claimreview")
    qtbot.waitUntil(lambda: "ClaimReview" in dialog.preview.text.toPlainText(), timeout=CHILD_MS)
    assert not dialog.form.review.incomplete.isVisible()
    assert dialog.form.says.text().startswith("Goes out: 1 claim; 1 without a verdict stays out")
    click(qtbot, dialog.send)
    file = desk.folder / "The bridge.json"
    qtbot.waitUntil(file.is_file, timeout=CHILD_MS)
    assert len(json.loads(file.read_text("utf-8"))) == 1


def test_a_fact_check_page_is_previewed_as_it_reads_and_written(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open(desk.article)
    choose(dialog.form.format, "factcheck")
    preview_is_there(dialog, qtbot, "What stands on the page")
    words = dialog.preview.page.toPlainText()
    assert "Two faced the road." in words and "{" not in words and "Fact-check" in words
    dialog.form.review.whole.click()
    click(qtbot, dialog.send)
    file = desk.folder / "The bridge.html"
    qtbot.waitUntil(file.is_file, timeout=CHILD_MS)
    assert "a spokesman told reporters on Monday" in file.read_text("utf-8")


def test_a_date_that_is_none_is_told_at_its_field(
    desk: Desk, qtbot: QtBot, no_child: object
) -> None:
    form = desk.open(desk.article).form
    choose(form.format, "factcheck-md")
    form.review.date.setFocus()
    qtbot.keyClicks(form.review.date, "next week")
    qtbot.keyClick(form.review.date, Qt.Key.Key_Tab)
    assert "is no date" in form.review.fields["date"].complaint()
    assert desk.library.review_settings.get().date == ""
    choose(form.format, "pdf")
    assert not form.review.isVisible()


def test_what_is_open_is_counted_and_leads_to_the_checklist(
    desk: Desk, qtbot: QtBot, no_child: object
) -> None:
    dialog = desk.open(desk.article)
    link = dialog.form.open_lines
    wanted: list[object] = []
    dialog.checklist_wanted.connect(wanted.append)
    qtbot.waitUntil(link.isVisible)
    count = len(desk.library.review.lines(desk.article))
    assert link.text() == f"{count} lines are open…"
    choose(dialog.form.scope, "all")
    qtbot.waitUntil(lambda: link.isVisible() and link.count > count)
    click(qtbot, link)
    assert wanted == [None] and not dialog.isVisible()
