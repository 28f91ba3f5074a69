"""What a PDF says about itself."""

import re
from dataclasses import dataclass

import pypdfium2.raw as raw

from annotator.pdf.engine import engine
from annotator.pdf.open_file import OpenFile
from annotator.pdf.strings import iso_date, one_line, wide
from annotator.pdf.xmp import Xmp, read_xmp

_LONGEST = 500
_PROGRAM = re.compile(r"^(?:Microsoft (?:Office )?(?:Word|PowerPoint|Excel) *-|PowerPoint.*$)\s*")
_FILE = re.compile(
    r"\.(?:docx?|dotx?|rtf|odt|pages|tex|dvi|ps|indd?|qxp?d?|pptx?|xlsx?|pdf|txt|html?|exe)$", re.I
)
_NO_TITLE = frozenset({"", "untitled", "document", "untitled document", "title", "none", "unknown"})
_NO_AUTHOR = frozenset(
    {"", "unknown", "author", "admin", "administrator", "user", "owner", "anonymous", "none"}
)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty where the file says nothing. ``created`` and ``modified`` are UTC (ISO 8601),
    ``language`` a tag such as ``en-GB``; ``creator`` is the program the text was written in,
    ``producer`` the one that made the PDF. A file's name or a program's is no title."""

    title: str = ""
    authors: tuple[str, ...] = ()
    subject: str = ""
    created: str = ""
    modified: str = ""
    language: str = ""
    doi: str = ""
    creator: str = ""
    producer: str = ""


def metadata(file: OpenFile) -> Metadata:
    """From the document information; what it leaves open from the XMP packet."""
    with engine():
        info = {key: _entry(file, key) for key in _KEYS}
        language = wide(lambda buffer, size: raw.FPDFCatalog_GetLanguage(file.raw, buffer, size))
    xmp = read_xmp(file.data)
    return Metadata(
        title=title_of(info["Title"]) or title_of(xmp.title),
        authors=_authors(info["Author"], xmp),
        subject=info["Subject"] or xmp.description[:_LONGEST],
        created=iso_date(info["CreationDate"]),
        modified=iso_date(info["ModDate"]),
        language=language if len(language) <= 35 else "",
        doi=_doi(xmp.doi, info["Subject"]),
        creator=info["Creator"],
        producer=info["Producer"],
    )


_KEYS = ("Title", "Author", "Subject", "CreationDate", "ModDate", "Creator", "Producer")


def title_of(text: str) -> str:
    """The title without the name of the program that wrote it; "" where it is a file's name."""
    title = _PROGRAM.sub("", one_line(text))[:_LONGEST]
    return "" if title.lower() in _NO_TITLE or _FILE.search(title) else title


def _entry(file: OpenFile, key: str) -> str:
    name = key.encode()
    value = wide(lambda buffer, size: raw.FPDF_GetMetaText(file.raw, name, buffer, size))
    return one_line(value)[:_LONGEST]


def _authors(text: str, xmp: Xmp) -> tuple[str, ...]:
    """One name or several: a list where the XMP packet has one, else parted at semicolons."""
    names = xmp.creators if len(xmp.creators) > 1 or not text else tuple(text.split(";"))
    named = (one_line(name)[:_LONGEST] for name in names[:200])
    return tuple(dict.fromkeys(name for name in named if name.lower() not in _NO_AUTHOR))


def _doi(*texts: str) -> str:
    found = (_DOI.search(text) for text in texts)
    return next((match[0].rstrip(".,;)") for match in found if match), "")
