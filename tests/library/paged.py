"""Small PDFs, and articles made of them without a reader."""

import hashlib
from dataclasses import replace

from annotator.model import Article, Block, BlockKind, Details, Page
from annotator.pdf import open_pdf
from annotator.store import articles

PAGES = (
    ("The bridge was closed for eleven months.", "Nine of eleven sensors faced the water."),
    ("The river carried ice in March.", "Nobody crossed it."),
)


def small_pdf(pages=PAGES, rotate=0):
    """A PDF of 300 by 400 points a page; each line of text 40 points under the one before, the
    first at 60 from the top."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F 12 Tf 40 {340 - 40 * n} Td ({t}) Tj ET " for n, t in enumerate(lines)
        )
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Rotate {rotate} "
            f"/Contents {number + 1} 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 "
            f"/BaseFont /Helvetica >> >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(shown), shown.encode()))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def paged_article(data, title="Bridges", password=None, **fields):
    """The article of a PDF: a paragraph for each line of its text."""
    pages, blocks, parts, at = [], [], [], 0
    with open_pdf(data, password) as file:
        for number in range(file.page_count):
            geometry = file.geometry(number)
            width, height = geometry.size
            end = at + len(geometry.text)
            pages.append(Page(at, end, "", geometry.sha256, width, height))
            parts.append(geometry.text)
            line = at
            for text in geometry.text.split("\n") if geometry.text else ():
                blocks.append(Block(BlockKind.PARAGRAPH, line, line + len(text)))
                line += len(text) + 1
            at = end + 1 if geometry.text else end
    article = Article(
        "\n".join(filter(None, parts)), tuple(blocks), Details(title=title), "pdf",
        hashlib.sha256(data).hexdigest(), pages=tuple(pages),
    )  # fmt: skip
    return replace(article, **fields)


def add_paged(library, data, **fields):
    """Store the article of a PDF; its id."""
    with library.store.write("import") as batch:
        article = paged_article(data, **fields)
        return articles.add(library.store.connection, batch, article, data, "bridges.pdf")
