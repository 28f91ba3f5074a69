"""The fact-check page: what stands in it, that it runs and loads nothing, that it reads well."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html

from annotator.exporting import exporter
from annotator.exporting.document import (
    ExportDocument,
    ExportOptions,
    ExportPassage,
    Judgement,
    Review,
)
from annotator.exporting.factcheck.page import page
from annotator.exporting.factcheck.text import render as text_of
from annotator.model import Claim, Details, Evidence, Source
from annotator.resources_path import resource
from tests.exporting.builders import (
    document,
    exported,
    harbour,
    harbour_document,
    note,
    plain,
    structured,
)
from tests.exporting.checked import (
    FALSE_,
    checked_article,
    checked_document,
    judgement,
    step,
)

DESK = ExportOptions(review=Review("The Desk", "https://desk.example/check", "2026-05-12"))
HOSTILE = "</title></style></script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;"


def made(given: ExportDocument | None = None, options: ExportOptions = DESK) -> html.HtmlElement:
    return html.document_fromstring(page(given or checked_document(), options))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def claim(tree: html.HtmlElement, label: str) -> html.HtmlElement:
    [found] = tree.xpath(f"//article[@id='{label}']")
    return found


def part(of: html.HtmlElement, name: str) -> str:
    return " / ".join(words(one) for one in of.xpath(f".//section[@class='{name}']"))


def test_the_top_says_what_was_checked_and_what_was_found() -> None:
    tree = made()
    [top] = tree.xpath("//header")
    shown = words(top)
    for expected in (
        "Fact-check What the harbour study really measured",
        "Ines Calder, Coastal Review, 12 May 2026 · coastalreview.example/harbour-study",
        "Checked by The Desk, 12 May 2026",
        "Half true as of 10 May 2026",
        "The study is real; the figure the council made of it is not.",
        "2 of 4 claims checked, 1 set aside",
    ):
        assert expected in shown
    assert tree.findtext(".//title") == "Fact-check: What the harbour study really measured"
    assert tree.get("lang") == "en"


def test_a_claim_is_told_in_full() -> None:
    one = claim(made(), "C12")
    assert words(one.find("h3")).startswith("Particulate pollution at the harbour fell by 38 %")
    shown = words(one)
    for expected in (
        "Said by City council, 2 May 2026",
        "Particulates at the harbour fell by 38 percent in two years ¶ 1",
        "Mostly false as of 9 May 2026, to be checked again 1 May 2027",
    ):
        assert expected in shown
    assert part(one, "reasons").startswith("How it was checked Compares ten winter months")
    assert part(one, "sources").startswith(
        "Evidence 2 entries, 2 origins refutes primary source Report 2025, p. 31 "
        "Port authority, Port Press, 2025, accessed 9 May 2026, p. 31 “a fall of 21 percent” "
        "the source words it differently"
    )
    assert "archived copy" in part(one, "sources")
    assert part(one, "asked") == (
        "Who was asked request for comment Port authority, press office "
        "asked 3 May 2026, no answer by 7 May 2026 "
        "refutes interview Ines Calder, study’s author asked 4 May 2026, answered 5 May 2026 "
        "“The winters are missing.” not found in the source as saved"
    )
    assert part(one, "searches") == (
        "Searches Council minutes 2023–2025, “particulates”, 6 May 2026, nothing found"
    )


def test_corrections_say_when_what_and_why_but_not_who() -> None:
    tree = made()
    assert part(claim(tree, "C12"), "corrections") == (
        "Corrections 6 May 2026 · first verdict “Half true”: the report has another figure "
        "9 May 2026 · “Half true” became “Mostly false”: the months do not match"
    )
    assert part(claim(tree, "C15"), "corrections") == ""
    assert "Mara Editor" not in tree.text_content()


def test_the_line_that_says_why_stands_in_for_the_reasoning() -> None:
    assert part(claim(made(), "C15"), "reasons") == "How it was checked it is in their release"


def test_a_reasoning_takes_the_place_of_the_line_that_says_why() -> None:
    text = harbour()
    reasoned = Claim("c", 1, "S", verdict=FALSE_, reasoning="They count winters.")
    notes = [note(text, "eleven sensors", id="n", claims=(reasoned,))]
    one = exported(text, notes)
    trail = (step(9, "", "Mostly false", "I guess so."),)
    told = document(replace(one, claims=(replace(one.claims[0], trail=trail),)))
    assert part(claim(made(told), "C1"), "reasons") == "How it was checked They count winters."
    assert "I guess so" not in text_of(told, DESK)


def test_what_has_no_rating_says_so() -> None:
    tree = made()
    assert "Not yet checked" in words(claim(tree, "C16"))
    opinion = claim(tree, "C17")
    assert "Opinion as of 9 May 2026" in words(opinion)
    reasons = "Why there is no rating What matters is for readers to judge."
    assert part(opinion, "reasons") == reasons


def test_an_attribution_stands_with_what_was_attributed() -> None:
    [linked] = made().xpath("//div[@class='linked']")
    assert [one.get("id") for one in linked.xpath("./article")] == ["C15", "C16"]


def test_claims_come_in_the_order_of_the_text_and_each_is_led_to() -> None:
    tree = made()
    order = ["C12", "C15", "C16", "C17"]
    assert tree.xpath("//article/@id") == order
    assert tree.xpath("//nav//a/@href") == [f"#{label}" for label in order]
    ids = tree.xpath("//@id")
    assert len(set(ids)) == len(ids)


def test_the_chart_counts_verdicts() -> None:
    [chart] = made().xpath("//figure")
    legend = [words(one) for one in chart.xpath(".//li")]
    assert legend == ["True 1", "Mostly false 1", "Opinion 1", "Not yet checked 1"]
    verdicts, progress = chart.xpath("./svg")
    widths = [float(rect.get("width")) for rect in verdicts.xpath("./rect")]
    assert len(widths) == 4 and max(widths) - min(widths) < 0.2
    assert verdicts.get("aria-label") == (
        "True: 1, Mostly false: 1, Opinion: 1, Not yet checked: 1"
    )
    assert len(progress.xpath("./rect")) == 3


def test_headings_go_down_step_by_step() -> None:
    levels = [int(h.tag[1]) for h in made().xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_every_source_is_a_link_where_it_leads_somewhere() -> None:
    one = claim(made(), "C12")
    leads = one.xpath(".//p[@class='title']/a/@href")
    assert leads == [
        "https://port.example/report_2025.pdf", "https://doi.org/10.5555/jca.24.118",
        "mailto:calder@uni.example",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://a.example/x", ["https://a.example/x"]),
        ("doi:10.1/a", ["https://doi.org/10.1/a"]),
        ("javascript:alert(1)", []),
        ("data:text/html,<script>", []),
        ("file:///etc/passwd", []),
        ("https://a.example/\" onclick=\"x", ["https://a.example/\" onclick=\"x"]),
    ],
)  # fmt: skip
def test_only_links_to_web_mail_and_dois_are_live(url: str, leads: list[str]) -> None:
    text = harbour()
    source = Source("s", url, "Title")
    brought = Claim("c", 1, "S", verdict=FALSE_, evidence=(Evidence("e", source),))
    tree = made(document(exported(text, [note(text, "eleven", id="n", claims=(brought,))])))
    assert claim(tree, "C1").xpath(".//a/@href") == leads
    assert not tree.xpath("//@onclick")


def hostile_document() -> ExportDocument:
    text = plain(f"{HOSTILE} in the text.", Details(
        title=HOSTILE, authors=(HOSTILE,), site=HOSTILE, url="https://a.example/" + HOSTILE,
        published=HOSTILE, language=HOSTILE,
    ))  # fmt: skip
    source = Source(
        "s", "https://b.example/" + HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE,
        "https://c.example/" + HOSTILE,
    )  # fmt: skip
    evidence = (
        Evidence("e", source, "refutes", HOSTILE, HOSTILE, "", HOSTILE, HOSTILE, asked=HOSTILE),
        Evidence("f", source, HOSTILE, type="search", place=HOSTILE, query=HOSTILE),
    )
    verdict = replace(FALSE_, name=HOSTILE, definition=HOSTILE, tone=HOSTILE)
    one = Claim("c", 1, HOSTILE, HOSTILE, HOSTILE, "2026-01-01", verdict, HOSTILE, HOSTILE,
                "checked", evidence, check_again=HOSTILE)  # fmt: skip
    made = exported(text, [note(text, HOSTILE, id="n", claims=(one,))])
    trail = (step(1, "", HOSTILE, HOSTILE), step(2, HOSTILE, "x", HOSTILE))
    told = replace(made.claims[0], trail=trail, bounds=(1, 5))
    judged = Judgement(verdict, HOSTILE, HOSTILE, trail)
    return document(replace(made, claims=(told,), judgement=judged))


def test_no_text_becomes_markup() -> None:
    """Read by two parsers that know nothing of how it was written."""
    options = ExportOptions(review=Review(HOSTILE, "https://d.example/" + HOSTILE, "2026"))
    source = page(hostile_document(), options)
    tree = html.document_fromstring(source)
    assert {one.get("type") for one in tree.xpath("//script")} <= {"application/ld+json"}
    assert not tree.xpath("//img|//iframe|//object|//embed|//form|//link|//base")
    assert not [name for name in tree.xpath("//@*") if name.attrname.startswith("on")]
    tags: list[tuple[str, list[tuple[str, str | None]]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append((tag, attrs))

    reader = Reader()
    reader.feed(source)
    assert "img" not in {tag for tag, _attributes in tags}
    assert not [name for _tag, given in tags for name, _value in given if name.startswith("on")]
    assert words(tree.xpath("//h1")[0]) == HOSTILE


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    source = page(checked_document(), DESK)
    tree = html.document_fromstring(source)
    assert not tree.xpath("//*[@src]|//link|//img|//use")
    assert re.findall(r"@import|url\(", tree.findtext(".//style") or "") == []
    [script] = tree.xpath("//script")
    assert script.get("type") == "application/ld+json"
    [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy


def test_elements_are_closed_in_order() -> None:
    """As strict XML, where nothing is mended."""
    source = page(checked_document(), DESK).split("\n", 1)[1]
    source = re.sub(r"<(meta|br|hr)([^>]*)>", r"<\1\2/>", source)
    etree.fromstring(source.replace("&nbsp;", " "))


def test_markdown_is_shown_and_pictures_are_not() -> None:
    text = harbour()
    reasoning = "# Big\n\n- **one**\n- [two](https://a.example)\n\n![x](file:///etc/passwd)"
    one = Claim("c", 1, "S", verdict=FALSE_, reasoning=reasoning)
    tree = made(document(exported(text, [note(text, "eleven", id="n", claims=(one,))])))
    [reasons] = claim(tree, "C1").xpath(".//section[@class='reasons']")
    assert words(reasons.find("h5")) == "Big" and reasons.xpath(".//li/strong")
    assert reasons.xpath(".//a/@href") == ["https://a.example"]
    assert not reasons.xpath(".//img")


def test_passages_are_cut_unless_whole_ones_are_asked_for() -> None:
    long = "word " * 200
    text = plain(long.strip())
    one = Claim("c", 1, "S", verdict=FALSE_)
    given = document(exported(text, [note(text, place=(0, len(text.text)), id="n", claims=(one,))]))

    def shown(whole: bool) -> str:
        options = ExportOptions(whole=whole)
        return words(claim(made(given, options), "C1").xpath(".//blockquote/p")[0])

    assert shown(True) == long.strip()
    assert len(shown(False)) <= 320 and shown(False).endswith("word…")


def test_the_articles_text_is_there_only_when_asked_for() -> None:
    assert "Nine of the eleven instruments" not in words(made())
    tree = made(options=ExportOptions(whole=True))
    [text] = tree.xpath("//section[@class='text']")
    assert "Nine of the eleven instruments faced the water." in words(text)
    assert [words(h) for h in text.xpath(".//h3")] == [
        "A number that travelled", "Where the sensors stood",
    ]  # fmt: skip
    marked = [words(one) for one in text.xpath(".//mark")]
    assert marked[0] == "Particulates at the harbour fell by 38 percent in two years"
    assert text.xpath(".//sup/a/@href") == ["#C12", "#C15", "#C16", "#C17"]


def test_the_text_of_every_kind_of_block_is_shown_as_it_is() -> None:
    text = structured()
    one = Claim("c", 1, "S", verdict=FALSE_)
    marks = [
        note(text, "bold, half", id="a", claims=(one,)),
        note(text, "half", id="b", claims=(replace(one, id="d", number=2),)),
        note(text, "item in an item\nmore of", id="c", claims=(replace(one, id="e", number=3),)),
    ]
    tree = made(document(exported(text, marks)), ExportOptions(whole=True))
    [shown] = tree.xpath("//section[@class='text']")
    for part_ in ("Plain, bold, half", "if a < b:", "Fall|change", "<b>", "The quay in 2025"):
        assert part_ in shown.text_content()
    assert "Share this page" not in words(shown)
    assert [words(one) for one in shown.xpath(".//mark")] == [
        "bold,", "half", "item in an item", "more of",
    ]  # fmt: skip
    assert shown.xpath(".//sup/a/@href") == ["#C1", "#C2", "#C3"]
    assert shown.xpath(".//p[@dir='rtl']")


def test_a_claim_in_several_articles_is_told_once_with_all_its_places() -> None:
    first = checked_article()
    other = plain("Elsewhere they say it fell by 38 percent.", Details(title="The echo"))
    other = replace(other, id="99999999-2222-5333-8444-555555555555")
    again = note(other, "it fell by 38 percent", id="x", claims=(first.claims[0].claim,))
    tree = made(document(first, exported(other, [again])))
    assert tree.xpath("//article/@id").count("C12") == 1
    assert "The echo, ¶ 1" in words(claim(tree, "C12"))
    assert [words(h) for h in tree.xpath("//main//h2")] == [
        "What the harbour study really measured", "The echo",
    ]  # fmt: skip
    assert words(tree.xpath("//h1")[0]) == "2 articles"


def test_sources_that_nothing_was_found_about_are_no_part_of_the_page() -> None:
    source = replace(plain("It fell.", Details(title="The report")), id="another")
    given = document(checked_article(), exported(source, []))
    tree = made(given)
    assert words(tree.xpath("//h1")[0]) == "What the harbour study really measured"
    assert "The report" not in [words(h) for h in tree.xpath("//main//h2")]
    assert "## The report" not in text_of(given, ExportOptions())


def test_without_a_claim_the_page_says_so() -> None:
    tree = made(document(exported(harbour(), [])))
    assert "No claim is marked." in words(tree)
    assert not tree.xpath("//figure|//article|//script")


def test_a_rating_without_source_says_so() -> None:
    text = harbour()
    bare = Claim("c", 1, "S", verdict=FALSE_)
    tree = made(document(exported(text, [note(text, "eleven", id="n", claims=(bare,))])))
    assert "No source is given for this verdict." in words(claim(tree, "C1"))


def test_entries_that_share_an_origin_say_which() -> None:
    minutes = Source("s-1", "https://city.example/minutes", "The minutes")
    paper, other = (Source(f"p-{n}", f"https://p{n}.example/x", f"Paper {n}") for n in (1, 2))
    given = (
        Evidence("e-1", minutes, quote="nine"),
        Evidence("e-2", paper, origin="AP"),
        Evidence("e-3", replace(minutes, id="s-2", url="http://www.city.example/minutes/")),
        Evidence("e-4", other, origin="ap"),
        Evidence("e-5", Source("s-3", "https://alone.example", "Alone"), origin="Reuters"),
    )
    text = harbour()
    one = Claim("c", 3, "It fell.", verdict=FALSE_, evidence=given)
    told = document(exported(text, [note(text, "eleven sensors", id="n", claims=(one,))]))
    entries = [words(li) for li in claim(made(told), "C3").xpath(".//ul[@class='evidence']/li")]
    lines = [line for line in text_of(told, DESK).split("\n") if line.startswith("- context: ")]
    for shown in (entries, lines):
        assert ["origin" in entry for entry in shown] == [False, True, True, True, False]
        assert "origin: AP" in shown[1] and "same origin as “The minutes”" in shown[2]


def test_the_verdict_on_the_article_may_be_corrected_too() -> None:
    trail = (step(1, "", "True"), step(2, "True", "Half true", "the letter came"))
    given = document(replace(checked_article(), judgement=replace(judgement(), trail=trail)))
    [section] = made(given).xpath("//section[contains(@class, 'judgement')]")
    assert "“True” became “Half true”: the letter came" in words(section)


def test_the_claimreviews_are_in_the_page_where_reviewer_and_address_are_known() -> None:
    [script] = made().xpath("//script")
    found = json.loads(script.text)
    assert [one["reviewRating"]["alternateName"] for one in found] == [
        "Mostly false", "True", "Opinion",
    ]  # fmt: skip
    assert not made(options=ExportOptions(review=Review("The Desk"))).xpath("//script")


def test_nothing_ends_the_data_early() -> None:
    options = ExportOptions(review=Review(HOSTILE, "https://d.example/", "2026"))
    source = page(hostile_document(), options)
    [data] = re.findall(r"<script type=\"application/ld\+json\">(.*?)</script>", source, re.S)
    assert json.loads(data)["author"]["name"] == HOSTILE
    assert "<" not in data


def test_the_file_is_written_as_utf_8(tmp_path: Path) -> None:
    out = tmp_path / "check.html"
    assert exporter("factcheck").write(harbour_document(), ExportOptions(), out) == [out]
    tree = html.document_fromstring(out.read_bytes().decode("utf-8"))
    assert "Fact-check" in words(tree)


# Colours


def schemes() -> dict[str, dict[str, str]]:
    """The colours of light, dark and paper, by name, as the style sheet sets them."""
    css = resource("factcheck/page.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    light, dark, paper = (dict(re.findall(r"--(\w+): (#\w+);", block)) for block in blocks)
    return {"light": light, "dark": light | dark, "paper": light | paper}


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        digits = colour.lstrip("#")
        digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "paper"])
def test_text_stands_out_from_every_ground(scheme: str) -> None:
    colours = schemes()[scheme]
    for name in ("ink", "secondary", "accent", "good", "middling", "bad"):
        for ground in ("paper", "chrome"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    assert contrast(colours["ink"], colours["ground"]) >= 4.5
    assert contrast(colours["control"], colours["paper"]) >= 3


def test_passages_say_where_they_are() -> None:
    one = checked_article()
    moved = replace(
        one.claims[0], passages=(ExportPassage("a", one.article.id or "", "Words", "p. 12"),)
    )
    tree = made(document(replace(one, claims=(moved,))))
    assert "Words p. 12" in words(claim(tree, "C12"))
