"""What a page says of itself."""

from pathlib import Path

import pytest

from annotator.model import Details
from annotator.reading import html
from annotator.reading.dates import iso_date
from annotator.reading.html.title import clean_title
from annotator.reading.people import clean_authors


def details(head: str, body: str = "<p>text</p>", name: str = "saved_page.html") -> Details:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return html.read(page.encode(), Path(name)).details


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_json_ld_of_an_article_in_a_graph() -> None:
    found = details(linked(
        '{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "Nothing"},'
        '{"@type": ["NewsArticle"], "headline": "Rates  rise", "author": [{"name": "By Ann Lee"},'
        '{"@type": "Person", "name": "Bo Chan"}], "datePublished": "2024-03-05T06:07:08+01:00",'
        '"publisher": {"name": "The Daily"}}]}'
    ))  # fmt: skip
    assert found.title == "Rates rise"
    assert found.authors == ("Ann Lee", "Bo Chan")
    assert (found.published, found.site, found.type) == ("2024-03-05", "The Daily", "news")


def test_broken_json_ld_is_passed_over() -> None:
    head = linked('{"@type": "Article", "headline": "x') + "<title>Still here</title>"
    assert details(head + linked("[" * 50_000)).title == "Still here"
    assert details(head + linked('{"name":' * 900 + "1" + "}" * 900)).title == "Still here"


def test_meta_of_a_paper() -> None:
    found = details(
        '<meta name=citation_title content="On tides">'
        '<meta name=citation_author content="Lee, Ann">'
        '<meta name=citation_author content="Chan, Bo">'
        '<meta name=citation_doi content="10.1234/ab.5">'
        '<meta name=citation_publication_date content="2015/07/24">'
        '<meta name=citation_journal_title content="Sea Letters">'
    )
    assert found.title == "On tides"
    assert found.authors == ("Lee, Ann", "Chan, Bo")
    assert (found.doi, found.published) == ("10.1234/ab.5", "2015-07-24")
    assert (found.site, found.type) == ("Sea Letters", "paper")


def test_open_graph_and_a_canonical_address() -> None:
    found = details(
        '<meta property="og:title" content="A &amp; B">'
        '<meta property="og:site_name" content="Site">'
        '<meta property="article:published_time" content="2020-01-02T03:04:05Z">'
        '<meta property="article:author" content="https://facebook.com/someone">'
        '<link rel="canonical" href="https://site.org/a"><meta name=author content="Ann Lee">'
    )
    assert found == Details(
        "A & B", ("Ann Lee",), "Site", "https://site.org/a", "2020-01-02", "", "web page", "", ""
    )


def test_dublin_core_with_either_sign() -> None:
    found = details('<meta name="DC.title" content="T"><meta name="dc:creator" content="Ann Lee">')
    assert (found.title, found.authors) == ("T", ("Ann Lee",))


def test_single_file_says_where_and_when() -> None:
    page = (
        "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n"
        " url: https://www.example.org/x?y=1 \n saved date: Tue Nov 24 2026 03:32:01 GMT+0000 (UTC)"
        "\n--><meta charset=utf-8><title>T</title><p>a"
    )
    found = html.read(page.encode(), Path("p.html")).details
    assert (found.url, found.saved) == ("https://www.example.org/x?y=1", "2026-11-24")
    assert (found.site, found.language) == ("example.org", "en")


def test_a_page_saved_complete_says_where() -> None:
    page = "<!-- saved from url=(0023)https://www.example.org/ -->\n<html><body>a"
    assert html.read(page.encode(), Path("p.html")).details.url == "https://www.example.org/"


def test_a_time_on_the_page_is_the_date_where_nothing_else_is() -> None:
    assert details("", "<time datetime='2019-05-06T07:08'>a</time>").published == "2019-05-06"
    assert details("", "<p>a <time>6 May 2019</time>").published == "2019-05-06"


def test_dates_in_the_pages_language_are_read() -> None:
    assert details("<meta name=date content='3. März 2024, 10:15 Uhr'>").published == "2024-03-03"
    assert details("", "<p>a <time>3 de mayo de 2024</time>").published == "2024-05-03"


def test_an_untitled_page_has_its_files_name() -> None:
    assert details("").title == "saved_page"


@pytest.mark.parametrize(
    ("said", "site", "headings", "title"),
    [
        ("Rates rise - The Daily", "The Daily", [], "Rates rise"),
        ("The Daily | Rates rise again today", "The Daily", [], "Rates rise again today"),
        ("Rates rise again | Economy | The Daily", "", ["Rates rise again"], "Rates rise again"),
        ("Rates rise - and fall", "", ["Rates rise - and fall"], "Rates rise - and fall"),
        ("Mozilla - Wikipedia", "", ["Mozilla"], "Mozilla"),
        ("Self-made", "", [], "Self-made"),
        ("利率上升_财经_日报", "", ["利率上升"], "利率上升"),
        ("One - two", "", [], "One - two"),
        ("利率上升：例报", "", ["利率上升"], "利率上升"),
        ("利率：上升", "", [], "利率：上升"),
        ("The Daily: Rates rise", "", ["Rates rise"], "Rates rise"),
        ("Rates: why they rise", "", ["Why"], "Rates: why they rise"),
        ("Pea soup | Kitchen", "", [], "Pea soup"),
        ("Pea soup » Recipes » Kitchen", "", [], "Pea soup"),
        ("Why we eat | what we eat, and when", "", [], "Why we eat | what we eat, and when"),
        ("Pea soup - my way", "", [], "Pea soup - my way"),
        ("利率上升 | 例报", "", [], "利率上升"),
        ("利率上升 | 央行会议决定推迟加息", "", [], "利率上升 | 央行会议决定推迟加息"),
        ("Pea soup – The Kitchen", "", ["Menu"], "Pea soup"),
        ("Pea soup – The Kitchen", "", ["Pea soup – The Kitchen"], "Pea soup – The Kitchen"),
    ],
)
def test_titles_lose_the_sites_name(said: str, site: str, headings: list[str], title: str) -> None:
    assert clean_title(said, site, headings) == title


def test_a_title_loses_a_name_that_stands_in_the_address() -> None:
    assert clean_title("Pea soup - Kitchen", "", host="kitchen.example.org") == "Pea soup"
    assert clean_title("Pea soup - org", "", host="kitchen.example.org") == "Pea soup - org"


def test_the_name_of_the_site_is_not_the_title() -> None:
    logo = "<h1><a href='https://daily.example/'>The Daily</a></h1>"
    found = details("<title>The Daily</title>", f"{logo}<h2>Rates rise</h2><p>text")
    assert found.title == "Rates rise"
    anchored = details(
        "<title>Rates rise - and fall</title>", "<h1><a href='#t'>Rates rise</a></h1>a"
    )
    assert anchored.title == "Rates rise"


@pytest.mark.parametrize(
    ("said", "authors"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("by Ann Lee and Bo Chan", ("Ann Lee", "Bo Chan")),
        ("Ann Lee, Bo Chan, Cy Dee", ("Ann Lee", "Bo Chan", "Cy Dee")),
        ("Lee, Ann", ("Lee, Ann",)),
        ("Ann Lee, Senior Editor", ("Ann Lee, Senior Editor",)),
        ("Ann Lee - Apr 16, 2015 8:02 pm UTC", ("Ann Lee",)),
        ("https://example.org/ann", ()),
        ("@ann", ()),
        ("Byron Miles", ("Byron Miles",)),
        ("Geschrieben von Anna Berg und Uwe Kurz", ("Anna Berg", "Uwe Kurz")),
        ("Écrit par Léa Roux", ("Léa Roux",)),
        ("Scritto da Ada Neri e Bo Chiari", ("Ada Neri", "Bo Chiari")),
        ("Da Vinci", ("Da Vinci",)),
    ],
)
def test_names_out_of_bylines(said: str, authors: tuple[str, ...]) -> None:
    assert clean_authors([said, said]) == authors


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2024-03-05T06:07:08Z", "2024-03-05"), ("2024-03", "2024-03"), ("2024", "2024"),
        ("2024/3/5", "2024-03-05"), ("20240305", "2024-03-05"), ("March 5, 2024", "2024-03-05"),
        ("5 Mar 2024", "2024-03-05"), ("Tue Nov 24 2026 03:32:01 GMT", "2026-11-24"),
        ("1709618400", "2024-03-05"), ("May 2024", "2024-05"), ("yesterday", ""), ("3/4/2024", ""),
        ("2024-13-45", ""), (None, ""), (2024, "2024"), ("3. März 2024", "2024-03-03"),
        ("Mittwoch, 3. Jänner 2024", "2024-01-03"), ("03.04.2024, 12:13 Uhr", "2024-04-03"),
        ("1er mars 2024", "2024-03-01"), ("5 août 2024 à 10h", "2024-08-05"),
        ("3 juil. 2020", "2020-07-03"), ("3 de mayo del 2024", "2024-05-03"),
        ("24 dicembre 2023", "2023-12-24"), ("1º de março de 2024", "2024-03-01"),
        ("4 mrt 2021", "2021-03-04"), ("marzo de 2023", "2023-03"), ("5 мая 2024 г.", "2024-05-05"),
        ("5 października 2023", "2023-10-05"), ("2024年3月5日", "2024-03-05"),
        ("2024년 3월 5일", "2024-03-05"), ("3 jui 2020", ""), ("12 people 2024", ""),
        ("10 marines 2024", ""), ("31. Februar 2024", ""), ("version 1.2.3.2024", ""),
    ],
)  # fmt: skip
def test_dates_become_iso(said: object, date: str) -> None:
    assert iso_date(said) == date
