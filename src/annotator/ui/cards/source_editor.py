"""A source being brought to a claim or a mark, or looked over."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.model import Annotation, Evidence
from annotator.model.claims import SOURCE_TYPES, STANCES
from annotator.ui.cards import wording
from annotator.ui.cards.claim_editor import DATE_HINT
from annotator.ui.cards.editor import Editor, Values
from annotator.ui.cards.fields import Field
from annotator.ui.cards.saving import Saver, Write
from annotator.ui.kit import LinkButton, LinkField, OutlineButton, SegmentedControl
from annotator.ui.theme import Theme

Find = Callable[[str], tuple[Annotation, Evidence, bool] | None]
OF_EVIDENCE = ("stance", "quote", "type")


class SourceEditor(Editor):
    """Link, title, publisher, dates, how it stands to the claim, its words.

    A new source is written when it is added or its card is left, one that is there already like
    any other field: when typing rests.
    """

    def __init__(
        self, theme: Theme, saver: Saver, session: ArticleSession, target: str,
        evidence: Evidence | None = None, *, of_claim: bool, find: Find,
    ) -> None:  # fmt: skip
        """``find`` is the deck's way to find evidence by its id as it is now."""
        self._session, self.target, self.evidence, self._find = session, target, evidence, find
        super().__init__(theme, saver)
        self.separable = evidence is not None
        self._link = LinkField(theme)
        self._link.changed.connect(self._link_typed)
        self._link.submitted.connect(lambda _link: self.finish())
        self._keep("url", self._link.edit, Field(self._link.text, self._link.set_text))
        self.add_row(self._link, labels=(_("Link"),))
        title = self.line("title", _("Title"))
        publisher = self.line("publisher", _("Publisher"))
        published = self.line("published", _("Published"), DATE_HINT)
        accessed = self.line("accessed", _("Looked at"), DATE_HINT)
        kinds = [(kind, wording.type_name(kind) or "—") for kind in SOURCE_TYPES]
        type_ = self.choice("type", _("Type of source"), kinds)
        self.add_row(title, labels=(_("Title"),))
        self.add_row(publisher, type_, labels=(_("Publisher"), _("Type")))
        self.add_row(published, accessed, labels=(_("Published"), _("Looked at")))
        if of_claim:
            self._add_stance()
        self.add_row(self.text("quote", _("Quote")), labels=(_("Quote"),))
        self._add_foot()
        self.end_rows()

    def _add_stance(self) -> None:
        choices = [(stance, wording.stance_name(stance)) for stance in STANCES]
        stance = SegmentedControl(self.theme, choices, _("How it stands to the claim"))
        stance.chosen.connect(lambda _stance: self._typed())
        self._fields["stance"] = Field(stance.value, stance.set_value)
        self._chosen.add("stance")
        self.add_row(stance, labels=(_("Stance"),))

    def _add_foot(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, self.theme.px(9), 0, 0)
        new = self.evidence is None
        cancel = LinkButton(self.theme, _("Cancel") if new else _("Remove source"))
        cancel.clicked.connect(self._cancel)
        done = OutlineButton(self.theme, _("Add source") if new else _("Done"))
        done.clicked.connect(self.finish)
        row.addWidget(cancel)
        row.addStretch(1)
        row.addWidget(done)
        self._column.addLayout(row)
        self._stops += [cancel, done]

    def _link_typed(self) -> None:
        self.resized.emit()
        self._typed()

    def _typed(self) -> None:
        if self.evidence is not None:
            super()._typed()

    def _left(self) -> None:
        if self.evidence is not None:
            super()._left()

    def _cancel(self) -> None:
        self._stored |= self.changed()  # given up on purpose
        evidence, session = self.evidence, self._session
        if evidence is None or self._saver.save(lambda: session.remove_evidence(evidence.id)):
            self.closed.emit()

    def load(self) -> Values:
        evidence = self._now()
        if evidence is None:
            fresh = dict.fromkeys(self._fields, "") | {"accessed": date.today().isoformat()}
            return fresh | ({"stance": "context"} if "stance" in self._fields else {})
        source = evidence.source
        values = {
            "url": source.url, "title": source.title, "publisher": source.publisher,
            "published": source.published, "accessed": source.accessed, "quote": evidence.quote,
            "type": evidence.type, "stance": evidence.stance,
        }  # fmt: skip
        return {name: value for name, value in values.items() if name in self._fields}

    def _now(self) -> Evidence | None:
        if self.evidence is not None:
            found = self._find(self.evidence.id)
            self.evidence = found[1] if found else self.evidence
        return self.evidence

    def write(self, changed: Values) -> Write:
        if self.evidence is None:
            return self._attach()
        return self._change(changed, self.evidence)

    def _attach(self) -> Write:
        session, target = self._session, self.target
        values = {name: field.get() for name, field in self._fields.items()}

        def attach() -> None:
            fields = {name: value for name, value in values.items() if value}
            session.attach_source(target, **fields)

        return attach

    def _change(self, changed: Values, evidence: Evidence) -> Write:
        session = self._session
        stand = {name: value for name, value in changed.items() if name in OF_EVIDENCE}
        known = {name: value for name, value in changed.items() if name not in OF_EVIDENCE}

        def change() -> None:
            with session.library.batch(_("change of a source")):
                if stand:
                    session.update_evidence(evidence.id, **stand)
                if known:
                    session.update_source(evidence.source.id, **known)

        return change

    def changed(self) -> Values:
        changed = super().changed()
        # Nothing to add until there is something to find it by.
        new = self.evidence is None
        if new and not any(changed.get(name) for name in ("url", "title", "quote", "publisher")):
            return {}
        return changed

    def commit(self) -> bool:
        adding = self.evidence is None and bool(self.changed())
        saved = super().commit()
        if saved and adding:
            self.closed.emit()  # it is a source now, and no longer a new one
        return saved

    def complain(self, sentence: str) -> None:
        # What is wrong with the link stands right under it already.
        super().complain("" if sentence == self._link.hint() else sentence)

    def enter(self, name: str = "") -> None:
        self._link.edit.setFocus(Qt.FocusReason.OtherFocusReason)
