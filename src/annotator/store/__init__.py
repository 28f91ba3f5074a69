"""The library file: SQLite through one connection, every write an operation in its history."""

from annotator.store.articles import ArticleRow
from annotator.store.identity import Identity
from annotator.store.search import HIT_END, HIT_START, Hit
from annotator.store.store import Store

__all__ = ["HIT_END", "HIT_START", "ArticleRow", "Hit", "Identity", "Store"]
