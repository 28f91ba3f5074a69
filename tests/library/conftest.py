"""A library that most tests here begin with, and an article in it that is open."""

import pytest

from tests.store.builders import add_article, open_library


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "a.annotator") as opened:
        yield opened


@pytest.fixture
def session(library):
    return library.session(add_article(library))
