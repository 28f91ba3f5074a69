"""Handing packs out, and taking them in."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library.packs import applying, file, making
from annotator.library.packs.applying import PackReport
from annotator.library.packs.file import OpenedPack
from annotator.store import lists

if TYPE_CHECKING:
    from annotator.library.library import Library


class Packs:
    """The packs of a library."""

    def __init__(self, library: "Library") -> None:
        self._library = library

    @property
    def applied(self) -> str:
        """The name of the pack taken in last, "" for none."""
        return lists.settings(self._library.store.connection, applying.NAME).get("", "")

    def export(
        self,
        path: Path,
        name: str = "",
        article_ids: Iterable[str] | None = None,
        questions: str = making.QUESTIONS,
    ) -> Path:
        """Write the library's rules, scale, tags and colours into a pack, with these articles
        (None: all) and the questions on them: the notes of marks with the tag ``questions``.
        Raises ``ExportFailed``, ``InvalidValue``."""
        from annotator.exporting.writing import refuse_libraries

        refuse_libraries(path)  # before anything is written, here too
        library = self._library
        name = " ".join(name.split()) or self.applied or library.name
        if not questions.strip():
            raise InvalidValue(_("Say which tag the marks with questions have."))
        ids = [row.id for row in library.articles()] if article_ids is None else list(article_ids)
        pack, files = making.pack_of(library, ids, name, questions)
        file.write(path, pack, files)
        return path

    def without_passage(
        self, article_ids: Iterable[str] | None = None, questions: str = making.QUESTIONS
    ) -> int:
        """How many questions on these articles (None: all) no pack takes along: those on a whole
        article, on an area of a page, on words that are lost."""
        library = self._library
        ids = [row.id for row in library.articles()] if article_ids is None else article_ids
        return sum(making.without_passage(library.session(id), questions) for id in ids)

    def apply(self, pack: Path | OpenedPack) -> PackReport:
        """Take a pack in; what is here already stays. Raises ``UnreadableFile``."""
        opened = pack if isinstance(pack, OpenedPack) else file.read(pack)
        return applying.apply(self._library, opened)
