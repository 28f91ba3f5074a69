"""What sections of the inspector are stacked from."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.ui.cards.editor import Editor
from annotator.ui.cards.parts import Part, TextPart
from annotator.ui.cards.text import Run
from annotator.ui.kit import Label, LinkButton, SectionHeading
from annotator.ui.kit.roles import Role
from annotator.ui.theme import Theme


class Held(QWidget):
    """A piece of a card, or an editor, in a layout: as high as it says for its width."""

    def __init__(self, inner: Part | Editor) -> None:
        super().__init__()
        self.inner = inner
        inner.setParent(self)
        if type(inner) is TextPart:  # on a card it is read with the card
            inner.spoken_as = Role.StaticText
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if isinstance(inner, Editor):
            inner.resized.connect(self.fit)
            inner.installEventFilter(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.inner.height_for(width)

    def sizeHint(self) -> QSize:
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 300
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 10)

    def fit(self) -> None:
        """Another height is needed."""
        self.updateGeometry()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Fields know how high they are only once they have their style, which is when they show.
        laid = event.type() == QEvent.Type.LayoutRequest
        if laid and self.inner.height_for(self.width()) != self.height():
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        self.inner.setGeometry(0, 0, self.width(), self.inner.height_for(self.width()))


def words(
    theme: Theme, runs: Sequence[Run], *, colour: str = "", right: str = "", most: int = 0,
    rtl: bool = False,
) -> Held:  # fmt: skip
    """Running text, perhaps behind a mark's bar."""
    part = TextPart(theme, lambda _verb, _id: None, None)
    held = Held(part)
    part.fill(runs, colour=colour, right=right, most=most, rtl=rtl)
    part.setAccessibleName("".join(run.text for run in runs))
    return held


def heading(
    theme: Theme, text: str, said: str = "", link: str = "", do: Callable[[], object] | None = None
) -> QWidget:
    """A section's title, what is to be said beside it, and a command at the right."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, theme.px(14), 0, theme.px(2))
    row.setSpacing(theme.px(8))
    row.addWidget(SectionHeading(theme, text))
    row.addWidget(Label(theme, said, "small", "secondary"), 1)
    if link and do is not None:
        button = LinkButton(theme, link)
        button.clicked.connect(lambda: do())
        row.addWidget(button)
    return line
