"""The one style sheet, made from tokens and scale. What the kit paints itself is not in it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from string import Template

from annotator.ui.theme.colours import mix
from annotator.ui.theme.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Images:
    """SVG files, in this theme's colours, that a style sheet can only name by path."""

    check: Path
    partial: Path
    bullet: Path
    down: Path
    up: Path
    tick: Path


_BASE = Template("""
QMainWindow, QDialog, QMessageBox, QWizard { background: $chrome; }
QWidget:focus { outline: none; }
QToolTip {
  background: $card; color: $ink; border: 1px solid $control; padding: ${p3}px ${p6}px;
}
QLabel { background: transparent; }
QLabel:disabled { color: $disabled; }
""")

_BUTTONS = Template("""
QPushButton {
  background: transparent; color: $ink; border: 1px solid $control; border-radius: ${p7}px;
  padding: ${p6}px ${p12}px; icon-size: ${p16}px;
}
QPushButton:hover { background: $selected; }
QPushButton:pressed, QPushButton:checked { background: $accent_ground; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:hover { background: $accent_strong; }
QPushButton:disabled { color: $disabled; border-color: $hairline; background: transparent; }
QPushButton:focus { border: 2px solid $accent; padding: ${p5}px ${p11}px; }
QPushButton:default:focus { border: 2px solid $ink; }
QPushButton[kind="compact"] { padding: ${p4}px ${p10}px; }
QPushButton[kind="compact"]:focus { padding: ${p3}px ${p9}px; }
QPushButton[kind="link"] {
  color: $accent; border: 2px solid transparent; border-radius: ${p5}px; padding: 0;
}
QPushButton[kind="link"]:hover { color: $accent_strong; text-decoration: underline; }
QPushButton[kind="link"]:pressed { background: $accent_ground; }
QPushButton[kind="link"]:focus { border-color: $accent; padding: 0; }
QPushButton[kind="link"]:disabled { color: $disabled; }
QToolButton {
  background: transparent; color: $ink; border: 2px solid transparent; border-radius: ${p7}px;
  padding: ${p3}px;
}
QToolButton:hover { background: $selected; }
QToolButton:pressed, QToolButton:checked, QToolButton:open { background: $accent_ground; }
QToolButton[quiet="true"]:checked { background: transparent; }
QToolButton[quiet="true"]:hover { background: $selected; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
""")

_FIELDS = Template("""
QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox {
  background: $paper; color: $ink; border: 1px solid $control; border-radius: ${p7}px;
  selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $secondary;
}
QLineEdit { padding: ${p4}px ${p8}px; min-height: ${p20}px; }
QAbstractSpinBox { min-height: ${p20}px; }
QTextEdit, QPlainTextEdit { padding: ${p4}px ${p5}px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus,
QComboBox:on { border: 2px solid $accent; }
QLineEdit:focus { padding: ${p3}px ${p7}px; }
QTextEdit:focus, QPlainTextEdit:focus { padding: ${p3}px ${p4}px; }
QLineEdit[bare="true"] { border: none; background: transparent; padding: 0; min-height: 0; }
QTextEdit[bare="true"], QPlainTextEdit[bare="true"] {
  border: none; background: transparent; padding: 0;
}
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled,
QComboBox:disabled { color: $disabled; border-color: $hairline; background: $chrome; }
QLineEdit:read-only { background: $chrome; }
QLineEdit[bare="true"]:read-only, QLineEdit[bare="true"]:disabled { background: transparent; }
QAbstractSpinBox { padding: ${p4}px ${p22}px ${p4}px ${p8}px; }
QAbstractSpinBox:focus { padding: ${p3}px ${p21}px ${p3}px ${p7}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: none; width: ${p18}px; background: transparent; margin: ${p2}px;
}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $selected; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: ${p11}px; height: ${p11}px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: ${p11}px; height: ${p11}px; }
QComboBox { padding: ${p4}px ${p26}px ${p4}px ${p8}px; min-height: ${p20}px; }
QComboBox:focus, QComboBox:on { padding: ${p3}px ${p25}px ${p3}px ${p7}px; }
QComboBox::drop-down { border: none; width: ${p24}px; }
QComboBox::down-arrow { image: url("$down"); width: ${p13}px; height: ${p13}px; }
QComboBox QAbstractItemView, QListView#completions {
  background: $card; color: $ink; border: 1px solid $control; padding: ${p4}px;
  selection-background-color: $accent_ground; selection-color: $ink; outline: none;
}
QComboBox QAbstractItemView::item, QListView#completions::item {
  min-height: ${p26}px; padding: 0 ${p6}px;
}
""")

_CHOICES = Template("""
QCheckBox, QRadioButton { spacing: ${p8}px; padding: ${p3}px; border: 2px solid transparent;
  border-radius: ${p6}px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator {
  width: ${p15}px; height: ${p15}px; border: 1px solid $control; background: $paper;
}
QCheckBox::indicator, QGroupBox::indicator { border-radius: ${p4}px; }
QRadioButton::indicator { border-radius: ${p8}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate, QRadioButton::indicator:checked,
QGroupBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked { image: url("$check"); }
QCheckBox::indicator:indeterminate { image: url("$partial"); }
QRadioButton::indicator:checked { image: url("$bullet"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $hairline; }
QSlider { background: transparent; min-height: ${p22}px; }
QSlider::groove:horizontal {
  height: ${p4}px; background: $hairline; border-radius: ${p2}px;
}
QSlider::sub-page:horizontal { background: $accent; border-radius: ${p2}px; }
QSlider::handle:horizontal {
  width: ${p14}px; height: ${p14}px; margin: -${p6}px 0; border-radius: ${p7}px;
  background: $paper; border: 1px solid $control;
}
QSlider::handle:horizontal:hover { border-color: $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; background: $accent_ground; }
""")

_LISTS = Template("""
QMenu {
  background: $card; color: $ink; border: 1px solid $control; padding: ${p5}px;
  icon-size: ${p16}px;
}
QMenu::item {
  padding: ${p5}px ${p22}px ${p5}px ${p10}px; border-radius: ${p6}px; min-height: ${p16}px;
}
QMenu::item:selected { background: $accent_ground; color: $ink; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $hairline; margin: ${p5}px ${p8}px; }
QMenu::icon { padding-left: ${p8}px; }
QMenu::indicator { width: ${p14}px; height: ${p14}px; padding-left: ${before_tick}px; }
QMenu::indicator:checked { image: url("$tick"); }
QMenuBar { background: $chrome; color: $ink; border: none; padding: 0; }
QMenuBar::item { padding: ${p5}px ${p10}px; border-radius: ${p6}px; background: transparent; }
QMenuBar::item:selected { background: $selected; }
QAbstractItemView {
  background: transparent; color: $ink; border: none; outline: none;
  selection-background-color: $selected; selection-color: $ink;
}
QHeaderView::section {
  background: $paper; color: $secondary; border: none; border-bottom: 1px solid $control;
  padding: ${p6}px ${p8}px;
}
QTableView { background: $paper; gridline-color: $hairline; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
  background: $accent_ground; color: $ink;
}
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; color: $secondary; padding: ${p6}px ${p12}px;
  border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $accent; border-bottom-color: $accent; }
QGroupBox {
  border: 1px solid $hairline; border-radius: ${p8}px; margin-top: ${p10}px; padding: ${p8}px;
}
QGroupBox::title { subcontrol-origin: margin; left: ${p10}px; padding: 0 ${p4}px; }
""")

_BARS = Template("""
QScrollArea { border: none; background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${p11}px; margin: 0; }
QScrollBar:horizontal { height: ${p11}px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: ${p3}px; margin: ${p2}px; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QProgressBar {
  background: $hairline; border: none; border-radius: ${p3}px; max-height: ${p6}px;
  min-height: ${p6}px; text-align: center; color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: ${p3}px; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:hover { background: $control; }
QStatusBar { background: $chrome; color: $secondary; border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
""")

_SIZES = (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 21, 22, 24, 25, 26, 32)


def make(tokens: Tokens, px: Callable[[float], int], images: Images) -> str:
    """The application's style sheet; ``px`` scales a length in px at 100 %."""
    values = {
        **{name: getattr(tokens, name) for name in _COLOURS},
        **{f"p{size}": px(size) for size in _SIZES},
        "disabled": mix(tokens.secondary, tokens.chrome, 0.6).name(),
        "scroll": mix(tokens.control, tokens.chrome, 0.55).name(),
        "accent_strong": mix(tokens.ink, tokens.accent, 0.15).name(),
        "check": images.check.as_posix(),
        "partial": images.partial.as_posix(),
        "bullet": images.bullet.as_posix(),
        "down": images.down.as_posix(),
        "up": images.up.as_posix(),
        "tick": images.tick.as_posix(),
        # Qt gives icons 4 px more than they ask for, at any scale; texts shall begin at one line.
        "before_tick": px(16) + 4 - px(14),
    }
    return "".join(
        part.substitute(values) for part in (_BASE, _BUTTONS, _FIELDS, _CHOICES, _LISTS, _BARS)
    )


_COLOURS = (
    "chrome", "paper", "card", "ink", "secondary", "hairline", "control", "selected", "accent",
    "accent_ground", "on_accent",
)  # fmt: skip
