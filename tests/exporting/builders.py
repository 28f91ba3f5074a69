"""Export documents made by hand: the exporters' only input."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotator.exporting.claims import claims_on
from annotator.exporting.document import (
    ExportArticle,
    ExportClaim,
    ExportDocument,
    ExportMark,
    Judgement,
)
from annotator.model import (
    AnchorState,
    Annotation,
    Article,
    BlockKind,
    Claim,
    Container,
    Details,
    Evidence,
    Resource,
    Selectors,
    Source,
    Target,
    Verdict,
)
from annotator.model.annotation import COLOURS
from annotator.model.locators import paragraph_at, paragraph_numbers
from annotator.reading.builder import ArticleBuilder, Run

MOSTLY_FALSE = Verdict("mostly-false", "default", "Mostly false", 2, "bad")
TRUE = Verdict("true", "default", "True", 5, "good")
HALF_TRUE = Verdict("half-true", "default", "Half true", 3, "middling")
COLOUR_NAMES = {
    **{colour: colour for colour in COLOURS},
    "yellow": "question", "red": "claim, false", "green": "key point", "blue": "to check",
}  # fmt: skip
P, H, ITEM = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM
DETAILS = Details(
    title="What the harbour study really measured",
    authors=("Ines Calder",),
    site="Coastal Review",
    url="https://coastalreview.example/harbour-study",
    published="2026-05-12",
    saved="2026-05-14T08:00:00Z",
)
TABLE = 7

HARBOUR: tuple[tuple[BlockKind, int, str], ...] = (
    (H, 1, "What the harbour study really measured"),
    (P, 0, "The figure was everywhere within a day. Particulates at the harbour fell by 38 percent "
           "in two years, the council announced, and the port’s own newsletter repeated it "
           "without a footnote."),
    (H, 2, "A number that travelled"),
    (P, 0, "The study behind it is real. Between 2023 and 2025 a university team kept eleven "
           "sensors along the eastern quay and published the readings. But the two years do not "
           "cover the same months, and the winter that was left out is the season in which ships "
           "keep their engines running."),
    (P, 0, "Asked about the gap, a spokesman said that “the trend is beyond doubt” and pointed to "
           "the authority’s annual report, which gives a fall of 21 percent for the whole port "
           "and calls the comparison preliminary."),
    (H, 2, "Where the sensors stood"),
    (P, 0, "Nine of the eleven instruments faced the water. Two faced the road, where traffic was "
           "closed for most of 2024 while the bridge was being rebuilt, a fact the summary does "
           "not mention. City officials offered no final figure."),
    (P, 0, "The team says so itself, in a table at the end. The two road-side instruments "
           "recorded the largest falls of all, and without them the average change is less than "
           "half of the figure that was announced."),
)  # fmt: skip


def article(builder: ArticleBuilder, details: Details = DETAILS, **fields: object) -> Article:
    """A stored article of the builder's blocks."""
    made = builder.article(details, "html", "5e" * 32)
    stored = {"id": "11111111-2222-5333-8444-555555555555", "version": "v-1", **fields}
    return replace(made, **stored)  # type: ignore[arg-type]


def harbour() -> Article:
    """The sample of the design's pictures."""
    builder = ArticleBuilder()
    for kind, level, text in HARBOUR:
        builder.add(kind, text, level=level)
    return article(builder)


def plain(text: str, details: Details = DETAILS) -> Article:
    """An article of paragraphs, one a line."""
    builder = ArticleBuilder()
    for line in text.split("\n"):
        builder.add(P, line)
    return article(builder, details)


def note(
    article: Article,
    quote: str | None = None,
    *,
    place: tuple[int, int] | None = None,
    id: str = "",
    **fields: object,
) -> Annotation:
    """An annotation on the first place of a quote, on a place, or on the whole article."""
    if quote is not None:
        start = article.text.index(quote)
        place = (start, start + len(quote))
    target = None
    if place:
        exact = article.text[place[0] : place[1]]
        target = Target(f"t-{id}", "v-1", Selectors(place[0], place[1], exact))
    common = {
        "article": article.id or "", "kind": "highlight" if place else "page",
        "author": "p-1", "author_name": "A. Student",
        "created": "2026-05-20T10:00:00Z", "modified": "2026-11-24T09:30:00Z", "target": target,
    }  # fmt: skip
    return Annotation(id=id or f"a-{place}", **{**common, **fields})  # type: ignore[arg-type]


def exported(
    article: Article,
    notes: Sequence[Annotation],
    resources: Sequence[Resource] = (),
    histories: Mapping[str, ExportClaim] | None = None,
    judgement: Judgement | None = None,
) -> ExportArticle:
    """The article with its annotations as the library hands them over."""
    numbers = paragraph_numbers(article.blocks)
    marks = []
    count = 0
    for one in sorted((n for n in notes if n.target), key=lambda n: n.target.selectors.start):  # type: ignore[union-attr]
        count += not one.private
        assert one.target is not None
        start, end = one.target.selectors.start, one.target.selectors.end
        number = None if one.private else count
        paragraph = paragraph_at(article.blocks, numbers, start)
        marks.append(ExportMark(one, number, AnchorState.EXACT, start, end, paragraph))
    page_notes = tuple(n for n in notes if not n.target)
    return ExportArticle(
        article, tuple(marks), page_notes, numbers,
        {resource.sha256: resource for resource in resources},
        claims=claims_on(marks, page_notes, histories), judgement=judgement or Judgement(),
    )  # fmt: skip


def document(*articles: ExportArticle) -> ExportDocument:
    """The articles as one export."""
    return ExportDocument(tuple(articles), COLOUR_NAMES, "A. Student", "2026-11-24")


def report() -> Source:
    """A source with everything known."""
    return Source(
        "s-1", "https://port.example/report_2025.pdf", "Report 2025, p. 31", "Port authority",
        "Port Press", "2025", "2026-05-09",
    )  # fmt: skip


def harbour_notes(text: Article) -> list[Annotation]:
    """The marks of the design's picture, and a page note."""
    methods = Source("s-2", "https://doi.org/10.5555/jca.24.118", "Methods for near-shore sampling")
    press = Source("s-3", "https://council.example/press", "Press release")
    evidence = (
        Evidence("e-1", report(), "refutes", "a fall of 21 percent", "primary"),
        Evidence("e-2", methods, "refutes", "", "expert"),
        Evidence("e-3", press, "supports"),
    )  # fmt: skip
    false = Claim(
        "c-12", 12, "Particulate pollution at the harbour fell by 38 % between 2023 and 2025.",
        "number", "City council", "2026-05-02", MOSTLY_FALSE, "2026-05-09",
        "Compares ten winter months with six summer ones; for the same months the report gives "
        "21 %.", "checked", evidence,
    )  # fmt: skip
    open_ = Claim(
        "c-14", 14, "The port reports a fall of 21 % for the whole port.", "number",
        "Port authority",
    )  # fmt: skip
    return [
        note(text, id="n-page", note="Read twice. The *table* at the end is what counts."),
        note(text, "Particulates at the harbour fell by 38 percent in two years", id="n-1",
             colour="red", claims=(false,)),
        note(text, "kept eleven sensors along the eastern quay", id="n-2",
             note="Which ones were recalibrated in 2024? Ask for the **log**.",
             tags=("method/sensors",)),
        note(text, "the two years do not cover the same months", id="n-3", colour="green",
             tags=("key point", "method/season")),
        note(text, "a fall of 21 percent for the whole port", id="n-4", colour="blue",
             claims=(open_,)),
    ]  # fmt: skip


def harbour_document() -> ExportDocument:
    """The picture of the design as an export."""
    text = harbour()
    return document(exported(text, harbour_notes(text)))


def structured() -> Article:
    """Every kind of block: lists in lists, a quote, code, a table, a picture, right to left."""
    builder = ArticleBuilder()
    outer, inner = Container("item", 1, depth=1), Container("item", 2, depth=2)
    builder.add(H, "What the harbour study really measured", level=1)
    builder.add(P, "Share this page", main=False)
    builder.add(
        P,
        [
            Run("Plain, "),
            Run("bold", bold=True),
            Run(", "),
            Run("half", italic=True),
            Run("word, a "),
            Run("link to it", link="https://example.org/a_b?(c)"),
            Run(", "),
            Run("code*", code=True),
            Run(" and H"),
            Run("2", script="sub"),
            Run("O."),
        ],
    )
    builder.add(ITEM, "first item", containers=(outer,))
    builder.add(ITEM, "item in an item", containers=(outer, inner))
    builder.add(P, "more of it", containers=(outer, inner))
    builder.add(ITEM, "second item", containers=(Container("item", 3, depth=1),))
    builder.add(ITEM, "counted", containers=(Container("item", 4, True, 4, 1),))
    builder.add(P, "said in a quote\nover two lines", containers=(Container("quote", 5),))
    builder.add(BlockKind.CODE, "if a < b:\n    print(`x`)")
    for row, line in enumerate((("Site", "Fall|change"), ("Quay", "38 %"), ("Road", "<b>"))):
        for column, text in enumerate(line):
            cell = Container("cell", TABLE, row=row, column=column, header=row == 0)
            builder.add(BlockKind.CELL, text, containers=(cell,))
    builder.add(
        BlockKind.IMAGE,
        "",
        resource="",
        alt="A *map* of the quay",
        containers=(Container("figure", 8),),
    )
    builder.add(BlockKind.CAPTION, "The quay in 2025", containers=(Container("figure", 8),))
    builder.add(BlockKind.RULE, "")
    builder.add(H, "Right to left", level=2)
    builder.add(P, "قال المتحدث إن الاتجاه لا شك فيه 😀 تماما.", dir="rtl", lang="ar")
    return article(builder)  # fmt: skip
