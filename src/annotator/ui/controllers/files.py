"""Libraries and files: open, add, paste, hand in."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from annotator.i18n import _
from annotator.library import default_library
from annotator.resources_path import resource
from annotator.ui.actions import Handler
from annotator.ui.desk import Desk
from annotator.ui.kit import plain_tip

SAMPLE = "samples/harbour-study.txt"
LIBRARY_SUFFIX = ".annotator"


class Files:
    """The commands of the menu *File*. ``add_files`` brings saved articles in: one at once, several
    by a child process."""

    def __init__(
        self, desk: Desk, window: QWidget, add_files: Callable[[list[Path]], None]
    ) -> None:
        self._desk, self._window = desk, window
        self.add_files = add_files

    def handlers(self) -> Mapping[str, Handler]:
        """The command's ids and what they do."""
        return {
            "file.add": self.choose_files,
            "file.sample": self.add_sample,
            "file.new_library": self.new_library,
            "file.open_library": self.choose_library,
        }

    def choose_files(self) -> None:
        """Ask for saved articles and add them."""
        names, _filter = QFileDialog.getOpenFileNames(
            self._window, _("Add saved articles"), self._folder("folder.add"), _filters()
        )
        if names:
            self._desk.preferences.set("folder.add", str(Path(names[0]).parent))
            self.add_files([Path(name) for name in names])

    def _folder(self, key: str) -> str:
        return str(self._desk.preferences.get(key, default_library().parent.parent))

    def add_sample(self) -> None:
        """Add the article that is shipped for trying out."""
        self.add_files([resource(SAMPLE)])

    def new_library(self) -> None:
        """Ask where, and make an empty library there."""
        name, _filter = QFileDialog.getSaveFileName(
            self._window, _("New library"), str(default_library().with_stem(_("New library"))),
            _library_filter(),
        )  # fmt: skip
        if name:
            path = Path(name)
            path = path if path.suffix else path.with_suffix(LIBRARY_SUFFIX)
            self._desk.open_library(path, create=True)

    def choose_library(self) -> None:
        """Ask for a library and open it."""
        name, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open library"), str(default_library().parent), _library_filter()
        )
        if name:
            self._desk.open_library(Path(name))

    def fill_recent(self, menu: QMenu) -> None:
        """The libraries opened last, as a menu."""
        menu.clear()
        menu.setToolTipsVisible(True)
        paths, library = self._desk.recent(), self._desk.library
        names = [path.stem for path in paths]
        for path, name in zip(paths, names, strict=True):
            alike = names.count(name) > 1
            text = _("{name} in {folder}").format(name=name, folder=path.parent) if alike else name
            action = menu.addAction(text.replace("&", "&&"))
            action.setToolTip(plain_tip(str(path)))
            action.setEnabled(library is None or path != library.path.resolve())
            action.triggered.connect(lambda _on=False, p=path: self._desk.open_library(p))

    def paste_into(self, add: Callable[[str | None, str | None], None]) -> None:
        """Hand what the clipboard holds to ``add(html, text)``."""
        data = QGuiApplication.clipboard().mimeData()
        html = data.html() if data.hasHtml() else None
        add(html, data.text() if data.hasText() else None)


def dropped_files(urls: Iterable[object]) -> list[Path]:
    """The local files among dropped addresses."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _filters() -> str:
    names = "*.html *.htm *.xhtml *.pdf *.md *.markdown *.txt"
    return f"{_('Saved articles')} ({names});;{_('All files')} (*)"


def _library_filter() -> str:
    return f"{_('Annotator libraries')} (*{LIBRARY_SUFFIX});;{_('All files')} (*)"
