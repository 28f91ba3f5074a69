"""What somebody else did to a copy that was handed out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.i18n import _, ngettext
from annotator.library.edits import Place
from annotator.model import EmbeddedReply

NEW, NOTE, COLOUR, REPLY, MOVED, DELETED = "new", "note", "colour", "reply", "moved", "deleted"
"""A mark, or a note on the whole article, that is not here; another note; another colour; an
answer; another place; a mark that is not in the copy any more."""
ANSWER = "answer"
"""An answer that is here, in other words."""
RESOLVED = "resolved"
"""A thread that is said to be done."""


@dataclass(frozen=True, slots=True)
class ReturnedChange:
    """One thing to take in or not.

    ``annotation`` is the mark's id, also of one that is yet to be made; all changes of one mark
    stand together. ``author`` and ``date`` (UTC, ISO 8601) are what the copy says, "" where it does
    not. ``before`` is what is here now, ``after`` what the copy has: notes, names of colours, words
    of a passage. ``quote`` is the passage (as it would be), ``locator`` how it is cited,
    ``number`` that of a mark that is here. ``resolved``: the thread of a new mark is done.
    ``changed_here``: it was changed here as well since the
    copy was made, and taking the change in takes that back.
    """

    kind: str
    annotation: str
    article: str
    author: str = ""
    date: str = ""
    before: str = ""
    after: str = ""
    quote: str = ""
    locator: str = ""
    number: int | None = None
    colour: str = "yellow"
    start: int | None = None
    changed_here: bool = False
    resolved: bool = False
    row: str = field(default="", repr=False)
    # a mark without a date gets that of the look: no difference between two looks
    fields: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    place: Place | None = field(default=None, repr=False)
    replies: tuple[tuple[str, EmbeddedReply], ...] = field(default=(), repr=False)

    @property
    def suggested(self) -> bool:
        """Whether there is nothing to think about before it is taken in."""
        return self.kind != DELETED and not self.changed_here


@dataclass(frozen=True, slots=True)
class ReturnedCopy:
    """A PDF with marks that went out from this library and came back. ``article`` is the id of the
    article (the first of those in a joined file), ``changes`` what is different in it, mark by mark
    in the order of the text; none where nobody changed anything. ``ignored`` are those that were
    ignored before."""

    article: str
    title: str
    changes: tuple[ReturnedChange, ...] = ()
    ignored: tuple[ReturnedChange, ...] = ()

    @property
    def additions(self) -> tuple[ReturnedChange, ...]:
        """All but deletions."""
        return tuple(change for change in self.changes if change.kind != DELETED)

    @property
    def summary(self) -> str:
        """“A returned copy of “…”: 3 changes”."""
        if not self.changes and self.ignored:
            count = len(self.ignored)
            return ngettext(
                "A returned copy of “{title}”: nothing new in it, {count} change was ignored",
                "A returned copy of “{title}”: nothing new in it, {count} changes were ignored",
                count,
            ).format(title=self.title, count=count)
        if not self.changes:
            return _("A returned copy of “{title}”: nothing is different in it").format(
                title=self.title
            )
        count = len(self.changes)
        return ngettext(
            "A returned copy of “{title}”: {count} change",
            "A returned copy of “{title}”: {count} changes",
            count,
        ).format(title=self.title, count=count)


def in_order(changes: Iterable[ReturnedChange]) -> tuple[ReturnedChange, ...]:
    """By place; what belongs to the whole article first, what belongs together side by side."""
    found = list(changes)
    first: dict[str, tuple[bool, int]] = {}
    for change in found:
        place = change.start if change.start is not None else -1
        first.setdefault(change.annotation, (place >= 0, place))
    return tuple(sorted(found, key=lambda change: (*first[change.annotation], change.annotation)))
