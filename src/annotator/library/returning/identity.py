"""Which articles of the library a PDF was made from: it says so itself, or begins with the bytes
of an original, or holds marks that are known here."""

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from annotator.store import recognising

if TYPE_CHECKING:
    from annotator.pdf import PdfFile

_PACKET = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_ARTICLE = re.compile(rb"annotator:article(?:>\s*|\s*=\s*[\"'])([0-9a-f]{8}(?:-[0-9a-f]{4,12}){4})")
_MARKED = re.compile(rb"annotator:marked(?:>\s*|\s*=\s*[\"'])([-0-9T:]{19}Z)")
_PART = re.compile(r"(.{36})-\d{1,4}")


def named(connection: sqlite3.Connection, data: bytes) -> list[str]:
    """Those that the file names, or whose original it goes on from; its pages are not looked at.
    None for a file that is an original itself."""
    originals = recognising.pdf_originals(connection)
    if any(size == len(data) and _hash(data) == sha for size, sha, _article in originals):
        return []
    found = recognising.present(connection, _said(data))
    return found or _continued(data, originals)


def marked_at(data: bytes) -> str:
    """When the newest of the marks was changed that went out with the file, UTC; "" where it does
    not say."""
    for packet in reversed(_PACKET.findall(data)):
        if _ARTICLE.search(packet):
            found = _MARKED.search(packet)
            return found[1].decode("ascii") if found else ""
    return ""


def may_be_marked(data: bytes) -> bool:
    """Whether there may be names of marks in the file, as far as one can see from without."""
    return b"/NM" in data or b"/ObjStm" in data or b"/Encrypt" in data


def marked(connection: sqlite3.Connection, file: "PdfFile") -> list[str]:
    """Those that marks in the file belong to, by the marks' names."""
    names = [_uuid(found.name) for page in pages(file) for found in file.embedded(page)]
    return recognising.articles_marked(connection, filter(None, names))[:1]


def pages(file: "PdfFile") -> Iterator[int]:
    """The pages that something hangs on."""
    return (page for page in range(file.page_count) if file.annotation_count(page))


def base_name(name: str) -> str:
    """The id in a mark's name: of one that goes on over pages, each has the same."""
    part = _PART.fullmatch(name)
    return part[1] if part and _uuid(part[1]) else name


def _said(data: bytes) -> list[str]:
    """The ids in the newest XMP packet that has some."""
    for packet in reversed(_PACKET.findall(data)):
        if ids := _ARTICLE.findall(packet):
            return [id.decode("ascii") for id in ids]
    return []


def _continued(data: bytes, originals: list[tuple[int, str, str]]) -> list[str]:
    digest, reached = hashlib.sha256(), 0
    found: list[str] = []
    for size, sha, article in originals:
        if size >= len(data):
            break
        digest.update(data[reached:size])
        reached = size
        if digest.hexdigest() == sha:
            found = [article]  # the longest counts: an original may go on from another
    return found


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _uuid(name: str) -> str:
    """The id that a name holds, "" for none."""
    name = name[:36]
    try:
        return name if str(UUID(name)) == name else ""
    except ValueError:
        return ""
