"""What is light on the screen is the same on paper."""

from annotator.exporting.pdf.sheet import ACCENT, CONTROL, HAIRLINE, LOOKS, SECONDARY, TONES
from annotator.ui.theme.tokens import LIGHT


def test_marks_and_verdicts_look_on_paper_as_on_the_light_screen() -> None:
    assert {name: look.ground for name, look in LOOKS.items()} == dict(LIGHT.marks)
    assert {tone: LIGHT.tone(tone) for tone in TONES} == dict(TONES)
    assert [LIGHT.secondary, LIGHT.hairline, LIGHT.control, LIGHT.accent] == [
        SECONDARY, HAIRLINE, CONTROL, ACCENT,
    ]  # fmt: skip
