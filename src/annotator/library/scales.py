"""The scales that verdicts are chosen from: which one is in use, switching, scales of one's own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from annotator.errors import InvalidValue, NotFound
from annotator.i18n import _
from annotator.library import values
from annotator.model import Scale, Verdict
from annotator.model.claims import NO_SCALE, OUTCOME_SCALE
from annotator.store import given, scales, trail
from annotator.store.given import Given
from annotator.store.ids import new_id
from annotator.store.operations import Batch

if TYPE_CHECKING:
    from annotator.library.library import Library

TONES = ("good", "middling", "bad", "none")
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Mapped:
    """A verdict in use, how many claims have it, and what it would become in another scale; None
    where nothing there corresponds. A conclusion in words has no id. ``articles``: the titles of
    those that have it as a whole; what becomes of the verdict becomes of theirs."""

    verdict: Verdict
    claims: int
    to: Verdict | None
    articles: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the verdict is called in a mapping: its id, or the conclusion."""
        return self.verdict.id or self.verdict.name


class Scales:
    """The scales of a library. Raises ``NotFound`` for ids that are none, ``InvalidValue`` for
    what a scale cannot be."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._store = library.store

    def all(self) -> list[Scale]:
        """All scales to choose from, the built-in ones first."""
        return scales.scales(self._store.connection)

    def get(self, id: str) -> Scale:
        """One scale."""
        for scale in self.all():
            if scale.id == id:
                return scale
        raise NotFound(_("This scale is not there any more."))

    @property
    def current(self) -> Scale:
        """The scale in use."""
        return self.get(scales.in_use(self._store.connection))

    # Switching

    def proposal(self, scale_id: str) -> list[Mapped]:
        """What the verdicts in use would become in another scale: that of the same name, else the
        one that stands as high. Those that are in that scale already, and outcomes, stay."""
        target = self.get(scale_id)
        found = given.counts(self._store.connection).items()
        titles = given.articles(self._store.connection)
        verdicts = [(self._given(one), n, tuple(titles.get(one, ()))) for one, n in found]
        return [
            Mapped(verdict, count, self._proposed(verdict, target), articles)
            for verdict, count, articles in sorted(verdicts, key=lambda given: _order(given[0]))
            if not verdict.is_outcome and not (verdict.id and verdict.scale == target.id)
        ]

    def _given(self, one: Given) -> Verdict:
        found = scales.verdict(self._store.connection, one[0])
        return found or Verdict("", _named(NO_SCALE), one[1], 0, "none")

    def _proposed(self, verdict: Verdict, target: Scale) -> Verdict | None:
        for other in target.verdicts:
            if other.name.casefold() == verdict.name.casefold():
                return other
        place = _place(verdict, next((s for s in self.all() if s.id == verdict.scale), None))
        if place is None:
            return None
        rated = [(other, at) for other in target.verdicts
                 if (at := _place(other, target)) is not None]  # fmt: skip
        if rated:
            return min(rated, key=lambda pair: abs(pair[1] - place))[0]
        return next((other for other in target.verdicts if other.tone == verdict.tone), None)

    def unmapped(self, scale_id: str) -> str:
        """Why another scale is not switched to without a mapping, in a sentence; "" where no
        verdict in use would be left on a scale that is not in use any more."""
        others = self.proposal(scale_id)
        if not others or scale_id == self.current.id:
            return ""
        return _(
            "The scale stays “{now}”, since “{verdict}” and others like it were given; switch to "
            "“{scale}” in the window, where you say what becomes of each verdict."
        ).format(
            now=self.current.name, verdict=others[0].verdict.name, scale=self.get(scale_id).name
        )

    def choose(self, scale_id: str, mapping: Mapping[str, str] = _NOTHING) -> None:
        """Use another scale. ``mapping`` says what becomes of verdicts that were given: the id of
        a verdict of the new scale, or ``""`` to take it back; verdicts it does not name stay as
        they are. Its keys are ids of verdicts, or conclusions as they are written."""
        target = self.get(scale_id)
        becomes = {key: self._wanted(to, target) for key, to in mapping.items()}
        why = _("The scale in use was changed to “{scale}”.").format(scale=target.name)
        with self._store.write(_("scale of verdicts")) as batch:
            batch.ensure("settings", scales.IN_USE, value=target.id)
            for one in [*given.counts(self._store.connection)]:
                verdict = self._given(one)
                key = verdict.id or verdict.name
                if key in becomes:
                    self._map(batch, one, verdict, becomes[key], why)

    def _wanted(self, id: str, target: Scale) -> Verdict | None:
        if not id:
            return None
        for verdict in target.verdicts:
            if verdict.id == id:
                return verdict
        raise InvalidValue(
            _("A verdict can only become one of the scale “{scale}”.").format(scale=target.name)
        )

    def _map(
        self, batch: Batch, one: Given, verdict: Verdict, to: Verdict | None, why: str
    ) -> None:
        fields = {"verdict": to.id if to else None, "conclusion": ""}
        after = to.name if to else ""
        for table, owner in (("claims", "claim"), ("articles", "article")):
            for id, status in given.rows(self._store.connection, table, one):
                back = {} if to or status != "checked" else {"status": "to check"}
                batch.update(table, id, **fields, **back)
                if after != verdict.name:
                    trail.write(batch, {owner: id}, "verdict", verdict.name, after, why)

    # Scales of one's own

    def add(self, name: str, description: str = "", verdicts: Sequence[Verdict] = ()) -> Scale:
        """Make a scale; its verdicts in their order, the best first. Their ids are given here."""
        refuse_names([verdict.name for verdict in verdicts])
        checked = [_checked(verdict) for verdict in verdicts]
        fields = {"name": self._name(name), "description": description.strip()}
        position = len(self.all())
        with self._store.write(_("scale of verdicts")) as batch:
            id = batch.insert("verdict_scales", new_id(), position=position, **fields)
            for at, verdict in enumerate(checked):
                batch.insert("verdicts", new_id(), scale=id, position=at, **verdict)
        return self.get(id)

    def change(
        self, id: str, name: str | None = None, description: str | None = None,
        verdicts: Sequence[Verdict] | None = None,
    ) -> Scale:  # fmt: skip
        """Change a scale of one's own. Of ``verdicts``, those with an id are changed, those
        without are new, and those that are left out go, unless somebody gave them."""
        scale = self._own(id)
        refuse_names([verdict.name for verdict in verdicts or ()])
        fields = {} if name is None else {"name": self._name(name, id)}
        if description is not None:
            fields["description"] = description.strip()
        with self._store.write(_("scale of verdicts")) as batch:
            batch.update("verdict_scales", id, **fields)
            if verdicts is not None:
                self._set_verdicts(batch, scale, verdicts)
        return self.get(id)

    def _set_verdicts(self, batch: Batch, scale: Scale, verdicts: Sequence[Verdict]) -> None:
        kept = {verdict.id for verdict in verdicts}
        for verdict in scale.verdicts:
            if verdict.id not in kept:
                self.refuse_given(verdict)
                batch.delete("verdicts", verdict.id)
        known = {verdict.id for verdict in scale.verdicts}
        for at, verdict in enumerate(verdicts):
            fields = {**_checked(verdict), "position": at}
            if verdict.id in known:
                batch.update("verdicts", verdict.id, **fields)
            else:
                batch.insert("verdicts", new_id(), scale=scale.id, **fields)

    def remove(self, id: str) -> None:
        """Put a scale of one's own into the trash: one that is not in use, and whose verdicts
        nobody gave."""
        scale = self._own(id)
        if id == self.current.id:
            raise InvalidValue(_("This scale is in use; choose another one first."))
        for verdict in scale.verdicts:
            self.refuse_given(verdict)
        with self._store.write(_("removal of a scale")) as batch:
            for verdict in scale.verdicts:
                batch.delete("verdicts", verdict.id)
            batch.delete("verdict_scales", id)

    def _own(self, id: str) -> Scale:
        scale = self.get(id)
        if scale.built_in:
            raise InvalidValue(
                _("“{scale}” comes with the program and stays as it is; make one of your own.")
                .format(scale=scale.name)
            )  # fmt: skip
        return scale

    def refuse_given(self, verdict: Verdict) -> None:
        """Raises ``InvalidValue`` where a verdict was given: then it has to stay on its scale."""
        if given.used(self._store.connection, verdict.id):
            raise InvalidValue(
                _("“{verdict}” was given to claims and has to stay; it can be renamed.")
                .format(verdict=verdict.name)
            )  # fmt: skip

    def _name(self, name: str, but: str = "") -> str:
        name = " ".join(name.split())
        if not name:
            raise InvalidValue(_("A scale needs a name."))
        if any(s.name.casefold() == name.casefold() and s.id != but for s in self.all()):
            raise InvalidValue(_("There is a scale called “{name}” already.").format(name=name))
        return name


def _named(built_in: str) -> str:
    return next(scale.id for scale in scales.built_in() if scale.name == built_in)


def _order(verdict: Verdict) -> tuple[str, int, str]:
    return (verdict.scale, verdict.position, verdict.name)


def _place(verdict: Verdict, scale: Scale | None) -> float | None:
    """How high a verdict stands in its scale: 0 the worst, 1 the best; None where it has no
    place on a line."""
    bounds = scale.bounds if scale else None
    if bounds is None or verdict.rating < 1:
        return None
    worst, best = bounds
    return (verdict.rating - worst) / (best - worst)


def refuse_names(names: Iterable[str]) -> None:
    """Raise ``InvalidValue`` where a verdict of a scale could not be told from another one, or
    from an outcome, by its name."""
    outcomes = next(scale for scale in scales.built_in() if scale.id == OUTCOME_SCALE)
    known = {name.casefold() for name, *_more in outcomes.verdicts}
    for name in (" ".join(name.split()) for name in names):
        if name.casefold() in known:
            raise InvalidValue(
                _("There is a verdict called “{name}” already; choose another name.").format(
                    name=name
                )
            )
        known.add(name.casefold())


def _checked(verdict: Verdict) -> dict[str, str | int]:
    name = " ".join(verdict.name.split())
    if not name:
        raise InvalidValue(_("A verdict needs a name."))
    if verdict.rating < 0:
        raise InvalidValue(_("A rating counts from 1, the worst; 0 means none."))
    return {
        "name": name, "rating": verdict.rating, "definition": verdict.definition.strip(),
        "tone": values.one_of(_("tone"), verdict.tone, TONES),
    }  # fmt: skip
