"""Who publishes this library's fact-checks, where and when: what ClaimReviews ask for."""

from typing import TYPE_CHECKING

from annotator.exporting.document import Review
from annotator.i18n import _
from annotator.library import values
from annotator.store import lists

if TYPE_CHECKING:
    from annotator.library.library import Library

PREFIX = "claimreview."
_NAMES = ("reviewer", "url", "date")


class ReviewSettings:
    """The settings as one ``Review``; what is not set is empty. They are asked for, never made up:
    an address in particular."""

    def __init__(self, library: "Library") -> None:
        self._store = library.store

    def get(self) -> Review:
        """What is set."""
        found = lists.settings(self._store.connection, PREFIX)
        return Review(*(found.get(name, "") for name in _NAMES))

    def set(
        self, reviewer: str | None = None, url: str | None = None, date: str | None = None
    ) -> Review:
        """Set what is given, an empty text to forget it. Raises ``InvalidValue`` for a date or
        an address that is none; then nothing is written."""
        given = {"reviewer": reviewer, "url": url, "date": date}
        changed = {
            name: " ".join(value.split()) for name, value in given.items() if value is not None
        }
        if changed.get("date"):
            changed["date"] = values.date(changed["date"])
        if changed.get("url"):
            changed["url"] = values.web_page(changed["url"])
        with self._store.write(_("who publishes the review")) as batch:
            for name, value in changed.items():
                batch.ensure("settings", PREFIX + name, value=value)
        return self.get()
