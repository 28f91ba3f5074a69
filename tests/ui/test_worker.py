"""Work beside the window's thread."""

import threading
from collections.abc import Iterator

import pytest

from annotator.errors import UnreadableFile
from annotator.ui.worker import Worker


class Desk:
    """A worker that is let go of wish by wish."""

    def __init__(self) -> None:
        self.worker: Worker[str] = Worker("worker of a test")
        self.done: list[str] = []
        self.began, self.go_on = threading.Semaphore(0), threading.Semaphore(0)
        self.worker.start(self.work)

    def work(self, wish: str) -> None:
        self.began.release()
        assert self.go_on.acquire(timeout=10)
        if wish == "damaged":
            raise UnreadableFile("This page is damaged.")
        self.done.append(wish)

    def let_go(self, count: int) -> None:
        """So many wishes are seen to, the next one has begun."""
        for _wish in range(count):
            self.go_on.release()
            assert self.began.acquire(timeout=10)


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    desk.worker.want(["first"])
    assert desk.began.acquire(timeout=10)
    yield desk
    desk.go_on.release(100)
    desk.worker.stop()


def test_what_was_wanted_before_its_turn_came_is_forgotten(desk: Desk) -> None:
    desk.worker.want(["old"])
    desk.worker.want(["new", "newer", "last"])
    desk.let_go(3)
    assert desk.done == ["first", "new", "newer"]


def test_the_newest_wish_goes_first_and_the_oldest_out(desk: Desk) -> None:
    assert desk.worker.want_first("a", 2) == []
    assert desk.worker.want_first("b", 2) == []
    assert desk.worker.want_first("c", 2) == ["a"]
    desk.let_go(2)
    assert desk.done == ["first", "c"]


def test_what_refuses_does_not_stop_the_rest(desk: Desk) -> None:
    desk.worker.want(["damaged", "whole", "end"])
    desk.let_go(3)
    assert desk.done == ["first", "whole"]


def test_stopping_waits_for_what_is_at_work_and_leaves_the_rest(desk: Desk) -> None:
    desk.worker.want(["never"])
    assert desk.worker.started
    stopping = threading.Thread(target=desk.worker.stop)
    stopping.start()
    while desk.worker.started:
        stopping.join(0.001)
    assert stopping.is_alive()
    desk.go_on.release()
    stopping.join(10)
    assert desk.done == ["first"]
    assert not any(thread.name == "worker of a test" for thread in threading.enumerate())
