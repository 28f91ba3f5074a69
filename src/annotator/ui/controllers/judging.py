"""What is asked for, the scales of verdicts, and the verdict on an article."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.events import Changes
from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.ui.actions import Handler

if TYPE_CHECKING:
    from annotator.ui.dialogs.rules import RulesDialog
    from annotator.ui.window import MainWindow


class Judging:
    """Sheets, each made when it is asked for."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._asked_name = False
        window.desk.article_opened.connect(self._show_verdict)
        window.desk.changed.connect(self._hear)

    def finish(self) -> None:
        """The window has its bar now."""
        self._window.top.verdict_chosen.connect(self.article_verdict)

    def _hear(self, changes: Changes) -> None:
        session = self._window.desk.session
        if session and session.id in changes.articles and changes.touches("articles", "verdicts"):
            self._show_verdict(session)
        if changes.touches("trail"):
            self._offer_name()

    def _offer_name(self) -> None:
        """Once: the trail says who did something where it is known who works here. Other messages
        go first."""
        window = self._window
        if self._asked_name or window.preferences.get("name", "") or window.messages.bar.text():
            return
        self._asked_name = True
        sentence = _("The trail does not know your name yet.")
        window.messages.inform(sentence, _("Say your name…"), self.say_name)

    def say_name(self) -> None:
        """The field for one's own name."""
        dialog = self.rules()
        if dialog is not None:
            dialog.name.setFocus()

    def _show_verdict(self, session: ArticleSession | None) -> None:
        """Pages have no line under their title; the bar says what was found about them."""
        verdict = None
        if session is not None and session.article.pages:
            verdict = session.library.article_verdicts.of(session.id).verdict
        if verdict is None:
            self._window.top.set_verdict()
        else:
            self._window.top.set_verdict(verdict.name, verdict.tone)

    def handlers(self) -> Mapping[str, Handler]:
        """The commands' ids and what they do."""
        return {
            "file.rules": self.rules,
            "claims.scales": self.scales,
            "article.verdict": self.article_verdict,
        }

    def rules(self) -> "RulesDialog | None":
        """What this library asks of every claim."""
        from annotator.ui.dialogs.rules import RulesDialog

        window = self._window
        if window.desk.library is None:
            return None
        dialog = RulesDialog(window.theme, window.desk.library, window.preferences, window)
        dialog.scales_wanted.connect(lambda: self.scales(dialog))
        dialog.open()
        return dialog

    def scales(self, rules: "RulesDialog | None" = None) -> None:
        """All scales, and which one is in use."""
        from annotator.ui.dialogs.scales import ScalesDialog

        window = self._window
        if window.desk.library is None:
            return
        dialog = ScalesDialog(window.theme, window.desk.library, rules or window)
        if rules is not None:
            dialog.finished.connect(rules.show_scale)
        dialog.finished.connect(lambda: self._tell_scale(dialog.switched_to))
        dialog.open()

    def _tell_scale(self, name: str) -> None:
        window = self._window
        if name:
            said = _("Verdicts are given on “{scale}” now.").format(scale=name)
            window.messages.inform(said, _("Undo"), window.editing.undo)

    def article_verdict(self, article_id: str = "") -> None:
        """What was found about an article as a whole."""
        from annotator.ui.dialogs.article_verdict import ArticleVerdictDialog

        window = self._window
        session = window.desk.session
        article_id = article_id or (session.id if session else "")
        if window.desk.library is not None and article_id:
            ArticleVerdictDialog(window.theme, window.desk.library, article_id, window).open()
