"""A part of the inspector: built anew only when what it shows is different, never while somebody
writes in it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.board.inspector.pieces import Held
from annotator.ui.board.inspector.view import ClaimView
from annotator.ui.cards.editor import Editor
from annotator.ui.cards.saving import Saver
from annotator.ui.kit import Themed
from annotator.ui.kit.roles import Role
from annotator.ui.theme import Theme


class Section(Themed, QWidget):
    """Subclasses say what they show (``key``) and how (``build``). ``edited``: an editor was
    closed."""

    spoken_as = Role.Grouping

    edited = Signal()

    def __init__(self, theme: Theme, saver: Saver) -> None:
        super().__init__()
        self._saver = saver
        self.view: ClaimView | None = None
        self.editor: Editor | None = None
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.follow(theme)

    # For those who write a section

    def key(self, view: ClaimView) -> object:
        """What of the claim it shows."""
        raise NotImplementedError

    def build(self, view: ClaimView) -> None:
        """Put it together with ``put``."""
        raise NotImplementedError

    def title(self) -> QWidget | None:
        """What stands over an editor here, too."""
        return None

    def put(self, widget: QWidget, gap: float = 0) -> None:
        """The next piece, ``gap`` px at 100 % under the last one."""
        if gap:
            self._column.addSpacing(self.theme.px(gap))
        self._column.addWidget(widget)

    # Showing

    def show_view(self, view: ClaimView) -> None:
        """Show a claim, or what became of it."""
        other = self.view is None or self.view.id != view.id
        self.view = view
        if self.editor is not None and not other:
            self.editor.refresh()
            return
        if self.editor is not None:
            self._drop_editor()
        key = (view.id, self.key(view))
        if key != self._shown:
            self._shown = key
            self.rebuild()

    def rebuild(self) -> None:
        """Put it together anew."""
        self._clear()
        if self.view is not None:
            self.build(self.view)

    def retheme(self) -> None:
        if self.view is not None and self.editor is None:
            self.rebuild()

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().hide()
                item.widget().deleteLater()

    # Editing

    def edit(self, make: Callable[[], Editor], field: str = "") -> None:
        """Write in place of what is shown."""
        if self.editor is not None:
            self.editor.enter(field)
            return
        self._clear()
        self.editor = make()
        self.editor.closed.connect(self._end)
        self.editor.complained.connect(self._show)
        title = self.title()
        if title is not None:
            self.put(title)
        self.put(Held(self.editor), 6)
        self.editor.enter(field)

    def _show(self, widget: QWidget) -> None:
        """Bring what stands in it into sight, where it lies in something that scrolls."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(widget)

    def commit(self) -> bool:
        """Save what is being written; False where that was not possible."""
        return self.editor is None or self.editor.commit()

    @property
    def unfinished(self) -> bool:
        """Whether something is being written that cannot be kept as it is."""
        return self.editor is not None and self.editor.refused

    def go_on(self) -> None:
        """Put the caret where one was writing."""
        if self.editor is not None:
            self.editor.enter()

    def to_finish(self) -> str:
        """What to say of an editor that cannot be left."""
        return _("Finish what you are writing first.")

    def _end(self) -> None:
        if self.editor is None:
            return  # one that added something says twice that it is closed
        self.editor = None
        self._shown = (self.view.id, self.key(self.view)) if self.view else None
        self.rebuild()
        self.edited.emit()

    def _drop_editor(self) -> None:
        if not self.editor.commit():
            self.editor.abandon()
        self.editor = None
        self._shown = None
