"""Tags, collections, people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag's path: levels joined by ``/``, as in ``economy/inflation``."""

    id: str
    path: str
    colour: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """A named set of articles; an article can be in several."""

    id: str
    name: str
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who annotates."""

    id: str
    name: str
