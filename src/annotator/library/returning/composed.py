"""What copies said of a mark besides its note, from a moment on: its tags, claims and sources as
they were at each time since."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from annotator.library.returning.history import Since
from annotator.model import Annotation, Claim, Evidence, Source, Verdict
from annotator.model.pairs import Pair
from annotator.store import pairs, past, rows
from annotator.store.past import State
from annotator.store.rows import Fields


def composed(annotation: Annotation) -> Iterator[str]:
    """What is written of a mark now besides its note: also its thread, which stands in the
    contents where a file can hold no answers."""
    from annotator.exporting.pdf.notes import contents
    from annotator.exporting.pdf.replies import replies

    yield contents(replace(annotation, note=""))
    yield from (f"{reply.author}: {reply.text}" for reply in replies(annotation))


class Composed:
    """The same as it was."""

    def __init__(self, since: Since, annotation: Annotation) -> None:
        self._since, self._annotation = since, annotation
        self._states: dict[tuple[str, str], list[State]] = {}
        self._attributed: dict[str, list[str]] = {}

    def texts(self) -> Iterator[str]:
        """What was written at each time since the copy may have been made."""
        from annotator.exporting.pdf.notes import contents

        self._then(self._since.moment)  # which looks up the rows there are
        for time in self._times:
            yield contents(self._then(time))

    @cached_property
    def _times(self) -> list[int]:
        moment = self._since.moment
        found = {state.since for states in self._states.values() for state in states}
        return sorted({moment, *(time for time in found if time > moment)})

    def _then(self, time: int) -> Annotation:
        id = self._annotation.id
        tags = [
            tag["path"]
            for link in self._rows("annotation_tags", "annotation", id)
            for found in self._at(time, "annotation_tags", link)
            for tag in self._at(time, "tags", found["tag"])
        ]
        claims = [
            self._claim(time, passage["claim"], claim)
            for link in self._rows("claim_passages", "annotation", id)
            for passage in self._at(time, "claim_passages", link)
            for claim in self._at(time, "claims", passage["claim"])
        ]
        return Annotation(
            id, "", tags=tuple(sorted(set(tags))), claims=tuple(claims),
            sources=self._evidence(time, "annotation", id),
        )  # fmt: skip

    def _claim(self, time: int, id: str, said: Fields) -> Claim:
        given = rows.read(self._since.store.connection, "verdicts", said["verdict"] or "")
        verdict = Verdict(said["verdict"], "", given["name"], 0, "") if given else None
        return Claim(
            id, said["number"], said["statement"], claimant=said["claimant"],
            claimed=said["claimed"], verdict=verdict, reasoning=said["reasoning"],
            evidence=self._evidence(time, "claim", id), pair=self._pair(time, id, said),
        )  # fmt: skip

    def _pair(self, time: int, id: str, said: Fields) -> Pair | None:
        own = (id, said["number"], said["claimant"])
        first = said["attribution"]
        links: list[pairs.Link] = [
            (first, other["number"], other["claimant"], *own)
            for other in (self._at(time, "claims", first) if first else ())
        ]
        for second in self._once_attributed(id):
            for other in self._at(time, "claims", second):
                if other["attribution"] == id:
                    links.append((*own, second, other["number"], other["claimant"]))
        return pairs.of_links(links).get(id)

    def _once_attributed(self, id: str) -> list[str]:
        """The claims that at some time asked whether it is so, where this one asks whether it was
        said."""
        if id not in self._attributed:
            connection = self._since.store.connection
            self._attributed[id] = past.once_referring(connection, "claims", "attribution", id)
        return self._attributed[id]

    def _evidence(self, time: int, column: str, owner: str) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(id, _source(one["source"], source), one["stance"], one["quote"], one["type"])
            for id in self._rows("evidence", column, owner)
            for one in self._at(time, "evidence", id)
            for source in self._at(time, "sources", one["source"])
        )

    def _rows(self, table: str, column: str, id: str) -> list[str]:
        found = past.referring(self._since.store.connection, table, column, id)
        for row in found:  # also of those that were not there at the time asked for
            for state in self._all(table, row)[-1:]:
                for name, other in (("tag", "tags"), ("claim", "claims"), ("source", "sources")):
                    if state.fields.get(name):
                        self._all(other, state.fields[name])
        return found

    def _at(self, time: int, table: str, id: str) -> Iterator[Fields]:
        """The row's fields at a time; nothing where it was not there."""
        states = [state for state in self._all(table, id) if state.since <= time]
        if states and not states[-1].fields.get("deleted"):
            yield states[-1].fields

    def _all(self, table: str, id: str) -> list[State]:
        if (table, id) not in self._states:
            self._states[table, id] = past.states(self._since.store.connection, table, id)
        return self._states[table, id]


def _source(id: str, found: Fields) -> Source:
    return Source(
        id, found["url"], found["title"], found["author"], found["publisher"], found["published"],
        found["accessed"],
    )  # fmt: skip
