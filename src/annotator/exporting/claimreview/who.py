"""Who made a claim: a person or an organisation, as schema.org wants to know."""

import re
from collections.abc import Sequence
from typing import Any

from annotator.exporting.document import ExportArticle

_BODY = re.compile(
    r"\b(academy|administration|agency|alliance|army|assembly|association|authority|bank|board|"
    r"bureau|cabinet|center|centre|chamber|church|city|club|coalition|college|commission|committee|"
    r"company|congress|corporation|corps|council|county|court|daily|department|desk|directorate|"
    r"embassy|federation|force|foundation|government|group|herald|hospital|house|inc|institute|"
    r"journal|journalists|ltd|magazine|media|ministry|movement|museum|nations|network|news|"
    r"newsletter|newspaper|office|officials|organi[sz]ation|paper|parliament|party|police|port|"
    r"post|press|program|programme|project|publisher|radio|reporters|review|school|senate|service|"
    r"society|staff|state|states|study|syndicate|team|times|trust|union|university|website|"
    r"airlines?|airways|bahn|companies|corp|holdings?|industries|jazeera|labs?|llc|matter|motors|"
    r"partners|plc|railways?|securities|systems|technologies|watch|"
    r"africa|arabia|emirates|guinea|islands|kingdom|korea|lanka|republic|rica|zealand)\b",
    re.IGNORECASE,
)
_KNOWN = frozenset(
    {
        "best buy", "burger king", "credit suisse", "general electric", "goldman sachs",
        "google deepmind", "home depot", "meta platforms", "morgan stanley", "new york",
        "planned parenthood", "red cross", "saudi aramco", "wells fargo",
    }
)  # fmt: skip
"""Bodies that are called as somebody could be."""
_NAME = re.compile(r"(?:[^\W\d_][\w’'.-]*)(?: (?:[^\W\d_][\w’'.-]*)){1,3}")
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "la", "le", "van", "von"}
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2,3}")
_HAN_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭"
    "萧蕭蔡潘田董袁余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸"
)
_HAN_BODIES = frozenset("社国國部局院党黨会會报報台团團省市州军軍府司行厂廠校县縣区區宫宮店队隊")
_PLACED = re.compile(r" (?:at|for|from|in|of|on|to|with) ")


def author(name: str, articles: Sequence[ExportArticle] = ()) -> dict[str, Any]:
    """Somebody by name; empty without one. Authors of the articles are persons."""
    name = " ".join(name.split())
    if not name:
        return {}
    known = {a.casefold() for one in articles for a in one.article.details.authors}
    sites = {one.article.details.site.casefold() for one in articles}
    if name.casefold() in sites:
        return {"@type": "Organization", "name": name}
    person = (name.casefold() in known and not _BODY.search(name)) or is_person(name)
    return {"@type": "Person" if person else "Organization", "name": name}


def is_person(name: str) -> bool:
    """Whether a name looks like somebody's: two to four capitalised words, none of them a word for
    a body, an office, a country or a paper, and after a comma what somebody is (“a lawyer”); in
    Chinese signs a common family name with one sign or two."""
    name, comma, what = name.partition(", ")
    if comma and not _is_role(what):
        return False
    if _HAN.fullmatch(name):
        return name[0] in _HAN_FAMILIES and name[-1] not in _HAN_BODIES
    if _BODY.search(name) or not _NAME.fullmatch(name) or name.casefold() in _KNOWN:
        return False
    words = [word for word in name.split() if word not in _PARTICLES]
    return all(word[0].isupper() for word in words) and not name.isupper()


def _is_role(what: str) -> bool:
    """Whether this is what a person is: “a lawyer at the bank”, “police chief”; not “a bank”."""
    before = _PLACED.split(what)[0].split()
    return bool(before) and what[0].islower() and not _BODY.fullmatch(before[-1])


def writers(one: ExportArticle) -> dict[str, Any] | list[dict[str, Any]]:
    """Who answers for what the article itself says: its authors, else its site."""
    details = one.article.details
    found = [author(name, [one]) for name in details.authors if name.strip()]
    found = found or [author(details.site, [one])]
    return found[0] if len(found) == 1 else found
