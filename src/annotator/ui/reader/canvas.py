"""The article set in type, in a text edit: building it, following changes, places in it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from annotator.events import Changes
from annotator.library import ArticleSession
from annotator.model import Block
from annotator.typesetting import Setting, load_fonts, typeset
from annotator.ui.document_view import Passage
from annotator.ui.reader.page import Page, margins
from annotator.ui.theme import Theme

REST_MS = 120
"""The layout of a long article counts as done when its size has not changed for so long."""
NEAR = 4_000
"""Code points from the beginning that are laid out at once."""


class Canvas(QTextEdit):
    """A read-only text edit that holds a session's article. The text keeps the measure while the
    window is resized; only a pane narrower than that sets it anew.

    ``set_anew`` says that the text was set anew, ``laid_out`` that all of it has its place,
    ``visible_range_changed`` (start, end) what is in sight.
    """

    set_anew = Signal()
    laid_out = Signal()
    visible_range_changed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self.theme = theme
        self.session: ArticleSession | None = None
        self.setting: Setting | None = None
        self.blocks: list[Block] = []
        self.page = Page(theme)
        self.whole = False
        self._setting_type = False
        self._laid_on_screen = False
        self._left = 0.0
        self._held: tuple[Sequence[float], int] = ((), 0)
        self._setup()
        self._colour()
        theme.changed.connect(self._retheme)

    def _setup(self) -> None:
        self.setProperty("bare", "true")  # the style sheet gives it neither frame nor padding
        self.setFrameStyle(0)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.tell_range)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._finish_layout)

    # What is shown

    def set_session(self, session: ArticleSession | None) -> None:
        """Show an article from its beginning, or none."""
        self.session, self._held = session, ((), 0)
        if session is None:
            self._clear()
        else:
            self.setAccessibleName(session.article.title)
            self._set_type()
            self.verticalScrollBar().setValue(0)
        self.set_anew.emit()
        self.tell_range()

    def _clear(self) -> None:
        self._put(None)
        self.blocks = []
        self.setAccessibleName("")
        self.viewport().update()

    def apply(self, changes: Changes) -> None:
        """Show what a change touched; the text is set anew only where it must be."""
        if self.session is None or self.session.id not in changes.articles:
            return
        if changes.touches("article_versions", "block_roles") or self._marked_unseen(changes):
            self.rebuild()
        elif changes.touches("articles"):
            self._take_details()

    def _marked_unseen(self, changes: Changes) -> bool:
        """Whether a mark was made where nothing is shown."""
        session = self.session
        anchors = [session.anchor(id) for id in changes.annotations if session.has(id)]
        places = [a.start for a in anchors] + [a.end - 1 for a in anchors if a.end]
        return any(place is not None and not self.setting.covers(place) for place in places)

    def _take_details(self) -> None:
        article = self.session.article
        before = self.setting.title_block
        self.setting.article = article
        self.setAccessibleName(article.title)
        other_height = self.page.write_details(article)
        if other_height or before is None or before != self.setting.title_block:
            self.rebuild()

    def rebuild(self) -> None:
        """Set the text anew; the place, the caret and the selection stay."""
        if self.session is None:
            return
        place, cursor = self._held_place(), self.textCursor()
        anchor, caret = (self.setting.offset(at) for at in (cursor.anchor(), cursor.position()))
        self._set_type()
        self.select(anchor, caret)
        self.restore(place)
        self.set_anew.emit()
        self.tell_range()

    def _set_type(self) -> None:
        session, page = self.session, self.page
        self._setting_type = True  # new margins resize the viewport
        self._arrange()
        self._setting_type = False
        page.write_details(session.article)
        setting = typeset(
            session.article, page.style(self.logicalDpiY()), whole=self.whole,
            shown=self._marked_furniture(), picture=session.library.resource,
        )  # fmt: skip
        setting.document.rootFrame().setFrameFormat(page.frame(setting))
        self._left = page.margins.left  # a frame asked for it in Python would be deleted twice
        self._put(setting)
        self.blocks = [session.article.blocks[index] for index in setting.shown_blocks]

    def _put(self, setting: Setting | None) -> None:
        before, self.setting = self.setting, setting
        quiet = self.blockSignals(True)
        if setting is None:
            self.setDocument(None)
        else:
            setting.document.setParent(self)
            m = self.page.margins
            width = round(m.left + setting.style.measure + m.right)
            if self.lineWrapColumnOrWidth() != width:
                self.setDocument(None)  # or the text before would be laid out once more
                self.setLineWrapColumnOrWidth(width)
            self.setDocument(setting.document)
            layout = setting.document.documentLayout()
            layout.documentSizeChanged.connect(self._wait_for_layout)
            self._rest.start()
        self.blockSignals(quiet)
        if before is not None:
            before.document.deleteLater()

    def _wait_for_layout(self) -> None:
        self._rest.start()

    def _finish_layout(self) -> None:
        """Qt lays out what is in sight first and the rest in steps: now that has come to rest."""
        if self.setting is None:
            return
        excess = self.whole_size().width() - self.lineWrapColumnOrWidth()
        self.setHorizontalScrollBarPolicy(_sideways(excess))
        self.laid_out.emit()

    def whole_size(self) -> QSizeF:
        """The document's size; lays out what is not yet, for who goes far into it."""
        return self.document().size()

    def _marked_furniture(self) -> list[int]:
        """Blocks of the page around the article in which a mark begins or ends."""
        session = self.session
        return [
            index
            for index, block in enumerate(session.article.blocks)
            if not block.main
            and any(
                block.start <= mark.start < block.end or block.start < mark.end <= block.end
                for mark in session.marks_between(block.start, block.end)
            )
        ]

    def set_whole(self, whole: bool) -> None:
        """Show the page around the article, too."""
        if whole != self.whole:
            self.whole = whole
            self.rebuild()

    def restyle(self, **settings: Any) -> None:
        """See ``DocumentView``."""
        before, self.page.look = self.page.look, self.page.look.changed(settings)
        if replace(before, apart=self.page.look.apart) != self.page.look:
            self.rebuild()
        self.viewport().update()

    def _retheme(self) -> None:
        self._colour()
        self.rebuild()
        self.viewport().update()

    def _colour(self) -> None:
        palette = QPalette(self.palette())
        for role, token in _COLOURS.items():
            palette.setColor(role, self.theme.colour(token))
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)

    # Places

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._held_place()
        super().resizeEvent(event)
        self._fit(place)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._laid_on_screen = True
        self._fit(self.position())

    def _fit(self, place: Sequence[float]) -> None:
        """Keep to the width there is now."""
        self._arrange()
        if self.setting and not self._setting_type and not self._is_set_to_margins():
            self.rebuild()
            self.restore(place)
        self.tell_range()

    def _is_set_to_margins(self) -> bool:
        m = self.page.margins
        return (self.setting.style.measure, self._left) == (m.measure, m.left)

    def _arrange(self) -> None:
        # Before it was shown nobody knows the width: there is likely to be room enough.
        width = self.width() if self._laid_on_screen else 10_000
        self.page.margins = m = margins(self.theme, width, self.page.measure)
        if not self._laid_on_screen:
            return
        rest = self.width() - m.shift - m.left - m.measure - m.right
        wanted = (round(m.shift), 0, max(0, round(rest)), 0)
        now = self.viewportMargins()
        if wanted != (now.left(), now.top(), now.right(), now.bottom()):
            self.setViewportMargins(*wanted)

    @property
    def scrolled(self) -> QPoint:
        """How far the document is scrolled, px."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def in_document(self, point: QPointF) -> QPointF:
        """A point of the viewport in the document."""
        return point + QPointF(self.scrolled)

    def rectangles(self, start: int, end: int) -> list[QRect]:
        """See ``DocumentView``; in this widget's coordinates."""
        if self.setting is None:
            return []
        corner = self.viewport().pos() - self.scrolled
        found = self.setting.rectangles(start, end)
        return [rect.toAlignedRect().translated(corner) for rect in found]

    def visible_range(self) -> Passage:
        """What is in sight."""
        if self.setting is None:
            return (0, 0)
        top = self.scrolled.y()
        return self.setting.offsets_between(top, top + self.viewport().height())

    def tell_range(self) -> None:
        """Tell what is in sight."""
        if self.setting is not None:
            self.visible_range_changed.emit(*self.visible_range())

    def line(self, offset: int) -> QRectF:
        """The line that an offset stands in, at its place there, in the document."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.setting.position(offset))
        return QRectF(self.cursorRect(cursor)).translated(QPointF(self.scrolled))

    def select(self, anchor: int, caret: int) -> None:
        """Select from one offset to another, where the caret then is."""
        cursor = self.textCursor()
        cursor.setPosition(self.setting.position(anchor))
        cursor.setPosition(self.setting.position(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def scroll_to(self, offset: int, align: str = "centre") -> None:
        """See ``DocumentView``."""
        if self.setting is None:
            return
        self.whole_size()
        line, height, top = self.line(offset), self.viewport().height(), self.scrolled.y()
        if align == "top":
            top = line.top() - self.theme.px(24)
        elif align == "centre":
            top = line.center().y() - height * 0.4
        elif line.top() < top or line.bottom() > top + height:
            top = line.top() - height * (0.2 if line.top() < top else 0.8)
        self.verticalScrollBar().setValue(round(top))

    def position(self) -> list[float]:
        """See ``DocumentView``."""
        if self.setting is None:
            return [0.0, 0.0]
        offset = self.visible_range()[0]
        line = self.line(offset)
        return [float(offset), (self.scrolled.y() - line.top()) / max(1.0, line.height())]

    def restore(self, position: Sequence[float]) -> None:
        """See ``DocumentView``."""
        if self.setting is None or len(position) != 2:
            return
        if position[0] > NEAR:
            self.whole_size()
        line = self.line(int(position[0]))
        bar = self.verticalScrollBar()
        bar.setValue(round(line.top() + position[1] * line.height()))
        self._held = position, bar.value()

    def _held_place(self) -> Sequence[float]:
        """The place; as it was restored while nobody scrolls, or steps of zoom would add up."""
        place, value = self._held
        return place if place and value == self.verticalScrollBar().value() else self.position()


def _sideways(excess: float) -> Qt.ScrollBarPolicy:
    """A scroll bar only for tables that are really wider; Qt makes every table a pixel wider."""
    policy = Qt.ScrollBarPolicy
    return policy.ScrollBarAsNeeded if excess > 4 else policy.ScrollBarAlwaysOff


_COLOURS = {
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Text: "ink",
}
