"""What rows say, to the eye and to a screen reader."""

import re
from urllib.parse import urlsplit

from annotator.i18n import _, ngettext
from annotator.store import HIT_END, HIT_START, ArticleRow, Hit
from annotator.ui.cards.wording import date_text, joined

UNMARKED = str.maketrans("", "", HIT_START + HIT_END)
_NO_PART = re.compile(r" ·(?= ·|$)")


def origin_text(row: ArticleRow) -> str:
    """Where an article is from and of when: ``Coastal Review · 12 May 2026``."""
    place = row.site or row.authors or _host(row.url) or row.file_name or _("pasted")
    return joined(place, date_text(row.published) or _("no date yet"))


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def work_text(row: ArticleRow) -> str:
    """What was done on an article: ``5 of 12`` claims done, else ``7 notes``, else nothing."""
    if row.claims:
        return _("{checked} of {claims}").format(checked=row.claims_done, claims=row.claims)
    if not row.annotations:
        return ""
    return ngettext("{n} note", "{n} notes", row.annotations).format(n=row.annotations)


def article_speech(row: ArticleRow) -> str:
    """A whole row in words."""
    work = work_text(row)
    if row.claims:
        words = ngettext(
            "{checked} of {n} claim checked", "{checked} of {n} claims checked", row.claims
        )
        work = words.format(checked=row.claims_checked, n=row.claims)
        if row.claims_set_aside:
            work = f"{work}, " + _("{n} set aside").format(n=row.claims_set_aside)
    return ", ".join(part for part in (row.title, origin_text(row), work) if part)


def article_tip(row: ArticleRow) -> str:
    """The title whole, and by whom."""
    return "\n".join(part for part in (row.title, row.authors, row.url) if part)


def articles_text(count: int) -> str:
    """``3 articles``."""
    return ngettext("{n} article", "{n} articles", count).format(n=count)


def field_heading(field: str) -> str:
    """Over the hits in one field."""
    return {
        "title": _("Titles"),
        "claim": _("Claims"),
        "note": _("Notes"),
        "comment": _("Comments"),
        "source": _("Sources"),
        "tag": _("Tags"),
        "text": _("Texts"),
    }.get(field, field)


def hit_speech(hit: Hit) -> str:
    """A hit in words: what was found, then where."""
    field = {
        "title": _("title"),
        "claim": _("claim"),
        "note": _("note"),
        "comment": _("comment"),
        "source": _("source"),
        "tag": _("tag"),
        "text": _("text"),
    }.get(hit.field, hit.field)
    found = snippet_text(hit).translate(UNMARKED)
    return ", ".join((field, found) if hit.field == "title" else (field, found, hit.title))


def snippet_text(hit: Hit) -> str:
    """What was found and what stands around it, with its signs; parts that are not known leave no
    dots behind."""
    return _NO_PART.sub("", hit.snippet)


def first_only(count: int) -> str:
    """Under hits that are not all."""
    return _("Only the first {n} places. Type more words to narrow it down.").format(n=count)


def words_to_find(hit: Hit, query: str) -> str:
    """What to look for in the article of a hit: the query where it stands there as it was typed,
    else the first of its words."""
    if query.casefold() in hit.snippet.translate(UNMARKED).casefold():
        return query
    start = hit.snippet.find(HIT_START)
    end = hit.snippet.find(HIT_END, start)
    return hit.snippet[start + 1 : end] if 0 <= start < end else query


def marks_speech(count: int) -> str:
    """``4 marks``."""
    return ngettext("{n} mark", "{n} marks", count).format(n=count)
