"""Which mark of a copy is which of ours: by its name, else by where it is and whose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.library import embedded
from annotator.library.returning.finding import FileMark
from annotator.library.returning.grounds import Ground
from annotator.library.returning.words import squeezed
from annotator.library.session import ArticleSession
from annotator.model import Annotation
from annotator.model.embedded import Quad
from annotator.pdf.space import Box, common_part
from annotator.store import rows
from annotator.store.ids import digest, shared_id

_SAME_PLACE = 0.7
"""Share of two boxes' common ground in all of theirs from which they are one place."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A mark of the copy and ours; without ours it is new, and ``id`` the one it is to get."""

    mark: FileMark
    ours: Annotation | None
    id: str


def pairs(session: ArticleSession, ground: Ground, marks: Sequence[FileMark]) -> list[Pair]:
    """All marks of a copy but those that were deleted here."""
    pairing = _Pairing(session, ground)
    return list(pairing.all(marks))


class _Pairing:
    def __init__(self, session: ArticleSession, ground: Ground) -> None:
        self._session, self._ground = session, ground
        self._free = {one.id: one for one in session.annotations()}

    def all(self, marks: Sequence[FileMark]) -> Iterator[Pair]:
        names: set[str] = set()
        nameless: list[tuple[FileMark, str]] = []
        for mark in marks:
            ids = self._ids(mark, names)
            id = next((id for id in ids if id in self._free), None)
            if id is not None:
                yield Pair(mark, self._free.pop(id), id)
            elif not any(map(self._was_deleted, ids[:-1])) and not self._is_answer(mark):
                nameless.append((mark, ids[-1]))
        for mark, id in nameless:
            ours = next(filter(lambda one: self._is_same(mark, one), self._free.values()), None)
            if ours is not None:
                del self._free[ours.id]
            yield Pair(mark, ours, ours.id if ours else id)

    def _ids(self, mark: FileMark, names: set[str]) -> tuple[str, str, str]:
        """The ids that the mark may have here: its own name, that of a mark that came with the
        file, that of one that was taken in from a copy."""
        article = self._session.id
        in_file = embedded.name_of(mark.first, names)
        own = in_file if mark.name and in_file == mark.first.name else _fingerprint(mark)
        return mark.name, shared_id("embedded", article, in_file), returned_id(article, own)

    def _was_deleted(self, id: str) -> bool:
        row = rows.read(self._session.library.store.connection, "annotations", id)
        return row is not None and bool(row["deleted"])

    def _is_answer(self, mark: FileMark) -> bool:
        """Whether it is one of our comments, which a viewer has made a note of its own of."""
        connection = self._session.library.store.connection
        return bool(mark.name) and rows.read(connection, "comments", mark.name) is not None

    def _is_same(self, mark: FileMark, ours: Annotation) -> bool:
        authors = {" ".join(name.split()) for name in (mark.first.author, ours.author_name) if name}
        if len(authors) > 1 or ours.kind == "page":
            return False
        if self._session.article.pages:
            return any(
                common_part(_box(part.quads) if part.quads else part.box, _box(quads))
                >= _SAME_PLACE
                for part in mark.parts
                for page, quads in self._session.places(ours.id)
                if page - 1 == self._ground.page(part.page)
            )
        quote = squeezed(ours.quote)
        return bool(quote) and squeezed(self._ground.words(mark).exact) == quote


def returned_id(article: str, name: str) -> str:
    """The id of what is taken in from a copy, the same whenever the copy comes."""
    return shared_id("returned", article, name)


def _fingerprint(mark: FileMark) -> str:
    """What is not called anything is known by where it is and whose: words may change."""
    first = mark.first
    place = [round(number) for number in (*first.box, *(n for quad in first.quads for n in quad))]
    content = f"{first.style}:{first.page}:{place}:{first.author}:{first.created}"
    return digest(content.encode())


def _box(quads: Sequence[Quad]) -> Box:
    xs = [x for quad in quads for x in quad[::2]]
    ys = [y for quad in quads for y in quad[1::2]]
    return min(xs), min(ys), max(xs), max(ys)
