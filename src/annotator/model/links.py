"""Links as people paste them: addresses, DOIs, arXiv ids."""

import re

from annotator.errors import InvalidValue
from annotator.i18n import _

SCHEMES = ("http", "https", "mailto")
"""What a normalised link may begin with; a DOI becomes an https one."""

_DOI = re.compile(
    r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/|(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE
)
_ARXIV = re.compile(
    r"(?:arxiv:\s*|https?://arxiv\.org/abs/)"
    r"(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d+(?:/|$))(.*)", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]*|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]")
_ADDRESS = re.compile(
    r"(?P<host>\[[^\]]*\]|[^:@/?#]*)(?P<port>(?::\d*)?)(?P<path>(?:[/?#][^\"<>]*)?)", re.DOTALL
)
_PAGE = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:www\.)?(?P<host>[^/?#]*)(?P<path>[^?#]*)(?P<query>[^#]*)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[^\s@:/]+@(?:[\w-]+\.)+[\w-]{2,}")


def normalise_link(text: str) -> str:
    """The link in the form it is stored, shown and opened in.

    ``10.5555/x`` and ``doi:10.5555/x`` become ``https://doi.org/10.5555/x``, ``arXiv:2401.12345``
    ``https://arxiv.org/abs/2401.12345``; ``www.example.org`` and ``example.org/page`` get their
    ``https://``; ``name@example.org`` its ``mailto:``. Raises ``InvalidValue`` for anything that is
    no link, or one that does not lead to the web or a mailbox.
    """
    link = text.strip().strip("<>").strip()
    spaced = re.search(r"\s", link) and not re.match(r"(doi|arxiv):\s*\S+$", link, re.I)
    if not link or spaced:
        raise InvalidValue(
            _("“{text}” is no link; paste a web address, a DOI or an arXiv id.").format(text=link)
        )
    if match := _DOI.fullmatch(link):
        return f"https://doi.org/{match[1].rstrip('.,;')}"
    if match := _ARXIV.fullmatch(link):
        return f"https://arxiv.org/abs/{match[1]}"
    if match := _SCHEME.fullmatch(link):
        return _with_scheme(match[1].lower(), match[2])
    if _MAIL.fullmatch(link):
        return f"mailto:{link}"
    return _web("https", link)


def normalise_doi(text: str) -> str:
    """A DOI as it is stored, ``10.5555/x``, however it was written: ``doi:10.5555/x``,
    ``https://doi.org/10.5555/x``. Raises ``InvalidValue`` for anything else."""
    match = _DOI.fullmatch(text.strip().strip("<>").strip())
    if match is None:
        raise InvalidValue(_("“{text}” is no DOI; it looks like 10.1000/182.").format(text=text))
    return match[1].rstrip(".,;")


def _with_scheme(scheme: str, rest: str) -> str:
    if scheme in ("doi", "arxiv"):
        raise InvalidValue(
            _("That is no DOI or arXiv id; they look like 10.1000/182 or 2401.12345.")
        )
    if scheme == "mailto":
        if not _MAIL.fullmatch(rest.split("?")[0]):
            raise InvalidValue(_("That is no e-mail address; it looks like name@example.org."))
        return f"mailto:{rest}"
    if scheme not in SCHEMES:
        raise InvalidValue(
            _("Links may begin with http, https, mailto or doi, not with {scheme}.").format(
                scheme=scheme
            )
        )
    return _web(scheme, rest.removeprefix("//"))


def _web(scheme: str, rest: str) -> str:
    match = _ADDRESS.fullmatch(rest)
    if match is None or not _HOST.fullmatch(match["host"].lower()):
        raise InvalidValue(_("That is no web address; it looks like https://example.org/page."))
    return f"{scheme}://{match['host'].lower()}{match['port']}{match['path']}"


def comparable(url: str) -> str:
    """An address without what does not tell pages apart: scheme, ``www.``, a fragment, a slash at
    the end."""
    match = _PAGE.match(url.strip())
    assert match is not None  # every part of it may be empty
    host, path = match["host"].lower(), match["path"].rstrip("/")
    if host in ("doi.org", "dx.doi.org"):
        return f"doi.org{path.lower()}"
    query = match["query"]
    return f"{host}{path}{query}" if len(query) > 1 else f"{host}{path}"
