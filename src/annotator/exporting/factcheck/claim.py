"""One claim of a fact-check page."""

from collections.abc import Iterable, Iterator, Sequence

from annotator.exporting import claims, ledger, wording
from annotator.exporting.area_pictures import area_label
from annotator.exporting.document import ExportArticle, ExportClaim, ExportPassage
from annotator.exporting.factcheck import content
from annotator.exporting.factcheck.elements import (
    Content,
    Markup,
    element,
    join,
    link,
    text,
    unless_empty,
)
from annotator.exporting.factcheck.prose import prose
from annotator.exporting.factcheck.signs import stance_sign, verdict_sign
from annotator.i18n import _
from annotator.model import Claim, Evidence, TrailEntry, Verdict, pair_words
from annotator.model.pairs import ClaimName, Pair


class ClaimPart:
    """Makes claims' elements; ``whole`` shows passages in full."""

    def __init__(self, articles: Sequence[ExportArticle], whole: bool) -> None:
        self._articles = articles
        self._whole = whole
        self._pictures = content.pictures(articles)
        self._shown = content.shown_ids(articles)
        self._quotes = content.quotes(articles)

    def group(self, group: Sequence[ExportClaim], here: ExportArticle) -> Markup:
        """A claim, or an attribution with what was attributed, told to belong together."""
        made = [self.claim(one, here) for one in group]
        if len(made) == 1:
            return made[0]
        lead = element("p", content.linked_sentence(), class_="lead")
        return element("div", lead, made, class_="linked")

    def claim(self, one: ExportClaim, here: ExportArticle) -> Markup:
        """The claim with its passages, verdict, reasons, evidence and corrections."""
        claim = one.claim
        head = element("p", element("span", claim.label, class_="number"), class_="label")
        statement = element("h3", claim.statement, id=f"{claim.label}-statement", dir="auto")
        return element(
            "article", head, statement,
            unless_empty("p", content.said(one, self._articles), class_="said"),
            self._asks(claim.pair),
            [self._passage(claim, passage, here) for passage in one.passages],
            verdict_line(claim.verdict, ledger.as_of(claim)),
            _reasons(one), self._evidence(claim), self._asked(claim), _searches(claim),
            corrections(one.trail, "h4"),
            class_=f"claim {content.tone(claim.verdict)}", id=claim.label,
            aria_labelledby=f"{claim.label}-statement",
        )  # fmt: skip

    def _asks(self, pair: Pair | None) -> Markup:
        """What a linked claim asks, and which one asks the other thing: a link where that stands
        on the page."""
        if pair is None:
            return Markup("")
        before, after = pair_words.other_question(pair)
        names = Markup(", ".join(self._name(one) for one in pair.others))
        return element("p", pair_words.question(pair), " ", before, names, after, class_="asks")

    def _name(self, other: ClaimName) -> Markup:
        if other.id not in self._shown:
            return text(other.label)
        return element("a", other.label, href=f"#{other.label}")

    def _passage(self, claim: Claim, passage: ExportPassage, here: ExportArticle) -> Markup:
        title, locator = content.where(passage, self._articles, here)
        place = ", ".join(part for part in (title, locator) if part)
        if picture := self._pictures.get(passage.annotation):
            shown = element("img", src=picture, alt=area_label(passage.locator))
            caption = element("figcaption", place, class_="place")
            return element("figure", shown, caption, class_="area")
        words = content.excerpt(passage, self._whole)
        if not words or content.says_it_all(claim, passage):
            return unless_empty("p", place, class_="place")
        language = self._language(passage)
        quoted = element("p", words, lang=language, dir="auto")
        return element(
            "blockquote", quoted, unless_empty("footer", place, class_="place"), class_="excerpt"
        )

    def _evidence(self, claim: Claim) -> Markup:
        entries = content.brought(claim)
        count = element("span", ledger.count(entries), class_="count")
        listed = self._entries(claim, entries)
        if content.is_bare(claim):
            listed = element("p", content.bare_sentence(), class_="none")
            return _part(_("Evidence"), "sources", listed)
        return _part((_("Evidence"), " ", count), "sources", listed)

    def _asked(self, claim: Claim) -> Markup:
        listed = self._entries(claim, content.asked(claim))
        return _part(_("Who was asked"), "asked", listed)

    def _entries(self, claim: Claim, entries: Iterable[Evidence]) -> Markup:
        origins = ledger.shared_origins(claim.evidence)
        listed = (self._entry(one, origins.get(one.id, "")) for one in entries)
        return unless_empty("ul", listed, class_="evidence")

    def _entry(self, one: Evidence, origin: str) -> Markup:
        stance = element("span", stance_sign(one.stance), ledger.stance_name(one), class_="stance")
        stance = stance if one.has_origin else Markup("")
        title = element("p", link(wording.source_title(one.source), one.source.url), class_="title")
        kind = unless_empty("span", ledger.type_name(one), class_="type")
        return element(
            "li", element("p", stance, " ", kind, class_="signs"), title,
            unless_empty("p", wording.listed(ledger.details(one), origin), class_="details"),
            _quote(one, self._quotes.get(one.id, "")), _note(one), _archive(one),
            class_=one.stance,
        )  # fmt: skip

    def _language(self, passage: ExportPassage) -> str:
        return next(
            (a.article.details.language for a in self._articles if a.article.id == passage.article),
            "",
        )


def verdict_line(verdict: Verdict | None, as_of: str) -> Markup:
    """The verdict with its sign, and since when."""
    tone = content.tone(verdict)
    name = verdict.name if verdict else _("Not yet checked")
    return element(
        "p", verdict_sign(tone), element("strong", name), " ",
        unless_empty("span", as_of, class_="as-of"), class_=f"verdict {tone}",
    )  # fmt: skip


def _part(title: Content, name: str, *inside: Markup) -> Markup:
    """A part of a claim under its heading; nothing where it is empty."""
    made = join(inside)
    return element("section", element("h4", title), made, class_=name) if made else Markup("")


def _reasons(one: ExportClaim) -> Markup:
    first = unless_empty("p", claims.first_reason(one), class_="why")
    made = prose(one.claim.reasoning, 5)
    return _part(content.reasons_heading(one.claim), "reasons", made, first)


def _searches(claim: Claim) -> Markup:
    listed = (element("li", ledger.search(one), _note(one)) for one in content.searches(claim))
    return _part(_("Searches"), "searches", unless_empty("ul", listed))


def _quote(one: Evidence, state: str) -> Markup:
    """The words quoted, and what is wrong with them where something is."""
    words = unless_empty("blockquote", content.quoted(one.quote), dir="auto")
    return join((words, unless_empty("p", ledger.quote_state(state), class_="quote-state")))


def _note(one: Evidence) -> Markup:
    return unless_empty("div", prose(one.note, 5), class_="note")


def _archive(one: Evidence) -> Markup:
    if not wording.address(one.source.archive_url):
        return Markup("")
    return element("p", link(_("archived copy"), one.source.archive_url), class_="archive")


def corrections(trail: Sequence[TrailEntry], heading: str) -> Markup:
    """The first verdict and what was changed after it, where something was. Nobody is named."""
    if not claims.corrections(trail):
        return Markup("")
    listed = element("ul", _corrected(claims.verdicts(trail)))
    return element("section", element(heading, _("Corrections")), listed, class_="corrections")


def _corrected(entries: Iterable[TrailEntry]) -> Iterator[Markup]:
    for entry in entries:
        day = element("time", ledger.when(entry), datetime=entry.when[:10])
        why = f": {entry.why}" if entry.why.strip() else ""
        yield element("li", day, " · ", ledger.correction(entry), why)
