"""Tells files that Annotator does not read: by their first bytes, so as to name what they are, and
data and source code, which are texts but no articles, by their names."""

import re
from pathlib import Path

from annotator.i18n import _
from annotator.reading.html.tree import words

_MHTML = re.compile(
    rb"[\w-]+:[^\0]{0,2000}?^(?:content-type:\s*multipart/related|mime-version:"
    rb"[^\0]{0,2000}?^content-type:\s*text/html)",
    re.I | re.S | re.M,
)
_TELLING = re.compile(rb"word/|xl/|ppt/|META-INF/container\.xml|content\.xml")

_DATA = words(
    "json jsonl ndjson geojson json5 ipynb webmanifest map csv tsv psv xml xsl xslt xsd dtd svg rss"
    " atom opml kml gpx plist yaml yml toml ini cfg conf properties env lock sql bib ris srt vtt po"
    " pot css scss sass less js mjs cjs jsx ts tsx vue svelte py pyi pyw rb pl pm lua r jl m swift"
    " c h cc cpp cxx hh hpp hxx cs java kt kts scala groovy gradle go rs zig d f90 hs ml ex exs erl"
    " clj lisp el vb vbs bas ps1 bat cmd sh bash zsh fish awk mk cmake tf proto diff patch ics vcf"
    " eml url webloc desktop reg"
)
_SYMBOL = re.compile(r"[{}\[\]<>;=|\\$@^~`_&*+/#]")
_MOST_SYMBOLS = 0.12
_FEWEST_LETTERS = 0.55


def _named() -> tuple[tuple[bytes, str], ...]:
    """(first bytes, what such a file is)."""
    picture, sound, packed = _("a picture"), _("a sound or a film"), _("a packed archive")
    return (
        (b"\x89PNG\r\n\x1a\n", picture), (b"\xff\xd8\xff", picture), (b"GIF87a", picture),
        (b"GIF89a", picture), (b"II*\0", picture), (b"MM\0*", picture),
        (b"ID3", sound), (b"OggS", sound), (b"fLaC", sound), (b"\x1aE\xdf\xa3", sound),
        (b"7z\xbc\xaf\x27\x1c", packed), (b"Rar!\x1a\x07", packed), (b"\x1f\x8b", packed),
        (b"BZh", packed), (b"\xfd7zXZ\0", packed), (b"\x28\xb5\x2f\xfd", packed),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _("an old or locked Office document")),
        (b"{\\rtf", _("a Rich Text document")),
        (b"bplist00", _("a Safari web archive")),
        (b"WARC/", _("a web archive (WARC)")),
        (b"AT&TFORM", _("a DjVu document")),
        (b"%!PS", _("a PostScript document")),
        (b"SQLite format 3\0", _("a database")),
        (b"\x7fELF", _("a program")),
    )  # fmt: skip


def foreign_format(data: bytes) -> str:
    """What kind of file these bytes are ("a picture", "a Word document") when it is one Annotator
    does not read; "" for text, markup and everything unknown."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return _("a picture") if data[8:12] == b"WEBP" else _("a sound or a film")
    if data[4:8] == b"ftyp":
        return _("a sound or a film")
    if data.startswith(b"MZ") and b"\0" in data[:64]:
        return _("a program")
    if _MHTML.match(data[:4096].lstrip()):
        return _("a web page in one file (MHTML)")
    return next((what for start, what in _named() if data.startswith(start)), "")


def _zipped(data: bytes) -> str:
    """What a zip holds, as far as its names tell; a damaged one is still a zip."""
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = [found.decode() for found in _TELLING.findall(data[:65_536])]
    kinds = {
        "word/": _("a Word document"), "xl/": _("an Excel workbook"),
        "ppt/": _("a PowerPoint presentation"), "META-INF/container.xml": _("an EPUB book"),
        "content.xml": _("an OpenDocument file"),
    }  # fmt: skip
    found = (what for start, what in kinds.items() if any(n.startswith(start) for n in names))
    return next(found, _("a zip archive"))


def is_data(path: Path) -> bool:
    """Whether the name is one of data or source code."""
    return path.suffix.lower().removeprefix(".") in _DATA


def looks_like_prose(text: str) -> bool:
    """Whether a text is mostly words: false for source code, dumps and tables of numbers."""
    signs = [char for char in text if not char.isspace()]
    letters = sum(char.isalpha() or not char.isascii() for char in signs)
    symbols = len(_SYMBOL.findall(text))
    return letters >= _FEWEST_LETTERS * len(signs) and symbols <= _MOST_SYMBOLS * len(signs)
