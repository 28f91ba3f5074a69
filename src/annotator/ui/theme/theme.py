"""The look in force: scheme, interface scale, fonts, icons, and their application."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory, QToolTip

from annotator.ui.theme import fonts, high_contrast, icons, palette, stylesheet
from annotator.ui.theme.tokens import DARK, LIGHT, SCHEMES, Tokens

MIN_SCALE, MAX_SCALE = 0.8, 2.5
SCHEME_NAMES = ("light", "dark", "sepia", "system")
ICON_SIZE = 16
"""An icon's side in px at 100 %."""


class Theme(QObject):
    """What the interface looks like now; ``changed`` tells everyone who paints.

    ``scheme`` is ``light``, ``dark``, ``sepia`` or ``system`` (follows the platform). ``scale`` is
    the interface's size, 0.8 to 2.5, apart from the article's text. A platform set to high contrast
    wins over the scheme.
    """

    changed = Signal()

    def __init__(
        self, scheme: str = "system", scale: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._scheme = scheme if scheme in SCHEME_NAMES else "system"
        self._scale = _within(scale)
        self._app: QApplication | None = None
        self._folder: QTemporaryDir | None = None
        self._icons: dict[tuple[str, str, int, int], QIcon] = {}
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        self._digits: dict[tuple[str, int], float] = {}
        self.tokens: Tokens = self._choose()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._platform_changed)
        high_contrast.when_changed(self._refresh)

    @property
    def scheme(self) -> str:
        """The scheme asked for, ``system`` included."""
        return self._scheme

    @property
    def scale(self) -> float:
        """The interface's scale, 1.0 for 13 px type."""
        return self._scale

    def set_scheme(self, scheme: str) -> None:
        """Changes to ``light``, ``dark``, ``sepia`` or ``system``."""
        if scheme not in SCHEME_NAMES:
            raise ValueError(scheme)
        self._scheme = scheme
        if self._app is not None:
            _tell_platform(scheme)
        self._refresh()

    def set_scale(self, scale: float) -> None:
        """Changes the interface's scale; taken into 0.8 to 2.5."""
        self._scale = _within(scale)
        self._refresh(force=True)

    def px(self, length: float) -> int:
        """A length in px at 100 %, scaled; at least 1 for what is not 0."""
        return max(1, round(length * self._scale)) if length else 0

    def font(self, role: str = "ui") -> QFont:
        """The font of a role, see ``fonts.ROLES``: ui, button, strong, small, small_strong, caps,
        key, badge, serif, serif_strong, title."""
        if role not in self._fonts:
            self._fonts[role] = fonts.role_font(role, self._scale)
        return QFont(self._fonts[role])

    def metrics(self, role: str = "ui") -> QFontMetricsF:
        """The measures of a role's font."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def digits_width(self, role: str, count: int) -> float:
        """The width of a number of so many digits, px; the same for all of them, so that numbers
        under each other line up."""
        key = (role, count)
        if key not in self._digits:
            self._digits[key] = self.metrics(role).horizontalAdvance("0" * count)
        return self._digits[key]

    def colour(self, token: str) -> QColor:
        """The colour of a role (``ink``, ``secondary``, …) or of a mark."""
        return QColor(self.tokens.colour(token))

    def tone(self, tone: str) -> QColor:
        """The colour of a verdict's tone: good, middling, bad, none."""
        return QColor(self.tokens.tone(tone))

    def mark(self, colour: str) -> QColor:
        """The ground of a mark of this colour."""
        return QColor(self.tokens.marks[colour])

    def icon(
        self, name: str, token: str = "secondary", size: float = ICON_SIZE, gap: float = 0
    ) -> QIcon:
        """An icon of the family in a token's colour; ``size`` and the empty ``gap`` on its right in
        px at 100 %."""
        key = (name, token, self.px(size), self.px(gap))
        if key not in self._icons:
            self._icons[key] = icons.icon(name, self.colour(token), *key[2:])
        return self._icons[key]

    def pixmap(self, name: str, token: str = "secondary", size: float = ICON_SIZE) -> QPixmap:
        """An icon as a pixmap for the densest screen; ``size`` in px at 100 %."""
        return icons.pixmap(name, self.colour(token), self.px(size), icons.densities()[-1])

    def apply(self, app: QApplication) -> None:
        """Gives the application style, palette, style sheet and font, now and on every change."""
        from annotator.typesetting.fonts import load_fonts

        load_fonts()
        self._app = app
        _tell_platform(self._scheme)
        app.setStyle(QStyleFactory.create("Fusion"))
        self._refresh(force=True)

    def _choose(self) -> Tokens:
        if high_contrast.wanted():
            return high_contrast.tokens_of(_platform_palette())
        if self._scheme != "system":
            return SCHEMES[self._scheme]
        return DARK if platform_is_dark() else LIGHT

    def _platform_changed(self) -> None:
        if self._scheme == "system" or high_contrast.wanted():
            self._refresh()

    def _refresh(self, *_told: object, force: bool = False) -> None:
        tokens = self._choose()
        if tokens == self.tokens and not force:
            return
        self.tokens = tokens
        self._icons.clear()
        self._fonts.clear()
        self._metrics.clear()
        self._digits.clear()
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        app.setPalette(palette.make(self.tokens))
        app.setFont(self.font("ui"))
        QToolTip.setFont(self.font("small"))
        QToolTip.setPalette(app.palette())
        app.setStyleSheet(stylesheet.make(self.tokens, self.px, self._images()))

    def _images(self) -> stylesheet.Images:
        if self._folder is None:
            self._folder = QTemporaryDir()
        folder = Path(self._folder.path())
        drawn = {
            "check": ("check", "on_accent"),
            "partial": ("minus", "on_accent"),
            "bullet": ("bullet", "on_accent"),
            "down": ("chevron-down", "secondary"),
            "up": ("chevron-up", "secondary"),
            "tick": ("check", "ink"),
        }
        return stylesheet.Images(
            **{field: self._write(folder, name, token) for field, (name, token) in drawn.items()}
        )

    def _write(self, folder: Path, name: str, token: str) -> Path:
        # The colour is in the file's name: Qt caches images by path.
        colour = self.colour(token)
        path = folder / f"{name}-{colour.name()[1:]}.svg"
        if not path.exists():
            path.write_bytes(icons.svg(name, colour, 12))
        return path


def platform_is_dark() -> bool:
    """Whether the platform's own colours are dark."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _tell_platform(scheme: str) -> None:
    """Has the window's frame and the platform's own dialogs follow the scheme asked for."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "setColorScheme"):
        return  # Qt before 6.8
    wanted = {"dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}
    hints.setColorScheme(wanted.get(scheme, Qt.ColorScheme.Light))


def _within(scale: float) -> float:
    return min(MAX_SCALE, max(MIN_SCALE, scale))


def _platform_palette() -> QPalette:
    app = QGuiApplication.instance()
    ours = app.palette()
    app.setPalette(QPalette())  # takes ours off, so that the platform's own shows
    theirs = app.palette()
    app.setPalette(ours)
    return theirs
