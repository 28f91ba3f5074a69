"""Coming back: the article that lay open is open again, and its row is the one that is chosen."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.test_window import (  # noqa: F401 - fixtures
    TEXT,
    article_file,
    open_window,
    preferences,
)


def settle():
    for _turn in range(12):
        QApplication.processEvents()
        time.sleep(0.005)


@pytest.fixture
def two(open_window, article_file, tmp_path):  # noqa: F811
    """A window on two articles, the first of them open."""
    other = tmp_path / "other.txt"
    other.write_text("Another one\n\nSome words of it.\n", encoding="utf-8")
    window = open_window(article_file)
    first = window.desk.session.id
    window.add_files([other])
    window.desk.open_article(first)
    return window


def test_the_article_that_lay_open_comes_back(two, open_window):  # noqa: F811
    article = two.desk.session.id
    two.close()
    again = open_window()
    settle()
    assert again.desk.session.id == article
    assert again.focusWidget() is again.reader.view
    assert again.left.articles.chosen_ids() == [article]


def test_a_file_that_is_opened_goes_before(two, open_window, tmp_path):  # noqa: F811
    two.close()
    again = open_window(tmp_path / "other.txt")
    settle()
    assert again.desk.session.article.title == "Another one"


def test_an_article_that_is_gone_is_not_missed(two, open_window):  # noqa: F811
    two.actions_.run("article.remove")
    two.close()
    again = open_window()
    settle()
    assert again.desk.session is None
    assert not again.messages.bar.isVisible()


def test_each_library_comes_back_with_its_own_article(two, tmp_path):
    article, path = two.desk.session.id, two.desk.library.path
    assert two.desk.open_library(tmp_path / "second.annotator", create=True)
    settle()
    assert two.desk.session is None
    assert two.desk.open_library(path)
    settle()
    assert two.desk.session.id == article


def test_only_the_row_of_a_pasted_article_is_chosen(two, qtbot):
    before = two.left.articles.chosen_ids()
    QGuiApplication.clipboard().setText("A page that was copied.\n\n" + TEXT)
    two.actions_.run("file.paste")
    settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(two.left.model.ids()) == 3)
    assert two.left.articles.chosen_ids() == [two.desk.session.id] != before
