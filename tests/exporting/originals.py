"""PDFs written by hand, and what other programs see in what became of them."""

import ctypes
import io
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as raw
import pytest

from annotator.exporting.original.marks import PdfMark, PdfReply
from annotator.model import Article, Details

LINES = ("The port fell by 38 percent.", "Nobody kept the winter’s readings.")
FIRST = ((72.0, 712.0, 240.0, 712.0, 72.0, 697.0, 240.0, 697.0),)
"""Around the first line."""
SECOND = ((72.0, 692.0, 280.0, 692.0, 72.0, 677.0, 280.0, 677.0),)
ARTICLE = Article(
    text="", blocks=(), details=Details(title="Port"), format="pdf", sha256="ab" * 32,
    id="11111111-2222-5333-8444-555555555555", version="v-1",
)  # fmt: skip


def plain_pdf(
    pages: int = 1, *, page: str = "", objects: Sequence[bytes] = (), catalogue: str = "",
    streams: bool = False,
) -> bytes:  # fmt: skip
    """A PDF with two lines on each page. ``page`` are more entries of each page, ``catalogue`` of
    the catalogue, ``objects`` stand from number ``10`` on. ``streams``: cross-references as a
    stream, all but streams in an object stream."""
    first = 10 + len(objects)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(pages))
    made: dict[int, bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        2: f"<< /Type /Pages /Count {pages} /Kids [{kids}] /MediaBox [0 0 612 792]"
           f" /Resources << /Font << /F 3 0 R >> >> >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }  # fmt: skip
    made |= {10 + at: body for at, body in enumerate(objects)}
    text = "BT /F 12 Tf 72 700 Td " + " 0 -20 Td ".join(
        f"({line.replace('’', chr(39))}) Tj" for line in LINES
    )
    content = f"{text} ET".encode()
    for at in range(pages):
        number = first + 2 * at
        entries = page.replace("{self}", str(number))
        made[number] = (
            f"<< /Type /Page /Parent 2 0 R /Contents {number + 1} 0 R {entries} >>".encode()
        )
        made[number + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    return _with_stream(made) if streams else _with_table(made)


def _with_table(made: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in sorted(made.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(made) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        at = places.get(number)
        out += b"0000000000 00001 f \n" if at is None else b"%010d 00000 n \n" % at
    identity = b"/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (size, identity)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _with_stream(made: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    loose = {number: body for number, body in made.items() if b"stream\n" in body}
    packed = {number: body for number, body in made.items() if number not in loose}
    places = {}
    inside, head = b"", b""
    for number, body in sorted(packed.items()):
        head += b"%d %d " % (number, len(inside))
        inside += body + b"\n"
    box = max(made) + 1
    entries = b"<< /Type /ObjStm /N %d /First %d /Length %d >>" % (
        len(packed), len(head), len(head + inside),
    )  # fmt: skip
    loose[box] = entries + b"\nstream\n" + head + inside + b"\nendstream"
    for number, body in sorted(loose.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, own = len(out), box + 1
    places[own] = start
    rows = b""
    order = sorted(packed)
    for number in range(own + 1):
        if number in packed:
            rows += bytes((2,)) + box.to_bytes(4, "big") + bytes((order.index(number),))
        else:
            kind = 1 if number in places else 0
            rows += bytes((kind,)) + places.get(number, 0).to_bytes(4, "big") + b"\0"
    out += b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n" % (
        own, own + 1, len(rows),
    )  # fmt: skip
    return bytes(out + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)


LOCKS = ("RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256")
"""The ways in which passwords lock a file."""


def encrypted(data: bytes, user: str, owner: str, lock: str = "RC4-128") -> bytes:
    """The file behind passwords."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user, owner, algorithm=lock)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def mark(**fields: Any) -> PdfMark:
    """A mark on the first line."""
    known: dict[str, Any] = {
        "id": "aaaaaaaa-0000-4000-8000-000000000001", "page": 0, "quads": FIRST,
        "contents": "1 · Check this.", "author": "Ada",
        "created": "2026-05-12T09:30:00Z", "modified": "2026-05-13T10:00:00Z",
    }  # fmt: skip
    return PdfMark(**{**known, **fields})


REPLY = PdfReply("bbbbbbbb-0000-4000-8000-000000000001", "Björn", "Réponse: 好", "2026-05-14")


# What pypdf sees


def annotations(data: bytes, page: int = 0, password: str = "") -> list[Any]:
    """A page's annotations as pypdf reads them."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        reader.decrypt(password)
    return [one.get_object() for one in reader.pages[page].get("/Annots", [])]


# What PDFium sees


@dataclass(frozen=True)
class Seen:
    """An annotation as PDFium reads it."""

    subtype: int
    contents: str
    author: str
    name: str
    modified: str
    has_appearance: bool
    quads: tuple[tuple[float, ...], ...]
    answers: str


def seen(data: bytes, page: int = 0, password: str | None = None) -> list[Seen]:
    """A page's annotations as PDFium reads them."""
    document = pypdfium2.PdfDocument(data, password=password)
    opened = document[page]
    found = []
    for at in range(raw.FPDFPage_GetAnnotCount(opened.raw)):
        one = raw.FPDFPage_GetAnnot(opened.raw, at)
        found.append(_seen(one))
        raw.FPDFPage_CloseAnnot(one)
    document.close()
    return found


def _seen(one: Any) -> Seen:
    other = raw.FPDFAnnot_GetLinkedAnnot(one, b"IRT")
    return Seen(
        raw.FPDFAnnot_GetSubtype(one), _text(one, b"Contents"), _text(one, b"T"),
        _text(one, b"NM"), _text(one, b"M"), bool(raw.FPDFAnnot_HasKey(one, b"AP")),
        tuple(_quad(one, at) for at in range(raw.FPDFAnnot_CountAttachmentPoints(one))),
        _text(other, b"NM") if other else "",
    )  # fmt: skip


def _quad(one: Any, at: int) -> tuple[float, ...]:
    points = raw.FS_QUADPOINTSF()
    raw.FPDFAnnot_GetAttachmentPoints(one, at, points)
    return tuple(round(getattr(points, name), 2) for name, _type in points._fields_)


def _text(one: Any, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(one, key, None, 0)
    buffer = (raw.FPDF_WCHAR * (size // 2))()
    raw.FPDFAnnot_GetStringValue(one, key, buffer, size)
    return ctypes.string_at(buffer, max(0, size - 2)).decode("utf-16-le")


# Pictures


@dataclass(frozen=True)
class Picture:
    """A page as RGB bytes, a pixel a point."""

    width: int
    height: int
    data: bytes

    def differs(self, other: "Picture") -> tuple[int, int, int, int] | None:
        """Around the pixels that are not alike, None where all are."""
        assert (self.width, self.height) == (other.width, other.height)
        rows = range(self.height)
        wide = self.width * 3
        changed = [y for y in rows if self._row(y) != other._row(y)]
        if not changed:
            return None
        columns = [
            x
            for y in changed
            for x in range(0, wide, 3)
            if self._row(y)[x : x + 3] != other._row(y)[x : x + 3]
        ]
        return min(columns) // 3, changed[0], max(columns) // 3, changed[-1]

    def at(self, x: int, y: int) -> tuple[int, int, int]:
        """The colour of a pixel."""
        start = (y * self.width + x) * 3
        return self.data[start], self.data[start + 1], self.data[start + 2]

    def _row(self, y: int) -> bytes:
        return self.data[y * self.width * 3 : (y + 1) * self.width * 3]


def by_pdfium(data: bytes, page: int = 0, password: str | None = None) -> Picture:
    """A page as PDFium draws it."""
    document = pypdfium2.PdfDocument(data, password=password)
    bitmap = document[page].render(scale=1, rev_byteorder=True)
    rows = bytes(bitmap.buffer)
    packed = b"".join(
        rows[y * bitmap.stride : y * bitmap.stride + bitmap.width * bitmap.n_channels]
        for y in range(bitmap.height)
    )
    if bitmap.n_channels == 4:
        packed = b"".join(packed[at : at + 3] for at in range(0, len(packed), 4))
    made = Picture(bitmap.width, bitmap.height, packed)
    document.close()
    return made


def by_poppler(data: bytes, folder: Path, page: int = 0, password: str = "") -> Picture:
    """A page as poppler draws it; the test is skipped without its tools."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("needs poppler's tools")
    file = folder / "page.pdf"
    file.write_bytes(data)
    only = ["-f", str(page + 1), "-l", str(page + 1)]
    command = ["pdftoppm", "-r", "72", "-cropbox", *only, "-upw", password, str(file)]
    ran = subprocess.run(command, capture_output=True, check=True)
    _magic, size, _depth, body = ran.stdout.split(b"\n", 3)
    width, height = map(int, size.split())
    return Picture(width, height, body)
