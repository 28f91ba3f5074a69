"""One claim in full, in the right pane."""

from annotator.ui.board.inspector.inspector import Inspector

__all__ = ["Inspector"]
