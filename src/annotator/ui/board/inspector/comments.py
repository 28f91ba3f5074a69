"""What people say about the claim, and what comes next."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from annotator.i18n import _
from annotator.library import Library
from annotator.model import Comment
from annotator.ui.board.inspector.pieces import Held, heading
from annotator.ui.board.inspector.section import Section
from annotator.ui.board.inspector.view import ClaimDesk, ClaimView
from annotator.ui.cards import threads
from annotator.ui.cards.comment_part import CommentPart
from annotator.ui.cards.parts import Verb
from annotator.ui.kit import OutlineButton


class CommentSection(Section):
    """The thread, written in place."""

    library: Library

    def title(self) -> QWidget:
        return heading(self.theme, _("Comments"))

    def key(self, view: ClaimView) -> object:
        return view.claim.comments

    def build(self, view: ClaimView) -> None:
        comments = view.claim.comments
        settled = threads.is_resolved(comments)
        said = _("resolved") if settled else ""
        link = _("Reply…") if comments else _("Write…")
        self.put(heading(self.theme, _("Comments"), said, link, self.begin))
        for at, comment in enumerate(comments):
            part = CommentPart(self.theme, self._act, None)
            held = Held(part)
            part.fill(comment, ruled=at == 0)
            self.put(held, 2)

    def _act(self, verb: Verb, id: str) -> None:
        found = [c for c in self.view.claim.comments if c.id == id]
        if verb == Verb.COMMENT_MENU and found:
            part = next(p for p in self.findChildren(CommentPart) if p.comment_id == id)
            self.menu(found[0]).popup(part.menu_corner() or QPoint())

    def menu(self, comment: Comment) -> QMenu:
        """What can be done with a comment, and with the thread."""
        menu, desk = QMenu(self), ClaimDesk(self.library, self.view)
        menu.aboutToHide.connect(menu.deleteLater)
        own = comment.author == self.library.store.identity.person
        if own:
            menu.addAction(_("Edit"), partial(self.begin, comment))
        settled, id = threads.is_resolved(self.view.claim.comments), self.view.id
        menu.addAction(
            _("Reopen") if settled else _("Resolve"),
            lambda: self._saver.save(lambda: desk.resolve(id, not settled)),
        )
        if own:
            menu.addSeparator()
            menu.addAction(
                _("Remove"), lambda: self._saver.save(lambda: desk.remove_comment(comment.id))
            )
        return menu

    def begin(self, comment: Comment | None = None) -> None:
        """Write a comment, a new one unless told which."""
        from annotator.ui.cards.comment_editor import CommentEditor

        if self.view is None:
            return
        desk = ClaimDesk(self.library, self.view)
        self.edit(
            partial(
                CommentEditor, self.theme, self._saver, desk, self.view.id, comment,
                find=desk.find_comment,
            )
        )  # fmt: skip


class NextSection(Section):
    """Buttons for what comes next. ``wanted``: a command of the board and the button."""

    wanted = Signal(str, object)

    def key(self, view: ClaimView) -> object:
        return view.claim.status

    def build(self, view: ClaimView) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(8))
        approve = (_("Approve"), "check", "claims.approve")
        back = (_("Send back…"), "", "claims.send_back")
        ask = (_("Ask for review…"), "eye", "claims.ask")
        assign = (_("Assign…"), "", "claims.assignee")
        asked = view.claim.status == "to review"
        buttons = [approve, back, assign] if asked else [ask, approve, assign]
        for text, icon, command in buttons:
            button = OutlineButton(self.theme, text, icon, compact=True)
            button.clicked.connect(lambda _on=False, c=command, b=button: self.wanted.emit(c, b))
            row.addWidget(button)
        row.addStretch(1)
        self.put(line, 16)
