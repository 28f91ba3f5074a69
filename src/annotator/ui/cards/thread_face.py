"""The threads on a card: where each stands, how much of it is shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.i18n import _
from annotator.model import Annotation, Claim
from annotator.ui.cards import threads
from annotator.ui.cards.comment_part import INDENT, CommentPart, ThreadPart
from annotator.ui.cards.links_part import LinksPart
from annotator.ui.cards.parts import Verb
from annotator.ui.cards.views import CardView, Form

if TYPE_CHECKING:
    from annotator.ui.cards.card import Card


class ThreadFace:
    """Stacks the comments on a mark or a claim. ``add_editor`` (name, gap) puts the open editor
    there, if it is the one of that name."""

    def __init__(
        self, card: "Card", view: CardView, add_editor: Callable[[str, float], None]
    ) -> None:
        self._card, self._view, self._add_editor = card, view, add_editor

    def add(self, target: Annotation | Claim) -> None:
        """The thread of an annotation or a claim, and what is being written to it."""
        view, comments = self._view, target.comments
        if view.form != Form.OPEN:
            if comments:
                self._card.add(self._card.take(ThreadPart).fill(comments), 5)
            return
        what = "thread:" + target.id
        writing = {f"reply:{target.id}", *(f"comment:{one.id}" for one in comments)}
        folds = threads.is_resolved(comments)
        shown = not folds or view.unfolded == what or view.editing in writing
        if folds:
            line = self._card.take(ThreadPart)
            self._card.add(line.fill(comments, what, unfolded=shown), 7)
        if shown:
            self._add_comments(target, ruled=not folds)
        self._add_editor("reply:" + target.id, 6)
        if comments and shown and not view.editing:
            self._add_links(target.id, resolved=folds)

    def _add_comments(self, target: Annotation | Claim, *, ruled: bool) -> None:
        for at, comment in enumerate(target.comments):
            if self._view.editing == "comment:" + comment.id:
                self._add_editor(self._view.editing, 6)
                continue
            part = self._card.take(CommentPart).fill(comment, ruled=ruled and at == 0)
            self._card.add(part, 8 if at == 0 else 0)

    def _add_links(self, target: str, *, resolved: bool) -> None:
        settle = (_("Reopen"), Verb.REOPEN) if resolved else (_("Resolve"), Verb.RESOLVE)
        part = self._card.take(LinksPart).fill(
            [(_("Reply…"), Verb.COMMENT, target)], [(*settle, target)], reachable=True,
            indent=INDENT,
        )  # fmt: skip
        self._card.add(part, 2)
