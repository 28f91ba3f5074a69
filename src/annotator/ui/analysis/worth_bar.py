"""The bar of sentences worth a look: how far one is, the one at hand, what becomes of it."""

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSlider

from annotator.i18n import _, ngettext
from annotator.library.inspecting.found import Offer
from annotator.ui.analysis.bar import LookBar
from annotator.ui.kit import (
    ElidedLabel,
    IconButton,
    KeyCap,
    Label,
    OutlineButton,
    ProgressLine,
    announce,
    with_key,
)
from annotator.ui.theme import Theme

STOPS = (
    0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98,
    0.99,
)  # fmt: skip
"""The slider's stops: scores from which a sentence is offered. The model is seldom in doubt, so
they are closer where most scores are."""
ROOMY, TIGHT = 560, 360
"""px at 100 %: a bar narrower than the first leaves out what can be done without, than the second
what buttons say."""
Keys = Callable[[str], str]
"""The key of a command as it can be pressed now, "" for none."""


class WorthBar(LookBar):
    """``stepped`` carries 1 or -1, ``threshold_changed`` a score; ``claim_wanted`` and
    ``dismiss_wanted`` are about the sentence at hand."""

    stepped = Signal(int)
    claim_wanted = Signal()
    dismiss_wanted = Signal()
    threshold_changed = Signal(float)

    def __init__(self, theme: Theme, keys: Keys) -> None:
        self._keys = keys
        super().__init__(theme, _("Worth a look"), keys("look.worth"))

    def _fill(self) -> None:
        theme, keys = self.theme, self._keys
        self.meter = ProgressLine(theme, 0.0, _("Suggestions looked at"))
        self.says = ElidedLabel(theme, "", "small", "secondary")
        self.more, self.fewer = (
            Label(theme, text, "small", "secondary") for text in (_("more"), _("fewer"))
        )
        self.slider = _Threshold()
        self.slider.valueChanged.connect(self._slid)
        for widget, stretch in (
            (self.meter, 0), (self.says, 1), (self.more, 0), (self.slider, 0), (self.fewer, 0),
        ):  # fmt: skip
            self.head.addWidget(widget, stretch)
        self.previous = IconButton(
            theme, "chevron-up", _("Previous suggestion"), key=keys("look.previous"), size=26
        )
        self.next = IconButton(
            theme, "chevron-down", _("Next suggestion"), key=keys("look.next"), size=26
        )
        self.reasons = ElidedLabel(theme, "", "small")
        self.claim = _button(theme, _("Make a claim"), "flag", keys("look.claim"))
        self.dismiss = _button(theme, _("Dismiss"), "eye-off", keys("look.dismiss"))
        self.caps = {
            command: KeyCap(theme, keys(command))
            for command in ("look.next", "look.claim", "look.dismiss")
        }
        for widget, stretch in (
            (self.previous, 0), (self.next, 0), (self.caps["look.next"], 0), (self.reasons, 1),
            (self.claim, 0), (self.caps["look.claim"], 0), (self.dismiss, 0),
            (self.caps["look.dismiss"], 0),
        ):  # fmt: skip
            self.foot.addWidget(widget, stretch)
        self._connect()

    def _connect(self) -> None:
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.claim.clicked.connect(self.claim_wanted)
        self.dismiss.clicked.connect(self.dismiss_wanted)

    def retheme(self) -> None:
        self.slider.setFixedWidth(self.theme.px(84))
        self.meter.setFixedWidth(self.theme.px(56))
        super().retheme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() - self._covered >= self.theme.px(ROOMY)
        for label in (self.more, self.fewer, self.meter):
            label.setVisible(roomy)
        tight = self.width() - self._covered < self.theme.px(TIGHT)
        self.slider.setVisible(not tight)
        self.claim.setText("" if tight else _("Make a claim"))
        self.dismiss.setText("" if tight else _("Dismiss"))
        for command, cap in self.caps.items():
            cap.setVisible(roomy and bool(self._keys(command)))

    # What it shows

    def set_threshold(self, threshold: float) -> None:
        """From which score on sentences are offered; tells nothing."""
        quiet = self.slider.blockSignals(True)
        self.slider.setValue(min(bisect_left(STOPS, threshold), len(STOPS) - 1))
        self.slider.blockSignals(quiet)

    def _slid(self, value: int) -> None:
        self.threshold_changed.emit(STOPS[value])

    def show_busy(self) -> None:
        """The article is being looked through."""
        self._say(_("Looking through the article…"))
        self.meter.set_share(0.0)
        self._show_offer(None, 0)

    def show_offers(self, coverage: tuple[int, int], offer: Offer | None) -> None:
        """How far one is, and the suggestion at hand."""
        looked_at, offered = coverage
        self._say(coverage_words(looked_at, offered))
        self.meter.set_share(looked_at / offered if offered else 0.0)
        self._show_offer(offer, offered - looked_at)

    def _say(self, words: str) -> None:
        if self.says.text() != words:
            self.says.setText(words)
            announce(self, words)

    def _show_offer(self, offer: Offer | None, still: int) -> None:
        self.reasons.setText(_reason_words(offer, still))
        self.reasons.set_token("ink" if offer else "secondary")
        if offer is not None:
            announce(self, self.reasons.text())
        for button in (self.claim, self.dismiss):
            button.setEnabled(offer is not None)
        for step in (self.previous, self.next):
            step.setEnabled(still > 0)


def coverage_words(looked_at: int, offered: int) -> str:
    """The coverage meter in words."""
    if not offered:
        return _("No sentence stands out here. “more” shows weaker ones.")
    said = ngettext(
        "{done} of {count} suggestion looked at", "{done} of {count} suggestions looked at", offered
    )
    return said.format(done=looked_at, count=offered)


def _reason_words(offer: Offer | None, still: int) -> str:
    if offer is not None:
        return _("Because of: {reasons}").format(reasons=", ".join(offer.reasons))
    return _("The arrows go from one to the next") if still else ""


def _button(theme: Theme, text: str, icon: str, key: str) -> OutlineButton:
    button = OutlineButton(theme, text, icon, compact=True)
    button.setAccessibleName(text)
    button.setToolTip(with_key(text, key))
    return button


class _Threshold(QSlider):
    """How much a sentence has to promise before it is offered."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, len(STOPS) - 1)
        self.setPageStep(2)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("How many suggestions"))
        self.setToolTip(_("How many suggestions: to the left more of them, to the right fewer"))
