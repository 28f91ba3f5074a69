"""The ledger: what is said for and against the claim."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from annotator.i18n import _
from annotator.library import Library
from annotator.model import Evidence
from annotator.ui.board.inspector.pieces import Held, heading
from annotator.ui.board.inspector.section import Section
from annotator.ui.board.inspector.view import ClaimDesk, ClaimView
from annotator.ui.cards.links_part import LinksPart
from annotator.ui.cards.parts import Link, Verb
from annotator.ui.cards.source_part import SourcePart
from annotator.ui.evidence.compared_part import ComparedPart
from annotator.ui.evidence.facts import NOTHING, EntryFacts
from annotator.ui.evidence.lines import meter
from annotator.ui.kit import Label

INDENT = 22


class EvidenceSection(Section):
    """A press on an entry unfolds what can be done with it. ``place_wanted``: article, annotation,
    (start, end) or None; ``beside_wanted``: the same, next to the claim's article; ``said``: a
    passing word; ``link_wanted``: an address to open."""

    place_wanted = Signal(str, str, object)
    said = Signal(str)
    link_wanted = Signal(str)
    library: Library
    beside_wanted = Signal(str, str, object)
    unfolded = ""
    _rows: "list[Entry]"
    _links_of: dict[str, LinksPart]

    def title(self) -> QWidget:
        return heading(self.theme, _("Evidence"))

    def key(self, view: ClaimView) -> object:
        return view.claim.evidence, view.facts, self.unfolded

    def build(self, view: ClaimView) -> None:
        self._rows, self._links_of = [], {}
        self.put(heading(self.theme, _("Evidence"), meter(view.claim), _("Add…"), self.begin))
        if not view.claim.evidence:
            aside = view.claim.status == "set aside"
            said = _("No source needed.") if aside else _("No source yet.")
            self.put(Label(self.theme, said, "small", "secondary" if aside else "middling"), 4)
        for entry in view.claim.evidence:
            open_ = entry.id == self.unfolded
            part, facts = Entry(self.theme, self._act, None), view.facts.get(entry.id, NOTHING)
            part.menu_wanted.connect(self._show_menu)
            self._rows.append(part)
            held = Held(part)
            part.fill(entry, of_claim=True, open=True, ruled=True, unfolded=open_, facts=facts)
            self.put(held)
            if open_:
                self._unfold(entry, facts)

    def _unfold(self, entry: Evidence, facts: EntryFacts) -> None:
        """The words of quote and source side by side, where they differ, and what can be done."""
        if facts.check is not None and facts.differs:
            compared = ComparedPart(self.theme, self._act, None)
            held = Held(compared)
            compared.fill(facts.check, entry.quote, INDENT)
            self.put(held, 4)
        self.put(Held(self._links(entry, facts)), 2)

    def _verbs(self, entry: Evidence, facts: EntryFacts) -> tuple[list[Link], list[Link]]:
        links: list[Link] = [(_("Edit…"), Verb.EDIT_SOURCE, entry.id)]
        if facts.article:
            links += [(_("Go there"), Verb.FOLLOW, entry.id), (_("Beside"), Verb.BESIDE, entry.id)]
        if entry.source.url:
            links += [
                (_("Open link…"), Verb.OPEN, entry.id), (_("Copy link"), Verb.COPY_LINK, entry.id),
            ]  # fmt: skip
        return links, [(_("Remove"), Verb.REMOVE_SOURCE, entry.id)]

    def _links(self, entry: Evidence, facts: EntryFacts) -> LinksPart:
        part = LinksPart(self.theme, self._act, None)
        part.setObjectName("links")
        self._links_of[entry.id] = part
        left, right = self._verbs(entry, facts)
        return part.fill(left, right, reachable=True, indent=INDENT)

    def to_finish(self) -> str:
        new = getattr(self.editor, "evidence", None) is None
        return _("Finish or cancel the evidence first.") if new else super().to_finish()

    # Doing

    def _act(self, verb: Verb, id: str) -> None:
        entry = next((e for e in self.view.claim.evidence if e.id == id), None)
        if entry is None:
            return
        match verb:
            case Verb.UNFOLD:
                self._turn(id)
            case Verb.EDIT_SOURCE:
                self.begin(entry)
            case Verb.FOLLOW:
                self._go(id, self.place_wanted)
            case Verb.BESIDE:
                self._go(id, self.beside_wanted)
            case Verb.OPEN:
                self.link_wanted.emit(entry.source.url)
            case Verb.COPY_LINK:
                QGuiApplication.clipboard().setText(entry.source.url)
                self.said.emit(_("Link copied."))
            case Verb.REMOVE_SOURCE:
                self._saver.save(lambda: self.library.ledger.remove(id))

    def _turn(self, id: str) -> None:
        """Unfold an entry, or fold it. Who came by key goes on at it."""
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self.unfolded = "" if self.unfolded == id else id
        self.rebuild()
        if held:
            self._focus(id)

    def _focus(self, id: str) -> None:
        rows = [row for row in self._rows if row.evidence_id == id]
        stops = [stop for row in rows for stop in self._links_of.get(id, row).stops()]
        for stop in stops[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_menu(self, id: str, at: QPoint) -> None:
        """What can be done with an entry, as a menu."""
        entry = next(e for e in self.view.claim.evidence if e.id == id)
        left, right = self._verbs(entry, self.view.facts.get(id, NOTHING))
        menu = QMenu(self)
        for text, verb, _id in [*left, *right]:
            menu.addAction(text, lambda verb=verb: self._act(verb, id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _go(self, id: str, wanted: SignalInstance) -> None:
        where = self.library.ledger.where(id)
        if where is not None:
            passage = None if where.start is None else (where.start, where.end)
            wanted.emit(where.article, where.annotation, passage)

    def begin(self, entry: Evidence | None = None) -> None:
        """Write an entry, a new one unless told which."""
        from annotator.ui.cards.source_editor import SourceEditor

        if self.view is None:
            return
        desk = ClaimDesk(self.library, self.view)
        target = entry.id if entry else self.view.id
        self.edit(
            partial(
                SourceEditor, self.theme, self._saver, desk, target, entry, of_claim=True,
                find=desk.find_evidence,
            )
        )  # fmt: skip


class Entry(SourcePart):
    """A row of the ledger in the inspector: a button to a screen reader. ``menu_wanted``: the
    entry's id and a place on the screen."""

    menu_wanted = Signal(str, QPoint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.mapToGlobal(self.rect().bottomLeft()) if keyed else event.globalPos()
        self.menu_wanted.emit(self.evidence_id, at)
