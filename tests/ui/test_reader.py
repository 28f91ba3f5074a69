"""The reader in a window: mouse and keys select, marks show and answer, ends are dragged."""

import gc
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from annotator.model import Article, BlockKind, Claim, Details, Evidence, Source, Verdict
from annotator.reading.builder import ArticleBuilder, Run
from annotator.typesetting.setting import Setting
from annotator.typesetting.style import TypeStyle
from annotator.ui.reader import Reader
from annotator.ui.text import canvas
from annotator.ui.theme import DARK, Theme
from tests.ui.sessions import MemorySession, article_of

HARBOUR = article_of(
    "-- Home · News · Sport",
    "# What the harbour study measured",
    "The figure was everywhere within a day. Particulates at the harbour fell by 38 percent in two "
    "years, the council announced, and the port repeated it without a footnote.",
    "## A number that travelled",
    "The study behind it is real. Between 2023 and 2025 a team kept eleven sensors along the quay. "
    "But the two years do not cover the same months.",
    "-- Related: ship 😀 emissions fall",
    *["Nine of the eleven instruments faced the water, and two faced the road."] * 40,
    title="What the harbour study measured",
    authors=("Ines Calder",),
    site="Coastal Review",
)
LEFT = Qt.MouseButton.LeftButton
VERDICT = Verdict("v", "default", "Mostly false", 2, "bad")


@pytest.fixture
def open_reader(qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., Reader]]:
    """Opens an article in a reader of its own window."""
    readers: list[Reader] = []

    def open_reader(session: MemorySession, width: int = 800, height: int = 600) -> Reader:
        reader = Reader(theme)
        qtbot.addWidget(reader)
        readers.append(reader)
        reader.resize(width, height)
        reader.show()
        reader.activateWindow()
        qtbot.waitUntil(reader.isActiveWindow)
        reader.set_session(session)
        reader.view.setFocus()
        return reader

    yield open_reader
    readers.clear()
    gc.collect()


@pytest.fixture
def session() -> MemorySession:
    return MemorySession(HARBOUR)


def _range(article: Article, words: str) -> tuple[int, int]:
    start = article.text.index(words)
    return start, start + len(words)


def _place(reader: Reader, offset: int) -> QPoint:
    """The viewport's point just inside the character at an offset."""
    rect = reader.view.rectangles(offset, offset + 1)[0]
    corner = reader.view.viewport().pos()
    return QPoint(rect.left() + 1, rect.center().y()) - corner


def _drag(reader: Reader, start: QPoint, end: QPoint) -> None:
    viewport = reader.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(viewport, start + (end - start) * step / 4)
    QTest.mouseRelease(viewport, LEFT, pos=end)


def _colours(reader: Reader, rect: QRect) -> set[str]:
    """The colours in a rectangle of the reader."""
    image = reader.grab(rect).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


# Selecting


def test_the_mouse_selects_words(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    start, end = _range(HARBOUR, "fell by 38 percent")
    _drag(reader, _place(reader, start), _place(reader, end))
    assert reader.selection() == (start, end)


def test_double_click_takes_a_word_and_triple_click_a_paragraph(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    word = _range(HARBOUR, "council")
    place = _place(reader, word[0] + 2)
    QTest.mouseDClick(reader.view.viewport(), LEFT, pos=place)
    assert reader.selection() == word
    QTest.mouseClick(reader.view.viewport(), LEFT, pos=place)
    block = HARBOUR.blocks[2]
    assert reader.selection() == (block.start, block.end)


def test_a_selection_over_emoji_counts_code_points(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    reader.set_whole(True)
    start, end = _range(HARBOUR, "ship 😀 emissions")
    _drag(reader, _place(reader, start), _place(reader, end))
    assert reader.selection() == (start, end)


def test_blanks_at_the_ends_are_not_selected(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    start, end = _range(HARBOUR, " study behind ")
    reader.set_selection(start, end)
    assert reader.selection() == (start + 1, end - 1)
    reader.set_selection(start, start + 1)
    assert reader.selection() is None


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ([Qt.Key.Key_Right], "T"),
        ([Qt.Key.Key_Right, Qt.Key.Key_Left], None),
    ],
)
def test_arrows_extend_by_letters(
    open_reader: Callable[..., Reader], session: MemorySession, keys: list[Qt.Key], words: str
) -> None:
    reader = open_reader(session)
    reader.set_caret(_range(HARBOUR, "The figure")[0])
    for key in keys:
        QTest.keyClick(reader.view, key, Qt.KeyboardModifier.ShiftModifier)
    selection = reader.selection()
    assert (selection and HARBOUR.text[slice(*selection)]) == words


CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "lands_at"),
    [
        (Qt.Key.Key_Right, CTRL, "figure was"),
        (Qt.Key.Key_Left, CTRL, "measured\nThe"),
        (Qt.Key.Key_Down, ALT, "Particulates at"),
        (Qt.Key.Key_Down, CTRL, "A number"),
        (Qt.Key.Key_Up, CTRL, "What the"),
    ],
)
def test_keys_step_by_word_sentence_and_paragraph(
    open_reader: Callable[..., Reader], session: MemorySession, key: Qt.Key,
    modifiers: Qt.KeyboardModifier, lands_at: str,
) -> None:  # fmt: skip
    reader = open_reader(session)
    reader.set_caret(_range(HARBOUR, "The figure")[0])
    QTest.keyClick(reader.view, key, modifiers)
    caret = reader.caret()
    if lands_at.startswith("measured"):
        assert HARBOUR.text[caret] == "\n"  # the end of the heading comes first
    else:
        assert HARBOUR.text[caret:].startswith(lands_at)


def test_shift_extends_by_sentence(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    start = _range(HARBOUR, "The study behind")[0]
    reader.set_caret(start)
    QTest.keyClick(reader.view, Qt.Key.Key_Down, ALT | SHIFT)
    assert HARBOUR.text[slice(*reader.selection())] == "The study behind it is real."


def test_escape_lets_go_of_the_selection(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    start, end = _range(HARBOUR, "council")
    reader.set_selection(start, end)
    QTest.keyClick(reader.view, Qt.Key.Key_Escape)
    assert reader.selection() is None
    assert reader.caret() == end


def test_the_selection_is_inverse(
    open_reader: Callable[..., Reader], session: MemorySession, theme: Theme
) -> None:
    reader = open_reader(session)
    start, end = _range(HARBOUR, "council announced")
    reader.set_selection(start, end)
    shown = _colours(reader, reader.rectangles(start, end)[0])
    assert {theme.tokens.accent, theme.tokens.on_accent} <= shown
    assert theme.tokens.ink not in shown


# Marks


def test_marks_lie_under_the_text(
    open_reader: Callable[..., Reader], session: MemorySession, theme: Theme
) -> None:
    session.mark("Particulates at the harbour", colour="green")
    reader = open_reader(session)
    start, end = _range(HARBOUR, "Particulates at the harbour")
    shown = _colours(reader, reader.rectangles(start, end)[0])
    assert theme.tokens.marks["green"] in shown
    assert theme.tokens.ink in shown  # letters are on top, at full strength


def test_a_new_mark_shows_without_setting_the_text_anew(
    open_reader: Callable[..., Reader], session: MemorySession, theme: Theme
) -> None:
    reader = open_reader(session)
    setting, (start, end) = reader.setting, _range(HARBOUR, "council announced")
    assert theme.tokens.marks["blue"] not in _colours(reader, reader.rectangles(start, end)[0])
    reader.apply(session.changed(session.add(start, end, colour="blue")))
    assert theme.tokens.marks["blue"] in _colours(reader, reader.rectangles(start, end)[0])
    assert reader.setting is setting


def test_marks_on_one_another_are_both_seen(
    open_reader: Callable[..., Reader], session: MemorySession, theme: Theme
) -> None:
    session.mark("the council announced", colour="blue")
    session.mark("council", colour="yellow")
    reader = open_reader(session)
    start, end = _range(HARBOUR, "council")
    shown = _colours(reader, reader.rectangles(start, end)[0])
    assert {theme.tokens.marks["blue"], theme.tokens.marks["yellow"]} <= shown


def test_a_private_mark_has_a_lock_and_takes_no_number(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    first, private, second = (
        session.mark("figure"), session.mark("everywhere", private=True), session.mark("council"),
    )  # fmt: skip
    reader = open_reader(session)
    reader.grab()
    badges = {badge.id: badge.number for badge in reader.view.gutters.badges}
    assert badges == {first: 1, private: None, second: 2}


def test_numbers_of_one_line_are_stacked(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    for words in ("figure", "everywhere", "within"):
        session.mark(words)
    reader = open_reader(session)
    reader.grab()
    rects = [badge.rect for badge in reader.view.gutters.badges]
    assert len({rect.left() for rect in rects}) == 1
    assert all(above.bottom() < below.top() for above, below in pairwise(rects))


def test_a_number_can_be_clicked(
    qtbot: QtBot, open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    id = session.mark("figure")
    reader = open_reader(session)
    reader.grab()
    place = reader.view.gutters.badges[0].rect.center().toPoint()
    with qtbot.waitSignal(reader.marks_clicked) as clicked:
        QTest.mouseClick(reader.view.viewport(), LEFT, pos=place)
    assert clicked.args == [[id]]


def test_clicking_again_goes_through_the_marks(
    qtbot: QtBot, open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    outer, inner = session.mark("the council announced"), session.mark("council")
    reader = open_reader(session)
    reader.marks_clicked.connect(lambda ids: reader.set_current(ids[0] if ids else ""))
    place, chosen = _place(reader, _range(HARBOUR, "council")[0] + 1), []
    reader.marks_clicked.connect(lambda ids: chosen.append(ids[0]))
    for _ in range(3):
        QTest.mouseClick(reader.view.viewport(), LEFT, pos=place)
        QTest.qWait(QApplication.doubleClickInterval() + 20)
    assert chosen == [inner, outer, inner]


def test_a_click_beside_all_marks_says_so(
    qtbot: QtBot, open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    session.mark("figure")
    reader = open_reader(session)
    place = _place(reader, _range(HARBOUR, "council")[0])
    with qtbot.waitSignal(reader.marks_clicked) as clicked:
        QTest.mouseClick(reader.view.viewport(), LEFT, pos=place)
    assert clicked.args == [[]]


def test_enter_on_a_mark_is_a_click_on_it(
    qtbot: QtBot, open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    id = session.mark("council")
    reader = open_reader(session)
    reader.set_caret(_range(HARBOUR, "council")[0] + 2)
    with qtbot.waitSignal(reader.marks_clicked) as clicked:
        QTest.keyClick(reader.view, Qt.Key.Key_Return)
    assert clicked.args == [[id]]


# The ends of the current mark


def test_an_end_is_dragged(
    qtbot: QtBot, open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    id = session.mark("council announced")
    reader = open_reader(session)
    reader.set_current(id)
    start, end = _range(HARBOUR, "council announced")
    knob = reader.rectangles(end - 1, end)[0].bottomRight() + QPoint(0, 3)
    knob -= reader.view.viewport().pos()
    target = _range(HARBOUR, "and the port")[1]
    with qtbot.waitSignal(reader.end_dragged) as dragged:
        _drag(reader, knob, _place(reader, target))
    assert dragged.args == [id, start, target]
    assert reader.selection() is None  # dragging an end selects nothing


def test_the_drag_shows_where_it_would_end(
    open_reader: Callable[..., Reader], session: MemorySession, theme: Theme
) -> None:
    id = session.mark("council", colour="magenta")
    reader = open_reader(session)
    reader.set_current(id)
    viewport, (start, end) = reader.view.viewport(), _range(HARBOUR, "council")
    after = reader.rectangles(*_range(HARBOUR, "announced"))[0]
    knob = reader.rectangles(end - 1, end)[0].bottomRight() + QPoint(0, 3) - viewport.pos()
    QTest.mousePress(viewport, LEFT, pos=knob)
    QTest.mouseMove(viewport, _place(reader, end + 6))
    QTest.mouseMove(viewport, _place(reader, end + 10))
    assert theme.tokens.marks["magenta"] in _colours(reader, after)
    QTest.mouseRelease(viewport, LEFT, pos=_place(reader, end + 10))
    assert start < end


@pytest.mark.parametrize(
    ("which", "step", "words"),
    [
        ("start", -1, "the council announced"),
        ("start", 1, "announced"),
        ("end", 1, "council announced, and"),
        ("end", -1, "council"),
    ],
)
def test_an_end_is_stepped_by_words(
    qtbot: QtBot, open_reader: Callable[..., Reader], session: MemorySession, which: str,
    step: int, words: str,
) -> None:  # fmt: skip
    id = session.mark("council announced")
    reader = open_reader(session)
    reader.set_current(id)
    with qtbot.waitSignal(reader.end_dragged) as dragged:
        reader.nudge_end(which, step)
    assert dragged.args[0] == id
    assert HARBOUR.text[slice(*dragged.args[1:])] == words


def test_a_mark_never_loses_its_last_word(
    qtbot: QtBot, open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    reader.set_current(session.mark("council"))
    with qtbot.assertNotEmitted(reader.end_dragged):
        reader.nudge_end("start", 1)
        reader.nudge_end("end", -1)


# What is said


def test_coming_into_a_mark_is_announced(
    monkeypatch: pytest.MonkeyPatch, open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    evidence = tuple(Evidence(str(n), Source(str(n))) for n in range(2))
    claim = Claim("c", 1, "It fell.", verdict=VERDICT, evidence=evidence)
    session.mark("figure", claims=(claim,))
    said: list[str] = []
    monkeypatch.setattr("annotator.ui.marks.going.announce", lambda _w, text: said.append(text))
    reader = open_reader(session)
    reader.set_caret(_range(HARBOUR, "The figure")[0])
    for _ in range(3):
        QTest.keyClick(reader.view, Qt.Key.Key_Right, CTRL)
    assert said == ["claim, mostly false, 2 sources"]


def test_the_text_is_there_for_screen_readers(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    assert reader.view.accessibleName() == HARBOUR.title
    assert "the council announced" in reader.view.toPlainText()
    assert "Related" not in reader.view.toPlainText()


# What is shown


def test_the_whole_page_keeps_offsets_and_place(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    reader.scroll_to(HARBOUR.blocks[20].start, align="top")
    before, place = reader.visible_range()[0], reader.position()
    reader.set_whole(True)
    assert "Related" in reader.view.toPlainText()
    assert reader.visible_range()[0] == before
    assert reader.position() == pytest.approx(place, abs=0.1)


def test_marked_furniture_is_shown(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    assert "emissions" not in reader.view.toPlainText()
    reader.apply(session.changed(session.mark("emissions")))
    assert "emissions" in reader.view.toPlainText()
    assert "Sport" not in reader.view.toPlainText()


def test_a_mark_over_furniture_does_not_show_it(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    start, end = _range(HARBOUR, "months")[0], HARBOUR.blocks[6].start + 4
    session.add(start, end)
    reader = open_reader(session)
    assert "emissions" not in reader.view.toPlainText()


def test_larger_type_keeps_the_place_and_the_selection(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    start, end = _range(HARBOUR, "the two years")
    reader.set_selection(start, end)
    there = HARBOUR.blocks[25].start
    reader.scroll_to(there, align="top")
    before = reader.rectangles(there, there + 1)[0].top()
    reader.restyle(zoom=1.6)
    assert abs(reader.rectangles(there, there + 1)[0].top() - before) < 60
    assert reader.selection() == (start, end)


def test_the_place_is_kept_for_the_next_time(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    reader.view.verticalScrollBar().setValue(517)
    kept = reader.position()
    reader.set_session(None)
    reader.set_session(session)
    assert reader.view.verticalScrollBar().value() == 0
    reader.restore(kept)
    assert abs(reader.view.verticalScrollBar().value() - 517) <= 1


def test_the_column_keeps_its_width_while_there_is_room(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session, width=900)
    setting = reader.setting
    reader.resize(760, 600)
    assert reader.setting is setting  # not set anew
    reader.resize(500, 600)
    assert reader.setting.style.measure < 500
    rects = reader.rectangles(*_range(HARBOUR, "The figure was everywhere"))
    assert all(rect.left() > 0 and rect.right() < 500 for rect in rects)


def test_another_scheme_colours_the_text(
    open_reader: Callable[..., Reader], session: MemorySession, theme: Theme
) -> None:
    reader = open_reader(session)
    theme.set_scheme("dark")
    shown = _colours(reader, reader.rectangles(*_range(HARBOUR, "The figure"))[0])
    assert {DARK.paper, DARK.ink} <= shown


def test_ctrl_and_wheel_ask_for_another_size(
    qtbot: QtBot, open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    viewport = reader.view.viewport()
    event = QWheelEvent(
        QPointF(9, 9), viewport.mapToGlobal(QPointF(9, 9)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(reader.zoomed) as zoomed:
        QApplication.sendEvent(viewport, event)
    assert zoomed.args[0] > 1
    assert reader.view.verticalScrollBar().value() == 0


# The line of details


def test_what_is_not_known_can_be_added(
    qtbot: QtBot, open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    page, setting = reader.view.page, reader.setting
    assert page.details.text.startswith("Ines Calder · Coastal Review")
    asked = []
    reader.details_requested.connect(asked.append)
    for rect, _field in page.details.fields():
        place = rect.translated(page.details_place(setting)).center().toPoint()
        QTest.mouseClick(reader.view.viewport(), LEFT, pos=place)
    assert asked == ["published", "url"]


def test_the_details_stand_between_title_and_text(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    setting, page = reader.setting, reader.view.page
    place = page.details_place(setting)
    assert setting.block_rectangle(1).bottom() <= place.y()
    assert place.y() + page.details.height <= setting.block_rectangle(2).top()


def test_a_title_that_the_text_lacks_is_painted(
    open_reader: Callable[..., Reader], theme: Theme
) -> None:
    session = MemorySession(article_of("Only text.", title="The title of it"))
    reader = open_reader(session)
    first = reader.rectangles(0, 4)[0]
    above = QRect(first.left(), 20, 200, 44)
    assert first.top() > 100
    assert theme.tokens.ink in _colours(reader, above)
    assert reader.view.toPlainText() == "Only text."


# The strip


def test_the_strip_has_a_tick_for_a_mark_and_goes_there(
    qtbot: QtBot, open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    block = HARBOUR.blocks[-3]
    session.add(block.start, block.end, colour="purple")
    reader = open_reader(session)
    strip, mark = reader.strip, session.marks()[0]

    def ticks() -> set[int]:
        image: QImage = strip.grab().toImage()
        colours = (image.pixelColor(strip.width() // 2, y) for y in range(strip.height()))
        return {y for y, colour in enumerate(colours) if _near(colour, strip.colour(mark))}

    qtbot.waitUntil(lambda: bool(ticks()))
    assert block.start not in range(*reader.visible_range())
    QTest.mouseClick(strip, LEFT, pos=QPoint(5, min(ticks())))
    assert block.start in range(*reader.visible_range())


def _near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


# The context menu


def test_the_menu_is_asked_for_at_the_words(
    qtbot: QtBot, open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    reader.set_caret(_range(HARBOUR, "council")[0])
    with qtbot.waitSignal(reader.context_menu_requested) as asked:
        by_key = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(by_key, QPoint(), reader.mapToGlobal(QPoint()))
        QApplication.sendEvent(reader.view.viewport(), event)
    assert asked.args[1] == _range(HARBOUR, "council")[0]


def test_links_say_where_they_lead_and_do_nothing(
    qtbot: QtBot, open_reader: Callable[..., Reader]
) -> None:
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, [Run("See "), Run("there", link="https://example.org/<b>")])
    session = MemorySession(builder.article(Details(title="A title"), "text", ""))
    reader = open_reader(session)
    place = _place(reader, 6)
    event = QHelpEvent(QEvent.Type.ToolTip, place, reader.view.viewport().mapToGlobal(place))
    QApplication.sendEvent(reader.view.viewport(), event)
    assert "https://example.org/&lt;b&gt;" in QToolTip.text()
    QTest.mouseClick(reader.view.viewport(), LEFT, pos=place)
    assert reader.selection() is None
    QToolTip.hideText()


def test_what_is_copied_is_words_alone(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    reader.set_selection(*_range(HARBOUR, "council announced"))
    reader.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text() == "council announced"
    assert not data.hasHtml()


def test_letting_go_of_a_selection_does_not_scroll(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    reader.set_selection(*_range(HARBOUR, "council"))
    reader.view.verticalScrollBar().setValue(700)
    reader.clear_selection()
    assert reader.view.verticalScrollBar().value() == 700


def test_a_selection_can_be_made_out_of_another(
    open_reader: Callable[..., Reader], session: MemorySession
) -> None:
    reader = open_reader(session)
    reader.set_selection(*_range(HARBOUR, "the council announced"))
    start, end = _range(HARBOUR, "council")
    _drag(reader, _place(reader, start), _place(reader, end))
    assert reader.selection() == (start, end)


def test_an_article_opened_out_of_sight_is_set_once(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, theme: Theme, session: MemorySession
) -> None:
    measures: list[float] = []

    def typeset(article: Article, style: TypeStyle, **options: object) -> Setting:
        measures.append(style.measure)
        return real(article, style, **options)

    real = canvas.typeset
    monkeypatch.setattr(canvas, "typeset", typeset)
    reader = Reader(theme)
    qtbot.addWidget(reader)
    reader.set_session(session)
    reader.resize(900, 600)
    reader.show()
    assert measures == [600]
