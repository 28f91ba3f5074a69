"""How pages lie on the desk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from annotator.ui.pages.stack import GAP, Fit, Stack, fitting_scale

A4, WIDE = (595.0, 842.0), (1_008.0, 612.0)
SIZES = st.lists(
    st.tuples(st.floats(10, 14_400), st.floats(10, 14_400)), min_size=1, max_size=30
)  # fmt: skip


def test_pages_lie_under_each_other_each_in_the_middle() -> None:
    stack = Stack.of([A4, WIDE, A4], 1.0, 1_200, 28, 44)
    first, second = stack.rect(0), stack.rect(1)
    assert first.top() == GAP
    assert second.top() == first.bottom() + GAP
    room = (28, 1_200 - 44)
    for rect in (first, second):
        assert rect.left() - room[0] == pytest.approx(room[1] - rect.right())


def test_pages_wider_than_the_window_make_the_stack_wider() -> None:
    stack = Stack.of([WIDE], 2.0, 800, 28, 44)
    assert stack.width == 2_016 + 28 + 44
    assert stack.rect(0).left() == 28


@given(sizes=SIZES, scale=st.floats(0.05, 4), x=st.floats(0, 1), y=st.floats(0, 1))
def test_a_place_on_a_page_is_found_again(
    sizes: list[tuple[float, float]], scale: float, x: float, y: float
) -> None:
    stack = Stack.of(sizes, scale, 900, 28, 44)
    for page, (width, height) in enumerate(sizes):
        place = stack.from_page(page, (x * width, y * height, 0, 0)).topLeft()
        found, found_x, found_y = stack.on_page(place)
        assert found == page
        assert (found_x, found_y) == pytest.approx((x * width, y * height), abs=0.01 / scale)


@given(sizes=SIZES, top=st.floats(0, 20_000), height=st.floats(1, 2_000))
def test_the_pages_in_sight_are_those_that_touch_it(
    sizes: list[tuple[float, float]], top: float, height: float
) -> None:
    stack = Stack.of(sizes, 1.0, 900, 28, 44)
    touching = [
        page
        for page in range(len(sizes))
        if stack.rect(page).bottom() >= top and stack.rect(page).top() <= top + height
    ]
    assert list(stack.pages_between(top, top + height)) == touching


def test_points_in_a_gap_belong_to_the_nearer_page() -> None:
    stack = Stack.of([A4, A4], 1.0, 900, 28, 44)
    gap = stack.rect(0).bottom()
    assert stack.on_page(QPointF(400, gap + 2))[0] == 0
    assert stack.on_page(QPointF(400, gap + GAP - 2))[0] == 1


def test_a_page_fits_the_width_or_whole() -> None:
    assert fitting_scale(Fit.WIDTH, A4, (667, 500), 72) == pytest.approx(1.0)
    whole = fitting_scale(Fit.PAGE, A4, (667, 449), 72)
    assert A4[1] * whole + 2 * GAP == pytest.approx(449)


def test_huge_and_broken_pages_have_a_scale_too() -> None:
    assert fitting_scale(Fit.WIDTH, (14_400, 14_400), (900, 700), 72) > 0
    assert fitting_scale(Fit.PAGE, (0.0, 0.0), (10, 10), 72) > 0


@given(
    sizes=SIZES, scale=st.floats(0.05, 4), x=st.floats(0, 0.9), y=st.floats(0, 0.9),
    turn=st.sampled_from([0, 90, 180, 270]),
)  # fmt: skip
def test_a_place_on_a_turned_page_is_found_again(
    sizes: list[tuple[float, float]], scale: float, x: float, y: float, turn: int
) -> None:
    stack = Stack.of(sizes, scale, 900, 28, 44, turn)
    for page, (width, height) in enumerate(sizes):
        part = (x * width, y * height, width / 10, height / 10)
        place = stack.from_page(page, part)
        assert stack.rect(page).adjusted(-1, -1, 1, 1).contains(place)
        assert stack.part_of(page, place) == pytest.approx(part, abs=0.01 / scale)
        assert stack.on_page(place.center())[0] == page


def test_turned_clockwise_the_upper_left_is_the_upper_right() -> None:
    stack = Stack.of([A4], 1.0, 900, 28, 44, 90)
    corner = stack.from_page(0, (0, 0, 10, 20))
    assert corner.topRight() == stack.rect(0).topRight()
    assert (corner.width(), corner.height()) == (20, 10)
