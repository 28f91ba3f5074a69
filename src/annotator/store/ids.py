"""Identifiers: random, except for what two people make alike on their own.

The modules behind them are loaded when an id is made: with them comes OpenSSL, and a start makes
none.
"""


def new_id() -> str:
    """A random id (UUID, version 4)."""
    from uuid import uuid4

    return str(uuid4())


def shared_id(kind: str, *parts: str | int) -> str:
    """The id that anyone gives to the same thing: ``uuid5`` of its kind and what makes it up."""
    from uuid import NAMESPACE_URL, uuid5

    return str(uuid5(NAMESPACE_URL, ":".join(["annotator", kind, *map(str, parts)])))


def digest(data: bytes) -> str:
    """What content is known by: its SHA-256 in hexadecimal."""
    from hashlib import sha256

    return sha256(data).hexdigest()
