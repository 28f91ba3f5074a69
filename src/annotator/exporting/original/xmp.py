"""Which article of which version the marks belong to, put beside what a file's XMP says already."""

import re
from xml.sax.saxutils import escape

from pypdf.generic import IndirectObject, NameObject, StreamObject

from annotator.exporting.original.update import Update
from annotator.exporting.pdf.xmp import NAMESPACE
from annotator.model import Article

_OURS = re.compile(
    r"\s*<rdf:Description rdf:about=\"\" xmlns:annotator=\"[^\"]*\">"
    r"(?:\s*<annotator:(\w+)>[^<]*</annotator:\1>)*\s*</rdf:Description>"
    r"|\s*<annotator:(article|version|sha256|marked)>[^<]*</annotator:\2>"
    r"|\s*<annotator:articles>.*?</annotator:articles>",
    re.DOTALL,
)
_END = re.compile(r"</(\w+):RDF\s*>")
_EMPTY = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
    "</rdf:RDF>\n</x:xmpmeta>\n"
    '<?xpacket end="w"?>'
)


def note_article(update: Update, article: Article, marked: str = "") -> None:
    """Write the article's id and version into the file's XMP, and when its newest mark was changed
    (``marked``); the rest of it stays."""
    if update.has_open_metadata:
        return
    root = update.dictionary(update.root)
    reference = root.raw_get("/Metadata") if "/Metadata" in root else None
    found = reference.get_object() if reference is not None else None
    old = found.get_data() if isinstance(found, StreamObject) else b""
    new = with_article(old, article, marked)
    if new == old:
        return
    indirect = isinstance(reference, IndirectObject) and isinstance(found, StreamObject)
    number = reference.idnum if indirect else update.reserve()  # type: ignore[union-attr]
    made = StreamObject()
    made[NameObject("/Type")] = NameObject("/Metadata")
    made[NameObject("/Subtype")] = NameObject("/XML")
    made.set_data(new)
    if indirect:
        update.put(reference, made)  # type: ignore[arg-type]
        return
    update.put(number, made)
    root[NameObject("/Metadata")] = update.reference(number)
    update.put(update.root, root)


def with_article(packet: bytes, article: Article, marked: str = "") -> bytes:
    """The packet with our properties instead of those it may have; a new one where it is none."""
    text = _OURS.sub("", _decoded(packet))
    ends = list(_END.finditer(text))
    if not ends:
        text = _EMPTY
        ends = list(_END.finditer(text))
    at, prefix = ends[-1].start(), ends[-1][1]
    return f"{text[:at]}{_description(article, prefix, marked)}\n{text[at:]}".encode()


def _decoded(packet: bytes) -> str:
    encoding = "utf-16" if packet[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8"
    return packet.decode(encoding, "replace")


def _description(article: Article, prefix: str, marked: str) -> str:
    known = (
        ("article", article.id or ""), ("version", article.version or ""),
        ("sha256", article.sha256), *((("marked", marked),) if marked else ()),
    )  # fmt: skip
    properties = "".join(f"\n<annotator:{key}>{escape(v)}</annotator:{key}>" for key, v in known)
    return (
        f'<{prefix}:Description {prefix}:about="" xmlns:annotator="{NAMESPACE}">'
        f"{properties}\n</{prefix}:Description>"
    )
