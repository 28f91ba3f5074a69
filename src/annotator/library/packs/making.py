"""A library's rules and articles into a pack."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotator.errors import NotFound
from annotator.i18n import _
from annotator.library.packs.pack import (
    Pack,
    PackArticle,
    PackScale,
    PackTag,
    PackVerdict,
    Question,
)
from annotator.library.session import ArticleSession
from annotator.model import Annotation, Scale
from annotator.store import lists, rows
from annotator.store.ids import new_id

if TYPE_CHECKING:
    from annotator.library.library import Library

QUESTIONS = "question"
"""The tag of marks whose notes are questions, unless another one is said."""
PACK = "pack.id"


def pack_of(
    library: "Library", article_ids: Iterable[str], name: str, questions: str = QUESTIONS
) -> tuple[Pack, dict[str, bytes]]:
    """The pack of a library with these articles, and their files by hash. Notes of marks with the
    tag ``questions`` go along as questions; no other mark does."""
    sessions = [library.session(id) for id in article_ids]
    files = {session.article.sha256: library.original(session.article.sha256)
             for session in sessions}  # fmt: skip
    pack = Pack(
        id=_id(library),
        name=name,
        by=library.store.identity.person,
        by_name=library.store.identity.name,
        minimum=library.review.minimum,
        scale=_scale(library.scales.current),
        tags=tuple(
            PackTag(tag.path, tag.colour, tag.description)
            for tag in library.tags()
            if tag.path != questions
        ),
        colours={colour: said for colour, said in library.colour_names().items() if said != colour},
        articles=tuple(_article(session, _file_name(library, session)) for session in sessions),
        questions=tuple(one for session in sessions for one in _questions(session, questions)),
    )
    return pack, files


def _id(library: "Library") -> str:
    """The pack's name for good, made with the first one."""
    known = lists.settings(library.store.connection, PACK).get("")
    if known:
        return known
    id = new_id()
    with library.store.write(_("pack")) as batch:
        batch.ensure("settings", PACK, value=id)
    return id


def _scale(scale: Scale) -> PackScale:
    verdicts = tuple(
        PackVerdict(one.id, one.name, one.rating, one.tone, one.definition)
        for one in scale.verdicts
    )
    return PackScale(scale.id, scale.name, scale.description, verdicts)


def _file_name(library: "Library", session: ArticleSession) -> str:
    version = rows.read(library.store.connection, "article_versions", session.article.version or "")
    if version is None:
        raise NotFound(_("This article is not in the library any more."))
    return str(version["file_name"])


def _article(session: ArticleSession, file_name: str) -> PackArticle:
    details = session.article.details
    known = {
        "title": details.title, "authors": "; ".join(details.authors), "site": details.site,
        "url": details.url, "published": details.published, "saved": details.saved,
        "type": details.type, "doi": details.doi,
    }  # fmt: skip
    given = {name: value for name, value in known.items() if value}
    return PackArticle(session.article.sha256, file_name, given)


def without_passage(session: ArticleSession, tag: str = QUESTIONS) -> int:
    """How many questions on an article stay here, as they are on no words of it."""
    return sum(
        session.anchor(note.id).start is None for note in session.annotations() if _asks(note, tag)
    )


def _asks(note: Annotation, tag: str) -> bool:
    return tag in note.tags and bool(note.note.strip())


def _questions(session: ArticleSession, tag: str) -> Iterator[Question]:
    for note in session.annotations():
        anchor = session.anchor(note.id)
        if not _asks(note, tag) or anchor.start is None:
            continue
        at = session.selectors(anchor.start, anchor.end or anchor.start)
        yield Question(
            session.article.sha256, note.note, at.exact, at.prefix, at.suffix, at.start, at.end,
            note.colour,
        )  # fmt: skip
