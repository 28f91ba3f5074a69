"""Passing words in the status line."""

from annotator.ui.status import PASSING_MS, StatusLine
from annotator.ui.theme import Theme


def test_passing_words_pass(qtbot):
    line = StatusLine(Theme())
    qtbot.addWidget(line)
    line.set_hint("Link copied.")
    assert "Link copied." in line.text()
    assert line._passing.interval() == PASSING_MS
    line._passing.timeout.emit()
    assert "Link copied." not in line.text()


def test_nothing_waits_to_pass_once_the_words_were_taken_back(qtbot):
    line = StatusLine(Theme())
    qtbot.addWidget(line)
    line.set_hint("Select the passage first.")
    assert line._passing.isActive()
    line.set_hint("")
    assert not line._passing.isActive()
    assert "Select" not in line.text()
