"""A card's first line."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.ui.cards.parts import LEFT, RIGHT, Act, Part, Verb, paint_warning, set_reachable
from annotator.ui.cards.text import elided, measure
from annotator.ui.kit import IconButton, KeyCap, NumberBadge, TagChip, VerdictButton, paint
from annotator.ui.theme import Theme


class HeadPart(Part):
    """Number, verdict or tags, and where it stands."""

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._badge = NumberBadge(theme, 1, parent=self)
        self._verdict = VerdictButton(theme, _("Change the verdict"), parent=self)
        self._verdict.clicked.connect(lambda: act(Verb.JUDGE, self._claim))
        self._cap = KeyCap(theme, "", parent=self)
        self._tags: list[TagChip] = []
        self._edit = IconButton(theme, "pencil", "", size=22, token="secondary", parent=self)
        self._menu = IconButton(
            theme, "ellipsis", _("More"), size=22, token="secondary", parent=self
        )
        self._menu.clicked.connect(lambda: act(*self._opens))
        self._edit.clicked.connect(lambda: act(*self._edits))
        self._id, self._claim = "", ""
        self._edits, self._opens = (Verb.NOTE, ""), (Verb.MENU, "")
        self._icon, self._trouble, self._right, self._title = "", ("", ""), "", ""
        self._hint: tuple[str, str, str] | None = None
        self._right_at = QRectF()
        self._trouble_at = QRectF()
        self._title_at = QRectF()

    def fill(
        self, id: str, *, number: int | None = None, private: bool = False, page: bool = False,
        first: bool = True, open: bool = False, verdict: tuple[str, str] | None = None,
        title: str = "", trouble: tuple[str, str] = ("", ""), tags: Sequence[str] = (),
        right: str = "", hint: tuple[str, str, str] | None = None, claim: str = "",
        edits: tuple[Verb, str] | None = None, menu: tuple[Verb, str] | None = None,
    ) -> "HeadPart":  # fmt: skip
        """``verdict`` is (name, tone), ("", "none") without one, None where there is no claim;
        ``claim`` is the one it is about; ``hint`` is a key with words around it, in place of
        ``right``; ``edits`` and ``menu`` are what pencil and dots ask for, None for none."""
        self._id, self._trouble, self._right, self._title = id, trouble, right, title
        self._hint = hint
        self._cap.show_if(hint is not None)
        if hint is not None:
            self._cap.set_key(hint[1])
        self._icon = "file-text" if page and not private and first else ""
        self._badge.show_if(first and (private or number is not None))
        if self._badge.isVisibleTo(self):
            self._badge.set_number(None if private else number)
            self._badge.set_current(open)
        self._verdict.show_if(verdict is not None)
        if verdict is not None:
            self._verdict.set_verdict(*verdict)
        self._claim = claim
        set_reachable(self._verdict, open and verdict is not None)
        self._fill_tags(tags, open)
        self._fill_buttons(edits, menu)
        self.update()
        return self

    def set_number(self, number: int | None) -> None:
        """Only the number is another one."""
        if self._badge.isVisibleTo(self):
            self._badge.set_number(number)

    def menu_corner(self, what: tuple[Verb, str]) -> QPoint | None:
        """Where the menu that is about ``what`` opens, on the screen; None where it is another
        one's, or none."""
        if self._opens != what or not self._menu.isVisible():
            return None
        return self._menu.mapToGlobal(self._menu.rect().bottomLeft())

    def _fill_tags(self, tags: Sequence[str], open: bool) -> None:
        while len(self._tags) < len(tags):
            chip = TagChip(self.theme, "", parent=self)
            chip.clicked.connect(lambda _path: self.act(Verb.TAGS, self._id))
            self._tags.append(chip)
        for at, chip in enumerate(self._tags):
            chip.setVisible(at < len(tags))
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not open)
            chip.show_tags(tags[at : at + 1])

    def _fill_buttons(
        self, edits: tuple[Verb, str] | None, menu: tuple[Verb, str] | None
    ) -> None:  # fmt: skip
        self._opens = menu or self._opens
        for button, asks in ((self._edit, edits), (self._menu, menu)):
            button.setVisible(asks is not None)
            set_reachable(button, asks is not None)
        if edits is not None:
            self._edits = edits
            preview = edits[0] == Verb.PREVIEW
            self._edit.set_icon("eye" if preview else "pencil")
            self._edit.set_name(_("Preview") if preview else _("Edit claim"))

    def stops(self) -> list[QWidget]:
        judging = [self._verdict] if self._verdict.focusPolicy() else []
        return [w for w in (*judging, self._edit, self._menu) if w.isVisibleTo(self)]

    def height_for(self, width: int) -> int:
        line, gap = self.theme.px(22), self.theme.px(7)
        buttons = self._place_buttons(width, line)
        right = self._place_right(buttons, 0, line)
        x, y = self._place_first(line, gap), 0
        if x > right + gap and right < buttons:  # large type: the words go below
            self._place_right(width, line, line)
            x, y, right = (x, y, buttons) if not self._tags_shown() else (0, 2 * line, width)
        bottom = self._place_flowing(x, y, right, width)
        return max(bottom, round(self._right_at.bottom()) if self._right or self._hint else 0)

    def _tags_shown(self) -> bool:
        return bool(self._trouble[0]) or any(chip.isVisibleTo(self) for chip in self._tags)

    def _place_flowing(self, x: int, y: int, right: int, width: int) -> int:
        line, gap = self.theme.px(22), self.theme.px(7)
        x, y = self._place_trouble(x, y, right, line, gap)
        for chip in (chip for chip in self._tags if chip.isVisibleTo(self)):
            size = chip.sizeHint()
            room = right if y == 0 else width
            if x + size.width() > room and x > 0 and (y == 0 or x + size.width() > width):
                x, y = 0, y + line + self.theme.px(2)
                room = width
            chip.setGeometry(
                x, y + (line - size.height()) // 2, min(size.width(), room - x), size.height()
            )
            x += chip.width() + self.theme.px(5)
        return y + line

    def _place_buttons(self, width: int, line: int) -> int:
        x = width
        for button in (self._menu, self._edit):
            if button.isVisibleTo(self):
                x -= button.width()
                button.move(x, (line - button.height()) // 2)
        return x - (self.theme.px(4) if x < width else 0)

    def _place_right(self, right: int, top: int, line: int) -> int:
        if self._hint is not None:
            return self._place_hint(self._hint, right, top, line)
        if not self._right:
            return right
        wide = min(measure(self.theme, self._right, "small"), right)
        self._right_at = QRectF(right - wide, top, wide, line)
        return right - wide - self.theme.px(8)

    def _place_hint(self, hint: tuple[str, str, str], right: int, top: int, line: int) -> int:
        gap = self.theme.px(5)
        after = measure(self.theme, hint[2], "small")
        size = self._cap.sizeHint()
        x = right - after - gap - size.width()
        middle = top + (line - size.height()) // 2
        self._cap.setGeometry(x, middle, size.width(), size.height())
        before = measure(self.theme, hint[0], "small") + gap if hint[0] else 0
        self._right_at = QRectF(x - before, top, right - x + before, line)
        return x - before - gap

    def _place_first(self, line: int, gap: int) -> int:
        x = self.theme.px(19) + gap if self._icon else 0
        for widget in (self._badge, self._verdict):
            if widget.isVisibleTo(self):
                size = widget.sizeHint()
                top = (line - size.height()) // 2
                widget.setGeometry(x, top, size.width(), size.height())
                x += size.width() + gap
        if self._title:
            self._title_at = QRectF(x, 0, measure(self.theme, self._title, "small"), line)
            x += round(self._title_at.width()) + gap
        return x

    def _place_trouble(self, x: int, y: int, right: int, line: int, gap: int) -> tuple[int, int]:
        if not self._trouble[0]:
            return x, y
        wide = measure(self.theme, self._trouble[0], "small_strong") + self.theme.px(19)
        if x + wide > right and x > 0:
            x, y = 0, y + line
        self._trouble_at = QRectF(x, y, wide, line)
        return x + wide + gap, y

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        if self._icon:
            side = theme.px(15)
            place = QRectF(theme.px(2), (theme.px(22) - side) // 2, side, side)
            paint.icon(painter, theme, self._icon, "secondary", place)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        if self._title:
            painter.drawText(self._title_at, LEFT, self._title)
        if self._hint is not None:
            painter.drawText(self._right_at, LEFT, self._hint[0])
            painter.drawText(self._right_at, RIGHT, self._hint[2])
        elif self._right:
            right = elided(theme, self._right, "small", self._right_at.width() + 1)
            painter.drawText(self._right_at, RIGHT, right)
        if self._trouble[0]:
            paint_warning(painter, theme, self._trouble_at, *self._trouble)
