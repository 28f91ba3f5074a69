"""Marks that came with a pack: a question by its author, which is answered by a comment."""

from annotator.i18n import _
from annotator.model import Annotation

PACK = "pack"


def is_question(annotation: Annotation) -> bool:
    """Whether it asks something; its note is its author's."""
    return annotation.origin == PACK


def is_answered(annotation: Annotation) -> bool:
    """Whether somebody else than who asks has said something."""
    return any(comment.author != annotation.author for comment in annotation.comments)


def question_text(annotation: Annotation) -> str:
    """Who asks, and whether that is answered."""
    who = annotation.author_name
    asked = _("Question by {name}").format(name=who) if who else _("Question")
    return asked if is_answered(annotation) else _("{asked} · not answered yet").format(asked=asked)
