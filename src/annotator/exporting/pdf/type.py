"""Fonts of the page, each made once."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPaintDevice, QTextCharFormat

from annotator.exporting.pdf.sheet import ACCENT, POINT
from annotator.exporting.pdf.words import Breaking, Face, Run, Words
from annotator.typesetting.fonts import goes_italic, set_weight

SANS, SERIF, MONO = "Inter", "Source Serif 4", "DejaVu Sans Mono"
_LIGATURES = ("liga", "clig", "dlig", "calt")


class Type:
    """The fonts of one file. ``device`` is what they are measured for; ``used`` counts the
    characters of notes and texts, ``words`` holds those that were set line by line."""

    def __init__(self, device: QPaintDevice) -> None:
        self.device = device
        self.used: Counter[str] = Counter()
        self.words: set[str] = set()
        self._fonts: dict[tuple[object, ...], QFont] = {}
        self._formats: dict[tuple[object, ...], QTextCharFormat] = {}
        self._metrics: dict[str, QFontMetricsF] = {}

    def font(self, px: float, weight: int = 400, family: str = SANS, italic: bool = False) -> QFont:
        """A font of a size in px, its ligatures off: a search would not find them."""
        key = (px, weight, family, italic)
        found = self._fonts.get(key)
        if found is None:
            found = QFont(family)
            found.setPointSizeF(px * POINT)
            found.setItalic(italic)
            set_weight(found, weight, px)
            found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            for feature in _LIGATURES:
                found.setFeature(QFont.Tag(feature), 0)
            self._fonts[key] = found
        return found

    def metrics(self, font: QFont) -> QFontMetricsF:
        """How wide and high words of a font are."""
        key = font.key()
        found = self._metrics.get(key)
        if found is None:
            found = self._metrics[key] = QFontMetricsF(font, self.device)
        return found

    def families(self) -> list[QFont]:
        """A font of each family in use."""
        return [self.font(11, 400, family) for family in (SERIF, SANS, MONO)]

    def set(
        self,
        runs: Sequence[Run],
        width: float,
        px: float = 11,
        leading: float = 1.42,
        *,
        family: str = SANS,
        weight: int = 400,
        first_indent: float = 0,
        limit: float = math.inf,
    ) -> Words:
        """Set runs into lines of ``width``, the first ``first_indent`` shorter and further in;
        where more than ``limit`` px are of no use, no more of them."""
        text = "".join(run.text for run in runs)
        self.used.update(text)
        self.words.update(text)
        runs = [self._as_it_goes(run, px, family) for run in runs]
        face = Face(
            self.font(px, weight, family),
            lambda run: self._format(run, px, weight, family),
            width,
            px * leading,
            first_indent,
        )
        return Breaking(runs, face, limit).words()

    def _as_it_goes(self, run: Run, px: float, family: str) -> Run:
        """The run, upright where its script is never slanted."""
        shown = MONO if run.mono else family
        if not run.italic or goes_italic(run.text, self.font(px, run.weight, shown, italic=True)):
            return run
        return replace(run, italic=False)

    def _format(self, run: Run, px: float, weight: int, family: str) -> QTextCharFormat:
        key = (run.weight, run.italic, run.mono, run.colour, bool(run.link), px, weight, family)
        found = self._formats.get(key)
        if found is None:
            found = self._formats[key] = self._make_format(run, px, weight, family)
        return found

    def _make_format(self, run: Run, px: float, weight: int, family: str) -> QTextCharFormat:
        made = QTextCharFormat()
        size = px * 0.9 if run.mono else px
        shown = MONO if run.mono else family
        made.setFont(self.font(size, max(weight, run.weight), shown, run.italic))
        made.setForeground(QBrush(QColor(ACCENT if run.link else run.colour)))
        if run.link:
            made.setFontUnderline(True)
        return made
