"""Whether a mark stands elsewhere in a copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import bidirectional

from annotator.library.edits import Place
from annotator.library.returning.finding import OVER_TEXT, FileMark
from annotator.library.returning.grounds import Ground
from annotator.library.returning.history import Since
from annotator.library.returning.words import squeezed
from annotator.library.session import ArticleSession
from annotator.model import Annotation
from annotator.model.embedded import Quad
from annotator.store.layout import quads_from_json

_SAME_LINE = 1.0
"""Points that viewers round away."""
_SAME_AREA = 3.0
"""Points: viewers put a rectangle's border inside or around it."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Moved:
    """Where it stands in the copy, and whether it was moved here as well."""

    place: Place
    changed_here: bool


class Places:
    """Compares places."""

    def __init__(self, session: ArticleSession, ground: Ground, since: Since) -> None:
        self._session, self._ground, self._since = session, ground, since

    def moved(self, mark: FileMark, ours: Annotation) -> Moved | None:
        """Another place than any it had here; None where it is the same, or not certain."""
        if ours.target is None:
            return None
        if ours.kind == "area":
            return self._moved_area(mark, ours) if mark.first.style == "square" else None
        if mark.first.style not in OVER_TEXT or self._is_where_it_was(mark, ours):
            return None
        span, here = self._ground.span(mark), self._session.anchor(ours.id)
        if not self._is_certain(mark, ours):
            return None
        if span is None or here.start is None or here.end is None:
            return None
        past = self._past_spans(ours.target.id)
        if any(self._alike(span, one) for one in ((here.start, here.end), *past)):
            return None
        place = self._ground.place(mark)
        return Moved(place, len(past) > 1) if place else None

    def _is_where_it_was(self, mark: FileMark, ours: Annotation) -> bool:
        """Whether its lines, or the words under them, are what we would write."""
        lines = sorted(quad for part in mark.parts for quad in part.quads)
        if self._session.article.pages:
            ours_ = sorted(quad for _page, quads in self._session.places(ours.id) for quad in quads)
            return len(lines) == len(ours_) and all(map(_same, lines, ours_))
        return squeezed(self._ground.words(mark).exact) == squeezed(ours.quote)

    def _is_certain(self, mark: FileMark, ours: Annotation) -> bool:
        """Whether the words under a mark are what it is on. In a setting, a script that joins
        letters is not read back letter by letter."""
        if not self._session.article.pages and _joins_letters(ours.quote):
            return False
        return self._ground.is_legible(mark)

    def _past_spans(self, target: str) -> list[Span]:
        starts = self._since.of("targets", target, "start_offset")
        ends = self._since.of("targets", target, "end_offset")
        return list(dict.fromkeys(zip(starts, ends, strict=True)))

    def _alike(self, one: Span, other: Span) -> bool:
        """Whether two passages are one but for a letter, of which nobody can say which line is
        over it."""
        text = self._session.article.text
        return all(
            len(squeezed(text[min(a, b) : max(a, b)])) <= 1 for a, b in zip(one, other, strict=True)
        )

    def _moved_area(self, mark: FileMark, ours: Annotation) -> Moved | None:
        assert ours.target is not None
        stored = self._since.of("targets", ours.target.id, "quads")
        past = {quads_from_json(quads, ours.target.page)[0] for quads in stored}
        if any(quads and _same_box(mark.first.box, quads[0]) for quads in past):
            return None
        place = self._ground.place(mark)
        if place is None or any(quads and _same_quad(place, quads[0]) for quads in past):
            return None
        return Moved(place, len(past) > 1)


def _joins_letters(text: str) -> bool:
    """Whether some of it is Arabic or of its kin."""
    return any(bidirectional(letter) == "AL" for letter in text)


def _same(one: Quad, other: Quad) -> bool:
    return all(abs(a - b) <= _SAME_LINE for a, b in zip(one, other, strict=True))


def _same_quad(place: Place, quad: Quad) -> bool:
    return bool(place.quads) and _close(place.quads[0][1][0], quad)


def _same_box(box: Sequence[float], quad: Quad) -> bool:
    xs, ys = quad[::2], quad[1::2]
    return _close(box, (min(xs), min(ys), max(xs), max(ys)))


def _close(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(a - b) <= _SAME_AREA for a, b in zip(one, other, strict=True))
