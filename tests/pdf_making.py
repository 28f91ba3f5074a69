"""Small PDFs for tests, written byte by byte: text at places, turned pages, boxes, annotations.

sheet = Sheet()
sheet.text(72, 720, "A title", size=24, font="bold")
data = make_pdf(sheet, info={"Title": "A title"})
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin

FONTS = {
    "sans": "Helvetica",
    "bold": "Helvetica-Bold",
    "serif": "Times-Roman",
    "italic": "Times-Italic",
    "mono": "Courier",
}


@dataclass
class Sheet:
    """A page. Boxes are (x0, y0, x1, y1) in user space; ``annotations`` raw dictionaries
    (``<< /Type /Annot … >>``), each written as an object of its own; ``entries`` raw entries of
    the page's dictionary."""

    width: float = 612
    height: float = 792
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    annotations: list[str] = field(default_factory=list)
    entries: str = ""
    contents: list[bytes] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 12,
        font: str = "sans",
        angle: float = 0,
        mode: int = 0,
    ) -> None:
        """Words whose baseline starts at (x, y), user space; ``angle`` turns it, degrees against
        the clock; ``mode`` is the text rendering mode (3: not seen). The font ``mapped`` writes
        what ``make_pdf(unicode=…)`` says its codes mean."""
        turn = cos(radians(angle)), sin(radians(angle))
        matrix = f"{turn[0]:.5f} {turn[1]:.5f} {-turn[1]:.5f} {turn[0]:.5f} {x} {y}"
        hexed = words.encode("cp1252").hex()
        self.raw(f"BT /{font} {size} Tf {mode} Tr {matrix} Tm <{hexed}> Tj ET")

    def lines(
        self, x: float, y: float, lines: Sequence[str], *, leading: float = 14, **look: object
    ) -> None:
        """Lines one under the other, ``leading`` points from baseline to baseline."""
        for number, line in enumerate(lines):
            self.text(x, y - number * leading, line, **look)  # type: ignore[arg-type]

    def raw(self, operators: str) -> None:
        """Operators of the content stream as they are."""
        self.contents.append(operators.encode("latin-1"))


class _Objects:
    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def add(self, body: str | bytes = b"") -> int:
        self.bodies.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.bodies)

    def set(self, number: int, body: str) -> None:
        self.bodies[number - 1] = body.encode("latin-1")

    def stream(self, data: bytes, entries: str = "") -> int:
        packed = zlib.compress(data)
        head = f"<< /Length {len(packed)} /Filter /FlateDecode {entries} >>\nstream\n"
        return self.add(head.encode("latin-1") + packed + b"\nendstream")

    def file(self, root: int, info: int) -> bytes:
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self.bodies, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\n" % (
            len(places) + 1, root, info,
        )  # fmt: skip
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def pdf_string(text: str) -> str:
    """A text string as it stands in a dictionary."""
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


def make_pdf(
    *sheets: Sheet,
    info: Mapping[str, str] | None = None,
    catalogue: str = "",
    unicode: Mapping[int, str] | None = None,
    outline: Sequence[tuple[str, int, int]] = (),
) -> bytes:
    """The file of these pages. ``info`` is the document information; ``catalogue`` raw entries
    of the root; ``unicode`` what the codes of the font ``mapped`` mean; ``outline`` bookmarks as
    (title, level from 1, page from 0). The pages are objects 3, 4, …"""
    objects = _Objects()
    root, tree = objects.add(), objects.add()
    pages = [objects.add() for _ in sheets]
    fonts = _fonts(objects, unicode or {})
    for number, sheet in zip(pages, sheets, strict=True):
        objects.set(number, _page(objects, sheet, tree, fonts))
    kids = " ".join(f"{number} 0 R" for number in pages)
    objects.set(tree, f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    bookmarks = _outline(objects, outline, pages) if outline else ""
    objects.set(root, f"<< /Type /Catalog /Pages {tree} 0 R {bookmarks} {catalogue} >>")
    entries = " ".join(f"/{key} {pdf_string(value)}" for key, value in (info or {}).items())
    return objects.file(root, objects.add(f"<< {entries} >>"))


def _fonts(objects: _Objects, unicode: Mapping[int, str]) -> str:
    names = []
    for name, base in FONTS.items():
        number = objects.add(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"
        )
        names.append(f"/{name} {number} 0 R")
    mapping = objects.stream(_to_unicode(unicode))
    number = objects.add(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
        f" /ToUnicode {mapping} 0 R >>"
    )
    return " ".join([*names, f"/mapped {number} 0 R"])


def _to_unicode(unicode: Mapping[int, str]) -> bytes:
    pairs = "\n".join(
        f"<{code:02x}> <{text.encode('utf-16-be').hex()}>" for code, text in unicode.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def"
        " 1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(unicode)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    ).encode()


def _page(objects: _Objects, sheet: Sheet, tree: int, fonts: str) -> str:
    contents = objects.stream(b"\n".join(sheet.contents))
    parts = [
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {sheet.width} {sheet.height}]",
        f"/Contents {contents} 0 R /Resources << /Font << {fonts} >> >>",
    ]
    if sheet.rotate:
        parts.append(f"/Rotate {sheet.rotate}")
    if sheet.crop:
        parts.append("/CropBox [{} {} {} {}]".format(*sheet.crop))
    if sheet.annotations:
        numbers = [objects.add(body) for body in sheet.annotations]
        parts.append("/Annots [" + " ".join(f"{number} 0 R" for number in numbers) + "]")
    return " ".join([*parts, sheet.entries, ">>"])


def _outline(
    objects: _Objects, outline: Sequence[tuple[str, int, int]], pages: Sequence[int]
) -> str:
    """Bookmarks, each linked to its parent and its neighbours."""
    root = objects.add()
    numbers = [objects.add() for _ in outline]
    parents: list[int] = []
    open_levels = [(0, root)]
    for number, (_title, level, _target) in zip(numbers, outline, strict=True):
        while open_levels[-1][0] >= level:
            open_levels.pop()
        parents.append(open_levels[-1][1])
        open_levels.append((level, number))
    for index, (number, (title, _level, target)) in enumerate(zip(numbers, outline, strict=True)):
        links = _family(number, numbers, parents)
        objects.set(
            number,
            f"<< /Title {pdf_string(title)} /Parent {parents[index]} 0 R"
            f" /Dest [{pages[target]} 0 R /XYZ 0 700 0] {links} >>",
        )
    objects.set(root, f"<< /Type /Outlines {_family(root, numbers, parents)} >>")
    return f"/Outlines {root} 0 R"


def _family(number: int, numbers: Sequence[int], parents: Sequence[int]) -> str:
    children = [each for each, parent in zip(numbers, parents, strict=True) if parent == number]
    parts = []
    if children:
        parts.append(f"/First {children[0]} 0 R /Last {children[-1]} 0 R /Count {len(children)}")
    if number in numbers:
        parent = parents[numbers.index(number)]
        siblings = [n for n, p in zip(numbers, parents, strict=True) if p == parent]
        at = siblings.index(number)
        if at:
            parts.append(f"/Prev {siblings[at - 1]} 0 R")
        if at + 1 < len(siblings):
            parts.append(f"/Next {siblings[at + 1]} 0 R")
    return " ".join(parts)
