"""What the inspector shows while several claims are chosen: how many, and what is done to all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.i18n import _, ngettext
from annotator.ui.kit import Label, LinkButton, Themed
from annotator.ui.theme import Theme


def bulk_commands() -> tuple[tuple[str, str], ...]:
    """The board's commands that act on all chosen claims at once, and their texts."""
    return (
        ("claims.verdict", _("Verdict…")), ("claims.status", _("Status…")),
        ("claims.kind", _("Kind…")), ("claims.claimant", _("Said by…")),
        ("claims.assignee", _("Assignee…")), ("claims.merge", _("Merge the chosen ones")),
        ("claims.remove", _("Remove the claims")),
    )  # fmt: skip


class Several(Themed, QWidget):
    """``command_wanted``: one of the board's, and where to ask."""

    command_wanted = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = Label(theme, "", "serif_strong")
        self._labels = Label(theme, "", "small", "secondary", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._labels)
        for command, text in bulk_commands():
            link = LinkButton(theme, text)
            link.clicked.connect(lambda _on, c=command, at=link: self.command_wanted.emit(c, at))
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.follow(theme)

    def show_claims(self, labels: list[str]) -> None:
        """Say how many are chosen, and which."""
        count = len(labels)
        self._title.setText(
            ngettext("{n} claim chosen", "{n} claims chosen", count).format(n=count)
        )
        self._labels.setText(", ".join(labels))

    def retheme(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(12), px(14), px(12), px(20))
        self._column.setSpacing(px(6))
