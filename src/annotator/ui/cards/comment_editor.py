"""A comment being written."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.model import Annotation, Comment
from annotator.ui.cards.editor import Editor, Values
from annotator.ui.cards.fields import Field, set_text
from annotator.ui.cards.saving import Saver, Write
from annotator.ui.theme import Theme

Find = Callable[[str], tuple[Annotation, str, Comment] | None]


class CommentEditor(Editor):
    """A plain text field. A new comment is in the library as soon as typing rests; from then on it
    is that one which is being written: ``made`` carries its id. One that is emptied and finished
    is removed; one that is emptied and left stays what it was."""

    made = Signal(str)

    def __init__(
        self, theme: Theme, saver: Saver, session: ArticleSession, target: str,
        comment: Comment | None = None, *, find: Find,
    ) -> None:  # fmt: skip
        """``target`` is the annotation or claim that the comment is on, ``find`` the deck's way to
        find a comment by its id as it is now."""
        self._session, self._target, self._find = session, target, find
        self.comment_id = comment.id if comment else ""
        self._known = comment.text if comment else ""
        super().__init__(theme, saver)
        self._text = self.text("text", _("Comment"), least=2)
        self._text.setPlaceholderText(_("Comment"))
        self._fields["text"] = Field(self._words_typed, lambda text: set_text(self._text, text))
        self.add_row(self._text)
        self.add_foot()
        self.end_rows()

    def _words_typed(self) -> str:
        return self._text.toPlainText().strip()

    def load(self) -> Values:
        if self.comment_id:
            found = self._find(self.comment_id)
            self._known = found[2].text if found else self._known
        return {"text": self._known}

    def changed(self) -> Values:
        # Nothing is said with no words: a new comment is none yet, an old one stays for now.
        return super().changed() if self._words_typed() else {}

    def write(self, changed: Values) -> Write:
        session, target, text = self._session, self._target, changed["text"]
        if self.comment_id:
            id = self.comment_id
            return lambda: session.update_comment(id, text=text)

        def make() -> None:
            before, self._known = self._known, text  # we are told of it before we have its id
            try:
                self.comment_id = session.comment(target, text).id
            finally:
                self._known = text if self.comment_id else before

        return make

    def commit(self) -> bool:
        new = not self.comment_id
        saved = super().commit()
        if new and self.comment_id:
            self.made.emit(self.comment_id)
        return saved

    def refresh(self) -> None:
        if self._words_typed():
            super().refresh()
        else:
            self._stored = self.load()

    def finish(self) -> None:
        id, session = self.comment_id, self._session
        if not id or self._words_typed():
            super().finish()
        elif self._saver.save(lambda: session.remove_comment(id)):
            self.closed.emit()

    def enter(self, name: str = "") -> None:
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
