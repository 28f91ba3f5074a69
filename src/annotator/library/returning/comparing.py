"""What is different in a copy, mark by mark."""

from collections.abc import Iterator, Sequence
from typing import Any

from annotator.i18n import _
from annotator.library import embedded
from annotator.library.edits import Place
from annotator.library.returning import changes as kinds
from annotator.library.returning.answers import Answers
from annotator.library.returning.changes import ReturnedChange
from annotator.library.returning.composed import Composed
from annotator.library.returning.finding import OVER_TEXT, FileMark
from annotator.library.returning.grounds import Ground
from annotator.library.returning.history import Since
from annotator.library.returning.notes import Notes, Told
from annotator.library.returning.pairing import Pair
from annotator.library.returning.places import Places
from annotator.library.session import ArticleSession
from annotator.model import Annotation
from annotator.model.locators import cited_page, page_label
from annotator.store.clock import utc_now

_COLOURED = frozenset({*OVER_TEXT, "square"})
_ALIKE = 3
"""What viewers round away of a colour's parts, of 255."""


class Comparing:
    """Compares a copy's marks with those of an open article."""

    def __init__(self, session: ArticleSession, ground: Ground, since: Since) -> None:
        self._session, self._ground, self._since = session, ground, since
        self._places = Places(session, ground, since)
        self._answers = Answers(session, since)

    def changes(self, pair: Pair) -> Iterator[ReturnedChange]:
        """What is different about a mark."""
        if pair.ours is None:
            yield self._new(pair.mark, pair.id)
            return
        mark, ours = pair.mark, pair.ours
        if told := self._note(mark, ours):
            changed = told.base.strip() != ours.note.strip()
            yield self._change(
                kinds.NOTE, mark, ours, ours.note, told.note, changed, fields={"note": told.note}
            )
        if colour := self._colour(mark, ours):
            changed = len(set(self._since.of("annotations", ours.id, "colour"))) > 1
            yield self._change(
                kinds.COLOUR, mark, ours, ours.colour, colour, changed, fields={"colour": colour}
            )
        if moved := self._places.moved(mark, ours):
            yield self._change(
                kinds.MOVED, mark, ours, ours.quote, moved.place.selectors.exact,
                moved.changed_here, place=moved.place,
            )  # fmt: skip
        answers = list(self._answers.new(mark, ours))
        for answer in answers:
            yield self._change(
                answer.kind, mark, ours, answer.before, answer.reply.contents, answer.changed_here,
                row=answer.row, replies=((answer.row, answer.reply),),
                author=answer.reply.author, date=answer.reply.created,
            )  # fmt: skip
        if (ours.comments or answers) and self._is_resolved(mark, ours):
            yield ReturnedChange(kinds.RESOLVED, ours.id, **self._known(ours))

    def deleted(self, ours: Annotation) -> ReturnedChange:
        """A mark that the copy does not have any more."""
        return ReturnedChange(kinds.DELETED, ours.id, before=ours.note, **self._known(ours))

    def _change(
        self, kind: str, mark: FileMark, ours: Annotation, before: str, after: str,
        changed_here: bool, **more: Any,
    ) -> ReturnedChange:  # fmt: skip
        said = mark.first.author
        who = {"author": said if said != ours.author_name else "", "date": mark.modified}
        return ReturnedChange(
            kind, ours.id, before=before, after=after, changed_here=changed_here,
            **{**who, **self._known(ours), **more},
        )  # fmt: skip

    def _known(self, ours: Annotation) -> dict[str, Any]:
        session = self._session
        return {
            "article": session.id, "quote": ours.quote, "colour": ours.colour,
            "locator": session.locator(ours.id), "number": session.number(ours.id),
            "start": session.place_of(ours.id),
        }  # fmt: skip

    # Notes and colours

    def _note(self, mark: FileMark, ours: Annotation) -> Told | None:
        if self._told(mark, ours, [ours.note]) is None:  # most are as they were
            return None
        past = self._since.of("annotations", ours.id, "note")
        told = self._told(mark, ours, past)
        # What was taken in from among tags and claims reads otherwise here, in the same words.
        taken = told is not None and told.note.split() in [note.split() for note in past if note]
        return None if taken else told

    def _told(self, mark: FileMark, ours: Annotation, past: Sequence[str]) -> Told | None:
        """What one of its parts says that was not said here."""
        earlier = Composed(self._since, ours)
        numbered = bool(self._session.article.pages)  # what is set from a text is not
        notes = Notes(ours, past, earlier.texts, numbered, self._session.number(ours.id))
        for part in mark.parts:
            told = notes.told(part.contents)
            if told is not None and part.style == "strike":
                told = notes.told(embedded.note_of(part))
            if told is not None:
                return told
        return None

    def _colour(self, mark: FileMark, ours: Annotation) -> str:
        """Another colour that the copy has it in, "" for none."""
        shown = next((part.colour for part in mark.parts if part.colour), "")
        if mark.first.style not in _COLOURED or not shown or ours.kind == "page":
            return ""
        colour = _named(shown)
        if colour == ours.colour or (ours.claims and _is_tone(shown)):
            return ""
        return "" if colour in self._since.of("annotations", ours.id, "colour") else colour

    def _is_resolved(self, mark: FileMark, ours: Annotation) -> bool:
        """Whether the copy says that the thread is done, and it never was here since."""
        if not any(part.resolved for part in mark.parts):
            return False
        states = (self._since.of("comments", one.id, "resolved") for one in ours.comments)
        return not any(map(any, states))

    # New marks

    def _new(self, mark: FileMark, id: str) -> ReturnedChange:
        first, place = mark.first, self._ground.place(mark)
        note = embedded.note_of(first) if place else self._without_place(mark)
        created = first.created or first.modified or utc_now()
        colour = embedded.colour_of(first.colour)
        fields = {
            "kind": _kind(place), "colour": colour, "note": note, "origin": "returned",
            "style": embedded.style_of(first),
            "created": created, "modified": first.modified or created,
        }  # fmt: skip
        start = place.selectors.start if place and place.selectors.start >= 0 else None
        return ReturnedChange(
            kinds.NEW, id, self._session.id, first.author, first.modified or first.created,
            after=note, quote=place.selectors.exact if place else "", colour=colour, start=start,
            locator=self._locator(place), row=id, fields=fields, place=place,
            resolved=any(part.resolved for part in mark.parts),
            replies=tuple((self._answers.row(id, reply), reply) for reply in mark.replies),
        )  # fmt: skip

    def _without_place(self, mark: FileMark) -> str:
        """A note on the whole article, which says what was marked."""
        words = self._ground.words(mark).exact if mark.is_on_words else ""
        said = embedded.note_of(mark.first)
        parts = [f"> {' '.join(words.split())}" if words.strip() else "", said]
        if not any(parts):
            page = mark.first.page + 1
            return _("Something on page {page} of the copy was marked.").format(page=page)
        return "\n\n".join(filter(None, parts))

    def _locator(self, place: Place | None) -> str:
        if place is None or place.selectors.start < 0:
            return ""
        pages = self._session.article.pages
        if pages:
            return cited_page(page_label(pages, place.page))
        return self._session.locator_at(place.selectors.start)


def _kind(place: Place | None) -> str:
    if place is None:
        return "page"
    return "highlight" if place.selectors.exact else "area"


def _named(colour: str) -> str:
    """Our name of a colour, also of one that we draw lines in."""
    from annotator.exporting.pdf.sheet import LOOKS

    lines = (name for name, look in LOOKS.items() if _is_same(colour, look.line))
    return next(lines, "") or embedded.colour_of(colour)


def _is_tone(colour: str) -> bool:
    """Whether it is a verdict's, in which the lines of claims are drawn."""
    from annotator.exporting.pdf.sheet import TONES

    return any(_is_same(colour, tone) for tone in TONES.values())


def _is_same(one: str, other: str) -> bool:
    return all(
        abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _ALIKE for at in (1, 3, 5)
    )
