"""The preview of what goes out: pages of the PDF, or the Markdown's text."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.dialogs.hand_in_request import PREVIEWED, SUFFIXES, Request
from annotator.ui.dialogs.sheet import fixed_font
from annotator.ui.jobs import Job, Jobs
from annotator.ui.kit import ElidedLabel, IconButton, Themed, paint
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

SHOWN_CHARACTERS = 60_000


class Preview(QWidget):
    """Makes the export in a folder of its own by a child process, and shows it page by page.
    ``failed`` carries a sentence."""

    failed = Signal(str)

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._jobs = theme, jobs
        self._job: Job | None = None
        self._folder = QTemporaryDir()
        self._made, self._file = 0, Path()
        self._note = ""
        self._page = self._pages = 0
        self._density = 0.0
        self.sheet = PageView(theme)
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

    def _footer(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        self.back = IconButton(theme, "chevron-left", _("Previous page"), size=26)
        self.on = IconButton(theme, "chevron-right", _("Next page"), size=26)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        row.addWidget(self.back)
        row.addWidget(self.says, 1)
        row.addWidget(self.on)
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
            self._pages = 0
            self.sheet.set_pixmap(QPixmap())
            self._stack.setCurrentWidget(self.sheet)
            self._say(_("Nothing is chosen."))
            return
        self._say(_("A preview is being made…"))
        self._made += 1
        folder = Path(self._folder.path())
        file = folder / f"preview-{self._made}{SUFFIXES[request.format]}"
        self._note = _note(request)
        job = self._job = self._jobs.start(request.preview(file).arguments(), folder)
        job.finished.connect(lambda _lines: self._show(job, file))
        job.failed.connect(lambda sentence: self._failed(job, sentence))

    def _failed(self, job: Job, sentence: str) -> None:
        if job is self._job:
            self._job = None
            self._say(_("There is no preview"))
            self.failed.emit(sentence)

    def _say(self, text: str) -> None:
        self.says.setText(text)
        for button in (self.back, self.on):
            button.setEnabled(False)

    def _show(self, job: Job, file: Path) -> None:
        if job is not self._job:
            return  # something else was asked for meanwhile
        self._job = None
        before, self._file = self._file, file
        if before.is_file():
            before.unlink()
        if file.suffix == ".md":
            self._pages = 0
            self.text.setPlainText(file.read_text("utf-8")[:SHOWN_CHARACTERS])
            self._stack.setCurrentWidget(self.text)
            self._say(self._note or _("The text as it goes out"))
        else:
            self._stack.setCurrentWidget(self.sheet)
            self._page = 0
            self.turn(0)

    def turn(self, step: int) -> None:
        """Show another page."""
        import pypdfium2

        document = pypdfium2.PdfDocument(self._file)
        try:
            self._pages = len(document)
            self._page = min(max(0, self._page + step), self._pages - 1)
            self.sheet.set_pixmap(self._drawn(document[self._page]))
        finally:
            document.close()
        page = _("Page {page} of {pages}").format(page=self._page + 1, pages=self._pages)
        self.sheet.setAccessibleName(_("Preview: {page}").format(page=page))
        self._say(f"{page} · {self._note}" if self._note else page)
        self.back.setEnabled(self._page > 0)
        self.on.setEnabled(self._page < self._pages - 1)

    def _drawn(self, page: "PdfPage") -> QPixmap:
        density, room = self.devicePixelRatioF(), self.sheet.room()
        scale = min(room.width() / page.get_width(), room.height() / page.get_height()) * density
        bitmap = page.render(scale=scale)
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride,
            QImage.Format.Format_BGR888,
        )  # fmt: skip
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(density)
        return pixmap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pages and self.isVisible():
            self.turn(0)

    def stop(self) -> None:
        """End what runs and take the folder away; nobody waits for it."""
        job, self._job, self._pages = self._job, None, 0
        if job is None:
            self._folder.remove()
        else:
            job.ended.connect(self._folder.remove)
            job.cancel()


class PageView(Themed, QWidget):
    """A page lying on a quiet ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self.setAccessibleName(_("Preview of the page"))
        self.follow(theme)

    def room(self) -> QSize:
        """How large a page may be, in px."""
        gap = 2 * self.theme.px(14)
        return QSize(max(60, self.width() - gap), max(80, self.height() - gap))

    def set_pixmap(self, pixmap: QPixmap) -> None:
        """Another page; a null one for none."""
        self._pixmap = pixmap
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, place = QPainter(self), self.theme, QRectF(self.rect())
        paint.rounded(painter, place, theme.px(9), theme.colour("selected"))
        if self._pixmap.isNull():
            return
        size = self._pixmap.deviceIndependentSize()
        left = round((place.width() - size.width()) / 2)
        top = round((place.height() - size.height()) / 2)
        painter.drawPixmap(left, top, self._pixmap)
        painter.setPen(theme.colour("hairline"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawRect(QRectF(left - 1, top - 1, size.width() + 1, size.height() + 1))


def _note(request: Request) -> str:
    """What the preview leaves out."""
    count = len(request.articles)
    if request.to_folder:
        return _("the first of {count} files").format(count=count)
    if count > PREVIEWED:
        return _("the first {few} of {count} articles").format(few=PREVIEWED, count=count)
    return ""
