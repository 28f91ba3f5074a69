"""The evidence ledger: what is said for and against claims, and where it can be looked up."""

from annotator.library.ledger.checks import Where
from annotator.library.ledger.fields import Said
from annotator.library.ledger.ledger import Ledger
from annotator.library.ledger.quoted import Quoted
from annotator.library.ledger.shown import SourceUse
from annotator.store.sources import Use

__all__ = ["Ledger", "Quoted", "Said", "SourceUse", "Use", "Where"]
