"""Which signs a text is made of: the same for every format."""

import sys

from annotator.model.alphabet import DROPPED, normalise
from annotator.pdf.cleaning import clean


def test_every_sign_there_is_stays_or_goes() -> None:
    breaks = {0x0C, 0x0D, 0x85, 0x2028, 0x2029}
    for code in range(sys.maxunicode + 1):
        expected = "" if code in DROPPED else "\n" if code in breaks else chr(code)
        assert normalise(f"a{chr(code)}b") == f"a{expected}b"


def test_what_matters_to_words_stays() -> None:
    assert normalise("می\u200cخواهم 👩\u200d🔬 a\tb") == "می\u200cخواهم 👩\u200d🔬 a\tb"
    assert normalise("co\xadop\u200berate\r\nnow\rhere") == "cooperate\nnow\nhere"


def test_lines_of_pdfs_are_in_it() -> None:
    for code in (*range(0x3000), *range(0xD800, 0x10000)):
        words, sources = clean(f"a{chr(code)}b", 0)
        assert words == normalise(words) and len(words) == len(sources)
        assert set(words) - {"a", "b"} <= {" "} if code in DROPPED else len(words) >= 2
