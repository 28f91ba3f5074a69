"""Where a bookmark or a link leads to inside the file."""

import ctypes

import pypdfium2
import pypdfium2.raw as raw

Place = tuple[int, float | None, float | None]
"""Page (from 0), x and y in user space (None where it only says the page)."""


def destination(
    document: pypdfium2.PdfDocument, target: "raw.FPDF_DEST | None", page_count: int
) -> Place | None:
    """The place a destination names; None for a page that is none. Needs the engine."""
    if not target:
        return None
    page = raw.FPDFDest_GetDestPageIndex(document, target)
    if not 0 <= page < page_count:
        return None
    number, values = ctypes.c_ulong(), (ctypes.c_float * 4)()
    view = raw.FPDFDest_GetView(target, number, values)
    given = list(values)[: number.value]
    if view == raw.PDFDEST_VIEW_XYZ:
        return page, *_xy(target)
    if view in (raw.PDFDEST_VIEW_FITH, raw.PDFDEST_VIEW_FITBH) and given:
        return page, None, _sane(given[0])
    if view == raw.PDFDEST_VIEW_FITR and len(given) == 4:
        return page, _sane(given[0]), _sane(given[3])
    return page, None, None


def action_destination(
    document: pypdfium2.PdfDocument, action: "raw.FPDF_ACTION | None", page_count: int
) -> Place | None:
    """The place an action goes to inside this file; None for actions of any other kind."""
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_GOTO:
        return None
    return destination(document, raw.FPDFAction_GetDest(document, action), page_count)


def _xy(target: raw.FPDF_DEST) -> tuple[float | None, float | None]:
    has = [ctypes.c_int() for _ in range(3)]
    values = [ctypes.c_float() for _ in range(3)]
    if not raw.FPDFDest_GetLocationInPage(target, *has, *values):
        return None, None
    x, y = (_sane(value.value) if given.value else None
            for given, value in zip(has[:2], values[:2], strict=True))  # fmt: skip
    return x, y


def _sane(value: float) -> float | None:
    return value if -1e6 < value < 1e6 else None
