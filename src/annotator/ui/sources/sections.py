"""The details of a source: what is known of it, and what it was used for."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.i18n import _
from annotator.library import Library
from annotator.ui.board.inspector.pieces import Held, heading, words
from annotator.ui.board.inspector.section import Section
from annotator.ui.cards import wording
from annotator.ui.cards.parts import Verb
from annotator.ui.cards.text import Run, soft
from annotator.ui.evidence.facts import NOTHING
from annotator.ui.kit import FlowLayout, Label, LinkButton
from annotator.ui.sources.rows import cell_text, kind_text, used_text
from annotator.ui.sources.use_part import UsePart
from annotator.ui.sources.view import SourceView


class KnownSection(Section):
    """``link_wanted``: an address to open. ``place_wanted``: the article that the source is.
    ``beside_wanted``: the same, beside the open one. ``keep_wanted``: its file is to be kept."""

    link_wanted = Signal(str)
    place_wanted = Signal(str, str, object, object)
    beside_wanted = Signal(str, str, object, object)
    keep_wanted = Signal()
    library: Library

    def key(self, view: SourceView) -> object:
        return view.row.source, view.title, view.kept, kind_text(view.row)

    def build(self, view: SourceView) -> None:
        source, theme = view.row.source, self.theme
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(theme, kind_text(view.row), "small", "secondary"), 1)
        edit = LinkButton(theme, _("Edit"), key="E")
        edit.clicked.connect(lambda: self.begin())
        row.addWidget(edit)
        self.put(line)
        self.put(words(theme, [Run(cell_text(view.row, "title"), "serif_strong")]), 5)
        for name, text, token in self._known(view):
            runs = [Run(f"{name}  ", "small", "secondary"), Run(soft(text), "small", token)]
            self.put(words(theme, runs), 4)
        self.put(self._links(view), 6)
        if source.file_sha256:
            self.put(words(theme, [Run(self._file(view), "small", "secondary")]), 4)

    def _known(self, view: SourceView) -> list[tuple[str, str, str]]:
        """(what, text, colour token) of what is known."""
        source = view.row.source
        missing = _("no date of access yet") if view.row.undated else ""
        known = [
            (_("Author"), source.author, "ink"),
            (_("Publisher"), source.publisher, "ink"),
            (_("Published"), wording.date_text(source.published), "ink"),
            (_("Looked at"), missing or wording.date_text(source.accessed),
             "middling" if missing else "ink"),
            (_("Link"), source.url, "ink"),
            (_("Archived copy"), source.archive_url, "ink"),
            (_("File"), source.file_name, "ink"),
            (_("In the library"), view.title, "ink"),
        ]  # fmt: skip
        return [(name, text, token) for name, text, token in known if text]

    def _links(self, view: SourceView) -> QWidget:
        source, line = view.row.source, QWidget()
        flow = FlowLayout(line)
        article = view.article
        known = (
            (_("Open link…"), source.url, lambda: self.link_wanted.emit(source.url)),
            (_("Open archived copy…"), source.archive_url,
             lambda: self.link_wanted.emit(source.archive_url)),
            (_("Read the article"), article, lambda: self._read(self.place_wanted)),
            (_("Open beside"), article, lambda: self._read(self.beside_wanted)),
            (_("Keep a copy of the file…"), source.file_sha256 and not view.kept,
             self.keep_wanted.emit),
        )  # fmt: skip
        for text, there, do in known:
            if there:
                button = LinkButton(self.theme, text)
                button.clicked.connect(lambda _on=False, do=do: do())
                flow.addWidget(button)
        return line

    def _read(self, signal: Signal) -> None:
        """The article, at the passage where the source is one."""
        view = self.view
        signal.emit(view.article, view.row.source.annotation, None, None)

    def _file(self, view: SourceView) -> str:
        if view.kept:
            return _("A copy of the file is in the library.")
        return _("Only the file’s hash is in the library: {hash}…").format(
            hash=view.row.source.file_sha256[:12]
        )

    def begin(self, field: str = "") -> None:
        """Write on it."""
        from annotator.ui.sources.editor import DetailsEditor

        if self.view is not None:
            make = partial(DetailsEditor, self.theme, self._saver, self.library, self.view.id)
            self.edit(make, field)


class UsesSection(Section):
    """``wanted``: article and annotation of a use."""

    wanted = Signal(str, str, object, object)

    def key(self, view: SourceView) -> object:
        return view.row.use.uses, view.entries, view.facts

    def build(self, view: SourceView) -> None:
        self.put(heading(self.theme, _("Used for"), used_text(view.row)))
        for use in view.row.use.uses:
            part = UsePart(self.theme, self._act, None)
            held = Held(part)
            entry, facts = view.entries.get(use.evidence), view.facts.get(use.evidence, NOTHING)
            part.fill(use, entry, facts)
            self.put(held)

    def _act(self, verb: Verb, id: str) -> None:
        use = next((use for use in self.view.row.use.uses if use.evidence == id), None)
        if verb == Verb.FOLLOW and use is not None:
            self.wanted.emit(use.article, use.annotation, None, None)
