"""The XMP packet of a PDF (ISO 16684-1): title, authors and DOI as publishers write them.

Packets are written to be found without reading the file around them. Pictures carry theirs as well:
the document's is the one with properties of the PDF schema.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_START, _END = b"<x:xmpmeta", b"</x:xmpmeta>"
_LONGEST = 200_000
_MOST_PACKETS = 64
_DC = "{http://purl.org/dc/elements/1.1/}"
_PDF = b"http://ns.adobe.com/pdf/1.3/"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


@dataclass(frozen=True, slots=True)
class Xmp:
    """Empty where there is no packet, or it does not say."""

    title: str = ""
    creators: tuple[str, ...] = ()
    description: str = ""
    doi: str = ""


def read_xmp(data: bytes) -> Xmp:
    """What the document's packet says; the last one counts, for a file grows at its end."""
    documents = [packet for packet in islice(_packets(data), _MOST_PACKETS) if _PDF in packet]
    return _parsed(documents[0]) if documents else Xmp()


def _packets(data: bytes) -> Iterator[bytes]:
    """From the end of the file."""
    start = len(data)
    while (start := data.rfind(_START, 0, start)) >= 0:
        end = data.find(_END, start, start + _LONGEST)
        yield data[start : end + len(_END)] if end > 0 else b""


def _parsed(packet: bytes) -> Xmp:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(packet, parser)
    except etree.XMLSyntaxError:
        return Xmp()
    if root is None:
        return Xmp()
    return Xmp(
        title=_first(_items(root, _DC + "title")),
        creators=tuple(_items(root, _DC + "creator")),
        description=_first(_items(root, _DC + "description")),
        doi=_first([*_ending(root, "}doi"), *_items(root, _DC + "identifier")]),
    )


def _items(root: "etree._Element", name: str) -> list[str]:
    lists = (item for element in root.iter(name) for item in element.iter(_RDF + "li"))
    return [text for item in islice(lists, 200) if (text := _text(item))]


def _ending(root: "etree._Element", end: str) -> list[str]:
    """Values of properties of any schema by their local name, as elements or attributes."""
    values = []
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.endswith(end):
            values.append(_text(element))
        values += [str(value) for key, value in element.attrib.items() if str(key).endswith(end)]
    return [value for value in values if value]


def _text(element: "etree._Element") -> str:
    return "".join(map(str, element.itertext())).strip()


def _first(values: list[str]) -> str:
    return values[0] if values else ""
