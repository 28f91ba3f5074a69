"""Icons of one family (Lucide), drawn in a token's colour at the size and density asked for."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.resources_path import resource

_SMALL = 14  # px at or under which lines are drawn heavier, or they look grey


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")


def svg(name: str, colour: QColor, size: float, weight: float = 0) -> bytes:
    """The icon's SVG in ``colour``; ``weight`` of its lines in 24ths of it, 0: fit for ``size``."""
    weight = weight or (2 if size <= _SMALL else 1.8)
    text = _source(name).replace("currentColor", colour.name())
    return text.replace('stroke-width="2"', f'stroke-width="{weight}"').encode()


def paint(painter: QPainter, name: str, colour: QColor, rect: QRectF, weight: float = 0) -> None:
    """Draws the icon into ``rect`` (logical px), crisp at the painter's own density."""
    _renderer(name, colour.name(), rect.height(), weight).render(painter, rect)


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str, size: float, weight: float) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg(name, QColor(colour), size, weight)))


def pixmap(name: str, colour: QColor, size: int, density: float = 1.0, gap: int = 0) -> QPixmap:
    """A square pixmap of ``size`` logical px for a screen of ``density`` device px a px.

    ``gap``: so many px more, empty, on the right.
    """
    image = QPixmap(round((size + gap) * density), round(size * density))
    image.setDevicePixelRatio(density)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return image


def icon(name: str, colour: QColor, size: int, gap: int = 0) -> QIcon:
    """An icon for buttons and menus, with its disabled look; ``gap`` as in ``pixmap``."""
    result = QIcon()
    for density in densities():
        image = pixmap(name, colour, size, density, gap)
        result.addPixmap(image, QIcon.Mode.Normal)
        result.addPixmap(_faded(image), QIcon.Mode.Disabled)
    return result


def densities() -> list[float]:
    """Device px a px of the screens there are, each once, and 1."""
    return sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())})


def _faded(image: QPixmap) -> QPixmap:
    result = QPixmap(image.size())
    result.setDevicePixelRatio(image.devicePixelRatio())
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setOpacity(0.45)
    painter.drawPixmap(0, 0, image)
    painter.end()
    return result
