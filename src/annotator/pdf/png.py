"""Pixels as a PNG file (ISO/IEC 15948): all that is needed of it, without an imaging library."""

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB = 0, 2


def png(width: int, height: int, data: bytes) -> bytes:
    """The file of BGRx pixels, row by row without gaps; grey where there is no colour."""
    blue, green, red = data[0::4], data[1::4], data[2::4]
    grey = blue == green == red
    depth = 1 if grey else 3
    pixels = bytearray(depth * width * height)
    for channel, plane in enumerate((red, green, blue)[:depth]):
        pixels[channel::depth] = plane
    row = depth * width
    rows = b"".join(b"\0" + pixels[at : at + row] for at in range(0, len(pixels), row))
    head = struct.pack(">IIBBBBB", width, height, 8, _GREY if grey else _RGB, 0, 0, 0)
    chunks = _chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows)), _chunk(b"IEND", b"")
    return _SIGNATURE + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
