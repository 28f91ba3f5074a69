"""Sheets over the window: what they say, what they write, and that they are gone when closed."""

import gc
import sys
import weakref
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.errors import LibraryBusy
from annotator.library import Library
from annotator.ui.dialogs import crash
from annotator.ui.dialogs.about import AboutDialog
from annotator.ui.dialogs.colours import ColoursDialog
from annotator.ui.dialogs.crash import CrashDialog
from annotator.ui.dialogs.details import DetailsDialog
from annotator.ui.dialogs.import_report import ImportReportDialog
from annotator.ui.dialogs.open_link import OpenLinkDialog, where
from annotator.ui.dialogs.paste import PasteDialog
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.theme import Theme
from tests.store.builders import add_article, open_library

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.theme = theme
    window.resize(1000, 760)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def library(tmp_path: Path) -> Library:
    with open_library(tmp_path / "Harbour.annotator") as library:
        yield library


@pytest.fixture
def article(library: Library) -> str:
    return add_article(library)


def opened(dialog: Sheet, qtbot: QtBot) -> Sheet:
    dialog.open()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or dialog.parent()))
    QApplication.processEvents()
    return dialog


def button(dialog: Sheet, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def says(dialog: Sheet) -> str:
    labels = dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(dialog))


def is_gone(dialog: Sheet, qtbot: QtBot) -> bool:
    qtbot.waitUntil(lambda: not isValid(dialog))
    return True


# Every sheet


def all_sheets(theme: Theme, library: Library, article: str, window: QWidget) -> list[Sheet]:
    report = [{"file": "a.md", "status": "imported", "article": "1", "title": "A", "message": ""}]
    return [
        DetailsDialog(theme, library, article, "", window), PasteDialog(theme, library, window),
        ImportReportDialog(theme, report, window), CrashDialog(theme, "Traceback", window),
        AboutDialog(theme, window), ColoursDialog(theme, library, window),
        OpenLinkDialog(theme, "https://example.org", window),
    ]  # fmt: skip


def test_esc_closes_and_frees_each(
    theme: Theme, library: Library, article: str, window: QWidget, qtbot: QtBot
) -> None:
    for dialog in all_sheets(theme, library, article, window):
        opened(dialog, qtbot)
        assert dialog.windowModality() == Qt.WindowModality.WindowModal
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert is_gone(dialog, qtbot)


def test_nothing_of_a_closed_one_stays_in_memory(
    theme: Theme, library: Library, article: str, window: QWidget, qtbot: QtBot
) -> None:
    dialogs = all_sheets(theme, library, article, window)
    left = [weakref.ref(dialog) for dialog in dialogs]
    while dialogs:
        opened(dialogs.pop(), qtbot).reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [found for found in (ref() for ref in left) if found is not None] == []


def test_each_begins_in_a_control_and_names_all_of_them(
    theme: Theme, library: Library, article: str, window: QWidget, qtbot: QtBot
) -> None:
    for dialog in all_sheets(theme, library, article, window):
        opened(dialog, qtbot)
        assert dialog.isAncestorOf(QApplication.focusWidget())
        for control in tab_round(dialog, qtbot):
            name = control.accessibleName() or getattr(control, "text", lambda: "")()
            assert name, f"{control} in {dialog.windowTitle()}"
        dialog.reject()


def tab_round(dialog: Sheet, qtbot: QtBot) -> list[QWidget]:
    """The controls that Tab reaches, in order, until it is back at the first."""
    first, seen = QApplication.focusWidget(), []
    while True:
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            return seen
        assert len(seen) < 60, "Tab does not come back"


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.5])
def test_each_fits_into_its_window(
    theme: Theme, library: Library, article: str, window: QWidget, qtbot: QtBot, scale: float
) -> None:
    theme.set_scale(scale)
    window.resize(1280, 680)
    for dialog in all_sheets(theme, library, article, window):
        opened(dialog, qtbot)
        assert dialog.width() <= 1280
        assert dialog.height() <= 680
        for found in dialog.findChildren(QPushButton):
            if found.isVisible():
                assert dialog.rect().contains(found.mapTo(dialog, QPoint()))
                corner = found.mapTo(dialog, found.rect().bottomRight())
                assert dialog.rect().contains(corner), found.text()
        area = dialog.findChild(QScrollArea)
        assert area.widget().width() <= area.viewport().width(), dialog.windowTitle()
        dialog.reject()
    theme.set_scale(1.0)


def test_each_follows_another_theme_and_scale_while_open(
    theme: Theme, library: Library, article: str, window: QWidget, qtbot: QtBot
) -> None:
    window.resize(1280, 680)
    for dialog in all_sheets(theme, library, article, window):
        opened(dialog, qtbot)
        small, light = dialog.size(), dialog.grab().toImage().pixelColor(4, 4).lightness()
        theme.set_scheme("dark")
        theme.set_scale(2.0)
        QApplication.processEvents()
        assert dialog.grab().toImage().pixelColor(4, 4).lightness() < light - 100
        assert dialog.width() > small.width()
        assert dialog.width() <= 1280
        assert dialog.height() <= 680
        theme.set_scheme("light")
        theme.set_scale(1.0)
        dialog.reject()


def test_enter_on_a_button_presses_that_one(
    theme: Theme, library: Library, article: str, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(DetailsDialog(theme, library, article, "site", window), qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "Ledger")
    button(dialog, "Cancel").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert is_gone(dialog, qtbot)
    assert library.article(article).details.site == ""


# Article details


def test_what_is_known_is_saved_as_one_step(
    theme: Theme, library: Library, article: str, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(DetailsDialog(theme, library, article, "authors", window), qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "Ines Calder")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "M. Ortiz; R. Ruiz")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "Coastal Review")
    dialog.fields["url"].setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "coastalreview.example/harbour")
    dialog.fields["type"].setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "news")
    dialog.fields["published"].setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "2026-05")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert is_gone(dialog, qtbot)
    known = library.article(article).details
    assert known.authors == ("Ines Calder", "M. Ortiz", "R. Ruiz")
    assert (known.site, known.type, known.published) == ("Coastal Review", "news", "2026-05")
    assert known.url == "https://coastalreview.example/harbour"
    library.undo()
    assert library.article(article).details.authors == ()
    assert library.article(article).details.site == ""


def test_a_wrong_value_is_said_under_its_field_and_nothing_is_lost(
    theme: Theme, library: Library, article: str, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(DetailsDialog(theme, library, article, "url", window), qtbot)
    qtbot.keyClicks(dialog.fields["url"].editor, "what ever")
    qtbot.keyClicks(dialog.fields["published"].editor, "12 May")
    dialog.fields["published"].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert "no link" in dialog.fields["url"].complaint()
    assert "no date" in dialog.fields["published"].complaint()
    assert QApplication.focusWidget() is dialog.fields["url"].editor
    assert "no link" in QApplication.focusWidget().accessibleDescription()
    assert dialog.values()["published"] == "12 May"
    assert library.article(article).details.url == ""
    qtbot.keyClicks(dialog.fields["url"].editor, "\b")  # typing takes the complaint back
    assert dialog.fields["url"].complaint() == ""
    dialog.reject()


def test_what_somebody_else_set_meanwhile_is_not_written_over(
    theme: Theme, library: Library, article: str, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(DetailsDialog(theme, library, article, "site", window), qtbot)
    library.set_details(article, title="A better title")
    qtbot.keyClicks(QApplication.focusWidget(), "Ledger")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    known = library.article(article).details
    assert (known.title, known.site) == ("A better title", "Ledger")


def test_a_library_that_cannot_be_written_is_said_and_tried_again(
    theme: Theme, library: Library, article: str, window: QWidget, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    dialog = opened(DetailsDialog(theme, library, article, "site", window), qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "Ledger")

    def busy(*_args: Any, **_fields: Any) -> None:
        raise LibraryBusy("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(library, "set_details", busy)
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.values()["site"] == "Ledger"
    qtbot.mouseClick(button(dialog, "Try again"), Qt.MouseButton.LeftButton)
    assert library.article(article).details.site == "Ledger"


# Paste


def put_on_clipboard(html: str | None, text: str | None) -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def test_a_pasted_page_becomes_an_article(
    theme: Theme, library: Library, window: QWidget, qtbot: QtBot
) -> None:
    page = "<h1>The bridge</h1><p>It was <b>closed</b> for eleven months, the city said.</p>"
    put_on_clipboard(page, "The bridge\nIt was closed for eleven months, the city said.")
    dialog = opened(PasteDialog(theme, library, window), qtbot)
    assert "A formatted page" in dialog.says.text()
    assert "eleven months" in dialog.preview.toPlainText()
    qtbot.keyClicks(QApplication.focusWidget(), "not a link")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "no link" in dialog.address.complaint()
    assert library.articles() == []
    dialog.url.clear()
    qtbot.keyClicks(dialog.url, "example.org/bridge")
    with qtbot.waitSignal(dialog.pasted) as pasted:
        qtbot.keyClick(dialog.url, Qt.Key.Key_Return)
    article = library.article(pasted.args[0])
    assert article.details.url == "https://example.org/bridge"
    assert any(span.bold for block in article.blocks for span in block.spans)


def test_an_empty_clipboard_says_what_to_do(
    theme: Theme, library: Library, window: QWidget, qtbot: QtBot
) -> None:
    put_on_clipboard(None, None)
    dialog = opened(PasteDialog(theme, library, window), qtbot)
    assert "Copy an article" in dialog.says.text()
    assert dialog.add.isHidden()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert is_gone(dialog, qtbot)


# Import


REPORTS = [
    {"file": "/x/a.html", "status": "imported", "article": "id-a", "title": "A", "message": ""},
    {"file": "/x/b.html", "status": "already", "article": "id-b", "title": "B", "message": ""},
    {"file": "/x/scan.tiff", "status": "refused", "article": None, "title": "scan.tiff",
     "message": "“scan.tiff” is a picture."},
]  # fmt: skip


def test_the_report_says_what_was_refused_and_why(
    theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(ImportReportDialog(theme, REPORTS, window), qtbot)
    assert [(found.accessibleName(), found.item(0).text()) for found in dialog.lists] == [
        ("Refused", "“scan.tiff” is a picture."), ("Added", "A"), ("Already here", "B"),
    ]  # fmt: skip
    dialog.reject()


def test_an_added_article_can_be_opened_from_the_report(
    theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(ImportReportDialog(theme, REPORTS, window), qtbot)
    chosen: list[str] = []
    dialog.article_chosen.connect(chosen.append)
    refused, added, _already = dialog.lists
    refused.setFocus()
    qtbot.keyClick(refused, Qt.Key.Key_Return)
    assert chosen == []
    added.setFocus()
    qtbot.keyClick(added, Qt.Key.Key_Return)
    assert chosen == ["id-a"]
    assert is_gone(dialog, qtbot)


def test_a_long_reason_is_read_as_a_whole(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    reason = "This page is put together by a script when it is opened; save it again. " * 5
    report = [REPORTS[2] | {"message": reason}, REPORTS[2]]
    dialog = opened(ImportReportDialog(theme, report, window), qtbot)
    (refused,) = dialog.lists
    first, second = (refused.visualItemRect(refused.item(row)) for row in range(2))
    assert first.height() > 3 * second.height()
    assert refused.viewport().rect().contains(second)
    assert refused.verticalScrollBar().maximum() == 0
    assert dialog.findChild(QScrollArea).verticalScrollBar().maximum() == 0
    dialog.reject()


def test_a_thousand_files_scroll(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(ImportReportDialog(theme, REPORTS * 300, window), qtbot)
    assert dialog.height() < window.height()
    assert dialog.lists[1].verticalScrollBar().maximum() > 0
    dialog.reject()


# Colours


def test_a_colour_is_named_and_gets_its_own_name_back(
    theme: Theme, library: Library, window: QWidget, qtbot: QtBot
) -> None:
    opened(ColoursDialog(theme, library, window), qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "question")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "  key   point ")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    names = library.colour_names()
    assert (names["yellow"], names["red"], names["green"]) == ("question", "key point", "green")
    again = opened(ColoursDialog(theme, library, window), qtbot)
    assert again.fields["yellow"].text() == "question"
    again.fields["yellow"].clear()
    qtbot.mouseClick(again.save, Qt.MouseButton.LeftButton)
    assert library.colour_names()["yellow"] == "yellow"
    library.undo()
    library.undo()
    assert library.colour_names()["red"] == "red"


# Links


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        ("https://example.org/a?b", "https://example.org/a?b"),
        ("doi:10.5555/jca.24.118", "https://doi.org/10.5555/jca.24.118"),
        ("mailto:press@council.example", "mailto:press@council.example"),
    ],
)
def test_a_link_is_opened_after_it_was_shown(
    theme: Theme, window: QWidget, qtbot: QtBot, link: str, leads_to: str
) -> None:
    went: list[str] = []

    def open_url(url: QUrl) -> bool:
        went.append(url.toString())
        return True

    dialog = opened(OpenLinkDialog(theme, link, window, open_url), qtbot)
    assert leads_to in says(dialog)
    assert went == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert went == [leads_to]
    assert is_gone(dialog, qtbot)


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:alert(1)", "ftp://x.org/a"])
def test_other_links_are_never_opened_but_can_be_copied(
    theme: Theme, window: QWidget, qtbot: QtBot, link: str
) -> None:
    def open_url(url: QUrl) -> bool:
        raise AssertionError(url)

    dialog = opened(OpenLinkDialog(theme, link, window, open_url), qtbot)
    assert dialog.open_button.isHidden()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == link
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert is_gone(dialog, qtbot)


def test_where_no_browser_opens_the_link_stays_to_be_copied(
    theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    address = "https://example.org/" + "long/" * 30
    dialog = opened(OpenLinkDialog(theme, address, window, lambda _url: False), qtbot)
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == address
    dialog.reject()


def test_names_that_look_alike_are_told_apart() -> None:
    assert where("https://example.org/a").startswith("example.org,")
    assert "xn--" in where("https://аpple.example/")  # the first letter is Cyrillic
    assert "not encrypted" in where("http://example.org")


# Faults


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_caught: None)


def catch(error: Exception) -> None:
    try:
        raise error
    except type(error) as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def crashes(window: QWidget) -> list[CrashDialog]:
    return [child for child in window.findChildren(CrashDialog) if child.isVisible()]


def test_a_fault_is_reported_ready_to_copy(
    hook: None, window: QWidget, qapp: QApplication, qtbot: QtBot
) -> None:
    said: list[str] = []
    crash.install(qapp, window, said.append)
    catch(ValueError("nothing is where it should be"))
    qtbot.waitUntil(lambda: len(crashes(window)) == 1)
    (dialog,) = crashes(window)
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    for part in ("Annotator 0.", "Python", "Qt", "Traceback", "ValueError: nothing is where"):
        assert part in copied
    assert said == []
    dialog.reject()
    assert is_gone(dialog, qtbot)


def test_the_same_fault_again_and_again_is_reported_once(
    hook: None, window: QWidget, qapp: QApplication, qtbot: QtBot
) -> None:
    crash.install(qapp, window, lambda _text: None)
    for number in range(200):
        catch(ValueError(f"fault {number % 2}"))
    qtbot.waitUntil(lambda: len(crashes(window)) == 1)
    QApplication.processEvents()
    (dialog,) = crashes(window)
    assert dialog.details.toPlainText().count("ValueError: fault 0") == 1
    assert dialog.details.toPlainText().count("ValueError: fault 1") == 1
    dialog.reject()
    assert is_gone(dialog, qtbot)
    catch(ValueError("fault 0"))
    QApplication.processEvents()
    assert crashes(window) == []


def test_the_worlds_faults_are_sentences(
    hook: None, window: QWidget, qapp: QApplication, qtbot: QtBot
) -> None:
    said: list[str] = []
    crash.install(qapp, window, said.append)
    catch(LibraryBusy("The disk is full."))
    QApplication.processEvents()
    assert said == ["The disk is full."]
    assert crashes(window) == []


def test_nothing_is_shown_over_a_window_that_is_gone(
    hook: None, theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    window = QWidget()
    window.theme = theme
    crash.install(qapp, window, lambda _text: None)
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    catch(ValueError("late"))
    QApplication.processEvents()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]


def test_a_small_window_scrolls_to_the_field_asked_for(
    theme: Theme, library: Library, article: str, window: QWidget, qtbot: QtBot
) -> None:
    window.resize(420, 320)
    dialog = opened(DetailsDialog(theme, library, article, "language", window), qtbot)
    assert dialog.height() <= 320
    area = dialog.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    field = dialog.fields["language"].editor
    bottom = field.mapTo(area.viewport(), field.rect().bottomLeft()).y()
    assert bottom < area.viewport().height()
    dialog.reject()
