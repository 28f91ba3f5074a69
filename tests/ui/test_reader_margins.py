"""Text, details and numbers keep their column whatever the width."""

import pytest

from annotator.ui.reader import Reader
from tests.store.builders import add_article, open_library


@pytest.mark.parametrize("width", [420, 640, 720, 730, 760, 900, 1400])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_line_of_details_stands_over_the_text(qtbot, theme, tmp_path, width, scale):
    theme.set_scale(scale)
    with open_library(tmp_path / "a.annotator") as library:
        reader = Reader(theme)
        qtbot.addWidget(reader)
        reader.resize(1400, 700)
        reader.set_session(library.session(add_article(library)))
        reader.show()
        reader.resize(width, 700)
        setting, page = reader.setting, reader.view.page
        text = setting.rectangles(0, 1)[0].left()
        assert abs(page.details_place(setting).x() - text) <= 2
        reader.set_session(None)
