"""What a saved page says of itself: title, authors, site, address, dates."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from annotator.model import Details
from annotator.reading.dates import iso_date
from annotator.reading.html import styles
from annotator.reading.html.jsonld import linked_data, names, types
from annotator.reading.html.title import clean_title, is_home
from annotator.reading.html.title import key as title_key
from annotator.reading.html.tree import first_line, text_of
from annotator.reading.people import clean_authors

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SINGLE_FILE = re.compile(r"Page saved with SingleFile(.{0,4000}?)-->", re.S)
_SINGLE_FILE_URL = re.compile(r"^\s*url:\s*(\S+)", re.M)
_SINGLE_FILE_DATE = re.compile(r"^\s*saved date:\s*(.+?)\s*$", re.M)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_HEAD = 20_000
_MAX_FIELD = 500
_MAX_HEADINGS = 5

_TITLES = (
    "citation_title", "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title",
    "sailthru.title", "title",
)  # fmt: skip
_AUTHORS = (
    "citation_author", "citation_authors", "author", "dc.creator", "dcterms.creator", "byl",
    "parsely-author", "sailthru.author", "article:author", "og:author", "authors", "byline",
)  # fmt: skip
_DATES = (
    "citation_publication_date", "citation_date", "article:published_time", "datepublished",
    "og:published_time", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "ptime",
    "article.published", "date", "article:modified_time", "citation_online_date",
)  # fmt: skip
_SITES = (
    "citation_journal_title", "og:site_name", "application-name", "al:ios:app_name",
    "citation_publisher", "dc.publisher", "twitter:site",
)  # fmt: skip
_TYPES = {
    "newsarticle": "news", "reportagenewsarticle": "news", "analysisnewsarticle": "news",
    "opinionnewsarticle": "news", "blogposting": "blog", "liveblogposting": "blog",
    "scholarlyarticle": "paper", "medicalscholarlyarticle": "paper", "book": "book",
    "report": "report", "socialmediaposting": "social post", "discussionforumposting":
    "social post",
}  # fmt: skip
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author|writtenby|p-author)(?:$|[\s_-])", re.I)
_MAX_BYLINE = 100
_MAX_BYLINES = 50


class Page:
    """The parsed page, its ``meta`` elements and JSON-LD.

    ``source`` is the page's text, for comments that the tree lost.
    """

    def __init__(self, root: "Element", source: str) -> None:
        self.root = root
        self.head = source[:_HEAD]
        self.meta = _meta(root)
        self.data = linked_data(root)

    def first(self, keys: Iterable[str]) -> str:
        """The first non-empty value of these ``meta`` names."""
        return next((value for key in keys for value in self.meta.get(key, ())), "")


def read_details(page: Page) -> Details:
    """What the page says of itself."""
    url = _url(page)
    site = _site(page, url)
    return Details(
        title=_title(page, site, _host(url)),
        authors=named_authors(page) or clean_authors(_byline(page.root)),
        site=site or _host(url),
        url=url,
        published=_published(page),
        saved=_saved(page),
        type=_type(page),
        doi=_doi(page),
        language=_language(page),
    )


def _meta(root: "Element") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())[:_MAX_FIELD]
        said = " ".join(element.get(name) or "" for name in ("property", "name", "itemprop"))
        for key in said.lower().split() if content else ():
            key = re.sub(r"^dc(terms?)?[:.]", lambda m: f"dc{'terms' if m[1] else ''}.", key)
            found.setdefault(key, []).append(content)
    return found


def _title(page: Page, site: str, host: str) -> str:
    element = page.root.find(".//title")
    tab = "" if element is None else " ".join((element.text or "").split())[:_MAX_FIELD]
    headline = page.data.get("headline") or page.data.get("name")
    said = " ".join(headline.split()) if isinstance(headline, str) else ""
    headings, names = _headings(page)
    titles = [page.first([key]) for key in _TITLES]
    candidates = [title for title in (titles[0], said, *titles[1:], tab, *headings) if title]
    sites = {title_key(name) for name in (site, *names)}
    best = next((title for title in candidates if title_key(title) not in sites), "")
    best = best or next(iter(candidates), "")
    return clean_title(best, site or next(iter(names), ""), headings, host)[:_MAX_FIELD]


def _headings(page: Page) -> tuple[list[str], list[str]]:
    """The first headings' words, and of those that lead to the front page: the site's name."""
    first = chain(islice(page.root.iter("h1"), _MAX_HEADINGS), islice(page.root.iter("h2"), 2))
    said: list[str] = []
    names: list[str] = []
    for heading in first:
        home = any(
            is_home(link.get("href") or "") for link in heading.iter("a") if link.get("href")
        )
        (names if home else said).append(text_of(heading))
    return said, [name for name in names if name]


def named_authors(page: Page) -> tuple[str, ...]:
    """The authors its head names; those only seen in a byline are not among them."""
    authors = clean_authors(names(page.data.get("author")) or names(page.data.get("creator")))
    for key in () if authors else _AUTHORS:
        authors = clean_authors(page.meta.get(key, ()))
        if authors:
            break
    return authors


def _byline(root: "Element") -> Iterator[str]:
    """The first byline the page shows: a marked author's name rather than a line that has one."""
    line, tries = "", _MAX_BYLINES
    for element in root.iter("a", "span", "div", "p", "address", "cite", "li", "strong", "em"):
        marked = f"{element.get('rel', '')} {element.get('itemprop', '')}".split()
        said = f"{element.get('class', '')} {element.get('id', '')}"
        if "author" not in marked and (line or len(said) < 2 or not _BYLINE.search(said)):
            continue
        tries -= 1
        if not tries:
            break
        text = first_line(_named_in(element))
        if 0 < len(text) < _MAX_BYLINE:
            line = text
            if "author" in marked:
                break
    if line:
        yield line


def _named_in(element: "Element") -> "Element":
    for inner in element.iterdescendants():
        if inner.get("itemprop") == "name" or inner.get("rel") == "author":
            return inner
    return element


def _published(page: Page) -> str:
    said: list[Any] = [page.data.get("datePublished"), page.data.get("dateCreated")]
    said += [value for key in _DATES for value in page.meta.get(key, ())]
    said += list(_times(page.root))
    return next((date for value in said if (date := iso_date(value))), "")


def _times(root: "Element") -> Iterator[str]:
    for element in root.iter("time", "span", "abbr", "relative-time"):
        dated = element.tag == "time" or "datePublished" in (element.get("itemprop") or "")
        if dated or "published" in (element.get("class") or "").split():
            yield element.get("datetime") or element.get("content") or element.get("title") or ""
            if element.tag == "time" and not element.get("datetime"):
                yield text_of(element)


def _url(page: Page) -> str:
    saved = _single_file(page, _SINGLE_FILE_URL)
    match = _SAVED_FROM.search(page.head)
    base = saved or (match[1] if match else "")
    canonical = [
        element.get("href") or ""
        for element in page.root.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for address in (*canonical, page.first(["og:url"]), base, page.first(["citation_public_url"])):
        whole = _joined(base, address.strip())
        if whole.startswith(("http://", "https://")):
            return whole
    return ""


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address) if address else ""
    except ValueError:
        return ""


def _site(page: Page, url: str) -> str:
    publisher = names(page.data.get("publisher"))
    site = page.first(_SITES[:2]) or next(iter(publisher), "") or page.first(_SITES[2:-1])
    return site or page.first(_SITES[-1:]).lstrip("@")


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return "" if re.fullmatch(r"[\d.:]*|localhost", host) else host.removeprefix("www.")


def _saved(page: Page) -> str:
    return iso_date(_single_file(page, _SINGLE_FILE_DATE))


def _single_file(page: Page, pattern: re.Pattern[str]) -> str:
    header = _SINGLE_FILE.search(page.head)
    match = pattern.search(header[1]) if header else None
    return match[1] if match else ""


def _type(page: Page) -> str:
    for name in types(page.data):
        if name.lower() in _TYPES:
            return _TYPES[name.lower()]
    if "citation_journal_title" in page.meta or "citation_doi" in page.meta:
        return "paper"
    return "web page"


def _doi(page: Page) -> str:
    for key in (
        "citation_doi",
        "dc.identifier",
        "dc.identifier.doi",
        "prism.doi",
        "bepress_citation_doi",
    ):
        for value in page.meta.get(key, ()):
            if match := re.search(r"10\.\d{4,9}/\S+", value):
                return match[0]
    return ""


def _language(page: Page) -> str:
    own = styles.language(page.root)
    said = page.first(["content-language", "dc.language", "og:locale"]).replace("_", "-")
    return own or (said if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", said) else "")
