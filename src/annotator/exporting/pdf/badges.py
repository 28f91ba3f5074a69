"""The numbers above the marks' ends, as drawings that all pages share.

They are shapes, not text: a number in the middle of a sentence would tear it apart for every search
and copy. As shapes painted by Qt they would make the file twice as large.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from annotator.exporting.pdf.appearance import ops, rounded
from annotator.exporting.pdf.sheet import CONTROL, INK, PAPER, POINT, Sheet
from annotator.exporting.pdf.type import Type

if TYPE_CHECKING:
    from pypdf import PdfWriter

    from annotator.exporting.pdf.page import Page

SIZE = 6.6
"""The figures' size, px."""
HEIGHT = SIZE * 1.42


class Badges:
    """Draws badges of numbers into a file's pages, each figure and frame kept once."""

    def __init__(self, writer: "PdfWriter", sheet: Sheet, type: Type) -> None:
        from pypdf import generic

        self._g: Any = generic
        self._writer = writer
        self._sheet = sheet
        self._type = type
        self._forms: dict[str, Any] = {}
        self._advances: dict[str, float] = {}
        self._drawn: dict[str, list[tuple[str, float]]] = {}

    def add(self, pages: "Sequence[Page]") -> None:
        """Draw every page's badges on top of what stands there."""
        for page, target in zip(pages, self._writer.pages, strict=True):
            if page.badges:
                self._draw(page.badges, target)

    def _draw(self, badges: Sequence[tuple[QPointF, str]], page: Any) -> None:
        names: set[str] = set()
        parts = ["Q"]
        for at, text in badges:
            if text not in self._drawn:
                self._drawn[text] = list(self._shapes(text))
            x, y = at.x() * POINT, (self._sheet.height - at.y() - HEIGHT) * POINT
            parts.append(f"q 1 0 0 1 {x:.2f} {y:.2f} cm")
            for name, shift in self._drawn[text]:
                names.add(name)
                parts.append(f"1 0 0 1 {shift:.2f} 0 cm /{name} Do")
            parts.append("Q")
        self._resources(page, names)
        before, after = self._stream(b"q"), self._stream("\n".join(parts).encode())
        old = page.get("/Contents")
        kept = list(old) if isinstance(old, self._g.ArrayObject) else [page.raw_get("/Contents")]
        page[self._g.NameObject("/Contents")] = self._g.ArrayObject([before, *kept, after])

    def _shapes(self, text: str) -> Iterator[tuple[str, float]]:
        """The forms that make a badge, each with how far right of the one before it stands, pt."""
        width = badge_width(self._type, text)
        yield self._form(f"Frame{round(width * 100)}", lambda: _frame(width)), 0.0
        if not text:
            yield self._form("Lock", _lock), width * POINT / 2
            return
        advances = [self._advance(figure) for figure in text]
        shift = (width - sum(advances)) / 2
        for figure, advance in zip(text, advances, strict=True):
            name = self._form(f"Figure{ord(figure)}", lambda figure=figure: self._figure(figure))
            yield name, shift * POINT
            shift = advance

    def _advance(self, figure: str) -> float:
        if figure not in self._advances:
            metrics = self._type.metrics(self._type.font(SIZE, 600))
            self._advances[figure] = float(metrics.horizontalAdvance(figure))
        return self._advances[figure]

    def _figure(self, figure: str) -> str:
        large = 20  # drawn large and made small: no rounding to the type's hinted size
        path = QPainterPath()
        font = self._type.font(SIZE * large, 600)
        path.addText(QPointF(0, 0), font, figure)
        wide = self._type.metrics(font).horizontalAdvance(figure) or 1
        scale = self._advance(figure) / wide * POINT
        base = (HEIGHT / 2 - SIZE * 0.365) * POINT
        return f"{ops(INK, 'rg')}\n{_operators(path, scale, base)}\nf"

    def _form(self, name: str, make: Any) -> str:
        if name not in self._forms:
            stream = self._g.StreamObject()
            stream.set_data(make().encode("ascii"))
            box = [self._g.FloatObject(n) for n in (-1, -1, 100, 20)]
            stream.update(
                {
                    self._g.NameObject("/Type"): self._g.NameObject("/XObject"),
                    self._g.NameObject("/Subtype"): self._g.NameObject("/Form"),
                    self._g.NameObject("/BBox"): self._g.ArrayObject(box),
                }
            )
            self._forms[name] = self._writer._add_object(stream)
        return name

    def _stream(self, data: bytes) -> Any:
        stream = self._g.StreamObject()
        stream.set_data(data)
        return self._writer._add_object(stream)

    def _resources(self, page: Any, names: set[str]) -> None:
        resources = page["/Resources"].get_object()
        key = self._g.NameObject("/XObject")
        forms = resources.setdefault(key, self._g.DictionaryObject()).get_object()
        for name in sorted(names):
            forms[self._g.NameObject(f"/{name}")] = self._forms[name]


def badge_width(type: Type, text: str) -> float:
    """How wide a mark's badge is, px."""
    advance = type.metrics(type.font(SIZE, 600)).horizontalAdvance(text)
    return max(SIZE * 1.5, float(advance) + SIZE * 0.85)


def _frame(width: float) -> str:
    box = rounded(0, 0, width * POINT, HEIGHT * POINT, SIZE * 0.42 * POINT)
    return f"{ops(PAPER, 'rg')}\n{ops(CONTROL, 'RG')}\n{SIZE * 0.085 * POINT:.3f} w\n{box} h B"


def _lock() -> str:
    """A closed lock around x = 0."""
    unit, middle = SIZE * POINT, HEIGHT * POINT / 2
    body = QRectF(-0.3 * unit, middle - 0.36 * unit, 0.6 * unit, 0.42 * unit)
    left, right, top = -0.18 * unit, 0.18 * unit, middle + 0.06 * unit
    high = top + 0.36 * unit
    return (
        f"{ops(INK, 'rg')}\n{ops(INK, 'RG')}\n{0.1 * unit:.3f} w\n"
        f"{body.x():.2f} {body.y():.2f} {body.width():.2f} {body.height():.2f} re f\n"
        f"{left:.2f} {top:.2f} m {left:.2f} {high:.2f} {right:.2f} {high:.2f} "
        f"{right:.2f} {top:.2f} c S"
    )


def _operators(path: QPainterPath, scale: float, base: float) -> str:
    """A path whose y grows downwards, as PDF operators with its baseline at ``base`` pt."""
    out: list[str] = []
    points: list[str] = []
    for at in range(path.elementCount()):
        element = path.elementAt(at)
        point = f"{element.x * scale:.2f} {base - element.y * scale:.2f}"
        if element.isMoveTo():
            out.append(f"{point} m")
        elif element.isLineTo():
            out.append(f"{point} l")
        else:
            points.append(point)
            if len(points) == 3:
                out.append(f"{' '.join(points)} c")
                points = []
    return "\n".join(out)
