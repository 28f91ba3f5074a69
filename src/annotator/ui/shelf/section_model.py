"""Collections, outline and tags as one list model, in sections that fold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from annotator.i18n import _
from annotator.model import Collection
from annotator.ui.kit import plain_tip
from annotator.ui.shelf import wording
from annotator.ui.shelf.outline import Heading, TagLevel

ENTRY = Qt.ItemDataRole.UserRole
"""The role under which a row's ``Entry`` is found."""
SECTIONS = ("collections", "outline", "tags")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row. ``kind``: section, collection, heading or tag. ``key``: the section's name, the
    collection's id ("" while it has none yet), the heading's number, the tag's path."""

    kind: str
    key: str
    text: str
    count: int = 0
    depth: int = 0
    current: bool = False


class SectionModel(QAbstractListModel):
    """``named``: a collection's id ("" for a new one) and the name that was typed for it."""

    named = Signal(str, str)

    def __init__(self, folded: Iterable[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folded = set(folded)
        self._sections: dict[str, list[Entry]] = {name: [] for name in SECTIONS}
        self._entries: list[Entry] = []
        self._draft = False
        self._current = -1

    # What there is

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._speech(entry)
        if role == Qt.ItemDataRole.ToolTipRole and entry.kind != "section":
            return plain_tip(entry.key if entry.kind == "tag" else entry.text)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        collection = index.isValid() and self._entries[index.row()].kind == "collection"
        return flags | Qt.ItemFlag.ItemIsEditable if collection else flags

    def entry(self, row: int) -> Entry:
        """What stands at a row."""
        return self._entries[row]

    def find(self, kind: str, key: str) -> QModelIndex:
        """Where an entry stands; invalid where it is not shown."""
        for row, entry in enumerate(self._entries):
            if (entry.kind, entry.key) == (kind, key):
                return self.index(row)
        return QModelIndex()

    def _speech(self, entry: Entry) -> str:
        if entry.kind == "section":
            state = _("collapsed") if entry.key in self.folded else _("expanded")
            return f"{entry.text}, {state}"
        count = wording.articles_text if entry.kind == "collection" else wording.marks_speech
        now = _("current") if entry.current else ""
        name = _("Tag {path}").format(path=entry.key) if entry.kind == "tag" else entry.text
        return ", ".join(part for part in (name, count(entry.count), now) if part)

    # What is shown

    def set_collections(self, collections: Sequence[Collection], scope: str) -> None:
        """The library's collections; ``scope`` is the id of the one whose articles are shown."""
        self._sections["collections"] = [
            Entry("collection", c.id, c.name, c.articles, current=c.id == scope)
            for c in collections
        ]
        self._build()

    def set_headings(self, headings: Sequence[Heading]) -> None:
        """The open article's outline."""
        self._sections["outline"] = [
            Entry("heading", str(number), h.text, h.marks, h.depth, number == self._current)
            for number, h in enumerate(headings)
        ]
        self._build()

    def set_tags(self, tags: Sequence[TagLevel]) -> None:
        """The open article's tags."""
        self._sections["tags"] = [
            Entry("tag", tag.path, tag.name if tag.depth else f"# {tag.name}", tag.marks, tag.depth)
            for tag in tags
        ]
        self._build()

    def set_current_heading(self, number: int) -> bool:
        """Which heading the text in sight stands under, -1 for none; whether it is another."""
        if number == self._current:
            return False
        before, self._current = self._current, number
        outline = self._sections["outline"]
        for changed in (before, number):
            if 0 <= changed < len(outline):
                outline[changed] = replace(outline[changed], current=changed == number)
        self._build()
        return True

    def fold(self, section: str, folded: bool) -> None:
        """Close or open a section."""
        (self.folded.add if folded else self.folded.discard)(section)
        self._build()

    def _build(self) -> None:
        titles = {
            "collections": _("Collections"), "outline": _("Outline"), "tags": _("Tags"),
        }  # fmt: skip
        entries: list[Entry] = []
        for name in SECTIONS:
            inner = list(self._sections[name])
            if name == "collections" and self._draft:
                inner.append(Entry("collection", "", ""))
            if inner:
                entries.append(Entry("section", name, titles[name], len(inner)))
                entries += [] if name in self.folded else inner
        self._take(entries)

    def _take(self, entries: list[Entry]) -> None:
        before = self._entries
        same = [(e.kind, e.key) for e in before] == [(e.kind, e.key) for e in entries]
        if not same:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()
            return
        self._entries = entries
        for row, (old, new) in enumerate(zip(before, entries, strict=True)):
            if old != new or new.kind == "section":
                self.dataChanged.emit(self.index(row), self.index(row))

    # Naming collections

    def begin_draft(self) -> QModelIndex:
        """A row for a collection that is yet to be named; where it stands."""
        self._draft = True
        self.folded.discard("collections")
        self._build()
        return self.find("collection", "")

    def drop_draft(self) -> None:
        """Take that row away again."""
        if self._draft:
            self._draft = False
            self._build()

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        entry = self._entries[index.row()]
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or entry.kind != "collection":
            return False
        if name and name != entry.text:
            self.named.emit(entry.key, name)
        return True
