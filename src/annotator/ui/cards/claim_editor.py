"""A claim being written and judged."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.model import Claim
from annotator.model.claims import CLAIM_KINDS, STATUSES, THE_ARTICLE
from annotator.ui.cards import wording
from annotator.ui.cards.editor import Editor, Values
from annotator.ui.cards.saving import Saver, Write
from annotator.ui.kit import KeyCap, LinkButton
from annotator.ui.theme import Theme

DATE_HINT = "2026-05-12"


class ClaimEditor(Editor):
    """Statement, kind, said by and when, verdict, status, reasoning."""

    def __init__(
        self, theme: Theme, saver: Saver, session: ArticleSession, id: str, claim: Claim
    ) -> None:
        self._session, self._annotation, self.claim_id = session, id, claim.id
        super().__init__(theme, saver)
        statement = self.text("statement", _("Statement"))
        kinds = [(kind, wording.kind_name(kind)) for kind in CLAIM_KINDS]
        kind = self.choice("kind", _("Kind"), kinds)
        claimant = self.line("claimant", _("Said by"), wording.claimant_name(THE_ARTICLE))
        _complete(claimant, self._claimants())
        verdicts = [("", _("To check")), *((v.name, v.name) for v in session.library.verdicts())]
        verdict = self.choice("verdict", _("Verdict"), verdicts)
        statuses = [(status, wording.status_name(status)) for status in STATUSES]
        status = self.choice("status", _("Status"), statuses)
        claimed = self.line("claimed", _("Said on"), DATE_HINT)
        reasoning = self.text("reasoning", _("Reasoning, Markdown"), least=2)
        self.add_row(statement, labels=(_("Statement"),))
        self.add_row(kind, claimant, labels=(_("Kind"), _("Said by")))
        self.add_row(verdict, status, labels=(_("Verdict"), _("Status")))
        self.add_row(claimed, QWidget(), labels=(_("Said on"),))
        self.add_row(reasoning, labels=(_("Reasoning"),))
        self._add_foot()
        self.end_rows()

    def _claimants(self) -> list[str]:
        known = self._session.library.claimants()
        return list(dict.fromkeys([THE_ARTICLE, *known]))

    def _add_foot(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, self.theme.px(9), 0, 0)
        remove = LinkButton(self.theme, _("Remove claim"))
        remove.clicked.connect(self._remove)
        done = LinkButton(self.theme, _("Done"))
        done.clicked.connect(self.finish)
        row.addWidget(remove)
        row.addStretch(1)
        row.addWidget(KeyCap(self.theme, "Ctrl+Return"))
        row.addWidget(done)
        self._column.addLayout(row)
        self._stops += [remove, done]

    def _remove(self) -> None:
        self._stored |= self.changed()  # what was typed goes with it
        session, id = self._session, self.claim_id
        if self._saver.save(lambda: session.remove_claim(id)):
            self.closed.emit()

    def _claim(self) -> Claim | None:
        claims = self._session.annotation(self._annotation).claims
        return next((claim for claim in claims if claim.id == self.claim_id), None)

    def load(self) -> Values:
        claim = self._claim()
        if claim is None:
            return dict(self._stored)
        return {
            "statement": claim.statement, "kind": claim.kind, "claimant": claim.claimant,
            "claimed": claim.claimed, "verdict": claim.verdict.name if claim.verdict else "",
            "status": claim.status, "reasoning": claim.reasoning,
        }  # fmt: skip

    def write(self, changed: Values) -> Write:
        session, id = self._session, self.claim_id
        if "verdict" in changed:
            changed = {**changed, "verdict": changed["verdict"] or None}

        def write() -> None:
            if not changed.get("statement", "x").strip():
                raise InvalidValue(_("A claim needs a statement."))
            session.update_claim(id, **changed)

        return write


def _complete(field: QLineEdit, words: list[str]) -> None:
    completer = QCompleter(words, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
