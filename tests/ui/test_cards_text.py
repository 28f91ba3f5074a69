"""Text as cards and tables set it in lines."""

from PySide6.QtGui import QTextLayout

from annotator.ui.cards.text import soft

TEXT = "It fell by 38 % between 2023 and 2025."


def lines(width):
    """The text set to a width in px."""
    layout, found = QTextLayout(soft(TEXT)), []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(TEXT[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return found


def test_a_percent_sign_is_not_parted_from_its_number(qapp):
    for width in range(80, 400, 5):
        assert any("38 %" in line for line in lines(width)), width
