"""A library with real work in it, for screenshots: the shipped samples, marked and checked."""

from pathlib import Path

from annotator.library import ArticleSession, Library, Preferences
from annotator.resources_path import resource

SAMPLES = (
    "council-minutes.txt", "port-report.html", "shipping-emissions.md", "port-air-annex.pdf",
    "harbour-study.txt",
)  # fmt: skip
CHART = (304.0, 250.0, 238.0, 144.0)
"""The chart of the annex, points of its first page."""


def make(path: Path, preferences: Preferences) -> Library:
    """The library, open; the harbour study is its newest article."""
    preferences.set("name", "A. Student")
    library = Library.open(path, create=True, preferences=preferences)
    ids = {name: library.import_file(resource(f"samples/{name}")).id or "" for name in SAMPLES}
    _emissions(library.session(ids["shipping-emissions.md"]))
    _minutes(library.session(ids["council-minutes.txt"]))
    _annex(library.session(ids["port-air-annex.pdf"]))
    _harbour(library.session(ids["harbour-study.txt"]))
    library.set_details(ids["port-report.html"], type="report")
    library.set_details(
        ids["port-air-annex.pdf"], site="Port authority", published="2026-03-14", type="report"
    )
    library.set_details(ids["harbour-study.txt"], site="Coastal Review", published="2026-05-12")
    _share_out(library)
    collection = library.add_collection("Harbour air")
    library.collect(collection.id, [ids["harbour-study.txt"], ids["port-report.html"]])
    library.set_colour_name("yellow", "question")
    library.set_colour_name("green", "key point")
    return library


def _share_out(library: Library) -> None:
    """Who works on which claim, and how far it is."""
    claims = library.claims
    ortiz, calder, ruiz = (claims.add_person(name).id for name in ("Ortiz", "Calder", "Ruiz"))
    rows = claims.rows()
    for row, who in zip(rows, (ruiz, calder, ruiz, ortiz, calder, ruiz, "", calder), strict=False):
        claims.update(row.id, assignee=who)
    false = next(row for row in rows if row.statement.startswith("Particulate pollution"))
    claims.ask_for_review(false.id, calder)
    claims.update(next(row.id for row in rows if row.status == "to check"), status="in progress")


def _passage(session: ArticleSession, quote: str) -> tuple[int, int]:
    start = session.article.text.index(quote)
    return start, start + len(quote)


def _harbour(session: ArticleSession) -> None:
    false = session.claim(
        *_passage(session, "Particulates at the harbour fell by 38 percent in two years"),
        statement="Particulate pollution at the harbour fell by 38 % between 2023 and 2025.",
        kind="number", claimant="City council",
    )  # fmt: skip
    session.update(session.owner_of(false.id), colour="red")
    session.update_claim(
        false.id, verdict="Mostly false", claimed="2026-05-02",
        reasoning="The figure compares ten winter months with six summer ones. For the same months "
        "the report gives **21 %**, and calls it preliminary.",
    )  # fmt: skip
    for url, stance, title, quote, kind in (
        ("https://port.example/air/2025", "refutes", "Annual air quality report 2025",
         "a fall of 21 percent", "primary"),
        ("10.5555/jca.24.118", "refutes", "Methods for near-shore sampling", "", "expert"),
        ("https://council.example/0502", "supports", "Council press release", "", "secondary"),
    ):  # fmt: skip
        session.attach_source(false.id, url, stance, quote, title=title, type=kind)
    session.highlight(
        *_passage(session, "kept eleven sensors along the eastern quay"),
        note="Which ones were recalibrated in 2024? Ask for the **log**.", tags=["method/sensors"],
    )  # fmt: skip
    session.highlight(
        *_passage(session, "the two years do not cover the same months"),
        colour="green", tags=["method/season", "key point"],
    )  # fmt: skip
    open_ = session.claim(
        *_passage(session, "a fall of 21 percent for the whole port"),
        statement="The port reports a fall of 21 % for the whole port.", kind="number",
        claimant="Port authority",
    )  # fmt: skip
    session.update(session.owner_of(open_.id), colour="blue")
    said = session.claim(
        *_passage(session, "a spokesman said that “the trend is beyond doubt”"),
        statement="A spokesman said “the trend is beyond doubt”.", kind="quote",
        claimant="Port spokesman", verdict="True",
    )  # fmt: skip
    session.attach_source(said.id, "https://port.example/briefing", "supports", type="eyewitness",
                          title="Recording of the briefing")  # fmt: skip
    session.add_claim(session.owner_of(said.id), "The trend is beyond doubt.", kind="trend",
                      claimant="Port spokesman")  # fmt: skip
    session.update(session.owner_of(said.id), colour="purple")
    session.highlight(
        *_passage(session, "a fact the summary does not mention"), colour="orange",
        style="underline", tags=["method/season"],
    )  # fmt: skip
    session.highlight(
        *_passage(session, "too good to lose"), colour="grey", private=True,
        note="My guess: budget. Do not write this.",
    )  # fmt: skip
    cause = session.claim(
        *_passage(session, "ships at berth cause most winter emissions"), kind="cause",
        statement="Ships at berth cause most winter emissions.", claimant="Port authority",
        verdict="Half true",
    )  # fmt: skip
    session.attach_source(cause.id, "https://ledger.example/shipping-emissions", "context",
                          title="Shipping emissions fall for a third year")  # fmt: skip
    session.highlight(*_passage(session, "None of these causes can be told apart from the others"),
                      colour="green", tags=["key point"])  # fmt: skip
    session.page_note("Reads carefully, but the headline figure is left standing. **Ask Mara.**")


def _annex(session: ArticleSession) -> None:
    right = session.claim(
        *_passage(session, "a fall of 21 percent against 2023"), kind="number", verdict="True",
        statement="The mean of the whole port fell by 21 % between 2023 and 2025.",
        claimant="Port authority",
    )  # fmt: skip
    session.attach_source(right.id, "https://port.example/air/2025", "supports", type="data",
                          title="Readings of all instruments, 2023 to 2025")  # fmt: skip
    note = session.highlight(
        *_passage(session, "the measurements of both years do not cover the same months"),
        colour="green", tags=["method/season", "key point"],
        note="They say so themselves. The **38 %** can only come from the road side of Table 1.",
    )  # fmt: skip
    session.comment(note.id, "Then the council must have read past it.")
    session.highlight(*_passage(session, "compares seasons, not years"), tags=["quote this"])
    session.mark_area(0, CHART, colour="blue", tags=["method/season"],
                      note="No bars for January and February 2023.")  # fmt: skip
    session.highlight(
        *_passage(session, "The log of that work is not complete"), colour="orange",
        style="underline", note="Ask again.",
    )  # fmt: skip


def _emissions(session: ArticleSession) -> None:
    for quote, verdict in (
        ("fell by a fifth", "Mostly true"),
        ("Ships that bunker", "True"),
    ):
        session.claim(*_passage(session, quote), verdict=verdict, claimant="Maritime office")


def _minutes(session: ArticleSession) -> None:
    session.highlight(*_passage(session, "whether the months of both years were the same"),
                      note="So somebody did ask.")  # fmt: skip
    session.highlight(*_passage(session, "eight votes to three"), colour="blue")
