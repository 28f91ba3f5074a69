"""Finding in the article: the matches, and going through them."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QRect, Signal

from annotator.ui.document_view import Passage
from annotator.ui.reader.find import FindBar
from annotator.ui.reader.hosting import HostedView

_ALIKE = {"'": "['’‘ʼ]", '"': '["“”„«»]', "-": "[-‐‑–—]"}


def find_matches(
    text: str, blocks: Iterable[Passage], query: str, *, case: bool = False, words: bool = False
) -> list[Passage]:
    """Where ``query`` stands in the blocks, in code points of ``text``. Runs of blanks are alike,
    and so are straight and curly quotes; ``case`` minds capitals, ``words`` takes whole words."""
    if not query.strip():
        return []
    pieces = ("".join(_ALIKE.get(c, re.escape(c)) for c in word) for word in query.split())
    pattern = r"\s+".join(pieces)
    if words:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    matcher = re.compile(pattern, 0 if case else re.IGNORECASE)
    return [match.span() for start, end in blocks for match in matcher.finditer(text, start, end)]


class Finding(QObject):
    """Joins the bar and the text. ``found_changed``: there is something found, or not."""

    found_changed = Signal(bool)

    def __init__(self, view: HostedView, bar: FindBar) -> None:
        super().__init__(bar)
        self._view, self._bar = view, bar
        self.found: Sequence[Passage] = ()
        self.current = -1
        bar.asked.connect(self._find)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)

    @property
    def hit(self) -> Passage | None:
        """The current hit."""
        return self.found[self.current] if self.found else None

    def open(self) -> None:
        """Ask what to find, beginning with what is selected."""
        session = self._view.session
        passage = self._view.selection() if session else None
        text = session.article.text[slice(*passage)] if session and passage else ""
        self._bar.open(text if "\n" not in text and len(text) < 80 else "")

    def show(self, query: str) -> bool:
        """Ask for what a search found; whether it stands in what is shown."""
        self._bar.open(query)
        return bool(self.found)

    def close(self) -> None:
        """Forget what was found; the current hit is selected."""
        if self._bar.isHidden():
            return
        hit, self.found, self.current = self.hit, (), -1
        self._bar.dismiss()
        self._view.set_found(())
        if hit is not None:
            self._view.set_selection(*hit)
        self._view.view.setFocus()
        self.found_changed.emit(False)

    def ask_again(self) -> None:
        """The text was set anew: other blocks may be shown."""
        if not self._bar.isHidden():
            self._bar.ask()

    def _find(self, query: str, case: bool, words: bool) -> None:
        session = self._view.session
        if session is None:
            return
        shown = self._view.view.passages()
        self.found = find_matches(session.article.text, shown, query, case=case, words=words)
        near = self._view.visible_range()[0]
        later = (at for at, (start, _end) in enumerate(self.found) if start >= near)
        self.current = next(later, 0) if self.found else -1
        self._show_hit()
        self.found_changed.emit(bool(self.found))

    def step(self, step: int) -> None:
        """Go to the next hit (1) or the one before (-1), round at the ends."""
        if self.found:
            self.current = (self.current + step) % len(self.found)
        self._show_hit()

    def _show_hit(self) -> None:
        hit = self.hit
        self._view.set_found(self.found, self.current)
        self._bar.show_count(self.current, len(self.found))
        if hit is not None:
            first, last = self._view.visible_range()
            if not first <= hit[0] < last:
                self._view.scroll_to(hit[0])

    def place(self, room: QRect) -> None:
        """Put the bar into the upper right corner of ``room``."""
        self._bar.place(room)
