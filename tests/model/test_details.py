"""Who wrote an article and where, in one line."""

import pytest

from annotator.model import Details


@pytest.mark.parametrize(
    ("authors", "line"),
    [
        ((), ""),
        (("Ida Green", "Leo Brandt"), "Ida Green, Leo Brandt"),
        (("Kooman, F.", "Jong, Michiel de"), "Kooman, F.; Jong, Michiel de"),
    ],
)
def test_names_with_commas_are_told_apart(authors: tuple[str, ...], line: str) -> None:
    assert Details(authors=authors).names == line


def test_a_site_that_is_the_author_is_named_once() -> None:
    assert Details(authors=("Port authority",), site="Port Authority").place == ""
    assert Details(authors=("Ida Green",), site="Port Authority").place == "Port Authority"
    assert Details(site="Port Authority").place == "Port Authority"
