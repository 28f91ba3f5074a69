"""From mark to mark, back and forward, to headings and hits."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from annotator.library import ArticleSession
from annotator.ui.actions import Handler
from annotator.ui.desk import Desk
from annotator.ui.document_view import DocumentView
from annotator.ui.places import Place, Trail


class Going:
    """The commands of the menu *Go*."""

    def __init__(self, desk: Desk, view: DocumentView, trail: Trail) -> None:
        self._desk, self._view, self._trail = desk, view, trail
        self.arriving: Callable[[], object] = lambda: None
        """Called before one goes anywhere in an article."""
        self.elsewhere: Callable[[], Place | None] = lambda: None
        """Where one is while one does not read, else None."""
        self.returning: Callable[[Place], object] = lambda place: None
        """Called to go back to such a place."""
        self._in_one = False

    def handlers(self) -> Mapping[str, Handler]:
        """The command's ids and what they do."""
        return {
            "go.back": lambda: self._travel(self._trail.back),
            "go.forward": lambda: self._travel(self._trail.forward),
            "go.next_mark": lambda: self._step(1, claims=False),
            "go.previous_mark": lambda: self._step(-1, claims=False),
            "go.next_claim": lambda: self._step(1, claims=True),
            "go.previous_claim": lambda: self._step(-1, claims=True),
        }

    def here(self) -> Place | None:
        """Where one is now."""
        away = self.elsewhere()
        if away is not None or self._desk.session is None:
            return away
        view = self._view
        return Place(self._desk.session.id, view.visible_range()[0], view.page_in_sight())

    def _travel(self, turn: Callable[[Place | None], Place | None]) -> None:
        place = turn(self.here())
        if place and place.face:
            self.returning(place)
        elif place:
            self.arriving()
            self._desk.open_article(place.article)
            self._show(place.offset, place.page, "top")

    def _show(self, offset: int, page: int, align: str = "centre") -> None:
        """Offsets lead nowhere on pages without text: these are gone to by themselves."""
        pages = self._desk.session.article.pages if self._desk.session else ()
        if 1 <= page <= len(pages) and pages[page - 1].start == pages[page - 1].end:
            self._view.scroll_to_page(page - 1)
        else:
            self._view.scroll_to(offset, align)

    def to_offset(self, offset: int, page: int = 0) -> None:
        """Jump to a code point of the open article; to the top of a page (from 1), if that holds
        no text."""
        self.leave()
        self.arriving()
        self._view.set_caret(offset)
        self._show(offset, page)

    def to_annotation(self, id: str) -> None:
        """Make a mark current and bring it into sight."""
        session = self._desk.session
        if session is not None and session.has(id):
            if self.elsewhere():
                self.leave()
            self.arriving()
            self.follow(id)

    def follow(self, id: str) -> None:
        """The same for who is on the cards, and stays there where one pane is seen at a time."""
        session = self._desk.session
        if session is None or not session.has(id):
            return
        self._desk.set_current(id)
        here = self.here()
        if self._view.reveal(id):
            self._leave(here)

    def leave(self) -> None:
        """Somebody is about to jump: *back* leads here."""
        self._leave(self.here())

    def _leave(self, place: Place | None) -> None:
        if not self._in_one:
            self._trail.leave(place)

    @contextmanager
    def in_one(self) -> Iterator[None]:
        """All that is gone to within is one jump: *back* leads to where it began."""
        self.leave()
        self._in_one = True
        try:
            yield
        finally:
            self._in_one = False

    def to_article(self, article_id: str) -> None:
        """Open an article; back leads to where one was."""
        other = self._desk.session is None or self._desk.session.id != article_id
        if other or self.elsewhere():
            self.leave()
        self.arriving()
        if other:
            self._desk.open_article(article_id)

    def to_hit(self, article_id: str, annotation_id: str | None) -> None:
        """Open what a search found."""
        self.to_article(article_id)
        if annotation_id:
            self.to_annotation(annotation_id)

    def _step(self, step: int, claims: bool) -> None:
        session = self._desk.session
        if session is None:
            return
        placed = _placed(session, claims)
        if not placed:
            return
        self.to_annotation(placed[self._next(session, placed, step)])
        start = session.place_of(self._desk.current)
        if start is not None:
            self._view.set_caret(start)

    def _next(self, session: ArticleSession, placed: list[str], step: int) -> int:
        if self._desk.current in placed:
            return (placed.index(self._desk.current) + step) % len(placed)
        starts = [session.place_of(id) or 0 for id in placed]
        caret = self._view.caret()
        if step > 0:
            return bisect_left(starts, caret) % len(placed)
        return (bisect_right(starts, caret) - 1) % len(placed)


def _placed(session: ArticleSession, claims: bool) -> list[str]:
    return [
        annotation.id
        for annotation in session.annotations()
        if session.place_of(annotation.id) is not None and (annotation.claims or not claims)
    ]
