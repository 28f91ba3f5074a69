"""Libraries of known size for the bench, made once and kept in ``build/bench``."""

import random
from pathlib import Path

from annotator.library import Library, Preferences

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"
RARE_WORD = "kestrel"
"""A word that stands in two of a hundred articles."""

SYLLABLES = ("ba", "co", "da", "fa", "har", "in", "ka", "lo", "ma", "or", "pe", "ri", "ta", "vi")


def words(source: random.Random, count: int) -> list[str]:
    """Made-up words of one to four syllables."""
    return ["".join(source.choices(SYLLABLES, k=source.randint(1, 4))) for _ in range(count)]


def running_text(characters: int, seed: int, title: str, extra: str = "") -> str:
    """Paragraphs of sentences under a title, about so many characters long."""
    source = random.Random(seed)
    paragraphs, length = [title, extra] if extra else [title], 0
    while length < characters:
        sentences = [
            " ".join(words(source, source.randint(6, 18))).capitalize() + "." for _ in range(5)
        ]
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs) + "\n"


def open_library(name: str) -> tuple[Library, bool]:
    """A library of the bench by its name, and whether it has just been made."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.annotator"
    fresh = not path.exists()
    return Library.open(path, create=True, preferences=Preferences(FOLDER / "settings.json")), fresh


def add_text(library: Library, characters: int, seed: int, title: str, extra: str = "") -> str:
    """Import generated text; the article's id."""
    file = FOLDER / f"{title}.txt"
    file.write_text(running_text(characters, seed, title, extra), encoding="utf-8")
    article = library.import_file(file)
    file.unlink()
    return article.id or ""


def add_marks(library: Library, article: str, count: int) -> None:
    """Spread marks over an article in one batch; some with a note, some claims."""
    session = library.session(article)
    length = len(session.article.text)
    step = max(1, (length - 200) // max(1, count))
    colours = ("yellow", "red", "green", "blue", "purple")
    with library.batch("bench"):
        for at in range(count):
            start = 100 + at * step
            note = "A note on this passage, to be read by somebody." if at % 10 == 0 else ""
            if at % 20 == 0:
                session.claim(start, start + 40, statement="A claim about this.", kind="fact")
            else:
                session.highlight(start, start + 40, colour=colours[at % 5], note=note)
    library.release(article)


def thousand_articles() -> Path:
    """A library of 1,000 articles of about 6 KB, two in a hundred with the rare word."""
    library, fresh = open_library("thousand")
    with library:
        if fresh:
            for seed in range(1000):
                extra = f"A {RARE_WORD} was seen over the quay." if seed % 50 == 0 else ""
                add_text(library, 6_000, seed, f"Article number {seed}", extra)
    return library.path


def one_article(name: str, characters: int, marks: int) -> Path:
    """A library of one article with so many marks."""
    library, fresh = open_library(name)
    with library:
        if fresh:
            add_marks(library, add_text(library, characters, 7, name), marks)
    return library.path
