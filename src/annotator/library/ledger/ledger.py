"""The entries of the ledger: every edit is one transaction and one undo step."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from annotator.errors import InvalidValue, NotFound
from annotator.i18n import _
from annotator.library.ledger import attaching, fields, files, passages, quoted
from annotator.library.ledger.attaching import Request
from annotator.library.ledger.checks import Checks, Where
from annotator.library.ledger.fields import Fields, Said
from annotator.library.ledger.known import Known
from annotator.library.ledger.quoted import Quoted
from annotator.library.ledger.shown import ShownSources, SourceUse
from annotator.library.ledger.texts import Texts
from annotator.model import Article, Evidence, Source
from annotator.model.links import comparable, normalise_doi
from annotator.store import annotations, articles, lists, sources, standing
from annotator.store import evidence as stored

if TYPE_CHECKING:
    from annotator.checking.quotes import QuoteCheck
    from annotator.library.library import Library

_OF_ARTICLE = ("title", "author", "publisher", "published")
"""What an article at a source's address tells of it; it was looked up by whoever brings it."""


class Ledger:
    """What is said for and against claims (and brought to annotations), and where from.

    Raises ``NotFound`` for ids that are none here, ``InvalidValue`` for values outside their
    vocabulary; then nothing is written.
    """

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._store = library.store
        self._known = Known(library)
        self._shown = ShownSources(library.store)
        self._texts = Texts(library)
        self._checks = Checks(library, self._texts)
        self._passages = quoted.Passages()

    # Entries

    def add(
        self, owner_id: str, *, doi: str = "", file: Path | None = None, store_file: bool = False,
        passage: str = "", source: str = "", **said: Unpack[Said],
    ) -> Evidence:  # fmt: skip
        """Bring a source to a claim or an annotation: ``owner_id`` is either's id.

        The source is a web address (``url``), a ``doi``, a local ``file``, a ``passage`` of an
        article here (the id of the mark on it), one that is known (``source``, its id), or what a
        ``title`` names. One of the same address, file or passage is used again; an article that
        stood at the address tells title, author, publisher and date. Of a file its hash is kept,
        with ``store_file`` its bytes, too. ``accessed`` is today for what is on the web.
        """
        url = {"url": f"https://doi.org/{normalise_doi(doi)}"} if doi else {}
        new = self._request(owner_id, {**said, **url})
        if file is not None:
            new = replace(new, read=self._of_file(file), keep=file if store_file else None)
        elif passage:
            new = self._with_passage(new, *self._mark(passage))
        elif not source:
            new = replace(new, read=self._of_address(new))
        return self._bring(replace(new, known=self.source(source).id) if source else new)

    def add_from_article(
        self, owner_id: str, article_id: str, *, start: int | None = None, end: int | None = None,
        **said: Unpack[Said],
    ) -> Evidence:  # fmt: skip
        """Bring a passage of an article in the library to a claim or an annotation: that at
        ``[start, end)``, else where the ``quote`` stands. It is marked there, unless a mark is on
        exactly that range. Raises ``NotFound`` where the words are not in the article just so."""
        session = self._library.session(article_id)
        place = passages.place(session, said.get("quote", ""), start, end)
        new = self._request(owner_id, said)
        with self._store.write(_("source")) as batch:
            self._library.poll()  # another program may have marked it while this one waited
            mark = passages.marked(session, batch, place)
            new = self._with_passage(new, session.article, mark, place.selectors.exact)
            made = self._bring(new)
        return self.get(made.id)

    def _request(self, owner_id: str, said: Mapping[str, Any]) -> Request:
        fields.check_names(said)
        entry = fields.completed(fields.of_evidence(said))
        fields.agree(entry)
        return Request(owner_id, self._owner(owner_id), fields.of_source(said), entry)

    def _with_passage(self, new: Request, article: Article, mark: str, words: str) -> Request:
        if mark in standing.marks(self._store.connection, new.owner_id) or mark == new.owner_id:
            raise InvalidValue(_("A passage is no evidence for what is claimed in it."))
        entry = {**new.entry, "quote": new.entry.get("quote") or words}
        return replace(new, read=passages.described(article, mark), entry=entry)

    def _mark(self, id: str) -> tuple[Article, str, str]:
        """(article, id, words) of a mark."""
        article = self._library.article(annotations.article_of(self._store.connection, id))
        (mark,) = annotations.load(self._store.connection, article.id or "", [id])
        return article, mark.id, mark.quote

    def _of_file(self, file: Path) -> Fields:
        read = files.described(file)
        article = articles.of_file(self._store.connection, read["file_sha256"])
        if not article:
            return read
        about = passages.described(self._library.article(article), "")
        return {**read, **{name: value for name, value in about.items() if value}}

    def _of_address(self, new: Request) -> Fields:
        """What is read off the article that stood at the address; who was asked is said."""
        url = new.source.get("url", "")
        if not url or new.entry.get("type") in fields.ASKED_TYPES:
            return {}
        article = self._texts.article_of(Source("", url))
        about = passages.described(self._library.article(article), "") if article else {}
        return {name: about[name] for name in _OF_ARTICLE if about.get(name)}

    def _bring(self, new: Request) -> Evidence:
        kept = files.load(new.keep, new.read["file_sha256"]) if new.keep else None
        with self._store.write(_("source")) as batch:
            if kept is not None:
                articles.keep_original(self._store.connection, new.read["file_sha256"], kept)
            id = attaching.attach(self._store, batch, new)
        return self.get(id)

    def _owner(self, id: str) -> str:
        owner = lists.evidence_owner(self._store.connection, id)
        if not owner:
            raise NotFound(_("There is no annotation or claim with the id {id}.").format(id=id))
        return owner

    def get(self, evidence_id: str) -> Evidence:
        """An entry with its source."""
        found = stored.entry(self._store.connection, evidence_id)
        if found is None:
            raise NotFound(_("This source is not there any more."))
        return found

    def update(self, evidence_id: str, **said: Unpack[Said]) -> Evidence:
        """Change what is said of an entry; what belongs to its source changes wherever that is
        used. Given the address of another source that is known, it is that one's from then on."""
        fields.check_names(said)
        entry, source = fields.of_evidence(said), fields.of_source(said)
        known = self.get(evidence_id)
        fields.agree({name: getattr(known, name) for name in fields.CONTRADICTING} | entry)
        rests_on = self._other(known.source, source.get("url", ""))
        if rests_on != known.source.id:
            source.pop("url", None)  # that one's own stays as it is written
        with self._store.write(_("change of a source")) as batch:
            batch.update("evidence", evidence_id, source=rests_on, **entry)
            batch.update("sources", rests_on, **source)
        return self.get(evidence_id)

    def _other(self, source: Source, url: str) -> str:
        """The source that an entry rests on when its address is said to be this one."""
        if (
            not url
            or comparable(url) == comparable(source.url)
            or source.annotation
            or source.file_sha256
        ):
            return source.id
        return sources.same(self._store.connection, {"url": url}) or source.id

    def remove(self, evidence_id: str) -> None:
        """Take a source away from what it was brought to."""
        self.get(evidence_id)
        with self._store.write(_("removal of a source")) as batch:
            batch.delete("evidence", evidence_id)

    def move(self, evidence_id: str, owner_id: str) -> Evidence:
        """Bring an entry to another claim or annotation instead."""
        self.get(evidence_id)
        owners: dict[str, str | None] = {"claim": None, "annotation": None}
        owners[self._owner(owner_id)] = owner_id
        with self._store.write(_("move of a source")) as batch:
            batch.update("evidence", evidence_id, **owners)
        return self.get(evidence_id)

    # Sources

    def source(self, source_id: str) -> Source:
        """A source by its id."""
        found = sources.load(self._store.connection, source_id)
        if found is None:
            raise NotFound(_("This source is not there any more."))
        return found

    def update_source(self, source_id: str, **said: Unpack[Said]) -> None:
        """Change what is known of a source, wherever it is used."""
        fields.check_names(said)
        checked = fields.of_source(said)
        self.source(source_id)
        with self._store.write(_("change of a source")) as batch:
            batch.update("sources", source_id, **checked)

    def sources(self) -> list[SourceUse]:
        """Every source in use with what it is used for, by title."""
        return self._shown.sources()

    def complete(self, typed: str) -> list[Source]:
        """Sources that have words beginning with each word typed, the one used last first."""
        return self._known.complete(typed)

    def origin_names(self) -> list[str]:
        """The names of origin groups, the one used last first."""
        return self._known.origin_names()

    def suggest_origin(self, source: Source) -> str:
        """The origin group that a source may belong to, "" where nothing says so."""
        return self._known.suggest_origin(source)

    def file(self, source_id: str) -> bytes:
        """The bytes of a source's file. Raises ``NotFound`` where only its hash is here."""
        source = self.source(source_id)
        data = articles.original(self._store.connection, source.file_sha256)
        if data is None:
            raise NotFound(
                _("The file “{name}” is not in the library, only its hash; store it to keep it.")
                .format(name=source.file_name or source.label)
            )  # fmt: skip
        return data

    def has_file(self, source: Source) -> bool:
        """Whether the bytes of a source's file are in the library."""
        return articles.has_original(self._store.connection, source.file_sha256)

    def store_file(self, source_id: str, file: Path) -> None:
        """Keep the bytes of a source's file. Raises ``InvalidValue`` where it is another file, or
        larger than 100 MB. No undo step: nothing that is shown changes."""
        sha256 = self.source(source_id).file_sha256
        data = files.load(file, sha256)
        with self._store.write("") as batch:
            articles.keep_original(self._store.connection, sha256, data)
            assert not batch.touched

    # Texts

    def check(self, entry: str | Evidence) -> "QuoteCheck | None":
        """Whether the words quoted stand in their source, by the entry's id or itself; None where
        nothing is quoted or the source's text is not in the library."""
        known = self.get(entry) if isinstance(entry, str) else entry
        return self._checks.check(known.quote, known.source)

    def where(self, evidence_id: str) -> Where | None:
        """Where in the library an entry leads to: the very passage; None where to nothing."""
        return self._checks.where(self.get(evidence_id))

    def article_of(self, source: Source) -> str:
        """The id of the article in the library that a source is, "" where it is none."""
        return self._texts.article_of(source)

    def articles_brought(self) -> frozenset[str]:
        """The articles in the library that serve as sources in it."""
        found = map(self._texts.article_of, self._library.sources())
        return frozenset(filter(None, found))

    def texts_of(self, article_id: str) -> list[tuple[str, Article]]:
        """(label, article) of the sources brought to an article's claims and marks, as far as
        their text is in the library; each article once."""
        found: dict[str, tuple[str, Article]] = {}
        for source in sources.of_article(self._store.connection, article_id):
            article = self._texts.article(source)
            if article is not None and article.id != article_id:
                found.setdefault(article.sha256, (source.label, article))
        return list(found.values())

    def quotations(self, article_id: str) -> list[Quoted]:
        """The article's own quotations that are attributed to a source whose text is in the
        library, in order: (passage, the source's label, the check, the source)."""
        was_open = self._library.is_open(article_id)
        try:
            session = self._library.session(article_id)
            return quoted.quotations(session, self._texts, self._checks, self._passages)
        finally:
            if not was_open:
                self._library.release(article_id)
