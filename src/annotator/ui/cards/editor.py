"""What the editors on cards share: fields that save themselves when typing rests."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.errors import InvalidValue
from annotator.ui.cards.editor_foot import DoneRow
from annotator.ui.cards.fields import ALL_SEEN, Field, GrowingText, set_text
from annotator.ui.cards.saving import Saver, Write
from annotator.ui.kit import Label, Themed
from annotator.ui.kit.settling import SettlingBox
from annotator.ui.theme import Theme

REST_MS = 1500
"""Typing rests when no key came for that long."""

Values = dict[str, Any]


class Editor(Themed, QWidget):
    """Fields on a card. What differs from the library is written as one operation when typing
    rests, when a field is left and at the end; what cannot be written stays in the fields.

    ``resized``: another height. ``closed``: done. ``worked_in``: a field was gone into or typed in.
    ``complained``: it was to be done and cannot be; where that is said, to be brought into sight.
    ``separable``: values may be written one by one. ``refused``: what is written is not acceptable
    yet.
    """

    resized = Signal()
    closed = Signal()
    worked_in = Signal()
    complained = Signal(QWidget)
    separable = True
    refused = False

    def __init__(self, theme: Theme, saver: Saver) -> None:
        super().__init__()
        self._saver = saver
        self._fields: dict[str, Field] = {}
        self._chosen: set[str] = set()
        self._stored: Values = {}
        self._texts: list[GrowingText] = []
        self._stops: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._error = Label(theme, "", "small", "bad", wrap=True)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._rested)
        self.follow(theme)

    # For those who write an editor

    def load(self) -> Values:
        """The values as the library has them now."""
        raise NotImplementedError

    def write(self, changed: Values) -> Write:
        """How to write the values that differ."""
        raise NotImplementedError

    def add_row(self, *widgets: QWidget, labels: tuple[str, ...] = (), gap: float = 8) -> QWidget:
        """Widgets side by side, each under its label; what holds them, to be hidden."""
        px, holder = self.theme.px, QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, px(gap) if self._column.count() else 0, 0, 0)
        row.setSpacing(px(8))
        for at, widget in enumerate(widgets):
            cell = QVBoxLayout()
            cell.setSpacing(px(4))
            if at < len(labels) and labels[at]:
                label = Label(self.theme, labels[at], "small", "secondary")
                label.setBuddy(widget)
                cell.addWidget(label)
            cell.addWidget(widget)
            cell.addStretch(1)
            row.addLayout(cell, 1)
        self._column.addWidget(holder)
        return holder

    def add_foot(self) -> None:
        """A way to end the writing, under the rows."""
        row = DoneRow(self.theme)
        row.done.clicked.connect(self.finish)
        self._column.addLayout(row)
        self._stops.append(row.done)

    def end_rows(self) -> None:
        """The last row: what is wrong, when something is."""
        self._error.hide()
        self._column.addWidget(self._error)
        self._stored = self.load()
        for name, value in self._stored.items():
            self._fields[name].set(value)
        self._rest.stop()  # nothing was typed yet

    def text(self, name: str, label: str, *, least: int = 1) -> GrowingText:
        """A field of several lines."""
        field = GrowingText(self.theme, label, least=least)
        field.textChanged.connect(self._typed)
        field.resized.connect(self.resized)
        self._texts.append(field)
        self._keep(name, field, Field(field.toPlainText, lambda text: set_text(field, text)))
        return field

    def line(
        self, name: str, label: str, placeholder: str = "",
        shown: Callable[[str], str] = str, stored: Callable[[str], str] = str.strip,
    ) -> QLineEdit:  # fmt: skip
        """A field of one line. ``shown``, ``stored``: a value as it is shown, and back."""
        field = QLineEdit()
        field.setAccessibleName(label)
        field.setPlaceholderText(placeholder)
        field.setMinimumWidth(self.theme.px(40))
        field.textEdited.connect(self._typed)
        get, set_ = lambda: stored(field.text()), lambda value: field.setText(shown(value))
        self._keep(name, field, Field(get, set_))
        return field

    def choice(self, name: str, label: str, choices: list[tuple[str, str]]) -> QComboBox:
        """One of several (value, shown)."""
        field = SettlingBox()
        field.setAccessibleName(label)
        field.setMinimumWidth(self.theme.px(60))
        field.setMaxVisibleItems(ALL_SEEN)
        for value, shown in choices:
            field.addItem(shown, value)
        field.settled.connect(self.commit)
        self._chosen.add(name)
        self._keep(
            name,
            field,
            Field(field.currentData, lambda v: field.setCurrentIndex(field.findData(v))),
        )
        return field

    def _keep(self, name: str, widget: QWidget, field: Field) -> None:
        self._fields[name] = field
        self.watch(widget)

    def watch(self, widget: QWidget) -> None:
        """Ctrl+Enter and Esc here end the edit, leaving here saves it."""
        widget.installEventFilter(self)
        self._stops.append(widget)

    # Saving

    def _typed(self) -> None:
        if self.changed():
            self._rest.start()

    def _rested(self) -> None:
        boxes = self.findChildren(SettlingBox)
        if not any(box.wandering for box in boxes):  # else it is saved when that one is left
            self.commit()

    def due(self) -> Values:
        """The values to be written now."""
        return self.changed()

    def changed(self) -> Values:
        """The values that differ from the library's."""
        now = {name: field.get() for name, field in self._fields.items()}
        return {name: value for name, value in now.items() if value != self._stored.get(name)}

    def commit(self) -> bool:
        """Write what differs. False when that was not possible; it all stays in the fields.

        Where a value is none, the others are written all the same.
        """
        self._rest.stop()
        self.refused = False
        changed = self.due()
        if not changed:
            return True
        try:
            saved = self._write(changed)
        except InvalidValue as error:
            if self.separable and len(changed) > 1:
                self._write_apart(changed)
            self.refused = True
            self.complain(str(error))
            return False
        if saved:
            self.complain("")
            self.refresh()
        return saved

    def _write(self, changed: Values) -> bool:
        before, write = dict(self._stored), self.write(changed)
        self._stored |= changed  # the write is told to us too: what we typed is no news then
        saved = False
        try:
            words = self._words(changed)
            saved = self._saver.save(write, self._again(write, words), words)
        finally:
            if not saved:
                self._stored = before
        return saved

    def _write_apart(self, changed: Values) -> None:
        for name, value in changed.items():
            with suppress(InvalidValue):  # told already
                self._write({name: value})

    def _again(self, write: Write, words: str) -> Callable[[], object]:
        def again() -> object:
            from shiboken6 import isValid

            return self.commit() if isValid(self) else self._saver.save(write, words=words)

        return again

    def _words(self, values: Values) -> str:
        """What of the values was typed."""
        typed = (value for name, value in values.items() if name not in self._chosen)
        return "\n\n".join(value for value in typed if isinstance(value, str) and value)

    def abandon(self) -> None:
        """What this is about is gone: hand over what was typed, so that it is not."""
        self._rest.stop()
        changed = self.changed()
        if changed:
            self._saver.homeless(self.write(changed), self._words(changed))
            self._stored |= changed  # told once

    def complain(self, sentence: str) -> None:
        """Say under the fields what is wrong; "" when nothing is."""
        if sentence != self._error.text() or self._error.isHidden() == bool(sentence):
            self._error.setText(sentence)
            self._error.setVisible(bool(sentence))
            self.resized.emit()

    def refresh(self) -> None:
        """Take in what the library has now, except in fields that were typed into since."""
        fresh = self.load()
        for name in fresh.keys() - self.changed().keys():
            field = self._fields[name]
            if field.get() != fresh[name]:
                field.set(fresh[name])
        self._stored = fresh

    def finish(self) -> None:
        """Save and close; stays open when it cannot be saved."""
        if self.commit():
            self.closed.emit()
        elif not self._error.isHidden():
            # When there is room for it.
            QTimer.singleShot(0, self, lambda: self.complained.emit(self._error))

    # Size, keys, focus

    def retheme(self) -> None:
        for text in self._texts:
            text.setFont(self.theme.font("ui"))
        super().retheme()

    def height_for(self, width: int) -> int:
        """The height in px at a width in px."""
        for text in self._texts:
            if not text.isHidden():
                text.fit(width)
        self.resize(width, self.height())
        self.layout().invalidate()
        self.layout().activate()
        return max(self.layout().totalSizeHint().height(), self.layout().totalHeightForWidth(width))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [w for w in self._stops if w.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def enter(self, name: str = "") -> None:
        """Put the caret into the first field, or the named one."""
        self._stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            if event.reason() == Qt.FocusReason.PopupFocusReason:
                return super().eventFilter(watched, event)  # a list of its own: it is not left
            QTimer.singleShot(0, self, self._left)
        elif kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and _ends(event):
            event.accept()
            if kind == QEvent.Type.KeyPress:
                self._end(event)
            return True
        elif kind in (QEvent.Type.FocusIn, QEvent.Type.KeyPress):
            QTimer.singleShot(0, self, self.worked_in.emit)  # when it has done what it does
        return super().eventFilter(watched, event)

    def _end(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escape()
        else:
            self.finish()

    def escape(self) -> None:
        """Esc was pressed: by default the same as being done, for nothing typed is thrown away."""
        self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What a field has no use for must not reach the list: Enter would open another editor
        # there, Delete put the mark into the trash.
        event.accept()

    def _left(self) -> None:
        self.commit()


def _ends(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Escape:
        return True
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
