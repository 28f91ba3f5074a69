"""An article's pictures in a document: decoded when they are painted, never larger than needed.

Saved pages are hostile: pictures are known by ``sha256:<hex>`` only, their format is told from
their bytes, only raster formats are read (an SVG may name files on this computer), and pictures
of absurd size are not decoded.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QImageReader, QTextDocument

PREFIX = "sha256:"
FORMATS = frozenset({"png", "jpg", "jpeg", "gif", "bmp", "webp", "ico", "tiff", "pbm", "ppm"})
MAX_PIXELS = 60_000_000
SHARPNESS = 2.0
"""How many pixels of a picture are kept for each px of the page, for dense screens and paper."""

Provider = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Sized:
    """A picture's name in the document and its size there, px."""

    name: str
    size: QSizeF


class PictureDocument(QTextDocument):
    """A document that decodes its pictures when they are first painted, and loads nothing else."""

    def __init__(self, picture: Provider, measure: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._measure = measure

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Qt asks for a resource it does not have; anything but our pictures is refused."""
        shown = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray()
        image = self._decode(shown.removeprefix(PREFIX)) if shown.startswith(PREFIX) else None
        if image is None:
            image = QImage(1, 1, QImage.Format.Format_ARGB32)
            image.fill(QColor(Qt.GlobalColor.transparent))
        self.addResource(kind, QUrl(shown), image)
        return image

    def _decode(self, sha256: str) -> QImage | None:
        data = self._picture(sha256)
        reader = _Reader(data) if data else None
        return reader.image(self._measure * SHARPNESS) if reader else None


class _Reader:
    """Reads one picture's bytes."""

    def __init__(self, data: bytes) -> None:
        self._bytes = QByteArray(data)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.reader = QImageReader(self._buffer)
        self.reader.setDecideFormatFromContent(True)
        self.reader.setAutoTransform(True)

    def size(self) -> QSize | None:
        """The picture's size as it will be shown; None when we do not read it."""
        if bytes(self.reader.format().data()).decode() not in FORMATS:
            return None
        size = self.reader.size()
        if size.isEmpty() or size.width() * size.height() > MAX_PIXELS:
            return None
        turned = self.reader.transformation().value & 4  # Rotate90 and all made with it
        return size.transposed() if turned else size

    def image(self, width: float) -> QImage | None:
        """The picture, at most so wide."""
        size = self.size()
        if size is None:
            return None
        if size.width() > width:
            raw = self.reader.size()
            self.reader.setScaledSize((QSizeF(raw) * (width / size.width())).toSize())
        image = self.reader.read()
        return None if image.isNull() else image


def measured(sha256: str, picture: Provider, measure: float) -> Sized | None:
    """The picture's name and its size on a page of that measure; None where there is none to
    show."""
    data = picture(sha256) if sha256 else None
    size = _Reader(data).size() if data else None
    if size is None:
        return None
    shrunk = min(1.0, measure / size.width())
    return Sized(PREFIX + sha256, QSizeF(size) * shrunk)
