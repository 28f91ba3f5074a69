"""Notes in Markdown, shown without letting them do anything.

A note is hostile text: it may come from somebody else's library. Qt would read ``![](/any/file)``
from the disk and follow links by itself, so HTML is cleaned to a short list of tags without
pictures, and a link is only told to whoever asks.
"""

import math
from functools import cache, lru_cache
from html import escape
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from annotator.i18n import _
from annotator.ui.kit.base import Themed
from annotator.ui.kit.speech import plain_tip
from annotator.ui.theme import Theme
from annotator.ui.theme.fonts import weigh

TAGS = frozenset(
    {
        *("a", "b", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("hr", "i", "li", "ol", "p", "pre", "s", "strong", "sub", "sup", "table", "tbody", "td"),
        *("th", "thead", "tr", "u", "ul"),
    }
)
SCHEMES = frozenset({"http", "https", "mailto"})
_PLAIN = frozenset(" ,.;?’‘“”…–—'\"/()%")


@cache
def _converter() -> Any:
    import markdown

    return markdown.Markdown(extensions=["sane_lists", "nl2br", "tables", "fenced_code"])


@lru_cache(maxsize=512)
def safe_html(text: str) -> str:
    """Markdown as HTML that Qt may show: known tags, no pictures, no styles, links to http, https
    and mailto only."""
    if all(letter.isalpha() or letter in _PLAIN for letter in text):
        return f"<p>{escape(text.strip())}</p>"  # most notes; spares them the converter
    import nh3

    return nh3.clean(
        _converter().reset().convert(text),
        tags=set(TAGS),
        clean_content_tags={"script", "style"},
        attributes={"a": {"href"}},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


class MarkdownLabel(Themed, QTextBrowser):
    """A note, as high as it needs to be. ``link_activated`` carries the address of a link the user
    chose, by mouse or with Tab and Enter; nothing is opened or loaded."""

    link_activated = Signal(str)

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "ui",
        token: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._token, self._source = role, token, text
        self._heights: dict[int, int] = {}
        self._natural = 0
        self.setAccessibleName(_("Note"))
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(lambda url: self.link_activated.emit(url.toString()))
        self.highlighted.connect(lambda url: self.setToolTip(plain_tip(url.toString())))
        self.follow(theme)

    def set_markdown(self, text: str) -> None:
        """Shows another note."""
        if text != self._source:
            self._source = text
            self.retheme()

    def markdown(self) -> str:
        """The note as it was given."""
        return self._source

    def retheme(self) -> None:
        theme = self.theme
        self.setFont(theme.font(self._role))
        self.document().setDefaultFont(theme.font(self._role))
        self.document().setIndentWidth(theme.px(18))
        self.document().setDefaultStyleSheet(_sheet(theme, self._token))
        html = safe_html(self._source)
        self.setHtml(html)
        _finish(self.document(), self.font())
        self._heights.clear()
        before = self.document().textWidth()
        self.document().setTextWidth(-1)
        self._natural = math.ceil(self.document().idealWidth()) + 1
        self.document().setTextWidth(before)
        focusable = Qt.FocusPolicy.TabFocus if "<a " in html else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focusable)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            document = self.document()
            before = document.textWidth()
            document.setTextWidth(width)
            self._heights[width] = math.ceil(document.size().height())
            document.setTextWidth(before)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = min(self.theme.px(320), self._natural)
        return QSize(width, self.heightForWidth(self.width() if self.isVisible() else width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(60), QFontMetrics(self.font()).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the pane around it scrolls

    def loadResource(self, kind: int, name: QUrl) -> None:
        return None


def _finish(document: QTextDocument, font: QFont) -> None:
    """Gives bold its drawn weight, and takes the last paragraph's gap off."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        for fragment in _bold_fragments(block):
            bold = QFont(font)
            bold.setItalic(fragment.charFormat().fontItalic())
            weigh(bold, 650)
            shape = QTextCharFormat()
            shape.setFont(bold, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
            cursor.setPosition(fragment.position())
            cursor.setPosition(
                fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeCharFormat(shape)
        block = block.next()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    last = cursor.blockFormat()
    last.setBottomMargin(0)
    cursor.setBlockFormat(last)


def _bold_fragments(block: QTextBlock) -> list[QTextFragment]:
    fragments = []
    position = block.begin()
    while not position.atEnd():
        fragment = position.fragment()
        if fragment.charFormat().fontWeight() > QFont.Weight.Medium:
            fragments.append(fragment)
        position += 1
    return fragments


def _sheet(theme: Theme, token: str) -> str:
    """Qt's own default has links in the system's blue, large headings and large gaps."""
    gap = theme.px(4)
    return (
        f"body {{ color: {theme.tokens.colour(token)}; }}"
        f"a {{ color: {theme.tokens.accent}; }}"
        f"p, pre, blockquote {{ margin-top: 0; margin-bottom: {gap}px; }}"
        f"ul, ol {{ margin-top: 0; margin-bottom: {gap}px; }}"
        f"blockquote {{ color: {theme.tokens.secondary}; margin-left: {theme.px(12)}px; }}"
        f"h1, h2, h3, h4, h5, h6 {{ font-size: {theme.px(13)}px; margin: {gap}px 0 {gap}px 0; }}"
    )
