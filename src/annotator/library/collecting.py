"""Collections: named sets of articles; an article can be in several."""

from collections.abc import Iterable

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.model import Collection
from annotator.store import Store, lists
from annotator.store.ids import new_id, shared_id


class Collecting:
    """The part of a ``Library`` that keeps collections."""

    store: Store

    def collections(self) -> list[Collection]:
        """All collections by name."""
        return lists.collections(self.store.connection)

    def add_collection(self, name: str) -> Collection:
        """Make a collection."""
        with self.store.write(_("collection")) as batch:
            id = batch.insert("collections", new_id(), name=_name(name))
        return Collection(id, _name(name))

    def rename_collection(self, id: str, name: str) -> None:
        """Give a collection another name."""
        with self.store.write(_("name of a collection")) as batch:
            batch.update("collections", id, name=_name(name))

    def remove_collection(self, id: str) -> None:
        """Put a collection into the trash; its articles stay."""
        with self.store.write(_("removal of a collection")) as batch:
            batch.delete("collections", id)

    def collect(self, collection_id: str, article_ids: Iterable[str]) -> None:
        """Put articles into a collection."""
        with self.store.write(_("collection")) as batch:
            for id in article_ids:
                link = shared_id("collection_article", collection_id, id)
                batch.ensure("collection_articles", link, collection=collection_id, article=id)

    def uncollect(self, collection_id: str, article_ids: Iterable[str]) -> None:
        """Take articles out of a collection."""
        with self.store.write(_("collection")) as batch:
            for id in article_ids:
                batch.delete(
                    "collection_articles", shared_id("collection_article", collection_id, id)
                )

    def articles_in(self, collection_id: str) -> set[str]:
        """The ids of a collection's articles."""
        return lists.articles_in(self.store.connection, collection_id)


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidValue(_("A collection needs a name."))
    return name
