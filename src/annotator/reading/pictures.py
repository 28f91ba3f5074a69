"""Pictures saved with a page, in ``data:`` addresses or files beside it. Nothing is fetched."""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from annotator.model import Resource

_MAX_BYTES = 20_000_000
_MAX_ALL_BYTES = 200_000_000
_MAX_PIXELS = 80_000_000
_ICON_SIDE = 32
_LINE_SIDE = 3
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's kind and size in pixels; 0 × 0 where its header does not say."""

    media_type: str
    width: int = 0
    height: int = 0

    @property
    def small(self) -> bool:
        """A tracking pixel, a line or an icon: nothing anybody would mark."""
        if not self.width or not self.height:
            return False
        return (
            min(self.width, self.height) <= _LINE_SIDE or max(self.width, self.height) <= _ICON_SIDE
        )


@dataclass(slots=True)
class Pictures:
    """Finds pictures by the addresses a page in ``folder`` gives them, and keeps each once.

    ``folder`` None: only ``data:`` addresses have bytes (pasted content).
    """

    folder: Path | None
    _kept: dict[str, Resource] = field(default_factory=dict)
    _seen: dict[str, tuple[Resource, Picture] | None] = field(default_factory=dict)
    _bytes: int = 0

    @property
    def resources(self) -> tuple[Resource, ...]:
        """All pictures kept so far, each once."""
        return tuple(self._kept.values())

    def find(self, address: str) -> tuple[Resource, Picture] | None:
        """The saved picture at an address, or None where its bytes are not at hand."""
        if address not in self._seen:
            self._seen[address] = self._load(address)
        return self._seen[address]

    def keep(self, resource: Resource) -> None:
        """Take the picture into the article."""
        self._kept.setdefault(resource.sha256, resource)

    def _load(self, address: str) -> tuple[Resource, Picture] | None:
        data = _from_data(address) if address[:5].lower() == "data:" else self._from_file(address)
        if not data or self._bytes + len(data) > _MAX_ALL_BYTES:
            return None
        picture = identify(data)
        if picture is None or picture.width * picture.height > _MAX_PIXELS:
            return None
        self._bytes += len(data)
        return Resource(hashlib.sha256(data).hexdigest(), picture.media_type, data), picture

    def _from_file(self, address: str) -> bytes | None:
        path = self._path(address)
        if path is None:
            return None
        try:
            if not path.is_file() or path.stat().st_size > _MAX_BYTES:
                return None
            return path.read_bytes()
        except OSError:  # unreadable is the same as not saved
            return None

    def _path(self, address: str) -> Path | None:
        """The file meant, if it lies in the page's folder once links and ``..`` are followed."""
        if self.folder is None or not address or len(address) > 2000:
            return None
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        name = unquote(parts.path)
        if parts.scheme or parts.netloc or not name or "\0" in name or "\\" in name:
            return None
        try:
            folder = self.folder.resolve()
            path = (folder / name).resolve()
        except (OSError, RuntimeError):  # a loop of links
            return None
        return path if path.is_relative_to(folder) and not name.startswith("/") else None


def identify(data: bytes) -> Picture | None:
    """What kind of picture the bytes are, by the bytes alone; None for what is not shown safely."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Picture("image/png", _big(data[16:20]), _big(data[20:24]))
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return Picture("image/gif", _little(data[6:8]), _little(data[8:10]))
    if data.startswith(b"\xff\xd8\xff"):
        return Picture("image/jpeg", *_jpeg_size(data))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Picture("image/webp", *_webp_size(data))
    if data.startswith(b"BM") and len(data) > 26:
        height = int.from_bytes(data[22:26], "little", signed=True)
        return Picture("image/bmp", _little(data[18:22]), abs(height))
    return None


def _from_data(address: str) -> bytes | None:
    head, comma, body = address.partition(",")
    if not comma or len(body) > _MAX_BYTES * 4 // 3:
        return None
    raw = unquote_to_bytes(body)
    if not head.lower().rstrip().endswith(";base64"):
        return raw
    raw = re.sub(rb"\s+", b"", raw).translate(bytes.maketrans(b"-_", b"+/"))
    try:
        return base64.b64decode(raw.rstrip(b"=") + b"=" * (-len(raw.rstrip(b"=")) % 4))
    except binascii.Error:
        return None


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _JPEG_SIZES:
            return _big(data[at + 7 : at + 9]), _big(data[at + 5 : at + 7])
        at += 2 + max(2, _big(data[at + 2 : at + 4])) if marker != 0xFF else 1
    return 0, 0


def _webp_size(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        return _little(data[24:27]) + 1, _little(data[27:30]) + 1
    if kind == b"VP8L":
        bits = _little(data[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        return _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF
    return 0, 0
