"""What people say to each other about marks and claims of an open article."""

from annotator.errors import InvalidValue, NotFound
from annotator.i18n import _
from annotator.library.open_article import OpenArticle
from annotator.model import Comment
from annotator.store import lists
from annotator.store.clock import utc_now
from annotator.store.ids import new_id


class Commenting(OpenArticle):
    """The part of an ``ArticleSession`` that keeps threads."""

    def comment(self, target_id: str, text: str) -> Comment:
        """Say something about an annotation or a claim: ``target_id`` is either's id."""
        owner = self._owner(target_id)
        text, now = _checked(text), utc_now()
        with self.library.store.write(_("comment")) as batch:
            id = batch.insert(
                "comments", new_id(), **{owner: target_id}, text=text, author=batch.author,
                created=now, modified=now,
            )  # fmt: skip
        return self._thread(target_id)[id]

    def update_comment(self, comment_id: str, *, text: str | None = None) -> None:
        """Change what a comment says."""
        self._check_comment(comment_id)
        fields = {} if text is None else {"text": _checked(text)}
        with self.library.store.write(_("change of a comment")) as batch:
            batch.touch("comments", comment_id, **fields)

    def resolve(self, target_id: str, resolved: bool = True) -> None:
        """Say that the thread on an annotation or a claim is settled, or that it is not."""
        thread = self._thread(target_id)
        name = _("thread resolved") if resolved else _("thread reopened")
        with self.library.store.write(name) as batch:
            for id in thread:
                batch.touch("comments", id, resolved=int(resolved))

    def remove_comment(self, comment_id: str) -> None:
        """Put a comment into the trash."""
        self._check_comment(comment_id)
        with self.library.store.write(_("removal of a comment")) as batch:
            batch.delete("comments", comment_id)

    def _owner(self, target_id: str) -> str:
        owner = lists.evidence_owner(self.library.store.connection, target_id)
        if not owner:
            raise NotFound(
                _("There is no annotation or claim with the id {id}.").format(id=target_id)
            )
        return owner

    def _thread(self, target_id: str) -> dict[str, Comment]:
        """The comments on an annotation or a claim of this article, by id."""
        claim = None if self.has(target_id) else self._tally.claim(target_id)
        if claim is None:
            return {comment.id: comment for comment in self.annotation(target_id).comments}
        return {comment.id: comment for comment in claim.comments}

    def _check_comment(self, comment_id: str) -> None:
        if not lists.is_comment(self.library.store.connection, comment_id):
            raise NotFound(_("This comment is not there any more."))


def _checked(text: str) -> str:
    text = text.strip()
    if not text:
        raise InvalidValue(_("A comment needs words; take it away with “Remove” instead."))
    return text
