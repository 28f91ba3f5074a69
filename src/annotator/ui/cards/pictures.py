"""Pictures of areas: drawn by a worker, kept for a while. Who paints never waits for one."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from annotator.library import ArticleSession
from annotator.model import Annotation, Quad
from annotator.ui.theme import Theme
from annotator.ui.worker import Worker

if TYPE_CHECKING:
    from annotator.pdf import Bitmap

ROOM = 64
"""Pictures that are kept; those seen longest ago go first."""
WAITING = 24
"""Pictures that are waited for at most: what was scrolled past long ago is not drawn."""
SCALES = (0.25, 0.5, 1.0, 2.0, 4.0)
"""px a point at which pictures are drawn, so that small changes of size need no other one."""
MOST = 12_000_000
"""px of a picture; one that would have more is drawn smaller."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture of an annotation's area as it stands now; ``colours`` are (paper, ink) of a window
    whose colours pages take on, none for their own."""

    annotation: str
    page: int
    quad: Quad
    scale: float
    colours: tuple[str, str] | tuple[()] = ()


class AreaPictures(QObject):
    """``came`` carries the id of an annotation whose picture is now at hand. ``recoloured``: they
    take on the colours of a dark or sepia window, as pages do."""

    came = Signal(str)
    _drawn = Signal(object, object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.recoloured = True
        self._session: ArticleSession | None = None
        self._kept: OrderedDict[Wanted, QImage] = OrderedDict()
        self._asked: set[Wanted] = set()
        self._worker: Worker[Wanted] = Worker("area pictures")
        self._drawn.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def set_session(self, session: ArticleSession | None) -> None:
        """Another article's areas, or none: what was drawn and waited for is forgotten."""
        self._worker.stop()
        self._session = session
        self._kept.clear()
        self._asked.clear()

    def retry(self) -> None:
        """Ask again for what could not be drawn: the file opens now."""
        self._asked.clear()

    def wanted(self, annotation: Annotation, width: float, pixels: float) -> Wanted | None:
        """The picture to show an area that is ``width`` points wide with so many ``pixels`` across;
        None for what is no area."""
        target = annotation.target
        if target is None or not target.quads or width <= 0:
            return None
        enough = (scale for scale in SCALES if scale * width >= pixels)
        scale, tokens = next(enough, SCALES[-1]), self._theme.tokens
        own = not self.recoloured or tokens.name == "light"
        colours = () if own else (tokens.paper, tokens.ink)
        return Wanted(annotation.id, target.page, target.quads[0], scale, colours)

    def get(self, what: Wanted) -> QImage | None:
        """The picture if it is at hand, a null one where nothing is to be seen there; else it is
        asked for, the newest first. Never waits."""
        image = self._kept.get(what)
        if image is not None:
            self._kept.move_to_end(what)
        elif what not in self._asked and self._session is not None:
            self._ask(what)
        return image

    def _ask(self, what: Wanted) -> None:
        if not self._worker.started:
            session = self._session
            self._worker.start(lambda wish: self._drawn.emit(wish, _picture(session, wish)))
        self._asked.add(what)
        self._asked.difference_update(self._worker.want_first(what, WAITING))

    def _take(self, what: Wanted, image: QImage) -> None:
        if what not in self._asked:
            return  # of an article that was put away
        self._asked.discard(what)
        self._kept[what] = image
        while len(self._kept) > ROOM:
            self._kept.popitem(last=False)
        self.came.emit(what.annotation)


def _picture(session: ArticleSession, what: Wanted) -> QImage:
    """In the worker's thread."""
    from annotator.pdf import Recolour

    page, rect = session.area(session.annotation(what.annotation))
    scale = min(what.scale, (MOST / max(1.0, rect[2] * rect[3])) ** 0.5)
    recolour = Recolour(*what.colours) if what.colours else None
    return _image(session.draw_page(page, scale, rect, recolour))


def _image(bitmap: "Bitmap") -> QImage:
    """A null one for a bitmap of one colour."""
    data = bitmap.data
    if data == data[:4] * (len(data) // 4):
        return QImage()
    kind = QImage.Format.Format_RGB32
    return QImage(data, bitmap.width, bitmap.height, bitmap.stride, kind).copy()
