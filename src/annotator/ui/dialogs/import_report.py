"""What became of several files: added, already there, refused and why."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.i18n import _
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import SectionHeading
from annotator.ui.theme import Theme

ROWS = 7
"""Rows of a list that are seen at once."""
ARTICLE = Qt.ItemDataRole.UserRole


class ImportReportDialog(Sheet):
    """The report of an import; ``reports`` as ``annotator import --json`` prints them, what was
    refused first. ``article_chosen`` carries the id of an article that was double-clicked or chosen
    with Enter; the sheet closes then."""

    article_chosen = Signal(str)

    def __init__(self, theme: Theme, reports: Sequence[dict[str, Any]], parent: QWidget) -> None:
        super().__init__(theme, _("Added to the library"), parent, 600)
        self.lists: list[QListWidget] = []
        for status, heading, icon in (
            ("refused", _("Refused"), ("triangle-alert", "middling")),
            ("locked", _("Locked"), ("lock", "secondary")),
            ("imported", _("Added"), ("plus", "good")),
            ("already", _("Already here"), ("check", "secondary")),
        ):  # fmt: skip
            shown = [report for report in reports if report["status"] == status]
            if shown:
                self.body.addWidget(SectionHeading(theme, f"{heading} · {len(shown)}"))
                self._add_list(shown, heading, icon)
        self.body.addStretch(1)
        close = self.add_button(_("Close"), default=True)
        close.clicked.connect(self.accept)
        close.setFocus()

    def _add_list(
        self, reports: Sequence[dict[str, Any]], name: str, icon: tuple[str, str]
    ) -> None:
        listing = _Listing(self.theme, name)
        picture = self.theme.icon(*icon)
        for report in reports:
            item = QListWidgetItem(picture, report["message"] or report["title"], listing)
            item.setToolTip(str(Path(report["file"])))
            item.setData(ARTICLE, report["article"] or "")
        listing.setCurrentRow(0)
        listing.clearSelection()
        listing.itemActivated.connect(self._choose)
        self.body.addWidget(listing)
        self.lists.append(listing)

    def _choose(self, item: QListWidgetItem) -> None:
        if item.data(ARTICLE):
            self.accept()
            self.article_chosen.emit(item.data(ARTICLE))


class _Listing(QListWidget):
    """As high as its rows, set to its width, up to some of them."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setSpacing(theme.px(2))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Row(self))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # a row was meant, not the sheet's button

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        bar = self.verticalScrollBar().sizeHint().width() if self.count() > ROWS else 0
        inner = width - bar - 2 * (self.spacing() + self.frameWidth())
        option.rect = QRect(0, 0, max(1, inner), 1)  # an empty one would not be taken
        rows = [self.model().index(row, 0) for row in range(min(ROWS, self.count()))]
        heights = (self.itemDelegate().sizeHint(option, row).height() for row in rows)
        return sum(height + 2 * self.spacing() for height in heights) + self._theme.px(4)

    def sizeHint(self) -> QSize:
        width = self._theme.px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class _Row(QStyledItemDelegate):
    """The icon stands by the first line of a long reason."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
