"""Evidence being brought to a claim or a mark, or looked over."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.errors import InvalidValue, NotFound, UnreadableFile
from annotator.i18n import _
from annotator.library import Library
from annotator.model import Annotation, Evidence, Source
from annotator.ui.cards.editor import Values
from annotator.ui.cards.saving import Saver, Write
from annotator.ui.controllers.files import dropped_files
from annotator.ui.evidence import values as known_values
from annotator.ui.evidence.completion import SourceCompletion
from annotator.ui.evidence.file_row import Ask, FileRow, ask_for_file
from annotator.ui.evidence.form import EvidenceForm
from annotator.ui.evidence.origins import suggested
from annotator.ui.kit import LinkButton, OutlineButton
from annotator.ui.kit.completing import complete
from annotator.ui.theme import Theme

Find = Callable[[str], tuple[Annotation | None, Evidence, bool] | None]


class SourceEditor(EvidenceForm):
    """Link, stance, quote and title of an entry; all else where it is asked for.
    ``beside_wanted``: the source is a passage of another article.

    A new source is written when it is added or its card is left, one that is there already like
    any other field: when typing rests.
    """

    beside_wanted = Signal()

    def __init__(
        self, theme: Theme, saver: Saver, session: Any, target: str,
        evidence: Evidence | None = None, *, of_claim: bool, find: Find, ask: Ask = ask_for_file,
    ) -> None:  # fmt: skip
        """``session`` has a ``library``; ``find`` is the deck's way to find evidence by its id as
        it is now; ``ask`` lets the user choose a file."""
        self._library: Library = session.library
        self.target, self.evidence, self._find, self._of_claim = target, evidence, find, of_claim
        self._known: Source | None = None
        super().__init__(theme, saver)
        self.separable = evidence is not None
        self.file = FileRow(theme, ask) if evidence is None else None
        self._toggle = LinkButton(theme, _("More"))
        self._toggle.clicked.connect(lambda: self.show_more(not self._more))
        self._suggest = LinkButton(theme, "")
        self._suggest.clicked.connect(self._take_origin)
        self.add_fields(of_claim=of_claim, file=self.file, more=self._foot_of_short_form())
        self._add_foot()
        self.end_rows()
        self._complete()
        if self.file is not None:
            self.setAcceptDrops(True)
            self.file.changed.connect(self.arrange)
        self.show_more(self._begins_whole())

    def _foot_of_short_form(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, self.theme.px(4), 0, 0)
        row.addWidget(self._toggle)
        row.addStretch(1)
        self.watch(self._toggle)
        return line

    def suggestion(self) -> QWidget:
        self.watch(self._suggest)
        return self._suggest

    def _begins_whole(self) -> bool:
        """Where nearly all is known only in the fields that are folded."""
        entry = self.evidence
        return entry is not None and not (entry.source.url or entry.quote or entry.type)

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

    # More, origins, earlier sources

    def show_more(self, more: bool) -> None:
        super().show_more(more)
        self._toggle.setText(_("Less") if more else _("More"))
        for before, after in zip(self.stops(), self.stops()[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _complete(self) -> None:
        ledger = self._library.ledger
        complete(self.origin, ledger.origin_names())
        if self.evidence is None:
            self.completions = [
                SourceCompletion(field, ledger.complete) for field in (self.link.edit, self.title)
            ]
            for completion in self.completions:
                completion.chosen.connect(self.take_source)

    def take_source(self, source: Source) -> None:
        """It is one that is known: fill in what is known of it."""
        self._known = source
        for name in known_values.OF_SOURCE:
            value = getattr(source, name)
            if value or name == "accessed":
                self._fields[name].set(value or known_values.fresh()["accessed"])
        self.show_beginnings()
        self.arrange()

    def origin_is_suggested(self) -> bool:
        name = ""
        if not self.origin.text().strip():
            name = suggested(self._library.ledger, self._now(), self._beside())
        self._suggest.setText(_("Same origin as “{name}”?").format(name=name))
        self._suggest.setProperty("origin", name)
        return bool(name)

    def _take_origin(self) -> None:
        self.origin.setText(self._suggest.property("origin"))
        self.origin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.arrange()
        self._typed()

    def _beside(self) -> tuple[Evidence, ...]:
        """What else was brought to the claim; an entry that is there does not know its claim."""
        if not self._of_claim or self.evidence is not None:
            return ()
        try:
            return self._library.claims.get(self.target).evidence
        except NotFound:
            return ()

    def _now(self) -> Values:
        return {name: field.get() for name, field in self._fields.items()}

    def offer_passages(self) -> None:
        """Another article can be opened beside."""
        if self.file is not None:
            self.file.offer_passages()
            self.file.passage_wanted.connect(self._look_beside)

    def _look_beside(self) -> None:
        """What was not begun is put away; what was typed stays."""
        if not self.changed():
            self.closed.emit()
        self.beside_wanted.emit()

    # Files

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() in kinds and self._dropped(event):
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        return (event.type() in kinds and self._dropped(event)) or super().event(event)

    def _dropped(self, event: Any) -> bool:
        """One file dropped anywhere on the editor is the source; its name is no text."""
        paths = dropped_files(event.mimeData().urls()) if event.mimeData() else []
        if self.file is None or len(paths) != 1:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.file.set_path(paths[0])
        return True

    # Saving

    def _typed(self) -> None:
        if self.evidence is not None:
            super()._typed()

    def _left(self) -> None:
        if self.evidence is not None:
            super()._left()

    def _chosen_one(self) -> None:
        if self.evidence is not None:
            self.commit()

    def escape(self) -> None:
        if self.evidence is None:
            self._cancel()  # as the link says
        else:
            super().escape()

    def _cancel(self) -> None:
        self._stored |= self.changed()  # given up on purpose
        if self.file is not None:
            self.file.path = None
        evidence, ledger = self.evidence, self._library.ledger
        if evidence is None or self._saver.save(lambda: ledger.remove(evidence.id)):
            self.closed.emit()

    def load(self) -> Values:
        if self.evidence is None:
            values = known_values.fresh()
        else:
            found = self._find(self.evidence.id)
            self.evidence = found[1] if found else self.evidence
            values = known_values.of_entry(self.evidence)
        return {name: value for name, value in values.items() if name in self._fields}

    def refresh(self) -> None:
        super().refresh()
        self.arrange()

    def write(self, changed: Values) -> Write:
        if self.evidence is None:
            return self._attach()
        ledger, id = self._library.ledger, self.evidence.id
        return lambda: ledger.update(id, **changed)

    def _attach(self) -> Write:
        ledger, target, file = self._library.ledger, self.target, self.file
        path, keep = (file.path, file.keep.isChecked()) if file else (None, False)
        now, known = self._now(), self._still_known()
        said = known_values.to_add(now, known, file=path is not None)

        def attach() -> None:
            try:
                ledger.add(
                    target, file=path, store_file=keep, source=known.id if known else "", **said
                )
            except UnreadableFile as error:
                raise InvalidValue(str(error)) from error

        return attach

    def _still_known(self) -> Source | None:
        """The source that was taken, unless another link or file was given since."""
        known = self._known
        other = self.file is not None and self.file.path is not None
        return known if known and not other and known.url == self.link.text() else None

    def changed(self) -> Values:
        changed = super().changed()
        path = self.file.path if self.evidence is None and self.file is not None else None
        if path is not None:
            changed["file"] = str(path)
        # Nothing to add until there is something to find it by.
        if self.evidence is None and not any(map(changed.get, known_values.ENOUGH)):
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
        super().complain("" if sentence == self.link.hint() else sentence)

    def enter(self, name: str = "") -> None:
        self.link.edit.setFocus(Qt.FocusReason.OtherFocusReason)
