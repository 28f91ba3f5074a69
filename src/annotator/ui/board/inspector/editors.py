"""What is written in the inspector besides evidence and comments."""

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import Library
from annotator.model.claims import CLAIM_KINDS
from annotator.ui.cards import wording
from annotator.ui.cards.claim_editor import DATE_HINT
from annotator.ui.cards.claimant_field import add_claimant
from annotator.ui.cards.editor import Editor, Values
from annotator.ui.cards.saving import Saver, Write
from annotator.ui.theme import Theme


class _OfClaim(Editor):
    """Fields of a claim by their own names."""

    names: tuple[str, ...] = ()

    def __init__(self, theme: Theme, saver: Saver, library: Library, claim: str) -> None:
        self._library, self._claim = library, claim
        super().__init__(theme, saver)
        self.add_fields()
        self.add_foot()
        self.end_rows()

    def add_fields(self) -> None:
        """The rows."""
        raise NotImplementedError

    def load(self) -> Values:
        claim = self._library.claims.get(self._claim)
        return {name: getattr(claim, name) for name in self.names}

    def write(self, changed: Values) -> Write:
        library, claim = self._library, self._claim

        def write() -> None:
            if not changed.get("statement", "x").strip():
                raise InvalidValue(_("A claim needs a statement."))
            library.claims.update(claim, **changed)

        return write


class ReasoningEditor(_OfClaim):
    """How the verdict was reached, in Markdown."""

    names = ("reasoning",)

    def add_fields(self) -> None:
        self.add_row(self.text("reasoning", _("Reasoning, Markdown"), least=4))


class StatementEditor(_OfClaim):
    """Statement, kind, who said so and when, as of when the verdict holds and when to look
    again."""

    names = ("statement", "kind", "claimant", "claimed", "as_of", "check_again")

    def add_fields(self) -> None:
        statement = self.text("statement", _("Statement"))
        kinds = [(kind, wording.kind_name(kind)) for kind in CLAIM_KINDS]
        kind = self.choice("kind", _("Kind"), kinds)
        claimant = add_claimant(self, self._library)
        claimed = self.line("claimed", _("Said on"), DATE_HINT)
        as_of = self.line("as_of", _("Verdict as of"), DATE_HINT)
        again = self.line("check_again", _("Check again on"), DATE_HINT)
        self.add_row(statement, labels=(_("Statement"),))
        self.add_row(kind, claimant, labels=(_("Kind"), _("Said by")))
        self.add_row(claimed, as_of, again, labels=(_("Said on"), _("As of"), _("Check again")))
