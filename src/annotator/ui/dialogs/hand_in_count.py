"""What would go out, counted a few articles at a time so that nobody waits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.errors import NotFound
from annotator.exporting.claimreview.objects import is_reviewed
from annotator.i18n import _, ngettext
from annotator.library import Library
from annotator.model import Annotation

SLICE_S = 0.02
"""How long is counted at a stretch, in seconds."""
OF_CLAIMS = ("factcheck", "factcheck-md", "claimreview")
"""Formats that tell claims, not marks."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Of a claim: whether it has a verdict, one that a ClaimReview tells, and a source that
    everybody may see, or needs none; and whether it has one where private ones go out, too."""

    judged: bool
    reviewed: bool
    sourced: bool
    sourced_with_private: bool


@dataclass(slots=True)
class Part:
    """Marks, and claims by id."""

    marks: int = 0
    claims: dict[str, Counted] = field(default_factory=dict)

    def add(self, note: Annotation) -> None:
        """Count a mark."""
        self.marks += 1
        for claim in note.claims:
            judged = claim.verdict is not None
            aside = claim.status == "set aside" or (judged and claim.verdict.is_outcome)
            shown = aside or any(not entry.private for entry in claim.evidence)
            any_at_all = aside or bool(claim.evidence)
            self.claims[claim.id] = Counted(judged, is_reviewed(claim), shown, any_at_all)

    def take(self, other: "Part") -> None:
        """Count what another part counted; a claim in several articles is one."""
        self.marks += other.marks
        self.claims |= other.claims


class Counter(QObject):
    """Counts the marks of articles; ``counted`` when those last asked for are."""

    counted = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._known: dict[str, tuple[Part, Part]] = {}
        self._waiting: list[str] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def ask(self, articles: Iterable[str]) -> None:
        """Count these; what was counted before is known."""
        self._waiting = [id for id in articles if id not in self._known]
        self._go_on()

    @property
    def is_done(self) -> bool:
        """Whether all that was asked for is counted."""
        return not self._waiting

    def stop(self) -> None:
        """Count no more."""
        self._waiting.clear()
        self._timer.stop()

    def _go_on(self) -> None:
        until = monotonic() + SLICE_S
        while self._waiting and monotonic() < until:
            id = self._waiting.pop()
            self._known[id] = self._count(id)
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()
            self.counted.emit()

    def _count(self, id: str) -> tuple[Part, Part]:
        """What everybody may see of an article, and what is private."""
        shown, private = Part(), Part()
        was_open = self._library.is_open(id)
        try:
            notes = self._library.session(id).annotations()
        except NotFound:  # put into the trash by another window meanwhile
            return shown, private
        for note in notes:
            (private if note.private else shown).add(note)
        if not was_open:
            self._library.release(id)
        return shown, private

    def sums(self, articles: Iterable[str]) -> tuple[Part, Part]:
        """What is known so far of articles: for everybody, and private."""
        shown, private = Part(), Part()
        for id in articles:
            for total, part in zip((shown, private), self._known.get(id, ()), strict=False):
                total.take(part)
        return shown, private


def goes_out(shown: Part, private: Part, with_private: bool, format: str) -> tuple[str, str]:
    """(what a format writes and what stays here, what is missing in it) in words; the second is ""
    where nothing is."""
    going = Part()
    going.take(shown)
    if with_private:
        going.take(private)
    what, out = _written(going, format), _left_out(going, format)
    if private.marks and not with_private:
        out.append(ngettext(
            "{n} private note stays here", "{n} private notes stay here", private.marks
        ).format(n=private.marks))  # fmt: skip
    listed = "; ".join([", ".join(what), *out])
    gaps = _gaps(_claims(going, format), with_private)
    return _("Goes out: {what}.").format(what=listed), gaps


def _claims(going: Part, format: str) -> list[Counted]:
    """The claims that a format writes."""
    return [one for one in going.claims.values() if format != "claimreview" or one.reviewed]


def _written(going: Part, format: str) -> list[str]:
    claims, of_claims = len(_claims(going, format)), format in OF_CLAIMS
    what = [ngettext("{n} mark", "{n} marks", going.marks).format(n=going.marks)]
    if claims or of_claims:
        what.append(ngettext("{n} claim", "{n} claims", claims).format(n=claims))
    return what[1:] if of_claims else what


def _left_out(going: Part, format: str) -> list[str]:
    """A ClaimReview is of what was looked at and found out."""
    if format != "claimreview":
        return []
    out = [one for one in going.claims.values() if not one.reviewed]
    open_ = sum(not one.judged for one in out)
    words = [
        ngettext("{n} without a verdict stays out", "{n} without a verdict stay out", open_),
        ngettext("{n} not checked stays out", "{n} not checked stay out", len(out) - open_),
    ]
    return _told(words, (open_, len(out) - open_))


def _gaps(claims: Sequence[Counted], with_private: bool) -> str:
    open_ = sum(not one.judged for one in claims)
    bare = sum(not (one.sourced_with_private if with_private else one.sourced) for one in claims)
    words = [
        ngettext("{n} claim without a verdict", "{n} claims without a verdict", open_),
        ngettext("{n} claim without a source", "{n} claims without a source", bare),
    ]
    return ", ".join(_told(words, (open_, bare)))


def _told(words: Sequence[str], numbers: Sequence[int]) -> list[str]:
    """What there is some of."""
    pairs = zip(words, numbers, strict=True)
    return [text.format(n=number) for text, number in pairs if number]
