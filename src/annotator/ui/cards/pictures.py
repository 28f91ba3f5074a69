"""Pictures of areas: drawn by a worker, kept for a while. Who paints never waits for one."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from annotator.errors import UserFacingError
from annotator.library import ArticleSession
from annotator.model import Annotation, Quad

ROOM = 64
"""Pictures that are kept; those seen longest ago go first."""
WAITING = 24
"""Pictures that are waited for at most: what was scrolled past long ago is not drawn."""
SCALES = (0.25, 0.5, 1.0, 2.0, 4.0)
"""px a point at which pictures are drawn, so that small changes of size need no other one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture of an annotation's area as it stands now."""

    annotation: str
    page: int
    quad: Quad
    scale: float


def wanted(annotation: Annotation, width: float, pixels: float) -> Wanted | None:
    """The picture to show an area that is ``width`` points wide with so many ``pixels`` across;
    None for what is no area."""
    target = annotation.target
    if target is None or not target.quads or width <= 0:
        return None
    enough = (scale for scale in SCALES if scale * width >= pixels)
    return Wanted(annotation.id, target.page, target.quads[0], next(enough, SCALES[-1]))


class AreaPictures(QObject):
    """``came`` carries the id of an annotation whose picture is now at hand."""

    came = Signal(str)
    _drawn = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: ArticleSession | None = None
        self._kept: OrderedDict[Wanted, QImage] = OrderedDict()
        self._waiting: list[Wanted] = []
        self._asked: set[Wanted] = set()
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._drawn.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def set_session(self, session: ArticleSession | None) -> None:
        """Another article's areas, or none: what was drawn and waited for is forgotten."""
        with self._wake:
            self._session, self._waiting, thread = session, [], self._thread
            self._thread = None
            self._wake.notify()
        if thread is not None:
            thread.join()
        self._kept.clear()
        self._asked.clear()

    def retry(self) -> None:
        """Ask again for what could not be drawn: the file opens now."""
        self._asked.clear()

    def get(self, what: Wanted) -> QImage | None:
        """The picture if it is at hand; else it is asked for, the newest first. Never waits."""
        image = self._kept.get(what)
        if image is not None:
            self._kept.move_to_end(what)
        elif what not in self._asked and self._session is not None:
            self._ask(what)
        return image

    def _ask(self, what: Wanted) -> None:
        self._asked.add(what)
        with self._wake:
            self._waiting.append(what)
            self._asked.difference_update(self._waiting[:-WAITING])
            del self._waiting[:-WAITING]
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._work, args=(self._session,), name="area pictures", daemon=True
                )
                self._thread.start()
            self._wake.notify()

    def _work(self, session: ArticleSession) -> None:
        this = threading.current_thread()
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._thread is not this or self._waiting)
                if self._thread is not this:
                    return
                what = self._waiting.pop()
            try:
                image = QImage.fromData(session.area_picture(what.annotation, what.scale))
            except UserFacingError:  # locked, damaged or gone: its place stays empty
                continue
            self._drawn.emit(what, image)

    def _take(self, what: Wanted, image: QImage) -> None:
        if what not in self._asked or image.isNull():
            return  # of an article that was put away
        self._asked.discard(what)
        self._kept[what] = image
        while len(self._kept) > ROOM:
            self._kept.popitem(last=False)
        self.came.emit(what.annotation)
