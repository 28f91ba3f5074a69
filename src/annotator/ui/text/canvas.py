"""The article set in type: building it, following changes, keeping to the width there is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from annotator.events import Changes
from annotator.library import ArticleSession
from annotator.model import Block, Verdict
from annotator.typesetting.fonts import load_fonts
from annotator.typesetting.setting import Setting, typeset
from annotator.ui.document_view import Passage
from annotator.ui.marks.badges import number_room
from annotator.ui.text.gutters import BESIDE, RIGHT_GAP
from annotator.ui.text.page import Page, heights, margins
from annotator.ui.text.set_text import SetText
from annotator.ui.theme import Theme

REST_MS = 120
"""The layout of a long article counts as done when its size has not changed for so long."""


class Canvas(SetText):
    """Holds a session's article. The text keeps the measure while the window is resized; only a
    pane narrower than that sets it anew.

    ``set_anew`` says that the text was set anew, ``laid_out`` that all of it has its place.
    """

    set_anew = Signal()
    laid_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.session: ArticleSession | None = None
        self.blocks: list[Block] = []
        self.page = Page(theme)
        self.whole = False
        self._setting_type = False
        self._laid_on_screen = False
        self._left = self._room = 0.0
        super().__init__(theme, parent)
        load_fonts()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._finish_layout)
        self._colour()
        theme.changed.connect(self._retheme)

    # What is shown

    def set_session(self, session: ArticleSession | None) -> None:
        """Show an article from its beginning, or none."""
        self.session = session
        self.let_go()
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
        elif self._number_room() != self._room:
            self._fit(self.held_place())

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
        other_height = self.page.write_details(article, self._verdict())
        if other_height or before is None or before != self.setting.title_block:
            self.rebuild()

    def _verdict(self) -> Verdict | None:
        """What was found about the article as a whole."""
        return self.session.library.article_verdicts.of(self.session.id).verdict

    def rebuild(self) -> None:
        """Set the text anew; the place, the caret and the selection stay."""
        if self.session is None:
            return
        place, cursor = self.held_place(), self.textCursor()
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
        page.write_details(session.article, self._verdict())
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "theme"):
            self._colour()  # given another parent, it has the palette of an earlier scheme

    # What the reader around it asks

    def column(self) -> QRect:
        """See ``Surface``."""
        m = self.page.margins
        return QRect(round(m.shift + m.left), 0, round(m.measure), self.height())

    def passages(self) -> list[Passage]:
        """See ``Surface``."""
        return [(block.start, block.end) for block in self.blocks]

    def heights(self) -> list[tuple[int, int, float, float]]:
        """See ``Surface``."""
        return heights(self.setting) if self.setting else []

    def link_at(self, offset: int) -> str:
        """Where the link at an offset leads, "" for none."""
        return self.setting.link_at(offset) if self.setting else ""

    # Width

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.held_place()
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

    def _number_room(self) -> float:
        """What the marks' numbers take beside the column, px; never less than ours may come to."""
        count = len(self.session.ids()) if self.session else 0
        return number_room(self.theme, count, RIGHT_GAP, BESIDE)

    def _arrange(self) -> None:
        # Before it was shown nobody knows the width: there is likely to be room enough.
        width = self.width() if self._laid_on_screen else 10_000
        self._room = self._number_room()
        self.page.margins = m = margins(self.theme, width, self.page.measure, self._room)
        if not self._laid_on_screen:
            return
        rest = self.width() - m.shift - m.left - m.measure - m.right
        wanted = (round(m.shift), 0, max(0, round(rest)), 0)
        now = self.viewportMargins()
        if wanted != (now.left(), now.top(), now.right(), now.bottom()):
            self.setViewportMargins(*wanted)


def _sideways(excess: float) -> Qt.ScrollBarPolicy:
    """A scroll bar only for tables that are really wider; Qt makes every table a pixel wider."""
    policy = Qt.ScrollBarPolicy
    return policy.ScrollBarAsNeeded if excess > 4 else policy.ScrollBarAlwaysOff


_COLOURS = {
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Text: "ink",
}
