"""Said by: what stands there when a claim is made in the window, and what becomes of it."""

import gettext

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.ui.kit import Label, OutlineButton
from tests.ui.test_analysis import go_to, press, show_text, worth  # noqa: F401 - a fixture
from tests.ui.test_window import open_window, preferences  # noqa: F401 - fixtures

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
TEXT = """Bridge “could close next week,” engineers warn

The bridge cost the city $92.5 million last year.

Ada Miller, who leads the dock workers' union, said on Monday that 300 jobs were lost.

It was a grey morning. Ms Miller added that nobody had been asked.

According to officials, traffic on the quay fell by 38 percent in two years.
"""


@pytest.fixture
def window(open_window, tmp_path, preferences, qtbot):  # noqa: F811
    """The window with the article in front."""
    return show_text(TEXT, open_window, tmp_path, preferences, qtbot)


def select(window, words):
    start = window.desk.session.article.text.index(words)
    window.reader.setFocus()
    window.reader.set_selection(start, start + len(words))


def said_by(window):
    """The field of the claim that is being written."""
    lines = window.cards.findChildren(QLineEdit)
    return next(one for one in lines if one.accessibleName() == "Said by" and one.isVisible())


def stored(window):
    """Who says each claim, as another reader of the file sees it."""
    query = "SELECT claimant FROM claims WHERE deleted = 0 ORDER BY number"
    return [who for (who,) in window.desk.library.store.connection.execute(query)]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("300 jobs were lost", "Ada Miller"),
        ("nobody had been asked", "Ada Miller"),
        ("It was a grey morning", "the article"),
        ("cost the city $92.5 million", "the article"),
        ("traffic on the quay fell by 38 percent", "the article"),
        ("could close next week", "the article"),
    ],
)
def test_it_begins_with_who_is_named_there_else_the_article(window, words, who):
    select(window, words)
    press(window, Key.Key_C)
    assert said_by(window).text() == who
    assert stored(window) == [who]
    window.desk.library.undo()
    assert stored(window) == []


def test_a_suggestion_and_another_claim_of_its_passage_begin_so_too(window, worth):  # noqa: F811
    go_to(window, next(line for line in TEXT.splitlines() if line.startswith("Ada")))
    press(window, Key.Key_Y)
    assert said_by(window).text() == "Ada Miller"
    QTest.keyClick(
        QApplication.focusWidget(), Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )  # fmt: skip
    assert stored(window) == ["Ada Miller", "Ada Miller"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_are_offered_on_a_ground_of_their_own(window, qtbot, scheme):
    window.theme.set_scheme(scheme)
    select(window, "cost the city")
    press(window, Key.Key_C)
    field = said_by(window)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field, "the")
    offered = field.completer().popup()
    qtbot.waitUntil(offered.isVisible)
    picture = offered.grab().toImage()
    ground = picture.pixelColor(picture.width() - 6, picture.height() - 6)
    assert ground.alpha() == 255
    assert abs(ground.lightness() - window.theme.colour("card").lightness()) < 25
    assert offered.sizeHintForRow(0) >= window.theme.px(24)
    QTest.keyClick(field, Key.Key_Escape)


def test_what_is_typed_takes_the_place_of_the_article(window):
    select(window, "cost the city")
    press(window, Key.Key_C)
    field = said_by(window)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    QTest.keyClicks(field, "City council")
    QTest.keyClick(field, Key.Key_Escape)
    assert stored(window) == ["City council"]


def test_what_is_cleared_stays_empty(window):
    select(window, "300 jobs")
    press(window, Key.Key_C)
    field = said_by(window)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, Key.Key_Delete)
    QTest.keyClick(field, Key.Key_Escape)
    assert stored(window) == [""]
    (claim,) = window.desk.session.annotations()[0].claims
    window.cards.begin_claim(claim.id)
    assert said_by(window).text() == ""


def test_a_name_too_long_is_refused_in_one_sentence(window):
    select(window, "300 jobs")
    press(window, Key.Key_C)
    field = said_by(window)
    field.setText("x" * 201)
    QTest.keyClick(field, Key.Key_Escape)
    told = [label.text() for label in window.cards.findChildren(Label) if label.isVisible()]
    assert "“Said by” takes a name of at most 200 characters; shorten it." in told
    assert stored(window) == ["Ada Miller"]
    field.setText("Ada Miller, dock workers’ union")
    QTest.keyClick(field, Key.Key_Escape)
    assert stored(window) == ["Ada Miller, dock workers’ union"]


def test_what_the_headline_says_in_the_inside_check_is_the_articles(window, qtbot):
    press(window, Key.Key_I)
    panel = window.inspecting.inside.panel
    qtbot.waitUntil(lambda: bool(panel.findChildren(OutlineButton)))
    button = next(b for b in panel.findChildren(OutlineButton) if b.text() == "Make a claim")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stored(window) == ["the article"]


class German(gettext.NullTranslations):
    """Knows one word."""

    def gettext(self, message):
        return {"the article": "der Artikel"}.get(message, message)


def test_the_article_is_named_in_the_users_language_and_stored_in_one(window, monkeypatch):
    monkeypatch.setattr("annotator.i18n._catalogue", German)
    select(window, "cost the city")
    press(window, Key.Key_C)
    field = said_by(window)
    assert field.text() == "der Artikel"
    assert stored(window) == ["the article"]
    field.setText("Ada Miller")
    QTest.keyClick(field, Key.Key_Tab)
    field.setText("Der Artikel")
    QTest.keyClick(field, Key.Key_Escape)
    assert stored(window) == ["the article"]
    window.actions_.run("view.claims")
    places = window.faces.face("claims").places.model
    shown = [str(places.index(row).data()) for row in range(places.rowCount())]
    assert "der Artikel" in shown and "the article" not in shown
    table = window.faces.face("claims").board.table.model()
    assert "der Artikel" in [table.index(0, at).data() for at in range(table.columnCount())]
