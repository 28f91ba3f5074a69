"""A claim with all that the inspector shows of it, and the way to change what hangs on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from annotator.errors import NotFound
from annotator.i18n import _
from annotator.library import ArticleSession, Library
from annotator.library.claims.passages import Passage
from annotator.model import Annotation, Claim, Comment, Evidence, TrailEntry
from annotator.ui.evidence.facts import Facts, facts_of


@dataclass(frozen=True, slots=True)
class ClaimView:
    """``facts``: by the id of evidence, what the library knows of it besides."""

    claim: Claim
    passages: tuple[Passage, ...] = ()
    trail: tuple[TrailEntry, ...] = ()
    facts: Facts = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id


def view_of(library: Library, id: str) -> ClaimView:
    """All of a claim. Raises ``NotFound``."""
    claim = library.claims.get(id)
    return ClaimView(
        claim,
        tuple(library.claims.passages(id)),
        tuple(library.claims.trail(id)),
        facts_of(library, claim.evidence),
    )


class ClaimDesk:
    """What the editors of cards ask of an open article's session, for a claim wherever it
    stands."""

    def __init__(self, library: Library, view: ClaimView) -> None:
        self.library, self.view = library, view

    # Evidence

    def attach_source(self, target_id: str, **fields: str) -> Evidence:
        """Bring a source to the claim."""
        return self.library.ledger.add(target_id, **fields)

    def update_evidence(self, evidence_id: str, **fields: str) -> None:
        """Change how it stands to the claim."""
        self.library.ledger.update(evidence_id, **fields)

    def update_source(self, source_id: str, **fields: str) -> None:
        """Change what is known of a source."""
        self.library.ledger.update_source(source_id, **fields)

    def remove_evidence(self, evidence_id: str) -> None:
        """Take a source away from the claim."""
        self.library.ledger.remove(evidence_id)

    def find_evidence(self, id: str) -> tuple[Annotation | None, Evidence, bool] | None:
        """Evidence of the claim as it is now."""
        found = [entry for entry in self._now().evidence if entry.id == id]
        return (None, found[0], True) if found else None

    # Comments

    def comment(self, target_id: str, text: str) -> Comment:
        """Say something about the claim."""
        with self._session() as session:
            return session.comment(target_id, text)

    def update_comment(self, comment_id: str, *, text: str) -> None:
        """Change what a comment says."""
        with self._session() as session:
            session.update_comment(comment_id, text=text)

    def remove_comment(self, comment_id: str) -> None:
        """Put a comment into the trash."""
        with self._session() as session:
            session.remove_comment(comment_id)

    def resolve(self, target_id: str, resolved: bool = True) -> None:
        """Say that the thread is settled, or that it is not."""
        with self._session() as session:
            session.resolve(target_id, resolved)

    def find_comment(self, id: str) -> tuple[Annotation | None, str, Comment] | None:
        """A comment on the claim as it is now."""
        found = [comment for comment in self._now().comments if comment.id == id]
        return (None, self.view.id, found[0]) if found else None

    def _now(self) -> Claim:
        return self.library.claims.get(self.view.id)

    @contextmanager
    def _session(self) -> Iterator[ArticleSession]:
        """An article the claim stands in; one that is opened for this is put away again."""
        articles = [passage.article for passage in self.view.passages]
        if not articles:
            raise NotFound(_("This claim stands in no article; comments are kept with one."))
        known = [article for article in articles if self.library.is_open(article)]
        article = (known or articles)[0]
        try:
            yield self.library.session(article)
        finally:
            if not known:
                self.library.release(article)
