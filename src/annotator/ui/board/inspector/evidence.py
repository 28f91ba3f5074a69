"""The ledger: what is said for and against the claim."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.i18n import _, ngettext
from annotator.library import Library
from annotator.model import Evidence
from annotator.ui.board.inspector.pieces import Held, heading
from annotator.ui.board.inspector.section import Section
from annotator.ui.board.inspector.view import ClaimDesk, ClaimView
from annotator.ui.cards import wording
from annotator.ui.cards.links_part import LinksPart
from annotator.ui.cards.parts import Link, Verb
from annotator.ui.cards.source_part import SourcePart
from annotator.ui.cards.text import Run, soft
from annotator.ui.kit import Label

if TYPE_CHECKING:
    from annotator.checking.quotes import QuoteCheck


class EvidenceSection(Section):
    """A press on an entry unfolds what can be done with it. ``place_wanted``: article, annotation,
    offset; ``said``: a passing word; ``link_wanted``: an address to open."""

    place_wanted = Signal(str, str, object)
    said = Signal(str)
    link_wanted = Signal(str)
    library: Library
    unfolded = ""

    def title(self) -> QWidget:
        return heading(self.theme, _("Evidence"))

    def key(self, view: ClaimView) -> object:
        return view.claim.evidence, view.checks, self.unfolded

    def build(self, view: ClaimView) -> None:
        self.put(heading(self.theme, _("Evidence"), meter(view), _("Add…"), self.begin))
        if not view.claim.evidence:
            self.put(Label(self.theme, _("No source yet."), "small", "middling"), 4)
        for entry in view.claim.evidence:
            open_ = entry.id == self.unfolded
            part = Entry(self.theme, self._act, None)
            held = Held(part)
            part.fill(entry, of_claim=True, open=True, ruled=True, unfolded=open_)
            part.add_detail(evidence_detail(entry, view.checks.get(entry.id)), unfolded=open_)
            self.put(held)
            if open_:
                self.put(Held(self._links(view, entry)), 2)

    def _links(self, view: ClaimView, entry: Evidence) -> LinksPart:
        links: list[Link] = [(_("Edit…"), Verb.EDIT_SOURCE, entry.id)]
        if entry.id in view.leads:
            links.append((_("Go there"), Verb.FOLLOW, entry.id))
        if entry.source.url:
            links += [
                (_("Open link…"), Verb.OPEN, entry.id), (_("Copy link"), Verb.COPY_LINK, entry.id),
            ]  # fmt: skip
        part = LinksPart(self.theme, self._act, None)
        part.setObjectName("links")
        return part.fill(
            links, [(_("Remove"), Verb.REMOVE_SOURCE, entry.id)], reachable=True, indent=22
        )

    # Doing

    def _act(self, verb: Verb, id: str) -> None:
        entry = next((e for e in self.view.claim.evidence if e.id == id), None)
        if entry is None:
            return
        match verb:
            case Verb.UNFOLD:
                self.unfolded = "" if self.unfolded == id else id
                self.rebuild()
            case Verb.EDIT_SOURCE:
                self.begin(entry)
            case Verb.FOLLOW:
                self._go(id)
            case Verb.OPEN:
                self.link_wanted.emit(entry.source.url)
            case Verb.COPY_LINK:
                QGuiApplication.clipboard().setText(entry.source.url)
                self.said.emit(_("Link copied."))
            case Verb.REMOVE_SOURCE:
                self._saver.save(lambda: self.library.ledger.remove(id))

    def _go(self, id: str) -> None:
        where = self.library.ledger.where(id)
        if where is not None:
            self.place_wanted.emit(where.article, where.annotation, where.start)

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
    """A row of the ledger that also says where in the source, and whether its words were found."""

    def add_detail(self, detail: str, *, unfolded: bool) -> None:
        """The second line."""
        self._detail.set([Run(soft(detail), "small", "secondary")], 0 if unfolded else 2)
        if self._evidence is not None and self._evidence.private:
            self._type = _("private")


def meter(view: ClaimView) -> str:
    """``4 entries, 2 origins``."""
    entries, origins = len(view.claim.evidence), view.claim.origins
    if not entries:
        return ""
    first = ngettext("{n} entry", "{n} entries", entries).format(n=entries)
    second = ngettext("{n} origin", "{n} origins", origins).format(n=origins)
    return f"{first}, {second}"


def evidence_detail(entry: Evidence, check: "QuoteCheck | None") -> str:
    """Where and in which words, what came of asking, whether the words were found."""
    quote = f"“{entry.quote}”" if entry.quote else ""
    source = entry.source
    place = wording.host(source.url) if source.title and source.url else ""
    return wording.joined(
        entry.locator, place, source.publisher, wording.date_text(source.published), quote,
        check_text(check) if entry.quote else "", *_asking(entry),
        _("same origin: {name}").format(name=entry.origin) if entry.origin else "",
    )  # fmt: skip


def _asking(entry: Evidence) -> list[str]:
    if entry.type == "search":
        found = _("nothing found") if entry.outcome else ""
        return [entry.place, entry.query, wording.date_text(entry.asked), found]
    if entry.type != "request":
        return []
    asked = _("asked {date}").format(date=wording.date_text(entry.asked)) if entry.asked else ""
    if entry.answered:
        said = _("answered {date}").format(date=wording.date_text(entry.answered))
    elif entry.deadline:
        said = _("no answer by {date}").format(date=wording.date_text(entry.deadline))
    else:
        said = _("no answer yet")
    return [asked, said]


def check_text(check: "QuoteCheck | None") -> str:
    """Whether quoted words stand in their source, in words; "" where nobody can say."""
    if check is None:
        return ""
    named = {"exact": _("words found"), "differs": _("words differ")}
    return named.get(check.state, _("words not found"))
