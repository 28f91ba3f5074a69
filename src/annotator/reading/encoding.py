"""Bytes of a saved text → characters, whatever it was saved in.

From sure to guessed: a byte order mark; UTF-8, which hardly anything else is by chance; UTF-16 by
its zero bytes; ISO-2022-JP by its escapes; the declared encoding where the bytes bear it out; the
encoding whose reading looks most like a language people write (``plausibility``).
"""

import codecs
import re

from annotator.reading.plausibility import likeliest, plausibility

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Saying the one, people mean the other (WHATWG Encoding Standard, "Names and labels").
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "x-sjis": "cp932", "x-gbk": "gb18030", "ks_c_5601-1987": "cp949",
}  # fmt: skip
_TEXTUAL = re.compile(r"iso8859|cp\d|mac|koi8|big5|gb|euc|shift|iso2022|johab|kz1048|ptcp154|hz")
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]|\x1b\([JI]")
_SURROGATES = re.compile(rb"(?:\xed[\xa0-\xbf][\x80-\xbf])+")
"""Halves of characters written as UTF-8 one by one (CESU-8, Java, old databases)."""
_SAMPLE = 65_536
_CLEARLY_BETTER = 0.2
"""How much more plausible another reading must be to overrule a declared encoding."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``, without byte order mark. Never fails: what cannot be read becomes
    U+FFFD.

    ``declared`` is the encoding the file claims for itself; it counts only where the bytes do not
    contradict it.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    return (
        _utf8(data)
        or _utf16(data)
        or data.decode(_detected(data, _known(declared)), "replace").removeprefix("\ufeff")
    )


def _utf8(data: bytes) -> str | None:
    """As UTF-8 where it is, up to a few damaged places (a file cut off, a stray byte)."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        whole_data = _SURROGATES.sub(_paired, data)
        if whole_data != data:
            return _utf8(whole_data)
        text = data.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        whole = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
        return text if whole > 10 * damaged else None
    if "\0" in text or _ISO_2022_JP.search(data):
        return None
    return text


def _paired(match: re.Match[bytes]) -> bytes:
    """Two halves as the character they are, one alone as U+FFFD."""
    halves = match[0].decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "replace").encode()


def _utf16(data: bytes) -> str | None:
    """As UTF-16 without a mark: zero bytes stand on one side of the pairs only."""
    head = data[: _SAMPLE & ~1]
    zeros = head[::2].count(0), head[1::2].count(0)
    if not any(zeros) or min(zeros) * 20 > max(zeros):
        return None
    codec = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    read = head.decode(codec, "replace")
    strange = sum(not (char.isprintable() or char.isspace()) for char in read)
    return data.decode(codec, "replace") if strange * 50 <= len(read) else None


def _known(declared: str | None) -> str | None:
    """The codec a declared name means; None for names that are none, and for Unicode's, which
    have been tried."""
    name = (declared or "").strip().lower()
    try:
        codec = codecs.lookup(_MEANT.get(name, name)).name
    except (LookupError, ValueError):  # ValueError: a zero byte in the name
        return None
    codec = _MEANT.get(codec, codec)
    return codec if _TEXTUAL.match(codec) else None


def _detected(data: bytes, declared: str | None) -> str:
    if _ISO_2022_JP.search(data[:_SAMPLE]):
        return "iso2022_jp_2"
    sample = _telling(data)
    best, score = likeliest(sample)
    if declared and plausibility(sample, declared) >= score - _CLEARLY_BETTER:
        return declared
    return best


def _telling(data: bytes) -> bytes:
    """The lines that are not plain ASCII, up to a limit: what encodings differ in."""
    if len(data) <= _SAMPLE:
        return data
    lines = re.findall(rb"[^\n]*[\x80-\xff][^\n]*\n?", data[: 32 * _SAMPLE])
    sample = bytearray()
    for line in lines or [data]:
        sample += line
        if len(sample) >= _SAMPLE:
            break
    return bytes(sample)
