"""The evidence ledger: what is said for and against claims, and where it can be looked up."""

from annotator.library.ledger.ledger import Ledger

__all__ = ["Ledger"]
