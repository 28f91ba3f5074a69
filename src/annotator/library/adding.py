"""Files taken in, each with a report or an error that says what to do."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from annotator.errors import NotFound, UnreadableFile, UserFacingError
from annotator.i18n import _
from annotator.library import importing
from annotator.library.importing import ImportReport
from annotator.model import Article
from annotator.model.links import normalise_link
from annotator.store import Store

if TYPE_CHECKING:
    from annotator.library.library import Library


class Adding:
    """The part of a ``Library`` that takes in saved articles and gives their files back."""

    store: Store

    def import_file(self, path: str | Path, password: str | None = None) -> Article:
        """Read a saved article and keep it; the stored article, also when it was here already.
        A copy that was exported here and comes back is no article of its own: ``returned`` says
        what is different in it. ``password`` opens a locked file; it is remembered until the
        library is closed, and kept nowhere. Raises ``UnreadableFile`` (``PasswordNeeded``) or
        ``UnsupportedFormat``."""
        report = self._import(Path(path), password)
        assert report.article is not None  # else it raised
        return cast("Library", self).article(report.article)

    def _import(self, path: Path, password: str | None, compare: bool = True) -> ImportReport:
        from annotator import reading

        library = cast("Library", self)
        data = reading.load(path)
        name, copy = path.name, None
        if compare:
            copy = library.returned(data, password, name)
            known = copy.article if copy else None
        else:
            known = library.recognised(data, password, name)
        if known is not None:
            id, status = known, "already"
        else:
            id, status = importing.import_file(self.store, path, data, password)
        if password:
            with suppress(UnreadableFile):  # here already, and it opens with another
                library.unlock(id, password)
        title, message = library.articles([id])[0].title, copy.summary if copy else ""
        return ImportReport(str(path), status, id, title, message, returned=known is not None)

    def add(
        self, path: str | Path, password: str | None = None, compare: bool = True
    ) -> ImportReport:
        """Like ``import_file``, with a report in place of errors about the file. Without
        ``compare`` a returned copy is known for one, but not what is different in it."""
        path = Path(path)
        try:
            return self._import(path, password, compare)
        except UserFacingError as error:
            return importing.refused(path, error)

    def original(self, sha256: str) -> bytes:
        """The bytes of the file an article was read from; from any thread."""
        data = self.store.original(sha256)
        if data is None:
            raise NotFound(_("The file of this article is not in the library; import it again."))
        return data

    def paste(self, html: str | None, text: str | None, url: str = "") -> Article:
        """Make an article of what the clipboard holds. Raises ``UnreadableFile``."""
        address = normalise_link(url) if url else ""
        return cast("Library", self).article(importing.paste(self.store, html, text, address))
