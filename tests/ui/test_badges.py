"""The marks' numbers beside their lines, however close together these are."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from annotator.ui.kit import paint
from annotator.ui.marks.badges import Badges
from annotator.ui.theme import Theme

ROOM = 30.0


def placed(theme: Theme, middles: list[float], room: float = ROOM) -> Badges:
    numbers = Badges(theme)
    numbers.stack([(y, f"m{n}", n) for n, y in enumerate(middles, 1)], 700.0, theme.px(room))
    return numbers


def astray(numbers: Badges, middles: list[float]) -> float:
    """How far the furthest number stands from the middle of its line."""
    lines = {f"m{n}": y for n, y in enumerate(middles, 1)}
    return max(abs(b.rect.center().y() - lines[id]) for b in numbers.badges for id in b.ids)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("pitch", [9, 12, 16, 30])
def test_numbers_of_neighbouring_lines_stay_beside_them(theme, scale, pitch) -> None:
    theme.set_scale(scale)
    middles = [100.0 + n * pitch for n in range(40)]
    numbers = placed(theme, middles)
    height = paint.badge_size(theme, 1).height()
    assert astray(numbers, middles) < height
    assert [id for badge in numbers.badges for id in badge.ids] == [f"m{n}" for n in range(1, 41)]
    tops = [badge.rect.top() for badge in numbers.badges]
    assert all(low - top > height for top, low in pairwise(tops))


def test_two_on_a_line_stand_under_each_other_more_share_a_box(theme) -> None:
    assert [badge.ids for badge in placed(theme, [50, 50]).badges] == [["m1"], ["m2"]]
    crowded = placed(theme, [50, 50, 50, 50, 80])
    assert [badge.ids for badge in crowded.badges] == [["m1"], ["m2", "m3", "m4"], ["m5"]]


def test_a_shared_box_says_whose_numbers_it_has(theme) -> None:
    numbers = placed(theme, [50, 50, 50, 50])
    shared = numbers.badges[1].rect.center()
    assert numbers.at(shared) == ["m2", "m3", "m4"]
    assert numbers.tip(shared) == "Marks 2, 3, 4"
    assert numbers.tip(numbers.badges[0].rect.center()) == ""
    assert numbers.at(QPointF(0, 0)) == []


def test_it_stays_within_its_room(theme) -> None:
    numbers = Badges(theme)
    numbers.stack([(50, f"m{n}", n) for n in range(120, 125)], 0.0, 34.0)
    assert len(numbers.badges[1].ids) == 4
    assert all(badge.rect.width() <= 34.0 for badge in numbers.badges)


def test_of_a_shared_box_the_current_one_s_number_is_shown(theme, monkeypatch) -> None:
    painted = []
    monkeypatch.setattr(
        paint, "badge", lambda _p, _t, _rect, label, current: painted.append((label, current))
    )
    numbers = placed(theme, [50, 50, 50])
    seen = numbers.badges[0].rect.united(numbers.badges[-1].rect)

    class Brush:
        def setRenderHint(self, _hint) -> None:
            pass

    numbers.paint_badges(Brush(), "", seen)
    numbers.paint_badges(Brush(), "m3", seen)
    assert painted == [(1, False), ("2–3", False), (1, False), (3, True)]


def test_private_marks_among_them_are_locks(theme, monkeypatch) -> None:
    numbers = Badges(theme)
    numbers.stack([(50, "a", 1), (50, "b", None), (50, "c", None), (50, "d", 2)], 0.0, ROOM)
    assert [badge.ids for badge in numbers.badges] == [["a"], ["b", "c", "d"]]
    assert numbers.tip(numbers.badges[1].rect.center()) == "Marks private, private, 2"
