"""Notes of any length are exported whole, in time that grows with their length."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QTextLayout

from annotator.exporting import exporter
from annotator.exporting.document import ExportOptions
from annotator.exporting.markdown.note import tamed
from annotator.exporting.markdown.pieces import PIECE, pieces
from annotator.exporting.pdf import note_text as pdf_note_text
from annotator.exporting.pdf import words as pdf_words
from annotator.exporting.pdf.note_text import note_paragraphs, plain_text
from annotator.exporting.pdf.type import Type
from annotator.exporting.pdf.words import STRETCH, Run, Words
from tests.exporting.builders import document, exported, harbour, note
from tests.exporting.pdf_reading import marks, poppler, text

pytestmark = pytest.mark.usefixtures("qapp")
MIXED = [
    Run("Some words, "), Run("a link of several words", link="https://example.org/"),
    Run(" and 😀 " * 400), Run("x" * 900, 600), Run(" and so on" * 300, italic=True),
]  # fmt: skip
ARABIC = [Run("قال المتحدث إن الاتجاه لا شك فيه with English 21 " * 60)]


def written(folder: Path, words: str) -> Path:
    whole = harbour()
    made = document(exported(whole, [note(whole, "eleven sensors", id="n", note=words)]))
    [path] = exporter("pdf").write(made, ExportOptions(), folder / "o.pdf")
    return path


def typeset(runs: list[Run], width: float = 180) -> Words:
    device = QImage(10, 10, QImage.Format.Format_Grayscale8)
    words = Type(device).set(runs, width, first_indent=20)
    words.device = device  # type: ignore[attr-defined]  # it measures as long as it lives
    return words


def test_a_note_of_many_pages_is_there_to_its_last_word(tmp_path: Path) -> None:
    words = [f"word{n}" for n in range(30_000)]
    path = written(tmp_path, " ".join(words))
    shown = text(path).split("Notes, claims and sources, continued")[1]
    missing = set(words) - set(shown.split())
    assert not missing
    assert marks(path)[0].contents == " ".join(words)


def test_a_word_without_end_is_there_to_its_last_letter(tmp_path: Path) -> None:
    path = written(tmp_path, "Zz" * 10_000 + " the end")
    shown = "".join(poppler("pdftotext", path, "-").split())
    assert shown.count("Z") == shown.count("z") == 10_000 and "theend" in shown


@pytest.mark.parametrize("runs", [MIXED, ARABIC], ids=["mixed", "right to left"])
def test_stretches_break_lines_where_the_whole_would(
    runs: list[Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = typeset(runs)
    monkeypatch.setattr(pdf_words, "STRETCH", 333)
    cut = typeset(runs)
    assert [line.extent for line in cut.lines] == [line.extent for line in at_once.lines]
    tops = [(line.top, round(at_once.right_of(at))) for at, line in enumerate(at_once.lines)]
    assert [(line.top, round(cut.right_of(at))) for at, line in enumerate(cut.lines)] == tops
    assert cut.links(QPointF(5, 7)) == at_once.links(QPointF(5, 7))


def test_qt_is_never_given_more_than_a_stretch(monkeypatch: pytest.MonkeyPatch) -> None:
    """It looks through all that is left of a word for each line."""
    given: list[int] = []

    class Layout(QTextLayout):
        def __init__(self, words: str, font: QFont) -> None:
            super().__init__(words, font)
            given.append(len(words))

    monkeypatch.setattr(pdf_words, "QTextLayout", Layout)
    words = typeset([Run("y" * 40_000)])
    assert max(given) <= STRETCH
    assert sum(given) < 40_000 * 1.2
    assert words.lines[-1].extent[1] == 40_000


def test_what_finds_no_room_beside_the_text_is_not_set_there(tmp_path: Path) -> None:
    typed = typeset([Run("words " * 50_000)])
    device = QImage(10, 10, QImage.Format.Format_Grayscale8)
    short = Type(device).set([Run("words " * 50_000)], 180, limit=1000)
    assert short.height > 1000 and len(short.lines) < len(typed.lines) / 10


def test_links_of_a_line_cost_nothing_of_the_whole_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note of 100,000 characters was measured once for each of its lines."""
    words = typeset([Run("words " * 2000), Run("a link", link="https://example.org/")], 300)
    monkeypatch.setattr(pdf_words, "utf16", pytest.fail)
    monkeypatch.setattr(pdf_words.Line, "extent", property(pytest.fail))
    found = [words.links(QPointF(0, 0), at, at + 1) for at in range(len(words.lines))]
    assert {link for line in found for _rect, link in line} == {"https://example.org/"}


LISTS = {
    "bullets": "- an item with some words\n" * 4000,
    "numbers": "\n".join(f"{n}. an item with words" for n in range(1, 4000)),
    "paragraphs": "A paragraph of *some* words.\n\n" * 4000,
    "fences": "```\ncode\n\n- code, no item\n```\n\n" * 2500,
}


@pytest.mark.parametrize("kind", LISTS)
def test_pieces_of_markdown_say_what_the_whole_says(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt's own reader of Markdown goes through a list from its start for each item."""
    whole = LISTS[kind]
    cut = list(pieces(whole))
    assert max(map(len, cut)) < PIECE + 200 < len(whole)
    in_pieces = plain_text(whole)
    note_paragraphs.cache_clear()
    monkeypatch.setattr(pdf_note_text, "pieces", lambda words: [words])
    assert in_pieces == plain_text(whole)
    note_paragraphs.cache_clear()


def test_a_heading_of_blanks_is_read_at_once() -> None:
    """Ten thousand of them once took hours."""
    assert tamed(f"# a{' ' * 10_000}b ##  ", 2) == f"## a{' ' * 10_000}b"


def test_a_link_by_name_leads_where_it_did(tmp_path: Path) -> None:
    far = "See [the port][port] for more.\n\n" + "Words.\n\n" * 4000
    paragraphs = note_paragraphs(f"{far}[port]: https://port.example/\n")
    assert any(run.link == "https://port.example/" for runs in paragraphs for run in runs)


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("3. a\n4. b\n   - c\n5. d", "3. a\n4. b\n\u2003• c\n5. d"),
        ("1) one\n2) two", "1) one\n2) two"),
        ("- x\n- y\n\n1. z", "• x\n• y\n1. z"),
    ],
)
def test_list_items_keep_their_signs(markdown: str, shown: str) -> None:
    assert plain_text(markdown) == shown
