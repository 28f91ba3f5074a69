"""A note on a card."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.cards.parts import Act, Part, Verb, set_reachable
from annotator.ui.kit import MarkdownLabel
from annotator.ui.theme import Theme


class NoteLabel(MarkdownLabel):
    """Markdown with the air between its lines that the rest of a card has."""

    def setHtml(self, html: str) -> None:
        super().setHtml("<style>p, li { line-height: 117%; }</style>" + html)


class NotePart(Part):
    """A note, or a claim's reasoning, as safe Markdown. On an open card a click on the words asks
    for ``verb``, one on a link to see where it leads."""

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._label = NoteLabel(theme, parent=self)
        self._label.link_activated.connect(lambda address: act(Verb.FOLLOW, address))
        self._verb, self._id = Verb.NOTE, ""
        self._most = 0
        for widget in (self._label, self._label.viewport()):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the card has one
        self._label.viewport().installEventFilter(self)

    def fill(self, markdown: str, verb: Verb, id: str, *, open: bool) -> "NotePart":
        """``id`` is what ``verb`` is about."""
        if markdown != self._label.markdown():
            self._label.set_markdown(markdown)
        self._verb, self._id = verb, id
        # Not all of a page-long note, unless its card is the one at work.
        self._most = 0 if open else self.theme.px(13 * 1.45 * 8)
        linked = "](" in markdown or "://" in markdown or "<" in markdown
        set_reachable(self._label, open and linked)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not open)
        return self

    def height_for(self, width: int) -> int:
        whole = self._label.heightForWidth(width)
        self._label.setGeometry(0, 0, width, whole)
        return min(whole, self._most) if self._most else whole

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and self._is_plain_click(event):
            self.act(self._verb, self._id)
            return True
        return super().eventFilter(watched, event)

    def _is_plain_click(self, event: QMouseEvent) -> bool:
        return (
            event.button() == Qt.MouseButton.LeftButton
            and not self._label.anchorAt(event.position().toPoint())
            and not self._label.textCursor().hasSelection()
        )

    def stops(self) -> list[QWidget]:
        return [self._label] if self._label.focusPolicy() & Qt.FocusPolicy.TabFocus else []
