"""Sentences worth a look: how check-worthy they are, and why. Never whether they are true.

``score`` weighs sentences by a small linear model (docs/spotting.md says how it was made);
``reasons`` says in words what speaks for one; ``spot`` does both for an article.
"""

from annotator.spotting.reasons import reasons
from annotator.spotting.scoring import score
from annotator.spotting.suggesting import THRESHOLD, Suggestion, spot

__all__ = ["THRESHOLD", "Suggestion", "reasons", "score", "spot"]
