"""Marks, links, bookmarks and what is known about the file, written into the PDF by pypdf.

A mark is a Highlight or Underline annotation with a box a line and an appearance of its own, so
that every viewer and printer shows it the same: the ground multiplied with the page, so text stays
black on it, and the colour's own line below.
"""

import io
import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from annotator.exporting.pdf_sheet import LOOKS, POINT, Look, Sheet
from annotator.i18n import _

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from PySide6.QtCore import QRectF

    from annotator.exporting.pdf_page import MarkBox, Page

_RADIUS = 1.5  # pt
_ROUND = 0.5523  # a quarter circle as a Bézier curve


def annotate(
    data: bytes,
    pages: "Sequence[Page]",
    sheet: Sheet,
    info: dict[str, str],
    mend: "Callable[[PdfWriter], None]",
) -> bytes:
    """The PDF with the pages' marks, links and headings. ``info`` goes into its Info dictionary,
    ``mend`` puts right what Qt got wrong."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(data))
    mend(writer)
    _Annotations(writer, sheet).add(pages)
    _add_bookmarks(writer, pages, sheet)
    writer.add_metadata(info)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class _Annotations:
    """Adds a file's annotations; what they share is made once."""

    def __init__(self, writer: "PdfWriter", sheet: Sheet) -> None:
        from pypdf import generic

        self._g: Any = generic
        self._writer = writer
        self._height = sheet.height
        self._state = writer._add_object(
            self._dictionary(Type="/ExtGState", BM="/Multiply", AIS=False)
        )
        self._resources = writer._add_object(
            generic.DictionaryObject(
                {self._name("ExtGState"): self._dictionary(Multiply=self._state)}
            )
        )

    def add(self, pages: "Sequence[Page]") -> None:
        """Add everything to the pages."""
        for page, target in zip(pages, self._writer.pages, strict=True):
            found = [self._mark(box, target) for box in page.marks]
            found += [self._link(box, url) for box, url in page.links]
            found += [self._jump(jump.box, self._writer.pages[jump.page]) for jump in page.jumps]
            if found:
                made = [self._writer._add_object(one) for one in found]
                target[self._name("Annots")] = self._g.ArrayObject(made)

    def _mark(self, mark: "MarkBox", page: Any) -> Any:
        annotation = mark.annotation
        look = LOOKS[annotation.colour]
        boxes = [self._points(box) for box in mark.boxes]
        underline = annotation.style == "underline"
        part = "" if mark.part == 1 else f"-{mark.part}"
        made = self._dictionary(
            Type="/Annot",
            Subtype="/Underline" if underline else "/Highlight",
            Rect=_around(boxes),
            QuadPoints=[n for x0, y0, x1, y1 in boxes for n in (x0, y1, x1, y1, x0, y0, x1, y0)],
            C=_rgb(mark.line if underline else look.ground),
            F=4,
            NM=self._g.TextStringObject(f"{annotation.id}{part}"),
            Contents=self._g.TextStringObject(mark.contents),
            T=self._g.TextStringObject(annotation.author_name),
            P=page.indirect_reference,
        )
        for key, time in (("M", annotation.modified), ("CreationDate", annotation.created)):
            if date := pdf_date(time):
                made[self._name(key)] = self._g.TextStringObject(date)
        appearance = self._appearance(mark, look, boxes, underline)
        made[self._name("AP")] = self._dictionary(N=appearance)
        return made

    def _appearance(
        self, mark: "MarkBox", look: Look, boxes: "Sequence[Box]", underline: bool
    ) -> Any:
        stream = self._g.StreamObject()
        stream.set_data(_paint(mark, look, boxes, underline).encode("ascii"))
        stream.update(
            self._dictionary(
                Type="/XObject", Subtype="/Form", BBox=_around(boxes), Resources=self._resources
            )
        )
        return self._writer._add_object(stream)

    def _link(self, box: "QRectF", url: str) -> Any:
        action = self._dictionary(Type="/Action", S="/URI")
        action[self._name("URI")] = self._g.ByteStringObject(url.encode("utf-8"))
        return self._hotspot(box, A=action)

    def _jump(self, box: "QRectF", page: Any) -> Any:
        destination = self._g.ArrayObject([page.indirect_reference, self._name("Fit")])
        return self._hotspot(box, Dest=destination)

    def _hotspot(self, box: "QRectF", **entries: Any) -> Any:
        return self._dictionary(
            Type="/Annot", Subtype="/Link", Rect=list(self._points(box)), Border=[0, 0, 0], F=4,
            **entries,
        )  # fmt: skip

    def _points(self, box: "QRectF") -> "Box":
        left, right = box.left() * POINT, box.right() * POINT
        return (left, (self._height - box.bottom()) * POINT, right,
                (self._height - box.top()) * POINT)  # fmt: skip

    def _name(self, name: str) -> Any:
        return self._g.NameObject(f"/{name}")

    def _dictionary(self, **entries: Any) -> Any:
        return self._g.DictionaryObject(
            {self._name(key): self._value(value) for key, value in entries.items()}
        )

    def _value(self, value: Any) -> Any:
        if isinstance(value, str) and value.startswith("/") and type(value) is str:
            return self._g.NameObject(value)
        if isinstance(value, bool):
            return self._g.BooleanObject(value)
        if isinstance(value, int):
            return self._g.NumberObject(value)
        if type(value) is list:
            return self._g.ArrayObject([self._g.FloatObject(round(n, 2)) for n in value])
        return value


Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the page's bottom left corner."""


def _around(boxes: Sequence[Box]) -> list[float]:
    """One rectangle around the boxes and their lines."""
    return [
        min(box[0] for box in boxes) - 1.5, min(box[1] for box in boxes) - 2.5,
        max(box[2] for box in boxes) + 1.5, max(box[3] for box in boxes) + 1,
    ]  # fmt: skip


def _rgb(colour: str) -> list[float]:
    return [round(int(colour[at : at + 2], 16) / 255, 3) for at in (1, 3, 5)]


def _ops(colour: str, operator: str) -> str:
    return f"{' '.join(f'{part:g}' for part in _rgb(colour))} {operator}"


# The appearance


def _paint(mark: "MarkBox", look: Look, boxes: Sequence[Box], underline: bool) -> str:
    width = (1.3 if mark.strong else 0.8) * (1.5 if look.round else 1)
    parts = ["/Multiply gs"]
    if not underline:
        parts.append(_ops(look.ground, "rg"))
        parts += [_rounded(*box) for box in boxes]
    parts.append(_ops(mark.line, "RG"))
    parts.append(f"{width:g} w {1 if look.round else 0} J")
    if look.dashes:
        dashes = " ".join(f"{max(0.01, part) * width:.3g}" for part in look.dashes)
        parts.append(f"[{dashes}] 0 d")
    for left, bottom, right, _top in boxes:
        parts.append("".join(_strokes(look, left, right, bottom, width)))
    return "\n".join(parts)


def _rounded(left: float, bottom: float, right: float, top: float) -> str:
    """A rounded rectangle, a little wider than the words."""
    left, right = left - 0.4, right + 0.4
    r = min(_RADIUS, (right - left) / 2, (top - bottom) / 2)
    k = r * (1 - _ROUND)
    return (
        f"{left + r:.2f} {bottom:.2f} m {right - r:.2f} {bottom:.2f} l "
        f"{right - k:.2f} {bottom:.2f} {right:.2f} {bottom + k:.2f} {right:.2f} {bottom + r:.2f} c "
        f"{right:.2f} {top - r:.2f} l "
        f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - r:.2f} {top:.2f} c "
        f"{left + r:.2f} {top:.2f} l "
        f"{left + k:.2f} {top:.2f} {left:.2f} {top - k:.2f} {left:.2f} {top - r:.2f} c "
        f"{left:.2f} {bottom + r:.2f} l "
        f"{left:.2f} {bottom + k:.2f} {left + k:.2f} {bottom:.2f} {left + r:.2f} {bottom:.2f} c f"
    )


def _strokes(look: Look, left: float, right: float, y: float, width: float) -> Iterator[str]:
    match look.shape:
        case "double":
            for shift in (0.1, -1.9):
                at = y + shift * width
                yield f"{left:.2f} {at:.2f} m {right:.2f} {at:.2f} l S "
        case "wave":
            steps = max(1, math.ceil((right - left) / (2.5 * width)))
            step, high = (right - left) / steps, 1.1 * width
            yield f"{left:.2f} {y:.2f} m"
            for number in range(steps):
                x, side = left + number * step, high if number % 2 else -high
                yield (
                    f" {x + step / 3:.2f} {y + side:.2f} {x + step * 2 / 3:.2f} {y + side:.2f}"
                    f" {x + step:.2f} {y:.2f} c"
                )
            yield " S"
        case _:
            yield f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"


# The file


def pdf_date(time: str) -> str:
    """``2026-11-24T09:30:00Z`` (or a date) as a PDF date, ``""`` for anything else."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d))?", time)
    if not match:
        return ""
    return f"D:{''.join(part or '00' for part in match.groups())}+00'00'"


def _add_bookmarks(writer: "PdfWriter", pages: "Sequence[Page]", sheet: Sheet) -> None:
    """The headings as bookmarks, lower ones below higher ones."""
    from pypdf.generic import Fit

    open_: list[tuple[int, Any]] = []
    for number, page in enumerate(pages):
        for level, title, y in page.headings:
            while open_ and open_[-1][0] >= level:
                open_.pop()
            parent = open_[-1][1] if open_ else None
            fit = Fit.xyz(left=0, top=round((sheet.height - y) * POINT, 1))
            item = writer.add_outline_item(title=title, page_number=number, parent=parent, fit=fit)
            open_.append((level, item))


def subject(count: int) -> str:
    """What the file is, for its Info dictionary."""
    return _("Annotated article") if count == 1 else _("Annotated articles")
