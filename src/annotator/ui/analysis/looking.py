"""What of the open article is tinted: sentences worth a look, or voices; and the bar over it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.library import ArticleSession
from annotator.library.inspecting.analysis import SPOTTING, VOICE
from annotator.library.inspecting.inspecting import tally
from annotator.ui.analysis.thinking import Thinking
from annotator.ui.analysis.voice_bar import VoiceBar
from annotator.ui.analysis.voices import Voices
from annotator.ui.analysis.worth import Worth
from annotator.ui.analysis.worth_bar import Keys, WorthBar
from annotator.ui.document_view import DocumentView, Passage
from annotator.ui.marks.tints import NO_TINTS, Tints
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.analysis.bar import LookBar

WORTH, VOICES = "worth", "voice"
_KINDS = {WORTH: SPOTTING, VOICES: VOICE}


class Looking(QObject):
    """``mode`` is ``worth``, ``voice`` or ``""``. ``changed``: another sentence is at hand, or
    none. ``gone_to`` carries its place (start, end)."""

    changed = Signal()
    gone_to = Signal(int, int)

    def __init__(
        self, theme: Theme, view: DocumentView, keys: Keys, threshold: float, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self.session: ArticleSession | None = None
        self._ready = False
        self._tally = tally([])
        self.mode, self.threshold = "", threshold
        self.worth, self.voices = Worth(), Voices()
        self.worth_bar = WorthBar(theme, keys)
        self.worth_bar.set_threshold(threshold)
        self.worth_bar.threshold_changed.connect(self.set_threshold)
        self.worth_bar.stepped.connect(self.step)
        self.voice_bar = VoiceBar(theme, keys("look.voice"))
        self.voice_bar.wanted.connect(lambda kind: self.step(1, kind))
        self.bars: dict[str, LookBar] = {WORTH: self.worth_bar, VOICES: self.voice_bar}
        self.thinking = Thinking(self)
        self.thinking.found.connect(lambda kind: self._found(kind))

    # What is shown

    def set_session(self, session: ArticleSession | None) -> None:
        """Another article is open, or none."""
        self.session = session
        self.worth.start_anew()
        self.voices.start_anew()
        self.refresh()

    def set_mode(self, mode: str) -> None:
        """Tint sentences worth a look, voices, or nothing."""
        self.mode = mode
        for name, bar in self.bars.items():
            bar.setVisible(name == mode)
        self.refresh()

    def set_threshold(self, threshold: float) -> None:
        """From which score on sentences are offered."""
        self.threshold = threshold
        if self.mode == WORTH:
            self.refresh()

    def refresh(self) -> None:
        """Show what is to be shown now; what is not known yet is found out first."""
        session, kind = self.session, _KINDS.get(self.mode)
        self._ready = False
        if session is None or kind is None:
            self.thinking.forget()
            self._tint(NO_TINTS)
            return
        analysis = session.library.inspecting.analysis(session.id)
        if analysis.has(kind):
            self._show()
        else:
            self.bars[self.mode].show_busy()
            self._tint(NO_TINTS)
            self.thinking.want(kind, analysis)

    def _found(self, kind: str) -> None:
        if kind == _KINDS.get(self.mode):
            self.refresh()

    def _show(self) -> None:
        inspecting, id = self.session.library.inspecting, self.session.id
        self._ready = True
        self.bars[self.mode].show_limits(inspecting.limits(id))
        if self.mode == WORTH:
            self.worth.show(inspecting.suggestions(id, self.threshold))
        else:
            self.voices.show(inspecting.voices(id))
            self._tally = tally(self.voices.sentences)
        self._show_place()

    def _show_place(self) -> None:
        if self.mode == WORTH:
            self.worth_bar.show_offers(self.worth.coverage, self.worth.offer())
            self._tint(self.worth.tints())
        else:
            voices = self.voices
            self.voice_bar.show_voices(self._tally, voices.sentence())
            self._tint(voices.tints())

    def _tint(self, tints: Tints) -> None:
        if self.session is not None:
            self._view.set_tints(tints)
        self.changed.emit()

    # From sentence to sentence

    @property
    def at_hand(self) -> Passage | None:
        """The suggestion at hand, while it is open."""
        return self.worth.current if self.mode == WORTH and self._ready else None

    def step(self, step: int, kind: str = "") -> None:
        """Go to the next (1) or the previous (-1) sentence; among voices of a ``kind``."""
        if not self._ready:
            return
        if self.mode == WORTH:
            self.worth.step(step, self._here())
            place = self.worth.current
        else:
            voiced = self.voices.step(step, self._here(), kind)
            place = self.voices.current if voiced else None
        self._show_place()
        if place is not None:
            self.gone_to.emit(*place)

    def come_to(self, offset: int) -> None:
        """The caret was put there: the sentence under it is at hand."""
        shown = self.worth if self.mode == WORTH else self.voices
        if self._ready and shown.come_to(offset):
            self._show_place()

    def _here(self) -> int:
        """Where one is: at the caret while that is in sight, else where sight begins."""
        start, end = self._view.visible_range()
        caret = self._view.caret()
        return caret if start <= caret < end else start
