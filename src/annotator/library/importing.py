"""Saved articles into the library: read, recognised, stored, or refused with a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import PasswordNeeded, UserFacingError
from annotator.i18n import _
from annotator.library import embedded
from annotator.model.alphabet import normalise
from annotator.store import Store, articles, rows
from annotator.store.ids import digest


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one file: ``status`` is ``imported``, ``already`` or ``refused``; ``locked``:
    refused since it opens with a password only, or with another one; ``returned``: a copy of an
    article that is here came back with marks, ``message`` says how many things are different."""

    file: str
    status: str
    article: str | None
    title: str
    message: str = ""
    locked: bool = False
    returned: bool = False


def import_file(
    store: Store, path: Path, data: bytes, password: str | None = None
) -> tuple[str, str]:
    """(article id, status) of a file, its bytes being ``data``, read and stored, with the
    annotations that are in it.

    Raises ``UnreadableFile`` or ``UnsupportedFormat``; then nothing was stored.
    """
    from annotator import reading

    id = articles.article_id(digest(data))
    state = articles.stored_state(store.connection, id)
    if state == "here":
        return id, "already"
    article = None if state == "trash" else reading.read_bytes(data, path, password)
    with store.write(_("import")) as batch:
        if article is None:
            batch.update("articles", id, deleted=0)
        else:
            name = normalise(path.name) or _("file")  # some file systems let names be any bytes
            articles.add(store.connection, batch, article, data, name)
            embedded.take_in(store, batch, id, article, data, password)
    return id, "imported"


def paste(store: Store, html: str | None, text: str | None, url: str) -> str:
    """The id of the article made of what the clipboard held. One that is here already takes the
    address in where it has none; an address that it has stays."""
    from annotator import reading

    article, original = reading.read_clipboard(html, text, url)
    id = articles.article_id(article.sha256)
    known = rows.read(store.connection, "articles", id)
    if known is None:
        with store.write(_("paste")) as batch:
            return articles.add(store.connection, batch, article, original, "")
    wanted = {"url": known["url"] or article.details.url, "deleted": 0}
    if wanted.items() - known.items():
        with store.write(_("paste")) as batch:
            batch.update("articles", id, **wanted)
    return id


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files meant: those named, and in folders every file that a reader knows by its suffix,
    hidden files and the folders of saved pages' pictures left out."""
    from annotator import reading

    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for found in sorted(path.rglob("*")):
            inside = found.relative_to(path).parts
            hidden = any(part.startswith(".") or part.endswith("_files") for part in inside)
            if not hidden and found.suffix.lower() in reading.suffixes() and found.is_file():
                yield found


def refused(path: Path, error: UserFacingError) -> ImportReport:
    """The report of a file that could not be taken in."""
    locked = isinstance(error, PasswordNeeded)
    return ImportReport(str(path), "refused", None, path.name, str(error), locked)
