"""Annotations of the file that are not drawn: the window paints them as its own."""

import pypdfium2
import pypdfium2.raw as raw


class Hiding:
    """Which annotations of which page are hidden, in PDFium's copy of an open file only."""

    def __init__(self) -> None:
        self._hidden: dict[int, frozenset[int]] = {}

    def hide(self, index: int, page: pypdfium2.PdfPage, places: frozenset[int]) -> None:
        """From now on the annotations at these places of the page's /Annots are hidden, and no
        others that were not hidden from the start. Needs the engine."""
        hidden = self._hidden.get(index, frozenset())
        for place in hidden - places:
            _set_hidden(page, place, False)
        self._hidden[index] = (hidden & places) | {
            place for place in places - hidden if _set_hidden(page, place, True)
        }


def _set_hidden(page: pypdfium2.PdfPage, place: int, hidden: bool) -> bool:
    """Whether anything has changed."""
    annotation = raw.FPDFPage_GetAnnot(page, place)
    if not annotation:
        return False
    flags = raw.FPDFAnnot_GetFlags(annotation)
    wanted = flags | raw.FPDF_ANNOT_FLAG_HIDDEN if hidden else flags & ~raw.FPDF_ANNOT_FLAG_HIDDEN
    changed: bool = wanted != flags
    if changed:
        raw.FPDFAnnot_SetFlags(annotation, wanted)
    raw.FPDFPage_CloseAnnot(annotation)
    return changed
