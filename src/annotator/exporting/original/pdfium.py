"""PDFium on the originals: it looks over what was written, mends what is damaged, and writes the
marks itself where nothing else can."""

import ctypes
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from annotator.exporting.original.appearance import rectangle
from annotator.exporting.original.marks import PdfMark, is_name_of
from annotator.exporting.pdf.annotations import pdf_date
from annotator.pdf.engine import engine

_PRINT = 4
_TAIL = 1024
"""Bytes at a file's end that say where its cross-references are."""
_XREF_AT = re.compile(rb"startxref\s+(\d+)")
_STREAM = re.compile(rb"(\d+ \d+ obj\s*<<)(.*?)>>\s*stream\b", re.DOTALL)
T = TypeVar("T")


def count_pages(data: bytes, password: str | None) -> int:
    """How many pages PDFium finds; 0 where it cannot open the file."""
    return _open(data, password, len) or 0


def holds(
    data: bytes, pages: int, marks: Sequence[PdfMark], password: str | None, more: bool = False
) -> bool:
    """Whether the file has as many pages (or ``more``), and the page of the first mark at least as
    many annotations as it has marks."""

    def look(document: Any) -> bool:
        import pypdfium2.raw as raw

        if len(document) < pages or (len(document) > pages and not more):
            return False
        if not marks:
            return True
        page = document[marks[0].page]
        its = sum(1 for mark in marks if mark.page == marks[0].page)
        return bool(raw.FPDFPage_GetAnnotCount(page.raw) >= its)

    return bool(_open(data, password, look))


def is_encrypted(data: bytes, password: str | None) -> bool:
    """Whether the file is behind a password, or a lock that opens without one."""
    return bool(_open(data, password, _is_encrypted))


def _is_encrypted(document: Any) -> bool:
    import pypdfium2.raw as raw

    return bool(raw.FPDF_GetSecurityHandlerRevision(document.raw) != -1)


def written_anew(data: bytes, password: str | None) -> bytes | None:
    """The whole file as PDFium writes it, with its cross-references in order; None for encrypted
    ones, which it cannot."""
    import pypdfium2.raw as raw

    def write(document: Any) -> bytes | None:
        return None if _is_encrypted(document) else _saved(document, raw.FPDF_NO_INCREMENTAL)

    return _open(data, password, write)


def mark(
    data: bytes, marks: Sequence[PdfMark], password: str | None, article: str = ""
) -> bytes | None:
    """The file with the marks as PDFium writes them, an encrypted one encrypted as before.

    It draws their appearances itself, and writes neither replies nor metadata: what was answered
    stands in the mark's contents. Of marks that hang there already only the words are changed.
    """
    import pypdfium2.raw as raw

    def write(document: Any) -> bytes | None:
        for number in sorted({one.page for one in marks}):
            its = [one for one in marks if one.page == number]
            _mark_page(document, number, its, article)
        return _saved(document, raw.FPDF_INCREMENTAL) or _saved(document, raw.FPDF_NO_INCREMENTAL)

    made = _open(data, password, write)
    return _typed(made) if made is not None else None


def _open(data: bytes, password: str | None, use: Callable[[Any], T]) -> T | None:
    """What ``use`` makes of the file; None where PDFium fails."""
    import pypdfium2

    with engine():
        try:
            document = pypdfium2.PdfDocument(data, password=password or None)
        except pypdfium2.PdfiumError:
            return None
        try:
            return use(document)
        except pypdfium2.PdfiumError:
            return None
        finally:
            document.close()


def _saved(document: Any, flags: int) -> bytes | None:
    import pypdfium2.raw as raw

    out = bytearray()

    def write(_self: Any, block: Any, size: int) -> int:
        out.extend(ctypes.string_at(block, size))
        return 1

    file = raw.FPDF_FILEWRITE(version=1)
    file.WriteBlock = type(file.WriteBlock)(write)
    return bytes(out) if raw.FPDF_SaveAsCopy(document.raw, file, flags) else None


def _typed(data: bytes) -> bytes:
    """The file with the type that PDFium leaves out of the stream of cross-references it writes;
    pypdf refuses a file without it. No object stands behind that stream, so none is moved."""
    ends = list(_XREF_AT.finditer(data[-_TAIL:]))
    at = int(ends[-1][1]) if ends else len(data)
    head = _STREAM.match(data, at)
    if head is None or b"/XRef" in head[2]:
        return data
    return data[: head.end(1)] + b"/Type/XRef " + data[head.end(1) :]


def _mark_page(document: Any, number: int, marks: Sequence[PdfMark], article: str) -> None:
    page = document[number]
    try:
        there = _names(page)
        for one in marks:
            if one.removed:
                continue
            found = next((at for name, at in there if is_name_of(one.id, name, article)), None)
            if found is not None or one.in_file:
                _say(page, found, one)
            else:
                _add(page, one)
        gone = {one.id for one in marks if one.removed}
        _take_away(
            page, [at for name, at in there if any(is_name_of(id, name, article) for id in gone)]
        )
        # Drawing is what makes PDFium write their appearances.
        bitmap = page.render(scale=0.05, may_draw_forms=False, draw_annots=True)
        bitmap.close()
    finally:
        page.close()


def _take_away(page: Any, places: Iterable[int]) -> None:
    """Annotations, their windows and the answers to them."""
    import pypdfium2.raw as raw

    gone, count = set(places), raw.FPDFPage_GetAnnotCount(page.raw)
    while gone:
        more = {at for at in range(count) if at not in gone and _hangs_on(page, at) in gone}
        if not more:
            break
        gone |= more
    for at in sorted(gone, reverse=True):
        raw.FPDFPage_RemoveAnnot(page.raw, at)


def _hangs_on(page: Any, at: int) -> int:
    """The place of what a window or an answer belongs to; -1 for what stands for itself."""
    import pypdfium2.raw as raw

    keys = {raw.FPDF_ANNOT_POPUP: b"Parent", raw.FPDF_ANNOT_TEXT: b"IRT"}
    annotation, place = raw.FPDFPage_GetAnnot(page.raw, at), -1
    key = keys.get(raw.FPDFAnnot_GetSubtype(annotation))
    is_group = _text(annotation, b"RT") == "Group"
    linked = raw.FPDFAnnot_GetLinkedAnnot(annotation, key) if key and not is_group else None
    if linked:
        place = raw.FPDFPage_GetAnnotIndex(page.raw, linked)
        raw.FPDFPage_CloseAnnot(linked)
    raw.FPDFPage_CloseAnnot(annotation)
    return int(place)


def _names(page: Any) -> list[tuple[str, int]]:
    """What the annotations of a page are called, and which they are."""
    import pypdfium2.raw as raw

    found = []
    for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, at)
        found.append((_text(annotation, b"NM"), at))
        raw.FPDFPage_CloseAnnot(annotation)
    return [(name, at) for name, at in found if name]


def _say(page: Any, at: int | None, mark: PdfMark) -> None:
    """Bring the words of an annotation up to date; one without a name stays as it is."""
    import pypdfium2.raw as raw

    if at is None:
        return
    annotation = raw.FPDFPage_GetAnnot(page.raw, at)
    if _text(annotation, b"Contents") not in (_contents(mark), mark.contents, mark.plain):
        raw.FPDFAnnot_SetStringValue(annotation, b"Contents", _wide(_contents(mark)))
        if date := pdf_date(mark.modified):
            raw.FPDFAnnot_SetStringValue(annotation, b"M", _wide(date))
    raw.FPDFPage_CloseAnnot(annotation)


def _text(annotation: Any, key: bytes) -> str:
    import pypdfium2.raw as raw

    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(max(2, size))
    wide = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFAnnot_GetStringValue(annotation, key, wide, size)
    return buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace")


def _add(page: Any, mark: PdfMark) -> None:
    import pypdfium2.raw as raw

    kinds = {
        "highlight": raw.FPDF_ANNOT_HIGHLIGHT, "underline": raw.FPDF_ANNOT_UNDERLINE,
        "area": raw.FPDF_ANNOT_SQUARE, "note": raw.FPDF_ANNOT_TEXT,
    }  # fmt: skip
    annotation = raw.FPDFPage_CreateAnnot(page.raw, kinds[mark.style])
    try:
        _shape(annotation, mark)
        texts = {
            "Contents": _contents(mark), "T": mark.author, "NM": mark.id,
            "M": pdf_date(mark.modified or mark.created), "CreationDate": pdf_date(mark.created),
        }  # fmt: skip
        for key, text in texts.items():
            if text:
                raw.FPDFAnnot_SetStringValue(annotation, key.encode(), _wide(text))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _shape(annotation: Any, mark: PdfMark) -> None:
    import pypdfium2.raw as raw

    raw.FPDFAnnot_SetFlags(annotation, _PRINT)
    colour = mark.look.ground if mark.style in ("highlight", "note") else mark.ink
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    raw.FPDFAnnot_SetColor(annotation, raw.FPDFANNOT_COLORTYPE_Color, *parts, 255)
    left, bottom, right, top = rectangle(mark)
    raw.FPDFAnnot_SetRect(annotation, raw.FS_RECTF(left, top, right, bottom))
    if mark.style in ("highlight", "underline"):
        for quad in mark.quads:
            raw.FPDFAnnot_AppendAttachmentPoints(annotation, raw.FS_QUADPOINTSF(*quad))
    elif mark.style == "area":
        raw.FPDFAnnot_SetBorder(annotation, 0, 0, 1.5)


def _contents(mark: PdfMark) -> str:
    told = [": ".join(filter(None, (reply.author, reply.text))) for reply in mark.replies]
    return "\n\n".join(part for part in (mark.contents, *told) if part)


def _wide(text: str) -> Any:
    import pypdfium2.raw as raw

    data = text.encode("utf-16-le", "replace") + b"\0\0"
    buffer = ctypes.create_string_buffer(data)
    return ctypes.cast(buffer, raw.FPDF_WIDESTRING)
