"""An incremental update of a PDF: the file's bytes as they are, then what is new or changed.

pypdf reads; what it writes of its own (``PdfWriter(incremental=True)``) reads every object of the
file first (0.3 s for 4,000 of them), gives changed objects generation 0 whatever theirs was, and
refuses encrypted files. Here only what is touched is read, cross-references are of the
kind the file has, and an encrypted file stays so (PDF 32000-1:2008, 7.5.6, 7.5.8, 7.6).

Where the file's own cross-references are damaged, pypdf finds the objects by looking through the
file. The update then lists all of them, and does not refer to the damaged table any more.
"""

import hashlib
import io
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from pypdf import PasswordType
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from annotator.exporting.original.reader import Reader, Unwritable

_KEPT = ("/Root", "/Info", "/Encrypt")
"""What a trailer passes on."""


class Update:
    """An update in the making. References are those of the file; numbers are of new objects.

    Raises ``Unwritable`` for a wrong password or a page tree that has no numbers; pypdf raises its
    own errors for what it cannot read.
    """

    def __init__(self, data: bytes, password: str | None = None) -> None:
        self._data = data
        self.reader = reader = Reader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt(password or "") is PasswordType.NOT_DECRYPTED:
            raise Unwritable("password")
        self._whole = not reader.sound
        self._changed: dict[tuple[int, int], PdfObject | bytes] = {}
        self._next = max(self._size(), max(self._numbers(), default=0) + 1)

    def _size(self) -> int:
        size = self.reader.trailer.get("/Size", 0)
        return int(size) if isinstance(size, int) else 0

    def _numbers(self) -> Iterator[int]:
        for numbers in self.reader.xref.values():
            yield from numbers
        yield from self.reader.xref_objStm
        # Streams of cross-references, which these need not list.
        yield from (number for _generation, number in self.reader.resolved_objects)

    @property
    def encrypted(self) -> bool:
        """Whether strings and streams are written encrypted."""
        return self.reader._encryption is not None

    @property
    def has_open_metadata(self) -> bool:
        """Whether the file is encrypted but for its metadata, which pypdf does not tell apart."""
        encryption = self.reader._encryption
        return encryption is not None and not encryption.EncryptMetadata

    @cached_property
    def pages(self) -> list[IndirectObject]:
        """The pages' references. Raises ``Unwritable`` where a page has none."""
        found = [page.indirect_reference for page in self.reader.pages]
        references = [one for one in found if one is not None]
        if not references or len(references) < len(found):
            raise Unwritable("pages")
        return references

    @property
    def root(self) -> IndirectObject:
        """The catalogue's reference."""
        root = self.reader.trailer.raw_get("/Root")
        if not isinstance(root, IndirectObject):
            raise Unwritable("root")
        return root

    def dictionary(self, reference: IndirectObject) -> DictionaryObject:
        """A copy of a dictionary as it now is, to be changed and put back; what it holds is not
        copied."""
        found = self._changed.get((reference.idnum, reference.generation))
        if found is None:
            found = self.reader.get_object(reference)
        if not isinstance(found, DictionaryObject) or isinstance(found, StreamObject):
            raise Unwritable(f"object {reference.idnum}")
        return DictionaryObject(found)

    def reserve(self) -> int:
        """The number of a new object that is put later."""
        self._next += 1
        return self._next - 1

    def reference(self, number: int) -> IndirectObject:
        """How to refer to a new object."""
        return IndirectObject(number, 0, self.reader)

    def put(self, place: IndirectObject | int, what: PdfObject | bytes) -> None:
        """Put an object in its place; bytes are an object that is already written."""
        number, generation = (
            (place, 0) if isinstance(place, int) else (place.idnum, place.generation)
        )
        self._changed[number, generation] = what

    def add(self, what: PdfObject | bytes) -> IndirectObject:
        """Add an object."""
        number = self.reserve()
        self.put(number, what)
        return self.reference(number)

    # What already written objects hold

    def text(self, number: int, text: str) -> str:
        """A text string of the new object ``number``: as it is where it is plain ASCII, else
        UTF-16 in hexadecimal; encrypted where the file is."""
        plain = text.isascii() and text.replace("\n", "").isprintable()
        data = text.encode() if plain else b"\xfe\xff" + text.encode("utf-16-be", "replace")
        if self.encrypted or not plain:
            return self.string(number, data)
        for raw, escaped in (("\\", r"\\"), ("(", r"\("), (")", r"\)"), ("\n", r"\n")):
            text = text.replace(raw, escaped)
        return f"({text})"

    def string(self, number: int, data: bytes) -> str:
        """A string of the new object ``number`` in hexadecimal, encrypted where the file is."""
        if self.encrypted:
            data = self._cipher(number).str_crypt.encrypt(data)
        return f"<{data.hex().upper()}>"

    def stream(self, number: int, entries: str, data: bytes) -> bytes:
        """The new object ``number`` as a stream with these entries."""
        if self.encrypted:
            data = self._cipher(number).stm_crypt.encrypt(data)
        head = f"<< {entries} /Length {len(data)} >>\nstream\n"
        return head.encode("ascii") + data + b"\nendstream"

    def _cipher(self, number: int) -> Any:
        encryption = self.reader._encryption
        assert encryption is not None
        return encryption._make_crypt_filter(number, 0)

    # The file

    def written(self) -> bytes:
        """The file with its update; as it was where nothing changed."""
        if not self._changed:
            return self._data
        out = io.BytesIO()
        out.write(self._data)
        out.write(b"" if self._data.endswith((b"\n", b"\r")) else b"\n")
        places: dict[int, tuple[int, int, int]] = self._old_places() if self._whole else {}
        for (number, generation), what in sorted(self._changed.items(), key=lambda one: one[0]):
            places[number] = (1, out.tell(), generation)
            out.write(f"{number} {generation} obj\n".encode())
            self._write(out, what, number, generation)
            out.write(b"\nendobj\n")
        if self._has_table():
            self._write_table(out, places)
        else:
            self._write_xref_stream(out, places)
        return out.getvalue()

    def _write(
        self, out: io.BytesIO, what: PdfObject | bytes, number: int, generation: int
    ) -> None:
        if isinstance(what, bytes):
            out.write(what)
            return
        if self.reader._encryption is not None:
            what = self.reader._encryption.encrypt_object(what, number, generation)
        what.write_to_stream(out)

    def _old_places(self) -> dict[int, tuple[int, int, int]]:
        """Where all objects of the file are: (2, object stream, index) or (1, offset,
        generation)."""
        places = {
            number: (1, offset, generation)
            for generation, numbers in sorted(self.reader.xref.items())
            for number, offset in numbers.items()
            if generation < 65535 and self._is_used(generation, number)
        }
        inside = self._indices() if self.reader.mended else self.reader.xref_objStm.items()
        return places | {number: (2, stream, index) for number, (stream, index) in inside}

    def _is_used(self, generation: int, number: int) -> bool:
        return not self.reader.xref_free_entry.get(generation, {}).get(number, False)

    def _indices(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """Where pypdf looked for objects itself, it noted offsets in their streams, which grow
        with their indices."""
        streams: dict[int, list[tuple[int, int]]] = {}
        for number, (stream, offset) in self.reader.xref_objStm.items():
            streams.setdefault(stream, []).append((offset, number))
        for stream, inside in streams.items():
            for index, (_offset, number) in enumerate(sorted(inside)):
                yield number, (stream, index)

    def _has_table(self) -> bool:
        if self._whole:
            return not self.reader.xref_objStm
        return self._data[self.reader._startxref :][:16].lstrip().startswith(b"xref")

    def _write_table(self, out: io.BytesIO, places: Mapping[int, tuple[int, int, int]]) -> None:
        start = out.tell()
        lines = ["xref\n"]
        if self._whole:
            lines.append("0 1\n0000000000 65535 f \n")
        for first, count in _stretches(places):
            lines.append(f"{first} {count}\n")
            for number in range(first, first + count):
                _kind, offset, generation = places[number]
                lines.append(f"{offset:010d} {generation:05d} n \n")
        out.write("".join(lines).encode() + b"trailer\n")
        self._trailer(self._next).write_to_stream(out)
        out.write(f"\nstartxref\n{start}\n%%EOF\n".encode())

    def _write_xref_stream(
        self, out: io.BytesIO, places: Mapping[int, tuple[int, int, int]]
    ) -> None:
        start, number = out.tell(), self.reserve()
        places = {**places, number: (1, start, 0)}
        entries = StreamObject()
        entries.update(self._trailer(self._next))
        stretches = [NumberObject(n) for stretch in _stretches(places) for n in stretch]
        entries[NameObject("/Type")] = NameObject("/XRef")
        entries[NameObject("/W")] = ArrayObject(NumberObject(n) for n in (1, 5, 2))
        entries[NameObject("/Index")] = ArrayObject(stretches)
        entries.set_data(
            b"".join(
                bytes((kind,)) + offset.to_bytes(5, "big") + extra.to_bytes(2, "big")
                for _number, (kind, offset, extra) in sorted(places.items())
            )
        )
        out.write(f"{number} 0 obj\n".encode())
        entries.flate_encode().write_to_stream(out)
        out.write(f"\nendobj\nstartxref\n{start}\n%%EOF\n".encode())

    def _trailer(self, size: int) -> DictionaryObject:
        old = self.reader.trailer
        new = DictionaryObject({NameObject("/Size"): NumberObject(size)})
        for key in _KEPT:
            if key in old:
                new[NameObject(key)] = old.raw_get(key)
        if not self._whole:
            new[NameObject("/Prev")] = NumberObject(self.reader._startxref)
        if first := self._first_id():
            second = hashlib.md5(repr(sorted(self._changed)).encode() + first).digest()
            both = (ByteStringObject(first), ByteStringObject(second))
            new[NameObject("/ID")] = ArrayObject(both)
        return new

    def _first_id(self) -> bytes:
        """The part of the file's identity that never changes; an encrypted file needs it."""
        found = self.reader.trailer.get("/ID")
        found = found.get_object() if found is not None else None
        if not isinstance(found, ArrayObject) or not found:
            return b""
        first = found[0].get_object()
        return bytes(getattr(first, "original_bytes", b""))


def _stretches(numbers: Mapping[int, object]) -> list[tuple[int, int]]:
    """Numbers that follow one another, as (first, how many)."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and sum(found[-1]) == number:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((number, 1))
    return found
