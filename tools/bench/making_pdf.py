"""A long PDF of made-up words: two columns a page, a running head, page numbers."""

import random
import zlib
from pathlib import Path

from tools.bench.corpora import words

LINES, LEADING, TOP = 52, 13, 730
COLUMNS = (60, 316)


def write_pdf(path: Path, pages: int, seed: int = 7) -> None:
    """Write a PDF of so many pages of about 4,500 characters."""
    source = random.Random(seed)
    objects: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"]
    kids = []
    for number in range(1, pages + 1):
        contents = zlib.compress(_contents(source, number))
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
            % (len(contents), contents)
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(kids))
    path.write_bytes(_file(objects))


def _contents(source: random.Random, number: int) -> bytes:
    placed = [(200, 760, "A long report on nothing"), (300, 30, str(number))]
    for left in COLUMNS:
        for line in range(LINES):
            text = " ".join(words(source, 8))[:46]
            placed.append((left, TOP - line * LEADING, text + ("." if line % 7 == 6 else "")))
    return "\n".join(
        f"BT /F 10.5 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in placed
    ).encode("ascii")  # fmt: skip


def _file(objects: list[bytes]) -> bytes:
    parts, offsets, at = [b"%PDF-1.7\n"], [], 9
    for number, body in enumerate(objects, 1):
        offsets.append(at)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        at += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    parts.append(
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (count, table, count, at)
    )
    return b"".join(parts)
