"""ClaimReviews inside a page."""

import json

from annotator.exporting.claimreview.objects import review_of, reviews
from annotator.exporting.claimreview.validate import missing
from annotator.exporting.document import ExportDocument, ExportOptions


def data_block(document: ExportDocument, options: ExportOptions) -> str:
    """The complete ClaimReviews as a script element that holds data and runs nothing; ``""`` where
    it is not known who reviews and where, or none is complete."""
    review = review_of(document, options)
    if not review.reviewer or not review.url:
        return ""
    found = [one for label, one in reviews(document, options) if not missing(one, label)]
    if not found:
        return ""
    shown = found[0] if len(found) == 1 else found
    text = json.dumps(shown, ensure_ascii=False, indent=1)
    for sign in "<>&\u2028\u2029":  # nothing in it may end the element
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">\n{text}\n</script>'
