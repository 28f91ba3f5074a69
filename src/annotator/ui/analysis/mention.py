"""One mention in the inside check: where it stands, and its words. A click goes there."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from annotator.checking.rows import Mention
from annotator.i18n import _
from annotator.ui.kit import Themed, paint
from annotator.ui.theme import Theme

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class MentionCell(Themed, QAbstractButton):
    """A button that shows a mention; the words at full length, in the article's own type."""

    def __init__(self, theme: Theme, mention: Mention, leads: bool) -> None:
        """``leads``: there is a place to go to."""
        super().__init__()
        self.mention = mention
        self._where, self._words = where_words(mention), " ".join(mention.text.split())
        self.setText(f"{self._where}: {self._words}")
        self.setAccessibleName(self.text())
        self.setEnabled(leads)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(_("Go to the passage"))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow(theme)

    def _parts(self, width: int) -> tuple[QRect, QRect]:
        """Where the part's name and the words stand in a cell of this width."""
        px = self.theme.px
        inner = max(1, width - 2 * px(8))
        small = QFontMetrics(self.theme.font("small_strong"))
        serif = QFontMetrics(self.theme.font("serif"))
        where = small.boundingRect(QRect(0, 0, inner, 10_000), _WRAPPED, self._where)
        words = serif.boundingRect(QRect(0, 0, inner, 10_000), _WRAPPED, self._words)
        top = px(6) + where.height() + px(2)
        return (
            QRect(px(8), px(6), inner, where.height()), QRect(px(8), top, inner, words.height())
        )  # fmt: skip

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._parts(width)[1].bottom() + 1 + self.theme.px(7)

    def sizeHint(self) -> QSize:
        width = self.theme.px(150)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(60), self.theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect = self.theme, QPainter(self), QRectF(self.rect())
        lively = self.isEnabled() and (self.underMouse() or self.hasFocus())
        border = theme.colour("accent" if lively else "hairline")
        paint.rounded(painter, rect, theme.px(6), theme.colour("paper"), border)
        where, words = self._parts(self.width())
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(where, _WRAPPED, self._where)
        painter.setFont(theme.font("serif"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(words, _WRAPPED, self._words)


def where_words(mention: Mention) -> str:
    """The part a mention stands in, and the word that says whether it happened or may."""
    names = {
        "headline": _("Headline"),
        "standfirst": _("Standfirst"),
        "caption": _("Caption"),
        "body": _("Text"),
    }
    part = names.get(mention.part) or mention.label or _("Source")
    return f"{part} · {mention.cue}" if mention.cue else part
