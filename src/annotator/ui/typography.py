"""The panel behind “Aa”: how the article is set, and how the window looks."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from annotator.i18n import _
from annotator.ui.kit import Label, LinkButton, Popover, SectionHeading, SegmentedControl
from annotator.ui.theme import MAX_SCALE, MIN_SCALE, Theme
from annotator.ui.type_settings import DEFAULTS

FAMILIES = (
    "Source Serif 4", "Inter", "Georgia", "Charter", "Iowan Old Style", "Palatino Linotype",
    "Literata", "Times New Roman", "Atkinson Hyperlegible", "OpenDyslexic", "Verdana",
    "DejaVu Serif", "DejaVu Sans",
)  # fmt: skip
"""Typefaces worth reading in; shown are those the computer has."""


class _Slide(QSlider):
    """A slider over numbers with a step, which tells its value in words."""

    moved = Signal(float)

    def __init__(
        self, name: str, low: float, high: float, step: float, words: Callable[[float], str]
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._low, self._step, self._words = low, step, words
        self.setRange(0, round((high - low) / step))
        self.setPageStep(max(1, self.maximum() // 8))
        self.setAccessibleName(name)
        self.valueChanged.connect(lambda _value: self.moved.emit(self.number()))

    def number(self) -> float:
        """The value."""
        return round(self._low + self.value() * self._step, 4)

    def set_number(self, number: float) -> None:
        """Moves the handle without telling."""
        self.blockSignals(True)
        self.setValue(round((number - self._low) / self._step))
        self.blockSignals(False)

    def words(self) -> str:
        """The value as it is written."""
        return self._words(self.number())


class TypographyPanel(Popover):
    """A popover. ``changed`` carries the settings that changed, as a dict, while one turns."""

    changed = Signal(dict)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, pad=14)
        self.setAccessibleName(_("Typography"))
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._values: list[tuple[_Slide, Label]] = []
        self.family = self._families()
        self.size_ = self._slide("size", _("Size"), 12, 36, 0.5, lambda v: f"{v:g} px")
        self.measure = self._slide("measure", _("Width"), 400, 900, 20, lambda v: f"{v:g} px")
        self.leading = self._slide(
            "leading", _("Line height"), 1.2, 2.2, 0.02, lambda v: f"{v:.2f}"
        )
        self._heading(_("Window"))
        self.scheme = self._schemes()
        self.scale = self._slide(
            "scale", _("Size"), MIN_SCALE, MAX_SCALE, 0.1, lambda v: f"{v:.0%}"
        )
        # The panel grows with the window's text: turning while it moves under the hand is no use.
        self.scale.setTracking(False)
        self.apart = QCheckBox(_("Tell marks apart without colour"))
        self.apart.toggled.connect(lambda on: self.changed.emit({"apart": on}))
        self._fill()
        self.set_settings(DEFAULTS)
        self.retheme()

    def _fill(self) -> None:
        self._scroll, inside = QScrollArea(), QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(SectionHeading(self.theme, _("Article")))
        self._column.addLayout(self._grid)
        self._column.addWidget(self.apart)
        self._column.addLayout(self._footer())
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self._scroll.viewport(), inside):
            widget.setAutoFillBackground(False)
        self.body.addWidget(self._scroll)

    def open_under(self, anchor: QWidget, *, right: bool = True) -> None:
        super().open_under(anchor, right=right)
        self.family.setFocus(Qt.FocusReason.PopupFocusReason)

    def open_at(self, corner: QPoint) -> None:
        self._fit()
        super().open_at(corner)

    def _fit(self) -> None:
        """As large as its contents; they scroll where the window is too low for them."""
        wanted, margins = self._column.totalSizeHint(), self.body.contentsMargins()
        room = self.parentWidget().height() - margins.top() - margins.bottom() - self.theme.px(16)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        extra = bar + self.theme.px(6) if wanted.height() > room else 0
        self._scroll.setFixedSize(wanted.width() + extra, min(wanted.height(), room))

    def set_settings(self, settings: dict[str, Any]) -> None:
        """Shows these settings; those left out stay. Emits nothing."""
        slides = {"size": self.size_, "measure": self.measure, "leading": self.leading}
        slides["scale"] = self.scale
        for name, slide in slides.items():
            if name in settings:
                slide.set_number(float(settings[name]))
        for widget in (self.family, self.apart):
            widget.blockSignals(True)
        if "family" in settings:
            self._choose_family(str(settings["family"]))
        self.apart.setChecked(bool(settings.get("apart", self.apart.isChecked())))
        for widget in (self.family, self.apart):
            widget.blockSignals(False)
        if "scheme" in settings:
            self.scheme.set_value(str(settings["scheme"]))
        self._write_values()

    def retheme(self) -> None:
        super().retheme()
        if hasattr(self, "_grid"):
            self._grid.setHorizontalSpacing(self.theme.px(10))
            self._grid.setVerticalSpacing(self.theme.px(6))
            for slide, value in self._values:
                slide.setMinimumWidth(self.theme.px(170))
                value.setMinimumWidth(self.theme.px(52))
        if hasattr(self, "_scroll"):
            self._column.setSpacing(self.theme.px(8))
            self._fit()
            self.adjustSize()

    def _families(self) -> QComboBox:
        box = QComboBox()
        known = set(QFontDatabase.families())
        box.addItems([family for family in FAMILIES if family in known])
        box.setAccessibleName(_("Typeface"))
        box.currentTextChanged.connect(lambda family: self.changed.emit({"family": family}))
        self._row(_("Typeface"), box)
        return box

    def _choose_family(self, family: str) -> None:
        if self.family.findText(family) < 0:
            self.family.addItem(family)
        self.family.setCurrentText(family)

    def _slide(
        self,
        key: str,
        name: str,
        low: float,
        high: float,
        step: float,
        words: Callable[[float], str],
    ) -> _Slide:
        slide = _Slide(name, low, high, step, words)
        value = Label(self.theme, "", "small", "secondary")
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._values.append((slide, value))
        slide.moved.connect(self._write_values)
        slide.moved.connect(lambda number: self.changed.emit({key: number}))
        self._row(name, slide, value)
        return slide

    def _schemes(self) -> SegmentedControl:
        choices = [("light", _("Light")), ("sepia", _("Sepia")), ("dark", _("Dark"))]
        control = SegmentedControl(self.theme, [*choices, ("system", _("System"))], _("Colours"))
        control.chosen.connect(lambda scheme: self.changed.emit({"scheme": scheme}))
        self._row(_("Colours"), control)
        return control

    def _heading(self, text: str) -> None:
        heading = SectionHeading(self.theme, text)
        heading.setContentsMargins(0, self.theme.px(12), 0, self.theme.px(2))
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 3)

    def _row(self, name: str, control: QWidget, value: Label | None = None) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(Label(self.theme, name, "ui", "secondary"), row, 0)
        self._grid.addWidget(control, row, 1, 1, 1 if value else 2)
        if value:
            self._grid.addWidget(value, row, 2)

    def _footer(self) -> QHBoxLayout:
        reset = LinkButton(self.theme, _("Reset"))
        reset.setToolTip(_("Typeface, size, width and line height as they come"))
        reset.clicked.connect(self._reset)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(reset)
        return row

    def _reset(self) -> None:
        article = {name: DEFAULTS[name] for name in ("family", "size", "measure", "leading")}
        self.set_settings(article)
        self.changed.emit(article)

    def _write_values(self) -> None:
        for slide, value in self._values:
            value.setText(slide.words())
            slide.setAccessibleDescription(slide.words())
