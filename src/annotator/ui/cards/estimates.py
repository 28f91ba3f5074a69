"""How high a card will be, guessed from its words alone: it is measured when it is first seen."""

from collections.abc import Callable

from annotator.model import Annotation, Claim
from annotator.ui.cards.views import is_plain


class Guess:
    """Guesses heights in px; ``px`` scales px at 100 %, ``width`` is a card's, px."""

    def __init__(self, px: Callable[[float], int], width: int, *, compact: bool) -> None:
        self._compact = compact
        room = max(80, width - px(26)) / px(100)
        self._quote, self._note, self._strong = 15.5 * room, 16.5 * room, 14 * room
        self._line, self._head, self._picture = px(35), px(49), px(100)
        self._serif, self._text, self._row = px(21), px(18), px(25)
        self._claim, self._between, self._frame = px(27), px(16), px(20)

    def of(self, annotation: Annotation) -> int:
        """The height of an annotation's card."""
        if self._compact or is_plain(annotation):
            return self._line
        if annotation.claims:
            return self._of_claims(annotation)
        height = self._head + self._quoted(annotation)
        height += min(8, _lines(annotation.note, self._note)) * self._text
        height += self._picture if annotation.kind == "area" else 0
        return height + (self._text if annotation.origin or annotation.comments else 0)

    def _quoted(self, annotation: Annotation) -> int:
        return min(4, _lines(annotation.quote, self._quote)) * self._serif

    def _of_claims(self, annotation: Annotation) -> int:
        claims = annotation.claims
        quoted = len(claims) == 1 and claims[0].statement == annotation.quote
        height = self._frame + (len(claims) - 1) * self._between
        for claim in claims:
            words = _lines(claim.statement, self._strong) * self._text
            height += self._claim + (self._quoted(annotation) if quoted else words)
            height += self._below(claim)
        linked = any(claim.pair for claim in claims)
        return height + (2 * self._text if linked else 0)

    def _below(self, claim: Claim) -> int:
        height = self._text + 4 if claim.claimant or claim.evidence else 0
        if claim.status == "set aside":
            return height + min(2, _lines(claim.reasoning, self._note)) * self._text
        return height + (self._row if not claim.evidence else 0)


def _lines(text: str, letters: float) -> int:
    return int(len(text) / letters) + 1 + text.count("\n") if text else 0
