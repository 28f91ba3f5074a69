"""Comments as the answers to an annotation of a PDF."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.exporting.pdf.note_text import plain_text
from annotator.model import Annotation, Comment
from annotator.pdf.embedded import RESOLVED, STATE_MODEL

FLAGS = 30
"""Hidden, print, no zoom, no rotation: as Acrobat writes them. A reply is no sign on the page."""
COMMENT = "/Name /Comment"
"""What else an answer in words holds."""


@dataclass(frozen=True, slots=True)
class PdfReply:
    """A turn of a mark's thread. Times are UTC ISO 8601, "" when not known."""

    id: str
    author: str
    text: str
    created: str = ""
    modified: str = ""


def replies(annotation: Annotation) -> Iterator[PdfReply]:
    """Its comments and those of its claims, which say whose they are."""
    for comment in annotation.comments:
        yield _reply(comment, "")
    for claim in annotation.claims:
        for comment in claim.comments:
            yield _reply(comment, f"{claim.label}: ")


def _reply(comment: Comment, about: str) -> PdfReply:
    return PdfReply(
        comment.id,
        comment.author_name,
        about + plain_text(comment.text),
        comment.created,
        comment.modified,
    )


def state_of(mark: str, author: str, time: str, thread: Sequence[PdfReply], state: str) -> PdfReply:
    """What says in which state a mark's thread is: by whoever wrote last. ``author`` and ``time``
    are the mark's own, for one without a thread."""
    if thread:
        author = thread[-1].author
        time = max(reply.modified or reply.created for reply in thread)
    name = str(uuid.uuid5(uuid.NAMESPACE_URL, f"annotator:state:{mark}:{state}:{time}"))
    return PdfReply(name, author, "", time)


def state_entries(state: str) -> str:
    """What else the answer holds that gives a state."""
    return f"/StateModel ({STATE_MODEL}) /State ({state})"


def state_name(resolved: bool) -> str:
    """How viewers call it."""
    return RESOLVED if resolved else "None"
