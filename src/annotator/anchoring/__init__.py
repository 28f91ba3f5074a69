"""How passages hold on to a text, and where they stand when it has changed.

Pure functions over strings; offsets are code points, half-open. Nothing is silently moved: the
answer says whether a passage is where it was, moved, changed, ambiguous or lost.
"""

from annotator.anchoring.describing import describe
from annotator.anchoring.finding import find_quote
from annotator.anchoring.matching import match_quote
from annotator.anchoring.resolving import resolve_all

__all__ = ["describe", "find_quote", "match_quote", "resolve_all"]
