"""Pieces a card is stacked from. Each knows its height at a width, so no layout is asked."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.ui.cards.text import Lines, Run, elided, measure, soft
from annotator.ui.kit import (
    IconButton,
    KeyCap,
    LinkButton,
    MarkdownLabel,
    NumberBadge,
    TagChip,
    VerdictChip,
    paint,
)
from annotator.ui.theme import Theme


class Verb(StrEnum):
    """What a card asks for; the id that goes with it is named beside."""

    NOTE = "note"  # annotation
    TAGS = "tags"  # annotation
    CLAIM = "claim"  # annotation
    EDIT_CLAIM = "edit claim"  # claim
    SOURCE = "source"  # annotation or claim
    EDIT_SOURCE = "edit source"  # evidence
    UNFOLD = "unfold"  # evidence
    OPEN = "open"  # evidence
    COPY_LINK = "copy link"  # evidence
    REMOVE_SOURCE = "remove source"  # evidence
    FOLLOW = "follow"  # an address out of a note
    MENU = "menu"  # annotation
    GO = "go"  # annotation
    PREVIEW = "preview"  # annotation
    COPY = "copy"  # annotation
    DELETE = "delete"  # annotation


Act = Callable[[Verb, str], None]
Link = tuple[str, Verb, str]
"""Its text, what it asks for, and the id that goes with it."""


class Part(QWidget):
    """A piece of a card. Where it takes no mouse press, the card gets it.

    ``bleed`` is how far it reaches into the card's margins, px.
    """

    @property
    def bleed(self) -> int:
        return 0

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.act = theme, act

    def height_for(self, width: int) -> int:
        """The height in px at a width in px."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return []


def set_reachable(widget: QWidget, reachable: bool) -> None:
    """Whether Tab stops here: only on the open card, or hundreds were in the way."""
    policy = Qt.FocusPolicy.TabFocus if reachable else Qt.FocusPolicy.NoFocus
    widget.setFocusPolicy(policy)


class TextPart(Part):
    """Runs of text, and perhaps a colour's bar at the left or some words at the right."""

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._lines, self._right, self._colour, self._indented = Lines(theme), "", "", 0

    def fill(
        self,
        runs: Sequence[Run],
        *,
        colour: str = "",
        most: int = 0,
        right: str = "",
        indent: int = 0,
    ) -> "TextPart":
        """``colour`` is the mark's, "" for no bar; ``most`` lines are shown; ``right`` stands at
        the other end of the first line; ``indent`` in px at 100 %."""
        self._lines.set([Run(soft(run.text), run.role, run.token) for run in runs], most)
        self._colour, self._right, self._indented = colour, right, indent
        self.update()
        return self

    def _indent(self) -> int:
        return self.theme.px(13 if self._colour else self._indented)

    def _room(self, width: int) -> int:
        taken = measure(self.theme, self._right, "small") + self.theme.px(8) if self._right else 0
        return width - self._indent() - taken

    def height_for(self, width: int) -> int:
        least = self.theme.px(18) if self._right else 0
        return max(least, self._lines.height(self._room(width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._colour:
            bar = QRectF(0, 0, self.theme.px(4), self.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                bar.moveRight(self.width())
            painter.fillRect(bar, self.theme.mark(self._colour))
        self._lines.draw(painter, self._indent(), 0, self._room(self.width()))
        if self._right:
            painter.setFont(self.theme.font("small"))
            painter.setPen(self.theme.colour("secondary"))
            first = QRectF(0, 0, self.width(), self.theme.px(18))
            painter.drawText(first, _RIGHT, self._right)


class RulePart(Part):
    """A hairline between the claims of one passage."""

    def height_for(self, width: int) -> int:
        return 1

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("hairline"))


class NoteLabel(MarkdownLabel):
    """Markdown with the air between its lines that the rest of a card has."""

    def setHtml(self, html: str) -> None:
        super().setHtml("<style>p, li { line-height: 117%; }</style>" + html)


class NotePart(Part):
    """A note, or a claim's reasoning, as safe Markdown. On an open card a click on the words asks
    for ``verb``, one on a link to see where it leads."""

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._label = NoteLabel(theme, parent=self)
        self._label.link_activated.connect(lambda address: act(Verb.FOLLOW, address))
        self._verb, self._id = Verb.NOTE, ""
        self._most = 0
        for widget in (self._label, self._label.viewport()):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the card has one
        self._label.viewport().installEventFilter(self)

    def fill(self, markdown: str, verb: Verb, id: str, *, open: bool) -> "NotePart":
        """``id`` is what ``verb`` is about."""
        if markdown != self._label.markdown():
            self._label.set_markdown(markdown)
        self._verb, self._id = verb, id
        # Not all of a page-long note, unless its card is the one at work.
        self._most = 0 if open else self.theme.px(13 * 1.45 * 8)
        linked = "](" in markdown or "://" in markdown or "<" in markdown
        set_reachable(self._label, open and linked)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not open)
        return self

    def height_for(self, width: int) -> int:
        whole = self._label.heightForWidth(width)
        self._label.setGeometry(0, 0, width, whole)
        return min(whole, self._most) if self._most else whole

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and self._is_plain_click(event):
            self.act(self._verb, self._id)
            return True
        return super().eventFilter(watched, event)

    def _is_plain_click(self, event: QMouseEvent) -> bool:
        return (
            event.button() == Qt.MouseButton.LeftButton
            and not self._label.anchorAt(event.position().toPoint())
            and not self._label.textCursor().hasSelection()
        )

    def stops(self) -> list[QWidget]:
        return [self._label] if self._label.focusPolicy() & Qt.FocusPolicy.TabFocus else []


class HeadPart(Part):
    """Number, verdict or tags, and where it stands."""

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._badge = NumberBadge(theme, 1, parent=self)
        self._verdict = VerdictChip(theme, parent=self)
        self._cap = KeyCap(theme, "", parent=self)
        self._tags: list[TagChip] = []
        self._edit = IconButton(theme, "pencil", "", size=22, token="secondary", parent=self)
        self._menu = IconButton(
            theme, "ellipsis", _("More"), size=22, token="secondary", parent=self
        )
        self._menu.clicked.connect(lambda: act(Verb.MENU, self._id))
        self._edit.clicked.connect(lambda: act(*self._edits))
        self._id, self._edits = "", (Verb.NOTE, "")
        self._icon, self._trouble, self._right, self._title = "", ("", ""), "", ""
        self._hint: tuple[str, str, str] | None = None
        self._right_at = QRectF()
        self._trouble_at = QRectF()
        self._title_at = QRectF()

    def fill(
        self, id: str, *, number: int | None = None, private: bool = False, page: bool = False,
        first: bool = True, open: bool = False, verdict: tuple[str, str] | None = None,
        title: str = "", trouble: tuple[str, str] = ("", ""), tags: Sequence[str] = (),
        right: str = "", hint: tuple[str, str, str] | None = None,
        edits: tuple[Verb, str] | None = None, menu: bool = False,
    ) -> "HeadPart":  # fmt: skip
        """``verdict`` is (name, tone), ("", "none") without one, None where there is no claim;
        ``hint`` is a key with words around it, in place of ``right``; ``edits`` is what the pencil
        asks for, None for no pencil."""
        self._id, self._trouble, self._right, self._title = id, trouble, right, title
        self._hint = hint
        self._cap.setVisible(hint is not None)
        if hint is not None:
            self._cap.set_key(hint[1])
        self._icon = "file-text" if page and not private and first else ""
        self._badge.setVisible(first and (private or number is not None))
        if self._badge.isVisibleTo(self):
            self._badge.set_number(None if private else number)
            self._badge.set_current(open)
        self._verdict.setVisible(verdict is not None)
        if verdict is not None:
            self._verdict.set_verdict(*verdict)
        self._fill_tags(tags, open)
        self._fill_buttons(edits, menu)
        self.update()
        return self

    def set_number(self, number: int | None) -> None:
        """Only the number is another one."""
        self._badge.set_number(number)

    def _fill_tags(self, tags: Sequence[str], open: bool) -> None:
        while len(self._tags) < len(tags):
            chip = TagChip(self.theme, "", parent=self)
            chip.clicked.connect(lambda _path: self.act(Verb.TAGS, self._id))
            self._tags.append(chip)
        for at, chip in enumerate(self._tags):
            chip.setVisible(at < len(tags))
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not open)
            if at < len(tags) and chip.path != tags[at]:
                chip.path = tags[at]
                chip.setAccessibleName(_("Tag {path}").format(path=chip.path))
                chip.update()

    def _fill_buttons(self, edits: tuple[Verb, str] | None, menu: bool) -> None:
        self._edit.setVisible(edits is not None)
        self._menu.setVisible(menu)
        set_reachable(self._edit, edits is not None)
        set_reachable(self._menu, menu)
        if edits is not None:
            self._edits = edits
            preview = edits[0] == Verb.PREVIEW
            self._edit.set_icon("eye" if preview else "pencil")
            self._edit.set_name(_("Preview") if preview else _("Edit claim"))

    def stops(self) -> list[QWidget]:
        return [w for w in (self._edit, self._menu) if w.isVisibleTo(self)]

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
            painter.drawText(self._title_at, _LEFT, self._title)
        if self._hint is not None:
            painter.drawText(self._right_at, _LEFT, self._hint[0])
            painter.drawText(self._right_at, _RIGHT, self._hint[2])
        elif self._right:
            right = elided(theme, self._right, "small", self._right_at.width() + 1)
            painter.drawText(self._right_at, _RIGHT, right)
        if self._trouble[0]:
            _paint_warning(painter, theme, self._trouble_at, *self._trouble)


class LinePart(Part):
    """A whole annotation in one line: number, passage, first tag or verdict."""

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._badge = NumberBadge(theme, 1, parent=self)
        self._verdict = VerdictChip(theme, parent=self)
        self._tag = TagChip(theme, "", parent=self)
        self._tag.clicked.connect(lambda _path: act(Verb.TAGS, self._id))
        self._id, self._text, self._role, self._colour, self._icons = "", "", "", "", ()
        self._left, self._right = 0, 0

    def fill(
        self, id: str, text: str, *, number: int | None, private: bool, colour: str,
        verdict: tuple[str, str] | None, tag: str, icons: Sequence[tuple[str, str]] = (),
    ) -> "LinePart":  # fmt: skip
        """``icons`` are (icon, token) signs of what else there is; ``colour`` "" without bar."""
        self._id, self._text, self._colour, self._icons = id, text, colour, tuple(icons)
        self._role = "serif" if colour else "ui"
        self._badge.setVisible(private or number is not None)
        if private or number is not None:
            self._badge.set_number(None if private else number)
            self._badge.set_current(False)
        self._verdict.setVisible(verdict is not None)
        if verdict is not None:
            self._verdict.set_verdict(*verdict)
        self._tag.setVisible(bool(tag) and verdict is None)
        if tag:
            self._tag.path = tag
            self._tag.setAccessibleName(_("Tag {path}").format(path=tag))
            self._tag.update()
        self.update()
        return self

    def set_number(self, number: int | None) -> None:
        """Only the number is another one."""
        self._badge.set_number(number)

    def height_for(self, width: int) -> int:
        line, gap = self.theme.px(21), self.theme.px(8)
        self._left = 0
        if self._badge.isVisibleTo(self):
            size = self._badge.sizeHint()
            self._badge.setGeometry(0, (line - size.height()) // 2, size.width(), size.height())
            self._left = size.width() + gap
        self._right = width
        for chip in (self._verdict, self._tag):
            if chip.isVisibleTo(self):
                size = chip.sizeHint()
                wide = min(size.width(), width * 2 // 5)
                self._right -= wide
                chip.setGeometry(self._right, (line - size.height()) // 2, wide, size.height())
                self._right -= gap
        return line

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, left, right = QPainter(self), self.theme, self._left, self._right
        if self._colour:
            painter.fillRect(QRectF(left, 0, theme.px(4), self.height()), theme.mark(self._colour))
            left += theme.px(13)
        side = theme.px(13)
        for icon, token in self._icons:
            right -= side
            paint.icon(
                painter, theme, icon, token, QRectF(right, (self.height() - side) // 2, side, side)
            )
            right -= theme.px(6)
        painter.setFont(theme.font(self._role))
        painter.setPen(theme.colour("ink"))
        text = elided(theme, self._text, self._role, right - left)
        painter.drawText(QRectF(left, 0, right - left, self.height()), _LEFT, text)


class LinksPart(Part):
    """Commands that read like links, with some quiet words or a warning between them."""

    @property
    def bleed(self) -> int:
        return self.theme.px(3) + 2  # a link's padding and the frame of its focus

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._pool: list[LinkButton] = []
        self._wanted: list[tuple[Verb, str]] = []
        self._left = 0
        self._words, self._warning, self._indent = "", False, 0
        self._words_at = QRectF()

    def fill(
        self, left: Sequence[Link] = (), right: Sequence[Link] = (),
        *, words: str = "", warning: bool = False, reachable: bool = False, indent: int = 0,
    ) -> "LinksPart":  # fmt: skip
        """``words`` stand right; a warning at the left where no link is."""
        self._words, self._warning, self._left = words, warning, len(left)
        self._indent = indent
        links = [*left, *right]
        self._wanted = [(verb, id) for _text, verb, id in links]
        while len(self._pool) < len(links):
            self._pool.append(self._button(len(self._pool)))
        for at, button in enumerate(self._pool):
            button.setVisible(at < len(links))
            set_reachable(button, reachable and at < len(links))
            if at < len(links) and button.text() != links[at][0]:
                button.setText(links[at][0])
        self.update()
        return self

    def _button(self, at: int) -> LinkButton:
        button = LinkButton(self.theme, "", parent=self)
        button.clicked.connect(lambda: self.act(*self._wanted[at]))
        return button

    def stops(self) -> list[QWidget]:
        return [button for button in self._pool[: len(self._wanted)] if button.focusPolicy()]

    def height_for(self, width: int) -> int:
        line, gap = self.theme.px(20), self.theme.px(5)
        x, y = self.theme.px(self._indent), 0
        if self._warning and not self._left:
            x = self._place_words(self.bleed, y, line, width) + gap
        for button in self._pool[: self._left]:
            wide = button.sizeHint().width()
            if x + wide > width and x > self.theme.px(self._indent):
                x, y = self.theme.px(self._indent), y + line
            button.setGeometry(x, y, wide, line)
            x += wide + gap
        return self._place_right(x, y, line, width) + line

    def _place_right(self, x: int, y: int, line: int, width: int) -> int:
        buttons = self._pool[self._left : len(self._wanted)]
        wide = sum(button.sizeHint().width() + self.theme.px(10) for button in buttons)
        words = self._words and (self._left or not self._warning)
        if words:
            wide += self._measure(self._words) + self.theme.px(10)
        if wide and x + wide - self.theme.px(10) > width and x > 0:
            y += line
        at = width
        for button in reversed(buttons):
            at -= button.sizeHint().width()
            button.setGeometry(at, y, button.sizeHint().width(), line)
            at -= self.theme.px(10)
        if words:
            at -= self.bleed
            room = self._measure(self._words)
            self._place_words(at - room, y, line, at)
        return y

    def _measure(self, text: str) -> int:
        role = "small_strong" if self._warning else "small"
        return measure(self.theme, text, role) + (self.theme.px(19) if self._warning else 0)

    def _place_words(self, x: int, y: int, line: int, limit: int) -> int:
        wide = min(self._measure(self._words), limit - x)
        self._words_at = QRectF(x, y, wide, line)
        return x + wide

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        painter, theme = QPainter(self), self.theme
        if self._warning:
            _paint_warning(painter, theme, self._words_at, self._words, "middling")
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(self._words_at, _RIGHT, self._words)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _paint_warning(painter: QPainter, theme: Theme, rect: QRectF, text: str, token: str) -> None:
    side = theme.px(13)
    top = rect.top() + (rect.height() - side) // 2
    paint.icon(painter, theme, "triangle-alert", token, QRectF(rect.left(), top, side, side))
    painter.setFont(theme.font("small_strong"))
    painter.setPen(theme.colour(token))
    painter.drawText(rect.adjusted(theme.px(18), 0, theme.px(4), 0), _LEFT, text)
