"""The reader: the article set for reading, with everything that stands around its text."""

from annotator.ui.reader.reader import Reader

__all__ = ["Reader"]
