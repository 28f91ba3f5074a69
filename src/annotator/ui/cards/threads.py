"""Threads of comments in words: how many, by whom, when, and which one a reply goes to."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QLocale, Qt

from annotator.i18n import _, ngettext
from annotator.model import Annotation, Comment

MINUTE, HOUR, DAY, WEEK = 60, 3600, 86_400, 604_800


def is_resolved(comments: Sequence[Comment]) -> bool:
    """Whether a thread is settled: all that was said in it is."""
    return bool(comments) and all(comment.resolved for comment in comments)


def open_count(annotation: Annotation) -> int:
    """How many comments stand in the threads of an annotation and its claims that are not
    settled."""
    threads = (annotation.comments, *(claim.comments for claim in annotation.claims))
    return sum(len(thread) for thread in threads if not is_resolved(thread))


def any_comments(annotation: Annotation) -> bool:
    """Whether anything was said about an annotation or one of its claims."""
    return bool(annotation.comments) or any(claim.comments for claim in annotation.claims)


def reply_target(annotation: Annotation) -> str:
    """What a new comment is about: the claim or the mark whose thread is open, else the newest
    claim, else the mark."""
    claims = annotation.claims[::-1]
    threads = [(one.id, one.comments) for one in (*claims, annotation)]
    going = (id for id, thread in threads if thread and not is_resolved(thread))
    return next(going, threads[0][0])


def author_name(comment: Comment) -> str:
    """Who said it, as shown."""
    return comment.author_name or _("Somebody")


def ago(time: str, now: datetime | None = None) -> str:
    """How long ago a UTC time is, in short; its date after a week."""
    try:
        then = datetime.fromisoformat(time)
    except ValueError:
        return time
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    seconds = ((now or datetime.now(UTC)) - then).total_seconds()
    if seconds < MINUTE:  # another computer's clock may be ahead of ours
        return _("just now")
    if seconds < HOUR:
        return _("{n} min ago").format(n=int(seconds / MINUTE))
    if seconds < DAY:
        return _("{n} h ago").format(n=int(seconds / HOUR))
    if seconds < WEEK:
        days = int(seconds / DAY)
        return ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    return QLocale().toString(_local(time).date(), "d MMM yyyy")


def moment(comment: Comment) -> str:
    """When exactly it was said, on this computer's clock."""
    local = _local(comment.created)
    if not local.isValid():
        return comment.created
    return QLocale().toString(local, "d MMM yyyy, HH:mm")


def _local(time: str) -> QDateTime:
    return QDateTime.fromString(time, Qt.DateFormat.ISODate).toLocalTime()


def count_text(comments: Sequence[Comment]) -> str:
    """``2 comments``."""
    count = len(comments)
    return ngettext("{count} comment", "{count} comments", count).format(count=count)


def summary(comments: Sequence[Comment]) -> str:
    """A thread in one line: how many, then whether it is settled, or who spoke last and when."""
    words = count_text(comments)
    if is_resolved(comments):
        return _("{comments}, resolved").format(comments=words)
    last = comments[-1]
    return f"{words} · {author_name(last)}, {ago(last.created)}"


def comment_name(comment: Comment) -> str:
    """A comment for a screen reader: ``Mara, 2 days ago: …``."""
    return f"{author_name(comment)}, {ago(comment.created)}: {comment.text}"


def as_markdown(comments: Sequence[Comment]) -> list[str]:
    """A thread as lines of a list to paste elsewhere."""
    said = ((author_name(one), " ".join(one.text.split())) for one in comments)
    return [f"- {name}: {text}" for name, text in said]
