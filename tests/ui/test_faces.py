"""The faces of the window: made when they are shown, each with its own panes."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.events import Changes
from annotator.ui.faces import READ, Faces


class Shelf:
    """Remembers which lists it was given."""

    def __init__(self):
        self.lists = []

    def show_instead(self, lists):
        self.lists.append(lists)


class Sources:
    """A face that remembers what it was told."""

    def __init__(self, window):
        self.centre, self.right = QPushButton("list"), QPushButton("one")
        self.left = QWidget(window)
        self.told = []

    def set_library(self, library):
        self.told.append(("library", library))

    def apply(self, changes):
        self.told.append(("changes", changes.batch))

    def entered(self):
        self.told.append(("entered",))


@pytest.fixture
def stage(qtbot):
    """A window with two faces, of which the second is not made yet."""
    window, shelf, made = QWidget(), Shelf(), []
    centre, right = QPushButton("text"), QPushButton("cards")
    faces = Faces(shelf, centre, right, window)

    def make():
        made.append(Sources(window))
        return made[0]

    faces.add("sources", make)
    row = QHBoxLayout(window)
    row.addWidget(faces.centre)
    row.addWidget(faces.right)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield faces, shelf, made, centre
    window.deleteLater()


def test_a_face_is_made_when_it_is_first_shown(stage):
    faces, _shelf, made, _centre = stage
    faces.set_library("first")
    faces.apply(Changes("one", ""))
    assert faces.names() == [READ, "sources"]
    assert made == [] and not faces.is_made("sources")
    faces.show("sources")
    assert made[0].told == [("library", "first"), ("entered",)]
    faces.show(READ)
    faces.show("sources")
    assert len(made) == 1


def test_its_panes_come_to_the_front_and_go_again(stage):
    faces, shelf, made, centre = stage
    faces.show("sources")
    face = made[0]
    assert (faces.centre.front, faces.right.front) == (face.centre, face.right)
    assert shelf.lists == [face.left]
    faces.show(READ)
    assert faces.centre.front is centre
    assert shelf.lists == [face.left, None]


def test_it_hears_of_changes_while_another_is_in_front(stage):
    faces, _shelf, made, _centre = stage
    faces.show("sources")
    faces.show(READ)
    faces.apply(Changes("two", ""))
    faces.set_library(None)
    assert made[0].told[-2:] == [("changes", "two"), ("library", None)]


def test_the_focus_goes_along(stage, qtbot):
    faces, _shelf, made, centre = stage
    centre.setFocus()
    qtbot.waitUntil(centre.hasFocus)
    faces.show("sources")
    assert made[0].centre.hasFocus()
    faces.show(READ)
    assert centre.hasFocus()
