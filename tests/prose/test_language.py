"""Which language a text is in, where that is plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.prose.language import text_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The lake froze for the first time, and it was said to be the end of it.", "en"),
        ("Der Rat hat am Montag beschlossen, die Brücke nicht zu schließen.", "de"),
        ("Le maire a dit que la ville est en danger et que les ponts ne sont pas prêts.", "fr"),
        ("El alcalde dijo que los niños de la ciudad no van a la escuela por el agua.", "es"),
        ("De burgemeester zei dat het niet meer kan en dat hij ook niet wil.", "nl"),
        ("Мэр сказал, что мост закрыт.", "ru"),
        ("市長は橋が閉鎖されたと述べた。", "ja"),
        ("قال رئيس البلدية إن الجسر مغلق.", "ar"),
        ("Ada Quill, Bob Marsh", ""),
        ("Der Titanic sank.", ""),
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", ""),
        ("", ""),
    ],
)
def test_languages(text, language):
    assert text_language(text) == language


def test_an_english_text_with_a_speech_in_another_language_is_english():
    english = "The mayor of the town said to us that it was the end of this, and that it is not. "
    assert text_language(english + "„Das ist nicht das Ende“, sagte er.") == "en"


@given(st.text())
def test_any_text(text):
    assert len(text_language(text)) in {0, 2}
