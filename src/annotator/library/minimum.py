"""What a library asks of every claim in it: an assignment's rules, a desk's habits.

They are settings of the library, so that they travel with it and can be undone.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library.values import tag_path
from annotator.store import Store, lists
from annotator.store.operations import Batch

PREFIX = "rule."
OTHER_PERSON = "review.other_person"
_MOST = 99


@dataclass(frozen=True, slots=True)
class Minimum:
    """The least that is asked for; 0 or nothing where nothing is.

    ``sources`` and ``origins`` are per claim, ``claims`` per article, each of ``tags`` is to be
    used at least once; ``other_person``: whoever approves is not the one who gave the verdict.
    """

    sources: int = 0
    origins: int = 0
    claims: int = 0
    tags: tuple[str, ...] = ()
    other_person: bool = False


def read(store: Store) -> Minimum:
    """The library's minimum."""
    said = lists.settings(store.connection, PREFIX)
    other = lists.settings(store.connection, OTHER_PERSON)
    return Minimum(
        _number(said, "sources"), _number(said, "origins"), _number(said, "claims"),
        tuple(json.loads(said.get("tags") or "[]")), other.get("") == "1",
    )  # fmt: skip


def _number(said: Mapping[str, str], name: str) -> int:
    return int(said.get(name) or 0)


def write(batch: Batch, minimum: Minimum) -> None:
    """Let the library ask for this. Raises ``InvalidValue`` where a number makes no sense."""
    for name in ("sources", "origins", "claims"):
        number = checked(name, getattr(minimum, name))
        _set(batch, PREFIX + name, str(number) if number else "")
    tags = list(dict.fromkeys(map(tag_path, minimum.tags)))
    _set(batch, f"{PREFIX}tags", json.dumps(tags) if tags else "")
    _set(batch, OTHER_PERSON, "1" if minimum.other_person else "")


def checked(name: str, number: Any) -> int:
    """A number of a minimum. Raises ``InvalidValue``."""
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= _MOST:
        raise InvalidValue(
            _("“{name}” is to be a number from 0 to {most}.").format(name=name, most=_MOST)
        )
    return number


def _set(batch: Batch, key: str, value: str) -> None:
    batch.ensure("settings", key, value=value)
