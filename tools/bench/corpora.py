"""Libraries of known size for the bench, made once and kept in ``build/bench``.

A library is named with a mark of this file and of the schema: where either changes, it is made
anew. What is measured on it is measured on a copy, so that no run leaves its edits to the next.
"""

import hashlib
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.library import Library, Preferences
from annotator.model.claims import CLAIM_KINDS
from annotator.store import schema

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"
RARE_WORD = "kestrel"
"""A word that stands in two of a hundred articles."""

SYLLABLES = ("ba", "co", "da", "fa", "har", "in", "ka", "lo", "ma", "or", "pe", "ri", "ta", "vi")


def words(source: random.Random, count: int) -> list[str]:
    """Made-up words of one to four syllables."""
    return ["".join(source.choices(SYLLABLES, k=source.randint(1, 4))) for _ in range(count)]


def paragraphs(characters: int, seed: int) -> list[str]:
    """Running text of five sentences a paragraph, about so many characters long."""
    source = random.Random(seed)
    made: list[str] = []
    length = 0
    while length < characters:
        sentences = [
            " ".join(words(source, source.randint(6, 18))).capitalize() + "." for _ in range(5)
        ]
        made.append(" ".join(sentences))
        length += len(made[-1]) + 2
    return made


def settings(folder: Path = FOLDER) -> Preferences:
    """Settings of the bench's own, never the user's."""
    return Preferences(folder / "settings.json")


def add_text(library: Library, characters: int, seed: int, title: str, extra: str = "") -> str:
    """Import generated text under a title; the article's id."""
    parts = [title, *([extra] if extra else []), *paragraphs(characters, seed)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{title}.txt"
        file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
        return library.import_file(file).id or ""


def add_marks(library: Library, article: str, count: int) -> None:
    """Spread marks of 40 characters over an article in one batch: every tenth with a note, every
    twentieth a claim."""
    session = library.session(article)
    step = max(1, (len(session.article.text) - 200) // max(1, count))
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


def many_articles(count: int = 1_000, folder: Path = FOLDER) -> Path:
    """A library of so many articles of about 6 KB, two in a hundred with the rare word."""

    def fill(library: Library) -> None:
        for seed in range(count):
            extra = f"A {RARE_WORD} was seen over the quay." if seed % 50 == 0 else ""
            add_text(library, 6_000, seed, f"Article number {seed}", extra)

    return _kept(f"articles-{count}", fill, folder)


def one_article(characters: int, marks: int, folder: Path = FOLDER) -> Path:
    """A library of one article of that length with so many marks."""

    def fill(library: Library) -> None:
        title = f"{characters // 1000} KB, {marks} marks"
        add_marks(library, add_text(library, characters, 7, title), marks)

    return _kept(f"characters-{characters}-marks-{marks}", fill, folder)


def add_claims(library: Library, article: str, count: int) -> None:
    """Claims spread over an article in one batch: every third judged, every fifth with a source."""
    session = library.session(article)
    step = max(1, (len(session.article.text) - 200) // max(1, count))
    said_by = ("the article", "The council", "A spokesman", "The port")
    with library.batch("bench"):
        for at in range(count):
            start = 100 + at * step
            claim = session.claim(
                start, start + 40, statement=f"The figure rose by {at} percent within one year.",
                kind=CLAIM_KINDS[at % len(CLAIM_KINDS)], claimant=said_by[at % 4],
                verdict="True" if at % 3 == 0 else None,
            )  # fmt: skip
            if at % 5 == 0:
                session.attach_source(claim.id, f"https://source.example/{at}", "supports")
    library.release(article)


def many_claims(count: int, articles: int = 10, folder: Path = FOLDER) -> Path:
    """A library of so many claims, spread over some articles of 60 KB."""

    def fill(library: Library) -> None:
        for seed in range(articles):
            id = add_text(library, 60_000, seed, f"Article number {seed}")
            add_claims(library, id, count // articles)

    return _kept(f"claims-{count}-articles-{articles}", fill, folder)


def one_pdf(pages: int, marks: int, folder: Path = FOLDER) -> Path:
    """A library of one PDF of so many pages with so many marks."""

    def fill(library: Library) -> None:
        from tools.bench.making_pdf import write_pdf

        with tempfile.TemporaryDirectory() as workshop:
            file = Path(workshop) / f"{pages} pages, {marks} marks.pdf"
            write_pdf(file, pages)
            article = library.import_file(file).id or ""
        add_marks(library, article, marks)

    return _kept(f"pages-{pages}-marks-{marks}", fill, folder)


def _kept(name: str, fill: Callable[[Library], None], folder: Path) -> Path:
    """The library of that name, made if it is not there. An interrupted one is begun again."""
    path = folder / f"{name}-{_recipe()}.annotator"
    if path.exists():
        return path
    with tempfile.TemporaryDirectory(dir=_made(folder)) as workshop:
        unfinished = Path(workshop) / path.name
        with Library.open(unfinished, create=True, preferences=settings(folder)) as library:
            fill(library)
        unfinished.replace(path)
    return path


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _recipe() -> str:
    files = (Path(__file__), Path(schema.__file__))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:8]


@contextmanager
def copied(library: Path) -> Iterator[Path]:
    """A copy to work on, thrown away afterwards."""
    with tempfile.TemporaryDirectory(dir=library.parent) as folder:
        yield Path(shutil.copy(library, folder))
