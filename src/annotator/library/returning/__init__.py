"""PDFs with marks that went out from a library and come back, changed by somebody else."""

from annotator.library.returning.changes import ReturnedChange, ReturnedCopy
from annotator.library.returning.reading import accept, recognised, returned

__all__ = ["ReturnedChange", "ReturnedCopy", "accept", "recognised", "returned"]
