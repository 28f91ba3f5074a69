"""A passage → the selectors by which it is found again."""

from annotator.model import Selectors
from annotator.model.annotation import CONTEXT


def describe(text: str, start: int, end: int) -> Selectors:
    """The selectors of ``text[start:end]``: its offsets, words, and up to ``CONTEXT`` code points
    on each side (W3C Web Annotation: TextPositionSelector and TextQuoteSelector).

    Raises ValueError unless ``0 <= start < end <= len(text)``.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage [{start}, {end}) in a text of {len(text)} code points")
    return Selectors(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )
