"""What somebody else changed in a copy that came back: to be looked at, and taken in or not."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from annotator.i18n import _, ngettext
from annotator.library.returning import ReturnedChange, ReturnedCopy
from annotator.ui.dialogs import returned_wording as wording
from annotator.ui.dialogs.returned_mark import ReturnedMark
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import Label, LinkButton
from annotator.ui.theme import Theme

AT_ONCE = 100
"""Marks that are put on the sheet at once; more come when asked for."""
_BESIDE = 240
"""px: with as much room beside it the sheet stands aside, so that passages are seen there."""


class ReturnedDialog(Sheet):
    """The changes of a copy, mark by mark; those that were ignored before are shown on demand.

    ``taken`` carries those that are to be taken in, and those that were looked at and left;
    ``ignored`` all, where none is wanted. To close the sheet decides nothing. ``passage_chosen``: a
    change whose passage somebody wants to see, with the sheet staying."""

    taken = Signal(object, object)
    ignored = Signal(object)
    passage_chosen = Signal(object)

    def __init__(self, theme: Theme, copy: ReturnedCopy, parent: QWidget) -> None:
        title = _("Returned copy of “{title}”").format(title=copy.title)
        super().__init__(theme, title, parent, 480)
        self.findChild(Label).setWordWrap(True)
        self._wanted = {id(change): change.suggested for change in copy.changes}
        self._changes, self._ignored = copy.changes, copy.ignored
        self._waiting = by_mark(copy.changes)
        self.marks: list[ReturnedMark] = []
        self._all = QCheckBox(_("All changes"))
        self._all.clicked.connect(self._tick_all)
        self._more = LinkButton(theme, "", role="ui")
        self._more.clicked.connect(self._show_more)
        self._earlier = LinkButton(theme, wording.earlier(len(copy.ignored)), role="ui")
        self._earlier.clicked.connect(self._show_ignored)
        self._lay_out()
        if copy.changes:
            self._show_more()
            self._count()
        else:
            self._show_ignored()

    def _lay_out(self) -> None:
        self.body.addWidget(self._all)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self._earlier.setVisible(bool(self._ignored))
        self.body.addStretch(1)
        self.ignore = self.add_button(_("Ignore"))
        self.ignore.setToolTip(_("Take nothing in, and list these changes no more"))
        self.ignore.clicked.connect(self._ignore)
        self.take = self.add_button("", default=True)
        self.take.clicked.connect(self._take)

    def _show_more(self) -> None:
        first = not self.marks
        groups, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for group in groups:
            mark = ReturnedMark(self.theme, group)
            self.body.insertWidget(self.body.indexOf(self._more), mark)
            self.marks.append(mark)
            for box, change in mark.boxes:
                box.setChecked(self._wanted[id(change)])
            mark.ticked.connect(self._count)
            mark.passage_chosen.connect(self.passage_chosen)
        left = len(self._waiting)
        text = ngettext("Show {n} more mark", "Show {n} more marks", left).format(n=left)
        self._more.setText(text)
        self._more.setVisible(left > 0)
        if first and self.marks:
            self.marks[0].boxes[0][0].setFocus()

    def _show_ignored(self) -> None:
        """Put those that were ignored below the others."""
        self._wanted |= {id(change): False for change in self._ignored}
        self._changes = (*self._changes, *self._ignored)
        self._waiting += by_mark(self._ignored)
        self._earlier.hide()
        self._show_more()
        self._count()

    def _tick_all(self, on: bool) -> None:
        self._wanted = dict.fromkeys(self._wanted, on)
        for mark in self.marks:
            for box, _change in mark.boxes:
                box.blockSignals(True)  # counted once, below
                box.setChecked(on)
                box.blockSignals(False)
        self._count()

    def chosen(self) -> tuple[ReturnedChange, ...]:
        """The changes that are ticked."""
        return tuple(change for change in self._changes if self._wanted[id(change)])

    def _count(self) -> None:
        for mark in self.marks:
            self._wanted |= {id(change): box.isChecked() for box, change in mark.boxes}
        count = len(self.chosen())
        self.take.setText(wording.take_in(count))
        self.take.setEnabled(count > 0)
        self._all.setVisible(len(self._changes) > 1)
        states = {0: Qt.CheckState.Unchecked, len(self._changes): Qt.CheckState.Checked}
        self._all.setCheckState(states.get(count, Qt.CheckState.PartiallyChecked))

    def _take(self) -> None:
        chosen = self.chosen()
        seen = [change for mark in self.marks for _box, change in mark.boxes]
        self.taken.emit(chosen, tuple(one for one in seen if not self._wanted[id(one)]))
        self.accept()

    def _ignore(self) -> None:
        self.ignored.emit(self._changes)
        self.reject()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.parentWidget().window()
        if not event.spontaneous() and window.width() - self.width() >= _BESIDE:
            edge, top = self.theme.px(16), self.theme.px(56)
            corner = window.mapToGlobal(window.rect().topRight())
            height = min(self.height(), window.height() - top - edge)
            self.resize(self.width(), height)
            self.move(corner.x() - self.width() - edge, corner.y() + top)


def by_mark(changes: Iterable[ReturnedChange]) -> list[list[ReturnedChange]]:
    """The changes of each mark; they stand together."""
    groups = groupby(changes, key=lambda change: (change.article, change.annotation))
    return [list(group) for _key, group in groups]
