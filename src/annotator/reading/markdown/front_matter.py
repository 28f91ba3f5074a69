"""The YAML at the head of a Markdown file, as far as people write it there.

Scalars, quoted scalars, lists (``[a, b]`` or dashes) and folded text; anything deeper is left out.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from annotator.model import Details
from annotator.reading.dates import iso_date
from annotator.reading.people import clean_authors

_FENCED = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_KEY = re.compile(r"^([A-Za-z_][\w .-]*?)\s*:(?:\s+(.*))?$")
_ITEM = re.compile(r"^\s*-\s+(.*)$")
_COMMENT = re.compile(r"\s+#.*$")
_BLOCK_SIGNS = ("|", ">", "|-", ">-", "|+", ">+")

Fields = dict[str, list[str]]


def split(text: str) -> tuple[Fields, str]:
    """The fields (lower-cased names, each a list of values) and the text after them."""
    match = _FENCED.match(text)
    if not match:
        return {}, text
    lines = match[1].splitlines()
    if not any(_KEY.match(line) for line in lines):
        return {}, text
    return _fields(lines), text[match.end() :]


def details_of(fields: Mapping[str, list[str]]) -> Details:
    """What the fields say about the article."""

    def first(*names: str) -> str:
        values = (value for name in names for value in fields.get(name, ()))
        return next((" ".join(value.split()) for value in values if value.strip()), "")

    url = first("url", "source", "source_url", "link", "canonical", "canonical_url")
    return Details(
        title=first("title", "headline"),
        authors=clean_authors(fields.get("author", []) + fields.get("authors", [])),
        site=first("site", "publisher", "publication", "website") or _host(url),
        url=url if url.startswith(("http://", "https://")) else "",
        published=iso_date(first("published", "date", "date_published", "published_at")),
        saved=iso_date(first("saved", "clipped", "created", "accessed")),
        type=first("type"),
        doi=first("doi").removeprefix("https://doi.org/"),
        language=first("lang", "language"),
    )


def _fields(lines: list[str]) -> Fields:
    found: Fields = {}
    values: list[str] = []
    folded = False
    for line in lines:
        match = _KEY.match(line)
        if match:
            values = found.setdefault(match[1].strip().lower(), [])
            said = (match[2] or "").strip()
            folded = said in _BLOCK_SIGNS
            values += [] if folded else _values(said)
        elif (item := _ITEM.match(line)) and not folded:
            values += [_scalar(item[1])]
        elif folded and line.strip():
            values[:] = [" ".join([*values, line.strip()])]
    return found


def _values(said: str) -> list[str]:
    if said.startswith("[") and said.endswith("]") and not said.startswith("[["):
        parts = re.findall(r"\s*\"[^\"]*\"|\s*'[^']*'|[^,]+", said[1:-1])
        return [value for part in parts if (value := _scalar(part))]
    value = _scalar(said)
    return [value] if value else []


def _scalar(said: str) -> str:
    said = said.strip()
    if quoted := re.match(r"\"((?:[^\"\\]|\\.)*)\"", said):
        return re.sub(r"\\(.)", r"\1", quoted[1])
    if quoted := re.match(r"'((?:[^']|'')*)'", said):
        return quoted[1].replace("''", "'")
    value = "" if said.startswith("#") else _COMMENT.sub("", said)
    return "" if value.lower() in ("null", "~") or value.startswith(("{", "&", "*")) else value


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
