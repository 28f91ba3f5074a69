"""A checked article as an export: every kind of verdict, evidence and step on the trail."""

from dataclasses import replace

from annotator.exporting.document import (
    ExportArticle,
    ExportClaim,
    ExportDocument,
    Judgement,
)
from annotator.model import Annotation, Article, Claim, Evidence, Source, TrailEntry, Verdict
from annotator.model.claims import OUTCOME_SCALE
from annotator.model.pairs import SAID, SO, ClaimName, Pair
from tests.exporting.builders import (
    MOSTLY_FALSE,
    TRUE,
    document,
    exported,
    harbour,
    note,
    report,
)

OPINION = Verdict(
    "opinion", OUTCOME_SCALE, "Opinion", 0, "none",
    "A judgement or a wish; there is nothing to be true or false.", 0,
)  # fmt: skip
NOT_CHECKED = Verdict("unchecked", OUTCOME_SCALE, "Not checked", 0, "none", "", 2)
FALSE_ = replace(
    MOSTLY_FALSE, definition="Holds a grain of truth, but gives a wrong impression.", position=3
)
TRUE_ = replace(TRUE, definition="Correct, and nothing that matters is left out.")
FIVE = (1, 5)


def evidence() -> tuple[Evidence, ...]:
    """A report, a request that got no answer, an interview, a search in vain."""
    archived = replace(report(), archive_url="https://archive.example/report_2025")
    office = Source("s-4", "", "Port authority, press office")
    return (
        Evidence("e-1", archived, "refutes", "a fall of 21 percent", "primary", locator="p. 31"),
        Evidence(
            "e-2", Source("s-2", "https://doi.org/10.5555/jca.24.118", "Sampling near the shore"),
            "context", "", "expert", note="See *table 3*.",
        ),
        Evidence(
            "e-5", office, "context", "", "request", asked="2026-05-03", deadline="2026-05-07",
            outcome="no answer",
        ),
        Evidence(
            "e-6", Source("s-5", "mailto:calder@uni.example", "Ines Calder, study’s author"),
            "refutes", "The winters are missing.", "interview", asked="2026-05-04",
            answered="2026-05-05",
        ),
        Evidence(
            "e-7", Source("s-6", "", "Council minutes"), "context", "", "search",
            place="Council minutes 2023–2025", query="particulates", asked="2026-05-06",
            outcome="nothing found",
        ),
    )  # fmt: skip


def step(at: int, before: str, after: str, why: str = "", action: str = "verdict") -> TrailEntry:
    """A step on the trail, on the ``at``-th of May."""
    when = f"2026-05-{at:02d}T10:00:00Z"
    return TrailEntry(f"t-{at}", action, before, after, why, "Mara Editor", when)


def trail() -> tuple[TrailEntry, ...]:
    """A first verdict and a correction, other steps between them."""
    return (
        step(5, "to check", "in progress", action="status"),
        step(6, "", "Half true", "the report has another figure"),
        step(7, "", "Mara Editor", action="reviewer"),
        step(9, "Half true", "Mostly false", "the months do not match"),
    )


def false_claim() -> Claim:
    """A claim with all there can be."""
    return Claim(
        "c-12", 12, "Particulate pollution at the harbour fell by 38 % between 2023 and 2025.",
        "number", "City council", "2026-05-02", FALSE_, "2026-05-09",
        "Compares ten winter months with six summer ones; for the **same months** the "
        "[report](https://port.example/report_2025.pdf) gives 21 %.",
        "checked", evidence(), check_again="2027-05-01",
    )  # fmt: skip


def notes(text: Article) -> list[Annotation]:
    """The marks: a false number, what a spokesman said and whether it is so, an opinion, one that
    is open."""
    said = Claim(
        "c-15", 15, "A spokesman said that the trend is beyond doubt.", "attribution",
        "the article", "", TRUE_, "2026-05-09", "", "checked",
        (Evidence("e-8", Source("s-7", "https://council.example/press", "Press release"),
                  "supports", "beyond doubt", "primary"),),
        pair=Pair(SAID, "A spokesman", (ClaimName("c-16", 16),)),
    )  # fmt: skip
    is_so = Claim(
        "c-16",
        16,
        "The trend is beyond doubt.",
        "fact",
        "A spokesman",
        attribution="c-15",
        pair=Pair(SO, "A spokesman", (ClaimName("c-15", 15),)),
    )
    opinion = Claim(
        "c-17", 17, "The summary hides what matters.", "opinion", "the article", "", OPINION,
        "2026-05-09", "What matters is for readers to judge.", "set aside",
    )  # fmt: skip
    return [
        note(text, "Particulates at the harbour fell by 38 percent in two years", id="n-1",
             colour="red", claims=(false_claim(),)),
        note(text, "a spokesman said that “the trend is beyond doubt”", id="n-2",
             claims=(is_so, said)),
        note(text, "a fact the summary does not mention", id="n-3", claims=(opinion,)),
    ]  # fmt: skip


def histories() -> dict[str, ExportClaim]:
    """What the library knows of the claims besides."""
    false = false_claim()
    said = ExportClaim(false, (), (step(9, "", "True", "it is in their release"),), FIVE)
    return {
        "c-12": ExportClaim(false, (), trail(), FIVE),
        "c-15": said,
    }


def judgement() -> Judgement:
    """What was found about the article."""
    return Judgement(
        replace(FALSE_, id="h", name="Half true", tone="middling"),
        "The study is real; the **figure** the council made of it is not.", "2026-05-10",
    )  # fmt: skip


def checked_article() -> ExportArticle:
    """The article with its claims."""
    text = harbour()
    article = exported(text, notes(text), histories=histories(), judgement=judgement())
    return replace(article, quotes={"e-1": "differs", "e-6": "missing", "e-8": "exact"})


def checked_document() -> ExportDocument:
    """The article as one export."""
    return document(checked_article())
