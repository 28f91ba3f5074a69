"""Who made a claim, as it is stored and as it is shown."""

from annotator.i18n import _
from annotator.model.claims import THE_ARTICLE


def is_the_article(claimant: str) -> bool:
    """Whether it is the article itself that says so."""
    return claimant.strip().casefold() == THE_ARTICLE


def shown(claimant: str) -> str:
    """Who said it; the article itself in the user's language."""
    return _("the article") if is_the_article(claimant) else claimant


def stored(name: str) -> str:
    """What was written into a field as it is stored: the article itself has one name in all
    languages, and a name is one line."""
    name = " ".join(name.split())
    own = (THE_ARTICLE, _("the article").casefold())
    return THE_ARTICLE if name.casefold() in own else name
