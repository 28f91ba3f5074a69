"""What people say about an annotation or a claim."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comment:
    """A turn of a thread. ``author`` is a person's id, ``author_name`` what to show; times are UTC
    ISO 8601 with ``Z``. A thread is resolved when its comments are."""

    id: str
    text: str
    author: str = ""
    author_name: str = ""
    created: str = ""
    modified: str = ""
    resolved: bool = False
