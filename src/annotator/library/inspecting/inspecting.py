"""Articles looked through: what is worth a look, whose voice it is in, what its parts say."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library.inspecting import saying, sorting
from annotator.library.inspecting.analysis import INSIDE, Analysis, Others
from annotator.library.inspecting.claimed import ClaimedPassages
from annotator.library.inspecting.found import (
    CLAIMED,
    DISMISSED,
    OPEN,
    InsideRow,
    Offer,
    Voiced,
    VoiceTally,
)
from annotator.model import Claim
from annotator.model.claims import THE_ARTICLE
from annotator.store import suggestions as stored

if TYPE_CHECKING:
    from annotator.checking.rows import Row
    from annotator.library.library import Library
    from annotator.library.session import ArticleSession

KEPT = 4
"""Articles whose analysis stays at hand."""
_OF_THE_ARTICLE = ("headline", "picture")
"""Kinds of claims that nobody but the article makes."""


class Inspecting:
    """Suggestions and checks on articles; rules and a small model, offline, never a verdict.

    Offsets are code points of the article's text. Raises ``NotFound`` for articles that are not
    there, ``InvalidValue`` for passages that are none.
    """

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._store = library.store
        self._kept: OrderedDict[str, Analysis] = OrderedDict()

    def analysis(self, article_id: str, sources: bool = False) -> Analysis:
        """What is found out about an article as it is now. ``sources``: with the texts of its
        sources as they are stored now, for the inside check."""
        with self._opened(article_id) as session:
            known = self._kept.get(article_id)
            if known is None or not known.is_of(session.article):
                known = self._kept[article_id] = Analysis(session.article, ())
        self._kept.move_to_end(article_id)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        if sources:
            others = self._library.ledger.texts_of(article_id)
            if _named(others) != _named(known.others):
                known = self._kept[article_id] = known.beside(others)
        return known

    @contextmanager
    def _opened(self, article_id: str) -> "Iterator[ArticleSession]":
        was_open = self._library.is_open(article_id)
        try:
            yield self._library.session(article_id)
        finally:
            if not was_open:
                self._library.release(article_id)

    # Worth a look

    def limits(self, article_id: str) -> str:
        """What is not looked for in an article, in a sentence; "" where it is in English or does
        not tell."""
        analysis = self.analysis(article_id)
        language = analysis.article.details.language
        if language and language.casefold().split("-")[0] != "en":
            is_other = _("The article is in another language than English ({language}).")
            return f"{is_other.format(language=language)} {_left_out()}"
        if analysis.language not in {"", "en"}:
            return f"{_('The article does not look English.')} {_left_out()}"
        return ""

    def suggestions(self, article_id: str, threshold: float | None = None) -> list[Offer]:
        """The sentences whose score reaches ``threshold`` (the usual one unless given), in order,
        and what became of each."""
        from annotator.spotting import THRESHOLD

        least = THRESHOLD if threshold is None else threshold
        analysis = self.analysis(article_id)
        away = stored.dismissed(self._store.connection, article_id, stored.SPOTTING)
        with self._opened(article_id) as session:
            claimed = ClaimedPassages(session)
        text, found = analysis.article.text, []
        for one in analysis.suggestions:
            if one.score >= least:
                state = OPEN
                if claimed.touch(one.start, one.end):
                    state = CLAIMED
                elif away and _line(text[one.start : one.end]) in away:
                    state = DISMISSED
                found.append(Offer(one.start, one.end, one.score, one.reasons, state))
        return found

    def coverage(self, article_id: str, threshold: float | None = None) -> tuple[int, int]:
        """(looked at, offered): how many suggestions were made claims or dismissed."""
        offers = self.suggestions(article_id, threshold)
        return sum(not offer.is_open for offer in offers), len(offers)

    def dismiss(self, article_id: str, kind: str, start: int, end: int) -> None:
        """Put a suggestion aside, for good and for everybody here: ``kind`` is ``spotting`` for a
        sentence. The same words elsewhere in the article are put aside with it."""
        self._put_aside(article_id, kind, self._words(article_id, start, end))

    def take_back(self, article_id: str, kind: str, start: int, end: int) -> None:
        """Offer a suggestion again."""
        self._offer_again(article_id, kind, self._words(article_id, start, end))

    def _words(self, article_id: str, start: int, end: int) -> str:
        words = _line(self.analysis(article_id).article.text[max(0, start) : end])
        if not words:
            raise InvalidValue(_("There are no words at this place."))
        return words

    def _put_aside(self, article_id: str, kind: str, words: str) -> None:
        if stored.is_dismissed(self._store.connection, article_id, kind, words):
            return
        with self._store.write(_("dismissal of a suggestion")) as batch:
            stored.dismiss(batch, article_id, kind, words)

    def _offer_again(self, article_id: str, kind: str, words: str) -> None:
        if stored.is_dismissed(self._store.connection, article_id, kind, words):
            with self._store.write(_("offering a suggestion again")) as batch:
                stored.take_back(batch, article_id, kind, words)

    # Voice

    def voices(self, article_id: str) -> list[Voiced]:
        """The sentences of the running text in order, whose voice each is in, and whether what is
        laid to somebody there is linked to a source."""
        analysis = self.analysis(article_id)
        with self._opened(article_id) as session:
            sourced = ClaimedPassages(session, _has_source)
        return [
            Voiced(one, _is_attributed(one.voice) and sourced.touch(one.start, one.end))
            for one in analysis.voices
        ]

    def voice_counts(self, article_id: str) -> VoiceTally:
        """How many sentences there are, and in which voice."""
        return tally(self.voices(article_id))

    # What the form of a new claim begins with: offers that somebody reads over, no findings

    def said_by(self, article_id: str, start: int, end: int) -> str:
        """Who says what stands in a passage: the source by name that it is attributed to, else
        ``THE_ARTICLE``."""
        return saying.claimant(self.analysis(article_id), start, end)

    def claim_fields(self, article_id: str, start: int, end: int) -> dict[str, str]:
        """``claimant`` (as ``said_by``) and ``kind`` of a claim made of the passage."""
        article = self.analysis(article_id).article
        kind = sorting.kind_of(article, start, end)
        said = THE_ARTICLE if kind in _OF_THE_ARTICLE else self.said_by(article_id, start, end)
        return {"claimant": said, "kind": kind}

    def mark_claim_fields(self, article_id: str, annotation_id: str) -> dict[str, str]:
        """The same for a mark; areas, and what is on no passage, are the article's."""
        with self._opened(article_id) as session:
            anchor = session.anchor(annotation_id)
        if anchor.start is None or anchor.end is None or anchor.start == anchor.end:
            return {"claimant": THE_ARTICLE}
        return self.claim_fields(article_id, anchor.start, anchor.end)

    def row_said_by(self, article_id: str, row: "Row") -> str:
        """Who says what a row of the inside check speaks of. What headlines and pictures say is the
        article's."""
        own = own_passages(row)
        if row.kind in _OF_THE_ARTICLE or not own:
            return THE_ARTICLE
        return self.said_by(article_id, *own[0])

    # Inside check

    def inside(self, article_id: str) -> list[InsideRow]:
        """What headline, standfirst, captions, text and stored sources say of the same things,
        differences first, and what became of each row."""
        analysis = self.analysis(article_id, sources=True)
        away = stored.dismissed(self._store.connection, article_id, stored.INSIDE)
        behind = {label: source.id or "" for label, source in analysis.others}
        with self._opened(article_id) as session:
            claimed = ClaimedPassages(session)
        return [_inside_row(row, claimed, away, behind) for row in analysis.rows]

    def dismiss_row(self, article_id: str, row: "Row") -> None:
        """Put a row of the inside check aside."""
        self._put_aside(article_id, INSIDE, row_words(row))

    def take_row_back(self, article_id: str, row: "Row") -> None:
        """Offer a row of the inside check again."""
        self._offer_again(article_id, INSIDE, row_words(row))

    def claim_of_row(self, article_id: str, row: "Row", claimant: str = "") -> Claim:
        """Make the claim that a row suggests: one that stands in each of its passages here.
        ``claimant``: who says so. One undo step."""
        own = own_passages(row)
        if not own:
            raise InvalidValue(_("This speaks of sources only; nothing of it stands here."))
        with self._opened(article_id) as session, self._store.write(_("claim")):
            words, kind = row.suggestion or row.topic, row.kind or "other"
            made = session.claim(*own[0], words, kind, claimant)
            for start, end in own[1:]:
                self._library.claims.add_passage_at(made.id, article_id, start, end)
        return self._library.claims.get(made.id)


def tally(voiced: list[Voiced]) -> VoiceTally:
    """How many sentences are in which voice."""
    from annotator.checking.voice import count

    counts = count(one.sentence for one in voiced)
    return VoiceTally(
        counts.sentences, counts.own, counts.named, counts.unnamed, counts.quoted,
        counts.with_named_source, sum(one.linked for one in voiced),
    )  # fmt: skip


def own_passages(row: "Row") -> list[tuple[int, int]]:
    """Where a row's mentions stand in the article itself, each place once."""
    own = [(m.start, m.end) for m in row.mentions if m.part != "source"]
    return list(dict.fromkeys(own))


def row_words(row: "Row") -> str:
    """What a row is known by when it comes up again: the words that stand side by side."""
    return " | ".join(f"{m.label or m.part}: {_line(m.text)}" for m in row.mentions)


def _inside_row(
    row: "Row", claimed: ClaimedPassages, away: set[str], behind: dict[str, str]
) -> InsideRow:
    claims = sorted(claimed.on_all(own_passages(row)))
    state = CLAIMED if claims else DISMISSED if row_words(row) in away else OPEN
    sources = tuple(behind.get(m.label, "") if m.part == "source" else "" for m in row.mentions)
    return InsideRow(row, state, claims[0] if claims else "", sources)


def _named(others: Others) -> list[tuple[str, str]]:
    return [(label, source.sha256) for label, source in others]


def _has_source(claim: Claim) -> bool:
    return any(entry.has_origin for entry in claim.evidence)


def _is_attributed(voice: str) -> bool:
    return voice != "own"


def _left_out() -> str:
    return _(
        "Only figures, dates in digits, quotation marks and names are looked at; who says "
        "something (“according to”, “said”) is recognised in English alone."
    )


def _line(text: str) -> str:
    return " ".join(text.split())
