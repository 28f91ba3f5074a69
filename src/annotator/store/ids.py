"""Identifiers: random, except for what two people make alike on their own."""

from uuid import NAMESPACE_URL, uuid4, uuid5


def new_id() -> str:
    """A random id (UUID, version 4)."""
    return str(uuid4())


def shared_id(kind: str, *parts: str | int) -> str:
    """The id that anyone gives to the same thing: ``uuid5`` of its kind and what makes it up."""
    return str(uuid5(NAMESPACE_URL, ":".join(["annotator", kind, *map(str, parts)])))
