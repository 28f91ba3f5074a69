"""Translation of every string a user reads.

Catalogues lie in ``resources/locale``; where there is none for the user's language, the text is
English.
"""

import gettext
from functools import cache

from annotator.resources_path import resource

DOMAIN = "annotator"


@cache
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, localedir=str(resource("locale")), fallback=True)


def _(message: str) -> str:
    """The message in the user's language."""
    return _catalogue().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message for ``count`` things, in the user's language."""
    return _catalogue().ngettext(singular, plural, count)
