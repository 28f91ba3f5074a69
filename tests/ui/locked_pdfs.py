"""Small PDFs that open with a password only."""

from io import BytesIO
from pathlib import Path

from tests.pdf_making import Sheet, make_pdf

PASSWORD = "open sesame 7"


def locked_pdf(folder: Path, name: str = "report.pdf", password: str = PASSWORD) -> Path:
    """A page of text, locked; each name has words of its own."""
    from pypdf import PdfReader, PdfWriter

    sheet = Sheet(width=300, height=400)
    sheet.text(40, 340, f"The bridge of {name[:-4]}", size=20, font="bold")
    sheet.lines(40, 300, ["The bridge was closed for eleven months,", "the city said on Monday."])
    sheet.raw("1 0 0 rg 40 40 100 50 re f")
    writer = PdfWriter(clone_from=PdfReader(BytesIO(make_pdf(sheet))))
    writer.encrypt(password, algorithm="RC4-128")
    path = folder / name
    with path.open("wb") as file:
        writer.write(file)
    return path
