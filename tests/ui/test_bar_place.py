"""Where the bar at the selection stands: at its selection, over as few words as can be."""

from PySide6.QtCore import QRect, QSize

from annotator.ui.reader.bar_place import best_place

BAR, GAP = QSize(400, 44), 8
ROOM = QRect(0, 0, 600, 800)


def lines(*tops: int, left: int = 0, width: int = 600) -> list[QRect]:
    return [QRect(left, top, width, 20) for top in tops]


def placed(selection: list[QRect], words: list[QRect], room: QRect = ROOM) -> QRect:
    return QRect(best_place(BAR, room, selection, words, GAP), BAR)


def test_it_comes_under_the_end() -> None:
    words = lines(*range(0, 800, 30))
    selection = [QRect(100, 300, 500, 20), QRect(0, 330, 280, 20)]
    place = placed(selection, words)
    assert place.top() == selection[-1].bottom() + GAP
    assert place.left() <= selection[-1].right() <= place.right()


def test_near_the_bottom_it_stands_above() -> None:
    words = lines(*range(0, 800, 30))
    selection = [QRect(100, 750, 300, 20)]
    assert placed(selection, words).bottom() < selection[0].top()


def test_it_stands_where_nothing_is_printed() -> None:
    words = lines(200, 330, 360, 390)  # a wide gap above line 330
    selection = [QRect(100, 330, 300, 20)]
    assert not any(placed(selection, words).intersects(line) for line in words)


def test_it_makes_way_to_the_side_for_short_lines() -> None:
    words = [*lines(0, 30, 60), *lines(90, 120, 150, width=190)]
    selection = [QRect(0, 60, 150, 20)]
    assert not any(placed(selection, words).intersects(line) for line in words)


def test_of_a_selection_over_two_columns_nothing_is_hidden() -> None:
    left = lines(500, 530, 560, width=280)
    right = lines(100, 130, left=320, width=280)
    words = [*lines(*range(0, 800, 30), width=280), *lines(*range(0, 800, 30), left=320, width=280)]
    place = placed([*left, *right], words)
    assert not any(place.intersects(rect) for rect in (*left, *right))


def test_beside_lines_that_run_down_the_page() -> None:
    selection = [QRect(60, 10, 20, 780)]
    place = placed(selection, [QRect(100 * n, 0, 20, 800) for n in range(1, 6)])
    assert not place.intersects(selection[0])
    assert ROOM.contains(place)


def test_where_all_is_selected_it_is_in_sight_still() -> None:
    words = lines(*range(0, 800, 30))
    assert ROOM.contains(placed(words, words))
