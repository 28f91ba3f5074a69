"""What is running text, and what only stands about on a page."""

import pytest

from annotator.prose.running import is_running


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "“Stop!”",
        "He asked: “Why?”",
        "The bridge has been closed for eleven months",
        "On 14 March 2026 the port authority told its staff about it",
        "It opened on 14 March 2026.",
        "At least 45 people were taken to hospital after the ship lost power on Tuesday, 12 May",
        "A dog is a dog.",
        "橋は閉まっている",
        "Prices rose by 4 % · wages by 2 %.",
    ],
)
def test_what_is_said(text):
    assert is_running(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Technical annex to the annual report · Port authority, 14 March 2026",
        "By Ada Quill and Bob Marsh",
        "Posted by Ada Quill, who writes on geese",
        "Port authority, March 14, 2026 at 9:30 GMT",
        "J F M A M J J A S O N D",
        "0 10 20 30 40 %",
        "1 2 3.",
        "Read more",
        "News | Local | Harbour",
    ],
)
def test_what_stands_about(text):
    assert not is_running(text)
