"""What cards ask for, done: editors opened and closed, marks changed, links shown and opened."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.model import Annotation, Claim, Evidence
from annotator.model.links import normalise_link
from annotator.ui.cards import wording
from annotator.ui.cards.claim_editor import ClaimEditor
from annotator.ui.cards.deck import Deck
from annotator.ui.cards.editor import Editor
from annotator.ui.cards.list import CardList
from annotator.ui.cards.note_editor import NoteEditor
from annotator.ui.cards.parts import Verb
from annotator.ui.cards.saving import Saver, Write
from annotator.ui.cards.source_editor import SourceEditor
from annotator.ui.theme import Theme


class Commands(QObject):
    """Acts for the cards on the session. ``said`` is a short message of what was done."""

    chosen = Signal(str)
    navigated = Signal(str)
    said = Signal(str)
    menu_wanted = Signal(str)

    def __init__(
        self, theme: Theme, deck: Deck, cards: CardList, saver: Saver,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:  # fmt: skip
        super().__init__(cards)
        self._theme, self._deck, self._cards, self._saver = theme, deck, cards, saver
        self._open_url = open_url
        self._doers: dict[str, Callable[[str], object]] = {
            Verb.NOTE: self.begin_note, Verb.TAGS: self.begin_tags, Verb.CLAIM: self.add_claim,
            Verb.EDIT_CLAIM: self.begin_claim, Verb.SOURCE: self.begin_source,
            Verb.EDIT_SOURCE: self._edit_source, Verb.UNFOLD: self._unfold,
            Verb.FOLLOW: self._unfold, Verb.OPEN: self._open, Verb.COPY_LINK: self._copy_link,
            Verb.REMOVE_SOURCE: self._remove_source, Verb.MENU: self.menu_wanted.emit,
            Verb.GO: self.navigated.emit, Verb.PREVIEW: self._preview, Verb.COPY: self.copy_quote,
            Verb.DELETE: self.delete,
        }  # fmt: skip

    def act(self, verb: str, id: str) -> None:
        """Do what a card asks for."""
        if self._deck.session is not None:
            self._doers[verb](id)

    @property
    def _session(self) -> ArticleSession:
        assert self._deck.session is not None
        return self._deck.session

    # Who is current

    def choose(self, id: str) -> None:
        """Make a card the current one; editors elsewhere are saved and closed first."""
        self.close_editors(but=id)
        self._cards.set_current(id)

    def choose_by_user(self, id: str) -> None:
        """Like ``choose``, and told to others."""
        self.choose(id)
        self.chosen.emit(id)

    # Editors

    def enter(self, id: str) -> None:
        """Write on a card: its claim, where it has one, else its note."""
        claims = self._session.annotation(id).claims
        if claims:
            self.begin_claim(claims[0].id)
        else:
            self.begin_note(id)

    def begin_note(self, id: str) -> None:
        """Open the note of an annotation."""
        self._begin(id, "note", lambda: NoteEditor(self._theme, self._saver, self._session, id))

    def begin_tags(self, id: str) -> None:
        """Open the tags of an annotation."""
        self._begin(
            id, "note", lambda: NoteEditor(self._theme, self._saver, self._session, id), "tags"
        )

    def begin_claim(self, claim_id: str) -> None:
        """Open a claim."""
        annotation, claim = self._claim(claim_id)
        if annotation is None or claim is None:
            return
        session, id = self._session, annotation.id
        self._begin(
            id, f"claim:{claim_id}",
            lambda: ClaimEditor(self._theme, self._saver, session, id, claim),
        )  # fmt: skip

    def add_claim(self, id: str) -> None:
        """Make a claim, or another one, of a passage and open it."""
        made: list[Claim] = []
        if self._saver.save(lambda: made.append(self._session.add_claim(id))):
            self.begin_claim(made[0].id)

    def begin_source(self, target: str) -> None:
        """Open an empty source for an annotation or a claim."""
        annotation, claim = self._claim(target)
        if annotation is None and self._deck.has(target):
            annotation = self._session.annotation(target)
        if annotation is None:
            return
        session = self._session
        self._begin(
            annotation.id, f"source:{target}",
            lambda: SourceEditor(
                self._theme, self._saver, session, target, of_claim=claim is not None
            ),
        )  # fmt: skip

    def _edit_source(self, id: str) -> None:
        annotation, evidence, of_claim = self._evidence(id)
        if annotation is None or evidence is None:
            return
        session = self._session
        self._begin(
            annotation.id, f"evidence:{id}",
            lambda: SourceEditor(
                self._theme, self._saver, session, id, evidence, of_claim=of_claim
            ),
        )  # fmt: skip

    def _begin(self, id: str, name: str, make: Callable[[], Editor], field: str = "") -> None:
        if not self._deck.has(id):
            return
        open_, editor = self._deck.editing.get(id, ("", None))
        if open_ != name:
            if not self.close_editors():
                return
            editor = make()
            editor.resized.connect(lambda: self._cards.remeasure(id))
            editor.closed.connect(lambda: self._close(id))
            self._deck.editing[id] = name, editor
        was = self._deck.current
        self._cards.reveal(id)
        self._cards.set_current(id)
        if was != id:
            self.chosen.emit(id)
        editor.enter(field)

    def close_editors(self, but: str = "") -> bool:
        """Save and close all editors, but those of one card; False when one could not be saved."""
        others = [id for id in self._deck.editing if id != but]
        ended = [self._end(id) for id in others]  # every one of them, whatever the first says
        return all(ended)

    def _end(self, id: str) -> bool:
        editor = self._deck.editing[id][1]
        saved = editor.commit()
        if saved:
            self._close(id, focus=False)
        return saved

    def _close(self, id: str, *, focus: bool = True) -> None:
        if id not in self._deck.editing:
            return
        _name, editor = self._deck.editing.pop(id)
        if focus:
            self._cards.setFocus()
        editor.hide()
        editor.deleteLater()
        self._cards.refresh()

    def commit(self) -> bool:
        """Save what is being typed; the editors stay open."""
        saved = [editor.commit() for _name, editor in self._deck.editing.values()]
        return all(saved)

    def drop_editors(self) -> None:
        """Let go of all editors, saved or not."""
        for _name, editor in self._deck.editing.values():
            editor.hide()
            editor.deleteLater()
        self._deck.editing.clear()

    def refresh_editors(self) -> None:
        """Editors take in what was written; those whose annotation is gone go too."""
        for editor in self._deck.drop_missing():
            editor.hide()
            editor.deleteLater()
        for id, (name, editor) in list(self._deck.editing.items()):
            if self._thing_is_there(name):
                editor.refresh()
            else:
                self._close(id)

    def _thing_is_there(self, name: str) -> bool:
        kind, _colon, id = name.partition(":")
        if kind == "claim":
            return self._claim(id)[1] is not None
        if kind == "evidence":
            return self._evidence(id)[1] is not None
        return True

    def _preview(self, id: str) -> None:
        editor = self._deck.editor(id)
        if isinstance(editor, NoteEditor):
            editor.toggle_preview()

    # Finding: the current card first, all others after it

    def _annotations(self) -> list[Annotation]:
        current = self._deck.current
        first = [self._session.annotation(current)] if self._deck.has(current) else []
        return [*first, *self._session.annotations()]

    def _claim(self, id: str) -> tuple[Annotation | None, Claim | None]:
        for annotation in self._annotations():
            for claim in annotation.claims:
                if claim.id == id:
                    return annotation, claim
        return None, None

    def _evidence(self, id: str) -> tuple[Annotation | None, Evidence | None, bool]:
        for annotation in self._annotations():
            for evidence in annotation.sources:
                if evidence.id == id:
                    return annotation, evidence, False
            for claim in annotation.claims:
                for evidence in claim.evidence:
                    if evidence.id == id:
                        return annotation, evidence, True
        return None, None, False

    # Links

    def _unfold(self, what: str) -> None:
        self._deck.unfolded = "" if self._deck.unfolded == what else what
        self._cards.remeasure(self._deck.current)

    def _address(self, what: str) -> str:
        evidence = self._evidence(what)[1]
        return evidence.source.url if evidence else what

    def _open(self, what: str) -> None:
        try:
            address = normalise_link(self._address(what))
        except InvalidValue as error:
            self.said.emit(str(error))
            return
        if not self._open_url(QUrl(address)):
            self.said.emit(_("No browser could be opened; copy the link instead."))

    def _copy_link(self, what: str) -> None:
        self._copy(self._address(what), _("Link copied."))

    def _remove_source(self, id: str) -> None:
        self._saver.save(lambda: self._session.remove_evidence(id))

    # Marks

    def change(self, id: str, **fields: object) -> None:
        """Change colour, style or privacy of a mark."""
        self._saver.save(lambda: self._session.update(id, **fields))

    def delete(self, id: str) -> None:
        """Put a mark into the trash and go on to the next one."""
        ids = self._cards.ids()
        at = ids.index(id)
        following = ids[at + 1] if at + 1 < len(ids) else ids[at - 1] if at else ""
        write: Write = lambda: self._session.delete(id)  # noqa: E731 - typed, and short
        if self._saver.save(write) and following and self._deck.has(following):
            self.choose_by_user(following)

    def copy_quote(self, id: str) -> None:
        """The passage, or a page note's text, to the clipboard."""
        annotation = self._session.annotation(id)
        self._copy(annotation.quote or annotation.note, _("Quote copied."))

    def copy_markdown(self, id: str) -> None:
        """The whole card as Markdown to the clipboard."""
        self._copy(wording.markdown_of(self._deck.view(id)), _("Copied as Markdown."))

    def _copy(self, text: str, message: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(message)
