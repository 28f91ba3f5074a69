"""The bar of voices: counts that lead to their sentences, and which tint means whom."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.i18n import _, ngettext
from annotator.library.inspecting.found import Voiced, VoiceTally
from annotator.ui.analysis.bar import LookBar
from annotator.ui.analysis.voices import LINKED, SOURCED
from annotator.ui.kit import ElidedLabel, FlowLayout, Label, LinkButton, Themed, announce, paint
from annotator.ui.marks import tints
from annotator.ui.marks.lines import draw_line
from annotator.ui.marks.tints import VOICES
from annotator.ui.theme import Theme

SWATCH = 22
"""px at 100 %: how wide a sample of a tint is."""


class VoiceBar(LookBar):
    """``wanted`` carries the kind of sentence to go to: see ``voices.is_of``."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(theme, _("Whose voice"), key)

    def _fill(self) -> None:
        theme = self.theme
        self.says = Label(theme, "", "small", "secondary")
        self.counts = {kind: LinkButton(theme, "") for kind in (SOURCED, LINKED)}
        self.who = ElidedLabel(theme, "", "small")
        self.head.addWidget(self.who, 1)
        legend = QWidget()
        self._flow = FlowLayout(legend)
        self._flow.addWidget(self.says)
        for kind, button in self.counts.items():
            button.clicked.connect(lambda _on=False, kind=kind: self.wanted.emit(kind))
            self._flow.addWidget(button)
        self.legend = {voice: LegendButton(theme, voice) for voice in VOICES}
        for voice, button in self.legend.items():
            button.clicked.connect(lambda _on=False, voice=voice: self.wanted.emit(voice))
            self._flow.addWidget(button)
        self.foot.addWidget(legend, 1)

    def show_busy(self) -> None:
        """The article is being looked through."""
        self.says.setText(_("Looking through the article…"))
        for button in (*self.counts.values(), *self.legend.values()):
            button.setEnabled(False)
        self.who.setText("")

    def show_voices(self, tally: VoiceTally, at: Voiced | None) -> None:
        """The counts, and who says the sentence at hand."""
        words = sentence_words(tally)
        self.says.setText(words[0])
        for (kind, button), text in zip(self.counts.items(), words[1:], strict=True):
            button.setText(text)
            button.setEnabled(bool(tally.with_named_source if kind == SOURCED else tally.linked))
        for voice, button in self.legend.items():
            button.show_count(getattr(tally, voice))
        self._flow.invalidate()
        who = speaker_words(at) if at is not None else ""
        if who and who != self.who.text():
            announce(self, who)
        self.who.setText(who)

    def retheme(self) -> None:
        self._flow.set_gaps(self.theme.px(12), self.theme.px(3))
        super().retheme()


class LegendButton(Themed, QPushButton):
    """A tint with its line, whose voice it is, and how many sentences are in it."""

    def __init__(self, theme: Theme, voice: str) -> None:
        super().__init__()
        self._voice = voice
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("{voice}: go to the next such sentence").format(voice=voice_tip(voice)))
        self.show_count(0)
        self.follow(theme)

    def show_count(self, count: int) -> None:
        """How many sentences are in this voice."""
        self.setText(_("{voice} {count}").format(voice=voice_name(self._voice), count=count))
        self.setEnabled(count > 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = self.theme
        metrics = QFontMetrics(theme.font("small"))
        width = theme.px(SWATCH + 12) + metrics.horizontalAdvance(self.text())
        return QSize(width, max(metrics.height(), theme.px(18)) + theme.px(6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect = self.theme, QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, theme.px(5))
        height = theme.px(14)
        swatch = QRectF(theme.px(3), (rect.height() - height) / 2, theme.px(SWATCH), height)
        paint.rounded(painter, swatch, 2, tints.ground(theme.tokens, self._voice))
        drawn = tints.line(theme.tokens, self._voice)
        if drawn is not None:
            draw_line(painter, [swatch.adjusted(0, 0, 0, -2)], *drawn)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "secondary"))
        rect.setLeft(swatch.right() + theme.px(6))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.text())


def voice_name(voice: str) -> str:
    """What a voice is called in the legend."""
    return {
        "own": _("own"),
        "named": _("named"),
        "unnamed": _("unnamed"),
        "quoted": _("quoted"),
    }[voice]


def voice_tip(voice: str) -> str:
    """What a voice is."""
    return {
        "own": _("The article says so itself"),
        "named": _("Laid to somebody by name"),
        "unnamed": _("Laid to somebody without a name"),
        "quoted": _("In somebody’s own words"),
    }[voice]


def sentence_words(tally: VoiceTally) -> tuple[str, str, str]:
    """“24 sentences, 6 with a named source, 0 linked”, in the three parts that it has."""
    count = tally.sentences
    said = ngettext("{count} sentence,", "{count} sentences,", count).format(count=count)
    named = _("{count} with a named source,").format(count=tally.with_named_source)
    return said, named, _("{count} linked").format(count=tally.linked)


def speaker_words(one: Voiced) -> str:
    """Who says a sentence."""
    said, source = one.sentence, one.sentence.source
    if said.voice == "own":
        return _("The article says so itself")
    if not source:
        return _("Quoted; who says it is not told") if said.voice == "quoted" else _("Nobody named")
    return _("Said by: {source}").format(source=source)
