"""Saved files → articles. One module a format; the content decides which, the suffix second.

A reader is a module with ``SUFFIXES``, ``FORMAT``, ``sniff(head, path) -> bool`` and
``read(data, path, password) -> Article``; ``readers`` names them all.
"""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from annotator.errors import UnreadableFile, UnsupportedFormat
from annotator.i18n import _
from annotator.model import Article
from annotator.model.alphabet import normalise
from annotator.reading.encoding import decode
from annotator.reading.foreign import foreign_format, is_data, looks_like_prose

MAX_BYTES = 100 * 1024 * 1024
_HEAD = 8192
_BINARY_SHARE = 0.05


class Reader(Protocol):
    """What a format's module offers."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:
        """In lower case, with the dot."""

    @property
    def FORMAT(self) -> str:
        """As in ``Article.format``."""

    def sniff(self, head: bytes, path: Path, /) -> bool:
        """Whether a file that begins so is of this format; the name counts second."""

    def read(self, data: bytes, path: Path, /, password: str | None = None) -> Article:
        """The article of a file's bytes; raises UnreadableFile where it holds no text. A password
        opens locked files of formats that have such."""


def readers() -> tuple[Reader, ...]:
    """All formats, the first that recognises a file reads it. They are imported here, not with
    the program, since some of them bring large libraries."""
    from annotator.reading import html, markdown, pdf, text

    return (pdf, html, markdown, text)


def suffixes() -> frozenset[str]:
    """The suffixes of the formats that can be read, in lower case with the dot."""
    return frozenset(suffix for reader in readers() for suffix in reader.SUFFIXES)


def read(path: Path | str, *, password: str | None = None, choice: str | None = None) -> Article:
    """The article saved in a file; its ``id`` is None and its title never empty.

    ``password`` opens locked files and ``choice`` names one of several articles in a file, for
    formats that have such. Raises UnreadableFile or UnsupportedFormat.
    """
    path = Path(path)
    return read_bytes(load(path), path, password)


def load(path: Path) -> bytes:
    """The file's bytes, whole. Raises UnreadableFile when they cannot be had, are none, or more
    than ``MAX_BYTES``."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise _unreadable(_("“{name}” is a folder; choose the files in it."), name)
        if path.exists() and not path.is_file():
            raise _unreadable(_("“{name}” is not a file; choose a saved article."), name)
        if path.stat().st_size > MAX_BYTES:
            raise _unreadable(
                _("“{name}” is larger than 100 MB; save the article alone and try again."), name
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise _unreadable(
            _("There is no file “{name}”; check its name and folder."), name
        ) from None
    except PermissionError:
        raise _unreadable(
            _("You are not allowed to read “{name}”; change its permissions or copy it."), name
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise _unreadable(
            _("“{name}” could not be read from its disk; copy it elsewhere and try again."), name
        ) from error
    if not data:
        raise _unreadable(_("“{name}” is empty; save the article again."), name)
    return data


def read_bytes(data: bytes, path: Path, password: str | None = None) -> Article:
    """The article of a file whose bytes are at hand. ``path`` gives its name, and the folder its
    pictures may lie in. Raises UnreadableFile (PasswordNeeded) or UnsupportedFormat."""
    article = _reader(data, path).read(data, path, password)
    if not article.text.strip() and not article.pages:
        raise _no_text(path.name)
    title = normalise(article.details.title).strip() or title_of_name(path)
    return replace(
        article,
        sha256=hashlib.sha256(data).hexdigest(),
        details=replace(article.details, title=title),
    )


def _reader(data: bytes, path: Path) -> Reader:
    """The reader of a file; files that none reads are refused."""
    from annotator.reading import pdf

    if pdf.sniff(data[:_HEAD], path):
        return pdf
    _refuse_foreign(data, path)
    reader = next(reader for reader in readers() if reader.sniff(data[:_HEAD], path))
    _refuse_data(reader, data, path)
    return reader


def title_of_name(path: Path) -> str:
    """A title from a file's name: the stem with dashes and underscores as spaces."""
    stem, name = normalise(path.stem), normalise(path.name)  # some names are no text
    return " ".join(stem.replace("-", " ").replace("_", " ").split()) or name or _("file")


def read_clipboard(html: str | None, text: str | None, url: str = "") -> tuple[Article, bytes]:
    """(article, bytes kept as its original) of what was copied; HTML goes before plain text.

    ``url`` is where it was copied, "" if not known. Raises UnreadableFile where there is no text.
    """
    from annotator.reading import html as html_reader
    from annotator.reading import text as text_reader

    if html and html.strip():
        try:
            article = html_reader.read_fragment(html, url)
        except UnreadableFile:
            if not (text and text.strip()):
                raise
        else:
            return _with_original(article, html)
    if not (text and text.strip()):
        raise UnreadableFile(_("The clipboard holds no text; copy the article's text first."))
    article = text_reader.read_pasted(text, url)
    if not article.text.strip():
        raise UnreadableFile(_("What was copied holds no text; copy the passage again."))
    return _with_original(article, text)


def _with_original(article: Article, pasted: str) -> tuple[Article, bytes]:
    data = pasted.encode("utf-8", "replace")
    return replace(article, sha256=hashlib.sha256(data).hexdigest()), data


def _refuse_foreign(data: bytes, path: Path) -> None:
    if what := foreign_format(data):
        raise UnsupportedFormat(
            _(
                "“{name}” is {what}, which Annotator does not read; save the article as a PDF, a"
                " web page, Markdown or plain text."
            ).format(name=path.name, what=what)
        )
    text = decode(data[:_HEAD])
    if _is_binary(text):
        raise UnsupportedFormat(
            _(
                "“{name}” holds no text but binary data; save the article as a PDF, a web page,"
                " Markdown or plain text."
            ).format(name=path.name)
        )
    if not text.strip() and not decode(data).strip():
        raise _no_text(path.name)


def _refuse_data(reader: Reader, data: bytes, path: Path) -> None:
    """Refuse what only the reader of last resort would take, unless it is named or looks like a
    text to read. A web page is known by its content, whatever its name (``.php``)."""
    known = readers()
    if reader is not known[-1] or path.suffix.lower() in reader.SUFFIXES:
        return
    if is_data(path) or not looks_like_prose(decode(data[:_HEAD])):
        raise UnsupportedFormat(
            _(
                "“{name}” is data or source code, not an article; Annotator reads {suffixes} files."
            ).format(name=path.name, suffixes=", ".join(each.SUFFIXES[0] for each in known))
        )


def _is_binary(text: str) -> bool:
    """Whether too many control characters stand in it for a text."""
    controls = sum(char < " " and char not in "\t\n\r\f\x1a\x1b" for char in text)
    return controls > _BINARY_SHARE * len(text)


def _no_text(name: str) -> UnreadableFile:
    return _unreadable(_("“{name}” holds no text; save the article again."), name)


def _unreadable(sentence: str, name: str) -> UnreadableFile:
    return UnreadableFile(sentence.format(name=name))
