"""Links as people paste them."""

import pytest

from annotator.errors import InvalidValue
from annotator.model.links import normalise_doi, normalise_link


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("10.5555/jca.24.118", "https://doi.org/10.5555/jca.24.118"),
        ("doi:10.5555/JCA", "https://doi.org/10.5555/JCA"),
        ("DOI: 10.5555/x", "https://doi.org/10.5555/x"),
        ("http://dx.doi.org/10.5555/x", "https://doi.org/10.5555/x"),
        ("10.5555/x.", "https://doi.org/10.5555/x"),
        ("arXiv:2401.12345", "https://arxiv.org/abs/2401.12345"),
        ("arxiv:2401.12345v2", "https://arxiv.org/abs/2401.12345v2"),
        ("arXiv:math.GT/0309136", "https://arxiv.org/abs/math.GT/0309136"),
        ("www.example.org", "https://www.example.org"),
        ("example.org/page?q=1#part", "https://example.org/page?q=1#part"),
        ("example.org:8080/page", "https://example.org:8080/page"),
        ("localhost:8000/a", "https://localhost:8000/a"),
        (" <HTTP://Example.ORG/Page> ", "http://example.org/Page"),
        ("https://bücher.example/ä", "https://bücher.example/ä"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("press@example.org", "mailto:press@example.org"),
        ("mailto:press@example.org?subject=Hi", "mailto:press@example.org?subject=Hi"),
    ],
)
def test_understood(typed: str, link: str) -> None:
    assert normalise_link(typed) == link
    assert normalise_link(link) == link


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "harbour",
        "two words",
        "https://",
        "https://no host.example",
        "https://name:secret@example.org",
        "https://example.org:port/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "C:\\letters\\a.txt",
        "/etc/passwd",
        "doi:nothing",
        "mailto:nobody",
        "https://example.org/\nx",
        'https://example.org/"><b>x</b>',
    ],
)
def test_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(InvalidValue, match=r"\.$"):
        normalise_link(typed)


def test_a_refusal_names_the_scheme() -> None:
    with pytest.raises(InvalidValue, match="not with javascript"):
        normalise_link("JavaScript:alert(1)")


@pytest.mark.parametrize("text", ["", "10.5555", "x10.5555/x", "10.5555/a b", "doi:nothing"])
def test_what_is_no_doi_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="is no DOI"):
        normalise_doi(text)
