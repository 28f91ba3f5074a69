"""Changes of returned copies that somebody looked at and does not want to be asked about again.

They are kept in the library's settings, a key for each: taken back like any edit, and known on
every computer that the library comes to. A change is known by what it says, not by the copy: the
next copy of the same hand brings the old changes along with the new.
"""

import json
from collections.abc import Iterable

from annotator.i18n import _
from annotator.library.returning import changes as kinds
from annotator.library.returning.changes import ReturnedChange
from annotator.store import Store, lists, rows
from annotator.store.ids import digest
from annotator.store.operations import Batch

SETTING = "returned.ignored."
"""What the keys begin with; the article's id is the value."""
Changed = tuple[ReturnedChange, ...]


def command() -> str:
    """What it is called in the undo list."""
    return _("changes of a copy ignored")


def divided(store: Store, changes: Iterable[ReturnedChange]) -> tuple[Changed, Changed]:
    """(those to look at, those that were ignored), in their order."""
    known = lists.settings(store.connection, SETTING)
    both: tuple[list[ReturnedChange], list[ReturnedChange]] = ([], [])
    for change in changes:
        both[bool(known) and key(change) in known].append(change)
    return tuple(both[0]), tuple(both[1])


def ignore(batch: Batch, changes: Iterable[ReturnedChange]) -> None:
    """List these no more."""
    for change in changes:
        batch.ensure("settings", SETTING + key(change), value=change.article)


def list_again(store: Store, batch: Batch, changes: Iterable[ReturnedChange]) -> None:
    """These were taken in after all."""
    for change in changes:
        row = SETTING + key(change)
        if rows.read(store.connection, "settings", row) is not None:
            batch.delete("settings", row)


def key(change: ReturnedChange) -> str:
    """The same for the same change in any copy."""
    said = [change.annotation, change.kind, change.row, " ".join(change.after.split())]
    said += _place(change) + [row for row, _reply in change.replies]
    if change.kind == kinds.NEW:
        said.append(change.colour)
    return digest(json.dumps(said).encode())[:32]


def _place(change: ReturnedChange) -> list[str]:
    """Where it is to stand; of areas in whole points, since viewers write numbers their way."""
    place = change.place
    if place is None:
        return []
    if place.selectors.exact:
        return [f"{place.selectors.start}-{place.selectors.end}"]
    quads = [quad for _page, its in place.quads for quad in its]
    return [str(place.page), *(str(round(number)) for quad in quads for number in quad)]
