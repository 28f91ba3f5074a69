"""Links people paste: web addresses, DOIs, arXiv ids, mail addresses."""

import re
from urllib.parse import urlsplit

from annotator.errors import InvalidValue
from annotator.i18n import _

SCHEMES = ("http", "https", "mailto", "doi")
"""The only schemes a link may have; nothing else is ever opened."""

_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)$", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:arxiv:\s*)(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)$", re.IGNORECASE
)
_MAIL = re.compile(r"(?:mailto:)?([^@\s/:]+@[^@\s/:]+\.[^@\s/:]+)$", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#].*)?$")
_LOCAL_HOST = re.compile(r"(?:localhost|\[[0-9a-f:]+\]|\d+(?:\.\d+){3})$", re.IGNORECASE)


def normalise_link(text: str) -> str:
    """The one form of a link: a DOI becomes ``https://doi.org/…``, an arXiv id its abstract's
    address, an address without a scheme gets ``https``. Raises ``InvalidValue``."""
    text = text.strip().strip("<>")
    if match := _DOI.match(text):
        return f"https://doi.org/{match[1].rstrip('.,;')}"
    if match := _ARXIV.match(text):
        return f"https://arxiv.org/abs/{match[1]}"
    if match := _MAIL.match(text):
        return f"mailto:{match[1]}"
    if _HOST.match(text):
        return f"https://{text}"
    return _web_address(text)


def _web_address(text: str) -> str:
    refused = InvalidValue(
        _("“{text}” is no link; paste a web address, a DOI or an arXiv id.").format(text=text)
    )
    if any(character.isspace() for character in text):
        raise refused
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        raise refused from None
    named = "." in host or _LOCAL_HOST.match(host)
    if parts.scheme.lower() not in ("http", "https") or not host or not named:
        raise refused
    return text
