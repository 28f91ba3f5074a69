"""Icons of one family (Lucide), drawn in a token's colour at the size and density asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.resources_path import resource

DENSITIES = (1.0, 2.0)
_SMALL = 14  # px at or under which lines are drawn heavier, or they look grey


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")


def svg(name: str, colour: QColor, size: float) -> bytes:
    """The icon's SVG with its lines in ``colour``, their weight fit for ``size`` px."""
    weight = "2" if size <= _SMALL else "1.7"
    text = _source(name).replace("currentColor", colour.name())
    return text.replace('stroke-width="2"', f'stroke-width="{weight}"').encode()


def paint(painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
    """Draws the icon into ``rect`` (logical px), crisp at the painter's own density."""
    QSvgRenderer(QByteArray(svg(name, colour, rect.height()))).render(painter, rect)


def pixmap(name: str, colour: QColor, size: int, density: float = 1.0) -> QPixmap:
    """A square pixmap of ``size`` logical px for a screen of ``density`` device px a px."""
    image = QPixmap(round(size * density), round(size * density))
    image.setDevicePixelRatio(density)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return image


def icon(name: str, colour: QColor, disabled: QColor, size: int) -> QIcon:
    """An icon for buttons and menus, with its disabled look."""
    result = QIcon()
    for density in DENSITIES:
        result.addPixmap(pixmap(name, colour, size, density), QIcon.Mode.Normal)
        result.addPixmap(pixmap(name, disabled, size, density), QIcon.Mode.Disabled)
    return result
