"""Strings and dates of a PDF, as PDFium hands them out and as the file writes them."""

import ctypes
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

_LONGEST = 1 << 20
"""Bytes of UTF-16. More is no title, name or note."""
_DATE = re.compile(
    r"\s*(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:([Zz+-])(?:(\d\d)'?(\d\d)?)?)?"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")


def wide(fill: Callable[[Any, int], int]) -> str:
    """The string that a function of PDFium writes: called with nothing it says how many bytes,
    called with a buffer it fills it with UTF-16. Needs the engine."""
    length = fill(None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    fill(buffer, length)
    return clean(bytes(buffer)[:-2].decode("utf-16-le", errors="replace"))


def narrow(fill: Callable[[Any, int], int]) -> str:
    """The same for functions that write bytes (addresses)."""
    length = fill(None, 0)
    if not 1 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    fill(buffer, length)
    return clean(buffer.raw[: length - 1].decode("utf-8", errors="replace"))


def clean(text: str) -> str:
    """Without control characters; line ends are line feeds."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", text).strip()


def one_line(text: str) -> str:
    """Words with one blank between them."""
    return " ".join(text.split())


def iso_date(text: str) -> str:
    """A date of the file (``D:20260528143000+02'00'``) as ``2026-05-28T12:30:00Z``; "" for what is
    none. A date without a zone is taken for UTC."""
    if (match := _DATE.match(text)) is None:
        return ""
    year, *rest = match.groups()[:6]
    month, day, hour, minute, second = (int(part) if part else None for part in rest)
    try:
        local = datetime(
            int(year), month or 1, day or 1, hour or 0, minute or 0, min(second or 0, 59), 0, UTC
        )
        return (local - _offset(*match.groups()[6:])).strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20)
    except (ValueError, OverflowError):
        return ""


def _offset(sign: str | None, hours: str | None, minutes: str | None) -> timedelta:
    if sign not in ("+", "-"):
        return timedelta()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return offset if sign == "+" else -offset
