"""What people say about a mark or a claim, as every format needs it."""

from collections.abc import Sequence

from annotator.i18n import _
from annotator.model import Comment


def author(comment: Comment) -> str:
    """Who said it."""
    return comment.author_name or _("Somebody")


def is_done(thread: Sequence[Comment]) -> bool:
    """Whether there is a thread, and it is resolved."""
    return bool(thread) and all(comment.resolved for comment in thread)


def heading(thread: Sequence[Comment]) -> str:
    """What stands before a thread."""
    return _("Comments (resolved):") if is_done(thread) else _("Comments:")
