"""The library: the use cases, and the only place where reading, store and exports meet."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from weakref import WeakValueDictionary

from annotator.errors import LibraryBusy, NotFound
from annotator.events import Changes
from annotator.i18n import _
from annotator.library.adding import Adding
from annotator.library.collecting import Collecting
from annotator.library.details import detail
from annotator.library.garbage import garbage_left_alone
from annotator.library.listing import Listing
from annotator.library.locks import Locks
from annotator.library.preferences import Preferences
from annotator.library.returned_copies import Returning
from annotator.library.services import Services
from annotator.library.session import ArticleSession
from annotator.library.sourcing import Sourcing
from annotator.model import Article
from annotator.store import ArticleRow, Store, articles, lists
from annotator.store.check import problems
from annotator.store.operations import Batch
from annotator.store.trouble import as_sentences

if TYPE_CHECKING:
    from annotator.exporting.document import ExportOptions


class Library(Listing, Adding, Locks, Collecting, Sourcing, Returning, Services):
    """An open library file. One thread; close it, or use it in a ``with``.

    ``subscribe`` tells of every committed write, open sessions having taken it in before.
    """

    def __init__(self, store: Store, preferences: Preferences) -> None:
        self.store = store
        self.preferences = preferences
        self._sessions: dict[str, ArticleSession] = {}
        self._in_trash: WeakValueDictionary[str, ArticleSession] = WeakValueDictionary()
        self._subscribers: list[Callable[[Changes], None]] = []
        store.on_commit = self._publish

    @classmethod
    def open(
        cls, path: str | Path, create: bool = False, preferences: Preferences | None = None,
        waiting: Callable[[], None] | None = None,
    ) -> Self:  # fmt: skip
        """Open the library at ``path``, making it where ``create`` allows. Raises ``LibraryError``
        in one of its forms; a file that is refused stays as it was. ``waiting`` is called where
        another program holds the file for some time, now or at a later write."""
        preferences = preferences or Preferences()
        path = Path(path)
        try:
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            return cls(Store(path, preferences.identity(), create, waiting), preferences)
        except OSError as error:  # the folder; what is wrong with the file is said by the store
            raise LibraryBusy(
                _("{path} cannot be opened; check that its folder exists and is yours.").format(
                    path=path
                )
            ) from error

    def close(self) -> None:
        """Close the file; open sessions end with it."""
        for session in self._sessions.values():
            session.close()
        self._sessions.clear()
        self._passwords.clear()
        self._in_trash.clear()
        self._subscribers.clear()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        with as_sentences(self.path):
            try:
                if error is not None:
                    raise error
            finally:
                self.close()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.store.path

    @property
    def name(self) -> str:
        """The library's name: that of its file."""
        return self.path.stem

    @property
    def read_only(self) -> str:
        """Why the library can only be read, in a sentence; "" where it can be written too."""
        return self.store.read_only

    # Writes and who hears of them

    def batch(self, command: str) -> AbstractContextManager[Batch]:
        """Put several edits into one transaction and one undo step. Within it, sessions still
        show the state before."""
        return self.store.write(command)

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Hear of every write; call what is returned to hear no more."""
        self._subscribers.append(callback)

        def unsubscribe() -> None:
            if callback in self._subscribers:
                self._subscribers.remove(callback)

        return unsubscribe

    def _publish(self, changes: Changes) -> None:
        for id, session in list(self._sessions.items()):
            try:
                session.refresh(changes)
            except NotFound:
                session.close()
                self._in_trash[id] = self._sessions.pop(id)
        for id in changes.articles.intersection(self._in_trash):
            with suppress(NotFound):
                self._take_out_of_trash(id)
        for callback in list(self._subscribers):
            callback(changes)

    def _take_out_of_trash(self, id: str) -> None:
        """Whoever kept the session of an article that comes back has the right one."""
        session = self._in_trash[id]
        session.reload()
        self._sessions[id] = self._in_trash.pop(id)

    def poll(self) -> None:
        """Publish what another program wrote into the file since the last look."""
        changes = self.store.poll()
        if changes:
            self._publish(changes)

    @property
    def can_undo(self) -> str:
        """The command that undo would take back, "" when there is none."""
        return self.store.can_undo

    @property
    def can_redo(self) -> str:
        """The command that redo would do again, "" when there is none."""
        return self.store.can_redo

    def undo(self) -> Changes:
        """Take the newest command back, also one of an earlier run. Raises ``NothingToUndo``."""
        return self.store.undo()

    def redo(self) -> Changes:
        """Do again what was undone last. Raises ``NothingToUndo``."""
        return self.store.redo()

    def set_name(self, name: str) -> None:
        """What the person who writes here is called, on what they write and hand in. No undo step:
        it is no edit of an article."""
        self.store.set_name(name)

    # Articles

    def articles(self, ids: Iterable[str] | None = None) -> list[ArticleRow]:
        """The library's articles, the newest first; only those asked for when ``ids`` is given."""
        if ids is not None:
            ids = set(ids)
            if ids <= self._sessions.keys() and not self.store.writing:
                return self._open_rows(ids)
        return articles.article_rows(self.store.connection, ids)

    def _open_rows(self, ids: Iterable[str]) -> list[ArticleRow]:
        """Rows of open articles: what is counted there need not be counted in the file."""
        rows = articles.article_rows(self.store.connection, ids, counted=False)
        counts = {row.id: self._sessions[row.id].counts() for row in rows}
        return [
            replace(
                row, annotations=counts[row.id].annotations, claims=counts[row.id].claims,
                claims_checked=counts[row.id].claims_checked,
                claims_set_aside=counts[row.id].claims_set_aside,
            )
            for row in rows
        ]  # fmt: skip

    def tag_counts(self, article_id: str) -> list[tuple[str, int]]:
        """(path, annotations) of the tags used in an article."""
        if self.is_open(article_id) and not self.store.writing:
            return self._sessions[article_id].tag_counts()
        return lists.tag_counts(self.store.connection, article_id)

    def article(self, id: str) -> Article:
        """An article as it is stored. Raises ``NotFound``."""
        article = articles.load(self.store.connection, id)
        if article is None:
            raise NotFound(_("This article is not in the library any more."))
        return article

    def find_article(self, text: str) -> str:
        """The id of the article that ``text`` names: an id, an unambiguous prefix of one, or a
        title. Raises ``NotFound``."""
        found = articles.find(self.store.connection, text)
        if len(found) == 1:
            return found[0][0]
        if not found:
            raise NotFound(
                _("No article is called “{text}”; “annotator list” shows them.").format(text=text)
            )
        raise NotFound(
            _("“{text}” names {count} articles; give the id of one.").format(
                text=text, count=len(found)
            )
        )

    def session(self, article_id: str) -> ArticleSession:
        """The open article; the same object until it is released, also when the article was in
        the trash in between. Raises ``NotFound``."""
        if article_id in self._in_trash:
            self._take_out_of_trash(article_id)
        if article_id not in self._sessions:
            self._sessions[article_id] = ArticleSession(self, article_id)
        return self._sessions[article_id]

    def is_open(self, article_id: str) -> bool:
        """Whether the article has a session."""
        return article_id in self._sessions

    def release(self, article_id: str) -> None:
        """Forget an open article, to spare memory."""
        session = self._sessions.pop(article_id, None)
        if session is not None:
            session.close()
        self._in_trash.pop(article_id, None)

    def remove_article(self, *ids: str) -> None:
        """Put articles into the trash."""
        with self.store.write(_("removal of an article")) as batch:
            for id in ids:
                batch.delete("articles", id)

    def set_details(self, article_id: str, **fields: Any) -> None:
        """Change ``title``, ``authors`` (a sequence or one text), ``site``, ``url``, ``published``,
        ``saved``, ``type``, ``doi``, ``language``. Raises ``InvalidValue``."""
        checked = {name: detail(name, value) for name, value in fields.items()}
        self.article(article_id)
        with self.store.write(_("article details")) as batch:
            batch.update("articles", article_id, **checked)

    # Out

    def export(
        self,
        article_ids: Iterable[str] | None,
        format: str,
        path: str | Path,
        options: "ExportOptions | None" = None,
        private: bool = False,
        progress: Callable[[int, int], None] | None = None,
        notice: Callable[[str], None] | None = None,
    ) -> list[Path]:
        """Write articles (None: all) in a format; the files written. Raises ``ExportFailed``;
        then nothing was left half-written. ``notice`` is told in sentences what somebody should
        know about them."""
        from annotator.exporting import exporter
        from annotator.exporting.document import ExportOptions
        from annotator.library import handing_over

        chosen = exporter(format)
        ids = [row.id for row in self.articles()] if article_ids is None else list(article_ids)
        closed = [id for id in ids if not self.is_open(id)]
        try:
            with garbage_left_alone():
                document = handing_over.document(self, ids, private)
                chosen_options = options or ExportOptions()
                return chosen.write(document, chosen_options, Path(path), progress, notice)
        finally:
            for id in closed:
                self.release(id)

    def check(self) -> list[str]:
        """A sentence for everything that is wrong with the file."""
        return problems(self.store.connection)
