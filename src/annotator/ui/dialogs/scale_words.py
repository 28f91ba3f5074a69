"""What scales and tones are called."""

from collections.abc import Sequence

from annotator.i18n import _, ngettext
from annotator.model import Scale
from annotator.model.claims import FIVE_POINT, NO_SCALE

NAMED = 5
"""Articles named in a line; of more it says how many there are."""


def scale_name(scale: Scale) -> str:
    """A built-in scale's name in the user's words; that of one's own as it is."""
    known = {
        FIVE_POINT: _("Five points"), "six-point": _("Six points"), "rumours": _("Rumours"),
        "categories": _("Categories"), NO_SCALE: _("No scale"),
    }  # fmt: skip
    return known.get(scale.name, scale.name) if scale.built_in else scale.name


def tones() -> tuple[tuple[str, str], ...]:
    """(value, label) of the tones, the best first."""
    return (
        ("good", _("good")), ("middling", _("middling")), ("bad", _("bad")),
        ("none", _("without")),
    )  # fmt: skip


def given_to(claims: int, articles: int) -> str:
    """How many claims have a verdict, and how many articles: ``2 claims, 1 article``."""
    parts = []
    if claims or not articles:
        parts.append(ngettext("{n} claim", "{n} claims", claims).format(n=claims))
    if articles:
        parts.append(ngettext("{n} article", "{n} articles", articles).format(n=articles))
    return ", ".join(parts)


def on_articles(titles: Sequence[str]) -> str:
    """The articles whose own verdict it is: ``On the article itself: “The bridge”``."""
    named = ", ".join(f"“{title}”" for title in titles[:NAMED])
    more = len(titles) - NAMED
    if more > 0:
        named = _("{titles} and {n} more").format(titles=named, n=more)
    words = ngettext("On the article itself: {titles}", "On the articles: {titles}", len(titles))
    return words.format(titles=named)
