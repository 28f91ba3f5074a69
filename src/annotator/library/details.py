"""What is known of an article, checked before it is stored."""

from typing import Any

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import values
from annotator.model.links import normalise_doi, normalise_link
from annotator.store.articles import AUTHOR_SEPARATOR, DETAILS


def detail(name: str, value: Any) -> str:
    """A detail of an article as it is stored. Raises ``InvalidValue``."""
    if name == "authors":
        authors = value.split(";") if isinstance(value, str) else value
        return AUTHOR_SEPARATOR.join(filter(None, (" ".join(a.split()) for a in authors)))
    if name not in DETAILS:
        raise InvalidValue(_("An article has no “{name}”.").format(name=name))
    text = " ".join(str(value).split())
    if name in ("published", "saved"):
        return values.date(text)
    if name == "title" and not text:
        raise InvalidValue(_("An article needs a title."))
    if name == "doi" and text:
        return normalise_doi(text)
    return normalise_link(text) if name == "url" and text else text
