"""The note of a mark and its tags, being written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.ui.cards.editor import Editor, Values
from annotator.ui.cards.fields import Field
from annotator.ui.cards.saving import Saver, Write
from annotator.ui.kit import MarkdownLabel, TagField
from annotator.ui.theme import Theme


class NoteEditor(Editor):
    """Markdown in a plain text field, and the tags under it."""

    def __init__(self, theme: Theme, saver: Saver, session: ArticleSession, id: str) -> None:
        self._session, self._id = session, id
        super().__init__(theme, saver)
        self._note = self.text("note", _("Note, Markdown"), least=2)
        self._preview = MarkdownLabel(theme, parent=self)
        self._preview.hide()
        self._tags = TagField(theme, self._known_tags)
        self._tags.changed.connect(self._tagged)
        self._tags.finished.connect(self.finish)
        self._keep("tags", self._tags.edit, Field(self._tags.tags, self._tags.set_tags))
        self.add_row(self._note)
        self._column.addWidget(self._preview)
        self.add_row(self._tags, labels=(_("Tags"),))
        self.end_rows()

    def _known_tags(self) -> list[str]:
        # Asked for at each letter only while one types here.
        here = [path for path, _count in self._session.library.tag_counts(self._session.id)]
        return list(dict.fromkeys([*here, *(tag.path for tag in self._session.library.tags())]))

    def _tagged(self) -> None:
        self.commit()
        self.resized.emit()

    def load(self) -> Values:
        annotation = self._session.annotation(self._id)
        return {"note": annotation.note, "tags": annotation.tags}

    def changed(self) -> Values:
        changed = super().changed()
        if "tags" in changed and set(changed["tags"]) == set(self._stored.get("tags", ())):
            del changed["tags"]
        return changed

    def write(self, changed: Values) -> Write:
        session, id = self._session, self._id

        def note() -> None:
            session.update(id, note=changed["note"])

        def tags() -> None:
            session.set_tags(id, changed["tags"])

        def both() -> None:
            with session.library.batch(_("note")):
                note()
                tags()

        return both if len(changed) == 2 else note if "note" in changed else tags

    def enter(self, name: str = "") -> None:
        field: QWidget = self._tags.edit if name == "tags" else self._note
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> None:
        self._tags.drop_typed()  # half a word is no tag
        super().escape()

    def toggle_preview(self) -> None:
        """Show the note as it will look, or write on."""
        previewing = self._preview.isHidden()
        self._preview.set_markdown(self._note.toPlainText())
        self._preview.setVisible(previewing)
        self._note.setVisible(not previewing)
        if not previewing:
            self.enter()
        self.resized.emit()
