"""Files that mean harm: a few kilobytes that unfold to gigabytes, or to hours of drawing.

PDFium unfolds whatever it is given, and cannot be interrupted. So the file is looked at first,
without PDFium: how much its streams unfold to, and how often its forms would be drawn inside one
another. What looks harmless is opened at once. What does not is tried in another process, with a
limit to memory and time; most of it turns out to be merely large.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw

from annotator.pdf.engine import engine
from annotator.pdf.refusals import refusal, takes_all

_LARGE_STREAM = 16 << 20
_LARGE_FILE = 256 << 20
"""Bytes that streams unfold to. Pictures do not count: PDFium reads them row by row."""
_LARGE_DRAWING = 1 << 30
"""Bytes of drawing, each form counted as often as it is drawn."""
_FORM_AT_LEAST = 2_000
"""Bytes PDFium takes for an empty one."""
_SHORT = 1 << 10
"""Bytes. Deflate shortens a thousandfold at most: what is shorter unfolds to 1 MB."""
_HEAD = 2_000
_CHUNK = 1 << 20
_ENCRYPTED = b"/Encrypt"
_ROOT = re.compile(rb"/(?:R|#52)(?:o|#6[Ff])(?:o|#6[Ff])(?:t|#74)")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_DECODER = re.compile(rb"/(?:Flate|LZW|RunLength)Decode\b|/(?:Fl|LZW|RL)\b")


@dataclass(frozen=True, slots=True)
class _Stream:
    head: bytes
    body: memoryview


def examine(data: bytes, password: str | None, name: str = "") -> None:
    """Raises ``UnreadableFile`` for a file that would take all memory, or no end of time. What is
    encrypted is refused at once where the password is not the one (``PasswordNeeded``) or nobody
    knows how (``UnsupportedFormat``)."""
    suspicious, encrypted = is_suspicious(data), _ENCRYPTED in data
    if encrypted and not suspicious:
        _check_password(data, password, name)
    if suspicious or encrypted:  # inside an encrypted file nothing can be seen
        from annotator.pdf.trial import survives

        if not survives(data, password):
            raise takes_all(name)


def _check_password(data: bytes, password: str | None, name: str) -> None:
    """Of an encrypted file without its catalogue, which nothing more is opened of: only the table
    of objects and the dictionary of the encryption, and neither is encrypted."""
    headless = _ROOT.sub(lambda found: found[0][:-1] + b"_", data)
    with engine():
        try:
            pypdfium2.PdfDocument(headless, password=password or None).close()
        except pypdfium2.PdfiumError as error:
            if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
                raise refusal(error.err_code, password, name) from error


def is_suspicious(data: bytes) -> bool:
    """Whether what can be seen of the file might take more than its size lets one expect."""
    tally = _Tally()
    return any(tally.exceeded_by(stream) for stream in _streams(data))


def _streams(data: bytes) -> Iterator[_Stream]:
    view, start = memoryview(data), 0
    while (at := data.find(b"stream", start)) >= 0:
        start = at + len(b"stream")
        if data.endswith(b"end", 0, at) or data[start : start + 1] not in (b"\r", b"\n"):
            continue
        start += 2 if data.startswith(b"\r\n", start) else 1
        end = data.find(b"endstream", start)
        head = data[max(0, at - _HEAD) : at].rpartition(b"obj")[2]
        yield _Stream(head, view[start : end if end >= 0 else len(data)])
        if end < 0:
            return
        start = end


class _Tally:
    """What the streams seen so far unfold to."""

    def __init__(self) -> None:
        self._unfolded = 0
        self._nested = 1
        self._uses = 1
        self._form = 0

    def exceeded_by(self, stream: _Stream) -> bool:
        """Whether this stream makes it too much."""
        if _PICTURE.search(stream.head):
            return False
        form = _FORM.search(stream.head) is not None
        if len(stream.body) < _SHORT and not form:
            return False
        if len(_DECODER.findall(stream.head)) > 1:  # shortened twice: a thousandfold, twice
            return True
        size, uses = _unfold(stream)
        self._add(form, size, uses)
        drawing = max(
            self._nested * self._uses * _FORM_AT_LEAST,
            max(self._nested, self._uses) * self._form,
        )
        too_large = size > _LARGE_STREAM or self._unfolded > _LARGE_FILE
        return too_large or drawing > _LARGE_DRAWING

    def _add(self, form: bool, size: int, uses: int) -> None:
        self._unfolded += size
        if form:
            self._form = max(self._form, size)
            self._nested *= max(1, uses)
        else:
            self._uses = max(self._uses, uses)


def _unfold(stream: _Stream) -> tuple[int, int]:
    """How many bytes it holds, and how often it draws a form or a picture. Ends early where that
    is too many anyway."""
    if b"/LZW" in stream.head or b"/RL" in stream.head:
        return len(stream.body) * 1_000, 1
    if not _DECODER.search(stream.head):
        return len(stream.body), bytes(stream.body[:_LARGE_STREAM]).count(b" Do")
    size = uses = 0
    inflating, rest = zlib.decompressobj(), bytes(stream.body)
    try:
        while rest and size <= _LARGE_STREAM:
            chunk = inflating.decompress(rest, _CHUNK)
            size, rest = size + len(chunk), inflating.unconsumed_tail
            uses += chunk.count(b" Do")
            if not chunk:
                break
    except zlib.error:
        return max(size, len(stream.body)), uses
    return size, uses
