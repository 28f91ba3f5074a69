"""Annotator: mark up a saved article and prove what you say about it."""

__version__ = "0.3.0"
