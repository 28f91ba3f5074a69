"""A field for tags: chips, then a line that completes as one types."""

import re
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.i18n import _
from annotator.ui.kit import paint
from annotator.ui.kit.chips import TagChip
from annotator.ui.kit.fields import Framed, bare
from annotator.ui.kit.flow import FlowLayout
from annotator.ui.kit.speech import announce
from annotator.ui.theme import Theme

_ACCEPT = (Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_End)
_COMMIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma)


def clean_tag(text: str) -> str:
    """A tag's path as it is kept: no ``#`` before it, single spaces, no empty levels."""
    levels = (re.sub(r"\s+", " ", level).strip() for level in text.strip().lstrip("#").split("/"))
    return "/".join(level for level in levels if level)


def completions(typed: str, known: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """The known tags that ``typed`` begins, without those already there, in the order given.

    A level's end counts as a beginning too: after ``method/`` come the tags under ``method``.
    """
    head, used = typed.lstrip("# ").casefold(), set(taken)
    if not head:
        return []
    return [
        path
        for path in known
        if path.casefold().startswith(head) and len(path) > len(head) and path not in used
    ]


class _TagEdit(QLineEdit):
    """The line after the chips. What would complete it stands behind the caret, quietly, with the
    key that takes it; one that was chosen with ↓ or ↑ stands out, and Enter takes it, too."""

    committed = Signal(str)
    emptied = Signal()  # Backspace before the first letter
    finished = Signal()  # Enter with nothing typed
    left = Signal()

    def __init__(self, matches: Callable[[str], list[str]]) -> None:
        super().__init__()
        self._matches = matches
        self._choice, self._chosen = 0, False
        self.theme: Theme | None = None
        bare(self)
        self.textEdited.connect(self._edited)

    def completion(self) -> str:
        """The tag that Tab would take, "" when none fits."""
        matches = self._matches(self.text()) if self.cursorPosition() == len(self.text()) else []
        return matches[self._choice % len(matches)] if matches else ""

    def _ghost(self) -> str:
        return self.completion()[len(self.text().lstrip("# ")) :]

    def value(self) -> str:
        """What Enter would make a tag of: the completion that was chosen, else what is typed."""
        return (self.completion() if self._chosen else "") or self.text()

    def _edited(self) -> None:
        self._choice, self._chosen = 0, False
        completion = self.completion()
        said = _("Tab completes: {tag}").format(tag=completion) if completion else ""
        self.setAccessibleDescription(said)

    def event(self, event: QKeyEvent) -> bool:
        # Tab never reaches keyPressEvent: Qt would move the focus first.
        if (
            event.type() == QKeyEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self._take()
        ):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _COMMIT:
            self._commit(key)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_End) and self._take():
            pass
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.completion():
            self._choose(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, step: int) -> None:
        """The completion that is shown is chosen first, then the next one or the one before."""
        if self._chosen:
            self._choice += step
        elif step < 0:
            self._choice = -1
        self._chosen = True
        announce(self, self.completion())
        self.update()

    def _commit(self, key: int) -> None:
        if clean_tag(self.value()):
            self.committed.emit(self.value())
            self.start()
        elif key != Qt.Key.Key_Comma:
            self.finished.emit()

    def start(self) -> None:
        """Nothing is typed."""
        self._choice, self._chosen = 0, False
        self.clear()

    def _take(self) -> bool:
        completion = self.completion()
        if completion:
            self.start()
            self.setText(completion)
        return bool(completion)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.averageCharWidth() * 12, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ghost = self._ghost() if self.hasFocus() else ""
        if not ghost or self.theme is None:
            return
        painter, theme = QPainter(self), self.theme
        x = self.cursorRect().center().x() + 1
        rect = QRectF(self.rect().adjusted(x, 0, 0, 0))
        rest = rect.adjusted(QFontMetricsF(self.font()).horizontalAdvance(ghost), 0, 0, 0)
        if self._chosen:
            ground = QRectF(rect.topLeft(), rest.bottomLeft())
            paint.rounded(painter, ground, theme.px(3), theme.colour("accent_ground"))
        painter.setFont(self.font())
        painter.setPen(theme.colour("accent" if self._chosen else "secondary"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, ghost)
        self._paint_key(painter, rest.adjusted(theme.px(6), 0, 0, 0))

    def _paint_key(self, painter: QPainter, room: QRectF) -> None:
        """The key that takes the completion, where there is room to say so."""
        key = QKeySequence(Qt.Key.Key_Return if self._chosen else Qt.Key.Key_Tab)
        text = paint.short_key(key.toString(QKeySequence.SequenceFormat.NativeText))
        size = paint.key_cap_size(self.theme, text)
        if size.width() <= room.width():
            corner = QPointF(room.left(), round(room.center().y() - size.height() / 2))
            paint.key_cap(painter, self.theme, QRectF(corner, size), text)


class TagField(Framed):
    """Tags as chips with a line to type more.

    Enter or a comma makes a tag of what is typed, on the fly; Tab, → or End takes the completion
    shown into the line. ↓ and ↑ choose among the completions: Enter then makes a tag of the chosen
    one. Backspace in the empty line takes the last tag off.
    ``changed`` carries all tags after each of these; ``finished`` is Enter with nothing typed.
    Leaving the field keeps what was typed as a tag; ``drop_typed`` does not.
    """

    changed = Signal(tuple)
    finished = Signal()

    def __init__(
        self,
        theme: Theme,
        known: Callable[[], Sequence[str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``known``: the library's tag paths, most likely first; asked for at each completion."""
        super().__init__(parent)
        self._tags: list[str] = []
        self._known = known
        self.edit = _TagEdit(lambda typed: completions(typed, self._known(), self._tags))
        self.edit.setAccessibleName(name or _("Tags"))
        self._flow = FlowLayout(self, last_takes_rest=True)
        self._flow.addWidget(self.edit)
        self.watch(self.edit)
        self.edit.committed.connect(self._add)
        self.edit.emptied.connect(self._remove_last)
        self.edit.finished.connect(self.finished)
        self.edit.left.connect(self._keep_typed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.follow(theme)

    def tags(self) -> tuple[str, ...]:
        """The tags' paths in the order they were added."""
        return tuple(self._tags)

    def set_tags(self, tags: Iterable[str]) -> None:
        """Shows other tags; emits nothing."""
        self._tags = list(dict.fromkeys(tags))
        self._rebuild()

    def drop_typed(self) -> None:
        """Take what is typed, and is no tag yet, out of the line."""
        self.edit.start()

    def retheme(self) -> None:
        theme = self.theme
        self.edit.theme = theme
        self.edit.setFont(theme.font("ui"))
        self._flow.setContentsMargins(theme.px(9), theme.px(5), theme.px(9), theme.px(5))
        self._flow.set_gaps(theme.px(5), theme.px(4))
        self.setMinimumHeight(theme.px(30))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit.setFocus()

    def _add(self, text: str) -> None:
        tag = clean_tag(text)
        if tag and tag not in self._tags:
            self._tags.append(tag)
            self._rebuild()
            self.changed.emit(self.tags())

    def _keep_typed(self) -> None:
        self._add(self.edit.value())
        self.edit.start()

    def _remove_last(self) -> None:
        if self._tags:
            self._remove(self._tags[-1])

    def _remove(self, tag: str) -> None:
        self._tags.remove(tag)
        self._rebuild()
        self.edit.setFocus()
        announce(self, _("Tag {tag} removed").format(tag=tag))
        self.changed.emit(self.tags())

    def _rebuild(self) -> None:
        while self._flow.count() > 1:
            self._flow.takeAt(0).widget().deleteLater()
        for number, tag in enumerate(self._tags):
            chip = TagChip(self.theme, tag, removable=True)
            chip.setCursor(Qt.CursorShape.ArrowCursor)
            chip.removed.connect(self._remove)
            self._flow.insert_widget(number, chip)
            chip.show()  # a layout takes a hidden widget for absent
        self.updateGeometry()
