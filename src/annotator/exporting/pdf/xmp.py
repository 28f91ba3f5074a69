"""What is known about an exported file, as XMP."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from annotator.model import Article

NAMESPACE = "https://annotator.example/ns#"
"""Ours; a name, no address. ``annotator:article`` and ``annotator:version`` say which article of
which version the marks belong to, ``annotator:marked`` when the newest of them was changed: a mark
that was there by then, and is in the file no more, was taken out of it."""

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:annotator="{namespace}">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def packet(
    title: str, authors: Sequence[str], date: str, articles: Sequence[Article], marked: str = ""
) -> bytes:
    """The XMP packet of a file with these articles; ``date`` is an ISO date or ``""``, ``marked``
    when the newest mark was changed or ``""``."""
    properties = [
        "<dc:format>application/pdf</dc:format>",
        "<dc:title><rdf:Alt>"
        f'<rdf:li xml:lang="x-default">{_text(title)}</rdf:li>'
        "</rdf:Alt></dc:title>",
        "<xmp:CreatorTool>Annotator</xmp:CreatorTool>",
    ]
    if authors:
        properties.append(f"<dc:creator><rdf:Seq>{_items(authors)}</rdf:Seq></dc:creator>")
    if date:
        properties.append(f"<xmp:ModifyDate>{_text(date)}</xmp:ModifyDate>")
    if marked:
        properties.append(f"<annotator:marked>{_text(marked)}</annotator:marked>")
    if len(articles) == 1:
        properties += _article(articles[0])
    else:
        listed = "".join(
            f'<rdf:li rdf:parseType="Resource">{"".join(_article(article))}</rdf:li>'
            for article in articles
        )
        properties.append(f"<annotator:articles><rdf:Seq>{listed}</rdf:Seq></annotator:articles>")
    return _PACKET.format(namespace=NAMESPACE, properties="\n".join(properties)).encode()


def _article(article: Article) -> list[str]:
    return [
        f"<annotator:article>{_text(article.id or '')}</annotator:article>",
        f"<annotator:version>{_text(article.version or '')}</annotator:version>",
        f"<annotator:sha256>{_text(article.sha256)}</annotator:sha256>",
    ]


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<rdf:li>{_text(text)}</rdf:li>" for text in texts)


def _text(text: str) -> str:
    return escape("".join(c for c in text if c >= " " or c in "\t\n"))
