"""The line under the title says when a page was saved only where the page says so."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QDateTime, Qt

from annotator.ui.text.details_line import pieces
from tests.ui.test_window import (  # noqa: F401 - fixtures
    article_file,
    open_window,
    preferences,
)


def test_an_article_of_no_known_age_was_added_not_saved(open_window, article_file):  # noqa: F811
    window = open_window(article_file)
    words = [piece.text for piece in pieces(window.desk.session.article)]
    assert "added today" in words
    assert not any(text.startswith("saved") for text in words)
    window.desk.library.set_details(window.desk.session.id, saved="2026-05-12")
    assert any(piece.text.startswith("saved") for piece in pieces(window.desk.session.article))


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "added today"), (1, "added yesterday"), (3, "added 3 days ago"), (90, "added 1 ")],
)
def test_the_age_is_counted_in_days(open_window, article_file, days, words):  # noqa: F811
    window = open_window(article_file)
    article = replace(window.desk.session.article, added="2026-05-01T12:00:00")
    now = QDateTime.fromString("2026-05-01T13:00:00", Qt.DateFormat.ISODate).addDays(days)
    assert any(piece.text.startswith(words) for piece in pieces(article, now))
