"""Mixing and measuring colours."""

from PySide6.QtGui import QColor


def mix(colour: QColor | str, ground: QColor | str, share: float) -> QColor:
    """``share`` (0 to 1) of ``colour`` over ``ground``."""
    over, under = QColor(colour), QColor(ground)
    return QColor(
        *(
            round(a * share + b * (1 - share))
            for a, b in zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)
        )
    )


def tint(colour: QColor | str, share: float = 0.13) -> QColor:
    """The colour with an alpha of ``share``, to lay over whatever is there."""
    result = QColor(colour)
    result.setAlphaF(share)
    return result


def luminance(colour: QColor | str) -> float:
    """Relative luminance of WCAG 2, 0 to 1."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue, _alpha = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: QColor | str, other: QColor | str) -> float:
    """Contrast ratio of WCAG 2, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
