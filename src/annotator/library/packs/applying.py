"""A pack into a library: articles, questions, scale, tags, colours, rules; one undo step."""

from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from annotator.anchoring import describe, resolve_all
from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.library import edits, importing, minimum
from annotator.library.details import detail
from annotator.library.edits import Place
from annotator.library.embedded import person_of
from annotator.library.listing import COLOUR_SETTING
from annotator.library.packs.file import OpenedPack
from annotator.library.packs.pack import Pack, PackArticle, PackScale, Question, no_pack
from annotator.model import Article, Selectors
from annotator.model.locators import page_at
from annotator.store import articles, lists, rows, scales
from annotator.store.ids import new_id, shared_id
from annotator.store.operations import Batch

if TYPE_CHECKING:
    from annotator.library.library import Library

NAME = "pack.name"


@dataclass(frozen=True, slots=True)
class PackReport:
    """What a pack brought: how many articles and questions that were not here, and sentences on
    what could not be taken over."""

    name: str
    articles: int
    questions: int
    refused: tuple[str, ...] = ()


def apply(library: "Library", opened: OpenedPack) -> PackReport:
    """Take a pack in. What is here already stays as it is; a pack applied twice adds nothing."""
    with library.store.write(_("pack “{name}”").format(name=opened.pack.name)) as batch:
        return _Applying(library, batch, opened).report()


class _Applying:
    def __init__(self, library: "Library", batch: Batch, opened: OpenedPack) -> None:
        self._library, self._batch = library, batch
        self._pack, self._files = opened.pack, opened.files
        self._refused: list[str] = []

    def report(self) -> PackReport:
        pack = self._pack
        self._settings(pack)
        found = {one.sha256: self._article(one) for one in pack.articles}
        asked = sum(
            self._question(at, one, found[one.article][0])
            for at, one in enumerate(pack.questions)
            if found.get(one.article, ("", False))[0]
        )
        added = sum(new for _id, new in found.values())
        return PackReport(pack.name, added, asked, tuple(self._refused))

    def _settings(self, pack: Pack) -> None:
        batch, connection = self._batch, self._library.store.connection
        batch.ensure("settings", NAME, value=pack.name)
        minimum.write(batch, pack.minimum)
        for colour, name in pack.colours.items():
            batch.ensure("settings", COLOUR_SETTING + colour, value=name)
        for tag in pack.tags:
            if lists.tag_by_path(connection, tag.path) is None:
                batch.insert(
                    "tags", new_id(), path=tag.path, colour=tag.colour, description=tag.description
                )
        if pack.scale is not None:
            self._scale(pack.scale)

    def _scale(self, scale: PackScale) -> None:
        """A scale that every library has is known by its id, and stays as it is. None is switched
        to where verdicts of another one were given: what becomes of those, only people can say."""
        batch = self._batch
        built_in = {one.id for one in scales.built_in()}
        if scale.id not in built_in:
            self._refuse_verdicts_of_others(scale)
            batch.ensure(
                "verdict_scales", scale.id, name=scale.name, description=scale.description,
                position=len(built_in),
            )  # fmt: skip
            for at, one in enumerate(scale.verdicts):
                batch.ensure(
                    "verdicts", one.id, scale=scale.id, name=one.name, rating=one.rating,
                    tone=one.tone, definition=one.definition, position=at,
                )  # fmt: skip
        kept = self._library.scales.unmapped(scale.id)
        if kept:
            self._refused.append(kept)
        else:
            batch.ensure("settings", scales.IN_USE, value=scale.id)

    def _refuse_verdicts_of_others(self, scale: PackScale) -> None:
        """A pack that would say what another scale's verdicts mean is none."""
        known = (scales.verdict(self._library.store.connection, one.id) for one in scale.verdicts)
        if any(verdict is not None and verdict.scale != scale.id for verdict in known):
            raise no_pack()

    def _article(self, one: PackArticle) -> tuple[str, bool]:
        """(id, whether it is new) of an article of the pack; no id where it cannot be read."""
        store = self._library.store
        name = Path(PurePath(one.file_name).name or one.sha256)
        try:
            id, status = importing.import_file(store, name, self._files[one.sha256])
        except UserFacingError as error:
            self._refused.append(str(error))
            return "", False
        if status == "imported":
            self._details(id, one)
        return id, status == "imported"

    def _details(self, id: str, one: PackArticle) -> None:
        known = {}
        for name, value in one.details.items():
            try:
                known[name] = detail(name, value)
            except UserFacingError as error:
                self._refused.append(str(error))
        self._batch.update("articles", id, **known)

    def _question(self, at: int, asked: Question, article_id: str) -> bool:
        """Whether a question was put to its passage; not where it is there already."""
        connection = self._library.store.connection
        id = shared_id("question", self._pack.id, asked.article, asked.start, asked.text)
        article = articles.load(connection, article_id)
        if article is None or rows.read(connection, "annotations", id) is not None:
            return False
        place = _place(article, asked)
        if place is None:
            said = _("The passage of the question “{question}” was not found.")
            self._refused.append(said.format(question=asked.text))
            return False
        fields = {"colour": asked.colour, "note": asked.text, "origin": "pack",
                  "author": self._author()}  # fmt: skip
        edits.add_annotation(self._batch, replace(article, id=article_id), place, fields, id)
        return True

    def _author(self) -> str | None:
        """Who asks: the pack's maker, never the one who answers."""
        pack = self._pack
        store = self._library.store
        if pack.by and rows.read(store.connection, "people", pack.by) is None:
            self._batch.insert("people", pack.by, name=pack.by_name)
        return pack.by or person_of(store, self._batch, pack.by_name)


def _place(article: Article, asked: Question) -> Place | None:
    selectors = Selectors(asked.start, asked.end, asked.exact, asked.prefix, asked.suffix)
    (anchor,) = resolve_all(article.text, [selectors])
    if anchor.start is None or anchor.end is None:
        return None
    page = page_at(article.pages, anchor.start) if article.pages else 0
    return Place(describe(article.text, anchor.start, anchor.end), page)
