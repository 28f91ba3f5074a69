"""The preview of what goes out: pages of the PDF, or the Markdown's text."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTemporaryDir, Signal
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.ui.dialogs.hand_in_request import PREVIEWED, SUFFIXES, Request
from annotator.ui.dialogs.page_strip import PageStrip
from annotator.ui.dialogs.sheet import fixed_font
from annotator.ui.jobs import Job, Jobs
from annotator.ui.kit import ElidedLabel, IconButton
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.dialogs.web_preview import WebPreview

SHOWN_CHARACTERS = 60_000


class Preview(QWidget):
    """Makes the export in a folder of its own by a child process, and shows it page by page.
    ``failed`` carries a sentence, ``made`` the file that is shown."""

    failed = Signal(str)
    made = Signal(Path)

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._jobs = theme, jobs
        self._job: Job | None = None
        self._folder = QTemporaryDir()
        self._made, self._file = 0, Path()
        self._note = ""
        self.page: WebPreview | None = None
        self.sheet = PageStrip(theme)
        self.sheet.page_changed.connect(self._say_page)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Preview of the text"))
        self.text.setFont(fixed_font(theme))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.text)
        self.says = ElidedLabel(theme, "", "small", "secondary")
        self.says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        column.addLayout(self._footer(theme))
        self._say(_("A preview is being made…"))

    @property
    def front(self) -> QAbstractScrollArea:
        """What is seen."""
        return self._stack.currentWidget()

    def _footer(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        self.back = IconButton(theme, "chevron-left", _("Previous page"), size=26)
        self.on = IconButton(theme, "chevron-right", _("Next page"), size=26)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        row.addWidget(self.back)
        row.addWidget(self.says, 1)
        self.wide = IconButton(
            theme, "move-horizontal", _("As wide as there is room"), size=26, checkable=True
        )
        self.wide.setChecked(True)
        self.wide.toggled.connect(lambda wide: self.sheet.set_whole(not wide))
        row.addWidget(self.on)
        row.addWidget(self.wide)
        return row

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(460), self._theme.px(620))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(200))

    def show_request(self, request: Request) -> None:
        """Make and show what this would hand in."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not request.articles:
            self.sheet.close_file()
            self._bring(self.sheet)
            self._say(_("Nothing is chosen."))
            return
        self._say(_("A preview is being made…"))
        self._made += 1
        folder = Path(self._folder.path())
        file = folder / f"preview-{self._made}{SUFFIXES[request.format]}"
        self._note = _note(request)
        shown = request.preview(file)
        job = self._job = self._jobs.start(shown.arguments(), folder, shown.told)
        job.finished.connect(lambda _lines: self._show(job, file, shown.passwords))
        job.failed.connect(lambda sentence: self._failed(job, sentence))

    def _failed(self, job: Job, sentence: str) -> None:
        if job is self._job:
            self._job = None
            self._say(_("There is no preview"))
            self.failed.emit(sentence)

    def _say(self, text: str) -> None:
        self.says.setText(text)
        for button in (self.back, self.on, self.wide):
            button.setEnabled(False)

    def _bring(self, front: QWidget) -> None:
        """Show this; what has no pages has no way through them either."""
        self._stack.setCurrentWidget(front)
        for button in (self.back, self.on, self.wide):
            button.setVisible(front is self.sheet)

    def _show(self, job: Job, file: Path, passwords: Sequence[str]) -> None:
        if job is not self._job:
            return  # something else was asked for meanwhile
        self._job = None
        self.sheet.close_file()
        before, self._file = self._file, file
        if before.is_file():
            before.unlink()
        if file.suffix == ".html":
            self._show_page(file.read_text("utf-8"))
        elif file.suffix != ".pdf":
            self.text.setPlainText(file.read_text("utf-8")[:SHOWN_CHARACTERS])
            self._bring(self.text)
            self._say(self._note or _("The text as it goes out"))
        else:
            self._bring(self.sheet)
            self._open(file, passwords)
        self.made.emit(file)

    def _show_page(self, html: str) -> None:
        from annotator.ui.dialogs.web_preview import WebPreview

        if self.page is None:
            self.page = WebPreview(self._theme)
            self._stack.addWidget(self.page)
        self.page.show_html(html)
        self._bring(self.page)
        self._say(self._note or _("What stands on the page; a browser sets it better"))

    def _open(self, file: Path, passwords: Sequence[str]) -> None:
        try:
            self.sheet.open(file, passwords)
        except UserFacingError as error:
            self._say(_("There is no preview"))
            self.failed.emit(str(error))

    def turn(self, step: int) -> None:
        """Go to another page."""
        self.sheet.go_to(self.sheet.page + step)

    def _say_page(self, page: int) -> None:
        pages = self.sheet.pages
        text = _("Page {page} of {pages}").format(page=page + 1, pages=pages)
        self.sheet.setAccessibleName(_("Preview: {page}").format(page=text))
        if self._job is not None:
            return  # another preview is being made, which is said
        self._say(f"{text} · {self._note}" if self._note else text)
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page < pages - 1)
        self.wide.setEnabled(True)

    def stop(self) -> None:
        """End what runs and take the folder away; nobody waits for it."""
        self.sheet.close_file()
        job, self._job = self._job, None
        if job is None:
            self._folder.remove()
        else:
            job.ended.connect(self._folder.remove)
            job.cancel()


def _note(request: Request) -> str:
    """What the preview leaves out."""
    count = len(request.articles)
    if request.to_folder:
        return _("the first of {count} files").format(count=count)
    if count > PREVIEWED:
        return _("the first {few} of {count} articles").format(few=PREVIEWED, count=count)
    return ""
