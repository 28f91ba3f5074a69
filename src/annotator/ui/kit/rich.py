"""Text with bold and links, as high as it needs to be."""

import math

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

from annotator.ui.kit.base import Themed
from annotator.ui.kit.speech import plain_tip
from annotator.ui.theme import Theme
from annotator.ui.theme.fonts import weigh


class RichLabel(Themed, QTextBrowser):
    """HTML made by the program itself or cleaned by ``safe_html``; never anybody's as it comes.

    ``link_activated`` carries the address of a link the user chose, by mouse or with Tab and
    Enter; nothing is opened or loaded. (QLabel would smear the regular letters for bold.)
    """

    link_activated = Signal(str)

    def __init__(
        self,
        theme: Theme,
        role: str = "ui",
        token: str = "ink",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``name``: what it is, for screen readers."""
        super().__init__(parent)
        self._role, self._token, self._html = role, token, ""
        self._heights: dict[int, int] = {}
        self._natural = 0
        self._ruler: QTextDocument | None = None
        self.setAccessibleName(name)
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # As QLabel does: a fixed height would be taken from the hint, before the width is known.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(lambda url: self.link_activated.emit(url.toString()))
        self.highlighted.connect(lambda url: self.setToolTip(plain_tip(url.toString())))
        self.follow(theme)

    def set_html(self, html: str) -> None:
        """Shows other text."""
        if html != self._html:
            self._html = html
            self.retheme()

    def retheme(self) -> None:
        theme, document = self.theme, self.document()
        self.setFont(theme.font(self._role))
        document.setDefaultFont(theme.font(self._role))
        document.setIndentWidth(theme.px(18))
        document.setDefaultStyleSheet(_sheet(theme, self._token))
        self.setHtml(self._html)
        _finish(document, self.font())
        self._measure()
        linked = "<a " in self._html
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if linked else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()

    def _measure(self) -> None:
        """Takes a copy to measure by: the shown document is laid out by the widget as it likes."""
        if self._ruler is not None:
            self._ruler.deleteLater()
        self._ruler = self.document().clone(self)
        self._ruler.setTextWidth(-1)
        self._natural = math.ceil(self._ruler.idealWidth()) + 1
        self._heights.clear()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._ruler.setTextWidth(width)
            self._heights[width] = math.ceil(self._ruler.size().height())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = min(self.theme.px(320), self._natural)
        known = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        return QSize(width, self.heightForWidth(self.width() if known else width))

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
        for fragment in bold_fragments(block):
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


def bold_fragments(block: QTextBlock) -> list[QTextFragment]:
    """The pieces of a paragraph that are bold."""
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
