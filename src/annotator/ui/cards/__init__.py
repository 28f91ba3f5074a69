"""The cards pane: what was noted on the open article, in document order."""

from annotator.ui.cards.pane import CardsPane

__all__ = ["CardsPane"]
