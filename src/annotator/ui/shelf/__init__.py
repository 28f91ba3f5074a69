"""The left pane: the library's articles, search over all of them, outline and tags."""

from annotator.ui.shelf.pane import LibraryPane

__all__ = ["LibraryPane"]
