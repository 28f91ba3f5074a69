"""Notes are shown and do nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.kit import MarkdownLabel, safe_html
from annotator.ui.theme import Theme


@pytest.fixture
def picture(tmp_path: Path, qapp: QApplication) -> Path:
    pixmap = QPixmap(60, 60)
    pixmap.fill(QColor("#ff00ff"))
    path = tmp_path / "secret.png"
    assert pixmap.save(str(path))
    return path


@pytest.mark.parametrize(
    "note",
    [
        "![x]({path})",
        "<img src='{path}'>",
        '<table background="{path}"><tr><td>x</td></tr></table>',
        "<p style=\"background-image: url('{path}')\">text text</p>",
        "[![x]({path})](https://example.org)",
    ],
)
def test_no_picture_is_read_from_the_disk(
    theme: Theme, qtbot: QtBot, picture: Path, note: str
) -> None:
    label = MarkdownLabel(theme, note.replace("{path}", picture.as_posix()))
    qtbot.addWidget(label)
    label.resize(200, 100)
    label.show()
    image = label.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert "#ff00ff" not in colours


@pytest.mark.parametrize(
    ("note", "gone"),
    [
        ("<script>alert(1)</script>kept", "alert"),
        ("[kept](javascript:alert(1))", "javascript"),
        ("[kept](file:///etc/passwd)", "file:"),
        ("<a href='data:text/html,x'>kept</a>", "data:"),
        ("<span style='font-size:90px'>kept</span>", "90px"),
    ],
)
def test_what_is_taken_out(note: str, gone: str) -> None:
    assert gone not in safe_html(note)
    assert "kept" in safe_html(note)


def test_markdown_is_set(theme: Theme, qtbot: QtBot) -> None:
    html = safe_html("Ask for the **log**.\nNow & then\n\n- one\n- two")
    assert "<strong>log</strong>" in html
    assert "<br" in html
    assert html.count("<li>") == 2
    label = MarkdownLabel(theme, "a < b & *c*")
    qtbot.addWidget(label)
    assert label.toPlainText() == "a < b & c"


def test_plain_words_stay_as_they_are() -> None:
    assert safe_html("Which ones? Ask!") == safe_html("Which ones? Ask!").replace("<img", "")
    assert "Which ones? Ask!" in safe_html("Which ones? Ask!")


def test_a_link_is_told_not_followed(theme: Theme, qtbot: QtBot) -> None:
    label = MarkdownLabel(theme, "[the report](https://example.org/report)")
    qtbot.addWidget(label)
    label.resize(200, 40)
    label.show()
    with qtbot.waitSignal(label.link_activated) as told:
        qtbot.mouseClick(label.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 8))
    assert told.args == ["https://example.org/report"]
    assert "report" in label.toPlainText()


def test_only_a_note_with_links_stops_the_tab_key(theme: Theme, qtbot: QtBot) -> None:
    label = MarkdownLabel(theme, "plain")
    qtbot.addWidget(label)
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus
    label.set_markdown("[there](https://example.org)")
    assert label.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_it_is_as_high_as_its_text(theme: Theme, qtbot: QtBot) -> None:
    label = MarkdownLabel(theme, "one line")
    qtbot.addWidget(label)
    low = label.heightForWidth(200)
    label.set_markdown("many words " * 30)
    assert label.heightForWidth(200) > 4 * low
    assert label.heightForWidth(2000) < label.heightForWidth(200)
