"""The article set for reading: the text of a ``DocumentView``."""
