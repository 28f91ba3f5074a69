"""Passwords that are asked for, one after the other, in one bar over the panes. None is kept here:
what was typed goes to whoever asked, and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from annotator.errors import PasswordNeeded, UserFacingError
from annotator.i18n import _
from annotator.ui.dialogs.password_bar import PasswordBar
from annotator.ui.theme import Theme

Attempt = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Question:
    """``key`` names what is locked; ``sentence`` asks for it. ``attempt`` is called with what was
    typed and raises ``PasswordNeeded`` where that does not open it; ``skipped`` when nobody knows
    it, with ``skip`` being how that is called."""

    key: str
    sentence: str
    attempt: Attempt
    skipped: Callable[[], object]
    skip: str


class Passwords(QObject):
    """The questions that wait for an answer. ``failed`` is called with the sentence of what else
    went wrong with an attempt, ``place`` with the bar when there is something to ask."""

    def __init__(
        self, theme: Theme, failed: Callable[[str], object], place: Callable[[QWidget], object],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._failed, self._place = theme, failed, place
        self._questions: list[Question] = []
        self._focus: QWidget | None = None

    @cached_property
    def bar(self) -> PasswordBar:
        """Where they are asked; most windows never need it."""
        bar = PasswordBar(self._theme)
        bar.given.connect(self._try)
        bar.skipped.connect(self._skip)
        self._place(bar)
        return bar

    def ask(
        self, key: str, sentence: str, attempt: Attempt,
        skipped: Callable[[], object] = lambda: None, skip: str = "",
    ) -> None:  # fmt: skip
        """Ask for a password, after those that are being asked for; see ``Question``. What is
        asked for already is not asked for twice."""
        if any(question.key == key for question in self._questions):
            return
        question = Question(key, sentence, attempt, skipped, skip or _("Skip"))
        self._questions.append(question)
        if len(self._questions) == 1:
            self._focus = QApplication.focusWidget()
            self._show()

    def withdraw(self, *keys: str) -> None:
        """Ask for these no more; without keys, for nothing."""
        first = self._questions[:1]
        self._questions = [q for q in self._questions if keys and q.key not in keys]
        if first != self._questions[:1]:
            self._show()

    def _show(self) -> None:
        if self._questions:
            self.bar.ask(self._questions[0].sentence, self._questions[0].skip)
            return
        within = self.bar.isAncestorOf(QApplication.focusWidget() or self.bar)
        self.bar.put_away()
        if within and self._focus is not None:
            from shiboken6 import isValid

            if isValid(self._focus):
                self._focus.setFocus()
        self._focus = None

    def _try(self, password: str) -> None:
        question = self._questions[0]
        try:
            question.attempt(password)
        except PasswordNeeded:
            self.bar.complain(_("This is not the password; try another one."))
            return
        except UserFacingError as error:
            self._failed(str(error))
        self.withdraw(question.key)

    def _skip(self) -> None:
        question = self._questions[0]
        self.withdraw(question.key)
        question.skipped()
