"""Words offered under a field while somebody types in it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

LIST = "completions"
"""What the list is called in the style sheet: it is a window of its own, in none that has a
ground."""


def complete(field: QLineEdit, words: Iterable[str]) -> None:
    """Offer these, wherever in them what is typed stands."""
    completer = QCompleter(list(words), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    dress(completer)
    field.setCompleter(completer)


def dress(completer: QCompleter) -> None:
    """Give its list the look of lists that come up."""
    completer.popup().setObjectName(LIST)
