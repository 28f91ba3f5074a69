"""Who may be asked to check a claim or to look a check over."""

from typing import Any

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library.embedded import person_of
from annotator.model import Person
from annotator.store import Store, rows
from annotator.store.lists import people
from annotator.store.operations import Batch


def known(store: Store) -> list[Person]:
    """Everybody with a name who wrote or was named in the library, and whoever writes now."""
    found = {person.id: person for person in people(store.connection)}
    me = store.identity
    if me.name:
        found[me.person] = Person(me.person, me.name)
    return sorted(found.values(), key=lambda person: person.name.casefold())


def find(store: Store, who: str) -> str:
    """The id of the person that ``who`` names: an id, or a name without regard to case; "" where
    nobody is called so."""
    if who == store.identity.person or rows.read(store.connection, "people", who):
        return who
    name = " ".join(who.split()).casefold()
    return next((person.id for person in known(store) if person.name.casefold() == name), "")


def found_or_made(store: Store, batch: Batch, who: str) -> str | None:
    """The id of a person, new where nobody is called so; None for nobody."""
    name = " ".join(who.split())
    if not name:
        return None
    return find(store, name) or person_of(store, batch, name)


def ids(store: Store, batch: Batch, fields: dict[str, Any]) -> dict[str, str | None]:
    """Those among the fields of a claim that name people, as ids."""
    return {
        role: found_or_made(store, batch, fields[role] or "")
        for role in ("assignee", "reviewer")
        if role in fields
    }


def add(store: Store, name: str) -> Person:
    """A person by name; the same one where somebody is called so already."""
    name = " ".join(name.split())
    if not name:
        raise InvalidValue(_("A person needs a name."))
    with store.write(_("person")) as batch:
        id = found_or_made(store, batch, name)
    return next(person for person in known(store) if person.id == id)
