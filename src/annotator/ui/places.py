"""Where one was: back and forward after jumps, and the place in each article across runs."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.library import Preferences

KEPT = 500
LIBRARIES = 30


@dataclass(frozen=True, slots=True)
class Place:
    """An article, the code point at the top of what was seen of it, and the page (from 1) that was
    in sight, 0 where it has none. Where one did not read: the ``face`` that was in front instead,
    and the claim that was chosen there."""

    article: str
    offset: int
    page: int = 0
    face: str = ""
    claim: str = ""


class Trail(QObject):
    """The places one jumped from. ``moved`` says that going back or forward has changed."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._back: list[Place] = []
        self._forward: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back before."""
        return bool(self._forward)

    def leave(self, place: Place | None) -> None:
        """Remember the place one jumps from."""
        if place is None or (self._back and self._back[-1] == place):
            return
        self._back.append(place)
        self._forward.clear()
        self.moved.emit()

    def back(self, here: Place | None) -> Place | None:
        """The place to go back to from here."""
        return self._step(self._back, self._forward, here)

    def forward(self, here: Place | None) -> Place | None:
        """The place to go forward to from here."""
        return self._step(self._forward, self._back, here)

    def _step(self, source: list[Place], target: list[Place], here: Place | None) -> Place | None:
        if not source:
            return None
        if here is not None:
            target.append(here)
        place = source.pop()
        self.moved.emit()
        return place

    def clear(self) -> None:
        """Forget all."""
        self._back.clear()
        self._forward.clear()
        self.moved.emit()


class Bookmarks:
    """The place in each article, how far its pages are turned and zoomed, and the article open last
    in each library, kept in the user's settings (not in the library)."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def keep(self, article: str, position: list[float]) -> None:
        """Remember where one is in an article: what the document view gave."""
        places = dict(self._preferences.get("places", {}))
        places.pop(article, None)
        places[article] = position
        newest = dict(list(places.items())[-KEPT:])
        self._preferences.set("places", newest)

    def position(self, article: str) -> list[float] | None:
        """What was kept for an article."""
        found = self._preferences.get("places", {}).get(article)
        return list(found) if found else None

    def keep_turn(self, article: str, turn: int) -> None:
        """Remember how far an article's pages are turned: degrees clockwise."""
        self._keep("turns", article, turn, 0)

    def turn(self, article: str) -> int:
        """How far an article's pages are turned."""
        return int(self._preferences.get("turns", {}).get(article, 0))

    def keep_zoom(self, article: str, zoom: float) -> None:
        """Remember how large an article's pages are: 1 is as they fit."""
        self._keep("page_zooms", article, zoom, 1.0)

    def zoom(self, article: str) -> float:
        """How large an article's pages are; 1 for one that was not zoomed."""
        return float(self._preferences.get("page_zooms", {}).get(article, 1.0))

    def _keep(self, key: str, article: str, value: float, usual: float) -> None:
        kept = dict(self._preferences.get(key, {}))
        kept.pop(article, None)
        if value != usual:
            kept[article] = value
        self._preferences.set(key, dict(list(kept.items())[-KEPT:]))

    def keep_open(self, library: Path, article: str) -> None:
        """Remember which article lies open in a library."""
        opened = dict(self._preferences.get("open_articles", {}))
        opened.pop(str(library), None)
        opened[str(library)] = article
        self._preferences.set("open_articles", dict(list(opened.items())[-LIBRARIES:]))

    def opened(self, library: Path) -> str:
        """The article that lay open last in a library, "" where none is known."""
        return str(self._preferences.get("open_articles", {}).get(str(library), ""))
