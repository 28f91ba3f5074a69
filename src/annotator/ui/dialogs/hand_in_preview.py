"""The preview of what goes out: pages of the PDF, or the Markdown's text."""

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.i18n import _
from annotator.ui.dialogs.hand_in_request import Request
from annotator.ui.jobs import Job, Jobs
from annotator.ui.kit import IconButton, Label
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

SHOWN_CHARACTERS = 60_000


class Preview(QWidget):
    """Makes the export in a folder of its own by a child process, and shows it page by page."""

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._jobs = theme, jobs
        self._job: Job | None = None
        self._folder = Path(tempfile.mkdtemp(prefix="annotator-preview-"))
        self._file = self._folder / "preview.pdf"
        self._page = self._pages = 0
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName(_("Preview of the page"))
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_("Preview of the text"))
        self._says = Label(theme, _("A preview is being made…"), "small", "secondary")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._picture)
        self._stack.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._stack, 1)
        column.addLayout(self._footer(theme))
        self.setMinimumWidth(theme.px(380))

    def _footer(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        self._back = IconButton(theme, "chevron-left", _("Previous page"), size=26)
        self._on = IconButton(theme, "chevron-right", _("Next page"), size=26)
        self._back.clicked.connect(lambda: self.turn(-1))
        self._on.clicked.connect(lambda: self.turn(1))
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._says)
        row.addWidget(self._on)
        row.addStretch(1)
        return row

    def show_request(self, request: Request) -> None:
        """Make and show what this would hand in."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not request.articles:
            self._say(_("Nothing is chosen."))
            return
        self._say(_("A preview is being made…"))
        small = request.preview(self._folder)
        self._file = small.path
        job = self._job = self._jobs.start(small.arguments())
        job.finished.connect(lambda _lines: self._show(job))
        job.failed.connect(self._say)

    def _say(self, text: str) -> None:
        self._says.setText(text)
        for button in (self._back, self._on):
            button.setEnabled(False)

    def _show(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if self._file.suffix == ".md":
            self._text.setPlainText(self._file.read_text("utf-8")[:SHOWN_CHARACTERS])
            self._stack.setCurrentWidget(self._text)
            self._say(_("Markdown"))
        else:
            self._stack.setCurrentWidget(self._picture)
            self._page = 0
            self.turn(0)

    def turn(self, step: int) -> None:
        """Show another page."""
        import pypdfium2

        document = pypdfium2.PdfDocument(self._file)
        try:
            self._pages = len(document)
            self._page = min(max(0, self._page + step), self._pages - 1)
            self._picture.setPixmap(self._drawn(document[self._page]))
        finally:
            document.close()
        self._says.setText(
            _("Page {page} of {pages}").format(page=self._page + 1, pages=self._pages)
        )
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page < self._pages - 1)

    def _drawn(self, page: "PdfPage") -> QPixmap:
        density = self.devicePixelRatioF()
        room = self._room()
        scale = min(room.width() / page.get_width(), room.height() / page.get_height()) * density
        bitmap = page.render(scale=scale)
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride,
            QImage.Format.Format_BGR888,
        )  # fmt: skip
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(density)
        return pixmap

    def _room(self) -> QSize:
        size = self._picture.size()
        return QSize(max(120, size.width() - 2), max(160, size.height() - 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pages and self._stack.currentWidget() is self._picture:
            self.turn(0)

    def stop(self) -> None:
        """End what runs and take the folder away."""
        if self._job is not None:
            self._job.stop()
            self._job = None
        shutil.rmtree(self._folder, ignore_errors=True)
