"""Pictures of the window with real work in it, for the README: ``docs/images``.

Run with QT_QPA_PLATFORM=offscreen; nothing of the user's is read or written.
"""

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotator.app import make_application, make_window
from annotator.library import Preferences
from annotator.resources_path import resource
from annotator.ui.window import MainWindow
from tools import showcase

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
ANNEX = "Air at the port, 2023 to 2025"
SELECTED = "pointed to the authority’s annual report"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the window's size in px, the look, and what is done first."""

    name: str
    size: tuple[int, int]
    scheme: str = "light"
    scale: float = 1.0
    zoom: float = 1.0
    prepare: Callable[[MainWindow], None] | None = None
    article: str = "What the harbour study really measured"


def look_at_pages(window: MainWindow) -> None:
    """A mark of a PDF is current; its small pages are shown."""
    window.going.to_annotation(window.desk.session.ids()[1])


def select_passage(window: MainWindow) -> None:
    """A mark is current, and another passage selected, so that the bar shows."""
    session = window.desk.session
    window.going.to_annotation(session.ids()[1])
    start = session.article.text.index(SELECTED)
    window.reader.set_selection(start, start + len(SELECTED))


def write_claim(window: MainWindow) -> None:
    """A claim is being written."""
    session = window.desk.session
    claims = [claim for note in session.annotations() for claim in note.claims]
    window.cards.begin_claim(next(claim.id for claim in claims if claim.verdict is None))


def open_cards(window: MainWindow) -> None:
    """The drawer is open."""
    window.panes.show_pane("right")
    window.going.to_annotation(window.desk.session.ids()[1])


def show_board(window: MainWindow) -> None:
    """All claims; the one with most to say in full."""
    window.actions_.run("view.claims")
    board = window.faces.face("claims")
    rows = board.state.rows
    board.show_claim(max(rows, key=lambda row: row.sources).id)


def show_columns(window: MainWindow) -> None:
    """The claims as columns by status."""
    show_board(window)
    window.actions_.run("claims.as.columns")


def show_sources(window: MainWindow) -> None:
    """Everything that claims rest on."""
    window.actions_.run("view.sources")


def look_for_claims(window: MainWindow) -> None:
    """Sentences worth a look, one of them at hand."""
    window.actions_.run("look.worth")
    settle()
    for _step in range(3):
        window.actions_.run("look.next")


def check_inside(window: MainWindow) -> None:
    """What headline and text say of the same things."""
    library = window.desk.library
    window.desk.open_article(library.import_file(resource("samples/late-bridge.md")).id)
    settle()
    window.actions_.run("look.inside")


def show_checklist(window: MainWindow) -> None:
    """What is open before it is handed in."""
    window.actions_.run("file.checklist")


def find_word(window: MainWindow) -> None:
    """Something is looked for in the article."""
    window.actions_.run("edit.find")
    window.reader.find_bar.open("percent")


def close_article(window: MainWindow) -> None:
    """Nothing is open."""
    window.desk.open_article(None)


SHOTS = (
    Shot("window-light", (1440, 900), prepare=select_passage),
    Shot("window-dark", (1440, 900), "dark", prepare=select_passage),
    Shot("window-sepia", (1440, 900), "sepia", prepare=find_word),
    Shot("window-1280x720", (1280, 720), prepare=write_claim),
    Shot("board-light", (1440, 900), prepare=show_board),
    Shot("board-dark", (1440, 900), "dark", prepare=show_columns),
    Shot("sources-light", (1440, 900), prepare=show_sources),
    Shot("look-light", (1440, 900), prepare=look_for_claims),
    Shot("inside-dark", (1440, 900), "dark", prepare=check_inside),
    Shot("checklist-light", (1440, 900), prepare=show_checklist),
    Shot("window-200", (1440, 900), scale=2.0, zoom=2.0),
    Shot("window-drawer", (1000, 720), prepare=open_cards),
    Shot("window-narrow", (600, 800)),
    Shot("pages-light", (1440, 900), prepare=look_at_pages, article=ANNEX),
    Shot("pages-dark", (1440, 900), "dark", prepare=look_at_pages, article=ANNEX),
)


def settle(milliseconds: int = 500) -> None:
    """Let the window come to rest."""
    end = time.monotonic() + milliseconds / 1000
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.002)  # pages are drawn in a thread, which wants its turn


def take(app: QApplication, shot: Shot, folder: Path) -> None:
    """Open the window as asked, and keep its picture."""
    place = folder / shot.name
    place.mkdir()
    preferences = Preferences(place / "settings.json")
    for key, value in (
        ("scheme", shot.scheme), ("interface_scale", shot.scale), ("zoom", shot.zoom),
    ):  # fmt: skip
        preferences.set(key, value)
    path = place / "Harbour study.annotator"
    with showcase.make(path, preferences) as library:
        article = next(row.id for row in library.articles() if row.title == shot.article)
    window = make_window(app, [str(path)], preferences)
    window.resize(*shot.size)
    window.show()
    window.desk.open_article(article)
    settle()
    if shot.prepare:
        shot.prepare(window)
        settle()
    window.grab().save(str(IMAGES / f"{shot.name}.png"))
    window.close()
    settle(50)


def hand_in_page(folder: Path) -> None:
    """The first page of the annotated PDF."""
    import pypdfium2

    preferences = Preferences(folder / "settings.json")
    with showcase.make(folder / "Harbour study.annotator", preferences) as library:
        pdf = folder / "harbour-study.pdf"
        library.export([library.articles()[0].id], "pdf", pdf)
    document = pypdfium2.PdfDocument(pdf)
    page = document[0].render(scale=1.5)
    image = QImage(
        bytes(page.buffer), page.width, page.height, page.stride, QImage.Format.Format_BGR888
    )
    image.save(str(IMAGES / "hand-in.png"))
    document.close()


def main() -> None:
    """Take all pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    app = make_application([])
    with tempfile.TemporaryDirectory() as folder:
        for shot in SHOTS:
            take(app, shot, Path(folder))
            print(IMAGES.relative_to(ROOT) / f"{shot.name}.png")
        hand_in_page(Path(folder))


if __name__ == "__main__":
    main()
