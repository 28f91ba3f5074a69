"""An area of a page on a card: what is seen there, and where it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.model import Annotation
from annotator.ui.cards.parts import LEFT, Act, Part
from annotator.ui.cards.pictures import AreaPictures, Wanted
from annotator.ui.cards.text import elided
from annotator.ui.kit import paint
from annotator.ui.kit.roles import Role
from annotator.ui.marks.areas import area_size, is_sign
from annotator.ui.theme import Theme

BAR = 13
"""px at 100 %: the mark's bar of colour and the air beside it, as with a quote."""
POINT = 96 / 72
"""px at 100 % of a point: an area is shown no larger than on paper."""
HIGHEST, HIGHEST_OPEN = 110, 260
SIGN = 24
"""px at 100 %: the side of the sign of a note where there is nothing else to be seen."""


class PicturePart(Part):
    """A thumbnail in place of a quote. Its height is known from the area alone; the picture comes
    when it is drawn."""

    spoken_as = Role.Graphic

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._pictures: AreaPictures | None = None
        self._annotation = Annotation("", "")
        self._size, self._caption, self._highest = (0.0, 0.0), "", HIGHEST

    def fill(
        self, pictures: AreaPictures, annotation: Annotation, caption: str, *, open: bool
    ) -> "PicturePart":
        """``caption`` stands under the picture."""
        if self._pictures is not pictures:
            pictures.came.connect(self._came)
            self._pictures = pictures
        self._annotation, self._caption = annotation, caption
        self._size = area_size(annotation)
        self._highest = HIGHEST_OPEN if open else HIGHEST
        self.setAccessibleName(caption)
        self.update()
        return self

    def _came(self, id: str) -> None:
        if id == self._annotation.id:
            self.update()

    def _shown(self, width: int) -> QSize:
        """How large the picture is, px, in a part of this width."""
        wide, high = self._size
        if wide <= 0 or high <= 0:
            return QSize(0, 0)
        px = self.theme.px
        factor = min(px(1000) / 1000 * POINT, (width - px(BAR)) / wide, px(self._highest) / high)
        return QSize(max(1, round(wide * factor)), max(1, round(high * factor)))

    def height_for(self, width: int) -> int:
        picture = self._shown(width).height()
        gap = self.theme.px(3) if picture else 0
        return picture + gap + self.theme.px(17)

    def _wanted(self, size: QSize) -> Wanted | None:
        pixels = size.width() * self.devicePixelRatioF()
        return self._pictures.wanted(self._annotation, self._size[0], pixels)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, left = QPainter(self), self.theme, self.theme.px(BAR)
        bar = QRectF(0, 0, theme.px(4), self.height())
        painter.fillRect(bar, theme.mark(self._annotation.colour))
        size = self._shown(self.width())
        if not size.isEmpty():
            self._paint_picture(painter, QRectF(left, 0, size.width(), size.height()), size)
        line = theme.px(17)
        caption = QRectF(left, self.height() - line, self.width() - left, line)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        text = elided(theme, self._caption, "small", caption.width())
        painter.drawText(caption, LEFT, text)

    def _paint_picture(self, painter: QPainter, place: QRectF, size: QSize) -> None:
        if self._pictures is None or is_sign(self._annotation):
            self._paint_sign(painter, place)
            return
        what = self._wanted(size)
        image = self._pictures.get(what) if what else None
        if image is None or image.isNull():
            painter.fillRect(place, self.theme.colour("chrome"))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        if image is not None and image.isNull():
            self._paint_sign(painter, place)
        self._paint_frame(painter, place)

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        """That there is a note, where no picture says more."""
        side = min(self.theme.px(SIGN), place.width(), place.height())
        paint.icon(painter, self.theme, "sticky-note", "secondary", paint.centred(place, side))

    def _paint_frame(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(self.theme.colour("hairline"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
