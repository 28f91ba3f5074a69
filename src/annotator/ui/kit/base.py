"""What every widget of the kit shares: the theme, and following its changes."""

from PySide6.QtWidgets import QWidget

from annotator.ui.theme import Theme


class Themed:
    """Mixin for a QWidget that paints with a theme.

    A subclass calls ``follow(theme)`` once, at the end of its constructor; ``retheme`` runs then
    and at every change of the theme.
    """

    theme: Theme

    def follow(self, theme: Theme) -> None:
        """Takes the theme and keeps to it."""
        self.theme = theme
        self.retheme()
        theme.changed.connect(self.retheme)

    def retheme(self) -> None:
        """Fonts, icons and measures anew, then a repaint."""
        assert isinstance(self, QWidget)
        self.updateGeometry()
        self.update()
