"""The theme: schemes, scale, the platform's say, icons."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.resources_path import resource
from annotator.ui import commands
from annotator.ui.kit import paint
from annotator.ui.theme import DARK, LIGHT, SEPIA, Theme, high_contrast, icons


def test_a_scheme_reaches_palette_and_style_sheet(theme: Theme, qapp: QApplication) -> None:
    theme.set_scheme("dark")
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(DARK.paper)
    assert DARK.accent in qapp.styleSheet()
    assert LIGHT.accent not in qapp.styleSheet()


def test_changes_are_told_once_and_only_when_there_are_any(theme: Theme) -> None:
    told: list[str] = []
    theme.changed.connect(lambda: told.append(theme.tokens.name))
    theme.set_scheme("sepia")
    theme.set_scheme("sepia")
    assert told == ["sepia"]
    assert theme.tokens is SEPIA


def test_system_follows_the_platform(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.set_scheme("system")
    assert theme.tokens is LIGHT
    monkeypatch.setattr("annotator.ui.theme.theme.platform_is_dark", lambda: True)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK
    theme.set_scheme("light")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is LIGHT


def test_an_unknown_scheme_in_the_settings_is_the_systems(qapp: QApplication) -> None:
    assert Theme("nonsense").scheme == "system"


def test_scale_moves_type_and_measures_together(theme: Theme) -> None:
    before, lines = theme.px(30), theme.font("ui").pointSizeF()
    theme.set_scale(2.0)
    assert theme.px(30) == 2 * before
    assert theme.font("ui").pointSizeF() == pytest.approx(2 * lines)
    theme.set_scale(9)
    assert theme.scale == 2.5
    theme.set_scale(0.1)
    assert theme.scale == 0.8


def test_hairlines_never_vanish(theme: Theme) -> None:
    theme.set_scale(0.8)
    assert theme.px(1) == 1
    assert theme.px(0) == 0


def test_buttons_keep_their_text_at_every_scale(theme: Theme, qapp: QApplication) -> None:
    button = QPushButton("Hand in…")
    for scale in (0.8, 1.0, 2.5):
        theme.set_scale(scale)
        button.ensurePolished()
        text = button.fontMetrics().horizontalAdvance(button.text())
        assert button.minimumSizeHint().width() > text


def test_high_contrast_of_the_platform_wins(
    theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(high_contrast, "wanted", lambda: True)
    theme.set_scheme("sepia")
    assert theme.tokens.name == "contrast"
    assert theme.tokens.ink == theme.tokens.control == theme.tokens.secondary
    assert set(theme.tokens.marks) == set(LIGHT.marks)


def test_tokens_of_a_black_platform_are_dark(qapp: QApplication) -> None:
    palette = QPalette(QColor("black"))
    palette.setColor(QPalette.ColorRole.Base, QColor("black"))
    palette.setColor(QPalette.ColorRole.Text, QColor("yellow"))
    tokens = high_contrast.tokens_of(palette)
    assert tokens.dark
    assert tokens.ink == "#ffff00"


def test_bold_roles_are_drawn_bolder(theme: Theme) -> None:
    def ink(role: str) -> int:
        image = QImage(200, 30, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setFont(theme.font(role))
        painter.drawText(QRectF(0, 0, 200, 30), "Harbour study")
        painter.end()
        return sum(
            255 - QColor(image.pixel(x, y)).lightness() for x in range(200) for y in range(30)
        )

    assert ink("strong") > 1.1 * ink("ui")


@pytest.mark.parametrize("token", ["ink", "accent"])
def test_icons_take_the_colour_asked_for(theme: Theme, token: str) -> None:
    image = theme.icon("flag", token).pixmap(17, 17).toImage()
    solid = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert {c.name() for c in solid} == {theme.colour(token).name()}


def test_icons_follow_the_scheme(theme: Theme) -> None:
    light = theme.icon("flag").cacheKey()
    theme.set_scheme("dark")
    assert theme.icon("flag").cacheKey() != light


def test_every_icon_named_in_the_table_is_there(qapp: QApplication) -> None:
    names = {spec.icon for spec in commands.commands() if spec.icon}
    names |= set(paint.VERDICT_ICONS.values()) | set(paint.STANCE_ICONS.values())
    for name in names:
        assert resource(f"icons/{name}.svg").is_file(), name
        assert b"currentColor" not in icons.svg(name, QColor("red"), 16)


def test_the_icons_licence_is_shipped() -> None:
    assert "ISC License" in resource("icons/LICENSE").read_text("utf-8")
