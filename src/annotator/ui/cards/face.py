"""What stands on a card, from top to bottom."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.model import Annotation, Evidence
from annotator.ui.cards import threads, wording
from annotator.ui.cards.claim_face import ClaimFace, chip_of
from annotator.ui.cards.head_part import HeadPart
from annotator.ui.cards.line_part import LinePart
from annotator.ui.cards.links_part import LinksPart
from annotator.ui.cards.note_part import NotePart
from annotator.ui.cards.parts import TextPart, Verb
from annotator.ui.cards.picture_part import PicturePart
from annotator.ui.cards.questions import PACK, is_answered, is_question
from annotator.ui.cards.source_face import SourceFace
from annotator.ui.cards.text import Run
from annotator.ui.cards.thread_face import ThreadFace
from annotator.ui.cards.views import CardView, Form
from annotator.ui.kit import is_rtl

if TYPE_CHECKING:
    from annotator.ui.cards.card import Card

QUOTE_LINES, OPEN_QUOTE_LINES = 4, 12
_ORIGIN_ICONS = {PACK: ("circle-help", "accent")}


class Face:
    """Fills one card's pieces from its view and stacks them."""

    def __init__(self, card: "Card", view: CardView, editor: QWidget | None) -> None:
        self._card, self._view, self._editor = card, view, editor
        self.threads = ThreadFace(card, view, self.add_editor)
        self._head: HeadPart | LinePart | None = None

    def build(self) -> HeadPart | LinePart | None:
        """Stack the pieces; the one with the number on it."""
        view = self._view
        if view.form == Form.LINE:
            self._build_line(view)
        elif view.annotation.claims or view.editing.startswith("claim"):
            self._head = ClaimFace(self._card, view, self).build()
        else:
            self._build_mark(view)
        return self._head

    def _build_line(self, view: CardView) -> None:
        annotation = view.annotation
        quote = " ".join(annotation.quote.split())
        claim = annotation.claims[0] if annotation.claims else None
        place = wording.area_text(view) if annotation.kind == "area" else ""
        text = (claim.statement if claim else "") or quote or place
        text = text or wording.plain(annotation.note)
        icons = [("sticky-note", "secondary")] if annotation.note and (quote or place) else []
        icons += [_ORIGIN_ICONS.get(annotation.origin, ("download", "secondary"))] * bool(
            annotation.origin
        )
        if not view.placed:
            icons.append(("triangle-alert", wording.trouble_text(view)[1]))
        line = self._card.take(LinePart).fill(
            annotation.id, text, number=view.number, private=annotation.private,
            colour=annotation.colour if quote or place else "",
            verdict=chip_of(claim) if claim else None, tags=annotation.tags, icons=icons,
            rtl=view.rtl if quote and not claim else is_rtl(text),
            comments=threads.open_count(annotation),
        )  # fmt: skip
        self._head = line
        self._card.add(line)

    def _build_mark(self, view: CardView) -> None:
        annotation, open_ = view.annotation, view.form == Form.OPEN
        noting = view.editing == "note"
        self._head = self._card.take(HeadPart).fill(
            annotation.id, number=view.number, private=annotation.private,
            page=annotation.kind == "page", open=open_,
            tags=() if noting else annotation.tags, trouble=wording.trouble_text(view),
            right=wording.place_text(view),
            menu=(Verb.MENU, annotation.id) if open_ and not noting else None,
            hint=(_("Markdown") + " ·", "Ctrl+Return", _("done")) if noting else None,
            edits=(Verb.PREVIEW, annotation.id) if noting else None,
        )  # fmt: skip
        self._card.add(self._head)
        self.add_quote(view)
        self.add_candidates(view)
        asks = is_question(annotation)
        if asks:
            self.add_origin(annotation)
        self.add_note(view, gap=4 if asks else 7)
        if not asks:
            self.add_origin(annotation)
        self.add_sources(view, annotation.sources, of_claim=False)
        self.add_editor("source:" + annotation.id, gap=8)
        self.threads.add(annotation)
        if open_ and not view.editing:
            self._add_links(view)

    def add_origin(self, annotation: Annotation) -> None:
        """Where the mark came from, if it was not made here."""
        words = wording.origin_text(annotation)
        if words:
            asks = is_question(annotation)
            run = Run(words, "small_strong" if asks else "small", "accent" if asks else "secondary")
            self._card.add(self._card.take(TextPart).fill([run]), 4)

    def add_quote(self, view: CardView, gap: float = 5) -> None:
        """The passage, or the picture of the area."""
        annotation, open_ = view.annotation, view.form == Form.OPEN
        if annotation.kind == "area":
            picture = self._card.take(PicturePart)
            words = wording.area_text(view)
            self._card.add(picture.fill(self._card.pictures, annotation, words, open=open_), gap)
        if view.shows_quote:
            runs = [Run(annotation.quote, "serif")]
            most = OPEN_QUOTE_LINES if open_ else QUOTE_LINES
            self._card.add(
                self._card.take(TextPart).fill(
                    runs, colour=annotation.colour, most=most, rtl=view.rtl
                ),
                gap,
            )

    def add_candidates(self, view: CardView) -> None:
        """The places that fit an ambiguous passage."""
        if view.candidates:
            words = "   ".join(
                f"{wording.unbroken(place)} · {round(score * 100)}"
                for place, score in view.candidates
            )
            self._card.add(self._card.take(TextPart).fill([Run(words, "small", "secondary")]), 7)

    def add_note(self, view: CardView, gap: float) -> None:
        """The note, or its editor."""
        annotation = view.annotation
        if view.editing == "note":
            self.add_editor("note", gap)
        elif annotation.note:
            open_ = view.form == Form.OPEN
            # A question is somebody else's; a click on it answers.
            verb = Verb.COMMENT if is_question(annotation) else Verb.NOTE
            note = self._card.take(NotePart).fill(annotation.note, verb, annotation.id, open=open_)
            self._card.add(note, gap)
            if open_ and view.unfolded and view.unfolded in annotation.note:
                SourceFace(self._card, view, self).add_address(view.unfolded, view.unfolded)

    def add_editor(self, name: str, gap: float) -> None:
        """The open editor, if it is the one of that name."""
        if self._view.editing == name and self._editor is not None:
            self._editor.setParent(self._card)
            self._editor.show()
            self._card.add(self._editor, gap)

    def _add_links(self, view: CardView) -> None:
        annotation = view.annotation
        links = [(_("+ Note"), Verb.NOTE, annotation.id)] if not annotation.note else []
        links += [(_("+ Tags"), Verb.TAGS, annotation.id)] if not annotation.tags else []
        links += [(_("+ Add source"), Verb.SOURCE, annotation.id)]
        if annotation.kind != "page":
            links += [(_("+ Claim"), Verb.CLAIM, annotation.id)]
        if is_question(annotation) and not is_answered(annotation):
            links.insert(0, (_("Answer"), Verb.COMMENT, annotation.id))
        elif not annotation.comments:
            links += [(_("+ Comment"), Verb.COMMENT, annotation.id)]
        self._card.add(self._card.take(LinksPart).fill(links, reachable=True), 8)

    def add_sources(
        self, view: CardView, sources: Sequence[Evidence], *, of_claim: bool
    ) -> None:  # fmt: skip
        """What is brought to the mark or a claim; on a card that is not open, how much."""
        open_ = view.form == Form.OPEN
        if sources and not open_ and not of_claim:
            words = wording.sources_text(len(sources))
            self._card.add(self._card.take(TextPart).fill([Run(words, "small", "secondary")]), 6)
        if open_ and sources:
            SourceFace(self._card, view, self).add(sources, of_claim=of_claim)
