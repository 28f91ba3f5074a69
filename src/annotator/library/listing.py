"""What is in a library, by kind: tags, claimants, verdicts, the names of colours, pictures; and
what a search finds."""

from annotator.i18n import _
from annotator.library import values
from annotator.model import Resource, Tag, Verdict
from annotator.model.annotation import COLOURS
from annotator.store import Hit, Store, articles, lists, scales, search
from annotator.store.trouble import as_sentences

COLOUR_SETTING = "colour."


class Listing:
    """The part of a ``Library`` that lists and searches."""

    store: Store

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Places in titles, claims, notes, comments, sources, tags and texts that hold all words
        of the query."""
        with as_sentences(self.store.path):
            return search.search(self.store.connection, query, limit)

    def tags(self) -> list[Tag]:
        """All tags by path."""
        return lists.tags(self.store.connection)

    def claimants(self) -> list[str]:
        """Everybody a claim was laid to, the most frequent first."""
        return lists.claimants(self.store.connection)

    def verdicts(self) -> list[Verdict]:
        """The verdicts of the scale in use, the best first, then those that say why there is
        none."""
        return scales.verdicts(self.store.connection)

    def colour_names(self) -> dict[str, str]:
        """What the user calls each colour; its own name where they say nothing."""
        return {c: c for c in COLOURS} | lists.settings(self.store.connection, COLOUR_SETTING)

    def set_colour_name(self, colour: str, name: str) -> None:
        """Give a colour a name; an empty one gives it its own back."""
        name = " ".join(name.split()) or values.colour(colour)
        with self.store.write(_("name of a colour")) as batch:
            batch.ensure("settings", COLOUR_SETTING + values.colour(colour), value=name)

    def resource(self, sha256: str) -> bytes | None:
        """A picture's bytes by its hash."""
        found = self.picture(sha256)
        return found.data if found else None

    def picture(self, sha256: str) -> Resource | None:
        """A picture with its media type, by its hash."""
        return articles.resource(self.store.connection, sha256)
